"""Scores the tagger as TempEval-3 does: strict and relaxed spans; type and value over relaxed matches.

Source: UzZaman et al. 2013, "SemEval-2013 Task 1: TempEval-3". The document date's own TIMEX3 is left out. The value
F1 is the relaxed F1 times the share of matches with the same value, which is what counting those matches gives.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from timeline.errors import ReadingError
from timeline.model import Document, TimeExpression
from timeline.pipeline import tag
from timeline.readers.timeml import GoldTimex, parse_timeml


@dataclass
class Score:
    """Counts over documents; F1 figures are computed from them."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    type: int = 0
    value: int = 0
    errors: list[str] = field(default_factory=list)

    def f1(self, matches: int) -> float:
        """2 x matches / (gold + found); 0 where there is nothing."""
        total = self.gold + self.found
        return 2 * matches / total if total else 0.0

    def line(self) -> str:
        parts = [f"{name} {self.f1(getattr(self, name)):.3f}" for name in ("strict", "relaxed", "type", "value")]
        return f"{'  '.join(parts)}  (gold {self.gold}, found {self.found})"


def held_out(name: str) -> bool:
    """Whether a file is of the fifth that is kept unseen: its name's CRC-32 divides by 5."""
    return zlib.crc32(name.encode()) % 5 == 0


#: Parts of a folder by file name.
PARTS: dict[str, Callable[[str], bool]] = {
    "all": lambda name: True,
    "dev": held_out,
    "rest": lambda name: not held_out(name),
}


def score_folder(folder: str | Path, part: str = "all") -> Score:
    """The score over the .tml files of a folder (below it too), or a `part` of them (PARTS). Raises ReadingError."""
    score = Score()
    files = sorted(Path(folder).rglob("*.tml"))
    if not files:
        raise ReadingError(f"{folder}: no .tml file in it; give a folder of TimeML documents")
    for file in files:
        if PARTS[part](file.name):
            document, gold = parse_timeml(file.name, file.read_bytes())
            add(score, document, gold, tag(document.text, document.date, document.language))
    return score


def add(score: Score, document: Document, gold: Sequence[GoldTimex], found: Sequence[TimeExpression]) -> None:
    """Adds one document's counts and errors to `score`."""
    score.gold += len(gold)
    score.found += len(found)
    used: set[int] = set()
    for want in gold:
        match = next(
            (i for i, t in enumerate(found) if i not in used and t.start < want.end and want.start < t.end), None
        )
        if match is None:
            score.errors.append(_error("missed", document, want.start, want.end, want.value))
            continue
        used.add(match)
        got = found[match]
        score.relaxed += 1
        score.strict += (got.start, got.end) == (want.start, want.end)
        score.type += got.type == want.type
        score.value += got.value == want.value
        if got.value != want.value:
            says = f"{want.value}, not {got.value}: {got.explanation}"
            score.errors.append(_error("value", document, want.start, want.end, says))
        elif (got.start, got.end) != (want.start, want.end):
            score.errors.append(_error("span", document, want.start, want.end, f"found “{got.text}”"))
    for i, got in enumerate(found):
        if i not in used:
            score.errors.append(_error("spurious", document, got.start, got.end, got.explanation))


def _error(kind: str, document: Document, start: int, end: int, says: str) -> str:
    text = document.text
    around = f"{text[max(0, start - 60) : start]}[{text[start:end]}]{text[end : end + 40]}"
    return f"{kind:8} {document.id}:{start}-{end}  {' '.join(around.split())}  {says}"
