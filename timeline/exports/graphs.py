"""The event graph as GraphML and GEXF."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

import networkx as nx

from timeline.graph import event_graph
from timeline.model import Event


def to_graphml(events: Sequence[Event]) -> bytes:
    """GraphML, for yEd, Gephi, igraph."""
    out = io.BytesIO()
    nx.write_graphml(event_graph(events), out)
    return out.getvalue()


def to_gexf(events: Sequence[Event]) -> bytes:
    """GEXF 1.2, for Gephi; without the date of writing, so that the bytes are reproducible."""
    out = io.BytesIO()
    nx.write_gexf(event_graph(events), out)
    return re.sub(rb' lastmodifieddate="[^"]*"', b"", out.getvalue())
