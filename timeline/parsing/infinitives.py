"""Infinitives that a parse hangs on the wrong word, or takes for a purpose: what is offered, asked or threatened.

Each function looks at one verb, mends its kind of fault, and says whether it did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.parsing.grammar import SUBJECT
from timeline.parsing.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Token

_BESIDE = 5  # words before an infinitive in which the noun stands that is to take place


def joined_to_an_infinitive(verb: Token, words: Words) -> bool:
    """ "Failed to oust him and called a vote", "warned that nobody could win, and repeated it": two past verbs are joined."""
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or verb.head.tag_ != "VB":
        return False
    above = verb.head
    while above.tag_ == "VB" and above.dep_ in ("xcomp", "ccomp"):
        above = above.head
    if above.tag_ == "VBD":
        verb.head = above
    return True


def _what_a_letter_threatens(verb: Token, words: Words) -> bool:
    """ "Threatened in a letter to destroy its economy": the infinitive is what was threatened, not the letter's."""
    letter = (
        verb.head.head if verb.head.dep_ == "acl" and verb.head.tag_ == "VBN" else verb.head
    )  # "dated May 3 to destroy"
    act = letter.head.head if letter.dep_ == "pobj" else letter
    to_do = any(child.dep_ == "aux" and child.lower_ in words.to for child in verb.children)
    if (
        verb.dep_ not in ("acl", "xcomp", "advcl")
        or verb.tag_ != "VB"
        or not to_do
        or letter.lemma_ not in words.documents
    ):
        return False
    if act.pos_ != "VERB" or act.lemma_ not in words.own_acts or any(c.dep_ in ("dobj", "xcomp") for c in act.rights):
        return False
    verb.head, verb.dep_ = act, "xcomp"
    return True


def _what_is_to_be_done(verb: Token, words: Words) -> bool:
    """The infinitive that a verb governs, taken for a purpose: "offered on Monday to resume talks", "called for both sides
    to hold fire"."""
    if verb.dep_ != "advcl" or verb.tag_ not in ("VB", "VBN"):
        return False
    whom = [child for child in verb.head.rights if child.dep_ in ("dobj", "xcomp", "ccomp")]
    named = len(whom) == 1 and whom[0].dep_ == "dobj" and whom[0].pos_ in ("PROPN", "PRON") and whom[0].i < verb.i
    made = named and verb.head.lemma_ in words.makes_others
    alone = not whom or made  # "led Chad to recall its envoy"
    apart = any(word.text == "," for word in verb.doc[verb.head.i : verb.i])  # "agreed on Monday, only to think again"
    to_do = any(child.dep_ == "aux" and child.lower_ in words.to for child in verb.children)
    if not alone or apart or not to_do:
        return False
    marked = any(child.dep_ == "mark" and child.lower_ == "for" for child in verb.lefts)
    asked = marked and verb.head.pos_ == "VERB" and any(child.dep_ in SUBJECT for child in verb.lefts)
    if not asked and not made and verb.head.lemma_ not in words.own_acts:
        return False
    verb.dep_ = "xcomp"
    return True


def _what_is_to_be_held(verb: Token, words: Words) -> bool:
    """ "Agreements for elections to be held by May": what is to be held stands right before that."""
    to = next((child for child in verb.lefts if child.lower_ in words.to), None)
    noun = to.nbor(-1) if to is not None and to.i else verb
    passive = any(child.dep_ == "auxpass" for child in verb.lefts)
    if verb.tag_ != "VBN" or not passive or verb.dep_ not in ("relcl", "acl") or noun.lemma_ not in words.nouns:
        return False
    if noun == verb.head or noun.pos_ != "NOUN" or not verb.head.is_ancestor(noun):
        return False
    verb.head, verb.dep_ = noun, "acl"
    for by in [
        child
        for child in verb.rights
        if child.dep_ == "agent" and any(w.text in words.calendar for w in child.children)
    ]:
        by.dep_ = "prep"
    return True


def _what_is_to_take_place(verb: Token, words: Words) -> bool:
    """ "Came ahead of a meeting on Cyprus to take place in May": the meeting is to, and not who came."""
    to = next((child for child in verb.lefts if child.lower_ in words.to), None)
    place = any(child.dep_ == "dobj" and f"{verb.lemma_} {child.lower_}" in words.occurs for child in verb.rights)
    if verb.tag_ != "VB" or verb.dep_ not in ("advcl", "xcomp") or to is None or to.i != verb.i - 1 or not place:
        return False
    before = verb.doc[max(0, to.i - _BESIDE) : to.i]
    noun = next((w for w in reversed(before) if w.pos_ == "NOUN" and w.lemma_ in words.nouns), None)
    if noun is None or noun.dep_ not in ("pobj", "dobj") or any(w.is_punct for w in verb.doc[noun.i : to.i]):
        return False
    verb.head, verb.dep_ = noun, "acl"
    return True


def _who_is_to_do_it(verb: Token, words: Words) -> bool:
    """ "Angela Merkel to visit Paris", the headline: what a name is to do, which was taken for what that is like."""
    who, to = verb.head, next((child for child in verb.lefts if child.lower_ in words.to), None)
    if verb.tag_ != "VB" or verb.dep_ not in ("advcl", "relcl", "acl") or to is None or to.i != verb.i - 1:
        return False
    named = who.dep_ == "ROOT" and who.pos_ == "PROPN" and verb.doc[who.left_edge.i] == verb.doc[0]
    beside = [child for child in who.rights if child.i < to.i and child.dep_ not in ("punct", "cc", "conj", "appos")]
    if not named or beside or verb.doc[-1].text == "." or any(w.tag_ in ("VBD", "VBZ", "VBP", "MD") for w in verb.doc):
        return False
    behind = [child for child in who.rights if child.i > verb.i]
    verb.head, verb.dep_, who.head, who.dep_ = verb, "ROOT", verb, "nsubj"
    for child in behind:
        child.head = verb
    return True


#: Of these the first that fits.
INFINITIVES = (
    _what_a_letter_threatens,
    _what_is_to_be_done,
    _what_is_to_take_place,
    _what_is_to_be_held,
    _who_is_to_do_it,
)
