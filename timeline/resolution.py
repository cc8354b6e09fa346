"""The same event told twice -> one Event with all its evidence; told differently -> the newest telling's status.

Two tellings are one event when their types agree, their days can be the same, the actors of one are among those of
the other, and nothing speaks against it (another place, another kind of happening).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from timeline.calendar_time.edtf import interval_edtf
from timeline.model import Event, Evidence, Participant, Status

_FAR = date(9999, 12, 31)
_SAYS_MOST: tuple[Status, ...] = ("cancelled", "occurred", "deadline", "ongoing", "denied", "scheduled", "speculated")
_LONG = 200  # days: a vaguer telling than this joins only where actors and place agree exactly


def resolve_events(events: Iterable[Event]) -> list[Event]:
    """Events of any number of documents, the same ones merged, in order of their dates. The order given is irrelevant."""
    ordered = sorted(events, key=_precision)
    merged: list[Event] = []
    by_key: dict[tuple[str, str], list[int]] = {}
    became: dict[str, str] = {}
    for event in ordered:
        keys = _keys(event)
        candidates = sorted({index for key in keys for index in by_key.get(key, ())})
        match = next((i for i in candidates if same_event(merged[i], event)), None)
        if match is None:
            merged.append(event)
            match = len(merged) - 1
        else:
            became[event.id] = merged[match].id
            merged[match] = merge(merged[match], event)
        for key in _keys(merged[match]):
            found = by_key.setdefault(key, [])
            if match not in found:
                found.append(match)
    return sorted((_follow(event, became) for event in merged), key=chronological)


def _follow(event: Event, became: Mapping[str, str]) -> Event:
    """The event with its anchor led to the event that its anchor was merged into."""
    if not event.anchor:
        return event
    relation, _, target = event.anchor.rpartition(" ")
    return replace(event, anchor=f"{relation} {became[target]}") if target in became else event


def chronological(event: Event) -> tuple[date, date, str]:
    return (event.earliest or event.latest or _FAR, event.latest or _FAR, event.id)


def _precision(event: Event) -> tuple[int, date, str]:
    """Exact tellings first, so that vaguer ones join them."""
    if event.earliest and event.latest:
        return (event.latest - event.earliest).days, event.earliest, event.id
    return 100_000, event.earliest or event.latest or _FAR, event.id


def _keys(event: Event) -> list[tuple[str, str]]:
    """What two tellings must share to be compared: a type and an actor, a place, or the word and day in one document."""
    names = [participant.id for participant in event.participants]
    names += [event.place.id] if event.place else []
    names += [f"{event.trigger.lower()} {event.earliest} {piece.document}" for piece in event.evidence]
    return [(event.type, name) for name in names]


def same_event(a: Event, b: Event) -> bool:
    """Whether two events are tellings of one; decided on what both say, silence speaks neither way."""
    if a.type != b.type or a.recurrence != b.recurrence or (a.status == "deadline") != (b.status == "deadline"):
        return False
    if not _days_can_be_same(a, b) or _at_other_hours(a, b):
        return False
    if a.place and b.place and a.place.id != b.place.id and not _contains(a, b):
        return False
    ours, theirs = ({p.id for p in e.participants} for e in (a, b))
    if _is_long(a) or _is_long(b):
        together = {piece.document for piece in a.evidence} & {piece.document for piece in b.evidence}
        alike = bool(ours) or (bool(together) and a.title == b.title)  # "the 2015 deal", twice in one report
        agree = ours == theirs and alike and (a.place and a.place.id) == (b.place and b.place.id)
        return agree and _same_days(a, b) and _same_kind(a, b)
    same_word = a.trigger.lower() == b.trigger.lower() and _same_days(a, b)
    if not ours and not theirs:
        return same_word and a.title.lower() == b.title.lower()
    if not ours or not theirs:  # "the talks between Chad and Mali began on Thursday; Thursday's talks ..."
        together = {piece.document for piece in a.evidence} & {piece.document for piece in b.evidence}
        return same_word and bool(together) and a.earliest == a.latest
    if a.type == "CONSULT":
        shared = _parties(a) & _parties(b)
        if ours & theirs and (ours <= theirs or theirs <= ours):
            return len(ours & theirs) >= 2 or (_same_days(a, b) and _same_kind(a, b))
        return (
            len(shared) >= 2
            and _same_days(a, b)
            and (ours <= theirs or theirs <= ours or bool(a.place and b.place and a.place.id == b.place.id))
        )
    return bool(ours & theirs) and _same_days(a, b) and _same_kind(a, b)


def _same_kind(a: Event, b: Event) -> bool:
    return a.trigger[:4].lower() == b.trigger[:4].lower()


def _parties(event: Event) -> set[str]:
    """Countries on each side, by their leaders too."""
    return {
        participant.role.split(":", 1)[1] if ":" in participant.role else participant.id
        for participant in event.participants
    }


def _contains(a: Event, b: Event) -> bool:
    return bool(a.place and b.place and (a.place.kind == "country") != (b.place.kind == "country"))


def _same_days(a: Event, b: Event) -> bool:
    return (a.earliest, a.latest) == (b.earliest, b.latest)


def _days_can_be_same(a: Event, b: Event) -> bool:
    if not (a.earliest and a.latest and b.earliest and b.latest):
        return False
    return a.earliest <= b.latest and b.earliest <= a.latest


def _at_other_hours(a: Event, b: Event) -> bool:
    """Whether a document tells each of its own clock time: "signed at 10:01 a.m. ... Kim signed at 10 p.m." """
    ours, theirs = ({(p.document, p.time.value) for p in e.evidence if p.time and ":" in p.time.value} for e in (a, b))
    return any(mine[0] == other[0] and mine[1] != other[1] for mine in ours for other in theirs)


def _is_long(event: Event) -> bool:
    return event.earliest is not None and event.latest is not None and (event.latest - event.earliest).days >= _LONG


def merge(exact: Event, other: Event) -> Event:
    """One event of two tellings: dates of the more exact, names of both, status of the newest evidence."""
    evidence = tuple(sorted({*exact.evidence, *other.evidence}, key=_told))
    participants = _union(exact.participants, other.participants)
    newest = _newest(evidence)
    title = exact.title if len(exact.participants) >= len(other.participants) else other.title
    place = exact.place or other.place
    if exact.place and other.place and exact.place.kind == "country" and other.place.kind != "country":
        place = other.place
    earliest, latest = exact.earliest, exact.latest
    return replace(
        exact,
        title=title,
        status=newest,
        participants=participants,
        place=place,
        evidence=evidence,
        earliest=earliest,
        latest=latest,
        edtf=interval_edtf(earliest, latest),
        confidence=round(1 - (1 - exact.confidence) * (1 - other.confidence) * 0.9, 3),
        confidence_parts=(*exact.confidence_parts, ("told again", other.confidence)),
    )


def _told(evidence: Evidence) -> tuple[date, str, int]:
    return evidence.published or date.min, evidence.document, evidence.start


def _newest(evidence: Sequence[Evidence]) -> Status:
    """The status of the newest telling; of several in one document, the one that says most."""
    last = evidence[-1].published or date.min
    final = [piece.status for piece in evidence if (piece.published or date.min) == last]
    return min(final, key=_SAYS_MOST.index)


def _union(a: Sequence[Participant], b: Sequence[Participant]) -> tuple[Participant, ...]:
    found = {participant.id: participant for participant in (*a, *b)}
    return tuple(found.values())
