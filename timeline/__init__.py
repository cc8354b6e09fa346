"""From news text to a timeline that a reader can check.

>>> import timeline
>>> timeline.tag("They met on Friday.", date="2018-07-06")[0].value
'2018-07-06'
"""

from timeline.errors import TimelineError, TimelineWarning
from timeline.model import Document, DocumentDate, Event, Evidence, Participant, Place, TimeExpression
from timeline.timeline import Timeline, build, extract, tag
from timeline.version import __version__

__all__ = [
    "Document", "DocumentDate", "Event", "Evidence", "Participant", "Place", "TimeExpression", "Timeline",
    "TimelineError", "TimelineWarning", "__version__", "build", "extract", "tag",
]  # fmt: skip
