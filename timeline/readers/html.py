"""A web page as a news site serves it: its main text without navigation and adverts, its title, link and date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from timeline.errors import ReadingError
from timeline.model import Document, DocumentDate
from timeline.readers.text import decode


def read_html(name: str, data: bytes) -> Iterator[Document]:
    """One Document: text by trafilatura; the date is what the page's metadata (JSON-LD, meta tags) says."""
    import trafilatura
    from htmldate import find_date

    html = decode(data)
    page = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False, include_tables=False)
    text = (getattr(page, "text", None) or "") if page else ""
    if not text.strip():
        raise ReadingError("no article text found in this page. Skipped. Save the article itself, or pass its text.")
    day = find_date(html, original_date=True, extensive_search=False, outputformat="%Y-%m-%d")
    dated = None
    if day:
        published = date.fromisoformat(day)
        dated = DocumentDate(published, published, "metadata", f"the page's metadata says {day}")
    yield Document(
        name, text, title=getattr(page, "title", None) or "", url=getattr(page, "url", None) or "", date=dated
    )
