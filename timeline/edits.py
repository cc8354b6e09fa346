"""A reader's corrections, saved by the report as `edits.json` and made again at the next build.

An edit names its event by `event`, its id, and by `at`, the document and offset of a trigger, so that it is found
again when new documents have given the event another id. The same operations are in report/edits.js.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from timeline.calendar_time.edtf import interval_days
from timeline.errors import ReadingError, ValueSyntaxError
from timeline.model import TYPES, Event, Problem
from timeline.resolution import chronological

Edit = Mapping[str, Any]
_FORM = '{"edits": [{"do": "rename", "event": "e12...", "title": "..."}]}'


def load_edits(path: str | Path) -> list[Edit]:
    """The edits of a file. Raises ReadingError, saying what is wrong in which edit."""
    try:
        text = Path(path).read_text(encoding="utf-8")
        edits = json.loads(text)["edits"]
    except (OSError, UnicodeDecodeError, ValueError, KeyError, TypeError) as error:
        raise ReadingError(f"{path}: cannot read these edits ({error}); the form is {_FORM}") from None
    for number, edit in enumerate(edits, start=1):
        if not isinstance(edit, dict) or edit.get("do") not in _DONE or not isinstance(edit.get("event"), str):
            done = ", ".join(sorted(_DONE))
            raise ReadingError(f"{path}: edit {number} needs an `event` and a `do` that is one of {done}")
    return list(edits)


def apply_edits(events: Sequence[Event], edits: Sequence[Edit]) -> tuple[list[Event], list[Problem]]:
    """The events with the edits made in their order, and a Problem for each edit that could not be made."""
    found, problems = list(events), []
    for number, edit in enumerate(edits, start=1):
        try:
            event = _find(found, edit["event"], edit.get("at"))
            found = _DONE[edit["do"]](found, event, edit)
        except (LookupError, ValueError) as error:
            said = error.args[0] if error.args else error
            problems.append(Problem("edits", "edit", f"edit {number} ({edit['do']} {edit['event']}) not made: {said}"))
    return sorted(found, key=chronological), problems


def _find(events: Sequence[Event], identity: str, at: Sequence[Any] | None) -> Event:
    for event in events:
        if event.id == identity:
            return event
    for event in events:
        if at and any([piece.document, piece.trigger_start] == list(at) for piece in event.evidence):
            return event
    raise LookupError(f"no event {identity!r} is there any more")


def _instead(events: Sequence[Event], old: Event, *new: Event) -> list[Event]:
    return [each for event in events for each in (new if event is old else (event,))]


def _hide(events: Sequence[Event], event: Event, edit: Edit) -> list[Event]:
    return _instead(events, event)


def _rename(events: Sequence[Event], event: Event, edit: Edit) -> list[Event]:
    return _instead(events, event, replace(event, title=str(edit["title"])))


def _retype(events: Sequence[Event], event: Event, edit: Edit) -> list[Event]:
    if edit["type"] not in TYPES:
        raise ValueError(f"type {edit['type']!r} is none of {', '.join(TYPES)}")
    return _instead(events, event, replace(event, type=edit["type"]))


def _redate(events: Sequence[Event], event: Event, edit: Edit) -> list[Event]:
    try:
        earliest, latest = interval_days(str(edit["edtf"]))
    except ValueSyntaxError as error:
        raise ValueError(str(error)) from None
    how = f"set by a reader to {edit['edtf']}; before: {event.explanation}"
    return _instead(
        events, event, replace(event, earliest=earliest, latest=latest, edtf=str(edit["edtf"]), explanation=how)
    )


def _merge(events: Sequence[Event], event: Event, edit: Edit) -> list[Event]:
    other = _find(events, str(edit["with"]), edit.get("with_at"))
    if other is event:
        raise ValueError("an event cannot be merged with itself")
    known = {participant.id for participant in event.participants}
    both = replace(
        event,
        evidence=(*event.evidence, *other.evidence),
        participants=(*event.participants, *(p for p in other.participants if p.id not in known)),
        place=event.place or other.place,
    )
    return _instead(_instead(events, event, both), other)


def _split(events: Sequence[Event], event: Event, edit: Edit) -> list[Event]:
    parts = [replace(event, evidence=event.evidence[:1])]
    for number, piece in enumerate(event.evidence[1:], start=2):
        days: tuple[date | None, date | None, str | None] = (event.earliest, event.latest, event.edtf)
        if piece.time and (piece.time.earliest or piece.time.latest):
            days = (piece.time.earliest, piece.time.latest, piece.time.edtf)
        parts.append(
            replace(
                event, id=f"{event.id}-{number}", evidence=(piece,), status=piece.status,
                earliest=days[0], latest=days[1], edtf=days[2],
            )
        )  # fmt: skip
    return _instead(events, event, *parts)


_DONE: dict[str, Callable[[Sequence[Event], Event, Edit], list[Event]]] = {
    "hide": _hide,
    "rename": _rename,
    "date": _redate,
    "type": _retype,
    "merge": _merge,
    "split": _split,
}
