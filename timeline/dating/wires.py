"""The year of a wire report whose dateline names only a day ("SEOUL, April 29 (Yonhap) --"): the one year in which
whom the text calls a president or minister held that office on the day, its first weekday was then, and known events that it
tells of by their day were lately. Where it names nobody so, the last day that it tells with its year was but weeks before.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from timeline.calendar_time.values import DAY
from timeline.knowledge import Knowledge
from timeline.knowledge.loader import Entity, family_name
from timeline.lang import TimexPack
from timeline.model import ActorMention, DocumentDate, TimeExpression
from timeline.tagging.known_days import known_days
from timeline.tagging.tense import tense_around
from timeline.text.datelines import HEAD, is_dateline

_LEAD = 400  # characters behind the dateline that hold the weekday on which something is told to have happened
_COUNTRY = 4  # words of a country behind an office, with what joins it
_TITLE = 40  # characters of the title before a name
_NEAR = 60 * DAY  # how long ago the last day told with its year may be in a wire that names nobody by his office
_YEAR = 366 * DAY  # how long ago a day may be that is told as past without its year
_LATELY = 1  # days before the dateline's own of which a wire tells by their weekday


def dateline_day(text: str, timexes: Sequence[TimeExpression]) -> tuple[TimeExpression, int, int] | None:
    """The expression of a dateline without a year at the top of a text, and its month and day."""
    for time in timexes:
        if time.end > HEAD:
            break
        day = re.fullmatch(r"XXXX-(\d\d)-(\d\d)", time.value)
        if day is not None and is_dateline(text, time.start, time.end):
            return time, int(day[1]), int(day[2])
    return None


def dated_by_offices(
    text: str,
    timexes: Sequence[TimeExpression],
    actors: Sequence[ActorMention],
    knowledge: Knowledge,
    pack: TimexPack,
    former: Collection[str],
) -> DocumentDate | None:
    """The day of the dateline in the only year that offices, weekday and the years told as past allow; None where there
    are several or none. Behind a word of `former` ("then Prime Minister") an office is over."""
    if (told := dateline_day(text, timexes)) is None:
        return None
    time, month, day = told
    terms = dict(_holders(text, actors, knowledge, frozenset(former)))
    told_past, weekday = [*_told_as_past(text, timexes, pack)], _weekday(text, time, timexes, pack)
    if not terms and (weekday is None or not told_past):
        return None
    first = max((min(term.since for term in spans if term.since) for spans in terms.values()), default=date.min)
    past = max([first, *told_past])
    known = max(each.since for family in knowledge.families.values() for each in family if each.since)
    events = [event for _, event in known_days(text, timexes, actors, knowledge, pack)]
    years = range(first.year, known.year + 2)
    days = [found for year in years if (found := _day(year, month, day)) is not None and past <= found < known + _YEAR]
    days = [day for day in days if all(any(_held(term, day) for term in spans) for spans in terms.values())]
    days = [day for day in days if all(event.start <= day < event.start + _YEAR for event in events)]
    if weekday is not None:
        days = [day for day in days if (day.isoweekday() - weekday[1]) % 7 <= _LATELY]
    sure = [day for day in days if day <= known]
    days = days if weekday is not None and weekday[2] and not sure else sure
    if not terms:  # "the agreement reached on March 10, 2023", in a wire of April 6
        days = [day for day in days if day - past <= _NEAR]
    if len(days) != 1:
        return None
    clues = [f"{', '.join(terms)} held office"] if terms else [f"{past} was but weeks ago"]
    clues += [f"“{weekday[0]}” was that day or the day before"] if weekday is not None else []
    clues += [f"the {events[-1].name} ({events[-1].start}) was less than a year ago"] if events else []
    why = f"it was in {days[0].year} alone that {', and '.join(clues)}"
    return DocumentDate(days[0], days[0], "inferred", f"the dateline says “{time.text}”; {why}")


def _holders(
    text: str, actors: Sequence[ActorMention], knowledge: Knowledge, former: frozenset[str]
) -> Iterator[tuple[str, list[Entity]]]:
    """Whom the text calls by an office of the tables, as it does, and the terms in which that was so."""
    for mention in actors:
        if mention.kind != "person":
            continue
        before = [word.rstrip(",") for word in text[max(0, mention.start - _TITLE) : mention.start].split()]
        family = family_name(mention.name, mention.country)
        whole = " " in text[mention.start : mention.end]
        terms = [
            each
            for each in knowledge.families.get(family, ())
            if each.since and (each.id == mention.id or not whole) and _is_called(before, each, knowledge)
        ]
        if terms and former.isdisjoint(word.lower() for word in before):
            yield f"{terms[0].office} {terms[0].name}", terms


def _is_called(words: Sequence[str], term: Entity, knowledge: Knowledge) -> bool:
    """Whether words end with an office, alone or with its country behind it: "Prime Minister of Armenia"."""
    office = term.office.lower().split()
    for behind in range(_COUNTRY + 1):
        ahead, rest = words[: len(words) - behind], words[len(words) - behind :]
        names = (knowledge.names.get(" ".join(rest[at:])) for at in range(1, len(rest)))
        own = not rest or any(name is not None and name.country == term.country for name in names)
        if office and own and [word.lower() for word in ahead[-len(office) :]] == office:
            return True
    return False


def _held(term: Entity, day: date) -> bool:
    return term.since is not None and term.since <= day and (term.until is None or day <= term.until)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _told_as_past(text: str, timexes: Sequence[TimeExpression], pack: TimexPack) -> Iterator[date]:
    """The days that the text names with their year, or as of one, and tells as past."""
    for time in timexes:
        if time.earliest and time.type == "DATE" and tense_around(text, time.start, time.end, pack)[0] == "past":
            yield time.earliest


def _weekday(
    text: str, dateline: TimeExpression, timexes: Sequence[TimeExpression], pack: TimexPack
) -> tuple[str, int, bool] | None:
    """The first weekday behind the dateline on which somebody said something, which a wire reports on its day or the next, else
    that on which something happened in its lead: its text, its ISO number, and whether it was said then."""
    first = None
    for time in timexes:
        named = re.match(r"XXXX-WXX-(\d)", time.value)
        if not named or time.start < dateline.end or " " in time.text:  # not "last Friday"
            continue
        tense, sign, _ = tense_around(text, time.start, time.end, pack)
        if tense == "past" and sign in pack.tense["saying"]:
            return time.text, int(named[1]), True
        if tense == "past" and first is None and time.start < dateline.end + _LEAD:
            first = time.text, int(named[1]), False
    return first
