"""TIMEX3 date and duration values (ISO-TimeML) as strings: parsed, measured in days, moved.

A date value is what a TIMEX3 `value` attribute holds: 2018-06-12, 2018-W27-5, 2018-Q3, 2018-SU, 201 (a decade),
20 (a century), each with a time of day behind it where one is known (2018-07-06TMO, 2018-07-06T15:00).
Fields that are not known are X: XXXX-06-12, XXXX-WXX-5.
Source: TimeML annotation guidelines 1.2.1, section 2.2; ISO 8601 for weeks; Julian/Gregorian proleptic calendar of
the standard library, so years 1 to 9999.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

from timeline.errors import ValueSyntaxError

DAY = timedelta(days=1)

#: Granularities from fine to coarse; WE is a weekend, S a season, H a half-year, DE a decade, CE a century.
COARSENESS = {"T": 0, "D": 1, "WE": 2, "W": 3, "M": 4, "S": 5, "Q": 5, "H": 6, "Y": 7, "DE": 8, "CE": 9, "ML": 10}
MONTHS_IN = {"M": 1, "S": 3, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}
UNIT_NAMES = {
    "D": "day", "W": "week", "WE": "weekend", "M": "month", "Q": "quarter", "S": "season", "H": "half-year",
    "Y": "year", "DE": "decade", "CE": "century", "ML": "millennium", "FN": "fortnight",
    "TH": "hour", "TM": "minute", "TS": "second",
}  # fmt: skip
SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
#: TIMEX3 parts of a day: morning, midday, afternoon, evening, night, daytime.
DAY_PARTS = ("MO", "MI", "AF", "EV", "NI", "DT")

_DATE = re.compile(
    r"(?P<year>[\dX]{4})"
    r"(?:-(?:(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?"
    r"|W(?P<week>[\dX]{2})(?:-(?P<weekday>[1-7]|WE))?"
    r"|Q(?P<quarter>[1-4X])|H(?P<half>[12X])|(?P<season>SP|SU|FA|WI)))?"
    r"(?P<time>T(?:MO|MI|AF|EV|NI|DT|\d{2}(?::\d{2}){0,2}(?:Z|[+-]\d{2}(?::?\d{2})?)?))?"
)
_DURATION = re.compile(r"P(?:[\dX.]+(?:DE|CE|ML|WE|[YQMWD]))*(?:T(?:[\dX.]+[HMS])+)?|PT?X[A-Z]*")


@lru_cache(maxsize=8192)
def granularity(value: str) -> str | None:
    """The granularity of a TIMEX3 date value as a key of `COARSENESS`, or None where it is not a date.

    >>> granularity("2018-06"), granularity("2018-W27"), granularity("199"), granularity("PAST_REF")
    ('M', 'W', 'DE', None)
    """
    if re.fullmatch(r"\d{2}X?X?", value) and "X" not in value[:2]:
        return "CE"
    if re.fullmatch(r"\d{3}X?", value):
        return "DE" if not value.isdigit() or len(value) == 3 else "Y"
    found = _DATE.fullmatch(value)
    if not found:
        return None
    if found["time"]:
        return "T"
    if found["day"] or (found["weekday"] and found["weekday"] != "WE"):
        return "D"
    if found["weekday"] == "WE":
        return "WE"
    for group, name in (("month", "M"), ("week", "W"), ("quarter", "Q"), ("half", "H"), ("season", "S")):
        if found[group]:
            return name
    return "Y"


@lru_cache(maxsize=8192)
def span(value: str) -> tuple[date, date] | None:
    """The first and last day of a TIMEX3 date value; None where it names no days (PAST_REF, XXXX-05, P3D).

    Raises ValueSyntaxError for a value that is shaped like a date and is none (2018-02-30).

    >>> span("2018-Q3")
    (datetime.date(2018, 7, 1), datetime.date(2018, 9, 30))
    """
    if "/" in value:
        first, last = (span(part) for part in value.split("/", 1))
        return (first[0], last[1]) if first and last else None
    if re.fullmatch(r"\d{3}X?|\d{2}(XX)?", value) and granularity(value) in ("DE", "CE"):
        digits = value.rstrip("X")
        scale = 10 ** (4 - len(digits))
        start = max(int(digits) * scale, 1)
        return date(start, 1, 1), date(int(digits) * scale + scale - 1, 12, 31)
    found = _DATE.fullmatch(value)
    if not found or "X" in value.split("T")[0]:
        return None
    try:
        return _span(found)
    except ValueError as error:
        raise ValueSyntaxError(f"{value!r} is no calendar date ({error})") from None


def _span(found: re.Match[str]) -> tuple[date, date]:
    year = int(found["year"])
    if found["day"]:
        day = date(year, int(found["month"]), int(found["day"]))
        return day, day
    if found["month"]:
        return month_span(year, int(found["month"]), 1)
    if found["weekday"] == "WE":
        return date.fromisocalendar(year, int(found["week"]), 6), date.fromisocalendar(year, int(found["week"]), 7)
    if found["weekday"]:
        day = date.fromisocalendar(year, int(found["week"]), int(found["weekday"]))
        return day, day
    if found["week"]:
        return date.fromisocalendar(year, int(found["week"]), 1), date.fromisocalendar(year, int(found["week"]), 7)
    if found["quarter"]:
        return month_span(year, 3 * int(found["quarter"]) - 2, 3)
    if found["half"]:
        return month_span(year, 6 * int(found["half"]) - 5, 6)
    if found["season"]:
        return month_span(year, SEASON_START[found["season"]], 3)
    return date(year, 1, 1), date(year, 12, 31)


def month_span(year: int, month: int, count: int) -> tuple[date, date]:
    """First and last day of `count` months from `year`-`month`; past the year 9999 it ends there."""
    last = year * 12 + month - 1 + count - 1
    last_year, last_month = min(last // 12, 9999), last % 12 + 1
    return date(year, month, 1), date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])


def containing(day: date, unit: str) -> str:
    """The TIMEX3 value at granularity `unit` that contains `day`.

    >>> containing(date(2018, 7, 6), "W"), containing(date(2018, 7, 6), "Q"), containing(date(2018, 1, 5), "S")
    ('2018-W27', '2018-Q3', '2017-WI')
    """
    year = f"{day.year:04d}"
    match unit:
        case "D" | "T":
            return day.isoformat()
        case "W":
            iso = day.isocalendar()
            return f"{iso.year:04d}-W{iso.week:02d}"
        case "WE":
            iso = day.isocalendar()
            return f"{iso.year:04d}-W{iso.week:02d}-WE"
        case "M":
            return f"{year}-{day.month:02d}"
        case "Q":
            return f"{year}-Q{(day.month + 2) // 3}"
        case "H":
            return f"{year}-H{1 if day.month <= 6 else 2}"
        case "S":
            name = ("WI", "SP", "SU", "FA")[day.month % 12 // 3]
            return f"{day.year - (day.month <= 2):04d}-{name}"
        case "DE":
            return year[:3]
        case "CE":
            return year[:2]
        case _:
            return year


def shift_day(day: date, count: int, unit: str) -> date:
    """`day` moved by `count` units; a month's end stays inside the month; outside years 1 to 9999 it stops there.

    >>> shift_day(date(2018, 3, 31), -1, "M")
    datetime.date(2018, 2, 28)
    """
    if unit in ("D", "T", "W", "WE"):
        try:
            return day + timedelta(days=count * (7 if unit in ("W", "WE") else 1))
        except OverflowError:
            return date.max if count > 0 else date.min
    month = day.year * 12 + day.month - 1 + count * MONTHS_IN[unit]
    if not 12 <= month < 120000:
        return date.max if month > 0 and count > 0 else date.min
    year, month = month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def shift(value: str, count: int, unit: str) -> str | None:
    """A date value moved by `count` units, at its own granularity; None where it has no days.

    >>> shift("1989-Q3", -1, "Y"), shift("2018-06-12", 3, "W")
    ('1988-Q3', '2018-07-03')
    """
    days, own = span(value), granularity(value)
    if not days or not own:
        return None
    return containing(shift_day(days[0], count, unit), own)


def parse_duration(value: str) -> list[tuple[float | None, str]] | None:
    """[(number or None for X, unit)] of a TIMEX3 duration; time units come as TH, TM, TS. None for another value.

    >>> parse_duration("P1Y6M"), parse_duration("PT36H"), parse_duration("PXD")
    ([(1.0, 'Y'), (6.0, 'M')], [(36.0, 'TH')], [(None, 'D')])
    """
    if not value.startswith("P") or not _DURATION.fullmatch(value):
        return None
    parts: list[tuple[float | None, str]] = []
    day_part, _, time_part = value[1:].partition("T")
    for text, prefix in ((day_part, ""), (time_part, "T")):
        for number, unit in re.findall(r"([\d.X]+)(DE|CE|ML|WE|[YQMWDHS])", text):
            parts.append((None if "X" in number else float(number), prefix + unit))
    return parts or None


def duration_in_words(value: str) -> str:
    """A TIMEX3 duration as a reader says it; any other value as it is.

    >>> duration_in_words("P1Y"), duration_in_words("P3W"), duration_in_words("PXM"), duration_in_words("P1DT12H")
    ('1 year', '3 weeks', 'some months', '1 day 12 hours')
    """
    words = []
    for number, unit in parse_duration(value) or ():
        words.append(f"{'some' if number is None else f'{number:g}'} {UNIT_NAMES[unit]}{'s' * (number != 1)}")
    return " ".join(words) or value


def format_duration(number: float | str, unit: str) -> str:
    """A TIMEX3 duration; decades and centuries in years where the number is known, as the corpora write them.

    >>> format_duration(2, "DE"), format_duration("X", "DE"), format_duration(1.5, "Y"), format_duration(3, "TH")
    ('P20Y', 'PXDE', 'P1Y6M', 'PT3H')
    """
    if number == "X":
        return f"PTX{unit[1]}" if unit.startswith("T") else f"PX{unit}"
    number = float(number)
    if unit in ("DE", "CE", "ML"):
        number, unit = number * {"DE": 10, "CE": 100, "ML": 1000}[unit], "Y"
    whole, part = int(number), number - int(number)
    prefix, letter = ("PT", unit[1]) if unit.startswith("T") else ("P", unit)
    if not part:
        return f"{prefix}{whole}{letter}"
    smaller = {"Y": ("M", 12), "TH": ("M", 60), "TM": ("S", 60), "M": ("W", 4)}.get(unit)
    if smaller and abs(part * smaller[1] - round(part * smaller[1])) < 1e-9:
        head = f"{whole}{letter}" if whole else ""
        return f"{prefix}{head}{round(part * smaller[1])}{smaller[0]}"
    return f"{prefix}{number:g}{letter}"


def third(value: str, mod: str) -> tuple[date, date] | None:
    """The days of "early", "mid" or "late" `value` (mod START, MID or END): its first, middle or last third.

    Months split at their 10th and 20th day, longer units at whole months, a week into Mon-Tue, Wed-Thu, Fri-Sun.

    >>> third("2018-08", "MID")
    (datetime.date(2018, 8, 11), datetime.date(2018, 8, 20))
    """
    days, unit = span(value), granularity(value)
    if not days or not unit:
        return None
    first, last = days
    if unit in ("D", "T", "WE"):
        return days
    if unit == "W":
        cuts = (first + 2 * DAY, first + 4 * DAY)
    elif unit == "M":
        cuts = (first + 10 * DAY, first + 20 * DAY)
    else:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        cuts = (shift_day(first, (months + 2) // 3, "M"), shift_day(first, months - (months + 2) // 3, "M"))
    return {"START": (first, cuts[0] - DAY), "MID": (cuts[0], cuts[1] - DAY), "END": (cuts[1], last)}[mod]


def parse_day(text: str) -> date:
    """A calendar day from ISO 8601 text (2018-07-06; a time behind it is dropped). Raises ValueSyntaxError.

    >>> parse_day("2018-07-06T10:00:00Z")
    datetime.date(2018, 7, 6)
    """
    found = re.match(r"(\d{4})-(\d{2})-(\d{2})(?![\d-])", text.strip())
    if not found:
        raise ValueSyntaxError(f"{text!r} is no date; write it as YYYY-MM-DD, such as 2018-07-06")
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError as error:
        raise ValueSyntaxError(f"{text!r} is no calendar date ({error}); write it as YYYY-MM-DD") from None


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous Gregorian computus, Meeus 1991, chapter 8).

    >>> easter(2018)
    datetime.date(2018, 4, 1)
    """
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    day = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * day) // 451
    month, rest = divmod(h + day - 7 * m + 114, 31)
    return date(year, month, rest + 1)


def feast(rule: str, year: int) -> date:
    """The day of a yearly feast by its rule, `+N` or `-N` days behind it: `MM-DD`, `easter`, or `MM/nth/weekday`
    (`easter-2`, `11/4/4`: the fourth Thursday of November, `05/-1/1` the last Monday of May; weekdays 1 to 7 from Monday).

    >>> feast("11/4/4", 1999), feast("easter-2", 2018)
    (datetime.date(1999, 11, 25), datetime.date(2018, 3, 30))
    """
    if found := re.fullmatch(r"(.+?)([+-]\d+)", rule) if not re.fullmatch(r"\d\d-\d\d", rule) else None:
        return feast(found[1], year) + timedelta(days=int(found[2]))
    if rule == "easter":
        return easter(year)
    if "/" in rule:
        month, nth, weekday = (int(part) for part in rule.split("/"))
        if nth > 0:
            first = date(year, month, 1)
            return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
        last = month_span(year, month, 1)[1]
        return last - timedelta(days=(last.isoweekday() - weekday) % 7 + 7 * (-nth - 1))
    month, day = (int(part) for part in rule.split("-"))
    return date(year, month, day)
