"""What a time expression means, and where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from timeline.calendar_time.values import UNIT_NAMES, span


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a time expression means. `how` says in words how the value was reached, for the reader."""

    type: str
    value: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    how: str = ""
    earliest: date | None = None
    latest: date | None = None
    anchor: str | None = None
    rival: str | None = None  # the value on the other side of the document date, where only the tense decided
    ends_story: bool = False  # whether it is of the document's time, though a story had reached another


@dataclass(frozen=True, slots=True)
class Told:
    """A dated mention that the text has told of, and whether it stands in this sentence or just before."""

    meaning: Meaning | None = None
    near: bool = False


@dataclass(eq=False)
class Context:
    """Where an expression stands: `reference` is the document's day (None: unknown); `told` reads the tense of the
    clause (past, future, either or None), the word that shows it and how many words away that is, and is called once, when an operation asks."""

    reference: date | None
    margin: int = 0  # days by which the document's day may be another
    told: Callable[[], tuple[str | None, str, int]] = lambda: (None, "", 0)
    told_before: Callable[[], bool] = lambda: False  # whether the sentence tells what had been before ("had signed")
    beside_had: Callable[[], bool] = lambda: False  # whether its own clause does ("which had begun on 24 March")
    counted: Callable[[], str | None] = lambda: None  # the last number of the sentence before the expression
    following: Callable[[], Meaning | None] = lambda: None  # the next expression of the text
    beyond: Callable[[], Meaning | None] = lambda: None  # the one behind a bracket that holds the next
    last: Told = Told()  # the last dated mention before this one
    last_beside: Callable[[], bool] = lambda: False  # whether it stands in the same sentence
    last_begun: Told = Told()  # the last one whose days have begun at the document date
    previous_day: Meaning | None = None  # the last one just before that is as exact as a month or a day
    #: The last month just before, where it opens its sentence, or the last day with its year in a text of no day of its own.
    month_told: Meaning | None = None
    counts_from_today: bool = True  # whether the text is of a day of its own ("on Friday", "last May")
    day_named: Meaning | None = None  # ... as a day
    day_aside: Callable[[], bool] = lambda: False  # whether that day was told aside, in another sentence
    day_before_last: Callable[[], bool] = lambda: False  # whether the last time only leads back from that day
    quarter: Meaning | None = None  # the last quarter (or half-year) that was mentioned
    quarter_is_near: bool = False  # named in this paragraph or just before
    other_year: str | None = None  # the last year named anywhere that is not the document's
    year: str | None = None  # a year named shortly before, for months and days without one
    onward: Callable[[], bool] = lambda: False  # whether the clause tells what came of what is dated before it
    looks_back: Callable[[], bool] = lambda: False  # whether it tells what went before ("after talks in May")
    #: Whether what is due by then is told as past ("handed it back by 1 May").
    due_then: Callable[[], bool] = lambda: False
    put_off: Callable[[], bool] = lambda: False  # whether something is moved to then from the time told before
    story_beside: Callable[[], bool] = lambda: False  # whether the same sentence names the day that a story has reached
    story: date | None = None  # the day that is reached in what is told of a year before the document's
    elsewhere: Callable[[], bool] = lambda: False  # whether it is told by the time of another place ("local time")
    story_goes_on: bool = False  # whether the paragraph has told of several days in it without naming its year
    day_first: bool = False
    in_entry: bool = False  # of a chronology; the reference is then the day of its head
    written: date | None = None  # the document's own day, behind which nothing that is told as past can lie

    @cached_property
    def _tense(self) -> tuple[str | None, str, int]:
        return self.told()

    @cached_property
    def _before(self) -> Told:
        days = span(self.last.meaning.value) if self.last.meaning and self.reference else None
        ahead = days and self.reference and days[0] > self.reference
        # "hoped to be in Bonn on May 18 and in Paris, where a fair was to open the next day": the day after May 18
        over = self.tense == "past" or (self.tense == "either" and not self.last_beside())
        over = over or (self.in_entry and self.tense is None)  # of an entry, though it is told in the present
        return self.last_begun if ahead and over else self.last

    @property
    def previous(self) -> Meaning | None:
        """The dated mention that the text counts on from: the last one, but where the clause tells what was, not one that
        is still to come ("will meet on April 18. Earlier in the day he had said")."""
        return self._before.meaning

    @property
    def previous_is_near(self) -> bool:
        return self._before.near

    @property
    def tense(self) -> str | None:
        return self._tense[0]

    @property
    def tense_word(self) -> str:
        return self._tense[1]

    @property
    def tense_distance(self) -> int:
        """Words from the one that shows the tense."""
        return self._tense[2]


#: What an operation is given: strings from words and numbers, Meanings from earlier stages.
Arguments = dict[str, Any]
Operation = Callable[[Context, Arguments], Meaning]
OPERATIONS: dict[str, Operation] = {}


def operation(function: Operation) -> Operation:
    """Makes a function nameable by rules."""
    OPERATIONS[function.__name__] = function
    return function


UNKNOWN = "the document date is not known"


def unresolved(kind: str, why: str = UNKNOWN) -> Meaning:
    return Meaning(kind, "XXXX-XX-XX" if kind == "DATE" else "", how=why)


def named(args: Arguments) -> Meaning | None:
    """What a rule's `season`, `month` or `d` names, if there is one of them."""
    part = args.get("season") or args.get("month")
    return Meaning("DATE", f"XXXX-{part}") if part else args.get("d")


def underspecified(value: str) -> bool:
    """Whether the year (or the week) of a date value is still to be decided."""
    return value.startswith("XXXX-") and value != "XXXX-XX-XX"


def distance(days: tuple[date, date], day: date) -> int:
    """Days between an interval and a day; 0 inside."""
    return max((days[0] - day).days, (day - days[1]).days, 0)


def is_day(value: str) -> bool:
    try:
        return span(value) is not None
    except ValueError:
        return False


#: What "the next day" means where the text counts from a day that it does not name.
UNNAMED_PAST = Meaning("DATE", "PAST_REF", how="told as past, of a day that the text does not name")


def told_as_past(ctx: Context, day: date | None) -> bool:
    """Whether a day counted on from what was named before is still to come, while the clause tells what was: the text
    counts from something else."""
    return ctx.tense == "past" and ctx.written is not None and day is not None and day > ctx.written


def told_from(ctx: Context) -> tuple[date, date] | None:
    """The days named just before, where the clause tells what was: what "next" is counted from there."""
    return span(ctx.previous.value) if ctx.tense == "past" and ctx.previous and ctx.previous_is_near else None


def away(count: int, unit: str, reference: date) -> str:
    if count == 0:
        return f"the {UNIT_NAMES[unit]} of the document date {reference}"
    side = "before" if count < 0 else "after"
    return f"{abs(count)} {UNIT_NAMES[unit]}{'s' * (abs(count) > 1)} {side} that of the document date {reference}"


def first_day(value: str) -> date:
    days = span(value)
    if not days:
        raise ValueError(value)
    return days[0]
