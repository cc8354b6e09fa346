"""Whom and what a pronoun stands for, or "the two leaders": somebody named before, in the sentence or in those before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from timeline.extraction.drafts import SOMEBODY, SOMETHING, Earlier
from timeline.extraction.groups import Groups
from timeline.extraction.naming import body_seen, in_long_name, person_seen, unknown_name
from timeline.extraction.pairs import POWERS, Pairs, both_sides
from timeline.extraction.syntax import Syntax
from timeline.model import ActorMention
from timeline.parsing.grammar import NOMINAL, SUBJECT, antecedent, auxiliaries, phrasal, told_before

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass
class Reference:
    """Resolves the pronouns of one sentence; `names_in` gives the names that a noun carries."""

    syntax: Syntax
    earlier: Earlier
    names_in: Callable[[Token], list[ActorMention]]
    _asked: set[int] = field(default_factory=set)  # pronouns that are being resolved

    @cached_property
    def pairs(self) -> Pairs:
        return Pairs(self.syntax, self.earlier, self.stands_for)

    @cached_property
    def groups(self) -> Groups:
        return Groups(self.syntax, self.earlier, self.names_in)

    @property
    def words(self) -> Mapping[str, frozenset[str]]:
        return self.syntax.lexicon.cast

    def stands_for(self, pronoun: Token) -> list[ActorMention]:
        """Whom a personal pronoun means: the first fitting name before it in the sentence, else in the ones before; nobody where
        that is to be told by another pronoun that is told by this one."""
        if pronoun.i in self._asked:
            return []
        self._asked.add(pronoun.i)
        try:
            return self._stands_for(pronoun)
        finally:
            self._asked.discard(pronoun.i)

    def _stands_for(self, pronoun: Token) -> list[ActorMention]:
        words = self.syntax.lexicon.tables["actors"]
        if pronoun.lower_ in words["first_person"]:
            return [speaker] if (speaker := self._who_says(pronoun)) is not None else []
        if pronoun.lower_ in (*words["addressed"], *words["together"]):
            other, speaker = self.earlier.addressed, self.earlier.speaker
            together = pronoun.lower_ in words["together"]
            if together and other is None:
                return self._we(pronoun)
            both = [speaker, other] if together else [other]
            return [each for each in both if each is not None] if other is not None else []
        if pronoun.lower_ in self.words["two"]:
            return self.pairs.of(pronoun)  # "Norway announced that both will meet": not Norway
        if (teller := self._speaker(pronoun)) is not None:
            return teller
        if pronoun.lower_ in words["plural_pronouns"] and self.meant(pronoun):
            return []
        if pronoun.lower_ in words["plural_pronouns"] and (group := self.groups.above(pronoun)) is not None:
            return self.names_in(group)
        if pronoun.lower_ in words["thing_pronouns"] and (above := self._doer_above(pronoun)):
            return above
        if pronoun.lower_ in words["person_pronouns"] and (above := self._person_above(pronoun)):
            return above
        if pronoun.dep_ in SUBJECT and (before := self._same_subject(pronoun)) is not None:
            return self.stands_for(before)  # "he flew to Beijing for talks with Zhou; he went back in May"
        here = [m for m in self.syntax.actors if m.end <= self.syntax.sentence.start + pronoun.idx]
        own = self._doer_beside(pronoun)
        # "Orban invited him", "Orban, who beat him": another man
        doer = self.syntax.mentions(self.antecedent(own)) if own is not None else None
        here = [mention for mention in here if doer is None or mention.id != doer.id]
        here = [mention for mention in here if not self._is_beside(mention, pronoun)]
        ahead = self._named_behind(pronoun) if not here else []
        carried = self.earlier.carried.get(pronoun.lower_)
        for names in (here, ahead, *([carried] if carried else self.earlier.names)):
            personal = pronoun.lower_ in words["person_pronouns"]
            if names is not here and not ahead and personal and (unknown := self._unknown_person(pronoun, own)):
                return unknown
            thingly = pronoun.lower_ in words["thing_pronouns"]
            if (personal and SOMEBODY in names) or (thingly and SOMETHING in names):
                return []
            people = [m for m in names if m.kind == "person" and m.gender != self._other_gender(pronoun)]
            powers = [m for m in names if m.kind in POWERS]
            if personal and people:
                return self._as_the_subject(pronoun, people[0]) or people[:1]
            thing = self._undergoes(pronoun) or (pronoun.dep_ == "dobj" and not self._done_to_powers(pronoun.head))
            if pronoun.lower_ in words["thing_pronouns"] and (
                thing or self._takes_effect(pronoun) or self._is_counted(pronoun)
            ):
                return []  # "the accord, a year after it was signed", "Johnson must sell it": what is done to a thing
            if pronoun.tag_ == "PRP$" and pronoun.lower_ in words["thing_pronouns"] and powers and names is here:
                if (holder := self._holder(pronoun)) is not None:
                    return [holder]
                return powers[-1:]  # "sanctions on Iraq after its invasion": of the power named last
            if pronoun.lower_ in words["thing_pronouns"] and powers:
                # "talks in Algiers. It ...": not the town
                powers = [m for m in powers if not (m.capital and m.start in self.earlier.places)]
                # "Chad and Mali urged Niger to talk; it"
                powers = [m for m in powers if not self._is_joined(m)] or powers
                if names is here and self._body_nearer(pronoun, powers[:1]):
                    return []
                return powers[:1] if names is here or not self._other_thing(pronoun) else []
            undergo = pronoun.lower_ in words["plural_pronouns"] and pronoun.dep_ == "nsubjpass"
            kind = self.syntax.lexicon.verbs.get(pronoun.head.lemma_)
            if undergo and kind not in self.words["words"] and self._other_things(pronoun):
                return []  # "Chad cut ties with Mali in 1985, but they were restored"
            if pronoun.lower_ in words["plural_pronouns"] and names is not here:
                if not self.words["sides"].isdisjoint(re.findall(r"\w+", self.earlier.text)):
                    return both_sides(self.earlier.sides)
                if self._other_things(pronoun):
                    return []  # "talks broke down weeks after they had been relaunched"
            if pronoun.lower_ in words["plural_pronouns"]:
                several = list({m.id: m for m in people}.values())
                lately = names is here or (self.earlier.names and names is self.earlier.names[0])
                if len(several) < 2 and pronoun.lower_ == "they" and lately:
                    several = list({m.id: m for m in powers if self.pairs.acts(m)}.values())
                at = next((i for i, each in enumerate(self.earlier.names) if each is names), None)
                pair = self.earlier.paired[at] if at is not None else ()
                if len(several) > 2 and len(pair) == 2:
                    return [*pair]  # "Doe said that Roe and Ba had met. They ..."
                if len(several) > 1:
                    return several[:2]
        return []

    def _is_beside(self, mention: ActorMention, pronoun: Token) -> bool:
        """Whether a name stands with what a pronoun does: "With Lammy he will travel to Kyiv"."""
        words = self.syntax.tokens(mention.start, mention.end)
        inside = next((word for word in words if word.dep_ == "pobj"), None)
        with_ = inside.head if inside is not None else None
        return with_ is not None and with_.lower_ in self.words["with"] and with_.head == pronoun.head

    def _as_the_subject(self, pronoun: Token, named: ActorMention) -> list[ActorMention]:
        """Whom the "he" means that the sentence opened with, where "him" follows and the name between only says whose something is:
        "He left weeks before fans of Doe came; China congratulated him"."""
        words = self.syntax.lexicon.tables["actors"]["person_pronouns"]
        first = next((w for w in pronoun.doc[: pronoun.i] if w.dep_ in SUBJECT and w.lower_ in words), None)
        inside = self.syntax.tokens(named.start, named.end) if named in self.syntax.actors else []
        aside = any(w.dep_ == "pobj" and w.head.lower_ in self.syntax.lexicon.time["of"] for w in inside)
        if first is None or not aside or first.i > inside[0].i or pronoun.dep_ in SUBJECT:
            return []
        return self.stands_for(first)

    def _same_subject(self, pronoun: Token) -> Token | None:
        """The same personal pronoun as the subject of a clause joined before, with no other subject that bears a name between."""
        if pronoun.lower_ not in self.syntax.lexicon.tables["actors"]["person_pronouns"]:
            return None
        for word in reversed(pronoun.doc[: pronoun.i]):
            if word.dep_ in SUBJECT and word.lower_ == pronoun.lower_:
                return word
            if word.dep_ in SUBJECT and (word.pos_ == "PROPN" or self.syntax.mentions(word) is not None):
                return None
        return None

    def _we(self, pronoun: Token) -> list[ActorMention]:
        """Who "we" are in the mouth of one: he, who met or went, or the country whose office he has, which did or will do it."""
        speaker = self._who_says(pronoun)
        if speaker is None:
            return []
        governs = not self.words["governs"].isdisjoint(speaker.office.split()[-1:])
        if not governs or pronoun.dep_ != "nsubj" or self.syntax.lexicon.verbs.get(pronoun.head.lemma_) == "CONSULT":
            return [speaker]
        named = (m for names in (self.syntax.actors, *self.earlier.names) for m in names)
        return [next((m for m in named if m.kind == "country" and m.country == speaker.country), speaker)]

    def _holder(self, pronoun: Token) -> ActorMention | None:
        """Whose is what a power does something to: "held its summit", "recalled its envoy"."""
        noun = pronoun.head
        subject = self.syntax.subject(noun.head) if noun.dep_ == "dobj" else None
        mention = self.syntax.mentions(subject) if subject is not None and subject.i < pronoun.i else None
        return mention if mention is not None and mention.kind in POWERS else None

    def _doer_above(self, pronoun: Token) -> list[ActorMention]:
        """The power that the main clause before says does something: of "Berlin refused, though it offered" Berlin."""
        clause = pronoun.head
        if pronoun.dep_ != "nsubj" or clause.dep_ != "advcl" or clause.head.i > clause.i:
            return []
        subject = next((c for c in clause.head.lefts if c.dep_ == "nsubj"), None)
        mention = self.syntax.mentions(subject) if subject is not None else None
        return [mention] if mention is not None and mention.kind in POWERS and not self._takes_effect(pronoun) else []

    def _person_above(self, pronoun: Token) -> list[ActorMention]:
        """The person whose verb is above the relative clause in which "he" does something: of "Putin stays; Lavrov flies there from
        Lima, where he arrived on Monday" Lavrov."""
        clause = pronoun.head
        if pronoun.dep_ not in SUBJECT or clause.dep_ != "relcl" or clause.head.i > clause.i:
            return []
        above = next((word for word in clause.ancestors if word.pos_ == "VERB"), None)
        subject = next((c for c in above.lefts if c.dep_ in SUBJECT), None) if above is not None else None
        mention = self.syntax.mentions(subject) if subject is not None else None
        fits = mention is not None and mention.kind == "person" and mention.gender != self._other_gender(pronoun)
        return [mention] if fits and mention is not None else []

    def _named_behind(self, pronoun: Token) -> list[ActorMention]:
        """The subject of the main clause, where the pronoun stands in a clause or phrase before it: "Since it seized Crimea,
        Russia has", "Before his speech, Putin"."""
        clause = next((word for word in pronoun.ancestors if word.pos_ == "VERB"), None)
        main = next((word for word in pronoun.ancestors if word.dep_ == "ROOT"), None)
        if clause is None or main is None or clause.i > main.i or clause.dep_ == "parataxis":
            return []
        if pronoun.tag_ != "PRP$" and (clause == main or pronoun.dep_ not in SUBJECT):
            return []
        subject = next((child for child in main.lefts if child.dep_ in SUBJECT and child.i > pronoun.i), None)
        return self.names_in(subject) if subject is not None else []

    def _doer_beside(self, pronoun: Token) -> Token | None:
        """The subject of the verb whose object a pronoun is, or whom that is met or spoken with: somebody else."""
        if pronoun.dep_ in ("dobj", "dative"):
            return self.syntax.subject(pronoun.head)
        beside = pronoun.dep_ == "pobj" and pronoun.head.lower_ in self.words["with"]
        verb = pronoun.head.head if beside else pronoun
        if verb.dep_ == "dobj" and self.syntax.kind_of(verb) == "CONSULT":
            return self.syntax.subject(verb.head)  # "held talks with him"
        return self.syntax.subject(verb) if self.syntax.lexicon.verbs.get(verb.lemma_) == "CONSULT" else None

    def _unknown_person(self, pronoun: Token, doer: Token | None) -> list[ActorMention]:
        """Whom the model sees before the first pronoun of the sentence, and nothing introduced: "Elian was ill when he"; not the
        `doer` of what is done to the pronoun."""
        pronouns = self.syntax.lexicon.tables["actors"]["person_pronouns"]
        first = next(word.i for word in pronoun.doc if word.lower_ in pronouns or word == pronoun)
        names = (word for word in pronoun.doc[:first] if word.pos_ == "PROPN" and doer not in (word, word.head))
        before = (word for word in names if not self.syntax.mentions(word))
        return next((seen for word in before if (seen := person_seen(self.syntax, word))), [])

    def meant(self, pronoun: Token | None) -> str:
        """What the first noun of a sentence, a pronoun, stands for: "it" that is signed or takes effect for the first accord
        that the sentence before names, "they" that begin or end for its talks; and anywhere "a second" for the talks told last.
        """
        words = self.syntax.lexicon.tables["actors"]
        if pronoun is not None and pronoun.lower_ in self.syntax.lexicon.status["counted"]:
            return self._counted(pronoun)
        if pronoun is None or (any(w.pos_ in NOMINAL for w in pronoun.doc[: pronoun.i]) and not self._is_said(pronoun)):
            return ""
        if pronoun.lower_ in words["plural_pronouns"]:
            return self._talks(pronoun)
        if pronoun.lower_ not in words["thing_pronouns"]:
            return ""
        done = [pronoun.head, *(c for c in pronoun.head.children if c.dep_ == "xcomp")]  # "it is expected to be signed"
        kept = self._undergoes(pronoun) and any(verb.lemma_ in self.words["done_to_accords"] for verb in done)
        if not kept and not self._takes_effect(pronoun):
            return ""
        before = re.findall(r"[\w-]+", self.earlier.text.lower())
        accord = next((word for word in before if self.syntax.lexicon.nouns.get(word) == "AGREE"), "")
        plans = self.words["decisions"] if kept else ()
        return accord or next((word for word in reversed(before) if word in plans), "")

    def _is_said(self, pronoun: Token) -> bool:
        """Whether one person says it of several: "Lavrov said they would resume on Monday"."""
        says = pronoun.head.head if pronoun.head.dep_ == "ccomp" else None
        who = self.syntax.subject(says) if says is not None and says.i < pronoun.i else None
        one = who is not None and who.tag_ in ("NN", "NNP") and not who.conjuncts
        plural = pronoun.lower_ in self.syntax.lexicon.tables["actors"]["plural_pronouns"]
        return one and plural and says is not None and says.lemma_ in self.syntax.lexicon.telling["reporting"]

    def _counted(self, number: Token) -> str:
        """ "A first round was held on Monday; a second was held on Friday": the second round."""
        if number.dep_ not in SUBJECT or any(child.dep_ in ("amod", "compound", "prep") for child in number.children):
            return ""
        numbers = self.syntax.lexicon.status["counted"]
        told = [word for word in reversed(number.doc[: number.i]) if self.syntax.names_event(word)]
        told = [word for word in told if any(c.lower_ in numbers for c in word.children)] or told
        before = re.findall(r"[\w-]+", self.earlier.text.lower())
        known = self.syntax.lexicon.noun_type
        # "The first Minsk agreement, ... the second"
        counted = (at for at, word in enumerate(before) if word in numbers)
        behind = (word for at in counted for word in before[at + 1 : at + 4] if known(word) != "OTHER")
        others = (word for word in reversed(before) if known(word) != "OTHER")
        last = told[0].lower_ if told else next(behind, "") or next(others, "")
        return f"{number.lower_} {last.removesuffix('s')}" if last else ""

    def _talks(self, pronoun: Token) -> str:
        """The talks (visits, drills) of the sentence before, named last, where "they" begin or end: "they were due to start
        in May"."""
        telling, verb = self.syntax.lexicon.telling, pronoun.head
        inner = [verb, *(w for c in verb.children if c.dep_ in ("acomp", "xcomp") for w in (c, *c.children))]
        courses = telling["begin"] | telling["finish"] | telling["courses"]
        does = any(w.lemma_ in courses and self.syntax.object(w) is None for w in inner if w.pos_ == "VERB")
        if pronoun.dep_ not in SUBJECT or not does:
            return ""
        before = re.findall(r"[\w-]+", self.earlier.text.lower())
        known = self.syntax.lexicon.noun_type
        return next((word for word in reversed(before) if word.endswith("s") and known(word) != "OTHER"), "")

    def _takes_effect(self, pronoun: Token) -> bool:
        """Whether "it" does what only an accord or a truce does: "it took effect", "it expires"."""
        verb, telling = pronoun.head, self.syntax.lexicon.telling
        said = [verb, *(c for c in verb.children if c.dep_ == "acomp")] if verb.pos_ == "AUX" else []
        inner = (c for above in said for c in above.children if c.dep_ == "xcomp")
        verb = next(inner, verb)  # "it was to expire", "it was due to take effect"
        effect = self.syntax.takes_effect(verb)
        alone = all(child.dep_ not in ("dobj", "xcomp") for child in verb.children)
        # "weeks after it began", but not "it closed the border"
        runs = alone and bool(phrasal(verb) & (telling["begin"] | telling["finish"] | telling["courses"]))
        return pronoun.dep_ in SUBJECT and (effect or runs)

    def _is_joined(self, mention: ActorMention) -> bool:
        """Whether a name of the sentence is one of several that an "and" joins."""
        words = self.syntax.tokens(mention.start, mention.end) if mention in self.syntax.actors else []
        return any(word.conjuncts for word in words)

    def _undergoes(self, pronoun: Token) -> bool:
        """Whether something is done to "it": "it was signed", "it was to have been signed"."""
        inner = (c for c in pronoun.head.children if c.dep_ == "xcomp" and pronoun.dep_ == "nsubj")
        return pronoun.dep_ == "nsubjpass" or any(c.dep_ == "auxpass" for verb in inner for c in verb.children)

    def _done_to_powers(self, verb: Token) -> bool:
        """Whether what a verb does is done to a state or a body: "attacked it", "joined it", "asked it to leave"."""
        hostile = self.syntax.lexicon.verbs.get(verb.lemma_) in self.words["hostile"]
        makes = verb.lemma_ in self.syntax.lexicon.telling["makes_others"]
        return hostile or makes or verb.lemma_ in self.words["done_to_powers"]

    def _is_counted(self, pronoun: Token) -> bool:
        """Whether "it" is an amount: "It fell to $222 million"."""
        verb = pronoun.head
        how_much = (c for p in verb.children if p.dep_ == "prep" for c in p.children if c.dep_ == "pobj")
        number = any(child.like_num or child.tag_ == "CD" for each in how_much for child in each.subtree)
        return pronoun.dep_ in SUBJECT and verb.lemma_ in self.words["amounts"] and number

    def _other_thing(self, pronoun: Token) -> bool:
        """Whether a thing without a known name stands nearer before "it" than the powers of earlier sentences."""
        return any(
            word.dep_ in (*SUBJECT, "dobj") and word.tag_ in ("NN", "NNP") and not self.names_in(word)
            for word in self.syntax.doc[: pronoun.i]
        )

    def _body_nearer(self, pronoun: Token, powers: Sequence[ActorMention]) -> bool:
        """Whether a body without a name that does something stands between "it" and a power that only says where: "speaking from
        Rome, he said the government would add to what it has lent"."""
        named = [word for m in powers for word in self.syntax.tokens(m.start, m.end)]
        aside = any(word.dep_ == "pobj" for word in named)
        between = pronoun.doc[named[-1].i : pronoun.i] if aside else ()
        return any(word.dep_ in SUBJECT and word.lemma_ in self.words["bodies"] for word in between)

    def _other_things(self, pronoun: Token) -> bool:
        """Whether a subject in the plural without a known name stands before "they" in the sentence, or what something is done to
        ("cut ties in 1985, but they were restored")."""
        thing = told_before(pronoun, self.syntax.lexicon)
        if thing is not None and not self.syntax.mentions(thing) and thing.lemma_ not in self.syntax.lexicon.people:
            return True
        before = (word for word in pronoun.doc[: pronoun.i] if word.dep_ in SUBJECT and word.tag_ == "NNS")
        return any(not self.names_in(word) for word in before)

    def by_office(self, noun: Token) -> list[ActorMention]:
        """Whom "the president" means: the only one of that office named in the sentence before it or in those before."""
        inner = [child for child in noun.lefts if child.dep_ in ("compound", "amod", "poss", "nummod", "nmod")]
        office = " ".join(word.lower_ for word in (*inner, noun))
        bare = all(child.dep_ not in ("prep", "appos", "relcl", "conj") for child in noun.rights)
        definite = any(child.lower_ in self.words["definite"] for child in noun.lefts)
        if (
            noun.tag_ not in ("NN", "NNP")
            or not definite
            or not bare
            or noun.lemma_.lower() not in self.words["pair_of_people"]
        ):
            return []
        here = [m for m in self.syntax.actors if m.end <= self.syntax.sentence.start + noun.idx]
        for names in (here, *self.earlier.names):
            holders = list({m.id: m for m in names if holds(m.office, office, self.syntax.lexicon.time["of"])}.values())
            if holders:
                return holders if len(holders) == 1 else []
        return []

    def by_body(self, noun: Token) -> list[ActorMention]:
        """Which body "the council" means: the one of that name told of last before, in the sentence or in those before it."""
        described = any(child.dep_ in ("compound", "amod", "poss", "nummod", "nmod") for child in noun.lefts)
        definite = any(child.lower_ in self.words["definite"] for child in noun.lefts)
        bare = all(child.dep_ not in ("prep", "appos", "conj") for child in noun.rights)
        if noun.tag_ != "NN" or described or not definite or not bare or noun.lemma_ not in self.words["bodies"]:
            return []
        here = [m for m in self.syntax.actors if m.end <= self.syntax.sentence.start + noun.idx]
        for names in (here, *self.earlier.names):
            bodies = {m.id: m for m in names if m.kind in POWERS and m.name.lower().endswith(f" {noun.lemma_}")}
            if bodies:
                return list(bodies.values()) if len(bodies) == 1 else []
        return []

    def _other_gender(self, pronoun: Token) -> str:
        """f for "he", m for "she": whom the pronoun cannot mean."""
        words = self.syntax.lexicon.tables["actors"]
        return "f" if pronoun.lower_ in words["he"] else "m" if pronoun.lower_ in words["she"] else "-"

    def _speaker(self, pronoun: Token) -> list[ActorMention] | None:
        """In "Britain said it would leave" the one who spoke, if a pronoun in the singular can mean them."""
        verb = pronoun.head
        while verb.dep_ == "conj" and verb.head.i < verb.i and any(c.dep_ == "mark" for c in verb.lefts):
            verb = verb.head  # "said the terms fell short and that it would send envoys"
        if pronoun.dep_ not in SUBJECT or verb.dep_ != "ccomp":
            return None
        subject = self._told(verb) or self.syntax.subject(verb.head)
        if pronoun.lower_ in self.syntax.lexicon.tables["actors"]["plural_pronouns"]:
            group = subject is not None and (subject.tag_ in ("NNS", "NNPS") or subject.lemma_ in self.words["bodies"])
            joined = [subject, *subject.conjuncts] if subject is not None and (group or subject.conjuncts) else []
            # "police said they had ...", "Chad, Mali and Niger said they were leaving"
            return [name for word in joined for name in self.names_in(word)] if joined else None
        subject = self.antecedent(subject) if subject is not None else None
        mention = self.syntax.mentions(subject) if subject is not None else None
        if subject is not None and mention is None and subject.pos_ == "PROPN":
            named = unknown_name(self.syntax, subject) or body_seen(self.syntax, subject)
            mention = next(iter(named), None)
        personal = pronoun.lower_ in self.syntax.lexicon.tables["actors"]["person_pronouns"]
        if mention is None and subject is not None and not personal and (named := self.names_in(subject)):
            return [each for each in named if each.kind in POWERS][:1]  # "Netanyahu's office said it would send envoys"
        return [mention] if mention and (mention.kind == "person") is personal else None

    def _told(self, verb: Token) -> Token | None:
        """Who is told what he must do, or until when he has: "told Moscow it had until noon"."""
        lexicon, hearer = self.syntax.lexicon, self.syntax.object(verb.head)
        tells = lexicon.tables["with_infinitive"].get(verb.head.lemma_) == "REQUEST" and hearer is not None
        until = any(child.lower_ in lexicon.time["until"] for child in verb.rights if child.dep_ == "prep")
        granted = verb.lemma_ in lexicon.telling["give_time"] and until
        return hearer if tells and (granted or auxiliaries(verb) & lexicon.status["duty"]) else None

    def _who_says(self, word: Token) -> ActorMention | None:
        """Who speaks of himself: the person that the sentence quotes, else whose words the sentence is."""
        said = (w for w in (word, *word.ancestors) if w.dep_ == "ccomp" and w.head.i != w.i)
        above = next((w.head for w in said if w.head.lemma_ in self.syntax.lexicon.telling["reporting"]), None)
        if above is None:
            return self.earlier.speaker
        subject = self.syntax.subject(above)
        named = self.names_in(self.antecedent(subject)) if subject is not None else []
        return next((name for name in named if name.kind == "person"), None)

    def antecedent(self, subject: Token) -> Token:
        """Whom a relative pronoun stands for: the noun before it, through an apposition to the name."""
        noun = antecedent(subject, self.syntax.lexicon)
        if noun.i == subject.i:
            return subject
        while noun.dep_ in ("appos", "pobj") and not self.syntax.mentions(noun) and noun.head.i != noun.i:
            if subject.tag_ == "WP" and noun.dep_ == "pobj" and noun.pos_ == "PROPN" and in_long_name(noun):
                break  # "the arrest of Jane Doe, who fled"
            noun = noun.head
        return noun


def holds(whole: str, said: str, of: Collection[str]) -> bool:
    """Whether an office may be called so: "the minister" a foreign minister, "the secretary" a secretary `of` state."""
    return f" {whole}".endswith(f" {said}") or any(whole.startswith(f"{said} {word} ") for word in of)
