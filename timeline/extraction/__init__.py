"""Parsed sentences with their times and names -> dated events. `events` reads a document; a `Draft` is an event on its way
(`drafts`), and what goes into one is asked of rooms of three kinds:

- what happened: `syntax` and `triggers` (the word that names it), `sayings` (what is done by saying it), `gapping` (a clause
  without its verb) and `repeats` (a verb that stands for another), `deeds` (a noun that has a date), `kinds` (PLOVER's type),
  `telling` (the status), `denials` and `conjectures` (what was not, or is only thought), `worth` (whether a reader learns
  something)
- when: `scope` (which time dates which word), by `hanging` (where a time hangs), `bounds` (the interval), `terms`, `sides`
  (before or after the report), `quoted`, `perfects` (what "has done" takes), `rivals` (two times), `untimed` (none),
  `askings` (what is only asked for), `beside_the_point` (times that date nothing),
  `counting` and `anchoring` ("three weeks after the summit")
- who and where: `filling` asks `casting` and `placing`; `reference`, `pairs`, `groups` and `parties` say whom a pronoun or
  "both sides" means, `naming` has names that only the model sees, `before` what stands before a sentence
"""
