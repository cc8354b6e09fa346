"""Verbs that a parse takes for something else, or something else for a verb: a past tense for an adjective, a verb for a noun
and a name for a verb (of participles `participles` sees).

Each function looks at one verb, mends its kind of fault, and says whether it did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.parsing.grammar import NOMINAL, SUBJECT
from timeline.parsing.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Token


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


def course_as_noun(noun: Token, words: Words) -> bool:
    """ "May 15, 2015: Talks restart in Nicosia": that something begins or ends, which was taken for a noun made of both."""
    talks, top = noun.nbor(-1) if noun.i else noun, noun.head
    known = not words.nouns.isdisjoint(
        (talks.lemma_.lower(), talks.lower_.removesuffix("s"))
    )  # "Talks", read as a name
    several = talks.tag_ in ("NNS", "NNPS") and known and talks.head == noun
    if noun.tag_ not in ("NN", "VBP") or noun.lemma_ not in words.courses or not several or talks.dep_ != "compound":
        return False
    behind = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    if noun.dep_ not in ("ROOT", "appos") or (behind != noun and behind.pos_ not in ("ADP", "ADV", "PUNCT")):
        return False
    if noun.dep_ == "appos" and top.text not in words.calendar:
        return False
    noun.pos_, noun.tag_, talks.dep_ = "VERB", "VBP", "nsubj"
    for child in [child for child in noun.lefts if child != talks and child.dep_ in ("amod", "compound", "det")]:
        child.head = talks
    if noun.dep_ == "appos":
        noun.dep_ = top.dep_
        noun.head = noun if top.dep_ == "ROOT" else top.head
        top.head, top.dep_ = noun, "npadvmod"
    return True


def verb_within_a_name(verb: Token, words: Words) -> bool:
    """ "Turkey halts trade with Israel", "Turkey halts talks": the verb of a headline, which was taken for a part of its object's
    name, or for the subject of an object that looks like a verb."""
    name, thing = verb.nbor(-1) if verb.i else verb, verb.head
    if verb.tag_ != "NNS" or not verb.text.islower() or verb.lemma_ not in words.acts or thing.i < verb.i:
        return False
    if thing.dep_ != "ROOT" or name.pos_ != "PROPN" or name.dep_ != "compound":
        return False
    part = verb.dep_ == "compound" and name.head in (thing, verb) and thing.pos_ in NOMINAL
    does = verb.dep_ in ("nsubj", "compound") and name.head == verb and thing.tag_ == "VBZ" and thing.i == verb.i + 1
    if not (part or does):
        return False
    for child in [c for c in thing.children if c.i < name.i or c.dep_ == "punct"]:
        child.head = verb
    name.head, name.dep_ = verb, "nsubj"
    verb.head, verb.dep_, verb.tag_, verb.pos_ = verb, "ROOT", "VBZ", "VERB"
    thing.head, thing.dep_ = verb, "dobj"
    if does:
        thing.tag_, thing.pos_ = "NNS", "NOUN"
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
    several = any(_is_plural(child) for child in noun.lefts)
    if noun.dep_ == "ROOT" and noun.tag_ == "NN" and several and does:
        # "Sweden and Finland hand in their applications"
        noun.tag_, noun.pos_ = "VBP", "VERB"
        return True
    if noun.dep_ == "ROOT" and noun.tag_ == "NN" and name.tag_ == "CD" and name.dep_ == "nummod" and does:
        for child in [child for child in noun.lefts if child.dep_ == "det"]:
            child.head = name  # "The two sign a pact"
        noun.tag_, noun.pos_, noun.lemma_ = "VBP", "VERB", verb
        name.head, name.dep_ = noun, "nsubj"
        for child in [child for child in noun.rights if child.dep_ == "appos"]:
            child.dep_ = "dobj"
        return True
    acts = any(child.dep_ == "conj" and child.tag_ in ("VB", "VBP") for child in noun.rights)
    doers = name.dep_ == "compound" and name.tag_ == "NNS" and name.head == noun
    if noun.dep_ == "ROOT" and noun.tag_ == "NN" and acts and doers:  # "Fighters land on it and seize it"
        for child in [child for child in noun.lefts if child != name]:
            child.head = name
        noun.tag_, noun.pos_, name.dep_ = "VBP", "VERB", "nsubj"
        return True
    told = noun.dep_ == "ROOT" and noun.tag_ == "NNS" and noun.text.islower() and does
    named = name.head == noun and name.dep_ in ("compound", "nsubj") and (name.pos_ == "PROPN" or name.text.istitle())
    kinds = ("prep", "dobj", "appos")
    if not told or not named or not any(c.dep_ in kinds and c.left_edge.i == noun.i + 1 for c in noun.rights):
        return False
    for child in [child for child in noun.rights if child.dep_ == "appos" and child.left_edge.i == noun.i + 1]:
        child.dep_ = "dobj"
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


def _behind_a_noun(verb: Token, words: Words) -> bool:
    """ "A pact on ceasefire monitoring on Tuesday": a noun behind another, which was taken for what that does."""
    noun, times = (
        verb.nbor(-1) if verb.i else verb,
        [c for c in verb.rights if any(w.text in words.calendar for w in (c, *c.children))],
    )
    if verb.dep_ != "acl" or verb.lower_ not in words.in_ing or noun.dep_ != "pobj" or noun.tag_ != "NN":
        return False
    if verb.head not in (noun, noun.head.head) or any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in verb.children):
        return False
    clause = next((word for word in noun.ancestors if word.pos_ == "VERB"), noun)
    verb.head, verb.dep_, verb.tag_, verb.pos_, verb.lemma_ = noun.head, noun.dep_, "NN", "NOUN", verb.lower_
    noun.head, noun.dep_ = verb, "compound"
    for child in times if clause != noun else ():
        child.head = clause
    return True


def _subject_in_s(verb: Token, words: Words) -> bool:
    """ "Accession talks with the EU have been frozen", "said in May that talks had begun": a noun in the plural, which was
    taken for a verb, and "that" for its subject."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECT]
    that = next((child for child in subjects if child.i + 1 == verb.i and child.lower_ in words.that), None)
    if verb.tag_ != "VBZ" or verb.dep_ not in ("nsubj", "nsubjpass") or subjects not in ([], [that]):
        return False
    if that is not None:
        that.head, that.dep_, that.tag_, that.pos_ = verb.head, "mark", "IN", "SCONJ"
    verb.tag_, verb.pos_, verb.lemma_ = "NNS", "NOUN", verb.lower_.removesuffix("s")
    return True


def _particle_of_failing(verb: Token, words: Words) -> bool:
    """ "The deal fell through on Tuesday", "fell through Wednesday", "fell apart": the particle was taken for a preposition, with
    nothing or a day behind it."""
    for child in verb.rights:
        days = [inner for inner in child.children if inner.text in words.calendar and child.i == verb.i + 1]
        if (
            f"{verb.lemma_} {child.lower_}" not in words.failing
            or child.dep_ == "prt"
            or len([*child.children]) > len(days)
        ):
            continue
        for day in days:
            day.head, day.dep_ = verb, "npadvmod"
        child.dep_ = "prt"
        return True
    return False


def _noun_behind_that(verb: Token, words: Words) -> bool:
    """ "Told reporters that talks over a tranche had begun": the subject of what is said was taken for its verb, and "that" for
    the subject."""
    that = next((child for child in verb.lefts if child.tag_ == "WDT" and child.dep_ in SUBJECT), None)
    main = next((c for c in verb.head.rights if c.dep_ == verb.dep_ == "ccomp" and c.i > verb.i), None)
    if that is None or main is None or verb.tag_ != "VBZ" or verb.lemma_ not in words.nouns:
        return False
    if any(child.dep_ in (*SUBJECT, "mark") for child in main.lefts) or verb.right_edge.i + 1 != main.left_edge.i:
        return False
    verb.head, verb.dep_ = main, "nsubj"
    return _subject_in_s(verb, words)


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
    elif verb.tag_ == "VBZ" and name.head == verb and name.dep_ == "compound" and name.tag_ == "NN":
        if any(child.dep_ in SUBJECT for child in verb.children):
            return False
        for child in [child for child in verb.lefts if child.dep_ in ("det", "amod", "poss") and child.i < name.i]:
            child.head = name
        name.dep_ = "nsubj"  # "the full assembly votes"
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
    main = thing.head
    if verb.tag_ == "VBN":  # "Trump hosted Merkel"
        # "Chad hosted talks.", "Chad cancelled talks planned for May."
        others = (word for word in verb.doc if word.pos_ in ("VERB", "AUX") and word != verb)
        alone = all(word.dep_ == "acl" and word.head == thing for word in others)
        named = before[-1].i == verb.i - 1 and before[-1].text[0].isupper() and (thing.pos_ == "PROPN" or alone)
        if thing.dep_ != "ROOT" or not named or any(child.dep_ == "det" for child in thing.lefts):
            return False
        verb.tag_ = "VBD"
    subject = next((child for child in thing.rights if child.dep_ == "appos" and child.i < main.i), None)
    if thing.dep_ == "ROOT":
        verb.head, verb.dep_ = verb, "ROOT"
        listed = any(child.dep_ == "conj" and child.pos_ in NOMINAL for child in thing.rights)
        of_the_verb = ("prep", "punct", "acl", "advcl", "npadvmod", *(() if listed else ("cc", "conj")))
        for child in [c for c in thing.rights if c.dep_ in of_the_verb]:
            child.head = thing if child.dep_ == "acl" and child.i == thing.i + 1 else verb  # "talks planned for May"
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
    """ "Walked out in May, erected barricades in June and left", "closed borders and froze assets": a past tense of a list, taken
    for an adjective of its object."""
    thing = verb.head
    shared = thing.head if thing.dep_ == "conj" and thing.head.dep_ == "dobj" else thing
    joint = verb.nbor(-1) if verb.i else verb
    if verb.tag_ == "VBD" and verb.dep_ == "amod" and shared != thing and joint.dep_ == "cc" and joint.head == shared:
        verb.head, verb.dep_, verb.pos_, joint.head = shared.head, "conj", "VERB", shared.head
        thing.head, thing.dep_ = verb, "dobj"
        return True
    if verb.tag_ not in ("VBN", "VBD") or verb.dep_ != "amod" or thing.dep_ != "dep" or thing.head.i > verb.i:
        return False
    if thing.head.tag_ != "VBD" or thing.left_edge != verb.left_edge or verb.left_edge.nbor(-1).text != ",":
        return False
    verb.head, verb.dep_, verb.tag_, verb.pos_ = thing.head, "conj", "VBD", "VERB"
    for child in [c for c in thing.rights if c.dep_ in ("prep", "npadvmod")]:
        child.head = verb
    thing.head, thing.dep_ = verb, "dobj"
    return True


def verb_behind_a_time(noun: Token, words: Words) -> bool:
    """ "Will travel to Lima from Sunday and host a minister on Monday": an infinitive joined to another, which was taken for a noun
    joined to the day."""
    day = noun.head
    verb = next((word for word in day.ancestors if word.pos_ == "VERB"), None)
    bound = verb is not None and verb.tag_ == "VB" and any(child.tag_ in ("MD", "TO") for child in verb.lefts)
    bare = all(child.dep_ not in ("det", "amod", "poss", "compound") for child in noun.lefts)
    if noun.dep_ != "conj" or noun.tag_ != "NN" or day.text not in words.calendar or not bound or not bare:
        return False
    if verb is None or noun.lower_ not in words.acts:
        return False
    noun.tag_, noun.pos_, noun.lemma_ = "VB", "VERB", noun.lower_
    for joint in [child for child in day.rights if child.dep_ == "cc"]:
        joint.head = verb
    for child in [child for child in (*verb.rights, *day.head.rights) if child.i > noun.i]:
        child.head, child.dep_ = noun, "dobj" if child.dep_ == "pobj" else child.dep_
    noun.head = verb
    return True


def one_of_its_kind(word: Token, words: Words) -> bool:
    """ "A summit was held in May, and another is planned", "praised the next one": what stands for the event that its sentence
    told before has that one's lemma."""
    roles = (*SUBJECT, "dobj")
    described = any(child.dep_ in ("det", "amod") for child in word.lefts)
    partial = any(child.lower_ == "of" for child in word.rights)
    pair = {
        other.lower_
        for other in (word.doc[max(0, word.i - 2)], word.doc[min(word.i + 2, len(word.doc) - 1)])
        if other != word
    }
    if word.dep_ not in (*roles, "pobj", "attr") or partial or pair & words.one:  # "one on one"
        return False
    told = [other for other in word.doc[: word.left_edge.i] if other.dep_ in roles and other.pos_ in NOMINAL]
    event = next((other for other in reversed(told) if other.lemma_ in words.nouns), None)
    if event is None or not (described or event == told[-1]):
        return False
    word.lemma_, word.pos_, word.tag_ = event.lemma_, "NOUN", "NN"
    return True


def present_as_noun(verb: Token, words: Words) -> bool:
    """ "Later that month, the bloc issues 13 demands": a present that was taken for a noun, though it has a subject and an object."""
    kinds = {child.dep_ for child in verb.children}
    if verb.tag_ != "NNS" or verb.dep_ != "ROOT" or not {"nsubj", "dobj"} <= kinds or not verb.text.islower():
        return False
    verb.pos_, verb.tag_ = "VERB", "VBZ"
    return True


def _present_without_tense(verb: Token, words: Words) -> bool:
    """ "The exiles, a council of several groups, release details": the only verb, taken for an infinitive."""
    if verb.tag_ != "VB" or verb.dep_ != "ROOT" or all(child.dep_ != "nsubj" for child in verb.lefts):
        return False
    if any(child.dep_ in ("aux", "auxpass") for child in verb.children):
        return False
    verb.tag_ = "VBD" if verb.lemma_ in words.unchanged else "VBP"
    return True


def _present_before_whom(verb: Token, words: Words) -> bool:
    """ "Chad and Mali press Tehran to suspend it": the main verb, taken for the first part of a name that is to do it."""
    whom = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    to = any(child.dep_ == "aux" and child.lower_ in words.to for child in verb.lefts)
    if verb.tag_ != "VB" or verb.dep_ != "ROOT" or whom is None or not to:
        return False
    main = next((child for child in whom.lefts if child.tag_ == "NN" and child.lemma_ in words.asks), None)
    if main is None or not main.text.islower():
        return False
    hung = (c for c in (*whom.lefts, *verb.lefts, *main.lefts) if c.i < main.i and c.pos_ in NOMINAL)
    who = next((child for child in hung if child.dep_ in ("nsubj", "nmod")), None)
    if who is None:
        return False
    for child in [c for c in (*verb.children, *whom.lefts) if c.i < main.i or (c.dep_ == "punct" and c.i > verb.i)]:
        child.head = main
    main.head, main.dep_, main.pos_, main.tag_ = main, "ROOT", "VERB", "VBP"
    whom.head, whom.dep_, who.head, who.dep_ = main, "dobj", main, "nsubj"
    verb.head, verb.dep_ = main, "xcomp"
    return True


def _unwelcome_as_verb(verb: Token, words: Words) -> bool:
    """ "Declared two envoys persona non grata": what they are declared, which was taken for a verb and its object."""
    if verb.lemma_ not in words.proclaiming:
        return False
    what = next((word for word in verb.subtree if word.lower_ in words.unwelcome and word.i > verb.i), None)
    if what is None or (what.dep_ == "oprd" and what.head == verb):
        return False
    whom = next((child for child in what.lefts if child.dep_ == "nsubj"), None)
    hung = [*what.rights, *(inner for child in what.rights if child.dep_ == "dobj" for inner in child.rights)]
    for child in [child for child in hung if child.dep_ in ("prep", "npadvmod", "advmod", "advcl", "agent")]:
        child.head = verb
    what.head, what.dep_, what.pos_, what.tag_ = verb, "oprd", "NOUN", "NN"
    if whom is not None:
        whom.head, whom.dep_ = verb, "dobj"
    return True


#: What is looked for wherever a verb stands, in this order.
MISREAD = (
    _unwelcome_as_verb, _present_without_tense, _present_before_whom, _joined_present, _name_as_verb, _subject_in_s, _noun_behind_that, _particle_of_failing, _name_before_its_verb, _noun_in_ing, _behind_a_noun, _past_before_its_object, _one_of_several,
)  # fmt: skip
