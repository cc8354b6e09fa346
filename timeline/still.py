"""Events -> a still picture (SVG), for where no script runs: a saved notebook, a mail, a page of GitHub.

It stands in the same lanes and rows as the figure. Text is grey, to be read on white and on black alike: a picture does
not know the page around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from timeline.interface import marks
from timeline.interface.words import in_words, shorten
from timeline.layout import Layout, Placed, begin, finish, laid_out
from timeline.model import Event

_ROW, _LEFT, _TOP, _RADIUS = 20, 104, 26, 5  # pixels
_MOST = 400  # events drawn one by one; of more, how many there are in each slice of time
_SLICES = 120
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000)  # months between two ticks
_GREY = "#808080"


def still(events: Sequence[Event], width: int = 900) -> str:
    """The dated ones of some events as an SVG document, `width` pixels wide; "" where none is dated."""
    layout = laid_out(events, width=width)
    if not layout.placed:
        return ""
    drawing = _Drawing(layout, width)
    marked = drawing.events() if drawing.single else drawing.density()
    body = [*drawing.axis(), *drawing.lanes(), *marked, *drawing.beyond()]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{drawing.height}" '
        f'viewBox="0 0 {width} {drawing.height}" font-family="system-ui, sans-serif" font-size="11" fill="{_GREY}">'
        f"{''.join(body)}</svg>"
    )


class _Drawing:
    def __init__(self, layout: Layout, width: int) -> None:
        self.layout, self.width = layout, width
        self.single = len(layout.placed) <= _MOST
        self.first, self.last = layout.window
        self.within = [p for p in layout.placed if finish(p.event) >= self.first and begin(p.event) <= self.last]
        self.rows = sum(layout.rows) if self.single else len(layout.names)
        self.height = _TOP + self.rows * _ROW + (8 if len(self.within) == len(layout.placed) else 26)
        self.scale = (width - _LEFT - 8) / max((self.last - self.first).days, 1)
        self.colours = marks()["on_light"]

    def x(self, day: date) -> float:
        return round(min(max(_LEFT + (day - self.first).days * self.scale, _LEFT), self.width - 4.0), 1)

    def axis(self) -> Iterator[str]:
        """A tick at the first of every month, quarter, year ...: what leaves room for the words."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        step = next((step for step in _STEPS if months / step <= (self.width - _LEFT) / 76), _STEPS[-1])
        start = self.first.year * 12 + self.first.month - 1
        for month in range(start - start % step, start + months + 1, step):
            if not 12 <= month < 120_000 or (day := date(month // 12, month % 12 + 1, 1)) < self.first:
                continue
            words = f"{day.year}" if step >= 12 or (day.month == 1 and step > 1) else f"{day:%b} {day.year}"
            yield f'<path d="M{self.x(day)} {_TOP - 6}V{self.height - 4}" stroke="{_GREY}" stroke-opacity=".25"/>'
            yield f'<text x="{self.x(day)}" y="{_TOP - 12}" text-anchor="middle">{words}</text>'

    def lanes(self) -> Iterator[str]:
        seen = {placed.lane for placed in self.within}
        for lane, name in enumerate(self.layout.names):
            if lane not in seen:
                continue
            row = self.layout.offsets[lane] if self.single else lane
            yield f'<text x="{_LEFT - 10}" y="{self.y(row) + 4}" text-anchor="end">{escape(shorten(name, 15))}</text>'

    def y(self, row: int) -> int:
        return _TOP + row * _ROW + _ROW // 2

    def events(self) -> Iterator[str]:
        for placed in self.within:
            event, colour = placed.event, self.colours[placed.lane % len(self.colours)]
            left, right, y = self.x(begin(event)), self.x(finish(event)), self.y(self.layout.row(placed))
            if right - left > 1:
                yield (
                    f'<path d="M{left} {y}H{right}" stroke="{colour}" stroke-width="8" '
                    f'stroke-opacity="{".65" if event.status == "ongoing" else ".25"}"/>'
                )
            at = right if event.status == "deadline" else (left + right) / 2
            shape = _shape(event, round(at, 1), y)
            yield (
                f'<path d="{shape}" fill="{colour if event.status in ("occurred", "ongoing", "deadline") else "none"}" '
                f'stroke="{colour}" stroke-width="2"><title>{escape(f"{in_words(event)}: {event.title}")}</title></path>'
            )
            yield from self.label(placed, max(right, at) + 9, y)

    def label(self, placed: Placed, x: float, y: int) -> Iterator[str]:
        if placed.label:
            yield f'<text x="{x:g}" y="{y + 4}">{escape(placed.label)}</text>'

    def beyond(self) -> Iterator[str]:
        """How many events lie outside: a few far from the rest would make the rest a blot."""
        earlier = sum(1 for p in self.layout.placed if finish(p.event) < self.first)
        later = len(self.layout.placed) - len(self.within) - earlier
        said = [f"{count} {side}" for count, side in ((earlier, "earlier"), (later, "later")) if count]
        if said:
            yield f'<text x="{_LEFT}" y="{self.height - 7}">not in the picture: {", ".join(said)}</text>'

    def density(self) -> Iterator[str]:
        counts: dict[tuple[int, int], int] = {}
        size = (self.width - _LEFT - 8) / _SLICES
        for placed in self.within:
            slot = placed.lane, min(int((self.x(begin(placed.event)) - _LEFT) / size), _SLICES - 1)
            counts[slot] = counts.get(slot, 0) + 1
        most = max(counts.values())
        for (lane, number), count in sorted(counts.items()):
            tall = round(max(2.0, (_ROW - 3) * count / most), 1)
            colour = self.colours[lane % len(self.colours)]
            foot = _TOP + (lane + 1) * _ROW - tall
            yield f'<rect x="{_LEFT + number * size:.1f}" y="{foot:g}" width="{size - 1:.1f}" height="{tall:g}" fill="{colour}"/>'


def _shape(event: Event, x: float, y: int) -> str:
    """The outline of a mark: a dot, a square for what goes on, a flag for a deadline, a diamond, a cross."""
    r = _RADIUS
    match event.status:
        case "deadline":
            return f"M{x + r} {y - r}L{x - r} {y}L{x + r} {y + r}Z"
        case "ongoing":
            return f"M{x - r} {y - r}h{2 * r}v{2 * r}h{-2 * r}Z"
        case "speculated":
            return f"M{x} {y - r}L{x + r} {y}L{x} {y + r}L{x - r} {y}Z"
        case "denied" | "cancelled":
            return f"M{x - r} {y - r}L{x + r} {y + r}M{x - r} {y + r}L{x + r} {y - r}"
        case _:
            return f"M{x - r} {y}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0Z"
