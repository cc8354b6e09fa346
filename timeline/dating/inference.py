"""A document's date from what its text gives away: each clue narrows an interval, and is told to the reader.

An event of the tables that the text speaks of as past lies behind the document, one that it looks ahead to before it;
so do full dates and months, by their tense. "Less than a month ago" counts where it is said of that event's parties.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from timeline.calendar_time.values import DAY, month_span
from timeline.knowledge import Knowledge, KnownEvent
from timeline.lang import TimexPack, load_timex
from timeline.model import ActorMention, Document, DocumentDate, TimeExpression
from timeline.tagging.clauses import sentence_around
from timeline.tagging.tense import tense_around

#: Reads the text of a time expression as written on a day; None where it holds none.
Reread = Callable[[str, date], TimeExpression | None]

_WIDEST = 366  # days: an interval that is longer says too little to be called a date


@dataclass
class _Interval:
    """What is known so far of the document's day, and why."""

    earliest: date | None = None
    latest: date | None = None
    clues: list[str] = field(default_factory=list)

    def after(self, day: date, clue: str) -> None:
        if self.earliest is None or day > self.earliest:
            self.earliest = day
            self.clues.append(clue)

    def before(self, day: date, clue: str) -> None:
        if self.latest is None or day < self.latest:
            self.latest = day
            self.clues.append(clue)


def infer(
    document: Document,
    timexes: Sequence[TimeExpression],
    actors: Sequence[ActorMention],
    knowledge: Knowledge,
    reread: Reread,
) -> DocumentDate | None:
    """An interval of at most a year with its clues; None where they are too few or speak against one another.

    `timexes` were read without a document date; `reread` reads the text of one again, as written on a day.
    """
    pack, found = load_timex(document.language), _Interval()
    known = None
    for event, at in sorted(_known_events(document.text, actors, knowledge), key=lambda pair: pair[0].end):
        if tense_around(document.text, at, at + len(event.name), pack)[0] == "future":
            found.before(event.start, f"the text looks ahead to the {event.name} ({event.start})")
        else:
            known = event
            found.after(event.end, f"the text knows the {event.name} ({event.end})")
    if known is None and found.latest is None:
        return None
    for time in timexes:
        _by_full_date(time, document.text, pack, found)
    if known is not None:
        for time in timexes:
            if time.mod == "LESS_THAN" and (limit := _less_than(time, document.text, known, actors, pack, reread)):
                found.before(limit, f"“{time.text}” puts it before {limit}")
        for tense in ("future", "past"):  # what is told as past is the last of its name before what lies ahead
            for time in timexes:
                _by_month(time, tense, document.text, pack, found)
    if found.earliest is None or found.latest is None or not 0 <= (found.latest - found.earliest).days <= _WIDEST:
        return None
    return DocumentDate(found.earliest, found.latest, "inferred", "; ".join(found.clues))


def _known_events(text: str, actors: Sequence[ActorMention], knowledge: Knowledge) -> Iterator[tuple[KnownEvent, int]]:
    """The known events whose name, borne by no other, stands in the text with their parties; and where it does."""
    folded = text.lower()
    named = _parties(actors)
    for name, events in knowledge.events.items():
        if len(events) != 1 or name not in folded:
            continue
        supported = set(events[0].parties) & named
        if supported and len(supported) >= min(2, len(events[0].parties)):
            for place in re.finditer(rf"\b{re.escape(name)}\b", folded):
                yield events[0], place.start()


def _parties(actors: Collection[ActorMention]) -> set[str]:
    return {mention.country for mention in actors} | {mention.id for mention in actors}


def _less_than(
    time: TimeExpression,
    text: str,
    event: KnownEvent,
    actors: Sequence[ActorMention],
    pack: TimexPack,
    reread: Reread,
) -> date | None:
    """The last day on which the event was less than a duration ago, where the sentence names its parties."""
    start, end = sentence_around(text, time.start, time.end, pack)
    here = _parties([mention for mention in actors if start <= mention.start < end]) & set(event.parties)
    seen = reread(time.text, event.end)
    if seen is None or seen.earliest is None or len(here) < min(2, len(event.parties)):
        return None
    limit = event.end + (event.end - seen.earliest)  # months differ in length: step back to where it still holds
    while (seen := reread(time.text, limit)) and seen.earliest and seen.earliest > event.end:
        limit -= DAY
    return limit


def _by_full_date(time: TimeExpression, text: str, pack: TimexPack, found: _Interval) -> None:
    """A day that is named with its year lies behind the document or ahead of it, as its clause is told."""
    if time.earliest is None or time.earliest != time.latest or not re.search(r"(?<!\d)\d{4}(?!\d)", time.text):
        return
    tense = tense_around(text, time.start, time.end, pack)[0]
    if tense == "past":
        found.after(time.earliest, f"“{time.text}” is told as past")
    elif tense == "future":
        found.before(time.earliest, f"“{time.text}” is still ahead")


def _by_month(time: TimeExpression, tense: str, text: str, pack: TimexPack, found: _Interval) -> None:
    """A month without its year: the next one where the text looks ahead, the last one where it is told as past."""
    month = re.fullmatch(r"XXXX-(\d\d)", time.value)
    if not month or found.earliest is None or tense_around(text, time.start, time.end, pack)[0] != tense:
        return
    number = int(month[1])
    if tense == "future":
        year = found.earliest.year + (number < found.earliest.month)
        last = month_span(year, number, 1)[1]
        found.before(last, f"“{time.text}” is still ahead: {year}-{number:02d}")
    elif found.latest is not None:
        year = found.latest.year - (number > found.latest.month)
        first = month_span(year, number, 1)[0]
        found.after(first, f"“{time.text}” is told as past: {year}-{number:02d}")
