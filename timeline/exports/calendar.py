"""iCalendar (RFC 5545): whole-day events, the end exclusive as the standard asks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from timeline.model import Event

_STATUS = {"occurred": "CONFIRMED", "ongoing": "CONFIRMED", "cancelled": "CANCELLED", "denied": "CANCELLED"}


def to_ics(events: Sequence[Event]) -> bytes:
    """One VEVENT an event with a day; the stamp is the event's own first day, so that the bytes are reproducible."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//diplomatic-timeline//EN"]
    for event in events:
        start, end = event.earliest or event.latest, event.latest or event.earliest
        if start and end:
            lines += _vevent(event, start, end)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _fold(line)).encode()


def _vevent(event: Event, start: date, end: date) -> list[str]:
    after = end + timedelta(days=1) if end < date.max else end
    quotes = " / ".join(f"{piece.quote} ({piece.document})" for piece in event.evidence)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{event.id}@diplomatic-timeline",
        f"DTSTAMP:{start:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{start:%Y%m%d}",
        f"DTEND;VALUE=DATE:{after:%Y%m%d}",
        f"SUMMARY:{_text(event.title)}",
        f"DESCRIPTION:{_text(f'{event.explanation} — {quotes}')}",
        f"STATUS:{_STATUS.get(event.status, 'TENTATIVE')}",
        f"CATEGORIES:{event.type}",
    ]
    if event.place:
        lines.append(f"LOCATION:{_text(event.place.name)}")
    return [*lines, "END:VEVENT"]


def _text(value: str) -> str:
    value = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "".join(c if c.isprintable() else "\\n" if c == "\n" else " " for c in value)


def _fold(line: str) -> list[str]:
    """Lines of at most 75 octets, continued with a space, never inside a character (RFC 5545, 3.1)."""
    folded, current = [], b""
    for character in line:
        piece = character.encode()
        if len(current) + len(piece) > 75:
            folded.append(current.decode())
            current = b" "
        current += piece
    return [*folded, current.decode()]
