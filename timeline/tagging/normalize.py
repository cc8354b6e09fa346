"""Says what matches mean: rules' matches and the document date in, `TimeExpression`s out.

Each match is evaluated from its inner parts outwards by the operations of the kernel; what stays underspecified
("Friday", "in May") is decided from the document date, the tense of the clause and what was named before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from timeline.calendar_time.meaning import Context, Meaning, Told, resolve, underspecified
from timeline.calendar_time.operations import OPERATIONS
from timeline.calendar_time.values import granularity, span
from timeline.errors import ValueSyntaxError
from timeline.lang.patterns import Match, TimexPack
from timeline.model import DocumentDate, TimeExpression
from timeline.tagging.expressions import timex
from timeline.tagging.ranges import in_order
from timeline.tagging.readings import read
from timeline.tagging.surroundings import Surroundings, says_year
from timeline.tagging.tense import WORD, Sign, same_sentence, tense_around
from timeline.tagging.uncertain import either
from timeline.text.datelines import is_dateline
from timeline.text.entries import Entries, Heads

_ANAPHORIC = ("same_unit", "same_name", "from_previous", "restated", "following")  # "that month": as good as a year
_FROM_TODAY = ("unit_shift", "toward", "ago", "ago_of", "past_unit", "latest_unit")  # "today", "last May", "a year ago"
_JOIN = 20  # characters in which a word joins two times
_TOP = 8  # times among which that of a dateline is
_YEAR_REACH = 80  # characters over which a year named earlier carries
_OPENING_REACH = 200  # ... where it opened its sentence
_QUARTER_REACH = 480  # and a quarter
_STORY_REACH = 600  # over which a story goes on in a year that is over
_GOES_ON = 2  # times without their year after which it is sure to go on in its paragraph, and twice as many in the text
_PREVIOUS_REACH = 200  # and a month, for "the 24th"


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
    day_first = _day_first(matches, pack)

    def read(reference: date | None) -> list[TimeExpression]:
        reader = _Reader(text, pack, Surroundings(text, pack), reference, day_first, known or {})
        return in_order(text, reader.read(matches), pack)

    if document_date is None or document_date.earliest == document_date.latest:
        return read(document_date.earliest if document_date else None)
    early, late = read(document_date.earliest), read(document_date.latest)
    return [either(a, b, document_date) for a, b in zip(early, late, strict=True)]


def _day_first(matches: Sequence[Match], pack: TimexPack) -> bool:
    """Whether 3/4/2018 is 3 April here: the language's order, unless a date of the document can only be the other."""
    for match in matches:
        parts = {name: part for name, _, part in match.parts if isinstance(part, str)}
        if match.rule.op == "numeric_date":
            if int(parts["a"]) > 12:
                return True
            if int(parts["b"]) > 12:
                return False
    return pack.day_first


@dataclass
class _Reader:
    """Evaluates matches in text order and remembers what was named."""

    text: str
    pack: TimexPack
    around: Surroundings
    reference: date | None
    day_first: bool
    known: Mapping[int, tuple[str, str]]  # (value, why) of days without a year that are known otherwise
    last: Meaning | None = None
    last_at: int = -10_000  # where it was named
    compared: tuple[Meaning, int] | None = None  # the last one that something is compared with, for its own sentence
    begun: Meaning | None = None  # the last one that is not to come
    begun_at: int = -10_000
    exact: tuple[Meaning, int] | None = None  # the last one of a month or a day, and where it was named
    month: tuple[Meaning, int] | None = None  # the last month, where it opened its sentence
    day: tuple[Meaning, int] | None = None  # the last day or time of one
    day_match: Match | None = None  # ... and the match that it was
    quarter: Meaning | None = None
    quarter_at: int = -10_000  # where a quarter was last named
    year: tuple[str, int] | None = None  # and where it was named
    year_match: Match | None = None
    other_year: str | None = None  # the last one named anywhere that is not the document's
    #: The day that is reached in what is told of a year before the document's, and where it was named.
    story: tuple[date, int] | None = None
    without_year: int = 0  # how many times in a row the story went on without naming its year
    in_entry: bool = False  # whether what is read is told from the day of an entry's head
    #: What was named last, and where, before a clause aside named what is last now.
    main: tuple[Meaning, int] | None = None
    aside_until: int = -1  # where the last date ends that only names a noun ("the killings of 1904")
    told_from_today: bool = False  # whether the text counts from its own day ("on Friday", "last May")
    written: date | None = None  # the document's own day, where the reference may be that of an entry
    listed: tuple[int, int] = (0, -1)  # where the list begins and ends that the last match closes

    def read(self, matches: Sequence[Match]) -> list[TimeExpression]:
        self.told_from_today = sum(map(_is_from_today, matches)) > 1 or any(
            is_dateline(self.text, match.start, match.end) for match in matches[:_TOP]
        )
        entries = Entries(self.text, [(match.start, match.end) for match in matches])
        heads = Heads(self.reference, entries.descend)
        self.written = heads.written
        found: list[TimeExpression] = []
        for at, match in enumerate(matches):
            entry, then = entries.at(match.start), matches[at + 1 : at + 3]
            if entries.heads(match.start):
                found.append(self._head(match, then, heads))
                continue
            self.reference = heads.told_from if entry is not None else heads.written
            self.in_entry = self.reference != heads.written
            year = f"{heads.year:04d}" if entry is not None and heads.year and self.reference is None else None
            time = self._expression(match, then, year=year)
            if self.reference != heads.written:
                how = time.explanation.replace("the document date", "the date of its entry")
                time = replace(time, explanation=how)
            found.append(time)
        return found

    def _head(self, match: Match, then: Sequence[Match], heads: Heads) -> TimeExpression:
        """A time that heads an entry: its year is that of the heads before it, and no tense beside it tells one."""
        self.reference = heads.written
        if match.rule.type == "TIME":  # of the day that heads it, not of one named in the entry before
            self.reference, self.last, self.begun, self.day, self.exact = heads.told_from, None, None, None, None
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
        self._leave_aside(match)
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
            if underspecified(meaning.value) and match.start in self.known:
                value, how = self.known[match.start]
                meaning = replace(meaning, value=value, how=how)
            if self.reference is not None or not _is_from_today(match):
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
        self._remember(match, meaning, days, carries=direction is None)
        self.listed = self._list_start(match), match.end
        return timex(self.text, match, meaning, days)

    def _year_told_behind(self, match: Match, then: Sequence[Match]) -> str | None:
        """The year named before, where the last day of a list is of it: "on 2 October, on 6 November and on 17 December of that
        year"."""
        days = span(self.last.value) if self.last and self._in_list_with(match, then) else None
        return f"{days[0].year:04d}" if days and days[0].year == days[1].year else None

    def _in_list_with(self, match: Match, then: Sequence[Match]) -> bool:
        told = (other for other in then if other.rule.op == "in_year" and _points_back(other))
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

    def _leave_aside(self, match: Match) -> None:
        """Goes back to what was named before a clause aside, where that one's sentence is over: "voted on Monday. The bill,
        submitted in July 2022, passed. Three days earlier"."""
        if self.main is not None and not self._in_sentence_of_last(match):
            (self.last, self.last_at), self.main = self.main, None

    def _context(self, match: Match, then: Sequence[Match] = ()) -> Context:
        year = self.year[0] if self.year and (self._still_in_force(match) or self._year_of_the_story(match)) else None
        near = match.start - self.quarter_at < _QUARTER_REACH
        told = partial(tense_around, self.text, self._list_start(match), match.end, self.pack)
        counted = partial(self.around.counted, match)
        last = Told(self.last, match.start - self.last_at < _PREVIOUS_REACH)
        if self.compared and self.compared[1] > self.last_at and self._in_sentence_of(self.compared[1], match):
            last = Told(self.compared[0], near=True)  # "since they applied in May 2022, three months after ..."
        begun = Told(self.begun, match.start - self.begun_at < _PREVIOUS_REACH)
        exact = self.exact[0] if self.exact and match.start - self.exact[1] < _QUARTER_REACH else None
        if self.last_at > (self.exact[1] if self.exact else 0) and self._in_sentence_of_last(match):
            exact = None  # "In 1998 they signed; eight months later": not from a month that was named before that year
        month = self.month[0] if self.month and match.start - self.month[1] < _QUARTER_REACH else None
        day = self.day[0] if self.day and match.start - self.day[1] < _QUARTER_REACH else None
        ahead = partial(self._ahead, then[0]) if then else _nothing
        beyond = partial(self._beyond, match, then) if len(then) > 1 else _nothing
        return Context(
            self.reference,
            told=told,
            told_before=partial(self.around.told_before, match),
            beside_had=partial(self.around.beside_had, match),
            counted=counted,
            following=ahead,
            beyond=beyond,
            last=last,
            last_beside=partial(self._in_sentence_of_last, match),
            story_beside=partial(self._in_sentence_of_story, match),
            last_begun=begun if match.start - self.begun_at < _QUARTER_REACH else Told(),
            previous_day=exact,
            month_told=month,
            counts_from_today=self.told_from_today,
            day_named=day,
            day_aside=partial(self._day_aside, match),
            quarter=self.quarter,
            quarter_is_near=near,
            year=year,
            other_year=self.other_year,
            onward=partial(self._onward, match),
            looks_back=partial(self._looks_back, match),
            due_then=partial(self.around.due_then, match),
            put_off=partial(self.around.put_off, match),
            elsewhere=partial(self.around.told_elsewhere, match),
            story=self._story_at(match),
            story_goes_on=self._story_goes_on(match),
            day_first=self.day_first,
            in_entry=self.in_entry,
            written=self.written,
        )

    def _story_at(self, match: Match) -> date | None:
        """The day that a story has reached; in a text of an unknown day only where it does not count from that."""
        near = self.story is not None and match.start - self.story[1] < _STORY_REACH
        told = near and (self.reference is not None or not self.told_from_today)
        return self.story[0] if self.story and told else None

    def _story_goes_on(self, match: Match) -> bool:
        """Whether the paragraph of a match, or the whole text, goes on in a story's year without naming it."""
        if self.without_year < _GOES_ON:
            return False
        return self.without_year >= 2 * _GOES_ON or "\n\n" not in self.text[self.last_at : match.start]

    def _list_start(self, match: Match) -> int:
        """Where a match begins, or the list of times that it goes on with: of "in May or June" both are told alike."""
        start, end = self.listed
        near = 0 <= match.start - end < _JOIN
        return start if near and self.text[end : match.start].strip() in self.pack.tense["joining"] else match.start

    def _onward(self, match: Match) -> bool:
        """Whether what stands between the year named before and a match tells what came of it: "only to renew it"."""
        between = self.text[self.year[1] : match.start].lower() if self.year else ""
        return any(f" {words} " in between for words in self.pack.tense["outcome"])

    def _looks_back(self, match: Match) -> bool:
        """Whether what stands between the time told last and a match leads back: "in May 2003, after talks in March"."""
        between = self.text[max(self.last_at, match.start - _PREVIOUS_REACH) : match.start].lower().split()
        return not self.pack.tense["backward"].isdisjoint(between)

    def _day_aside(self, match: Match) -> bool:
        """Whether the last day was told aside, in another sentence: "They had met on Monday. At 5 a.m. the border was shut"."""
        if not self.day or not self.day_match or not self.around.told_before(self.day_match):
            return False
        return not same_sentence(self.text[self.day[1] : match.start + 1], self.pack) and not self.around.told_before(
            match
        )

    def _still_in_force(self, match: Match) -> bool:
        """A year named in the same sentence still holds for a month or day behind it."""
        assert self.year
        away = match.start - self.year[1]
        if away >= _OPENING_REACH:
            return False  # before anything is cut out: else the time grows with the square of the text
        if away >= _YEAR_REACH and not (self.year_match and self.around.opens_its_sentence(self.year_match)):
            return False
        between = self.text[self.year[1] : match.start]
        if between.lower().rstrip().endswith(tuple(self.pack.tense["stated_as_of"])):
            return False
        aside = self.around.in_dashes(self.year[1], between) or self.around.in_clause_aside(self.year[1], between)
        opened = self.text[self.year[1] : match.start + 1]  # with the letter that begins a sentence
        return not aside and same_sentence(opened, self.pack)

    def _year_of_the_story(self, match: Match) -> bool:
        """Whether a text of no day of its own still tells of the year that opened a sentence: "In 1983 they declared a republic.
        The Council condemned it on 18 November"."""
        assert self.year
        own = self.reference is not None or self.told_from_today or self.story is not None
        near = match.start - self.year[1] < _STORY_REACH
        return not own and near and self.year_match is not None and self.around.opens_its_sentence(self.year_match)

    def _in_sentence_of_last(self, match: Match) -> bool:
        return self._in_sentence_of(self.last_at, match)

    def _in_sentence_of_story(self, match: Match) -> bool:
        return self.story is not None and self._in_sentence_of(self.story[1], match)

    def _in_sentence_of(self, at: int, match: Match) -> bool:
        near = at >= 0 and match.start - at < _PREVIOUS_REACH
        return near and same_sentence(self.text[at : match.start + 1], self.pack)

    def _remember(self, match: Match, meaning: Meaning, days: tuple[date, date] | None, *, carries: bool) -> None:
        if meaning.type == "DATE" and self.reference is None and underspecified(meaning.value):
            self.last, self.last_at = meaning, match.end  # "on Dec. 3 ... six hours later": of a year that is not known
            if len(meaning.value) > len("XXXX-12") and "WXX" not in meaning.value:
                self.day, self.day_match = (meaning, match.end), match
        if not days or meaning.type not in ("DATE", "TIME"):
            return
        unit, said = granularity(meaning.value), self.text[match.start : match.end]
        exact = (granularity(meaning.value.partition("/")[0]) if "/" in meaning.value else unit) in ("T", "D", "M")
        names_a_noun = self._in_sentence_of_last(match) and (
            (unit == "Y" and self.around.stands_before_its_noun(match))
            or self.around.stands_behind_its_noun(match, self.aside_until)
            or self.around.is_compared_with(match)
        )
        since_first = self.around.is_since_when_first(match)
        names_a_noun = names_a_noun or (unit == "Y" and self.around.stands_within_a_noun(match))
        names_a_noun = since_first or (names_a_noun and not self.around.is_gone_on_about(match))
        compared = names_a_noun and self.around.is_compared_with(match)
        self.compared = (meaning, match.end) if compared else self.compared
        if names_a_noun:
            self.aside_until = match.end
        else:  # "In 2018 he left the 2015 accord, and a year later": a year after he left
            aside = self.text.startswith((",", "."), match.end) and self.around.stands_aside(match.start)
            before = span(self.last.value) if aside and self.last else None
            kept = self.main or (self.last and (self.last, self.last_at))
            self.main = (kept or None) if before and days[0] < before[0] else None
            self.last, self.last_at = meaning, match.end
        if not names_a_noun and (self.reference is None or days[0] <= self.reference):
            self.begun, self.begun_at = meaning, match.end
        if unit in ("T", "D"):
            self.day, self.day_match = (meaning, match.end), match
        if unit in ("T", "D", "W", "M"):
            self.exact = (meaning, match.end)
        if unit == "M":
            self.month = (meaning, match.end) if self.around.opens_its_sentence(match) else None
        elif exact and carries and not names_a_noun and says_year(said):
            self.month = (meaning, match.end)
        if unit in ("Q", "H") and self._is_told_of(meaning, days):
            self.quarter = meaning
        if unit in ("Q", "H"):
            self.quarter_at = match.end
        if says_year(said) and (self.reference is None or days[0].year != self.reference.year):
            self.other_year = f"{days[0].year:04d}"
        explicit = not since_first and (says_year(said) or _points_back(match) or match.start in self.known)
        if (
            explicit
            and not names_a_noun
            and carries  # "the third since October 2006, a month after the Jan. 22 resolution"
            and days[0].year == days[1].year
            and (self.reference is None or days[0].year != self.reference.year)
        ):
            self.year = (f"{days[0].year:04d}", match.end)
            self.year_match = match
        elif explicit and not names_a_noun:
            self.year = None
        of_today = self.reference is not None and days[0].year >= self.reference.year
        in_its_year = self.story is not None and days[0].year == days[1].year == self.story[0].year
        self.without_year = self.without_year + 1 if in_its_year and not says_year(said) else 0
        # "spoke on 27 September 2013, for the first time since 1979", "since Coolidge in 1928"
        of_the_past = unit == "Y" and (since_first or not carries)
        if of_today or (not exact and not of_the_past and (not in_its_year or unit == "Y")) or meaning.ends_story:
            self.story = None
        elif not exact:
            pass  # "that summer": of the year that the story is in
        elif self.text.startswith(",", match.end) and self.around.stands_aside(match.start):
            # "Roh, elected in March 2002, left on Dec. 3": no story of that year
            self.story = (self.story[0], match.end) if self.story else None
        elif self.story and days[0] < self.story[0] and (since_first or self.around.goes_back(match)):
            # "which had seceded in July 1960", "having met once in May 2013": it stays on the day where it was
            self.story = (self.story[0], match.end)
        elif carries and (explicit or (self.story and days[0] >= date(self.story[0].year, 1, 1))):
            self.story = (days[0], match.end)  # it may have gone back in its year
        if self.reference is None and unit == "Y" and match.end <= self.around.heading:
            self.story = (days[0], match.end)  # "The South Atlantic, 1982"

    def _is_told_of(self, quarter: Meaning, days: tuple[date, date]) -> bool:
        """Whether figures are told of a quarter, which are not told of one that lies ahead. Of two named, they are told
        of the one that is over (the other is an outlook), else of the later one (the other is what it is compared with).
        """
        today = self.reference or date.max
        before = span(self.quarter.value) if self.quarter else None
        return days[0] <= today and (not before or (days[1] < today, days[0]) >= (before[1] < today, before[0]))

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


def _points_back(match: Match) -> bool:
    """Whether a match, or one inside it, means a time that was named before: "the end of that year"."""
    if match.rule.op in _ANAPHORIC:
        return True
    return any(isinstance(part, Match) and _points_back(part) for _, _, part in match.parts)


def _is_from_today(match: Match) -> bool:
    """Whether a match means a day, a month or a year by the day of the text alone."""
    return match.rule.op in _FROM_TODAY or (match.rule.value or "").startswith("XXXX-WXX")


def _nothing() -> None:
    return None


def _untold() -> Sign:
    return None, "", 0
