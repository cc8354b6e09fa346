"""Stretches of time that somebody has for something, and the day from which they run: "gave Doha ten days to comply"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.extraction.syntax import Syntax
from timeline.model import DocumentDate, TimeExpression
from timeline.parsing.grammar import auxiliaries

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass
class Terms:
    """Finds the terms of one sentence; `head` is the time that heads its entry of a chronology."""

    syntax: Syntax
    date: DocumentDate | None
    head: TimeExpression | None = None

    def granted(self, tokens: Sequence[Token]) -> Token | None:
        """What somebody has, or is given, a stretch of time for: "has one week to hand over a list"."""
        head = next((t for t in tokens if t.head not in tokens), tokens[0])
        if head.dep_ not in ("dobj", "npadvmod") or head.head.lemma_ not in self.syntax.lexicon.telling["give_time"]:
            return None
        behind = (*head.children, *head.head.children)
        return next((c for c in behind if c.i > head.i and c.tag_ == "VB" and auxiliaries(c) == {"to"}), None)

    def counted_from(self, tokens: Sequence[Token]) -> Token | None:
        """The event that a stretch of time runs from: "has two weeks from that deployment to withdraw"."""
        behind = tokens[-1].i + 1
        since = tokens[-1].doc[behind] if behind < len(tokens[-1].doc) else tokens[-1]
        nouns = (
            (c for c in since.rights if c.dep_ == "pobj")
            if since.lower_ in self.syntax.lexicon.time["counting_from"]
            else ()
        )
        return next((event for noun in nouns if (event := self.syntax.event_noun(noun)) is not None), None)

    def begun(self, time: TimeExpression, clause: Token) -> TimeExpression | None:
        """The day that a term of what was agreed or given runs from: "agreed in July 2013 to finish within four months"."""
        above = clause.head
        if above.pos_ == "NOUN" and clause.dep_ in ("acl", "relcl"):
            above = above.head  # "gave him a week to leave"
        if above.tag_ == "VBG" and above.dep_ == "advcl":
            above = above.head  # "handed over a list on 22 June, giving Doha ten days to comply"
        # "announced in May that it would leave within 20 weeks"
        told = above.tag_ in ("VBD", "VBN") and bool(self.syntax.lexicon.ahead & auxiliaries(clause))
        before = [t for t in self.syntax.times if t.end <= time.start and t.type in ("DATE", "TIME") and t.latest]
        before = [t for t in before if not self._aside(t, above)]
        if self.head is not None and not before:
            return self.head  # "22 June: they handed over a list, giving Doha ten days to comply"
        if told and before and self.is_over(before[-1]):
            return before[-1]
        given = above.tag_ in ("VBD", "VBN") and above.lemma_ in self.syntax.lexicon.telling["give_time"]
        behind = next((t for t in self.syntax.times if t.start > time.end and t.type == "DATE"), None)
        # "gave Chad six months to leave on 22 May", told in July; but not "and when the deadline passed on 22 May, sent troops"
        own = behind is not None and not self._another_deed(time, behind)
        return behind if given and own and behind is not None and self.is_over(behind) else None

    def set_on(self, time: TimeExpression, clause: Token) -> TimeExpression | None:
        """The day on which a deadline was set that is so far away: "On 3 May 2019 the Assembly set a six-month deadline"."""
        verbs = (w for w in (clause, *clause.ancestors) if w.pos_ == "VERB" and w.tag_ != "VBG")
        above = next(verbs, clause)
        past = above.tag_ in ("VBD", "VBN") and not auxiliaries(above) - self.syntax.lexicon.status["did"]
        before = [t for t in self.syntax.times if t.end <= time.start and t.type in ("DATE", "TIME") and t.latest]
        return before[-1] if past and before and self.is_over(before[-1]) else None

    def _another_deed(self, term: TimeExpression, time: TimeExpression) -> bool:
        """Whether a past verb stands between a term and a time."""
        return any(word.tag_ == "VBD" for word in self.syntax.tokens(term.end, time.start))

    def is_over(self, time: TimeExpression) -> bool:
        """Whether a time ended before the document's day."""
        return time.latest is not None and self.date is not None and time.latest < self.date.earliest

    def is_ahead(self, time: TimeExpression) -> bool:
        """Whether a time begins after the document's day."""
        return time.earliest is not None and self.date is not None and time.earliest > self.date.latest

    def _aside(self, time: TimeExpression, verb: Token) -> bool:
        """Whether a time stands in a relative clause that hangs on a verb's subject: "the court, which sat in May, gave"."""
        first = next(iter(self.syntax.tokens(time.start, time.end)), None)
        clause = next((word for word in first.ancestors if word.dep_ == "relcl"), None) if first is not None else None
        return clause is not None and clause != verb and verb in clause.ancestors
