"""Puts a parse right where its own grammar tells that it is wrong.

spaCy's small models take a noun in front of a verb for the end of a list (in "signed the accord and Belgium ratified it"
Belgium would have been signed), hang a time behind a verb of saying on what is said ("said on Friday he would go"), and
tear a word apart at its hyphen, each piece doing what the whole does (in "the co-founder died" two subjects die). What
is offered or decided "on Monday to do" is a purpose to them, a past verb behind an infinitive joined to that, and what stands before a semicolon said by what is behind.
"""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from timeline.grammar import NOMINAL, SUBJECT

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def repair(doc: Doc, acts: Container[str] = (), calendar: Container[str] = ()) -> Doc:
    """The same parsed text, its tree put right; `acts` are the lemmas of verbs that govern what is to be done ("offer"),
    `calendar` the names of days and months."""
    for hyphen in doc[1:-1]:
        if hyphen.text == "-" and _is_torn(hyphen.nbor(-1), hyphen, hyphen.nbor(1)):
            _mend(hyphen.nbor(-1), hyphen, hyphen.nbor(1))
    for verb in doc:
        if verb.tag_ == "VBD" and verb.dep_ == "acl" and (inner := _swallowed(verb)) is not None:
            _unnest(verb, inner)
        if verb.tag_ == "VBD" and verb.dep_ == "conj" and _shares_passive(verb):
            verb.tag_ = "VBN"
        if verb.tag_ == "VBD" and verb.dep_ == "ROOT" and (noun := _behind_a_time(verb, calendar)) is not None:
            for day in [child for child in noun.lefts if child.text in calendar]:
                day.head, day.dep_ = noun.head, "pobj"
            noun.head, noun.dep_ = verb, "nsubj"
        if (second := _second_subject(verb)) is not None:
            second.dep_ = "dobj"
        if (since := _since(verb)) is not None:
            since.head = verb.head
        if verb.dep_ == "ccomp" and any(word.text == ";" for word in doc[verb.i : verb.head.i]):
            verb.dep_ = "parataxis"
        if verb.head.i >= verb.i:
            continue
        if verb.tag_ == "VBD" and verb.dep_ in ("conj", "advcl") and (noun := _lost_subject(verb)) is not None:
            _give(verb, noun)
        elif verb.dep_ == "conj" and verb.tag_ == "VBD" and verb.head.tag_ == "VB":
            verb.head = _finite(verb.head)
        elif verb.dep_ == "ccomp" and (early := _early(verb)) is not None:
            early.head = verb.head
        elif verb.dep_ == "advcl" and (others := _set_off(verb)):
            for other in others:
                other.head = verb.head
        elif verb.dep_ == "advcl" and (_is_asked(verb) or (verb.head.lemma_ in acts and _is_to_be_done(verb))):
            verb.dep_ = "xcomp"
    return doc


def _swallowed(verb: Token) -> Token | None:
    """The verb of a relative clause that was taken for a participle, while the main verb was taken for that clause's:
    "the accord that the two countries signed in May lifted an embargo"."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    marked = any(child.dep_ == "mark" and child.tag_ in ("IN", "WDT") for child in verb.lefts)
    if subject is None or not marked or verb.head.dep_ != "ROOT" or verb.head.pos_ not in NOMINAL:
        return None
    return next((c for c in subject.rights if c.dep_ == "acl" and c.tag_ == "VBN" and c.i < verb.i), None)


def _unnest(verb: Token, inner: Token) -> None:
    noun, subject = verb.head, inner.head
    for mark in [child for child in verb.lefts if child.dep_ == "mark"]:
        mark.head, mark.dep_ = inner, "dobj"
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head, noun.dep_ = verb, "nsubj"
    inner.head, inner.dep_, inner.tag_ = noun, "relcl", "VBD"
    subject.head = inner
    for child in [c for c in noun.children if c.dep_ == "punct" and c.i > verb.i]:
        child.head = verb


def _shares_passive(verb: Token) -> bool:
    """Whether a verb shares what another is to be: "must be ratified and put to a vote" has no past tense."""
    first = verb.head
    own = any(child.dep_ in (*SUBJECT, "aux") for child in verb.children)
    return not own and first.tag_ == "VBN" and any(c.dep_ == "auxpass" and c.tag_ == "VB" for c in first.children)


def _behind_a_time(verb: Token, calendar: Container[str]) -> Token | None:
    """The subject right before a main verb that was hung on what stands before it, as if in one list or one name with that:
    "Hours earlier in Kabul, Esper and Ghani issued", "On Wednesday Azerbaijan arrested"."""
    if any(child.dep_ in (*SUBJECT, "expl", "ccomp") for child in verb.children):
        return None
    noun = next((word for word in reversed(verb.doc[: verb.i]) if word.pos_ not in ("ADV", "AUX")), None)
    while noun is not None and noun.dep_ == "conj" and noun.head.dep_ == "conj" and noun.head.i < noun.i:
        noun = noun.head
    if noun is None or noun.pos_ not in NOMINAL:
        return None
    if noun.dep_ == "pobj" and noun.head.head == verb:
        return noun if noun.doc[noun.head.i + 1].text in calendar and noun.i > noun.head.i + 1 else None
    if noun.dep_ != "conj" or noun.head.dep_ != "pobj":
        return None
    comma = noun.doc[noun.left_edge.i - 1].text == ","
    joint = any(child.dep_ == "cc" and child.i < noun.i for child in noun.head.children)
    return noun if comma and not joint else None


def _second_subject(verb: Token) -> Token | None:
    """The object that was taken for a second subject, behind the verb: "Cuba on Wednesday freed Gross, a contractor"."""
    if verb.tag_ != "VBD" or verb.pos_ != "VERB":
        return None
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    taken = any(child.dep_ in ("dobj", "ccomp", "xcomp", "expl") for child in verb.children)
    behind = [child for child in subjects if child.left_edge.i == verb.i + 1]
    return behind[0] if behind and subjects[0].i < verb.i and not taken else None


def _since(verb: Token) -> Token | None:
    """Since when somebody "has urged them to settle", which was hung on the settling."""
    bound = verb.tag_ == "VB" and verb.dep_ == "xcomp"
    have = bound and any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.head.children)
    return next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ == "since"), None) if have else None


def _finite(verb: Token) -> Token:
    """The past verb that an infinitive hangs on: "failed to oust him and called a vote" joins two past verbs."""
    above = verb
    while above.tag_ == "VB" and above.dep_ == "xcomp":
        above = above.head
    return above if above.tag_ == "VBD" else verb


def _set_off(clause: Token) -> list[Token]:
    """What a comma sets off before the conjunction of a clause: "signed it in May, weeks after voters had rejected it"."""
    mark = next((child for child in clause.lefts if child.dep_ == "mark"), None)
    comma = next((c.i for c in clause.lefts if mark is not None and c.text == "," and c.i < mark.i), None)
    return [] if comma is None else [c for c in clause.lefts if c.dep_ == "prep" and c.i < comma]


def _is_to_be_done(verb: Token) -> bool:
    """Whether an infinitive is the object of the verb that it hangs on, which has no other."""
    alone = all(child.dep_ not in ("dobj", "xcomp", "ccomp") for child in verb.head.children)
    apart = any(word.text == "," for word in verb.doc[verb.head.i : verb.i])  # "agreed on Monday, only to think again"
    return alone and not apart and any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children)


def _is_asked(verb: Token) -> bool:
    """Whether an infinitive with "for" and a subject of its own is what is called for: "called for both to hold fire"."""
    marked = any(child.dep_ == "mark" and child.lower_ == "for" for child in verb.lefts)
    return (
        marked
        and verb.head.pos_ == "VERB"
        and any(child.dep_ in SUBJECT for child in verb.lefts)
        and _is_to_be_done(verb)
    )


def _is_torn(first: Token, hyphen: Token, last: Token) -> bool:
    """Whether both pieces of a word written with a hyphen hang on one word in one way, or the first on the last."""
    whole = not first.whitespace_ and not hyphen.whitespace_
    alike = first.head == last.head and first.dep_ == last.dep_ and first.head != first
    return whole and (alike or first.head == last)


def _mend(first: Token, hyphen: Token, last: Token) -> None:
    """Hangs the first piece, and what hangs on that, on the last one."""
    for child in list(first.children):
        child.head = last
    if first.head == last:
        return
    first.head, hyphen.head = last, last
    first.dep_, hyphen.dep_ = "compound", "punct"
    if first.pos_ in NOMINAL and last.pos_ == "ADJ":
        last.pos_, last.tag_ = first.pos_, first.tag_  # "the counter-offensive"


def _lost_subject(verb: Token) -> Token | None:
    """The last noun of a list that ends right before a verb without a subject: no "and" joins that verb to another."""
    if any(child.dep_ in (*SUBJECT, "cc", "mark", "expl") for child in verb.children):
        return None
    first = verb.left_edge.i  # what stands between, "on Friday" or "later", is the verb's own
    noun = verb.doc[first - 1] if first > verb.head.i + 1 else None
    while noun is not None and noun.dep_ != "conj" and verb.head.i < noun.head.i < first and noun.head.i != noun.i:
        noun = noun.head
    listed = noun is not None and noun.dep_ == "conj" and noun.pos_ in NOMINAL and noun.head.pos_ in NOMINAL
    if noun is None or not listed or noun.right_edge.i != first - 1 or noun.head.i < verb.head.i:
        return None
    return noun if _joint(noun) is not None else None


def _joint(noun: Token) -> Token | None:
    """The "and" right before the last noun of a list."""
    before = noun.left_edge.i - 1
    return next((child for child in noun.head.children if child.dep_ == "cc" and child.i == before), None)


def _give(verb: Token, noun: Token) -> None:
    joint, above = _joint(noun), verb.head
    assert joint is not None
    joint.head, noun.head = above, verb
    noun.dep_, verb.dep_ = "nsubj", "conj"


def _early(clause: Token) -> Token | None:
    """What stands right behind a verb and before the subject of the clause that it governs, with no "that" or comma
    between: it belongs to the verb."""
    subject = next((child for child in clause.lefts if child.dep_ in SUBJECT), None)
    before = (
        child for child in clause.lefts if child.dep_ in ("prep", "npadvmod") and child.left_edge.i == clause.head.i + 1
    )
    first = next(before, None)
    return (
        first if first is not None and subject is not None and first.right_edge.i + 1 == subject.left_edge.i else None
    )
