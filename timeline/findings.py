"""What a draft becomes for a reader: an `Event` with its evidence, or an `Undated` that says what it needs."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from timeline.calendar_time.edtf import interval_edtf
from timeline.extraction.drafts import Draft
from timeline.lang.lexicon import Lexicon
from timeline.model import ActorMention, Document, Event, Evidence, Participant, Place, Undated
from timeline.titles.title import title_of


def event_of(draft: Draft, document: Document, lexicon: Lexicon, identities: Mapping[int, str]) -> Event:
    """An event of one document, with its evidence; `identities` has those of the others, by where they stand."""
    sentence, quote = draft.sentence, document.text[draft.sentence.start : draft.sentence.end]
    participants = tuple(_participant(mention, role) for mention, role in draft.actors)
    place = (
        Place(draft.place.name, draft.place.id, "place" if draft.place.capital else draft.place.kind)
        if draft.place
        else None
    )
    confidence = 1.0
    for _, part in draft.sureness:
        confidence *= part
    evidence = Evidence(
        document=document.id,
        start=sentence.start,
        end=sentence.end,
        trigger_start=draft.offset,
        trigger_end=draft.offset + len(draft.trigger),
        quote=quote,
        status=draft.status,
        time=draft.time,
        said_by=draft.said_by,
        published=document.date.latest if document.date else None,
        explanation=draft.how,
    )
    return Event(
        id=identity(document.id, draft),
        title=title_of(draft, lexicon),
        type=draft.type,
        earliest=draft.earliest,
        latest=draft.latest,
        edtf=interval_edtf(draft.earliest, draft.latest),
        status=draft.status,
        recurrence=draft.recurrence,
        participants=participants,
        place=place,
        evidence=(evidence,),
        confidence=round(confidence, 3),
        confidence_parts=draft.sureness,
        explanation=draft.how,
        anchor=_anchored_to(draft, identities),
    )


def _participant(mention: ActorMention, role: str) -> Participant:
    identity, name = (mention.country, mention.name) if mention.capital else (mention.id, mention.name)
    kind = "government" if mention.capital else mention.kind
    return Participant(name, identity, kind, role if not mention.country else f"{role}:{mention.country}")


def _anchored_to(draft: Draft, identities: Mapping[int, str]) -> str | None:
    """What the date is counted from: "after <event id>", or the word where it is a known event outside the text."""
    if draft.anchor is None:
        return None
    if draft.based_on is not None and draft.based_on in identities:
        return f"{draft.anchor.relation} {identities[draft.based_on]}"
    return _anchor_text(draft)


def _anchor_text(draft: Draft) -> str | None:
    if draft.anchor is None:
        return None
    word = draft.anchor.word.text if draft.anchor.word is not None else "the event told before"
    return f"{draft.anchor.relation} {word}"


def identity(document: str, draft: Draft) -> str:
    """A stable id: the same document and place in it give the same id."""
    counted = draft.time.start if draft.time else draft.status
    seed = f"{document}:{draft.offset}:{draft.trigger.text}:{counted}"
    return "e" + hashlib.blake2s(seed.encode(), digest_size=5).hexdigest()


def undated_of(draft: Draft, document: Document) -> Undated | None:
    """What a reader may date by hand, with what it needs; None of what only another event would date."""
    counted_from_clause = (
        draft.anchor is not None and draft.anchor.word is not None and draft.anchor.word.pos_ == "VERB"
    )
    if counted_from_clause or (draft.time is None and draft.anchor is not None):
        return None
    if document.date is None:
        needs = "the document's date"
    elif draft.time is None:
        needs = f"a day; as news it would be of its report's, {document.date.days}, or the day before (--news)"
    else:
        needs = f"the date of “{_anchor_text(draft) or draft.trigger.text}”"
    quote = document.text[draft.sentence.start : draft.sentence.end]
    return Undated(document.id, draft.time, quote, needs)
