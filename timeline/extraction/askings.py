"""What is only asked for, agreed to or promised at a time that is over: of "were invited in July to join" the inviting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.calendar_time.values import granularity
from timeline.extraction.hanging import Hung
from timeline.extraction.syntax import Syntax
from timeline.extraction.terms import Terms
from timeline.extraction.triggers import Triggers
from timeline.lang.lexicon import Lexicon
from timeline.model import DocumentDate, TimeExpression
from timeline.parsing.grammar import NOMINAL, auxiliaries, has_particle, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Askings:
    """Tells in one sentence the asking from what is asked for."""

    triggers: Triggers
    terms: Terms
    date: DocumentDate | None

    @property
    def syntax(self) -> Syntax:
        return self.triggers.syntax

    @property
    def lexicon(self) -> Lexicon:
        return self.syntax.lexicon

    def done(self, trigger: Token, clause: Token, time: TimeExpression) -> tuple[Token, Token]:
        """What was only asked or agreed to, at a time that is over, is the asking: "were invited in July to join"."""
        over = self.date is not None and time.latest is not None and time.latest <= self.date.latest
        # "agreed to extend it on Thursday" says when they agreed, but not "agreed to meet on 19 December", that day
        over = over and (self.terms.is_over(time) or not any(map(str.isdigit, time.text)))
        itself = trigger.i == clause.i or (
            trigger.dep_ == "dobj" and trigger.head.i == clause.i
        )  # "to stop the offensive"
        above = clause.head
        if not over or not itself or auxiliaries(clause) != {"to"}:
            return trigger, clause
        # "met Saleh before flying to Oslo to see Haftar on the 5th"
        next_deed = above.tag_ == "VBG" and above.dep_ == "pcomp" and above.head.head.tag_ == "VBD"
        if above.tag_ not in ("VBD", "VBN") and not next_deed:
            return trigger, clause
        telling = self.lexicon.telling
        aim = clause.dep_ == "advcl" or (clause.dep_ == "xcomp" and self.syntax.object(above) is not None)
        if aim and above.lemma_ in telling["moving"] and not has_particle(above):
            return above, above  # "had flown to Addis Ababa to meet him on June 15"
        so_as = clause.dep_ == "advcl" and all(
            c.dep_ != "advmod" for c in clause.lefts
        )  # not "only to renew it in May"
        if so_as and above.tag_ == "VBD" and above.i < clause.i and self.triggers.trigger(above) == above:
            return above, above  # "closed its ports to rescue ships ten days later"
        asks = above.lemma_ in telling["own_acts"] or self.lexicon.verbs.get(above.lemma_) == "REQUEST"
        asks = asks or self.lexicon.tables["with_infinitive"].get(above.lemma_) == "REQUEST"
        asks = asks or any(self.syntax.asks_of(above, child) for child in above.children)
        asks = asks or (
            above.lemma_ in telling["makes_others"] and is_passive(above)
        )  # "was forced to land in Minsk on 23 May"
        return (above, above) if asks and clause.dep_ in ("xcomp", "ccomp") else (trigger, clause)

    def asked_for(self, hung: Hung, noun: Token) -> Token:
        """The verb that asks for what a noun names, where the day is over: "had proposed talks on February 20"."""
        verb, time = noun.head, hung.time
        over = self.terms.is_over(time)
        told = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(auxiliaries(verb) & self.lexicon.status["perfect"]))
        asks = noun.dep_ == "dobj" and noun.pos_ in NOMINAL and verb.lemma_ in self.lexicon.telling["speaks_of_acts"]
        return verb if over and told and asks and hung.relation not in self.lexicon.cast["purpose"] else noun

    def signed_to(self, hung: Hung, clause: Token) -> Token | None:
        """The verb that brought about what promises a deed, where the day is over: "signed a commitment to protect them on May 11";
        unless it has a day of its own."""
        noun, day = clause.head, granularity(hung.time.value) in ("D", "T")
        verb, over = noun.head, self.terms.is_over(hung.time)
        promised = clause.dep_ in ("acl", "relcl") and auxiliaries(clause) == {"to"} and noun.dep_ == "dobj"
        if not (promised and day and over) or verb.tag_ != "VBD" or hung.relation in self.lexicon.bounding:
            return None
        achieved = verb.lemma_ in self.lexicon.telling["achieve"]
        dated = any(self.syntax.time_words(w) for w in verb.subtree if w.i < clause.i and w not in hung.tokens)
        return verb if achieved and not dated else None
