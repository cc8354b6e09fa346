"""Two times that mean something together: the ends of a stretch ("between 1994 and 2002", "from Monday to Friday"), and a
distance from a date ("two days before Thanksgiving").

`ranges` of a language holds what stands before the first end of a stretch and between the two. Each time alone was dated
without the other, as TIMEX3 has it; here ends are put in order, and both are joined where an event wants the whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from timeline.calendar_time.durations import counted_from
from timeline.calendar_time.edtf import interval_edtf, to_edtf
from timeline.calendar_time.meaning import is_day, underspecified
from timeline.calendar_time.values import DAY, granularity, shift_day, span
from timeline.lang.patterns import TimexPack
from timeline.model import TimeExpression
from timeline.tagging.clauses import sentence_before

_SAID = 7  # words before a range among which it is said that something was moved
_PARAGRAPH = re.compile(r"\n\s*\n")
_STOPS = (".", "!", "?", ":")
_BEFORE = 24  # characters in which the word before the first end stands


def in_order(text: str, timexes: Sequence[TimeExpression], pack: TimexPack) -> list[TimeExpression]:
    """The expressions with the ends of each stretch after one another, where the year or week of one was not said."""
    found: list[TimeExpression] = []
    between = {second for _, second in pack.ranges}
    for time in timexes:
        if found and _middle(text, found[-1], time) in between:
            opened = _opened(text, found[-1], time, pack)
            found[-1] = _in_the_year_of(found[-1], time)
            time = _week_later(found[-1], time)
            if opened:
                time = _in_the_year_after(found[-1], time)
                found[-1] = _before(found[-1], time)
        found.append(time)
    return found


def joined(text: str, timexes: Sequence[TimeExpression], pack: TimexPack) -> list[TimeExpression]:
    """The expressions with the two ends of a stretch, or a distance and the date it counts from, as one. Neighbouring
    days joined by the second word of a range ("Friday and Saturday") are a stretch without anything before them too."""
    found: list[TimeExpression] = []
    between = {second for _, second in pack.ranges}
    for time in timexes:
        last = found[-1] if found else None
        if last and (counted := _counted(text, last, time, pack)):
            found[-1] = counted
            continue
        if last and last.earliest and last.latest and time.earliest and time.latest and last.latest <= time.latest:
            neighbours = _middle(text, last, time) in between and (time.earliest - last.latest).days == 1
            neighbours = neighbours and _is_called(last, pack) and _is_called(time, pack)
            if last.type == time.type == "DATE" and (neighbours or _opened(text, last, time, pack)):
                how = f"from {last.explanation} to {time.explanation}"
                found[-1] = replace(
                    last, end=time.end, text=text[last.start : time.end], value=f"{last.value}/{time.value}",
                    latest=time.latest, edtf=interval_edtf(last.earliest, time.latest), explanation=how,
                )  # fmt: skip
                continue
        found.append(time)
    return found


def _is_called(time: TimeExpression, pack: TimexPack) -> bool:
    """Whether a day is called by its name or number: "Friday and Saturday" are neighbours, not "Friday and a day later"."""
    names = (pack.folded.get(name, {}) for name in ("weekday", "weekday_short", "month", "month_short"))
    words = time.text.lower().split()
    return any(word.rstrip(".,") in known for known in names for word in words) or words[-1][0].isdigit()


def _counted(text: str, distance: TimeExpression, base: TimeExpression, pack: TimexPack) -> TimeExpression | None:
    """ "two days before Thanksgiving" as a date; None where it is a stretch of its own ("for two days after May 3")."""
    if distance.type != "DURATION" or not (distance.anchor and base.type == "DATE" and base.earliest and base.latest):
        return None
    if _middle(text, distance, base) not in pack.words.get("relation", {}) or distance.anchor == "since":
        return None
    before = text[max(0, distance.start - _BEFORE) : distance.start].lower().split()[-1:]
    if pack.tense["lasting"].intersection(before):
        return None
    weekdays = not pack.tense["working"].isdisjoint(distance.text.lower().split())  # "eight trading days after May 3"
    sign = -1 if distance.anchor == "before" else 1
    days = counted_from((base.earliest, base.latest), distance.value, sign, weekdays=weekdays)
    if not days:
        return None
    first, last = days
    said = text[distance.start : base.end]
    how = f"“{said}” is counted{' without weekends' if weekdays else ''} from {base.explanation}"
    return replace(
        base, start=distance.start, text=said, value=str(first) if first == last else f"{first}/{last}", mod=None,
        earliest=first, latest=last, edtf=interval_edtf(first, last), explanation=how, rival=None,
    )  # fmt: skip


def _middle(text: str, first: TimeExpression, second: TimeExpression) -> str:
    return text[first.end : second.start].strip().lower() if second.start - first.end < _BEFORE else ""


def _opened(text: str, first: TimeExpression, second: TimeExpression, pack: TimexPack) -> bool:
    """Whether the words before the first end and between the two are those of a range."""
    before = _PARAGRAPH.split(text[max(0, first.start - _BEFORE) : first.start])[-1].lower().split()
    before = [] if before and before[-1].endswith(_STOPS) else before  # "2013 - 2019: A quiet time"
    if (before[-1] if before else "", _middle(text, first, second)) not in pack.ranges:
        return False
    said = sentence_before(text, first.start, pack).lower().split()[-_SAID:-1]
    moved = [at for at, word in enumerate(said) if word in pack.tense["moved"]]
    # not "was moved up from Nov. 13 to Oct. 2", "postponed several times, most recently from 13 May to 10 June"
    return not moved or any(word.endswith(pack.past_endings) for word in said[moved[-1] + 1 :])


def _in_the_year_of(first: TimeExpression, second: TimeExpression) -> TimeExpression:
    """ "between July 11 and July 22 of 1995": a first end without a year is in the year of the second."""
    if re.search(r"\d{4}", first.text) or not re.search(r"\d{4}", second.text) or first.type != "DATE":
        return first
    if granularity(first.value) == "D" and not re.search(r"\d", first.text):
        return first  # "extended on Thursday to January 31, 2019"
    year = second.latest.year if second.latest else 0
    if year and underspecified(first.value) and is_day(value := first.value.replace("XXXX", f"{year:04d}")):
        days = span(value)  # the document date is not known
        assert days
        how = f"“{first.text}” = {value}, in the year of “{second.text}”"
        edtf = to_edtf(value, first.mod)
        return replace(first, value=value, earliest=days[0], latest=days[1], edtf=edtf, explanation=how)
    if not (year and first.earliest and first.latest and first.earliest.year == first.latest.year):
        return first
    return _moved(first, lambda day: day.replace(year=year), f"in the year of “{second.text}”")


def _in_the_year_after(first: TimeExpression, second: TimeExpression) -> TimeExpression:
    """ "between November 2022 and February": a second end without a year that was read before the first is a year later."""
    if not (first.earliest and second.earliest and second.earliest < first.earliest) or second.type != "DATE":
        return second
    said = re.search(r"\d{4}", first.text) and not re.search(r"\d{4}", second.text)
    if not said or granularity(second.value) not in ("D", "M"):
        return second
    return _moved(second, lambda day: shift_day(day, 1, "Y"), f"after “{first.text}”")


def _week_later(first: TimeExpression, second: TimeExpression) -> TimeExpression:
    """A weekday behind another ("on Thursday and Friday") that was read a week too early to be the day after it."""
    if second.earliest is None or second.earliest != second.latest or first.latest is None:
        return second
    if re.search(r"\d", second.text) or (second.earliest + 7 * DAY - first.latest).days != 1:
        return second
    return _moved(second, lambda day: day + 7 * DAY, f"the day after {first.latest}")


def _before(first: TimeExpression, second: TimeExpression) -> TimeExpression:
    """A first end without a year that was read after the second ("between January and November", told in February): a
    year earlier, or a week where it is a weekday."""
    if not (first.earliest and second.earliest and first.earliest > second.earliest) or first.type != "DATE":
        return first
    named_by = granularity(first.value)
    if re.search(r"\d{4}", first.text) or named_by not in ("D", "M"):
        return first
    unit = "Y" if named_by == "M" or re.search(r"\d", first.text) else "W"
    return _moved(first, lambda day: shift_day(day, -1, unit), f"before “{second.text}”")


def _moved(time: TimeExpression, move: Callable[[date], date], why: str) -> TimeExpression:
    """An expression in another year or week; as it is where that has no such day."""
    assert time.earliest and time.latest
    try:
        earliest, latest = move(time.earliest), move(time.latest)
    except ValueError:
        return time
    if earliest == time.earliest:
        return time
    own = f"{time.earliest.year:04d}"
    value = str(earliest) if granularity(time.value) == "D" else time.value.replace(own, f"{earliest.year:04d}", 1)
    how = f"“{time.text}” = {value}, {why}"
    return replace(time, value=value, earliest=earliest, latest=latest, edtf=to_edtf(value, time.mod), explanation=how)
