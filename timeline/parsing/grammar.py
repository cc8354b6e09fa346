"""What a parse alone tells of a word: its auxiliaries, its particle, whom a pronoun beside it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.lang.lexicon import Lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

NOMINAL = ("NOUN", "PROPN")
SUBJECT = ("nsubj", "nsubjpass", "csubj")


def auxiliaries(clause: Token) -> set[str]:
    """The auxiliaries of a verb, in lower case; not the month in "On 3 May the president dissolved parliament"."""
    found = (child for child in clause.children if child.dep_ in ("aux", "auxpass"))
    return {child.lower_ for child in found if not (child.text.istitle() and _beside_number(child))}


def shared_auxiliaries(clause: Token) -> set[str]:
    """The auxiliaries of a verb, or those that it shares: "must begin in May and be completed in June" has two musts."""
    own = auxiliaries(clause)
    bound = any(child.dep_ == "aux" or child.dep_ in SUBJECT for child in clause.children)
    return own | auxiliaries(clause.head) if clause.dep_ == "conj" and not bound else own


def _beside_number(word: Token) -> bool:
    return any(near.like_num for near in word.doc[max(0, word.i - 1) : word.i + 2])


def antecedent(word: Token, lexicon: Lexicon) -> Token:
    """The noun that a relative pronoun stands for, else the word itself; what "broke down" are the talks, not the sides
    in "talks between the two sides, which broke down"."""
    clause = word.head
    while clause.dep_ in ("conj", "xcomp") and clause.head.i < clause.i:
        clause = clause.head  # "a treaty that was signed and that took effect", "a bill that they hope to pass"
    if word.lower_ not in lexicon.relatives or clause.dep_ != "relcl":
        return word
    verb, noun = word.head, clause.head
    if word.tag_ == "WP" and noun.dep_ == "pobj" and noun.head.head.lemma_ in lexicon.people:
        noun = noun.head.head  # "the head of UNASUR, who had flown to Caracas"
        noun = noun.head if noun.dep_ == "appos" and noun.head.pos_ == "PROPN" else noun
    if noun.dep_ == "pobj" and noun.text in lexicon.calendar:  # "an accord reached in September, which collapsed"
        above = noun.head.head.head if noun.head.head.dep_ == "acl" else noun.head.head
        if above.pos_ == "VERB":  # "declared a curfew on May 2, which they prolonged"
            above = next((c for c in above.rights if c.dep_ == "dobj" and c.i < noun.i), above)
        noun = above if above.pos_ in NOMINAL else noun
    outer = noun
    while outer.dep_ == "conj":  # "between the cabinet and the rebels, which resumed"
        outer = outer.head
    inner = next((c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "VERB"), None)
    verb = inner if inner is not None and verb.pos_ == "AUX" else verb  # "a visit by the mission that was to begin"
    ends = lexicon.nouns.keys() | (lexicon.telling["terms"] if verb.lemma_ in lexicon.telling["finish"] else set())
    while outer.dep_ == "pobj" and outer.lemma_.lower() not in ends and (described := noun_above(outer)) is not None:
        outer = described
    runs = verb.lemma_ in lexicon.telling["courses"] | lexicon.telling["begin"] | lexicon.telling["finish"]
    # "which he suspended", "which he expects in May", "sanctions on exports of oil that it had imposed"
    status = lexicon.status
    of_things = status["cancelled_verb"] | lexicon.telling["imposing"] | status["scheduled_matrix"] | status["moots"]
    of_things |= status["denied_matrix"] | status["accepted_matrix"]
    runs = runs or (word.dep_ == "dobj" and verb.lemma_ in of_things)
    runs = runs or verb.lemma_ in lexicon.telling["swells"]  # "attacks on ships, which have increased"
    behind = [child for child in verb.children if child.dep_ == "dobj" and child != word]
    # "a deal with Putin, which took effect"
    effect = any(child.lemma_ in lexicon.telling["effect"] for child in behind)
    runs, done = runs or effect, bool(behind) and not effect
    if effect and outer.lemma_ not in ends and outer.dep_ == "pobj":
        outer = next((c for c in outer.head.head.rights if c.dep_ == "dobj" and c.lemma_ in ends), outer)
    return outer if runs and not done and outer.lemma_.lower() in ends else noun


def told_before(pronoun: Token, lexicon: Lexicon) -> Token | None:
    """What "it", or "they" that something is done to, stands for in its sentence: what was told of last that something is done
    to ("cut ties in 1985, but they were restored")"""
    words = lexicon.tables["actors"]
    several = pronoun.lower_ in words["plural_pronouns"] and pronoun.dep_ == "nsubjpass"
    if pronoun.lower_ not in words["thing_pronouns"] and not several:
        return None
    behind = [child for child in pronoun.head.rights if child.dep_ == "dobj"]
    if pronoun.dep_ == "nsubj" and any(child.lemma_ not in lexicon.telling["effect"] for child in behind):
        return None  # "accepted a deal, but Israel said that it would send envoys"
    before = [word for word in reversed(pronoun.doc[: pronoun.i]) if word.dep_ in ("dobj", "nsubjpass", "nsubj")]
    if phrasal(pronoun.head) & lexicon.telling["courses"]:  # "an accord brought a lull, but it broke down"
        return next((word for word in before if lexicon.nouns.get(word.lemma_) in ("AGREE", "CONSULT")), None)
    told = (word for word in before if word.dep_ != "nsubj")
    if pronoun.head.lemma_ in lexicon.telling["founding"]:
        told = (
            word for word in told if word.lemma_ not in lexicon.nouns
        )  # "condemned the attack ... since it was founded"
    return next((word for word in told if word.pos_ == "NOUN" and (word.tag_ == "NNS" or not several)), None)


def noun_above(inner: Token) -> Token | None:
    """The noun that one behind a preposition describes: "talks" of "talks between them", of "talks mediated by Qatar"; the
    object right before the preposition, which the parser hung on the verb ("lift curbs on exports")."""
    above = inner.head.head
    above = above.head if above.dep_ == "acl" else above
    if above.pos_ == "VERB":
        above = next((c for c in above.rights if c.dep_ == "dobj" and c.i + 1 == inner.head.i), above)
    return above if above.pos_ in NOMINAL else None


def is_absolute(preposition: Token) -> bool:
    """Whether a phrase behind a comma is a clause of its own: "talks broke down, with an envoy accusing Washington of ..."."""
    noun = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    apart = preposition.i > 0 and preposition.nbor(-1).text == ","
    return apart and noun is not None and any(c.dep_ == "acl" and c.tag_ == "VBG" for c in noun.rights)


def is_of_one(word: Token, clause: Token) -> bool:
    """Whether a relative clause is of one of several alone: "Macron, who was in Oslo, and Merkel, who followed him"."""
    behind = any(other.i > clause.i for other in word.conjuncts)
    before = (w for other in word.conjuncts if other.i < word.i for w in other.subtree if w.i < word.i)
    return clause.dep_ == "relcl" and clause.head == word and (behind or any(w.dep_ == "relcl" for w in before))


def does_so(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb stands for another: "spoke on Thursday and will do so again on Saturday", "left in May, as did Mali in June"."""
    behind = verb.doc[verb.i + 1 : verb.i + 2].text.lower()
    if f"{verb.lemma_} {behind}" in lexicon.status["so"]:
        return True
    as_others = verb.dep_ == "advcl" and any(child.lower_ in lexicon.status["just_as"] for child in verb.lefts)
    alone = all(child.dep_ not in ("dobj", "xcomp", "ccomp", "attr", "acomp") for child in verb.children)
    own = any(child.dep_ == "nsubj" for child in verb.children)
    does = any(so.startswith(f"{verb.lemma_} ") for so in lexicon.status["so"])
    return does and verb.tag_ == "VBD" and alone and own and (as_others or verb.dep_ == "conj")


def made_to(verb: Token, lexicon: Lexicon) -> tuple[Token, Token] | None:
    """(who, verb) of what somebody is made to do: "to have Chad hand over its arms"."""
    inner = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    who = next((c for c in inner.children if c.dep_ in SUBJECT), None) if inner is not None else None
    return (who, inner) if inner is not None and who is not None and verb.lemma_ in lexicon.telling["let"] else None


def main_verb(verb: Token) -> Token:
    """The main verb where the parser took the participle before its subject for a clause of its own:
    "Soon after, suspended exercises with Seoul are due to resume"."""
    misread = (
        verb.dep_ == "advcl"
        and verb.tag_ in ("VBD", "VBN")
        and verb.i < verb.head.i
        and any(child.dep_ == "dobj" for child in verb.children)
        and not any(child.dep_ in (*SUBJECT, "mark", "aux", "auxpass") for child in verb.children)
        and not any(child.dep_ in SUBJECT for child in verb.head.children)
    )
    return verb.head if misread else verb


def is_another_object(word: Token) -> bool:
    """Whether an object is behind another and set off from it: a clause without its verb ("met Merkel on Monday and Macron
    on Tuesday") or an apposition ("visits Caracas on Monday, his third trip", "flew home, her first visit")."""
    before, verb = word.doc[word.left_edge.i - 1], word.head
    if word.dep_ == "npadvmod" and word.pos_ == "PROPN":
        # "was appointed envoy, and four years later Special Representative"
        return before.dep_ == "cc" and before.head.dep_ in ("dobj", "oprd", "attr") and before.head.head == verb
    if word.dep_ != "dobj":
        return False
    if before.text != "," and before.pos_ != "CCONJ":
        return False
    one_of_them = word.pos_ == "ADJ"  # "four rounds followed, the last of them in Lima"
    apposition = before.text == "," and (before.i > verb.i + 1 or one_of_them)
    return apposition or any(c.dep_ in ("dobj", "xcomp", "ccomp") and c.i < word.i for c in verb.rights)


def whom(clause: Token) -> Token:
    """Who stands before a relative clause with "whom": the name right before it, or the noun that it hangs on."""
    before = [word for word in clause.doc[: clause.left_edge.i] if not word.is_punct][-1:]
    return before[0] if before and before[0].pos_ == "PROPN" else clause.head


def particle(verb: Token) -> str:
    return next((child.lower_ for child in verb.children if child.dep_ == "prt"), "")


def phrasal(verb: Token) -> set[str]:
    """A verb's lemma, and the same with its particle: "run", "run out"."""
    return {verb.lemma_, f"{verb.lemma_} {particle(verb)}".rstrip()}


def verb_with(preposition: Token) -> str:
    """The verb that a preposition belongs to, with what stands between: "bar from", "stop short of", also behind an object
    ("suspects Chad of")."""
    beside = [child.lower_ for child in preposition.lefts if child.pos_ == "ADV"]  # "instead of"
    words, verb = [*beside, preposition.lower_], preposition.head
    while verb.pos_ in ("ADP", "ADV") and verb.head.i != verb.i:
        words.insert(0, verb.lower_)
        verb = verb.head
    verb = verb.head if verb.dep_ == "dobj" else verb
    return " ".join([verb.lemma_.lower(), *words])


def prefix(verb: Token) -> str:
    """What a hyphen joins to a verb and its lemma lacks: the "re-" of "re-establish", the "test-" of "test-fired"."""
    own, hyphen, _ = verb.lower_.partition("-")
    whole = f"{own}-" if hyphen and not verb.lemma_.startswith(own) else ""
    return whole or torn_prefix(verb)


def torn_prefix(verb: Token) -> str:
    """What a hyphen joins to a verb that the parser tore apart there: the "test-" of "test-fired"."""
    joins = verb.i > 1 and verb.nbor(-1).text == "-" and not (verb.nbor(-1).whitespace_ or verb.nbor(-2).whitespace_)
    return f"{verb.nbor(-2).lower_}-" if joins else ""


def has_particle(verb: Token) -> bool:
    """Whether a verb has a particle: of "went on to win the vote", which was won, and not gone to."""
    return any(child.dep_ == "prt" for child in verb.children)


_STATES = ("xcomp", "oprd", "acomp")  # a participle that says in what state: "was found abandoned"


def is_passive(verb: Token) -> bool:
    """Whether the subject is what it is done to: "was signed", "a deal reached in Geneva"."""
    passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)
    if (
        verb.dep_ == "conj"
        and verb.tag_ == "VBN"
        and not any(child.dep_ in (*SUBJECT, "aux") for child in verb.children)
    ):
        return passive or is_passive(verb.head)  # "is to be read and signed"
    own = any(child.dep_ in ("nsubj", "aux", "dobj") for child in verb.children)
    fronted = verb.dep_ == "advcl" and verb.i < verb.head.i and not any(c.dep_ == "mark" for c in verb.children)
    state = verb.dep_ in _STATES or fronted  # "Suspended since 2014, flights will start again"
    whole = any(child.dep_ == "nsubj" for child in verb.children)  # "the claim that it had attacked a base"
    return passive or (verb.tag_ == "VBN" and ((verb.dep_ == "acl" and not whole) or (state and not own)))
