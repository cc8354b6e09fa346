"""One parsed sentence: which word a time belongs to, and which event that word names.

The parse decides; what words mean is in `lang/<code>/events.toml`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from timeline.grammar import NOMINAL, SUBJECT, antecedent, auxiliaries, main_verb
from timeline.lexicon import Lexicon
from timeline.model import ActorMention, Sentence, TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

#: Types of events that go on until somebody ends them; what is called off of the others was yet to come.
_IN_FORCE = ("SANCTION", "ASSAULT", "COERCE", "AGREE", "AID", "COOPERATE")
_BESIDE = 8  # words between an event noun and the time that it has


@dataclass
class Syntax:
    """One parsed sentence with the names and times in it."""

    lexicon: Lexicon
    sentence: Sentence
    doc: Doc
    actors: Sequence[ActorMention]
    namer: Callable[[Doc], Doc] = lambda doc: doc  # marks the names that only the model knows
    times: Sequence[TimeExpression] = ()

    @cached_property
    def names(self) -> Sequence[Span]:
        """The names that the model sees; looked for when somebody asks."""
        return self.namer(self.doc).ents

    def name_at(self, token: Token) -> Span | None:
        return next((name for name in self.names if name.start <= token.i < name.end), None)

    def kind_of_name(self, token: Token) -> str | None:
        """PERSON, ORG, GPE, LOC, FAC ... or None."""
        name = self.name_at(token)
        return name.label_ if name is not None else None

    def time_words(self, word: Token) -> list[Token]:
        """The words of the time expression that a word is in, if it is in one."""
        at = self.sentence.start + word.idx
        time = next((each for each in self.times if each.start <= at < each.end), None)
        return self.tokens(time.start, time.end) if time is not None else []

    def tokens(self, start: int, end: int) -> list[Token]:
        base = self.sentence.start
        return [t for t in self.doc if t.idx + base < end and t.idx + len(t) + base > start and not t.is_space]

    def governor(self, token: Token, inside: Sequence[Token]) -> tuple[Token | None, Token | None]:
        """The word that a time depends on, and the preposition between them."""
        preposition: Token | None = None
        for _ in range(8):
            if token.head.i == token.i:
                return token, preposition
            parent = token.head
            if token.dep_ in ("pobj", "pcomp") and parent.pos_ in ("ADP", "SCONJ", "ADV", "VERB"):
                preposition = preposition or (parent if parent not in inside else None)
                token = parent
                continue
            if parent.pos_ in ("ADP", "ADV", "ADJ", "NUM", "PART", "SCONJ") and parent.dep_ != "ROOT":
                token = parent
                continue
            told = self._verb_behind(parent, inside) if token in inside else None
            return told or parent, preposition
        return None, None

    @staticmethod
    def _verb_behind(subject: Token, time: Sequence[Token]) -> Token | None:
        """The past verb right behind a time that the parser hung on the verb's subject: "Norway Friday ratified it"."""
        first = subject
        while first.dep_ == "conj":
            first = first.head
        verb = first.head
        if first.dep_ not in SUBJECT or verb.tag_ != "VBD" or not subject.i < time[0].i <= time[-1].i < verb.i:
            return None
        return verb if all(word.pos_ in ("PUNCT", "ADV") for word in verb.doc[time[-1].i + 1 : verb.i]) else None

    def seen_through(self, word: Token, time: TimeExpression | None = None) -> tuple[Token | None, Token | None]:
        """The event that a dated word names, and the clause that tells it where that is a relative clause."""
        verb = word
        while verb.pos_ in NOMINAL and not self.names_event(verb) and verb.head.i != verb.i:
            verb = verb.head
        if verb.dep_ == "relcl" and verb.tag_ in ("VBZ", "VBP") and time and time.type != "SET":
            above = verb.head
            while above.pos_ not in ("VERB", "AUX") and above.head.i != above.i:
                above = above.head
            if above.tag_ == "VBD":  # "crossed the line that divides Korea on Friday": the crossing was on Friday
                return self.trigger(above), None
        if verb.dep_ == "pobj" and verb.head.lower_ in self.lexicon.status["without"] and verb.head.head.pos_ == "VERB":
            return self.trigger(verb.head.head), None
        trigger = self.trigger(word)
        relative = verb.pos_ in ("VERB", "AUX") and verb.dep_ == "relcl" and trigger is not None and trigger.i != verb.i
        return trigger, verb if relative else None

    def trigger(self, word: Token) -> Token | None:
        """The event that a dated word names: seen through light, aspectual and matrix verbs and plain nouns."""
        for _ in range(6):
            if word.pos_ in NOMINAL and self.is_misread_verb(word):
                return self.verb_trigger(word)
            if word.pos_ in NOMINAL:
                if self.names_event(word):
                    return word
                if word.head.i == word.i:
                    return None
                if word.dep_ in SUBJECT and word.head.pos_ not in ("VERB", "AUX"):
                    return None
                word = word.head
                continue
            if word.pos_ in ("VERB", "AUX"):
                return self.verb_trigger(main_verb(word))
            if word.head.i == word.i:
                return None
            word = word.head
        return None

    def is_misread_verb(self, noun: Token) -> bool:
        """Whether a word that the model calls a noun is the verb of its sentence: "Talks resume in Brussels"."""
        verbs = self.lexicon.telling["begin"] | self.lexicon.telling["go_on"] | self.lexicon.verbs.keys()
        return noun.dep_ == "ROOT" and noun.lemma_ in verbs and any(child.dep_ == "nsubj" for child in noun.children)

    def noun_beside(self, time: Token) -> Token | None:
        """The event noun that stands before a time with no verb between: "In a speech Friday, he described ..."."""
        for word in reversed(time.doc[max(0, time.i - _BESIDE) : time.i]):
            if word.pos_ in ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ"):
                return None
            if self.names_event(word) and word.dep_ in ("pobj", "dobj", "conj"):
                return word
        return None

    def _addressed(self, verb: Token) -> bool:
        """Whether somebody with a name is written to."""
        to = (child for child in verb.children if child.lower_ in self.lexicon.cast["toward"])
        return any(self.mentions(inner) is not None for child in to for inner in child.children)

    def is_event_word(self, noun: Token) -> bool:
        """Whether a noun or a name's last word is one of events: "treaty", "Treaty"."""
        return self.kind_of(noun) is not None

    def kind_of(self, noun: Token) -> str | None:
        """The type of the event that a noun names, alone or with the word before it ("cease-fire", "hunger strike"); a
        time ("March") names none."""
        if self.time_words(noun):
            return None
        lemma, first = noun.lemma_.lower(), noun.i == 0
        joined = not first and noun.nbor(-1).text == "-" and noun.i > 1
        two = f"{noun.nbor(-2).lower_}-{lemma}" if joined else "" if first else f"{noun.nbor(-1).lower_} {lemma}"
        return self.lexicon.nouns.get(two) or self.lexicon.nouns.get(lemma)

    def in_force(self, noun: Token) -> bool:
        """Whether what a noun names goes on until somebody ends it."""
        return self.kind_of(noun) in _IN_FORCE

    def kind_with_object(self, lemma: str, thing: Token | None) -> str | None:
        """The type of a verb that means something else with an object of some type, a bond, a supply, a force or an organisation:
        "leave the pact"."""
        if thing is None:
            return None
        cast, known = self.lexicon.cast, self.mentions(thing)
        group = next((name for name in ("bonds", "supplies", "forces") if thing.lemma_ in cast[name]), None)
        called = known.kind if known else group or self.kind_of(thing)
        kind = self.lexicon.tables["with_object"].get(f"{lemma} {called}")
        return str(kind) if kind else None

    def names_event(self, noun: Token) -> bool:
        return self.is_event_word(noun) and not (noun.dep_ in ("compound", "nmod") and noun.head.pos_ in NOMINAL)

    def verb_trigger(self, verb: Token) -> Token | None:
        telling, status = self.lexicon.telling, self.lexicon.status
        lemma = verb.lemma_.lower()
        inner = next((c for c in verb.children if c.dep_ == "xcomp" and c.pos_ in ("VERB", "AUX")), None)
        asks = self.lexicon.tables["with_preposition"].get(f"{lemma} for") == "REQUEST"
        if inner is not None and asks and any(child.dep_ == "mark" for child in inner.lefts):
            return verb  # "called for both sides to hold fire"
        adjective = next((child for child in verb.children if child.dep_ == "acomp"), None)
        if adjective is not None and inner is None:
            inner = next((c for c in adjective.children if c.dep_ == "xcomp" and c.pos_ in ("VERB", "AUX")), None)
        matrix = status["scheduled_matrix"] | status["speculated_matrix"]
        looks_ahead = lemma in matrix or (adjective is not None and adjective.lemma_ in matrix)
        if inner is not None and looks_ahead and lemma not in telling["own_acts"]:
            return self.verb_trigger(inner) or inner
        if verb.dep_ == "xcomp" and verb.head.lemma_ in telling["attempts"]:
            return verb.head
        if verb.dep_ == "acl" and auxiliaries(verb) == {"to"}:
            if verb.head.lemma_ in telling["attempts"]:
                return verb.head  # "an attempt to seize power in May"
            if verb.head.lemma_ in telling["bids"] and verb.head.dep_ in ("dobj", "pobj"):
                return self.trigger(verb.head)  # "will vote on a bid to join the pact on Monday"
        if verb.tag_ == "VBN" and verb.dep_ == "acl" and lemma in telling["labels"]:
            return self.trigger(verb.head)  # "set up a venture called Orion in 1980"
        named = lemma in telling["naming"] | telling["reporting"] and verb.dep_ in ("ccomp", "pcomp")
        if named and any(child.lower_ in self.lexicon.tables["actors"]["what"] for child in verb.children):
            return self.trigger(verb.head)  # "tested what it called a hydrogen bomb in May": the test was in May
        bound = any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.children)
        if lemma in telling["responds"] and (done := self._by_doing(verb)) is not None:
            return done
        if lemma in telling["reporting"] and bound and not any(child.dep_ == "ccomp" for child in verb.children):
            return verb  # "must report by December 15" is to be done, and says nothing yet
        if lemma in telling["letters"] and self.has_named_subject(verb) and self._addressed(verb):
            return verb
        if lemma in telling["reporting"]:
            return self._done_by_saying(verb)
        subject, thing = self.subject(verb), self.object(verb)
        if subject is not None and subject.pos_ in NOMINAL and subject.lemma_ in status["deadline_words"]:
            return subject  # "a deadline arrives on March 23"
        if lemma in telling["planned"] and (noun := self.event_noun(thing)) is not None:
            return noun
        if lemma == "take" and thing is not None and thing.lemma_ == "place":
            named = subject is not None and subject.pos_ in NOMINAL
            return self.event_noun(subject) or (verb if named else None)
        if lemma in telling["happen"] and lemma != "take" and (noun := self.event_noun(subject)) is not None:
            return noun
        if lemma in telling["begin"] | telling["finish"] | telling["go_on"]:
            # a subject that is not its own comes second: "the deal was brokered by Chad, whose envoy opened talks"
            own = any(child.dep_ in SUBJECT for child in verb.children)
            first, second = (subject, thing) if own or thing is None else (thing, subject)
            return self.event_noun(first) or self.event_noun(second) or (verb if subject is not None else None)
        if lemma in telling["light"] and thing is not None and thing.lemma_ in telling["comments"]:
            return None
        if lemma in telling["puts_to"]:
            to = (
                child for child in verb.children if child.dep_ == "prep" and child.lower_ in self.lexicon.cast["toward"]
            )
            nouns = (self.event_noun(inner) for child in to for inner in child.children)
            noun = next((each for each in nouns if each is not None and each.lemma_ in telling["polls"]), None)
            if noun is not None:
                return noun
        particles = {child.lower_ for child in verb.children if child.dep_ == "prt"} - telling["light_particles"]
        if lemma in telling["light"] and not particles and (noun := self.event_noun(thing)) is not None:
            return noun
        calls_off = lemma in status["cancelled_verb"] or self.calls_off(verb)
        asked = self.lexicon.verbs.get(verb.head.lemma_) in ("REQUEST", "THREATEN")
        if calls_off and asked and verb.dep_ == "xcomp":
            return verb.head  # "urged him to call off the trip": nobody has
        if calls_off:
            noun = self.event_noun(thing) or self.event_noun(subject)
            # sanctions, raids, deals and aid that are suspended were in force: the suspension is the event
            return noun if noun is not None and not self.in_force(noun) else verb
        staged = verb.tag_ == "VBN" and lemma in telling["staged"] | telling["light"]
        if staged and (noun := self.event_noun(subject) or self._event_around(verb)) is not None:
            return noun
        if lemma in telling["static"] and verb.dep_ == "xcomp" and verb.head.lemma_ in status["denied_matrix"]:
            return verb.head  # "refused to see him"
        if lemma in telling["static"] or verb.pos_ == "AUX":
            if lemma in status["need"]:
                return verb
            if adjective is not None and adjective.lemma_ in telling["awaited"] and self._leads_to_a_place(verb):
                return adjective  # "is due in Beijing next week"
            return self.event_noun(subject) if lemma == "be" else None
        return verb

    def _done_by_saying(self, verb: Token) -> Token | None:
        """The event that is done in saying it: an announcement, or a deed that somebody says is his."""
        telling = self.lexicon.telling
        deed = self.own_deed(verb)
        if deed is not None and deed.tag_ == "VBG":
            return self.verb_trigger(deed)  # "said it was suspending the deal": so it did
        declared = verb.head if verb.dep_ == "acl" and verb.tag_ == "VBN" else self.object(verb)
        thing = self.event_noun(declared)  # "a truce declared in May"
        made_known = thing is not None and self.kind_of(thing) == "AGREE"
        announced = verb.lemma_ in telling["acts"] and (made_known or self.has_named_subject(verb))
        return verb if announced or deed is not None else None

    def own_deed(self, verb: Token) -> Token | None:
        """What somebody with a name says that he is doing or will do: "Russia said it would withdraw its troops"."""
        clause = next((c for c in verb.rights if c.dep_ == "ccomp"), None)
        subject = next((c for c in clause.children if c.dep_ == "nsubj"), None) if clause is not None else None
        if clause is None or subject is None or subject.lower_ not in self.lexicon.own:
            return None
        ahead = auxiliaries(clause) & self.lexicon.status["will_do"] and clause.tag_ == "VB"
        going_on = auxiliaries(clause) & self.lexicon.status["doing"] and clause.tag_ == "VBG"
        kind = self.kind_with_object(clause.lemma_, self.object(clause)) or self.lexicon.verbs.get(clause.lemma_)
        speaker = self.subject(verb)
        body = speaker is not None and speaker.lemma_.lower() in self.lexicon.cast["bodies"]
        known = body or self.has_actor_subject(verb)
        return clause if (ahead or going_on) and kind not in (None, "CONSULT") and known else None

    def outermost(self, trigger: Token, time: Token) -> Token:
        """The meeting that a time behind a chain of nouns dates: "a meeting of the committee for the accord on Friday"."""
        word, found = trigger, trigger
        while found.pos_ in NOMINAL and trigger.i < time.i and word.dep_ == "pobj" and word.head.head.pos_ in NOMINAL:
            word = word.head.head
            if self.kind_of(word) == "CONSULT":
                found = word
        return found

    def met(self, trigger: Token) -> Token:
        """The meeting where its purpose is dated: "met Putin for talks on Friday" was on Friday."""
        above = trigger.head.head if trigger.dep_ == "pobj" and trigger.head.lower_ == "for" else trigger
        meets = above.pos_ == "VERB" and above.lemma_ in self.lexicon.telling["meeting"]
        return above if meets and self.kind_of(trigger) == "CONSULT" else trigger

    def _event_around(self, clause: Token) -> Token | None:
        """The event noun that a relative clause is about, where the parser hung it on a noun inside: "a visit by the
        minister that had been planned"."""
        for word in clause.ancestors if clause.dep_ in ("relcl", "acl") else ():
            if word.pos_ in ("VERB", "AUX"):
                return None
            if word.pos_ in NOMINAL and self.is_event_word(word):
                return word
        return None

    def _by_doing(self, verb: Token) -> Token | None:
        """What a response was: "responded by banning eight officials"."""
        ways = (child for child in verb.children if child.dep_ == "prep" and child.lower_ == "by")
        return next((c for way in ways for c in way.children if c.dep_ == "pcomp" and c.tag_ == "VBG"), None)

    def _leads_to_a_place(self, verb: Token) -> bool:
        inner = (c for p in verb.children if p.dep_ == "prep" and p.lower_ in ("in", "at") for c in p.children)
        return any(
            (found := self.mentions(each)) and (found.capital or found.kind in ("place", "country")) for each in inner
        )

    def brought_about(self, trigger: Token) -> Token:
        """The act that brings about what a dated noun names: "ratified the accession on Monday" was on Monday."""
        verb = trigger.head
        acts = verb.lemma_ in self.lexicon.telling["achieve"] or self.lexicon.verbs.get(verb.lemma_) == "AGREE"
        done = trigger.dep_ == "dobj" and verb.tag_ == "VBD" and acts and self.has_named_subject(verb)
        return verb if done and self.kind_of(trigger) not in ("CONSULT", "AGREE") else trigger

    def called_for(self, verb: Token) -> Token:
        """What is asked for, where a date binds that: "called for a truce by April 10"."""
        asked = self.lexicon.tables["with_preposition"].get(f"{verb.lemma_} for") == "REQUEST"
        inner = (c for child in verb.children if asked and child.lower_ == "for" for c in child.children)
        return next((noun for each in inner if (noun := self.event_noun(each)) is not None), verb)

    def calls_off(self, verb: Token) -> bool:
        """Whether a verb with its particle is one of cancelling: "called off"."""
        beside = [child.lower_ for child in verb.children if child.dep_ in ("prt", "advmod")]
        return any(f"{verb.lemma_.lower()} {word}" in self.lexicon.status["cancelled_verb"] for word in beside)

    def put_off_since(self, noun: Token, clause: Token) -> Token | None:
        """The verb that undoes what was planned of an event noun: "talks were to begin in May but were put off"."""
        if noun.pos_ not in NOMINAL:
            return None
        for verb in (clause, *clause.ancestors):
            for other in verb.conjuncts:
                passive = any(child.dep_ == "auxpass" for child in other.children)
                own = any(child.dep_ in SUBJECT for child in other.children)
                undone = other.lemma_ in self.lexicon.status["cancelled_verb"] or self.calls_off(other)
                if other.i > verb.i and passive and undone and not own:
                    return other
        return None

    def event_noun(self, word: Token | None) -> Token | None:
        """The event noun that a subject or object is, or stands for ("which" for its antecedent)."""
        if word is None:
            return None
        if (noun := antecedent(word, self.lexicon)).i != word.i:
            word = noun
            if word.dep_ == "appos" and word.lemma_.lower() not in self.lexicon.nouns:
                word = word.head
        if word.pos_ in NOMINAL and self.is_event_word(word):
            return word
        for child in word.children:  # "a round of talks", "the first of three meetings"
            if child.dep_ == "prep" and child.lower_ == "of":
                for inner in child.children:
                    if inner.dep_ == "pobj" and self.is_event_word(inner):
                        return inner
        return None

    def subject(self, verb: Token) -> Token | None:
        if (receiver := self._given_time(verb)) is not None:
            return receiver
        if any(child.dep_ == "expl" for child in verb.children):  # "there were talks on May 4"
            return next((child for child in verb.children if child.dep_ == "attr"), None)
        for step in range(4):
            for child in verb.children:
                if (
                    child.dep_ in SUBJECT
                    and verb.dep_ == "ccomp"
                    and verb.head.tag_ == "VBD"
                    and self.time_words(child)
                ):
                    return self.subject(verb.head)  # "a truce declared this March collapsed", misread
                if child.dep_ in SUBJECT:  # "Russia, whose minister warned ..., froze contacts": Russia did that
                    return self._counted(self._owned(child) if step == 0 else child)
            for child in verb.lefts:
                if main_verb(child).i == verb.i and child.pos_ == "VERB":
                    return self.object(child)
            if verb.dep_ not in ("xcomp", "oprd", "conj", "acomp", "advcl") or verb.head.i == verb.i:
                break
            verb = verb.head
        if verb.dep_ == "pcomp" and verb.tag_ == "VBG" and verb.head.pos_ == "ADP":
            above = verb.head.head  # "after passing two deadlines, diplomats met", "Libyans suspected of bombing a jet"
            if above.pos_ in NOMINAL and self.is_event_word(above):
                return next(
                    (c for c in above.children if c.dep_ == "poss"), None
                )  # "his first visit since taking office"
            return self.subject(above) if above.pos_ in ("VERB", "AUX") and above.i != verb.i else None
        if verb.dep_ == "acl" and verb.head.pos_ in NOMINAL:
            if verb.tag_ != "VB":
                named = verb.head.dep_ == "appos" and verb.head.head.pos_ == "PROPN" and verb.tag_ != "VBD"
                return verb.head.head if named else verb.head  # "Jonathan Pollard, an American jailed in 1987"
            above = self.clause(verb.head)  # "accepted an invitation to visit Pyongyang": the visitor accepted
            return next((child for child in above.children if child.dep_ in SUBJECT), None)
        return None

    def _given_time(self, verb: Token) -> Token | None:
        """Who has to do what time is given for: "gave the rebels 48 hours to leave", "France has ten days to reply"."""
        above = verb.head if verb.head.pos_ in ("VERB", "AUX") else verb.head.head
        if verb.dep_ not in ("relcl", "acl", "advcl") or above.lemma_ not in self.lexicon.telling["give_time"]:
            return None
        if auxiliaries(verb) != {"to"} or any(child.dep_ in SUBJECT for child in verb.children):
            return None
        given = next((child for child in above.children if child.dep_ == "dative"), None)
        return given or next((child for child in above.children if child.dep_ in SUBJECT), None)

    def _counted(self, subject: Token) -> Token:
        """The two of "the two last met in May", where the parser takes "last" for a noun."""
        two = (c for c in subject.children if c.lower_ in self.lexicon.cast["two"] and c.dep_ == "nummod")
        return next(two, subject) if subject.tag_ == "JJ" else subject

    def _owned(self, subject: Token) -> Token:
        """The minister in "Fujimori, whose foreign minister resigned", which the parser takes for an apposition or for
        a second subject."""
        whose = self.lexicon.tables["actors"]["whose"]
        seconds = [child for child in subject.head.children if child.dep_ in SUBJECT and child.i > subject.i]
        beside = (*(child for child in subject.children if child.dep_ == "appos"), *seconds)
        return next((c for c in beside if any(word.lower_ in whose for word in c.doc[c.left_edge.i : c.i])), subject)

    def object(self, verb: Token) -> Token | None:
        return next((child for child in verb.children if child.dep_ in ("dobj", "obj", "attr")), None)

    def has_actor_subject(self, verb: Token) -> bool:
        subject = self.subject(verb)
        return subject is not None and any(
            self.mentions(token) for token in subject.subtree if token.i <= subject.i + 1
        )

    def has_named_subject(self, verb: Token) -> bool:
        """Whether somebody with a name does it, or a pronoun that may stand for one."""
        subject = self.subject(verb)
        if subject is not None and verb.dep_ == "relcl":
            subject = antecedent(subject, self.lexicon)  # "Guterres, who had written to Putin"
        bodies = self.lexicon.cast["bodies"]
        named = subject is not None and (
            subject.pos_ == "PROPN" or subject.lower_ in self.lexicon.pronouns or subject.lemma_ in bodies
        )
        return named or self.has_actor_subject(verb)

    def clause(self, trigger: Token) -> Token:
        """The verb that tells the trigger: itself, or the verb above an event noun."""
        word = trigger
        while word.pos_ not in ("VERB", "AUX") and word.head.i != word.i:
            word = word.head
        word = main_verb(word)
        inner = next((c for a in word.children if a.dep_ == "acomp" for c in a.children if c.dep_ == "xcomp"), None)
        return inner if inner is not None and word.pos_ == "AUX" and trigger.pos_ in NOMINAL else word

    def mentions(self, token: Token) -> ActorMention | None:
        at = self.sentence.start + token.idx
        return next((mention for mention in self.actors if mention.start <= at < mention.end), None)
