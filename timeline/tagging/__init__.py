"""Finds the time expressions of a text and says what they mean. Needs no parser.

`timex` finds them by a language's rules, `normalize` reads them in the order of the text: with what stands around them
(`surroundings`), the tense of their clause (`tense`; `clauses` says where that ends, `governing` how sure it is, `open_ends` what leaves it open,
`planned` what else says that it is ahead, `participles` which words in -ed tell none), the words in
them (`readings`), what was named before them (`memory`), and each other (`ranges`).
`known_days` has the days without a year that are those of a known event; `expressions` writes the TIMEX3 down, and
`uncertain` does so where the document date is a span.
"""
