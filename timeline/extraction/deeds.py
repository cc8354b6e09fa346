"""What a noun that has a date names: the meeting around it, the act that brought it about, the deed that an attack was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.extraction.syntax import Syntax
from timeline.lang.lexicon import Lexicon
from timeline.parsing.grammar import NOMINAL, SUBJECT, particle

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_BESIDE = 8  # words between an event noun and the time that it has


@dataclass
class Deeds:
    """Sees through the dated nouns of one sentence."""

    syntax: Syntax

    @property
    def lexicon(self) -> Lexicon:
        return self.syntax.lexicon

    def noun_beside(self, time: Token) -> Token | None:
        """The event noun that stands before a time with no verb between: "In a speech Friday, he described ..."."""
        for word in reversed(time.doc[max(0, time.i - _BESIDE) : time.i]):
            if word.pos_ in ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ"):
                return None
            if self.syntax.names_event(word) and word.dep_ in ("pobj", "dobj", "conj"):
                above = word.head.head  # "cited violations of the truce on Friday"
                ends = above.lemma_ in self.lexicon.cast["continuing"] or self.syntax.ended(above) == word
                return above if ends else word
        return None

    def outermost(self, trigger: Token, time: Token) -> Token:
        """The meeting that a time behind a chain of nouns dates: "a meeting of the committee for the accord on Friday"."""
        word, found = trigger, trigger
        while found.pos_ in NOMINAL and trigger.i < time.i and word.dep_ == "pobj" and word.head.head.pos_ in NOMINAL:
            if word.head.lower_ in self.lexicon.relations:
                break  # "the first visit since the coup on May 3"
            word = word.head.head
            if self.syntax.kind_of(word) == "CONSULT":
                found = word
        return found

    def met(self, trigger: Token) -> Token:
        """The meeting or visit where its purpose is dated: "met Putin for talks on Friday" was on Friday."""
        above = trigger.head.head if trigger.dep_ == "pobj" and trigger.head.lower_ == "for" else trigger
        visits = above.lemma_ in self.lexicon.cast["visited"] and any(c.dep_ == "dobj" for c in above.children)
        meets = above.pos_ == "VERB" and (visits or above.lemma_ in self.lexicon.telling["meeting"])
        return above if meets and self.syntax.kind_of(trigger) == "CONSULT" else trigger

    def brought_about(self, trigger: Token) -> Token:
        """The act that brings about what a dated noun names: "ratified the accession on Monday" was on Monday."""
        verb = trigger.head
        idioms = self.lexicon.tables["with_preposition"]
        kind = idioms.get(f"{verb.lemma_} {particle(verb)}") or self.lexicon.verbs.get(verb.lemma_)
        ends = self.syntax.kind_with_object(verb.lemma_, trigger)
        kind = ends if ends == "REJECT" else kind  # "halts talks with Mali on Monday"
        told = verb.tag_ in ("VBD", "VBZ")
        done = trigger.dep_ == "dobj" and told and self.syntax.has_named_subject(verb)
        more = any(child.dep_ == "relcl" for child in trigger.rights)  # "condemned a raid on Monday that killed ten"
        if done and kind in ("ACCUSE", "SUPPORT", "REJECT") and not more and not self.syntax.cancels(verb):
            return verb  # "condemned the raid on Monday", "ruled out a visit on Monday"
        orders = verb.lemma_ in self.lexicon.telling["orders"]
        acts = verb.lemma_ in self.lexicon.telling["achieve"] or kind == "AGREE" or orders
        return verb if done and acts and self.syntax.kind_of(trigger) not in ("CONSULT", "AGREE") else trigger

    def done_in(self, noun: Token) -> Token:
        """The deed that an attack was: "seized the town in an attack on Monday", "was killed in a raid in May"."""
        verb = noun.head.head
        inside = noun.dep_ == "pobj" and noun.head.lower_ in self.lexicon.cast["where"] and verb.tag_ in ("VBD", "VBN")
        vague = all(child.lower_ not in self.lexicon.cast["definite"] for child in noun.lefts)
        hostile = self.lexicon.cast["hostile"]
        means = noun.dep_ == "pobj" and noun.head.lower_ in self.lexicon.cast["by_means"]
        suffers = any(child.dep_ in ("nsubjpass", "dobj") for child in verb.children)
        if means and vague and suffers and self.syntax.kind_of(noun) in hostile:
            return verb  # "was destroyed with a loud explosion on Tuesday"
        kind = self.syntax.kind_with_object(verb.lemma_, self.syntax.object(verb))
        kind = kind or self.lexicon.verbs.get(verb.lemma_)
        acts = inside and vague and verb.dep_ != "acl" and kind in hostile
        if not acts or self.syntax.kind_of(noun) not in hostile:
            return noun
        while verb.dep_ == "conj" and verb.tag_ == "VBN" and self.lexicon.verbs.get(verb.head.lemma_) in hostile:
            verb = verb.head  # "six people were killed and 58 injured"
        return verb

    def resolve(self, time: Token) -> Token | None:
        """The noun before a time that is what somebody resolved to do: "Trump's decision on Oct. 6 to withdraw"."""
        preposition = time.head if time.dep_ == "pobj" else time.head.head
        noun = preposition.head
        if preposition.dep_ != "prep" or noun.pos_ != "NOUN" or noun.lemma_ not in self.lexicon.telling["resolves"]:
            return None
        to_do = (c for c in noun.rights if c.dep_ == "acl" and c.tag_ == "VB" and c.i > time.i)
        return noun if next(to_do, None) is not None else None

    def in_a_chain(self, verb: Token, time: Token) -> Token | None:
        """What a time beside it dates, where a verb says only that one event led to another: of "the arrest on Monday drew protests on
        Tuesday" the arrest or the protests."""
        subject = self.syntax.event_noun(self.syntax.subject(verb))
        if verb.lemma_ not in self.lexicon.telling["leads_to"] or subject is None or subject.i > verb.i:
            return None
        if subject.i < time.i < verb.i:
            return subject
        inner = next((c for c in verb.rights if c.dep_ in ("xcomp", "ccomp") and c.tag_ == "VB"), None)
        if inner is not None:
            return inner if inner.i < time.i else None  # "led Chad to recall its envoy on Tuesday"
        behind = [c for p in verb.rights if p.lower_ in self.lexicon.cast["toward"] for c in p.children]
        things = (self.syntax.event_noun(word) for word in (*verb.rights, *behind) if word.dep_ in ("dobj", "pobj"))
        return next((thing for thing in things if thing is not None and verb.i < thing.i < time.i), None)

    def with_the_first(self, verb: Token) -> Token:
        """The first of two verbs that share a "were", of which the day stands behind the last: "six were killed and 58 injured on
        Monday"."""
        first = verb.head
        shared = verb.dep_ == "conj" and verb.tag_ == first.tag_ == "VBN" and first.i < verb.i
        own = any(child.dep_ in ("aux", "auxpass") for child in verb.children)
        dated = any(self.syntax.time_words(word) for word in verb.doc[first.left_edge.i : verb.left_edge.i])
        kinds = {self.lexicon.verbs.get(first.lemma_), self.lexicon.verbs.get(verb.lemma_)}
        return first if shared and not own and not dated and kinds == {"ASSAULT"} else verb

    def kept_from(self, noun: Token) -> Token:
        """The verb that keeps somebody from what a noun names: "barred the general from its summits last October"."""
        verb = noun.head.head
        if noun.dep_ != "pobj":
            return noun
        kept = f"{verb.lemma_} {noun.head.lower_}" in self.lexicon.telling["keeps_from"]
        left = noun.head.lower_ in self.lexicon.cast["left_from"] and particle(verb) != ""
        if left and self.syntax.kind_of(noun) == "AGREE":
            return verb  # "walked out from the accord in May"
        return verb if kept and self.syntax.object(verb) is not None else noun

    def called_for(self, verb: Token) -> Token:
        """What is asked for, where a date binds that: "called for a truce by April 10"."""
        asked = self.lexicon.tables["with_preposition"].get(f"{verb.lemma_} for") == "REQUEST"
        inner = (c for child in verb.children if asked and child.lower_ == "for" for c in child.children)
        return next((noun for each in inner if (noun := self.syntax.event_noun(each)) is not None), verb)

    def is_told_of(self, noun: Token, behind: Span) -> bool:
        """Whether what stands behind a time goes on telling of a noun that a verb only speaks of: "condemned the attack in Benghazi
        on 10 August that killed three"."""
        speaks = noun.dep_ == "dobj" and self.lexicon.verbs.get(noun.head.lemma_) in self.lexicon.cast["words"]
        relative = len(behind) > 1 and behind[0].tag_ == "WDT" and behind[0].dep_ in SUBJECT
        return speaks and relative
