"""Two times that date the same telling: whether they do, and which of them says when it was."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from timeline.calendar_time.values import granularity
from timeline.extraction.drafts import Draft
from timeline.extraction.gapping import instead
from timeline.extraction.syntax import Syntax
from timeline.model import TimeExpression


@dataclass
class Rivals:
    """Compares the drafts of one sentence."""

    syntax: Syntax

    def is_one(self, a: Draft, b: Draft) -> bool:
        """Whether two times date the same telling of one event; a yearly meeting may have an instance of its own, and
        times in a list ("in 2009, 2011 and 2014") have one each."""
        open_ = any(draft.earliest is None and draft.latest is not None for draft in (a, b))
        clause = a.clause.i == b.clause.i or open_  # "will open on May 9 and run until May 25"
        if a.trigger.i != b.trigger.i or not clause or bool(a.recurrence) != bool(b.recurrence):
            return False
        statuses, extends = {a.status, b.status}, a.trigger.lemma_ in self.syntax.lexicon.telling["extend"]
        if statuses == {"cancelled", "scheduled"} or (extends and statuses == {"occurred", "deadline"}):
            return False  # "was put off from May 13 to June 10", "extended it on Friday to May 3"
        listed = a.time is not None and b.time is not None and a.time != b.time and self._listed(a, b)
        first, second = sorted((a, b), key=lambda draft: draft.time.start if draft.time else 0)
        return not (listed or self._shares_the_verb(first, second))

    def _shares_the_verb(self, first: Draft, second: Draft) -> bool:
        """Whether each time from the first draft's to the second's has a clause that shares the verb: "met in Oslo in May, Rome in
        June and Lima on Monday"."""
        if first.time is None or second.time is None or first.time not in self.syntax.times:
            return False
        times = list(self.syntax.times)
        chain = times[times.index(first.time) : times.index(second.time) + 1] if second.time in times else []
        whole = first
        for before, time in pairwise(chain):
            pairs = instead(self.syntax, replace(whole, time=before), time)
            if pairs is None:
                return instead(self.syntax, first, second.time) is not None
            whole = replace(whole, instead=pairs)
        return len(chain) > 1

    def prefers(self, first: Draft, second: Draft) -> bool:
        """Whether the first of two times of one telling dates it; "two days later, on Jan. 3": the date set behind does."""
        if not _finer(first, second) or first.time is None or second.time is None:
            return _finer(first, second)
        if self._was_planned(first) != self._was_planned(second):
            return self._was_planned(second)  # "the summit, originally scheduled for May 12, took place on June 12"
        between = self._between(first.time, second.time)
        specified = between.startswith(",") and between.strip(", ") in {"", *self.syntax.lexicon.time["at"]}
        return not (specified and _finer(second, first))

    def _was_planned(self, draft: Draft) -> bool:
        """Whether a time is only that for which something had been planned, by a participle behind its noun."""
        first = next(iter(self.syntax.tokens(draft.time.start, draft.time.end)), None) if draft.time else None
        above = next((word for word in first.ancestors if word.pos_ == "VERB"), None) if first is not None else None
        planned = self.syntax.lexicon.telling["planned"] | self.syntax.lexicon.telling["staged"]
        return above is not None and above.dep_ == "acl" and above.head == draft.trigger and above.lemma_ in planned

    def _listed(self, a: Draft, b: Draft) -> bool:
        """Whether two times stand in one list, which an "and" closes ("two days later, on Jan. 3" is no list)."""
        first, last = sorted((time for time in (a.time, b.time) if time), key=lambda time: time.start)
        if granularity(first.value) != granularity(last.value):
            return False
        chain, joins = [first], []
        for time in self.syntax.times[self.syntax.times.index(first) + 1 :] if first in self.syntax.times else ():
            between = self.syntax.tokens(chain[-1].end, time.start)  # "one on Monday and two on Tuesday"
            words = [word.lower_ for word in between if word.pos_ != "NUM"]
            words = [word for word in words if word not in self.syntax.lexicon.time["at"]]
            if (join := " ".join(words)) not in self.syntax.lexicon.time["lists"]:
                break
            chain.append(time)
            joins.append(join)
        return last in chain and any(join != "," for join in joins)

    def _between(self, first: TimeExpression, second: TimeExpression) -> str:
        return self.syntax.doc.text[first.end - self.syntax.sentence.start : second.start - self.syntax.sentence.start]


def _finer(a: Draft, b: Draft) -> bool:
    """Whether `a` is dated at least as exactly as `b`."""
    if a.earliest and a.latest and b.earliest and b.latest:
        return (a.latest - a.earliest) <= (b.latest - b.earliest)
    if b.earliest and b.latest:
        return False
    return a.earliest is not None or a.latest is not None
