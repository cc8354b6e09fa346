"""A match with its meaning -> the TIMEX3 that it is, with its days and what the reader is told."""

from __future__ import annotations

from datetime import date

from timeline.calendar_time.edtf import interval_edtf, to_edtf
from timeline.calendar_time.meaning import Meaning, underspecified
from timeline.calendar_time.values import third
from timeline.lang.patterns import Match
from timeline.model import TimeExpression


def timex(text: str, match: Match, meaning: Meaning, days: tuple[date, date] | None) -> TimeExpression:
    """The TimeExpression of a meaning, with its days narrowed by its modifier."""
    earliest, latest = meaning.earliest, meaning.latest
    edtf = None
    if days:
        if earliest is None and latest is None:
            narrowed = third(meaning.value, meaning.mod) if meaning.mod in ("START", "MID", "END") else None
            earliest, latest = narrowed or days
            edtf = to_edtf(meaning.value, meaning.mod)
        else:
            edtf = interval_edtf(earliest, latest)
    elif meaning.type == "SET" or underspecified(meaning.value):
        edtf = to_edtf(meaning.value) if meaning.value.startswith("XXXX-") and "W" not in meaning.value else None
    elif earliest:
        edtf = interval_edtf(earliest, latest)
    return TimeExpression(
        start=match.start,
        end=match.end,
        text=text[match.start : match.end],
        type=meaning.type,  # type: ignore[arg-type]
        value=meaning.value,
        mod=meaning.mod,
        quant=meaning.quant,
        freq=meaning.freq,
        earliest=earliest,
        latest=latest,
        edtf=edtf,
        anchor=meaning.anchor,
        rival=meaning.rival,
        explanation=_explain(text[match.start : match.end], match, meaning),
    )


def _explain(said: str, match: Match, meaning: Meaning) -> str:
    if not meaning.value:
        return meaning.how
    modified = f" ({meaning.mod})" if meaning.mod else ""
    how = f", {meaning.how}" if meaning.how else ""
    said = " ".join(said.split())
    return f"“{said}” = {meaning.value}{modified}{how} [{match.trace()}]"
