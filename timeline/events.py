"""Sentences with a time -> dated events, each with one Evidence.

`syntax` finds the word that a time dates, `telling` how that is put, `bounds` what the time makes of it, `casting` who
and where; here they become a Draft.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from timeline.bounds import Bounds
from timeline.calendar_time.durations import exactly
from timeline.calendar_time.edtf import to_edtf
from timeline.calendar_time.values import duration_in_words, granularity, span
from timeline.casting import Casting
from timeline.drafts import Anchor, Draft
from timeline.model import ActorMention, DocumentDate, Sentence, Status, TimeExpression
from timeline.stretches import Stretches
from timeline.syntax import NOMINAL, Lexicon, Syntax, antecedent, lemma_of
from timeline.telling import Telling

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass
class Reader:
    """Reads the parsed sentences of one document."""

    lexicon: Lexicon
    date: DocumentDate | None
    names: Sequence[ActorMention] = ()
    sentences: Sequence[Sentence] = ()
    namer: Callable[[Doc], Doc] = lambda doc: doc

    def read(
        self, sentence: Sentence, doc: Doc, timexes: Sequence[TimeExpression], actors: Sequence[ActorMention]
    ) -> list[Draft]:
        """The drafts of one sentence, in the order of its times; `timexes` and `actors` are those inside it."""
        syntax = Syntax(self.lexicon, sentence, doc, actors, self.namer)
        telling = Telling(syntax)
        scope = _Scope(syntax, telling, Casting(syntax, telling, self._before(sentence)), self.date, tuple(timexes))
        found: list[Draft] = []
        for time in timexes:
            draft = scope.dated_by(time)
            rivals = [other for other in found if draft and scope.is_one(draft, other)]
            if draft and not any(scope.prefers(other, draft) for other in rivals):
                found = [other for other in found if other not in rivals]
                found.append(draft)
        found += [other for draft in found for other in scope.beside(draft, found)]
        found += scope.anchored(found)
        found += scope.at_events(found)
        return [draft for draft in map(scope.complete, found) if scope.is_worth_telling(draft)]

    def _before(self, sentence: Sentence) -> list[list[ActorMention]]:
        """The names of the three sentences before this one, the nearest first."""
        at = bisect_left(self.sentences, sentence.end, key=lambda s: s.end)
        nearest = reversed(self.sentences[max(0, at - 3) : at])
        return [self._named.starting_in(sentence) for sentence in nearest]

    @cached_property
    def _named(self) -> Stretches[ActorMention]:
        return Stretches(self.names)


def _finer(a: Draft, b: Draft) -> bool:
    """Whether `a` is dated at least as exactly as `b`."""
    if a.earliest and a.latest and b.earliest and b.latest:
        return (a.latest - a.earliest) <= (b.latest - b.earliest)
    return a.earliest is not None or a.latest is not None


@dataclass
class _Scope:
    """One parsed sentence on its way to drafts."""

    syntax: Syntax
    telling: Telling
    casting: Casting
    date: DocumentDate | None
    times: tuple[TimeExpression, ...] = ()
    said: dict[int, TimeExpression] = field(default_factory=dict)  # when what was said, by the verb of saying

    @cached_property
    def bounds(self) -> Bounds:
        return Bounds(self.syntax, self.date)

    @property
    def lexicon(self) -> Lexicon:
        return self.syntax.lexicon

    @property
    def sentence(self) -> Sentence:
        return self.syntax.sentence

    def is_one(self, a: Draft, b: Draft) -> bool:
        """Whether two times date the same telling of one event; a yearly meeting may have an instance of its own, and
        times in a list ("in 2009, 2011 and 2014") have one each."""
        same = a.trigger.i == b.trigger.i and a.clause.i == b.clause.i
        listed = a.time is not None and b.time is not None and a.time != b.time and self._listed(a, b)
        return same and bool(a.recurrence) == bool(b.recurrence) and not listed

    def _listed(self, a: Draft, b: Draft) -> bool:
        """Whether two times stand in one list, which an "and" closes ("two days later, on Jan. 3" is no list)."""
        first, last = sorted((time for time in (a.time, b.time) if time), key=lambda time: time.start)
        if granularity(first.value) != granularity(last.value):
            return False
        chain, joins = [first], []
        for time in self.times[self.times.index(first) + 1 :] if first in self.times else ():
            words = (word for word in self._between(chain[-1], time).split() if word not in self.lexicon.time["at"])
            if (join := " ".join(words)) not in self.lexicon.time["lists"]:
                break
            chain.append(time)
            joins.append(join)
        return last in chain and any(join != "," for join in joins)

    def _between(self, first: TimeExpression, second: TimeExpression) -> str:
        return self.syntax.doc.text[first.end - self.sentence.start : second.start - self.sentence.start]

    def prefers(self, first: Draft, second: Draft) -> bool:
        """Whether the first of two times of one telling dates it; "two days later, on Jan. 3": the date set behind does."""
        if not _finer(first, second) or first.time is None or second.time is None:
            return _finer(first, second)
        between = self._between(first.time, second.time)
        specified = between.startswith(",") and between.strip(", ") in {"", *self.lexicon.time["at"]}
        return not (specified and _finer(second, first))

    def dated_by(self, time: TimeExpression) -> Draft | None:
        """The event that a time expression dates, or None."""
        tokens = self.syntax.tokens(time.start, time.end)
        if not tokens or (time.type == "DURATION" and not self._dates_something(time, tokens)):
            return None
        if time.type == "SET" and not time.value.startswith("XXXX-"):
            return None
        head = next((token for token in tokens if token.head not in tokens or token.head.i == token.i), tokens[0])
        governor, preposition = self.syntax.governor(head, tokens)
        for _ in self.times:  # "in March and June": June hangs on March
            if governor is not None and (other := self._other_time(governor)):
                top = next((token for token in other if token.head not in other), other[0])
                governor, preposition = self.syntax.governor(top, other)
        if governor is None:
            return None
        if head.dep_ in ("appos", "npadvmod") and governor.pos_ in NOMINAL and not self.syntax.names_event(governor):
            trigger, clause = self.syntax.event_noun(governor), None
        else:
            trigger, clause = self.syntax.seen_through(governor, time)
        if trigger is None and time.earliest:
            self.said[governor.i] = time
        if trigger is None or trigger in tokens:
            return None
        clause = clause if clause is not None else self.syntax.clause(trigger)
        trigger, clause = self._done(trigger, clause, time)
        time = self._as_told(time, clause)
        relation = preposition.lower_ if preposition is not None else ""
        status = self.telling.status(trigger, clause)
        return self._draft(time, trigger, clause, relation, status, tokens)

    def beside(self, draft: Draft, found: Sequence[Draft]) -> list[Draft]:
        """What a time before the subject dates as well: "In May Xi flew to Rome and signed a pact"."""
        verb, time = draft.clause, draft.time
        subject = self.syntax.subject(verb)
        if time is None or subject is None or draft.anchor or verb.tag_ != "VBD":
            return []
        if subject.i > verb.i or time.end > self.sentence.start + subject.left_edge.idx:
            return []
        drafts = []
        for other in verb.conjuncts:
            beyond = {token for next_one in other.children if next_one.dep_ == "conj" for token in next_one.subtree}
            own = any(self._other_time(token) for token in other.subtree if token not in beyond)
            trigger = self.syntax.trigger(other) if other.i > verb.i and other.tag_ == "VBD" and not own else None
            if trigger is None or any(trigger.i == each.trigger.i for each in found):
                continue
            clause = self.syntax.clause(trigger)
            status = self.telling.status(trigger, clause)
            tokens = self.syntax.tokens(time.start, time.end)
            if (more := self._draft(time, trigger, clause, "", status, tokens)) is not None:
                drafts.append(more)
        return drafts

    def _other_time(self, word: Token) -> list[Token]:
        """The words of the time expression that a word is in, if it is in one."""
        at = self.sentence.start + word.idx
        time = next((each for each in self.times if each.start <= at < each.end), None)
        return self.syntax.tokens(time.start, time.end) if time is not None else []

    def _done(self, trigger: Token, clause: Token, time: TimeExpression) -> tuple[Token, Token]:
        """What was only asked or agreed to, at a time that is over, is the asking: "were invited in July to join"."""
        above = trigger.head
        over = self.date is not None and time.latest is not None and time.latest <= self.date.latest
        asked = (
            trigger.i == clause.i
            and trigger.dep_ == "xcomp"
            and above.tag_ in ("VBD", "VBN")
            and above.lemma_ in self.lexicon.telling["own_acts"]
        )
        return (above, above) if over and asked else (trigger, clause)

    def _as_told(self, time: TimeExpression, clause: Token) -> TimeExpression:
        """The weekday on the side of the document date that the parsed verb tells; the tagger knew no grammar."""
        if self.date is None or time.rival is None or time.earliest is None:
            return time
        aux = {child.lower_ for child in clause.children if child.dep_ in ("aux", "auxpass")}
        told_past = clause.tag_ == "VBD" and not aux
        told_ahead = bool(aux & {"will", "'ll", "shall", "wo"})
        lies_ahead = time.earliest > self.date.latest
        days = span(time.rival)
        if days is None or not ((told_past and lies_ahead) or (told_ahead and days[0] > time.earliest)):
            return time
        how = f"“{time.text}” = {time.rival}, as the verb “{clause.text}” tells"
        return replace(
            time, value=time.rival, earliest=days[0], latest=days[1], edtf=to_edtf(time.rival), explanation=how
        )

    def _dates_something(self, time: TimeExpression, tokens: Sequence[Token]) -> bool:
        """A duration dates an event when it is a term ("in a year", "a year deadline"), a window, or an offset."""
        if time.anchor or (time.earliest and time.latest):
            return True
        head = tokens[-1].head
        behind = tokens[0].nbor(-1).lower_ if tokens[0].i else ""
        return head.lemma_ == "deadline" or behind in ("within",)

    def _draft(
        self,
        time: TimeExpression,
        trigger: Token,
        clause: Token,
        relation: str,
        status: Status,
        inside: Sequence[Token],
    ) -> Draft | None:
        kind = self._type(trigger, clause)
        draft = Draft(self.sentence, trigger, clause, status, time, time.earliest, time.latest, kind, time.explanation)
        said = self.syntax.doc.text[max(0, inside[0].idx - 40) : inside[0].idx].lower()
        if time.anchor:
            return self._counted(draft, time, inside)
        if time.type == "SET":
            return self.bounds.recurring(draft, time)
        if time.type == "DURATION":
            return self.bounds.term(draft, time, trigger, said)
        if time.earliest is None or time.latest is None:
            return replace(draft, anchor=None) if time.value.startswith("XXXX") else None
        draft = self.bounds.bounded(draft, relation, said)
        return self.bounds.fit(draft) if draft.earliest or draft.latest else None

    def _counted(self, draft: Draft, time: TimeExpression, inside: Sequence[Token]) -> Draft | None:
        """A time that is counted from an event: "three weeks after the summit", "soon after"."""
        word = self._anchor_word(inside[-1])
        soon = time.type == "DATE"
        if word is not None and word.i in (
            draft.trigger.i,
            draft.clause.i,
        ):  # "a day after they met" dates the meeting by what came next
            main = word.head
            while (
                main.dep_ in ("ccomp", "advcl", "xcomp")
                and main.i not in self.said
                and main.head.pos_ in ("VERB", "AUX")
            ):
                main = main.head
            if main.i == word.i or main.pos_ not in ("VERB", "AUX"):
                return None
            back = {"after": "before", "before": "after"}.get(time.anchor or "", "")
            said = self.said.get(main.i)
            if said is not None and back:
                return self._from_saying(draft, Anchor(back, main, time.value), said)
            return replace(draft, earliest=None, latest=None, anchor=Anchor(back, main, time.value)) if back else None
        value = None if soon else time.value
        anchor = Anchor(time.anchor or "after", word, value, soon)
        return replace(draft, earliest=None, latest=None, anchor=anchor)

    def _from_saying(self, draft: Draft, anchor: Anchor, said: TimeExpression) -> Draft | None:
        """ "... the ministry said on Monday, two days after they agreed": counted from the saying."""
        assert anchor.value and said.earliest and said.latest
        sign = -1 if anchor.relation == "before" else 1
        ends = [exactly(day, anchor.value, sign) for day in (said.earliest, said.latest)]
        if ends[0] is None or ends[1] is None:
            return None
        how = f"{duration_in_words(anchor.value)} {anchor.relation} “{said.text}” ({said.earliest})"
        return replace(draft, earliest=ends[0], latest=ends[1], how=how)

    def _anchor_word(self, last: Token) -> Token | None:
        """The event word behind "after", "before" or "since"."""
        for token in self.syntax.doc[last.i + 1 : last.i + 3]:
            for child in token.children:
                if child.dep_ in ("pobj", "pcomp") and child.i > token.i:
                    return self.syntax.event_noun(child) or child
            if token.dep_ == "mark":
                return token.head
        return None

    def anchored(self, found: Sequence[Draft]) -> list[Draft]:
        """Events dated by another alone: "Since the vote, the talks have gone on"."""
        drafts: list[Draft] = []
        for token in self.syntax.doc:
            relation = next((r for r in ("since", "after", "before") if token.lower_ in self.lexicon.time[r]), None)
            if relation is None or token.dep_ != "prep" or token.pos_ not in ("ADP", "SCONJ", "VERB"):
                continue
            word = next((self.syntax.event_noun(child) for child in token.children if child.dep_ == "pobj"), None)
            if word is None or token.head.pos_ not in ("VERB", "AUX"):
                continue
            trigger = self.syntax.trigger(token.head)
            if trigger is None or any(trigger.i == draft.trigger.i for draft in found) or trigger.i == word.i:
                continue
            if not self._about_actors(trigger):
                continue
            told = trigger.dep_ in ("advcl", "xcomp", "conj")
            if told and any(trigger.head.i in (draft.trigger.i, draft.clause.i) for draft in found):
                continue  # "headed to Nairobi on Tuesday, seeking to help after the attack" is one event
            clause = self.syntax.clause(trigger)
            kind, status = self._type(trigger, clause), self.telling.status(trigger, clause)
            anchor = Anchor(relation, word)
            drafts.append(Draft(self.sentence, trigger, clause, status, None, None, None, kind, "", anchor=anchor))
        return drafts

    def _about_actors(self, trigger: Token) -> bool:
        if trigger.pos_ in NOMINAL:
            return True
        return self.syntax.has_actor_subject(trigger)

    def at_events(self, found: Sequence[Draft]) -> list[Draft]:
        """What may happen at a dated event: "they may talk again at the assembly, which is held every September"."""
        drafts: list[Draft] = []
        for event in found:
            word = event.trigger
            if word.pos_ not in NOMINAL or word.dep_ != "pobj" or word.head.lower_ not in ("at", "during"):
                continue
            verb = word.head.head
            if verb.pos_ == "NOUN" and verb.lemma_ in self.lexicon.cast["sidelines"] and verb.head.pos_ == "ADP":
                verb = verb.head.head
            if verb.pos_ != "VERB" or any(verb.i == draft.trigger.i for draft in found):
                continue
            trigger = self.syntax.trigger(verb)
            if trigger is None or trigger.i == word.i or trigger.lemma_ in self.lexicon.telling["reporting"]:
                continue
            if not self._about_actors(trigger):
                continue
            clause = self.syntax.clause(trigger)
            status = self.telling.status(trigger, clause)
            if status == "ongoing" or event.earliest is None:
                continue
            how = f"at {word.text}: {event.how}"
            draft = replace(
                event, trigger=trigger, clause=clause, status=status, type=self._type(trigger, clause), how=how,
                recurrence=None, anchor=Anchor("during", word), based_on=event.offset,
            )  # fmt: skip
            drafts.append(self.bounds.fit(draft))
        return drafts

    def _with_object(self, lemma: str, thing: Token) -> str | None:
        """The type of a verb that means something else with an object of some type: "leave the pact"."""
        kind = self.lexicon.tables["with_object"].get(f"{lemma} {self.syntax.kind_of(thing)}")
        return str(kind) if kind else None

    def _type(self, trigger: Token, clause: Token) -> str:
        lemma = trigger.lemma_.lower()
        if trigger.pos_ in NOMINAL:
            return self.syntax.kind_of(trigger) or "OTHER"
        if self.syntax.calls_off(trigger):
            return "REJECT"
        for child in trigger.children:
            kind = self.lexicon.tables["with_preposition"].get(f"{lemma} {child.lower_}")
            if kind and child.dep_ in ("prep", "prt", "advmod"):
                return str(kind)
        if any(child.dep_ == "oprd" for child in trigger.children) and lemma in self.lexicon.telling["naming"]:
            return "OTHER"
        lemma = lemma_of(trigger, self.lexicon)
        written = self.syntax.object(trigger)
        if written is not None and written.lemma_ in self.lexicon.telling["documents"]:
            return "OTHER"
        if written is not None and (kind := self._with_object(lemma, written)):
            return kind
        thing = self.syntax.event_noun(written) or self.syntax.event_noun(self.syntax.subject(trigger))
        if thing is not None and (lemma not in self.lexicon.verbs or self.syntax.kind_of(thing) == "OTHER"):
            return self.syntax.kind_of(thing) or "OTHER"
        return self.lexicon.verbs.get(lemma, "OTHER")

    def complete(self, draft: Draft) -> Draft:
        """The draft with who took part, where it was, who is quoted, and how sure that is."""
        actors, place = (
            self.casting.actors(draft.trigger, draft.clause),
            self.casting.place(draft.trigger, draft.clause),
        )
        actors = [(mention, role) for mention, role in actors if place is None or mention.start != place.start]
        said_by = self.casting.said_by(draft.clause)
        parts: list[tuple[str, float]] = [("date", _date_sureness(draft))]
        parts.append(("type", 1.0 if draft.type != "OTHER" else 0.8))
        parts.append(("actors", 1.0 if actors else 0.75 if draft.type != "OTHER" or place else 0.6))
        parts.append(("status", {"speculated": 0.8, "denied": 0.8}.get(draft.status, 1.0)))
        subject = self.syntax.subject(draft.trigger) if draft.trigger.pos_ not in NOMINAL else None
        return replace(
            draft,
            actors=tuple(actors),
            place=place,
            said_by=said_by,
            sureness=tuple(parts),
            subject=antecedent(subject, self.lexicon) if subject is not None else None,
            times=self.times,
        )

    def is_worth_telling(self, draft: Draft) -> bool:
        """Whether a reader learns something: not "when asked", "we met", nor "evidence arrived" without a known name."""
        if draft.trigger.pos_ in NOMINAL:
            return True
        told = [child.dep_ for child in draft.trigger.children]
        was_asked = draft.trigger.lemma_ in self.lexicon.telling["interview"] and (
            draft.trigger.tag_ == "VBN" or draft.trigger.dep_ == "acl"
        )
        if was_asked and "xcomp" not in told:
            return False  # "asked about the talks": an interview
        if draft.actors:
            return True
        subject = self.syntax.subject(draft.trigger)
        if subject is not None and subject.lower_ in self.lexicon.tables["actors"]["speakers"]:
            return False
        unknown = subject is not None and subject.pos_ == "PRON" and subject.lower_ not in self.lexicon.relatives
        if unknown and draft.trigger.lemma_ in self.lexicon.telling["acts"]:
            return False  # "he announced", and nobody knows who
        if (
            unknown
            and draft.type == "OTHER"
            and not any(child.dep_ not in ("prep", "punct") for child in draft.trigger.rights)
        ):
            return False  # "it ended in May", and nobody knows what
        moves = draft.trigger.lemma_ in self.lexicon.telling["moving"] and self.syntax.object(draft.trigger) is None
        if not moves or subject is None or any(child.dep_ == "nsubjpass" for child in draft.trigger.children):
            return True
        people = self.lexicon.cast["pair_of_people"] | self.lexicon.cast["pair_of_powers"]
        return subject.lemma_ in people or subject.pos_ == "PROPN"  # "the delegation arrived", not "evidence arrived"


def _date_sureness(draft: Draft) -> float:
    if draft.anchor and draft.earliest is None:
        return 0.7
    if draft.earliest is None or draft.latest is None:
        return 0.6
    length = (draft.latest - draft.earliest).days
    unit = granularity(draft.time.value) if draft.time else None
    return 1.0 if unit in ("D", "T") or length == 0 else 0.9 if length < 32 else 0.8
