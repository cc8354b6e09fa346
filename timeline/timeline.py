"""Timeline: what a user holds. Short methods over the functions of this package; shows itself in a notebook."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline import pipeline
from timeline.errors import ReadingError
from timeline.model import Document, DocumentDate, Event, Extraction, Problem, TimeExpression
from timeline.readers import Read, read_inputs

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    import plotly.graph_objects as go

DateLike = str | date | DocumentDate | None


def tag(text: str, date: DateLike = None, language: str = "en") -> list[TimeExpression]:
    """The time expressions of a text. `date` is the document's day, as YYYY-MM-DD or a `datetime.date`.

    >>> [(t.text, t.value) for t in tag("They met on Friday and will meet in May.", date="2018-07-06")]
    [('Friday', '2018-07-06'), ('May', '2019-05')]
    """
    return pipeline.tag(text, pipeline.given_date(date), language)


def extract(text: str, date: DateLike = None, language: str = "en", knowledge: str | None = None) -> list[Event]:
    """The events of one text, in order of time. Arguments as in `tag`; `knowledge` is a CSV file of your own."""
    settings = pipeline.Settings(pipeline.given_date(date), language, knowledge)
    return pipeline.resolve([pipeline.extract_one(Document("text", text, language=language), settings)])


def build(
    inputs: str | Path | Document | Sequence[str | Path | Document],
    date: DateLike = None,
    language: str = "en",
    knowledge: str | None = None,
    title: str = "Timeline",
) -> Timeline:
    """A Timeline of files, folders, globs or Documents. What could not be read is in its `problems`."""
    given = [inputs] if isinstance(inputs, (str, Path, Document)) else list(inputs)
    settings = pipeline.Settings(pipeline.given_date(date), language, knowledge)
    return build_from(_reads(given), settings, title)


def build_from(reads: Iterable[Read], settings: pipeline.Settings, title: str = "Timeline") -> Timeline:
    """A Timeline of what readers gave: documents are extracted, events taken as they are, problems kept."""
    documents: list[Document] = []
    events: list[Event] = []
    problems: list[Problem] = []
    for read in reads:
        if isinstance(read, Document):
            documents.append(replace(read, language=settings.language) if settings.language != "en" else read)
        elif isinstance(read, Event):
            events.append(read)
        else:
            problems.append(read)
    extractions = list(pipeline.extract_all(_with_own_ids(documents), settings))
    problems += [problem for extraction in extractions for problem in extraction.problems]
    resolved = pipeline.resolve([*extractions, *_as_extractions(events)])
    return Timeline(tuple(resolved), tuple(extractions), tuple(problems), title)


def _reads(given: Sequence[str | Path | Document]) -> Iterator[Read]:
    for one in given:
        if isinstance(one, Document):
            yield one
        else:
            yield from read_inputs([one])


def _with_own_ids(documents: Sequence[Document]) -> Iterator[Document]:
    """Documents with the same name in two folders keep apart."""
    seen: dict[str, int] = {}
    for document in documents:
        count = seen[document.id] = seen.get(document.id, 0) + 1
        yield document if count == 1 else replace(document, id=f"{document.id} ({count})")


def _as_extractions(events: Sequence[Event]) -> list[Extraction]:
    return [Extraction(Document("events", " "), events=tuple(events))] if events else []


@dataclass(frozen=True)
class Timeline:
    """Events in order of time, the documents they were read in, and what could not be processed."""

    event_list: tuple[Event, ...]
    extractions: tuple[Extraction, ...] = ()
    problems: tuple[Problem, ...] = ()
    title: str = "Timeline"

    @cached_property
    def events(self) -> pd.DataFrame:
        """One row an event; columns in `timeline.frames`."""
        from timeline.frames import events_frame

        return events_frame(self.event_list)

    @cached_property
    def mentions(self) -> pd.DataFrame:
        """One row a piece of evidence."""
        from timeline.frames import mentions_frame

        return mentions_frame(self.event_list)

    @cached_property
    def graph(self) -> nx.MultiDiGraph:
        """The event graph; schema in `timeline.graph`."""
        from timeline.graph import event_graph

        return event_graph(self.event_list)

    @property
    def undated(self) -> list[Any]:
        """Mentions without a date, and what would give them one."""
        return [mention for extraction in self.extractions for mention in extraction.undated]

    def figure(self, lanes: str = "type", width: int = 1100) -> go.Figure:
        """The interactive timeline, with lanes by type, status, participant, place or source."""
        from timeline.figure import timeline_figure

        return timeline_figure(self.event_list, lanes=lanes, width=width, today=self._today)

    def with_edits(self, path: str | Path) -> Timeline:
        """The Timeline with the corrections of an `edits.json` made; those that could not be are in `problems`.

        Raises ReadingError where the file is none.
        """
        from timeline.edits import apply_edits, load_edits

        events, lost = apply_edits(self.event_list, load_edits(path))
        return replace(self, event_list=tuple(events), problems=(*self.problems, *lost))

    def report(
        self, path: str | Path, title: str | None = None, plotlyjs: str = "inline", interface: str = "en"
    ) -> Path:
        """Writes the HTML report and returns where it is; options as in `timeline.report.build_report`."""
        from timeline.report import build_report

        page = build_report(
            self.event_list,
            self.extractions,
            self.problems,
            title=title or self.title,
            plotlyjs=plotlyjs,
            interface=interface,
        )
        target = Path(path)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(page, encoding="utf-8")
        except OSError as error:
            raise ReadingError(
                f"{target}: cannot be written ({error.strerror}); choose another place with -o"
            ) from None
        return target

    def export(self, path: str | Path) -> Path:
        """Writes the events in the format of the file's suffix (.csv .jsonl .parquet .json .ics .jsonld .graphml .gexf)."""
        from timeline.exports import export_events

        return export_events(self.event_list, path)

    @property
    def _today(self) -> date | None:
        days = [x.document.date.latest for x in self.extractions if x.document.date]
        return max(days, default=None)

    def __len__(self) -> int:
        return len(self.event_list)

    def __iter__(self) -> Iterator[Event]:
        return iter(self.event_list)

    def __getitem__(self, event_id: str) -> Event:
        """The event of that id. Raises KeyError."""
        for event in self.event_list:
            if event.id == event_id:
                return event
        raise KeyError(event_id)

    def __repr__(self) -> str:
        return f"<Timeline {self.title!r}: {len(self)} events from {len(self.extractions)} documents>"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        """HTML chronology for every notebook, the plotly figure where the front end has it."""
        import json

        bundle: dict[str, Any] = {"text/plain": repr(self), "text/html": self._chronology()}
        bundle["application/vnd.plotly.v1+json"] = json.loads(self.figure().to_json())
        return bundle

    def _chronology(self, most: int = 200) -> str:
        from timeline.figure import STATUS_WORDS, in_words

        rows = "".join(
            f"<tr><td>{html.escape(in_words(event))}</td><td>{html.escape(event.title)}</td>"
            f"<td>{STATUS_WORDS[event.status]}</td></tr>"
            for event in self.event_list[:most]
        )
        more = f"<p>and {len(self) - most} more</p>" if len(self) > most else ""
        return f"<table><caption>{html.escape(repr(self)[1:-1])}</caption>{rows}</table>{more}"
