"""What a text has named so far, as its time expressions are read in order: the last day, month, quarter and year, and the day
that a story of another year has reached.

It says where the next expression stands (`Context`), and takes in what each of them means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from timeline.calendar_time.meaning import Context, Meaning, Told, underspecified
from timeline.calendar_time.values import granularity, span
from timeline.lang.patterns import Match, TimexPack
from timeline.tagging.clauses import same_sentence
from timeline.tagging.governing import Sign
from timeline.tagging.surroundings import Surroundings, says_year

_CLOSED = re.compile(
    r"(?: (?:in|at) [A-ZÀ-Þ][\w'-]+)?[,.]"
)  # behind the time of an aside: "reached on 2 May in Lima, "
_ANAPHORIC = ("same_unit", "same_name", "from_previous", "restated", "following")  # "that month": as good as a year
_LATELY = 3  # words before a match among which "most recently" stands
_YEAR_REACH = 80  # characters over which a year named earlier carries
_OPENING_REACH = 200  # ... where it opened its sentence
_QUARTER_REACH = 480  # and a quarter
_STORY_REACH = 600  # over which a story goes on in a year that is over
_GOES_ON = 2  # times without their year after which it is sure to go on in its paragraph, and twice as many in the text
_PREVIOUS_REACH = 200  # and a month, for "the 24th"


@dataclass
class Memory:
    """What was named before the place where one text is being read."""

    text: str
    pack: TimexPack
    reference: date | None  # the day from which the text tells: its own, or that of an entry
    margin: int  # days by which its own day may be another
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
    #: What was named last, and where, before a clause aside named what is last now.
    main: tuple[Meaning, int] | None = None
    aside_until: int = -1  # where the last date ends that only names a noun ("the killings of 1904")
    told_from_today: bool = False  # whether the text counts from its own day ("on Friday", "last May")

    def __post_init__(self) -> None:
        self.written = self.reference  # the document's own day, where the reference may be that of an entry
        self.around = Surroundings(self.text, self.pack)

    def leave_aside(self, match: Match) -> None:
        """Goes back to what was named before a clause aside, where that one's sentence is over: "voted on Monday. The bill,
        submitted in July 2022, passed. Three days earlier"."""
        if self.main is not None and not self._in_sentence_of_last(match):
            (self.last, self.last_at), self.main = self.main, None

    def forget(self) -> None:
        """Forgets the days that were named, so that none of them is taken for that of a new entry."""
        self.last, self.begun, self.day, self.exact = None, None, None, None

    def context(
        self,
        match: Match,
        *,
        told: Callable[[], Sign],
        following: Callable[[], Meaning | None],
        beyond: Callable[[], Meaning | None],
        day_first: bool,
        in_entry: bool,
    ) -> Context:
        """Where a match stands, with what was named before it; the reader says what stands behind it."""
        year = self.year[0] if self.year and (self._still_in_force(match) or self._year_of_the_story(match)) else None
        near = match.start - self.quarter_at < _QUARTER_REACH
        last = Told(self.last, match.start - self.last_at < _PREVIOUS_REACH)
        if self.compared and self.compared[1] > self.last_at and self._in_sentence_of(self.compared[1], match):
            last = Told(self.compared[0], near=True)  # "since they applied in May 2022, three months after ..."
        begun = Told(self.begun, match.start - self.begun_at < _PREVIOUS_REACH)
        exact = self.exact[0] if self.exact and match.start - self.exact[1] < _QUARTER_REACH else None
        if self.last_at > (self.exact[1] if self.exact else 0) and self._in_sentence_of_last(match):
            exact = None  # "In 1998 they signed; eight months later": not from a month that was named before that year
        month = self.month[0] if self.month and match.start - self.month[1] < _QUARTER_REACH else None
        day = self.day[0] if self.day and match.start - self.day[1] < _QUARTER_REACH else None
        return Context(
            self.reference,
            self.margin,
            told=told,
            told_before=partial(self.around.told_before, match),
            beside_had=partial(self.around.beside_had, match),
            counted=partial(self.around.counted, match),
            following=following,
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
            day_before_last=self._day_before_last,
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
            day_first=day_first,
            in_entry=in_entry,
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

    def _day_before_last(self) -> bool:
        """Whether the last time only leads back from the day of its sentence: "sworn in on Jan. 10 after a vote in May last year"."""
        at = self.day[1] if self.day else self.last_at
        if not 0 < self.last_at - at < _PREVIOUS_REACH:
            return False
        between = self.text[at : self.last_at]
        back = not self.pack.tense["backward"].isdisjoint(between.lower().split())
        return back and same_sentence(between, self.pack)

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
        if not self.pack.tense["lately"].isdisjoint(between.lower().split()[-_LATELY:]):
            return False  # "has met him since 2017, most recently in June"
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

    def remember(self, match: Match, meaning: Meaning, days: tuple[date, date] | None, *, carries: bool) -> None:
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
            aside = _CLOSED.match(self.text, match.end) is not None and self.around.stands_aside(match.start)
            kept = self.main or (self.last and (self.last, self.last_at))
            before = span(kept[0].value) if aside and kept else None
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
        explicit = not since_first and (says_year(said) or points_back(match) or match.start in self.known)
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


def points_back(match: Match) -> bool:
    """Whether a match, or one inside it, means a time that was named before: "the end of that year"."""
    if match.rule.op in _ANAPHORIC:
        return True
    return any(isinstance(part, Match) and points_back(part) for _, _, part in match.parts)
