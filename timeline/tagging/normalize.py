"""Says what matches mean: rules' matches and the document date in, `TimeExpression`s out.

Each match is evaluated from its inner parts outwards by the operations of the kernel; what stays underspecified
("Friday", "in May") is decided from the document date, the tense of the clause and what was named before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from timeline.calendar_time.deciding import resolve
from timeline.calendar_time.meaning import Context, Meaning, underspecified
from timeline.calendar_time.operations import OPERATIONS
from timeline.calendar_time.values import granularity, span
from timeline.errors import ValueSyntaxError
from timeline.lang.patterns import Match, TimexPack
from timeline.model import DocumentDate, TimeExpression
from timeline.tagging.clauses import WORD, same_sentence
from timeline.tagging.expressions import timex
from timeline.tagging.governing import Sign
from timeline.tagging.memory import Memory, points_back
from timeline.tagging.ranges import in_order
from timeline.tagging.readings import read
from timeline.tagging.surroundings import says_year
from timeline.tagging.tense import tense_around
from timeline.tagging.uncertain import either
from timeline.text.datelines import is_dateline
from timeline.text.entries import Entries, Heads

_FROM_TODAY = ("unit_shift", "toward", "ago", "ago_of", "past_unit", "latest_unit")  # "today", "last May", "a year ago"
_JOIN = 20  # characters in which a word joins two times
_TOP = 8  # times among which that of a dateline is


def normalize(
    text: str,
    matches: Sequence[Match],
    pack: TimexPack,
    document_date: DocumentDate | None,
    known: Mapping[int, tuple[str, str]] | None = None,
) -> list[TimeExpression]:
    """The TIMEX3 of each match, in the order of the text.

    With an uncertain document date every expression is worked out for its first and its last day, and means whatever
    lies between. Without one, absolute dates are dated and relative ones have no days. `known` has the (value, why) of days
    without a year that are known otherwise, by where they start.
    """
    day_first = _day_first(text, matches, pack)
    margin = (document_date.latest - document_date.earliest).days if document_date else 0

    def read(reference: date | None) -> list[TimeExpression]:
        reader = _Reader(text, pack, day_first, Memory(text, pack, reference, margin, known or {}))
        return in_order(text, reader.read(matches), pack)

    if document_date is None or document_date.earliest == document_date.latest:
        return read(document_date.earliest if document_date else None)
    early, late = read(document_date.earliest), read(document_date.latest)
    return [either(a, b, document_date) for a, b in zip(early, late, strict=True)]


def _with_inner(matches: Sequence[Match]) -> Iterator[Match]:
    """Each match, and those inside it: the date of "05/07/2018 20:06"."""
    for match in matches:
        yield match
        yield from _with_inner([part for _, _, part in match.parts if isinstance(part, Match)])


def _day_first(text: str, matches: Sequence[Match], pack: TimexPack) -> bool:
    """Whether 3/4/2018 is 3 April here: the language's order, unless a date of the document can only be the other, or is written
    with a sign that puts the day first ("03.04.2018", "03-04-2018")."""
    written = pack.day_first
    for match in _with_inner(matches):
        parts = {name: part for name, _, part in match.parts if isinstance(part, str)}
        if match.rule.op == "numeric_date":
            if int(parts["a"]) > 12:
                return True
            if int(parts["b"]) > 12:
                return False
            whole = len(parts["year"]) == len("2018")
            written = written or (whole and text[match.start + len(parts["a"])] in pack.written["day_first"])
    return written


@dataclass
class _Reader:
    """Evaluates matches in text order, and has what they name remembered."""

    text: str
    pack: TimexPack
    day_first: bool
    memory: Memory
    in_entry: bool = False  # whether what is read is told from the day of an entry's head
    listed: tuple[int, int] = (0, -1)  # where the list begins and ends that the last match closes

    def read(self, matches: Sequence[Match]) -> list[TimeExpression]:
        memory = self.memory
        memory.told_from_today = sum(map(_is_from_today, matches)) > 1 or any(
            is_dateline(self.text, match.start, match.end) for match in matches[:_TOP]
        )
        entries = Entries(self.text, [(match.start, match.end) for match in matches])
        heads = Heads(memory.reference, entries.descend)
        found: list[TimeExpression] = []
        for at, match in enumerate(matches):
            entry, then = entries.at(match.start), matches[at + 1 : at + 3]
            if entries.heads(match.start):
                found.append(self._head(match, then, heads))
                continue
            memory.reference = heads.told_from if entry is not None else heads.written
            self.in_entry = memory.reference != heads.written
            year = f"{heads.year:04d}" if entry is not None and heads.year and memory.reference is None else None
            time = self._expression(match, then, year=year)
            if self.in_entry:
                how = time.explanation.replace("the document date", "the date of its entry")
                time = replace(time, explanation=how)
            found.append(time)
        return found

    def _head(self, match: Match, then: Sequence[Match], heads: Heads) -> TimeExpression:
        """A time that heads an entry: its year is that of the heads before it, and no tense beside it tells one."""
        self.memory.reference = heads.written
        if match.rule.type == "TIME":  # of the day that heads it, not of one named in the entry before
            self.memory.reference = heads.told_from
            self.memory.forget()
        time = self._expression(match, then, heads=heads)
        days = (time.earliest, time.latest) if time.earliest and time.latest else None
        heads.read(time.value, days, dated=says_year(time.text))
        weekdays = self.pack.folded.get("weekday", {})
        if any(word.lower() in weekdays for word in re.findall(r"\w+", time.text)):  # "Sunday" over "22:45 GMT" too
            heads.weekday = days[0] if days and days[0] == days[1] else None
        elif match.rule.type != "TIME":
            heads.weekday = None
        return time

    def _expression(
        self, match: Match, then: Sequence[Match], heads: Heads | None = None, year: str | None = None
    ) -> TimeExpression:
        self.memory.leave_aside(match)
        ctx = self._context(match, then)
        try:
            since = self.text[max(0, match.start - 12) : match.start].lower().split()[-1:]
            direction = "past" if self.pack.tense["since"].intersection(since) else None
            meaning = self._evaluate(match, ctx)
            if heads is not None and meaning.value.startswith("XXXX-WXX-") and heads.weekday:
                meaning = heads.on_weekday(meaning)
            elif heads is not None and underspecified(meaning.value) and "W" not in meaning.value:
                ctx = replace(ctx, told=_untold, year=heads.year_of(meaning.value))
            elif ctx.year is None and (told := year or self._year_told_behind(match, then)):
                ctx = replace(ctx, year=told)
            if underspecified(meaning.value) and match.start in self.memory.known:
                value, how = self.memory.known[match.start]
                meaning = replace(meaning, value=value, how=how)
            if self.memory.reference is not None or not _is_from_today(match):
                meaning = resolve(ctx, meaning, direction)
            if meaning.type == "DATE" and granularity(meaning.value) == "T":
                meaning = replace(meaning, type="TIME")
            days = span(meaning.value) if meaning.type in ("DATE", "TIME") else None
            if days and days[0] > days[1]:
                raise ValueSyntaxError("it ends before it begins")
        except (ValueSyntaxError, ValueError) as error:
            reason = str(error) if isinstance(error, ValueSyntaxError) else "out of the calendar"
            said = f"{self.text[match.start : match.end]!r} is no calendar date ({reason}); kept as text, no value"
            meaning, days = Meaning(match.rule.type, "", how=said), None
        self.memory.remember(match, meaning, days, carries=direction is None)
        self.listed = self._list_start(match), match.end
        return timex(self.text, match, meaning, days)

    def _year_told_behind(self, match: Match, then: Sequence[Match]) -> str | None:
        """The year named before, where the last day of a list is of it: "on 2 October, on 6 November and on 17 December of that
        year"."""
        last = self.memory.last
        days = span(last.value) if last and self._in_list_with(match, then) else None
        return f"{days[0].year:04d}" if days and days[0].year == days[1].year else None

    def _in_list_with(self, match: Match, then: Sequence[Match]) -> bool:
        told = (other for other in then if other.rule.op == "in_year" and points_back(other))
        return any(same_sentence(self.text[match.end : other.start], self.pack) for other in told)

    def _ahead(self, match: Match) -> Meaning:
        """What a match that stands behind means, read from where the reader is."""
        ctx = self._context(match)
        return resolve(ctx, self._evaluate(match, ctx))

    def _beyond(self, match: Match, then: Sequence[Match]) -> Meaning | None:
        """What the second of two matches means, where the first stands in a bracket between this one and that."""
        opening, closing = self.text[match.end : then[0].start], self.text[then[0].end : then[1].start]
        if opening.strip() != "(":
            return None
        behind = re.fullmatch(r"[^()]{0,20}\)\s*(\w*)\s*", closing)
        joined = behind is not None and behind[1] in ("", *self.pack.tense["prepositions"])
        return self._ahead(then[1]) if joined else None

    def _context(self, match: Match, then: Sequence[Match] = ()) -> Context:
        return self.memory.context(
            match,
            told=partial(tense_around, self.text, self._list_start(match), match.end, self.pack),
            following=partial(self._ahead, then[0]) if then else _nothing,
            beyond=partial(self._beyond, match, then) if len(then) > 1 else _nothing,
            day_first=self.day_first,
            in_entry=self.in_entry,
        )

    def _list_start(self, match: Match) -> int:
        """Where a match begins, or the list of times that it goes on with: of "in May or June" both are told alike."""
        start, end = self.listed
        near = 0 <= match.start - end < _JOIN
        return start if near and self.text[end : match.start].strip() in self.pack.tense["joining"] else match.start

    def _evaluate(self, match: Match, ctx: Context) -> Meaning:
        rule = match.rule
        arguments: dict[str, object] = dict(rule.args)
        for name, kind, part in match.parts:
            if isinstance(part, Match):
                inner = self._evaluate(part, ctx)
                arguments[name] = inner
            else:
                arguments[name] = read(self.pack, kind, part)
        if rule.value is not None:
            return Meaning(rule.type, rule.value.format_map(arguments))
        if rule.op == "event_relative" and rule.after:
            following = WORD.search(self.text, match.end)
            arguments["context"] = (
                self.pack.folded.get("relation", {}).get(following[0].lower(), "") if following else ""
            )
        assert rule.op is not None
        meaning = OPERATIONS[rule.op](ctx, arguments)
        if "approx" in arguments and not meaning.mod:
            meaning = replace(meaning, mod=str(arguments["approx"]))
        return meaning


def _is_from_today(match: Match) -> bool:
    """Whether a match means a day, a month or a year by the day of the text alone."""
    return match.rule.op in _FROM_TODAY or (match.rule.value or "").startswith("XXXX-WXX")


def _nothing() -> None:
    return None


def _untold() -> Sign:
    return None, "", 0
