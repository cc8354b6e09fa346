"""Names that a parse joins wrongly: two people who were taken for one, one for two, or one for somebody else.

Each function looks at one verb (`name_of_an_office` at one name), mends its kind of fault, and says whether it did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.parsing.grammar import SUBJECT
from timeline.parsing.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Token

_ACRONYM = 3  # letters of a name in capitals, at least, that a number follows


def roman_one(word: Token) -> bool:
    """ "START I was signed": the number of a name in capitals, which was taken for who speaks."""
    name = word.nbor(-1) if word.i else word
    if word.tag_ != "PRP" or word.text != "I" or name.tag_ != "NNP" or not name.text.isupper() or len(name) < _ACRONYM:
        return False
    verb = word.head
    if word.dep_ in SUBJECT and name.dep_ == "pobj":
        return False  # "In PARIS I met him"
    if word.is_ancestor(name):
        name.head, name.dep_ = verb if verb != word else name, word.dep_
    elif word.dep_ in SUBJECT and verb != name:
        if name.is_ancestor(verb):
            verb.head, verb.dep_ = name.head if name.head != name else verb, name.dep_
        name.head, name.dep_ = verb, word.dep_
    word.head, word.dep_, word.tag_, word.pos_ = name, "nummod", "CD", "NUM"
    return True


def name_of_an_office(name: Token, words: Words) -> bool:
    """ "Talks between Peru and EU chief Jane Doe began", "Putin, who met Qatar's emir, Sheikh Tamim, on Monday, hailed": a name
    right behind an office is that person's, and what follows it is said of the same verb."""
    if _is_of_whom_the_phrase_tells(name, words):
        return True
    first = name.left_edge.i
    behind = name.doc[first - 1] if first > 1 else name
    office = behind.nbor(-1) if behind.text == "," else behind
    if name.pos_ != "PROPN" or name.head == office or office.tag_ != "NN" or office.lemma_ not in words.people:
        return False
    taken = name.head.i > office.i or any(child.dep_ == "appos" for child in office.rights)
    if taken or office.head == name or name.is_ancestor(office):
        return False
    clause = next((word for word in office.ancestors if word.pos_ == "VERB"), None)
    if clause is not None and clause.dep_ == "relcl" and clause.is_ancestor(office) and clause.head == name.head:
        for phrase in [c for c in name.head.rights if c.dep_ == "prep" and c.i > name.i]:
            phrase.head = clause
    name.head = office
    return True


def _is_of_whom_the_phrase_tells(name: Token, words: Words) -> bool:
    """ "The UN envoy for Syria, Staffan de Mistura, resigned": a name of several words between commas is that of the envoy, and no
    other word for what stands behind the "for"."""
    first, last = name.left_edge, name.doc[name.right_edge.i + 1 : name.right_edge.i + 2].text
    several = first.pos_ == "PROPN" and first.head == name and first.dep_ == "compound" and first.i < name.i
    if name.pos_ != "PROPN" or not several or first.i < 2 or first.nbor(-1).text != "," or last not in (",", "."):
        return False
    above = name.head
    while above.dep_ == "pobj" and above.head.dep_ == "prep" and above.lemma_ not in words.people:
        above = above.head.head
    person = above.pos_ == "NOUN" and above.lemma_ in words.people
    beyond = any(child.dep_ == "appos" or (child.i > name.i and not child.is_punct) for child in above.rights)
    if above == name.head or not person or beyond:
        return False
    name.head = above
    return True


def _joined_to_a_foreign_name(verb: Token, words: Words) -> bool:
    """ "Merkel and France's Emmanuel Macron met": the first name was taken for an owner of the second."""
    for noun in [child for child in verb.children if child.dep_ in ("nsubj", "dobj") and child.pos_ == "PROPN"]:
        first = next((c for c in noun.lefts if c.dep_ == "poss" and c.pos_ == "PROPN"), None)
        country = next((c for c in first.rights if c.dep_ == "conj"), None) if first is not None else None
        joint = next((c for c in first.rights if c.dep_ == "cc"), None) if first is not None else None
        if first is None or country is None or joint is None or all(c.dep_ != "case" for c in country.children):
            continue
        first.dep_, first.head = noun.dep_, verb
        noun.dep_, noun.head = "conj", first
        country.dep_, country.head = "poss", noun
        return True
    return False


def _joined_to_a_long_name(verb: Token, words: Words) -> bool:
    """ "After Tebboune and French President Emmanuel Macron spoke", "Sunak and Ursula von der Leyen met": the first name was
    taken for a part of the second, which has a title or a particle; so in "with Minister Jane Doe and Minister Ana Rojas"."""
    own = [child for child in verb.children if child.dep_ in (*SUBJECT, "dobj")]
    phrases = [p for w in (verb, *own) for p in w.rights if p.dep_ in ("prep", "agent")]
    behind = [c for p in phrases for c in p.children if c.dep_ == "pobj"]
    for noun in [word for word in (*own, *behind) if word.pos_ == "PROPN"]:
        start = noun.left_edge.i
        joint = next((w for w in reversed(noun.doc[start + 1 : noun.i]) if w.dep_ == "cc"), None)
        second = noun.doc[joint.i + 1 : noun.i] if joint is not None else ()
        if joint is None or all(w.text not in words.titles and w.text not in words.particles for w in second):
            continue
        first = joint.nbor(-1)
        part = first.pos_ != "PROPN" or first.text in words.titles or first.text in words.departments
        if part or joint.head.i > joint.i or any(w.is_punct and w.text != "-" for w in noun.doc[joint.i : noun.i]):
            continue
        first.dep_, first.head = noun.dep_, noun.head
        for word in noun.doc[start : joint.i]:
            if word != first and not start <= word.head.i < joint.i:
                word.head, word.dep_ = first, "compound"
        for word in noun.doc[joint.i + 1 : noun.i]:
            if word.head.i < joint.i:
                word.head, word.dep_ = noun, "compound"
        joint.head = first
        noun.dep_, noun.head = "conj", first
        return True
    return False


def _two_offices_of_one(verb: Token, words: Words) -> bool:
    """ "Vice President and Foreign Minister Jane Doe resigned": one person, who was taken for two."""
    for office in [c for c in verb.children if c.dep_ in (*SUBJECT, "dobj") and c.text in words.titles]:
        name = next((c for c in office.rights if c.dep_ == "conj" and c.pos_ == "PROPN"), None)
        titled = name is not None and any(c.text in words.titles for c in name.lefts)
        if name is None or not titled or any(c.dep_ in ("det", "poss") for c in office.lefts):
            continue
        name.dep_, name.head = office.dep_, verb
        office.dep_, office.head = "compound", name
        for joint in [c for c in office.rights if c.dep_ == "cc"]:
            joint.head = name
        return True
    return False


def _list_beyond_an_article(verb: Token, words: Words) -> bool:
    """ "Yemen, the Maldives and Libya followed": the first name of a list was hung on the verb beside the others."""
    for last in [c for c in verb.lefts if c.dep_ == "nsubj" and c.left_edge.dep_ == "det" and c.left_edge.i > 1]:
        first, comma = verb.doc[last.left_edge.i - 2], verb.doc[last.left_edge.i - 1]
        listed = any(w.dep_ == "cc" and w.head.pos_ == "PROPN" for w in verb.doc[last.left_edge.i : last.i + 2])
        own = first.head == verb and first.pos_ == "PROPN" and first.dep_ in ("nsubj", "npadvmod")
        if not own or comma.text != "," or not listed or first.text in words.calendar:
            continue
        first.dep_, last.dep_, last.head = "nsubj", "conj", first
        return True
    return False


def _office_behind_a_name(verb: Token, words: Words) -> bool:
    """ "At the invitation of the Prime Minister of India, Narendra Modi, the Prime Minister of Japan, Fumio Kishida, paid a
    visit": a name is that of the office right before it, and who did something holds the office behind it."""
    for name in [child for child in verb.lefts if child.dep_ in SUBJECT and child.pos_ == "PROPN"]:
        first = name.doc[name.left_edge.i].i
        if first < 2 or name.nbor(-1).text in words.titles or name.doc[first - 1].text != ",":
            continue
        own = name.doc[first - 2]
        while own.text not in words.titles and own.head.i < own.i and own.dep_ in ("pobj", "prep", "compound", "poss"):
            own = own.head
        other, *names = [c for c in name.rights if c.dep_ == "appos"] or [name]
        held = other.text in words.titles and other.left_edge.nbor(-1).text == "," and other.left_edge.dep_ == "det"
        if own.text not in words.titles or own.head == verb or own.right_edge.i != first - 2 or not held:
            continue
        other.head, other.dep_, name.head, name.dep_ = verb, name.dep_, own, "appos"
        for child in [c for c in name.rights if c.i > other.right_edge.i or c in names]:
            child.head = other
        return True
    return False


def _two_of_two_words(verb: Token, words: Words) -> bool:
    """ "Brought Hashim Thaci and Ivica Dacic together": two names of two words, of which the first was taken for a part of the
    second."""
    for noun in [child for child in verb.children if child.dep_ in (*SUBJECT, "dobj") and child.pos_ == "PROPN"]:
        parts = [child for child in noun.lefts if child.dep_ in ("nmod", "compound") and child.pos_ == "PROPN"]
        first = next((part for part in parts if any(child.dep_ == "cc" for child in part.rights)), None)
        given = next((child for child in first.rights if child.dep_ == "conj"), None) if first is not None else None
        if first is None or given is None or given.pos_ != "PROPN" or given.i + 1 != noun.i:
            continue
        before = [part for part in (*parts, *first.lefts) if part.i + 1 == first.i and part.pos_ == "PROPN"]
        if not before or not before[0].is_alpha or noun.lower_ in words.nouns or noun.text in words.no_person:
            continue
        before[0].head, before[0].dep_, given.head, given.dep_ = first, "compound", noun, "compound"
        first.head, first.dep_, noun.head, noun.dep_ = verb, noun.dep_, first, "conj"
        return True
    return False


def _office_for_a_subject(verb: Token, words: Words) -> bool:
    """ "Army chief Abdel Fattah al-Burhan visited troops": the office right before a name was taken for a subject beside it."""
    subjects = [child for child in verb.lefts if child.dep_ in SUBJECT]
    if len(subjects) != 2 or subjects[0].pos_ != "NOUN" or subjects[1].pos_ != "PROPN":
        return False
    office, name = subjects
    if office.lemma_ not in words.people or office.i + 1 != name.left_edge.i:
        return False
    office.head, office.dep_ = name, "compound"
    return True


def _between_behind_a_place(verb: Token, words: Words) -> bool:
    """ "Talks in Rome between Chad and Mali": between whom they were was hung on the town."""
    for noun in [child for child in verb.children if child.pos_ == "NOUN" and child.dep_ in (*SUBJECT, "dobj", "pobj")]:
        towns = (c for p in noun.rights if p.dep_ == "prep" for c in p.rights if c.dep_ == "pobj" and c.pos_ == "PROPN")
        between = next((p for town in towns for p in town.rights if p.lower_ in words.between), None)
        if between is not None:
            between.head = noun
            return True
    return False


def _between_two(verb: Token, words: Words) -> bool:
    """ "A feud between Chad and four nations ended": the second of two was joined to what is between them."""
    for noun in [child for child in verb.children if child.pos_ == "NOUN" and child.dep_ in (*SUBJECT, "dobj", "pobj")]:
        between = next((c for c in noun.rights if c.dep_ == "prep" and c.lower_ in words.between), None)
        first = next((c for c in between.rights if c.dep_ == "pobj"), None) if between is not None else None
        other = next((c for c in noun.rights if c.dep_ == "conj"), None) if first is not None else None
        if first is None or other is None or first.conjuncts or other.i < first.i:
            continue
        for joint in [c for c in noun.rights if c.dep_ == "cc" and first.i < c.i < other.i]:
            joint.head = first
        other.head = first
        return True
    return False


def second_of_between(verb: Token, words: Words) -> bool:
    """ "An accord between Chad and Mali reached this morning": what was done to the accord, which was taken for one more deed of who
    is told of before."""
    second = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i else verb
    first, noun = second.head, second.head.head.head
    between = first.dep_ == "pobj" and first.head.lower_ in words.between and noun.pos_ == "NOUN"
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or second.dep_ != "conj" or not between:
        return False
    own = any(child.dep_ in (*SUBJECT, "cc", "dobj", "ccomp", "mark") for child in verb.children)
    if own or verb.lemma_ not in words.done | words.undergone:
        return False
    verb.head, verb.dep_, verb.tag_ = noun, "acl", "VBN"
    return True


def _last_of_the_list(verb: Token, words: Words) -> bool:
    """ "Ministers from Chad, Mali, and Niger meet in Lima.": the last of those from whom they are was taken for who meets."""
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
    joined = verb.dep_ == "conj" and verb.head.dep_ == "ROOT" and verb.tag_ in ("VBP", "VBD") and len(subjects) == 1
    noun = verb.head if joined else subjects[0] if len(subjects) == 2 else None
    last = subjects[-1] if subjects else None
    if noun is None or last is None or noun.pos_ != "NOUN" or last.pos_ != "PROPN" or verb.doc[-1].text != ".":
        return False
    joint = verb.doc[last.left_edge.i - 1]
    inner = (c for p in noun.rights if p.dep_ == "prep" and p.i < verb.i for c in p.children if c.dep_ == "pobj")
    first = next((word for word in inner if word.pos_ == "PROPN"), None)
    if joint.dep_ != "cc" or first is None or first.i > last.i:
        return False
    joint.head, last.head, last.dep_ = first, first, "conj"
    for other in [child for child in first.rights if child.dep_ == "appos" and child.pos_ == "PROPN"]:
        other.dep_ = "conj"
    if joined:
        verb.head, verb.dep_, noun.head, noun.dep_ = verb, "ROOT", verb, "nsubj"
        for child in [child for child in noun.rights if child.i > verb.i]:
            child.head = verb
    return True


def several_by_commas(verb: Token, words: Words) -> bool:
    """ "Putin, Xi to meet in Moscow", "India, China, Russia hold talks", the headline: several who do it, with no "and"."""
    doc, to_do = verb.doc, verb.i > 0 and verb.nbor(-1).lower_ in words.to
    if verb.tag_ not in ("VB", "VBP") or to_do != (verb.tag_ == "VB") or doc[-1].text == ".":
        return False
    opening = doc[: verb.i - to_do]
    ends = [word for word in opening if word.i + 1 == opening.end or word.nbor(1).text == ","]
    if len(ends) < 2 or any(word.tag_ not in ("NNP", "NNPS", ",") for word in opening) or opening[0].text == ",":
        return False
    root = verb.sent.root
    if root != verb and root not in opening:
        return False
    first, *others = [word for word in ends if word.text != ","]
    for child in [child for word in opening for child in word.rights if child.i > verb.i]:
        child.head = verb
    for word in opening:
        name = next(end for end in ends if end.i >= word.i)
        word.head, word.dep_ = (first, "punct") if word.text == "," else (name, "compound")
    verb.head, verb.dep_, first.head, first.dep_ = verb, "ROOT", verb, "nsubj"
    for name in others:
        name.head, name.dep_ = first, "conj"
    return True


#: What is looked for wherever a verb stands.
JOINED = (
    _between_behind_a_place,
    _between_two,
    _office_for_a_subject,
    _two_of_two_words,
    _office_behind_a_name,
    _list_beyond_an_article,
    _joined_to_a_foreign_name,
    _joined_to_a_long_name,
    _two_offices_of_one,
    several_by_commas,
    _last_of_the_list,
)
