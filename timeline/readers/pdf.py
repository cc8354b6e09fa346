"""A PDF with a text layer."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date

from timeline.errors import ReadingError
from timeline.model import Document, DocumentDate


def read_pdf(name: str, data: bytes) -> Iterator[Document]:
    """One Document: its pages' text, paragraphs kept, hyphenated line ends joined; the date is the PDF's own."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        pages = [page.extract_text() for page in reader.pages]
        info = reader.metadata
    except (PyPdfError, ValueError, KeyError) as error:
        raise ReadingError(f"not a readable PDF ({error}). Skipped. Save it again, or pass the text.") from None
    text = re.sub(r"(?<=[a-z])-\n(?=[a-z])", "", "\n\n".join(pages))
    if not text.strip():
        raise ReadingError("no text could be read (is it scanned?). Skipped. Run OCR first, or pass the text.")
    yield Document(name, text, title=(info.title if info and info.title else "") or "", date=_created(info))


def _created(info: object) -> DocumentDate | None:
    try:
        created = getattr(info, "creation_date", None)
    except ValueError:
        return None
    if created is None:
        return None
    day: date = created.date()
    return DocumentDate(day, day, "metadata", f"the PDF says it was made on {day}")
