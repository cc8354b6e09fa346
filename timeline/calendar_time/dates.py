"""Operations on dates that say what they are: numeric dates, worded years, decades, a weekday with its day."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace

from timeline.calendar_time.deciding import surprise
from timeline.calendar_time.meaning import (
    Arguments,
    Context,
    Meaning,
    distance,
    is_day,
    operation,
    underspecified,
    unresolved,
)
from timeline.calendar_time.values import granularity, shift_day, span


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
def quarter_of(ctx: Context, args: Arguments) -> Meaning:
    """ "the same period last year": the quarter named before in the year `year`; `year` itself where none was named."""
    year: Meaning = args["year"]
    return quarter_of_year(ctx, {"year": year.value}) if granularity(year.value) == "Y" else year


@operation
def year_range(ctx: Context, args: Arguments) -> Meaning:
    """`year` to the two-digit `year2` of the same century (or the next)."""
    first, last = int(args["year"]), int(args["year2"]) % 100
    end = first // 100 * 100 + last
    return Meaning("DATE", f"{first}/{end if end > first else end + 100}")


_MONTHS_IN_DIGITS = 1950  # from this year on "YYYY-MM" is read as a month


@operation
def month_or_years(ctx: Context, args: Arguments) -> Meaning:
    """`year` and two digits, `year2`: "2006-07" is the two years, as news writes a season, "2006-08" the month; of the years
    before computers wrote months so ("1904-08") the stretch."""
    year, last = int(args["year"]), int(args["year2"])
    if last == (year + 1) % 100 or (year < _MONTHS_IN_DIGITS and last > year % 100):
        return year_range(ctx, args)
    return Meaning("DATE", f"{args['year']}-{args['year2']}")


@operation
def decade(ctx: Context, args: Arguments) -> Meaning:
    """The decade of `year` (a four-digit year); "the 1800s" are a century, "the 2000s" a decade."""
    year = args["year"]
    return Meaning("DATE", year[:2] if year.endswith("00") and year != "2000" else year[:3])


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
    day = min(fitting, key=lambda day: surprise(ctx, (day, day), "D"))
    return Meaning("DATE", day.isoformat(), how="the nearest month in which that day is that weekday")


#: So much later in its month stands a day from which a story goes on to a day of the next one.
NEXT_MONTH = 20


@operation
def day_of_month(ctx: Context, args: Arguments) -> Meaning:
    """ "the 24th" of the month `c`, of the month named just before, or of the nearest month as the tense has it."""
    day = int(args["day"])
    named = args.get("c") or (ctx.previous if ctx.previous_is_near else None)
    last = named.value.rpartition("/")[2] if named else ""  # of "Feb. 10-11" the 11th
    month = span(last) if granularity(last) in ("M", "D", "T") else None
    if month:
        first = month[0].replace(day=1)
        if granularity(last) != "M" and "c" not in args and month[0].day - day > NEXT_MONTH:
            later = shift_day(first, 1, "M")  # "on Oct. 31 ... on the 2nd": in November
            first = later if ctx.reference is None or later.replace(day=day) <= ctx.reference else first
        value = f"{first:%Y-%m}-{day:02d}"
        return Meaning("DATE", value, how=f"in the month of {named.value}" if named else "")
    if ctx.reference is None:
        return unresolved("DATE")
    reference = ctx.reference
    months = (shift_day(reference.replace(day=1), count, "M") for count in (-1, 0, 1, 2))
    days = [first.replace(day=day) for first in months if day <= monthrange(first.year, first.month)[1]]
    found = min(days, key=lambda day: surprise(ctx, (day, day), "D"))
    return Meaning("DATE", found.isoformat(), how=f"the one nearest to the document date {reference}")
