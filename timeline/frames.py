"""Events -> pandas.

`events_frame`, one row an event, indexed by `id`: title (string), type, status (categories), earliest, latest
(datetime64, NaT where open), edtf (string), recurrence (string), participants (lists of names), place (string),
sources (number of documents), evidence (number of tellings), confidence (float), explanation (string).

`mentions_frame`, one row a piece of evidence: event (id), document, published (datetime64), quote, trigger, mention
(the time as written), value (TIMEX3), status (category), said_by, start, end (offsets of the sentence), explanation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, cast

import numpy as np
import pandas as pd

from timeline.calendar_time.edtf import interval_edtf
from timeline.errors import ReadingError
from timeline.model import STATUSES, TYPES, Event, Evidence, Status


def events_frame(events: Sequence[Event]) -> pd.DataFrame:
    """One row an event, in the order given."""
    columns = {
        "title": pd.array([event.title for event in events], dtype="string"),
        "type": pd.Categorical([event.type for event in events], categories=list(TYPES)),
        "status": pd.Categorical([event.status for event in events], categories=list(STATUSES)),
        "earliest": _days([event.earliest for event in events]),
        "latest": _days([event.latest for event in events]),
        "edtf": pd.array([event.edtf for event in events], dtype="string"),
        "recurrence": pd.array([event.recurrence for event in events], dtype="string"),
        "participants": [[participant.name for participant in event.participants] for event in events],
        "place": pd.array([event.place.name if event.place else None for event in events], dtype="string"),
        "sources": [len({piece.document for piece in event.evidence}) for event in events],
        "evidence": [len(event.evidence) for event in events],
        "confidence": pd.array([event.confidence for event in events], dtype="float64"),
        "explanation": pd.array([event.explanation for event in events], dtype="string"),
    }
    return pd.DataFrame(columns, index=pd.Index([event.id for event in events], name="id", dtype="string"))


def mentions_frame(events: Sequence[Event]) -> pd.DataFrame:
    """One row a piece of evidence, by event."""
    pairs = [(event, piece) for event in events for piece in event.evidence]
    columns = {
        "event": pd.array([event.id for event, _ in pairs], dtype="string"),
        "document": pd.array([piece.document for _, piece in pairs], dtype="string"),
        "published": _days([piece.published for _, piece in pairs]),
        "quote": pd.array([piece.quote for _, piece in pairs], dtype="string"),
        "trigger": pd.array([trigger(piece) for _, piece in pairs], dtype="string"),
        "mention": pd.array([piece.time.text if piece.time else None for _, piece in pairs], dtype="string"),
        "value": pd.array([piece.time.value if piece.time else None for _, piece in pairs], dtype="string"),
        "status": pd.Categorical([piece.status for _, piece in pairs], categories=list(STATUSES)),
        "said_by": pd.array([piece.said_by for _, piece in pairs], dtype="string"),
        "start": pd.array([piece.start for _, piece in pairs], dtype="int64"),
        "end": pd.array([piece.end for _, piece in pairs], dtype="int64"),
        "explanation": pd.array([piece.explanation for _, piece in pairs], dtype="string"),
    }
    return pd.DataFrame(columns)


def changed_event(event: Event | None, identity: str, row: pd.Series[Any]) -> Event:
    """The event with what a row of `events_frame` says of it. Raises ReadingError."""
    if event is None:
        raise ReadingError(f"row {identity!r} is no event of this timeline; keep the index of its events table")
    days = [None if pd.isna(row[name]) else pd.Timestamp(row[name]).date() for name in ("earliest", "latest")]
    kind, status = str(row["type"]), str(row["status"])
    if kind not in TYPES or status not in STATUSES:
        raise ReadingError(f"row {identity!r}: type {kind!r} or status {status!r} is unknown")
    edtf = event.edtf if days == [event.earliest, event.latest] else interval_edtf(*days)
    try:
        return replace(
            event, title=str(row["title"]), type=kind, status=cast(Status, status), earliest=days[0], latest=days[1],
            edtf=edtf, confidence=float(row["confidence"]),
        )  # fmt: skip
    except ValueError as error:
        raise ReadingError(f"row {identity!r}: {error}") from None


def trigger(piece: Evidence) -> str:
    """The word of the sentence that names the event."""
    return piece.quote[piece.trigger_start - piece.start : piece.trigger_end - piece.start]


def _days(days: Sequence[date | None]) -> pd.DatetimeIndex:
    return pd.DatetimeIndex(np.array([day or "NaT" for day in days], dtype="datetime64[s]"))
