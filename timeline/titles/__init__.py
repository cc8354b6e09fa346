"""A short line for an event: `title` has it written by `headline`, or `deadlines` for what is due, of `predicates` (what stands
behind the verb) and `phrases`."""
