"""Whom "the two leaders", "both sides" or "the two" means: two people or powers named before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.extraction.drafts import SOMEBODY, Earlier
from timeline.extraction.syntax import Syntax
from timeline.model import ActorMention
from timeline.parsing.grammar import SUBJECT

if TYPE_CHECKING:
    from spacy.tokens import Token

POWERS = ("country", "government", "organisation", "party")


@dataclass
class Pairs:
    """Finds the two of one sentence; `stands_for` gives whom a pronoun means."""

    syntax: Syntax
    earlier: Earlier
    stands_for: Callable[[Token], list[ActorMention]]

    @property
    def words(self) -> Mapping[str, frozenset[str]]:
        return self.syntax.lexicon.cast

    def of(self, noun: Token) -> list[ActorMention]:
        """Whom "the two leaders", "both sides" or "the two" means, unless their first names say that "the two women" are others."""
        lemma = noun.lemma_.lower()
        other = "m" if lemma in self.words["women"] else "f" if lemma in self.words["men"] else "-"
        found = self._named_last(noun)
        return found if all(mention.gender != other for mention in found) else []

    def _named_last(self, noun: Token) -> list[ActorMention]:
        """The two people or powers named last before a noun; nobody of the own sentence, where it names only one of them
        ("Clinton telephoned both presidents")."""
        words = self.words
        alone = noun.lower_ in words["two"]
        numbers = [noun] if alone else [child for child in noun.children if child.lower_ in words["two"]]
        beside = {word.lower_ for number in numbers for word in (number, *noun.children, *number.children)}
        if not beside & words["two_known"] or not (
            alone or noun.lemma_ in words["pair_of_people"] | words["pair_of_powers"]
        ):
            return []
        people, powers = ("person",), ("country", "government", "party")
        kinds = (people, powers) if alone else (people,) if noun.lemma_ in words["pair_of_people"] else (powers,)
        here = [m for m in self.syntax.actors if m.end <= self.syntax.sentence.start + noun.idx]
        others = {m.id for m in here}
        if noun.dep_ == "dobj" and (doer := self.syntax.subject(noun.head)) is not None:
            doing = {word.idx + self.syntax.sentence.start for word in doer.subtree}
            here = [m for m in here if m.start not in doing]  # "Qatar and Oman brought the two sides together"
        if noun.dep_ in SUBJECT and noun.head.dep_ == "ccomp" and noun.lower_ in words["two_known"]:
            teller = self.syntax.subject(noun.head.head)  # "Norway announced that both will meet": two others
            own = self.syntax.mentions(teller) if teller is not None else None
            here = [m for m in here if own is None or m.id != own.id]
            if own is not None and len({m.id for m in here}) == 1:
                return []
        told = {m.id for m in here if m.kind == "person"} if alone else set()  # "Kerry said the two would meet"
        if (
            len(told) == 1 and noun.head.dep_ == "conj"
        ):  # "Putin flew to Beijing, and the two met again": whom he had met
            one = next(m for m in here if m.id in told)
            others_before = (m for names in self.earlier.names for m in names if m.kind == "person" and m.id != one.id)
            return [one, *other] if (other := [*others_before][:1]) else []
        # "He met Putin in Sochi, weeks after the two had talked", "It drew closer to Egypt: the two signed a pact"
        near = told or ({m.id for m in here if m.kind in powers and self.acts(m)} if alone else set())
        before = self._subject_pronoun(noun, "person_pronouns" if told else "thing_pronouns")
        if len(near) == 1 and before is not None:
            who = [m for m in self.stands_for(before) if m.id not in near]
            if who:
                return [who[0], next(m for m in here if m.id in near)]
        about = next(iter(self.earlier.names[0]), None) if alone and not here and self.earlier.names else None
        pair = self._only_two() if about is not None and about.kind == "person" else []
        if about is not None and about.id in {m.id for m in pair}:
            # "Blinken spoke with Mirzoyan. The secretary told of U.S. aid to Armenia. The two"
            return self._one_by_pronoun() or [about, *(m for m in pair if m.id != about.id)]
        sides = self.earlier.sides if noun.lower_ in words["sides"] else ()
        if sides and len({m.id for m in here if m.kind in powers and self.acts(m)}) < 2:
            return both_sides(sides)
        for at, names in enumerate((here, *self.earlier.names[: 1 if alone and not told else None])):
            joined = self.earlier.joined[at - 1] if at else ()
            if joined and kinds[-1] == powers and others.isdisjoint({m.id for m in joined}):
                return both_sides(
                    joined
                )  # "the army and the RSF agreed to a truce after talks with Chad. ... the two sides"
            for kind in kinds:
                several = list({m.id: m for m in names if m.kind in kind and self.acts(m)}.values())
                several = [m for m in several if not self._has_another_office(m, noun)]
                couple = self.earlier.paired[at - 1] if kind == people and at else ()
                if couple and (len(several) > 2 or not {m.id for m in couple} <= {m.id for m in several}):
                    several = list(couple)  # "Borrell spoke after talks with Vucic and Kurti"
                if kind == powers and len({m.id for m in names if m.kind in POWERS and self.acts(m)}) > 2:
                    return []  # "signed for the UN and for the North Koreans and Chinese. Both armies": who knows which
                both = {m.id for m in several[:2]}
                if len(several) > 1 and (names is here or (told and told <= both) or others.isdisjoint(both)):
                    return several[:2]
        if kinds == (people,) and self.earlier.couple and others.isdisjoint({m.id for m in self.earlier.couple}):
            return list(self.earlier.couple)
        return (self._one_by_pronoun() or self._only_two()) if alone and not told else []

    def _has_another_office(self, mention: ActorMention, noun: Token) -> bool:
        """Whether somebody is not what a noun of offices says: no foreign minister is one of "the two presidents"."""
        office = noun.lemma_ in self.words["governs"]
        return office and mention.office != "" and mention.office.split()[-1] != noun.lemma_

    def _subject_pronoun(self, noun: Token, kind: str) -> Token | None:
        """The "he", "she" or "it" that is the first subject of the sentence before a noun."""
        pronouns = self.syntax.lexicon.tables["actors"][kind]
        first = next((word for word in noun.doc[: noun.i] if word.dep_ in SUBJECT), None)
        return first if first is not None and first.lower_ in pronouns else None

    def _one_by_pronoun(self) -> list[ActorMention]:
        """The two where one was only "he": "Aliyev spoke. He had refused to meet Pashinyan. The two ..."."""
        people = [{m.id: m for m in names if m.kind == "person"} for names in self.earlier.names[:2]]
        pronouns = {*self.syntax.lexicon.tables["actors"]["person_pronouns"]}
        both = people[1] | people[0] if len(people) > 1 and len(people[0]) == len(people[1]) == 1 else {}
        return list(both.values()) if len(both) == 2 and pronouns & {*self.earlier.text.lower().split()} else []

    def _only_two(self) -> list[ActorMention]:
        """The only two people of the sentences before: "Kurti spoke to reporters. Vucic left. The two will meet"."""
        people = {m.id: m for names in self.earlier.names for m in names if m.kind == "person"}
        return list(people.values()) if len(people) == 2 and SOMEBODY.id not in people else []

    def acts(self, mention: ActorMention) -> bool:
        """Whether a name may be one of two that act: no capital, nor a country that only says where ("in Kenya")."""
        return not mention.capital and mention.start not in self.earlier.places


def both_sides(sides: Sequence[ActorMention]) -> list[ActorMention]:
    """The two sides; nobody where only one has a name: "Ethiopia's government and rebels" are not Ethiopia alone."""
    return list(sides) if len(sides) > 1 else []
