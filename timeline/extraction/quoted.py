"""The day that words mean which were said on another than the document's: "I am leaving today," he said on Monday; he said on
Monday that he would leave on Wednesday, in a report of Friday."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from timeline.calendar_time.edtf import to_edtf
from timeline.calendar_time.values import granularity, span
from timeline.extraction.syntax import Syntax
from timeline.model import DocumentDate, TimeExpression
from timeline.parsing.grammar import auxiliaries

if TYPE_CHECKING:
    from spacy.tokens import Token

_QUOTE = '"'
_DAYS = 14  # that a report may be younger than what it tells as said
_WEEK = 7


def as_said(syntax: Syntax, written: DocumentDate | None) -> Sequence[TimeExpression]:
    """The times of a sentence; those that count from the day of speaking count from when it was said, where it says so."""
    saying = saying_of(syntax) if written is not None and len(syntax.times) > 1 else None
    if written is None or saying is None:
        return syntax.times
    said, verb = saying
    apart = (said.earliest - written.latest).days if said.earliest else 0
    if not -_DAYS <= apart < 0:
        return syntax.times
    return [_told_then(syntax, time, said, verb, apart) if time != said else time for time in syntax.times]


def _told_then(syntax: Syntax, time: TimeExpression, said: TimeExpression, verb: Token, apart: int) -> TimeExpression:
    """A time as it was meant on the day of the saying, `apart` days from the document's."""
    if _is_quoted(syntax, time) and _counts_from_speaking(syntax, time) and time.earliest:
        day = time.earliest + timedelta(days=apart)
        return _on(time, day.isoformat() + time.value[len(date.min.isoformat()) :], said)
    before = span(time.rival) if time.rival and time.type in ("DATE", "TIME") else None
    if before is None or time.earliest is None or said.earliest is None or not _lies_ahead_of(syntax, time, verb):
        return time
    weekday = (time.earliest - before[0]).days == _WEEK
    return _on(time, time.rival or "", said) if weekday and said.earliest < before[0] else time


def _lies_ahead_of(syntax: Syntax, time: TimeExpression, verb: Token) -> bool:
    """Whether a time is that of what a verb of saying foretells: "said that he would leave on Wednesday"."""
    words = syntax.tokens(time.start, time.end)
    clause = next((word for word in words[0].ancestors if word.pos_ in ("VERB", "AUX")), None) if words else None
    foretold = clause is not None and bool(auxiliaries(clause) & syntax.lexicon.status["will_do"])
    return clause is not None and foretold and clause.dep_ == "ccomp" and clause.head == verb


def _is_quoted(syntax: Syntax, time: TimeExpression) -> bool:
    at = time.start - syntax.sentence.start
    return syntax.doc.text[:at].count(_QUOTE) % 2 == 1 and _QUOTE in syntax.doc.text[at:]


def _counts_from_speaking(syntax: Syntax, time: TimeExpression) -> bool:
    """Whether a time is a day by the day of speaking ("today", "tomorrow night")."""
    one_day = time.earliest is not None and time.earliest == time.latest and granularity(time.value) in ("D", "T")
    return one_day and not syntax.lexicon.time["spoken"].isdisjoint(time.text.lower().split())


def saying_of(syntax: Syntax) -> tuple[TimeExpression, Token] | None:
    """The only day outside of quotation marks that is told of a verb of saying, and that verb."""
    found = []
    for time in syntax.times:
        if time.earliest is None or time.earliest != time.latest or _is_quoted(syntax, time):
            continue
        words = syntax.tokens(time.start, time.end)
        above = next((word for word in words[0].ancestors if word.pos_ == "VERB"), None) if words else None
        if above is not None and above.lemma_ in syntax.lexicon.telling["reporting"]:
            found.append((time, above))
    return found[0] if len(found) == 1 else None


def _on(time: TimeExpression, value: str, said: TimeExpression) -> TimeExpression:
    days = span(value)
    how = f"“{time.text}” = {value}, as it was said on “{said.text}” ({said.earliest})"
    if days is None:
        return time
    return replace(
        time, value=value, earliest=days[0], latest=days[1], edtf=to_edtf(value, time.mod), rival=None, explanation=how
    )
