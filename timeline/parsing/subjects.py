"""Subjects that a parse hangs elsewhere: on what stands before them, on a preposition, on another verb.

Each function looks at one verb, mends its kind of fault, and says whether it did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.parsing.grammar import NOMINAL, SUBJECT
from timeline.parsing.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE = ("WDT", "WP", "WRB", "WP$")


def _subject_behind_a_time(verb: Token, words: Words) -> bool:
    """The subject right before a main verb that was hung on what stands before it, as if in one list or one name with that:
    "Hours earlier in Kabul, Esper and Ghani issued", "On Wednesday Azerbaijan arrested"."""
    if verb.tag_ != "VBD" or verb.dep_ not in ("ROOT", "conj"):
        return False
    taken = any(child.dep_ in (*SUBJECT, "expl", "ccomp") for child in verb.children)
    noun = next((word for word in reversed(verb.doc[: verb.i]) if word.pos_ not in ("ADV", "AUX")), None)
    while noun is not None and noun.dep_ == "conj" and noun.head.dep_ == "conj" and noun.head.i < noun.i:
        noun = noun.head
    while noun is not None and noun.dep_ == "pobj" and noun.head.head.pos_ in NOMINAL:
        noun = noun.head.head  # "In 1975 envoys of Chad met"
    if taken or noun is None or noun.pos_ not in NOMINAL:
        return False
    if noun.dep_ == "pobj" and noun.head.head == verb:  # "Wednesday Azerbaijan"
        time = noun.doc[noun.head.i + 1]
        if noun.i == time.i or not (time.text in words.calendar or (len(time) == 4 and time.is_digit)):
            return False
    elif noun.dep_ == "conj" and noun.head.dep_ == "pobj":  # "Kabul, Esper"
        joint = any(child.dep_ == "cc" and child.i < noun.i for child in noun.head.children)
        if joint or noun.doc[noun.left_edge.i - 1].text != ",":
            return False
    elif noun.dep_ == "appos":  # "When Putin left the Kremlin, Merkel was at dinner"
        clause = next((word for word in noun.ancestors if word.dep_ == "advcl"), None)
        if clause is None or clause.head != verb or noun.doc[noun.left_edge.i - 1].text != ",":
            return False
    else:
        return False
    for day in [child for child in noun.lefts if child.text in words.calendar or (len(child) == 4 and child.is_digit)]:
        day.head, day.dep_ = noun.head, "pobj"
    noun.head, noun.dep_ = verb, "nsubj"
    return True


def _before_its_conjunction(verb: Token, words: Words) -> bool:
    """ "Cut off supplies, the first two countries to lose gas since the war began": what stands before the word that opens a clause is no
    subject of it."""
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
    mark = next((child for child in verb.lefts if child.dep_ == "mark"), None)
    if len(subjects) == 1 and mark is None and verb.dep_ == "ROOT":  # "since the war" was hung on the noun before
        hung = (word for word in subjects[0].subtree if word.dep_ == "prep" and word.pos_ == "SCONJ")
        mark = next((c for c in hung if c.right_edge.i == verb.i - 1 and c.i > subjects[0].i), None)
        subjects += [child for child in (mark.rights if mark is not None else ()) if child.dep_ == "pobj"]
    if mark is None or len(subjects) != 2 or not subjects[0].i < mark.i < subjects[1].i:
        return False
    first = subjects[0]
    main = next((child for child in verb.lefts if child.dep_ == "ccomp" and child.i < first.i), None)
    if verb.dep_ != "advcl" and not (verb.dep_ == "ROOT" and main is not None):
        return False
    if verb.dep_ == "ROOT" and main is not None:  # ... and the main verb was taken for what that clause says
        main.head, main.dep_ = main, "ROOT"
        verb.head, verb.dep_ = main, "advcl"
    subjects[1].head, subjects[1].dep_, mark.head, mark.dep_ = verb, "nsubj", verb, "mark"
    comma = first.left_edge.i - 1
    noun = verb.doc[comma - 1] if comma > 0 and verb.doc[comma].text == "," else None
    first.head, first.dep_ = verb.head, "dep"
    if noun is not None and noun.pos_ in NOMINAL:
        first.head, first.dep_ = noun, "appos"
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


def _object_as_apposition(verb: Token, words: Words) -> bool:
    """ "Macron hosts Olaf Scholz and Andrzej Duda": the object right behind a verb was taken for another name of its subject."""
    behind = next((c for c in verb.rights if c.dep_ == "appos" and c.left_edge.i == verb.i + 1), None)
    taken = any(child.dep_ in ("dobj", "ccomp", "xcomp") for child in verb.children)
    subject = any(child.dep_ == "nsubj" for child in verb.lefts)
    if verb.pos_ != "VERB" or behind is None or taken or not subject or behind.pos_ != "PROPN":
        return False
    behind.dep_ = "dobj"
    return True


def _subject_on_a_preposition(verb: Token, words: Words) -> bool:
    """ "The government will on the same day free them": the subject and its "will" were hung on the "on"."""
    for phrase in [child for child in verb.lefts if child.dep_ == "prep"]:
        hung = [child for child in phrase.lefts if child.dep_ in (*SUBJECT, "aux")]
        if any(child.dep_ in SUBJECT for child in hung) and all(child.dep_ not in SUBJECT for child in verb.children):
            for child in hung:
                child.head = verb
            return True
    return False


def _joined_by_i(verb: Token, words: Words) -> bool:
    """ "On May 3 Putin and I signed a statement": who is joined to a pronoun, and was taken for the main word."""
    pronoun = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.tag_ == "PRP"), None)
    noun = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or pronoun is None or noun.pos_ not in NOMINAL or noun.i > verb.i:
        return False
    if pronoun.i == 0 or pronoun.nbor(-1).dep_ != "cc" or pronoun.nbor(-1).head != noun:
        return False
    verb.head, verb.dep_ = (noun.head, noun.dep_) if noun.head != noun else (verb, noun.dep_)
    for child in [c for c in noun.lefts if c.dep_ == "prep"] + [c for c in noun.rights if c.i > verb.i]:
        child.head = verb
    for day in [c for p in verb.lefts if p.dep_ == "prep" for c in p.children if c.text in words.calendar]:
        for other in [c for c in day.rights if c.dep_ == "appos" and c.i < noun.i]:
            other.head, other.dep_ = noun, "conj"  # "On May 3, President Aliyev, Putin and I signed"
    noun.head, noun.dep_, pronoun.head, pronoun.dep_ = verb, "nsubj", noun, "conj"
    return True


def _object_of_the_relative(verb: Token, words: Words) -> bool:
    """ "The region, which Chad lost control of": of two subjects the relative pronoun is none."""
    subjects = [child for child in verb.lefts if child.dep_ in SUBJECT]
    if verb.dep_ != "relcl" or len(subjects) != 2 or subjects[0].tag_ not in ("WDT", "WP"):
        return False
    stranded = [
        w for w in verb.subtree if w.dep_ == "prep" and w.i > verb.i and all(c.dep_ != "pobj" for c in w.children)
    ]
    if any(child.dep_ == "dobj" for child in verb.children) and not stranded:
        return False
    subjects[0].dep_ = "dep" if stranded else "dobj"
    return True


def _since_something_began(verb: Token, words: Words) -> bool:
    """ "His first trip since the war with Chad began": the subject was hung on the "since"."""
    if verb.dep_ not in ("ccomp", "advcl") or verb.tag_ != "VBD" or verb.left_edge.i == 0:
        return False
    if any(child.dep_ in (*SUBJECT, "mark", "expl") for child in verb.children):
        return False
    above = verb.doc[verb.left_edge.i - 1].ancestors
    since = next((word for word in above if word.dep_ == "prep" and word.pos_ == "SCONJ"), None)
    noun = next((c for c in since.rights if c.dep_ == "pobj"), None) if since is not None else None
    if since is None or noun is None or noun.right_edge.i != verb.left_edge.i - 1 or since.i < verb.head.i:
        return False
    noun.head, noun.dep_, since.head, since.dep_, verb.dep_ = verb, "nsubj", verb, "mark", "advcl"
    return True


def _split_by_a_semicolon(verb: Token, words: Words) -> bool:
    """ "A truce followed in 1884; the treaty fixed the border", "The last of them left in May, and the embassy was closed": two
    clauses, of which the first was taken for a subject."""
    first, *others = [child for child in verb.lefts if child.dep_ in SUBJECT] or [verb]
    done = next((c for c in first.rights if c.dep_ == "acl" and c.tag_ == "VBN"), None)
    if not others or done is None:
        return False
    between = verb.doc[done.i : others[-1].left_edge.i]
    joined = len(between) > 2 and between[-1].dep_ == "cc" and between[-2].text == ","
    if not joined and all(word.text != ";" for word in between):
        return False
    done.head, done.dep_, done.tag_, first.head, first.dep_ = verb, "parataxis", "VBD", done, "nsubj"
    return True


def _main_behind_a_phrase(verb: Token, words: Words) -> bool:
    """ "Within days of the coup the bloc imposed sanctions": the main verb was taken for a relative clause of what opens the
    sentence, a phrase that then has none."""
    phrase = next((word for word in verb.ancestors if word.head == word), verb)
    whole = any(child.dep_ in (*SUBJECT, "npadvmod") for child in verb.lefts)
    gap = all(child.dep_ != "dobj" for child in verb.rights) or any(child.tag_ in _RELATIVE for child in verb.lefts)
    if verb.dep_ != "relcl" or verb.tag_ != "VBD" or phrase.pos_ != "ADP" or not whole or gap:
        return False
    noun = next((c for c in verb.lefts if c.dep_ in SUBJECT), None)
    noun = noun or next((c for c in reversed([*verb.lefts]) if c.dep_ == "npadvmod"), None)
    if noun is None or phrase.i > verb.i or any(word.pos_ in ("VERB", "AUX") for word in verb.doc[: noun.i]):
        return False
    verb.head, verb.dep_, noun.dep_ = verb, "ROOT", "nsubj"
    for child in [child for child in phrase.rights if child.i > verb.i]:
        child.head = verb
    phrase.head, phrase.dep_ = verb, "prep"
    return True


def _condition_without_its_verb(verb: Token, words: Words) -> bool:
    """ "If it does not, Chad may leave": a clause that leaves its verb out, which was read as a part of the main one."""
    for no in [child for child in verb.lefts if child.dep_ == "neg" and child.i > 1]:
        do, comma = no.nbor(-1), no.nbor()
        apart = comma.text == "," and any(child.dep_ in SUBJECT and child.i > comma.i for child in verb.lefts)
        own = any(child.dep_ in SUBJECT for child in (*do.lefts, *verb.lefts) if child.i < do.i)
        if do.head == verb and do.dep_ in ("aux", "advcl") and own and apart:
            for child in [child for child in verb.lefts if child.i <= no.i and child.dep_ in ("mark", "neg", *SUBJECT)]:
                child.head = do
            do.dep_ = "advcl"
            return True
    return False


def _subject_as_a_clause(verb: Token, words: Words) -> bool:
    """ "If the fighters left by Tuesday": the clause's verb was taken for what describes its subject."""
    noun = verb.head
    mark = next((child for child in noun.lefts if child.dep_ == "mark"), None)
    if (
        verb.dep_ != "acl"
        or verb.tag_ not in ("VBN", "VBD")
        or noun.dep_ not in ("advcl", "dobj")
        or noun.pos_ not in NOMINAL
        or mark is None
    ):
        return False
    verb.head, verb.dep_, verb.tag_ = noun.head, "advcl", "VBD"
    noun.head, noun.dep_, mark.head = verb, "nsubj", verb
    for by in [child for child in verb.rights if child.dep_ == "agent"]:
        by.dep_ = "prep" if any(word.text in words.calendar for word in by.subtree) else by.dep_
    return True


def _visiting_subject(verb: Token, words: Words) -> bool:
    """ "Visiting ministers called on Chad to leave": who acts was taken for the object of a clause that does."""
    who, main = next((c for c in verb.rights if c.dep_ == "dobj"), None), verb.head
    if verb.dep_ != "csubj" or verb.tag_ != "VBG" or who is None or main.pos_ != "VERB" or main.i < who.i:
        return False
    people = who.lemma_ in words.people or who.lemma_.capitalize() in words.titles
    if not people or who.left_edge.i != verb.i + 1 or who.left_edge.pos_ == "DET" or verb.left_edge != verb:
        return False
    for child in [
        child for child in (*verb.rights, *who.rights) if child.i > who.i and child.dep_ in ("prep", "npadvmod")
    ]:
        child.head = main if any(w.text in words.calendar for w in child.subtree) else child.head
    who.head, who.dep_, verb.head, verb.dep_ = main, "nsubj", who, "amod"
    return True


def _subject_behind_after(verb: Token, words: Words) -> bool:
    """ "Was suspended after Abiy Ahmed, the Ethiopian premier, flew in": the subject was hung on the "after"."""
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or verb.nbor(-1).text != "," or verb.head.i > verb.i:
        return False
    if any(child.dep_ in (*SUBJECT, "cc", "mark") for child in verb.children):
        return False
    after = next((c for c in reversed([*verb.head.rights]) if c.dep_ == "prep" and c.i < verb.i), None)
    noun = next((c for c in after.rights if c.dep_ == "pobj"), None) if after is not None else None
    named = noun is not None and any(child.dep_ == "appos" for child in noun.rights)
    if after is None or noun is None or not named or after.lower_ not in words.relations:
        return False
    if noun.right_edge.i < verb.i - 2:
        return False
    after.head, after.dep_, noun.head, noun.dep_ = verb, "mark", verb, "nsubj"
    verb.dep_ = "advcl"
    return True


def _day_beside_the_subject(verb: Token, words: Words) -> bool:
    """ "On Monday, the anniversary of the coup, Chad freed ten men": what day that was, taken for a second subject."""
    subjects = [child for child in verb.lefts if child.dep_ in SUBJECT]
    if len(subjects) != 2 or subjects[0].lemma_ not in words.days | words.units:
        return False
    first, comma = subjects[0].left_edge, subjects[0].right_edge.i + 1
    if first.i == 0 or first.nbor(-1).text != "," or verb.doc[comma].text != "," or subjects[1].i < comma:
        return False
    subjects[0].dep_ = "npadvmod"
    return True


def _who_stated_it(verb: Token, words: Words) -> bool:
    """ "Santos stated that the truce declared with them would go on": who says it was taken for what goes on, and the saying for a
    participle of it."""
    who = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    rights = who.rights if who is not None else ()
    says = next((c for c in rights if c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_ in words.reporting), None)
    if who is None or says is None or verb.dep_ != "ROOT" or says.i != who.i + 1:
        return False
    done = next((child for child in says.rights if child.dep_ == "ccomp"), None)
    that = next((c for c in done.lefts if c.dep_ == "mark"), None) if done is not None else None
    what = next((c for c in done.lefts if c.dep_ == "nsubj"), None) if done is not None else None
    if done is None or that is None or what is None or done.tag_ not in ("VBD", "VBN") or what.i > done.i:
        return False
    for child in [child for child in verb.children if child.dep_ == "punct" and child.i > verb.i]:
        child.head = says
    says.head, says.dep_, says.tag_, who.head = says, "ROOT", "VBD", says
    verb.head, verb.dep_ = says, "ccomp"
    done.head, done.dep_, done.tag_ = what, "acl", "VBN"
    what.head, that.head = verb, verb
    return True


def _who_is_doing_it(verb: Token, words: Words) -> bool:
    """ "Led to Chad imposing a ban": who does it was hung on the preposition."""
    before = verb.head
    if verb.tag_ != "VBG" or verb.dep_ != "pcomp" or any(child.dep_ in SUBJECT for child in verb.lefts):
        return False
    hung = (*before.rights, *verb.lefts)
    who = next((child for child in hung if child.dep_ in ("pobj", "npadvmod") and child.i < verb.i), None)
    if who is None or who.text in words.calendar or who.right_edge.i != verb.i - 1 or who.pos_ not in NOMINAL:
        return False
    who.head, who.dep_ = verb, "nsubj"
    return True


def _done_to_the_next(verb: Token, words: Words) -> bool:
    """ "One was killed and four men wounded in a raid, and on Friday, Chad said": what was done to others too, taken for a subject of
    what follows with a participle."""
    above, subjects = verb.head, [child for child in verb.lefts if child.dep_ == "nsubj"]
    passive = any(child.dep_ == "auxpass" for child in above.lefts)
    if verb.dep_ != "conj" or len(subjects) < 2 or above.tag_ != "VBN" or not passive:
        return False
    first = subjects[0]
    done = next((child for child in first.rights if child.dep_ == "acl" and child.tag_ == "VBN"), None)
    before = verb.doc[first.left_edge.i - 1]
    if done is None or before.dep_ != "cc" or before.head != above:
        return False
    for joint in [child for child in first.rights if child.dep_ == "cc"]:
        joint.head = above
    done.head, done.dep_, first.head, first.dep_ = above, "conj", done, "nsubjpass"
    return True


def _subject_with_its_participle(verb: Token, words: Words) -> bool:
    """ "After talks mediated by Chad began in Lima, they signed": the participle of the subject was taken for a clause beside its verb."""
    done = next((c for c in verb.lefts if c.dep_ == "advcl" and c.tag_ == "VBN"), None)
    what = next((c for c in done.lefts if c.dep_ == "nsubj"), None) if done is not None else None
    if done is None or what is None or verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.dep_ not in ("ccomp", "advcl"):
        return False
    own = any(child.dep_ in SUBJECT for child in verb.lefts)
    if own or done.i != what.i + 1 or all(child.dep_ != "agent" for child in done.rights) or verb.head.i < verb.i:
        return False
    for child in [child for child in done.lefts if child != what]:
        child.head = verb
    what.head, done.head, done.dep_, verb.dep_ = verb, what, "acl", "advcl"
    return True


def _subject_beyond_its_participle(verb: Token, words: Words) -> bool:
    """ "Talks held on Monday in the capital Luanda agreed on a truce": the town was taken for who agreed, and the participle of the
    talks for a clause of its own."""
    first = next((c for c in verb.lefts if c.dep_ == "ccomp" and c.tag_ == "VBD"), None)
    town = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.pos_ == "PROPN"), None)
    if (
        verb.dep_ not in ("ROOT", "ccomp")
        or verb.tag_ != "VBD"
        or first is None
        or town is None
        or town.left_edge.i < 1
    ):
        return False
    subject, noun = next((c for c in first.lefts if c.dep_ == "nsubj"), None), town.doc[town.left_edge.i - 1]
    if subject is None or first.i != subject.right_edge.i + 1 or noun.dep_ != "pobj" or not first.is_ancestor(noun):
        return False
    if noun.lemma_ not in words.settlements or first.right_edge.i != noun.i:
        return False
    town.head, town.dep_, subject.head = noun, "appos", verb
    first.head, first.dep_, first.tag_ = subject, "acl", "VBN"
    return True


def _subject_beside_a_day(verb: Token, words: Words) -> bool:
    """ "Chad said Monday the head of its army, Hassan Ba, will visit Lima": who will was taken for another name of the day."""
    own = any(child.dep_ in (*SUBJECT, "expl", "mark") for child in verb.lefts)
    if verb.dep_ != "ccomp" or own or verb.head.i > verb.i:
        return False
    days = (c for c in verb.head.rights if c.dep_ == "npadvmod" and c.text in words.calendar and c.i < verb.i)
    noun = next((c for day in days for c in day.rights if c.dep_ == "appos" and c.i > day.i), None)
    if noun is None or any(not word.is_punct for word in verb.doc[noun.right_edge.i + 1 : verb.left_edge.i]):
        return False
    noun.head, noun.dep_ = verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.lefts) else "nsubj"
    return True


def _subject_before_its_day(verb: Token, words: Words) -> bool:
    """ "In response to the attack, Chad on Monday, May 3, shut its border": who did it was taken for another name of the attack."""
    first = next((c for c in verb.lefts if c.dep_ == "prep" and c.left_edge.i == 0), None)
    own = any(child.dep_ in (*SUBJECT, "expl") for child in verb.children)
    if verb.dep_ != "ROOT" or verb.tag_ != "VBD" or own or first is None:
        return False
    names = (
        w for w in first.subtree if w.dep_ == "appos" and w.pos_ == "PROPN" and verb.doc[w.left_edge.i - 1].text == ","
    )
    who = next((w for w in names if w.right_edge.i + 2 >= verb.i and w.right_edge.i > w.i), None)
    days = [child for child in who.rights if child.dep_ == "prep"] if who is not None else []
    if who is None or not any(word.text in words.calendar for day in days for word in day.subtree):
        return False
    who.head, who.dep_ = verb, "nsubj"
    for day in days:
        day.head = verb
    return True


def _adjective_as_subject(verb: Token, words: Words) -> bool:
    """ "The paramilitary Support Forces said": an adjective right before the subject, which was taken for another one."""
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
    if len(subjects) != 2 or subjects[0].tag_ != "JJ" or subjects[0].i + 1 != subjects[1].left_edge.i:
        return False
    for child in list(subjects[0].lefts):
        child.head = subjects[1]
    subjects[0].head, subjects[0].dep_ = subjects[1], "amod"
    return True


def _of_what_it_is_the_end(verb: Token, words: Words) -> bool:
    """ "Announced a halt to attacks": what is to end, which was hung on the verb."""
    for noun in [child for child in verb.rights if child.dep_ == "dobj"]:
        to = next((c for c in verb.rights if c.dep_ == "prep" and c.i == noun.right_edge.i + 1), None)
        if to is not None and f"{noun.lemma_.lower()} {to.lower_}" in words.ending:
            to.head = noun
            return True
    return False


#: What is looked for wherever a verb stands, in this order.
SUBJECTS = (
    _subject_beyond_its_participle, _of_what_it_is_the_end, _subject_beside_a_day, _subject_before_its_day, _adjective_as_subject, _subject_with_its_participle, _done_to_the_next, _who_is_doing_it, _who_stated_it, _subject_behind_a_time, _second_subject, _object_as_apposition, _subject_on_a_preposition, _joined_by_i, _object_of_the_relative,
    _since_something_began, _before_its_conjunction, _split_by_a_semicolon, _condition_without_its_verb, _main_behind_a_phrase, _day_beside_the_subject, _subject_as_a_clause,
    _visiting_subject, _subject_behind_after,
)  # fmt: skip
