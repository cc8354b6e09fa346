"""Where events stand in a drawing: lanes, rows in a lane, labels that do not overlap. Knows no drawing library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import accumulate

from timeline.errors import ValueSyntaxError
from timeline.graph import actor_names
from timeline.interface.words import STATUS_WORDS, TYPE_WORDS, shorten
from timeline.model import Event

LANES = ("type", "status", "participant", "place", "source")
_CHARACTER = 6.1  # pixels of an average character at 11 px
_LABEL, _SHORTEST = 46, 7  # characters


@dataclass(frozen=True)
class Placed:
    """An event in its lane and row; `label` is empty where there is no room."""

    event: Event
    lane: int
    row: int
    label: str


@dataclass(frozen=True)
class Layout:
    """The lanes by name, how many rows each has, and every dated event in its place.

    `window` holds the days that a drawing shows at first, `whole` all of them, each with a margin.
    """

    names: tuple[str, ...]
    rows: tuple[int, ...]
    placed: tuple[Placed, ...]
    window: tuple[date, date]
    whole: tuple[date, date]

    @cached_property
    def offsets(self) -> tuple[int, ...]:
        """The first row of each lane, counted over all lanes."""
        return tuple(accumulate((0, *self.rows[:-1]))) if self.rows else ()

    def row(self, placed: Placed) -> int:
        return self.offsets[placed.lane] + placed.row


def laid_out(events: Sequence[Event], lanes: str = "type", width: int = 1100) -> Layout:
    """The dated ones of some events in lanes, with labels for a drawing of `width` pixels.

    Raises ValueSyntaxError for `lanes` that are not one of `LANES`.
    """
    if lanes not in LANES:
        raise ValueSyntaxError(f"lanes={lanes!r} is unknown; use one of {', '.join(LANES)}")
    dated = [event for event in events if event.earliest or event.latest]
    called = actor_names(dated) if lanes == "participant" else {}
    lane = {event.id: lane_of(event, lanes, called) for event in dated}
    names = _lane_names(lane[event.id] for event in dated)
    window, whole = _windows(dated)
    placed, rows = _place(dated, names, lane, window, width)
    return Layout(tuple(names), tuple(rows), tuple(placed), window, whole)


def lane_of(event: Event, lanes: str, names: Mapping[str, str]) -> str:
    """The lane of an event; one that has several actors stands in the lane of the first, whose name stands in `names`."""
    match lanes:
        case "type":
            return TYPE_WORDS[event.type]
        case "status":
            return STATUS_WORDS[event.status]
        case "participant":
            return names[event.participants[0].id] if event.participants else "nobody named"
        case "place":
            return event.place.name if event.place else "no place named"
        case _:
            return event.evidence[0].document


def _lane_names(lanes: Iterable[str]) -> list[str]:
    """The lanes of events by how much is in them, at most twenty; the rest share the last."""
    counts = Counter(lanes)
    ordered = sorted(counts, key=lambda name: (-counts[name], name))
    return ordered if len(ordered) <= 20 else [*ordered[:19], "others"]


def _windows(events: Sequence[Event]) -> tuple[tuple[date, date], tuple[date, date]]:
    """(the days that the figure shows at first, all of its days), each with a margin.

    Where up to a quarter of them lie far before the rest (an armistice of 1953 among the news of 2018), the first is
    around the rest; the range slider and the button "all" lead to them.
    """
    days = sorted(day for event in events for day in (event.earliest, event.latest) if day)
    if not days:
        whole = date(2000, 1, 1), date(2000, 12, 31)
        return whole, whole
    last = days[-1 - len(days) // 50]
    whole = _with_margin(days[0], days[-1])
    first = days[0]
    for twentieths in range(1, 6):
        later = days[len(days) * twentieths // 20]
        if last - later < (last - first) * 2 / 3:  # what is left out makes the rest much wider
            first = later
    if (days[-1] - days[0]) > 3 * max(last - first, timedelta(days=30)):
        return _with_margin(first, last), whole
    return whole, whole


def _with_margin(first: date, last: date) -> tuple[date, date]:
    margin = max((last - first) // 25, timedelta(days=2))
    return (
        first - margin if (first - date.min) > margin else date.min,
        last + 2 * margin if (date.max - last) > 2 * margin else date.max,
    )


def _place(
    events: Sequence[Event], names: Sequence[str], of: Mapping[str, str], window: tuple[date, date], width: int
) -> tuple[list[Placed], list[int]]:
    """A row for every event in the lane that it is `of`, so that no mark and no label covers a label.

    A lane may grow by half for marks without labels; what finds no room then shares its last row.
    """
    index = {name: number for number, name in enumerate(names)}
    inner = max(width - 160, 100)
    scale = inner / max((window[1] - window[0]).days, 1)
    sizes = [0] * len(names)
    for event in events:
        sizes[index.get(of[event.id], len(names) - 1)] += 1
    limits = [max(3, min(26, 64 * size // max(len(events), 1))) for size in sizes]  # rows by what a lane holds
    ends: list[list[float]] = [[] for _ in names]
    found: list[tuple[Event, int, int | None, str]] = []
    for event in sorted(events, key=lambda e: (begin(e), e.id)):
        lane = index.get(of[event.id], len(names) - 1)
        left = (begin(event) - window[0]).days * scale
        right = (finish(event) - window[0]).days * scale
        seen = left <= inner and right >= 0
        label = shorten(event.title, max(min(_LABEL, int((inner - right) / _CHARACTER)), 1) if seen else _LABEL)
        row = None
        if len(label) > _SHORTEST:
            row = _free_row(ends[lane], left - 8, right + 14 + len(label) * _CHARACTER, limits[lane])
        if row is None:
            label = ""
            row = _free_row(ends[lane], left - 8, right + 8, limits[lane] * 3 // 2)
        found.append((event, lane, row, label))
    crowded = {lane for _, lane, row, _ in found if row is None}
    placed = [Placed(event, lane, len(ends[lane]) if row is None else row, label) for event, lane, row, label in found]
    return placed, [max(len(each) + (lane in crowded), 1) for lane, each in enumerate(ends)]


def _free_row(ends: list[float], left: float, right: float, most: int) -> int | None:
    for row, end in enumerate(ends):
        if end <= left:
            ends[row] = right
            return row
    if len(ends) < most:
        ends.append(right)
        return len(ends) - 1
    return None


def begin(event: Event) -> date:
    day = event.earliest or event.latest
    assert day
    return day


def finish(event: Event) -> date:
    day = event.latest or event.earliest
    assert day
    return day
