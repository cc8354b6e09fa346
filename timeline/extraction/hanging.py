"""Where a time hangs in its parsed sentence: the word that it depends on, and the preposition between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.extraction.bounds import Bounds
from timeline.extraction.syntax import Syntax
from timeline.extraction.terms import Terms
from timeline.lang.lexicon import Lexicon
from timeline.model import DocumentDate, TimeExpression
from timeline.parsing.grammar import NOMINAL, auxiliaries

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Hung:
    """A time with its words, and where it hangs: its topmost word, the word that this depends on, the preposition between."""

    time: TimeExpression
    tokens: Sequence[Token]
    head: Token
    governor: Token
    preposition: Token | None

    @property
    def relation(self) -> str:
        return self.preposition.lower_ if self.preposition is not None else ""


@dataclass
class Hanging:
    """Finds the words that the times of one sentence hang on."""

    syntax: Syntax
    date: DocumentDate | None
    bounds: Bounds
    terms: Terms

    @property
    def lexicon(self) -> Lexicon:
        return self.syntax.lexicon

    def of(self, time: TimeExpression) -> Hung | None:
        """Where a time hangs in the sentence; None where it can date nothing."""
        tokens = self.syntax.tokens(time.start, time.end)
        if not tokens or (time.type == "DURATION" and not self._dates_something(time, tokens)):
            return None
        if time.type == "SET" and not time.value.startswith("XXXX-"):
            return None
        if self._is_compared_with(tokens[0]) and self.bounds.ranked_before(time):
            return None  # "the largest accord since the Congress of Vienna in 1815"
        head = next((token for token in tokens if token.head not in tokens or token.head.i == token.i), tokens[0])
        governor, preposition = self.syntax.governor(head, tokens)
        for _ in self.syntax.times:  # "in March and June": June hangs on March
            if governor is not None and (other := self.syntax.time_words(governor)):
                top = next((token for token in other if token.head not in other), other[0])
                governor, preposition = self.syntax.governor(top, other)
        if governor is None or self._is_ruled_out(preposition or tokens[0]):
            return None
        if any(self._describes(word) for word in head.ancestors if word.i < head.i):
            return None  # "trade, worth $7 billion in 2008, fell"
        if preposition is not None and governor.pos_ == "VERB" and self._since_when_in_force(preposition):
            return None  # "lifted a ban, in force since 1992"
        placed = governor.pos_ == "PROPN" or governor.lemma_ in self.lexicon.telling["dates"]
        placed = placed or (governor.lemma_ in self.lexicon.people and governor.head.head.tag_ == "VBD")
        if head.dep_ == "npadvmod" and governor.dep_ == "pobj" and placed:
            # "erupted in Iquitos the previous weekend", "met for the first time that March", "sacked him as his deputy on Friday"
            governor = governor.head.head
        governor = self._done_before(self._behind_aside(governor, tokens[0]), time, tokens[0])
        beyond = self._beyond(governor, preposition or tokens[0])
        if beyond is not None and beyond.lower_ in self.lexicon.time["after"]:
            time = replace(time, latest=time.earliest)  # "after the victory in July": after one of its days
        return Hung(time, tokens, head, governor, beyond or preposition)

    def _is_ruled_out(self, first: Token) -> bool:
        """Whether a time is named for when it was not: "met not on Monday but on Tuesday", "on Tuesday, not on Monday"."""
        words = self.lexicon.status
        while first.i > 2 and first.nbor(-1).pos_ == "PROPN" and first.nbor(-1).dep_ != "nsubj":
            first = first.nbor(-1)  # "in Lima in November, not Bogota in October"
        if first.i < 2 or first.nbor(-1).lower_ not in words["not_then"]:
            return False
        if first.nbor(-2).pos_ == "AUX" and first.nbor(-2).dep_ != "dep":  # "did not, but", not "it was not on Monday"
            return False
        behind = (word.lower_ for word in first.doc[first.i :])
        return first.nbor(-2).text == "," or any(word in words["but_then"] for word in behind)

    def _describes(self, word: Token) -> bool:
        """Whether a word only says, between commas, what the noun before it is like."""
        return (
            word.pos_ == "ADJ"
            and word.lemma_ not in self.lexicon.telling["awaited"]  # "the release, due on Monday, was delayed"
            and word.dep_ == "amod"
            and word.i > 0
            and word.nbor(-1).text == ","
            and word.head.i < word.i
        )

    def _since_when_in_force(self, since: Token) -> bool:
        """Whether a preposition says since when something is in force, or somebody in a place, set off from what is told of them:
        "three agents, in prison since 1998, landed"."""
        if since.lower_ not in self.lexicon.time["since"] or since.i < 3:
            return False
        noun, before, comma = since.nbor(-1), since.nbor(-2), since.nbor(-3)
        known = noun.lemma_ in self.lexicon.telling["effect"] | self.lexicon.telling["in_place"]
        aside = noun.dep_ == "pobj" and since.head.pos_ in NOMINAL
        return before.dep_ == "prep" and comma.text == "," and (known or aside)

    def _is_compared_with(self, first: Token) -> bool:
        """Whether the phrase that a time closes stands behind "since", and names no event itself."""
        word = next((w for w in reversed(first.doc[: first.i]) if w.pos_ != "ADP"), first)
        while word.dep_ == "pobj" and word.head.lower_ not in self.lexicon.time["since"] and word.head.head.i < word.i:
            word = word.head.head
        since = word.dep_ == "pobj" and word.head.lower_ in self.lexicon.time["since"]
        return since and self.syntax.event_noun(word) is None

    def _beyond(self, governor: Token, first: Token) -> Token | None:
        """The "after" of a noun that names no event and has the time, or stands right before it where that is hung on the verb:
        "suspended it after the resolution on May 3"."""
        noun = governor if governor.pos_ in NOMINAL else self.syntax.doc[first.i - 1] if first.i else first
        governor = noun.head.head if noun == governor else governor
        counted = (
            noun.pos_ == "NOUN"
            and governor.pos_ == "VERB"
            and noun.dep_ == "pobj"
            and noun.head.lower_ in self.lexicon.relations
        )
        if not counted or noun.head.head != governor or self.syntax.is_event_word(noun):
            return None
        watching = (
            self.lexicon.people
            | self.lexicon.cast["groups"]
            | self.lexicon.cast["bodies"]
            | self.lexicon.cast["watching"]
        )
        if noun.head.lower_ in self.lexicon.time["before"] and noun.lemma_ in watching:
            return None  # "took the oath before a crowd on Jan. 23"
        idiom = f"{governor.lemma_} {noun.head.lower_}" in self.lexicon.tables["with_preposition"]
        return None if idiom else noun.head  # "appeared before a court on Tuesday" was on Tuesday

    def _behind_aside(self, verb: Token, first: Token) -> Token:
        """The main verb, where the parser hangs a time on a clause between commas that has its own before the second:
        "met Ndour, whose bid was thrown out in January, on Thursday"."""
        if verb.dep_ != "relcl":
            return verb
        base = self.syntax.sentence.start
        own = [t for t in self.syntax.times if base + verb.idx < t.start and t.end <= base + first.idx]
        later = self.syntax.tokens(own[-1].start, own[-1].end)[-1:] if own else []
        if any(word.lower_ in self.lexicon.time["later"] for word in later):
            return verb  # "was killed a decade later, on May 2"
        closed = own and "," in self.syntax.doc.text[own[-1].end - base : first.idx]
        above = next((word for word in verb.ancestors if word.tag_ == "VBD"), None)
        return above if closed and above is not None else verb

    def _done_before(self, verb: Token, time: TimeExpression, first: Token) -> Token:
        """What had been done to the object of a verb that tells what is to come, where the time is over: of "would restore
        relations broken off on January 3, 1961" the breaking off, of "urged them to keep the truce proposed by Chad on 29 July" the
        proposal."""
        if not self.terms.is_over(time) or not auxiliaries(verb) & self.lexicon.ahead:
            return verb
        done = (w for w in verb.subtree if w.dep_ == "acl" and w.tag_ == "VBN" and verb.i < w.i < first.i)
        undated = (w for w in done if not any(map(self.syntax.time_words, w.subtree)))
        return next(undated, verb)

    def _dates_something(self, time: TimeExpression, tokens: Sequence[Token]) -> bool:
        """A duration dates an event when it is a term ("in a year", "a year deadline"), a window, or an offset."""
        if time.anchor or time.earliest or self.terms.granted(tokens) is not None:
            return True
        head = tokens[-1].head
        behind = tokens[0].nbor(-1).lower_ if tokens[0].i else ""
        ranked = self.bounds.ranked_before(time)  # "their first talks in two years"
        return head.lemma_ == "deadline" or (behind in self.lexicon.time["within"] and not ranked)
