"""How a text is laid out, by its signs alone: `sentences`, `datelines`, the `entries` of a chronology, the `turns` of a
transcript, the `captions` of pictures. `stretches` looks up what stands where."""
