"""The JSON that TimelineJS3 reads. An open end is left out; events without any day cannot be drawn there."""

from __future__ import annotations

import html
import json
from collections.abc import Sequence
from datetime import date

from timeline.model import Event


def to_timelinejs(events: Sequence[Event]) -> bytes:
    """A TimelineJS3 document: one slide an event, its evidence as text."""
    slides = [_slide(event) for event in events if event.earliest or event.latest]
    return json.dumps({"events": slides}, ensure_ascii=False, indent=1).encode()


def _slide(event: Event) -> dict[str, object]:
    start, end = event.earliest or event.latest, event.latest
    assert start
    quotes = "".join(
        f"<blockquote>{html.escape(p.quote)}<br>— {html.escape(p.document)}</blockquote>" for p in event.evidence
    )
    slide: dict[str, object] = {
        "unique_id": event.id,
        "start_date": _day(start),
        "text": {"headline": html.escape(event.title), "text": f"<p>{html.escape(event.explanation)}</p>{quotes}"},
        "group": event.type,
    }
    if end and end != start:
        slide["end_date"] = _day(end)
    return slide


def _day(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}
