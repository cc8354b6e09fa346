"""What a title says behind its verb: objects, places, what was said; not when, nor what stands apart.

The words that it adds, and those that it leaves out, are in `lang/<code>/events.toml` under [headline].
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from timeline.extraction.drafts import Draft
from timeline.lang.lexicon import Lexicon
from timeline.parsing.grammar import NOMINAL, SUBJECT, antecedent, is_absolute, is_another_object, is_passive, whom
from timeline.titles.phrases import Phrases, cut, joined

if TYPE_CHECKING:
    from spacy.tokens import Token

_KEPT = ("prt", "dobj", "prep", "xcomp", "acomp", "attr", "dative", "agent", "oprd", "ccomp")
_PLACES = ("GPE", "LOC", "FAC")
_ENOUGH = 9  # words behind a verb, after which nothing more is added


@dataclass(frozen=True)
class Predicate:
    """Writes what stands behind the verbs of one draft."""

    phrases: Phrases

    @property
    def draft(self) -> Draft:
        return self.phrases.draft

    @property
    def lexicon(self) -> Lexicon:
        return self.phrases.lexicon

    @property
    def words(self) -> Mapping[str, Any]:
        return self.phrases.words

    def behind(self, verb: Token) -> str:
        """What stands behind the verb."""
        parts = []
        for child in verb.children:
            if child.dep_ == "conj" and child.pos_ in NOMINAL:
                break  # "met Merkel in Berlin on Monday and Macron in Paris on Tuesday": a clause without its verb
            if is_another_object(child):
                break  # ... which the parser takes for a second object
            if self.draft.ends is not None and child.i >= self.draft.ends:
                break  # ... and what stands in that clause
            if child.dep_ == "dobj" and antecedent(child, self.lexicon).i != child.i:
                parts.append(self.phrases.phrase(antecedent(child, self.lexicon)))
            elif child.dep_ == "dobj" and child.i < verb.i and any(c.tag_ == "WP$" for c in child.children):
                parts.append(self.phrases.phrase(child))  # "the mission, whose mandate the council renewed"
            elif verb.dep_ == "relcl" and child.dep_ == "prep" and child.i < verb.i:
                person = any(inner.tag_ == "WP" for inner in child.children)
                # "Merkel, with whom Putin met"
                parts += [child.text, self.phrases.phrase(whom(verb))] if person else []
            if (
                child.i < verb.i
                or (child.pos_ == "ADJ" and child.i == self.draft.trigger.i)
                or self.phrases.is_time(child)
                or self._is_aside(child)
                or self._told_last(child)
            ):
                continue
            # "climbed Mount Paektu", misread; "voted 116 to 6"
            named = child.dep_ == "npadvmod" and child.pos_ in ("PROPN", "NUM")
            if named or child.dep_ in _KEPT or (child.dep_ == "advmod" and child.lower_ in self.words["adverbs"]):
                told = self._told(child) if child.dep_ == "ccomp" else self._with_names(child)
                told = self._with_antecedent(child, told) if child.dep_ == "xcomp" else told
                pronoun = any(c.pos_ == "PRON" and verb.i < c.i < child.i for c in verb.children)
                early = child.dep_ == "prt" and not pronoun  # "breaks off relations", but "puts itself up"
                parts.insert(0 if early else len(parts), told)
            if sum(len(part.split()) for part in parts) > _ENOUGH:
                break
        objects = [child for child in verb.children if child.dep_ == "dobj" and not self.phrases.is_time(child)]
        if not objects and (thing := self._left_out(verb) or self._shared(verb)) is not None:
            parts.insert(0, self.phrases.phrase(thing))
        told_first = verb.lemma_ in self.lexicon.telling["reporting"] and any(c.dep_ == "ccomp" for c in verb.lefts)
        if not parts or told_first:
            hearer = next((c for c in verb.rights if c.dep_ == "dobj" and not self.phrases.is_time(c)), None)
            # what was said, and to whom, not where
            parts = [self.phrases.phrase(hearer) if hearer is not None else "", self._said_before(verb)]
        return " ".join(filter(None, parts))

    def _with_names(self, child: Token) -> str:
        """A phrase behind the verb with the name that a pronoun in it stands for, or without that: "hands Putin a letter",
        "votes" of "votes on it"."""
        actors = self.lexicon.tables["actors"]
        pronoun = child if child.dep_ != "prep" else next((c for c in child.children if c.dep_ == "pobj"), child)
        if pronoun.tag_ != "PRP":
            named = self._by_name(pronoun)
            said = named if pronoun is child else f"{child.text} {named}"
            return said if named else self.phrases.phrase(self.thing(child))
        objects = [self.phrases.short_name(mention) for mention, role in self.draft.actors if role == "object"]
        if (
            pronoun.lower_ in (*actors["person_pronouns"], *actors["first_person"], *actors["addressed"])
            and len(objects) == 1
        ):
            return objects[0] if pronoun is child else f"{child.text} {objects[0]}"
        hollow = pronoun is not child and pronoun.lower_ in (*actors["thing_pronouns"], *actors["them"])
        return "" if hollow else self.phrases.phrase(self.thing(child))

    def _by_name(self, noun: Token) -> str:
        """Who somebody is that a noun calls by another only: "his Chinese counterpart, Wang Yi"."""
        if all(child.tag_ != "PRP$" for child in noun.lefts):
            return ""
        base = self.draft.sentence.start
        names = [child.idx + base for child in noun.rights if child.dep_ == "appos"]
        people = (mention for mention, _ in self.draft.actors if mention.kind == "person")
        who = next((m for m in people if any(m.start <= at < m.end for at in names)), None)
        return self.phrases.short_name(who) if who is not None else ""

    def _told(self, clause: Token) -> str:
        """What a past verb of saying told, in the headline's present: "that it is suspending the deal"."""
        return self._in_the_present(self.phrases.phrase(clause), clause)

    def _in_the_present(self, told: str, clause: Token) -> str:
        shifts = self.words["backshift"] if clause.head.tag_ == "VBD" else {}
        for verb in (clause, *clause.conjuncts):
            auxiliary = next((c.text for c in verb.lefts if c.dep_ == "aux" and c.text in shifts), None)
            if past := auxiliary or (verb.text if verb.pos_ == "AUX" and verb.text in shifts else None):
                several = any(c.dep_ in SUBJECT and "Plur" in c.morph.get("Number", []) for c in verb.lefts)
                now = self.words["backshift_of_several"].get(past) if several else None
                told = told.replace(f" {past} ", f" {now or shifts[past]} ", 1)
        return told

    def _said_before(self, verb: Token) -> str:
        """What stands before a verb of saying: "that he will meet Kim" of "Trump will meet Kim, he announced"."""
        said = next((c for c in verb.lefts if c.dep_ == "ccomp"), None)
        apart = said is not None and any(word.text in self.words["dashes"] for word in verb.doc[said.i : verb.i])
        said = None if apart else said  # "relations worsened – by August, talks had failed"
        if said is None and self._told_last(verb):
            whole = verb.doc[verb.head.left_edge.i : verb.left_edge.i]
            words = [
                t for t in whole if not self.phrases.in_time(t) and not t.is_punct and t.dep_ not in ("det", "poss")
            ]
            return f"{self.words['that']} {joined(cut(words, _ENOUGH))}"
        if said is None:
            return ""
        told, who = self.phrases.phrase(said, keep_clauses=True), self.draft.subject
        subject = next((c for c in said.lefts if c.dep_ in SUBJECT), None)
        if who is not None and who.pos_ == "PRON" and subject is not None:
            named = self.phrases.phrase(subject)
            article = next((f"{c.text} " for c in subject.children if c.dep_ == "det"), "")
            told = told.replace(f"{article}{named}" if f"{article}{named}" in told else named, who.lower_, 1)
        if said.left_edge.pos_ not in ("PROPN", "PRON"):
            told = told[:1].lower() + told[1:]
        return f"{self.words['that']} {self._in_the_present(told, said)}"

    def _told_last(self, verb: Token) -> bool:
        """Whether a verb of saying stands behind what is said: "Kim made a trip, China confirmed"."""
        reports = verb.lemma_ in self.lexicon.telling["reporting"]
        return (
            reports
            and verb.dep_ == "ccomp"
            and verb.head.i < verb.i
            and not any(c.dep_ == "mark" for c in verb.children)
        )

    def _is_aside(self, token: Token) -> bool:
        """Whether a phrase says only when or in what sequence: "after exchanging ...", "as punishment for ...", "with Annan
        acting as mediator"."""
        clause = any(c.dep_ == "pcomp" or (c.dep_ == "pobj" and c.tag_ == "VBG") for c in token.children)
        if f"{token.head.lemma_} {token.lower_}" in self.lexicon.tables["with_preposition"]:
            return False  # "appears before the court"
        edges = (child for child in token.children if child.dep_ == "pobj" and child.lemma_ in self.words["edges"])
        if any(self.phrases.is_time(of) for edge in edges for of in edge.rights if of.dep_ == "prep"):
            return True  # "at the end of two days of talks"
        return token.dep_ == "prep" and (clause or is_absolute(token) or token.lower_ in self.words["asides"])

    def _left_out(self, verb: Token) -> Token | None:
        """The noun that a relative clause without a pronoun is about: "the diplomacy he began"."""
        pronouns = self.lexicon.relatives | set(self.words["relative_adverbs"])
        told = any(child.dep_ == "nsubj" for child in verb.children)
        marked = any(c.lower_ in pronouns and c.dep_ != "mark" for c in verb.subtree if c.i < verb.i)
        when = verb.head.lemma_ in self.lexicon.telling["dates"]  # "by the time he died"
        bare = verb.dep_ == "relcl" and told and not marked and not when
        return verb.head if bare and verb.head.pos_ == "NOUN" and verb.head.ent_type_ == "" else None

    def _with_antecedent(self, infinitive: Token, told: str) -> str:
        """An infinitive with what the relative pronoun before it stands for: "refuses to sign the deal" of "the deal that he refused to
        sign"."""
        thing = next((c for c in infinitive.lefts if c.dep_ == "dobj" and antecedent(c, self.lexicon) != c), None)
        if thing is None:
            return told
        bare = told.removeprefix(f"{thing.text} ")
        return f"{bare} {self.phrases.phrase(antecedent(thing, self.lexicon))}"

    def _shared(self, verb: Token) -> Token | None:
        """What two verbs side by side are done to: "removed and arrested the president"."""
        if verb.i + 2 >= len(verb.doc) or verb.lemma_ in self.lexicon.telling["moving"]:
            return None
        joint, other = verb.nbor(), verb.nbor(2)
        beside = joint.dep_ == "cc" and other.dep_ == "conj" and other.head == verb and other.tag_ == verb.tag_
        things = (child for child in other.rights if child.dep_ == "dobj" and child.pos_ in NOMINAL)
        return next(things, None) if beside and not is_passive(verb) else None

    def thing(self, word: Token) -> Token:
        """What an object is: of "ratified it", "released them" what the sentence told of last in that number."""
        actors = self.lexicon.tables["actors"]
        number = "NNS" if word.lower_ in actors["them"] else "NN" if word.lower_ in actors["thing_pronouns"] else None
        if word.dep_ != "dobj" or number is None:
            return word
        before = (w for w in reversed(word.doc[: word.head.i]) if w.dep_ in ("dobj", "nsubjpass"))
        told = (w for w in before if w.pos_ == "NOUN" or w.ent_type_ in _PLACES)
        last = next((w for w in told if w not in {*word.ancestors}), None)  # "the intention to renew it"
        alike = last is not None and last.tag_.removesuffix("P") == number
        return last if last is not None and alike and not last.conjuncts else word
