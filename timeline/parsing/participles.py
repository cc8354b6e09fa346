"""Participles that a parse takes for past tenses and for main verbs, and main verbs that it takes for participles.

Each function looks at one verb, mends its kind of fault, and says whether it did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.parsing.grammar import NOMINAL, SUBJECT
from timeline.parsing.passives import done_to_his, done_to_what_is_seen, headline_passive, shared_passive
from timeline.parsing.relatives import (
    main_behind_a_relative,
    main_beyond_a_relative,
    make_main,
    participle_in_a_relative,
    swallowed,
)
from timeline.parsing.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOLD = ("ROOT", "parataxis", "conj")


def _participle_as_main(verb: Token, words: Words) -> bool:
    """ "A truce agreed in April expired in October", "was broken in May", "did not hold": the participle of the subject was
    taken for the main verb."""
    beside = (c for c in verb.head.rights if c.dep_ == verb.dep_ == "ccomp" and c.i < verb.i)
    first = next(beside, verb.head)  # "Iran said the truce agreed in May was broken"
    subject = next((child for child in first.lefts if child.dep_ == "nsubj"), None)
    passive = verb.tag_ == "VBN" and any(child.dep_ == "auxpass" and child.tag_ == "VBD" for child in verb.lefts)
    past = verb.tag_ == "VBD" and all(child.dep_ != "auxpass" for child in verb.lefts)
    finite = any(child.dep_ == "aux" and child.tag_ in ("VBD", "VBZ", "VBP", "MD") for child in verb.lefts)
    told = verb.dep_ == "ccomp" or (finite and verb.dep_ == "xcomp")
    if not (passive or past or finite) or not told or first.tag_ not in ("VBN", "VBD"):
        return False
    said = first.dep_ == "ccomp" and first.i > first.head.i and first.head.lemma_ in words.reporting
    if first.dep_ != "ROOT" and not said:
        return False
    if subject is None or (first.tag_ == "VBD" and (subject.pos_ != "NOUN" or subject.lemma_ in words.people)):
        return False
    if any(child.dep_ in (*SUBJECT, "mark") for child in verb.children) or verb.i < first.i:
        return False
    if not finite and any(child.dep_ == "aux" for child in verb.children):
        return False
    if any(child.dep_ in ("aux", "auxpass", "dobj") for child in first.children):
        return False
    for child in [c for c in first.children if c.i > verb.i]:
        child.head = verb
    for mark in [child for child in first.lefts if said and child.dep_ == "mark"]:
        mark.head = verb  # "stated that the truce declared in May would go on"
    verb.head, verb.dep_ = (first.head, "ccomp") if said else (verb, "ROOT")
    subject.head, first.head, first.dep_, first.tag_ = verb, subject, "acl", "VBN"
    passive = any(child.dep_ == "auxpass" for child in verb.lefts)
    subject.dep_ = "nsubjpass" if passive else "nsubj"
    return True


def _day_as_subject(verb: Token, words: Words) -> bool:
    """ "A state of emergency declared the next day was extended": when it was declared, which was taken for what was extended."""
    noun = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    main = next((child for child in verb.rights if child.dep_ == "ccomp"), None)
    day = next((child for child in main.lefts if child.dep_ in SUBJECT), None) if main is not None else None
    if verb.dep_ != "ROOT" or verb.tag_ not in ("VBD", "VBN") or noun is None or main is None or day is None:
        return False
    if noun.pos_ != "NOUN" or noun.lemma_ in words.people | words.bodies or day.left_edge.i != verb.i + 1:
        return False
    if day.lemma_ not in words.units and day.text not in words.calendar:
        return False
    noun.dep_, day.dep_ = day.dep_, "npadvmod"
    main.head, main.dep_, day.head = main, "ROOT", verb
    for child in [child for child in verb.children if child not in (main, day)]:
        child.head = main
    verb.head, verb.dep_, verb.tag_ = noun, "acl", "VBN"
    return True


def _opening_participle(verb: Token, words: Words) -> bool:
    """ "Elected president of Finland in 1994, he led it for six years": what was done to the subject, which was taken for what the
    office before the comma is like."""
    office, main = verb.head, verb.head.head
    if verb.tag_ != "VBN" or verb.dep_ != "amod" or verb.i != office.left_edge.i or verb.lemma_ not in words.names_to:
        return False
    subject = next((child for child in main.lefts if child.dep_ in SUBJECT and child != office), None)
    behind = office.right_edge.i + 1
    if office.dep_ not in ("dep", "npadvmod", "nsubj") or main.i < office.i or subject is None or subject.i < office.i:
        return False
    if verb.doc[behind].text != "," or subject.left_edge.i != behind + 1:
        return False
    verb.head, verb.dep_, office.head, office.dep_ = main, "advcl", verb, "oprd"
    for child in [c for c in office.rights if c.dep_ == "prep" and any(w.text in words.calendar for w in c.children)]:
        child.head = verb
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
    before = verb.dep_ in ("parataxis", "ccomp") and verb.head.dep_ in ("ROOT", "ccomp") and verb.head.i > verb.i
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
    if main == behind:
        main.head, main.dep_ = main, "ROOT"
    subject.head, subject.dep_ = main, "nsubjpass" if passive else "nsubj"
    verb.head, verb.dep_ = subject, "acl"
    for participle in (verb, *(c for c in verb.conjuncts if c.tag_ == "VBD" and c.dep_ == "conj")):
        participle.tag_ = "VBN"
    for other in [child for child in verb.rights if child.dep_ == "advcl" and child.tag_ == "VBN"]:
        other.dep_ = "conj"
    return True


def _governed_participle(verb: Token, words: Words) -> bool:
    """ "Noted that the mandate, renewed on May 3, expires in June and ...": as in the clause of a verb of saying."""
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECT), None)
    main = next((child for child in verb.rights if child.dep_ == "conj" and child.tag_ in ("VBZ", "VBP", "VBD")), None)
    if (
        verb.tag_ not in ("VBD", "VBN")
        or verb.dep_ != "ccomp"
        or verb.head.i > verb.i
        or subject is None
        or main is None
    ):
        return False
    if verb.nbor(-1).text != "," or main.nbor(-1).text != "," or any(c.dep_ in ("aux", "auxpass") for c in verb.lefts):
        return False
    if any(child.dep_ == "cc" and child.i < main.i for child in verb.rights) or any(
        child.dep_ in SUBJECT for child in main.children
    ):
        return False
    for child in [c for c in verb.children if c.i > main.i or c.dep_ in ("mark", *SUBJECT)]:
        child.head = main
    main.head, main.dep_ = verb.head, "ccomp"
    verb.head, verb.dep_, verb.tag_ = subject, "acl", "VBN"
    return True


def _last_of_two_participles(verb: Token, words: Words) -> bool:
    """ "Talks under the Group, set up in 1992, led nowhere": the main verb was taken for a second participle."""
    noun, doc = verb.head, verb.doc
    first = next((c for c in noun.rights if c.dep_ == "acl" and c.tag_ == "VBN" and c.i < verb.i), None)
    if verb.tag_ != "VBN" or verb.dep_ != "acl" or noun.dep_ != "ROOT" or first is None or not doc[-1].is_punct:
        return False
    if verb.nbor(-1).text != "," or first.nbor(-1).text != "," or any(c.dep_ in ("agent", "cc") for c in verb.children):
        return False
    make_main(verb, noun)
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
    make_main(verb, noun)
    if thing is not None:
        thing.dep_ = "dobj"
    for child in [c for c in noun.children if c.i > verb.i]:
        child.head = verb
    return True


def _participle_behind_the_main(verb: Token, words: Words) -> bool:
    """ "Their rift widened over a plan, agreed last December, to hand over power": a participle between commas was taken for the
    main verb, and that for what it says."""
    main = next((child for child in verb.lefts if child.dep_ == "ccomp" and child.tag_ in ("VBD", "VBZ", "VBP")), None)
    if verb.tag_ not in ("VBD", "VBN") or verb.dep_ != "ROOT" or main is None or verb.nbor(-1).text != ",":
        return False
    noun, own = verb.nbor(-2), any(child.dep_ in (*SUBJECT, "aux", "auxpass") for child in verb.children)
    if own or noun.pos_ not in NOMINAL or not main.is_ancestor(noun) or main.i > noun.i:
        return False
    main.head, main.dep_ = main, "ROOT"
    verb.head, verb.dep_, verb.tag_ = noun, "acl", "VBN"
    for child in [child for child in verb.children if child.dep_ == "punct"]:
        child.head = main
    return True


def _participle_as_subject(verb: Token, words: Words) -> bool:
    """ "Talks planned for Monday did not take place": a participle of the subject was taken for that."""
    noun = next((child for child in verb.lefts if child.dep_ == "nsubj" and child.pos_ in NOMINAL), None)
    if verb.tag_ not in ("VBD", "VBN") or verb.dep_ != "nsubj" or noun is None or verb.head.i < verb.i:
        return False
    if any(child.dep_ in ("aux", "auxpass", "mark", "dobj") for child in verb.children):
        return False
    noun.head, noun.dep_, verb.head, verb.dep_, verb.tag_ = verb.head, "nsubj", noun, "acl", "VBN"
    return True


def _joined_participle(verb: Token, words: Words) -> bool:
    """ "Must be ratified and put to a vote", "was seized and freed": no past tense, but what else is or was done."""
    first = verb.head
    # "was signed in May, ratified in June and suspended in July"
    listed = verb.dep_ == "advcl" and verb.i > first.i and verb.nbor(-1).text == ","
    joined = listed and any(child.dep_ == "conj" for child in verb.rights)
    if verb.tag_ != "VBD" or not (verb.dep_ == "conj" or joined) or first.tag_ != "VBN":
        return False
    if any(child.dep_ in (*SUBJECT, "aux", "auxpass", "mark") for child in verb.children):
        return False
    passive = next((child for child in first.children if child.dep_ == "auxpass"), None)
    days = [child for child in verb.rights if child.dep_ == "dobj" and child.lemma_ in words.units]
    done = verb.lemma_ in words.undergone and all(
        child in days or child.dep_ not in ("dobj", "xcomp", "ccomp") for child in verb.children
    )
    reduced = first.dep_ == "acl"  # "a treaty signed in May and ratified in June"
    if not ((done and (passive is not None or reduced)) or (passive is not None and passive.tag_ == "VB")):
        return False
    for day in days:
        day.dep_ = "npadvmod"  # "freed the following day"
    verb.tag_, verb.dep_ = "VBN", "conj"
    return True


def _participle_beside_a_copula(verb: Token, words: Words) -> bool:
    """ "Its topic was the pact between Chad and Mali, reached in May": what was done to the pact, taken for a second main verb."""
    above = verb.head
    if verb.tag_ not in ("VBD", "VBN") or verb.dep_ != "conj" or above.lemma_ != "be" or verb.nbor(-1).text != ",":
        return False
    if any(child.dep_ in (*SUBJECT, "aux", "auxpass", "dobj") for child in verb.children):
        return False
    acts = (word for word in reversed(verb.doc[above.i : verb.i]) if word.pos_ in NOMINAL)
    noun = next((word for word in acts if word.lemma_.lower() in words.nouns), None)
    if noun is None or verb.lemma_ not in words.done:
        return False
    verb.head, verb.dep_, verb.tag_ = noun, "acl", "VBN"
    return True


def _participle_of_its_noun(verb: Token, words: Words) -> bool:
    """ "The consensus agreed in Jakarta": what hangs on a noun and has no subject is no past tense."""
    if verb.tag_ != "VBD" or verb.dep_ != "acl" or any(child.dep_ in SUBJECT for child in verb.children):
        return False
    verb.tag_ = "VBN"
    return True


def _past_beside_a_past(verb: Token, words: Words) -> bool:
    """ "Chad closed its borders and expelled diplomats": what has an object, and is joined to a past tense, is no participle; and a verb
    that has one form for both is no infinitive ("won the vote and cut taxes")."""
    finite = verb.head.tag_ == "VBD" and all(child.dep_ != "auxpass" for child in verb.head.children)
    bound = any(child.dep_ in ("aux", "auxpass", "agent") for child in verb.children)
    unchanged = verb.tag_ == "VB" and verb.lower_ in words.unchanged
    if not (verb.tag_ == "VBN" or unchanged) or verb.dep_ != "conj" or not finite or bound:
        return False
    if all(child.dep_ != "dobj" for child in verb.rights):
        return False
    verb.tag_ = "VBD"
    return True


def _participle_of_the_object(verb: Token, words: Words) -> bool:
    """ "Would return displaced people to their land": a participle that stands before the object was taken for what is done."""
    above = verb.head
    thing = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    bound = any(child.dep_ in ("aux", "auxpass", "mark", *SUBJECT) for child in verb.children)
    taken = any(child.dep_ in ("dobj", "attr", "acomp") for child in above.children)
    if verb.tag_ != "VBN" or verb.dep_ != "xcomp" or verb.i != above.i + 1 or thing is None or bound or taken:
        return False
    if above.pos_ != "VERB" or thing.left_edge.i != verb.i + 1:
        return False
    for child in [child for child in verb.rights if child != thing]:
        child.head = above
    thing.head, thing.dep_, verb.head, verb.dep_ = above, "dobj", thing, "amod"
    return True


def _what_is_to_be_done_to_it(verb: Token, words: Words) -> bool:
    """ "They praised the next summit, to be held in Tokyo in May": of the event before the comma, and not of those who praised it."""
    first = verb.left_edge.i
    passive = any(child.dep_ == "auxpass" and child.tag_ == "VB" for child in verb.lefts)
    bound = any(child.dep_ in (*SUBJECT, "mark", "agent") for child in verb.children)
    if verb.tag_ != "VBN" or verb.dep_ not in ("advcl", "xcomp") or not passive or bound or first < 2:
        return False
    noun, to = verb.doc[first - 2], next((child for child in verb.lefts if child.tag_ == "TO"), None)
    while noun.dep_ in ("pobj", "prep", "nummod") and noun.lemma_ not in words.nouns and noun.head.i > verb.head.i:
        noun = noun.head
    if to is None or verb.doc[first - 1].text != "," or noun.lemma_ not in words.nouns or noun.head.i < verb.head.i:
        return False
    verb.head, verb.dep_ = noun, "relcl"
    return True


def _main_before_a_clause(verb: Token, words: Words) -> bool:
    """ "The firm, once the largest of all, filed for protection, hours after a judge cleared the sale": the main verb was taken
    for a participle of its aside, and the clause behind it for the main one; or "Doe, who took office in May, days after Roe stepped
    down, went to Lima" for what is joined to the clause before it."""
    mark = next(
        (child for child in verb.lefts if child.dep_ in ("mark", "advmod") and child.tag_ in ("IN", "WRB")), None
    )
    subjects = [child for child in verb.lefts if child.dep_ in SUBJECT]
    if verb.dep_ != "ROOT" or mark is None or len(subjects) != 2 or not subjects[0].i < mark.i < subjects[1].i:
        return False
    behind = (w for w in subjects[0].subtree if w.dep_ == "acl" and w.tag_ == "VBN" and w.i < mark.i)
    main = next((w for w in behind if w.nbor(-1).text == ","), None)
    joined = (c for c in verb.rights if c.dep_ == "conj" and c.tag_ == "VBD" and c.left_edge.nbor(-1).text == ",")
    alone = (c for c in joined if all(inner.dep_ not in SUBJECT for inner in c.lefts))
    relative = next((c for c in subjects[0].rights if c.dep_ == "relcl"), None)
    if main is None and relative is not None:
        main = next(alone, None)
    if main is None:
        return False
    make_main(main, subjects[0])
    verb.head, verb.dep_ = relative if relative is not None and main.i > verb.i else main, "advcl"
    last = main.i if main.i > verb.i else verb.right_edge.i - 1  # what stands behind the main verb, or the full stop
    for child in [c for c in verb.rights if c.i > last]:
        child.head = main
    return True


def _of_the_noun_before(verb: Token, words: Words) -> bool:
    """ "Although agreeing on the plan reached last month, Ba left": what was done to the plan, taken for what the clause before is of."""
    noun = verb.nbor(-1) if verb.i else verb
    clause = next((child for child in verb.lefts if child.dep_ == "advcl"), None)
    if verb.tag_ != "VBN" or verb.dep_ != "advcl" or clause is None or noun.pos_ != "NOUN":
        return False
    if any(child.dep_ in (*SUBJECT, "aux", "auxpass") for child in verb.lefts) or clause.right_edge.i != noun.i:
        return False
    clause.head, clause.dep_, verb.head, verb.dep_ = verb.head, "advcl", noun, "acl"
    return True


def _with_somebody_doing(verb: Token, words: Words) -> bool:
    """ "Left in 2018, with Iran a year later suspending its compliance": who does it stands behind the "with"."""
    noun = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i > 2 else verb
    beside, comma = noun.head, verb.doc[noun.head.i - 1] if noun.head.i else noun
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or noun.dep_ != "pobj" or beside.lower_ not in words.beside:
        return False
    if any(child.dep_ in SUBJECT for child in verb.lefts) or beside.head != verb.head or comma.text != ",":
        return False
    verb.head, verb.dep_, noun.head, noun.dep_ = beside, "pcomp", verb, "nsubj"
    return True


def _done_beyond_since(verb: Token, words: Words) -> bool:
    """ "Soldiers held captive since May were released": the participle of the subject was taken for the main verb, and that for what
    began in May."""
    first, since = verb.head, next((c for c in verb.lefts if c.lower_ in words.since), None)
    if verb.tag_ != "VBN" or verb.dep_ != "advcl" or since is None or first.i > since.i:
        return False
    when = since.nbor(1)
    passive = any(child.dep_ == "auxpass" for child in verb.lefts)
    if not passive or when.head not in (verb, since) or not (when.text in words.calendar or when.like_num):
        return False
    if any(child.dep_ in SUBJECT and child != when for child in verb.lefts):
        return False
    own = next((child for child in first.lefts if child.dep_ in SUBJECT), None)
    subject = first.head if first.dep_ == "acl" else own
    if subject is None or subject.pos_ not in NOMINAL or "ROOT" not in (first.dep_, subject.dep_):
        return False
    behind = [c for one in (first, subject) for c in one.rights if c.i > verb.i]
    verb.head, verb.dep_, subject.head, subject.dep_ = verb, "ROOT", verb, "nsubjpass"
    first.head, first.dep_, first.tag_ = subject, "acl", "VBN"
    since.head, since.dep_, when.head, when.dep_ = first, "prep", since, "pobj"
    for child in behind:
        child.head = verb
    return True


#: What is looked for wherever a verb stands, in this order.
PARTICIPLES = (
    _participle_beside_a_copula, shared_passive, _opening_participle, _day_as_subject, _main_as_participle, _governed_participle, _last_of_two_participles, _only_verb, main_beyond_a_relative, _participle_as_main,
    swallowed, participle_in_a_relative, _participle_behind_the_main, _participle_as_subject, _joined_participle, headline_passive, _participle_of_its_noun, _main_before_a_clause,
    _what_is_to_be_done_to_it, _done_beyond_since, _with_somebody_doing, _of_the_noun_before, main_behind_a_relative, _past_beside_a_past, _participle_of_the_object, done_to_what_is_seen, done_to_his,
)  # fmt: skip
