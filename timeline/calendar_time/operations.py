"""The operations that language rules may name: each turns what a rule captured into a `Meaning`.

`Context` is what the text around an expression says: the document date, the tense of the clause, the mentions before.
A Meaning whose value still has X in its year (XXXX-06-12, XXXX-WXX-5) is underspecified; `resolve` decides it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from timeline.calendar_time.values import (
    COARSENESS,
    MONTHS_IN,
    containing,
    feast,
    format_duration,
    granularity,
    month_span,
    parse_duration,
    shift,
    shift_day,
    span,
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a time expression means. `how` says in words how the value was reached, for the reader."""

    type: str
    value: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    how: str = ""
    earliest: date | None = None
    latest: date | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """Where an expression stands: `reference` is the document's day (None: unknown), `tense` past, future or None."""

    reference: date | None
    tense: str | None = None
    tense_word: str = ""
    previous: Meaning | None = None  # the last dated mention before this one
    quarter: Meaning | None = None  # the last quarter (or half-year) that was mentioned
    year: str | None = None  # a year named shortly before, for months and days without one
    day_first: bool = False


#: What an operation is given: strings from words and numbers, Meanings from earlier stages.
Arguments = dict[str, Any]
Operation = Callable[[Context, Arguments], Meaning]
OPERATIONS: dict[str, Operation] = {}


def operation(function: Operation) -> Operation:
    """Makes a function nameable by rules."""
    OPERATIONS[function.__name__] = function
    return function


UNKNOWN = "the document date is not known"


def unresolved(kind: str, why: str = UNKNOWN) -> Meaning:
    return Meaning(kind, "XXXX-XX-XX" if kind == "DATE" else "", how=why)


# ------------------------------------------------------------------------------------------- underspecified dates


def underspecified(value: str) -> bool:
    """Whether the year (or the week) of a date value is still to be decided."""
    return value.startswith("XXXX-") and value != "XXXX-XX-XX"


def resolve(ctx: Context, meaning: Meaning, direction: str | None = None) -> Meaning:
    """Decides the year or week of an underspecified meaning; others are returned as they are.

    `direction` is past, future or None for the tense of the clause. A weekday without tense is the last one, as news
    is written; a month or day without tense is the nearest one.
    """
    value = meaning.value
    if not underspecified(value) or meaning.type == "SET":
        return meaning
    if ctx.reference is None:
        if ctx.year and "WXX" not in value:
            return replace(meaning, value=value.replace("XXXX", ctx.year), how=f"the year {ctx.year} named before")
        return meaning
    said = direction or ctx.tense
    why = f" ({ctx.tense} tense: {ctx.tense_word})" if ctx.tense and ctx.tense_word and not direction else ""
    if "WXX" in value:
        return _resolve_weekday(ctx.reference, meaning, said, why)
    if ctx.year and direction is None and ctx.tense != "future":
        return replace(meaning, value=value.replace("XXXX", ctx.year), how=f"in {ctx.year}, the year named before")
    return _resolve_year(ctx.reference, meaning, direction, ctx.tense, why)


def _resolve_weekday(reference: date, meaning: Meaning, said: str | None, why: str) -> Meaning:
    found = re.match(r"XXXX-WXX-(\d)", meaning.value)
    if not found:
        return meaning
    back = (reference.isoweekday() - int(found[1])) % 7
    ahead = (int(found[1]) - reference.isoweekday()) % 7
    day = reference + timedelta(days=ahead) if said == "future" else reference - timedelta(days=back)
    side = "after" if said == "future" else "before"
    how = f"the {day:%A} on or {side} the document date {reference}{why}"
    return replace(meaning, value=day.isoformat() + meaning.value[found.end() :], how=how)


def _resolve_year(reference: date, meaning: Meaning, direction: str | None, tense: str | None, why: str) -> Meaning:
    candidates: list[tuple[str, tuple[date, date]]] = []
    for year in range(max(reference.year - 9, 1), min(reference.year + 9, 9999)):
        value = meaning.value.replace("XXXX", f"{year:04d}")
        try:
            days = span(value)
        except ValueError:  # 29 February outside a leap year
            continue
        if days:
            candidates.append((value, days))
    if not candidates:
        return meaning
    if direction == "past":
        value = [v for v, days in candidates if days[0] <= reference][-1]
        how = f"the last one on or before the document date {reference}"
    elif direction == "future":
        value = next((v for v, days in candidates if days[1] >= reference), candidates[-1][0])
        how = f"the next one on or after the document date {reference}"
    else:
        unit = granularity(candidates[0][0]) or "D"
        value = min(candidates, key=lambda c: _surprise(c[1], reference, tense, unit))[0]
        how = f"the one nearest to the document date {reference}{why}"
    return replace(meaning, value=value, how=how)


#: How much further away a date on the other side of the tense may be before it is preferred, by granularity.
#: Fitted on the training part of TempEval-3: a day is nearly always the nearest one, a quarter follows its verb.
AGAINST_TENSE = {"D": 3.0, "T": 3.0, "M": 9.0, "S": 4.0, "Q": 8.0, "H": 8.0}


def _surprise(days: tuple[date, date], reference: date, tense: str | None, unit: str) -> float:
    """How far a date lies from the document date, weighted where it lies on the wrong side for the tense."""
    away = distance(days, reference)
    against = (tense == "past" and days[0] > reference) or (tense == "future" and days[1] < reference)
    return away * AGAINST_TENSE.get(unit, 2.0) if against else away


def distance(days: tuple[date, date], day: date) -> int:
    """Days between an interval and a day; 0 inside."""
    return max((days[0] - day).days, (day - days[1]).days, 0)


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
        if _is_day(value) and (days := span(value)) and days[0].isoweekday() == int(weekday)
    ]
    if not fitting:
        return inner
    return replace(inner, value=min(fitting)[1], how="the year in which that day of the month is that weekday")


def _is_day(value: str) -> bool:
    try:
        return span(value) is not None
    except ValueError:
        return False


# ------------------------------------------------------------------------------------------- around the document date


@operation
def unit_shift(ctx: Context, args: Arguments) -> Meaning:
    """The calendar `unit` that is `n` units away from the document date's ("last year": n=-1)."""
    if ctx.reference is None:
        return unresolved("DATE")
    count, unit = int(args.get("n", "0")), args["unit"]
    if unit == "WE":
        return _weekend(ctx, count)
    value = containing(shift_day(_first(containing(ctx.reference, unit)), count, unit), unit)
    return Meaning("DATE", value, how=_away(count, unit, ctx.reference))


UNIT_NAMES = {
    "D": "day", "W": "week", "WE": "weekend", "M": "month", "Q": "quarter", "S": "season", "H": "half-year",
    "Y": "year", "DE": "decade", "CE": "century", "ML": "millennium", "FN": "fortnight",
    "TH": "hour", "TM": "minute", "TS": "second",
}  # fmt: skip


def _away(count: int, unit: str, reference: date) -> str:
    if count == 0:
        return f"the {UNIT_NAMES[unit]} of the document date {reference}"
    side = "before" if count < 0 else "after"
    return f"{abs(count)} {UNIT_NAMES[unit]}{'s' * (abs(count) > 1)} {side} that of the document date {reference}"


def _first(value: str) -> date:
    days = span(value)
    if not days:
        raise ValueError(value)
    return days[0]


def _weekend(ctx: Context, count: int) -> Meaning:
    assert ctx.reference is not None
    day = ctx.reference
    if count == 0 and ctx.tense != "future" and day.isoweekday() < 5:
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
    for year in range(ctx.reference.year - (step > 0), ctx.reference.year + 4 * step, step):
        value = inner.value.replace("XXXX", f"{year:04d}")
        days = span(value) if _is_day(value) else None
        if days and ((step < 0 and days[1] < ctx.reference) or (step > 0 and days[0] > ctx.reference)):
            side = "before" if step < 0 else "after"
            return replace(inner, value=value, how=f"the first one {side} the document date {ctx.reference}")
    return inner


def _toward_weekday(ctx: Context, inner: Meaning, count: int) -> Meaning:
    assert ctx.reference is not None
    if count == 0:
        return resolve(ctx, inner, "past" if ctx.tense == "past" else "future")
    moved = ctx.reference + timedelta(days=1 if count > 0 else -1)
    found = _resolve_weekday(moved, inner, "future" if count > 0 else "past", "")
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
    """A feast by its rule; the year is decided by tense and nearness."""
    rule = args["feast"]
    if ctx.reference is None:
        return unresolved("DATE")
    days = [feast(rule, year) for year in range(max(ctx.reference.year - 1, 1), min(ctx.reference.year + 2, 9999))]
    if ctx.tense == "past":
        day = max((day for day in days if day <= ctx.reference), default=days[0])
    elif ctx.tense == "future":
        day = min((day for day in days if day >= ctx.reference), default=days[-1])
    else:
        reference = ctx.reference
        day = min(days, key=lambda day: abs((day - reference).days))
    return Meaning("DATE", day.isoformat(), how=f"that feast nearest to the document date {ctx.reference}")


OPERATIONS["feast"] = feast_day


# --------------------------------------------------------------------------------------- durations and what hangs on them


@operation
def duration(ctx: Context, args: Arguments) -> Meaning:
    """`n` times `unit`; a vague number is X."""
    number, unit = args.get("n", "1"), args["unit"]
    if unit == "FN":
        number, unit = (str(2 * float(number)) if number != "X" else "X"), "W"
    if unit == "WE":
        return Meaning("DURATION", format_duration(2 * float(number) if number != "X" else "X", "D"))
    return Meaning("DURATION", format_duration(number if number == "X" else float(number), unit))


@operation
def duration_half(ctx: Context, args: Arguments) -> Meaning:
    """`n` and a half `unit`."""
    number = args.get("n", "1")
    if number == "X":
        return duration(ctx, args)
    return Meaning("DURATION", format_duration(float(number) + 0.5, args["unit"]))


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
    """The date that lies the duration `d` before the document date (`n`=1: after it)."""
    inner: Meaning = args["d"]
    sign = int(args.get("n", "-1"))
    if "X" in inner.value:
        return Meaning("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", how="a vague distance")
    if ctx.reference is None:
        return replace(unresolved("DATE"), mod=args.get("mod") or inner.mod)
    value = moved(ctx.reference, inner.value, sign)
    if value is None:
        return unresolved("DATE", "a distance that cannot be counted")
    mod = args.get("mod") or inner.mod
    found = Meaning("DATE", value, mod=mod, how=f"{inner.value} {'before' if sign < 0 else 'after'} {ctx.reference}")
    exact = _exact(ctx.reference, inner.value, sign)
    if mod == "LESS_THAN" and exact:
        earliest, latest = sorted((exact, ctx.reference))
        return replace(found, earliest=earliest, latest=latest)
    if mod == "MORE_THAN" and exact and (days := span(value)):
        first, last = (days[0], exact) if sign < 0 else (exact, days[1])
        return replace(found, earliest=min(first, last), latest=max(first, last))
    return found


def _exact(reference: date, value: str, sign: int) -> date | None:
    day = reference
    for number, unit in parse_duration(value) or ():
        if number is None or unit.startswith("T"):
            return None
        day = shift_day(day, sign * int(number), unit)
    return day


@operation
def unit_earlier(ctx: Context, args: Arguments) -> Meaning:
    """ "the year-earlier period": the quarter or date named before, one `unit` back."""
    return from_previous(ctx, {"d": Meaning("DURATION", f"P1{args['unit']}"), "n": "-1"})


@operation
def from_previous(ctx: Context, args: Arguments) -> Meaning:
    """The duration `d` before or after the date that was named before ("two years later")."""
    inner, sign = args["d"], int(args["n"])
    if "X" in inner.value:
        return Meaning("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", how="a vague distance")
    parts = parse_duration(inner.value)
    base = ctx.previous
    if inner.value == "P1Y" and ctx.quarter:
        base = ctx.quarter
    if base and parts and len(parts) == 1 and parts[0][1] in MONTHS_IN and granularity(base.value) in ("Q", "M", "H"):
        value = shift(base.value, sign * int(parts[0][0] or 0), parts[0][1])
        if value:
            return Meaning("DATE", value, mod=args.get("mod"), how=f"{inner.value} from {base.value}, named before")
    days = span(base.value) if base else None
    reference = days[0] if days else ctx.reference
    if reference is None:
        return unresolved("DATE")
    value = moved(reference, inner.value, sign)
    if value is None:
        return unresolved("DATE", "a distance that cannot be counted")
    if days and granularity(base.value if base else "") == "D" and parts and parts[0][1] in ("D", "W"):
        value = str(_exact(reference, inner.value, sign) or value)
    return Meaning("DATE", value, mod=args.get("mod"), how=f"{inner.value} from {base.value if base else reference}")


@operation
def following(ctx: Context, args: Arguments) -> Meaning:
    """ "the following year", "the next day", "the previous Friday": counted from the date named before."""
    back = args.get("word") in ("previous", "preceding", "prior")
    sign = -1 if back else 1
    if "d" in args:
        days = span(ctx.previous.value) if ctx.previous else None
        base = replace_reference(ctx, (days[1] if not back else days[0]) if days else ctx.reference)
        return toward(base, {"d": args["d"], "n": str(sign)})
    unit = args["unit"]
    days = span(ctx.previous.value) if ctx.previous else None
    reference = days[0 if back else 1] if days else ctx.reference
    if reference is None:
        return unresolved("DATE")
    value = containing(shift_day(_first(containing(reference, unit)), sign, unit), unit)
    named = f"{ctx.previous.value}, named before" if ctx.previous and days else f"the document date {reference}"
    return Meaning("DATE", value, how=f"the {UNIT_NAMES[unit]} {'before' if back else 'after'} {named}")


def replace_reference(ctx: Context, reference: date | None) -> Context:
    return Context(reference, ctx.tense, ctx.tense_word, ctx.previous, ctx.quarter, None, ctx.day_first)


@operation
def same_unit(ctx: Context, args: Arguments) -> Meaning:
    """ "that year", "the same day": the unit of the date named before."""
    unit = args["unit"]
    days = span(ctx.previous.value) if ctx.previous else None
    own = granularity(ctx.previous.value) if ctx.previous else None
    if days and ctx.previous and own and COARSENESS[own] <= COARSENESS[unit]:
        return Meaning("DATE", containing(days[0], unit), how=f"that of {ctx.previous.value}, named before")
    if ctx.reference is None:
        return unresolved("DATE")
    return Meaning("DATE", containing(ctx.reference, unit), how=f"that of the document date {ctx.reference}")


@operation
def same_name(ctx: Context, args: Arguments) -> Meaning:
    """ "that August": in the year that was named before."""
    days = span(ctx.previous.value) if ctx.previous else None
    inner: Meaning = args["d"]
    if days and "WXX" not in inner.value:
        return replace(inner, value=inner.value.replace("XXXX", f"{days[0].year:04d}"), how="in the year named before")
    if days and (found := re.match(r"XXXX-WXX-(\d)", inner.value)):
        week = containing(days[0], "W")
        return Meaning("DATE", str(_first(week) + timedelta(days=int(found[1]) - 1)), how=f"of the week {week}")
    return resolve(ctx, inner, "past")


@operation
def window(ctx: Context, args: Arguments) -> Meaning:
    """ "the past two years", "the next few days": a duration that ends or begins at the document date."""
    inner: Meaning = args["d"]
    sign = int(args["n"])
    if ctx.reference is None or "X" in inner.value:
        return replace(inner, how="up to the document date" if sign < 0 else "from the document date on")
    edge = _exact(ctx.reference, inner.value, sign)
    if edge is None:
        return inner
    earliest, latest = sorted((edge, ctx.reference))
    how = f"{inner.value} {'up to' if sign < 0 else 'from'} the document date {ctx.reference}"
    return replace(inner, earliest=earliest, latest=latest, how=how)


@operation
def event_relative(ctx: Context, args: Arguments) -> Meaning:
    """A distance to an event that the text names next; `anchor` is after, before or since, to be filled later."""
    relation = args.get("relation", "")
    if "d" in args:
        inner: Meaning = args["d"]
        return replace(inner, anchor=args.get("context", relation), mod=args.get("mod") or inner.mod)
    value = "FUTURE_REF" if relation == "after" else "PAST_REF"
    return Meaning("DATE", value, anchor=relation, how=f"{relation} the event that the text names")


# ------------------------------------------------------------------------------------------------ sets


@operation
def set_unit(ctx: Context, args: Arguments) -> Meaning:
    """ "every four years", "twice a year": period, quant, freq."""
    number = args.get("n", "1")
    if args.get("other"):
        number = "2"
    freq = args.get("freq")
    inner = duration(ctx, {"n": number, "unit": args["unit"]})
    quant = "EVERY OTHER" if args.get("other") else args.get("quant")
    return Meaning("SET", inner.value, quant=quant, freq=f"{freq}X" if freq and freq.isdigit() else freq)


@operation
def set_calendar(ctx: Context, args: Arguments) -> Meaning:
    """ "every September", "each Thursday": a month, weekday or season that comes back."""
    field = f"WXX-{args['weekday']}" if "weekday" in args else args.get("month") or args.get("season")
    return Meaning("SET", f"XXXX-{field}", quant=args.get("quant"))


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
    day = ctx.reference + timedelta(days=int(args.get("n", "0")))
    return Meaning("TIME", f"{day}T{args['part']}", how=_away(int(args.get("n", "0")), "D", ctx.reference))


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
