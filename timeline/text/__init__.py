"""How a text is laid out, by its signs alone: `sentences`, `datelines`, the `entries` of a chronology, the `turns` of a
transcript, the `captions` of pictures. `chosen` says which sentences are parsed, `plain` what the parser reads of them, and
`stretches` looks up what stands where."""
