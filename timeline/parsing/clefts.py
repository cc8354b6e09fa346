"""Sentences that put a time or a name first for weight, read as they would be without: "It was on May 3 that Chad left"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.parsing.grammar import SUBJECT
from timeline.parsing.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Token

_ADVERBIAL = ("prep", "advmod", "npadvmod")


def _as_main(verb: Token, above: Token) -> None:
    """Puts a verb in the place of the one above it, which then says nothing."""
    if above.dep_ == "ROOT":
        verb.head, verb.dep_ = verb, "ROOT"
    else:
        verb.head, verb.dep_ = above.head, above.dep_
    above.head, above.dep_ = verb, "dep"


def _cleft(verb: Token, words: Words) -> bool:
    """ "It was on May 3 that Chad left", "it was not until 1979 that they set up ties": when it was that this was done."""
    be, that = verb.head, verb.left_edge
    it = next((child for child in be.lefts if child.dep_ == "nsubj" and child.tag_ == "PRP"), None)
    if verb.dep_ != "ccomp" or be.lemma_ != "be" or it is None or it.i + 1 != be.i or that.lower_ not in words.that:
        return False
    if that.dep_ != "mark" or all(child.dep_ not in SUBJECT for child in verb.lefts):
        return False
    between = [child for child in be.rights if child.i < that.i and not child.is_punct]
    if not any(child.dep_ == "prep" for child in between) or any(
        c.dep_ not in (*_ADVERBIAL, "neg", "cc") for c in between
    ):
        return False
    first = next(child for child in between if child.dep_ == "prep")
    for child in [child for child in be.children if child not in (it, verb)]:
        child.head = first if child.dep_ == "neg" and first.lower_ not in words.until else verb
    _as_main(verb, be)
    that.head, that.dep_ = be, "dep"
    return True


def _cleft_before(verb: Token, words: Words) -> bool:
    """ "It was then, in May 2003, that Bush declared victory", where the model found the main verb, and took the rest for what
    is said."""
    be = next((child for child in verb.lefts if child.dep_ == "ccomp" and child.lemma_ == "be"), None)
    it = next((c for c in be.lefts if c.dep_ == "nsubj" and c.tag_ == "PRP"), None) if be is not None else None
    that = next((child for child in verb.lefts if child.dep_ == "mark" and child.lower_ in words.that), None)
    if be is None or it is None or it.i + 1 != be.i or that is None or not be.i < that.i < verb.i:
        return False
    if any(child.dep_ not in (*_ADVERBIAL, "neg", "cc", "punct", "nsubj") for child in be.children):
        return False
    for child in [child for child in be.children if child != it and child.dep_ != "neg"]:
        child.head = verb
    be.dep_, that.head, that.dep_ = "dep", be, "dep"
    return True


def _cleft_subject(verb: Token, words: Words) -> bool:
    """ "It was Chad that broke off the talks": who it was that did this."""
    be, that = verb.head, verb.left_edge
    it = next((child for child in be.lefts if child.dep_ == "nsubj" and child.tag_ == "PRP"), None)
    who = next((c for c in be.rights if c.dep_ in ("acomp", "attr") and c.pos_ == "PROPN" and c.i < verb.i), None)
    if verb.dep_ != "ccomp" or be.lemma_ != "be" or it is None or it.i + 1 != be.i or who is None:
        return False
    if that.tag_ not in ("WDT", "WP") or that.dep_ not in SUBJECT or who.right_edge.i + 1 != that.i:
        return False
    for child in [child for child in be.children if child not in (it, verb, who)]:
        child.head = verb
    _as_main(verb, be)
    who.head, who.dep_, that.head, that.dep_ = verb, that.dep_, be, "dep"
    return True


def _not_until(verb: Token, words: Words) -> bool:
    """ "Not until 2014 did they restore relations": the "not" is the verb's; and the "did" that stands before its subject was
    taken for the main verb."""
    did = verb.head if verb.dep_ == "ccomp" and verb.head.lemma_ == "do" else verb
    until = next((child for child in did.lefts if child.dep_ == "prep" and child.lower_ in words.until), None)
    negation = next((child for child in until.lefts if child.dep_ == "neg"), None) if until is not None else None
    if negation is None or all(child.dep_ not in SUBJECT for child in verb.lefts):
        return False
    negation.head = verb
    if did == verb:
        return True
    for child in [child for child in did.children if child != verb]:
        child.head = verb
    verb.tag_ = "VB"
    _as_main(verb, did)
    did.dep_ = "aux"
    return True


def _took_until(verb: Token, words: Words) -> bool:
    """ "It took until 2014 for Chad to sign it", "it took Chad until 2014": says as much as that Chad did not sign it until then; the
    "took" is read as that "not"."""
    took = verb.head
    until = next((child for child in took.rights if child.dep_ == "prep" and child.lower_ in words.until), None)
    it = next((child for child in took.lefts if child.dep_ == "nsubj" and child.tag_ == "PRP"), None)
    to = next((child for child in verb.lefts if child.dep_ == "aux" and child.lower_ in words.to), None)
    if verb.dep_ not in ("xcomp", "advcl") or took.lemma_ != "take" or until is None or it is None or to is None:
        return False
    who = next((child for child in took.rights if child.dep_ in ("dobj", "dative") and child.i < until.i), None)
    own = any(child.dep_ in SUBJECT for child in verb.lefts)
    if until.i > verb.i or not (own or who is not None):
        return False
    if who is not None and not own:
        who.dep_ = "nsubj"
    for child in [child for child in took.children if child not in (it, verb)]:
        child.head = verb
    for child in [child for child in verb.lefts if child == to or child.dep_ == "mark"]:
        child.head, child.dep_ = took, "dep"
    verb.tag_ = "VBD"
    _as_main(verb, took)
    took.dep_ = "neg"
    return True


CLEFTS = (_cleft, _cleft_before, _cleft_subject, _not_until, _took_until)
