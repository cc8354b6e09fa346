"""Sentences -> parses that can be trusted: `parser` runs the model, `repairs` puts right what the parse's own grammar tells
to be wrong, a module for each kind of mistake:

- `misreadings`: a verb for something else, or something else for a verb
- `participles`: which participle is the main verb; `relatives`: which verb is a relative clause's; `passives`: a "was" that was
  left out
- `clefts`: a time or a name put first for weight; `asides`: what stands between commas; `infinitives`: what is to be done
- `subjects`, `hung_times`, `noun_times`, `joined_names`: a subject, a time, a name on the wrong word

`stand_ins` are other words that the model reads better, `words` what repairs must know of words, and `grammar` what
everybody may ask of a parsed word.
"""
