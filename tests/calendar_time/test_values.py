"""Calendar values: what they span, how they move, and that every form comes back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.calendar_time import allen, edtf, values
from timeline.calendar_time.durations import counted_from
from timeline.errors import ValueSyntaxError

DAYS = st.dates(date(1000, 1, 1), date(9000, 12, 31))
UNITS = st.sampled_from(["D", "W", "WE", "M", "Q", "H", "S", "Y", "DE", "CE"])


@given(DAYS, UNITS)
def test_the_value_that_contains_a_day_spans_it(day: date, unit: str) -> None:
    value = values.containing(day, unit)
    days = values.span(value)
    assert days is not None
    assert values.granularity(value) == unit
    if unit != "WE":
        assert days[0] <= day <= days[1]


@given(st.dates(date(1500, 1, 1), date(2500, 1, 1)), st.sampled_from(["M", "Q", "Y", "DE"]), st.integers(-40, 40))
def test_moving_there_and_back_returns_to_the_same_value(day: date, unit: str, count: int) -> None:
    value = values.containing(day, unit)
    there = values.shift(value, count, unit)
    assert there is not None
    assert values.shift(there, -count, unit) == value


@given(DAYS, st.sampled_from(["M", "Q", "H", "S", "Y", "D", "DE", "CE"]))
def test_timex3_goes_through_edtf_and_comes_back(day: date, unit: str) -> None:
    value = values.containing(day, unit)
    written = edtf.to_edtf(value)
    assert written is not None
    assert edtf.from_edtf(written) == value


@given(DAYS, st.sampled_from(["M", "Q", "Y", "W", "DE"]))
def test_the_thirds_of_a_stretch_are_its_days_once_each(day: date, unit: str) -> None:
    value = values.containing(day, unit)
    early, mid, late = (values.third(value, mod) for mod in ("START", "MID", "END"))
    assert early and mid and late
    assert values.span(value) == (early[0], late[1])
    assert mid[0] - early[1] == late[0] - mid[1] == timedelta(days=1)


@given(DAYS, DAYS)
def test_exactly_one_allen_relation_holds_and_its_inverse_the_other_way(a: date, b: date) -> None:
    x, y = (min(a, b), max(a, b)), (b, b + timedelta(days=3))
    assert allen.relation(y, x) == allen.INVERSE[allen.relation(x, y)]


@pytest.mark.parametrize("value", ["2018-02-30", "2018-13", "2018-W60"])
def test_a_value_that_is_no_calendar_date_says_so(value: str) -> None:
    with pytest.raises(ValueSyntaxError, match="no calendar date"):
        values.span(value)


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("easter", 1999, date(1999, 4, 4)),
        ("easter", 2024, date(2024, 3, 31)),
        ("11/4/4", 2018, date(2018, 11, 22)),
        ("05/-1/1", 2018, date(2018, 5, 28)),
        ("11/1/1+1", 2016, date(2016, 11, 8)),
        ("07-04", 2018, date(2018, 7, 4)),
    ],
)
def test_feasts_fall_on_their_days(rule: str, year: int, day: date) -> None:
    assert values.feast(rule, year) == day


def test_an_open_end_stays_open() -> None:
    assert edtf.interval_edtf(date(2018, 8, 31), None) == "2018-08-31/.."
    assert edtf.interval_days("2018-08-31/..") == (date(2018, 8, 31), None)


@given(DAYS, st.integers(1, 60), st.sampled_from((1, -1)))
def test_working_days_are_counted_without_weekends(day: date, count: int, sign: int) -> None:
    first, last = counted_from((day, day), f"P{count}D", sign, weekdays=True) or (None, None)
    between = (day + timedelta(days=sign * n) for n in range(1, 3 * count + 7))
    assert first == last == [other for other in between if other.isoweekday() <= 5][count - 1]
