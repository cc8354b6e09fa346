"""Relative clauses that a parse takes for the main one, or the main verb for a part of one.

Each function looks at one verb, mends its kind of fault, and says whether it did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.parsing.grammar import NOMINAL, SUBJECT
from timeline.parsing.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Token


def make_main(verb: Token, subject: Token) -> None:
    """Makes a participle the past main verb of its sentence."""
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    subject.head, subject.dep_ = verb, "nsubj"


def swallowed(verb: Token, words: Words) -> bool:
    """ "The accord that the two countries signed in May lifted an embargo": the verb of the relative clause was taken for a
    participle, and the main verb for that clause's."""
    if verb.tag_ != "VBD" or verb.dep_ != "acl":
        return False
    noun, subject = verb.head, next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    marks = [child for child in verb.lefts if child.dep_ == "mark" and child.tag_ in ("IN", "WDT")]
    if subject is None or not marks:
        return False
    inner = next((c for c in subject.rights if c.dep_ == "acl" and c.tag_ == "VBN" and c.i < verb.i), None)
    if inner is None or noun.dep_ != "ROOT" or noun.pos_ not in NOMINAL:
        return False
    for mark in marks:
        mark.head, mark.dep_ = inner, "dobj"
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head, noun.dep_ = verb, "nsubj"
    inner.head, inner.dep_, inner.tag_ = noun, "relcl", "VBD"
    subject.head = inner
    for child in [c for c in noun.children if c.dep_ == "punct" and c.i > verb.i]:
        child.head = verb
    return True


def main_beyond_a_relative(verb: Token, words: Words) -> bool:
    """ "Peacekeepers, who had come in 2020, left in June.", "A case over the springs, which it had brought, ended": the main
    verb, taken for a participle behind a relative clause."""
    noun, doc = verb.head, verb.doc
    if verb.tag_ not in ("VBN", "VBD") or verb.dep_ != "acl" or verb.nbor(-1).text != "," or doc[-1].text != ".":
        return False
    aside = any(c.dep_ == "relcl" and c.i < verb.i and doc[c.left_edge.i - 1].text == "," for c in noun.rights)
    top = noun
    while top.dep_ in ("pobj", "prep") and top.head.i < top.i:
        top = top.head
    whole = top.dep_ == "ROOT" and top.pos_ in NOMINAL
    if not aside or not whole or any(child.dep_ in ("agent", "dobj", *SUBJECT) for child in verb.children):
        return False
    make_main(verb, top)
    return True


def main_behind_a_relative(verb: Token, words: Words) -> bool:
    """ "Gunmen who took ten hostages freed two children.": the main verb, taken for a participle of what the relative clause before
    it ends with, though it has an object."""
    doc, top = verb.doc, verb.sent.root
    thing = next((c for c in verb.rights if c.dep_ == "dobj" and c.pos_ in NOMINAL), None)
    if verb.tag_ not in ("VBN", "VBD") or verb.dep_ != "acl" or verb.head.i != verb.i - 1 or doc[-1].text != ".":
        return False
    if thing is None or not any(c.dep_ in ("det", "poss", "nummod") for c in thing.lefts) or top.pos_ not in NOMINAL:
        return False
    relative = next((w for w in verb.ancestors if w.dep_ == "relcl"), None)
    within = {w.i for w in relative.subtree} if relative is not None else set()
    told = [w for w in doc if w.tag_ in ("VBD", "VBZ", "VBP", "MD") and w != verb]
    if relative is None or any(w.i not in within for w in told) or any(c.dep_ == "agent" for c in verb.rights):
        return False
    make_main(verb, top)
    for child in [c for c in top.children if c.i > verb.i]:
        child.head = verb
    return True


def participle_in_a_relative(verb: Token, words: Words) -> bool:
    """ "Violence in the country, where troops backed by a force launched a raid": the participle of the subject was taken for the
    verb of the relative clause, and that for one joined to what is before, or for the main one ("Talks stalled in the country,
    where ...")."""
    inside = (w for w in verb.doc[: verb.i] if w.dep_ == "relcl" and w.right_edge.i == verb.i - 1)
    first = next((w for w in inside if any(c.dep_ == "agent" for c in w.rights)), None)
    who = next((c for c in first.lefts if c.dep_ == "nsubj" and c.pos_ in NOMINAL), None) if first is not None else None
    if first is None or who is None or first.i != who.i + 1 or verb.tag_ != "VBD":
        return False
    own = [child for child in verb.lefts if child.dep_ in ("cc", *SUBJECT, "mark", "punct")]
    main = next((w for w in first.ancestors if w.dep_ == "acl" and w.head in own), None)
    if main is not None and verb.dep_ == "ROOT" and len(own) == 1:
        make_main(main, own[0])
        for child in [child for child in verb.rights if child.is_punct]:
            child.head = main
    elif verb.dep_ not in ("conj", "ccomp") or own:
        return False
    verb.head, verb.dep_ = first.head, "relcl"
    for child in [child for child in first.lefts if child != who]:
        child.head = verb
    who.head, first.head, first.dep_, first.tag_ = verb, who, "acl", "VBN"
    return True
