"""Entries of a chronology or a live report: what stands behind or below a time that heads it ("June 12, 2018: Trump meets
Kim", or "2006" alone on its line), and what such heads mean together."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from timeline.calendar_time.deciding import resolve_weekday
from timeline.calendar_time.meaning import Meaning
from timeline.calendar_time.values import granularity, span

_BULLETS = " \t*•·>#-–—"
_BEHIND = re.compile(
    r"[*_ ]*(?:(?P<sign>\s*[:|–—-](?=[*_-]*\s)|\t)[*_-]*[ \t]*(?=\S)|(?P<end>:?[*_ \t–—=-]*(?=\n|\Z)))"
)
_BARE = re.compile(r"[*_]* +(?=[\"“A-ZÀ-Þ])")  # "August 2002 Exiles reveal a plant"
_SEVERAL = 3  # lines that begin so; fewer are sentences that happen to
_RANGE = re.compile(r"\s*[-–—]\s*")
_CLOCK = re.compile(
    r",?[^\S\n]+(?:at )?\d{1,2}[:.]\d\d(?=[^\S\n]*[:–—-](?!\d))"
)  # "7 August, 19:10: artillery opens fire"
_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_BLANK = re.compile(r"\n[^\S\n]*\n")
_BEFORE = 12  # characters before a time in which its line begins
_DATED = re.compile(r"(?i)\b[a-zà-ÿ]{3,}\.?,? \d{4}\Z|\b\d{1,2}, \d{4}\Z")  # "August 2002", "May 3, 2010"
_FULL = re.compile(r"\b\d{1,2}\D+\d{4}\b|\b\d{4}\D+\d{1,2}\b")  # a day and a year
_AHEAD = 3  # days that a weekday lies ahead of the one that heads what stands before it; more, and it lies behind
_SHORT = 50  # a line shorter than this was not broken by wrapping
_CLOSED = (".", "!", "?", ":", ";", '"', "”", ")", "*")  # what a line ends with that no other goes on


@dataclass(frozen=True)
class Entry:
    """Half-open offsets into a text: of the time or the stretch of time that heads it, and of what it heads."""

    start: int
    end: int
    sign: int | None  # where the sign behind the time stands; None where that is alone on its line
    body: int
    until: int


class Entries:
    """The entries of one text, in order; none unless two of them, headed differently, have something below or behind."""

    def __init__(self, text: str, times: Sequence[tuple[int, int]]) -> None:
        heads = _heads(text, times)
        if _dates_the_text(text, heads):
            heads = heads[1:]
        ends = [*(text.rfind("\n", 0, head.start) for head in heads[1:]), len(text)]
        found = [replace(head, until=_until(text, head, end)) for head, end in zip(heads, ends, strict=False)]
        heading = (each for each in found if text[each.body : each.until].strip())
        # "Thursday, July 6, 2017" and "Thursday 6 July 2017" are one day
        full = {frozenset(_WORD.findall(text[each.start : each.end].lower())) for each in heading}
        self.all: Sequence[Entry] = found if len(full) > 1 else ()
        self._starts = [each.start for each in self.all]
        years = [int(year[0]) for each in self.all if (year := _YEAR.search(text, each.start, each.end))]
        self.descend = len(years) > 1 and years[0] > years[-1]  # the latest comes first

    @property
    def borders(self) -> list[int]:
        """Where an entry, or what stands below its head, begins."""
        return [offset for each in self.all for offset in ((each.start,) if each.sign else (each.start, each.body))]

    def heads(self, offset: int) -> bool:
        """Whether a time that begins at an offset heads an entry."""
        entry = self.at(offset)
        return entry is not None and offset < entry.end

    def at(self, offset: int) -> Entry | None:
        """The entry that an offset stands in, its head or what that heads."""
        at = bisect_right(self._starts, offset) - 1
        return self.all[at] if at >= 0 and offset < max(self.all[at].until, self.all[at].end) else None


def _heads(text: str, times: Sequence[tuple[int, int]]) -> list[Entry]:
    """What heads something: times with a sign behind them or alone on their lines; where there are none of these, full dates and
    months with their years that open several lines and have a capital behind them."""
    found: list[Entry] = []
    bare: list[Entry] = []
    for at, (start, end) in enumerate(times):
        if not _opens_line(text, start) or (found and start < found[-1].end):
            continue
        if at + 1 < len(times) and _RANGE.fullmatch(text, end, times[at + 1][0]):
            end = times[at + 1][1]
        if clock := _CLOCK.match(text, end):
            end = clock.end()
        if behind := _BEHIND.match(text, end):
            sign = behind.start("sign") if behind["sign"] else None
            found.append(Entry(start, end, sign, behind.end(), behind.end()))
        elif (gap := _BARE.match(text, end)) and _DATED.search(text, start, end):
            bare.append(Entry(start, end, end, gap.end(), gap.end()))
    return found if found or len(bare) < _SEVERAL else bare


def _dates_the_text(text: str, heads: Sequence[Entry]) -> bool:
    """Whether the first head is a full date on a line of its own, and every other one stands before what it heads: the text
    is of that day."""
    alone = [head for head in heads if head.sign is None]
    full = bool(heads) and _FULL.search(text, heads[0].start, heads[0].end) is not None
    return full and alone == [heads[0]] and len(heads) > 2


def _opens_line(text: str, start: int) -> bool:
    """Whether nothing but signs of a list stands before an offset in its line, and that goes on with no other."""
    line = text.rfind("\n", max(0, start - _BEFORE), start) + 1
    if (not line and start > _BEFORE) or text[line:start].strip(_BULLETS):
        return False
    above = text[max(0, line - 1 - _SHORT) : max(0, line - 1)]
    return "\n" in above or len(above) < _SHORT or above.rstrip().endswith(_CLOSED)


def _until(text: str, head: Entry, end: int) -> int:
    """Where what a time heads ends: behind a sign with its paragraph, else before the next time that heads something."""
    blank = _BLANK.search(text, head.body, max(end, head.body)) if head.sign is not None else None
    return blank.start() if blank else max(end, head.body)


@dataclass
class Heads:
    """What the times that head entries mean, as they are read one after the other; `written` is the document's day."""

    written: date | None
    descends: bool = False  # the latest first
    days: tuple[date, date] | None = None  # of the last head that is no clock time
    weekday: date | None = None  # ... where that is a weekday alone
    year: int | None = None  # in which that lies, where the head or one before it says so
    whole: bool = False  # the year is a head of its own: what follows lies in it

    def read(self, value: str, days: tuple[date, date] | None, *, dated: bool) -> None:
        """Takes in the TIMEX3 value and the days of a head; `dated`: it says its year."""
        unit = granularity(value)
        if unit == "T":
            return
        self.days = days
        if days and unit == "Y":
            self.year, self.whole = days[0].year, True
        elif days and (dated or self.year or self.written is None) and not (self.whole and not dated):
            self.year, self.whole = days[0].year, False

    def on_weekday(self, meaning: Meaning) -> Meaning:
        """What a head means that is a weekday alone, by the head before it: "Tuesday" behind "Monday" is the next day, "Sunday" behind
        it the one before."""
        assert self.weekday is not None
        ahead = (int(meaning.value[len("XXXX-WXX-")]) - self.weekday.isoweekday()) % 7
        found = resolve_weekday(self.weekday, meaning, "future" if ahead <= _AHEAD else "past", "")
        return replace(found, how=f"beside {self.weekday}, which heads what stands before it", rival=None)

    def year_of(self, value: str) -> str | None:
        """The year of a head without one ("XXXX-02-04"): that of a year that heads it, or one in which the heads run on."""
        if self.year is None or self.whole or self.days is None:
            return f"{self.year:04d}" if self.year else None
        years = (self.year, self.year - 1) if self.descends else (self.year, self.year + 1)
        here, other = (_days(value, year) for year in years)
        if here is None:
            return None
        over = here[0] > self.days[0] if self.descends else here[0] < self.days[0]
        possible = other is not None and (self.written is None or other[0] <= self.written)
        if not over and self.written is not None and here[0] > self.written >= self.days[0]:
            return f"{self.year - 1:04d}"  # the latest first
        return f"{years[1] if over and possible else self.year:04d}"

    @property
    def told_from(self) -> date | None:
        """The day from which what they head is told: theirs, where it is one that is over, or the document's."""
        if self.days is None or (self.written is not None and self.written <= self.days[1]):
            return self.written
        return self.days[0] if self.days[0] == self.days[1] else None


def _days(value: str, year: int) -> tuple[date, date] | None:
    """The days of an underspecified date value in a year; None where it has none there (29 February)."""
    try:
        return span(value.replace("XXXX", f"{year:04d}"))
    except ValueError:
        return None
