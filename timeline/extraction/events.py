"""Sentences with a time -> dated events, each with one Evidence.

Each time dates one event (`scope`); what stands beside it in the sentence may be dated by it too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from timeline.calendar_time.values import granularity, span
from timeline.extraction.before import Before
from timeline.extraction.casting import Casting
from timeline.extraction.drafts import Anchor, Draft
from timeline.extraction.filling import Filling
from timeline.extraction.gapping import each_day, instead, joint_between
from timeline.extraction.placing import Placing
from timeline.extraction.quoted import as_said
from timeline.extraction.rivals import Rivals
from timeline.extraction.scope import Scope
from timeline.extraction.syntax import Syntax
from timeline.extraction.telling import Telling
from timeline.extraction.untimed import headed, news, where_to
from timeline.extraction.worth import Worth
from timeline.lang.lexicon import Lexicon
from timeline.model import ActorMention, DocumentDate, Sentence, TimeExpression
from timeline.parsing.grammar import NOMINAL, SUBJECT
from timeline.text.turns import Turn

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
    lead: Sentence | None = None  # what the text opens with, where it is a report
    dates_news: bool = False

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
        earlier = self._before.of(sentence, turn)
        syntax = Syntax(self.lexicon, sentence, doc, actors, self.namer, tuple(timexes), earlier.names)
        if (timexes := as_said(syntax, self.date)) != syntax.times:
            syntax = replace(syntax, times=timexes)
        telling = Telling(syntax)
        scope, rivals = Scope(syntax, telling, self.date, head), Rivals(syntax)
        found: list[Draft] = []
        for time in timexes:
            draft = scope.dated_by(time)
            same = [other for other in found if draft and rivals.is_one(draft, other)]
            last = next((o for o in reversed(found) if draft and o.trigger.i == draft.trigger.i), None)
            if last is not None and last not in same:
                same = []  # "in Oslo on 14 January and then in Rome on 24 February and 3 May"
            if draft and not any(rivals.prefers(other, draft) for other in same):
                found = [other for other in found if other not in same]
                found.append(draft)
        found = [one for draft in found for one in each_day(draft, self.text, self.lexicon)]
        found = _gapped(scope, timexes, found)
        found += [other for draft in found for other in _beside(scope, draft, found)]
        found += [other for draft in found for other in _there(scope, draft, found)]
        found += [other for draft in found for other in _then(scope, draft, found)]
        found += [draft for time in timexes if (draft := _when(scope, time, found)) is not None]
        opens = head is not None and not any(map(str.isalnum, self.text[head.end : sentence.start]))
        if opens:  # "Aug 30: Officers seize power minutes after the vote" is on Aug 30
            found = [draft for draft in found if draft.anchor is None or draft.trigger.dep_ != "ROOT"]
            found += headed(scope, found)
        found += _anchored(scope, found)
        found += _at_events(scope, found)
        found += headed(scope, found) if not found and not any(time.earliest for time in timexes) else []
        found += news(scope, found, dated=self.dates_news) if sentence == self.lead else []
        casting = Casting(syntax, telling, earlier)
        self._before.remember(syntax, casting.reference.stands_for)
        filling = Filling(syntax, casting, Placing(syntax, telling, earlier))
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
    drafts, gapped = list(found), set[TimeExpression]()
    for first, second in chain(pairwise(times), zip(times, times[2:], strict=False)):
        whole = next((draft for draft in drafts if draft.time == first), None)
        others = [draft for draft in drafts if draft.time == second]
        if whole is None or any(other.trigger.i != whole.trigger.i for other in others):
            continue
        if second in gapped or scope.beside_the_point.only_counts(second):
            continue
        if (pairs := instead(scope.syntax, whole, second)) is None:
            if whole.instead and others and all(other.status == whole.status for other in others):
                # "and 3 May" in Rome too
                drafts = [replace(d, instead=whole.instead, ends=whole.ends) if d in others else d for d in drafts]
            continue
        gapped.add(second)
        inside = scope.syntax.tokens(second.start, second.end)
        more = scope.draft_of(second, whole.trigger, whole.clause, "", whole.status, inside)
        if more is None:
            continue
        if more.anchor is not None and more.anchor.word is None:
            more = replace(more, anchor=replace(more.anchor, word=whole.trigger))  # "and to Moscow a day later"
        drafts = [draft for draft in drafts if draft not in (whole, *others)]
        joint = joint_between(scope.syntax, first, second)
        ends = min((at for at in (joint.i if joint is not None else None, whole.ends) if at is not None), default=None)
        drafts += [replace(whole, ends=ends), replace(more, instead=pairs, ends=ends)]
    return drafts


def _beside(scope: Scope, draft: Draft, found: Sequence[Draft]) -> list[Draft]:
    """What a time before the verb dates as well: "In May Xi flew to Rome and signed a pact"; that of an arrival what was done
    there: "Xi flew to Rome on Monday and met the king"; and that of talks what they brought: "They met on Monday and agreed
    to reopen the border"."""
    verb, time = draft.clause, draft.time
    subject = scope.syntax.subject(verb)
    if time is None or subject is None or draft.anchor or verb.tag_ != "VBD":
        return []
    of_it = any(subject in (word, *word.ancestors) for word in scope.syntax.tokens(time.start, time.end))
    # "Obama on Tuesday condemned the attack and vowed", not "the attack on Tuesday killed six and wounded"
    opens = subject.i < verb.i and time.end <= scope.sentence.start + verb.idx and not of_it
    on_a_day = granularity(time.value.partition("/")[0]) in ("D", "T")
    arrived = verb.lemma_ in scope.lexicon.cast["arriving"] and on_a_day
    talked = draft.type == "CONSULT" and on_a_day and not arrived
    drafts = []
    for other in verb.conjuncts:
        there = any(child.lower_ in scope.lexicon.cast["pointing"] for child in other.children)
        came = arrived or (on_a_day and there and verb.lemma_ in scope.lexicon.cast["visited"])
        # what else was done, and what came before or after it ("before flying to Oslo on the 5th")
        others = (c for c in other.children if c.dep_ == "conj" or any(w.dep_ == "pcomp" for w in c.children))
        beyond = {token for next_one in others for token in next_one.subtree}
        within = {token.i for token in other.subtree if token not in beyond}
        # "suspended the 1972 agreement" has no time of its own
        dated = (each for each in scope.times if granularity(each.value) != "Y" or each.anchor)
        own = any(word.i in within for each in dated for word in scope.syntax.tokens(each.start, each.end))
        first, last = (verb, other) if verb.i < other.i else (other, verb)
        shared = on_a_day and (_closes_both(scope, time, first, last) or _closes_a_list(scope, time, other, verb))
        done = other.tag_ == "VBD" or any(c.dep_ == "auxpass" and c.tag_ == "VBD" for c in other.children)
        trigger = scope.triggers.trigger(other) if (shared or other.i > verb.i) and done and not own else None
        if trigger is None or any(trigger.i == each.trigger.i for each in found):
            continue
        kind = scope.kinds.type_of(trigger)
        alone = all(child.dep_ not in SUBJECT for child in other.children)
        reached = came and alone and kind != "OTHER"
        brought = talked and kind in scope.lexicon.cast["outcomes"] and (alone or scope.syntax.has_actor_subject(other))
        alike = kind == draft.type == "ASSAULT"  # "killed six and wounded 40" is one
        if alike or not (opens or reached or brought or shared):
            continue
        if (more := _at(scope, time, trigger)) is not None:
            drafts.append(more)
    return drafts


def _at(scope: Scope, time: TimeExpression, trigger: Token) -> Draft | None:
    """What a word tells, at a time that stands beside another's."""
    clause = scope.syntax.clause(trigger)
    inside = scope.syntax.tokens(time.start, time.end)
    return scope.draft_of(time, trigger, clause, "", scope.telling.status(trigger, clause), inside)


def _closes_a_list(scope: Scope, time: TimeExpression, first: Token, last: Token) -> bool:
    """Whether a time behind the last of at least three joined verbs is that of all: "froze trade, recalled its envoy, and shut the
    border on Monday"."""
    chain = [last]
    while chain[-1].dep_ == "conj" and chain[-1].head.i < chain[-1].i:
        chain.append(chain[-1].head)
    alone = all(child.dep_ not in SUBJECT for verb in chain[:-1] for child in verb.children)
    listed = len(chain) > 2 and first in chain[1:] and all(verb.tag_ == "VBD" for verb in chain)
    named = scope.syntax.has_named_subject(chain[-1])
    moves = any(
        verb.lemma_ in scope.lexicon.telling["moving"] for verb in chain
    )  # "flew in, met them, and left on Monday"
    return listed and alone and named and not moves and time.start > scope.sentence.start + last.idx


def _closes_both(scope: Scope, time: TimeExpression, first: Token, last: Token) -> bool:
    """Whether a time behind the last of two joined verbs is that of both: "recalled its envoy and shut the border on Monday"."""
    joined = last.dep_ == "conj" and last.head == first and first.i < last.i and first.tag_ == last.tag_ == "VBD"
    alone = all(child.dep_ not in SUBJECT for child in last.children)
    between = first.doc[first.i : last.i]
    apart = any(word.is_punct or scope.syntax.time_words(word) for word in between)
    return joined and alone and not apart and time.start > scope.sentence.start + last.idx


def _when(scope: Scope, time: TimeExpression, found: Sequence[Draft]) -> Draft | None:
    """What a clause behind a time says of it: "Since 2014, when Russia annexed Crimea, ..."."""
    inside = scope.syntax.tokens(time.start, time.end)
    behind = (
        [word for word in scope.syntax.doc[inside[-1].i + 1 : inside[-1].i + 3] if not word.is_punct] if inside else []
    )
    if not behind or behind[0].lower_ not in scope.lexicon.time["when"] or not (time.earliest and time.latest):
        return None
    verb = behind[0].head
    words = {word.i for word in verb.subtree}
    dated = (each for each in scope.times if each != time and (each.type != "DURATION" or each.earliest))
    own = any(token.i in words for each in dated for token in scope.syntax.tokens(each.start, each.end))
    trigger = scope.triggers.trigger(verb) if verb.pos_ in ("VERB", "AUX") and not own else None
    pronouns = scope.lexicon.pronouns | {*scope.lexicon.tables["actors"]["plural_pronouns"]}
    named = trigger is not None and (
        trigger.pos_ in NOMINAL
        or scope.syntax.has_named_subject(trigger)
        or (trigger.tag_ == "VBD" and any(c.lower_ in pronouns for c in trigger.lefts if c.dep_ == "nsubj"))
        or (trigger.tag_ == "VBD" and scope.kinds.type_of(trigger) not in scope.lexicon.cast["of_somebody"])
    )
    told = any(trigger == draft.trigger and draft.earliest for draft in found)
    if trigger is None or not named or told:
        return None
    clause = scope.syntax.clause(trigger)
    time = _last_of(time)
    return scope.draft_of(time, trigger, clause, "", scope.telling.status(trigger, clause), inside)


def _then(scope: Scope, draft: Draft, found: Sequence[Draft]) -> list[Draft]:
    """What was done when that happened which a clause that opens the sentence dates: "When the term ran out on May 3, Chad closed the
    border and recalled its envoy"."""
    clause, time = draft.clause, draft.time
    main = clause.head
    opens = clause.left_edge.i == 0 and any(c.lower_ in scope.lexicon.time["when"] for c in clause.lefts)
    told = clause.dep_ == "advcl" and clause.tag_ == main.tag_ == "VBD" and main.i > clause.i
    if time is None or not (opens and told) or draft.anchor or draft.status != "occurred":
        return []
    inside = {word.i for word in clause.subtree}
    drafts = []
    for verb in (main, *(other for other in main.conjuncts if other.tag_ == "VBD")):
        others = {word.i for each in verb.conjuncts if each.i > verb.i for word in each.subtree}
        own = any(scope.syntax.time_words(word) for word in verb.subtree if word.i not in inside | others)
        trigger = None if own else scope.triggers.trigger(verb)
        if (
            trigger is None
            or any(trigger.i == each.trigger.i for each in found)
            or not scope.syntax.has_named_subject(verb)
        ):
            continue
        if (more := _at(scope, time, trigger)) is not None:
            drafts.append(replace(more, how=f"when “{draft.trigger.text}”: {more.how}"))
    return drafts


def _last_of(time: TimeExpression) -> TimeExpression:
    """The second end of a stretch: "ruled from 1996 until October 2001, when they were toppled"."""
    end = time.value.partition("/")[2]
    days = span(end) if end else None
    return replace(time, value=end, earliest=days[0], latest=days[1]) if days else time


def _there(scope: Scope, draft: Draft, found: Sequence[Draft]) -> list[Draft]:
    """What is done at the end of a dated way: "flew to Moscow on Monday, where he met Putin"."""
    drafts = []
    for verb in where_to(scope, draft.clause) if draft.trigger.i == draft.clause.i and draft.time else ():
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
        if relation == "before" and status == "ongoing":
            continue  # "Blinken heads to Oslo before the summit": nobody knows when
        if kind == "OTHER" and clause.tag_ == "VBZ" and clause.lemma_ in scope.lexicon.telling["comes"]:
            continue  # "the news comes after talks": what is told of are the talks
        anchor = Anchor(relation, word)
        drafts.append(Draft(scope.sentence, trigger, clause, status, None, None, None, kind, "", anchor=anchor))
    return drafts


def _at_events(scope: Scope, found: Sequence[Draft]) -> list[Draft]:
    """What may happen at a dated event: "they may talk again at the assembly, which is held every September"."""
    drafts: list[Draft] = []
    for event in found:
        word = event.trigger
        verb = word.head.head
        beside = verb.lemma_ in scope.lexicon.cast["sidelines"]  # "on the sidelines of the summit"
        # "signed it in a ceremony on Tuesday"
        beside = beside or (word.head.lower_ in scope.lexicon.cast["occasions"] and event.type == "CONSULT")
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
