"""The nouns: documents, what they say about time, and the events that come of it.

They keep themselves consistent, an event shows itself in a notebook, and that is all they do.
"""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Status = Literal["occurred", "ongoing", "scheduled", "deadline", "speculated", "denied", "cancelled"]
STATUSES: tuple[str, ...] = ("occurred", "ongoing", "scheduled", "deadline", "speculated", "denied", "cancelled")
#: PLOVER's event types (Halterman et al. 2023), in its order, and OTHER.
TYPES: tuple[str, ...] = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "OTHER",
)  # fmt: skip


def _in_order(earliest: date | None, latest: date | None) -> None:
    if earliest and latest and earliest > latest:
        raise ValueError(f"earliest {earliest} lies after latest {latest}")


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """When a document was written (the field's DCT): any day from `earliest` to `latest`."""

    earliest: date
    latest: date
    source: Literal["given", "metadata", "dateline", "filename", "inferred"]
    explanation: str = ""

    def __post_init__(self) -> None:
        _in_order(self.earliest, self.latest)

    @property
    def days(self) -> str:
        """The day, or "(the first to the last)" where it is not certain."""
        return f"{self.earliest}" if self.earliest == self.latest else f"({self.earliest} to {self.latest})"


@dataclass(frozen=True, slots=True)
class Document:
    """A text to read. Offsets everywhere count characters of `text`."""

    id: str
    text: str
    title: str = ""
    url: str = ""
    language: str = "en"
    date: DocumentDate | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3: `text` at the half-open offsets `start`, `end`, its ISO-TimeML `value`, and the days it can mean.

    `anchor` is how it stands to an event that it is counted from (after, before, since); `explanation` one sentence;
    `rival` the value that a bare weekday would have had on the other side of the document date, or a date without its
    year, read as ahead, before it.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    earliest: date | None = None
    latest: date | None = None
    edtf: str | None = None
    anchor: str | None = None
    explanation: str = ""
    rival: str | None = None

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"a time expression at {self.start}:{self.end} holds no text")
        _in_order(self.earliest, self.latest)


@dataclass(frozen=True, slots=True)
class Participant:
    """Who took part: `id` is ISO 3166 alpha-3 for a country, else a stable slug."""

    name: str
    id: str
    kind: str = "person"
    role: str = "participant"


@dataclass(frozen=True, slots=True)
class Place:
    """Where: a city, country or site. `id` is ISO 3166 alpha-3 for a country, else a stable slug."""

    name: str
    id: str
    kind: str = "place"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document, half-open offsets; `paragraph` counts from 0."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A name in the text and whom or what it names. `capital`: a capital city, which may stand for its government;
    `office`: what a person is, in lower case ("foreign minister"), by the tables or the words before the name."""

    start: int
    end: int
    name: str
    id: str
    kind: str
    country: str = ""
    capital: bool = False
    gender: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One telling of an event: the sentence (`start`, `end`, `quote`) of `document`, and the word that names it."""

    document: str
    start: int
    end: int
    trigger_start: int
    trigger_end: int
    quote: str
    status: Status
    time: TimeExpression | None = None
    said_by: str | None = None
    published: date | None = None
    explanation: str = ""

    def marked(self) -> str:
        """The quote as HTML, escaped, with the time and the trigger in `<mark>`."""
        marks = [(self.trigger_start, self.trigger_end)]
        if self.time and self.start <= self.time.start and self.time.end <= self.end:
            marks.append((self.time.start, self.time.end))
        out, at = "", self.start
        for start, end in sorted(marks):
            if start >= at:
                before, inside = (
                    self.quote[at - self.start : start - self.start],
                    self.quote[start - self.start : end - self.start],
                )
                out, at = f"{out}{html.escape(before)}<mark>{html.escape(inside)}</mark>", end
        return out + html.escape(self.quote[at - self.start :])


@dataclass(frozen=True, slots=True)
class Event:
    """A dated happening: some day (or days) from `earliest` to `latest`; None is an open end."""

    id: str
    title: str
    type: str
    earliest: date | None
    latest: date | None
    edtf: str | None
    status: Status
    recurrence: str | None = None
    participants: tuple[Participant, ...] = ()
    place: Place | None = None
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 1.0
    confidence_parts: tuple[tuple[str, float], ...] = ()
    explanation: str = ""
    anchor: str | None = None  # "after <event id>": what the date is counted from

    def __post_init__(self) -> None:
        _in_order(self.earliest, self.latest)
        if not self.evidence:
            raise ValueError(f"event {self.id} has no evidence")

    @property
    def trigger(self) -> str:
        """The word that the first evidence tells it by."""
        piece = self.evidence[0]
        return piece.quote[piece.trigger_start - piece.start : piece.trigger_end - piece.start]

    def _repr_html_(self) -> str:
        """A card: what, when, who, and each sentence with its time and trigger marked, escaped."""
        who = ", ".join(participant.name for participant in self.participants)
        facts = [self.edtf or "no date", self.status, self.type.lower(), who, self.place.name if self.place else ""]
        quotes = "".join(
            f"<blockquote>{piece.marked()} <small>{html.escape(piece.document)}</small></blockquote>"
            for piece in self.evidence
        )
        said = html.escape(" · ".join(filter(None, facts)))
        return f"<div><b>{html.escape(self.title)}</b><br><small>{said}</small>{quotes}<small>{html.escape(self.explanation)}</small></div>"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be processed: where, at which stage, and what to do. It never stops the others."""

    document: str
    stage: str
    message: str
    place: str = ""

    def __str__(self) -> str:
        where = f"{self.document}:{self.place}" if self.place else self.document
        return f"{where}: {self.message}"


@dataclass(frozen=True, slots=True)
class Undated:
    """A mention that has no date, and what would give it one; `time` is None for news that gives no time at all."""

    document: str
    time: TimeExpression | None
    quote: str
    needs: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document gave."""

    document: Document
    timexes: tuple[TimeExpression, ...] = ()
    events: tuple[Event, ...] = ()
    undated: tuple[Undated, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
