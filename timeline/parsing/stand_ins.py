"""What the parser reads better in other words: dates bare before a verb, as briefings have it ("Egypt 13 July hosted a
summit"), bare before a name ("said Monday Russia would pull out"), or with a "that" ("signed in Madrid that June"), and
abbreviations that it may never have seen ("IAEA chief Rafael Grossi", "ECOWAS closed borders") or takes for something else
("PM Fumio Kishida").

spaCy's small models take the first two for a part of the subject, the third for a relative clause, the fourth for a verb and
the last for an hour. They read an everyday adverb in their place rightly ("Egypt last week hosted", "last June"), and a body or an
office that is always in the news, so such a sentence is parsed with one of as many words and its tree is given to the words that
stand there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token


class StandIns:
    """What stands in for such words, by a language's tables (`[stand_ins]` of `lang/<code>/events.toml`) and its nouns of
    `people`."""

    def __init__(self, tables: Mapping[str, Any], people: Iterable[str]) -> None:
        months, days = "|".join(tables["months"]), "|".join(tables["days"])
        self._bare = re.compile(rf"(?<=\w )(?:\d{{1,2}} (?:{months})|(?:{months}) \d{{1,2}}|{days})(?= [a-z])")
        self._before_a_name = re.compile(rf"\b(?:{days})(?=[ ,][A-ZÀ-Þ])")
        named = "|".join(f"(?<={word} )" for word in tables["name_behind"])
        words = rf"(?: (?!(?:{'|'.join(tables['pointing'])})\b)(?:[a-z-]+|(?:{named})\S+)){{0,5}} $"
        self._saying = re.compile(rf"\b(?:{'|'.join(tables['saying'])}){words}")
        self._never_behind = tuple(f" {word}" if word.isalpha() else word for word in tables["never_behind"])
        self._words: Sequence[str] = tables["stand_in"]
        spans = "|".join((*tables["months"], *tables["days"], *tables["spans"]))
        self._pointing = re.compile(rf"\b(?:{'|'.join(tables['pointing'])})(?= (?:{spans})\b(?!['’]))")
        self._says = tuple(f" {word} " for word in tables["says"])
        self._points: str = tables["points"]
        self._acronym = re.compile(r"\b[A-Z]{4,7}(?= [a-z])")
        self._headed = re.compile(rf"\b[A-Z]{{2,7}}(?= (?:{'|'.join(sorted(people))}) [A-ZÀ-Þ][a-zß-ÿ])")
        self._body: str = tables["body"]
        self._offices: Mapping[str, str] = tables["offices"]
        self._office = re.compile(rf"\b(?:{'|'.join(self._offices)})(?= [A-ZÀ-Þ][a-zß-ÿ])")

    def reworded(self, text: str) -> str | None:
        """The text with those words replaced, or None where there are none."""
        found = self._headed.sub(self._body, self._acronym.sub(self._body, text))
        found = self._office.sub(lambda office: self._offices[office[0]], found)
        found = self._bare.sub(
            lambda date: date[0] if self._governed(date.string, date.start()) else self._in_place_of(date[0]), found
        )
        found = self._before_a_name.sub(
            lambda date: self._words[0] if self._is_of_a_saying(date.string, date.start()) else date[0], found
        )
        found = self._pointing.sub(
            lambda that: that[0] if f" {found[: that.start()]}".endswith(self._says) else self._points, found
        )
        return found if found != text else None

    def _in_place_of(self, date: str) -> str:
        return self._words[date.count(" ")]

    def _governed(self, text: str, start: int) -> bool:
        return f" {text[:start].rstrip()}".endswith(self._never_behind)

    def _is_of_a_saying(self, text: str, start: int) -> bool:
        return not self._governed(text, start) and self._saying.search(text, 0, start) is not None

    def parsed(self, nlp: Language, text: str, doc: Doc) -> Doc:
        """A text with the tree of `doc`, the same text reworded; with the tree that it has itself where the stand-in for a date
        is no adverb of a verb behind it ("the heads of state 13 July meetings drew"), or, before a name, of one before it."""
        from spacy.tokens import Doc

        plain = nlp.make_doc(text)
        other = [(there, here) for there, here in zip(doc, plain, strict=False) if there.text != here.text]
        stood_in = [
            there
            for there, here in other
            if there.text not in (self._body, *self._offices.values())
            and not self._pointing.match(f"{here.text} {here.nbor().text}")
        ]
        if len(plain) != len(doc) or not all(map(self._fits, stood_in)):
            return nlp(text)
        return Doc(
            plain.vocab,
            words=[word.text for word in plain],
            spaces=[bool(word.whitespace_) for word in plain],
            tags=[
                there.tag_ if there.text in (here.text, self._points) else "CD" if here.is_digit else "NNP"
                for there, here in zip(doc, plain, strict=True)
            ],
            deps=[word.dep_ for word in doc],
            heads=[word.head.i for word in doc],
        )

    def _fits(self, word: Token) -> bool:
        """Whether the stand-in for a date is an adverb of the verb that it should be of."""
        behind = word.nbor()
        if behind.text == "," or behind.text[0].isupper():
            return word.dep_ == "npadvmod" and word.head.i < word.i
        ahead = word.dep_ in ("npadvmod", "amod") and word.head.i > word.i
        return ahead and word.nbor(-1).tag_ not in ("VBN", "VBD")  # not "the warrant issued Monday says"
