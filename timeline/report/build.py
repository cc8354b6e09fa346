"""Fills the page: every text of an article goes through Jinja's escaping or through JSON, never as markup."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from timeline.calendar_time.edtf import interval_edtf
from timeline.errors import ReadingError
from timeline.figure import STATUS_WORDS, in_words, timeline_figure
from timeline.model import Document, Event, Evidence, Extraction, Problem, Undated

#: Characters that end a script element or a line of JavaScript inside JSON.
_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_LINKABLE = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)


def build_report(
    events: Sequence[Event],
    extractions: Sequence[Extraction],
    problems: Sequence[Problem] = (),
    *,
    title: str = "Timeline",
    plotlyjs: str = "inline",
) -> str:
    """The report as one HTML text.

    `plotlyjs` is `inline` (plotly.py's own bundle) or the path of another plotly.js file, put inline as well.
    Raises ReadingError where that file cannot be read.
    """
    days = [x.document.date for x in extractions if x.document.date]
    figure = timeline_figure(events, today=max((d.latest for d in days), default=None))
    page = _environment().get_template("report.html.j2")
    script, plotly = _file("report.js"), _plotly(plotlyjs)
    payload = {
        "figure": json.loads(figure.to_json()),
        "events": [_for_script(event) for event in events],
        "documents": {x.document.id: _document(x, events) for x in extractions},
    }
    undated: list[Undated] = [u for x in extractions for u in x.undated]
    return page.render(
        title=title,
        style=Markup(_file("report.css")),
        script=Markup(script),
        plotly=Markup(plotly),
        policy=_policy(script, plotly),
        payload=Markup(_json(payload)),
        events=[_for_page(event) for event in events],
        documents=[_source(x.document) for x in extractions],
        undated=undated,
        problems=[str(problem) for problem in problems],
        span=_span(events),
        types=_counts(event.type for event in events),
        statuses=_counts(event.status for event in events),
        participants=_counts(p.name for event in events for p in {q.id: q for q in event.participants}.values()),
        words=STATUS_WORDS,
    )


def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(_file), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def _file(name: str) -> str:
    return (resources.files("timeline.report") / name).read_text(encoding="utf-8")


def _plotly(choice: str) -> str:
    if choice == "inline":
        from plotly.offline import get_plotlyjs

        source: str = get_plotlyjs()
    else:
        try:
            source = Path(choice).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ReadingError(f"{choice}: cannot read this plotly.js ({error}); pass 'inline' or a .js file") from None
    return source.replace("</script", "<\\/script")


def _policy(*scripts: str) -> str:
    """A Content-Security-Policy that runs these scripts and lets nothing out."""
    hashes = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(s.encode()).digest()).decode()}'" for s in scripts)
    rest = "style-src 'unsafe-inline'; img-src data: blob:; connect-src 'none'; form-action 'none'; base-uri 'none'"
    return f"default-src 'none'; script-src {hashes}; {rest}"


def _json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return "".join(_UNSAFE.get(character, character) for character in text)


def _span(events: Sequence[Event]) -> str:
    days = [day for event in events for day in (event.earliest, event.latest) if day]
    return f"{min(days)} to {max(days)}" if days else "no dates"


def _counts(values: Any) -> list[tuple[str, int]]:
    counts: dict[str, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _for_script(event: Event) -> dict[str, Any]:
    """What the page's script needs of an event: to filter, to show, to save."""
    return {
        "id": event.id,
        "title": event.title,
        "type": event.type,
        "status": event.status,
        "earliest": event.earliest.isoformat() if event.earliest else "",
        "latest": event.latest.isoformat() if event.latest else "",
        "edtf": event.edtf or "",
        "participants": [participant.name for participant in event.participants],
        "place": event.place.name if event.place else "",
        "confidence": event.confidence,
        "explanation": event.explanation,
        "sources": sorted({piece.document for piece in event.evidence}),
        "quote": " ".join(event.evidence[0].quote.split()),
    }


def _for_page(event: Event) -> dict[str, Any]:
    return {
        "noun": event,
        "words": in_words(event),
        "edtf": event.edtf or interval_edtf(event.earliest, event.latest) or "",
        "datetime": (event.earliest or event.latest or ""),
        "status": STATUS_WORDS[event.status],
        "participants": [participant.name for participant in event.participants],
        "confidence": f"{event.confidence:.0%}",
        "parts": ", ".join(f"{name} {value:.0%}" for name, value in event.confidence_parts),
        "evidence": [(piece, _marked(piece)) for piece in event.evidence],
        "story": [STATUS_WORDS[piece.status] for piece in event.evidence]
        if len({piece.status for piece in event.evidence}) > 1
        else [],
    }


def _marked(piece: Evidence) -> Markup:
    """The sentence with its time and its trigger marked."""
    marks = [(piece.trigger_start, piece.trigger_end, "trigger")]
    if piece.time and piece.start <= piece.time.start and piece.time.end <= piece.end:
        marks.append((piece.time.start, piece.time.end, "time"))
    out, position = Markup(""), piece.start
    for start, end, name in sorted(marks):
        if start < position:
            continue
        out += escape(piece.quote[position - piece.start : start - piece.start])
        out += Markup('<mark class="{}">{}</mark>').format(name, piece.quote[start - piece.start : end - piece.start])
        position = end
    return out + escape(piece.quote[position - piece.start :])


def _source(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "title": document.title or document.id,
        "url": document.url if _LINKABLE.fullmatch(document.url) else "",
        "date": _document_date(document),
        "how": document.date.explanation if document.date else "give it with --date",
    }


def _document_date(document: Document) -> str:
    if document.date is None:
        return "date unknown"
    first, last = document.date.earliest, document.date.latest
    return str(first) if first == last else f"{first} to {last} (inferred)"


def _document(extraction: Extraction, events: Sequence[Event]) -> dict[str, Any]:
    """An article for the reading panel: its text and what is marked in it."""
    document = extraction.document
    marks: list[tuple[int, int, str, str]] = [(t.start, t.end, "time", "") for t in extraction.timexes]
    for event in events:
        marks += [
            (p.trigger_start, p.trigger_end, "trigger", event.id) for p in event.evidence if p.document == document.id
        ]
    return {
        "title": document.title or document.id,
        "date": _document_date(document),
        "text": document.text,
        "marks": sorted(marks),
    }
