"""What kind of event a word tells of: PLOVER's types, by the verb, what it governs, and what comes or goes.

The words and their types are in `lang/<code>/events.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.extraction.sayings import Sayings
from timeline.extraction.syntax import Syntax
from timeline.lang.lexicon import Lexicon
from timeline.parsing.grammar import NOMINAL

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Types that an attempt has too: who tries to storm a palace has used force.
_TRIED = ("ASSAULT", "COERCE", "MOBILIZE")


@dataclass
class Kinds:
    """Types the events of one sentence."""

    syntax: Syntax

    @property
    def lexicon(self) -> Lexicon:
        return self.syntax.lexicon

    def type_of(self, trigger: Token) -> str:
        """The PLOVER type of what `trigger` tells of, or OTHER."""
        lemma = trigger.lemma_.lower()
        if trigger.pos_ in NOMINAL:
            return self.syntax.kind_of(trigger) or "OTHER"
        said = Sayings(self.syntax)
        if (deed := said.deed(trigger)) is not None:
            return "REJECT" if said.is_refused(deed) else self.type_of(said.ready_for(deed) or deed)
        if self.syntax.calls_off(trigger):
            return "REJECT"
        if self.syntax.takes_effect(trigger):
            thing = self.syntax.event_noun(self.syntax.subject(trigger))
            return (self.syntax.kind_of(thing) if thing is not None else None) or "OTHER"
        written = self.syntax.object(trigger) or next((c for c in trigger.children if c.dep_ == "nsubjpass"), None)
        shared = trigger.dep_ == "conj" and any(child.dep_ == "auxpass" for child in trigger.children)
        if written is None and trigger.tag_ == "VBN" and (shared or trigger.dep_ in ("acl", "advcl")):
            # "new sanctions, approved on Monday", "suspended in May, flights ...", "talks opened and were suspended"
            written = self.syntax.subject(trigger)
        if (kind := self.syntax.kind_with_object(lemma, written)) is not None:
            return kind
        asked = (mark for child in trigger.children if child.dep_ == "xcomp" for mark in child.lefts)
        for child in (*trigger.children, *asked):
            kind = self.syntax.with_preposition(trigger, child)
            timely = any(self.syntax.time_words(inner) for inner in child.children)  # "called it a coup on Thursday"
            if kind and child.dep_ in ("prep", "prt", "advmod", "mark") and not timely:
                return kind
        called = [child for child in trigger.children if child.dep_ == "oprd"]
        for what in called:  # "declared three envoys personae non gratae"
            if (kind := self.syntax.kind_with_object(lemma, what)) is not None:
                return kind
        if called and lemma in self.lexicon.telling["naming"]:
            return "OTHER"
        if written is not None and written.lemma_ in self.lexicon.telling["documents"]:
            return "OTHER"
        subject = self.syntax.subject(trigger)
        groups = [g for g in ("forces", "disasters") if subject is not None and subject.lemma_ in self.lexicon.cast[g]]
        if groups and (done := self.lexicon.tables["with_subject"].get(f"{lemma} {groups[0]}")):
            return str(done)
        does = subject is not None and self.syntax.mentions(subject) is not None  # an assembly that votes is no event
        thing = self.syntax.event_noun(written) or (None if does else self.syntax.event_noun(subject))
        if thing is not None and thing.lemma_ in self.lexicon.cast["bodies"]:
            thing = None  # an assembly that is dissolved
        if thing is not None and self.syntax.kind_of(thing) == "AGREE" and lemma in self.lexicon.telling["courses"]:
            return "OTHER"  # "the truce collapsed"
        breaks_out = written is None and any(child.dep_ == "prt" for child in trigger.children)  # "fighting broke out"
        says = self.lexicon.verbs.get(lemma) in self.lexicon.cast["words"]  # "praised the vote"
        if (
            thing is not None
            and not says
            and (breaks_out or lemma not in self.lexicon.verbs or self.syntax.kind_of(thing) == "OTHER")
        ):
            return self.syntax.kind_of(thing) or "OTHER"
        if any(child.dep_ == "xcomp" for child in trigger.children) and lemma in self.lexicon.tables["with_infinitive"]:
            return str(self.lexicon.tables["with_infinitive"][lemma])
        if any(child.dep_ == "ccomp" for child in trigger.children):
            lemma = str(self.lexicon.tables["with_clause"].get(lemma, lemma))
        tried = next((child for child in trigger.children if child.dep_ == "xcomp"), None)
        if tried is not None and lemma in self.lexicon.telling["tries"] and self.type_of(tried) in _TRIED:
            return self.type_of(tried)
        kind = self.lexicon.verbs.get(lemma, "OTHER")
        nowhere = kind == "CONSULT" and (self._moves_alone(trigger) or self._comes_to_nothing(trigger))
        return "OTHER" if nowhere else kind

    def _comes_to_nothing(self, verb: Token) -> bool:
        """Whether nobody is met: "came to power", "came under attack"."""
        ways = self.lexicon.telling["leading"]
        inner = (child for each in verb.children if each.lower_ in ways for child in each.children)
        known = self.lexicon.telling["no_destination"]
        thing = self.syntax.object(verb)
        if thing is not None and thing.lemma_ in known:
            return True  # "left office"
        return verb.lemma_ in self.lexicon.telling["moving"] and any(child.lemma_ in known for child in inner)

    def _moves_alone(self, verb: Token) -> bool:
        """Whether something that can meet nobody comes or goes: "two flights leave Bombay"."""
        subject = self.syntax.subject(verb)
        if verb.lemma_ not in self.lexicon.telling["moving"] or subject is None or subject.pos_ != "NOUN":
            return False
        people = self.lexicon.cast["pair_of_people"] | self.lexicon.cast["pair_of_powers"]
        # not "Milosevic's decision came on Thursday"
        named = (word for word in subject.subtree if word.i <= subject.i + 1 and word.dep_ != "poss")
        return subject.lemma_ not in people and all(self.syntax.mentions(word) is None for word in named)
