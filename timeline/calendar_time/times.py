"""Operations on the times of a day: "tonight", "Friday morning", "9 a.m. on Tuesday"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from timeline.calendar_time.deciding import resolve
from timeline.calendar_time.meaning import (
    UNKNOWN,
    UNNAMED_PAST,
    Arguments,
    Context,
    Meaning,
    away,
    operation,
    told_as_past,
    underspecified,
    unresolved,
)
from timeline.calendar_time.values import granularity

_LATE = ("TEV", "TNI")  # parts of a day, behind which midnight is its end
_SMALL_HOURS = 5  # until when an hour of the night is one after midnight


def _day_of(ctx: Context, *, pointed: bool = False) -> str | None:
    """The day that a bare time belongs to: the one in "at 11 p.m. (2000 GMT) Saturday", the last one named, else (or where
    that is over, the clause looks ahead and nothing is `pointed` at: "that evening") the document date."""
    beyond = ctx.beyond()
    if beyond and granularity(beyond.value) == "D":
        return beyond.value
    told = ctx.previous if ctx.previous and granularity(ctx.previous.value) in ("D", "T") else ctx.day_named
    day = told.value.split("T")[0] if told and (pointed or not ctx.day_aside()) else None
    if day and (pointed or not (ctx.tense == "future" and ctx.reference and day < ctx.reference.isoformat())):
        return day  # "is due to land at 1:30 p.m." is not on a day that is over
    return ctx.reference.isoformat() if ctx.reference else None


@operation
def day_part(ctx: Context, args: Arguments) -> Meaning:
    """ "tonight", "this morning", "last night": a part of the day `n` days from the document date."""
    before = _day_of(ctx, pointed=args.get("named") == "that") if "named" in args else None
    if before:
        return Meaning("TIME", f"{before}T{args['part']}", how="of the day named before")
    if ctx.reference is None:
        return Meaning("TIME", f"XXXX-XX-XXT{args['part']}", how=UNKNOWN)
    day = ctx.reference + timedelta(days=int(args.get("n", "0")))
    return Meaning("TIME", f"{day}T{args['part']}", how=away(int(args.get("n", "0")), "D", ctx.reference))


@operation
def day_named(ctx: Context, args: Arguments) -> Meaning:
    """ "later in the day": the day named just before, else the document's."""
    day = _day_of(ctx) if ctx.previous_is_near or ctx.reference is None else ctx.reference.isoformat()
    return Meaning("DATE", day, how="the day told of") if day else unresolved("DATE")


@operation
def following_part(ctx: Context, args: Arguments) -> Meaning:
    """ "the next morning", "the night before": a part of the day after (`n`=1) or before the day named before."""
    day = _day_of(ctx)
    if day is None or underspecified(day):
        return unresolved("TIME")
    moved = date.fromisoformat(day) + timedelta(days=int(args["n"]))
    if told_as_past(ctx, moved):
        return UNNAMED_PAST
    return Meaning("TIME", f"{moved}{args['p'].value[-3:]}", how=f"{'after' if int(args['n']) > 0 else 'before'} {day}")


@operation
def part_of_day(ctx: Context, args: Arguments) -> Meaning:
    """The part `p`, or the `part` that a rule names, of the day `d` ("Friday morning", "the early hours of Friday")."""
    inner = resolve(ctx, args["d"])
    if inner.type == "SET" or granularity(inner.value) != "D":
        return inner
    part = f"T{args['part']}" if "part" in args else args["p"].value[-3:]
    return replace(inner, type="TIME", value=f"{inner.value}{part}")


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
        if not (half or digits) and ctx.previous and ctx.previous_is_near and ":" not in ctx.previous.value:
            text = _in_part(text, ctx.previous.value.partition("T")[2])  # "on the evening of Oct. 23, at 10 o'clock"
    day = _day_of(ctx)
    late = ctx.previous is not None and (ctx.previous.mod == "END" or ctx.previous.value.endswith(_LATE))
    ahead = text == "24:00" and day and "X" not in day and not late
    if ahead and day and told_as_past(ctx, date.fromisoformat(day) + timedelta(days=1)):
        day = str(date.fromisoformat(day) - timedelta(days=1))  # the end of the document's day is still to come
    own = ctx.reference is not None and day == ctx.reference.isoformat()
    how = f"on the document date {day}" if own else "on the day named before"
    return Meaning("TIME", f"{day or 'XXXX-XX-XX'}T{text}", how=how)


@operation
def zoned(ctx: Context, args: Arguments) -> Meaning:
    """The clock time `c` in a zone; the value stays local, as the corpora write it, and the explanation has the zone."""
    zone = args.get("zone") or args.get("zone_name") or "local time"
    inner: Meaning = args["c"]
    return replace(inner, how=f"in the zone {zone}")


@operation
def hour_of(ctx: Context, args: Arguments) -> Meaning:
    """The bare `hour` in a part of a day `t`: "10 this morning"."""
    return clock_on(ctx, {**args, "c": clock(ctx, {"hour": args["hour"]})})


@operation
def clock_on(ctx: Context, args: Arguments) -> Meaning:
    """The clock time `c` on the day `d` (or in the part of a day `t`)."""
    inner: Meaning = args["c"]
    day = resolve(ctx, args["d"] if "d" in args else args["t"])
    if "T" not in inner.value or granularity(day.value) not in ("D", "T"):
        return replace(inner, how=day.how)
    when, _, part = day.value.partition("T")
    return Meaning("TIME", f"{when}T{_in_part(inner.value.partition('T')[2], part)}", mod=inner.mod, how=day.how)


def _in_part(clock: str, part: str) -> str:
    """A clock time in a part of the day: "4:34 this afternoon" is 16:34; "1 o'clock at night" stays."""
    hour = int(clock[:2])
    later = 12 if hour < 12 and (part in ("AF", "EV") or (part == "NI" and hour > _SMALL_HOURS)) else 0
    return f"{hour + later:02d}{clock[2:]}"
