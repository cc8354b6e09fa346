"""What a time makes of an event: its interval, a deadline, a term, the next of what comes back; and a status to match.

The prepositions and the words of deadlines are in `lang/<code>/events.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from timeline.calendar_time.durations import moved
from timeline.calendar_time.values import DAY, containing, duration_in_words, granularity, shift_day, span
from timeline.extraction.denials import Denials
from timeline.extraction.drafts import Anchor, Draft
from timeline.extraction.quoted import saying_of
from timeline.extraction.syntax import Syntax
from timeline.model import DocumentDate, Status, TimeExpression
from timeline.parsing.grammar import NOMINAL, auxiliaries, has_particle, shared_auxiliaries

if TYPE_CHECKING:
    from spacy.tokens import Token

_MONTH = 31 * DAY


@dataclass
class Bounds:
    """Bounds drafts of one sentence by their times."""

    syntax: Syntax
    date: DocumentDate | None
    head: TimeExpression | None = None

    def bounded(self, draft: Draft, relation: str, said: str) -> Draft:
        """The interval that a preposition makes of a time: by, since, until, before, after."""
        words, time = self.syntax.lexicon.time, draft.time
        assert time and time.earliest and time.latest
        by = relation in words["deadline_prepositions"] or any(p in said for p in self.syntax.lexicon.deadline_phrases)
        expired = draft.clause.tag_ == "VBD" and self.date is not None and time.latest < self.date.earliest
        # "an embargo expires on May 3", but not "expired"
        deadline = draft.trigger.lemma_ in self.syntax.lexicon.status["deadline_words"] and not expired
        if by and draft.status == "speculated" and self.date:
            first = min(self.date.earliest, time.latest)
            return replace(draft, earliest=first, latest=time.latest, how=f"by {time.latest}; {draft.how}")
        given = relation in words["until"] and draft.clause.lemma_ in self.syntax.lexicon.telling["give_time"]
        aimed_at = (
            by and draft.trigger.pos_ in NOMINAL and draft.trigger.dep_ == "pobj"
        )  # "their aim of a treaty by May 1"
        last_day = time.latest
        if by and time.mod == "MID":  # "by the middle of May" is by its 15th
            last_day = time.earliest + (time.latest - time.earliest) // 2
        if by and time.mod == "START" and words["outset"].intersection(time.text.lower().split()):
            last_day = time.earliest  # "by the start of next year"
        if deadline or given or aimed_at or (by and (draft.status != "occurred" or self._needs(draft.clause))):
            how = f"a deadline is the last day of “{time.text}”: {last_day}; {draft.how}"
            return replace(draft, status="deadline", earliest=last_day, latest=last_day, how=how)
        past = [draft.clause, *(c for c in draft.clause.children if c.dep_ in ("aux", "auxpass"))]
        done = draft.status == "occurred" and any(word.tag_ == "VBD" for word in past)
        if by and time.type != "TIME" and done:
            return replace(draft, earliest=None, how=f"up to {last_day}; {draft.how}")  # "by May they had left"
        if relation in words["since"] and self._compares(draft, time):
            return replace(draft, earliest=None, latest=None)  # "the first meeting since 1928" was not in 1928
        if relation in words["since"]:
            end = self.date.latest if self.date else None
            over = draft.clause.tag_ == "VBD" or auxiliaries(draft.clause) & self.syntax.lexicon.status["had"]
            ongoing = draft.status in ("occurred", "ongoing") and not over
            if end is not None and end < time.earliest:  # it may begin then, or the document's date is wrong
                return replace(draft, latest=None, how=f"since {time.earliest}; {draft.how}")
            how = f"since {time.earliest}, up to the document date; {draft.how}"
            return replace(draft, latest=end, status="ongoing" if ongoing else draft.status, how=how)
        if relation in words["until"] and draft.clause.lemma_ in self.syntax.lexicon.telling["put_off"]:
            moved = (child for child in draft.clause.children if child.dep_ in ("nsubjpass", "dobj"))
            named = next(filter(self.syntax.names_event, moved), None)
            trigger = named if named is not None else draft.trigger  # "the summit was moved to May 3"
            return replace(draft, trigger=trigger, status="scheduled", how=f"put off to {time.earliest}; {draft.how}")
        until_then = Denials(self.syntax).until_then(draft.clause) if draft.status == "denied" else None
        if relation in words["until"] and until_then is not None:
            over = until_then.tag_ == "VBD" or auxiliaries(until_then) & self.syntax.lexicon.status["did"]
            return replace(draft, status="occurred" if over else "scheduled", how=f"not until then; {draft.how}")
        if relation in words["until"] - {"to"}:
            present = draft.clause.tag_ in ("VBZ", "VBP") and draft.status == "occurred"
            goes_on = present and self.date is not None and time.latest > self.date.latest
            status: Status = "ongoing" if goes_on else draft.status  # "they run until July 31"
            return replace(draft, status=status, earliest=None, how=f"up to {time.latest}; {draft.how}")
        if time.type == "TIME" and relation in words["after"] | words["before"]:
            return draft  # "shortly before 9 p.m." is on that day
        if relation in words["after"]:
            today = self.date.latest if self.date is not None and draft.status == "occurred" else None
            end = today if today is not None and today >= time.latest else None
            return replace(draft, earliest=time.latest, latest=end, how=f"after {time.latest}; {draft.how}")
        if relation in words["before"]:
            # "before the end of May" is in May or before it, "before Tuesday" on Monday at the latest
            last = time.latest if time.mod == "END" else time.earliest - DAY
            ahead = self.date is not None and draft.status in ("scheduled", "speculated") and self.date.earliest <= last
            begin = self.date.earliest if self.date is not None and ahead else None
            return replace(draft, earliest=begin, latest=last, how=f"up to {last}; {draft.how}")
        return draft

    def _has_begun(self, draft: Draft) -> bool:
        """Whether a past verb tells of the day after the document's, which had begun elsewhere: "early Wednesday local time"."""
        assert self.date is not None and draft.earliest is not None
        above = (word for word in (draft.clause, *draft.clause.ancestors) if word.pos_ == "VERB" and word.tag_ != "VBG")
        verb = next(above, draft.clause)  # "responded by firing missiles"
        told = auxiliaries(verb)
        passive = verb.tag_ == "VBN" and bool(told) and told <= self.syntax.lexicon.status["did"]
        past = passive or (verb.tag_ == "VBD" and not told)
        return past and draft.earliest == draft.latest == self.date.latest + DAY

    def fit(self, draft: Draft) -> Draft:
        """A status that agrees with the date: what lies ahead has not occurred, what is told as present goes on."""
        begun = self.date is None or (draft.earliest is not None and draft.earliest <= self.date.latest)
        a_day = draft.earliest is not None and draft.earliest == draft.latest
        heads = draft.time is not None and draft.time == self.head
        told = draft.earliest is not None and draft.latest is not None and draft.latest - draft.earliest < _MONTH
        if draft.status == "ongoing" and begun and (heads or ((told or self.head) and self.date is None)):
            # a chronology: "June 12, 2018: Trump meets Kim", "In May 2018 they meet"
            return replace(draft, status="occurred")
        if self.date is None or draft.status in ("deadline", "denied", "cancelled", "speculated"):
            return draft
        ahead = draft.earliest is not None and draft.earliest > self.date.latest
        behind = draft.latest is not None and draft.latest < self.date.earliest
        if draft.status == "occurred" and ahead and not self._has_begun(draft):
            told = draft.latest is None and draft.clause.tag_ == "VBD" and not auxiliaries(draft.clause)
            if told and draft.anchor is None and draft.trigger == draft.clause:
                return replace(
                    draft, earliest=None
                )  # "announced a term after their departure in January", which is ahead
            return replace(draft, status="scheduled")
        open_ = draft.earliest is None and draft.latest is not None and draft.latest > self.date.latest
        if (
            draft.status == "occurred" and open_ and draft.trigger.pos_ in NOMINAL
        ):  # "the release of thousands before March 10"
            return replace(draft, status="scheduled", earliest=self.date.earliest)
        lasting = draft.trigger.tag_ in ("VBG", "VB") or (
            draft.trigger.tag_ == "VBN" and draft.trigger.lemma_ in self.syntax.lexicon.status["scheduled_matrix"]
        )
        if draft.status == "occurred" and open_ and lasting:
            return replace(
                draft, status="scheduled"
            )  # "a term, set to last until July", "with visas remaining valid until April"
        if draft.status == "ongoing":
            ends = draft.clause.lemma_ in self.syntax.lexicon.telling["finish"] and not auxiliaries(draft.clause)
            simple = draft.trigger.tag_ in ("VBZ", "VBP") and a_day and draft.trigger.pos_ != "AUX"
            if ends and draft.clause.tag_ in ("VBZ", "VBP") and not behind:
                return replace(draft, status="scheduled")  # "sanctions expire at the end of the month"
            if ahead or (simple and not behind):  # "he flies home tonight"
                return replace(draft, status="scheduled")
            if behind:
                return replace(draft, status="occurred")
        nominal = draft.trigger.pos_ in NOMINAL
        if draft.status == "scheduled" and behind and nominal and self.syntax.goes_on(draft.clause):
            return replace(draft, status="occurred")  # "sanctions that date to 1986 will remain in place"
        promised = draft.trigger.i == draft.clause.i and any(
            c.lower_ in self.syntax.lexicon.status["promised"] for c in draft.clause.children
        )
        if draft.status == "scheduled" and behind and promised and not self._was_foretold(draft):
            return replace(draft, earliest=None, latest=None)  # what will be was not then: the time is another word's
        aim = draft.clause.dep_ == "acl" and draft.clause.tag_ == "VB" and draft.trigger == draft.clause
        if draft.status == "scheduled" and behind and aim and draft.clause.head.pos_ == "NOUN" and self._is_year(draft):
            return replace(
                draft, earliest=None, latest=None
            )  # "agreed to a plan to mend ties after its secession in 2008"
        if draft.status == "scheduled" and behind and self._done_infinitive(draft.clause):
            return replace(draft, status="occurred")
        if draft.status == "scheduled" and behind and nominal and draft.clause.lemma_ not in ("be", "set"):
            return replace(draft, status="occurred") if draft.clause.tag_ == "VBD" else draft
        return self._seen_from_today(draft)

    def _seen_from_today(self, draft: Draft) -> Draft:
        """A draft whose days leave open whether it was before the document's day, on the side that its status says: "will resign
        this week", "met twice this year"."""
        time = draft.time
        if self.date is None or time is None or draft.earliest is None or draft.latest is None:
            return draft
        if (draft.earliest, draft.latest) != (time.earliest, time.latest) or draft.trigger.pos_ in NOMINAL:
            return draft
        if draft.status == "scheduled" and draft.earliest < self.date.earliest <= draft.latest:
            return replace(
                draft, earliest=self.date.earliest, how=f"{draft.how}; from {self.date.earliest}, as it is to come"
            )
        if draft.status == "occurred" and draft.earliest <= self.date.latest < draft.latest:
            return replace(
                draft, latest=self.date.latest, how=f"{draft.how}; until {self.date.latest}, as it is told as past"
            )
        return draft

    def _is_year(self, draft: Draft) -> bool:
        """Whether a draft is dated by a year and nothing else."""
        return draft.time is not None and granularity(draft.time.value) == "Y"

    def _was_foretold(self, draft: Draft) -> bool:
        """Whether a day that is over was to come when the sentence says that it was told of: "I will leave tomorrow," he said on
        Monday."""
        saying = saying_of(self.syntax)
        if saying is None or draft.earliest is None or draft.time == saying[0] or saying[0].earliest is None:
            return False
        return saying[0].earliest <= draft.earliest and saying[1] in draft.clause.ancestors

    def _done_infinitive(self, clause: Token) -> bool:
        """Whether an infinitive hangs on no plan or wish, so that at a past time it was done: "began to fall apart"."""
        status, aux = self.syntax.lexicon.status, auxiliaries(clause)
        while clause.dep_ == "conj" and clause.head.dep_ in ("xcomp", "conj") and aux == auxiliaries(clause.head):
            clause = clause.head  # "led Chad to recall its envoy and to suspend a treaty"
        above = clause.head
        matrix = status["scheduled_matrix"] | status["speculated_matrix"] | status["need"] - {"have"}
        beside = [child.lemma_ for child in above.children if child.dep_ in ("acomp", "dobj", "attr")]
        if above.pos_ == "AUX" and not beside:
            return False  # "they were to meet on Monday", whether they did or not
        if above.pos_ == "ADJ" and above.lemma_ not in status["able"]:
            return False  # "was about to sign it"
        words = {above.lemma_, *beside}
        return aux == {"to"} and (has_particle(above) or (clause.dep_ == "xcomp" and not matrix & words))

    def recurring(self, draft: Draft, time: TimeExpression) -> Draft | None:
        """The next instance of what comes back in a month, season or weekday (the last one, told in the past)."""
        label = f"{time.text.lower()} ({time.value})"
        if self.date is None:
            return replace(draft, status="scheduled", recurrence=label, earliest=None, latest=None)
        reference = self.date.latest
        past = draft.clause.tag_ == "VBD"
        value = time.value
        if "WXX" in value:
            weekday = int(value.partition("T")[0][-1])
            day = reference + DAY * ((weekday - reference.isoweekday()) % 7)
            days: tuple[date, date] | None = (day, day)
        else:
            years = (reference.year, reference.year - 1) if past else (reference.year, reference.year + 1)
            options = [span(value.replace("XXXX", f"{year:04d}")) for year in years]
            fitting = [d for d in options if d and (d[0] <= reference if past else d[1] >= reference)]
            days = fitting[0] if fitting else options[0]
        if days is None:
            return None
        which = "last" if past else "next"
        how = (
            f"“{time.text}”: the {which} one seen from the document date {self.date.days} is {containing(days[0], 'M')}"
        )
        status: Status = "occurred" if past else "scheduled"
        if draft.status in ("cancelled", "speculated"):
            status = draft.status
        return replace(draft, status=status, recurrence=label, earliest=days[0], latest=days[1], how=how)

    def term(
        self,
        draft: Draft,
        time: TimeExpression,
        said: str,
        begun: TimeExpression | None,
        given: TimeExpression | None = None,
    ) -> Draft | None:
        """A duration as a term: "has set a year deadline", "within six months"; or a window up to the document date. It counts
        from that date, or from when it was `begun` or a deadline was `given`; `said` stands before it."""
        within = (said.split() or [""])[-1] in self.syntax.lexicon.time["within"]
        if begun is not None and begun.latest and within and (last := _after(begun.latest, time.value)):
            how = f"within {duration_in_words(time.value)} of {begun.text}; {begun.explanation}"
            return replace(draft, earliest=begun.earliest, latest=last, how=how)
        if any(c.dep_ == "mark" and c.lower_ in self.syntax.lexicon.status["condition"] for c in draft.clause.children):
            return None  # "unless Europe acts within 60 days" tells of nothing yet
        term = draft.trigger.lemma_ == "deadline" or (within and self._needs(draft.clause))
        due = draft.clause.dep_ == "xcomp" and draft.clause.head.pos_ == "AUX" and draft.clause.head.tag_ == "VBD"
        if within and due and draft.status == "scheduled" and time.earliest is None:
            # "a dialogue that was to begin within 30 days": of what was told before
            anchor = Anchor("after", None, time.value, reach="within", or_last=True)
            return replace(draft, earliest=None, latest=None, anchor=anchor)
        if within and not term and self.date is not None and draft.status in ("scheduled", "speculated"):
            last = _after(self.date.latest, time.value)
            how = f"within {duration_in_words(time.value)} of the document date {self.date.days}"
            return replace(draft, earliest=self.date.earliest, latest=last, how=how) if last else None
        if term:
            return self.due(draft, time, given)
        if within and not time.earliest and draft.status == "occurred" and draft.clause.tag_ in ("VBD", "VBN"):
            # "rose up on Monday and were jailed within hours", "Chad welcomed the accord within hours"
            about = self.syntax.event_noun(self.syntax.object(draft.trigger))
            anchor = Anchor("after", about, time.value, reach="within", or_last=True)
            return replace(draft, earliest=None, latest=None, anchor=anchor)
        if (reach := self.syntax.lexicon.reach(time.value)) and time.earliest and draft.clause.tag_ != "VBD":
            how = f"{draft.how}, read as within {duration_in_words(reach)}"  # "will meet in the coming days"
            status: Status = "scheduled" if draft.status == "occurred" else draft.status
            return self.fit(replace(draft, status=status, latest=_after(time.earliest, reach), how=how))
        return self.fit(draft) if time.earliest and time.latest else None

    def due(self, draft: Draft, time: TimeExpression, given: TimeExpression | None = None) -> Draft | None:
        """A deadline that lies a duration after the document date, or after the day on which it was `given`."""
        if given is not None and given.latest:
            first, last = _after(given.earliest or given.latest, time.value), _after(given.latest, time.value)
            how = f"{duration_in_words(time.value)} after {given.text}, {last}; {given.explanation}"
            return replace(draft, status="deadline", earliest=first, latest=last, how=how) if last else None
        ends = (self.date.earliest, self.date.latest) if self.date else ()
        days = [day for end in ends if (day := _after(end, time.value))]
        if self.date is None or len(days) < 2:
            return None
        first, last = days
        said = f"{last}" if first == last else f"{first} to {last}"
        how = f"{duration_in_words(time.value)} after the document date {self.date.days} is {said}"
        return replace(draft, status="deadline", earliest=first, latest=last, how=how)

    def _compares(self, draft: Draft, time: TimeExpression) -> bool:
        """Whether "since" only ranks what was done: "the first meeting since 1928", "the worst attack since May"."""
        own = any(child.dep_ == "prep" and child.lower_ == "since" for child in draft.trigger.children)
        return self.ranked_before(time) or (own and draft.trigger.i != draft.clause.i)

    def ranked_before(self, time: TimeExpression) -> bool:
        """Whether something before a time, and behind the "and" of its verb, is the first, or the worst."""
        before = [token for token in self.syntax.doc if token.idx + self.syntax.sentence.start < time.start]
        joints = [token.i for token in before if token.dep_ == "cc" and token.head.pos_ == "VERB"]
        before = before[joints[-1] :] if joints else before
        counted = self.syntax.lexicon.status["counted"]
        return any(t.lower_ in counted or (t.tag_ in ("JJS", "RBS") and t.dep_ != "advmod") for t in before)

    def _needs(self, clause: Token) -> bool:
        """Whether a clause tells of a duty or an aim: "needs", "must be opened", "with a view to establishing it"."""
        aim = clause.head.head if clause.dep_ == "pcomp" else clause
        if aim.lemma_ in self.syntax.lexicon.telling["aims"]:
            return True
        if shared_auxiliaries(clause) & self.syntax.lexicon.status["duty"]:
            return True
        return clause.lemma_ in self.syntax.lexicon.status["need"] and clause.tag_ in ("VBP", "VBZ", "VB")


def _after(day: date, value: str) -> date | None:
    """The day that a TIMEX3 duration lies after `day`."""
    text = moved(day, value, 1)
    if text is None:
        return None
    found = value.strip("P")
    if found[:-1].isdigit() and found[-1] in "YMWDQ":
        return shift_day(day, int(found[:-1]), found[-1])
    days = span(text)
    return days[0] if days else None
