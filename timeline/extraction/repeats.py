"""What stands for a deed told before: "and Mali did so in June", "as did Mali", "followed by Mali", "which he did on May 3"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.extraction.drafts import Draft
from timeline.extraction.triggers import Triggers
from timeline.parsing.grammar import SUBJECT, auxiliaries, does_so

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Repeats:
    """Finds in one sentence what somebody did as well."""

    triggers: Triggers

    def by_another(self, verb: Token, draft: Draft | None) -> Draft | None:
        """A draft with the one who did so too, where a verb stands for what the draft tells: "Chad left the pact in May and Mali did so
        in June"."""
        if draft is None or self.deed(verb) is None:
            return draft
        own = self.follower(verb) or next((child for child in verb.children if child.dep_ in SUBJECT), None)
        first = self.triggers.syntax.subject(draft.trigger)
        another = own is not None and own.pos_ != "PRON"  # "promised to send it, which he did"
        pairs = ((first, own),) if another and own is not None and first is not None and own != first else ()
        return replace(draft, instead=pairs)

    def deed(self, verb: Token) -> Token | None:
        """The deed that "do so" stands for, joined to it: "spoke on Thursday and will do so again on Saturday"."""
        if (promised := self._which_it_did(verb)) is not None:
            return promised
        if self.follower(verb) is not None:
            return self.triggers.verb_trigger(verb.head)
        if not does_so(verb, self.triggers.lexicon):
            return None
        # "Chad left in May; Mali did so"
        before = next((child for child in verb.lefts if child.dep_ == "parataxis"), None)
        first = verb.head if verb.dep_ in ("conj", "advcl") else before
        promised = self._promised(first, verb) if first is not None else None
        return promised or (self.triggers.verb_trigger(first) if first is not None and first.pos_ == "VERB" else None)

    def follower(self, verb: Token) -> Token | None:
        """Who did the same next: Mali of "Chad left the pact in May, followed by Mali in June"."""
        if verb.lemma_ not in self.triggers.lexicon.telling["followed"] or verb.dep_ != "advcl":
            return None
        if verb.head.tag_ not in ("VBD", "VBN"):
            return None
        agents = (c for by in verb.rights if by.dep_ == "agent" for c in by.children if c.dep_ == "pobj")
        named = next((agent for agent in agents if self.triggers.syntax.mentions(agent)), None)
        return named if self.triggers.syntax.has_named_subject(verb.head) else None

    def _promised(self, first: Token, verb: Token) -> Token | None:
        """What was announced and then done: "announced that it would open a mission, and did so in May"."""
        doer = next((child for child in verb.lefts if child.dep_ in SUBJECT), None)
        told = next((child for child in first.rights if child.dep_ == "ccomp" and child.tag_ == "VB"), None)
        ahead = told is not None and bool(auxiliaries(told) & self.triggers.lexicon.status["will_do"])
        return (
            self.triggers.verb_trigger(told)
            if told is not None and ahead and (doer is None or doer.pos_ == "PRON")
            else None
        )

    def _which_it_did(self, verb: Token) -> Token | None:
        """What somebody had promised and then did: "promised to send the bill to parliament, which he did on May 3"."""
        which = any(child.tag_ == "WDT" and child.dep_ == "dobj" for child in verb.lefts)
        if verb.lemma_ != "do" or verb.tag_ != "VBD" or verb.dep_ != "relcl" or not which:
            return None
        above = (word for word in verb.ancestors if word.tag_ == "VB" and word.dep_ == "xcomp")
        promised = next(above, None)
        return self.triggers.verb_trigger(promised) if promised is not None and promised.head.tag_ == "VBD" else None
