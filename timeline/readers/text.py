"""Plain text: the decoded content unchanged, so that offsets hold in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import shorten

from timeline.errors import ReadingError
from timeline.model import Document

#: "SEOUL, May 10, 2018 — ", "WASHINGTON (Reuters) - "
_DATELINE = re.compile(r"^[A-Z]{3,}[\w .,/()'’-]{0,60}? (?:—|–|--|-) (?=\S)")


def decode(data: bytes) -> str:
    """Text of a file's bytes: UTF-8, or UTF-16 with its mark. Raises ReadingError for anything else."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    if b"\x00" in data[:4096]:
        raise ReadingError("binary data, no text. Skipped. Pass a text, HTML, PDF or JSONL file.")
    try:
        return data.decode("utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8")
    except UnicodeDecodeError as error:
        wrong = f"byte 0x{data[error.start]:02x} at {error.start}"
        raise ReadingError(f"not UTF-8 text ({wrong}). Skipped. Convert it: iconv -f WINDOWS-1252 -t UTF-8") from None


def read_text(name: str, data: bytes) -> Iterator[Document]:
    """One Document; its title is the first line without a dateline, cut between words where it is a paragraph."""
    text = decode(data)
    first = _DATELINE.sub("", text.strip().split("\n", 1)[0].strip())
    yield Document(name, text, title=shorten(first, 120, placeholder="…"))
