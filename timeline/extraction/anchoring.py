"""Drafts of one document that are counted from an event -> dated drafts: "three weeks after the summit", "soon after".

An event word is looked for among the drafts told before (the nearest one with that word, or one that may be called so),
then among the known one-off events, if the text supports their parties or place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from timeline.calendar_time.durations import counted_from, exactly
from timeline.calendar_time.values import DAY, duration_in_words, granularity, shift_day
from timeline.extraction.drafts import Anchor, Draft, Reach
from timeline.knowledge import Knowledge, KnownEvent
from timeline.lang.lexicon import Lexicon
from timeline.model import ActorMention, DocumentDate
from timeline.parsing.grammar import NOMINAL

if TYPE_CHECKING:
    from spacy.tokens import Token


def settle(
    drafts: Sequence[Draft],
    lexicon: Lexicon,
    knowledge: Knowledge,
    actors: Sequence[ActorMention],
    document_date: DocumentDate | None,
) -> tuple[list[Draft], list[Draft]]:
    """(drafts with a date, drafts whose event was not found), each in the order of the text."""
    ordered = sorted(drafts, key=lambda draft: draft.offset)
    dated: dict[int, Draft] = {}
    lost: list[Draft] = []
    for _ in range(2):  # an anchor may itself be anchored
        lost = []
        for number, draft in enumerate(ordered):
            if number in dated:
                continue
            anchor = draft.anchor
            if anchor is None or draft.earliest or draft.latest:
                dated[number] = draft
                continue
            base = _beside(draft, anchor, ordered)
            base = base or _event_told(draft, anchor, [dated[n] for n in sorted(dated)], actors, knowledge, lexicon)
            if base is None and anchor.or_today and document_date is not None:
                base = Base(document_date.earliest, document_date.latest, "the document date")
            if base is None:
                lost.append(draft)
                continue
            counted = _counted(draft, anchor, base, lexicon, document_date)
            if _reaches_ahead(draft, anchor, counted, document_date):
                lost.append(draft)  # the event found cannot be the one that is meant
                continue
            dated[number] = replace(counted, based_on=base.offset)
    return [dated[number] for number in sorted(dated)], lost


Days = tuple[date, date]
_COARSE = ("W", "M", "Q", "Y")  # units of time that an act does not fill


@dataclass(frozen=True)
class Base:
    """What is counted from: its first and last day, its name, and where it is told; `open` where it was on some of its
    days and not on all of them."""

    first: date
    last: date
    name: str
    offset: int | None = None
    open: bool = False

    @property
    def days(self) -> Days:
        return self.first, self.last


def _base(draft: Draft | None) -> Base | None:
    earliest = (draft.earliest or draft.latest) if draft else None
    latest = (draft.latest or draft.earliest) if draft else None
    if draft is None or earliest is None or latest is None:
        return None
    if draft.status == "ongoing" and draft.time is not None and draft.time.latest == earliest:
        latest = earliest  # "has ruled since July 28, two days after his guards rose up": from when it began
    # counted, or told by its month alone: it was on one of those days, nobody knows which
    by_month = draft.time is not None and granularity(draft.time.value) in _COARSE and draft.status != "ongoing"
    open_ = earliest != latest and (draft.anchor is not None or by_month)
    return Base(earliest, latest, _called(draft), draft.offset, open_)


def _beside(draft: Draft, anchor: Anchor, ordered: Sequence[Draft]) -> Base | None:
    """The event that is counted from where the sentence itself dates it: "had not met since an encounter on June 30"."""
    word = anchor.word
    here = [o for o in ordered if word is not None and o.sentence == draft.sentence and o.trigger.i == word.i]
    here = [o for o in here if o is not draft and o.anchor is None]
    before = [o for o in here if o.time and draft.time and o.time.end <= draft.time.start]
    # "met in March 2021 and again on March 3 this year, a week after": from the day told last
    last = max(before, key=lambda o: o.time.end if o.time else 0, default=None)
    return _base(last or next(iter(here), None))


def _event_told(
    draft: Draft,
    anchor: Anchor,
    told: Sequence[Draft],
    actors: Sequence[ActorMention],
    knowledge: Knowledge,
    lexicon: Lexicon,
) -> Base | None:
    before = [other for other in told if other.offset < draft.offset and (other.earliest or other.latest)]
    same = _by_word(draft, anchor.word, told, lexicon) if anchor.word is not None else []
    if anchor.word is None or (anchor.or_last and not same):
        # nothing was "hours after" what has not come yet
        over = [o for o in before if draft.status != "occurred" or o.status in ("occurred", "ongoing")]
        if "T" in (anchor.value or ""):  # "hours earlier": than what has a day
            over = [o for o in over if o.earliest == o.latest] or over
        last = _in_the_story(over)
        return None if last is None or draft.sentence.paragraph - last.sentence.paragraph > 1 else _base(last)
    exact = [o for o in same if o.sentence == draft.sentence and anchor.word.i in (o.trigger.i, o.clause.i)]
    if exact:
        return _base(exact[0])
    behind = [o for o in same if o.offset < draft.offset]
    if behind and anchor.reach == "within" and anchor.or_last:
        # what is welcomed within hours is the latest of its kind
        return _base(max(behind, key=lambda o: (o.latest or date.min, o.offset)))
    if same:
        return _base(behind[-1] if behind else same[0])
    known = known_event(_name_around(anchor), actors, knowledge, draft.time.latest if draft.time else None)
    return Base(known.start, known.end, f"“{known.name}”") if known else None


def _in_the_story(over: Sequence[Draft]) -> Draft | None:
    """The event told last, but for what only an aside looks back to: "met on May 9. The topic was the pact, reached on Feb. 2.
    Ten days later" is after the meeting."""
    last = over[-1] if over else None
    if last is None or not (last.clause.dep_ == "acl" or last.trigger.dep_ == "pobj"):
        return last
    main = next((other for other in reversed(over) if other.sentence != last.sentence), None)
    back = main is not None and main.earliest and last.latest and last.latest < main.earliest
    return main if main is not None and back and main.clause.dep_ != "acl" else last


def _by_word(draft: Draft, word: Token, told: Sequence[Draft], lexicon: Lexicon) -> list[Draft]:
    """The events told that have a word, or one that means the same."""
    lemma = word.lemma_.lower()
    alike = next((set(group) for group in lexicon.tables["time"]["alike"] if lemma in group), {lemma})
    # "fighting began on April 15, four days after": from the fighting
    here = [o for o in told if o.sentence == draft.sentence and o.clause.i == word.i]
    same = [o for o in told if lemma in (o.trigger.lemma_.lower(), _about(o))] or here
    same = same or [o for o in told if _is_done_at(o, lemma, lexicon)]
    told = [o for o in told if not _is_of_itself(draft, o)]
    same = same or [o for o in told if _about(o) in alike or _done_to(o) in alike]
    same = same or [o for o in told if o.trigger.lemma_.lower() in alike or _same_stem(o.trigger.lemma_.lower(), lemma)]
    kind = lexicon.nouns.get(lemma)
    # "the day after the attack", of gunmen who killed 26 people; but not "the attack in Lima"
    bare = all(child.dep_ == "det" for child in word.children)
    if not same and bare and kind in lexicon.cast["hostile"]:
        same = [o for o in told if o.type == kind and o.offset < draft.offset]
    same = [o for o in same if o is not draft and (o.earliest or o.latest)]
    if draft.status in ("occurred", "denied"):  # what happened was not counted from what is only speculated
        same = [o for o in same if o.status != "speculated"]
    return same


def _is_done_at(draft: Draft, event: str, lexicon: Lexicon) -> bool:
    """Whether what a draft tells was done at an event of that word: "raised it with Modi at the summit last week"."""
    words = (word for word in draft.trigger.subtree if word.dep_ == "pobj" and word.lemma_.lower() == event)
    at = lexicon.cast["occasions"] | (
        lexicon.cast["purpose"] if draft.type == "CONSULT" else frozenset()
    )  # "gather for a meeting"
    return any(word.head.lower_ in at for word in words)


def _is_of_itself(draft: Draft, other: Draft) -> bool:
    """Whether another draft tells of what this one is about: "talks, which began in 2010, broke down before the summit"."""
    same = draft.sentence == other.sentence and draft.subject is not None
    return same and draft.subject in (other.trigger, other.subject)


def _about(draft: Draft) -> str:
    """What an event tells of: the talks in "talks broke down"."""
    return draft.subject.lemma_.lower() if draft.subject is not None and draft.subject.pos_ in NOMINAL else ""


def _done_to(draft: Draft) -> str:
    """What an event is done to: the agreement in "signed an agreement"."""
    return next((child.lemma_.lower() for child in draft.trigger.children if child.dep_ == "dobj"), "")


def _same_stem(one: str, other: str) -> bool:
    """Whether a verb and a noun are one word's forms: "bomb" and "bombing", "invade" and "invasion"."""
    shortest = min(len(one), len(other))
    shared = next((n for n in range(shortest) if one[n] != other[n]), shortest)
    return shared >= max(4, shortest - 2)


def _called(draft: Draft) -> str:
    """What an explanation calls an event that another is counted from."""
    return "the deadline" if draft.status == "deadline" else f"“{draft.trigger.text}”"


def _name_around(anchor: Anchor) -> str:
    assert anchor.word is not None
    words = [token for token in anchor.word.subtree if token.i <= anchor.word.i and token.dep_ != "det"]
    return " ".join(token.text for token in words).lower()


def known_event(name: str, actors: Sequence[ActorMention], knowledge: Knowledge, on: date | None) -> KnownEvent | None:
    """The one-off event of that name, if the text names a party or its place; None where several would do."""
    named = {mention.country for mention in actors} | {mention.id for mention in actors}
    options = [
        event
        for event in knowledge.events.get(name, ())
        if (set(event.parties) & named or event.place in {m.name for m in actors}) and (on is None or event.start <= on)
    ]
    return options[0] if len(options) == 1 else None


def _counted(draft: Draft, anchor: Anchor, base: Base, lexicon: Lexicon, document_date: DocumentDate | None) -> Draft:
    """The draft dated from its anchor's days."""
    first, last, name = base.first, base.last, base.name
    today = document_date.latest if document_date else None
    when = f"{first}" if first == last else f"{first} to {last}"
    sign = -1 if anchor.relation == "before" else 1
    if anchor.value and (days := counted_from(base.days, anchor.value, sign)):
        how = f"{_SAID[anchor.reach]}{duration_in_words(anchor.value)} {anchor.relation} {name} ({when})"
        days = _reached(anchor, base.days, days, sign)
        if anchor.reach != "at" and today and draft.status == "occurred":
            days = days[0], max(days[0], min(days[1], today))
        return _fitted(replace(draft, earliest=days[0], latest=days[1], how=how), today)
    if anchor.relation == "since":
        ongoing = draft.clause.tag_ != "VBD" and draft.status in ("occurred", "ongoing")
        how = f"since {name} ({when}), up to the document date"
        return replace(
            draft, earliest=first, latest=max(today, first) if today else None, how=how,
            status="ongoing" if ongoing else draft.status,
        )  # fmt: skip
    reach = _reach(anchor, lexicon)
    if anchor.relation == "before":
        earliest = _away(first, reach, -1) if reach else None
        how = f"{_vaguely(anchor)} before {name} ({when}){_read_as(reach)}".strip()
        return replace(draft, earliest=earliest, latest=last if base.open else first, how=how)
    end = today if today and draft.status in ("occurred", "ongoing") and today >= last else None
    if reach:
        end = min(_away(last, reach, 1), end or date.max)
    how = f"{_vaguely(anchor)} after {name} ({when}){_read_as(reach)}".strip()
    return _fitted(replace(draft, earliest=first if base.open else last, latest=end, how=how), today)


_SAID: dict[Reach, str] = {
    "at": "",
    "within": "at most ",
    "nearly": "nearly ",
    "about": "about ",
    "beyond": "more than ",
    "through": "in the ",
}


def _reached(anchor: Anchor, base: Days, end: Days, sign: int) -> Days:
    """The days that a distance leaves open: `end` lies at it from `base`, on the side of `sign`."""
    near, other = base if sign > 0 else (base[1], base[0])
    far = end[1] if sign > 0 else end[0]
    # told to the day: "nearly four years" are less than four, counted from the near and from the far end of `base`
    inner, outer = (exactly(day, anchor.value or "", sign) or far for day in (near, other))
    eighth = max(abs(inner - near) // 8, DAY)
    match anchor.reach:
        case "within":
            edges = near, outer
        case "through":  # "the day after" is one day, and not the event's own
            edges = other + sign * DAY, far
        case "nearly":
            edges = inner - sign * eighth, outer
        case "about":
            edges = end[0] - eighth, end[1] + eighth
            edges = (max(edges[0], base[0]), edges[1]) if sign > 0 else (edges[0], min(edges[1], base[1]))
        case "beyond":  # "more than two weeks" is less than three
            edges = inner, _away(outer, f"P1{(anchor.value or '')[-1]}", sign)
        case "at":
            edges = end
    return min(edges), max(edges)


def _reach(anchor: Anchor, lexicon: Lexicon) -> str | None:
    """How far a vague distance reaches at most: "soon after", "weeks before"; None where nothing bounds it."""
    return str(lexicon.tables["time"]["soon"]) if anchor.soon else lexicon.reach(anchor.value or "")


def _vaguely(anchor: Anchor) -> str:
    return "soon" if anchor.soon else duration_in_words(anchor.value) if anchor.value else ""


def _read_as(reach: str | None) -> str:
    return f", read as within {duration_in_words(reach)}" if reach else ""


def _away(day: date, duration: str, sign: int) -> date:
    return shift_day(day, sign * int(duration[1:-1]), duration[-1])


def _reaches_ahead(draft: Draft, anchor: Anchor, counted: Draft, document_date: DocumentDate | None) -> bool:
    """Whether something told as past, counted by a distance, would lie after the document's date."""
    if document_date is None or draft.clause.tag_ != "VBD" or draft.status != "occurred":
        return False
    day = counted.latest if anchor.value else counted.earliest if anchor.soon else None
    return day is not None and day > document_date.latest


def _fitted(draft: Draft, today: date | None) -> Draft:
    if today and draft.status == "occurred" and draft.earliest and draft.earliest > today:
        return replace(draft, status="scheduled")
    return draft
