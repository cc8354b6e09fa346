"""Fills the page: every text of an article goes through Jinja's escaping or as packed JSON, never as markup."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from timeline.errors import ReadingError
from timeline.interface import interface_texts
from timeline.interface.words import STATUS_WORDS, in_words
from timeline.model import Document, Event, Extraction, Problem, Undated
from timeline.report.payload import document_date, payload

_LINKABLE = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)
SCRIPTS = ("sketch.js", "view.js", "edits.js", "page.js")
_PLAIN = 300  # events that the page lists for readers without scripts


def build_report(
    events: Sequence[Event],
    extractions: Sequence[Extraction],
    problems: Sequence[Problem] = (),
    *,
    title: str = "Timeline",
    plotlyjs: str = "inline",
    interface: str = "en",
) -> str:
    """The report as one HTML text.

    `plotlyjs` is `inline` (plotly.py's own bundle), `cdn` (loaded from plotly's server, the only request then), or the
    path of another plotly.js file, put inline as well; `interface` the language of the page's own words (en, es).
    Raises ReadingError where that file cannot be read or that language is not there.
    """
    texts = interface_texts(interface)
    script = '"use strict";\n' + scripts() + "\n" + file_text("start.js")
    plotly = "" if plotlyjs == "cdn" else _plotly(plotlyjs)
    url, integrity = _from_server() if plotlyjs == "cdn" else ("", "")
    undated: list[Undated] = [u for x in extractions for u in x.undated]
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            language=interface,
            texts=texts,
            list_id="events",
            title=title,
            lead=_lead(texts, events, len(extractions)),
            style=Markup(file_text("report.css")),
            script=Markup(script),
            plotly=Markup(plotly),
            plotly_url=url,
            plotly_hash=integrity,
            policy=_policy(script, plotly, url),
            payload=base64.b64encode(packed(payload(events, extractions, texts, title))).decode(),
            plain=[_plainly(event) for event in events[:_PLAIN]],
            rest=texts["plain_rest"].format(count=len(events) - _PLAIN) if len(events) > _PLAIN else "",
            documents=[_source(x.document) for x in extractions],
            undated=undated,
            problems=[str(problem) for problem in problems],
        )
    )


def scripts() -> str:
    """The JavaScript that the page and the notebook widget share."""
    return "\n".join(file_text(name) for name in SCRIPTS)


def explorer(texts: dict[str, str]) -> str:
    """The figure, the filters and the list as HTML without events."""
    return _environment().get_template("explorer.html.j2").render(texts=texts, list_id="")


def stylesheet() -> str:
    return file_text("report.css")


def _lead(texts: dict[str, str], events: Sequence[Event], documents: int) -> str:
    """ "127 events from 20 documents, 1953 to 2019. ..."; what a table of events came from is not said."""
    counted = _counted(texts, "event", len(events))
    source = _counted(texts, "document", documents) if documents else ""
    told = texts["from_documents"].format(events=counted, documents=source) if documents else counted
    return texts["lead"].format(events=told, span=_span(texts, events))


def _counted(texts: dict[str, str], thing: str, count: int) -> str:
    """A number with its noun: "1 event", "100,000 events"."""
    number = f"{count:,}".replace(",", texts["thousands"])
    return texts[f"{thing}_one" if count == 1 else f"{thing}_many"].format(count=number)


def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(file_text),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def file_text(name: str) -> str:
    """A file of this folder."""
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


def _from_server() -> tuple[str, str]:
    """The address of plotly.py's own version on plotly's server, and the hash that the browser checks it by."""
    from plotly.offline import get_plotlyjs, get_plotlyjs_version

    url = f"https://cdn.plot.ly/plotly-{get_plotlyjs_version()}.min.js"
    return url, f"sha256-{_sha256(get_plotlyjs())}"


def _sha256(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _policy(script: str, plotly: str, url: str) -> str:
    """A Content-Security-Policy that runs these scripts and lets nothing out."""
    allowed = f"'sha256-{_sha256(script)}' " + (url or f"'sha256-{_sha256(plotly)}'")
    rest = "style-src 'unsafe-inline'; img-src data: blob:; connect-src 'none'; form-action 'none'; base-uri 'none'"
    return f"default-src 'none'; script-src {allowed}; {rest}"


def packed(value: Any) -> bytes:
    """JSON as gzip, without a time in it: a third of the size, and no letter of an article in the page's markup."""
    return gzip.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), mtime=0)


def _span(texts: dict[str, str], events: Sequence[Event]) -> str:
    """From when to when: in years, or in days within one year."""
    days = [day for event in events for day in (event.earliest, event.latest) if day]
    if not days:
        return texts["no_date"]
    first, last = min(days), max(days)
    ends = (first, last) if first.year == last.year else (first.year, last.year)
    return texts["span"].format(first=ends[0], last=ends[1]) if first != last else f"{first}"


def _plainly(event: Event) -> dict[str, str]:
    """An event for a reader without scripts."""
    quote = " ".join(event.evidence[0].quote.split())
    return {"words": in_words(event), "title": event.title, "status": STATUS_WORDS[event.status], "quote": quote}


def _source(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "title": document.title or document.id,
        "url": document.url if _LINKABLE.fullmatch(document.url) else "",
        "date": document_date(document),
        "how": document.date.explanation if document.date else "give it with --date",
    }
