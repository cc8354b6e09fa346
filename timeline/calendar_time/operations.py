"""Operations on dates and times that language rules may name; `OPERATIONS` holds them all, those of `durations` too."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from timeline.calendar_time import durations  # noqa: F401 -- its operations register themselves
from timeline.calendar_time.meaning import (
    OPERATIONS as OPERATIONS,
)
from timeline.calendar_time.meaning import (
    UNIT_NAMES,
    UNKNOWN,
    Arguments,
    Context,
    Meaning,
    away,
    distance,
    first_day,
    is_day,
    operation,
    resolve,
    resolve_weekday,
    surprise,
    underspecified,
    unresolved,
)
from timeline.calendar_time.values import (
    COARSENESS,
    containing,
    feast,
    granularity,
    month_span,
    shift_day,
    span,
)

# --------------------------------------------------------------------------------------------------- whole dates


@operation
def numeric_date(ctx: Context, args: Arguments) -> Meaning:
    """`a`/`b`/`year`: the order is the document's; a part above 12 is the day whatever the order."""
    a, b = int(args["a"]), int(args["b"])
    day, month = (a, b) if (ctx.day_first and b <= 12) or a > 12 else (b, a)
    order = "day first" if (day, month) == (a, b) else "month first"
    return Meaning("DATE", f"{args['year']}-{month:02d}-{day:02d}", how=order)


@operation
def month_word_day(ctx: Context, args: Arguments) -> Meaning:
    """`month` and `day` in words."""
    return Meaning("DATE", f"XXXX-{args['month']}-{int(args['day']):02d}")


@operation
def worded_year(ctx: Context, args: Arguments) -> Meaning:
    """`year` in words."""
    return Meaning("DATE", f"{int(args['year']):04d}")


@operation
def month_of_worded_year(ctx: Context, args: Arguments) -> Meaning:
    """`month` of `year` in words."""
    return Meaning("DATE", f"{int(args['year']):04d}-{args['month']}")


@operation
def season_of_year(ctx: Context, args: Arguments) -> Meaning:
    """`season` of `year`."""
    return Meaning("DATE", f"{int(args['year']):04d}-{args['season']}")


@operation
def quarter_of_year(ctx: Context, args: Arguments) -> Meaning:
    """ "the 1988 quarter": the quarter named before, in `year`; the year itself where none was named."""
    quarter = re.search(r"-Q\d", ctx.quarter.value) if ctx.quarter else None
    how = f"the quarter of {ctx.quarter.value}, named before" if ctx.quarter and quarter else ""
    return Meaning("DATE", f"{args['year']}{quarter[0] if quarter else ''}", how=how)


@operation
def year_range(ctx: Context, args: Arguments) -> Meaning:
    """`year` to the two-digit `year2` of the same century (or the next)."""
    first, last = int(args["year"]), int(args["year2"]) % 100
    end = first // 100 * 100 + last
    return Meaning("DATE", f"{first}/{end if end > first else end + 100}")


@operation
def decade(ctx: Context, args: Arguments) -> Meaning:
    """The decade of `year` (a four-digit year)."""
    return Meaning("DATE", args["year"][:3])


@operation
def worded_decade(ctx: Context, args: Arguments) -> Meaning:
    """`decade_word` (0 to 9) of the century `century_word`, or of the one nearest before the document date."""
    digit = args["decade_word"]
    if "century_word" in args:
        return Meaning("DATE", args["century_word"] + digit)
    century = (ctx.reference.year if ctx.reference else 2000) // 100
    if ctx.reference and int(f"{century}{digit}0") > ctx.reference.year:
        century -= 1
    return Meaning("DATE", f"{century}{digit}" if ctx.reference else f"19{digit}")


@operation
def century(ctx: Context, args: Arguments) -> Meaning:
    """The `n`-th century, as the corpora write it (the 19th is 18)."""
    return Meaning("DATE", f"{int(args['n']) - 1:02d}")


@operation
def same_as(ctx: Context, args: Arguments) -> Meaning:
    """A weekday and a date that say the same; a weekday that fits another year decides the year."""
    inner: Meaning = args["d"]
    weekday = args["w"].value[-1] if "w" in args else args.get("weekday")
    if not underspecified(inner.value) or ctx.reference is None or not weekday:
        return inner
    years = range(max(ctx.reference.year - 3, 1), min(ctx.reference.year + 4, 9999))
    fitting = [
        (distance(days, ctx.reference), value)
        for value in (inner.value.replace("XXXX", f"{year:04d}") for year in years)
        if is_day(value) and (days := span(value)) and days[0].isoweekday() == int(weekday)
    ]
    if not fitting:
        return inner
    return replace(inner, value=min(fitting)[1], how="the year in which that day of the month is that weekday")


@operation
def weekday_and_day(ctx: Context, args: Arguments) -> Meaning:
    """ "Monday the 16th": the nearest month, as the tense has it, whose `day` is the weekday `w`."""
    if ctx.reference is None:
        return unresolved("DATE")
    reference, number, weekday = ctx.reference, int(args["day"]), args["w"].value[-1]
    months = (shift_day(reference.replace(day=1), count, "M") for count in range(-14, 15))
    days = [first.replace(day=number) for first in months if number <= monthrange(first.year, first.month)[1]]
    fitting = [day for day in days if str(day.isoweekday()) == weekday]
    day = min(fitting, key=lambda day: surprise((day, day), reference, ctx.tense, "D"))
    return Meaning("DATE", day.isoformat(), how="the nearest month in which that day is that weekday")


@operation
def day_of_month(ctx: Context, args: Arguments) -> Meaning:
    """ "the 24th" of the month `c`, of the month named before, or of the nearest month as the tense has it."""
    day = int(args["day"])
    named = args.get("c") or ctx.previous
    month = span(named.value) if named and granularity(named.value) in ("M", "D", "T") else None
    if month:
        value = f"{month[0]:%Y-%m}-{day:02d}"
        return Meaning("DATE", value, how=f"in the month of {named.value}" if named else "")
    if ctx.reference is None:
        return unresolved("DATE")
    reference = ctx.reference
    months = (shift_day(reference.replace(day=1), count, "M") for count in (-1, 0, 1, 2))
    days = [first.replace(day=day) for first in months if day <= monthrange(first.year, first.month)[1]]
    found = min(days, key=lambda day: surprise((day, day), reference, ctx.tense, "D"))
    return Meaning("DATE", found.isoformat(), how=f"the one nearest to the document date {reference}")


# ------------------------------------------------------------------------------------------- around the document date


@operation
def unit_shift(ctx: Context, args: Arguments) -> Meaning:
    """The calendar `unit` that is `n` units away from the document date's ("last year": n=-1)."""
    if ctx.reference is None:
        return unresolved("DATE")
    count, unit = int(args.get("n", "0")), args["unit"]
    if unit == "WE":
        return _weekend(ctx, count)
    value = containing(shift_day(first_day(containing(ctx.reference, unit)), count, unit), unit)
    return Meaning("DATE", value, how=away(count, unit, ctx.reference))


def _weekend(ctx: Context, count: int) -> Meaning:
    assert ctx.reference is not None
    day = ctx.reference
    if count == 0 and ctx.tense != "future" and day.isoweekday() < (6 if ctx.tense == "past" else 5):
        count = -1
    value = containing(shift_day(day, count, "W"), "WE")
    return Meaning("DATE", value, how=f"the weekend nearest to the document date {day} in that direction")


@operation
def latest_unit(ctx: Context, args: Arguments) -> Meaning:
    """The last `unit` that was over at the document date."""
    if args["unit"] == "Q" and ctx.quarter:
        return replace(ctx.quarter, how="the quarter named before")
    return unit_shift(ctx, {"unit": args["unit"], "n": "-1"})


@operation
def the_unit(ctx: Context, args: Arguments) -> Meaning:
    """ "the year": the one that was named before in the text, else that of the document date."""
    unit = args["unit"]
    if unit == "Q" and ctx.quarter:
        return replace(ctx.quarter, how="the quarter named before")
    before = ctx.previous and granularity(ctx.previous.value)
    if ctx.previous and before and COARSENESS[before] <= COARSENESS[unit] and (days := span(ctx.previous.value)):
        return Meaning("DATE", containing(days[0], unit), how=f"that of {ctx.previous.value}, named before")
    return unit_shift(ctx, {"unit": unit})


@operation
def toward(ctx: Context, args: Arguments) -> Meaning:
    """ "last Friday", "next May", "this September": the nearest one on that side, not the document date's own."""
    inner: Meaning = args["d"]
    if ctx.reference is None or not underspecified(inner.value):
        return inner
    count = int(args["n"])
    if "WXX" in inner.value:
        return _toward_weekday(ctx, inner, count)
    if count == 0:
        own = f"{ctx.reference.year:04d}"
        return replace(inner, value=inner.value.replace("XXXX", own), how=f"in the year of {ctx.reference}")
    step = -1 if count < 0 else 1
    own = containing(ctx.reference.replace(day=1) - timedelta(days=1), "M")  # what is called "last month"
    for year in range(ctx.reference.year - (step > 0), ctx.reference.year + 4 * step, step):
        value = inner.value.replace("XXXX", f"{year:04d}")
        days = span(value) if is_day(value) and not (step < 0 and value == own) else None
        if days and ((step < 0 and days[1] < ctx.reference) or (step > 0 and days[0] > ctx.reference)):
            side = "before" if step < 0 else "after"
            return replace(inner, value=value, how=f"the first one {side} the document date {ctx.reference}")
    return inner


def _toward_weekday(ctx: Context, inner: Meaning, count: int) -> Meaning:
    assert ctx.reference is not None
    if count == 0:
        return resolve(ctx, inner, "past" if ctx.tense == "past" else "future")
    moved = ctx.reference + timedelta(days=1 if count > 0 else -1)
    found = resolve_weekday(moved, inner, "future" if count > 0 else "past", "")
    side = "after" if count > 0 else "before"
    return replace(found, how=f"the first one {side} the document date {ctx.reference}")


@operation
def season_shift(ctx: Context, args: Arguments) -> Meaning:
    """ "last fall", "next spring", "this summer"."""
    inner = Meaning("DATE", f"XXXX-{args['season']}")
    return toward(ctx, {"d": inner, "n": args["n"]})


@operation
def weekday_of(ctx: Context, args: Arguments) -> Meaning:
    """The weekday `d` in the week `c` ("Monday last week"); a longer `c` leaves the weekday as it is."""
    inner, stretch = args["d"], args["c"]
    days = span(stretch.value) if granularity(stretch.value) == "W" else None
    found = re.match(r"XXXX-WXX-(\d)", inner.value)
    if not days or not found:
        return resolve(ctx, inner)
    day = days[0] + timedelta(days=int(found[1]) - 1)
    return Meaning("DATE", day.isoformat(), how=f"that weekday of {stretch.value}, {stretch.how}")


@operation
def shifted_weekday(ctx: Context, args: Arguments) -> Meaning:
    """The weekday `d` moved by `n` days."""
    found = resolve(ctx, args["d"], "past")
    days = span(found.value)
    return replace(found, value=str(shift_day(days[0], int(args["n"]), "D"))) if days else found


@operation
def in_year(ctx: Context, args: Arguments) -> Meaning:
    """The underspecified `d` in the year `y` ("June 12 last year", "the third quarter of 1998")."""
    inner: Meaning = args["d"]
    year: Meaning = args["y"]
    if granularity(year.value) != "Y" or not underspecified(inner.value):
        return resolve(ctx, inner)
    return replace(inner, value=inner.value.replace("XXXX", year.value[:4]), how=year.how)


@operation
def feast_day(ctx: Context, args: Arguments) -> Meaning:
    """A feast by its rule, in `year` or `n` years from the document's; else tense and nearness decide the year."""
    rule = args["feast"]
    if "year" in args:
        return Meaning("DATE", feast(rule, int(args["year"])).isoformat())
    if "n" in args and ctx.reference:
        year = ctx.reference.year + int(args["n"])
        return Meaning("DATE", feast(rule, year).isoformat(), how=away(int(args["n"]), "Y", ctx.reference))
    if ctx.reference is None:
        return unresolved("DATE")
    days = [feast(rule, year) for year in range(max(ctx.reference.year - 1, 1), min(ctx.reference.year + 2, 9999))]
    reference = ctx.reference
    day = min(days, key=lambda day: surprise((day, day), reference, ctx.tense, "D"))
    return Meaning("DATE", day.isoformat(), how=f"that feast nearest to the document date {ctx.reference}")


OPERATIONS["feast"] = feast_day


@operation
def following(ctx: Context, args: Arguments) -> Meaning:
    """ "the following year", "the previous Friday": the next (`n`=1) or last (-1) counted from the date named before."""
    sign = int(args["n"])
    back = sign < 0
    if "d" in args:
        days = span(ctx.previous.value) if ctx.previous else None
        base = replace_reference(ctx, (days[1] if not back else days[0]) if days else ctx.reference)
        return toward(base, {"d": args["d"], "n": str(sign)})
    unit = args["unit"]
    days = span(ctx.previous.value) if ctx.previous else None
    reference = days[0 if back else 1] if days else ctx.reference
    if reference is None:
        return unresolved("DATE")
    value = containing(shift_day(first_day(containing(reference, unit)), sign, unit), unit)
    named = f"{ctx.previous.value}, named before" if ctx.previous and days else f"the document date {reference}"
    return Meaning("DATE", value, how=f"the {UNIT_NAMES[unit]} {'before' if back else 'after'} {named}")


def replace_reference(ctx: Context, reference: date | None) -> Context:
    return replace(ctx, reference=reference, year=None)


# --------------------------------------------------------------------------------------------- parts of a stretch


@operation
def part(ctx: Context, args: Arguments) -> Meaning:
    """Start, middle or end of `d` ("the end of August", "early 2019", "later this week")."""
    inner = resolve(ctx, args["d"])
    return replace(inner, mod=args["part"], how=inner.how)


@operation
def unit_end(ctx: Context, args: Arguments) -> Meaning:
    """ "year-end": the end of the `unit` of the document date."""
    return replace(unit_shift(ctx, {"unit": args["unit"]}), mod="END")


@operation
def half_of(ctx: Context, args: Arguments) -> Meaning:
    """The first or second `half` of `d`."""
    inner = resolve(ctx, args["d"])
    unit, days = granularity(inner.value), span(inner.value)
    if unit == "Y":
        return replace(inner, value=f"{inner.value[:4]}-H{args['half']}")
    if not days:
        return inner
    cut = days[0] + (days[1] - days[0]) // 2
    first, last = (days[0], cut) if args["half"] == "1" else (cut + timedelta(days=1), days[1])
    if unit == "M":  # the second half of a month begins on its 16th
        first = first.replace(day=16) if args["half"] == "2" else first
        last = last.replace(day=15) if args["half"] == "1" else last
    return Meaning("DATE", f"{first}/{last}", how=inner.how)


@operation
def nth_of(ctx: Context, args: Arguments) -> Meaning:
    """ "the first week of July", "the last day of June", "the first Monday of September 1998"."""
    inner = resolve(ctx, args["d"])
    days, number = span(inner.value), int(args["n"])
    if not days:
        return inner
    if "w" in args:
        weekday = int(args["w"].value[-1])
        if number > 0:
            first = days[0] + timedelta(days=(weekday - days[0].isoweekday()) % 7 + 7 * (number - 1))
        else:
            first = days[1] - timedelta(days=(days[1].isoweekday() - weekday) % 7)
        return Meaning("DATE", first.isoformat(), how=inner.how)
    unit = args["unit"]
    if unit == "FN":
        return half_of(ctx, {"half": "2" if number in (2, -1) else "1", "d": inner})
    if unit == "M":
        month = days[0] if number > 0 else days[1]
        return Meaning("DATE", containing(shift_day(month.replace(day=1), max(number - 1, 0), "M"), "M"), how=inner.how)
    edge = shift_day(days[0], number - 1, unit) if number > 0 else days[1]
    if unit == "W" and number > 0:  # a week belongs where most of its days lie, as in ISO 8601
        edge += timedelta(days=3)
    value = containing(edge, unit) if unit in COARSENESS else inner.value
    return Meaning("DATE", value, how=inner.how)


# --------------------------------------------------------------------------------------------- times of a day


def _day_of(ctx: Context) -> str | None:
    """The day that a bare time belongs to: the last one named, else the document date."""
    if ctx.previous and granularity(ctx.previous.value) in ("D", "T"):
        return ctx.previous.value.split("T")[0]
    return ctx.reference.isoformat() if ctx.reference else None


@operation
def day_part(ctx: Context, args: Arguments) -> Meaning:
    """ "tonight", "this morning", "last night": a part of the day `n` days from the document date."""
    if ctx.reference is None:
        return Meaning("TIME", f"XXXX-XX-XXT{args['part']}", how=UNKNOWN)
    before = _day_of(ctx)
    if "named" in args and before:
        return Meaning("TIME", f"{before}T{args['part']}", how="of the day named before")
    day = ctx.reference + timedelta(days=int(args.get("n", "0")))
    return Meaning("TIME", f"{day}T{args['part']}", how=away(int(args.get("n", "0")), "D", ctx.reference))


@operation
def part_of_day(ctx: Context, args: Arguments) -> Meaning:
    """The part `p` of the day `d` ("Friday morning")."""
    inner = resolve(ctx, args["d"])
    if inner.type == "SET" or granularity(inner.value) != "D":
        return inner
    return replace(inner, type="TIME", value=f"{inner.value}{args['p'].value[-3:]}")


@operation
def clock(ctx: Context, args: Arguments) -> Meaning:
    """A clock time, by `hour`, `minute`, half of the day and zone."""
    if "noon" in args:
        text = args["noon"]
    else:
        digits = args.get("hhmm")
        hour = int(digits[:2]) if digits else int(args.get("hour", "12"))
        minute = digits[2:] if digits else args.get("minute", "00")
        half = args.get("ampm", "").replace(".", "").lower() or {"AF": "pm", "EV": "pm", "NI": "pm"}.get(
            args.get("part", ""), ""
        )
        if half.startswith("p") and hour < 12:
            hour += 12
        if half.startswith("a") and hour == 12:
            hour = 0
        text = f"{hour:02d}:{minute}"
    day = _day_of(ctx)
    return Meaning("TIME", f"{day or 'XXXX-XX-XX'}T{text}", how="on the day named before")


@operation
def zoned(ctx: Context, args: Arguments) -> Meaning:
    """The clock time `c` in a zone; the value stays local, as the corpora write it, and the explanation has the zone."""
    zone = args.get("zone") or args.get("zone_name") or "local time"
    inner: Meaning = args["c"]
    return replace(inner, how=f"in the zone {zone}")


@operation
def clock_on(ctx: Context, args: Arguments) -> Meaning:
    """The clock time `c` on the day `d` (or in the part of a day `t`)."""
    inner: Meaning = args["c"]
    day = resolve(ctx, args["d"] if "d" in args else args["t"])
    if "T" not in inner.value or granularity(day.value) not in ("D", "T"):
        return replace(inner, how=day.how)
    return Meaning("TIME", f"{day.value.split('T')[0]}T{inner.value.split('T', 1)[1]}", mod=inner.mod, how=day.how)


def month_days(value: str) -> tuple[date, date] | None:
    """First and last day of a YYYY-MM value."""
    return month_span(int(value[:4]), int(value[5:7]), 1) if granularity(value) == "M" else None
