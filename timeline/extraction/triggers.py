"""Which word of a parsed sentence names the event that a time dates: seen through light, aspectual and matrix verbs, verbs
of saying and plain nouns ("is expected to hold talks on Friday": the talks).

What words mean is in `lang/<code>/events.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.extraction.naming import called_place, is_place, place_named
from timeline.extraction.sayings import Sayings
from timeline.extraction.syntax import Syntax
from timeline.lang.lexicon import Lexicon
from timeline.model import TimeExpression
from timeline.parsing.grammar import (
    NOMINAL,
    SUBJECT,
    antecedent,
    auxiliaries,
    has_particle,
    is_passive,
    main_verb,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What a step decides: the event's word, or that there is none; None where the next step may.
Answer = tuple["Token | None"]


@dataclass
class Triggers:
    """Finds the words that name events in one sentence."""

    syntax: Syntax

    @property
    def lexicon(self) -> Lexicon:
        return self.syntax.lexicon

    @property
    def _sayings(self) -> Sayings:
        return Sayings(self.syntax)

    def seen_through(self, word: Token, time: TimeExpression | None = None) -> tuple[Token | None, Token | None]:
        """The event that a dated word names, and the clause that tells it where that is a relative clause, or one joined to
        another ("must begin by Monday and be completed in May")."""
        verb = word
        while verb.pos_ in NOMINAL and not self.syntax.names_event(verb) and verb.head.i != verb.i:
            verb = verb.head
        ahead = self.lexicon.telling["planned_acts"] | self.lexicon.status["scheduled_matrix"]
        planned = verb.lemma_ in ahead or self.syntax.takes_effect(verb)
        planned = planned and verb.doc[verb.left_edge.i - 1].text == ","
        present = verb.tag_ in ("VBZ", "VBP") and verb.pos_ != "AUX"  # not "who is in Rome until Friday"
        if verb.dep_ == "relcl" and present and time and time.type != "SET" and not planned:
            above = verb.head
            while above.pos_ not in ("VERB", "AUX") and above.head.i != above.i:
                above = above.head
            if above.tag_ == "VBD":  # "crossed the line that divides Korea on Friday": the crossing was on Friday
                return self.trigger(above), None
        if verb.dep_ == "pobj" and verb.head.lower_ in self.lexicon.status["without"] and verb.head.head.pos_ == "VERB":
            return self.trigger(verb.head.head), None
        trigger = self.trigger(word)
        first = verb
        while first.dep_ == "conj" and not any(child.dep_ in SUBJECT for child in first.children):
            first = first.head  # "which must begin by Monday and be completed within two weeks"
        apart = (first.dep_ == "relcl" or first.i != verb.i) and trigger is not None and trigger.i != verb.i
        relative = verb.pos_ in ("VERB", "AUX") and apart
        return trigger, verb if relative else None

    def trigger(self, word: Token) -> Token | None:
        """The event that a dated word names: seen through light, aspectual and matrix verbs and plain nouns."""
        for _ in range(6):
            if word.pos_ in NOMINAL and self.is_misread_verb(word):
                return self.verb_trigger(word)
            if word.pos_ in NOMINAL:
                if self.syntax.names_event(word):
                    above = word.head.head  # "a halt in fighting"
                    return above if word.dep_ == "pobj" and self.syntax.ended(above) == word else word
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

    def verb_trigger(self, verb: Token) -> Token | None:
        """The event that a verb tells of: itself, a verb that it governs or that governs it, or a noun beside it."""
        for step in (self._through_others, self._in_saying, self._of_a_noun, self._called_off, self._as_a_state):
            if (answer := step(verb)) is not None:
                return answer[0]
        return verb

    def _through_others(self, verb: Token) -> Answer | None:
        """A verb that only says of another how it is told, or that another only names or tries: "plans to meet"."""
        telling, status, lemma = self.lexicon.telling, self.lexicon.status, verb.lemma_.lower()
        inner = next((c for c in verb.children if c.dep_ == "xcomp" and c.pos_ in ("VERB", "AUX")), None)
        marks = [child for child in inner.lefts if child.dep_ == "mark"] if inner is not None else []
        if any(self.syntax.asks_of(verb, word) for word in (*verb.children, *marks)) and inner is not None:
            return (verb,)  # "called on Germany to renegotiate", "called for both sides to hold fire"
        adjective = next((child for child in verb.children if child.dep_ == "acomp"), None)
        if adjective is not None and inner is None:
            inner = next((c for c in adjective.children if c.dep_ == "xcomp" and c.pos_ in ("VERB", "AUX")), None)
        first = self._was_first_to(verb) if lemma in telling["becoming"] else None
        if first is not None:
            return (self.verb_trigger(first) or first,)
        matrix = status["scheduled_matrix"] | status["speculated_matrix"]
        is_to = inner is not None and verb.pos_ == "AUX" and adjective is None and auxiliaries(inner) == {"to"}
        looks_ahead = is_to or lemma in matrix or (adjective is not None and adjective.lemma_ in matrix)
        passive = any(child.dep_ == "auxpass" for child in verb.children)
        if inner is not None and lemma in telling["hearsay"] and (passive or lemma not in telling["reporting"]):
            return (self.verb_trigger(inner) or inner,)  # "is said to have met"
        of = self.syntax.subject(verb)
        if passive and inner is not None and of is not None and of.lemma_ in status["deadline_words"]:
            return (None,)  # "On Monday a two-week deadline was set for Chad to reply"
        if inner is not None and looks_ahead and lemma not in telling["own_acts"]:
            return (self.verb_trigger(inner) or inner,)
        if verb.dep_ == "xcomp" and verb.head.lemma_ in telling["attempts"]:
            return (verb.head,)
        if lemma in telling["set_free"] and verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_ in telling["lets"]:
            return (verb.head,)  # "let them go on Monday"
        if verb.dep_ == "xcomp" and verb.tag_ == "VBG" and verb.head.lemma_ in telling["finish"]:
            return (verb.head,)  # "agreed to stop firing"
        if verb.dep_ == "acl" and auxiliaries(verb) == {"to"}:
            if verb.head.lemma_ in telling["attempts"]:
                return (verb.head,)  # "an attempt to seize power in May"
            if verb.head.lemma_ in telling["bids"] and verb.head.dep_ in ("dobj", "pobj"):
                return (self.trigger(verb.head),)  # "will vote on a bid to join the pact on Monday"
        if verb.tag_ == "VBN" and verb.dep_ == "acl" and lemma in telling["labels"]:
            return (self.trigger(verb.head),)  # "set up a venture called Orion in 1980"
        named = lemma in telling["naming"] | telling["reporting"] and verb.dep_ in ("ccomp", "pcomp")
        if named and any(child.lower_ in self.lexicon.tables["actors"]["what"] for child in verb.children):
            return (self.trigger(verb.head),)  # "tested what it called a hydrogen bomb in May": the test was in May
        return None

    def _was_first_to(self, verb: Token) -> Token | None:
        """What somebody was the first to do: "became the 140th state to ratify the treaty"."""
        kinds = (child for child in verb.rights if child.dep_ == "attr")
        below = (verb, *kinds)
        inner = (c for above in below for c in above.rights if c.dep_ in ("acl", "relcl", "advcl") and c.tag_ == "VB")
        return next((c for c in inner if auxiliaries(c) == {"to"} and self.syntax.ranked(c)), None)

    def _in_saying(self, verb: Token) -> Answer | None:
        """What is done in saying or answering something; nothing, where it is only said."""
        telling, lemma = self.lexicon.telling, verb.lemma_.lower()
        if verb.lower_ in telling["sources"]:
            return (None,)
        if lemma in telling["responds"] and (done := self._by_doing(verb)) is not None:
            return (done,)
        if lemma not in telling["reporting"]:
            return None
        taken = is_passive(verb) and all(child.dep_ != "ccomp" for child in verb.children)
        to = (f"{lemma} {child.lower_}" for child in verb.rights if child.dep_ == "prep")
        if taken and any(known in self.lexicon.tables["with_preposition"] for known in to):
            return (verb,)  # "was admitted to a hospital"
        if taken and (noun := self.syntax.event_noun(self.syntax.subject(verb))) is not None and verb.dep_ == "ROOT":
            return (noun,)  # "an attack was reported in Kabul on Monday"
        to_do = (child for child in verb.children if child.dep_ == "xcomp" and "to" in auxiliaries(child))
        if self.lexicon.tables["with_infinitive"].get(lemma) == "REQUEST" and any(to_do):
            return (verb,)  # "told Putin to withdraw"
        if lemma in telling["shows"] and self._shown(verb):
            return (verb,)
        bound = any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.children)
        awaits = verb.dep_ == "xcomp" and self._is_awaited(verb.head)
        if (bound or awaits) and not any(child.dep_ == "ccomp" for child in verb.children):
            return (verb,)  # "must report by December 15" is to be done, and says nothing yet
        if lemma in telling["letters"] and self._is_from_somebody(verb) and self._addressed(verb):
            return (verb,)
        return (self._done_by_saying(verb),)

    def _of_a_noun(self, verb: Token) -> Answer | None:
        """A verb that says of an event noun only that it takes place, begins or ends."""
        telling, lemma = self.lexicon.telling, verb.lemma_.lower()
        bound = lemma == "be" and any(child.tag_ == "MD" for child in verb.children)
        if bound and any(c.dep_ != "prep" and c.lemma_ in telling["ended"] for c in verb.rights):
            return (None,)  # "the treaty may be dead by August"
        if lemma in telling["leads_to"] and verb.tag_ == "VBG" and verb.dep_ == "advcl":
            to = (c for p in verb.rights if p.lower_ in self.lexicon.cast["toward"] for c in p.children)
            if (led_to := next((n for c in to if (n := self.syntax.event_noun(c)) is not None), None)) is not None:
                return (led_to,)  # "..., leading to the fall of the city in May"
        subject, thing = self.syntax.subject(verb), self.syntax.object(verb)
        known = subject is not None and subject.pos_ in NOMINAL
        of_subject, of_object = self.syntax.event_noun(subject), self.syntax.event_noun(thing)
        if subject is not None and known and subject.lemma_ in self.lexicon.status["deadline_words"]:
            return (subject,)  # "a deadline arrives on March 23"
        if lemma in telling["planned"] | telling["recounting"] and of_object is not None:
            return (of_object,)
        if lemma in telling["sequels"] and thing is not None and thing.i > verb.i:
            decided = thing if thing.lemma_ in self.lexicon.cast["decisions"] else None
            return (of_object or decided or verb,)
        if thing is not None and f"{lemma} {thing.lemma_}" in telling["occurs"]:
            of_subject = self.syntax.event_noun(verb.head) if verb.dep_ == "acl" else of_subject
            return (of_subject or (verb if known else None),)
        if lemma in telling["falls_on"] and subject is not None and not self._can_fall(subject):
            behind = [child for child in verb.rights if not child.is_punct]
            on = [c for child in behind if child.lower_ in self.lexicon.cast["onto"] for c in child.children]
            if len(behind) == 1 and any(self.syntax.time_words(each) for each in on):
                return (of_subject,)  # "the vote falls on Aug. 24", "the anniversary, which fell on May 3"
        if lemma in telling["happen"] and subject is not None and self.syntax.takes_effect(verb):
            return (verb,)  # "the truce comes into force"
        if self.syntax.becomes_known(verb):
            return (verb,)
        if any(f"{lemma} {child.lower_}" in telling["goes_ahead"] for child in verb.rights):
            beside = (c for p in verb.rights if p.dep_ == "prep" for c in p.children if c.dep_ == "pobj")
            meant = next((noun for c in beside if (noun := self.syntax.event_noun(c)) is not None), None)
            return (of_subject or meant or verb,)  # "the summit will go ahead", "go ahead with the summit"
        if lemma in telling["followed"] and is_passive(verb):  # "an invitation was followed by protocols on 5 July"
            agents = (c for by in verb.rights if by.dep_ == "agent" for c in by.children if c.dep_ == "pobj")
            return (next((noun for each in agents if (noun := self.syntax.event_noun(each)) is not None), None),)
        if lemma in telling["happen"] and has_particle(verb) and (known or of_subject is not None):
            return (verb,)  # "the deal fell through", "the truce ran out"
        if lemma in telling["happen"] and thing is not None and (told := antecedent(thing, self.lexicon)) != thing:
            return (self.syntax.event_noun(told),)  # "steps that officials expect to happen in May"
        if lemma in telling["happen"] and lemma != "take":
            decided = subject if subject is not None and subject.lemma_ in self.lexicon.cast["decisions"] else None
            alone = lemma in telling["comes"] and all(child.dep_ != "prt" for child in verb.children)
            if of_subject is not None or (decided is not None and alone and thing is None):
                return (of_subject or decided,)  # "his decision came on Thursday"
        name = verb.doc[verb.left_edge.i - 2] if verb.dep_ == "acl" and verb.left_edge.i > 1 else verb
        if lemma in telling["founding"] and name.pos_ == "PROPN" and name != verb.head and name.nbor().text == ",":
            return (None,)  # "a summit of the Berlin Process, launched ten years ago"
        if lemma in telling["begin"] | telling["finish"] or self.syntax.goes_on(verb):
            # a subject that is not its own comes second: "the deal was brokered by Chad, whose envoy opened talks"
            own = any(child.dep_ in SUBJECT for child in verb.children) or thing is None
            first, second = (of_subject, of_object) if own else (of_object, of_subject)
            begins = verb.dep_ == "acl" or (verb.dep_ == "advcl" and lemma in telling["begin"])
            aside = verb.tag_ == "VBG" and begins and thing is None
            itself = verb if subject is not None and not aside else None  # "within two years, starting from July 1"
            if aside and verb.dep_ == "advcl" and lemma in telling["begin"] and self._from_then_on(verb):
                return (self.verb_trigger(verb.head),)
            return (first or second or itself,)
        if lemma in telling["light"] and thing is not None and thing.lemma_ in telling["comments"]:
            return (None,)  # "made no comment"
        if lemma in telling["puts_to"] and (poll := self._put_to(verb)) is not None:
            return (poll,)
        particles = {child.lower_ for child in verb.children if child.dep_ == "prt"} - telling["light_particles"]
        return (of_object,) if lemma in telling["light"] and not particles and of_object is not None else None

    def _called_off(self, verb: Token) -> Answer | None:
        """What is called off, or that it is: "the talks were put off", "suspended the sanctions"."""
        telling, lemma = self.lexicon.telling, verb.lemma_.lower()
        subject, thing = self.syntax.subject(verb), self.syntax.object(verb)
        if self.syntax.cancels(verb):
            if verb.dep_ == "xcomp" and self.lexicon.verbs.get(verb.head.lemma_) in ("REQUEST", "THREATEN"):
                return (verb.head,)  # "urged him to call off the trip": nobody has
            noun = self.syntax.event_noun(thing) or self.syntax.event_noun(subject)
            # sanctions, raids, deals and aid that are suspended were in force: the suspension is the event
            began = (verb.dep_ == "conj" and self._began(verb.head)) or (noun is not None and self._was_held(noun))
            talks = noun is not None and self.syntax.kind_of(noun) == "CONSULT" and verb.dep_ != "relcl"
            held = talks and lemma in telling["interrupts"]
            going_on = held or began or (noun is not None and self.syntax.in_force(noun))
            return (noun if noun is not None and not going_on else verb,)
        staged = verb.tag_ == "VBN" and (lemma in telling["staged"] | telling["light"] or self._is_meant_for(verb))
        main = verb.head.head if staged and verb.dep_ == "acl" and verb.head.dep_ in SUBJECT else verb
        if main != verb and self.syntax.cancels(main) and verb.head.lower_ in self.lexicon.status["counted"]:
            return (main,)  # "a third, planned for May 17, was put off"
        own = any(child.dep_ == "nsubj" for child in verb.children)  # "the town, which rebels had held since May"
        noun = self.syntax.event_noun(subject) or self._event_around(verb) if staged and not own else None
        return (noun,) if noun is not None else None

    def _is_meant_for(self, verb: Token) -> bool:
        """Whether a participle says for when something is thought of: "a summit proposed for August"."""
        purposes = (c for c in verb.rights if c.lower_ in self.lexicon.cast["purpose"])
        timed = any(self.syntax.time_words(inner) for purpose in purposes for inner in purpose.children)
        return timed and verb.lemma_ in self.lexicon.status["moots"]

    def _as_a_state(self, verb: Token) -> Answer | None:
        """What a verb without an act of its own tells of, if anything: "was under siege", "is due in Beijing"."""
        telling, status, lemma = self.lexicon.telling, self.lexicon.status, verb.lemma_.lower()
        subject = self.syntax.subject(verb)
        if lemma in telling["elapses"] and subject is not None and subject.lemma_ in self.lexicon.time["units"]:
            return (None,)  # "a week has passed since a judge ordered the arrest"
        if lemma not in telling["static"] and verb.pos_ != "AUX":
            return None
        if lemma in telling["attempts"] and any(child.dep_ == "xcomp" for child in verb.rights):
            return (verb,)  # "On Monday soldiers tried to storm the palace"
        if verb.dep_ == "xcomp" and verb.head.lemma_ in status["denied_matrix"] | telling["finish"]:
            return (verb.head,)  # "refused to see him", "ceased to exist"
        if self.syntax.kind_with_object(lemma, self.syntax.object(verb)) is not None:
            return (verb,)  # "sees Macron on Monday"
        if verb.dep_ == "pcomp" and verb.head.lower_ in telling["of_others"] and verb.head.head.pos_ == "VERB":
            return (self.verb_trigger(verb.head.head),)  # "barred them from working there"
        behind = (child for child in verb.rights if child.dep_ in ("prep", "prt"))
        known = verb.pos_ != "AUX" and any(self.syntax.with_preposition(verb, word) for word in behind)
        if lemma in status["need"] or known:
            return (verb,)  # "appeared before the court"
        awaited = (c for c in verb.children if c.dep_ == "acomp" and c.lemma_ in telling["awaited"])
        adjective = next(awaited, None)
        if adjective is not None and self.leads_to_a_place(verb, adjective):
            return (adjective,)  # "is due in Beijing next week"
        if lemma == "be" and self._is_somewhere(verb):
            return (verb,)  # "was in Cairo on Tuesday"
        return (self._state(verb) or self.syntax.event_noun(self.syntax.subject(verb)) if lemma == "be" else None,)

    def _is_awaited(self, above: Token) -> bool:
        """Whether a word says that what it governs is to be done: "is to report", "is expected to respond"."""
        matrix = above.lemma_ in self.lexicon.status["scheduled_matrix"]
        return matrix or (above.lemma_ == "be" and above.tag_ in ("VBZ", "VBP", "VBD"))

    def _can_fall(self, subject: Token) -> bool:
        """Whether who or what falls is taken or toppled ("the town of Shusha fell"), and not what is on a day."""
        noun = antecedent(subject, self.lexicon)
        place = noun.pos_ == "PROPN" and self.syntax.kind_of_name(noun) in ("GPE", "LOC", "FAC")
        return place or noun.lemma_ in self.lexicon.cast["strongholds"] or self.syntax.mentions(noun) is not None

    def _from_then_on(self, verb: Token) -> bool:
        """Whether a participle says from when on its verb's deed is: "will halt drills starting Nov. 1"; not of a stretch
        ("within two years, starting from July 1")."""
        between = verb.doc[verb.head.i + 1 : verb.i]
        return verb.head.pos_ == "VERB" and verb.head.i < verb.i and not any(map(self.syntax.time_words, between))

    def _put_to(self, verb: Token) -> Token | None:
        """The poll that something is put to: "put to a vote", "submitted it to a referendum"."""
        to = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in self.lexicon.cast["toward"])
        nouns = (self.syntax.event_noun(inner) for child in to for inner in child.children)
        return next((noun for noun in nouns if noun is not None and noun.lemma_ in self.lexicon.telling["polls"]), None)

    def _is_from_somebody(self, verb: Token) -> bool:
        """Whether somebody with a name, or people of some standing, do something: "two senators wrote to Obama"."""
        subject = self.syntax.subject(verb)
        standing = subject is not None and subject.lemma_ in self.lexicon.people
        return standing or self.syntax.has_named_subject(verb)

    def _addressed(self, verb: Token) -> bool:
        """Whether somebody with a name is written to."""
        to = (child for child in verb.children if child.lower_ in self.lexicon.cast["toward"])
        return any(self.syntax.mentions(inner) is not None for child in to for inner in child.children)

    def _shown(self, verb: Token) -> bool:
        """Whether somebody lets somebody see a thing: "showed the draft to African leaders", "showed Trump a film"."""
        to = (*verb.rights, *(inner for thing in verb.rights for inner in thing.rights))
        whom = any(c.dep_ == "dative" or c.lower_ in self.lexicon.cast["toward"] for c in to)
        return whom and self._is_from_somebody(verb)

    def _state(self, verb: Token) -> Token | None:
        """What somebody is under or at: "has been under siege since May", "were at war"."""
        if not self.syntax.has_named_subject(verb):
            return None
        inner = (
            c for p in verb.children if p.lower_ in self.lexicon.cast["state"] for c in p.children if c.dep_ == "pobj"
        )
        return next((word for word in inner if self.syntax.kind_of(word) in ("COERCE", "ASSAULT")), None)

    def _is_somewhere(self, verb: Token) -> bool:
        """Whether people are in a place that has a name: "the ministers were in Moscow"."""
        subject, places = self.syntax.subject(verb), self.lexicon.cast["where"]
        subject = antecedent(subject, self.lexicon) if subject is not None else None
        if subject is None or any(child.dep_ in ("attr", "acomp", "xcomp", "neg") for child in verb.children):
            return False
        named = self.syntax.mentions(subject)
        person = named.kind == "person" if named else subject.lemma_.lower() in self.lexicon.cast["pair_of_people"]
        inner = (c for p in verb.rights if p.dep_ == "prep" and p.lower_ in places for c in p.children)
        there = (called_place(self.syntax, c) for c in inner if c.dep_ == "pobj")
        return person and any(is_place(place_named(self.syntax, c)) for c in there)

    def _done_by_saying(self, verb: Token) -> Token | None:
        """The event that is done in saying it: an announcement, or a deed that somebody says is his."""
        deed = self._sayings.deed(verb)
        if deed is not None and deed.tag_ in ("VBG", "VBN", "VBD") and self._sayings.ready_for(deed) is None:
            return self.verb_trigger(deed)  # "said it was suspending the deal": so it did
        return verb if deed is not None or self._sayings.is_announced(verb) else None

    def _event_around(self, clause: Token) -> Token | None:
        """The event noun that a relative clause is about, where the parser hung it on a noun inside: "a visit by the
        minister that had been planned"."""
        if clause.head.lemma_ in self.lexicon.cast["captives"]:
            return None  # "the release of hostages held since October"
        if clause.head.pos_ == "PROPN" and clause.lemma_ in self.lexicon.telling["founding"]:
            return None  # "talks under the Minsk Group, set up in 1992"
        for word in clause.ancestors if clause.dep_ in ("relcl", "acl") else ():
            if word.pos_ in ("VERB", "AUX"):
                return None
            if word.lemma_ in self.lexicon.telling["documents"] | self.lexicon.telling["comments"]:
                return None  # "reopening talks in comments made on Monday"
            if word.pos_ in NOMINAL and self.syntax.is_event_word(word):
                return word
        return None

    def _by_doing(self, verb: Token) -> Token | None:
        """What a response was: "responded by banning eight officials"."""
        ways = (child for child in verb.children if child.dep_ == "prep" and child.lower_ == "by")
        return next((c for way in ways for c in way.children if c.dep_ == "pcomp" and c.tag_ == "VBG"), None)

    def leads_to_a_place(self, verb: Token, adjective: Token | None = None) -> bool:
        """Whether somebody is awaited somewhere: "is due back there this month", "is expected in Berlin"."""
        hung = (*verb.children, *(adjective.children if adjective is not None else ()))
        if any(child.lower_ in self.lexicon.cast["back"] for child in hung if child.i > verb.i):
            return True
        inner = (c for p in hung if p.dep_ == "prep" and p.lower_ in ("in", "at") for c in p.children)
        return any(is_place(self.syntax.mentions(each)) for each in inner)

    def is_misread_verb(self, noun: Token) -> bool:
        """Whether a word that the model calls a noun is the verb of its sentence: "Talks resume in Brussels"."""
        telling = self.lexicon.telling
        verbs = telling["begin"] | telling["finish"] | telling["go_on"] | self.lexicon.verbs.keys()
        return noun.dep_ == "ROOT" and noun.lemma_ in verbs and any(child.dep_ == "nsubj" for child in noun.children)

    def _began(self, verb: Token) -> bool:
        """Whether a verb tells that something began: "talks opened in May and were suspended in June"."""
        bound = any(child.tag_ in ("MD", "TO") for child in verb.children)
        return verb.lemma_ in self.lexicon.telling["begin"] and verb.tag_ in ("VBD", "VBN") and not bound

    def _was_held(self, noun: Token) -> bool:
        """Whether a participle says that an event took place: "talks held in May were suspended in June"."""
        held = (c for c in noun.rights if c.dep_ == "acl" and c.tag_ == "VBN")
        return any(self.syntax.takes_place(c) and any(map(self.syntax.time_words, c.subtree)) for c in held)

    def put_off_since(self, noun: Token, clause: Token) -> Token | None:
        """The verb that undoes what was planned of an event noun: "talks were to begin in May but were put off", "but Chad
        called them off"."""
        if noun.pos_ not in NOMINAL or self._began(clause):
            return None
        for verb in (clause, *clause.ancestors):
            for other in verb.conjuncts:
                passive = any(child.dep_ == "auxpass" for child in other.children)
                own = any(child.dep_ in SUBJECT for child in other.children)
                if (
                    other.i > verb.i
                    and self.syntax.cancels(other)
                    and ((passive and not own) or self.syntax.undoes(other, noun))
                ):
                    return other
        return None
