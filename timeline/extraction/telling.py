"""How a sentence puts an event: it happened, goes on, is scheduled, speculated, denied or called off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.extraction.conjectures import Conjectures
from timeline.extraction.denials import Denials
from timeline.extraction.sayings import Sayings
from timeline.extraction.syntax import Syntax
from timeline.model import Status
from timeline.parsing.grammar import (
    NOMINAL,
    SUBJECT,
    auxiliaries,
    has_particle,
    is_passive,
    phrasal,
    shared_auxiliaries,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Clauses that are told as the clause above them is ("plans to", "speculation that").
INHERITING = ("xcomp", "ccomp", "acl", "acomp", "advcl", "pcomp", "conj")


@dataclass
class Telling:
    """Reads the status of events in one sentence."""

    syntax: Syntax

    @cached_property
    def denials(self) -> Denials:
        return Denials(self.syntax)

    @cached_property
    def conjectures(self) -> Conjectures:
        return Conjectures(self.syntax)

    def status(self, trigger: Token, clause: Token) -> Status:
        """How the sentence puts it, before the date is looked at."""
        status = self.syntax.lexicon.status
        nominal = trigger.i != clause.i
        main = self.syntax.clause(trigger)
        undone = self.syntax.cancels(main)
        if nominal and main.i != clause.i and undone and self.tells(trigger, main):
            return "cancelled"
        if (
            trigger.pos_ in NOMINAL
            and not self.syntax.cancels(clause)
            and (thought := self.conjectures.of_noun(trigger))
        ):
            return thought
        if self.denials.has_failed(trigger, clause):
            return "denied"
        if nominal and self._of_a_plan_undone(trigger):
            return "cancelled"
        if nominal and not self.tells(trigger, clause):
            return "occurred"
        if not nominal and self._plan_called_off(clause):
            return "cancelled"
        if (not nominal or self.tells(trigger, clause)) and self._undone_later(clause):
            return "cancelled"
        chain, beside = self._above(clause)
        lemma = clause.lemma_.lower()
        if nominal and clause.tag_ in ("VBD", "VBN") and self.spares(trigger, clause):
            return "occurred"
        if nominal and self.syntax.cancels(clause):
            made = clause.tag_ == "VBD" and self.syntax.in_force(trigger) and self._was_made(trigger, clause)
            return (
                "occurred" if made else self._called_off(clause, [a for a in chain[1:] if a.i not in beside])
            )  # "suspended a 2018 accord": that was made
        follows = nominal and self._comes_of(trigger, clause) and clause.tag_ == "VBN"
        depends = any(child.dep_ == "advcl" and self.conjectures.is_condition(child) for child in clause.children)
        if self.conjectures.is_condition(clause) or (follows and depends):
            return "speculated"  # "followed by a withdrawal if they keep the truce"
        aux = shared_auxiliaries(clause)
        if clause.dep_ == "ccomp" and clause.tag_ == "VBG" and Sayings(self.syntax).deed(clause.head) == clause:
            return "occurred"  # "announced it was suspending the deal"
        if clause.dep_ == "ccomp" and not aux and clause.head.lemma_ in self.syntax.lexicon.telling["let"]:
            aux = auxiliaries(clause.head)  # "a deal that would see all troops leave"
        if self.denials.in_clause(trigger, clause, aux):
            return "denied"
        if aux & status["speculated_aux"] and not (aux & status["could"] and lemma in status["perceived"]):
            return "speculated"  # but "shelling could be heard"
        if any(child.lower_ in status["speculated_adverb"] and child.dep_ == "advmod" for child in clause.children):
            return "speculated"
        if nominal and self.conjectures.of_clause(clause):
            return "speculated"
        if aux & status["scheduled_aux"]:
            return self.future_or_wish(chain, aux)
        done = clause.tag_ == "VBD" or bool(aux & status["perfect"] and "to" not in aux)  # "announced that it had left"
        # "refused to go after losing the vote in May": he had lost it
        apart = clause.dep_ == "pcomp" and clause.head.lower_ in self.syntax.lexicon.relations
        for below, above in pairwise(chain):
            if apart or above.i in beside:  # "dismissed him and called a vote"
                continue
            verdict = self._said_of(below, above)
            if verdict and not (verdict == "scheduled" and done):  # "it left; a second is expected"
                return verdict
        return self._by_tense(trigger, clause, aux)

    def _by_tense(self, trigger: Token, clause: Token, aux: set[str]) -> Status:
        """How a clause puts it by its own verb alone: "expects elections", "was set up", "they meet"."""
        status, lemma, nominal = self.syntax.lexicon.status, clause.lemma_.lower(), trigger.i != clause.i
        fixed = clause.tag_ == "VBN" and lemma != "agree" and not has_particle(clause)  # not "talks set up in May"
        awaited = lemma in self.syntax.lexicon.telling["foresees"] and bool(aux & {"is", "are"})  # "is expected back"
        if lemma in status["scheduled_matrix"] and fixed and (nominal or awaited):
            return "scheduled"
        now = clause.tag_ in ("VBZ", "VBP") or (clause.tag_ == "VBG" and bool(aux & {"is", "are"}))
        if nominal and lemma in status["scheduled_matrix"] and now and trigger.dep_ == "dobj":
            return "scheduled"  # "expects elections in the fall", "is preparing sanctions"
        if nominal and any(c.lemma_ in ("due", "set", "ready") for c in clause.children if c.dep_ == "acomp"):
            return "scheduled"
        if nominal and clause.tag_ == "VBZ" and lemma in self.syntax.lexicon.telling["comes"]:
            return "occurred"  # "the visit on Sunday comes two days before the talks"
        if clause.tag_ in ("VBZ", "VBP") and "have" not in {c.lemma_ for c in clause.children if c.dep_ == "aux"}:
            return "ongoing"
        if clause.tag_ == "VBG" and aux & {"is", "are", "'s", "'re", "am"}:
            return "ongoing"
        upon = clause.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in status["upon"] for c in clause.lefts)
        if upon and clause.tag_ == "VBN" and aux & {"is", "are"}:
            return "scheduled"  # "once the pact is signed"
        if self.syntax.goes_on(clause) and aux & {"has", "have"}:
            return "ongoing"
        if "to" in aux and "have" in aux and clause.head.pos_ == "VERB":
            return "speculated" if clause.head.lemma_ in self.syntax.lexicon.telling["hearsay"] else "occurred"
        if "to" in aux and self._has_had_occasion(clause):
            return "occurred"
        if "to" in aux:
            only = any(child.lower_ in status["only"] for child in clause.lefts)  # "lifted it, only to impose it again"
            return "occurred" if only or self.syntax.ranked(clause) else "scheduled"
        return "occurred"

    def _has_had_occasion(self, clause: Token) -> bool:
        """Whether a clause says what somebody had the honor or the opportunity to do."""
        noun, verb = clause.head, clause.head.head
        past = verb.tag_ == "VBD" or bool(auxiliaries(verb) & self.syntax.lexicon.status["perfect"])
        occasion = clause.dep_ == "acl" and noun.lemma_ in self.syntax.lexicon.status["occasions"]
        return occasion and noun.dep_ == "dobj" and verb.lemma_ == "have" and past

    def _above(self, clause: Token) -> tuple[list[Token], set[int]]:
        """The clause and what stands above it and tells of it, and which of those only stand beside it, by their index."""
        chain, beside = [clause], set[int]()
        while self._inherits(chain[-1]):
            if chain[-1].dep_ == "advcl" and not any(c.dep_ == "aux" and c.lower_ == "to" for c in chain[-1].children):
                break
            if chain[-1].dep_ == "conj" and any(c.dep_ in ("aux", *SUBJECT) for c in chain[-1].children):
                break
            whole = any(child.dep_ in SUBJECT for child in chain[-1].children)  # "the claim that it had attacked"
            if chain[-1].dep_ == "acl" and chain[-1].tag_ == "VBN" and not whole:
                break  # "a plan signed in May": the plan does not tell of the signing
            above = chain[-1].head
            told = [c for c in above.children if c.dep_ == "dobj" and above.i < c.i < chain[-1].i]
            if chain[-1].dep_ == "ccomp" and told:
                break  # "rejected a deal on Sunday that they had signed": a relative clause, misread
            if chain[-1].dep_ == "conj":
                beside.add(above.i)
            chain.append(above.head if above.pos_ == "ADP" else above)
            if len(chain) > 4:
                break
        return chain, beside

    def _inherits(self, clause: Token) -> bool:
        """Whether a clause is told as what it hangs on; "reports that Chad attacked Mali" too, which is no relative clause."""
        claim = clause.head.lemma_ in self.syntax.lexicon.status["claims"]
        content = claim and clause.dep_ == "relcl" and any(child.dep_ == "mark" for child in clause.lefts)
        return (clause.dep_ in INHERITING or content) and clause.head.i != clause.i

    def _was_made(self, noun: Token, verb: Token) -> bool:
        """Whether what a past verb of cancelling names had begun: what is cancelled of attacks was yet to come."""
        lexicon = self.syntax.lexicon
        return (
            self.syntax.kind_of(noun) not in lexicon.cast["undertaken"] or verb.lemma_ in lexicon.telling["interrupts"]
        )

    def _undone_later(self, clause: Token) -> bool:
        """Whether what was planned of a thing is undone by what the sentence says of that: "the increase that had been due
        to take effect on Tuesday was suspended"."""
        if clause.tag_ == "VB" and clause.dep_ == "xcomp" and self._plan_undone(clause):
            return True
        above = next((word for word in (clause, *clause.ancestors) if word.dep_ in ("relcl", "acl")), None)
        noun = above.head if above is not None else None
        planned = clause.tag_ == "VB" and noun is not None and noun.dep_ == "nsubjpass"
        verb = noun.head if noun is not None and planned else None
        return verb is not None and self.syntax.cancels(verb)

    def _of_a_plan_undone(self, noun: Token) -> bool:
        """Whether a plan for what a noun names is called off: "scrapped plans for a summit"."""
        words = self.syntax.lexicon
        plan = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in words.cast["of_a_thought"] else noun
        done = plan.dep_ in ("dobj", "nsubjpass") and self.syntax.cancels(plan.head)
        return plan != noun and plan.lemma_ in words.cast["plans"] and done

    def _plan_undone(self, clause: Token) -> bool:
        """Whether a plan is undone by what is joined to it: "had planned to visit Lima in May, but the trip was put off",
        "originally planned to visit Lima, but went to Oslo"."""
        lexicon = self.syntax.lexicon
        at_first = any(c.lower_ in lexicon.status["at_first"] for c in clause.head.lefts) and clause.head.tag_ == "VBD"
        if at_first and clause.head.lemma_ in lexicon.telling["planned"] and clause.head.conjuncts:
            return True
        for other in (*clause.head.conjuncts, *clause.head.head.conjuncts):
            noun = next((child for child in other.lefts if child.dep_ == "nsubjpass"), None)
            if noun is None or other.i < clause.i or not self.syntax.cancels(other):
                continue
            meant = (
                noun.lower_ in lexicon.tables["actors"]["thing_pronouns"] or noun.lemma_ in lexicon.cast["decisions"]
            )
            if meant or self.syntax.kind_of(noun) == lexicon.verbs.get(clause.lemma_):
                return True
        return False

    def _called_off(self, clause: Token, governors: Sequence[Token]) -> Status:
        """Whether what is called off is so for sure: not where somebody may do it, nor where he refuses to."""
        verdicts = {self.matrix(above) for above in governors}
        if "denied" in verdicts or any(child.dep_ == "neg" for child in clause.children):
            return "scheduled"
        planned = any(
            self.matrix(above) == "scheduled" and above.lemma_ not in self.syntax.lexicon.telling["own_acts"]
            for above in governors
        )  # "plans to call off", but "agreed to call off"
        may = shared_auxiliaries(clause) & self.syntax.lexicon.status["speculated_aux"]
        foreseen = any(above.lemma_ in self.syntax.lexicon.telling["foresees"] for above in governors)
        return "speculated" if may or foreseen or planned or "speculated" in verdicts else "cancelled"

    def spares(self, noun: Token, clause: Token) -> bool:
        """Whether a clause tells what an event did to something else: "the bombing nearly ended the talks"."""
        telling = self.syntax.lexicon.telling
        ends = telling["begin"] | telling["finish"] | self.syntax.lexicon.status["cancelled_verb"]
        subject, thing = self.syntax.subject(clause), self.syntax.object(clause)
        own = subject is not None and subject.i == noun.i and noun.dep_ == "nsubj"
        return own and thing is not None and thing.dep_ == "dobj" and clause.lemma_ in ends

    def _plan_called_off(self, clause: Token) -> bool:
        """Whether what was planned of a noun is what its own clause calls off: "called off a handover planned for May 2"."""
        planned = clause.dep_ in ("relcl", "acl") and clause.tag_ == "VBN"
        noun, verb = clause.head, clause.head.head
        if not planned or clause.lemma_ not in self.syntax.lexicon.telling["planned"] or not self.syntax.cancels(verb):
            return False
        passive = any(child.dep_ == "auxpass" for child in verb.children)
        return noun.dep_ == ("nsubjpass" if passive else "dobj")

    def future_or_wish(self, chain: Sequence[Token], aux: set[str]) -> Status:
        if any(child.dep_ == "advcl" and self.conjectures.is_condition(child) for child in chain[0].children):
            return "speculated"
        if "would" in aux:
            return "scheduled"
        wishes = self.syntax.lexicon.status["wishes"]
        wished = any(above.lemma_ in wishes or self.conjectures.of_clause(above) for above in chain[1:])
        return "speculated" if wished else "scheduled"

    def _said_of(self, below: Token, above: Token) -> Status | None:
        """What a word says of the clause that hangs on it."""
        if self.denials.is_negated(above) and self.denials.is_twice(below, above):
            return None  # "did not hesitate to sign"
        if self.denials.from_above(below, above):
            return self.matrix(above) or "denied"
        return self.matrix(above) or ("speculated" if self.conjectures.from_above(below, above) else None)

    def matrix(self, above: Token) -> Status | None:
        """What a verb, noun or adjective above the event says of it ("plans to", "speculation that", "refused to")."""
        status, lemma = self.syntax.lexicon.status, above.lemma_.lower()
        negated = self.denials.is_negated(above)
        answer = above.head.lemma_ if above.pos_ == "NOUN" and above.dep_ in ("dobj", "nsubjpass") else ""
        if answer in status["denied_matrix"]:
            return "denied"  # "rejected a proposal to hold a summit"
        if answer in status["accepted_matrix"]:
            return "scheduled"  # "accepted an invitation to visit Pyongyang"
        adjective = next((c.lemma_ for c in above.children if c.dep_ == "acomp"), "")
        if phrasal(above) & status["denied_matrix"] and above.pos_ in ("VERB", "NOUN", "ADJ"):
            return (
                "speculated" if negated else "denied"
            )  # "ruled out a visit", but "ruled that the arrest was unlawful"
        if above.tag_ == "NNS" and self.syntax.is_event_word(above):
            return None  # "talks led by the union" are no talk of something
        for word in (lemma, adjective):
            if word in status["scheduled_matrix"]:
                return "denied" if negated else "scheduled"
            if word in status["speculated_matrix"]:
                return "denied" if negated and above.pos_ == "NOUN" else "speculated"
        return None

    def _comes_of(self, noun: Token, clause: Token) -> bool:
        """Whether a clause tells of what something led to: "the truce is to be followed by talks"."""
        agent = noun.dep_ == "pobj" and noun.head.dep_ == "agent" and noun.head.head.i == clause.i
        return agent and clause.lemma_ in self.syntax.lexicon.telling["leads_to"]

    def tells(self, noun: Token, clause: Token) -> bool:
        """Whether the clause says what becomes of the event noun (as its subject, or as object of a light verb)."""
        telling, status = self.syntax.lexicon.telling, self.syntax.lexicon.status
        if noun.pos_ == "ADJ":  # "is due in Beijing"
            return noun.head.i == clause.i
        subject, thing = self.syntax.subject(clause), self.syntax.object(clause)
        lemma = clause.lemma_.lower()
        own = [self.syntax.event_noun(subject), self.syntax.event_noun(thing)]
        if self.syntax.undoes(clause, noun) or self._comes_of(noun, clause):
            return True
        if lemma in telling["puts_to"] and noun.dep_ == "pobj" and noun.head.head.i == clause.i:
            return noun.lemma_ in telling["polls"]  # "may be put to a vote"
        if noun not in own:
            return False
        if lemma in telling["naming"] and any(child.dep_ == "oprd" for child in clause.rights):
            return False  # "called the attack an act of war"
        if lemma in telling["reporting"] and is_passive(clause):
            return own[0] is not None and own[0].i == noun.i  # "an attack was reported in Kabul"
        if lemma in telling["achieve"] and own[1] is not None and own[1].i == noun.i:
            return True
        verbs = telling["light"] | telling["happen"] | telling["begin"] | telling["finish"] | telling["imposing"]
        known = verbs | status["cancelled_verb"] | status["scheduled_matrix"] | {"be", "call", "convene", "put", "have"}
        return lemma in known or self.syntax.goes_on(clause)
