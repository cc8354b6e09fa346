"""An event in words: its date, its status, a title cut to fit."""

from __future__ import annotations

from datetime import date, timedelta

from timeline.interface import interface_texts
from timeline.model import STATUSES, TYPES, Event

STATUS_WORDS = {status: interface_texts("en")[status] for status in STATUSES}
TYPE_WORDS = {kind: interface_texts("en")[kind] for kind in TYPES}


def in_words(event: Event) -> str:
    """The event's date for a reader.

    A day ("12 June 2018"), a span ("5 to 7 July 2018"), whole months and years
    ("in May 2018", "June to August 2018"), or what is known of it.
    """
    first, last = event.earliest, event.latest
    if first and last:
        if event.status == "deadline":
            return f"by {_day_words(last)}"
        if first == last:
            return _day_words(first)
        if first.day == 1 and (last + timedelta(days=1)).day == 1:
            if (first.year, first.month) == (last.year, last.month):
                return f"in {first:%B %Y}"
            if (first.month, last.month) == (1, 12):
                return f"in {first.year}" if first.year == last.year else f"{first.year} to {last.year}"
            return f"{f'{first:%B}' if first.year == last.year else f'{first:%B %Y}'} to {last:%B %Y}"
        start = (
            str(first.day)
            if (first.year, first.month) == (last.year, last.month)
            else (f"{first.day} {first:%B}" if first.year == last.year else _day_words(first))
        )
        link = "from" if event.status == "ongoing" else "between"
        return f"{link} {start} {'to' if link == 'from' else 'and'} {_day_words(last)}"
    if first:
        return f"after {_day_words(first)}"
    return f"before or on {_day_words(last)}" if last else "no date"


def _day_words(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def shorten(text: str, size: int) -> str:
    """At most `size` characters, cut between words.

    >>> shorten("Trump and Kim Jong Un meet in Singapore", 20)
    'Trump and Kim Jong…'
    """
    if len(text) <= size:
        return text
    cut = text[: size - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:-") + "…"
