"""What stands between commas, or behind one, and was taken for the main clause: who says it, what a participle adds.

Each function looks at one verb, mends its kind of fault, and says whether it did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.parsing.grammar import NOMINAL, SUBJECT
from timeline.parsing.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Token


def _saying_at_the_end(verb: Token, words: Words) -> bool:
    """ "Peru accepted the plan of Chile's leader, a diplomat said on Monday": the main verb of saying and its subject were
    taken for an apposition to what is said, or that verb for what else was done ("will expel 23 diplomats, May told Parliament")."""
    subject, said = verb.head, verb.doc[0]
    if verb.dep_ == "conj" and verb.i > 1 and verb.nbor(-1).dep_ == "appos":
        joined = any(child.dep_ == "cc" for child in verb.head.rights if child.i < verb.i)
        subject = verb.head if joined or any(c.dep_ in SUBJECT for c in verb.children) else verb.nbor(-1)
    elif verb.dep_ != "acl":
        return False
    if subject.dep_ != "appos" or verb.lemma_ not in words.reporting:
        return False
    if verb.tag_ != "VBD" and (verb.tag_ != "VBN" or subject.lemma_ not in words.people):
        return False  # "the accord, a plan announced in May"
    while said.head != said:
        said = said.head
    if said.pos_ != "VERB" or said.i > subject.left_edge.i or verb.doc[subject.left_edge.i - 1].text != ",":
        return False
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    subject.head, subject.dep_ = verb, "nsubj"
    said.head, said.dep_ = verb, "ccomp"
    return True


def _aside_as_main(verb: Token, words: Words) -> bool:
    """ "The talks of the Group, set up in 1992, led nowhere": a participle between commas was taken for the main verb, and that
    for its participle."""
    main = next((c for c in verb.rights if c.dep_ == "advcl" and c.tag_ in ("VBN", "VBD")), None)
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if verb.tag_ != "VBN" or verb.dep_ != "ROOT" or main is None or subject is None:
        return False
    if verb.nbor(-1).text != "," or main.nbor(-1).text != "," or any(c.dep_ in ("aux", "auxpass") for c in verb.lefts):
        return False
    if any(child.dep_ in (*SUBJECT, "aux", "auxpass", "mark") for child in main.children):
        return False
    noun = verb.nbor(-2)
    verb.head, verb.dep_ = (noun if noun.pos_ in NOMINAL else subject), "acl"
    main.head, main.dep_, main.tag_ = main, "ROOT", "VBD"
    subject.head = main
    for child in [c for c in verb.rights if c.i > main.i]:
        child.head = main
    return True


def _apart_from_the_saying(verb: Token, words: Words) -> bool:
    """ "Chad, officials said on Monday, attacked Mali", "Chad, the report said on Monday, sold arms": what is told was taken for all that
    is said, or who says it for who did it."""
    doc, who = verb.doc, next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if verb.dep_ == "ccomp" and who is None and verb.head.i < verb.i:
        said = verb.head
        who = next((c for c in reversed([*said.lefts]) if c.dep_ == "nsubj"), None)
    else:
        told = (c for c in who.rights if c.dep_ == "acl" and c.tag_ in ("VBN", "VBD")) if who is not None else ()
        said = next((c for c in told), verb)
    if who is None or said == verb or said.lemma_ not in words.reporting or not who.i < said.i < verb.i:
        return False
    first, opens = who.left_edge, [child for child in verb.lefts if not child.is_punct]
    behind = min((child.left_edge.i for child in opens if child.i > said.i), default=verb.i)
    if first.i < 2 or first.nbor(-1).text != "," or doc[behind - 1].text != ",":
        return False
    name = doc[first.i - 2]
    if name.head not in (said, verb, who) or name.left_edge.i != 0:
        return False
    if name.pos_ not in NOMINAL and name.text[:1].isupper():
        name.pos_, name.tag_ = "PROPN", "NNP"
    passive = any(child.dep_ == "auxpass" for child in verb.lefts)
    if verb.dep_ == "ccomp":
        verb.head, verb.dep_ = (verb, "ROOT") if said.dep_ == "ROOT" else (said.head, said.dep_)
    name.head, name.dep_ = verb, "nsubjpass" if passive else "nsubj"
    who.head, who.dep_, said.head, said.dep_, said.tag_ = said, "nsubj", verb, "parataxis", "VBD"
    return True


ASIDES = (_aside_as_main, _saying_at_the_end, _apart_from_the_saying)
