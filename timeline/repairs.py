"""Puts a parse right where its own grammar tells that it is wrong.

spaCy's small models hang a noun on what stands before it that is the subject of the verb behind ("signed the accord and
Belgium ratified it", "on Friday talks broke down"), read a past tense as a participle and a participle as a past tense, and
tear words apart at their hyphens. Each repair below looks at one verb, mends its kind of fault, and says whether it did.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from timeline.grammar import NOMINAL, SUBJECT

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True)
class Words:
    """What a repair must know of words: lemmas of verbs that govern what is to be done ("offer"), of verbs that something is
    done to ("free") and of verbs of saying, of nouns of people, names of days and months, nouns of events that look like
    verbs ("fighting"), and verbs of acts that name no event as nouns ("meet")."""

    own_acts: frozenset[str] = frozenset()
    undergone: frozenset[str] = frozenset()
    reporting: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    calendar: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()

    @classmethod
    def of(cls, tables: Mapping[str, Any]) -> Words:
        """The words of a language, from its tables (`lang/<code>/events.toml`)."""
        telling, nouns = tables["telling"], {word for kind in tables["nouns"].values() for word in kind}
        return cls(
            frozenset(telling["own_acts"]),
            frozenset(telling["undergone"]),
            frozenset(telling["reporting"]),
            frozenset((*tables["cast"]["people"], *tables["cast"]["pair_of_people"])),
            frozenset(tables["time"]["calendar"]),
            frozenset(nouns),
            frozenset(verb for kind in tables["verbs"].values() for verb in kind) - nouns,
        )


def repair(doc: Doc, words: Words) -> Doc:
    """The same parsed text, its tree put right."""
    from spacy.symbols import AUX, VERB, advcl, ccomp, conj  # numbers, which are compared much faster than their names

    dash = doc.vocab.strings["-"]
    for hyphen in doc[1:-1]:
        if hyphen.orth == dash and _is_torn(hyphen.nbor(-1), hyphen, hyphen.nbor(1)):
            _mend(hyphen.nbor(-1), hyphen, hyphen.nbor(1))
    if all(word.pos not in (VERB, AUX) for word in doc):
        any(_noun_for_the_verb(word, words) for word in doc)
    for verb in doc:
        if verb.dep == conj:
            _joined_noun(verb, words)
        if verb.pos not in (VERB, AUX) and verb.dep not in (ccomp, advcl):
            continue
        for mended in _ANYWHERE:
            mended(verb, words)
        if verb.head.i < verb.i:
            any(mended(verb, words) for mended in _BEHIND_ITS_HEAD)
    return doc


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


def _noun_for_the_verb(verb: Token, words: Words) -> bool:
    """ "Envoys of the army meet in Jeddah", "Brazil and Turkey broker a deal": the only verb of a headline, which was taken
    for the last noun of its subject."""
    if verb.tag_ not in ("NN", "NNS") or not verb.text.islower() or verb.lemma_ not in words.acts:
        return False
    name = verb.nbor(-1) if verb.i else verb
    root = next((word for word in verb.ancestors if word.dep_ == "ROOT"), verb)
    if name.head != verb or name.dep_ != "compound" or root == verb or name.pos_ not in NOMINAL:
        return False
    name.dep_ = verb.dep_
    for child in [c for c in verb.lefts if c != name]:
        child.head = name
    name.head, verb.head, verb.dep_ = verb.head, verb, "ROOT"
    for child in [c for c in root.children if c.dep_ in ("punct", "nsubj") and (c.i > verb.i or c.dep_ == "nsubj")]:
        child.head = verb
    root.head, root.dep_ = verb, "nsubj" if root.i < verb.i else "dobj"
    verb.pos_, verb.tag_ = "VERB", "VBP" if verb.tag_ == "NN" else "VBZ"
    return True


# ------------------------------------------------------------------------------------------- wherever a verb stands


def _noun_in_ing(verb: Token, words: Words) -> bool:
    """ "Fighting broke out overnight": a noun, which was taken for a clause."""
    if verb.dep_ != "csubj" or verb.tag_ != "VBG" or verb.lower_ not in words.nouns:
        return False
    if any(child.dep_ not in ("prep", "det", "amod", "compound", "poss", "punct") for child in verb.children):
        return False
    verb.dep_, verb.tag_, verb.pos_, verb.lemma_ = "nsubj", "NN", "NOUN", verb.lower_
    return True


def _name_before_its_verb(verb: Token, words: Words) -> bool:
    """ "Japan annexes Korea", "Peru and Chile sign a treaty": the subject was taken for a part of the verb's name, or the
    present for an infinitive."""
    if verb.tag_ not in ("VB", "VBZ", "VBP", "VBD") or any(c.dep_ in ("aux", "mark", "expl") for c in verb.children):
        return False
    name = verb.nbor(-1) if verb.i else verb
    if name.head == verb and name.dep_ in ("compound", "nmod") and name.pos_ == "PROPN":
        if any(child.dep_ in SUBJECT for child in verb.children):
            return False
        name.dep_ = "nsubj"
    elif verb.tag_ != "VB" or verb.dep_ != "ROOT" or not any(_is_plural(child) for child in verb.lefts):
        return False
    if verb.tag_ == "VB":
        verb.tag_ = "VBP"
    return True


def _is_plural(word: Token) -> bool:
    several = word.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in word.children)
    return word.dep_ == "nsubj" and several


def _joined_noun(noun: Token, words: Words) -> bool:
    """ "To leave Mali in April and hand over to a force in July": a verb with its particle, which was taken for a noun."""
    joined = noun.dep_ == "conj" and noun.tag_ == "NN" and noun.head.tag_ in ("VB", "VBP")
    if not joined or all(child.dep_ != "prt" for child in noun.children):
        return False
    noun.tag_, noun.pos_, noun.lemma_ = "VB", "VERB", noun.lower_
    return True


def _past_before_its_object(verb: Token, words: Words) -> bool:
    """ "Iran test-fired two missiles": a past tense that was taken for an adjective of its object; and "after Russia annexed
    Crimea, the EU extended": of the object that was taken for the main verb's subject."""
    if verb.tag_ != "VBD" or verb.dep_ != "amod":
        return False
    thing = verb.head
    before = [
        child for child in thing.lefts if child.dep_ in ("compound", "nmod", "poss") and child.i < verb.left_edge.i
    ]
    if not before or before[-1].pos_ not in NOMINAL:
        return False
    main = thing.head
    subject = next((child for child in thing.rights if child.dep_ == "appos" and child.i < main.i), None)
    if thing.dep_ == "ROOT":
        verb.head, verb.dep_ = verb, "ROOT"
        for child in [c for c in thing.rights if c.dep_ in ("prep", "punct", "acl", "advcl", "npadvmod", "cc", "conj")]:
            child.head = verb
    elif thing.dep_ in SUBJECT and subject is not None:
        verb.head, verb.dep_ = main, "advcl"
        subject.head, subject.dep_ = main, "nsubj"
        for child in [c for c in main.lefts if c.dep_ == "mark" and c.i < verb.i]:
            child.head = verb
        if main.tag_ == "VBN" and not any(child.dep_ == "auxpass" for child in main.children):
            main.tag_ = "VBD"
    else:
        return False
    before[-1].head, before[-1].dep_ = verb, "nsubj"
    thing.head, thing.dep_ = verb, "dobj"
    verb.pos_ = "VERB"
    return True


def _swallowed(verb: Token, words: Words) -> bool:
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


def _participle_as_main(verb: Token, words: Words) -> bool:
    """ "A truce agreed in April expired in October": the participle of the subject was taken for the main verb."""
    first, subject = verb.head, next((child for child in verb.head.lefts if child.dep_ == "nsubj"), None)
    if verb.tag_ != "VBD" or verb.dep_ != "ccomp" or first.tag_ != "VBN" or first.dep_ != "ROOT" or subject is None:
        return False
    if any(child.dep_ in (*SUBJECT, "mark", "aux", "auxpass") for child in verb.children) or verb.i < first.i:
        return False
    if any(child.dep_ in ("aux", "auxpass", "dobj") for child in first.children):
        return False
    for child in [c for c in first.children if c.i > verb.i]:
        child.head = verb
    verb.head, verb.dep_ = verb, "ROOT"
    subject.head, first.head, first.dep_ = verb, subject, "acl"
    return True


def _time_of_the_verb_before(verb: Token, words: Words) -> bool:
    """ "Visited Sanaa last April and Houthi envoys travelled": a time was hung on the subject behind the "and"."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    times = (c for c in subject.lefts if c.text in words.calendar and c.dep_ in ("nmod", "compound")) if subject else ()
    time = next(iter(times), None)
    joint = next((c for c in time.rights if c.dep_ == "cc"), None) if time is not None else None
    if verb.dep_ != "conj" or verb.head.i > verb.i or time is None or joint is None:
        return False
    time.head, time.dep_ = verb.head, "npadvmod"
    joint.head = verb.head
    return True


def _saying_at_the_end(verb: Token, words: Words) -> bool:
    """ "Peru accepted the plan of Chile's leader, a diplomat said on Monday": the main verb of saying and its subject were
    taken for an apposition to what is said."""
    subject, said = verb.head, verb.doc[0]
    if verb.dep_ != "acl" or subject.dep_ != "appos" or verb.lemma_ not in words.reporting:
        return False
    if verb.tag_ != "VBD" and (verb.tag_ != "VBN" or subject.lemma_ not in words.people):
        return False  # "the accord, a plan announced in May"
    while said.head != said:
        said = said.head
    if said.pos_ != "VERB" or said.i > subject.left_edge.i or verb.doc[subject.left_edge.i - 1].text != ",":
        return False
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    said.head, said.dep_ = verb, "ccomp"
    subject.head, subject.dep_ = verb, "nsubj"
    return True


def _dated_participle(verb: Token, words: Words) -> bool:
    """ "Halted the pipeline, completed in September, when ...": what was done to the noun before the comma, and not done by
    whoever halted it."""
    if verb.tag_ != "VBN" or verb.dep_ != "advcl" or verb.i == 0 or verb.head.i > verb.i or verb.nbor(-1).text != ",":
        return False
    dated = any(inner.text in words.calendar for p in verb.rights if p.dep_ == "prep" for inner in p.children)
    bound = any(child.dep_ in (*SUBJECT, "aux", "auxpass", "mark", "dobj", "agent") for child in verb.children)
    noun = verb.nbor(-2) if verb.i > 1 else verb
    while (
        noun.dep_ in ("nummod", "compound", "pobj", "prep", "amod", "appos")
        and noun.head.i > verb.head.i
        and noun.pos_ not in NOMINAL
    ):
        noun = noun.head
    if bound or not dated or noun.pos_ not in NOMINAL or noun.text in words.calendar:
        return False
    verb.head, verb.dep_ = noun, "acl"
    return True


def _joined_participle(verb: Token, words: Words) -> bool:
    """ "Must be ratified and put to a vote", "was seized and freed": no past tense, but what else is or was done."""
    first = verb.head
    if verb.tag_ != "VBD" or verb.dep_ != "conj" or first.tag_ != "VBN":
        return False
    if any(child.dep_ in (*SUBJECT, "aux", "auxpass") for child in verb.children):
        return False
    passive = next((child for child in first.children if child.dep_ == "auxpass"), None)
    done = verb.lemma_ in words.undergone and all(
        child.dep_ not in ("dobj", "xcomp", "ccomp") for child in verb.children
    )
    if passive is None or not (passive.tag_ == "VB" or done):
        return False
    verb.tag_ = "VBN"
    return True


def _subject_behind_a_time(verb: Token, words: Words) -> bool:
    """The subject right before a main verb that was hung on what stands before it, as if in one list or one name with that:
    "Hours earlier in Kabul, Esper and Ghani issued", "On Wednesday Azerbaijan arrested"."""
    if verb.tag_ != "VBD" or verb.dep_ != "ROOT":
        return False
    taken = any(child.dep_ in (*SUBJECT, "expl", "ccomp") for child in verb.children)
    noun = next((word for word in reversed(verb.doc[: verb.i]) if word.pos_ not in ("ADV", "AUX")), None)
    while noun is not None and noun.dep_ == "conj" and noun.head.dep_ == "conj" and noun.head.i < noun.i:
        noun = noun.head
    if taken or noun is None or noun.pos_ not in NOMINAL:
        return False
    if noun.dep_ == "pobj" and noun.head.head == verb:  # "Wednesday Azerbaijan"
        if noun.i == noun.head.i + 1 or noun.doc[noun.head.i + 1].text not in words.calendar:
            return False
    elif noun.dep_ == "conj" and noun.head.dep_ == "pobj":  # "Kabul, Esper"
        joint = any(child.dep_ == "cc" and child.i < noun.i for child in noun.head.children)
        if joint or noun.doc[noun.left_edge.i - 1].text != ",":
            return False
    else:
        return False
    for day in [child for child in noun.lefts if child.text in words.calendar]:
        day.head, day.dep_ = noun.head, "pobj"
    noun.head, noun.dep_ = verb, "nsubj"
    return True


def _second_subject(verb: Token, words: Words) -> bool:
    """The object that was taken for a second subject, behind the verb: "Cuba on Wednesday freed Gross, a contractor"."""
    if verb.tag_ != "VBD" or verb.pos_ != "VERB":
        return False
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    taken = any(child.dep_ in ("dobj", "ccomp", "xcomp", "expl") for child in verb.children)
    behind = [child for child in subjects if child.left_edge.i == verb.i + 1]
    if taken or not behind or subjects[0].i > verb.i:
        return False
    behind[0].dep_ = "dobj"
    return True


def _since_of_the_urging(verb: Token, words: Words) -> bool:
    """Since when somebody "has urged them to settle", which was hung on the settling."""
    bound = verb.tag_ == "VB" and verb.dep_ == "xcomp"
    have = bound and any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.head.children)
    since = next((c for c in verb.rights if have and c.dep_ == "prep" and c.lower_ == "since"), None)
    if since is None:
        return False
    since.head = verb.head
    return True


def _before_a_semicolon(verb: Token, words: Words) -> bool:
    """What stands before a semicolon is not said by what is behind it."""
    if verb.dep_ != "ccomp" or not any(word.text == ";" for word in verb.doc[verb.i : verb.head.i]):
        return False
    verb.dep_ = "parataxis"
    return True


# ------------------------------------------------------------------------------------------- behind what a verb hangs on


def _subject_of_the_next(verb: Token, words: Words) -> bool:
    """ "Signed the accord and Niger ratified it": the last noun of a list that ends right before a verb without a subject; no
    "and" joins that verb to another."""
    if verb.tag_ != "VBD" or verb.dep_ not in ("conj", "advcl"):
        return False
    if any(child.dep_ in (*SUBJECT, "cc", "mark", "expl") for child in verb.children):
        return False
    first = verb.left_edge.i  # what stands between, "on Friday" or "later", is the verb's own
    noun = verb.doc[first - 1] if first > verb.head.i + 1 else None
    while noun is not None and noun.dep_ != "conj" and verb.head.i < noun.head.i < first and noun.head.i != noun.i:
        noun = noun.head
    listed = noun is not None and noun.dep_ == "conj" and noun.pos_ in NOMINAL and noun.head.pos_ in NOMINAL
    if noun is None or not listed or noun.right_edge.i != first - 1 or noun.head.i < verb.head.i:
        return False
    before = noun.left_edge.i - 1
    joint = next((child for child in noun.head.children if child.dep_ == "cc" and child.i == before), None)
    if joint is None:
        return False
    joint.head, noun.head = verb.head, verb
    noun.dep_, verb.dep_ = "nsubj", "conj"
    return True


def _second_relative(verb: Token, words: Words) -> bool:
    """ "A treaty that parliament approved and that took effect in May": the second clause is the treaty's too."""
    if verb.dep_ != "conj":
        return False
    that = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.tag_ == "DT" and c.lower_ == "that"), None)
    if that is None or that.i == 0 or that.nbor(-1).pos_ != "CCONJ":
        return False
    first = next((word for word in reversed(verb.doc[: that.i]) if word.dep_ == "relcl"), None)
    if first is None:
        return False
    that.tag_, verb.head = "WDT", first
    return True


def _joined_to_an_infinitive(verb: Token, words: Words) -> bool:
    """ "Failed to oust him and called a vote": two past verbs are joined."""
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or verb.head.tag_ != "VB":
        return False
    above = verb.head
    while above.tag_ == "VB" and above.dep_ == "xcomp":
        above = above.head
    if above.tag_ == "VBD":
        verb.head = above
    return True


def _time_of_the_saying(clause: Token, words: Words) -> bool:
    """What stands right behind a verb and before the subject of the clause that it governs, with no "that" or comma
    between, is the verb's: "said on Friday he would go"."""
    if clause.dep_ != "ccomp":
        return False
    subject = next((child for child in clause.lefts if child.dep_ in SUBJECT), None)
    early = (c for c in clause.lefts if c.dep_ in ("prep", "npadvmod") and c.left_edge.i == clause.head.i + 1)
    first = next(early, None)
    if first is None or subject is None or first.right_edge.i + 1 != subject.left_edge.i:
        return False
    first.head = clause.head
    return True


def _set_off(clause: Token, words: Words) -> bool:
    """What a comma sets off before the conjunction of a clause: "signed it in May, weeks after voters had rejected it"."""
    if clause.dep_ != "advcl":
        return False
    mark = next((child for child in clause.lefts if child.dep_ == "mark"), None)
    comma = next((c.i for c in clause.lefts if mark is not None and c.text == "," and c.i < mark.i), None)
    others = [c for c in clause.lefts if comma is not None and c.dep_ == "prep" and c.i < comma]
    for other in others:
        other.head = clause.head
    return bool(others)


def _what_is_to_be_done(verb: Token, words: Words) -> bool:
    """The infinitive that a verb governs, taken for a purpose: "offered on Monday to resume talks", "called for both sides
    to hold fire"."""
    if verb.dep_ != "advcl" or verb.tag_ not in ("VB", "VBN"):
        return False
    alone = all(child.dep_ not in ("dobj", "xcomp", "ccomp") for child in verb.head.children)
    apart = any(word.text == "," for word in verb.doc[verb.head.i : verb.i])  # "agreed on Monday, only to think again"
    to_do = any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children)
    if not alone or apart or not to_do:
        return False
    marked = any(child.dep_ == "mark" and child.lower_ == "for" for child in verb.lefts)
    asked = marked and verb.head.pos_ == "VERB" and any(child.dep_ in SUBJECT for child in verb.lefts)
    if not asked and verb.head.lemma_ not in words.own_acts:
        return False
    verb.dep_ = "xcomp"
    return True


_ANYWHERE = (
    _name_before_its_verb, _noun_in_ing, _past_before_its_object, _participle_as_main, _time_of_the_verb_before, _swallowed, _saying_at_the_end, _dated_participle, _joined_participle, _subject_behind_a_time, _second_subject,
    _since_of_the_urging, _before_a_semicolon,
)  # fmt: skip
#: Of these the first that fits.
_BEHIND_ITS_HEAD = (
    _subject_of_the_next, _second_relative, _joined_to_an_infinitive, _time_of_the_saying, _set_off, _what_is_to_be_done,
)  # fmt: skip
