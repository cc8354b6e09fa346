"""A time expression of a document whose date is not certain to the day: what both ends of its span make of it."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.calendar_time.edtf import interval_edtf
from timeline.model import DocumentDate, TimeExpression


def either(a: TimeExpression, b: TimeExpression, written: DocumentDate) -> TimeExpression:
    """One expression that means what `a` or `b` means, or anything between; `a` was read from the first day, `b` from
    the last one on which the document may have been `written`."""
    if a.value == b.value and (a.earliest, a.latest) == (b.earliest, b.latest):
        how = a.explanation.replace(f"document date {written.earliest}", f"document date {written.days}")
        return replace(a, explanation=how)
    earliest = min((day for day in (a.earliest, b.earliest) if day), default=None)
    latest = max((day for day in (a.latest, b.latest) if day), default=None)
    common = _generalised(a.value, b.value)
    how = f"“{a.text}” lies between {earliest} and {latest}, since the document date {written.days} is not certain to the day"
    return replace(
        a, value=common, earliest=earliest, latest=latest, edtf=interval_edtf(earliest, latest), explanation=how
    )


def _generalised(a: str, b: str) -> str:
    """The fields that two values share, the others X ("2018-06-15", "2018-07-06": "2018-XX-XX")."""
    if a == b or len(a) != len(b):
        return a if a == b else "XXXX-XX-XX"
    left, right = re.split(r"(-)", a), re.split(r"(-)", b)
    if len(left) != len(right):
        return "XXXX-XX-XX"
    same = True
    fields = []
    for x, y in zip(left, right, strict=True):
        same = same and x == y
        fields.append(x if same or x == "-" else "X" * len(x))
    return "".join(fields)
