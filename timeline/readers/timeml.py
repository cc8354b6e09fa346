"""TimeML: the text of <TEXT>, the document date of <DCT>, and the TIMEX3 annotations with their offsets."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.calendar_time.values import parse_day
from timeline.errors import ReadingError, ValueSyntaxError
from timeline.model import Document, DocumentDate
from timeline.readers.text import decode

_ATTRIBUTE = re.compile(r'([\w:]+)\s*=\s*"([^"]*)"')


@dataclass(frozen=True, slots=True)
class GoldTimex:
    """A TIMEX3 as annotated."""

    start: int
    end: int
    type: str
    value: str


def parse_timeml(name: str, data: bytes) -> tuple[Document, list[GoldTimex]]:
    """The document and its annotated time expressions, without the document date's own. Raises ReadingError."""
    source = decode(data)
    body = re.search(r"<TEXT>(.*)</TEXT>", source, re.DOTALL)
    if not body:
        raise ReadingError("no <TEXT> in this TimeML file. Skipped.")
    dated = None
    stated = re.search(r"<DCT>.*?value=\"([^\"]+)\"", source, re.DOTALL)
    if stated:
        digits = re.sub(r"^(\d{4})(\d{2})(\d{2})", r"\1-\2-\3", stated[1])
        try:
            day = parse_day(digits[:10])
            dated = DocumentDate(day, day, "metadata", f"<DCT> says {day}")
        except ValueSyntaxError:
            dated = None
    text, gold = "", []
    opened: tuple[int, dict[str, str]] | None = None
    position = 0
    for tag in re.finditer(r"<[^>]+>", body[1]):
        text += html.unescape(body[1][position : tag.start()])
        position = tag.end()
        if tag[0].startswith("<TIMEX3"):
            opened = (len(text), dict(_ATTRIBUTE.findall(tag[0])))
        elif tag[0] == "</TIMEX3>" and opened:
            gold.append(GoldTimex(opened[0], len(text), opened[1].get("type", ""), opened[1].get("value", "")))
            opened = None
        elif tag[0] == "</s>" and not text[-1:].isspace():
            text += "\n"  # sentences that stand as elements, with no space between them
    text += html.unescape(body[1][position:])
    return Document(name, text, title=name, date=dated), gold


def read_timeml_document(name: str, data: bytes) -> Iterator[Document]:
    """The Document of a TimeML file, its annotations left aside."""
    yield parse_timeml(name, data)[0]
