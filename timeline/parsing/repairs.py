"""Puts a parse right where its own grammar tells that it is wrong.

spaCy's small models hang a noun on what stands before it that is the subject of the verb behind ("signed the accord and
Belgium ratified it", "on Friday talks broke down"), tear words apart at their hyphens, and take verbs for something else
(`misreadings`, `participles`). Each repair below looks at one verb, mends its kind of fault, and says whether it did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.parsing.asides import ASIDES
from timeline.parsing.clefts import CLEFTS
from timeline.parsing.grammar import NOMINAL, SUBJECT, noun_above
from timeline.parsing.hung_times import TIMES, time_of_the_saying
from timeline.parsing.infinitives import INFINITIVES, joined_to_an_infinitive
from timeline.parsing.joined_names import JOINED, name_of_an_office, roman_one, second_of_between
from timeline.parsing.misreadings import (
    MISREAD,
    course_as_noun,
    infinitive_as_noun,
    joined_noun,
    noun_as_root,
    noun_for_the_verb,
    one_of_its_kind,
    present_as_noun,
    verb_behind_a_time,
    verb_within_a_name,
)
from timeline.parsing.participles import PARTICIPLES
from timeline.parsing.subjects import SUBJECTS
from timeline.parsing.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_ADVERBIAL = ("prep", "npadvmod", "advmod")


def repair(doc: Doc, words: Words) -> Doc:
    """The same parsed text, its tree put right; as it was read, where a mend makes a circle of it."""
    from spacy.attrs import DEP, HEAD, TAG

    read = doc.to_array([HEAD, DEP, TAG])
    if not _mended(doc, words):
        doc.from_array([HEAD, DEP, TAG], read)  # type: ignore[arg-type]
    return doc


def _mended(doc: Doc, words: Words) -> bool:
    """Whether the tree of a parsed text, put right, is still one."""
    # numbers, which are compared much faster than their names
    from spacy.symbols import AUX, VERB, advcl, appos, ccomp, conj, xcomp

    dash = doc.vocab.strings["-"]
    for hyphen in doc[1:-1]:
        if hyphen.orth == dash and _is_torn(hyphen.nbor(-1), hyphen, hyphen.nbor(1)):
            _mend(hyphen.nbor(-1), hyphen, hyphen.nbor(1))
    if "- " in doc.text:
        any(_cut_short(word) for word in doc)
    for word in doc:
        if word.lower_ in words.one:
            one_of_its_kind(word, words)
        roman_one(word)
    any(verb_within_a_name(word, words) for word in doc)
    if all(word.pos not in (VERB, AUX) for word in doc):
        any(noun_for_the_verb(word, words) for word in doc)
    if not _is_tree(doc):
        return False
    for verb in doc:
        changed = [
            verb.head.i == verb.i and (noun_as_root(verb, words) or present_as_noun(verb, words)),
            (verb.head.i == verb.i or verb.dep == appos) and course_as_noun(verb, words),
            verb.dep == appos and name_of_an_office(verb, words),
            verb.dep == conj and joined_noun(verb, words),
            verb.dep == conj and verb_behind_a_time(verb, words),
            verb.dep == xcomp and infinitive_as_noun(verb, words),
        ]
        if any(changed) and not _is_tree(doc):
            return False
        if verb.pos not in (VERB, AUX) and verb.dep not in (ccomp, advcl):
            continue
        for mended in _ANYWHERE:
            if mended(verb, words) and not _is_tree(doc):
                return False
        if verb.head.i < verb.i and any(mended(verb, words) for mended in _BEHIND_ITS_HEAD) and not _is_tree(doc):
            return False
    return True


def _is_tree(doc: Doc) -> bool:
    """Whether every word hangs on the root of its sentence, through whatever others."""
    heads, sound = [word.head.i for word in doc], set()
    for start in range(len(heads)):
        path, at = {start}, start
        while at not in sound and heads[at] != at:
            at = heads[at]
            if at in path:
                return False
            path.add(at)
        sound |= path
    return True


def _is_torn(first: Token, hyphen: Token, last: Token) -> bool:
    """Whether both pieces of a word written with a hyphen hang on one word in one way, or the first on the last."""
    whole = not first.whitespace_ and not hyphen.whitespace_
    alike = first.head == last.head and first.dep_ == last.dep_ and first.head != first
    return whole and (alike or first.head == last)


def _cut_short(word: Token) -> bool:
    """ "Saudi- and U.S.-brokered talks resumed": a word that ends with a hyphen belongs to the noun behind the "and"."""
    noun = next((c for c in word.rights if c.dep_ == "conj" and c.pos_ in NOMINAL), None)
    if not word.text[:-1] or word.text[-1] != "-" or noun is None:
        return False
    noun.dep_ = word.dep_
    noun.head = word.head if word.head != word else noun
    word.head, word.dep_ = noun, "amod"
    for other in [c for c in noun.lefts if c.dep_ == "amod" and c.i > word.i]:
        other.head, other.dep_ = word, "conj"
    return True


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


# ------------------------------------------------------------------------------------------- wherever a verb stands


def _opening_of_the_main(verb: Token, words: Words) -> bool:
    """The time that opens a sentence before a clause that tells of another: "On May 3, a week after a bomb killed two,
    Chad shut the border", "In 2018, the year Chad left, Niger joined"."""
    if verb.dep_ not in ("ccomp", "advcl") or verb.head.i < verb.i or verb.pos_ != "VERB":
        return False
    lefts = [child for child in verb.lefts if not child.is_punct]
    if len(lefts) < 2 or lefts[0].dep_ not in _ADVERBIAL:
        return False
    if lefts[1].dep_ == "prep" and lefts[1].right_edge == lefts[1]:
        lefts[1].dep_ = "mark"  # "In May, after a man burned a flag, he left"
    if lefts[1].dep_ not in ("npadvmod", "mark"):
        return False
    subject = next((child for child in lefts if child.dep_ in SUBJECT), None)
    mark = next((c for c in lefts[1].rights if c.dep_ == "prep"), None) if subject is None else None
    hung = next((c for c in mark.children if c.dep_ == "pobj"), None) if mark is not None else None
    doc, first = verb.doc, subject if subject is not None else hung
    begins = lefts[1].left_edge.i
    if (
        first is None
        or first.right_edge.i >= verb.i
        or doc[begins - 1].text != ","
        or doc[verb.right_edge.i + 1].text != ","
    ):
        return False
    if any(word.text == "," for word in doc[begins : first.i]):
        return False
    if mark is not None:  # "a week after a bomb in Lima killed": the subject was hung on the "after"
        first.dep_, mark.dep_, first.head, mark.head = "nsubj", "mark", verb, verb
    lefts[0].head, verb.dep_ = verb.head, "advcl"
    return True


def _beyond_the_aside(verb: Token, words: Words) -> bool:
    """What a comma and an "and" join past a clause is the main verb's: "left in May, days before his term ended, and was
    stripped of his title"."""
    aside = verb.head
    joint = next((c for c in aside.rights if c.dep_ == "cc" and c.i < verb.i), None)
    if verb.dep_ != "conj" or aside.dep_ != "advcl" or joint is None or joint.nbor(-1).text != ",":
        return False
    own = any(child.dep_ in SUBJECT for child in verb.children)
    if own or all(child.dep_ not in SUBJECT for child in aside.children) or aside.head.i > aside.i:
        return False
    verb.head, joint.head = aside.head, aside.head
    return True


def _beyond_what_is_said(verb: Token, words: Words) -> bool:
    """ "Noted that the mandate expires in June, and called for talks": a past behind a present is the main verb's."""
    said = verb.head
    joint = next((c for c in said.rights if c.dep_ == "cc" and c.i < verb.i), None)
    above = said.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or said.dep_ != "ccomp" or said.tag_ not in ("VBZ", "VBP"):
        return False
    if joint is None or above.tag_ != "VBD" or above.i > said.i or any(c.dep_ in SUBJECT for c in verb.children):
        return False
    verb.head, joint.head = above, above
    return True


def _meeting_of_a_group(verb: Token, words: Words) -> bool:
    """ "For a Group of 20 summit": the summit was hung on the name."""
    for number in verb.doc[verb.i + 1 : verb.right_edge.i]:
        event = number.head
        group = event.head.head if event.dep_ == "pobj" and number.i == event.i - 1 else number
        if number.dep_ != "nummod" or event.lemma_ not in words.nouns or group.pos_ != "PROPN" or group.i > number.i:
            continue
        of = event.head
        event.head, event.dep_ = group.head, group.dep_
        for child in [c for c in group.lefts if c.dep_ in ("det", "amod", "compound", "poss") and c.i < group.i]:
            child.head = event
        group.head, group.dep_ = event, "compound"
        number.head, number.dep_, of.head = of, "pobj", group
        return True
    return False


def _lost_object(verb: Token, words: Words) -> bool:
    """ "Ties that his predecessor had broken off", "the accord that Chad signed": what was broken off are the ties."""
    that = next((c for c in verb.lefts if c.i == verb.left_edge.i and c.tag_ == "IN"), None)
    told = any(c.dep_ == "nsubj" for c in verb.lefts) and all(c.dep_ != "dobj" or c == that for c in verb.children)
    if verb.dep_ != "acl" or that is None or not told:
        return False
    if that.dep_ != "dobj" and (that.dep_ != "mark" or verb.head.lemma_ not in words.bonds):
        return False
    verb.dep_, that.dep_, that.tag_, that.pos_ = "relcl", "dobj", "WDT", "PRON"
    return True


def _relative_behind_a_time(verb: Token, words: Words) -> bool:
    """ "Condemned the attack on 10 August that killed three": what the attack did, taken for what was said."""
    said, first = verb.head, verb.left_edge
    if verb.dep_ != "ccomp" or first.tag_ != "WDT" or first.dep_ not in SUBJECT or first.i == 0:
        return False
    noun = next((c for c in said.rights if c.dep_ == "dobj" and c.i < first.i), None)
    if noun is None or not any(w.text in words.calendar for w in verb.doc[first.i - 2 : first.i]):
        return False
    verb.head, verb.dep_ = noun, "relcl"
    return True


def _aside_as_root(verb: Token, words: Words) -> bool:
    """ "It began on Friday, officials said, four days after they had met", "it began on Friday, weeks after they had met": the
    clause at the end was taken for the main one."""
    kinds = ("parataxis", "ccomp")
    main = next((child for child in verb.lefts if child.dep_ in kinds and child.pos_ == "VERB"), None)
    mark = next((child for child in verb.lefts if child.dep_ == "mark"), None)
    if verb.dep_ != "ROOT" or main is None or mark is None or mark.i < main.i or mark.left_edge.i < main.right_edge.i:
        return False
    main.head, main.dep_, verb.head, verb.dep_ = main, "ROOT", main, "advcl"
    for child in [child for child in verb.children if child.i < main.i or (child.dep_ == "punct" and child.i > verb.i)]:
        child.head = main
    return True


def _said_at_the_end(verb: Token, words: Words) -> bool:
    """ "An envoy has gone to Oman for talks, state-run TV reported on Tuesday": who said it, taken for an aside of what is said."""
    main, first = verb.head, verb.left_edge
    if (
        verb.dep_ != "advcl"
        or verb.tag_ not in ("VBN", "VBD")
        or main.head != main
        or verb.lemma_ not in words.reporting
    ):
        return False
    own = any(child.dep_ in SUBJECT for child in verb.lefts)
    bound = any(child.dep_ in ("mark", "aux", "auxpass", "advmod") for child in verb.lefts)
    told = any(child.dep_ in ("dobj", "ccomp", "xcomp", "oprd") for child in verb.rights)
    finite = main.pos_ == "VERB" and any(child.dep_ in SUBJECT for child in main.lefts)
    if not own or bound or told or not finite or "," not in (first.text, first.nbor(-1).text):
        return False
    for child in [child for child in main.rights if child.i > verb.i]:
        child.head = verb
    verb.tag_, verb.dep_, verb.head = "VBD", "ROOT", verb
    main.head, main.dep_ = verb, "ccomp"
    return True


def _by_the_time(verb: Token, words: Words) -> bool:
    """ "By the time a truce took hold on 16 August they held a third of it": the main verb was taken for one that the first governs,
    or the first for what that says."""
    first, main = (verb, verb.head) if verb.head.i > verb.i else (verb.head, verb)
    own = any(child.dep_ in SUBJECT for child in main.lefts) and all(child.dep_ != "mark" for child in main.lefts)
    if verb.dep_ not in ("ccomp", "advcl") or "ROOT" not in (first.dep_, main.dep_) or not own:
        return False
    opens = [c for c in first.lefts if c.dep_ == "prep" and c.left_edge.i == 0]
    time = next((c for by in opens for c in by.children if c.lemma_ in words.dates and c.dep_ == "pobj"), None)
    if time is None or time.right_edge != time or all(child.dep_ not in SUBJECT for child in first.lefts):
        return False
    for child in [opens[0], *(c for c in first.rights if c.i > main.i)]:
        child.head = main
    early = (c for c in main.lefts if c.dep_ == "prep" and c.i > first.i + 1)
    for child in [c for c in early if c.nbor(-1).text == "," and c.nbor(-2) == first]:
        child.head = first  # "By the time he died, on 17 May, nobody talked"
    main.head, main.dep_ = main, "ROOT"
    first.head, first.dep_ = time, "relcl"
    return True


def _before_a_semicolon(verb: Token, words: Words) -> bool:
    """What stands before a semicolon or a colon is not said by what is behind it; nor what is behind it by what is before
    ("said that it was not bound: on that day troops had moved")."""
    said = verb.i > verb.head.i and verb.head.nbor().text == ":"  # 'Trump said: "I will go"'
    between = verb.doc[verb.i : verb.head.i] if verb.i < verb.head.i else verb.doc[verb.head.i : verb.i]
    if verb.dep_ != "ccomp" or said or not any(word.text in (";", ":") for word in between):
        return False
    verb.dep_ = "parataxis"
    return True


def _behind_a_semicolon(verb: Token, words: Words) -> bool:
    """What stands between a semicolon and the verb behind it is that verb's: "fell in May; on Sept. 30, Capt. Diaz fled"."""
    if verb.dep_ not in ("ROOT", "conj", "parataxis", "ccomp") or verb.pos_ != "VERB":
        return False
    sign = next((word.i for word in reversed(verb.doc[: verb.i]) if word.text == ";"), None)
    if sign is None:
        return False
    hung = [word for word in verb.doc[sign + 1 : verb.i] if word.head.i < sign and word.dep_ in _ADVERBIAL]
    for word in hung:
        word.head = verb
    return bool(hung)


# ------------------------------------------------------------------------------------------- behind what a verb hangs on


def _subject_of_the_next(verb: Token, words: Words) -> bool:
    """ "Signed the accord and Niger ratified it": the last noun of a list that ends right before a verb without a subject; no
    "and" joins that verb to another."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.dep_ not in ("conj", "advcl"):
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


def _clause_of_one(verb: Token, words: Words) -> bool:
    """ "A plan to hand power to civilians, which was to be signed": what is told of one thing was hung on several."""
    which = next((c for c in verb.lefts if c.tag_ == "WDT" and c.dep_ in SUBJECT), None)
    finite = [w for w in (verb, *verb.lefts) if w.dep_ in ("aux", "auxpass") or w == verb]
    one = any("Sing" in w.morph.get("Number", []) and w.morph.get("VerbForm", []) == ["Fin"] for w in finite)
    if verb.dep_ != "relcl" or which is None or not one or verb.head.tag_ != "NNS" or verb.head.conjuncts:
        return False
    above = next((w for w in verb.head.ancestors if w.pos_ == "NOUN" and w.i < verb.i), None)
    if above is None or above.tag_ != "NN" or any(w.dep_ == "relcl" for w in (verb.head, *verb.head.ancestors)):
        return False
    verb.head = above
    return True


def _clause_of_an_act(verb: Token, words: Words) -> bool:
    """ "Talks with Iran, which were suspended in May", "a case against Chad, which was brought in June": what is told of the
    talks or the case was hung on the power with whom they are."""
    which = next((c for c in verb.lefts if c.tag_ == "WDT" and c.dep_ in SUBJECT), None)
    name = verb.head
    if verb.dep_ != "relcl" or which is None or name.tag_ not in ("NNP", "NNPS") or name.dep_ != "pobj":
        return False
    act = noun_above(name)
    if (
        act is None
        or act.pos_ != "NOUN"
        or act.i > name.i
        or any(c.dep_ == "relcl" for c in act.rights)
        or name.conjuncts
    ):
        return False
    finite = [w for w in (verb, *verb.lefts) if w.dep_ in ("aux", "auxpass") or w == verb]
    several = any("Plur" in w.morph.get("Number", []) for w in finite) and name.tag_ == "NNP" and act.tag_ == "NNS"
    arranged = which.dep_ == "nsubjpass" and verb.lemma_ in words.arranged
    goes_on = any(child.dep_ == "prt" for child in verb.rights) and all(child.dep_ != "dobj" for child in verb.rights)
    if not (several or arranged or (goes_on and act.lemma_ in words.nouns)):
        return False
    verb.head = act
    return True


def _set_off(clause: Token, words: Words) -> bool:
    """What a comma sets off before the conjunction of a clause: "signed it in May, weeks after voters had rejected it"."""
    mark = next((child for child in clause.lefts if child.dep_ == "mark"), None)
    if clause.dep_ == "conj" and mark is not None and any(c.dep_ == "npadvmod" and c.i < mark.i for c in clause.lefts):
        # "sent missiles on May 3 and again on June 5, weeks after it had tested one"
        above = next((word for word in clause.ancestors if word.pos_ == "VERB"), clause)
        clause.head, clause.dep_ = above, "advcl" if above != clause else clause.dep_
    if clause.dep_ != "advcl":
        return False
    comma = next((c.i for c in clause.lefts if mark is not None and c.text == "," and c.i < mark.i), None)
    closed = (
        c.right_edge.i for c in clause.lefts if mark is not None and c.dep_ == "prep" and c.right_edge.text == ","
    )
    comma = comma or next((at for at in closed if mark is not None and at < mark.i), None)
    others = [c for c in clause.lefts if comma is not None and c.dep_ == "prep" and c.i < comma]
    opens = bool(others) and clause.doc[others[0].left_edge.i - 1].dep_ == "cc"
    later = (
        w for w in clause.doc[clause.right_edge.i + 1 :] if w.pos_ == "VERB" and any(c.dep_ in SUBJECT for c in w.lefts)
    )
    # "and in January, days before he left office, Chad was put on the list": of what the "and" joins
    above = (next(later, None) if opens else None) or clause.head
    for other in others:
        other.head = above
    return bool(others)


_ANYWHERE = (
    _before_a_semicolon, *CLEFTS, *MISREAD, *ASIDES, *PARTICIPLES, *TIMES, *SUBJECTS, *JOINED, _opening_of_the_main, _beyond_the_aside, _beyond_what_is_said, _meeting_of_a_group, _lost_object, _aside_as_root, _by_the_time, _relative_behind_a_time, _behind_a_semicolon,
)  # fmt: skip
#: Of these the first that fits.
_BEHIND_ITS_HEAD = (
    second_of_between, _said_at_the_end, _subject_of_the_next, _second_relative, _clause_of_one, _clause_of_an_act, joined_to_an_infinitive, time_of_the_saying, _set_off, *INFINITIVES,
)  # fmt: skip
