"""Days without their year that are those of known events ("Trump, who met Kim in Singapore on June 12") and of the beginnings of
terms ("Abiy, who took office on 2 April")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from functools import lru_cache

from timeline.calendar_time.values import DAY
from timeline.knowledge import Knowledge, KnownEvent
from timeline.lang import TimexPack
from timeline.model import ActorMention, DocumentDate, TimeExpression
from timeline.tagging.clauses import sentence_around
from timeline.tagging.surroundings import says_year
from timeline.tagging.tense import tense_around

_DAYS = 7  # of a known event, at most
_NEWS = timedelta(days=14)  # what is told of a day as near as this to the document's is its news


def known_days(
    text: str, timexes: Sequence[TimeExpression], actors: Sequence[ActorMention], knowledge: Knowledge, pack: TimexPack
) -> Iterator[tuple[TimeExpression, KnownEvent]]:
    """The days that are told as past without their year, each with the known event that was then: one whose place the sentence
    names, and two of whose parties the text; or all of its parties but one the sentence, where it has no place; or that on which
    somebody whom the sentence names took his office. None where they are of several years."""
    by_day, terms = _by_day(knowledge), _terms_by_day(knowledge)
    all_named = {mention.country for mention in actors}
    for time in timexes:
        day = _month_day(time)
        if day not in by_day and day not in terms:
            continue
        if tense_around(text, time.start, time.end, pack)[0] != "past":
            continue
        start, end = sentence_around(text, time.start, time.end, pack)
        near = [mention for mention in actors if start <= mention.start < end]
        named, taker = {mention.country for mention in near}, _taker(text, time, near)
        begins = not pack.tense["inaugural"].isdisjoint(re.findall(r"\w+", text[start:end].lower()))
        found = [event for who, event in terms.get(day, ()) if begins and who == taker]
        for event in by_day.get(day, ()):
            parties = {*event.parties}
            there = event.place and event.place in text[start:end] and len(all_named & parties) > 1
            if there or (not event.place and len(named & parties) >= len(parties) - 1):
                found.append(event)
        if len({event.start.year for event in found}) == 1:
            yield time, found[0]


def _taker(text: str, time: TimeExpression, near: Sequence[ActorMention]) -> str:
    """Who may have taken an office on a day: the person named last before it in its sentence, else the one right behind it ("On
    January 20, President Biden took office")."""
    people = [mention for mention in near if mention.kind == "person"]
    before = [mention.id for mention in people if mention.end <= time.start]
    between = ((m.id, text[time.end : m.start].lstrip(" ,").split()) for m in people if m.start >= time.end)
    behind = [who for who, titles in between if all(word[:1].isupper() for word in titles)]
    return (before[-1:] or behind[:1] or [""])[0]


def years_of(
    text: str,
    timexes: Sequence[TimeExpression],
    actors: Sequence[ActorMention],
    knowledge: Knowledge,
    pack: TimexPack,
    written: DocumentDate | None,
) -> dict[int, tuple[str, str]]:
    """By where it starts, the (value, why) of a day without its year that is that of a known event, and was not read so."""
    found: dict[int, tuple[str, str]] = {}
    for time, event in known_days(text, timexes, actors, knowledge, pack):
        value = f"{event.start.year:04d}-{_month_day(time)}"
        news = written is not None and time.earliest is not None and abs(time.earliest - written.latest) <= _NEWS
        if time.value != value and not news and (written is None or event.end <= written.latest):
            found[time.start] = value, f"the day of the {event.name}"
    return found


@lru_cache(maxsize=8)
def _by_day(knowledge: Knowledge) -> Mapping[str, Sequence[KnownEvent]]:
    """The known events of two parties and more by month and day ("06-12"): of one year each, with a place or three parties."""
    found: dict[str, list[KnownEvent]] = {}
    for event in {id(event): event for events in knowledge.events.values() for event in events}.values():
        if len(event.parties) > (1 if event.place else 2) and event.start.year == event.end.year:
            for n in range(min((event.end - event.start).days, _DAYS) + 1):
                found.setdefault(f"{event.start + DAY * n:%m-%d}", []).append(event)
    return found


@lru_cache(maxsize=8)
def _terms_by_day(knowledge: Knowledge) -> Mapping[str, Sequence[tuple[str, KnownEvent]]]:
    """The beginnings of the terms of known people, by month and day, with whose it was."""
    found: dict[str, list[tuple[str, KnownEvent]]] = {}
    for term in (term for family in knowledge.families.values() for term in family):
        if term.since is not None:
            begun = KnownEvent(f"beginning of {term.name}'s term", term.since, term.since, "", ())
            found.setdefault(f"{term.since:%m-%d}", []).append((term.id, begun))
    return found


def _month_day(time: TimeExpression) -> str:
    """The month and day of a day that is told by them alone ("June 12"), else nothing."""
    day = re.fullmatch(r"(?:XXXX|\d{4})-(\d\d-\d\d)", time.value)
    return day[1] if day and re.search(r"\d", time.text) and not says_year(time.text) else ""
