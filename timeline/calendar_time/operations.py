"""What language rules may name: `OPERATIONS` holds the operations of every room here, by the names of their functions."""

from __future__ import annotations

from timeline.calendar_time import dates, durations, parts, relative, times
from timeline.calendar_time.meaning import OPERATIONS

__all__ = ["OPERATIONS", "dates", "durations", "parts", "relative", "times"]
