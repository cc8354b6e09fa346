"""Whether a reader learns something from a draft: not from "when asked", "it took effect" or "evidence arrived"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.extraction.drafts import Draft
from timeline.extraction.syntax import Syntax
from timeline.lang.lexicon import Lexicon
from timeline.model import DocumentDate
from timeline.parsing.grammar import NOMINAL, antecedent, auxiliaries, phrasal, told_before

if TYPE_CHECKING:
    from spacy.tokens import Token


_BESIDE = 2  # words from "set" to the day that is set
_HEAD = 300  # characters at the top in which a text is dated


@dataclass
class Worth:
    """Judges the drafts of one sentence."""

    syntax: Syntax
    date: DocumentDate | None

    @property
    def lexicon(self) -> Lexicon:
        return self.syntax.lexicon

    def telling(self, draft: Draft) -> bool:
        """Whether a draft is worth telling; what a noun names always is, and so is what a known name did."""
        trigger, telling = draft.trigger, self.lexicon.telling
        if self._by_anybody(trigger) or self._is_polite(trigger):
            return False
        if trigger.pos_ in NOMINAL:  # not "if there is no deal by May"
            none = any(child.lower_ in self.lexicon.status["no"] for child in trigger.children)
            heading = self._heads_the_text(draft) or self._labels_the_text(draft)
            return not (none and draft.status == "speculated") and not heading
        if trigger.dep_ == "xcomp" and trigger.head.lemma_ == "be" and draft.status != "deadline":
            what = self.syntax.subject(trigger.head)
            if what is not None and what.lemma_.lower() in telling["purposes"]:
                return False  # "the objective today was to agree"
        aims = trigger.dep_ == "acl" and trigger.head.lemma_ in telling["efforts"] and draft.earliest is None
        if aims and draft.time is None:
            return False  # "in an effort to sign it before the vote, they met"
        if trigger.lemma_ in telling["moving"] and any(c.lower_ in telling["nearly"] for c in trigger.children):
            return False  # "came close to war"
        if self._interview(trigger) or self._posted(draft) or self._sets_a_day(trigger):
            return False
        said = self.syntax.object(trigger)
        those = self.lexicon.tables["actors"]["those"]
        if draft.type == "OTHER" and said is not None and said.i > trigger.i and said.lower_ in those:
            return False  # "had put that at the end of the year"
        if draft.actors:
            return True
        subject, thing = self.syntax.subject(trigger), self.syntax.object(trigger)
        if subject is None:
            misread = trigger.lemma_ in self.lexicon.nouns and trigger.tag_ != "VBN"  # "resumed marine drills"
            return thing is not None or misread  # not "driving under the influence", and nobody knows who
        passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in trigger.children)
        if trigger.tag_ in ("VBZ", "VBP") and self.syntax.time_words(subject):
            return False  # "next year marks 70 years since the founding"
        if self._nobody_known(draft, subject, thing):
            return False
        nobody = draft.status == "denied" and passive and self.syntax.event_noun(subject) is None
        if nobody and trigger.lemma_ in telling["sought"]:
            return False  # "could not be reached on Tuesday", but "no deal was reached"
        moves = trigger.lemma_ in telling["moving"] and thing is None and not passive
        moves = moves and not self.syntax.takes_effect(trigger) and not self.syntax.becomes_known(trigger)
        talks = self.syntax.event_noun(subject)
        elsewhere = (
            trigger.lemma_ in telling["goes_elsewhere"]
            and talks is not None
            and self.syntax.kind_of(talks) == "CONSULT"
        )
        # "the delegation arrived", not "evidence arrived"; "talks moved to Lima"
        return not moves or elsewhere or (draft.meant and subject.pos_ == "PRON") or self._can_move(subject)

    def _is_polite(self, trigger: Token) -> bool:
        """ "I would like to thank him for the talks today": what somebody only says that he would like to say."""
        wishes = trigger.dep_ == "xcomp" and trigger.head.lemma_ in self.lexicon.telling["polite"]
        subject = self.syntax.subject(trigger) if wishes else None
        return subject is not None and subject.lower_ in self.lexicon.tables["actors"]["speakers"]

    def _by_anybody(self, trigger: Token) -> bool:
        """ "The longest tour undertaken by any president in 25 years": what it is compared with."""
        clauses = [trigger, *(child for child in trigger.rights if child.dep_ == "acl")]
        agents = (c for clause in clauses for p in clause.children if p.dep_ == "agent" for c in p.children)
        return any(child.lower_ in self.lexicon.status["any"] for agent in agents for child in agent.lefts)

    def _heads_the_text(self, draft: Draft) -> bool:
        """A line without a verb that the document's own date was taken from: "Morning briefing, Tuesday 14 May 2024"."""
        time, written = draft.time, self.date
        if time is None or written is None or written.source != "dateline" or draft.sentence.start >= _HEAD:
            return False
        own = time.earliest == time.latest == written.latest and str(written.latest.year) in time.text
        return own and all(word.pos_ not in ("VERB", "AUX") for word in draft.trigger.doc)

    def _labels_the_text(self, draft: Draft) -> bool:
        """What a text is, with its weekday, before the colon of its title: "Wednesday briefing: Sunak heads to Washington"."""
        before, behind = draft.trigger.doc[: draft.trigger.i], draft.trigger.doc[draft.trigger.i + 1 :]
        labels = len(behind) > 0 and behind[0].text == ":" and all(map(self.syntax.time_words, before))
        return labels and len(before) > 0 and not draft.sentence.start

    def _interview(self, trigger: Token) -> bool:
        """ "Merkel, asked about the talks, ..."."""
        passive = trigger.tag_ == "VBN" and not auxiliaries(trigger) & self.lexicon.status["perfect"]
        asked = trigger.lemma_ in self.lexicon.telling["interview"] and (passive or trigger.dep_ == "acl")
        return asked and all(child.dep_ != "xcomp" for child in trigger.children)

    def _sets_a_day(self, trigger: Token) -> bool:
        """ "On March 25 he set April 9 as the deadline", "the date was moved to May 3": what is set or moved is an event of its
        own."""
        subject, telling = self.syntax.subject(trigger), self.lexicon.telling
        if subject is not None and subject.lemma_ in telling["dates"] and trigger.lemma_ in telling["put_off"]:
            return True
        things = [child for child in trigger.children if child.dep_ in ("dobj", "npadvmod") and child.i > trigger.i]
        day = bool(things) and things[0].i - trigger.i <= _BESIDE and bool(self.syntax.time_words(things[0]))
        return trigger.lemma_ in telling["sets_date"] and day

    def _posted(self, draft: Draft) -> bool:
        """When the text itself was put out, in full: "Monthly forecast, posted 29 March 2019", the heading of the text or
        without anybody's name."""
        if draft.time is None or draft.trigger.lemma_ not in self.lexicon.telling["posted"]:
            return False
        if draft.actors and (draft.sentence.start >= _HEAD or self.syntax.doc[-1].is_punct):
            return False
        days = (self.date.earliest, self.date.latest) if self.date else None
        return days == (draft.earliest, draft.latest) and days is not None and str(days[1].year) in draft.time.text

    def _nobody_known(self, draft: Draft, subject: Token, thing: Token | None) -> bool:
        """Whether the sentence does not say who or what it was: "we met", "he announced", "it took effect"."""
        actors, telling = self.lexicon.tables["actors"], self.lexicon.telling
        named = any(role == "subject" for _, role in draft.actors)
        if draft.type == "AGREE" and thing is not None and antecedent(thing, self.lexicon) != thing:
            return False  # "the treaty of Aachen, which we signed in 2019"
        if subject.lower_ in actors["what"] or (subject.lower_ in actors["speakers"] and not named):
            return True
        first = not any(word.pos_ in NOMINAL for word in self.syntax.doc[: subject.i])
        if first and subject.tag_ == "DT" and subject.lower_ in actors["those"]:
            return True  # "Those against his deputy were dropped"
        if subject.lower_ in self.lexicon.relatives and subject.dep_ != "det":
            return antecedent(subject, self.lexicon).i == subject.i  # "which could take until January"
        undergoes = subject.dep_ == "nsubjpass" or phrasal(draft.trigger) & telling["courses"]  # "it broke down"
        if subject.pos_ != "PRON" or (undergoes and told_before(subject, self.lexicon) is not None):
            return False
        beside = ("prep", "punct", "advmod", "prt", "advcl")
        alone = all(child.dep_ in beside for child in draft.trigger.rights)  # "it ended in May", "it fell apart"
        if draft.meant:
            return False
        if thing is not None and thing.pos_ == "PRON" and draft.trigger.tag_ in ("VBD", "VBN", "VBP", "VBZ"):
            return True  # "they had lost it again"
        effect = first and thing is not None and thing.lemma_ in telling["effect"]
        return draft.trigger.lemma_ in telling["acts"] or effect or (draft.type == "OTHER" and alone)

    def _can_move(self, subject: Token) -> bool:
        """Whether a subject is people: who, not what, comes and goes."""
        cast, actors = self.lexicon.cast, self.lexicon.tables["actors"]
        people = self.lexicon.people | cast["pair_of_powers"] | cast["forces"] | cast["weapons"]
        subject = antecedent(subject, self.lexicon)
        person = subject.lower_ in self.lexicon.pronouns - set(actors["thing_pronouns"])
        last = subject.lower_ in self.lexicon.status["ranks"]  # "the last of them left"
        counted = subject.tag_ == "CD" or (last and any(c.lower_ in self.lexicon.time["of"] for c in subject.rights))
        of = (c for p in subject.rights if p.lower_ in self.lexicon.time["of"] for c in p.children)
        group = counted or any(word.lower_ in cast["groups"] for word in (subject, *of))  # "a group of lawmakers"
        return person or group or subject.lemma_ in people or subject.pos_ == "PROPN"
