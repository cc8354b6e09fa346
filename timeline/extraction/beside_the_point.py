"""Times that say something else of an event than when it was: since when somebody is in office, among how many it ranks, of what
day a paper is that it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.calendar_time.values import granularity
from timeline.extraction.hanging import Hung
from timeline.extraction.perfects import Perfects
from timeline.extraction.syntax import Syntax
from timeline.extraction.triggers import Triggers
from timeline.lang.lexicon import Lexicon
from timeline.model import TimeExpression
from timeline.parsing.grammar import NOMINAL, SUBJECT

if TYPE_CHECKING:
    from spacy.tokens import Token

_ASIDE = ("appos", "npadvmod")  # what the parser makes of a noun between commas


@dataclass(frozen=True)
class BesideThePoint:
    """Rules out the times of one sentence that date nothing."""

    triggers: Triggers
    perfects: Perfects

    @property
    def syntax(self) -> Syntax:
        return self.triggers.syntax

    @property
    def lexicon(self) -> Lexicon:
        return self.syntax.lexicon

    def of_a_thing(self, hung: Hung) -> bool:
        """Whether a time stands before a noun that names no event, and that hangs on another noun: "is in line with the March 4
        memo", "will discuss the accession and next year's agenda"."""
        noun, day = hung.governor, granularity(hung.time.value) in ("D", "T")
        if hung.head.dep_ == "poss" and noun.dep_ == "conj":
            return True
        within = noun.dep_ == "pobj" and noun.head.head.pos_ in NOMINAL
        article = any(child.dep_ in ("det", "poss") for child in noun.lefts)
        return within and article and hung.head.i < noun.i and day

    def dates_nothing(self, hung: Hung, trigger: Token) -> bool:
        """Whether a time that hangs on an event does not say when that was, by the preposition between them."""
        words, telling, relation = self.lexicon.time, self.lexicon.telling, hung.relation
        if relation not in self.lexicon.bounding and self.perfects.is_beyond(trigger, hung.time):
            return True
        if relation in words["until"]:
            return hung.governor.dep_ == "pcomp" and hung.governor != trigger  # "kept her from flying until May"
        if self.only_counts(hung.time):
            return True
        if relation in words["of"] or hung.governor.dep_ in _ASIDE:
            return self._is_of_an_age(hung)
        if relation in self.lexicon.cast["purpose"]:
            # "is to report profits for the quarter", "a new deal for this year"
            meant = hung.governor == trigger and self.syntax.kind_of(trigger) == "AGREE"
            return meant or trigger.lemma_ in telling["reporting"]
        if relation in words["since"] and (self._is_in_office(hung) or self._is_accused(trigger)):
            return True
        if relation in words["since"]:  # "a deal that they had prepared since spring"
            return hung.governor.lemma_ in telling["planned"] and trigger.pos_ in NOMINAL
        if relation in words["deadline_prepositions"]:  # "the UN expects 60,000 cases by March"
            foresees = trigger.lemma_ in telling["foresees"]
            return foresees and not self.triggers.leads_to_a_place(trigger)  # "is expected in Berlin by Monday"
        return relation in words["past"]  # "asked for a delay beyond October 31"

    def _is_in_office(self, hung: Hung) -> bool:
        """Whether a time only says since when somebody between commas holds his office: "the president, in office since 2021, left"."""
        above = hung.preposition.head if hung.preposition is not None else None
        if above is None or above.pos_ != "ADP" or above.i == 0 or above.nbor(-1).text != ",":
            return False
        return any(child.lemma_ in self.lexicon.cast["held_offices"] for child in above.children)

    def _is_accused(self, trigger: Token) -> bool:
        """Whether a present verb only says what somebody is accused of, which may go on since a time: "accuses Chad of backing them
        since May"."""
        blames = self.lexicon.verbs.get(trigger.lemma_) == "ACCUSE" and trigger.tag_ in ("VBZ", "VBP")
        return blames and any(inner.dep_ == "pcomp" for child in trigger.rights for inner in child.children)

    def only_counts(self, time: TimeExpression) -> bool:
        """Whether a time only says among how many something was: "freed ten men on Monday, the sixth such release this year"."""
        first = next(iter(self.syntax.tokens(time.start, time.end)), None)
        if first is None or first.i == 0 or first.nbor(-1).pos_ not in NOMINAL:
            return False
        noun = first.nbor(-1)
        ranked = any(child.like_num and child.tag_ == "JJ" for child in noun.lefts)
        apart = noun.left_edge.i > 0 and noun.left_edge.nbor(-1).text == ","
        return ranked and apart and noun.dep_ not in SUBJECT

    def _is_of_an_age(self, hung: Hung) -> bool:
        """Whether a time only says among which others something ranks: "the first genocide of the 20th century"; "arrived for a visit, his
        first trip this year"."""
        beside = hung.governor.lefts
        ranked = any(c.tag_ == "JJS" or c.lower_ in self.lexicon.status["ranks"] for c in beside)
        apart = hung.governor.left_edge.i > 0 and hung.governor.left_edge.nbor(-1).text == ","
        aside = hung.governor.dep_ in _ASIDE and apart and granularity(hung.time.value) == "Y"
        return ranked and (aside or granularity(hung.time.value) in ("DE", "CE"))
