"""A short line for an event: `title` writes it, of `predicates` (what stands behind the verb) and `phrases`."""
