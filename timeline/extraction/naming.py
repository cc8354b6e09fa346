"""Names that only the model sees, as mentions: people and bodies of more than one word, and places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.extraction.syntax import Syntax
from timeline.model import ActorMention

if TYPE_CHECKING:
    from spacy.tokens import Token


def unknown_name(syntax: Syntax, token: Token) -> list[ActorMention]:
    """A person or a body that only the model knows, when the name has more than one word."""
    entity = syntax.name_at(token) if in_long_name(token) else None
    if entity is None or len(entity) < 2 or syntax.is_event_word(entity.root):
        return []
    if entity[0].text in syntax.lexicon.tables["actors"]["deeds"]:
        return []
    words = [t for t in entity if not (t.pos_ == "DET" or t.dep_ == "case" or t.is_punct)]
    person = syntax.kind_of_name(token) == "PERSON"
    while person and words and words[0].text in syntax.lexicon.tables["actors"]["departments"]:
        words = words[1:]  # "Secretary of Defense Austin"
    if not words or any(syntax.mentions(t) for t in words):
        return []
    return [_mention(syntax, words, "person" if person else "organisation")]


def person_seen(syntax: Syntax, token: Token) -> list[ActorMention]:
    """A person whom only the model knows, by one word too: who reads on finds a "he" or "she" that it stands for."""
    entity = syntax.name_at(token)
    words = [t for t in entity if t.pos_ == "PROPN"] if entity is not None and entity.label_ == "PERSON" else []
    return [_mention(syntax, words, "person")] if words and not any(syntax.mentions(t) for t in words) else []


def body_seen(syntax: Syntax, token: Token, *, surely: bool = False) -> list[ActorMention]:
    """A body whom only the model knows, or nobody but the sentence ("the airline Alitalia", `surely`), by one word: "Alitalia
    said it would resume flights"."""
    entity = None if surely else syntax.name_at(token)
    single = surely or (entity is not None and entity.label_ == "ORG" and len(entity) == 1)
    return [_mention(syntax, [token], "organisation")] if single and not syntax.mentions(token) else []


def place_named(syntax: Syntax, token: Token) -> ActorMention | None:
    """The name at a word, or a place that only the model knows."""
    known = syntax.mentions(token)
    if known or token.pos_ != "PROPN" or syntax.kind_of_name(token) not in ("GPE", "LOC", "FAC"):
        return known
    entity = syntax.name_at(token)
    words = [t for t in entity if t.pos_ != "DET" and t.dep_ != "case"] if entity is not None else []
    return _mention(syntax, words, "place") if words else None


def called_place(syntax: Syntax, place: Token) -> Token:
    """The name behind what kind of place it is: of "the port of Sochi" the "Sochi"."""
    if place.lemma_ not in syntax.lexicon.cast["settlements"] or syntax.mentions(place) is not None:
        return place
    of = (c for p in place.rights if p.lower_ in syntax.lexicon.time["of"] for c in p.children)
    return next((c for c in of if c.dep_ == "pobj" and c.pos_ == "PROPN"), place)


def is_place(mention: ActorMention | None) -> bool:
    """Whether a name may say where: a town, a country, a capital that may also stand for its government."""
    return mention is not None and (mention.capital or mention.kind in ("place", "country"))


def is_town(mention: ActorMention | None) -> bool:
    """Whether a name is a town's or a site's, and no country's."""
    return mention is not None and (mention.capital or mention.kind == "place")


def in_long_name(token: Token) -> bool:
    """Whether a word may be one of several of a name: only then is the model, which takes its time, asked for it."""
    beside = [token.doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(token.doc)]
    return token.pos_ == "PROPN" and any(word.pos_ == "PROPN" or not word.is_alpha for word in beside)


def _mention(syntax: Syntax, words: Sequence[Token], kind: str) -> ActorMention:
    start, end, base = words[0].idx, words[-1].idx + len(words[-1]), syntax.sentence.start
    name = syntax.doc.text[start:end]
    return ActorMention(base + start, base + end, name, "-".join(name.lower().split()), kind)
