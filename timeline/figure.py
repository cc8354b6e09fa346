"""Events -> a plotly Figure: lanes of markers, bars for periods and uncertain dates, labels that do not overlap.

A day is a marker, a longer time a bar with its marker; what is only speculated is hollow, a deadline a flag, what was
called off or denied a cross. Every event with a day is drawn; the others are counted in `layout.meta["undated"]`.
Times are UTC milliseconds, lanes are rows of numbers, so that 100,000 events stay arrays.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from timeline.interface import marks
from timeline.interface.words import STATUS_WORDS, in_words, shorten
from timeline.layout import Layout, Placed, begin, finish, laid_out
from timeline.model import Event

if TYPE_CHECKING:
    import plotly.graph_objects as go

_ROW = 24  # pixels
_MANY = 3000  # events beyond which only ids travel in the figure, and texts come from the page


def timeline_figure(
    events: Sequence[Event],
    *,
    lanes: str = "type",
    width: int = 1100,
    today: date | None = None,
    div_id: str = "timeline-figure",
) -> go.Figure:
    """The interactive timeline of some events.

    `lanes` is type, status, participant, place or source; `width` the width in pixels for which labels are laid out;
    `today` draws a line there. Raises ValueSyntaxError for other `lanes`.
    """
    import plotly.graph_objects as go

    layout = laid_out(events, lanes, width)
    many = len(layout.placed) > _MANY
    colours = marks()["on_light"]
    figure = go.Figure()
    for lane, name in enumerate(layout.names):
        members = [p for p in layout.placed if p.lane == lane]
        colour = colours[lane % len(colours)]
        _add_bars(figure, members, layout, colour, name)
        _add_markers(figure, members, layout, colour, name, many=many)
    if not many:
        _add_labels(figure, layout)
    _lay_out(figure, layout, today, len(events) - len(layout.placed), div_id)
    return figure


def _milliseconds(day: date) -> int:
    return (day.toordinal() - 719_163) * 86_400_000


def _middle(event: Event) -> int:
    """Where the marker stands: the day, the middle of an interval, or the known end of an open one."""
    if event.status == "deadline":
        return _milliseconds(finish(event))
    return (_milliseconds(begin(event)) + _milliseconds(finish(event))) // 2


def _symbol(event: Event) -> str:
    uncertain = event.status == "occurred" and event.earliest != event.latest
    return str(marks()["symbols"]["uncertain" if uncertain else event.status])


def _add_bars(figure: go.Figure, members: Sequence[Placed], layout: Layout, colour: str, name: str) -> None:
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
                row = layout.row(p)
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
    figure: go.Figure, members: Sequence[Placed], layout: Layout, colour: str, name: str, *, many: bool
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
            y=[layout.row(p) for p in members],
            mode="markers",
            cliponaxis=True,
            marker={
                "symbol": [_symbol(event) for event in events],
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


def _add_labels(figure: go.Figure, layout: Layout) -> None:
    """Titles behind their marks, as annotations: a text trace would fill the range slider too."""
    figure.layout.annotations = [
        {
            "x": _milliseconds(finish(p.event)), "y": layout.row(p), "text": html.escape(p.label),
            "name": p.event.id, "xanchor": "left", "yanchor": "middle", "xshift": 8, "showarrow": False, "font": {"size": 11},
            "captureevents": False,
        }
        for p in layout.placed
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


def _lay_out(figure: go.Figure, layout: Layout, today: date | None, undated: int, div_id: str) -> None:
    rows, offsets, total = layout.rows, layout.offsets, sum(layout.rows)
    window, whole = layout.window, layout.whole
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
            "ticktext": [html.escape(shorten(name[:1].upper() + name[1:], 18)) for name in layout.names],
            "range": [max(total, 1) - 0.3, -0.7], "showgrid": False, "zeroline": False, "fixedrange": True, "automargin": False,
        },
    )  # fmt: skip
