"""What is done by saying it: what somebody says that he or his side has done, is doing, will do or is ready for, and what is
announced."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.extraction.syntax import Syntax
from timeline.lang.lexicon import Lexicon
from timeline.model import ActorMention
from timeline.parsing.grammar import NOMINAL, SUBJECT, auxiliaries, phrasal

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Sayings:
    """Reads the clauses of one sentence that tell what somebody says."""

    syntax: Syntax

    @property
    def lexicon(self) -> Lexicon:
        return self.syntax.lexicon

    def deed(self, verb: Token) -> Token | None:
        """What somebody with a name says that he has done, is doing or will do: "Russia said it would withdraw its troops", or
        that his side is, will or is ready to: "Macron said France would"; or that others with a name had done: "said that Chad
        and Mali had signed a pact"."""
        clause = next((c for c in (*verb.rights, *verb.lefts) if c.dep_ == "ccomp"), None)
        if clause is None or verb.lemma_ not in self.lexicon.telling["reporting"]:
            return None
        kinds = (
            ("nsubj", "nsubjpass") if self.ready_for(clause) is not None else ("nsubj",)
        )  # "was prepared to withdraw"
        subject = next((c for c in clause.children if c.dep_ in kinds), None)
        if subject is None:
            return None
        speaker, intended, kind = self.syntax.subject(verb), self._is_intended(clause), self._kind(clause)
        over = self._is_over(clause, verb, kind)
        his_own = subject.lower_ in self.lexicon.own and clause.i > verb.i
        if not (his_own or ((intended or over) and self._is_on_the_side_of(subject, speaker))):
            return clause if self._had_done(clause, verb) else None
        powers = speaker is not None and speaker.lemma_ in self.lexicon.cast["pair_of_powers"]
        known = powers or self.syntax.has_named_subject(verb) or self.syntax.mentions(subject) is not None
        return clause if kind is not None and known and (intended or over) else None

    def _is_intended(self, clause: Token) -> bool:
        """Whether a clause tells what somebody will do, is doing or is ready for; not whom he will meet: nobody has."""
        told, kind = auxiliaries(clause), self._kind(clause)
        if self.ready_for(clause) is not None:
            return True
        going_on = clause.tag_ == "VBG" and bool(told & self.lexicon.status["doing"])
        ahead = clause.tag_ == "VB" and bool(told & self.lexicon.status["will_do"])
        return (ahead or going_on) and kind != "CONSULT"

    def is_announced(self, verb: Token) -> bool:
        """Whether a truce is declared, a republic proclaimed, or somebody with a name announces something."""
        telling = self.lexicon.telling
        passive = any(child.dep_ == "nsubjpass" for child in verb.children)
        done_to = self.syntax.subject(verb) if passive else self.syntax.object(verb)
        declared = verb.head if verb.dep_ == "acl" and verb.tag_ == "VBN" else done_to
        thing = self.syntax.event_noun(declared)  # "a truce declared in May"
        made_known = thing is not None and self.syntax.kind_of(thing) == "AGREE"
        they = self.lexicon.tables["actors"]["plural_pronouns"]  # whoever "they" are, if anybody with a name
        own = any(child.dep_ == "nsubj" and child.lower_ in they for child in verb.lefts)
        by = (inner for child in verb.rights if child.dep_ == "agent" for inner in child.children)
        named = any(self.syntax.mentions(who) is not None for who in by)  # "the plan was announced by Macron"
        known = own or named or self.syntax.has_named_subject(verb) or self._says_of_somebody(verb)
        proclaimed = verb.lemma_ in telling["proclaiming"] and declared is not None
        return proclaimed or (verb.lemma_ in telling["acts"] and (made_known or known))

    def _is_on_the_side_of(self, subject: Token, speaker: Token | None) -> bool:
        """Whether somebody speaks for who or what is named: for "his troops", for the country that is his."""
        possessives = self.lexicon.tables["actors"]["possessives"]
        last = max(subject, speaker or subject, key=lambda word: word.i)
        if any(child.dep_ == "poss" and child.lower_ in possessives for child in last.lefts):
            return True  # "Macron said his government would", "Poland would veto it, its prime minister said"
        named = self.syntax.mentions(subject)
        return (
            named is not None
            and bool(named.country)
            and any(m.country == named.country for m in self._who_says(speaker))
        )

    def _who_says(self, speaker: Token | None) -> list[ActorMention]:
        """The names of who speaks; of "he" the people that were named last."""
        if speaker is None:
            return []
        if speaker.lower_ not in self.lexicon.tables["actors"]["person_pronouns"]:
            return [mention for word in speaker.subtree if (mention := self.syntax.mentions(word)) is not None]
        here = [m for m in self.syntax.actors if m.end <= self.syntax.sentence.start + speaker.idx]
        people = ([m for m in names if m.kind == "person"] for names in (here, *self.syntax.before))
        return next(filter(None, people), [])

    def _kind(self, clause: Token) -> str | None:
        """The PLOVER type of a deed; of what somebody is ready for, that; and of what he will not do."""
        deed = self.ready_for(clause) or (clause if clause.lemma_ != "be" else None)
        if deed is None:
            return None
        if deed.pos_ != "VERB":
            return self.syntax.kind_of(deed)
        if deed.lemma_ not in self.lexicon.telling["static"] and self.is_refused(deed):
            return "REJECT"
        thing = self.syntax.object(deed)
        kind = self.syntax.kind_with_object(deed.lemma_, thing) or self.lexicon.verbs.get(deed.lemma_)
        acts = deed.tag_ == "VBG" and thing is not None and thing.pos_ in NOMINAL  # "was sending a team to the capital"
        if (
            kind is None
            and acts
            and deed.lemma_ not in self.lexicon.telling["static"] | self.lexicon.telling["reporting"]
        ):
            return "OTHER"
        subject = self.syntax.event_noun(self.syntax.subject(deed))
        if kind is None and subject is not None and self._tells_how_it_went(deed):
            return self.syntax.kind_of(subject)  # "talks had begun"
        ordered = self.syntax.event_noun(thing) if deed.lemma_ in self.lexicon.telling["orders"] else None
        return kind or (self.syntax.kind_of(ordered) if ordered is not None else None)

    def _tells_how_it_went(self, verb: Token) -> bool:
        telling = self.lexicon.telling
        return bool(phrasal(verb) & (telling["begin"] | telling["finish"] | telling["courses"] | telling["happen"]))

    def is_refused(self, clause: Token) -> bool:
        """Whether somebody will not do what a clause says: "would not take part"."""
        return any(child.dep_ == "neg" for child in clause.children)

    def ready_for(self, clause: Token) -> Token | None:
        """What somebody is ready for: "was ready to lift the sanctions", "is prepared to withdraw", "is open to talks"."""
        willing, passive = self.lexicon.telling["willing"], clause.tag_ == "VBN"
        for word in [clause] if passive else clause.rights:
            if word.lower_ in willing and (passive or word.dep_ == "acomp"):
                to = (inner for child in word.rights if child.dep_ == "prep" for inner in child.children)
                nouns = (inner for inner in to if inner.dep_ == "pobj" and self.syntax.event_noun(inner) is not None)
                return next((c for c in word.rights if c.dep_ == "xcomp"), None) or next(nouns, None)
        return None

    def _is_over(self, clause: Token, said: Token, kind: str | None) -> bool:
        """Whether what is `said` is told as done: "had agreed"; but for what is announced also "has agreed", "agreed", where that
        is no opinion ("said he supported it" is what he does)."""
        told = auxiliaries(clause)
        if clause.tag_ == "VBN" and told & self.lexicon.status["had"]:
            return True
        if said.lemma_ in self.lexicon.telling["acts"] or not told <= self.lexicon.status["perfect"]:
            return False
        return clause.tag_ == "VBN" or (clause.tag_ == "VBD" and kind not in self.lexicon.cast["words"])

    def _had_done(self, clause: Token, said: Token) -> bool:
        """Whether a clause tells what somebody with a name did or had done, at a time that it does not say."""
        kind = self._kind(clause)
        done = self._is_over(clause, said, kind)
        known = done and kind is not None and (self.syntax.has_actor_subject(clause) or self._is_known(clause))
        denied = any(child.dep_ == "neg" for child in clause.children)
        dates = [time for time in self.syntax.times if time.type != "DURATION" or time.anchor]
        inside = {self.syntax.sentence.start + word.idx for word in clause.subtree}
        return known and not denied and all(time.start not in inside for time in dates)

    def _is_known(self, clause: Token) -> bool:
        """Whether who or what a clause tells of is known without a name: an event, or two sides told of before."""
        subject, cast = self.syntax.subject(clause), self.lexicon.cast
        if subject is None:
            return False
        two = any(child.lower_ in cast["two"] for child in subject.children)
        pair = two and subject.lemma_ in cast["pair_of_powers"] | cast["pair_of_people"]
        return pair or self.syntax.event_noun(subject) is not None

    def _says_of_somebody(self, verb: Token) -> bool:
        """Whether people without a name tell what they will do with somebody who has one: "the militants announced they would meet
        U.S. officials"."""
        subject, own = self.syntax.subject(verb), self.lexicon.own
        people = subject is not None and subject.lower_ in self.lexicon.cast["groups"]
        said = [child for child in verb.rights if child.dep_ == "ccomp"] if people else []
        theirs = [clause for clause in said if any(c.dep_ in SUBJECT and c.lower_ in own for c in clause.children)]
        return any(self.syntax.mentions(word) is not None for clause in theirs for word in clause.subtree)
