"""What the page's (and the widget's) script is given: events as short rows, names and documents once, texts once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import networkx as nx

from timeline.conflicts import conflicting
from timeline.graph import actor_graph, actor_names
from timeline.interface import marks
from timeline.model import STATUSES, TYPES, Document, Event, Evidence, Extraction

_IN_NETWORK = 150  # actors of the network: those with the most events
_SEED = 7


def payload(
    events: Sequence[Event], extractions: Sequence[Extraction], texts: dict[str, str], title: str
) -> dict[str, Any]:
    """The data of a page; the form is read by `decoded` in report/page.js."""
    documents = {x.document.id: number for number, x in enumerate(extractions)}
    names: dict[str, int] = {}
    called = actor_names(events)
    places: dict[str, int] = {}
    today = max((x.document.date.latest for x in extractions if x.document.date), default=None)
    quoted = {x.document.id: x.document.text for x in extractions}
    rows = []
    for event in events:
        who = [names.setdefault(name, len(names)) for name in dict.fromkeys(called[p.id] for p in event.participants)]
        where = places.setdefault(event.place.name, len(places)) if event.place else -1
        rows.append(
            [
                event.id, event.title, TYPES.index(event.type), STATUSES.index(event.status), _iso(event.earliest),
                _iso(event.latest), event.edtf or "", who, where, round(event.confidence, 3),
                [[name, round(value, 2)] for name, value in event.confidence_parts], event.explanation,
                event.recurrence or "", event.anchor or "",
                [_piece(piece, documents, quoted) for piece in event.evidence],
            ]
        )  # fmt: skip
    return {
        "title": title,
        "texts": texts,
        "marks": marks(),
        "types": list(TYPES),
        "statuses": list(STATUSES),
        "names": list(names),
        "places": list(places),
        "today": _iso(today),
        "documents": [_document(x) for x in extractions],
        "events": rows,
        "conflicts": [[first.id, second.id] for first, second in conflicting(events)],
        "network": network(events),
    }


def _piece(piece: Evidence, documents: dict[str, int], texts: dict[str, str]) -> list[Any]:
    """An evidence as a row; its quote only where the document's text is not in the page."""
    inside = texts.get(piece.document, "")[piece.start : piece.end] == piece.quote
    time = piece.time
    marked = time if time and piece.start <= time.start and time.end <= piece.end else None
    return [
        documents.get(piece.document, -1), piece.document if piece.document not in documents else "",
        "" if inside else piece.quote, piece.start, piece.end, piece.trigger_start, piece.trigger_end,
        marked.start if marked else -1, marked.end if marked else -1, piece.said_by or "",
        STATUSES.index(piece.status), _iso(piece.published), _iso(time.earliest) if time else "",
        _iso(time.latest) if time else "", (time.edtf or "") if time else "",
    ]  # fmt: skip


def _iso(day: Any) -> str:
    return day.isoformat() if day else ""


def _document(extraction: Extraction) -> dict[str, Any]:
    """An article for the reading panel: its text and the times marked in it."""
    document = extraction.document
    return {
        "id": document.id,
        "title": document.title or document.id,
        "date": document_date(document),
        "text": document.text,
        "times": [[t.start, t.end] for t in extraction.timexes],
    }


def document_date(document: Document) -> str:
    if document.date is None:
        return "date unknown"
    first, last = document.date.earliest, document.date.latest
    return str(first) if first == last else f"{first} to {last} (inferred)"


def network(events: Sequence[Event]) -> dict[str, Any]:
    """Names and where they stand, so that who met often is near; by networkx's spring layout, the same every time."""
    whole = actor_graph(events)
    met = [name for name in whole if whole.degree(name)]
    most = sorted(met, key=lambda name: (-whole.nodes[name]["events"], name))[:_IN_NETWORK]
    graph = whole.subgraph(most)
    ordered: nx.Graph = nx.Graph()
    ordered.add_nodes_from(most)
    ordered.add_edges_from((a, b, {"weight": data["weight"]}) for a, b, data in sorted(graph.edges(data=True)))
    spread = 3 / max(len(most), 1) ** 0.5
    at = nx.spring_layout(ordered, seed=_SEED, k=spread, iterations=120, weight=None) if most else {}
    return {"names": most, "nodes": [[round(float(c), 3) for c in at[name]] for name in most]}
