"""What stands before each sentence of a document: who was named there, who is meant by "he", who speaks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from timeline.extraction.drafts import SOMEBODY, SOMETHING, Earlier
from timeline.extraction.naming import body_seen, unknown_name
from timeline.extraction.pairs import POWERS
from timeline.extraction.parties import Parties
from timeline.extraction.reference import holds
from timeline.extraction.syntax import Syntax
from timeline.lang.lexicon import Lexicon
from timeline.model import ActorMention, Sentence
from timeline.parsing.grammar import SUBJECT
from timeline.text.stretches import Stretches
from timeline.text.turns import Turn

if TYPE_CHECKING:
    from spacy.tokens import Token

_QUOTES = "\"“‘'«"
_CHAIN = 8  # sentences through which a pronoun is followed back
_ACRONYM = 3  # letters that a word in capitals has at most that may stand in a person's name, too
_TOLD = 60  # names before a paragraph among which the text's topic is looked for
_CLAUSES = ("ROOT", "ccomp", "parataxis", "conj")  # what a sentence is told by
_OFTEN = 3  # times as often as the next one whom "he" may mean is the one named whom the text is about


@dataclass
class Before:
    """Says what stands before the sentences of one document, and remembers what those that are read tell of."""

    lexicon: Lexicon
    text: str
    names: Sequence[ActorMention]
    sentences: Sequence[Sentence]
    _mains: dict[int, ActorMention] = field(default_factory=dict)  # by where a sentence starts, the person it is about
    #: ... whom another person does something to there: whom the next "he" goes on with.
    _centres: dict[int, ActorMention] = field(default_factory=dict)
    _bodies: dict[int, str] = field(default_factory=dict)  # ... the noun of the body that its last clause is about
    #: ... the power that its last clause is about, behind one about a thing.
    _powers: dict[int, ActorMention] = field(default_factory=dict)
    _nameless: set[int] = field(default_factory=set)  # ... where nothing says whose body that is
    _unknown: dict[int, ActorMention] = field(default_factory=dict)  # ... the body that only the model knows
    _couples: dict[int, Sequence[ActorMention]] = field(default_factory=dict)  # ... the two people that it is about

    def of(self, sentence: Sentence, turn: Turn | None) -> Earlier:
        """What stands before a sentence, which may stand in a `turn` of a transcript."""
        before = self._near(sentence, turn.body if turn else 0)
        said = {*re.findall(r"\w+", self.text[sentence.start : sentence.end].lower())}
        several = not said.isdisjoint(self.lexicon.tables["actors"]["plural_pronouns"])
        names = [self._names(each, several) for each in before]
        couples = (self._couples.get(each.start) for each in before)
        return Earlier(
            names,
            self._places,
            self._said_before(sentence),
            [self._parties.joined(each) for each in names],
            [pair or self._parties.joined_people(each) for pair, each in zip(couples, names, strict=True)],
            self._parties.people_before(sentence),
            self._parties.before(sentence),
            self._carried(sentence),
            (turn.speaker if turn else None) or self._quoted(sentence),
            turn.addressed if turn else None,
        )

    def remember(self, syntax: Syntax, meant: Callable[[Token], list[ActorMention]]) -> None:
        """Takes in whom the main verb of a sentence is about: of "When Nasser spoke, Eden was at dinner" Eden; of "Putin received
        him" whom "him" is `meant` for."""
        main = next((word for word in syntax.doc if word.head == word and word.pos_ in ("VERB", "AUX")), None)
        # "..., an aide told reporters" is not about the aide
        said_last = main is not None and any(child.dep_ == "ccomp" for child in main.lefts)
        subject = syntax.subject(main) if main is not None and not said_last else None
        mention = syntax.mentions(subject) if subject is not None else None
        if subject is not None and subject.lower_ in self.lexicon.tables["actors"]["person_pronouns"]:
            who = meant(subject)  # "She met Tsai": who goes on is she
            mention = who[0] if len(who) == 1 else None
        if mention is not None and mention.kind == "person":
            self._mains[syntax.sentence.start] = mention
        elif (person := self._told_of(syntax)) is not None:
            self._mains[syntax.sentence.start] = person
        unknown = subject if mention is None and subject is not None and subject.pos_ == "PROPN" else None
        told = next((c for c in main.rights if c.dep_ == "ccomp"), None) if main is not None else None
        inner = syntax.subject(told) if told is not None else None  # "said that Doe and Roe had agreed. They ..."
        for about in (subject, inner):
            if about is not None and len(couple := self._couple(syntax, about)) == 2:
                self._couples[syntax.sentence.start] = couple
        if unknown is not None and self._goes_on_with(syntax.sentence, "person_pronouns"):
            for person in unknown_name(syntax, unknown):
                if person.kind == "person":
                    self._mains[syntax.sentence.start] = person  # "Milan Radoicic resigned. He ..."
        if unknown is not None and self._goes_on_with(syntax.sentence, "thing_pronouns"):
            alone = syntax.kind_of_name(unknown) in (None, "ORG")  # "Gazprom signed a contract. It ..."
            named = unknown_name(syntax, unknown) or (body_seen(syntax, unknown, surely=True) if alone else [])
            capitals = unknown.text.isupper() and len(unknown) > _ACRONYM  # "Frente POLISARIO", for the model a person
            if named and (named[0].kind == "organisation" or capitals):
                self._unknown[syntax.sentence.start] = replace(named[0], kind="organisation")
        centre = self._done_to(syntax, meant)
        if centre is not None:
            self._centres[syntax.sentence.start] = centre
        verbs = [verb for verb in (main, *main.conjuncts) if verb.pos_ == "VERB"] if main is not None else []
        subjects = [child for verb in verbs for child in verb.lefts if child.dep_ == "nsubj"]
        if len(subjects) > 1 and syntax.mentions(subjects[0]) is None and subjects[0].pos_ == "NOUN":
            last = syntax.mentions(subjects[-1])
            if last is not None and last.kind in POWERS:
                self._powers[syntax.sentence.start] = last  # "Talks led by Chad failed, but Mali went on. It ..."
        if subjects and subjects[-1].lemma_ in self.lexicon.cast["bodies"] and syntax.mentions(subjects[-1]) is None:
            self._bodies[syntax.sentence.start] = subjects[-1].lemma_
            if not any(map(syntax.mentions, subjects[-1].subtree)):
                self._nameless.add(syntax.sentence.start)

    def _told_of(self, syntax: Syntax) -> ActorMention | None:
        """The only person of a sentence whom only the model knows, and whom a relative clause goes on about or a clause beside the
        main one is of: "the arrest of Jane Doe, who fled", "a signature is needed: Jane Doe was elected"."""
        if any(actor.kind == "person" for actor in syntax.actors):
            return None
        who = [w.head.head for w in syntax.doc if w.tag_ == "WP" and w.dep_ in SUBJECT and w.head.dep_ == "relcl"]
        main = next((word for word in syntax.doc if word.head == word), None)
        beside = (v for v in syntax.doc if v.pos_ == "VERB" and v.dep_ in _CLAUSES and v != main)
        subjects = [child for verb in beside for child in verb.lefts if child.dep_ in SUBJECT]
        named = [each for word in who or subjects if word.pos_ == "PROPN" for each in unknown_name(syntax, word)]
        return named[0] if len(named) == 1 and named[0].kind == "person" else None

    def _done_to(self, syntax: Syntax, meant: Callable[[Token], list[ActorMention]]) -> ActorMention | None:
        """Whom the first pronoun of a sentence means, where a person with a name does something to him."""
        pronouns = self.lexicon.tables["actors"]["person_pronouns"]
        objects = (w for w in syntax.doc if w.dep_ in ("dobj", "dative") and w.lower_ in pronouns)
        first = next(objects, None)
        doer = syntax.subject(first.head) if first is not None else None
        named = syntax.mentions(doer) if doer is not None else None
        who = meant(first) if first is not None and named is not None and named.kind == "person" else []
        return who[0] if len(who) == 1 and named is not None and who[0].id != named.id else None

    def _couple(self, syntax: Syntax, subject: Token) -> list[ActorMention]:
        """The two people that a sentence is about, by names that only the model may know, where the next one speaks of two:
        "Maduro and Irfaan Ali shook hands. The two men ..."."""
        if len(subject.conjuncts) != 1 or not self._parties.goes_on_with_two(syntax.sentence):
            return []
        names = (
            [known] if (known := syntax.mentions(w)) else unknown_name(syntax, w) for w in (subject, *subject.conjuncts)
        )
        return [each for name in names for each in name if each.kind == "person"]

    def _goes_on_with(self, sentence: Sentence, pronouns: str) -> bool:
        """Whether the sentence behind another opens with a pronoun of some kind."""
        behind = bisect_right(self.sentences, sentence.start, key=lambda s: s.start)
        forms = self.lexicon.tables["actors"][pronouns]
        return any(self._opener(each) in forms for each in self.sentences[behind : behind + 1])

    def _body(self, sentence: Sentence) -> ActorMention | None:
        """Which body with a name the last clause of a sentence is about, by its noun alone: "took it to the International Court
        of Justice, and the court ruled"."""
        noun = self._bodies.get(sentence.start)
        if noun is None:
            return None
        last = bisect_left(self.names, sentence.end, key=lambda name: name.start)
        told = reversed(self.names[max(0, last - _TOLD) : last])
        return next((n for n in told if n.kind == "organisation" and noun in n.name.lower().split()), None)

    def _near(self, sentence: Sentence, since: int) -> list[Sentence]:
        """The three sentences before this one and behind the offset `since`, the nearest first."""
        at = bisect_left(self.sentences, sentence.end, key=lambda s: s.end)
        return [each for each in reversed(self.sentences[max(0, at - 3) : at]) if each.start >= since]

    def _names(self, sentence: Sentence, several: bool) -> Sequence[ActorMention]:
        """The names of a sentence, whom it is about first, unless only a pronoun says so and `several` are asked for. One that
        opens with "The president" is about whoever alone has that office in what stands before it, or about somebody unknown."""
        names: Sequence[ActorMention] = self._named.starting_in(sentence)
        main = self._mains.get(sentence.start)
        if main is not None and not (several and not sentence.start <= main.start < sentence.end):
            names = [main, *(name for name in names if name != main)]
        elif (body := self._unknown.get(sentence.start) or self._body(sentence)) is not None:
            names = [body, *(name for name in names if name.id != body.id)]
        elif (power := self._powers.get(sentence.start)) is not None:
            names = [power, *(name for name in names if name.id != power.id)]
        elif sentence.start in self._nameless:  # "The junta revoked its accords with Paris. Later it ..."
            names = [SOMETHING, *(name for name in names if name.kind == "person")]
        return self._with_holder(sentence, names)

    def _with_holder(self, sentence: Sentence, names: Sequence[ActorMention]) -> Sequence[ActorMention]:
        """The names of a sentence with whom it means where it opens with an office alone and names nobody."""
        office = self._office.match(self.text, sentence.start, sentence.end)
        people = [name.start for name in names if name.kind == "person"]
        # "The president, Joe Biden, met Putin"
        if office is None or any(self.text[office.end() : at] in (" ", ", ") for at in people):
            return names
        holder = self._holder(office[1].lower(), sentence.start)
        return [holder, *names] if holder is not None else [*names, SOMEBODY]

    @cached_property
    def _office(self) -> re.Pattern[str]:
        """A sentence that opens with an office alone: "The prime minister"."""
        articles = "|".join(word.capitalize() for word in sorted(self.lexicon.cast["definite"]))
        offices = "|".join(sorted(self.lexicon.cast["pair_of_people"] | self.lexicon.cast["people"]))
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

    def _carried(self, sentence: Sentence) -> dict[str, Sequence[ActorMention]]:
        """By pronoun of a sentence, the names of the last one before it that does not go on with the same person, where
        those between do: what "he" means there. One that opens a paragraph goes on with whom the text is about."""
        words = self.lexicon.tables["actors"]
        at = bisect_left(self.sentences, sentence.end, key=lambda s: s.end)
        here = {*re.findall(r"\w+", self.text[sentence.start : sentence.end].lower())}
        found: dict[str, Sequence[ActorMention]] = {}
        for forms in (words["he"], words["she"]):
            if here & {*forms} and self._opener(sentence) in forms and (centre := self._centre(at, forms)) is not None:
                found |= {form: [centre] for form in forms}
                continue
            last = self.sentences[at - 1] if at else sentence
            if here & {*forms} and forms[0] not in here and (centre := self._centres.get(last.start)) is not None:
                # "Putin met him on Monday. Merkel, who had invited him, ..."
                found |= {form: [centre] for form in forms}
                continue
            back = at - 1
            while here & {*forms} and back > max(0, at - _CHAIN) and self._goes_on(self.sentences[back], forms):
                back -= 1
            if back < 0 or not here & {*forms}:
                continue
            names = self._with_holder(self.sentences[back], self._named.starting_in(self.sentences[back]))
            opens = self.sentences[back].paragraph != self.sentences[back + 1].paragraph
            topic = (
                self._since_paragraphs(back, forms) or self._topic(names, self.sentences[back].end) if opens else None
            )
            if topic is not None or back < at - 1:
                found |= dict.fromkeys(forms, [topic] if topic is not None else names)
        return found

    def _centre(self, at: int, forms: Sequence[str]) -> ActorMention | None:
        """Whom a text is about, where the last sentence before the one at `at` does something to him and the one before that was
        about him: "He left office in 1977. Putin received him. He died"."""
        last, before = self.sentences[max(0, at - 1)], self.sentences[max(0, at - 2)]
        centre = self._centres.get(last.start) if at > 1 else None
        first = next((name for name in self.names if name.kind == "person"), None)
        said = {*re.findall(r"\w+", self.text[last.start : last.end].lower())} & {*forms}
        if centre is None or first is None or centre.id != first.id or not said:
            return None
        main = self._mains.get(before.start)
        return centre if self._opener(before) in forms or (main is not None and main.id == centre.id) else None

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
        people = [name.start for name in self._named.starting_in(sentence) if name.kind == "person"]
        if (main := self._mains.get(sentence.start)) is not None and sentence.start <= main.start < sentence.end:
            people.append(main.start)  # whom only the model knows
        return said is not None and sentence.start + said.start() < min(people, default=sentence.end)

    def _said_before(self, sentence: Sentence) -> str:
        """The sentence before; before one that opens with "it" or "they", the last one that does not; nor does what "it" is
        said of stand in the one before "The second was signed"."""
        at = bisect_left(self.sentences, sentence.end, key=lambda s: s.end)
        words = self.lexicon.tables["actors"]
        pronouns = {*words["plural_pronouns"], *words["thing_pronouns"]}
        back, opener = at - 1, self._opener(sentence)
        counted = self._counted.match(self.text, sentence.start, sentence.end) is not None
        if opener in pronouns or counted:
            goes_on = pronouns if counted else {opener}
            while back > max(0, at - _CHAIN) and self._opener(self.sentences[back]) in goes_on:
                back -= 1
        return self.text[self.sentences[back].start : self.sentences[back].end] if at else ""

    @cached_property
    def _counted(self) -> re.Pattern[str]:
        """A sentence that opens with one of several: "The second was signed"."""
        articles = "|".join(self.lexicon.tables["headline"]["articles"])
        return re.compile(rf"(?i:(?:{articles}) (?:{'|'.join(sorted(self.lexicon.status['counted']))}) [a-z])")

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
    def _parties(self) -> Parties:
        return Parties(self.lexicon, self.text, self.sentences, self._named)

    @cached_property
    def _named(self) -> Stretches[ActorMention]:
        return Stretches(self.names)
