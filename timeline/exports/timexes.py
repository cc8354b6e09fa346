"""Time expressions as JSON lines, a table for the eye, or TimeML."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape, quoteattr

from timeline.model import Document, TimeExpression
from timeline.records import to_record


def to_jsonl(document: Document, timexes: Sequence[TimeExpression]) -> str:
    """One line: {"document", "date", "timexes"}."""
    record = {"document": document.id, "date": to_record(document.date), "timexes": to_record(list(timexes))}
    return json.dumps(record, ensure_ascii=False)


def to_table(document: Document, timexes: Sequence[TimeExpression]) -> str:
    """Columns: offsets, text, type, value, days."""
    rows = [(f"{t.start}-{t.end}", " ".join(t.text.split()), t.type, t.value, _days(t)) for t in timexes]
    widths = [max((len(row[i]) for row in rows), default=0) for i in range(4)]
    lines = [
        "  ".join([*(cell.ljust(w) for cell, w in zip(row, widths, strict=False)), row[4]]).rstrip() for row in rows
    ]
    return "\n".join([f"{document.id}  {_date(document)}", *lines])


def _days(time: TimeExpression) -> str:
    if time.earliest is None and time.latest is None:
        return ""
    return str(time.earliest) if time.earliest == time.latest else f"{time.earliest or '..'} to {time.latest or '..'}"


def _date(document: Document) -> str:
    return f"({document.date.earliest}, {document.date.source})" if document.date else "(date unknown)"


def to_timeml(document: Document, timexes: Sequence[TimeExpression]) -> str:
    """A TimeML document with <DCT>, <TEXT> and its TIMEX3; characters that XML cannot hold are spaces."""
    out, position = "", 0
    for number, time in enumerate(timexes, start=1):
        attributes = {"tid": f"t{number}", "type": time.type, "value": time.value}
        attributes |= {"mod": time.mod or "", "quant": time.quant or "", "freq": time.freq or ""}
        written = " ".join(
            f"{name}={quoteattr(value)}" for name, value in attributes.items() if value or name == "value"
        )
        out += _xml(document.text[position : time.start]) + f"<TIMEX3 {written}>{_xml(time.text)}</TIMEX3>"
        position = time.end
    out += _xml(document.text[position:])
    day = document.date.earliest.isoformat() if document.date else ""
    dct = f'<TIMEX3 tid="t0" type="DATE" value="{day}" functionInDocument="CREATION_TIME">{day}</TIMEX3>' if day else ""
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n<DOCID>{_xml(document.id)}</DOCID>\n<DCT>{dct}</DCT>'
    return f"{head}\n<TEXT>{out}</TEXT>\n</TimeML>"


def _xml(text: str) -> str:
    """Escaped, with what XML 1.0 cannot hold as spaces; a carriage return is written so that it comes back."""
    allowed = "".join(
        c if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff" else " " for c in text
    )
    return escape(allowed, {"\r": "&#13;"})


FORMATS: dict[str, Callable[[Document, Sequence[TimeExpression]], str]] = {
    "jsonl": to_jsonl,
    "timeml": to_timeml,
    "table": to_table,
}
