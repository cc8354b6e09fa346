"""Sentences with a time -> dated events, each with one Evidence.

Each time dates one event (`scope`); what stands beside it in the sentence may be dated by it too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.before import Before
from timeline.calendar_time.values import granularity, span
from timeline.casting import Casting
from timeline.drafts import Anchor, Draft
from timeline.filling import Filling
from timeline.gapping import instead, joint_between
from timeline.grammar import NOMINAL, SUBJECT, auxiliaries
from timeline.lexicon import Lexicon
from timeline.model import ActorMention, DocumentDate, Sentence, TimeExpression
from timeline.placing import Placing
from timeline.rivals import Rivals
from timeline.scope import Scope
from timeline.syntax import Syntax
from timeline.telling import Telling
from timeline.turns import Turn
from timeline.worth import Worth

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass
class Reader:
    """Reads the parsed sentences of one document."""

    lexicon: Lexicon
    date: DocumentDate | None
    text: str = ""
    names: Sequence[ActorMention] = ()
    sentences: Sequence[Sentence] = ()
    namer: Callable[[Doc], Doc] = lambda doc: doc

    def read(
        self,
        sentence: Sentence,
        doc: Doc,
        timexes: Sequence[TimeExpression],
        actors: Sequence[ActorMention],
        head: TimeExpression | None = None,
        turn: Turn | None = None,
    ) -> list[Draft]:
        """The drafts of one sentence, in the order of its times; `timexes` and `actors` are those inside it, `head` is the
        time that heads its entry of a chronology, and `turn` the one of a transcript that it stands in."""
        timexes = [time for time in timexes if time != head]
        syntax = Syntax(self.lexicon, sentence, doc, actors, self.namer, tuple(timexes))
        telling = Telling(syntax)
        earlier = self._before.of(sentence, turn)
        self._before.remember(syntax)
        scope, rivals = Scope(syntax, telling, self.date, head), Rivals(syntax)
        found: list[Draft] = []
        for time in timexes:
            draft = scope.dated_by(time)
            same = [other for other in found if draft and rivals.is_one(draft, other)]
            if draft and not any(rivals.prefers(other, draft) for other in same):
                found = [other for other in found if other not in same]
                found.append(draft)
        found = _gapped(scope, timexes, found)
        found += [other for draft in found for other in _beside(scope, draft, found)]
        found += [other for draft in found for other in _there(scope, draft, found)]
        found += [draft for time in timexes if (draft := _when(scope, time, found)) is not None]
        opens = head is not None and not any(map(str.isalnum, self.text[head.end : sentence.start]))
        if opens:  # "Aug 30: Officers seize power minutes after the vote" is on Aug 30
            found = [draft for draft in found if draft.anchor is None or draft.trigger.dep_ != "ROOT"]
            found += _headed(scope, found)
        found += _anchored(scope, found)
        found += _at_events(scope, found)
        found += _headed(scope, found) if not found and not any(time.earliest for time in timexes) else []
        filling = Filling(syntax, Casting(syntax, telling, earlier), Placing(syntax, telling, earlier))
        worth = Worth(syntax, self.date)
        label = self._label(head, actors) if opens else None
        told = (
            draft if draft.place or label is None else replace(draft, place=label)
            for draft in map(filling.complete, found)
        )
        return [draft for draft in told if worth.telling(draft) or (opens and draft.time == head)]

    @cached_property
    def _before(self) -> Before:
        return Before(self.lexicon, self.text, self.names, self.sentences)

    def _label(self, head: TimeExpression | None, actors: Sequence[ActorMention]) -> ActorMention | None:
        """Where an entry is about, by the name that opens it: "Aug 18 - Mali: Soldiers arrest the president"."""
        name = actors[0] if actors else None
        if head is None or name is None or name.kind not in ("country", "place"):
            return None
        opens = not any(map(str.isalnum, self.text[head.end : name.start]))
        return name if opens and self.text.startswith(": ", name.end) else None


def _gapped(scope: Scope, times: Sequence[TimeExpression], found: Sequence[Draft]) -> list[Draft]:
    """The drafts with those of clauses that share a verb: "met Merkel on Monday and Macron on Tuesday"."""
    drafts = list(found)
    for first, second in pairwise(times):
        whole = next((draft for draft in drafts if draft.time == first), None)
        others = [draft for draft in drafts if draft.time == second]
        if whole is None or any(other.trigger.i != whole.trigger.i for other in others):
            continue
        if (pairs := instead(scope.syntax, whole, second)) is None:
            continue
        inside = scope.syntax.tokens(second.start, second.end)
        more = scope.draft_of(second, whole.trigger, whole.clause, "", whole.status, inside)
        if more is None:
            continue
        if more.anchor is not None and more.anchor.word is None:
            more = replace(more, anchor=replace(more.anchor, word=whole.trigger))  # "and to Moscow a day later"
        drafts = [draft for draft in drafts if draft not in (whole, *others)]
        joint = joint_between(scope.syntax, first, second)
        ends = joint.i if joint is not None else None
        drafts += [replace(whole, ends=ends), replace(more, instead=pairs, ends=ends)]
    return drafts


def _beside(scope: Scope, draft: Draft, found: Sequence[Draft]) -> list[Draft]:
    """What a time before the subject dates as well: "In May Xi flew to Rome and signed a pact"; and that of an arrival what
    was done there: "Xi flew to Rome on Monday and met the king"."""
    verb, time = draft.clause, draft.time
    subject = scope.syntax.subject(verb)
    if time is None or subject is None or draft.anchor or verb.tag_ != "VBD":
        return []
    opens = subject.i < verb.i and time.end <= scope.sentence.start + subject.left_edge.idx
    came = verb.lemma_ in scope.lexicon.cast["arriving"] and granularity(time.value) in ("D", "T")
    if not opens and not came:
        return []
    drafts = []
    for other in verb.conjuncts:
        beyond = {token for next_one in other.children if next_one.dep_ == "conj" for token in next_one.subtree}
        own = any(scope.syntax.time_words(token) for token in other.subtree if token not in beyond)
        done = other.tag_ == "VBD" or any(c.dep_ == "auxpass" and c.tag_ == "VBD" for c in other.children)
        trigger = scope.triggers.trigger(other) if other.i > verb.i and done and not own else None
        if trigger is None or any(trigger.i == each.trigger.i for each in found):
            continue
        other_who = any(child.dep_ in SUBJECT for child in other.children)
        if not opens and (other_who or scope.kinds.type_of(trigger) == "OTHER"):
            continue
        clause = scope.syntax.clause(trigger)
        status = scope.telling.status(trigger, clause)
        tokens = scope.syntax.tokens(time.start, time.end)
        if (more := scope.draft_of(time, trigger, clause, "", status, tokens)) is not None:
            drafts.append(more)
    return drafts


def _when(scope: Scope, time: TimeExpression, found: Sequence[Draft]) -> Draft | None:
    """What a clause behind a time says of it: "Since 2014, when Russia annexed Crimea, ..."."""
    inside = scope.syntax.tokens(time.start, time.end)
    behind = (
        [word for word in scope.syntax.doc[inside[-1].i + 1 : inside[-1].i + 3] if not word.is_punct] if inside else []
    )
    if not behind or behind[0].lower_ not in scope.lexicon.time["when"] or not (time.earliest and time.latest):
        return None
    verb = behind[0].head
    own = any(scope.syntax.time_words(token) for token in verb.subtree)
    trigger = scope.triggers.trigger(verb) if verb.pos_ in ("VERB", "AUX") and not own else None
    named = trigger is not None and (trigger.pos_ in NOMINAL or scope.syntax.has_named_subject(trigger))
    if trigger is None or not named or any(trigger.i == draft.trigger.i for draft in found):
        return None
    clause = scope.syntax.clause(trigger)
    time = _last_of(time)
    return scope.draft_of(time, trigger, clause, "", scope.telling.status(trigger, clause), inside)


def _last_of(time: TimeExpression) -> TimeExpression:
    """The second end of a stretch: "ruled from 1996 until October 2001, when they were toppled"."""
    end = time.value.partition("/")[2]
    days = span(end) if end else None
    return replace(time, value=end, earliest=days[0], latest=days[1]) if days else time


def _there(scope: Scope, draft: Draft, found: Sequence[Draft]) -> list[Draft]:
    """What is done at the end of a dated way: "flew to Moscow on Monday, where he met Putin"."""
    drafts = []
    for verb in _where(scope, draft.clause) if draft.trigger.i == draft.clause.i and draft.time else ():
        own = any(scope.syntax.time_words(token) for token in verb.subtree)
        trigger = None if own else scope.triggers.trigger(verb)
        if trigger is None or not scope.syntax.has_named_subject(verb) or any(trigger.i == d.trigger.i for d in found):
            continue
        clause = scope.syntax.clause(trigger)
        status = scope.telling.status(trigger, clause)
        if (status, clause.tag_ == "VBD") != (draft.status, draft.clause.tag_ == "VBD"):
            continue
        assert draft.time is not None
        inside = scope.syntax.tokens(draft.time.start, draft.time.end)
        if (more := scope.draft_of(draft.time, trigger, clause, "", status, inside)) is not None:
            drafts.append(replace(more, how=f"there, when “{draft.trigger.text}”: {more.how}"))
    return drafts


def _where(scope: Scope, main: Token) -> list[Token]:
    """The clauses behind a verb that tell what was done where it leads: ", where he met Putin"."""
    there = scope.lexicon.cast["there"]
    marked = (verb for verb in main.subtree if verb.dep_ == "relcl" and any(c.lower_ in there for c in verb.children))
    return [verb for verb in marked if verb.i > main.i]


def _anchored(scope: Scope, found: Sequence[Draft]) -> list[Draft]:
    """Events dated by another alone: "Since the vote, the talks have gone on"."""
    drafts: list[Draft] = []
    for token in scope.syntax.doc:
        relation = next((r for r in ("since", "after", "before") if token.lower_ in scope.lexicon.time[r]), None)
        if relation is None or token.dep_ != "prep" or token.pos_ not in ("ADP", "SCONJ", "VERB"):
            continue
        nouns = (child for child in token.children if child.dep_ == "pobj" and not scope.syntax.time_words(child))
        word = next(map(scope.syntax.event_noun, nouns), None)  # not "after 18 months of talks"
        if word is None or token.head.pos_ not in ("VERB", "AUX"):
            continue
        trigger = scope.triggers.trigger(token.head)
        if trigger is None or any(trigger.i == draft.trigger.i for draft in found) or trigger.i == word.i:
            continue
        if not scope.about_actors(trigger):
            continue
        told = trigger.dep_ in ("advcl", "xcomp", "conj")
        if told and any(trigger.head.i in (draft.trigger.i, draft.clause.i) for draft in found):
            continue  # "headed to Nairobi on Tuesday, seeking to help after the attack" is one event
        clause = scope.syntax.clause(trigger)
        kind, status = scope.kinds.type_of(trigger), scope.telling.status(trigger, clause)
        anchor = Anchor(relation, word)
        drafts.append(Draft(scope.sentence, trigger, clause, status, None, None, None, kind, "", anchor=anchor))
    return drafts


def _headed(scope: Scope, found: Sequence[Draft]) -> list[Draft]:
    """What a sentence tells of behind or below a time that heads it ("12 June 2018", alone on the line above), if only that
    somebody says something: an event for each clause of its own ("Obama flies home; Cuba frees an agent")."""
    if scope.head is None:
        return []
    drafts: list[Draft] = []
    clauses = _main_clauses(scope.syntax.doc)
    for told in [*clauses, *(inner for main in clauses for inner in _where(scope, main))]:
        beside = (word for c in told.children if c.dep_ in ("prep", "npadvmod", "advmod") for word in c.subtree)
        dated = {word.i for time in scope.times if time.earliest for word in scope.syntax.tokens(time.start, time.end)}
        own = told.dep_ != "ROOT" and any(word.i in dated for word in beside)
        trigger = _told_by(scope, told) if not own else None
        if trigger is None or any(draft.trigger.i == trigger.i for draft in (*found, *drafts)):
            continue
        clause = scope.syntax.clause(trigger)
        to_come = told.pos_ == "AUX" and any(c.dep_ == "xcomp" and auxiliaries(c) == {"to"} for c in told.children)
        status = "scheduled" if to_come else scope.telling.status(trigger, clause)  # "talks are to resume"
        draft = scope.bare(scope.head, trigger, clause, status)
        shared = told.dep_ == "conj" and not any(child.dep_ in SUBJECT for child in told.children)
        if (shared and draft.type == "OTHER") or _is_planned(scope, draft):
            continue
        above = scope.head.start < scope.sentence.start
        how = f"it stands below “{scope.head.text}”; {draft.how}" if above else draft.how
        drafts.append(scope.bounds.fit(replace(draft, how=how)))
    return drafts


def _main_clauses(doc: Doc) -> list[Token]:
    """The root of a sentence, and the clauses beside it."""
    found = [token for token in doc if token.head.i == token.i and not token.is_punct][:1]
    for token in doc:
        if token.dep_ in ("conj", "parataxis") and token.head in found and token.pos_ in ("VERB", "AUX"):
            found.append(token)
    return found


def _is_planned(scope: Scope, draft: Draft) -> bool:
    """Whether what stands in an entry of a day that is over was still to come then: "talks are to resume"."""
    over = scope.date is not None and draft.latest is not None and draft.latest < scope.date.earliest
    return over and draft.status in ("scheduled", "speculated")


def _told_by(scope: Scope, told: Token) -> Token | None:
    """What a main clause tells of."""
    trigger = scope.triggers.trigger(told)
    if trigger is None and told.lemma_ in scope.lexicon.telling["reporting"]:
        said = (child for child in told.children if child.dep_ == "ccomp" and child.tag_ != "VBG")
        done = next((clause for clause in said if _is_finite(clause, scope.lexicon)), None)
        told, trigger = (done, scope.triggers.trigger(done)) if done is not None else (told, told)
    if told.pos_ in NOMINAL and trigger is None:
        trigger = scope.syntax.event_noun(told)  # "Start of the war"
    if told.pos_ not in NOMINAL and not _is_finite(told, scope.lexicon):
        return None
    return trigger


def _is_finite(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb tells what is or was done, and not what had been done before or may be."""
    aux = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBD", "VBZ", "VBP")}
    modal = any(child.tag_ in ("MD", "TO") for child in verb.children)
    return not modal and not aux & lexicon.status["had"] and bool(aux or verb.tag_ in ("VBD", "VBZ", "VBP"))


def _at_events(scope: Scope, found: Sequence[Draft]) -> list[Draft]:
    """What may happen at a dated event: "they may talk again at the assembly, which is held every September"."""
    drafts: list[Draft] = []
    for event in found:
        word = event.trigger
        verb = word.head.head
        beside = verb.lemma_ in scope.lexicon.cast["sidelines"]  # "on the sidelines of the summit"
        if (
            word.pos_ not in NOMINAL
            or word.dep_ != "pobj"
            or not (beside or word.head.lower_ in scope.lexicon.cast["attending"])
        ):
            continue
        if verb.pos_ == "NOUN" and verb.lemma_ in scope.lexicon.cast["sidelines"] and verb.head.pos_ == "ADP":
            verb = verb.head.head
        if verb.pos_ != "VERB" or any(verb.i == draft.trigger.i for draft in found):
            continue
        trigger = scope.triggers.trigger(verb)
        if trigger is None or trigger.i == word.i or trigger.lemma_ in scope.lexicon.telling["reporting"]:
            continue
        if not scope.about_actors(trigger):
            continue
        clause = scope.syntax.clause(trigger)
        status = scope.telling.status(trigger, clause)
        if status == "ongoing" or event.earliest is None:
            continue
        how = f"at {word.text}: {event.how}"
        draft = replace(
            event, trigger=trigger, clause=clause, status=status, type=scope.kinds.type_of(trigger), how=how,
            recurrence=None, anchor=Anchor("during", word), based_on=event.offset,
        )  # fmt: skip
        drafts.append(scope.bounds.fit(draft))
    return drafts
