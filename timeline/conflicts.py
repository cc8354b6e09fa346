"""Tellings that may be of one event and date it differently: for a reader to decide, never merged.

Two events conflict when no document tells both, they are of one kind with the same actors (two at least, or one and the
same place), both are dated to the day, and their days lie near one another without meeting. A summit of two days whose
days two papers tell is such a pair too: what is said to a reader is "dated differently", not "wrong".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from timeline.model import Event

_NEAR = 3  # days between two datings of one event
_EXACT = 2  # days that an event may last to count as dated to the day


def conflicting(events: Sequence[Event]) -> list[tuple[Event, Event]]:
    """The pairs of events that may be one with two dates, the earlier dating first, in order of time."""
    alike: dict[tuple[object, ...], list[Event]] = {}
    for event in events:
        if (key := _key(event)) is not None:
            alike.setdefault(key, []).append(event)
    found = []
    for group in alike.values():
        for first, second in pairwise(sorted(group, key=lambda event: (event.earliest, event.latest, event.id))):
            assert first.latest and second.earliest
            apart = (second.earliest - first.latest).days
            if 0 < apart <= _NEAR and _documents(first).isdisjoint(_documents(second)) and _same_place(first, second):
                found.append((first, second))
    return sorted(found, key=lambda pair: (pair[0].earliest, pair[0].id, pair[1].id))


def _key(event: Event) -> tuple[object, ...] | None:
    """What two datings of one event share; None where an event says too little or is not dated to the day."""
    actors = frozenset(participant.id for participant in event.participants)
    exact = event.earliest and event.latest and (event.latest - event.earliest).days <= _EXACT
    if not exact or event.status != "occurred" or event.recurrence or not (len(actors) > 1 or (actors and event.place)):
        return None
    return event.type, event.trigger[:4].lower(), actors


def _documents(event: Event) -> set[str]:
    return {piece.document for piece in event.evidence}


def _same_place(a: Event, b: Event) -> bool:
    both = len(a.participants) > 1
    return a.place.id == b.place.id if a.place and b.place else both
