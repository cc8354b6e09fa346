"""On which side of the document date a weekday or a date without its year lies, by the parsed verb; the tagger knew no
grammar."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.calendar_time.edtf import to_edtf
from timeline.calendar_time.values import span
from timeline.extraction.syntax import Syntax
from timeline.model import DocumentDate, TimeExpression
from timeline.parsing.grammar import auxiliaries

if TYPE_CHECKING:
    from spacy.tokens import Token

_WEEK = 7  # days between a weekday and its rival
_EARLY = 14  # days that a document may be dated before what it tells as past


@dataclass
class Sides:
    """Decides the times of one sentence."""

    syntax: Syntax
    date: DocumentDate | None

    def as_told(self, time: TimeExpression, trigger: Token, clause: Token) -> TimeExpression:
        """The weekday, or the year of a date, on the side of the document date that the parsed verb tells; the tagger knew
        no grammar. What is done to an event ("announced a summit on May 3") does not tell the event's year."""
        if self.date is None or time.rival is None or time.earliest is None:
            return time
        if self._starts_then(time, clause) or self._is_ahead_of(trigger):
            return time
        aux = auxiliaries(clause)
        told_past = clause.tag_ == "VBD" and not aux
        told_ahead = bool(aux & self.syntax.lexicon.status["will_be"]) or self._is_to_be(trigger, clause, time)
        lies_ahead = time.earliest > self.date.latest
        days = span(time.rival)
        another_year = days is not None and abs((time.earliest - days[0]).days) > _WEEK
        if another_year and (trigger.i != clause.i or not self._tells_year(time, clause)):
            return time
        if days is None or not ((told_past and lies_ahead) or (told_ahead and days[0] > time.earliest)):
            return time
        return _other_side(time, clause)

    def _starts_then(self, time: TimeExpression, clause: Token) -> bool:
        """Whether something is announced that starts at a time: "announced talks starting on Monday", "a truce from Monday"."""
        first = next(iter(self.syntax.tokens(time.start, time.end)), None)
        from_then = first is not None and first.i > 0 and first.nbor(-1).lower_ in self.syntax.lexicon.time["from"]
        if from_then and clause.lemma_ in self.syntax.lexicon.telling["sets_from"]:
            return True
        above = first.ancestors if first is not None else ()
        return any(word.dep_ == "acl" and word.tag_ == "VBG" and clause in word.ancestors for word in above)

    def _is_ahead_of(self, trigger: Token) -> bool:
        """Whether something was done with a view to an event: "met ahead of the summit on Sunday"."""
        of = trigger.head
        return trigger.dep_ == "pobj" and of.dep_ == "prep" and of.head.lower_ in self.syntax.lexicon.time["ahead"]

    def _is_to_be(self, trigger: Token, clause: Token, time: TimeExpression) -> bool:
        """Whether a plain present has a weekday, which is then to come: "Egyptians vote on Saturday"."""
        stands = clause.dep_ in ("ROOT", "conj", "parataxis", "relcl")
        plain = trigger.i == clause.i and stands and not auxiliaries(clause)
        same = (
            self.syntax.lexicon.tables["participles"].get(clause.lemma_) == clause.lemma_
        )  # "they put it off on Monday"
        present = clause.tag_ == "VBZ" or (clause.tag_ == "VBP" and not same)
        days = span(time.rival) if time.rival else None
        near = days is not None and time.earliest is not None and abs((days[0] - time.earliest).days) <= _WEEK
        says = clause.lemma_ in self.syntax.lexicon.telling["reporting"]
        # a headline tells in the present what is over: "Stocks fall on Monday"
        told = clause.doc[-1].text == "." or clause.lemma_ in self.syntax.lexicon.telling["planned_acts"]
        return plain and present and near and not says and told

    def to_come(self, time: TimeExpression, verb: Token) -> TimeExpression:
        """The weekday ahead that something is called for: "called a rally for Saturday", but not "had called"."""
        over = self.date is not None and time.latest is not None and time.latest < self.date.earliest
        days = span(time.rival) if time.rival else None
        near = days is not None and time.earliest is not None and abs((days[0] - time.earliest).days) <= _WEEK
        return _other_side(time, verb) if over and near and verb.tag_ == "VBD" and not auxiliaries(verb) else time

    def _tells_year(self, time: TimeExpression, verb: Token) -> bool:
        """Whether a past verb tells that a date is over: not one a few days ahead of a document that may be dated early,
        nor a day to come ("scheduled it on May 3", "urged them to vote on May 3")."""
        assert self.date and time.earliest
        status = self.syntax.lexicon.status
        soon = (time.earliest - self.date.latest).days <= _EARLY
        kind = self.syntax.lexicon.verbs.get(verb.lemma_)
        ahead = status["scheduled_matrix"] | status["speculated_matrix"] | status["need"] | status["cancelled_verb"]
        asks = kind in ("REQUEST", "THREATEN") or any(c.dep_ == "xcomp" for c in verb.children)
        return not (soon or asks or verb.lemma_ in ahead)


def _other_side(time: TimeExpression, verb: Token) -> TimeExpression:
    """A time with the value of its rival, which a verb tells it to have."""
    days = span(time.rival) if time.rival else None
    if days is None or time.rival is None:
        return time
    how = f"“{time.text}” = {time.rival}, as the verb “{verb.text}” tells"
    return replace(time, value=time.rival, earliest=days[0], latest=days[1], edtf=to_edtf(time.rival), explanation=how)
