"""Sentences with a time -> dated events, each with one Evidence.

Each time dates one event (`scope`); what stands beside it in the sentence may be dated by it too.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.calendar_time.values import span
from timeline.casting import Casting
from timeline.drafts import SOMEBODY, Anchor, Draft, Earlier
from timeline.filling import Filling
from timeline.gapping import instead, joint_between
from timeline.grammar import NOMINAL
from timeline.lexicon import Lexicon
from timeline.model import ActorMention, DocumentDate, Sentence, TimeExpression
from timeline.placing import Placing
from timeline.reference import holds
from timeline.rivals import Rivals
from timeline.scope import Scope
from timeline.stretches import Stretches
from timeline.syntax import Syntax
from timeline.telling import Telling
from timeline.turns import Turn
from timeline.worth import Worth

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_QUOTES = "\"“‘'«"
_CHAIN = 8  # sentences through which a pronoun is followed back
_TOLD = 60  # names before a paragraph among which the text's topic is looked for
_OFTEN = 3  # times as often as the next one whom "he" may mean is the one named whom the text is about


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
        before, said = self._before(sentence, turn.body if turn else 0), self._said_before(sentence)
        pairs = [self._joined(names) for names in before]
        speaker = (turn.speaker if turn else None) or self._quoted(sentence)
        addressed = turn.addressed if turn else None
        earlier = Earlier(before, self._places, said, pairs, self._carried(sentence), speaker, addressed)
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

    def _label(self, head: TimeExpression | None, actors: Sequence[ActorMention]) -> ActorMention | None:
        """Where an entry is about, by the name that opens it: "Aug 18 - Mali: Soldiers arrest the president"."""
        name = actors[0] if actors else None
        if head is None or name is None or name.kind not in ("country", "place"):
            return None
        opens = not any(map(str.isalnum, self.text[head.end : name.start]))
        return name if opens and self.text.startswith(": ", name.end) else None

    def _before(self, sentence: Sentence, since: int) -> list[list[ActorMention]]:
        """The names of the three sentences before this one and behind the offset `since`, the nearest first. One that opens
        with "The president" is about whoever alone has that office in what stands before it, or about somebody unknown."""
        at = bisect_left(self.sentences, sentence.end, key=lambda s: s.end)
        found: list[list[ActorMention]] = []
        for each in reversed([each for each in self.sentences[max(0, at - 3) : at] if each.start >= since]):
            names = self._named.starting_in(each)
            office = self._office.match(self.text, each.start, each.end)
            if office and all(name.kind != "person" for name in names):
                holder = self._holder(office[1].lower(), each.start)
                names = [holder, *names] if holder is not None else [*names, SOMEBODY]
            found.append(names)
        return found

    @cached_property
    def _office(self) -> re.Pattern[str]:
        """A sentence that opens with an office alone: "The prime minister"."""
        articles = "|".join(word.capitalize() for word in sorted(self.lexicon.cast["definite"]))
        offices = "|".join(sorted(self.lexicon.cast["pair_of_people"]))
        return re.compile(rf"(?:{articles}) ((?:[\w-]+ )??(?i:{offices}))\b(?!['’])")

    def _holder(self, office: str, before: int) -> ActorMention | None:
        """Who alone has an office in the last sentence before an offset that names anybody with it."""
        at = bisect_left(self.sentences, before, key=lambda s: s.start)
        for each in reversed(self.sentences[max(0, at - _CHAIN) : at]):
            holders = {
                name.id: name
                for name in self._named.starting_in(each)
                if holds(name.office, office, self.lexicon.time["of"])
            }
            if holders:
                return next(iter(holders.values())) if len(holders) == 1 else None
        return None

    def _joined(self, names: Sequence[ActorMention]) -> Sequence[ActorMention]:
        """The first two bodies or countries that an "and" joins: "the Armed Forces and the Support Forces agreed"."""
        joints, articles = self.lexicon.time["lists"], self.lexicon.tables["headline"]["articles"]
        for first, second in pairwise(names):
            between = [word for word in self.text[first.end : second.start].lower().split() if word not in articles]
            if " ".join(between) in joints and {first.kind, second.kind}.isdisjoint({"person", "place"}):
                return first, second
        return ()

    def _carried(self, sentence: Sentence) -> dict[str, Sequence[ActorMention]]:
        """By pronoun of a sentence, the names of the last one before it that does not go on with the same person, where
        those between do: what "he" means there. One that opens a paragraph goes on with whom the text is about."""
        words = self.lexicon.tables["actors"]
        at = bisect_left(self.sentences, sentence.end, key=lambda s: s.end)
        here = {*re.findall(r"\w+", self.text[sentence.start : sentence.end].lower())}
        found: dict[str, Sequence[ActorMention]] = {}
        for forms in (words["he"], words["she"]):
            back = at - 1
            while here & {*forms} and back > max(0, at - _CHAIN) and self._goes_on(self.sentences[back], forms):
                back -= 1
            if back < 0 or not here & {*forms}:
                continue
            names = self._named.starting_in(self.sentences[back])
            opens = self.sentences[back].paragraph != self.sentences[back + 1].paragraph
            topic = (
                self._since_paragraphs(back, forms) or self._topic(names, self.sentences[back].end) if opens else None
            )
            if topic is not None or back < at - 1:
                found |= dict.fromkeys(forms, [topic] if topic is not None else names)
        return found

    def _since_paragraphs(self, last: int, forms: Sequence[str]) -> ActorMention | None:
        """Whom "he" means at the head of each of several paragraphs, the last of which ends with a sentence: the person named
        first in the one before them."""
        at = bisect_right(self._openers, last) - 1
        back = at
        while back > max(0, at - _CHAIN) and self._goes_on(self.sentences[self._openers[back]], forms):
            back -= 1
        people = (n for n in self._named.starting_in(self.sentences[self._openers[back]]) if n.kind == "person")
        return next(people, None) if back < at else None

    @cached_property
    def _openers(self) -> list[int]:
        """The sentences that open a paragraph, by their number."""
        before = [-1, *(sentence.paragraph for sentence in self.sentences)]
        return [at for at, sentence in enumerate(self.sentences) if sentence.paragraph != before[at]]

    def _topic(self, names: Sequence[ActorMention], end: int) -> ActorMention | None:
        """Of several people the one whom the text before an offset names far more often than any other of them."""
        people = {name.id: name for name in names if name.kind == "person"}
        if len(people) < 2:
            return None
        last = bisect_left(self.names, end, key=lambda name: name.start)
        told = Counter(name.id for name in self.names[max(0, last - _TOLD) : last] if name.id in people)
        (first, most), (_, next_most) = told.most_common(2)
        return people[first] if most >= _OFTEN * next_most else None

    def _quoted(self, sentence: Sentence) -> ActorMention | None:
        """Who goes on to speak in a sentence that opens a quotation: the last one that the sentences before it in its
        paragraph name beside a verb of saying ("..., Merkel told lawmakers. “I met him in May.”")."""
        if self.text[sentence.start] not in _QUOTES:
            return None
        at = bisect_left(self.sentences, sentence.end, key=lambda s: s.end)
        for before in reversed(self.sentences[max(0, at - _CHAIN) : at]):
            if before.paragraph != sentence.paragraph:
                return None
            for name in reversed(self._named.starting_in(before)):
                ahead, behind = self.text[before.start : name.start], self.text[name.end : before.end]
                if name.kind == "person" and (self.lexicon.said_behind(behind) or self.lexicon.said_before(ahead)):
                    return name
        return None

    def _goes_on(self, sentence: Sentence, forms: Sequence[str]) -> bool:
        """Whether a pronoun, in any of its forms, stands in a sentence before any person with a name."""
        said = re.search(rf"(?i)\b(?:{'|'.join(forms)})\b", self.text[sentence.start : sentence.end])
        people = (name.start for name in self._named.starting_in(sentence) if name.kind == "person")
        return said is not None and sentence.start + said.start() < next(people, sentence.end)

    def _said_before(self, sentence: Sentence) -> str:
        """The sentence before; before one that opens with "they", the last one that does not."""
        at = bisect_left(self.sentences, sentence.end, key=lambda s: s.end)
        back, opener = at - 1, self._opener(sentence)
        if opener in self.lexicon.tables["actors"]["plural_pronouns"]:
            while back > max(0, at - _CHAIN) and self._opener(self.sentences[back]) == opener:
                back -= 1
        return self.text[self.sentences[back].start : self.sentences[back].end] if at else ""

    def _opener(self, sentence: Sentence) -> str:
        first = re.search(r"[^\W\d_]+", self.text[sentence.start : sentence.end])
        return first[0].lower() if first else ""

    @cached_property
    def _places(self) -> frozenset[int]:
        """Where the names start that only say where: "in Kenya"."""
        where, articles = self.lexicon.cast["where"], self.lexicon.tables["headline"]["articles"]
        before = {name.start: self.text[max(0, name.start - 24) : name.start].lower().split() for name in self.names}
        return frozenset(at for at, words in before.items() if where & {*[w for w in words if w not in articles][-1:]})

    @cached_property
    def _named(self) -> Stretches[ActorMention]:
        return Stretches(self.names)


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
    """What a time before the subject dates as well: "In May Xi flew to Rome and signed a pact"."""
    verb, time = draft.clause, draft.time
    subject = scope.syntax.subject(verb)
    if time is None or subject is None or draft.anchor or verb.tag_ != "VBD":
        return []
    if subject.i > verb.i or time.end > scope.sentence.start + subject.left_edge.idx:
        return []
    drafts = []
    for other in verb.conjuncts:
        beyond = {token for next_one in other.children if next_one.dep_ == "conj" for token in next_one.subtree}
        own = any(scope.syntax.time_words(token) for token in other.subtree if token not in beyond)
        done = other.tag_ == "VBD" or any(c.dep_ == "auxpass" and c.tag_ == "VBD" for c in other.children)
        trigger = scope.triggers.trigger(other) if other.i > verb.i and done and not own else None
        if trigger is None or any(trigger.i == each.trigger.i for each in found):
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
    for verb in draft.clause.subtree if draft.trigger.i == draft.clause.i and draft.time else ():
        marked = any(child.lower_ in scope.lexicon.cast["there"] for child in verb.children)
        if verb.dep_ != "relcl" or not marked or verb.i < draft.clause.i:
            continue
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
        anchor = Anchor(relation, word)
        drafts.append(Draft(scope.sentence, trigger, clause, status, None, None, None, kind, "", anchor=anchor))
    return drafts


def _headed(scope: Scope, found: Sequence[Draft]) -> list[Draft]:
    """What a sentence tells of behind or below a time that heads it ("12 June 2018", alone on the line above), if only that
    somebody says something."""
    told = next((token for token in scope.syntax.doc if token.head.i == token.i and not token.is_punct), None)
    if told is None or scope.head is None:
        return []
    trigger = scope.triggers.trigger(told)
    if trigger is None and told.lemma_ in scope.lexicon.telling["reporting"]:
        said = (child for child in told.children if child.dep_ == "ccomp" and child.tag_ != "VBG")
        done = next((clause for clause in said if _is_finite(clause, scope.lexicon)), None)
        told, trigger = (done, scope.triggers.trigger(done)) if done is not None else (told, told)
    if told.pos_ in NOMINAL and trigger is None:
        trigger = scope.syntax.event_noun(told)  # "Start of the war"
    if told.pos_ not in NOMINAL and not _is_finite(told, scope.lexicon):
        return []
    if trigger is None or any(draft.trigger.i == trigger.i for draft in found):
        return []
    clause = scope.syntax.clause(trigger)
    draft = scope.bare(scope.head, trigger, clause, scope.telling.status(trigger, clause))
    above = scope.head.start < scope.sentence.start
    how = f"it stands below “{scope.head.text}”; {draft.how}" if above else draft.how
    return [scope.bounds.fit(replace(draft, how=how))]


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
