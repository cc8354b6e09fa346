"""Who took part in an event, where it was, and who is quoted on it: from the parse and the names of the text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.grammar import NOMINAL, SUBJECT, antecedent, is_another_object, made_to
from timeline.model import ActorMention
from timeline.syntax import Syntax
from timeline.telling import Telling

if TYPE_CHECKING:
    from spacy.tokens import Token


_BEHIND = ("acl", "relcl", "advcl", "xcomp")  # clauses that say what a noun is for


@dataclass
class Casting:
    """Finds the cast of events in one sentence; `before` holds the names of the sentences before it, nearest first, and
    `places` where those names start that only say where, `said_before` the sentence before it."""

    syntax: Syntax
    telling: Telling
    before: Sequence[Sequence[ActorMention]] = ()
    places: frozenset[int] = frozenset()
    said_before: str = ""

    @property
    def words(self) -> Mapping[str, frozenset[str]]:
        return self.syntax.lexicon.cast

    def actors(self, trigger: Token, clause: Token) -> list[tuple[ActorMention, str]]:
        roots: list[tuple[Token, str]] = []
        verb = clause if trigger.i != clause.i else trigger
        if trigger.i == clause.i or self.telling.tells(trigger, clause):
            subject = self.syntax.subject(verb)
            if subject is not None and subject.i != trigger.i:
                roots.append((self.antecedent(subject), "subject"))
            for child in verb.children:
                if child.dep_ == "dobj" and verb.lemma_ in self.words["topics"]:
                    continue  # "discussed the question of Haiti": Haiti does not take part
                if is_another_object(child):
                    continue
                if child.dep_ in ("dobj", "dative", "nsubjpass") and child.i != trigger.i:
                    roots.append((child, "object"))
                elif child.dep_ in ("prep", "agent") and child.lower_ in self.words["with"]:
                    roots += [(self.whom(inner), "object") for inner in child.children if inner.dep_ == "pobj"]
                elif child.dep_ == "prep" and self._is_aimed(self.syntax.object(verb), child):
                    roots += [(inner, "object") for inner in child.children if self._target(inner)]
                elif child.dep_ == "prep" and child.lower_ in self.words["to_whom"]:
                    inner = [c for c in child.children if c.dep_ == "pobj"]
                    roots += [(c, "object") for c in inner if (m := self.syntax.mentions(c)) and m.kind == "person"]
        if trigger.pos_ in NOMINAL:
            roots += [(subject, "participant") for subject in self._present_at(trigger)]
            if trigger.dep_ == "pobj" and trigger.head.lower_ in self.words["speaking_in"]:
                says = clause.lemma_ in self.syntax.lexicon.telling["reporting"]
                said = says or trigger.lemma_ in self.words["speeches"]  # "denied it in a speech on Sunday"
                speaker = self.syntax.subject(clause) if said else None
                roots += [(speaker, "subject")] if speaker is not None else []
            for child in trigger.children:
                if child.dep_ in ("poss", "compound", "amod", "nmod"):
                    roots.append((child, "participant"))
                elif child.dep_ == "prep" and child.lower_ in self.words["of_a_noun"]:
                    roots += [(inner, "participant") for inner in child.children if inner.dep_ in ("pobj", "pcomp")]
                elif self._is_aimed(trigger, child):
                    roots += [(inner, "participant") for inner in child.children if self._target(inner)]
            for behind in (*trigger.rights, *clause.rights):
                if behind.dep_ in _BEHIND and (made := made_to(behind, self.syntax.lexicon)) is not None:
                    roots.append((made[0], "object"))
        found: dict[str, tuple[ActorMention, str]] = {}
        for root, role in roots:
            for token in self.with_conjuncts(root):
                for mention in self.names_in(token):
                    at = self.syntax.sentence.start + trigger.idx
                    unknown = mention not in self.syntax.actors
                    if not (unknown and mention.start <= at < mention.end):  # the event is no actor
                        found.setdefault(mention.id, (mention, role))
        return list(found.values())

    def _present_at(self, trigger: Token) -> list[Token]:
        """Who comes for, or acts at, what a noun names: "arrived for talks", "spoke at the ceremony"."""
        verb = trigger.head.head
        if trigger.dep_ != "pobj" or verb.pos_ != "VERB" or verb.lemma_ in self.syntax.lexicon.telling["reporting"]:
            return []
        if any(child.tag_ == "MD" for child in verb.children):
            return []  # "they may talk at the assembly": the assembly is not theirs
        came = trigger.head.lower_ in self.words["purpose"] and verb.lemma_ in self.syntax.lexicon.telling["moving"]
        if not came and trigger.head.lower_ not in self.words["attending"]:
            return []
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        return [self.antecedent(subject)] if subject is not None else []

    def whom(self, token: Token) -> Token:
        """The noun before a relative clause that "with whom" stands for, else the word itself."""
        clause = next((word for word in token.ancestors if word.dep_ == "relcl"), None)
        return (
            clause.head
            if clause is not None and token.lower_ in self.syntax.lexicon.tables["actors"]["whom"]
            else token
        )

    def antecedent(self, subject: Token) -> Token:
        """Whom a relative pronoun stands for: the noun before it, through an apposition to the name."""
        noun = antecedent(subject, self.syntax.lexicon)
        if noun.i == subject.i:
            return subject
        while noun.dep_ in ("appos", "pobj") and not self.syntax.mentions(noun) and noun.head.i != noun.i:
            noun = noun.head
        return noun

    def with_conjuncts(self, token: Token) -> list[Token]:
        # "the premier, Ana Rojas, and the king, Pedro Vidal": the second hangs on the first one's name
        named = [other for child in token.children if child.dep_ == "appos" for other in child.conjuncts]
        return sorted([token, *token.conjuncts, *named], key=lambda each: each.i)

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
            return [own, *joined]
        if token.pos_ == "PRON" or token.tag_ == "PRP$":
            return self.stands_for(token)
        hung = token.head if token.dep_ == "nummod" and token.head.tag_ == "JJ" else token  # "the two last met"
        alone = token.lower_ in self.words["two"] and hung.dep_ in (*SUBJECT, "dobj", "pobj")
        if (alone or token.tag_ == "NNS") and (pair := self.pair(token)):
            return pair
        if (
            token.pos_ == "PROPN"
            and _in_long_name(token)
            and self.syntax.kind_of_name(token) == "PERSON"
            and (unknown := self.unknown_name(token))
        ):
            return unknown  # "the U.S. soldier Travis King" is he, not his country
        found = []
        for child in token.children:
            mention = self.syntax.mentions(child)
            # "the Oslo accords", "the Minsk Group" are no act of Oslo's or of Minsk's
            of_a_thing = child.dep_ == "compound" and (token.pos_ in NOMINAL or self.syntax.is_event_word(token))
            named_after = mention is not None and of_a_thing and (mention.capital or mention.kind == "place")
            theirs = (
                mention is not None and child.dep_ == "poss" and mention.kind == "person" and self._is_person(token)
            )
            if (
                mention
                and not named_after
                and not theirs
                and child.dep_ in ("compound", "amod", "poss", "nmod", "appos")
            ):
                found += [mention, *(m for other in child.conjuncts if (m := self.syntax.mentions(other)))]
            elif child.dep_ == "appos" and _in_long_name(child) and self.syntax.kind_of_name(child) == "PERSON":
                found += self.unknown_name(child)
            bond = token.lemma_ in self.words["bonds"] or self.syntax.is_event_word(token)
            joins = child.lower_ in self.words["parties"] and bond
            joins = joins or (child.lower_ in self.words["sent_by"] and self._is_person(token))
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
        if not found and _in_long_name(token) and self.syntax.kind_of_name(token) in ("PERSON", "ORG"):
            found += self.unknown_name(token)
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
        return word.dep_ == "pobj" and not owned and not (mention and (mention.capital or mention.kind == "place"))

    def _is_person(self, noun: Token) -> bool:
        """Whether a noun names people by what they are: "Macron's adviser", "officials from France"."""
        return noun.lemma_.lower() in self.words["pair_of_people"] | self.words["people"]

    def stands_for(self, pronoun: Token) -> list[ActorMention]:
        """Whom a personal pronoun means: the first fitting name before it in the sentence, else in the ones before."""
        words = self.syntax.lexicon.tables["actors"]
        if (speaker := self._speaker(pronoun)) is not None:
            return speaker
        if pronoun.lower_ in words["plural_pronouns"] and self.meant(pronoun):
            return []
        here = [m for m in self.syntax.actors if m.end <= self.syntax.sentence.start + pronoun.idx]
        own = self.syntax.subject(pronoun.head) if pronoun.dep_ in ("dobj", "dative") else None
        doer = self.syntax.mentions(own) if own is not None else None  # "Orban invited him": another man
        here = [mention for mention in here if doer is None or mention.id != doer.id]
        for names in (here, *self.before):
            people = [m for m in names if m.kind == "person" and m.gender != self._other_gender(pronoun)]
            powers = [m for m in names if m.kind in ("country", "government", "organisation", "party")]
            if pronoun.lower_ in words["person_pronouns"] and people:
                return people[:1]
            accord = pronoun.dep_ == "dobj" and pronoun.head.lemma_ in self.words["done_to_accords"]
            if pronoun.lower_ in words["thing_pronouns"] and (
                accord or pronoun.dep_ == "nsubjpass" or self._takes_effect(pronoun)
            ):
                return []  # "the accord, a year after it was signed": what is done to a thing
            if pronoun.tag_ == "PRP$" and pronoun.lower_ in words["thing_pronouns"] and powers and names is here:
                return powers[-1:]  # "sanctions on Iraq after its invasion": of the power named last
            if pronoun.lower_ in words["thing_pronouns"] and powers:
                return powers[:1] if names is here or not self._other_thing(pronoun) else []
            if pronoun.lower_ in words["plural_pronouns"]:
                several = list({m.id: m for m in people}.values())
                lately = names is here or (self.before and names is self.before[0])
                if len(several) < 2 and pronoun.lower_ == "they" and lately:
                    several = list({m.id: m for m in powers if self._acts(m)}.values())
                if len(several) > 1:
                    return several[:2]
        return []

    def meant(self, pronoun: Token | None) -> str:
        """What the first noun of a sentence, a pronoun, stands for: "it" that is signed or takes effect for the first accord
        that the sentence before names, "they" that begin or end for its talks."""
        words = self.syntax.lexicon.tables["actors"]
        if pronoun is None or any(w.pos_ in NOMINAL for w in pronoun.doc[: pronoun.i]):
            return ""
        if pronoun.lower_ in words["plural_pronouns"]:
            return self._talks(pronoun)
        if pronoun.lower_ not in words["thing_pronouns"]:
            return ""
        kept = pronoun.dep_ == "nsubjpass" and pronoun.head.lemma_ in self.words["done_to_accords"]
        if not kept and not self._takes_effect(pronoun):
            return ""
        before = re.findall(r"[\w-]+", self.said_before.lower())
        return next((word for word in before if self.syntax.lexicon.nouns.get(word) == "AGREE"), "")

    def _talks(self, pronoun: Token) -> str:
        """The talks (visits, drills) of the sentence before, named last, where "they" begin or end: "they were due to start
        in May"."""
        telling, verb = self.syntax.lexicon.telling, pronoun.head
        inner = [verb, *(w for c in verb.children if c.dep_ in ("acomp", "xcomp") for w in (c, *c.children))]
        courses = telling["begin"] | telling["finish"] | telling["courses"]
        does = any(w.lemma_ in courses and self.syntax.object(w) is None for w in inner if w.pos_ == "VERB")
        if pronoun.dep_ not in SUBJECT or not does:
            return ""
        before = re.findall(r"[\w-]+", self.said_before.lower())
        known = self.syntax.lexicon.noun_type
        return next((word for word in reversed(before) if word.endswith("s") and known(word) != "OTHER"), "")

    def _takes_effect(self, pronoun: Token) -> bool:
        """Whether "it" does what only an accord or a truce does: "it took effect", "it expires"."""
        verb, telling = pronoun.head, self.syntax.lexicon.telling
        object_ = self.syntax.object(verb)
        in_force = [c for p in verb.children if p.dep_ == "prep" for c in p.children]
        inner = [object_] if object_ is not None else in_force
        effect = any(word.lemma_ in telling["effect"] for word in inner)
        return pronoun.dep_ in SUBJECT and (effect or verb.lemma_ in telling["finish"] | telling["courses"])

    def _other_thing(self, pronoun: Token) -> bool:
        """Whether a thing without a known name stands nearer before "it" than the powers of earlier sentences."""
        return any(
            word.dep_ in (*SUBJECT, "dobj") and word.tag_ in ("NN", "NNP") and not self.names_in(word)
            for word in self.syntax.doc[: pronoun.i]
        )

    def pair(self, noun: Token) -> list[ActorMention]:
        """Whom "the two leaders", "both sides" or "the two" means: the two people or powers named last before; nobody
        of the own sentence, where it names only one of them ("Clinton telephoned both presidents")."""
        words = self.words
        alone = noun.lower_ in words["two"]
        numbers = [noun] if alone else [child for child in noun.children if child.lower_ in words["two"]]
        beside = {word.lower_ for number in numbers for word in (number, *noun.children, *number.children)}
        if not beside & words["two_known"] or not (
            alone or noun.lemma_ in words["pair_of_people"] | words["pair_of_powers"]
        ):
            return []
        people, powers = ("person",), ("country", "government", "party")
        kinds = (people, powers) if alone else (people,) if noun.lemma_ in words["pair_of_people"] else (powers,)
        here = [m for m in self.syntax.actors if m.end <= self.syntax.sentence.start + noun.idx]
        others = {m.id for m in here}
        told = {m.id for m in here if m.kind == "person"} if alone else set()  # "Kerry said the two would meet"
        for names in (here, *self.before[: 1 if alone and not told else None]):
            for kind in kinds:
                several = list({m.id: m for m in names if m.kind in kind and self._acts(m)}.values())
                pair = {m.id for m in several[:2]}
                if len(several) > 1 and (names is here or (told and told <= pair) or others.isdisjoint(pair)):
                    return several[:2]
        return self._one_by_pronoun() if alone and not told else []

    def _one_by_pronoun(self) -> list[ActorMention]:
        """The two where one was only "he": "Aliyev spoke. He had refused to meet Pashinyan. The two ..."."""
        people = [{m.id: m for m in names if m.kind == "person"} for names in self.before[:2]]
        pronouns = {*self.syntax.lexicon.tables["actors"]["person_pronouns"]}
        both = people[1] | people[0] if len(people) > 1 and len(people[0]) == len(people[1]) == 1 else {}
        return list(both.values()) if len(both) == 2 and pronouns & {*self.said_before.lower().split()} else []

    def _acts(self, mention: ActorMention) -> bool:
        """Whether a name may be one of two that act: no capital, nor a country that only says where ("in Kenya")."""
        return not mention.capital and mention.start not in self.places

    def _other_gender(self, pronoun: Token) -> str:
        """f for "he", m for "she": whom the pronoun cannot mean."""
        words = self.syntax.lexicon.tables["actors"]
        return "f" if pronoun.lower_ in words["he"] else "m" if pronoun.lower_ in words["she"] else "-"

    def _speaker(self, pronoun: Token) -> list[ActorMention] | None:
        """In "Britain said it would leave" the one who spoke, if a pronoun in the singular can mean them."""
        verb = pronoun.head
        if pronoun.lower_ == "they" or pronoun.dep_ not in SUBJECT or verb.dep_ != "ccomp":
            return None
        subject = self.syntax.subject(verb.head)
        subject = self.antecedent(subject) if subject is not None else None
        mention = self.syntax.mentions(subject) if subject is not None else None
        if subject is not None and mention is None and subject.pos_ == "PROPN":
            mention = next(iter(self.unknown_name(subject)), None)
        personal = pronoun.lower_ in self.syntax.lexicon.tables["actors"]["person_pronouns"]
        return [mention] if mention and (mention.kind == "person") is personal else None

    def unknown_name(self, token: Token) -> list[ActorMention]:
        """A name that only the model knows, when it has more than one word."""
        entity = self.syntax.name_at(token) if _in_long_name(token) else None
        if entity is None or len(entity) < 2 or self.syntax.is_event_word(entity.root):
            return []
        words = [t for t in entity if not (t.pos_ == "DET" or t.dep_ == "case" or t.is_punct)]
        if not words or any(self.syntax.mentions(t) for t in words):
            return []
        name = self.syntax.doc.text[words[0].idx : words[-1].idx + len(words[-1])]
        base = self.syntax.sentence.start
        identity = "-".join(name.lower().split())
        kind = "person" if self.syntax.kind_of_name(token) == "PERSON" else "organisation"
        return [ActorMention(base + words[0].idx, base + words[-1].idx + len(words[-1]), name, identity, kind)]

    def place(self, trigger: Token, clause: Token) -> ActorMention | None:
        """Where an event was: what its sentence says, or what "there" stands for."""
        told = self._place_told(trigger, clause)
        return told or self._pointed_at((*trigger.children, *clause.children))

    def _pointed_at(self, words: Sequence[Token]) -> ActorMention | None:
        """The place named last before "there", in the sentence or in those before it."""
        there = next((w for w in words if w.lower_ in self.words["pointing"] and w.dep_ != "expl"), None)
        if there is None:
            return None
        hung = (c for p in there.doc[: there.i] if p.lower_ in self.words["place"] for c in p.children)
        here = [m for word in hung if word.dep_ == "pobj" and word.i < there.i and (m := self.syntax.mentions(word))]
        before = [m for names in self.before for m in reversed(names) if m.start in self.places]
        return next((m for m in [*reversed(here), *before] if m.capital or m.kind in ("place", "country")), None)

    def _place_told(self, trigger: Token, clause: Token) -> ActorMention | None:
        heads = [trigger]
        if trigger.i != clause.i and self.telling.tells(trigger, clause):
            heads.append(clause)
        # "met Merkel in Berlin", "met with Merkel in Berlin": the parser may hang the place on whoever was met
        objects = [c for head in heads for c in head.children if c.dep_ == "dobj"]
        heads += [c for p in trigger.children if p.lower_ == "of" and p.dep_ == "prep" for c in p.children]
        with_whom = [c for head in heads for c in head.children if c.dep_ == "prep" and c.lower_ in self.words["with"]]
        things = objects + [c for preposition in with_whom for c in preposition.children if c.dep_ == "pobj"]
        # "met envoys of both sides in Jeddah": or on whose envoys they were
        heads += things + [
            c for thing in things for p in thing.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"
        ]
        for head in heads:
            for child in head.children:
                goes = not self.syntax.is_event_word(head) or head.lemma_ in self.words["supplies"]
                if child.lower_ in self.words["to_whom"] and head in things and goes:
                    continue  # "suspended exports to Turkey", but "ended a visit to Turkey"
                if child.dep_ in ("prep", "dative") and child.lower_ in self.words["place"]:
                    for inner in child.children:
                        mention = self._place_named(inner) if inner.dep_ == "pobj" else None
                        if mention and mention.kind in ("place", "country"):
                            return mention
                        if mention and mention.kind == "government" and child.lower_ == "at":
                            return mention  # "at the White House"
                behind = (self._behind_a_time(inner) for inner in child.children if child.dep_ == "prep")
                if (there := next(filter(None, behind), None)) is not None:
                    return there
                if child.dep_ in ("compound", "amod", "nmod") and head.i == trigger.i and trigger.pos_ in NOMINAL:
                    mention = self.syntax.mentions(child)
                    if mention and (mention.kind == "place" or mention.capital):
                        return mention
        verb = trigger
        if verb.lemma_ in self.words["visited"]:
            thing = self.syntax.object(verb)
            mention = self._place_named(thing) if thing is not None else None
            if mention and mention.kind in ("place", "country"):
                return mention
        moves = trigger.i != clause.i or trigger.lemma_ in self.syntax.lexicon.telling["moving"]
        if clause.dep_ == "relcl" and any(child.lower_ in self.words["there"] for child in clause.children):
            above = next((word for word in clause.ancestors if word.pos_ == "VERB"), None)
            return self.place(above, above) if above is not None else None
        came = not moves and clause.dep_ == "conj" and clause.head.lemma_ in self.words["arriving"]
        return self.place(clause.head, clause.head) if came else None

    def _behind_a_time(self, time: Token) -> ActorMention | None:
        """The place that the parser hung on the time before it: "planned for July 12 in Brussels"."""
        if time.pos_ not in ("PROPN", "NUM"):
            return None
        inner = (c for p in time.children if p.dep_ == "prep" and p.lower_ in self.words["place"] for c in p.children)
        found = next((mention for each in inner if (mention := self.syntax.mentions(each))), None)
        return found if found and (found.capital or found.kind in ("place", "country")) else None

    def _place_named(self, token: Token) -> ActorMention | None:
        """The name at a word, or a place that only the model knows."""
        known = self.syntax.mentions(token)
        if known or token.pos_ != "PROPN" or self.syntax.kind_of_name(token) not in ("GPE", "LOC", "FAC"):
            return known
        entity = self.syntax.name_at(token)
        if entity is None:
            return None
        words = [t for t in entity if t.pos_ != "DET" and t.dep_ != "case"]
        start, end = words[0].idx, words[-1].idx + len(words[-1])
        name, base = self.syntax.doc.text[start:end], self.syntax.sentence.start
        return ActorMention(base + start, base + end, name, "-".join(name.lower().split()), "place")

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
                if subject is None or not named:
                    return None
                own = self.syntax.mentions(subject)
                return own.name if own else named[0].name if subject.pos_ == "PRON" else subject.text
            word = above
        return None


def _in_long_name(token: Token) -> bool:
    """Whether a word may be one of several of a name: only then is the model, which takes its time, asked for it."""
    beside = [token.doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(token.doc)]
    return token.pos_ == "PROPN" and any(word.pos_ == "PROPN" or not word.is_alpha for word in beside)
