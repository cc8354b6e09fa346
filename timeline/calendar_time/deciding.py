"""How an underspecified time ("Friday", "in May", "June 12") is decided: by the document date, the tense of its clause and what the
text has named before."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from timeline.calendar_time.meaning import Context, Meaning, distance, first_day, is_day, told_as_past, underspecified
from timeline.calendar_time.values import granularity, span


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
            carried, how = _in_year_named(ctx, value, ctx.year)
            return replace(meaning, value=carried, how=how)
        # "had planned for Dec. 28", "On 28 June they sign it": a story may be told in the present, but what is due in December
        told = ctx.tense == "past" or len(value) > len("XXXX-12") or ctx.told_before()
        return _in_story(ctx, meaning, meaning) if told and "WXX" not in value else meaning
    said = direction or ctx.tense
    tense = "past or future" if ctx.tense == "either" else ctx.tense
    why = f" ({tense} tense: {ctx.tense_word})" if ctx.tense and ctx.tense_word and not direction else ""
    if "WXX" in value and said == "past" and _is_tomorrow(ctx.reference, value) and ctx.elsewhere():
        day = ctx.reference + timedelta(days=1)
        return replace(meaning, value=day.isoformat(), how=f"the day after {ctx.reference}, which had begun there")
    if "WXX" in value:
        return _ends_then(ctx, meaning) or _in_order(ctx, meaning, resolve_weekday(ctx.reference, meaning, said, why))
    if ctx.year and direction is None and ctx.tense != "future":
        carried, how = _in_year_named(ctx, value, ctx.year)
        if not told_as_past(ctx, first_day(carried) if is_day(carried) else None):
            return replace(meaning, value=carried, how=how)
    found = _resolve_year(ctx, meaning, direction, why)
    if direction is None and ctx.tense == "future" and (then := _after_what_is_told(ctx, value, found)):
        return replace(meaning, value=then[0], how=then[1])
    if direction is None and ctx.tense == "either" and not ctx.counts_from_today and (days := span(found.value)):
        then_told = _in_month_told(ctx, value, days)  # "The ceasefire was to start on 15 February"
        if then_told is not None:
            return replace(meaning, value=then_told, how=f"in the month {then_told[:7]}, which the text has told of")
    if direction is None and ctx.tense == "either" and (then_due := _due_in_story(ctx, value)) is not None:
        return replace(meaning, value=then_due, how=f"seen from {ctx.story}, which was told just before")
    return _in_story(ctx, meaning, found) if direction is None and ctx.tense == "past" else found


def _in_year_named(ctx: Context, value: str, year: str) -> tuple[str, str]:
    """An underspecified value in the year named before, or in the next one where it tells what came of the day named there,
    and why."""
    carried = value.replace("XXXX", year)
    before = span(ctx.previous.value) if ctx.previous and (ctx.onward() or _goes_on(ctx, carried)) else None
    if before and ctx.previous and is_day(carried) and first_day(carried) < before[0]:
        return value.replace("XXXX", f"{int(year) + 1:04d}"), f"what came of {ctx.previous.value}, named before"
    return carried, f"in {year}, the year named before"


def _due_in_story(ctx: Context, value: str) -> str | None:
    """What was to be in a story, right behind the day that this has reached: "came into force on 20 January 2014. It was to
    expire in July"."""
    told = span(ctx.last.meaning.value) if ctx.last.meaning and ctx.last.near else None
    if ctx.story is None or told is None or told[0] != ctx.story:
        return None
    due = next(((v, days) for v, days in _in_years_around(ctx.story, value, 1) if days[0] > ctx.story), None)
    behind = span(said.value) if (said := ctx.following()) else None
    if due is None or (behind and ctx.reference and due[1][1] < behind[0] <= ctx.reference):
        return None  # "was to have left by Feb. 7 under an accord signed in December 2022"
    return due[0]


def _after_what_is_told(ctx: Context, value: str, found: Meaning) -> tuple[str, str] | None:
    """(value, why) of what is ahead of another day than the document's: of that from which its sentence says that something
    was moved ("was to leave on March 29 this year; the date was moved to April 12"), or that a story has reached."""
    assert ctx.reference
    last = ctx.last.meaning if ctx.last_beside() and ctx.put_off() else None
    told = span(last.value) if last and is_day(last.value) else None
    beside = ctx.last.meaning if told is None and ctx.last_beside() and ctx.due_then() else None
    since = span(beside.value) if beside and is_day(beside.value) and granularity(beside.value) in ("D", "T") else None
    if told is not None:
        after, why = told[0], f"after {told[0]}, from which it was moved"
    elif since is not None and since[0].year == ctx.reference.year and since[0] < ctx.reference:
        after, why = since[0], f"the next one seen from {since[0]}, when it was told"
    elif ctx.story is not None and ctx.due_then() and (span(found.value) or (None, ctx.reference))[1] > ctx.reference:
        after, why = ctx.story, f"due then, in what is told from {ctx.story}, which the story has reached"
    else:
        return None
    then = next((v for v, days in _in_years_around(after, value, 1) if days[1] >= after), None)
    return (then, why) if then is not None else None


def _ends_then(ctx: Context, meaning: Meaning) -> Meaning | None:
    """The weekday by or until which something was due that its sentence tells of on a day before the document's: "had said so on
    Monday and gave them until Tuesday" is the day after that Monday."""
    told = ctx.last.meaning if ctx.last_beside() and ctx.due_then() else None
    since = span(told.value) if told and is_day(told.value) and granularity(told.value) in ("D", "T") else None
    if since is None or ctx.reference is None or since[0] >= ctx.reference:
        return None
    due = resolve_weekday(since[0] + timedelta(days=1), meaning, "future", "")
    return replace(due, how=f"the next one after {since[0]}, when it was told", rival=None)


def _in_order(ctx: Context, meaning: Meaning, found: Meaning) -> Meaning:
    """A weekday that is to come, behind another of its sentence that is: the first one after that, where the sentence goes on in time:
    "arrives on Thursday and will go on to Tokyo on Friday"."""
    told = ctx.last.meaning if ctx.tense == "future" and ctx.last_beside() and not ctx.looks_back() else None
    first, days = (span(told.value) if told and is_day(told.value) else None), span(found.value)
    if first is None or days is None or ctx.reference is None or not ctx.reference <= days[0] < first[0]:
        return found
    later = resolve_weekday(first[0], meaning, "future", "")
    return replace(later, how=f"the next one after {first[0]}, which was told before it", rival=None)


def _goes_on(ctx: Context, carried: str) -> bool:
    """Whether a day would lie well before the one that its sentence told last, in the year named there, and comes soon after
    it in the next year: "opened on 20 November 1922 and was shut on 4 February"."""
    last = ctx.last.meaning if ctx.last_beside() else None
    told = span(last.value) if last and granularity(last.value) in ("M", "D", "T") else None
    days = span(carried) if is_day(carried) else None
    if told is None or days is None or days[0] >= told[0] or ctx.tense != "past" or ctx.looks_back():
        return False
    next_one = carried.replace(carried[:4], f"{int(carried[:4]) + 1:04d}", 1)
    return is_day(next_one) and distance(told, first_day(next_one)) * BACK_IN_YEAR < distance(told, days[0])


#: Days back that news names without their year in the year before its own.
RECENT = 120
#: ... and those that it rather names than an earlier day of a story's year.
THIS_SEASON = 183
#: Days back that news tells of without their year, whatever month of another year it named before.
LATELY = 31
#: How much further away a day of another year counts that an entry of a chronology names without it, and the days within
#: which it does not ("January 5" in an entry of December 30).
OTHER_YEAR, NEAR = 6.0, 60
#: Days that a text may be dated before the last that it tells of ("Joint statement, March 19": "left on 20 March").
DATED_EARLY = 1
#: How much nearer a day must be that a story goes back to than one that it goes on to (and the other way round where
#: the sentence tells what had been before).
BACK_IN_STORY = 4
#: ... and than the day of that name in the year that the sentence names.
BACK_IN_YEAR = 1.5


def _in_story(ctx: Context, meaning: Meaning, found: Meaning) -> Meaning:
    """What goes on from a day that the story has reached in a year that is over ("In May 2022 they applied. ... On 28 June"),
    where it was `found` ahead, or well back in another year than the document's, where news names the year."""
    story, written = ctx.story, ctx.reference
    days = span(found.value) if written else None
    here = days is not None and written is not None and days[0] <= written
    if story is None or (written is not None and days is None):
        return found
    if here and days and (of_the_month := _in_month_told(ctx, meaning.value, days)):
        return replace(meaning, value=of_the_month, how=f"in the month {of_the_month[:7]}, which the story has reached")
    beside = here and ctx.story_beside()
    held = beside or ctx.story_goes_on
    recent = LATELY if held else RECENT  # "In May 2021 they met, and on 4 July": not this July
    recent = 0 if ctx.story_goes_on and not ctx.counts_from_today else recent
    this_year = days is not None and written is not None and days[0].year == written.year and not held
    if days and written and not here and not held and (days[0] - written).days <= DATED_EARLY:
        return found
    if here and days and written and (this_year or (written - days[1]).days <= recent):
        return found
    if here and not held and ctx.counts_from_today and ctx.told_before():
        # "took effect on January 16, 2016. Trump had waived sanctions in October": before the news
        return replace(found, ends_story=True)
    reached, before = story, ctx.told_before() and ctx.tense == "past"  # not "had been planned for Dec. 28"
    last = ctx.last.meaning if ctx.last_beside() else None
    if last and granularity(last.value) in ("M", "D", "T") and (told := span(last.value)):
        # "had opened on 20 November and was shut on 4 February": from November
        reached, before = told[0], ctx.beside_had()
    elif not before and (since := _gone_back_to(ctx, story)) is not None:
        reached = since  # "on 29 August 2023 he flew ... since the war began on 15 April of that year. On 16 April"
    around = _in_years_around(reached, meaning.value, 1)
    # "left on December 22, and the embassy was closed on January 2": of the year after the story's, though that is the document's
    over = [
        (value, then)
        for value, then in around
        if written is None
        or then[1].year < written.year
        or (held and story.year + 1 == written.year and then[1] <= written and then[0] >= story)
    ]
    if not over:
        return found
    value, _ = min(
        over, key=lambda each: distance(each[1], reached) * (BACK_IN_STORY if (each[1][1] < reached) != before else 1)
    )
    gone_back = (span(value) or (reached, reached))[1] < reached and not before
    if gone_back and here and days and written and (written - days[1]).days <= THIS_SEASON and not beside:
        return found  # "the pact of December 2015 is stuck. In September he seized a port"
    return replace(meaning, value=value, how=f"goes on from {reached}, which the story has reached")


def _gone_back_to(ctx: Context, story: date) -> date | None:
    """The day just told, where that is an earlier one of the year that a story has reached."""
    last = ctx.last.meaning if ctx.last.near else None
    told = span(last.value) if last and is_day(last.value) else None
    return told[0] if told and told[0].year == story.year and told[0] < story else None


def _in_month_told(ctx: Context, value: str, days: tuple[date, date]) -> str | None:
    """The day of a month that was told just before, with its year, and is over ("In August 2008 he ... on August 12"),
    unless the document is a dispatch, and but weeks older than the day of that name found for it."""
    last = ctx.last.meaning if ctx.last.near else None  # "came in January 2009. It ended on Jan. 19"
    told = ctx.month_told or (last if last is not None and granularity(last.value) == "M" else None)
    if told is None or ctx.reference is None or days[0] != days[1]:
        return None
    same = value[4:7] == told.value[4:7] and len(value) > 7 and int(told.value[:4]) < ctx.reference.year
    lately = (ctx.counts_from_today or told != ctx.month_told) and (ctx.reference - days[1]).days <= LATELY
    return value.replace("XXXX", told.value[:4]) if same and not lately else None


def _is_tomorrow(reference: date, value: str) -> bool:
    return value.endswith(f"-{reference.isoweekday() % 7 + 1}")


def resolve_weekday(reference: date, meaning: Meaning, said: str | None, why: str) -> Meaning:
    found = re.match(r"XXXX-WXX-(\d)", meaning.value)
    if not found:
        return meaning
    back = (reference.isoweekday() - int(found[1])) % 7
    ahead = (int(found[1]) - reference.isoweekday()) % 7
    if said == "either":
        said = "future" if ahead < back else "past"
    day = reference + timedelta(days=ahead) if said == "future" else reference - timedelta(days=back)
    side = "after" if said == "future" else "before"
    how = f"the {day:%A} on or {side} the document date {reference}{why}"
    other = reference - timedelta(days=back) if said == "future" else reference + timedelta(days=ahead)
    rest = meaning.value[found.end() :]
    rival = other.isoformat() + rest if other != day else None
    return replace(meaning, value=day.isoformat() + rest, how=how, rival=rival)


def _resolve_year(ctx: Context, meaning: Meaning, direction: str | None, why: str) -> Meaning:
    reference = ctx.reference
    assert reference
    candidates = _in_years_around(reference, meaning.value, 1) or _in_years_around(reference, meaning.value, 8)
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
        far = OTHER_YEAR if ctx.in_entry else 1.0
        value, chosen = min(
            candidates,
            key=lambda c: (
                surprise(ctx, c[1], unit)
                * (far if c[1][0].year != reference.year and distance(c[1], reference) > NEAR else 1.0)
            ),
        )
        how = f"the one nearest to the document date {reference}{why}"
        over = (v for v, days in reversed(candidates) if chosen[0] > reference > days[1])
        return replace(meaning, value=value, how=how, rival=next(over, None))
    return replace(meaning, value=value, how=how)


def _in_years_around(reference: date, value: str, reach: int) -> list[tuple[str, tuple[date, date]]]:
    """The value with its days in each year up to `reach` from that of `reference`, where it exists (29 February)."""
    found = []
    for year in range(max(reference.year - reach, 1), min(reference.year + reach, 9998) + 1):
        dated = value.replace("XXXX", f"{year:04d}")
        if is_day(dated) and (days := span(dated)):
            found.append((dated, days))
    return found


_COARSE = {"M": 16.0, "S": 9.0, "Q": 5.0, "H": 5.0}
#: How much further away a date on the other side of a tense may be before it is preferred, by granularity. Fitted on the
#: training part of TempEval-3: a day is nearly always the nearest one (told as past, up to some six weeks ahead), a
#: quarter follows its verb.
AGAINST_TENSE = {"past": {"D": 7.0, "T": 7.0, **_COARSE}, "future": {"D": 3.0, "T": 3.0, **_COARSE}}

#: The same for what lies ahead where no tense is told: news looks back more than ahead, and its figures are of quarters
#: that are over.
UNTOLD = {"Q": 5.0, "H": 5.0}


#: A sign of tense this many words away stands beside the time, and its weight is multiplied: "met on May 3" was,
#: but for a day that a text may be dated early; what was "scheduled for May 3" may be over.
BESIDE = 1
CLEARLY = {"past": 50.0, "future": 6.0}


def surprise(ctx: Context, days: tuple[date, date], unit: str) -> float:
    """How far a date lies from the document date, weighted where it lies on the wrong side of it for the tense, and more where
    the sign of that stands right beside ("signed in April") or surely governs the time."""
    assert ctx.reference
    far = distance(days, ctx.reference)
    tense, words = ctx.tense, ctx.tense_distance
    if tense is None and days[0] > ctx.reference:
        return far * UNTOLD.get(unit, 2.0)
    past = tense == "past" and (days[0] - ctx.reference).days > ctx.margin
    if not past and not (tense == "future" and (ctx.reference - days[1]).days > ctx.margin):
        return far
    return far * AGAINST_TENSE[str(tense)].get(unit, 2.0) * (CLEARLY[str(tense)] if words <= BESIDE else 1.0)
