"""A draft with who took part in it, where it was, who is quoted on it, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.calendar_time.values import granularity
from timeline.extraction.casting import Casting
from timeline.extraction.drafts import Draft
from timeline.extraction.naming import place_named
from timeline.extraction.placing import Placing
from timeline.extraction.syntax import Syntax
from timeline.model import ActorMention
from timeline.parsing.grammar import NOMINAL, antecedent, does_so

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass
class Filling:
    """Completes the drafts of one sentence."""

    syntax: Syntax
    casting: Casting
    placing: Placing

    def complete(self, draft: Draft) -> Draft:
        """The draft with who took part, where it was, who is quoted, and how sure that is."""
        lexicon = self.syntax.lexicon
        followed = draft.clause.lemma_ in lexicon.telling["followed"] and bool(draft.instead)
        clause = draft.trigger if followed or does_so(draft.clause, lexicon) else draft.clause
        actors, place = self.casting.actors(draft.trigger, clause), self.placing.place(draft.trigger, clause)
        actors, place = self._without_verb(draft, actors, place)
        actors = [(mention, role) for mention, role in actors if place is None or mention.start != place.start]
        speaker = self.casting.earlier.speaker
        said_by = self.casting.said_by(draft.clause) or (speaker.name if speaker is not None else None)
        parts: list[tuple[str, float]] = [("date", _date_sureness(draft))]
        parts.append(("type", 1.0 if draft.type != "OTHER" else 0.8))
        parts.append(("actors", 1.0 if actors else 0.75 if draft.type != "OTHER" or place else 0.6))
        parts.append(("status", {"speculated": 0.8, "denied": 0.8}.get(draft.status, 1.0)))
        subject = self.syntax.subject(draft.trigger) if draft.trigger.pos_ not in NOMINAL else None
        reference = self.casting.reference
        his = next((c for c in subject.lefts if c.tag_ == "PRP$"), None) if subject is not None else None
        says = draft.trigger.lemma_ in self.syntax.lexicon.telling["reporting"]  # "Chad would go, its premier said"
        unnamed = all(role != "subject" for _, role in actors) and not (says and actors)
        owner = next(iter(reference.stands_for(his)), None) if his is not None and unnamed else None
        if owner is not None and subject is not None and self._acts_for(subject) and owner.kind != "person":
            actors = [*actors, (owner, "participant")]  # "its troops crossed the border"
        elif owner is not None and (actors or owner.kind != "person"):
            owner = None
        above = subject is not None and subject.dep_ == "nsubj" and reference.groups.above(subject) is not None
        meant = reference.meant(subject) or (reference.groups.named(subject) if above or not actors else "")
        return replace(
            draft,
            actors=tuple(actors),
            place=place,
            said_by=said_by,
            sureness=tuple(parts),
            subject=antecedent(subject, self.syntax.lexicon) if subject is not None else None,
            owner=owner,
            meant=meant,
            type=self.syntax.lexicon.noun_type(meant.split()[-1]) if meant and draft.type == "OTHER" else draft.type,
            times=tuple(self.syntax.times),
        )

    def _acts_for(self, subject: Token) -> bool:
        """Whether what is somebody's does what that one does: a country's army, its parliament."""
        cast = self.syntax.lexicon.cast
        known = cast["forces"] | cast["bodies"] | cast["pair_of_people"] | self.syntax.lexicon.people
        return subject.lemma_ in known or subject.lower_ in cast["groups"]

    def _without_verb(
        self, draft: Draft, actors: list[tuple[ActorMention, str]], place: ActorMention | None
    ) -> tuple[list[tuple[ActorMention, str]], ActorMention | None]:
        """Who and where, with what a clause without its verb has instead ("and Macron in Paris on Tuesday"), and without
        what stands in it where it is another's."""
        ends = self.syntax.sentence.start + self.syntax.doc[draft.ends].idx if draft.ends is not None else None
        if ends is not None:
            actors = [(mention, role) for mention, role in actors if mention.start < ends]
            place = place if place is None or place.start < ends else None
        for old, new in draft.instead:
            gone = {mention.id for mention in self.casting.names_in(old)}
            role = next((role for mention, role in actors if mention.id in gone), None)
            several = [word for word in (new, *new.conjuncts) if word.i >= new.i]  # "and Mali and Niger in June"
            named = [(mention, role) for word in several for mention in self.casting.names_in(word)] if role else []
            actors = [(mention, role) for mention, role in actors if mention.id not in gone] + named
            at = self.syntax.sentence.start + old.idx
            if place is not None and place.start <= at < place.end:
                place = place_named(self.syntax, new)
        return list({mention.id: (mention, role) for mention, role in actors}.values()), place


def _date_sureness(draft: Draft) -> float:
    if draft.anchor and draft.earliest is None:
        return 0.7
    if draft.earliest is None or draft.latest is None:
        return 0.6
    length = (draft.latest - draft.earliest).days
    unit = granularity(draft.time.value) if draft.time else None
    return 1.0 if unit in ("D", "T") or length == 0 else 0.9 if length < 32 else 0.8
