"""Files, folders, globs and standard input -> what each holds; what cannot be read is a Problem, and stops nothing."""

from __future__ import annotations

import glob
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from timeline.errors import ReadingError, TimelineError
from timeline.model import Document, Event, Problem
from timeline.readers.html import read_html
from timeline.readers.jsonlines import read_jsonlines
from timeline.readers.pdf import read_pdf
from timeline.readers.table import read_table
from timeline.readers.text import read_text
from timeline.readers.timeml import read_timeml_document

Read = Document | Event | Problem
Reader = Callable[[str, bytes], Iterator[Read]]

READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".pdf": read_pdf,
    ".jsonl": read_jsonlines,
    ".ndjson": read_jsonlines,
    ".csv": read_table,
    ".tml": read_timeml_document,
}
#: Files that lie beside articles and are none.
_BESIDE = (".gold.json", "readme.md", "readme.txt")


def read_inputs(inputs: Sequence[str | Path], stdin: Callable[[], bytes] | None = None) -> Iterator[Read]:
    """What the inputs hold, in the order given and by name inside a folder or glob. `-` reads `stdin`."""
    for given in inputs:
        name = str(given)
        if name == "-":
            yield from _read("<stdin>", stdin() if stdin else b"", read_text)
            continue
        paths = _paths(name)
        if isinstance(paths, Problem):
            yield paths
            continue
        for path, shown in paths:
            reader = READERS.get(path.suffix.lower(), read_text)
            try:
                data = path.read_bytes()
            except OSError as error:
                yield Problem(
                    shown, "read", f"cannot be read ({error.strerror}). Skipped. Check the path and its rights."
                )
                continue
            yield from _read(shown, data, reader)


def _paths(name: str) -> list[tuple[Path, str]] | Problem:
    """The files that one input names, each with the id that its document gets."""
    path = Path(name)
    if path.is_dir():
        found = [p for p in sorted(path.rglob("*")) if p.is_file() and p.suffix.lower() in READERS and not _beside(p)]
        if not found:
            kinds = " ".join(READERS)
            return Problem(name, "read", f"no document in this folder. Nothing read. It may hold {kinds}")
        return [(p, p.relative_to(path).as_posix()) for p in found]
    if path.exists():
        return [(path, path.name)]
    matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 -- a pattern may be absolute
    if matches:
        return [(Path(m), Path(m).name) for m in matches if Path(m).is_file() and not _beside(Path(m))]
    return Problem(name, "read", "no such file or folder. Nothing read. Check the path.")


def _beside(path: Path) -> bool:
    return path.name.lower().endswith(_BESIDE) or path.name.startswith(".")


def _read(shown: str, data: bytes, reader: Reader) -> Iterator[Read]:
    """What one file holds; a line of it that cannot be read is a Problem, the lines before it are kept."""
    if not data.strip():
        yield Problem(shown, "read", "empty. Skipped. Is this the right file?")
        return
    try:
        yield from reader(shown, data)
    except ReadingError as error:
        yield Problem(shown, "read", str(error))
    except TimelineError as error:
        yield Problem(shown, "read", f"{error}. Skipped.")
    except Exception as error:  # a parser of a foreign format may raise anything
        said = " ".join(f"{type(error).__name__}: {error}".split())
        yield Problem(shown, "read", f"could not be read as {reader.__name__[5:]} ({said}). Skipped.")
