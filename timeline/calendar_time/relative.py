"""Operations on dates that count from the document date or from the date named before: "last week", "next May"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from timeline.calendar_time.deciding import resolve, resolve_weekday
from timeline.calendar_time.meaning import (
    UNNAMED_PAST,
    Arguments,
    Context,
    Meaning,
    away,
    first_day,
    is_day,
    named,
    operation,
    told_as_past,
    told_from,
    underspecified,
    unresolved,
)
from timeline.calendar_time.values import COARSENESS, UNIT_NAMES, containing, feast, granularity, shift_day, span

_SATURDAY, _SUNDAY = 6, 7  # ISO weekdays
_SOME_YEAR = date(2000, 1, 1)  # of a feast whose year nothing tells


@operation
def unit_shift(ctx: Context, args: Arguments) -> Meaning:
    """The calendar `unit` that is `n` units away from the document date's ("last year": n=-1)."""
    if ctx.reference is None:
        return unresolved("DATE")
    count, unit = int(args.get("n", "0")), args["unit"]
    if unit == "WE":
        return _weekend(ctx, count)
    value = containing(shift_day(first_day(containing(ctx.reference, unit)), count, unit), unit)
    meaning = Meaning("DATE", value, how=away(count, unit, ctx.reference))
    return _at_the_end_of_a_week(ctx, meaning, count) if unit == "W" else meaning


def _at_the_end_of_a_week(ctx: Context, week: Meaning, count: int) -> Meaning:
    """A week told of on a Sunday, which some take for its last day and some for its first: "last week" may go on to the day
    before, and "this week" of what is to come is the one that begins; on a Saturday too."""
    assert ctx.reference is not None
    day = ctx.reference.isoweekday()
    if count == -1 and day == _SUNDAY:
        first, last = first_day(week.value), ctx.reference - timedelta(days=1)
    elif count == 0 and day in (_SATURDAY, _SUNDAY) and ctx.tense == "future":
        first, last = ctx.reference, ctx.reference + timedelta(days=13 - day)
    else:
        return week
    how = f"{week.how}, a {ctx.reference:%A}: the week that ends or begins then, {first} to {last}"
    return replace(week, earliest=first, latest=last, how=how)


def _weekend(ctx: Context, count: int) -> Meaning:
    assert ctx.reference is not None
    day = ctx.reference
    if count == 0 and ctx.tense != "future" and day.isoweekday() < (6 if ctx.tense == "past" else 4):
        count = -1
    value = containing(shift_day(day, count, "W"), "WE")
    return Meaning("DATE", value, how=f"the weekend nearest to the document date {day} in that direction")


@operation
def weekend_of(ctx: Context, args: Arguments) -> Meaning:
    """ "the Easter weekend": the weekend nearest to the day `d`; the one before a Monday or a Tuesday."""
    inner = resolve(ctx, args["d"])
    days = span(inner.value)
    if not days:
        return inner
    day = days[0] - timedelta(days=2) if days[0].isoweekday() <= 2 else days[0]
    return replace(inner, value=containing(day, "WE"))


@operation
def turn_of_year(ctx: Context, args: Arguments) -> Meaning:
    """ "in the new year": the beginning of the next year, or of this one where it is told as past."""
    if ctx.reference is None:
        return unresolved("DATE")
    begun = ctx.tense == "past" or (ctx.reference.month == 1 and ctx.tense != "future")
    return Meaning("DATE", f"{ctx.reference.year + (not begun):04d}", mod="START", how="as the tense tells")


@operation
def unit_of(ctx: Context, args: Arguments) -> Meaning:
    """ "the week of March 10": the `unit` that the day `d` is in."""
    inner = resolve(ctx, args["d"])
    days = span(inner.value)
    return replace(inner, value=containing(days[0], args["unit"])) if days else inner


@operation
def latest_unit(ctx: Context, args: Arguments) -> Meaning:
    """The last `unit` that was over at the document date."""
    days = span(ctx.quarter.value) if ctx.quarter and args["unit"] == "Q" else None
    if ctx.quarter and days and (ctx.reference is None or days[1] < ctx.reference):
        return replace(ctx.quarter, how="the quarter named before")
    return unit_shift(ctx, {"unit": args["unit"], "n": "-1"})


@operation
def the_unit(ctx: Context, args: Arguments) -> Meaning:
    """ "the month": the one that was named before in the text, else that of the document date.

    "The year" is the document's own, unless the sentence names another and tells what was.
    """
    unit = args["unit"]
    if unit == "Y" and ctx.reference and (not ctx.year or ctx.tense == "future"):
        return unit_shift(ctx, {"unit": unit})
    if ctx.reference is None and ctx.tense == "future":
        return unit_shift(ctx, {"unit": unit})  # the end of a month that no date tells, and not of one named as past
    if unit == "Q" and ctx.quarter:
        return replace(ctx.quarter, how="the quarter named before")
    before = ctx.previous and granularity(ctx.previous.value)
    if ctx.previous and before and COARSENESS[before] <= COARSENESS[unit] and (days := span(ctx.previous.value)):
        found = Meaning("DATE", containing(days[0], unit), how=f"that of {ctx.previous.value}, named before")
        over = ctx.tense == "future" and ctx.reference and (span(found.value) or days)[1] < ctx.reference
        return unit_shift(ctx, {"unit": unit}) if over else found  # "will stay shut through the end of the week"
    return unit_shift(ctx, {"unit": unit})


@operation
def unit_ended(ctx: Context, args: Arguments) -> Meaning:
    """ "the quarter ended Sept. 30": the `unit` that the next expression is in, else as `the_unit`."""
    then = ctx.following()
    days = span(then.value) if then and then.type == "DATE" else None
    if then and days and COARSENESS[granularity(then.value) or "CE"] <= COARSENESS["M"]:
        return Meaning("DATE", containing(days[1], args["unit"]), how=f"which ended on {days[1]}")
    return the_unit(ctx, args)


@operation
def toward(ctx: Context, args: Arguments) -> Meaning:
    """ "last Friday", "next May", "this September": the nearest one on that side, not the document date's own."""
    inner: Meaning = args["d"]
    if ctx.reference is None or not underspecified(inner.value):
        return inner
    count = int(args["n"])
    if "WXX" in inner.value:
        return _toward_weekday(ctx, inner, count)
    reference = ctx.reference
    if count > 0 and (days := told_from(ctx)):
        reference = min(days[1], reference)  # "came in 1995 and left the next April"
    if count == 0:
        own = f"{reference.year:04d}"
        return replace(inner, value=inner.value.replace("XXXX", own), how=f"in the year of {reference}")
    step = -1 if count < 0 else 1
    own = containing(reference.replace(day=1) - timedelta(days=1), "M")  # what is called "last month"
    for year in range(reference.year - (step > 0), reference.year + 4 * step, step):
        value = inner.value.replace("XXXX", f"{year:04d}")
        days = span(value) if is_day(value) and not (step < 0 and value == own) else None
        if days and step < 0 and len(value) > len("2018-06") and days[1].replace(day=1) == reference.replace(day=1):
            continue  # "last September 25", told on September 27
        if days and ((step < 0 and days[1] < reference) or (step > 0 and days[0] > reference)):
            side = "before" if step < 0 else "after"
            return replace(inner, value=value, how=f"the first one {side} the document date {reference}")
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
def weekdays_ago(ctx: Context, args: Arguments) -> Meaning:
    """ "two Fridays ago": the weekday before the document date, `n` of them back."""
    if ctx.reference is None or not args["n"].isdigit():
        return unresolved("DATE")
    count = int(args["n"])
    last = resolve_weekday(
        ctx.reference - timedelta(days=1), Meaning("DATE", f"XXXX-WXX-{args['weekday']}"), "past", ""
    )
    day = shift_day(first_day(last.value), 1 - count, "W")
    return Meaning("DATE", day.isoformat(), how=f"{count} of that weekday before the document date {ctx.reference}")


@operation
def seasons_ago(ctx: Context, args: Arguments) -> Meaning:
    """ "two summers ago": the last `season` that is over, and `n` - 1 years back."""
    last = season_shift(ctx, {"season": args["season"], "n": "-1"})
    if ctx.reference is None or not args["n"].isdigit():
        return unresolved("DATE")
    year = int(last.value[:4]) + 1 - int(args["n"])
    return replace(last, value=f"{year:04d}{last.value[4:]}", how=f"{args['n']} of them before {ctx.reference}")


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
    if stretch.earliest and day < stretch.earliest:
        day += timedelta(days=7)  # "Wednesday this week", of what is to come, on a Saturday
    return Meaning("DATE", day.isoformat(), how=f"that weekday of {stretch.value}, {stretch.how}")


@operation
def shifted_weekday(ctx: Context, args: Arguments) -> Meaning:
    """The weekday `d` moved by `n` days."""
    found = resolve(ctx, args["d"], "past")
    days = span(found.value)
    return replace(found, value=str(shift_day(days[0], int(args["n"]), "D"))) if days else found


@operation
def shifted_weekday_ahead(ctx: Context, args: Arguments) -> Meaning:
    """ "Tuesday week": a week after the next one."""
    found = resolve(ctx, args["d"], "future")
    days = span(found.value)
    return replace(found, value=str(shift_day(days[0], 1, "W")), how="a week after the next one") if days else found


@operation
def in_year(ctx: Context, args: Arguments) -> Meaning:
    """The underspecified `d` in the year `y` ("June 12 last year", "the third quarter of 1998")."""
    inner: Meaning = args["d"]
    year: Meaning = args["y"]
    if granularity(year.value) != "Y" and ctx.reference is None:
        return unresolved("DATE")  # "3 April this year", of a text whose year is not known
    if granularity(year.value) != "Y" or not underspecified(inner.value):
        return resolve(ctx, inner)
    found = replace(inner, value=inner.value.replace("XXXX", year.value[:4]), how=year.how)
    if ctx.other_year and is_day(found.value) and told_as_past(ctx, first_day(found.value)):
        # "lifted his veto on June 28 of that year", told in January: of another one, named farther back
        return replace(
            inner, value=inner.value.replace("XXXX", ctx.other_year), how=f"in {ctx.other_year}, named before"
        )
    return found


@operation
def feast_day(ctx: Context, args: Arguments) -> Meaning:
    """A feast by its rule, in `year` or `n` years from the document's; else in the year that a day of its name would be of."""
    rule = args["feast"]
    if "year" in args:
        return Meaning("DATE", feast(rule, int(args["year"])).isoformat())
    if "n" in args and ctx.reference:
        year = ctx.reference.year + int(args["n"])
        return Meaning("DATE", feast(rule, year).isoformat(), how=away(int(args["n"]), "Y", ctx.reference))
    year = (ctx.story or ctx.reference or _SOME_YEAR).year
    found = resolve(ctx, Meaning("DATE", f"XXXX-{feast(rule, year):%m-%d}"))
    if re.fullmatch(r"\d\d-\d\d", rule):
        return found
    if underspecified(found.value):
        return unresolved("DATE")
    return replace(found, value=feast(rule, int(found.value[:4])).isoformat(), rival=None)  # on another day each year


@operation
def following(ctx: Context, args: Arguments) -> Meaning:
    """ "the following year", "the previous Friday": the next (`n`=1) or last (-1) counted from the date named before."""
    sign = int(args["n"])
    back = sign < 0
    reach = COARSENESS.get(args.get("unit", "CE"), COARSENESS["CE"])
    named_before = (each for each in (ctx.previous, ctx.previous_day) if each)
    fits = (each for each in named_before if COARSENESS.get(granularity(each.value) or "D", 0) <= reach)
    before = next(fits, None)  # "December futures fell, as they had the day before": not the day before December
    days = span(before.value) if before else None
    if inner := named(args):
        base = replace(ctx, reference=(days[0] if back else days[1]) if days else ctx.reference, year=None)
        found = toward(base, {"d": inner, "n": str(sign)})
        ahead = not back and told_as_past(ctx, first_day(found.value) if is_day(found.value) else None)
        return UNNAMED_PAST if ahead else found
    if back and days and told_as_past(ctx, days[0]):
        days = None  # "will meet on Dec. 1. Prices fell from 7 percent the week before": not before that meeting
    season = before is not None and granularity(before.value) == "S"
    begun = back or season  # the year behind the winter of 1993, which ends in 1994, is 1994
    reference = days[0 if begun else 1] if days else ctx.reference
    if reference is None:
        return unresolved("DATE")
    unit = args["unit"]
    value = containing(shift_day(first_day(containing(reference, unit)), sign, unit), unit)
    if told_as_past(ctx, first_day(value)) and not told_as_past(ctx, reference):
        return UNNAMED_PAST
    told = f"{before.value}, named before" if before and days else f"the document date {reference}"
    return Meaning("DATE", value, how=f"the {UNIT_NAMES[unit]} {'before' if back else 'after'} {told}")


@operation
def beside_day(ctx: Context, args: Arguments) -> Meaning:
    """ "the Friday before Labor Day", "the day after Christmas", "the week before May 3": the weekday `w` or the `unit`
    that lies next to the day `d`, on the side `n`."""
    inner, sign = resolve(ctx, args["d"]), int(args["n"])
    days = span(inner.value)
    if not days:
        return inner
    how = f"{'before' if sign < 0 else 'after'} {inner.value}"
    if "w" in args:
        beside = resolve_weekday(shift_day(days[0], sign, "D"), args["w"], "past" if sign < 0 else "future", "")
        return replace(beside, how=how, rival=None)
    unit = args["unit"]
    ahead_in_week = unit == "WE" and sign > 0 and days[0].isoweekday() < 6
    return Meaning("DATE", containing(shift_day(days[0], 0 if ahead_in_week else sign, unit), unit), how=how)


@operation
def next_unit(ctx: Context, args: Arguments) -> Meaning:
    """ "the next year": told as past it is counted from the date named just before, else from the document date."""
    return (following if told_from(ctx) else unit_shift)(ctx, {**args, "n": "1"})
