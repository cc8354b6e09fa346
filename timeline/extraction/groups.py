"""Which people without a name "they" are: the rebels of the clause above, or of the sentence before."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.extraction.drafts import Earlier
from timeline.extraction.syntax import Syntax
from timeline.model import ActorMention
from timeline.parsing.grammar import NOMINAL, SUBJECT

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Tables of people, powers and bodies that several may be of.
_SEVERAL = ("forces", "groups", "trades", "pair_of_powers", "bodies")


@dataclass(frozen=True)
class Groups:
    """Finds in one sentence the people that a plural pronoun stands for; `names_in` gives the names that a noun carries."""

    syntax: Syntax
    earlier: Earlier
    names_in: Callable[[Token], list[ActorMention]]

    @property
    def words(self) -> Mapping[str, frozenset[str]]:
        return self.syntax.lexicon.cast

    def named(self, pronoun: Token | None) -> str:
        """The people without a name that "they" are, of the clause above ("rebels have held it since May, when they came") or of
        the sentence before: "They laid down their arms"."""
        if pronoun is None or pronoun.lower_ not in self.syntax.lexicon.tables["actors"]["plural_pronouns"]:
            return ""
        told = (self.above(pronoun) if pronoun.dep_ == "nsubj" else None) or self._before(pronoun)
        if told is not None:
            first = told.left_edge.i + (told.left_edge.dep_ == "det")
            return str(told.doc[first : told.i + 1].text)
        if any(word.pos_ in NOMINAL for word in pronoun.doc[: pronoun.i]):
            return ""
        before = re.findall(r"[\w-]+", self.earlier.text.lower())
        return next((word for word in reversed(before) if word in self.words["groups"]), "")

    def above(self, pronoun: Token) -> Token | None:
        """The people in the plural whose verb is above the clause in which "they" do something: of "the guards will leave the
        port, where they have served" the guards."""
        clause = pronoun.head
        if pronoun.dep_ not in SUBJECT or clause.dep_ not in ("relcl", "advcl") or clause.head.i > clause.i:
            return None
        above = next((word for word in clause.ancestors if word.pos_ in ("VERB", "AUX")), None)
        subject = next((c for c in above.lefts if c.dep_ in SUBJECT), None) if above is not None else None
        people = self.syntax.lexicon.people | self.words["forces"] | self.words["groups"]
        group = subject is not None and subject.tag_ == "NNS" and not subject.conjuncts
        if subject is None or not group or self.syntax.is_event_word(subject):
            return None
        return subject if people.intersection((subject.lemma_, subject.lower_)) or self.names_in(subject) else None

    def _before(self, pronoun: Token) -> Token | None:
        """The people in the plural of whom the clause before a semicolon tells: "Three rebel groups left; they will meet"."""
        main = next((word for word in (pronoun.head, *pronoun.ancestors) if word.head == word), pronoun.head)
        first = next((child for child in main.lefts if child.dep_ == "parataxis" and child.i < pronoun.i), None)
        subject = next((c for c in first.lefts if c.dep_ in SUBJECT), None) if first is not None else None
        people = self.syntax.lexicon.people.union(*(self.words[name] for name in _SEVERAL))
        known = subject is not None and subject.tag_ == "NNS" and people.intersection((subject.lemma_, subject.lower_))
        return subject if known else None
