"""Rows: CSV for spreadsheets, JSON lines and Parquet for programs. All three keep every field and read back."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from timeline.model import Event
from timeline.records import to_record

_NESTED = ("participants", "place", "evidence", "confidence_parts")


def to_jsonl(events: Sequence[Event]) -> bytes:
    """One Event a line, fields named as in the model."""
    return "".join(json.dumps(to_record(event), ensure_ascii=False) + "\n" for event in events).encode()


def to_csv(events: Sequence[Event]) -> bytes:
    """One Event a row; nested fields are JSON; a cell that a spreadsheet would run as a formula begins with '."""
    out = io.StringIO(newline="")
    names = list(to_record(events[0])) if events else list(Event.__dataclass_fields__)
    writer = csv.DictWriter(out, names, lineterminator="\r\n")
    writer.writeheader()
    for event in events:
        writer.writerow({name: _cell(name, value) for name, value in to_record(event).items()})
    return out.getvalue().encode()


def _cell(name: str, value: Any) -> str:
    if value is None:
        return ""
    text = json.dumps(value, ensure_ascii=False) if name in _NESTED else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def to_parquet(events: Sequence[Event]) -> bytes:
    """One Event a row, nested fields as JSON text. Raises MissingExtraError without pyarrow."""
    from timeline.errors import MissingExtraError

    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise MissingExtraError(
            "writing .parquet needs pyarrow; run: pip install 'diplomatic-timeline[parquet]'"
        ) from None
    rows = [
        {
            name: json.dumps(value, ensure_ascii=False) if name in _NESTED else value
            for name, value in to_record(e).items()
        }
        for e in events
    ]
    names = list(Event.__dataclass_fields__)
    table = pyarrow.table({name: [row[name] for row in rows] for name in names})
    sink = io.BytesIO()
    pyarrow.parquet.write_table(table, sink)
    return sink.getvalue()
