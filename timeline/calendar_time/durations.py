"""Operations on durations and sets: "two weeks ago", "three days later", "the past two years", "every four years"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from timeline.calendar_time.deciding import resolve
from timeline.calendar_time.meaning import (
    UNNAMED_PAST,
    Arguments,
    Context,
    Meaning,
    Told,
    first_day,
    named,
    operation,
    told_from,
    underspecified,
    unresolved,
)
from timeline.calendar_time.values import (
    COARSENESS,
    MONTHS_IN,
    containing,
    duration_in_words,
    format_duration,
    granularity,
    parse_duration,
    shift,
    shift_day,
    span,
)

# --------------------------------------------------------------------------------------- durations and what hangs on them


@operation
def duration(ctx: Context, args: Arguments) -> Meaning:
    """`n` times `unit`; a vague number is X."""
    number, unit = args.get("n", "1"), args["unit"]
    if unit == "FN":
        number, unit = (str(2 * float(number)) if number != "X" else "X"), "W"
    if unit == "WE":
        return Meaning("DURATION", format_duration(2 * float(number) if number != "X" else "X", "D"))
    return Meaning("DURATION", format_duration(number if number == "X" else float(number), unit), mod=args.get("mod"))


@operation
def duration_half(ctx: Context, args: Arguments) -> Meaning:
    """`n` and a half `unit`."""
    number = args.get("n", "1")
    if number == "X":
        return duration(ctx, args)
    return Meaning("DURATION", format_duration(float(number) + 0.5, args["unit"]))


@operation
def as_many(ctx: Context, args: Arguments) -> Meaning:
    """ "the third summit in as many months": as many `unit`s as the number that the sentence named before."""
    return duration(ctx, {"n": ctx.counted() or "X", "unit": args["unit"]})


@operation
def modified(ctx: Context, args: Arguments) -> Meaning:
    """`d` with the modifier `mod` ("nearly two years": LESS_THAN)."""
    inner: Meaning = args["d"]
    return replace(inner, mod=args["mod"])


def moved(reference: date, value: str, sign: int) -> str | None:
    """The date that lies a TIMEX3 duration before (sign -1) or after `reference`, as exact as the duration's unit."""
    parts = parse_duration(value)
    if not parts or any(number is None for number, _ in parts):
        return None
    day = reference
    for number, unit in parts:
        assert number is not None
        if unit.startswith("T"):
            hours = number / {"TH": 1, "TM": 60, "TS": 3600}[unit]
            day = shift_day(day, sign * int(hours // 24), "D")
            continue
        day = shift_day(day, sign * int(number), unit)
        rest = number - int(number)
        if rest and unit in MONTHS_IN:
            day = shift_day(day, sign * round(rest * MONTHS_IN[unit]), "M")
    finest = min((unit for _, unit in parts), key=lambda unit: COARSENESS.get(unit, 0))
    return containing(day, finest if finest in COARSENESS else "D")


@operation
def ago(ctx: Context, args: Arguments) -> Meaning:
    """The date that lies the duration `d` before the document date (`n`=1: after it); `near`: a little less; `exact`: to the
    day."""
    inner: Meaning = args["d"]
    sign = int(args.get("n", "-1"))
    if "X" in inner.value:
        return Meaning("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", how="a vague distance")
    if ctx.reference is None:
        return replace(unresolved("DATE"), mod=args.get("mod") or inner.mod)
    if sign < 0 and inner.value == "P1Y" and ctx.quarter and ctx.quarter_is_near:
        return from_previous(ctx, {"d": inner, "n": "-1"})  # "profit in the quarter rose from $2 million a year ago"
    value = moved(ctx.reference, inner.value, sign)
    if value is None:
        return unresolved("DATE", "a distance that cannot be counted")
    mod = args.get("mod") or args.get("near") or inner.mod
    found = Meaning(
        "DATE",
        value,
        mod=mod,
        how=f"{duration_in_words(inner.value)} {'before' if sign < 0 else 'after'} {ctx.reference}",
    )
    exact = exactly(ctx.reference, inner.value, sign)
    if exact and "exact" in args:
        return replace(found, value=containing(exact, "D"), mod=None)  # "exactly a year ago"
    if mod == "LESS_THAN" and exact:
        # "nearly four years ago" is in the last eighth of them, "less than a month ago" anywhere in it
        other = exact + (ctx.reference - exact) / 8 if "near" in args else ctx.reference
        earliest, latest = sorted((exact, other))
        return replace(found, earliest=earliest, latest=latest)
    if mod == "MORE_THAN" and exact and (days := span(value)):
        first, last = (days[0], exact) if sign < 0 else (exact, days[1])
        return replace(found, earliest=min(first, last), latest=max(first, last))
    return found


@operation
def ago_of(ctx: Context, args: Arguments) -> Meaning:
    """ "a year ago today", "ten years ago this week": the duration `d` before `c`, as exact as `c`."""
    inner = resolve(ctx, args["c"])
    days, unit = span(inner.value), granularity(inner.value)
    day = exactly(days[0], args["d"].value, -1) if days and "X" not in args["d"].value else None
    if day is None or unit is None:
        return ago(ctx, {"d": args["d"]})
    return Meaning("DATE", containing(day, unit), how=f"{duration_in_words(args['d'].value)} before {inner.value}")


@operation
def from_day(ctx: Context, args: Arguments) -> Meaning:
    """ "a week from Tuesday", "two weeks from today": the duration `d` after the day `c`, which lies ahead."""
    inner = resolve(ctx, args["c"], "future")
    days = span(inner.value)
    day = exactly(days[0], args["d"].value, 1) if days and "X" not in args["d"].value else None
    if day is None:
        return ago(ctx, {"d": args["d"], "n": "1"})
    return Meaning("DATE", str(day), how=f"{duration_in_words(args['d'].value)} after {inner.value}")


@operation
def in_duration(ctx: Context, args: Arguments) -> Meaning:
    """ "will meet in two weeks": the date that lies the duration `d` ahead; told as past it is how long that took."""
    inner: Meaning = args["d"]
    if ctx.tense != "future" or "X" in inner.value or inner.value.startswith("PT") or ctx.reference is None:
        return replace(inner, mod=args.get("mod") or inner.mod)
    return ago(ctx, {**args, "n": "1"})


def exactly(reference: date, value: str, sign: int) -> date | None:
    """The day that lies a TIMEX3 duration of whole days or more before (sign -1) or after `reference`; None for others."""
    day = reference
    for number, unit in parse_duration(value) or ():
        if number is None or unit.startswith("T"):
            return None
        part = unit == "W" and number != int(number)  # "a week and a half": 10 days, and a part of one
        day = shift_day(day, sign * int(number * 7), "D") if part else shift_day(day, sign * int(number), unit)
    return day


def _weekdays_away(day: date, count: int, sign: int) -> date:
    """The weekday that lies `count` weekdays before (sign -1) or after `day`."""
    weeks, rest = divmod(count, 5)
    while day.isoweekday() > 5:  # a weekend counts as the weekday behind it
        day = shift_day(day, -sign, "D")
    day = shift_day(day, sign * weeks, "W")
    while rest:
        day = shift_day(day, sign, "D")
        rest -= day.isoweekday() <= 5
    return day


def counted_from(days: tuple[date, date], value: str, sign: int, *, weekdays: bool = False) -> tuple[date, date] | None:
    """The days that lie a TIMEX3 duration before (sign -1) or after `days`: exact for days and weeks, else as exact as
    the unit ("a month after May 12" is in June). With `weekdays` days are counted without Saturdays and Sundays; which
    days were holidays is not known. None for a distance that cannot be counted."""
    if weekdays and value[-1] == "D" and value[1:-1].isdigit():
        count = int(value[1:-1])
        return _weekdays_away(days[0], count, sign), _weekdays_away(days[1], count, sign)
    if all(unit in ("D", "W") for _, unit in parse_duration(value) or [(None, "")]):
        first, last = (exactly(day, value, sign) for day in days)
        part = any(number != int(number) for number, _ in parse_duration(value) or () if number)
        if part and first and last:  # one of two days
            first, last = (shift_day(first, sign, "D"), last) if sign < 0 else (first, shift_day(last, sign, "D"))
        return (first, last) if first and last else None
    begin, end = (span(text) if (text := moved(day, value, sign)) else None for day in days)
    return (begin[0], end[1]) if begin and end else None


@operation
def unit_earlier(ctx: Context, args: Arguments) -> Meaning:
    """ "the year-earlier period": the quarter or date named before, one `unit` back; with `of` a quarter alone."""
    if "of" in args and ctx.quarter:
        ctx = replace(ctx, last=Told(ctx.quarter))
    return from_previous(ctx, {"d": Meaning("DURATION", f"P1{args['unit']}"), "n": "-1"})


@operation
def from_previous(ctx: Context, args: Arguments) -> Meaning:
    """The duration `d` before or after the date that was named before ("two years later")."""
    inner: Meaning = args["d"]
    sign = int(args["n"])
    if "X" in inner.value:
        return replace(inner, anchor="before" if sign < 0 else "after", mod=args.get("mod") or inner.mod)
    parts = parse_duration(inner.value)
    base = ctx.previous
    own = granularity(base.value) if base else None
    month_is_told = own == "M" and ctx.previous_is_near
    if inner.value == "P1Y" and ctx.quarter and not month_is_told and (ctx.quarter_is_near or own in ("Q", "Y")):
        base = ctx.quarter
    if base and parts and len(parts) == 1 and parts[0][1] in MONTHS_IN and granularity(base.value) in ("Q", "M", "H"):
        value = shift(base.value, sign * int(parts[0][0] or 0), parts[0][1])
        if value and _lies_ahead(ctx, value, sign):
            return UNNAMED_PAST
        if value:
            return Meaning(
                "DATE",
                value,
                mod=args.get("mod"),
                how=f"{duration_in_words(inner.value)} from {base.value}, named before",
            )
    if base and ctx.previous_day and parts and _finer(parts[-1][1], base.value):
        base = ctx.previous_day  # "on June 5 ... a ruling of 2002. Three weeks later ...": not from the year
    days = span(base.value) if base else None
    stretch = base is not None and "/" in base.value  # "there from 3 to 5 May. Two days later": from its last day
    reference = days[sign > 0 and stretch] if days else ctx.reference
    if reference is None or (base and underspecified(base.value)):
        return unresolved("DATE")
    if days and base and parts and parts[-1][1].startswith("T") and granularity(base.value) not in ("D", "T"):
        return replace(base, how=f"{duration_in_words(inner.value)} from some day of {base.value}, named before")
    value = moved(reference, inner.value, sign)
    if value is None:
        return unresolved("DATE", "a distance that cannot be counted")
    if _lies_ahead(ctx, value, sign):
        return UNNAMED_PAST
    if days and base and parts and not parts[-1][1].startswith("T") and _finer(parts[-1][1], base.value):
        return _somewhere(days, inner.value, sign, base.value)
    if days and granularity(base.value if base else "") in ("D", "T") and parts and parts[0][1] in ("D", "W"):
        value = str(exactly(reference, inner.value, sign) or value)
    return Meaning(
        "DATE",
        value,
        mod=args.get("mod"),
        how=f"{duration_in_words(inner.value)} from {base.value if base else reference}",
    )


@operation
def restated(ctx: Context, args: Arguments) -> Meaning:
    """A distance beside its date is that date: "in 1992, four years later," or, with `next`, "two days earlier, on Sunday,".

    Where the date behind has no year, that of the day counted is meant: "(on 16 September 2021) ... a week later, on 23
    September".
    """
    date_ = ctx.following() if "next" in args else ctx.last.meaning
    if date_ is None or span(date_.value) is None:
        return from_previous(ctx, {"n": "1", **args})
    counted = from_previous(ctx, args) if "next" in args else date_
    same = len(counted.value) > 4 and date_.value[4:].startswith(counted.value[4:]) and "X" not in counted.value
    if same and counted.value[:4] != date_.value[:4]:
        return replace(counted, value=f"{counted.value[:4]}{date_.value[4:]}")
    return replace(date_, how=f"{date_.value}, named beside it")


def _lies_ahead(ctx: Context, value: str, sign: int) -> bool:
    """Whether what is told as past would lie after the document, so that another date is meant than the one before."""
    days = span(value)
    return bool(sign > 0 and days and ctx.written and days[0] > ctx.written and ctx.tense != "future")


def _finer(unit: str, value: str) -> bool:
    """Whether a unit of duration is finer than a date: days than a month, months than a year."""
    own = COARSENESS.get(granularity(value) or "", 0)
    return COARSENESS.get(unit, 0) < own


def _somewhere(days: tuple[date, date], distance: str, sign: int, base: str) -> Meaning:
    """A distance from some day of a longer stretch ("in March ... ten days later"): from either end of it."""
    earliest, latest = (exactly(day, distance, sign) or day for day in days)
    same = "XXXX" if earliest.year != latest.year else f"{earliest.year:04d}"
    how = f"{duration_in_words(distance)} from some day of {base}, named before"
    return Meaning("DATE", f"{same}-XX-XX", earliest=earliest, latest=latest, how=how)


@operation
def same_unit(ctx: Context, args: Arguments) -> Meaning:
    """ "that year", "the same day": the unit of the date named before; behind "last October" some day of that month.
    "That date" is `last` named, though it be to come."""
    unit = args["unit"]
    previous = ctx.last.meaning if args.get("last") and ctx.last_beside() else ctx.previous
    days = span(previous.value) if previous else None
    own = granularity(previous.value) if previous else None
    # "on Jan. 3. Jordan, its custodian since 1924, protested that day"
    if unit == "D" and ctx.day_named and (own == "Y" or (own == "M" and ctx.day_before_last())):
        day = span(ctx.day_named.value)
        value = str(day[0]) if day else ctx.day_named.value
        return Meaning("DATE", value, how=f"that of {ctx.day_named.value}, named before")
    if days and previous and own and COARSENESS[own] <= COARSENESS[unit]:
        return Meaning("DATE", containing(days[0], unit), how=f"that of {previous.value}, named before")
    if days and previous and unit == "D" and own in ("M", "Y"):
        value = previous.value + ("-XX" if own == "M" else "-XX-XX")
        how = f"a day of {previous.value}, named before"
        return Meaning("DATE", value, earliest=days[0], latest=days[1], how=how)
    if ctx.reference is None:
        return unresolved("DATE")
    return Meaning("DATE", containing(ctx.reference, unit), how=f"that of the document date {ctx.reference}")


@operation
def same_name(ctx: Context, args: Arguments) -> Meaning:
    """ "that August": in the year that was named before."""
    before, inner = ctx.previous, named(args)
    days = span(before.value) if before else None
    assert inner
    if days and "WXX" not in inner.value:
        return replace(inner, value=inner.value.replace("XXXX", f"{days[0].year:04d}"), how="in the year named before")
    if before and days and (found := re.match(r"XXXX-WXX-(\d)", inner.value)):
        week = containing(days[0], "W")
        day = first_day(week) + timedelta(days=int(found[1]) - 1)
        if _lies_ahead(ctx, str(day), 1):
            day -= timedelta(weeks=1)
        return Meaning("DATE", str(day), how=f"nearest to {before.value}, named before")
    return resolve(ctx, inner, "past")


@operation
def window(ctx: Context, args: Arguments) -> Meaning:
    """ "the past two years", "the next few days": a duration that ends or begins at the document date."""
    inner: Meaning = args["d"]
    sign = int(args["n"])
    if ctx.reference is None or "X" in inner.value:
        ahead = ctx.reference if sign > 0 and ctx.tense != "past" else None
        return replace(
            inner, earliest=ahead, how="up to the document date" if sign < 0 else "from the document date on"
        )
    if sign > 0 and ctx.tense == "past":  # "he spent the next two years there": from what was told before
        days = told_from(ctx)
        edge = exactly(days[1], inner.value, sign) if days else None
        how = f"{duration_in_words(inner.value)} from what was named before"
        return replace(inner, earliest=days[1], latest=edge, how=how) if days and edge else inner
    edge = exactly(ctx.reference, inner.value, sign)
    if edge is None:
        return inner
    earliest, latest = sorted((edge, ctx.reference))
    how = f"{duration_in_words(inner.value)} {'up to' if sign < 0 else 'from'} the document date {ctx.reference}"
    return replace(inner, earliest=earliest, latest=latest, how=how)


@operation
def past_unit(ctx: Context, args: Arguments) -> Meaning:
    """ "the past hour", "recent weeks": one `unit`, or `count` of them, that ends (with `n` 1: begins) with the document."""
    return window(ctx, {"d": duration(ctx, args | {"n": args.get("count", "1")}), "n": args["n"]})


@operation
def event_relative(ctx: Context, args: Arguments) -> Meaning:
    """A distance to an event that the text names next ("three weeks", `d`, or "the day", one `unit`).

    Its `anchor` is after, before or since, to be filled later.
    """
    relation = args.get("relation", "")
    if "d" in args or "unit" in args:
        inner: Meaning = args["d"] if "d" in args else duration(ctx, args | {"n": "1"})
        return replace(inner, anchor=args.get("context") or relation, mod=args.get("mod") or inner.mod)
    value = "FUTURE_REF" if relation == "after" else "PAST_REF"
    return Meaning("DATE", value, anchor=relation, how=f"{relation} the event that the text names")


# ------------------------------------------------------------------------------------------------ sets


@operation
def set_unit(ctx: Context, args: Arguments) -> Meaning:
    """ "every four years", "twice a year": period, quant, freq."""
    number = args.get("n", "1")
    number = args.get("other", number)
    freq = args.get("freq")
    inner = duration(ctx, {"n": number, "unit": args["unit"]})
    quant = "EVERY OTHER" if args.get("other") else args.get("quant")
    return Meaning("SET", inner.value, quant=quant, freq=f"{freq}X" if freq and freq.isdigit() else freq)


@operation
def set_calendar(ctx: Context, args: Arguments) -> Meaning:
    """ "every September", "each Thursday": a month, weekday or season that comes back."""
    field = f"WXX-{args['weekday']}" if "weekday" in args else args.get("month") or args.get("season")
    return Meaning("SET", f"XXXX-{field}", quant="EVERY OTHER" if "other" in args else args.get("quant"))
