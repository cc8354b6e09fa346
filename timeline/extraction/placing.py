"""Where an event was: what its sentence says, or what "there" stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.extraction.drafts import Earlier
from timeline.extraction.naming import called_place, is_place, is_town, place_named
from timeline.extraction.syntax import Syntax
from timeline.extraction.telling import Telling
from timeline.model import ActorMention
from timeline.parsing.grammar import NOMINAL, SUBJECT

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass
class Placing:
    """Finds the places of the events of one sentence."""

    syntax: Syntax
    telling: Telling
    earlier: Earlier

    @property
    def words(self) -> Mapping[str, frozenset[str]]:
        return self.syntax.lexicon.cast

    def place(self, trigger: Token, clause: Token) -> ActorMention | None:
        """Where an event was: what its sentence says, or what "there" stands for."""
        told = self._place_told(trigger, clause)
        phrases = (p for p in trigger.rights if p.lower_ in self.syntax.lexicon.time["of"])
        of = (c for phrase in phrases for thing in phrase.children for c in thing.children)
        return told or self._pointed_at((*trigger.children, *of, *clause.children))  # "the last round of talks there"

    def _pointed_at(self, words: Sequence[Token]) -> ActorMention | None:
        """The place named last before "there", in the sentence or in those before it."""
        there = next((w for w in words if w.lower_ in self.words["pointing"] and w.dep_ != "expl"), None)
        if there is None:
            return None
        hung = [c for p in there.doc[: there.i] if p.lower_ in self.words["place"] for c in p.children]
        told = [word for word in hung if word.dep_ == "pobj" and word.i < there.i]
        here = [m for word in told if (m := place_named(self.syntax, word))]
        before = [m for names in self.earlier.names for m in self._said_of(names)]
        return next(filter(is_place, [*reversed(here), *before]), None)

    def _said_of(self, names: Sequence[ActorMention]) -> Sequence[ActorMention]:
        """Of the names of a sentence those that say where, the last one first; else its only town ("Then came Vilnius")."""
        where = [mention for mention in reversed(names) if mention.start in self.earlier.places]
        towns = [mention for mention in names if is_town(mention)]
        return where or (towns if len(towns) == 1 == len(names) else [])

    def _place_told(self, trigger: Token, clause: Token) -> ActorMention | None:
        heads = [trigger]
        if trigger.pos_ in NOMINAL:  # "the next summit, to be held in Tokyo"
            heads += [c for c in trigger.rights if c.dep_ in ("acl", "relcl") and self.syntax.takes_place(c)]
        leads = clause.lemma_ in self.syntax.lexicon.telling["leads_to"]
        apart = leads and self.syntax.object(clause) is not None  # "the release followed talks in Rome"
        if trigger.i != clause.i and not apart and self.telling.tells(trigger, clause):
            heads += [clause, *(c for c in clause.rights if c.dep_ == "xcomp" and self.syntax.takes_place(c))]
        # "met Merkel in Berlin", "met with Merkel in Berlin": the parser may hang the place on whoever was met
        objects = [c for head in heads for c in head.children if c.dep_ == "dobj"]
        heads += [c for p in trigger.children if p.lower_ == "of" and p.dep_ == "prep" for c in p.children]
        with_whom = [c for head in heads for c in head.children if c.dep_ == "prep" and c.lower_ in self.words["with"]]
        things = objects + [c for preposition in with_whom for c in preposition.children if c.dep_ == "pobj"]
        things += [other for thing in things for other in thing.conjuncts]  # "talks between Chad and Mali in Rome"
        things += [c for thing in things for c in thing.rights if c.dep_ == "appos"]  # "met his aide Jo Doe in Oslo"
        # "met envoys of both sides in Jeddah": or on whose envoys they were
        heads += things + [
            c for thing in things for p in thing.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"
        ]
        for head in heads:
            for child in head.children:
                goes = not self.syntax.is_event_word(head) or head.lemma_ in self.words["supplies"]
                if child.lower_ in self.words["to_whom"] and head in things and goes:
                    continue  # "suspended exports to Turkey", but "ended a visit to Turkey"
                if child.dep_ in ("prep", "dative") and child.lower_ in self.words["place"]:
                    for inner in (called_place(self.syntax, each) for each in child.children):
                        mention = place_named(self.syntax, inner) if inner.dep_ == "pobj" else None
                        if mention and mention.kind in ("place", "country"):
                            return mention
                        if mention and mention.kind == "government" and child.lower_ == "at":
                            return mention  # "at the White House"
                behind = (self._behind_a_time(inner) for inner in child.children if child.dep_ == "prep")
                if (there := next(filter(None, behind), None)) is not None:
                    return there
                if child.dep_ in ("compound", "amod", "nmod") and head.i == trigger.i and trigger.pos_ in NOMINAL:
                    mention = self.syntax.mentions(child)
                    if mention and (mention.kind == "place" or mention.capital):
                        return mention
        if (there := next(filter(None, map(self._at_an_event, heads)), None)) is not None:
            return there
        verb = trigger
        if verb.lemma_ in self.words["visited"]:
            thing = self.syntax.object(verb)
            mention = place_named(self.syntax, thing) if thing is not None else None
            if mention and mention.kind in ("place", "country"):
                return mention
        moves = trigger.i != clause.i or trigger.lemma_ in self.syntax.lexicon.telling["moving"]
        first = clause
        while first.dep_ in ("conj", "xcomp") and all(child.dep_ not in SUBJECT for child in first.children):
            first = first.head  # "flew to Moscow, where he attended a parade and met Putin"
        if first.dep_ == "relcl" and any(child.lower_ in self.words["there"] for child in first.children):
            clause = first
            named = place_named(self.syntax, clause.head)
            ways = self.words["place"] | self.words["to_whom"] | self.words["purpose"]
            if is_place(named) and clause.head.head.lower_ in ways:
                return named  # "came from Belgrade, where he signed"
            above = next((word for word in clause.ancestors if word.pos_ == "VERB"), None)
            return self.place(above, above) if above is not None else None
        alone = all(child.dep_ not in SUBJECT for child in clause.children)  # "arrived in Paris and met them"
        came = alone and not moves and clause.dep_ in ("conj", "advcl", "xcomp")
        came = came and clause.head.lemma_ in self.words["arriving"]
        return self.place(clause.head, clause.head) if came else None

    def _at_an_event(self, word: Token) -> ActorMention | None:
        """Where the event was at which something was done: "spoke at a summit in Vilnius", "met on the sidelines of talks in
        Oslo"."""
        hung = [c for p in word.children if p.dep_ == "prep" for c in p.children if c.dep_ == "pobj"]
        at = [thing for thing in hung if thing.head.lower_ in self.words["occasions"]]
        edges = [thing for thing in hung if thing.lemma_ in self.words["margins"]]
        at += [c for edge in edges for p in edge.children if p.dep_ == "prep" for c in p.children if c.dep_ == "pobj"]
        events = (self.syntax.event_noun(thing) for thing in at)
        inside = (p for event in events if event is not None for p in event.children if p.lower_ in self.words["place"])
        named = (place_named(self.syntax, c) for p in inside for c in p.children if c.dep_ == "pobj")
        return next(filter(is_place, named), None)

    def _behind_a_time(self, time: Token) -> ActorMention | None:
        """The place that the parser hung on the time before it: "planned for July 12 in Brussels"."""
        if time.pos_ not in ("PROPN", "NUM"):
            return None
        inner = (c for p in time.children if p.dep_ == "prep" and p.lower_ in self.words["place"] for c in p.children)
        found = next((mention for each in inner if (mention := self.syntax.mentions(each))), None)
        return found if is_place(found) else None
