"""One parsed sentence: which word a time belongs to, and which event that word names.

The parse decides; what words mean is in `lang/<code>/events.toml`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from timeline.lang.lexicon import Lexicon
from timeline.model import ActorMention, Sentence, TimeExpression
from timeline.parsing.grammar import NOMINAL, SUBJECT, antecedent, auxiliaries, main_verb, phrasal

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

#: Lists of nouns that tables of verbs with their objects name.
_GROUPS = (
    "unwelcome",
    "bonds",
    "supplies",
    "forces",
    "weapons",
    "bodies",
    "people",
    "pair_of_people",
    "decisions",
    "strongholds",
)


@dataclass
class Syntax:
    """One parsed sentence with the names and times in it."""

    lexicon: Lexicon
    sentence: Sentence
    doc: Doc
    actors: Sequence[ActorMention]
    namer: Callable[[Doc], Doc] = lambda doc: doc  # marks the names that only the model knows
    times: Sequence[TimeExpression] = ()
    before: Sequence[Sequence[ActorMention]] = ()  # the names of the sentences before it, the nearest first

    @cached_property
    def names(self) -> Sequence[Span]:
        """The names that the model sees; looked for when somebody asks."""
        return self.namer(self.doc).ents

    def name_at(self, token: Token) -> Span | None:
        return next((name for name in self.names if name.start <= token.i < name.end), None)

    def kind_of_name(self, token: Token) -> str | None:
        """PERSON, ORG, GPE, LOC, FAC ... or None."""
        name = self.name_at(token)
        return name.label_ if name is not None else None

    def time_words(self, word: Token) -> list[Token]:
        """The words of the time expression that a word is in, if it is in one."""
        at = self.sentence.start + word.idx
        time = next((each for each in self.times if each.start <= at < each.end), None)
        return self.tokens(time.start, time.end) if time is not None else []

    @cached_property
    def _starts(self) -> list[int]:
        return [token.idx for token in self.doc]

    def tokens(self, start: int, end: int) -> list[Token]:
        """The words that a stretch of the text touches, but for white space."""
        first, last = start - self.sentence.start, end - self.sentence.start
        low = max(bisect_right(self._starts, first) - 1, 0)
        found = (self.doc[at] for at in range(low, bisect_left(self._starts, last)))
        return [token for token in found if token.idx + len(token) > first and not token.is_space]

    def governor(self, token: Token, inside: Sequence[Token]) -> tuple[Token | None, Token | None]:
        """The word that a time depends on, and the preposition between them."""
        preposition: Token | None = None
        for _ in range(8):
            if token.head.i == token.i:
                return token, preposition
            parent = token.head
            if token.dep_ in ("pobj", "pcomp") and parent.pos_ in ("ADP", "SCONJ", "ADV", "VERB"):
                preposition = preposition or (parent if parent not in inside else None)
                token = parent
                carrier = parent.head
                if parent.lower_ in self.lexicon.time["of"] and carrier.lemma_ in self.lexicon.time["carriers"]:
                    preposition, token = None, carrier  # "on the occasion of the 15th"
                continue
            if parent.pos_ in ("ADP", "ADV", "ADJ", "NUM", "PART", "SCONJ") and parent.dep_ != "ROOT":
                token = parent
                continue
            hung = token in inside or (token == preposition and parent.dep_ in SUBJECT)  # "Trump on Monday called off"
            told = self._verb_behind(parent, inside) if hung else None
            return told or parent, preposition
        return None, None

    def _verb_behind(self, subject: Token, time: Sequence[Token]) -> Token | None:
        """The past verb right behind a time that the parser hung on the verb's subject: "Norway Friday ratified it"."""
        first = subject
        while first.dep_ == "conj":
            first = first.head
        verb = first.head
        if first.dep_ not in SUBJECT or verb.tag_ != "VBD" or not subject.i < time[0].i <= time[-1].i < verb.i:
            return None
        if verb.lemma_ in self.lexicon.telling["reporting"] and self.is_event_word(subject):
            return None  # "the vote on Saturday revealed a rift"
        return verb if all(word.pos_ in ("PUNCT", "ADV") for word in verb.doc[time[-1].i + 1 : verb.i]) else None

    def ranked(self, clause: Token) -> bool:
        """Whether an infinitive says who did it first, last or alone: "the first minister to visit Havana" did."""
        counted = clause.dep_ == "advcl" and clause.head.lemma_ in self.lexicon.telling["becoming"]
        if clause.dep_ not in ("acl", "relcl", "xcomp") and not counted:
            return False
        nouns = [clause.head, *(child for child in clause.head.children if child.dep_ == "attr")]
        words = [word for noun in nouns for word in (noun, *noun.children)]  # "was among the first to congratulate him"
        ranks = self.lexicon.status["ranks"]
        return any(
            word.tag_ == "JJS" or word.lower_ in ranks or (word.tag_ == "JJ" and word.like_num) for word in words
        )

    def is_event_word(self, noun: Token) -> bool:
        """Whether a noun or a name's last word is one of events: "treaty", "Treaty"."""
        return self.kind_of(noun) is not None

    def kind_of(self, noun: Token) -> str | None:
        """The type of the event that a noun names, alone or with the word before it ("cease-fire", "hunger strike"); a
        time ("March") names none."""
        if self.time_words(noun):
            return None
        lemma, first = noun.lemma_.lower(), noun.i == 0
        joined = not first and noun.nbor(-1).text == "-" and noun.i > 1
        two = f"{noun.nbor(-2).lower_}-{lemma}" if joined else "" if first else f"{noun.nbor(-1).lower_} {lemma}"
        if lemma in self.lexicon.cast["continuing"]:  # "an extension of the truce"
            of = (c for p in noun.rights if p.lower_ in self.lexicon.time["of"] for c in p.children if c.dep_ == "pobj")
            if (kind := next((kind for c in of if (kind := self.kind_of(c))), None)) is not None:
                return kind
        if (ended := self.ended(noun)) is not None:
            return self.kind_with_object(lemma, ended) or "CONCEDE"
        return self.lexicon.nouns.get(two) or self.lexicon.nouns.get(lemma)

    def ended(self, noun: Token) -> Token | None:
        """The event that a noun says the end of: the fighting of "a halt in fighting"."""
        of = (p for p in noun.rights if f"{noun.lemma_.lower()} {p.lower_}" in self.lexicon.cast["ending"])
        inner = (child for p in of for child in p.children if child.dep_ == "pobj")
        return next((word for word in inner if self.is_event_word(word)), None)

    def in_force(self, noun: Token) -> bool:
        """Whether what a noun names goes on until somebody ends it."""
        return self.kind_of(noun) in self.lexicon.cast["in_force"]

    def kind_with_object(self, lemma: str, thing: Token | None) -> str | None:
        """The type of a verb that means something else with an object of some type, a bond, a supply, a force or an organisation:
        "leave the pact"."""
        if thing is None:
            return None
        cast, known = self.lexicon.cast, self.mentions(thing)
        group = next(
            (name for name in _GROUPS if thing.lemma_ in cast[name]),
            None,
        )
        called = known.kind if known else group or self.kind_of(thing)
        kinds = self.lexicon.tables["with_object"]
        # "strike oil", "leave the pact"
        kind = kinds.get(f"{lemma} {thing.lemma_.lower()}") or kinds.get(f"{lemma} {called}")
        return str(kind) if kind else None

    def names_event(self, noun: Token) -> bool:
        """Whether a noun names an event, and is neither a part of another name nor why something was done ("at Chad's request")."""
        behest = noun.dep_ == "pobj" and f"{noun.head.lower_} {noun.lemma_}" in self.lexicon.cast["behest"]
        part = noun.dep_ in ("compound", "nmod") and noun.head.pos_ in NOMINAL
        return self.is_event_word(noun) and not (part or behest)

    def calls_off(self, verb: Token) -> bool:
        """Whether a verb with its particle is one of cancelling: "called off"."""
        back = self.lexicon.cast["back"]
        beside = [
            child.lower_
            for child in verb.children
            if child.dep_ in ("prt", "advmod") and not (child.lower_ in back and self._leads_into(child))
        ]
        return any(f"{verb.lemma_.lower()} {word}" in self.lexicon.status["cancelled_verb"] for word in beside)

    def _leads_into(self, particle: Token) -> bool:
        """Whether a particle says where to, not that something is later: "put back on the list"."""
        behind = particle.nbor() if particle.i + 1 < len(particle.doc) else particle
        where = behind.dep_ == "prep" and behind.lower_ in self.lexicon.cast["where"] | self.lexicon.cast["onto"]
        return where and not any(self.time_words(inner) for inner in behind.subtree)

    def cancels(self, verb: Token) -> bool:
        """Whether a verb is one of cancelling, with or without a particle: "postponed", "called off"."""
        return verb.lemma_.lower() in self.lexicon.status["cancelled_verb"] or self.calls_off(verb)

    def undoes(self, verb: Token, noun: Token) -> bool:
        """Whether a verb calls off what a noun before it names: "talks were due in May, but Chad called them off", "called a
        vote for May, but it was put off"."""
        actors = self.lexicon.tables["actors"]
        thing = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
        if thing is None or not self.cancels(verb):
            return False
        done = thing.dep_ == "nsubjpass"
        several = actors["plural_pronouns"] if done else actors["them"]
        called = done and noun.dep_ == "dobj" and noun.head.lemma_ in self.lexicon.telling["sets_for"]
        told = noun.dep_ in SUBJECT or called
        return told and thing.lower_ in (several if noun.tag_ == "NNS" else actors["thing_pronouns"])

    def event_noun(self, word: Token | None) -> Token | None:
        """The event noun that a subject or object is, or stands for ("which" for its antecedent)."""
        if word is None:
            return None
        if (noun := antecedent(word, self.lexicon)).i != word.i:
            word = noun
            if word.dep_ == "appos" and word.lemma_.lower() not in self.lexicon.nouns:
                word = word.head
        if word.pos_ in NOMINAL and self.is_event_word(word):
            return word
        for child in word.children:  # "a round of talks", "the first of three meetings"
            if child.dep_ == "prep" and child.lower_ == "of":
                for inner in child.children:
                    if inner.dep_ == "pobj" and self.is_event_word(inner):
                        return inner
        return None

    def subject(self, verb: Token) -> Token | None:
        if (receiver := self._given_time(verb)) is not None:
            return receiver
        if any(child.dep_ == "expl" for child in verb.children):  # "there were talks on May 4"
            return next((child for child in verb.children if child.dep_ == "attr"), None)
        for step in range(4):
            for child in verb.children:
                if (
                    child.dep_ in SUBJECT
                    and verb.dep_ == "ccomp"
                    and verb.head.tag_ == "VBD"
                    and self.time_words(child)
                ):
                    return self.subject(verb.head)  # "a truce declared this March collapsed", misread
                if child.dep_ in SUBJECT:  # "Russia, whose minister warned ..., froze contacts": Russia did that
                    return self._counted(self._owned(child) if step == 0 else child)
            if (told := self._told_to(verb)) is not None:
                return told
            for child in verb.lefts:
                if main_verb(child).i == verb.i and child.pos_ == "VERB":
                    return self.object(child)
            is_one = (
                verb.dep_ in ("acl", "relcl") and verb.tag_ == "VB" and verb.head.dep_ == "attr" and self.ranked(verb)
            )
            if is_one:  # "became the first state to leave"
                verb = verb.head.head
                continue
            if verb.dep_ not in ("xcomp", "oprd", "conj", "acomp", "advcl") or verb.head.i == verb.i:
                break
            verb = verb.head
        being = verb.tag_ == "VBN" and any(child.dep_ == "auxpass" and child.tag_ == "VBG" for child in verb.children)
        if verb.dep_ == "pcomp" and (verb.tag_ == "VBG" or being) and verb.head.pos_ in ("ADP", "SCONJ"):
            above = verb.head.head  # "after passing two deadlines, diplomats met", "Libyans suspected of bombing a jet"
            counted = bool(self.time_words(above))
            if counted:  # "received him on June 20, a day after meeting Aliyev", "within days of signing it"
                above = next((word for word in above.ancestors if word.pos_ in ("VERB", "AUX")), above)
            if above.pos_ in NOMINAL and self.is_event_word(above):
                return next(
                    (c for c in above.children if c.dep_ == "poss"), None
                )  # "his first visit since taking office"
            thing = next((c for c in above.children if c.dep_ == "dobj" and c.i < verb.i), None)
            if thing is not None and not counted and verb.head.lower_ in self.lexicon.telling["of_others"]:
                return thing  # "accused Russia of sending tanks"
            return self.subject(above) if above.pos_ in ("VERB", "AUX") and above.i != verb.i else None
        if verb.dep_ == "acl" and verb.head.pos_ in NOMINAL:
            if verb.tag_ == "VBN" and verb.lemma_ in self.lexicon.telling["achieve"]:
                return self._accord_above(verb.head)
            if verb.tag_ != "VB":
                named = verb.head.dep_ == "appos" and verb.head.head.pos_ == "PROPN" and verb.tag_ != "VBD"
                return verb.head.head if named else verb.head  # "Jonathan Pollard, an American jailed in 1987"
            above = self.clause(verb.head)  # "accepted an invitation to visit Pyongyang": the visitor accepted
            subject = self.subject(above) if above.i != verb.i and above.pos_ in ("VERB", "AUX") else None
            owner = next((child for child in verb.head.lefts if child.dep_ == "poss"), None)
            return subject if subject != verb.head else owner  # "Chad's plan to leave the pact was rejected"
        return None

    def _accord_above(self, noun: Token) -> Token:
        """The accord that is signed or reached, where the parser hung that on what it is about: "the agreement on trade and
        investment signed in 1998"."""
        above = noun
        while self.kind_of(above) is None and above.dep_ in ("conj", "pobj", "prep") and above.head.i < above.i:
            above = above.head
        return above if self.kind_of(above) == "AGREE" else noun

    def _told_to(self, verb: Token) -> Token | None:
        """Who is asked, told or made to do what an infinitive says: "asked the council to hold a meeting"."""
        above = verb.head
        if verb.dep_ == "acl" and above.pos_ in NOMINAL and "to" in auxiliaries(verb):
            bidden = (
                c for p in above.rights if p.lower_ in self.lexicon.cast["purpose"] and p.i < verb.i for c in p.children
            )
            whom = next((c for c in bidden if c.dep_ == "pobj"), None)
            # "a directive for all envoys to leave"
            return whom if whom is not None and whom.right_edge.i + 1 == verb.left_edge.i else None
        if verb.dep_ != "xcomp" or "to" not in auxiliaries(verb):
            return None
        asked = (c for p in above.rights if self.asks_of(above, p) and p.i < verb.i for c in p.children)
        if (whom := next((c for c in asked if c.dep_ == "pobj"), None)) is not None:
            return whom  # "called on Germany to withdraw"
        if above.lemma_ not in self.lexicon.telling["makes_others"]:
            return None
        passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in above.children)
        given = (c for c in above.rights if c.dep_ in ("dative", "dobj") and c.i < verb.i)
        return None if passive else next(given, None)

    def _given_time(self, verb: Token) -> Token | None:
        """Who has to do what time is given for: "gave the rebels 48 hours to leave", "France has ten days to reply"."""
        above = verb.head if verb.head.pos_ in ("VERB", "AUX") else verb.head.head
        if verb.dep_ not in ("relcl", "acl", "advcl", "xcomp") or above.lemma_ not in self.lexicon.telling["give_time"]:
            return None
        if verb.dep_ == "xcomp" and above != verb.head:
            return None
        if auxiliaries(verb) != {"to"} or any(child.dep_ in SUBJECT for child in verb.children):
            return None
        given = next((child for child in above.children if child.dep_ == "dative"), None)
        beside = [c for c in above.rights if c.dep_ in ("dobj", "npadvmod") and c.i < verb.i]
        timed = any(map(self.time_words, beside))  # "gave the junta a week to leave"
        whom = (c for c in beside if c.dep_ == "dobj" and (c.pos_ in ("PROPN", "PRON") or timed))
        whom = (c for c in whom if not self.time_words(c))
        given = given or (next(whom, None) if above.tag_ == "VBD" else None)  # "gave General Tiani a week to leave"
        return given or next((child for child in above.children if child.dep_ in SUBJECT), None)

    def _counted(self, subject: Token) -> Token:
        """The two of "the two last met in May", where the parser takes "last" for a noun."""
        two = (c for c in subject.children if c.lower_ in self.lexicon.cast["two"] and c.dep_ == "nummod")
        return next(two, subject) if subject.tag_ == "JJ" else subject

    def _owned(self, subject: Token) -> Token:
        """The minister in "Fujimori, whose foreign minister resigned", which the parser takes for an apposition or for
        a second subject."""
        whose = self.lexicon.tables["actors"]["whose"]
        seconds = [child for child in subject.head.children if child.dep_ in SUBJECT and child.i > subject.i]
        beside = (*(child for child in subject.children if child.dep_ == "appos"), *seconds)
        return next((c for c in beside if any(word.lower_ in whose for word in c.doc[c.left_edge.i : c.i])), subject)

    def object(self, verb: Token) -> Token | None:
        return next((child for child in verb.children if child.dep_ in ("dobj", "obj", "attr")), None)

    def takes_effect(self, verb: Token) -> bool:
        """Whether a verb says what only an accord or a truce does: "took effect", "come into force"."""
        behind = [c for p in verb.children if p.dep_ == "prep" for c in p.children if c.dep_ == "pobj"]
        thing = self.object(verb)
        return any(word.lemma_ in self.lexicon.telling["effect"] for word in ([thing] if thing is not None else behind))

    def becomes_known(self, verb: Token) -> bool:
        """Whether a verb says of what was hidden that it was found out: "evidence of killings came to light"."""
        hung = (c for to in verb.rights if to.dep_ == "prep" for c in to.children)
        happens = verb.lemma_ in self.lexicon.telling["happen"]
        return happens and any(c.lemma_ in self.lexicon.telling["known_by"] for c in hung)

    def goes_on(self, verb: Token) -> bool:
        """Whether a verb says of something that it lasts: "the talks continue", "the war dragged on"."""
        return bool(phrasal(verb) & self.lexicon.telling["go_on"])

    def takes_place(self, verb: Token) -> bool:
        """Whether a verb says of an event only that it is held or begins."""
        return verb.lemma_ in self.lexicon.telling["begin"] or verb.lemma_ in self.lexicon.telling["light"]

    def has_actor_subject(self, verb: Token) -> bool:
        subject = self.subject(verb)
        return subject is not None and any(
            self.mentions(token) for token in subject.subtree if token.i <= subject.i + 1
        )

    def has_named_subject(self, verb: Token) -> bool:
        """Whether somebody with a name does it, or a pronoun that may stand for one."""
        subject = self.subject(verb)
        if subject is not None and verb.dep_ == "relcl":
            subject = antecedent(subject, self.lexicon)  # "Guterres, who had written to Putin"
        bodies = self.lexicon.cast["bodies"]
        named = subject is not None and (
            subject.pos_ == "PROPN"
            or subject.lower_ in self.lexicon.pronouns
            or subject.lemma_ in bodies
            or any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in subject.children)
        )
        return named or self.has_actor_subject(verb)

    def clause(self, trigger: Token) -> Token:
        """The verb that tells the trigger: itself, or the verb above an event noun; of "talks were (due) to begin" that."""
        word = trigger
        while word.pos_ not in ("VERB", "AUX") and word.head.i != word.i:
            word = word.head
        word = main_verb(word)
        said = [word, *(child for child in word.children if child.dep_ == "acomp")]
        inner = next((child for above in said for child in above.children if child.dep_ == "xcomp"), None)
        courses = self.lexicon.telling["begin"] | self.lexicon.telling["finish"]
        planned = word.tag_ == "VBN" and word.lemma_ in self.lexicon.status["scheduled_matrix"]
        planned = planned and inner is not None and inner.lemma_ in courses  # "is set to expire"
        looked_through = inner is not None and (word.pos_ == "AUX" or planned) and trigger.pos_ in NOMINAL
        return inner if inner is not None and looked_through else word

    def asks_of(self, verb: Token, word: Token) -> bool:
        """Whether a word beside a verb brings in who is asked for something: the "on" of "called on Germany to withdraw"."""
        kinds = self.lexicon.tables["with_preposition"]
        return word.dep_ in ("prep", "mark") and kinds.get(f"{verb.lemma_.lower()} {word.lower_}") == "REQUEST"

    def with_preposition(self, verb: Token, word: Token) -> str | None:
        """The type of a verb with a preposition or particle beside it, or with that and its noun: "sat down", "sat at a table"."""
        kinds = self.lexicon.tables["with_preposition"]
        idiom = f"{verb.lemma_.lower()} {word.lower_}"
        nouns = (kinds.get(f"{idiom} {inner.lemma_.lower()}") for inner in word.children if inner.dep_ == "pobj")
        kind = kinds.get(idiom) or next(filter(None, nouns), None)
        return str(kind) if kind else None

    def also_inside(self, token: Token) -> list[ActorMention]:
        """The names that begin inside a word, behind the one that opens it: Iran of "U.S.-Iran"."""
        at = self.sentence.start + token.idx
        return [mention for mention in self.actors if at < mention.start < at + len(token)]

    def mentions(self, token: Token) -> ActorMention | None:
        at = self.sentence.start + token.idx
        return next((mention for mention in self.actors if mention.start <= at < mention.end), None)
