"""Who took part in an event, and who is quoted on it: from the parse and the names of the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from timeline.extraction.drafts import Earlier
from timeline.extraction.naming import body_seen, in_long_name, is_town, unknown_name
from timeline.extraction.reference import Reference
from timeline.extraction.sayings import Sayings
from timeline.extraction.syntax import Syntax
from timeline.extraction.telling import Telling
from timeline.model import ActorMention
from timeline.parsing.grammar import (
    NOMINAL,
    SUBJECT,
    is_absolute,
    is_another_object,
    is_of_one,
    made_to,
    verb_with,
    whom,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


_BEHIND = ("acl", "relcl", "advcl", "xcomp")  # clauses that say what a noun is for


@dataclass
class Casting:
    """Finds the cast of events in one sentence."""

    syntax: Syntax
    telling: Telling
    earlier: Earlier

    @cached_property
    def reference(self) -> Reference:
        return Reference(self.syntax, self.earlier, self.names_in)

    @property
    def words(self) -> Mapping[str, frozenset[str]]:
        return self.syntax.lexicon.cast

    def actors(self, trigger: Token, clause: Token) -> list[tuple[ActorMention, str]]:
        verb = clause if trigger.i != clause.i else trigger
        roots = self._of_a_verb(verb, trigger) if trigger.i == clause.i or self.telling.tells(trigger, clause) else []
        if not roots and trigger.pos_ == "VERB":  # "who became the first to visit Havana"
            roots = self._of_a_verb(trigger, trigger)
        if (deed := Sayings(self.syntax).deed(trigger)) is not None:  # "Macron said France would support Greece"
            others = self._of_a_verb(deed, trigger)  # but for "it", who says so
            others = [(word, role) for word, role in others if role != "subject" or word.pos_ != "PRON"]
            roots += [(word, "participant" if role == "subject" else role) for word, role in others]
        if trigger.pos_ in NOMINAL:
            roots += [(subject, "participant") for subject in self._present_at(trigger)]
            if trigger.dep_ == "pobj" and trigger.head.lower_ in self.words["speaking_in"]:
                says = clause.lemma_ in self.syntax.lexicon.telling["reporting"]
                said = says or trigger.lemma_ in self.words["speeches"]  # "denied it in a speech on Sunday"
                speaker = self.syntax.subject(clause) if said else None
                roots += [(speaker, "subject")] if speaker is not None else []
            held = [c for c in trigger.rights if c.dep_ == "acl" and c.tag_ == "VBN" and self.syntax.takes_place(c)]
            for child in (
                *trigger.children,
                *(c for verb in held for c in verb.rights),
            ):  # "talks held by Chad and Mali"
                if child.dep_ in ("poss", "compound", "amod", "nmod"):
                    roots.append((child, "participant"))
                elif child.dep_ in ("prep", "agent") and child.lower_ in self.words["of_a_noun"]:
                    roots += [(inner, "participant") for inner in child.children if inner.dep_ in ("pobj", "pcomp")]
                elif self._is_aimed(trigger, child):
                    roots += [(inner, "participant") for inner in child.children if self._target(inner)]
            for behind in (*trigger.rights, *clause.rights):
                if behind.dep_ in _BEHIND and (made := made_to(behind, self.syntax.lexicon)) is not None:
                    roots.append((made[0], "object"))
        found: dict[str, tuple[ActorMention, str]] = {}
        for root, role in roots:
            for token in [root] if is_of_one(root, verb) else self.with_conjuncts(root):
                for mention in self.names_in(token):
                    at = self.syntax.sentence.start + trigger.idx
                    unknown = mention not in self.syntax.actors
                    if not (unknown and mention.start <= at < mention.end):  # the event is no actor
                        found.setdefault(mention.id, (mention, role))
        return list(found.values())

    def _of_a_verb(self, verb: Token, trigger: Token) -> list[tuple[Token, str]]:
        """Who acts in a clause, and whom it is done to or with."""
        roots: list[tuple[Token, str]] = []
        subject = self.syntax.subject(verb)
        if subject is not None and subject.i != trigger.i:
            roots.append((self.reference.antecedent(subject), "subject"))
        for child in verb.children:
            if child.dep_ == "dobj" and verb.lemma_ in self.words["topics"]:
                # "discussed the question of Haiti with Merkel": Haiti does not take part, and she does
                beside = (p for p in child.children if p.dep_ == "prep" and p.lower_ in self.words["with"])
                people = [c for p in beside for c in p.children if c.dep_ == "pobj" and self._names_a_person(c)]
                roots += [(person, "object") for person in people]
                continue
            if is_another_object(child) or self._is_visited(child) or is_absolute(child):
                continue
            if child.dep_ in ("dobj", "dative", "nsubjpass") and child.i != trigger.i:
                roots.append((self.whom(child) if child.tag_ == "WP" else child, "object"))
            elif child.dep_ in ("prep", "agent") and (
                child.lower_ in self.words["with"] or self.syntax.asks_of(verb, child)
            ):
                roots += [(self.whom(inner), "object") for inner in child.children if inner.dep_ == "pobj"]
            elif child.dep_ == "prep" and (along := self._along_with(child)):
                roots += [(inner, "object") for inner in along]
            elif child.dep_ == "prep" and child.lower_ in self.words["purpose"]:
                roots += [(partner, "object") for partner in self._partners(child)]
            elif child.dep_ == "prep" and self._is_aimed(self.syntax.object(verb), child):
                roots += [(inner, "object") for inner in child.children if self._target(inner)]
            elif child.dep_ == "prep" and child.lower_ in self.words["to_whom"]:
                inner = [c for c in child.children if c.dep_ == "pobj"]
                roots += [(c, "object") for c in inner if (m := self.syntax.mentions(c)) and m.kind == "person"]
        return roots

    def _along_with(self, preposition: Token) -> list[Token]:
        """Whom a second preposition behind another brings in: "met in Sochi, along with Putin"."""
        behind = (c for c in preposition.rights if c.dep_ == "prep" and c.lower_ in self.words["with"])
        return [inner for word in behind for inner in word.children if inner.dep_ == "pobj"]

    def _partners(self, purpose: Token) -> list[Token]:
        """With whom somebody comes to talk: "visited Lima for talks with Ana Rojas"."""
        talks = [c for c in purpose.children if c.dep_ == "pobj" and self.syntax.kind_of(c) == "CONSULT"]
        beside = (p for noun in talks for p in noun.children if p.dep_ == "prep" and p.lower_ in self.words["with"])
        return [inner for p in beside for inner in p.children if inner.dep_ == "pobj"]

    def _names_a_person(self, word: Token) -> bool:
        return any(mention.kind == "person" for mention in self.names_in(word))

    def _is_visited(self, thing: Token) -> bool:
        """Whether an object is a town that somebody comes to or leaves: it takes no part."""
        visited = thing.dep_ == "dobj" and thing.head.lemma_ in self.words["visited"]
        return visited and is_town(self.syntax.mentions(thing))

    def _present_at(self, trigger: Token) -> list[Token]:
        """Who comes for, or acts at, what a noun names: "arrived for talks", "spoke at the ceremony", "agreed in a call",
        "is under arrest"."""
        verb = trigger.head.head
        verb = verb.head if verb.dep_ == "dobj" else verb  # "failed to reach a truce in talks"
        if (
            trigger.dep_ != "pobj"
            or verb.pos_ not in ("VERB", "AUX")
            or verb.lemma_ in self.syntax.lexicon.telling["reporting"]
        ):
            return []
        if any(child.tag_ == "MD" for child in verb.children):
            return []  # "they may talk at the assembly": the assembly is not theirs
        came = trigger.head.lower_ in self.words["purpose"] and verb.lemma_ in self.syntax.lexicon.telling["moving"]
        came = came or verb_with(trigger.head) in self.syntax.lexicon.status["readies_for"]  # "are preparing for talks"
        talks = self.syntax.kind_of(trigger) == "CONSULT" and trigger.lemma_ not in self.words["speeches"]
        confers = talks and trigger.head.lower_ in self.words["conferring"]
        held = trigger.head.lower_ in self.words["held_under"] and self.syntax.kind_of(trigger) == "COERCE"
        if not came and not confers and not held and trigger.head.lower_ not in self.words["attending"]:
            return []
        while verb.dep_ == "xcomp" and verb.head.pos_ == "VERB":
            verb = verb.head  # "urged both sides to settle during a visit": who urged came
        subject = self.syntax.subject(verb)
        return [self.reference.antecedent(subject)] if subject is not None else []

    def whom(self, token: Token) -> Token:
        """The noun before a relative clause that "whom" or "with whom" stands for, else the word itself."""
        clause = next((word for word in token.ancestors if word.dep_ == "relcl"), None)
        return (
            whom(clause)
            if clause is not None and token.lower_ in self.syntax.lexicon.tables["actors"]["whom"]
            else token
        )

    def with_conjuncts(self, token: Token) -> list[Token]:
        # "the premier, Ana Rojas, and the king, Pedro Vidal": the second hangs on the first one's name
        named = [each for child in token.children if child.dep_ == "appos" for each in self._listed(child)]
        return sorted([token, *token.conjuncts, *named], key=lambda each: each.i)

    def _listed(self, apposed: Token) -> list[Token]:
        """What is joined to an apposition, and that itself where it is a name of its own: "Oman, Qatar and Iran met"."""
        others, own, above = list(apposed.conjuncts), self.syntax.mentions(apposed), self.syntax.mentions(apposed.head)
        lands = own is not None and above is not None and own.kind == above.kind == "country" and own.id != above.id
        listed = lands and bool(apposed.head.conjuncts)  # "Chad, Mali, and Niger", with the last joined to the first
        behind = (c for c in apposed.rights if c.dep_ == "appos" and own is not None and own.kind == "country")
        others += [each for c in behind for each in (c, *c.conjuncts) if self.syntax.mentions(each) is not None]
        return [apposed, *others] if listed or (others and own is not None) else others

    def names_in(self, token: Token) -> list[ActorMention]:
        """The names that a noun is or carries: itself, its compounds, owner and modifiers, not whole clauses."""
        own = self.syntax.mentions(token)
        if own:
            others = [
                (c, m)
                for c in token.children
                if c.dep_ in ("nmod", "amod", "compound", "nummod", "det")
                and (m := self.syntax.mentions(c))
                and m.id != own.id
            ]
            # "North and South Korea", "Kerry-Lavrov": the parser hangs the first of them on the second
            joined = [m for c, m in others if m.kind == own.kind and (m.kind == "country" or c.nbor().text in "-/")]
            return [own, *self.syntax.also_inside(token), *joined]
        if token.tag_ == "WP$":  # "Netanyahu, whose speech": his
            before = next((word for word in reversed(token.doc[: token.i]) if not word.is_punct), None)
            return self.names_in(before) if before is not None and before.pos_ in NOMINAL else []
        if token.pos_ == "PRON" or token.tag_ == "PRP$":
            return self.reference.stands_for(token)
        hung = token.head if token.dep_ == "nummod" and token.head.tag_ == "JJ" else token  # "the two last met"
        alone = token.lower_ in self.words["two"] and hung.dep_ in (*SUBJECT, "dobj", "pobj")
        if (alone or token.tag_ == "NNS") and (pair := self.reference.pairs.of(token)):
            return pair
        if (
            token.pos_ == "PROPN"
            and in_long_name(token)
            and self.syntax.kind_of_name(token) == "PERSON"
            and (unknown := unknown_name(self.syntax, token))
        ):
            return unknown  # "the U.S. soldier Travis King" is he, not his country
        apposed = (c for c in token.rights if c.dep_ == "appos" and c.i == token.i + 1 and c.pos_ == "PROPN")
        if (name := next(apposed, None)) is not None and not self.syntax.mentions(name):
            trades = token.lemma_ in self.words["trades"]
            if seen := unknown_name(self.syntax, name) or body_seen(self.syntax, name, surely=trades):
                return seen  # "the Danish shipping giant Maersk" is no country
        found: list[ActorMention] = []
        if token.lemma_.lower() in self.words["media"]:
            return found  # "told Spanish television"
        for child in token.children:
            if child.tag_ == "WP$":  # "Turkey, whose forces"
                found += self.names_in(child)
            if child.dep_ == "poss" and child.tag_ == "NNS":  # "the two countries' leaders"
                found += self.reference.pairs.of(child)
            mention = self.syntax.mentions(child)
            # "the Oslo accords", "the Minsk Group" are no act of Oslo's or of Minsk's
            of_a_thing = child.dep_ == "compound" and (token.pos_ in NOMINAL or self.syntax.is_event_word(token))
            named_after = of_a_thing and is_town(mention)
            theirs = (
                mention is not None and child.dep_ == "poss" and mention.kind == "person" and self._is_person(token)
            )
            if (
                mention
                and not named_after
                and not theirs
                and child.dep_ in ("compound", "amod", "poss", "nmod", "appos")
            ):
                found += [mention, *self.syntax.also_inside(child)]
                found += [m for other in child.conjuncts if (m := self.syntax.mentions(other))]
            elif child.dep_ == "appos" and in_long_name(child) and self.syntax.kind_of_name(child) == "PERSON":
                found += unknown_name(self.syntax, child)
            bond = token.lemma_ in self.words["bonds"] or self.syntax.is_event_word(token)
            joins = child.lower_ in self.words["parties"] and bond
            speaks = child.lower_ in self.words["speak_for"] and token.tag_ == "NNS" and not found
            joins = joins or ((speaks or child.lower_ in self.words["sent_by"]) and self._is_person(token))
            if child.dep_ == "prep" and (child.lower_ == "of" or joins):  # "the truce between Chad and Libya held"
                named = [each for inner in child.children for each in (inner, *inner.conjuncts)]
                for inner in named:  # "a deal with his predecessor, Jane Doe"
                    own = self.syntax.mentions(inner)
                    found += [own] if own else self.names_in(inner) if self._is_person(inner) else []
            elif self._is_aimed(token, child):
                named = [e for inner in child.children if self._target(inner) for e in (inner, *inner.conjuncts)]
                found += [m for inner in named for m in self.names_in(inner)]
        if any(mention.kind == "person" for mention in found):  # "Russia's foreign minister, Sergei Lavrov" is he alone
            found = [mention for mention in found if mention.kind == "person"]
        if not found and token.pos_ in NOMINAL:
            found = self.reference.by_office(token) or self.reference.by_body(token)
        if not found and in_long_name(token) and self.syntax.kind_of_name(token) in ("PERSON", "ORG"):
            found += unknown_name(self.syntax, token)
        return found

    def _is_aimed(self, noun: Token | None, preposition: Token) -> bool:
        """Whether a preposition brings in whom a hostile act is aimed at: "sanctions on Iran", "war against Chad"."""
        if noun is None or preposition.dep_ != "prep":
            return False
        if preposition.lower_ in self.words["toward"] and noun.lemma_ in self.words["supplies"]:
            return True
        if preposition.lower_ not in self.words["target"]:
            return False
        return self.syntax.lexicon.nouns.get(noun.lemma_.lower()) in self.words["hostile"]

    def _target(self, word: Token) -> bool:
        """Whether a word behind such a preposition is somebody: no town, which says where, nor what is only "theirs"."""
        mention = self.syntax.mentions(word)
        owned = any(child.tag_ == "PRP$" for child in word.children)
        return word.dep_ == "pobj" and not owned and not is_town(mention)

    def _is_person(self, noun: Token) -> bool:
        """Whether a noun names people by what they are: "Macron's adviser", "officials from France"."""
        return noun.lemma_.lower() in self.syntax.lexicon.people

    def said_by(self, clause: Token) -> str | None:
        """Whom the sentence quotes: the subject of the verb of saying that the clause depends on, by name where it has
        one or stands for one."""
        word = clause
        for _ in range(5):
            if word.head.i == word.i:
                return None
            above = word.head
            if word.dep_ == "ccomp" and above.lemma_ in self.syntax.lexicon.telling["reporting"]:
                subject = self.syntax.subject(above)
                named = self.names_in(subject) if subject is not None else []
                if subject is None or not named or self.syntax.is_event_word(subject):
                    return None  # "the dinner confirmed that"
                own = self.syntax.mentions(subject)
                return own.name if own else named[0].name if subject.pos_ == "PRON" else _as_said(subject)
            word = above
        return None


def _as_said(noun: Token) -> str:
    """Who a noun says that somebody is: the name behind it, else with whose he is and what hyphens join to it: "Guyana's
    president", "Secretary-General"."""
    name = next((child for child in noun.rights if child.dep_ == "appos" and child.pos_ == "PROPN"), None)
    if name is not None:  # "its foreign minister, Peter Szijjarto"
        return " ".join(word.text for word in (*name.lefts, name) if word.pos_ == "PROPN")
    first = noun
    while first.i > 1 and first.nbor(-1).text == "-" and not first.nbor(-1).whitespace_:
        first = first.nbor(-2)
    owner = next((child for child in noun.lefts if child.dep_ == "poss" and child.pos_ == "PROPN"), None)
    first = owner.left_edge if owner is not None else first
    first = first.nbor() if first.dep_ == "det" else first
    return str(noun.doc[first.i : noun.i + 1].text)
