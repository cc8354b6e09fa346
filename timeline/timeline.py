"""Timeline: what a user holds. Short methods over the functions of this package; shows itself in a notebook."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline import pipeline
from timeline.calendar_time.edtf import interval_days
from timeline.errors import MissingExtraError, ReadingError, ValueSyntaxError
from timeline.model import STATUSES, TYPES, Document, DocumentDate, Event, Extraction, Problem, TimeExpression
from timeline.readers import Read, read_inputs
from timeline.resolution import chronological

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    import plotly.graph_objects as go

DateLike = str | date | DocumentDate | None
_CELL = 800  # pixels: what a notebook's cell is wide


def tag(text: str, date: DateLike = None, language: str = "en") -> list[TimeExpression]:
    """The time expressions of a text. `date` is the document's day, as YYYY-MM-DD or a `datetime.date`.

    >>> [(t.text, t.value) for t in tag("They met on Friday and will meet in May.", date="2018-07-06")]
    [('Friday', '2018-07-06'), ('May', '2019-05')]
    """
    return pipeline.tag(text, pipeline.given_date(date), language)


def extract(
    text: str, date: DateLike = None, language: str = "en", knowledge: str | None = None, news: bool = False
) -> list[Event]:
    """The events of one text, in order of time. Arguments as in `tag`; `knowledge` is a CSV file of your own, and `news`
    dates what a report opens with and gives no day for by the report: its day or the day before."""
    settings = pipeline.Settings(pipeline.given_date(date), language, knowledge, news=news)
    return pipeline.resolve([pipeline.extract_one(Document("text", text, language=language), settings)])


def build(
    inputs: str | Path | Document | Sequence[str | Path | Document],
    date: DateLike = None,
    language: str = "en",
    knowledge: str | None = None,
    title: str = "Timeline",
    news: bool = False,
) -> Timeline:
    """A Timeline of files, folders, globs or Documents; `news` as in `extract`. What could not be read is in its `problems`."""
    given = [inputs] if isinstance(inputs, (str, Path, Document)) else list(inputs)
    settings = pipeline.Settings(pipeline.given_date(date), language, knowledge, news=news)
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

    @cached_property
    def conflicts(self) -> list[tuple[Event, Event]]:
        """Pairs of events that may be one, dated differently by different documents."""
        from timeline.conflicts import conflicting

        return conflicting(self.event_list)

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

    # ------------------------------------------------------------------ filters: each gives a Timeline again

    def where(self, keep: Callable[[Event], bool]) -> Timeline:
        """The events for which `keep` is true."""
        return replace(self, event_list=tuple(event for event in self.event_list if keep(event)))

    def between(self, start: str | date | None = None, end: str | date | None = None) -> Timeline:
        """The events that can lie between the first day of `start` and the last of `end` (EDTF, such as 2018-05).

        An end that is None is open. Undated events are left out. Raises ValueSyntaxError.
        """
        first = interval_days(str(start))[0] if start is not None else None
        last = interval_days(str(end))[1] if end is not None else None
        return self.where(
            lambda e: (
                (e.earliest is not None or e.latest is not None)
                and (first is None or e.latest is None or e.latest >= first)
                and (last is None or e.earliest is None or e.earliest <= last)
            )
        )

    def at(self, day: str | date) -> Timeline:
        """The events that can lie on a day, or in a month or year (EDTF). Raises ValueSyntaxError."""
        return self.between(day, day)

    def involving(self, *names: str) -> Timeline:
        """The events in which all of `names` take part, by name or id (whatever the case), or which lie there."""
        countries = {c.name.casefold(): c.id.casefold() for c in _countries().values()}
        wanted = [{name.casefold(), countries.get(name.casefold(), name.casefold())} for name in names]
        seen: list[dict[str, bool]] = [{} for _ in wanted]  # texts come again and again

        def means(number: int, text: str) -> bool:
            if text not in seen[number]:
                seen[number][text] = text.casefold() in wanted[number]
            return seen[number][text]

        def has(event: Event, number: int) -> bool:
            if event.place and (means(number, event.place.name) or means(number, event.place.id)):
                return True
            return any(
                means(number, p.name) or means(number, p.id) or (":" in p.role and means(number, p.role.split(":")[1]))
                for p in event.participants
            )

        return self.where(lambda event: all(has(event, number) for number in range(len(wanted))))

    def of_type(self, *types: str) -> Timeline:
        """The events of PLOVER types, such as CONSULT. Raises ValueSyntaxError for one that there is not."""
        return self._among("type", types, TYPES)

    def with_status(self, *statuses: str) -> Timeline:
        """The events of some status, such as scheduled. Raises ValueSyntaxError for one that there is not."""
        return self._among("status", statuses, STATUSES)

    def _among(self, field: str, wanted: Sequence[str], known: Sequence[str]) -> Timeline:
        given = {name.casefold() for name in wanted}
        if unknown := sorted(given - {name.casefold() for name in known}):
            raise ValueSyntaxError(f"no {field} {unknown[0]!r}; there are: {', '.join(known)}")
        return self.where(lambda event: getattr(event, field).casefold() in given)

    def __add__(self, other: Timeline) -> Timeline:
        """Both together, events that are the same merged."""
        new = (event for event in other.event_list if event.id not in self._by_id)
        both = pipeline.resolve(_as_extractions((*self.event_list, *new)))
        known = {extraction.document.id for extraction in self.extractions}
        added = tuple(x for x in other.extractions if x.document.id not in known)
        return replace(
            self,
            event_list=tuple(both),
            extractions=(*self.extractions, *added),
            problems=(*self.problems, *other.problems),
        )

    def from_frame(self, frame: pd.DataFrame) -> Timeline:
        """The Timeline with what was changed in its `events` table: title, type, status, earliest, latest, confidence.

        Rows that are gone are gone; evidence and participants stay as they were. Raises ReadingError for a row that is
        none of this Timeline's, or whose values are no event's.
        """
        from timeline.frames import changed_event

        own = {event.id: event for event in self.event_list}
        events = [changed_event(own.get(str(identity)), str(identity), row) for identity, row in frame.iterrows()]
        return replace(self, event_list=tuple(sorted(events, key=chronological)))

    # ------------------------------------------------------------------ the graph, in short

    def actors(self) -> nx.Graph:
        """Who took part in events together: nodes are names, edges have `weight` and `events`. A country and the capital that
        stands for it are one."""
        from timeline.graph import actor_graph

        return actor_graph(self.event_list)

    def path(self, start: str, end: str) -> list[tuple[str, Event | None]]:
        """How two names hang together: each name on a shortest way with the event that leads on (the last has None).

        Raises KeyError for a name that is in no event, and ValueError where no way leads from the one to the other.
        """
        import networkx as nx

        from timeline.graph import actor_names

        graph, called = self.actors(), actor_names(self.event_list)
        nodes = {actor.name: called[actor.id] for event in self.event_list for actor in event.participants}
        for name in (start, end):
            if name not in nodes:
                raise KeyError(f"{name!r} takes part in no event; see Timeline.actors()")
        try:
            names = nx.shortest_path(graph, nodes[start], nodes[end])
        except nx.NetworkXNoPath:
            raise ValueError(f"no events lead from {start!r} to {end!r}") from None
        steps: list[tuple[str, Event | None]] = [(a, self[graph.edges[a, b]["events"][0]]) for a, b in pairwise(names)]
        return [*steps, (names[-1], None)]

    def centrality(self) -> pd.Series[float]:
        """How much runs through each name: betweenness centrality in `actors()`, the highest first."""
        import networkx as nx
        import pandas as pd

        values = nx.betweenness_centrality(self.actors())
        return pd.Series(values, name="centrality", dtype="float64").sort_values(ascending=False, kind="stable")

    # ------------------------------------------------------------------ in a notebook

    def explore(self, interface: str = "en") -> Any:
        """The interactive explorer, a widget: `selection` is a table of what the reader selected, `remaining` the
        Timeline that the filters leave. Needs the extra `notebook`.
        """
        try:
            from timeline.widget import TimelineWidget
        except ImportError:
            raise MissingExtraError("explore() needs: pip install 'diplomatic-timeline[notebook]'") from None
        return TimelineWidget(self, interface)

    @property
    def _today(self) -> date | None:
        days = [x.document.date.latest for x in self.extractions if x.document.date]
        return max(days, default=None)

    @cached_property
    def _by_id(self) -> dict[str, Event]:
        return {event.id: event for event in self.event_list}

    def __len__(self) -> int:
        return len(self.event_list)

    def __iter__(self) -> Iterator[Event]:
        return iter(self.event_list)

    def __getitem__(self, event_id: str) -> Event:
        """The event of that id. Raises KeyError."""
        return self._by_id[event_id]

    def _ipython_key_completions_(self) -> list[str]:
        return list(self._by_id)

    def __repr__(self) -> str:
        return f"<Timeline {self.title!r}: {len(self)} events from {len(self.extractions)} documents>"

    def __str__(self) -> str:
        """What it covers, counts by status, and the first events."""
        from timeline.interface.words import STATUS_WORDS, in_words

        counts: Counter[str] = Counter(event.status for event in self.event_list)
        by = ", ".join(f"{counts[status]} {STATUS_WORDS[status]}" for status in STATUSES if counts[status])
        first = [f"  {in_words(event)}: {event.title}" for event in self.event_list[:5]]
        more = [f"  and {len(self) - 5} more"] if len(self) > 5 else []
        return "\n".join([repr(self)[1:-1], *([by] if by else []), *first, *more])

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        """Words for a console, a picture and a chronology for every notebook, the plotly figure where it is shown."""
        import json

        bundle: dict[str, Any] = {"text/plain": str(self), "text/html": self.picture() + self.chronology()}
        bundle["application/vnd.plotly.v1+json"] = json.loads(self.figure(width=_CELL).to_json())
        return bundle

    def picture(self, width: int = _CELL) -> str:
        """A still picture of the figure as an HTML image, for where no script runs; "" where no event is dated."""
        from base64 import b64encode

        from timeline.still import still

        drawn = b64encode(still(self.event_list, width).encode()).decode()
        told = html.escape(f"A timeline of {len(self)} events, listed below", quote=True)
        return f'<img alt="{told}" style="max-width: 100%" src="data:image/svg+xml;base64,{drawn}">' if drawn else ""

    def chronology(self, most: int = 200) -> str:
        """The events as an HTML table, escaped."""
        from timeline.interface.words import STATUS_WORDS, in_words

        rows = "".join(
            f"<tr><td>{html.escape(in_words(event))}</td><td>{html.escape(event.title)}</td>"
            f"<td>{STATUS_WORDS[event.status]}</td></tr>"
            for event in self.event_list[:most]
        )
        more = f"<p>and {len(self) - most} more</p>" if len(self) > most else ""
        return f"<table><caption>{html.escape(repr(self)[1:-1])}</caption>{rows}</table>{more}"


@lru_cache(maxsize=1)
def _countries() -> dict[str, Any]:
    from timeline.knowledge import load_knowledge

    return load_knowledge().countries
