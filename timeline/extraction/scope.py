"""One parsed sentence -> for each of its times the event that it dates, as a Draft.

`triggers` finds the word, `telling` how it is put, `kinds` of what type it is, `bounds` what the time makes of it and
`counting` what it counts from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from timeline.calendar_time.values import granularity
from timeline.extraction.askings import Askings
from timeline.extraction.beside_the_point import BesideThePoint
from timeline.extraction.bounds import Bounds
from timeline.extraction.counting import Counting
from timeline.extraction.deeds import Deeds
from timeline.extraction.drafts import Anchor, Draft
from timeline.extraction.hanging import Hanging, Hung
from timeline.extraction.kinds import Kinds
from timeline.extraction.perfects import Perfects
from timeline.extraction.repeats import Repeats
from timeline.extraction.sides import Sides
from timeline.extraction.syntax import Syntax
from timeline.extraction.telling import Telling
from timeline.extraction.terms import Terms
from timeline.extraction.triggers import Triggers
from timeline.lang.lexicon import Lexicon
from timeline.model import DocumentDate, Sentence, Status, TimeExpression
from timeline.parsing.grammar import NOMINAL, SUBJECT, auxiliaries

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass
class Scope:
    """One parsed sentence on its way to drafts."""

    syntax: Syntax
    telling: Telling
    date: DocumentDate | None
    head: TimeExpression | None = None  # the time that heads the entry of a chronology
    said: dict[int, TimeExpression] = field(default_factory=dict)  # when what was said, by the verb of saying

    @cached_property
    def bounds(self) -> Bounds:
        return Bounds(self.syntax, self.date, self.head)

    @cached_property
    def hanging(self) -> Hanging:
        return Hanging(self.syntax, self.date, self.bounds, self.terms)

    @cached_property
    def counting(self) -> Counting:
        return Counting(self.syntax, self.telling, self.triggers, self.bare, self.said)

    @cached_property
    def sides(self) -> Sides:
        return Sides(self.syntax, self.date)

    @cached_property
    def terms(self) -> Terms:
        return Terms(self.syntax, self.date, self.head)

    @cached_property
    def perfects(self) -> Perfects:
        return Perfects(self.triggers, self.kinds, self.terms)

    @cached_property
    def beside_the_point(self) -> BesideThePoint:
        return BesideThePoint(self.triggers, self.perfects)

    @cached_property
    def kinds(self) -> Kinds:
        return Kinds(self.syntax)

    @cached_property
    def deeds(self) -> Deeds:
        return Deeds(self.syntax)

    @cached_property
    def triggers(self) -> Triggers:
        return Triggers(self.syntax)

    @cached_property
    def askings(self) -> Askings:
        return Askings(self.triggers, self.terms, self.date)

    @cached_property
    def repeats(self) -> Repeats:
        return Repeats(self.triggers)

    @property
    def times(self) -> Sequence[TimeExpression]:
        return self.syntax.times

    @property
    def lexicon(self) -> Lexicon:
        return self.syntax.lexicon

    @property
    def sentence(self) -> Sentence:
        return self.syntax.sentence

    def dated_by(self, time: TimeExpression) -> Draft | None:
        """The event that a time expression dates, or None."""
        hung = self.hanging.of(time)
        if hung is None:
            return None
        appointed, draft = self._appointed(hung)
        if appointed:
            return draft
        trigger, clause = self._named(hung)
        if trigger is None or trigger in hung.tokens:
            return None
        trigger, clause = self._meant(hung, trigger, clause)
        if self.beside_the_point.dates_nothing(hung, trigger):
            return None
        if trigger == hung.governor and self._is_doer(hung):
            done = self.syntax.event_noun(self.syntax.object(trigger))
            if done is None:
                return None  # "June brought no relief"
            trigger, clause = done, trigger
        return self.repeats.by_another(hung.governor, self._told(hung, trigger, clause))

    def _is_doer(self, hung: Hung) -> bool:
        """Whether a time is told as if it did something: "June brought no relief", "May 3 marked the anniversary"."""
        verb, time = hung.governor, hung.head
        active = verb.tag_ in ("VBD", "VBZ") and all(child.dep_ != "auxpass" for child in verb.lefts)
        alone = all(child == time or child.dep_ not in SUBJECT for child in verb.children)
        return active and alone and time.dep_ in ("nsubj", "npadvmod") and time.right_edge.i + 1 == verb.i

    def _named(self, hung: Hung) -> tuple[Token | None, Token | None]:
        """The word that the sentence's structure has a time date, and the clause that tells it where that is known."""
        governor, head, time, tokens = hung.governor, hung.head, hung.time, hung.tokens
        if (deed := self.repeats.deed(governor)) is not None:
            return deed, governor
        noun = self.deeds.resolve(tokens[0]) or self.deeds.in_a_chain(governor, tokens[0])
        if noun is not None:
            return noun, None
        misread = self.triggers.is_misread_verb(governor)
        plain = governor.pos_ in NOMINAL and not misread and not self.syntax.names_event(governor)
        if plain and hung.relation in self.lexicon.time["of"] and "/" not in time.value:
            return None, None
        if plain and self.beside_the_point.of_a_thing(hung):
            return None, None
        trigger: Token | None
        behind = self.syntax.doc[tokens[-1].i + 1 : tokens[-1].i + 3]
        if plain and len(behind) and behind[0].head == governor and self.syntax.is_event_word(behind[0]):
            if behind[0].pos_ == governor.pos_ == "PROPN":
                return None, None  # "breached the 1948 Genocide Convention"
            trigger, clause = behind[0], None  # "declared the 1953 armistice void"
        elif head.dep_ in ("appos", "npadvmod") and plain:
            trigger, clause = self.syntax.event_noun(governor), None
            if trigger is None and head.dep_ == "npadvmod" and governor.dep_ == "dobj" and governor.i < head.i:
                trigger, clause = self.triggers.seen_through(governor.head, time)  # "struck the same bridge last May"
        else:
            trigger, clause = self.triggers.seen_through(governor, time)
        beside = self.deeds.noun_beside(tokens[0])
        if beside is not None and self.deeds.is_told_of(beside, behind) and governor == beside.head:
            return beside, None
        lasts = beside is not None and "/" in time.value and hung.relation in self.lexicon.time["of"]
        lasts = lasts or hung.relation in self.lexicon.time["from"]  # "agreed on a truce from May 4"
        if beside is not None and lasts and self.syntax.in_force(beside) and tokens[0].i - beside.i <= 2:
            return beside, None  # "agreed to a truce from May 4 to May 11"
        if trigger is None and time.earliest:
            self.said[governor.i] = time
            owned = beside is not None and beside.dep_ == "pobj" and beside.head.lower_ in self.lexicon.cast["toward"]
            # not "admitted to the deaths of four men eight months later"
            trigger = self._next_deed(hung) if beside is None or owned else beside
        if beside is None or beside.dep_ != "pobj" or tokens[0].i - beside.i > 2:
            return trigger, clause
        told = len(behind) > 1 and behind[0].pos_ == "ADP" and behind[1].lower_ in self.lexicon.relatives
        wake = beside.head.head.lower_ in self.lexicon.time["aftermath"]  # "in the aftermath of the coup in February"
        if told or wake or beside.head.lower_ in self.lexicon.relations:
            # "over an incident on May 5 in which a jet was hit", "killed since the coup on February 1"
            return beside, None
        return trigger, clause

    def _spoken_of(self, verb: Token, time: TimeExpression, first: Token) -> Token | None:
        """The event that a past verb speaks of where a time cannot be the verb's: "welcomed his visit to Lima from May 4 to 11",
        "proposed a summit in October", "discussed plans for a summit in Lima on October 5" that is still to come."""
        if verb.tag_ != "VBD" or auxiliaries(verb):
            return None
        thing = self.syntax.object(verb)
        kind = self.syntax.kind_with_object(verb.lemma_, thing) or self.lexicon.verbs.get(verb.lemma_)
        if "/" in time.value and kind in self.lexicon.cast["words"]:
            return self.syntax.event_noun(thing)
        if not self.terms.is_ahead(time):
            return None
        speaks = verb.lemma_ in self.lexicon.telling["speaks_of_acts"] | self.lexicon.status["moots"]
        if speaks and thing is not None and thing.i < first.i and self.syntax.names_event(thing):
            return thing  # "proposed a summit in October"
        beside = self.deeds.noun_beside(first)
        if beside is None or beside.dep_ != "pobj" or beside.head.head == verb:
            return None  # "scheduled a summit for October 5", "prepared for a summit on October 5"
        return beside if next((w for w in beside.ancestors if w.pos_ == "VERB"), None) == verb else None

    def _next_deed(self, hung: Hung) -> Token | None:
        """What was done next, where the verb behind a time tells no event: "On Monday they stood in line and signed it"."""
        verb = hung.governor
        subject = self.syntax.subject(verb)
        if verb.tag_ != "VBD" or subject is None or subject.i < hung.tokens[0].i:
            return None
        then = (other for other in verb.conjuncts if other.i > verb.i and other.tag_ == "VBD")
        for other in then:
            own = any(self.syntax.time_words(word) for word in other.subtree)
            if not own and self.syntax.subject(other) == subject:
                return self.triggers.trigger(other)
        return None

    def _meant(self, hung: Hung, trigger: Token, clause: Token | None) -> tuple[Token, Token]:
        """The event that is dated where the structure says another, which is part of it, and the clause that tells it."""
        governor, time = hung.governor, hung.time
        promised = trigger.dep_ == "ccomp" and bool(auxiliaries(trigger) & self.lexicon.status["will_do"])
        if time.anchor and (promised or trigger.pos_ in NOMINAL) and self._told_behind(time):
            main = trigger.head if promised else self.syntax.clause(trigger)
            # "called for talks on Monday, three months after the truce"
            trigger = self.triggers.verb_trigger(main) or main
        achieved = trigger.head.tag_ == "VBD" and trigger.head.lemma_ in self.lexicon.telling["achieve"]
        if trigger.dep_ == "dobj" and achieved:
            trigger, clause = trigger.head, None  # "signed protocols that December"
        to = (
            trigger.head.head
            if trigger.dep_ == "pobj" and trigger.head.lower_ in self.lexicon.cast["toward"]
            else trigger
        )
        stretch = "/" in time.value and hung.relation != ""  # "agreed to a truce from May 4 to May 11"
        achieves = to.tag_ == "VBD" and to.lemma_ in self.lexicon.telling["achieve"]
        if achieves and not stretch and self.kinds.type_of(trigger) == "AGREE":
            trigger, clause = to, None  # "agreed to a ceasefire on Saturday"
        inside = trigger == governor or trigger.is_ancestor(governor)  # not when that was said
        if inside and (noun := self._spoken_of(trigger, time, hung.tokens[0])) is not None:
            trigger, clause = noun, trigger
        if trigger.lemma_ in self.lexicon.telling["documents"] and trigger.dep_ == "pobj":
            main = self.syntax.clause(trigger)  # "lifted its veto on a statement on Jan. 14"
            trigger = self.triggers.verb_trigger(main) or trigger
        recalls = trigger.lemma_ in self.lexicon.telling["recalls"] and trigger.tag_ in ("VBD", "VBZ")
        if recalls and (noun := self.syntax.event_noun(self.syntax.object(trigger))) is not None and inside:
            trigger, clause = (
                (noun, noun) if noun.i < hung.tokens[0].i else (trigger, clause)
            )  # "echoed a murder in 2006"
        window = time.type == "DURATION" and time.anchor is None
        if governor.pos_ in NOMINAL and (window or granularity(time.value) in ("D", "T")):
            trigger = self.deeds.brought_about(self.deeds.outermost(trigger, hung.head))
        trigger = self.askings.asked_for(hung, self.deeds.with_the_first(self.deeds.done_in(trigger)))
        trigger = self.deeds.met(trigger)
        trigger = self.deeds.kept_from(self.perfects.dated(trigger, time, hung.tokens[0]) if inside else trigger)
        if hung.relation in self.lexicon.time["deadline_prepositions"]:
            trigger = self.deeds.called_for(trigger)
        if clause is None and trigger.pos_ in NOMINAL and governor.dep_ == "xcomp" and governor.tag_ == "VBN":
            clause = governor  # "elections, put off from May 3, are to be held on June 7"
        if clause is None and governor.dep_ == "acl" and governor.head == trigger and self.syntax.cancels(governor):
            clause = governor  # ... of which the first was called off
        clause = clause if clause is not None else self.syntax.clause(trigger)
        clause = self.triggers.put_off_since(trigger, clause) or clause
        if (signed := self.askings.signed_to(hung, clause)) is not None:
            return signed, signed
        own = hung.relation in self.lexicon.time["of"] and governor == trigger  # "agreed to revive an accord of 1998"
        own = own or self._is_past_epithet(hung, trigger)
        return (trigger, clause) if own else self.askings.done(trigger, clause, time)

    def _is_past_epithet(self, hung: Hung, trigger: Token) -> bool:
        """Whether a time that is over stands before the noun of what it names: "the 2013 deal"."""
        latest, today = hung.time.latest, self.date
        over = latest is not None and today is not None and latest < today.earliest
        return over and hung.preposition is None and hung.tokens[0].i < trigger.i and hung.governor.i == trigger.i

    def _told(self, hung: Hung, trigger: Token, clause: Token) -> Draft | None:
        """The draft of an event, as its clause tells it."""
        time, words, relation = hung.time, self.lexicon.time, hung.relation
        if relation not in self.lexicon.bounding:  # "gave them until Friday" looks ahead
            time = self.sides.as_told(time, trigger, clause)
        status = self.telling.status(trigger, clause)
        if status == "scheduled" and (
            self.syntax.doc[-1].text == "?" or self.telling.conjectures.is_perhaps(hung.preposition or hung.tokens[0])
        ):
            status = "speculated"  # "Will you meet him in the fall?", "will meet, possibly in the fall"
        if status in ("denied", "cancelled") and relation in words["of"] and hung.governor.i == trigger.i:
            # "the accords of 2013 were never carried out", "suspended the treaty of 1960"
            status, clause = "occurred", trigger
        if status in ("denied", "speculated", "cancelled") and self._is_past_epithet(hung, trigger):
            status, clause = (
                "occurred",
                trigger,
            )  # "refused to amend a 2013 accord", "decided to suspend the 1960 treaty"
        held = hung.governor
        took_place = (
            held.dep_ in ("acl", "relcl")
            and held.tag_ == "VBN"
            and held.head == trigger
            and self.syntax.takes_place(held)
            and not auxiliaries(held) & self.lexicon.ahead
        )
        if status in ("cancelled", "denied") and took_place:
            status, clause = "occurred", held  # "talks held in May were suspended in June"
        main = self.syntax.clause(trigger)
        undone = self.syntax.cancels(main)
        if status == "cancelled" and trigger.dep_ == "dobj" and main.i != clause.i and undone:
            clause = main  # "cancelled a meeting that had been set for Thursday": who cancelled it
        draft = self.draft_of(time, trigger, clause, relation, status, hung.tokens)
        saying = (
            hung.governor.head.head if hung.governor.dep_ == "pobj" else hung.governor
        )  # "said in a statement on Friday"
        by_then = clause.dep_ == "ccomp" and clause.head.i == saying.i and clause.tag_ in ("VBN", "VBD")
        if draft is None or not by_then or status != "occurred" or not draft.latest or draft.earliest != time.earliest:
            return draft
        # "said on Friday it had freed two hostages": on that day, or before it
        return replace(draft, earliest=None, how=f"told on {draft.latest} as done by then; {draft.how}")

    def _told_behind(self, time: TimeExpression) -> bool:
        """Whether a comma sets a time off from what stands before it."""
        return self.syntax.doc.text[: time.start - self.sentence.start].rstrip().endswith(",")

    def bare(self, time: TimeExpression, trigger: Token, clause: Token, status: Status) -> Draft:
        """What the time says alone, before its preposition and its place beside the document date are looked at."""
        kind = self.kinds.type_of(trigger)
        return Draft(self.sentence, trigger, clause, status, time, time.earliest, time.latest, kind, time.explanation)

    def draft_of(
        self,
        time: TimeExpression,
        trigger: Token,
        clause: Token,
        relation: str,
        status: Status,
        inside: Sequence[Token],
    ) -> Draft | None:
        draft = self.bare(time, trigger, clause, status)
        said = self.syntax.doc.text[max(0, inside[0].idx - 40) : inside[0].idx].lower()
        if time.anchor:
            return self.counting.drafted(draft, time, inside)
        if time.type == "SET":
            return self.bounds.recurring(draft, time)
        if time.type == "DURATION":
            begun, given = self.terms.begun(time, clause), self.terms.set_on(time, clause)
            return self.bounds.term(draft, time, said, begun, given)
        if time.earliest is None:
            return replace(draft, anchor=None) if time.value.startswith("XXXX") else None
        if time.latest is None:
            return self.bounds.fit(draft)  # "in 2030 or later"
        draft = self.bounds.bounded(draft, relation, said)
        return self.bounds.fit(draft) if draft.earliest or draft.latest else None

    def _appointed(self, hung: Hung) -> tuple[bool, Draft | None]:
        """Whether a time is what somebody gives or sets for something, and the draft of that: "has a week to reply",
        "called a rally for Saturday", "set 15 January as the date for a deal"."""
        time, head, verb, tokens = hung.time, hung.head, hung.governor, hung.tokens
        telling = self.lexicon.telling
        if time.type == "DURATION" and (task := self.terms.granted(tokens)) is not None:
            draft = self.bare(time, task, task, self.telling.status(task, task))
            if (since := self.terms.counted_from(tokens)) is not None:
                return True, replace(
                    draft, status="deadline", earliest=None, latest=None, anchor=Anchor("after", since, time.value)
                )
            begun = self.terms.begun(time, task)  # "gave him last October six months to ..."
            counted = any(t.anchor and t.end <= time.start for t in self.times) and verb.tag_ == "VBD"
            subject = self.syntax.subject(verb)
            goes_on = subject is not None and subject.pos_ == "PRON" and verb.tag_ == "VBD"
            if begun is None and (counted or goes_on):
                # "four days after the coup they gave him a week to ...", "The bloc met on May 3. It gave him a week to ..."
                anchor = Anchor("after", verb if counted else None, time.value, or_today=goes_on)
                return True, replace(draft, status="deadline", earliest=None, latest=None, anchor=anchor)
            to_the_day = begun is None or begun.earliest == begun.latest
            due = self.bounds.due(draft, time, begun) if to_the_day else self.bounds.term(draft, time, "within", begun)
            return True, due
        noun: Token | None = None
        if head.dep_ in ("dobj", "npadvmod") and verb.lemma_ in telling["sets_date"]:
            behind = (word for word in verb.subtree if word.i > tokens[-1].i and word.dep_ == "pobj")
            noun = next((word for word in behind if self.syntax.is_event_word(word)), None)
            return True, self.draft_of(time, noun, verb, "", "scheduled", tokens) if noun is not None else None
        if verb.lemma_ in telling["invites"] and (to := self._invited_to(verb, tokens)) is not None:
            return True, self.draft_of(self.sides.to_come(time, verb), to, verb, "", "scheduled", tokens)
        if self.terms.is_ahead(time) and verb.lemma_ in telling["invites"] and verb.tag_ == "VBD":
            return True, None  # "invited him to Lima in February": when he may come, and nobody was invited
        if hung.relation in self.lexicon.cast["purpose"]:
            verb = verb.head if verb.dep_ == "dobj" and self.syntax.names_event(verb) else verb
            noun = self.syntax.event_noun(self.syntax.object(verb)) if verb.lemma_ in telling["sets_for"] else None
            time = self.sides.to_come(time, verb)
        if noun is None:
            return False, None
        status: Status = "speculated" if verb.lemma_ in telling["orders"] else "scheduled"
        if (undone := self.triggers.put_off_since(noun, verb)) is not None:
            verb, status = undone, "cancelled"  # "called a vote for Saturday, but it was put off"
        return True, self.draft_of(time, noun, verb, "", status, tokens)

    def _invited_to(self, verb: Token, tokens: Sequence[Token]) -> Token | None:
        """What somebody is invited to, right before its time: "invited Cameron to a summit on Saturday"."""
        to = (child for child in verb.rights if child.lower_ in self.lexicon.cast["toward"] and child.i < tokens[0].i)
        nouns = [c for child in to for c in child.children if c.dep_ == "pobj" and self.syntax.is_event_word(c)]
        return nouns[-1] if nouns else None

    def about_actors(self, trigger: Token) -> bool:
        if trigger.pos_ in NOMINAL:
            return True
        return self.syntax.has_actor_subject(trigger)
