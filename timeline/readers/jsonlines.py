"""JSON lines: documents ({"text": ..., "id", "title", "url", "date", "language"}) or events that were written before."""

from __future__ import annotations

import json
from collections.abc import Iterator

from timeline.calendar_time.values import parse_day
from timeline.dating.explicit import explicit_date
from timeline.errors import ReadingError, ValueSyntaxError
from timeline.model import Document, DocumentDate, Event, Problem
from timeline.readers.text import decode
from timeline.records import event_from_record

_DATE_FIELDS = ("date", "published", "published_at", "date_published", "pubDate")


def read_jsonlines(name: str, data: bytes) -> Iterator[Document | Event | Problem]:
    """A Document or Event for each line, or a Problem that gives its number: one bad line loses no other."""
    for number, line in enumerate(
        decode(data).split("\n"), start=1
    ):  # a string may hold U+2028, which is no end of line
        if not line.strip():
            continue
        try:
            yield _read_line(line, f"{name}:{number}")
        except ReadingError as error:
            yield Problem(name, "read", f"line {number} {error}. Skipped, the other lines are read.")


def _read_line(line: str, identity: str) -> Document | Event:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise ReadingError(f"is no JSON ({error.msg})") from None
    if isinstance(record, dict) and "evidence" in record:
        try:
            return event_from_record(record)
        except ValueError as error:
            raise ReadingError(f"is no event ({error})") from None
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise ReadingError('has no "text"; give {"text": "..."}')
    return _document(record, identity)


def _document(record: dict[str, object], identity: str) -> Document:
    stated = next((str(record[key]) for key in _DATE_FIELDS if record.get(key)), None)
    dated = None
    if stated:
        try:
            day = parse_day(stated)
        except ValueSyntaxError as error:
            written = explicit_date(stated)
            if written is None:
                raise ReadingError(f"has no date that can be read ({error})") from None
            day = written
        dated = DocumentDate(day, day, "metadata", f"the record's date is {day}")

    def text(key: str) -> str:
        return str(record.get(key) or "")

    return Document(
        text("id") or identity, str(record["text"]), text("title"), text("url"), text("language") or "en", dated
    )
