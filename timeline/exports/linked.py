"""JSON-LD with the vocabulary of schema.org."""

from __future__ import annotations

import json
from collections.abc import Sequence

from timeline.model import Event

_STATUS = {"cancelled": "https://schema.org/EventCancelled", "scheduled": "https://schema.org/EventScheduled"}


def to_jsonld(events: Sequence[Event]) -> bytes:
    """A graph of schema.org Events with their sources as citations."""
    graph = {"@context": "https://schema.org", "@graph": [_node(event) for event in events]}
    return json.dumps(graph, ensure_ascii=False, indent=1).encode()


def _node(event: Event) -> dict[str, object]:
    node: dict[str, object] = {"@type": "Event", "@id": f"urn:event:{event.id}", "name": event.title}
    if event.earliest:
        node["startDate"] = event.earliest.isoformat()
    if event.latest:
        node["endDate"] = event.latest.isoformat()
    if event.status in _STATUS:
        node["eventStatus"] = _STATUS[event.status]
    if event.place:
        node["location"] = {"@type": "Place", "name": event.place.name}
    people = {"person": "Person"}
    node["attendee"] = [{"@type": people.get(p.kind, "Organization"), "name": p.name} for p in event.participants]
    node["citation"] = [{"@type": "Quotation", "text": p.quote, "isPartOf": p.document} for p in event.evidence]
    node["description"] = event.explanation
    return node
