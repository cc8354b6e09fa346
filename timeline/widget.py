"""The explorer in a notebook, as an anywidget: figure, filters and evidence, and what the reader selected as a table.

It shares its JavaScript, HTML and CSS with the report. Events travel compressed; plotly.js is sent by the kernel when a
notebook asks for it and is never saved in one.
"""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from timeline.interface import interface_texts
from timeline.report.build import explorer, file_text, packed, scripts, stylesheet
from timeline.report.payload import payload

if TYPE_CHECKING:
    import pandas as pd

    from timeline.timeline import Timeline


class TimelineWidget(anywidget.AnyWidget):
    """An explorable timeline. `selected` holds the ids of the selected events, `shown` those that the filters leave;
    both can be observed (`widget.observe(handler, names="selected")`), and setting `selected` selects in the figure.
    """

    _esm = scripts() + "\n" + file_text("widget.js")
    _css = stylesheet() + file_text("widget.css")
    html = traitlets.Unicode().tag(sync=True)
    data = traitlets.Bytes().tag(sync=True)
    selected = traitlets.List(traitlets.Unicode()).tag(sync=True)
    shown = traitlets.List(traitlets.Unicode()).tag(sync=True)

    def __init__(self, timeline: Timeline, interface: str = "en") -> None:
        texts = interface_texts(interface)
        data = packed(payload(timeline.event_list, (), texts, timeline.title))
        ids = [event.id for event in timeline.event_list]
        super().__init__(html=explorer(texts), data=data, selected=[], shown=ids)
        self._timeline = timeline
        self.on_msg(self._answer)

    @property
    def selection(self) -> pd.DataFrame:
        """The selected events as rows of `Timeline.events`; may be set to such rows, or to ids."""
        return self._timeline.events.loc[self._known(self.selected)]

    @selection.setter
    def selection(self, rows: pd.DataFrame | Sequence[str]) -> None:
        ids: Any = rows.index if hasattr(rows, "columns") else rows
        self.selected = self._known(list(ids))

    @property
    def remaining(self) -> Timeline:
        """The Timeline of the events that the filters leave."""
        kept = set(self.shown)
        return self._timeline.where(lambda event: event.id in kept)

    def _known(self, ids: Sequence[Any]) -> list[str]:
        index = self._timeline.events.index
        return [str(each) for each in ids if each in index]

    def _answer(self, _: Any, message: Any, buffers: Any) -> None:
        if isinstance(message, dict) and message.get("kind") == "plotly":
            from plotly.offline import get_plotlyjs

            self.send({"kind": "plotly"}, [gzip.compress(get_plotlyjs().encode(), 6, mtime=0)])

    def _repr_mimebundle_(self, **options: Any) -> Any:
        """The widget, and a chronology for where no kernel runs."""
        bundle = super()._repr_mimebundle_(**options)
        data = bundle[0] if isinstance(bundle, tuple) else bundle
        if data is not None:
            data["text/html"] = self._timeline.picture() + self._timeline.chronology()
        return bundle
