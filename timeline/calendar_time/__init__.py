"""The kernel: calendar values, intervals of days, and how they relate. Standard library only.

`values` parses TIMEX3 date values and does arithmetic on them, `edtf` writes them in EDTF,
`operations` are the steps that language rules may name (`dates`, `relative`, `parts`, `times`, `durations`, over
`meaning`; `deciding` says when an underspecified time is), `allen` relates two intervals.
"""
