"""Verbs that tell of the present, which take no day that is over, and the perfect, which takes none at all: what a time that was
hung on one dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.extraction.kinds import Kinds
from timeline.extraction.syntax import Syntax
from timeline.extraction.terms import Terms
from timeline.extraction.triggers import Triggers
from timeline.model import TimeExpression
from timeline.parsing.grammar import NOMINAL, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Perfects:
    """Looks past such verbs in one sentence."""

    triggers: Triggers
    kinds: Kinds
    terms: Terms

    @property
    def syntax(self) -> Syntax:
        return self.triggers.syntax

    def dated(self, trigger: Token, time: TimeExpression, first: Token) -> Token:
        """The event of a time, whose first word is `first`, that the parser hung on `trigger`: of one that is over the past verb
        nearest to it, as in "she heads a team looking into the bombings that killed 224 people, on Aug. 7"; beside a perfect also
        the event noun: "has condemned the attack in Herat on Sunday", "has called for a summit in August"."""
        perfect, over, ahead = self._is_perfect(trigger), self.terms.is_over(time), self.terms.is_ahead(time)
        present = trigger.tag_ in ("VBZ", "VBP") and not any(c.dep_ in ("aux", "auxpass") for c in trigger.children)
        if time.type == "SET" or not ((over and (present or perfect)) or (ahead and perfect)):
            return trigger
        for word in reversed(trigger.doc[trigger.i + 1 : first.i]):
            told = word.tag_ == "VBD" and word.pos_ == "VERB"
            if over and told and word.lemma_ not in self.syntax.lexicon.telling["reporting"]:
                return word
            if perfect and trigger in word.ancestors and (done := self._event(word, trigger, over)) is not None:
                return done
        return trigger

    def is_beyond(self, trigger: Token, time: TimeExpression) -> bool:
        """Whether a perfect, which tells what is done, has a time that is still to come, which is of what it is about: "has asked
        Congress for aid next year"; not of what is brought about for then ("has banned rallies next week")."""
        if trigger.pos_ in NOMINAL or not (self._is_perfect(trigger) and self.terms.is_ahead(time)):
            return False
        if is_passive(trigger) and trigger.lemma_ in self.syntax.lexicon.telling["invites"]:
            return False  # "has been invited to Moscow next week"
        kind = self.kinds.type_of(trigger)
        return kind == "OTHER" or kind in self.syntax.lexicon.cast["words"]

    def _event(self, word: Token, trigger: Token, over: bool) -> Token | None:
        """The event that a word between a perfect and a time names, unless the perfect brought that about: "has agreed to a truce"
        on a day that is over."""
        if word.pos_ in NOMINAL and word.dep_ in ("pobj", "dobj"):
            achieves = trigger.lemma_ in self.syntax.lexicon.telling["achieve"] and self.syntax.kind_of(word) == "AGREE"
            bars = not over and self.kinds.type_of(trigger) in ("SANCTION", "COERCE", "REJECT")
            return word if self.syntax.names_event(word) and not (over and achieves) and not bars else None
        return self.triggers.verb_trigger(word) if over and word.tag_ == "VBN" and word.dep_ == "acl" else None

    def _is_perfect(self, verb: Token) -> bool:
        told = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
        have = any(c.tag_ in ("VBZ", "VBP") and c.lower_ in self.syntax.lexicon.status["perfect"] for c in told)
        return verb.tag_ == "VBN" and have and all(child.tag_ != "MD" for child in told)
