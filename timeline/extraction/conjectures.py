"""What is only thought of: "a possible summit", "fears of an attack", "averted a strike", "a summit is likely in May"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.extraction.syntax import Syntax
from timeline.model import Status
from timeline.parsing.grammar import NOMINAL, auxiliaries, phrasal, verb_with

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Conjectures:
    """Reads in one sentence what is told as a thought."""

    syntax: Syntax

    def of_noun(self, noun: Token) -> Status | None:
        """How an event noun is thought of, by its adjective, or by the noun or verb that it hangs on; None where it is told
        as what was."""
        status = self.syntax.lexicon.status
        if any(c.dep_ == "amod" and {c.lemma_.lower(), c.lower_} & status["only_possible"] for c in noun.children):
            return "speculated"
        above = noun.head
        if noun.dep_ == "pobj" and above.lower_ in self.syntax.lexicon.cast["of_a_thought"]:
            thought = above.head.pos_ in NOMINAL and above.head.lemma_.lower() in status["thoughts"]
            return "speculated" if thought or self._is_thought_of(above) else None
        if noun.dep_ == "pobj" and verb_with(above) in status["readies_for"]:
            return "scheduled"
        called = any(
            child.dep_ in ("oprd", "attr", "acomp", "xcomp") for child in above.rights
        )  # "was considered a success"
        if noun.dep_ == "nsubjpass" and above.lemma_ in status["moots"] and not called:
            return "speculated"  # "a summit was proposed for August"
        if noun.dep_ != "dobj" or above.pos_ != "VERB" or not self._is_any(noun):
            return None
        if phrasal(above) & (status["averts"] | status["denied_matrix"]):
            return "denied"
        return "speculated" if above.lemma_ in status["moots"] else None

    def of_clause(self, clause: Token) -> bool:
        """Whether a clause only says of an event, or of another clause, that it may be: "is likely", "is in doubt"."""
        status = self.syntax.lexicon.status
        if clause.lemma_ != "be":
            return False
        doubts = (c for p in clause.rights if p.dep_ == "prep" for c in p.children if c.dep_ == "pobj")
        likely = any(c.dep_ == "acomp" and c.lemma_ in status["speculated_matrix"] for c in clause.children)
        return likely or any(noun.lemma_ in status["doubts"] for noun in doubts)

    def is_condition(self, clause: Token) -> bool:
        """Whether a clause says on what something depends: "if talks fail", "should talks fail"."""
        words = self.syntax.lexicon.status["condition"]
        first = next((child for child in clause.lefts if not child.is_punct), None)
        turned = first is not None and first.dep_ == "aux" and clause.dep_ == "advcl" and first.lower_ in words
        return turned or any(child.dep_ == "mark" and child.lower_ in words for child in clause.children)

    def is_perhaps(self, first: Token) -> bool:
        """Whether an adverb right before a time, whose first word is given, leaves it open: "possibly in August"."""
        near = first.doc[max(0, first.i - 3) : first.i]  # "perhaps as early as Monday"
        return any(word.lower_ in self.syntax.lexicon.status["speculated_adverb"] for word in near)

    def from_above(self, below: Token, above: Token) -> bool:
        """Whether what hangs on a word is only thought: "thinks of leaving", "suspected of sinking it", "is said to prepare"."""
        status, hearsay = self.syntax.lexicon.status, self.syntax.lexicon.telling["hearsay"]
        if below.dep_ == "pcomp":
            return self._is_thought_of(below.head) or verb_with(below.head) in status["suspects_of"]
        return below.dep_ == "xcomp" and above.lemma_ in hearsay and "to" in auxiliaries(below)

    def _is_thought_of(self, preposition: Token) -> bool:
        return verb_with(preposition) in self.syntax.lexicon.status["thinks_of"]

    def _is_any(self, noun: Token) -> bool:
        """Whether a noun names any event of its kind, and none that is known: "an attack", not "the attack"."""
        definite = self.syntax.lexicon.cast["definite"]
        return all(c.dep_ != "poss" and c.lower_ not in definite and c.tag_ != "NNP" for c in noun.lefts)
