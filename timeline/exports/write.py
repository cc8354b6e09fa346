"""Chooses the format by the suffix of the file that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from timeline.errors import FormatError
from timeline.exports.calendar import to_ics
from timeline.exports.graphs import to_gexf, to_graphml
from timeline.exports.linked import to_jsonld
from timeline.exports.tables import to_csv, to_jsonl, to_parquet
from timeline.exports.timelinejs import to_timelinejs
from timeline.model import Event

EXPORTERS: dict[str, Callable[[Sequence[Event]], bytes]] = {
    ".csv": to_csv,
    ".jsonl": to_jsonl,
    ".parquet": to_parquet,
    ".json": to_timelinejs,
    ".ics": to_ics,
    ".jsonld": to_jsonld,
    ".graphml": to_graphml,
    ".gexf": to_gexf,
}


def export_events(events: Sequence[Event], path: str | Path) -> Path:
    """Writes the events to `path` in the format of its suffix. Raises FormatError for a suffix that is unknown."""
    path = Path(path)
    write = EXPORTERS.get(path.suffix.lower())
    if write is None:
        raise FormatError(f"{path}: no format for the suffix {path.suffix!r}; use one of {' '.join(EXPORTERS)}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(write(events))
    return path
