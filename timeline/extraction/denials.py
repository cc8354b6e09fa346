"""What a sentence says was not: "did not sign", "made no arrests", "was unable to attend", "kept him from leaving".

That talks "made no progress" says of the talks that they were held.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.extraction.syntax import Syntax
from timeline.parsing.grammar import SUBJECT, is_passive, phrasal, verb_with

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Denials:
    """Reads in one sentence what is denied."""

    syntax: Syntax

    def in_clause(self, trigger: Token, clause: Token, aux: set[str]) -> bool:
        """Whether the clause, with its auxiliaries, says that what the trigger names was not."""
        status = self.syntax.lexicon.status
        if self.contrary(clause, aux):
            return True
        if aux & status["perhaps"]:
            return False  # "may not attend", "may or may not attend": that is left open
        # not "was held on Tuesday, not Monday"
        if any(child.dep_ == "neg" and child.i <= clause.i + 1 for child in clause.children):
            return trigger.i == clause.i or not self._is_held(trigger, clause)
        if any(
            c.dep_ == "det" and c.lower_ in status["no"]
            for thing in self._told(trigger, clause)
            for c in thing.children
        ):
            return True  # "no ambassador has been appointed", "made no progress"
        if any(w.lower_ in status["neither"] for s in clause.children if s.dep_ in SUBJECT for w in (s, *s.children)):
            return True  # "neither he nor his wife could be reached"
        return any(child.dep_ == "advmod" and child.lower_ in status["not_quite"] for child in clause.children)

    def contrary(self, clause: Token, aux: set[str]) -> bool:
        """Whether a clause tells what was not: "Had the talks succeeded ...", "would have expired"."""
        words = self.syntax.lexicon.status
        subject = next((child for child in clause.children if child.dep_ in SUBJECT), None)
        had = next((c for c in clause.children if c.dep_ == "aux" and c.lower_ in words["inverted"]), None)
        turned = had is not None and subject is not None and had.i < subject.i and clause.dep_ == "advcl"
        return turned or (words["unreal"] <= aux and clause.tag_ == "VBN")

    def from_above(self, below: Token, above: Token) -> bool:
        """Whether a word says of what hangs on it that it was not done: "did not dare to sign", "barred him from flying",
        "has yet to sign", "it is not true that they met"."""
        status = self.syntax.lexicon.status
        if below.dep_ == "pcomp":
            said = verb_with(below.head)
            return bool({said, said.partition(" ")[2]} & status["kept_from"])  # "barred from", "left instead of"
        to = below.left_edge
        if below.dep_ == "xcomp" and to.i > above.i + 1 and to.nbor(-1).lower_ in status["yet"]:
            return True
        if not self.is_negated(above) or self.is_twice(below, above):
            return False
        if below.dep_ == "ccomp":
            untrue = any(c.dep_ == "acomp" and c.lemma_ in status["true"] for c in above.children)
            return untrue or above.lemma_ in self.syntax.lexicon.telling["let"]
        return below.dep_ in ("xcomp", "acomp")

    def until_then(self, clause: Token) -> Token | None:
        """The word that says that something was not done until a time, and so was then: "did not leave until Friday", "was
        unable to leave until Friday", but not "refused to leave until Friday"."""
        told = clause
        while True:
            if any(child.dep_ == "neg" for child in told.children):
                return told
            if told.dep_ == "acomp" and told.lemma_ in self.syntax.lexicon.status["denied_matrix"]:
                return told.head
            if told.dep_ not in ("xcomp", "acomp") or told.head.i > told.i:
                return None
            told = told.head

    def has_failed(self, noun: Token, clause: Token) -> bool:
        """Whether what a noun names is the end of efforts that failed: "a bid to sign the pact failed", "efforts to revive the
        talks collapsed"."""
        effort = clause.head
        itself = noun.i == clause.i or (noun.dep_ == "dobj" and noun.head.i == clause.i)
        status = self.syntax.lexicon.status
        if not itself or clause.dep_ != "acl" or clause.tag_ != "VB":
            return False
        if any(child.dep_ == "amod" and child.lower_ in status["failed"] for child in effort.lefts):
            return True  # "a failed bid to oust the king"
        return effort.dep_ == "nsubj" and effort.head.lemma_ in status["fails"]

    def is_twice(self, below: Token, above: Token) -> bool:
        """Whether a negated word says of what hangs on it that it was done: "did not hesitate to", "was not afraid to"."""
        words = {below.lemma_} if below.dep_ == "acomp" else phrasal(above)
        return bool(words & self.syntax.lexicon.status["double_negatives"])

    def is_negated(self, word: Token) -> bool:
        no = self.syntax.lexicon.status["no"]
        return any(c.dep_ == "neg" or (c.dep_ == "det" and c.lower_ in no) for c in word.children)

    def _is_held(self, noun: Token, clause: Token) -> bool:
        """Whether a negated clause only says of an event noun, its subject, how it went: "the talks did not go well", "the
        vote was not free", but "did not take place", "did not go ahead"."""
        telling, status = self.syntax.lexicon.telling, self.syntax.lexicon.status
        if not any(child.dep_ in SUBJECT and self.syntax.event_noun(child) == noun for child in clause.children):
            return False
        said = [child for child in clause.children if child.dep_ in ("acomp", "attr")]
        if clause.pos_ == "AUX" or clause.lemma_ == "be":  # "was not a success", but "is not due until May"
            return bool(said) and all(child.lemma_ not in status["scheduled_matrix"] for child in said)
        if clause.lemma_ in telling["finish"]:  # "did not end in a deal", but "did not end on Monday"
            behind = (c for p in clause.rights if p.dep_ == "prep" for c in p.children if c.dep_ == "pobj")
            return any(not self.syntax.time_words(word) for word in behind)
        if is_passive(clause):  # "the talks were not attended by Mali", but "were not held"
            return clause.lemma_ in telling["seen"] | telling["acts"] | telling["reporting"]
        takes_place = telling["staged"] | telling["begin"] | telling["happen"] | telling["go_on"]
        return not (phrasal(clause) & takes_place or self._goes_ahead(clause))

    def _goes_ahead(self, verb: Token) -> bool:
        words = {f"{verb.lemma_} {child.lower_}" for child in verb.children if child.dep_ in ("advmod", "prt")}
        return bool(words & self.syntax.lexicon.telling["goes_ahead"]) or self.syntax.takes_effect(verb)

    def _told(self, trigger: Token, clause: Token) -> list[Token]:
        """What a "no" denies the trigger beside: its clause's subject and object, but only the event itself where that is one of
        them: "talks made no progress", "a raid found no weapons"."""
        subject = self.syntax.subject(clause)
        things = [*(c for c in clause.children if c.dep_ in (*SUBJECT, "dobj")), *([subject] if subject else [])]
        event = trigger if trigger.i != clause.i else self.syntax.event_noun(subject)
        return [thing for thing in things if event is None or thing == event or self.syntax.event_noun(thing) == event]
