"""Allen's thirteen relations between intervals of days (Allen 1983, "Maintaining knowledge about temporal intervals").

Days are discrete: an interval that ends the day before another begins *meets* it.
"""

from __future__ import annotations

from datetime import date, timedelta

Interval = tuple[date, date]

INVERSE = {
    "before": "after", "meets": "met_by", "overlaps": "overlapped_by", "starts": "started_by",
    "during": "contains", "finishes": "finished_by", "equals": "equals",
}  # fmt: skip
INVERSE |= {inverse: name for name, inverse in INVERSE.items()}


def relation(a: Interval, b: Interval) -> str:
    """The one Allen relation that holds from `a` to `b` (both ends inclusive).

    >>> relation((date(2018, 6, 1), date(2018, 6, 30)), (date(2018, 6, 12), date(2018, 6, 12)))
    'contains'
    """
    if a == b:
        return "equals"
    if a[0] > b[0] or (a[0] == b[0] and a[1] > b[1]):
        return INVERSE[relation(b, a)]
    if a[0] == b[0]:
        return "starts"
    if a[1] < b[0]:
        return "meets" if a[1] + timedelta(days=1) == b[0] else "before"
    if a[1] < b[1]:
        return "overlaps"
    return "finished_by" if a[1] == b[1] else "contains"


def certainly_before(a: tuple[date | None, date | None], b: tuple[date | None, date | None]) -> bool:
    """Whether every day that `a` may mean lies before every day that `b` may mean (an end None is open)."""
    return a[1] is not None and b[0] is not None and a[1] < b[0]
