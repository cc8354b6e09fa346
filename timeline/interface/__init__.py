"""What a reader sees that is not of the events: the interface's texts by language, and how events are marked."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources
from typing import Any

from timeline.errors import ReadingError


@lru_cache(maxsize=2)
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((resources.files("timeline.interface") / name).read_text(encoding="utf-8"))


def interface_texts(language: str) -> dict[str, str]:
    """What a page says in a language. Raises ReadingError for one that texts.toml has not."""
    texts = _table("texts.toml")
    if language not in texts:
        raise ReadingError(f"no interface texts in {language!r}; there are: {', '.join(sorted(texts))}")
    found: dict[str, str] = texts[language]
    return found


def marks() -> dict[str, Any]:
    """How events are drawn: `on_light` and `on_dark` colours of lanes, `symbols` by status."""
    return _table("marks.toml")
