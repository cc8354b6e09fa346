"""The words of a phrase as a title has them: without its clauses, appositions, offices and times."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from timeline.extraction.drafts import Draft
from timeline.knowledge.loader import called
from timeline.lang.lexicon import Lexicon
from timeline.model import ActorMention
from timeline.parsing.grammar import NOMINAL, SUBJECT

if TYPE_CHECKING:
    from spacy.tokens import Token

_DROPPED = ("relcl", "appos", "acl", "advcl", "parataxis", "punct", "det", "cc", "meta", "npadvmod")
_LONGEST = 14  # words of a phrase


@dataclass(frozen=True)
class Phrases:
    """Writes phrases of the sentence of one draft."""

    draft: Draft
    lexicon: Lexicon

    @property
    def words(self) -> Mapping[str, Any]:
        table: Mapping[str, Any] = self.lexicon.tables["headline"]
        return table

    def short_name(self, mention: ActorMention) -> str:
        """The name that a headline uses: the family name, or the whole of a name that begins with it or with a title."""
        known = bool(mention.country or mention.gender) and not called(mention.country)
        titled = mention.name.split()[0] in self.words["titles"]
        short = mention.name in self.words["short"]
        if mention.kind != "person" or not known or titled or short or " " not in mention.name:
            return str(self.words["short"].get(mention.name, mention.name))
        names = mention.name.split()
        if len(names) > 2 and names[-1].isupper():
            return mention.name  # "John Paul II"
        particles = self.lexicon.tables["actors"]["particles"]
        first = next((at for at, word in enumerate(names) if at and word.lower() in particles), len(names) - 1)
        return " ".join(names[first:])

    def is_time(self, token: Token) -> bool:
        """Whether a word (or what hangs on a preposition) is a time expression."""
        if self.draft.time is None and token.dep_ == "prep" and token.lower_ in self.words["asides"]:
            return True
        if token.dep_ == "prep" and token.lower_ in self.words["into"] and self.in_time(token.nbor(-1)):
            return True  # "a breakthrough two years into the war"
        if token.dep_ == "dobj" and self._counts(token):
            return False  # "ended 31 years of war"
        base = self.draft.sentence.start
        if self._is_granted(token):
            return False
        hung = [child for child in token.children if child.dep_ == "pobj"] if token.dep_ == "prep" else [token]
        if hung and self.in_time(hung[0]):
            return True  # "on November 2, where talks have been going on"
        itself = token.dep_ != "prep" or token.lower_ in self.lexicon.time["of"] | self.lexicon.cast["toward"]
        itself = itself or f"{token.head.lemma_.lower()} {token.lower_}" in self.lexicon.cast["ending"]
        if itself and hung and hung[0].lemma_ in self.lexicon.nouns:
            return False  # "a round of talks in the coming days", "agreed to a ten-day truce", "a halt in fighting from Friday"
        if token.dep_ in ("dobj", "xcomp", "ccomp", *SUBJECT) or (token.dep_ == "pobj" and token.pos_ == "NOUN"):
            return False  # "hold talks on Friday", "agreed to meet on Friday", "called for a halt on Friday"
        words = [t for t in token.subtree if not t.is_punct]
        inside = [t for t in words if any(time.start <= t.idx + base < time.end for time in self.draft.times)]
        return bool(inside) and len(inside) * 2 >= len(words) - 1

    def _is_granted(self, token: Token) -> bool:
        """Whether a word is of a time that somebody is given: "gave him 48 hours to leave"."""
        at = self.draft.sentence.start + token.idx
        time = next((each for each in self.draft.times if each.start <= at < each.end), None)
        if time is None or time.type != "DURATION" or time == self.draft.time:
            return False
        whole = token if token.dep_ in ("dobj", "npadvmod") else token.head
        return whole.dep_ in ("dobj", "npadvmod") and whole.head.lemma_ in self.lexicon.telling["give_time"]

    def _counts(self, token: Token) -> bool:
        """Whether a time says how much there was of something: "years of war"."""
        of = (c for c in token.rights if c.dep_ == "prep" and c.lower_ in self.lexicon.time["of"])
        return any(inner.dep_ == "pobj" and not self.in_time(inner) for c in of for inner in c.children)

    def _bearer(self, token: Token) -> ActorMention | None:
        """The person whose name a word is in; what stands before that is a title."""
        at = self.draft.sentence.start + token.idx
        people = (mention for mention, _ in self.draft.actors if mention.kind == "person")
        return next((m for m in people if m.start <= at < m.end), None)

    def phrase(self, root: Token, *, keep_clauses: bool = False) -> str:
        """The words of a phrase without its clauses, appositions and times."""
        dropped = tuple(d for d in _DROPPED if not (keep_clauses and d in ("acl", "advcl")))
        words: list[Token] = []

        def walk(token: Token, depth: int) -> None:
            bearer = self._bearer(token)
            for child in token.lefts:
                if bearer is not None and child.idx + self.draft.sentence.start < bearer.start:
                    continue  # "Russian Foreign Minister Sergei Lavrov" is Sergei Lavrov
                if depth == 0 and (child.tag_ in ("PRP$", "WP$") or child.lower_ in self.words["sequence"]):
                    continue
                joined = child.dep_ == "npadvmod" and child.nbor().text == "-"  # "Saudi-led"
                counted = child.dep_ == "det" and child.lower_ in self.words["determiners"]
                kept = child.dep_ not in dropped or joined or counted or (child.dep_ in ("cc", "det") and depth)
                if kept and not self.is_time(child):
                    walk(child, depth + 1)
            words.append(token)
            for child in token.rights:
                if depth == 0 and child.dep_ == "cc" and any(self.is_time(c) for c in token.children if c.i < child.i):
                    break  # "after the 2016 election and annexation of Crimea": the year is of the first
                joins = child.dep_ in ("cc", "det", "case") and any(c.dep_ == "conj" for c in token.rights)
                joins = joins or (child.dep_ == "det" and child.i == token.i + 1)  # "accused one another"
                told_as = token.pos_ in NOMINAL and child.dep_ == "prep" and child.lower_ in self.words["told_as"]
                points = depth == 0 and child.lower_ in self.lexicon.cast["pointing"]  # "the talks there"
                # "a truce, in force since May"
                apart = child.dep_ == "prep" and token.pos_ in NOMINAL and child.nbor(-1).text == ","
                # "a statement condemning the coup"
                does = child.tag_ == "VBG" and child.lemma_ not in self.lexicon.telling["reporting"]
                says = child.dep_ == "acl" and does and token.lemma_ in self.lexicon.telling["written"]
                kept = (child.dep_ not in dropped or joins or says) and not (told_as or points or apart)
                if kept and not self.is_time(child):
                    walk(child, depth + 1)

        walk(root, 0)
        chosen = {word.i for word in words}
        # "three doctors, among them Doe, two nurses"
        listed = {word.left_edge.i for word in words if word.dep_ == "conj"}
        hyphens = [
            t for t in root.subtree if t.text in ("-", "/", ",") and ({t.i - 1, t.i + 1} <= chosen or t.i + 1 in listed)
        ]
        whole = cut(sorted({*words, *hyphens}, key=lambda t: t.i), _LONGEST)
        return joined(whole, self.lexicon.status["one"], self._articles(whole))

    def _articles(self, words: Sequence[Token]) -> dict[int, str]:
        """The articles, by their index, that stand before another word than in the text: of "a 2015 accord" the "an"."""
        before_consonants, before_vowels = self.words["indefinite"]
        found = {}
        for article, word in pairwise(words):
            if article.lower_ in self.words["indefinite"] and word.i > article.i + 1:
                spoken = word.lower_.startswith(tuple(self.words["vowels"]))
                spoken = spoken and not word.lower_.startswith(tuple(self.words["no_vowels"]))
                found[article.i] = before_vowels if spoken else before_consonants
        return found

    def instead(self, line: str) -> str:
        """A line with what a clause without a verb of its own has in the place of what stands beside that verb."""
        for old, new in self.draft.instead:
            line = line.replace(self.phrase(old), self._alone(old, new), 1)
        return line

    def _alone(self, old: Token, new: Token) -> str:
        """What takes the place of an old word, without what hangs on it and takes another's: "Macron" of "Macron in Paris on Tuesday"."""
        ones, said = self.lexicon.status["one"], self.phrase(new)
        if said.lower() in ones:
            return f"{said} {old.lemma_}"  # "killed two soldiers on Monday and another on Tuesday"
        if new.lower_ in self.lexicon.status["others"]:
            return " ".join(word.text for word in new.subtree if word.i <= new.i)  # "and the rest on Tuesday"
        alone, _, last = said.rpartition(" ")
        if last in ones and alone and new.pos_ != "PROPN" and not any(word.pos_ == "PROPN" for word in new.lefts):
            said = f"{alone} {old.lemma_}"  # "and a final one in June"
        elif last in ones:
            said = alone  # "and Syria one in May"
        for _, other in self.draft.instead:
            if other != new and new.is_ancestor(other):
                said = said.replace(f" {other.head.text} {self.phrase(other)}", "", 1)
        return said

    def in_time(self, token: Token) -> bool:
        at = self.draft.sentence.start + token.idx
        return any(time.start <= at < time.end for time in self.draft.times)


def cut(words: Sequence[Token], most: int) -> list[Token]:
    """The first words of a phrase, without those that belong to one that is cut off: of "the dispute over the oil-rich region"
    no "over the oil-rich"."""
    first, off = list(words[:most]), {word.i for word in words[most:]}
    while off and first and (first[-1].head.i in off or first[-1].is_punct):
        off.add(first.pop().i)
    return first


def joined(words: Iterable[Token], ones: Collection[str] = (), articles: Mapping[int, str] | None = None) -> str:
    """Words as one text; of what stands for a noun, one of `ones`, that noun: "next summit" for "next one"; `articles` are those
    that are written otherwise, by their index."""
    out = ""
    last: Token | None = None
    for token in words:
        glued = token.text == "," or (last is not None and token.i == last.i + 1 and not last.whitespace_)
        told = token.text if token.lower_ not in ones or token.tag_ != "NN" else token.lemma_
        told = (articles or {}).get(token.i, told)
        out += told if glued or not out else " " + told
        last = token
    another = last is not None and out == last.text and last.pos_ == "DET"
    while (
        last is not None
        and not another
        and (last.pos_ in ("ADP", "DET", "CCONJ", "PUNCT", "PART") and last.dep_ not in ("prt", "case"))
        and not (last.dep_ == "det" and last.head.i < last.i)
    ):
        out = out[: len(out) - len(last.text)].rstrip()
        previous = out.rsplit(" ", 1)[-1]
        last = next((t for t in last.doc if t.text == previous), None) if previous else None
    return out
