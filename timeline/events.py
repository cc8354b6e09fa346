"""Sentences with a time -> dated events, each with one Evidence: what the time belongs to, how it is told, who, where.

The parse decides the structure: from the time expression up to the word that it dates (`governor`), through light and
aspectual verbs to the event itself (`trigger`). What words mean is in `lang/<code>/events.toml`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from timeline.calendar_time.operations import moved
from timeline.calendar_time.values import DAY, containing, granularity, shift_day, span
from timeline.model import ActorMention, DocumentDate, Sentence, Status, TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NOMINAL = ("NOUN", "PROPN")
_WITH = ("with", "by", "between", "among", "against", "alongside")
_SUBJECT = ("nsubj", "nsubjpass", "csubj")
#: Clauses that are told as the clause above them is ("plans to", "speculation that").
_INHERITING = ("xcomp", "ccomp", "acl", "acomp", "advcl", "pcomp", "conj")


_TIME_WORDS = ("deadline_prepositions", "since", "until", "after", "before", "within", "at")


class Lexicon:
    """The event words of a language, by lemma."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self.tables = tables
        self.telling = {name: frozenset(words) for name, words in tables["telling"].items()}
        self.status = {name: frozenset(words) for name, words in tables["status"].items()}
        self.time = {name: frozenset(words) for name, words in tables["time"].items() if name in _TIME_WORDS}
        self.deadline_phrases: tuple[str, ...] = tuple(tables["time"]["deadline_phrases"])

    @cached_property
    def verbs(self) -> dict[str, str]:
        return self._types("verbs")

    @cached_property
    def nouns(self) -> dict[str, str]:
        return self._types("nouns")

    def _types(self, table: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for kind, words in self.tables[table].items():
            for word in words:
                found.setdefault(word, kind)
        return found


@dataclass(frozen=True)
class Draft:
    """An event as one sentence tells it, before it is dated by others and merged."""

    sentence: Sentence
    trigger: Token
    clause: Token  # the verb that says how it is told; the trigger itself where that is a verb
    status: Status
    time: TimeExpression | None
    earliest: date | None
    latest: date | None
    type: str
    how: str
    recurrence: str | None = None
    anchor: Anchor | None = None
    based_on: int | None = None  # the offset of the draft that the date is counted from
    said_by: Token | None = None
    actors: tuple[tuple[ActorMention, str], ...] = ()
    place: ActorMention | None = None
    sureness: tuple[tuple[str, float], ...] = ()

    @property
    def offset(self) -> int:
        return self.sentence.start + self.trigger.idx


@dataclass(frozen=True)
class Anchor:
    """What a date is counted from: the event that `word` names (None: the one told before), `value` away."""

    relation: str
    word: Token | None
    value: str | None = None
    soon: bool = False


@dataclass
class Reader:
    """Reads the parsed sentences of one document."""

    lexicon: Lexicon
    date: DocumentDate | None
    names: Sequence[ActorMention] = ()
    sentences: Sequence[Sentence] = ()

    def read(
        self, sentence: Sentence, doc: Doc, timexes: Sequence[TimeExpression], actors: Sequence[ActorMention]
    ) -> list[Draft]:
        """The drafts of one sentence, in the order of its times; `timexes` and `actors` are those inside it."""
        scope = _Scope(self.lexicon, self.date, sentence, doc, actors, self._before(sentence))
        found: list[Draft] = []
        for time in timexes:
            draft = scope.dated_by(time)
            if draft and not any(_same_telling(draft, other) and _finer(other, draft) for other in found):
                found = [other for other in found if not _same_telling(draft, other)]
                found.append(draft)
        found += scope.anchored(found)
        found += scope.at_events(found)
        return [scope.complete(draft) for draft in found]

    def _before(self, sentence: Sentence) -> list[list[ActorMention]]:
        """The names of the three sentences before this one, the nearest first."""
        at = next((i for i, s in enumerate(self.sentences) if s.end >= sentence.end), 0)
        nearest = reversed(self.sentences[max(0, at - 3) : at])
        return [[n for n in self.names if s.start <= n.start < s.end] for s in nearest]


def _same_telling(a: Draft, b: Draft) -> bool:
    """Whether two times date the same telling of one event (a yearly meeting may have an instance of its own)."""
    return a.trigger.i == b.trigger.i and a.clause.i == b.clause.i and bool(a.recurrence) == bool(b.recurrence)


def _finer(a: Draft, b: Draft) -> bool:
    """Whether `a` is dated at least as exactly as `b`."""
    if a.earliest and a.latest and b.earliest and b.latest:
        return (a.latest - a.earliest) <= (b.latest - b.earliest)
    return a.earliest is not None or a.latest is not None


@dataclass
class _Scope:
    """One parsed sentence and what is known about it."""

    lexicon: Lexicon
    date: DocumentDate | None
    sentence: Sentence
    doc: Doc
    actors: Sequence[ActorMention]
    before: Sequence[Sequence[ActorMention]] = ()

    # ------------------------------------------------------------------------------------ from time to trigger

    def dated_by(self, time: TimeExpression) -> Draft | None:
        """The event that a time expression dates, or None."""
        tokens = self._tokens(time.start, time.end)
        if not tokens or (time.type == "DURATION" and not self._dates_something(time, tokens)):
            return None
        if time.type == "SET" and not time.value.startswith("XXXX-"):
            return None
        head = next((token for token in tokens if token.head not in tokens or token.head.i == token.i), tokens[0])
        governor, preposition = self._governor(head, tokens)
        if governor is None:
            return None
        if head.dep_ in ("appos", "npadvmod") and governor.pos_ in _NOMINAL and not self._names_event(governor):
            trigger, clause = self._event_noun(governor), None
        else:
            trigger, clause = self._seen_through(governor, time)
        if trigger is None or trigger in tokens:
            return None
        clause = clause if clause is not None else self._clause(trigger)
        relation = preposition.lower_ if preposition is not None else ""
        status = self._status(trigger, clause)
        return self._draft(time, trigger, clause, relation, status, tokens)

    def _dates_something(self, time: TimeExpression, tokens: Sequence[Token]) -> bool:
        """A duration dates an event when it is a term ("in a year", "a year deadline"), a window, or an offset."""
        if time.anchor or (time.earliest and time.latest):
            return True
        head = tokens[-1].head
        behind = tokens[0].nbor(-1).lower_ if tokens[0].i else ""
        return head.lemma_ == "deadline" or behind in ("within",)

    def _tokens(self, start: int, end: int) -> list[Token]:
        base = self.sentence.start
        return [t for t in self.doc if t.idx + base < end and t.idx + len(t) + base > start and not t.is_space]

    def _governor(self, token: Token, inside: Sequence[Token]) -> tuple[Token | None, Token | None]:
        """The word that a time depends on, and the preposition between them."""
        preposition: Token | None = None
        for _ in range(8):
            if token.head.i == token.i:
                return token, preposition
            parent = token.head
            if token.dep_ in ("pobj", "pcomp") and parent.pos_ in ("ADP", "SCONJ", "ADV", "VERB"):
                preposition = preposition or (parent if parent not in inside else None)
                token = parent
                continue
            if parent.pos_ in ("ADP", "ADV", "ADJ", "NUM", "PART", "SCONJ") and parent.dep_ != "ROOT":
                token = parent
                continue
            return parent, preposition
        return None, None

    def _seen_through(self, word: Token, time: TimeExpression | None = None) -> tuple[Token | None, Token | None]:
        """The event that a dated word names, and the clause that tells it where that is a relative clause."""
        verb = word
        while verb.pos_ in _NOMINAL and not self._names_event(verb) and verb.head.i != verb.i:
            verb = verb.head
        if verb.dep_ == "relcl" and verb.tag_ in ("VBZ", "VBP") and time and time.type != "SET":
            above = verb.head
            while above.pos_ not in ("VERB", "AUX") and above.head.i != above.i:
                above = above.head
            if above.tag_ == "VBD":  # "crossed the line that divides Korea on Friday": the crossing was on Friday
                return self._trigger(above), None
        trigger = self._trigger(word)
        relative = verb.pos_ in ("VERB", "AUX") and verb.dep_ == "relcl" and trigger is not None and trigger.i != verb.i
        return trigger, verb if relative else None

    def _trigger(self, word: Token) -> Token | None:
        """The event that a dated word names: seen through light, aspectual and matrix verbs and plain nouns."""
        for _ in range(6):
            if word.pos_ in _NOMINAL:
                if self._names_event(word):
                    return word
                if word.head.i == word.i:
                    return None
                if word.dep_ in _SUBJECT and word.head.pos_ not in ("VERB", "AUX"):
                    return None
                word = word.head
                continue
            if word.pos_ in ("VERB", "AUX"):
                return self._verb_trigger(_main_verb(word))
            if word.head.i == word.i:
                return None
            word = word.head
        return None

    def _names_event(self, noun: Token) -> bool:
        return noun.lemma_.lower() in self.lexicon.nouns and not (
            noun.dep_ in ("compound", "nmod") and noun.head.pos_ in _NOMINAL
        )

    def _verb_trigger(self, verb: Token) -> Token | None:
        telling, status = self.lexicon.telling, self.lexicon.status
        lemma = verb.lemma_.lower()
        inner = next(
            (child for child in verb.children if child.dep_ == "xcomp" and child.pos_ in ("VERB", "AUX")), None
        )
        adjective = next((child for child in verb.children if child.dep_ == "acomp"), None)
        if adjective is not None and inner is None:
            inner = next((c for c in adjective.children if c.dep_ == "xcomp" and c.pos_ in ("VERB", "AUX")), None)
        matrix = status["scheduled_matrix"] | status["speculated_matrix"]
        looks_ahead = lemma in matrix or (adjective is not None and adjective.lemma_ in matrix)
        if inner is not None and looks_ahead and lemma not in telling["own_acts"]:
            return self._verb_trigger(inner) or inner
        if lemma in telling["reporting"]:
            return verb if lemma in telling["acts"] and self._has_actor_subject(verb) else None
        subject, thing = self._subject(verb), self._object(verb)
        if (
            lemma in ("plan", "schedule", "expect", "arrange", "prepare")
            and (noun := self._event_noun(thing)) is not None
        ):
            return noun
        if lemma == "take" and thing is not None and thing.lemma_ == "place":
            return self._event_noun(subject)
        if lemma in telling["happen"] and lemma != "take" and (noun := self._event_noun(subject)) is not None:
            return noun
        if lemma in telling["begin"] | telling["finish"] | telling["go_on"]:
            return (
                self._event_noun(subject)
                or self._event_noun(thing)
                or (verb if self._has_actor_subject(verb) else None)
            )
        if lemma in telling["light"] and (noun := self._event_noun(thing)) is not None:
            return noun
        if lemma in status["cancelled_verb"] or (lemma in ("call", "put") and _particle(verb) == "off"):
            return self._event_noun(thing) or self._event_noun(subject) or verb
        staged = verb.tag_ == "VBN" and lemma in telling["staged"]
        if staged and (noun := self._event_noun(subject)) is not None:
            return noun
        if lemma in telling["static"] or verb.pos_ == "AUX":
            if lemma in status["need"]:
                return verb
            return self._event_noun(subject) if lemma == "be" else None
        return verb

    def _event_noun(self, word: Token | None) -> Token | None:
        """The event noun that a subject or object is, or stands for ("which" for its antecedent)."""
        if word is None:
            return None
        if word.lower_ in ("which", "that", "who") and word.head.dep_ == "relcl":
            word = word.head.head
            if word.dep_ == "appos" and word.lemma_.lower() not in self.lexicon.nouns:
                word = word.head
        if word.pos_ in _NOMINAL and word.lemma_.lower() in self.lexicon.nouns:
            return word
        for child in word.children:  # "a round of talks", "the first of three meetings"
            if child.dep_ == "prep" and child.lower_ == "of":
                for inner in child.children:
                    if inner.dep_ == "pobj" and inner.lemma_.lower() in self.lexicon.nouns:
                        return inner
        return None

    def _subject(self, verb: Token) -> Token | None:
        for _ in range(4):
            for child in verb.children:
                if child.dep_ in _SUBJECT:
                    return child
            for child in verb.lefts:
                if _main_verb(child).i == verb.i and child.pos_ == "VERB":
                    return self._object(child)
            if verb.dep_ not in ("xcomp", "conj", "acomp", "advcl") or verb.head.i == verb.i:
                break
            verb = verb.head
        if verb.dep_ == "acl" and verb.head.pos_ in _NOMINAL:
            if verb.tag_ != "VB":
                return verb.head
            above = self._clause(verb.head)  # "accepted an invitation to visit Pyongyang": the visitor accepted
            return next((child for child in above.children if child.dep_ in _SUBJECT), None)
        return None

    def _object(self, verb: Token) -> Token | None:
        return next((child for child in verb.children if child.dep_ in ("dobj", "obj", "attr")), None)

    def _has_actor_subject(self, verb: Token) -> bool:
        subject = self._subject(verb)
        return subject is not None and any(
            self._mentions(token) for token in subject.subtree if token.i <= subject.i + 1
        )

    def _clause(self, trigger: Token) -> Token:
        """The verb that tells the trigger: itself, or the verb above an event noun."""
        word = trigger
        while word.pos_ not in ("VERB", "AUX") and word.head.i != word.i:
            word = word.head
        word = _main_verb(word)
        inner = next((c for a in word.children if a.dep_ == "acomp" for c in a.children if c.dep_ == "xcomp"), None)
        return inner if inner is not None and word.pos_ == "AUX" and trigger.pos_ in _NOMINAL else word

    # ---------------------------------------------------------------------------------------------- status

    def _status(self, trigger: Token, clause: Token) -> Status:
        """How the sentence puts it, before the date is looked at."""
        status = self.lexicon.status
        nominal = trigger.i != clause.i
        main = self._clause(trigger)
        if nominal and main.i != clause.i and main.lemma_ in status["cancelled_verb"] and self._tells(trigger, main):
            return "cancelled"
        if nominal and not self._tells(trigger, clause):
            return "occurred"
        chain = [clause]
        while chain[-1].dep_ in _INHERITING and chain[-1].head.i != chain[-1].i:
            if chain[-1].dep_ == "advcl" and not any(c.dep_ == "aux" and c.lower_ == "to" for c in chain[-1].children):
                break
            if chain[-1].dep_ == "conj" and any(c.dep_ in ("aux", *_SUBJECT) for c in chain[-1].children):
                break
            above = chain[-1].head
            chain.append(above.head if above.pos_ == "ADP" else above)
            if len(chain) > 4:
                break
        lemma = clause.lemma_.lower()
        if (lemma in status["cancelled_verb"] and nominal) or (lemma in ("call", "put") and _particle(clause) == "off"):
            return "cancelled"
        if any(child.dep_ == "mark" and child.lower_ in status["condition"] for child in clause.children):
            return "speculated"
        aux = {child.lower_ for child in clause.children if child.dep_ in ("aux", "auxpass")}
        if any(child.dep_ == "neg" for child in clause.children):
            return "cancelled" if aux & status["scheduled_aux"] else "denied"
        if aux & status["speculated_aux"]:
            return "speculated"
        if any(child.lower_ in status["speculated_adverb"] and child.dep_ == "advmod" for child in clause.children):
            return "speculated"
        if aux & status["scheduled_aux"]:
            return self._future_or_wish(chain, aux)
        for above in chain[1:]:
            verdict = self._matrix(above)
            if verdict:
                return verdict
        if lemma in status["scheduled_matrix"] and clause.tag_ == "VBN" and nominal and lemma != "agree":
            return "scheduled"
        if nominal and any(c.lemma_ in ("due", "set", "ready") for c in clause.children if c.dep_ == "acomp"):
            return "scheduled"
        if clause.tag_ in ("VBZ", "VBP") and "have" not in {c.lemma_ for c in clause.children if c.dep_ == "aux"}:
            return "ongoing"
        if clause.tag_ == "VBG" and aux & {"is", "are", "'s", "'re", "am"}:
            return "ongoing"
        if lemma in self.lexicon.telling["go_on"] and aux & {"has", "have"}:
            return "ongoing"
        if clause.tag_ == "VB" and "to" in aux:
            return "scheduled"
        return "occurred"

    def _future_or_wish(self, chain: Sequence[Token], aux: set[str]) -> Status:
        if "would" in aux:
            marked = any(c.dep_ == "advcl" and any(m.lower_ == "if" for m in c.children) for c in chain[0].children)
            return "speculated" if marked else "scheduled"
        return "scheduled"

    def _matrix(self, above: Token) -> Status | None:
        """What a verb, noun or adjective above the event says of it ("plans to", "speculation that", "refused to")."""
        status, lemma = self.lexicon.status, above.lemma_.lower()
        negated = any(child.dep_ == "neg" for child in above.children)
        adjective = next((c.lemma_ for c in above.children if c.dep_ == "acomp"), "")
        if lemma in status["denied_matrix"] and above.pos_ == "VERB":
            return "denied"
        for word in (lemma, adjective):
            if word in status["scheduled_matrix"]:
                return "denied" if negated else "scheduled"
            if word in status["speculated_matrix"]:
                return "speculated"
        return None

    def _tells(self, noun: Token, clause: Token) -> bool:
        """Whether the clause says what becomes of the event noun (as its subject, or as object of a light verb)."""
        telling, status = self.lexicon.telling, self.lexicon.status
        subject, thing = self._subject(clause), self._object(clause)
        lemma = clause.lemma_.lower()
        own = [self._event_noun(subject), self._event_noun(thing)]
        if noun not in own:
            return False
        verbs = telling["light"] | telling["happen"] | telling["begin"] | telling["finish"] | telling["go_on"]
        known = verbs | status["cancelled_verb"] | status["scheduled_matrix"] | {"be", "call", "put", "have"}
        return lemma in known

    # ------------------------------------------------------------------------------------------------ dates

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
        said = self.doc.text[max(0, inside[0].idx - 40) : inside[0].idx].lower()
        if time.anchor:
            return self._counted(draft, time, inside)
        if time.type == "SET":
            return self._recurring(draft, time)
        if time.type == "DURATION":
            return self._term(draft, time, trigger, said)
        if time.earliest is None or time.latest is None:
            return replace(draft, anchor=None) if time.value.startswith("XXXX") else None
        draft = self._bounded(draft, relation, said)
        return self._fit(draft)

    def _bounded(self, draft: Draft, relation: str, said: str) -> Draft:
        """The interval that a preposition makes of a time: by, since, until, before, after."""
        words, time = self.lexicon.time, draft.time
        assert time and time.earliest and time.latest
        by = relation in words["deadline_prepositions"] or any(p in said for p in self.lexicon.deadline_phrases)
        deadline = draft.trigger.lemma_ in self.lexicon.status["deadline_words"]
        if by and draft.status == "speculated" and self.date:
            first = min(self.date.earliest, time.latest)
            return replace(draft, earliest=first, latest=time.latest, how=f"by {time.latest}; {draft.how}")
        given = relation in ("until", "till") and draft.clause.lemma_ in ("give", "have")
        if deadline or given or (by and (draft.status != "occurred" or self._needs(draft.clause))):
            how = f"a deadline is the last day of “{time.text}”: {time.latest}; {draft.how}"
            return replace(draft, status="deadline", earliest=time.latest, latest=time.latest, how=how)
        if relation in words["since"]:
            end = self.date.latest if self.date else None
            ongoing = draft.status in ("occurred", "ongoing") and draft.clause.tag_ not in ("VBD",)
            how = f"since {time.earliest}, up to the document date; {draft.how}"
            return replace(draft, latest=end, status="ongoing" if ongoing else draft.status, how=how)
        if relation in ("until", "till", "through"):
            return replace(draft, earliest=None, how=f"up to {time.latest}; {draft.how}")
        if relation in words["after"]:
            return replace(draft, earliest=time.latest, latest=None, how=f"after {time.latest}; {draft.how}")
        if relation in words["before"]:
            last = time.earliest - DAY
            return replace(draft, earliest=None, latest=last, how=f"before {time.earliest}; {draft.how}")
        return draft

    def _needs(self, clause: Token) -> bool:
        return clause.lemma_ in self.lexicon.status["need"] and clause.tag_ in ("VBP", "VBZ", "VB")

    def _fit(self, draft: Draft) -> Draft:
        """A status that agrees with the date: what lies ahead has not occurred, what is told as present goes on."""
        if self.date is None or draft.status in ("deadline", "denied", "cancelled", "speculated"):
            return draft
        ahead = draft.earliest is not None and draft.earliest > self.date.latest
        behind = draft.latest is not None and draft.latest < self.date.earliest
        if draft.status == "occurred" and ahead:
            return replace(draft, status="scheduled")
        if draft.status == "ongoing":
            if ahead:
                return replace(draft, status="scheduled")
            if behind:
                return replace(draft, status="occurred")
        nominal = draft.trigger.pos_ in _NOMINAL
        if draft.status == "scheduled" and behind and nominal and draft.clause.lemma_ not in ("be", "set"):
            return replace(draft, status="occurred") if draft.clause.tag_ == "VBD" else draft
        return draft

    def _recurring(self, draft: Draft, time: TimeExpression) -> Draft | None:
        """The next instance of what comes back in a month, season or weekday (the last one, told in the past)."""
        label = f"{time.text.lower()} ({time.value})"
        if self.date is None:
            return replace(draft, status="scheduled", recurrence=label, earliest=None, latest=None)
        reference = self.date.latest
        past = draft.clause.tag_ == "VBD"
        value = time.value
        if "WXX" in value:
            weekday = int(value[-1])
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
        how = f"“{time.text}”: the {which} one seen from the document date {reference} is {containing(days[0], 'M')}"
        status: Status = "occurred" if past else "scheduled"
        if draft.status in ("cancelled", "speculated"):
            status = draft.status
        return replace(draft, status=status, recurrence=label, earliest=days[0], latest=days[1], how=how)

    def _term(self, draft: Draft, time: TimeExpression, trigger: Token, said: str) -> Draft | None:
        """A duration as a term: "has set a year deadline", "within six months"; or a window up to the document date."""
        within = said.rstrip().endswith("within")
        term = trigger.lemma_ == "deadline" or (within and self._needs(draft.clause))
        if within and not term and self.date is not None and draft.status in ("scheduled", "speculated"):
            last = _after(self.date.latest, time.value)
            how = f"within {time.value} of the document date {self.date.latest}"
            return replace(draft, earliest=self.date.earliest, latest=last, how=how) if last else None
        if term and self.date is not None:
            first, last = (_after(day, time.value) for day in (self.date.earliest, self.date.latest))
            if first is None or last is None:
                return None
            how = f"{time.value} after the document date {self.date.latest} is {last}"
            return replace(draft, status="deadline", earliest=first, latest=last, how=how)
        return self._fit(draft) if time.earliest and not term else None

    def _counted(self, draft: Draft, time: TimeExpression, inside: Sequence[Token]) -> Draft | None:
        """A time that is counted from an event: "three weeks after the summit", "soon after"."""
        word = self._anchor_word(inside[-1])
        soon = time.type == "DATE"
        value = None if soon else time.value
        anchor = Anchor(time.anchor or "after", word, value, soon)
        return replace(draft, earliest=None, latest=None, anchor=anchor)

    def _anchor_word(self, last: Token) -> Token | None:
        """The event word behind "after", "before" or "since"."""
        for token in self.doc[last.i + 1 : last.i + 3]:
            for child in token.children:
                if child.dep_ in ("pobj", "pcomp") and child.i > token.i:
                    return self._event_noun(child) or child
            if token.dep_ == "mark":
                return token.head
        return None

    # --------------------------------------------------------------------- events without a time of their own

    def anchored(self, found: Sequence[Draft]) -> list[Draft]:
        """Events dated by another alone: "Since the summit, the consultations have continued"."""
        drafts: list[Draft] = []
        for token in self.doc:
            relation = next((r for r in ("since", "after", "before") if token.lower_ in self.lexicon.time[r]), None)
            if relation is None or token.dep_ != "prep" or token.pos_ not in ("ADP", "SCONJ", "VERB"):
                continue
            word = next((self._event_noun(child) for child in token.children if child.dep_ == "pobj"), None)
            if word is None or token.head.pos_ not in ("VERB", "AUX"):
                continue
            if any(word.i == draft.trigger.i for draft in found) and relation == "since":
                pass
            trigger = self._trigger(token.head)
            if trigger is None or any(trigger.i == draft.trigger.i for draft in found) or trigger.i == word.i:
                continue
            if not self._about_actors(trigger):
                continue
            clause = self._clause(trigger)
            kind, status = self._type(trigger, clause), self._status(trigger, clause)
            anchor = Anchor(relation, word)
            drafts.append(Draft(self.sentence, trigger, clause, status, None, None, None, kind, "", anchor=anchor))
        return drafts

    def _about_actors(self, trigger: Token) -> bool:
        if trigger.pos_ in _NOMINAL:
            return True
        return self._has_actor_subject(trigger)

    def at_events(self, found: Sequence[Draft]) -> list[Draft]:
        """What may happen at a dated event: "may meet again at the UN General Assembly, which takes place ..."."""
        drafts: list[Draft] = []
        for event in found:
            word = event.trigger
            if word.pos_ not in _NOMINAL or word.dep_ != "pobj" or word.head.lower_ not in ("at", "during"):
                continue
            verb = word.head.head
            if verb.pos_ == "NOUN" and verb.lemma_ in ("sideline", "margin") and verb.head.pos_ == "ADP":
                verb = verb.head.head
            if verb.pos_ != "VERB" or any(verb.i == draft.trigger.i for draft in found):
                continue
            trigger = self._trigger(verb)
            if trigger is None or trigger.i == word.i or trigger.lemma_ in self.lexicon.telling["reporting"]:
                continue
            if not self._about_actors(trigger):
                continue
            clause = self._clause(trigger)
            status = self._status(trigger, clause)
            if status == "ongoing" or event.earliest is None:
                continue
            how = f"at {word.text}: {event.how}"
            draft = replace(
                event, trigger=trigger, clause=clause, status=status, type=self._type(trigger, clause), how=how,
                recurrence=None, anchor=Anchor("during", word), based_on=event.offset,
            )  # fmt: skip
            drafts.append(self._fit(draft))
        return drafts

    # --------------------------------------------------------------------------------- who, where, said by whom

    def _type(self, trigger: Token, clause: Token) -> str:
        lemma = trigger.lemma_.lower()
        if trigger.pos_ in _NOMINAL:
            return self.lexicon.nouns.get(lemma, "OTHER")
        if lemma in ("call", "put") and _particle(trigger) == "off":
            return "REJECT"
        lemma = lemma_of(trigger, self.lexicon)
        written = self._object(trigger)
        if written is not None and written.lemma_ in self.lexicon.telling["documents"]:
            return "OTHER"
        thing = self._event_noun(written) or self._event_noun(self._subject(trigger))
        if thing is not None and (
            lemma not in self.lexicon.verbs or self.lexicon.nouns[thing.lemma_.lower()] == "OTHER"
        ):
            return self.lexicon.nouns[thing.lemma_.lower()]
        return self.lexicon.verbs.get(lemma, "OTHER")

    def _mentions(self, token: Token) -> ActorMention | None:
        at = self.sentence.start + token.idx
        return next((mention for mention in self.actors if mention.start <= at < mention.end), None)

    def complete(self, draft: Draft) -> Draft:
        """The draft with who took part, where it was, who is quoted, and how sure that is."""
        actors, place = self._actors(draft), self._place(draft)
        actors = [(mention, role) for mention, role in actors if place is None or mention.start != place.start]
        said_by = self._said_by(draft.clause)
        parts: list[tuple[str, float]] = [("date", _date_sureness(draft))]
        parts.append(("type", 1.0 if draft.type != "OTHER" else 0.8))
        parts.append(("actors", 1.0 if actors else 0.75))
        parts.append(("status", {"speculated": 0.8, "denied": 0.8}.get(draft.status, 1.0)))
        return replace(draft, actors=tuple(actors), place=place, said_by=said_by, sureness=tuple(parts))

    def _actors(self, draft: Draft) -> list[tuple[ActorMention, str]]:
        roots: list[tuple[Token, str]] = []
        verb = draft.clause if draft.trigger.i != draft.clause.i else draft.trigger
        if draft.trigger.i == draft.clause.i or self._tells(draft.trigger, draft.clause):
            subject = self._subject(verb)
            if subject is not None and subject.i != draft.trigger.i:
                roots.append((self._antecedent(subject), "subject"))
            for child in verb.children:
                if child.dep_ in ("dobj", "dative", "nsubjpass") and child.i != draft.trigger.i:
                    roots.append((child, "object"))
                elif child.dep_ in ("prep", "agent") and child.lower_ in _WITH:
                    roots += [(inner, "object") for inner in child.children if inner.dep_ == "pobj"]
                elif child.dep_ == "prep" and child.lower_ in ("to", "from"):
                    inner = [c for c in child.children if c.dep_ == "pobj"]
                    roots += [(c, "object") for c in inner if (m := self._mentions(c)) and m.kind == "person"]
        if draft.trigger.pos_ in _NOMINAL:
            if draft.trigger.dep_ == "pobj" and draft.trigger.head.lower_ in ("in", "during", "at"):
                speaker = (
                    self._subject(draft.clause) if draft.clause.lemma_ in self.lexicon.telling["reporting"] else None
                )
                roots += [(speaker, "subject")] if speaker is not None else []
            for child in draft.trigger.children:
                if child.dep_ in ("poss", "compound", "amod", "nmod"):
                    roots.append((child, "participant"))
                elif child.dep_ == "prep" and child.lower_ in (
                    "between",
                    "with",
                    "of",
                    "by",
                    "among",
                    "from",
                    "for",
                    "against",
                    "involving",
                ):
                    roots += [(inner, "participant") for inner in child.children if inner.dep_ in ("pobj", "pcomp")]
        found: dict[str, tuple[ActorMention, str]] = {}
        for root, role in roots:
            for token in self._with_conjuncts(root):
                for mention in self._names_in(token):
                    found.setdefault(mention.id, (mention, role))
        return list(found.values())

    def _antecedent(self, subject: Token) -> Token:
        """Whom a relative pronoun stands for: the noun before it, through an apposition to the name."""
        if subject.lower_ in ("who", "which", "that") and subject.head.dep_ == "relcl":
            noun = subject.head.head
            while noun.dep_ in ("appos", "pobj") and not self._mentions(noun) and noun.head.i != noun.i:
                noun = noun.head
            return noun
        return subject

    def _with_conjuncts(self, token: Token) -> list[Token]:
        return [token, *token.conjuncts]

    def _names_in(self, token: Token) -> list[ActorMention]:
        """The names that a noun is or carries: itself, its compounds, owner and modifiers, not whole clauses."""
        own = self._mentions(token)
        if own:
            return [own]
        if token.pos_ == "PRON" or token.tag_ == "PRP$":
            return self._stands_for(token)
        found = []
        for child in token.children:
            if child.dep_ in ("compound", "amod", "poss", "nmod", "appos") and (mention := self._mentions(child)):
                found.append(mention)
            if child.dep_ == "prep" and child.lower_ == "of":
                found += [m for inner in child.children if (m := self._mentions(inner))]
        if any(mention.kind == "person" for mention in found):  # "Russia's foreign minister, Sergei Lavrov" is he alone
            found = [mention for mention in found if mention.kind == "person"]
        if not found and token.pos_ == "PROPN" and token.ent_type_ in ("PERSON", "ORG"):
            found += self._unknown_name(token)
        return found

    def _stands_for(self, pronoun: Token) -> list[ActorMention]:
        """Whom a personal pronoun means: the first fitting name before it in the sentence, else in the ones before."""
        words = self.lexicon.tables["actors"]
        here = [m for m in self.actors if m.end <= self.sentence.start + pronoun.idx]
        for names in (here, *self.before):
            people = [m for m in names if m.kind == "person"]
            powers = [m for m in names if m.kind in ("country", "government", "organisation", "party")]
            if pronoun.lower_ in words["person_pronouns"] and people:
                return people[:1]
            if pronoun.lower_ in words["thing_pronouns"] and powers:
                return powers[:1]
            if pronoun.lower_ in words["plural_pronouns"]:
                several = list({m.id: m for m in (people if len({p.id for p in people}) > 1 else powers)}.values())
                if len(several) > 1:
                    return several[:2]
        return []

    def _unknown_name(self, token: Token) -> list[ActorMention]:
        """A name that only the model knows, when it has more than one word."""
        entity = next((e for e in self.doc.ents if e.start <= token.i < e.end), None)
        if entity is None or len(entity) < 2:
            return []
        words = [t for t in entity if not (t.pos_ == "DET" or t.dep_ == "case" or t.is_punct)]
        if not words or any(self._mentions(t) for t in words):
            return []
        name = self.doc.text[words[0].idx : words[-1].idx + len(words[-1])]
        base = self.sentence.start
        identity = "-".join(name.lower().split())
        kind = "person" if token.ent_type_ == "PERSON" else "organisation"
        return [ActorMention(base + words[0].idx, base + words[-1].idx + len(words[-1]), name, identity, kind)]

    def _place(self, draft: Draft) -> ActorMention | None:
        heads = [draft.trigger]
        if draft.trigger.i != draft.clause.i and self._tells(draft.trigger, draft.clause):
            heads.append(draft.clause)
        # "met Merkel in Berlin", "met with Merkel in Berlin": the parser may hang the place on whoever was met
        objects = [c for head in heads for c in head.children if c.dep_ == "dobj"]
        with_whom = [c for head in heads for c in head.children if c.dep_ == "prep" and c.lower_ in _WITH]
        heads += objects + [c for preposition in with_whom for c in preposition.children if c.dep_ == "pobj"]
        for head in heads:
            for child in head.children:
                if child.dep_ in ("prep", "dative") and child.lower_ in ("in", "at", "to", "near", "outside", "aboard"):
                    for inner in child.children:
                        mention = self._mentions(inner) if inner.dep_ == "pobj" else None
                        if mention and mention.kind in ("place", "country"):
                            return mention
                if child.dep_ in ("compound", "amod", "nmod") and draft.trigger.pos_ in _NOMINAL:
                    mention = self._mentions(child)
                    if mention and (mention.kind == "place" or mention.capital or mention.name == "Singapore"):
                        return mention
        verb = draft.trigger
        if verb.lemma_ in ("visit", "tour", "leave", "reach"):
            thing = self._object(verb)
            mention = self._mentions(thing) if thing is not None else None
            if mention and mention.kind in ("place", "country"):
                return mention
        return None

    def _said_by(self, clause: Token) -> Token | None:
        """The name behind the verb of saying that the clause depends on."""
        word = clause
        for _ in range(5):
            if word.head.i == word.i:
                return None
            above = word.head
            if word.dep_ == "ccomp" and above.lemma_ in self.lexicon.telling["reporting"]:
                subject = self._subject(above)
                return subject if subject is not None and self._names_in(subject) else None
            word = above
        return None

    def name_of(self, token: Token) -> str:
        names = self._names_in(token)
        return names[0].name if names else token.text


def lemma_of(verb: Token, lexicon: Lexicon) -> str:
    """The verb's lemma, put right where the model cut an e too many ("dined": "din")."""
    lemma: str = verb.lemma_.lower()
    return f"{lemma}e" if lemma not in lexicon.verbs and f"{lemma}e" in lexicon.verbs else lemma


def _main_verb(verb: Token) -> Token:
    """The main verb where the parser took the participle before its subject for a clause of its own:
    "Soon after, suspended exercises with Seoul are due to resume"."""
    misread = (
        verb.dep_ == "advcl"
        and verb.tag_ in ("VBD", "VBN")
        and verb.i < verb.head.i
        and any(child.dep_ == "dobj" for child in verb.children)
        and not any(child.dep_ in (*_SUBJECT, "mark", "aux", "auxpass") for child in verb.children)
        and not any(child.dep_ in _SUBJECT for child in verb.head.children)
    )
    return verb.head if misread else verb


def _particle(verb: Token) -> str:
    return next((child.lower_ for child in verb.children if child.dep_ == "prt"), "")


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


def _date_sureness(draft: Draft) -> float:
    if draft.anchor and draft.earliest is None:
        return 0.7
    if draft.earliest is None or draft.latest is None:
        return 0.6
    length = (draft.latest - draft.earliest).days
    unit = granularity(draft.time.value) if draft.time else None
    return 1.0 if unit in ("D", "T") or length == 0 else 0.9 if length < 32 else 0.8
