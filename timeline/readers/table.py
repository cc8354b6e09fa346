"""A CSV of events, as `export` writes it and a spreadsheet may change it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from timeline.errors import ReadingError
from timeline.model import Event, Problem
from timeline.readers.text import decode
from timeline.records import event_from_record

_JSON = ("participants", "place", "evidence", "confidence_parts")


def read_table(name: str, data: bytes) -> Iterator[Event | Problem]:
    """An Event for each row, or a Problem that gives its number. Raises ReadingError for a table of something else."""
    rows = csv.DictReader(io.StringIO(decode(data), newline=""))
    if not rows.fieldnames or "title" not in rows.fieldnames or "evidence" not in rows.fieldnames:
        raise ReadingError("a CSV without the columns of an events table. Skipped. Write one with: timeline export")
    for number, row in enumerate(rows, start=2):
        record: dict[str, object] = {key: _plain(value) for key, value in row.items() if key}
        try:
            for column in _JSON:
                if isinstance(record.get(column), str):
                    record[column] = json.loads(str(record[column]))
            record["confidence"] = float(str(record.get("confidence") or 1))
            yield event_from_record(record)
        except (ValueError, TypeError) as error:
            yield Problem(name, "read", f"row {number}: {error}. Skipped, the other rows are read.")


def _plain(value: str | None) -> str | None:
    """A cell without the apostrophe that `export` puts before what a spreadsheet would take for a formula."""
    if not value:
        return None
    return value[1:] if value[:2] in ("'=", "'+", "'-", "'@") else value
