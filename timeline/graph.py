"""Events -> networkx.MultiDiGraph.

Nodes: `kind` is event | actor | place | document, and the noun's fields as plain scalars (dates ISO strings).
Edges: `relation` is
  participant   event -> actor, with `role`
  located_in    event -> place
  evidence      event -> document, with `quote`, `status`, offsets `start` and `end`
  before        event -> event, where every day of the one lies before every day of the other, transitively reduced
  includes      event -> event, where the one's days certainly hold the other's
  anchored_to   event -> event, with `anchor` ("after summit")
  conflicts_with  event -> event, which may be the same one, dated differently (both ways)
Control characters are taken out of texts, since GraphML and GEXF cannot hold them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations
from typing import Any

import networkx as nx

from timeline.conflicts import conflicting
from timeline.model import Event

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def event_graph(events: Sequence[Event]) -> nx.MultiDiGraph:
    """The graph of some events, their actors, places and documents. The order of the events does not matter."""
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    ordered = sorted(events, key=lambda event: event.id)
    names = actor_names(ordered)
    for event in ordered:
        graph.add_node(event.id, **_clean(_event_fields(event)))
    for event in ordered:
        for participant in event.participants:
            node = f"actor:{participant.id}"
            graph.add_node(
                node, **_clean({"kind": "actor", "name": names[participant.id], "actor_kind": participant.kind})
            )
            graph.add_edge(event.id, node, relation="participant", role=participant.role)
        if event.place:
            node = f"place:{event.place.id}"
            graph.add_node(node, **_clean({"kind": "place", "name": event.place.name, "place_kind": event.place.kind}))
            graph.add_edge(event.id, node, relation="located_in")
        for piece in event.evidence:
            node = f"document:{piece.document}"
            graph.add_node(
                node, **_clean({"kind": "document", "name": piece.document, "published": _iso(piece.published)})
            )
            fields = {"quote": piece.quote, "status": piece.status, "start": piece.start, "end": piece.end}
            graph.add_edge(event.id, node, relation="evidence", **_clean(fields))
    _add_order(graph, ordered)
    _add_anchors(graph, ordered)
    for first, second in conflicting(ordered):
        graph.add_edge(first.id, second.id, relation="conflicts_with")
        graph.add_edge(second.id, first.id, relation="conflicts_with")
    return graph


def actor_names(events: Iterable[Event]) -> dict[str, str]:
    """What each actor of some events is called, by id: a country by its own name where one of them has that ("Russia"), else
    by the capital that stands for it ("Moscow")."""
    names: dict[str, str] = {}
    for actor in sorted((a for event in events for a in event.participants), key=lambda a: a.kind == "government"):
        names.setdefault(actor.id, actor.name)
    return names


def actor_graph(events: Sequence[Event]) -> nx.Graph:
    """Who took part in events together: a node for each actor (by name, with `id`, `kind`, `events`), an edge for each
    pair, with `weight`, the number of their events, and `events`, the ids of those.
    """
    graph: nx.Graph = nx.Graph()
    ordered = sorted(events, key=lambda event: event.id)
    names = actor_names(ordered)
    for event in ordered:
        actors = {names[participant.id]: participant for participant in event.participants}
        for name, actor in actors.items():
            if name not in graph:
                graph.add_node(name, id=actor.id, kind=actor.kind, events=0)
            graph.nodes[name]["events"] += 1
        for first, second in combinations(sorted(actors), 2):
            if not graph.has_edge(first, second):
                graph.add_edge(first, second, weight=0, events=[])
            graph.edges[first, second]["weight"] += 1
            graph.edges[first, second]["events"].append(event.id)
    return graph


def _event_fields(event: Event) -> dict[str, Any]:
    return {
        "kind": "event",
        "title": event.title,
        "type": event.type,
        "status": event.status,
        "earliest": _iso(event.earliest),
        "latest": _iso(event.latest),
        "edtf": event.edtf or "",
        "recurrence": event.recurrence or "",
        "confidence": event.confidence,
        "explanation": event.explanation,
    }


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _clean(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: _CONTROL.sub("", value) if isinstance(value, str) else value for key, value in fields.items()}


def _add_order(graph: nx.MultiDiGraph, events: Sequence[Event]) -> None:
    """`before`, reduced: of the events that begin after this one ends, only those that no other lies between."""
    closed = [event for event in events if event.earliest and event.latest]
    by_start = sorted(closed, key=lambda event: (event.earliest or date.min, event.id))
    for event in closed:
        first_end: date | None = None
        for other in _from(by_start, event.latest or date.max):
            assert other.earliest and other.latest
            if first_end is not None and other.earliest > first_end:
                break
            graph.add_edge(event.id, other.id, relation="before")
            first_end = min(first_end, other.latest) if first_end else other.latest
    periods = [event for event in closed if event.status in ("ongoing", "occurred") and event.latest != event.earliest]
    periods = [event for event in periods if event.status == "ongoing"]
    for period in periods:
        for other in closed:
            assert period.earliest and period.latest and other.earliest and other.latest
            if other.id != period.id and period.earliest <= other.earliest and other.latest <= period.latest:
                graph.add_edge(period.id, other.id, relation="includes")


def _from(by_start: Sequence[Event], day: date) -> Sequence[Event]:
    low, high = 0, len(by_start)
    while low < high:
        middle = (low + high) // 2
        if (by_start[middle].earliest or date.min) <= day:
            low = middle + 1
        else:
            high = middle
    return by_start[low:]


def _add_anchors(graph: nx.MultiDiGraph, events: Sequence[Event]) -> None:
    known = set(graph)
    for event in events:
        if event.anchor and (target := event.anchor.rpartition(" ")[2]) in known:
            graph.add_edge(event.id, target, relation="anchored_to", anchor=event.anchor)
