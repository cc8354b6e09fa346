"""The event words of a language: the tables of `lang/<code>/events.toml`, ready to be asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from timeline.calendar_time.values import parse_duration

_SUBJECT = 60  # characters of who had done something
_TIME_WORDS = (
    "deadline_prepositions", "since", "from", "aftermath", "possessive", "in", "afterwards", "until", "after", "before", "ahead", "within", "definite", "at", "of", "lists", "when", "counting_from", "later", "outset", "past", "carriers", "opening", "often", "spoken", "units",
)  # fmt: skip


class Lexicon:
    """The event words of a language, by lemma."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self.tables = tables
        self.telling = {name: frozenset(words) for name, words in tables["telling"].items()}
        self.status = {name: frozenset(words) for name, words in tables["status"].items()}
        self.cast = {name: frozenset(words) for name, words in tables["cast"].items()}
        self.time = {name: frozenset(words) for name, words in tables["time"].items() if name in _TIME_WORDS}
        self.calendar = frozenset(tables["time"]["calendar"])
        self.deadline_phrases: tuple[str, ...] = tuple(tables["time"]["deadline_phrases"])

    @cached_property
    def people(self) -> frozenset[str]:
        """Nouns of people."""
        return self.cast["people"] | self.cast["pair_of_people"]

    @cached_property
    def bounding(self) -> frozenset[str]:
        """Prepositions that make an end, or a beginning, of a time."""
        words = self.time
        return words["until"] | words["deadline_prepositions"] | words["before"] | words["since"]

    @cached_property
    def ahead(self) -> frozenset[str]:
        """Auxiliaries of what is yet to be done: "will", "to"."""
        return self.status["will_do"] | {"to"}

    @cached_property
    def relations(self) -> frozenset[str]:
        """What stands before an event that a time counts from: "since", "after", "before"."""
        return self.time["since"] | self.time["after"] | self.time["before"]

    @cached_property
    def only_said(self) -> re.Pattern[str]:
        """What a text ends with before a time that dates only a saying: "officials said on" (Thursday)."""
        said = "|".join(map(re.escape, self.tables["time"]["only_said"]))
        return re.compile(rf"\b(?:{said})(?: (?:{'|'.join(self.time['at'])}))? $")

    @cached_property
    def deed_behind(self) -> re.Pattern[str]:
        """What begins behind a time where somebody says what he or his side does: "(Thursday) that it was leaving"."""
        that, own = self.tables["headline"]["that"], "|".join(sorted(self.own))
        does = "|".join(map(re.escape, sorted(self.status["doing"])))
        return re.compile(
            rf",?\s+(?:{that}\s+)?(?:(?:{own})\s+(?:{does})\b|[^,.;:]{{1,{_SUBJECT}}}?\s(?:{self._deeds})\b)"
        )

    @cached_property
    def deed_before(self) -> re.Pattern[str]:
        """What stands before a verb of saying that tells what somebody does: "(France will send troops), Macron (said)"."""
        return re.compile(rf"\s(?:{self._deeds})\b[^.;:]*,[^,.;:]{{1,{_SUBJECT}}}$")

    @property
    def _deeds(self) -> str:
        had = sorted(self.status["had"] | self.status["will_do"])
        does = "|".join(map(re.escape, sorted(self.status["doing"])))
        willing = "|".join(sorted(self.telling["willing"]))
        return rf"{'|'.join(map(re.escape, had))}|(?:{does})\s+(?:\w+\s+)?(?:{willing}|[a-z]+ing)"

    def said_behind(self, text: str) -> bool:
        """Whether a text opens with a verb of saying: of "Merkel told lawmakers" what stands behind the name."""
        word = re.match(r",?\s+(\w+)", text)  # ", Jane Doe, told"
        return word is not None and word[1] in self.tables["actors"]["quoting"]

    def said_before(self, text: str) -> bool:
        """Whether a text ends with a verb of saying and a title: of "said Foreign Minister Lavrov" what stands before it."""
        words = re.search(r"(\w+)\s+(?:[A-ZÀ-Þ][\w'’.-]*\s+){0,5}$", text)
        return words is not None and words[1] in self.tables["actors"]["inverted"]

    def reach(self, value: str) -> str | None:
        """How far some days or weeks (PXD, PXW) are read to reach at most; None where they are counted, or unbounded."""
        number, unit = (parse_duration(value) or [(1.0, "")])[0]
        return self.tables["time"]["vague"].get(unit) if number is None else None

    @cached_property
    def relatives(self) -> frozenset[str]:
        """Relative pronouns that may stand for a subject or an object."""
        return frozenset(self.tables["actors"]["relatives"])

    @cached_property
    def pronouns(self) -> frozenset[str]:
        """Pronouns in the third person that may stand for somebody with a name."""
        words = self.tables["actors"]
        return frozenset((*words["person_pronouns"], *words["thing_pronouns"]))

    @cached_property
    def openers(self) -> frozenset[str]:
        """Words with a capital that open a sentence and belong to no name, but for names of days and months."""
        words = self.tables["actors"]
        return frozenset((*words["openers"], *(word.capitalize() for word in words["pronouns"]))) - self.calendar

    @cached_property
    def own(self) -> frozenset[str]:
        """Pronouns that may stand for whoever speaks of himself."""
        return self.pronouns | frozenset(self.tables["actors"]["plural_pronouns"])

    @cached_property
    def verbs(self) -> dict[str, str]:
        return self._types("verbs")

    @cached_property
    def nouns(self) -> dict[str, str]:
        return self._types("nouns")

    def noun_type(self, word: str) -> str:
        """The type of the event that a word, singular or plural, names; OTHER where it names none."""
        return self.nouns.get(word) or self.nouns.get(word.removesuffix("s"), "OTHER")

    def _types(self, table: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for kind, words in self.tables[table].items():
            for word in words:
                found.setdefault(word, kind)
        return found
