"""Days without their year that are those of known events: "Trump, who met Kim in Singapore on June 12"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from functools import lru_cache

from timeline.calendar_time.values import DAY
from timeline.knowledge import Knowledge, KnownEvent
from timeline.lang import TimexPack
from timeline.model import ActorMention, DocumentDate, TimeExpression
from timeline.surroundings import says_year
from timeline.tense import sentence_around, tense_around

_DAYS = 7  # of a known event, at most
_NEWS = timedelta(days=14)  # what is told of a day as near as this to the document's is its news


def known_days(
    text: str, timexes: Sequence[TimeExpression], actors: Sequence[ActorMention], knowledge: Knowledge, pack: TimexPack
) -> Iterator[tuple[TimeExpression, KnownEvent]]:
    """The days that are told as past without their year, each with the known event that was then: one whose place the sentence
    names, and two of whose parties the text; or all of its parties but one the sentence, where it has no place."""
    by_day, all_named = _by_day(knowledge), {mention.country for mention in actors}
    for time in timexes:
        day = _month_day(time)
        if day not in by_day or tense_around(text, time.start, time.end, pack)[0] != "past":
            continue
        start, end = sentence_around(text, time.start, time.end, pack)
        named = {mention.country for mention in actors if start <= mention.start < end}
        for event in by_day[day]:
            parties = {*event.parties}
            there = event.place and event.place in text[start:end] and len(all_named & parties) > 1
            if there or (not event.place and len(named & parties) >= len(parties) - 1):
                yield time, event


def years_of(
    text: str,
    timexes: Sequence[TimeExpression],
    actors: Sequence[ActorMention],
    knowledge: Knowledge,
    pack: TimexPack,
    written: DocumentDate | None,
) -> dict[int, tuple[str, str]]:
    """By where it starts, the (value, why) of a day without its year that is that of one known event alone, and not read so."""
    found: dict[int, set[KnownEvent]] = {}
    values: dict[int, str] = {}
    for time, event in known_days(text, timexes, actors, knowledge, pack):
        value = f"{event.start.year:04d}-{_month_day(time)}"
        news = written is not None and time.earliest is not None and abs(time.earliest - written.latest) <= _NEWS
        if time.value != value and not news and (written is None or event.end <= written.latest):
            found.setdefault(time.start, set()).add(event)
            values[time.start] = value
    whose = {at: next(iter(events)) for at, events in found.items() if len(events) == 1}
    return {at: (values[at], f"the day of the {event.name}") for at, event in whose.items()}


@lru_cache(maxsize=8)
def _by_day(knowledge: Knowledge) -> Mapping[str, Sequence[KnownEvent]]:
    """The known events of two parties and more by month and day ("06-12"): of one year each, with a place or three parties."""
    found: dict[str, list[KnownEvent]] = {}
    for event in {id(event): event for events in knowledge.events.values() for event in events}.values():
        if len(event.parties) > (1 if event.place else 2) and event.start.year == event.end.year:
            for n in range(min((event.end - event.start).days, _DAYS) + 1):
                found.setdefault(f"{event.start + DAY * n:%m-%d}", []).append(event)
    return found


def _month_day(time: TimeExpression) -> str:
    """The month and day of a day that is told by them alone ("June 12"), else nothing."""
    day = re.fullmatch(r"(?:XXXX|\d{4})-(\d\d-\d\d)", time.value)
    return day[1] if day and re.search(r"\d", time.text) and not says_year(time.text) else ""
