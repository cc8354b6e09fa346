"""Stretches of a text in order, looked up by where they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar


class Stretch(Protocol):
    """What has half-open character offsets into a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


T = TypeVar("T", bound=Stretch)


class Stretches(Generic[T]):
    """Items in the order of their starts."""

    def __init__(self, items: Sequence[T]) -> None:
        self._items = items
        self._starts = [item.start for item in items]

    def starting_in(self, whole: Stretch) -> list[T]:
        """Those that start inside `whole`."""
        return list(self._items[bisect_left(self._starts, whole.start) : bisect_left(self._starts, whole.end)])

    def within(self, whole: Stretch) -> list[T]:
        """Those that lie inside `whole` with both ends."""
        return [item for item in self.starting_in(whole) if item.end <= whole.end]
