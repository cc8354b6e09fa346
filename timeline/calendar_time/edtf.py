"""EDTF (ISO 8601-2:2019, levels 0 to 2) from and to TIMEX3 date values, and between days.

Where the two differ: the decade 198 is 198X, spring 2001-SP is 2001-21, the quarter 2001-Q1 is 2001-33,
the half 2001-H1 is 2001-40, a week is the interval of its days. APPROX becomes `~`; START, MID and END narrow
the interval and so are written as an interval of days with `~` at both ends.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from timeline.calendar_time.values import granularity, span, third
from timeline.errors import ValueSyntaxError

_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_BACK = {code: name for name, code in _SEASONS.items()}


@lru_cache(maxsize=8192)
def to_edtf(value: str, mod: str | None = None) -> str | None:
    """The EDTF form of a TIMEX3 date value, or None where it names no calendar date.

    >>> to_edtf("2018-Q3"), to_edtf("199"), to_edtf("2018-08", "MID"), to_edtf("XXXX-09"), to_edtf("2018", "APPROX")
    ('2018-35', '199X', '2018-08-11~/2018-08-20~', 'XXXX-09', '2018~')
    """
    if "/" in value:
        ends = [to_edtf(part) for part in value.split("/", 1)]
        return "/".join(end or "" for end in ends) if any(ends) else None
    unit = granularity(value)
    if unit is None:
        return None
    if mod in ("START", "MID", "END") and unit not in ("D", "T", "WE"):
        days = third(value, mod)
        return f"{days[0]}~/{days[1]}~" if days else None
    bare = value.split("T")[0] if unit == "T" else value
    text = _plain(bare, granularity(bare) or "Y")
    if text is None:
        return None
    if mod == "APPROX":
        return text + "~" if "/" not in text else "/".join(f"{end}~" for end in text.split("/"))
    if mod in ("BEFORE", "ON_OR_BEFORE"):
        return f"../{text.split('/')[-1]}"
    if mod in ("AFTER", "ON_OR_AFTER"):
        return f"{text.split('/')[0]}/.."
    return text


def _plain(value: str, unit: str) -> str | None:
    year = value[:4]
    match unit:
        case "DE":
            return f"{value[:3]}X"
        case "CE":
            return f"{value[:2]}XX"
        case "S":
            return f"{year}-{_SEASONS[value[5:7]]}"
        case "Q":
            return None if value.endswith("X") else f"{year}-{32 + int(value[-1])}"
        case "H":
            return None if value.endswith("X") else f"{year}-{39 + int(value[-1])}"
        case "W" | "WE":
            days = span(value)
            return f"{days[0]}/{days[1]}" if days else None
        case "D" if "W" in value:
            days = span(value)
            return days[0].isoformat() if days else None
        case _:
            return value


def from_edtf(text: str) -> str:
    """The TIMEX3 value of a single EDTF date (no interval, no qualifier). Raises ValueSyntaxError.

    >>> from_edtf("2001-21"), from_edtf("2001-33"), from_edtf("198X"), from_edtf("2018-06-12")
    ('2001-SP', '2001-Q1', '198', '2018-06-12')
    """
    if re.fullmatch(r"\d{3}X|\d{2}XX", text):
        return text.rstrip("X")
    found = re.fullmatch(r"([\dX]{4})-(\d\d)", text)
    if found and found[2] in _BACK:
        return f"{found[1]}-{_BACK[found[2]]}"
    if found and 33 <= int(found[2]) <= 36:
        return f"{found[1]}-Q{int(found[2]) - 32}"
    if found and 40 <= int(found[2]) <= 41:
        return f"{found[1]}-H{int(found[2]) - 39}"
    if granularity(text) not in ("Y", "M", "D"):
        raise ValueSyntaxError(f"{text!r} is no single EDTF date; write YYYY, YYYY-MM or YYYY-MM-DD")
    span(text)
    return text


def interval_edtf(earliest: date | None, latest: date | None) -> str | None:
    """EDTF of "somewhere between these days"; an open end is `..`; None where both are open.

    A whole year or month is written as such.

    >>> interval_edtf(date(2018, 5, 1), date(2018, 5, 31)), interval_edtf(date(2018, 8, 31), None)
    ('2018-05', '2018-08-31/..')
    """
    if earliest is None and latest is None:
        return None
    if earliest is None or latest is None:
        return f"{earliest or '..'}/{latest or '..'}"
    if earliest == latest:
        return earliest.isoformat()
    for value in (f"{earliest.year:04d}", f"{earliest.year:04d}-{earliest.month:02d}"):
        if span(value) == (earliest, latest):
            return value
    return f"{earliest}/{latest}"


def interval_days(text: str) -> tuple[date | None, date | None]:
    """The first and last day that an EDTF text allows; an open end is None. Raises ValueSyntaxError.

    >>> interval_days("2018-08-31/..")
    (datetime.date(2018, 8, 31), None)
    """
    ends = [part.rstrip("~?%") for part in text.split("/")]
    if len(ends) > 2:
        raise ValueSyntaxError(f"{text!r} has more than one '/'; an EDTF interval is start/end")
    days = [None if end in ("..", "") else span(from_edtf(end)) for end in ends]
    first, last = days[0], days[-1]
    return (first[0] if first else None), (last[1] if last else None)
