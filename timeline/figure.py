"""Events -> a plotly Figure: lanes of markers, bars for periods and uncertain dates, labels that do not overlap.

A day is a marker, a longer time a bar with its marker; what is only speculated is hollow, a deadline a flag, what was
called off or denied a cross. Every event with a day is drawn; the others are counted in `layout.meta["undated"]`.
Times are UTC milliseconds, lanes are rows of numbers, so that 100,000 events stay arrays.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from timeline.errors import ValueSyntaxError
from timeline.model import Event

if TYPE_CHECKING:
    import plotly.graph_objects as go

LANES = ("type", "status", "participant", "place", "source")
#: A palette that stays apart with colour blindness (after Okabe and Ito 2008), darkened for small marks on white.
PALETTE = ("#0072b2", "#c44e00", "#00795a", "#a3407f", "#8a6d00", "#2a78b8", "#5b5b5b", "#9c3d2e")
SYMBOLS = {
    "occurred": "circle", "ongoing": "square", "scheduled": "circle-open-dot", "deadline": "triangle-left",
    "speculated": "circle-open", "denied": "x-thin-open", "cancelled": "x",
}  # fmt: skip
STATUS_WORDS = {
    "occurred": "happened", "ongoing": "going on", "scheduled": "scheduled", "deadline": "deadline",
    "speculated": "speculated", "denied": "denied", "cancelled": "called off",
}  # fmt: skip
_CHARACTER = 6.1  # pixels of an average character at 11 px
_ROW = 24  # pixels
_LABEL = 46  # characters
_MANY = 3000  # events beyond which only ids travel in the figure, and texts come from the page


@dataclass(frozen=True)
class _Placed:
    event: Event
    lane: int
    row: int
    label: str


def timeline_figure(
    events: Sequence[Event],
    *,
    lanes: str = "type",
    width: int = 1100,
    today: date | None = None,
    div_id: str = "timeline-figure",
) -> go.Figure:
    """The interactive timeline of some events.

    `lanes` is one of `LANES`; `width` the width in pixels for which labels are laid out; `today` draws a line there.
    Raises ValueSyntaxError for another `lanes`.
    """
    import plotly.graph_objects as go

    if lanes not in LANES:
        raise ValueSyntaxError(f"lanes={lanes!r} is unknown; use one of {', '.join(LANES)}")
    dated = [event for event in events if event.earliest or event.latest]
    names = _lane_names(dated, lanes)
    window, whole = _windows(dated)
    placed, rows = _place(dated, names, lanes, window, width)
    offsets = _offsets(names, rows)
    figure = go.Figure()
    for lane, name in enumerate(names):
        members = [p for p in placed if p.lane == lane]
        colour = PALETTE[lane % len(PALETTE)]
        _add_bars(figure, members, offsets, colour, name)
        _add_markers(figure, members, offsets, colour, name, many=len(dated) > _MANY)
    total = sum(rows)
    if len(dated) <= _MANY:
        _add_labels(figure, placed, offsets)
    _lay_out(figure, names, rows, offsets, window, whole, total, today, len(events) - len(dated), div_id)
    return figure


def lane_of(event: Event, lanes: str) -> str:
    """The lane of an event; one that has several actors stands in the lane of the first."""
    match lanes:
        case "type":
            return event.type
        case "status":
            return STATUS_WORDS[event.status]
        case "participant":
            return event.participants[0].name if event.participants else "nobody named"
        case "place":
            return event.place.name if event.place else "no place named"
        case _:
            return event.evidence[0].document


def _lane_names(events: Sequence[Event], lanes: str) -> list[str]:
    """Lanes by how much is in them, at most twenty; the rest share the last."""
    counts: dict[str, int] = {}
    for event in events:
        name = lane_of(event, lanes)
        counts[name] = counts.get(name, 0) + 1
    ordered = sorted(counts, key=lambda name: (-counts[name], name))
    return ordered if len(ordered) <= 20 else [*ordered[:19], "others"]


def _windows(events: Sequence[Event]) -> tuple[tuple[date, date], tuple[date, date]]:
    """(the days that the figure shows at first, all of its days), each with a margin.

    Where a few events lie far from the rest (an armistice of 1953 among the news of 2018), the first is around the
    rest; the range slider and the button "all" lead to them.
    """
    days = sorted(day for event in events for day in (event.earliest, event.latest) if day)
    if not days:
        whole = date(2000, 1, 1), date(2000, 12, 31)
        return whole, whole
    first, last = days[len(days) // 20], days[-1 - len(days) // 50]
    whole = _with_margin(days[0], days[-1])
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
    events: Sequence[Event], names: Sequence[str], lanes: str, window: tuple[date, date], width: int
) -> tuple[list[_Placed], list[int]]:
    """A row in its lane for every event, so that neither marks nor labels overlap where there is room for them."""
    index = {name: number for number, name in enumerate(names)}
    scale = max(width - 160, 100) / max((window[1] - window[0]).days, 1)
    sizes = [0] * len(names)
    for event in events:
        sizes[index.get(lane_of(event, lanes), len(names) - 1)] += 1
    limits = [max(3, min(26, 64 * size // max(len(events), 1))) for size in sizes]  # rows by what a lane holds
    ends: list[list[float]] = [[] for _ in names]
    placed: list[_Placed] = []
    for event in sorted(events, key=lambda e: (_begin(e), e.id)):
        lane = index.get(lane_of(event, lanes), len(names) - 1)
        left = (_begin(event) - window[0]).days * scale
        right = (_finish(event) - window[0]).days * scale
        label = shorten(event.title, _LABEL)
        row = _free_row(ends[lane], left - 8, right + 14 + len(label) * _CHARACTER, limits[lane])
        if row is None:
            label = ""
            row = _free_row(ends[lane], left - 8, right + 8, limits[lane])
        if row is None:
            row = min(range(len(ends[lane])), key=lambda r: ends[lane][r])
        placed.append(_Placed(event, lane, row, label))
    return placed, [max(len(lane_ends), 1) for lane_ends in ends]


def _free_row(ends: list[float], left: float, right: float, most: int) -> int | None:
    for row, end in enumerate(ends):
        if end <= left:
            ends[row] = right
            return row
    if len(ends) < most:
        ends.append(right)
        return len(ends) - 1
    return None


def shorten(text: str, size: int) -> str:
    """At most `size` characters, cut between words.

    >>> shorten("Trump and Kim Jong Un meet in Singapore", 20)
    'Trump and Kim Jong…'
    """
    if len(text) <= size:
        return text
    cut = text[: size - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:-") + "…"


def _offsets(names: Sequence[str], rows: Sequence[int]) -> list[int]:
    found, total = [], 0
    for count in rows:
        found.append(total)
        total += count
    return found


def _begin(event: Event) -> date:
    day = event.earliest or event.latest
    assert day
    return day


def _finish(event: Event) -> date:
    day = event.latest or event.earliest
    assert day
    return day


def _milliseconds(day: date) -> int:
    return (day.toordinal() - 719_163) * 86_400_000


def _middle(event: Event) -> int:
    """Where the marker stands: the day, the middle of an interval, or the known end of an open one."""
    if event.status == "deadline":
        return _milliseconds(_finish(event))
    return (_milliseconds(_begin(event)) + _milliseconds(_finish(event))) // 2


def _add_bars(figure: go.Figure, members: Sequence[_Placed], offsets: Sequence[int], colour: str, name: str) -> None:
    """Periods as solid bars; days that are not known as faint ones; one trace each, with gaps."""
    import plotly.graph_objects as go

    for certain in (True, False):
        x: list[int | None] = []
        y: list[float | None] = []
        for p in members:
            if (
                (p.event.status == "ongoing") is certain
                and p.event.earliest
                and p.event.latest
                and p.event.earliest != p.event.latest
            ):
                row = offsets[p.lane] + p.row
                x += [_milliseconds(p.event.earliest), _milliseconds(p.event.latest), None]
                y += [row, row, None]
        if x:
            style = {"color": colour, "width": 9}
            figure.add_trace(
                go.Scatter(
                    x=x,
                    y=y,
                    mode="lines",
                    line=style,
                    opacity=0.65 if certain else 0.22,
                    hoverinfo="skip",
                    name=f"{name} (span)",
                    showlegend=False,
                )
            )


def _add_markers(
    figure: go.Figure, members: Sequence[_Placed], offsets: Sequence[int], colour: str, name: str, *, many: bool
) -> None:
    import plotly.graph_objects as go

    if not members:
        return
    events = [p.event for p in members]
    options: dict[str, Any] = (
        {"hoverinfo": "none"}
        if many
        else {
            "hovertext": [hover_text(event) for event in events],
            "hovertemplate": "%{hovertext}<extra></extra>",
        }
    )
    figure.add_trace(
        go.Scatter(
            x=[_middle(event) for event in events],
            y=[offsets[p.lane] + p.row for p in members],
            mode="markers",
            cliponaxis=True,
            marker={
                "symbol": [SYMBOLS[event.status] for event in events],
                "size": 11,
                "color": colour,
                "line": {"width": 2, "color": colour},
            },
            ids=[event.id for event in events],
            customdata=[event.id for event in events],
            name=name,
            showlegend=False,
            **options,
        )
    )


def _add_labels(figure: go.Figure, placed: Sequence[_Placed], offsets: Sequence[int]) -> None:
    """Titles behind their marks, as annotations: a text trace would fill the range slider too."""
    figure.layout.annotations = [
        {
            "x": _milliseconds(_finish(p.event)), "y": offsets[p.lane] + p.row, "text": html.escape(p.label),
            "name": p.event.id, "xanchor": "left", "yanchor": "middle", "xshift": 8, "showarrow": False, "font": {"size": 11},
            "captureevents": False,
        }
        for p in placed
        if p.label
    ]  # fmt: skip


def hover_text(event: Event) -> str:
    """Title, date in words, status, who and the first evidence, escaped for plotly's own little markup."""
    who = ", ".join(participant.name for participant in event.participants)
    quote = shorten(" ".join(event.evidence[0].quote.split()), 220)
    lines = [f"<b>{html.escape(event.title)}</b>", html.escape(f"{in_words(event)} · {STATUS_WORDS[event.status]}")]
    lines += [html.escape(who)] if who else []
    lines += [
        f"<i>“{html.escape(part)}”</i>" if i == 0 else f"<i>{html.escape(part)}</i>" for i, part in enumerate([quote])
    ]
    return "<br>".join(line if len(line) < 90 else "<br>".join(_wrap(line, 80)) for line in lines)


def _wrap(text: str, size: int) -> list[str]:
    lines, current = [], ""
    for word in text.split(" "):
        if current and len(current) + len(word) + 1 > size:
            lines.append(current)
            current = word
        else:
            current = f"{current} {word}".strip()
    return [*lines, current]


def in_words(event: Event) -> str:
    """The event's date for a reader.

    A day ("12 June 2018"), a span ("5 to 7 July 2018"), a month ("in May 2018"), or what is known of it.
    """
    first, last = event.earliest, event.latest
    if first and last:
        if event.status == "deadline":
            return f"by {_day_words(last)}"
        if first == last:
            return _day_words(first)
        if first.day == 1 and (last + timedelta(days=1)).day == 1:
            if (first.year, first.month) == (last.year, last.month):
                return f"in {first:%B %Y}"
            if (first.month, last.month) == (1, 12):
                return f"in {first.year}" if first.year == last.year else f"{first.year} to {last.year}"
        start = (
            str(first.day)
            if (first.year, first.month) == (last.year, last.month)
            else (f"{first.day} {first:%B}" if first.year == last.year else _day_words(first))
        )
        link = "from" if event.status == "ongoing" else "between"
        return f"{link} {start} {'to' if link == 'from' else 'and'} {_day_words(last)}"
    if first:
        return f"after {_day_words(first)}"
    return f"before or on {_day_words(last)}" if last else "no date"


def _day_words(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _lay_out(
    figure: go.Figure, names: Sequence[str], rows: Sequence[int], offsets: Sequence[int], window: tuple[date, date], whole: tuple[date, date],
    total: int, today: date | None, undated: int, div_id: str,
) -> None:  # fmt: skip
    shapes: list[dict[str, Any]] = []
    for number, (start, count) in enumerate(zip(offsets, rows, strict=True)):
        if number % 2:
            shapes.append({"type": "rect", "xref": "paper", "x0": 0, "x1": 1, "y0": start - 0.5, "y1": start + count - 0.5,
                           "fillcolor": "rgba(128,128,128,0.07)", "line": {"width": 0}, "layer": "below"})  # fmt: skip
    if today:
        at = _milliseconds(today)
        shapes.append({"type": "line", "yref": "paper", "x0": at, "x1": at, "y0": 0, "y1": 1,
                       "line": {"dash": "dot", "width": 1.5, "color": "rgba(128,128,128,0.9)"}})  # fmt: skip
        shapes.append({"type": "rect", "yref": "paper", "x0": at, "x1": max(_milliseconds(whole[1]), at),
                       "y0": 0, "y1": 1, "fillcolor": "rgba(128,128,128,0.06)", "line": {"width": 0}, "layer": "below"})  # fmt: skip
    buttons = [
        {"step": "month", "count": 1, "label": "month", "stepmode": "backward"},
        {"step": "month", "count": 3, "label": "quarter", "stepmode": "backward"},
        {"step": "year", "count": 1, "label": "year", "stepmode": "backward"},
        {"step": "all", "label": "all"},
    ]
    figure.update_layout(
        template="none",
        height=max(260, total * _ROW + 130),
        margin={"l": 118, "r": 16, "t": 34, "b": 10},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": "system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif", "size": 12, "color": "#444"},
        hovermode="closest",
        dragmode="pan",
        showlegend=False,
        shapes=shapes,
        meta={"undated": undated, "div_id": div_id},
        xaxis={
            "type": "date", "range": [_milliseconds(window[0]), _milliseconds(window[1])], "gridcolor": "rgba(128,128,128,0.18)",
            "rangeslider": {"visible": True, "thickness": 0.07, "bgcolor": "rgba(128,128,128,0.08)",
                            "range": [_milliseconds(whole[0]), _milliseconds(whole[1])]},
            "rangeselector": {"buttons": buttons, "x": 0, "y": 1.0, "yanchor": "bottom", "bgcolor": "rgba(128,128,128,0.14)"},
            "zeroline": False,
        },
        yaxis={
            "tickmode": "array",
            "tickvals": [start + (count - 1) / 2 for start, count in zip(offsets, rows, strict=True)],
            "ticktext": [html.escape(shorten(name.capitalize() if name.isupper() else name, 18)) for name in names],
            "range": [max(total, 1) - 0.3, -0.7], "showgrid": False, "zeroline": False, "fixedrange": True, "automargin": False,
        },
    )  # fmt: skip
