"""Where the sentence, and the clause, around a time begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.lang.patterns import TimexPack

WORD = re.compile(r"[^\W\d_]+(?:['’]\w+)?")
# one set of signs begins both of its branches: the search for it is then twice as fast
_SENTENCE_END = re.compile(r"[.!?\n](?:(?<!\n)[\"'”’)]*\s+(?=[\"'“‘(¿¡]?[A-ZÀ-ÖØ-Þ])|(?<=\n)\s*\n)")
CLOSING = (". ", "! ", "? ", "\n", '"', "'", "’", "”", ")")  # no sentence ends without one of them
_ABBREVIATION = 12  # characters: none is longer
CLAUSE = 130  # characters on each side of a time in which the verb of its clause is looked for
APART = ";"  # what stands beyond it is another clause
DASHES = ("–", "—", "--", " -")  # "who rose in 2011 – sent nobody in September"


def same_sentence(text: str, pack: TimexPack) -> bool:
    """Whether no sentence ends within `text`."""
    return next(_ends_of_sentences(text, pack), None) is None


def sentence_before(text: str, end: int, pack: TimexPack) -> str:
    """What stands before `end` in its clause's reach and in its sentence."""
    return within(text, max(0, end - CLAUSE), end, pack, last=True)


def sentence_around(text: str, start: int, end: int, pack: TimexPack) -> tuple[int, int]:
    """The half-open offsets of what stands around `start`, `end` in the reach and the sentence of its clause."""
    before = sentence_before(text, start, pack)
    behind = within(text, end, min(end + CLAUSE, len(text)), pack, last=False)
    return start - len(before), end + len(behind)


def within(text: str, start: int, end: int, pack: TimexPack, *, last: bool) -> str:
    """What of a stretch belongs to the sentence at its end (`last`) or at its start."""
    part = text[start:end]
    seen = text[start : end + 1]  # with the letter that begins the next
    ends = _ends_of_sentences(seen, pack)
    if not last:
        first = next(ends, None)
        return part[: first.start()] if first else part
    return part[max((e.end() for e in ends), default=0) :]


def _ends_of_sentences(text: str, pack: TimexPack) -> Iterator[re.Match[str]]:
    for end in _SENTENCE_END.finditer(text):
        at = end.start()
        if end[0].count("\n") > 1 or not pack.abbreviated.search(text, max(0, at - _ABBREVIATION), at + 1):
            yield end
