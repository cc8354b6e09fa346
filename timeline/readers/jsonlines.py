"""JSON lines: documents ({"text": ..., "id", "title", "url", "date", "language"}) or events that were written before."""

from __future__ import annotations

import json
from collections.abc import Iterator

from timeline.calendar_time.values import parse_day
from timeline.errors import ReadingError, ValueSyntaxError
from timeline.explicit import explicit_date
from timeline.model import Document, DocumentDate, Event
from timeline.readers.text import decode
from timeline.records import event_from_record

_DATE_FIELDS = ("date", "published", "published_at", "date_published", "pubDate")


def read_jsonlines(name: str, data: bytes) -> Iterator[Document | Event]:
    """A Document or Event for each line. Raises ReadingError with the line's number."""
    for number, line in enumerate(decode(data).splitlines(), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            raise ReadingError(f"line {number} is no JSON ({error.msg}). The lines before it were read.") from None
        if isinstance(record, dict) and "evidence" in record:
            try:
                yield event_from_record(record)
            except ValueError as error:
                raise ReadingError(f"line {number}: {error}. The lines before it were read.") from None
            continue
        if not isinstance(record, dict) or not isinstance(record.get("text"), str):
            raise ReadingError(f'line {number} has no "text". The lines before it were read. Give {{"text": "..."}}.')
        yield _document(record, f"{name}:{number}", number)


def _document(record: dict[str, object], identity: str, number: int) -> Document:
    stated = next((str(record[key]) for key in _DATE_FIELDS if record.get(key)), None)
    dated = None
    if stated:
        try:
            day = parse_day(stated)
        except ValueSyntaxError as error:
            written = explicit_date(stated)
            if written is None:
                raise ReadingError(f"line {number}: {error}. The lines before it were read.") from None
            day = written
        dated = DocumentDate(day, day, "metadata", f"the record's date is {day}")

    def text(key: str) -> str:
        return str(record.get(key) or "")

    return Document(
        text("id") or identity, str(record["text"]), text("title"), text("url"), text("language") or "en", dated
    )
