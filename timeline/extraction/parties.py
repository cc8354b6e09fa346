"""The two sides that a text is about: powers that an "and" joins ("the Afghan government and the Taliban")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from timeline.lang.lexicon import Lexicon
from timeline.model import ActorMention, Sentence
from timeline.text.stretches import Stretches

_BACK = 12  # sentences through which the last two that were joined are looked for
_ALONE = ("person", "place")  # kinds of names that are no side


@dataclass(frozen=True)
class Parties:
    """Finds whom an "and" joins in the sentences of a text."""

    lexicon: Lexicon
    text: str
    sentences: Sequence[Sentence]
    named: Stretches[ActorMention]

    def before(self, sentence: Sentence) -> Sequence[ActorMention]:
        """Of a sentence that speaks of "both sides", or goes on from one that does, the two that one of the sentences before it
        joined last; one alone where the other has no name that is known, nor was named before ("the United States and the
        insurgents")."""
        at = bisect_left(self.sentences, sentence.end, key=lambda s: s.end)
        if self._sides.search(self.text, sentence.start, sentence.end) is None:
            at -= 1  # "They" of whom the sentence before speaks so
            if at < 0 or self._sides.search(self.text, self.sentences[at].start, self.sentences[at].end) is None:
                return ()
        told = [self.joined(self.named.starting_in(each)) for each in reversed(self.sentences[max(0, at - _BACK) : at])]
        for pair in told:
            if len(pair) > 1 or (pair and not self._known_people.match(self.text, pair[0].end)):
                return pair
        return next(filter(None, told), ())

    def joined(self, names: Sequence[ActorMention]) -> Sequence[ActorMention]:
        """The first two powers among names of a sentence that are joined: "the Armed Forces and the Support Forces agreed"; the
        first alone of "Ethiopia's government and Tigrayan forces", of whom the other has no name."""
        before: ActorMention | None = None
        for first, second in pairwise([*names, None]):
            listed = before is not None and first is not None and self.text[before.end : first.start].strip() == ","
            before = first
            if first is None or first.kind in _ALONE or listed:
                continue  # "envoys of Peru, Chile and Cuba" are no two sides
            if second is not None and second.kind not in _ALONE:
                between = self._between.fullmatch(self.text, first.end, second.start)
                if between is not None and first.id != second.id:
                    return first, second
            behind = self._unnamed.match(self.text, first.end)
            if behind is not None and (second is None or second.start >= behind.end()):
                return (first,)
        return ()

    def joined_people(self, names: Sequence[ActorMention]) -> Sequence[ActorMention]:
        """The only two people among names of a sentence that are joined, with what they are between them: "meetings with
        President Vucic and Kosovo's prime minister, Albin Kurti"."""
        people = [name for name in names if name.kind == "person"]
        pairs = [pair for pair in pairwise(people) if self._are_joined(*pair, names)]
        return pairs[0] if len(pairs) == 1 and pairs[0][0].id != pairs[0][1].id else ()

    def goes_on_with_two(self, sentence: Sentence) -> bool:
        """Whether the sentence behind another speaks of two or both."""
        behind = bisect_left(self.sentences, sentence.end, key=lambda s: s.end) + 1
        return any(self._two.search(self.text, s.start, s.end) for s in self.sentences[behind : behind + 1])

    def people_before(self, sentence: Sentence) -> Sequence[ActorMention]:
        """Of a sentence that speaks of two or both, the two people that one of those before it joined last."""
        if self._two.search(self.text, sentence.start, sentence.end) is None:
            return ()
        at = bisect_left(self.sentences, sentence.end, key=lambda s: s.end)
        told = (self.named.starting_in(each) for each in reversed(self.sentences[max(0, at - _BACK) : at]))
        return next(filter(None, map(self.joined_people, told)), ())

    def _are_joined(self, first: ActorMention, second: ActorMention, names: Sequence[ActorMention]) -> bool:
        between = self.text[first.end : second.start]
        for name in names:
            if first.end <= name.start and name.end <= second.start:
                between = between.replace(self.text[name.start : name.end], "", 1)
        words = {word.lower() for word in re.findall(r"(?<!['’])\b[^\W\d_]+", between)} - {*second.office.split()}
        left = words - self._beside_names
        return len(left) == 1 and left <= {*self._and.split("|")}

    @cached_property
    def _beside_names(self) -> frozenset[str]:
        """What may stand between an "and" and a name: "and his counterpart"."""
        cast, possessives = self.lexicon.cast, self.lexicon.tables["actors"]["possessives"]
        return cast["pair_of_people"] | cast["definite"] | frozenset(possessives)

    @cached_property
    def _two(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?i:{self._any('two')})\b")

    @cached_property
    def _sides(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{self._any('sides')})\b")

    @cached_property
    def _between(self) -> re.Pattern[str]:
        """What may stand between two names that are joined: " government and the Marxist "."""
        return re.compile(rf"{self._owned} (?:{self._and}) {self._article}(?:[A-ZÀ-Þ][\w-]+ )?")

    @cached_property
    def _unnamed(self) -> re.Pattern[str]:
        """... and behind a name what joins it to people without one: " and the insurgents"."""
        return re.compile(
            rf"{self._owned} (?:{self._and}) {self._article}(?:[A-ZÀ-Þ][\w-]+ )?(?:{self._any('groups')})\b"
        )

    @cached_property
    def _known_people(self) -> re.Pattern[str]:
        """... or to people without one who were told of before: " and the insurgents", not " and Tigrayan forces"."""
        return re.compile(rf"{self._owned} (?:{self._and}) (?:{self._any('definite')}) (?:{self._any('groups')})\b")

    @property
    def _and(self) -> str:
        return "|".join(word for word in self.lexicon.time["lists"] if word.isalpha())

    @property
    def _article(self) -> str:
        return f"(?:(?:{'|'.join(self.lexicon.tables['headline']['articles'])}) )?"

    @property
    def _owned(self) -> str:
        """Behind the first name, whose it is: "'s government"."""
        return f"(?:['’]s)?(?: (?:{self._any('bodies', 'pair_of_powers', 'groups')}))?"

    def _any(self, *lists: str) -> str:
        return "|".join(sorted(word for name in lists for word in self.lexicon.cast[name]))
