"""Passives that a parse takes for what somebody does: their "was" was left out, or stands with another verb.

Each function looks at one verb, mends its kind of fault, and says whether it did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.parsing.grammar import NOMINAL
from timeline.parsing.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOLD = ("ROOT", "parataxis", "conj")
_NO_PASSIVE = ("aux", "auxpass", "mark", "dobj", "ccomp", "xcomp", "attr", "acomp", "oprd", "dative", "nsubjpass")


def headline_passive(verb: Token, words: Words) -> bool:
    """ "Envoy expelled.", "Peace treaty signed in Moscow.": what was done to the first noun of a headline, which was taken for
    what that did, or for a part of its description."""
    alone = verb.dep_ == "acl" and verb.head.dep_ == "ROOT" and verb.head.pos_ in NOMINAL and verb.head.i < verb.i
    thing = verb.head if alone else next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if verb.tag_ not in ("VBD", "VBN") or not (alone or verb.dep_ in _TOLD) or thing is None:
        return False
    if thing.pos_ not in NOMINAL or any(child.dep_ in ("det", "poss") for child in thing.lefts):
        return False
    if any(child.dep_ in _NO_PASSIVE for child in verb.children):
        return False
    if any(word.dep_ == "dobj" for other in verb.conjuncts for word in other.rights):
        return False  # "Rebels wounded and killed ten"
    if alone:
        if thing.left_edge.i > verb.sent.start or any(
            child.i > verb.i and not child.is_punct for child in thing.rights
        ):
            return False
        verb.head, verb.dep_, thing.head, thing.dep_ = verb, "ROOT", verb, "nsubj"
        for child in [child for child in thing.rights if child.i > verb.i]:
            child.head = verb
    elif verb.tag_ == "VBD":
        doer = thing.pos_ == "PROPN" and thing.lower_ not in words.nouns
        doer = doer or thing.lemma_ in words.people | words.bodies
        verbs = words.undergone if doer else words.undergone | words.done
        particle = next((f" {child.lower_}" for child in verb.rights if child.dep_ == "prt"), "")
        by = any(child.dep_ == "agent" for child in verb.rights)
        if not by and f"{verb.lemma_}{particle}" not in verbs:
            return False
    thing.dep_, verb.tag_ = "nsubjpass", "VBN"
    return True


def shared_passive(verb: Token, words: Words) -> bool:
    """ "13 people were killed and more than 50 wounded", "was jailed in 2011, freed in 2014 and elected", "was held in 2011, later
    jailed by a court": they share the "was"."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    passive = verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.head.lefts) and verb.head.i < verb.i
    bound = any(child.dep_ in ("aux", "auxpass", "dobj", "ccomp", "xcomp", "mark") for child in verb.children)
    if not passive or bound:
        return False
    later = verb.i > 1 and verb.nbor(-1).dep_ == "advmod" and verb.nbor(-1).head == verb
    if verb.dep_ == "advcl" and verb.nbor(-2 if later else -1).text == "," and subject is None:
        listed = later or any(child.dep_ == "conj" and child.tag_ == "VBN" for child in verb.rights)
        verb.dep_ = "conj" if listed else verb.dep_
        return listed
    if verb.dep_ != "conj" or subject is None:
        return False
    subject.dep_ = "nsubjpass"
    return True


def done_to_his(verb: Token, words: Words) -> bool:
    """ "Was shot by rebels and his body found on Monday": what was done to his, taken for one more of those who did the first."""
    thing = verb.nbor(-1) if verb.i else verb
    his = any(child.dep_ == "poss" and child.tag_ == "PRP$" for child in thing.lefts)
    if verb.tag_ != "VBN" or verb.dep_ != "acl" or thing.dep_ != "conj" or not his:
        return False
    by = thing.head.head
    if (
        verb.head not in (thing, thing.head)
        or by.dep_ != "agent"
        or any(child.dep_ in ("agent", "dobj") for child in verb.rights)
    ):
        return False
    joint = next((child for child in thing.head.rights if child.dep_ == "cc"), None)
    verb.head, verb.dep_, thing.head, thing.dep_ = by.head, "conj", verb, "nsubjpass"
    if joint is not None:
        joint.head = by.head
    return True


def done_to_what_is_seen(verb: Token, words: Words) -> bool:
    """ "Hopes to see it ratified", "had the envoy arrested": what was done to it, which was taken for who did it."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if verb.tag_ != "VBN" or verb.dep_ != "ccomp" or verb.head.lemma_ not in words.let or subject is None:
        return False
    if any(child.dep_ in ("aux", "auxpass", "dobj", "mark") for child in verb.children) or verb.head.i > subject.i:
        return False
    subject.dep_ = "nsubjpass"
    return True
