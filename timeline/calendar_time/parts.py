"""Operations on parts of a stretch: "early July", "the second half of 2019", "the first Monday of September"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from timeline.calendar_time.deciding import resolve
from timeline.calendar_time.durations import duration, exactly
from timeline.calendar_time.meaning import Arguments, Context, Meaning, operation, told_from
from timeline.calendar_time.relative import unit_shift
from timeline.calendar_time.values import COARSENESS, containing, duration_in_words, granularity, shift_day, span


@operation
def part(ctx: Context, args: Arguments) -> Meaning:
    """Start, middle or end of `d` ("the end of August", "early 2019"), or what of it lies before or after the document
    date ("later this week": `now`)."""
    inner = resolve(ctx, args["d"])
    days, now, today = span(inner.value), args.get("now"), ctx.reference
    if not now or not days or not today:
        return replace(inner, mod=args.get("part") or now, how=inner.how)
    ends = inner.latest or days[1]  # "later this week" of a Sunday
    earliest, latest = (days[0], today) if now == "START" else (today, ends)
    if days[0] == days[1] or not days[0] <= earliest <= latest <= ends:
        return replace(inner, mod=now, how=inner.how)
    side = "up to" if now == "START" else "from"
    how = f"{inner.how}, {side} that date" if inner.how else f"{side} the document date {ctx.reference}"
    return replace(inner, mod=now, earliest=earliest, latest=latest, how=how)


@operation
def edge_of(ctx: Context, args: Arguments) -> Meaning:
    """The first or last (`edge` 1 or -1) `n` `unit`s of the date that follows: "the first three months of 2017"."""
    inner, whole, edge = duration(ctx, args), ctx.following(), int(args["edge"])
    days = span(whole.value) if whole else None
    if not whole or not days:
        return inner
    day = timedelta(days=1)
    other = exactly(days[0], inner.value, 1) if edge > 0 else exactly(days[1] + day, inner.value, -1)
    first, last = (days[0], other - day) if edge > 0 and other else (other, days[1])
    if first is None or not days[0] <= first <= last <= days[1]:
        return inner
    how = f"the {'first' if edge > 0 else 'last'} {duration_in_words(inner.value)} of {whole.value}"
    return replace(inner, earliest=first, latest=last, how=how)


@operation
def onward(ctx: Context, args: Arguments) -> Meaning:
    """From `d` on: "2020 and beyond"."""
    inner = resolve(ctx, args["d"])
    days = span(inner.value)
    return replace(inner, mod="ON_OR_AFTER", earliest=days[0]) if days else inner


@operation
def unit_end(ctx: Context, args: Arguments) -> Meaning:
    """ "year-end", "midyear": the end (or the part `mod`) of the `unit` of the date told just before, in the past, else of
    the document date."""
    days, unit, mod = told_from(ctx), args["unit"], args.get("mod", "END")
    if days and ctx.previous and COARSENESS.get(granularity(ctx.previous.value) or "CE", 99) <= COARSENESS[unit]:
        how = f"that of {ctx.previous.value}, named before"
        return Meaning("DATE", containing(days[0], unit), mod=mod, how=how)
    return replace(unit_shift(ctx, {"unit": args["unit"]}), mod=mod)


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
    if COARSENESS.get(unit, 0) >= COARSENESS[granularity(inner.value) or "CE"]:
        return inner  # "will enter its fourth year in April"
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
