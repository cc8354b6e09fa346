"""Verbs that a parse takes for something else, or something else for a verb: a past tense for a participle and a participle
for a past tense, a verb for a noun, the main verb for one of what it says.

Each function looks at one verb, mends its kind of fault, and says whether it did.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from timeline.grammar import NOMINAL, SUBJECT

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Words:
    """What a repair must know of words: lemmas of verbs that govern what is to be done ("offer"), of verbs that something is
    done to ("free"), that describe as participles ("dressed in") and of saying, of nouns of people, titles before a name and the departments in them, particles
    inside one ("von"), names of days and months, nouns of days ("anniversary"), verbs of what something does alone, units of time, adverbs behind a verb ("hands over"), bonds between states ("ties"), nouns of events that look like verbs ("fighting"), verbs of acts that name no event as nouns ("meet"),
    and verbs with the preposition that makes acts of them ("head to").
    """

    own_acts: frozenset[str] = frozenset()
    undergone: frozenset[str] = frozenset()
    described: frozenset[str] = frozenset()
    happening: frozenset[str] = frozenset()
    reporting: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    departments: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    calendar: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    bonds: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    idioms: frozenset[str] = frozenset()

    @classmethod
    def of(cls, tables: Mapping[str, Any]) -> Words:
        """The words of a language, from its tables (`lang/<code>/events.toml`)."""
        telling, nouns = tables["telling"], {word for kind in tables["nouns"].values() for word in kind}
        return cls(
            frozenset(telling["own_acts"]),
            frozenset(telling["undergone"]),
            frozenset(telling["described"]),
            frozenset(telling["happening"]),
            frozenset(telling["reporting"]),
            frozenset((*tables["cast"]["people"], *tables["cast"]["pair_of_people"])),
            frozenset(tables["actors"]["titles"]),
            frozenset(tables["actors"]["departments"]),
            frozenset(tables["actors"]["particles"]),
            frozenset(tables["time"]["calendar"]),
            frozenset(tables["time"]["days"]),
            frozenset(tables["time"]["units"]),
            frozenset(tables["headline"]["adverbs"]),
            frozenset(tables["cast"]["bonds"]),
            frozenset(nouns),
            frozenset(verb for kind in tables["verbs"].values() for verb in kind) - nouns,
            frozenset(tables["with_preposition"]),
        )


def noun_for_the_verb(verb: Token, words: Words) -> bool:
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


def _joined_present(verb: Token, words: Words) -> bool:
    """ "The two meet and sign a pact": two presents, of which the second was taken for an infinitive."""
    bound = any(child.dep_ in ("aux", "mark", *SUBJECT) for child in verb.children)
    if verb.tag_ != "VB" or verb.dep_ != "conj" or verb.head.tag_ != "VBP" or bound:
        return False
    verb.tag_ = "VBP"
    return True


def _name_as_verb(verb: Token, words: Words) -> bool:
    """ "Trump steps into the zone": a name that opens a sentence was taken for an imperative, and its verb for the object."""
    first = verb.i == 0 or all(word.is_space or word.is_punct for word in verb.doc[: verb.i])
    noun = next((child for child in verb.rights if child.dep_ == "dobj" and child.i == verb.i + 1), None)
    if not first or verb.tag_ != "VB" or verb.dep_ != "ROOT" or not verb.text.istitle() or noun is None:
        return False
    if noun.tag_ != "NNS" or not any(child.dep_ == "prep" for child in noun.rights):
        return False
    noun.head, noun.dep_, noun.tag_, noun.pos_ = noun, "ROOT", "VBZ", "VERB"
    for child in [c for c in verb.rights if c != noun]:
        child.head = noun
    verb.head, verb.dep_, verb.tag_, verb.pos_, verb.lemma_ = noun, "nsubj", "NNP", "PROPN", verb.text
    return True


def noun_as_root(noun: Token, words: Words) -> bool:
    """ "The North hands over the remains.", "Xi leaves for Moscow": the main verb was taken for a noun, with its subject as a part
    of its name."""
    name = noun.nbor(-1) if noun.i else noun
    behind = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    verb = noun.lower_.removesuffix("s")
    does = not words.acts.isdisjoint((noun.lemma_, verb)) or f"{verb} {behind.lower_}" in words.idioms
    does = does or behind.lower_ in words.adverbs
    told = noun.dep_ == "ROOT" and noun.tag_ == "NNS" and noun.text.islower() and does
    named = name.head == noun and name.dep_ in ("compound", "nsubj") and (name.pos_ == "PROPN" or name.text.istitle())
    if not told or not named or not any(c.dep_ in ("prep", "dobj") and c.i == noun.i + 1 for c in noun.rights):
        return False
    for child in [c for c in noun.lefts if c != name and c.i < name.i]:
        child.head = name
    name.dep_, noun.tag_, noun.pos_ = "nsubj", "VBZ", "VERB"
    noun.lemma_ = noun.lemma_ if noun.lemma_ in words.acts else verb
    return True


def _noun_in_ing(verb: Token, words: Words) -> bool:
    """ "Fighting broke out overnight": a noun, which was taken for a clause."""
    if verb.dep_ != "csubj" or verb.tag_ != "VBG" or verb.lower_ not in words.nouns:
        return False
    if any(child.dep_ not in ("prep", "det", "amod", "compound", "poss", "punct") for child in verb.children):
        return False
    verb.dep_, verb.tag_, verb.pos_, verb.lemma_ = "nsubj", "NN", "NOUN", verb.lower_
    return True


def _subject_in_s(verb: Token, words: Words) -> bool:
    """ "Accession talks with the EU have been frozen": a noun in the plural, which was taken for a verb."""
    if verb.tag_ != "VBZ" or verb.dep_ not in ("nsubj", "nsubjpass") or any(c.dep_ in SUBJECT for c in verb.children):
        return False
    verb.tag_, verb.pos_, verb.lemma_ = "NNS", "NOUN", verb.lower_.removesuffix("s")
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


def joined_noun(noun: Token, words: Words) -> bool:
    """ "To leave Mali in April and hand over to a force in July": a verb with its particle, which was taken for a noun."""
    joined = noun.dep_ == "conj" and noun.tag_ == "NN" and noun.head.tag_ in ("VB", "VBP")
    if not joined or all(child.dep_ != "prt" for child in noun.children):
        return False
    noun.tag_, noun.pos_, noun.lemma_ = "VB", "VERB", noun.lower_
    return True


def infinitive_as_noun(noun: Token, words: Words) -> bool:
    """ "Is due to chair the conference": an infinitive that was taken for a noun."""
    to = next((child for child in noun.lefts if child.tag_ in ("TO", "IN") and child.dep_ == "aux"), None)
    if noun.tag_ != "NN" or noun.dep_ != "xcomp" or to is None or to.i != noun.i - 1:
        return False
    noun.tag_, noun.pos_, noun.lemma_ = "VB", "VERB", noun.lower_
    return True


def _past_before_its_object(verb: Token, words: Words) -> bool:
    """ "Iran test-fired two missiles": a past tense that was taken for an adjective of its object; and "after Russia annexed
    Crimea, the EU extended": of the object that was taken for the main verb's subject."""
    if verb.dep_ not in ("amod", "compound") or verb.tag_ not in (("VBD", "VBN") if verb.dep_ == "amod" else ("VBD",)):
        return False
    thing = verb.head
    before = [
        child for child in thing.lefts if child.dep_ in ("compound", "nmod", "poss") and child.i < verb.left_edge.i
    ]
    before = before or [child for child in verb.lefts if child.dep_ == "nsubj"]  # "Chad retook Moundou"
    if not before or before[-1].pos_ not in NOMINAL:
        return False
    if verb.tag_ == "VBN":  # "Trump hosted Merkel"
        alone = all(word.pos_ not in ("VERB", "AUX") or word == verb for word in verb.doc)  # "Chad hosted talks."
        named = before[-1].i == verb.i - 1 and before[-1].text[0].isupper() and (thing.pos_ == "PROPN" or alone)
        if thing.dep_ != "ROOT" or not named or any(child.dep_ == "det" for child in thing.lefts):
            return False
        verb.tag_ = "VBD"
    main = thing.head
    subject = next((child for child in thing.rights if child.dep_ == "appos" and child.i < main.i), None)
    if thing.dep_ == "ROOT":
        verb.head, verb.dep_ = verb, "ROOT"
        listed = any(child.dep_ == "conj" and child.pos_ in NOMINAL for child in thing.rights)
        of_the_verb = ("prep", "punct", "acl", "advcl", "npadvmod", *(() if listed else ("cc", "conj")))
        for child in [c for c in thing.rights if c.dep_ in of_the_verb]:
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


def _one_of_several(verb: Token, words: Words) -> bool:
    """ "Walked out in May, erected barricades in June and left": a past tense of a list, taken for an adjective of its object."""
    thing = verb.head
    if verb.tag_ not in ("VBN", "VBD") or verb.dep_ != "amod" or thing.dep_ != "dep" or thing.head.i > verb.i:
        return False
    if thing.head.tag_ != "VBD" or thing.left_edge != verb.left_edge or verb.left_edge.nbor(-1).text != ",":
        return False
    verb.head, verb.dep_, verb.tag_, verb.pos_ = thing.head, "conj", "VBD", "VERB"
    for child in [c for c in thing.rights if c.dep_ in ("prep", "npadvmod")]:
        child.head = verb
    thing.head, thing.dep_ = verb, "dobj"
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


def _main_as_participle(verb: Token, words: Words) -> bool:
    """ "The truce, declared in May and broken in July, is expected to hold": the participles of the subject were taken for
    its verb, and that for what they declare."""
    if verb.tag_ not in ("VBD", "VBN") or verb.i < 2 or verb.nbor(-1).text != ",":
        return False
    if verb.dep_ == "acl" and verb.head.i == verb.i - 2 and all(c.dep_ not in SUBJECT for c in verb.children):
        verb.tag_ = "VBN"
        return True
    last = verb.nbor(-2)
    last = last.head if last.dep_ == "nummod" else last  # "Resolution 2397, adopted on Friday, gave"
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj" and child == last), None)
    loose = all(child.dep_ != "cc" for child in verb.rights)  # "truces, agreed in May, were broken"
    kinds = ("ccomp", "conj") if loose else ("ccomp",)
    behind = next((child for child in verb.rights if child.dep_ in kinds and child.pos_ in ("VERB", "AUX")), None)
    before = verb.dep_ in ("parataxis", "ccomp") and verb.head.dep_ == "ROOT" and verb.head.i > verb.i
    beside = verb.head if before else None
    main = behind if verb.dep_ == "ROOT" else beside
    first = min((c.i for c in main.lefts if c.i > verb.i and not c.is_punct), default=main.i) if main is not None else 0
    if subject is None or main is None or main.doc[first - 1].text != ",":
        return False
    if any(child.dep_ in (*SUBJECT, "mark", "expl") for child in main.children):
        return False
    passive = any(child.dep_ == "auxpass" for child in main.children)
    for child in [c for c in verb.children if c.i > main.i]:
        child.head = main
    main.head, main.dep_ = main, "ROOT"
    subject.head, subject.dep_ = main, "nsubjpass" if passive else "nsubj"
    verb.head, verb.dep_ = subject, "acl"
    for participle in (verb, *(c for c in verb.conjuncts if c.tag_ == "VBD" and c.dep_ == "conj")):
        participle.tag_ = "VBN"
    for other in [child for child in verb.rights if child.dep_ == "advcl" and child.tag_ == "VBN"]:
        other.dep_ = "conj"
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


def _make_main(verb: Token, subject: Token) -> None:
    """Makes a participle the past main verb of its sentence."""
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    subject.head, subject.dep_ = verb, "nsubj"


def _last_of_two_participles(verb: Token, words: Words) -> bool:
    """ "Talks under the Group, set up in 1992, led nowhere": the main verb was taken for a second participle."""
    noun, doc = verb.head, verb.doc
    first = next((c for c in noun.rights if c.dep_ == "acl" and c.tag_ == "VBN" and c.i < verb.i), None)
    if verb.tag_ != "VBN" or verb.dep_ != "acl" or noun.dep_ != "ROOT" or first is None or not doc[-1].is_punct:
        return False
    if verb.nbor(-1).text != "," or first.nbor(-1).text != "," or any(c.dep_ in ("agent", "cc") for c in verb.children):
        return False
    _make_main(verb, noun)
    beside = first.nbor(-2)
    first.head = beside if beside.pos_ in NOMINAL else noun
    return True


def _only_verb(verb: Token, words: Words) -> bool:
    """ "The bloc named a quartet led by Chad.": the main verb of a sentence that has no other was taken for a participle of its
    subject, though it has an object, or is one that nothing undergoes ("Tension flared in May, when ...")."""
    noun, doc = verb.head, verb.doc
    if verb.tag_ not in ("VBN", "VBD") or verb.dep_ != "acl" or noun.dep_ != "ROOT" or noun.pos_ not in NOMINAL:
        return False
    thing = next((c for c in verb.rights if c.dep_ in ("dobj", "oprd") and c.pos_ in NOMINAL), None)
    whole = doc[-1].text == "." and all(
        word.tag_ not in ("VBD", "VBZ", "VBP", "MD") or word.dep_ == "acl" for word in doc
    )
    told = thing is not None and whole and any(c.dep_ in ("det", "poss") for c in thing.lefts)
    if not told and not (thing is None and doc[-1].text == "." and verb.lemma_ in words.happening):
        return False
    if any(child.dep_ in ("agent", *SUBJECT) for child in verb.children) or noun.left_edge.i > verb.i:
        return False
    _make_main(verb, noun)
    if thing is not None:
        thing.dep_ = "dobj"
    for child in [c for c in noun.children if c.i > verb.i]:
        child.head = verb
    return True


def _main_beyond_a_relative(verb: Token, words: Words) -> bool:
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
    _make_main(verb, top)
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
    _make_main(verb, subject)
    said.head, said.dep_ = verb, "ccomp"
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


def _participle_of_its_noun(verb: Token, words: Words) -> bool:
    """ "The consensus agreed in Jakarta": what hangs on a noun and has no subject is no past tense."""
    if verb.tag_ != "VBD" or verb.dep_ != "acl" or any(child.dep_ in SUBJECT for child in verb.children):
        return False
    verb.tag_ = "VBN"
    return True


#: What is looked for wherever a verb stands, in this order.
MISREAD = (
    _joined_present, _name_as_verb, _subject_in_s, _name_before_its_verb, _main_as_participle, _aside_as_main, _last_of_two_participles, _only_verb, _main_beyond_a_relative, _noun_in_ing, _past_before_its_object, _one_of_several, _participle_as_main, _swallowed, _saying_at_the_end, _joined_participle, _participle_of_its_noun,
)  # fmt: skip
