"""The dateline that a report opens with: a place, a date and often an agency ("Oslo, July 7 (NTB) -- ")."""

from __future__ import annotations

import re
from functools import lru_cache

HEAD = 600  # characters at the top in which a dateline stands
_FURTHEST, _RUNNING = 3000, 100  # the same behind a page's list of other news, and of a line of running text
PLACE = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?:[ /-][A-ZÀ-Þ][\w.'’-]*){0,4},\s*")  # or "Colombo/Oslo, 24 February 2002: ..."
#: One with its place in capitals, which need not have a date: "SEOUL (Reuters) - ".
IN_CAPITALS = re.compile(
    r"\s*(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+[ ,/]*){1,5}(?:\([^)\n]{1,30}\)\s*)?[^\n—–_]{0,48}?(?:—|–|--|_|\s-)\s+(?=\S)"
)
#: Behind the date of a line of its own: the hour, its zone, when it was changed ("08:14 am IST - Updated 11:02 am").
STAMPS = re.compile(r"(?i)(?:[\W\d]|\b(?:am|pm|[a-z]{2,4}t|utc|z|updated|published|posted|modified|at|on|last)\b)*")
UNDATED = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ .,'’/-]+ \([A-ZÀ-Þ][\w. ]{1,20}\) (?:--|[—–_-]) "
)  # with its agency: "OSLO (AP) _ "
_CLOSED = re.compile(
    r"\.? */[A-ZÀ-Þ][^/\n]{1,29}/\.?\s+(?=\S)|\s*(?:\([^)\n]{1,30}\)\.?\s*)?(?:--|[:—–_]|\s-|-\s)\s*(?=\S)"
)

#: With its agency before its date, and no sign behind that: "[by Jane Doe] Lima, Peru (NTB) Jan 05, 2015 Envoys ..."
_BEFORE_DATE = re.compile(r"(?:by (?:[A-Z][\w.'’-]+ ){2,3})?[A-ZÀ-Þ][\w.'’ ,-]{2,50} \([A-ZÀ-Þ]{2,5}\) ")
_SPACE = re.compile(r"\s+(?=[\"“A-ZÀ-Þ])")
_BRACKETED = re.compile(r"\)[.:]?\s+(?=\S)")  # "(Warsaw, September 21, 2023) ..."
_STOPPED = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’ /-]+\. ")  # "MOSCOW. Nov 12 (Interfax) - ..."
# "BISHKEK — March 13, 2025. ...", "KINGSTON, Jamaica - March 11, 2024 (CMC) - ..."
_DASHED = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’ ,/-]+(?:(?<=, )[A-ZÀ-Þ][\w. ]{1,20})? ?(?:—|–|--|(?<= )- ) ?")
_STOP = re.compile(r"\s*\([A-ZÀ-Þ][^()\d\n]{1,29}\)\s*(?:--|[—–]|-)\s+(?=\S)|[.:]?\s+(?=[\"“A-ZÀ-Þ])")
_DASH = re.compile(
    r"(?: D\.?C\.?)?(?:,? \[[A-Z]{2,3}\]|, [A-ZÀ-Þ][\w. ]{1,20})?\s*(?:\([^)\n]{1,30}\)\s*)?(?:--|[:—–]|\s-)\s+(?=[\"“A-ZÀ-Þ])"
)
_BEFORE_COLON = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’/ -]{2,30}(?:, [A-ZÀ-Þ][\w. ]{1,20})?: (?=[\"“A-ZÀ-Þ])")
_LED = re.compile(r"\([A-ZÀ-Þ][^()\d\n]{1,29}\)\s*(?:--|[—–-])\s+")  # "(NTB) - OSLO, JUN 24 - "
_AGENCY = re.compile(r"\s*\([A-ZÀ-Þ][^()\d\n]{1,29}\)\s*(?:--|[—–]|-)\s+(?=\S)")  # "July 18 (Reuters) - "


def heading(text: str) -> int:
    """Where the lines at the top of a text end in which its date may stand: before its first running text, if that is not near."""
    for line in re.finditer(r"[^\n]+", text[:_FURTHEST]):
        if len(line[0].strip()) >= _RUNNING and line[0].rstrip().endswith((".", '."', ".”")):
            return max(HEAD, line.start())
    return HEAD


@lru_cache(maxsize=16)
def published_line(words: tuple[str, ...]) -> re.Pattern[str]:
    """A short line that one of `words` opens: "Updated: 6 August 2023"."""
    return re.compile(rf"(?im)^\W*(?:{'|'.join(words)})\b[^\n]{{0,60}}$") if words else re.compile(r"(?!)")


@lru_cache(maxsize=16)
def published_part(words: tuple[str, ...]) -> re.Pattern[str]:
    """What one of `words` opens between bars of a line of parts: the " | Updated: " of "NTB | Oslo | Updated: 6 August 2023"."""
    return re.compile(rf"(?i)(?:^|[|•·])\s*(?:{'|'.join(words)})\b:?\s*") if words else re.compile(r"(?!)")


def behind_dateline(text: str, line: int, start: int, end: int) -> int | None:
    """Where the report begins behind a dateline that opens at `line` and whose date has the half-open offsets `start`,
    `end`; None where those are none. Without a place it has its agency."""
    led = _LED.match(text, line, start)
    line = led.end() if led else line
    sign = _CLOSED if PLACE.fullmatch(text, line, start) else _AGENCY if not text[line:start].strip() else None
    sign = _AGENCY if sign is None and _STOPPED.fullmatch(text, line, start) else sign
    sign = _STOP if _DASHED.fullmatch(text, line, start) else sign
    sign = _SPACE if _BEFORE_DATE.fullmatch(text, line, start) else sign
    sign = _BRACKETED if text[line] == "(" and PLACE.fullmatch(text, line + 1, start) else sign
    closed = sign.match(text, end) if sign else None
    return closed.end() if closed else None


def undated(text: str, start: int, end: int, town: int | None) -> re.Match[str] | None:
    """A dateline without a day that opens a sentence with these offsets: a town that ends at `town` and a dash or a colon ("The
    Hague - ", "Washington DC: "), or capitals and a colon ("KHARTOUM: ")."""
    return _DASH.match(text, town, end) if town is not None else _BEFORE_COLON.match(text, start, end)


def is_dateline(text: str, start: int, end: int) -> bool:
    """Whether a date with these half-open offsets is that of a dateline at the top of a text."""
    return end <= HEAD and behind_dateline(text, text.rfind("\n", 0, start) + 1, start, end) is not None
