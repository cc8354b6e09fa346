"""The line of what is told: names, a verb in the headline's present, object and place.

The words that it adds, and those that it leaves out, are in `lang/<code>/events.toml` under [headline].
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from timeline.extraction.drafts import Draft
from timeline.lang.lexicon import Lexicon
from timeline.model import ActorMention
from timeline.parsing.grammar import (
    NOMINAL,
    SUBJECT,
    antecedent,
    is_of_one,
    is_passive,
    prefix,
    told_before,
    torn_prefix,
    verb_with,
)
from timeline.titles.phrases import Phrases
from timeline.titles.predicates import Predicate

if TYPE_CHECKING:
    from spacy.tokens import Token

_ELSEWHERE = "\n"  # stands for a name of another sentence, which is written nowhere in this one


@dataclass(frozen=True)
class Headline:
    """Writes the line of one draft."""

    draft: Draft
    lexicon: Lexicon

    @cached_property
    def phrases(self) -> Phrases:
        return Phrases(self.draft, self.lexicon)

    @cached_property
    def predicate(self) -> Predicate:
        return Predicate(self.phrases)

    @property
    def words(self) -> Mapping[str, Any]:
        return self.phrases.words

    @cached_property
    def doers(self) -> list[str]:
        """The short names of those who did it."""
        return [self._called(mention) for mention, role in self.draft.actors if role == "subject"]

    def by_name(self, line: str) -> str:
        """The line with the one whom a pronoun behind a preposition means in its place ("holds talks with him"), or without both
        where that ends the line and nobody knows."""
        people = [m for m, role in self.draft.actors if m.kind == "person" and role != "subject"]
        for word in self.draft.trigger.doc:
            said = f" {word.head.text} {word.text}"
            if word.tag_ != "PRP" or word.dep_ != "pobj" or said not in f"{line} ":
                continue
            if len(people) == 1 and word.lower_ in self.lexicon.tables["actors"]["person_pronouns"]:
                return line.replace(said, f" {word.head.text} {self.phrases.short_name(people[0])}", 1)
            above = word.head.head
            whole = above.pos_ in NOMINAL or any(child.dep_ == "dobj" for child in above.children)
            return line.removesuffix(said) if whole else line  # "issued warrants for him", but "cares for him"
        return line

    def _called(self, mention: ActorMention) -> str:
        """The short name, of a country with what makes another of it: "West Germany"."""
        name, doc = self.phrases.short_name(mention), self.draft.trigger.doc
        written = self._written(mention)
        if mention.kind == "country" and written.endswith(f" {name}") and written[0].isupper():
            return written
        word = next((w for w in doc[1:] if w.idx == mention.start - self.draft.sentence.start), None)
        before = word.nbor(-1) if word is not None and mention.kind == "country" else None
        another = before is not None and before.tag_ == "NNP" and before.dep_ == "compound" and before.head == word
        return f"{before.text} {name}" if before is not None and another and not self.phrases.in_time(before) else name

    @property
    def _are_many(self) -> bool:
        """Whether those who did it are several, or one group with an article in the plural ("the Houthis", not "Hamas")."""
        base, definite = self.draft.sentence.start, self.lexicon.cast["definite"]
        told = [m for m, role in self.draft.actors if role == "subject" and m.kind != "country" and " " not in m.name]
        words = (w for w in self.draft.trigger.doc if any(m.start <= base + w.idx < m.end for m in told))
        groups = (word for word in words if word.text.endswith("s") and word.i > 0)
        return len(self.doers) > 1 or any(word.nbor(-1).lower_ in definite for word in groups)

    def line(self) -> str:
        draft, verb = self.draft, self.draft.trigger
        if verb.pos_ in NOMINAL:
            return self.nominal()
        names, subject = joined_names(self.doers), self._who_says_so(draft.subject)
        whole = subject is not None and (
            _about_a_thing(subject, self.lexicon)
            or self._more_than_names(subject)
            or self._some_nationals(subject)
            or self._only_modified(subject)
        )
        whole = whole and not self._the_two(subject) and not self._by_office(subject)
        subjects = self.phrases.phrase(subject) if subject is not None and (whole or not names) else names
        subjects = str(self.words["nominative"].get(subjects, subjects))
        if verb.pos_ == "ADJ":  # "Macron due in Beijing"
            told = self.predicate.behind(draft.clause)
            place = f"in {draft.place.name}" if draft.place and draft.place.name not in told else ""
            return f"{subjects} {verb.lower_} {told or place}"
        if draft.owner is not None and not names:
            subjects = f"{self.phrases.short_name(draft.owner)}'s {subjects}"
        passive = is_passive(verb) and not self._runs(verb)
        hidden = subject is None and not passive
        if draft.meant:
            subjects = draft.meant
        elif not names and subject is not None and (thing := self._meant(subject)) is not None:
            subjects, subject = self.phrases.phrase(thing).removesuffix("'s"), thing
        elif not names and (hidden or (subject is not None and subject.pos_ == "PRON")):
            return self._done_to(verb)
        if passive and self._alleged(verb):
            return f"{subjects} {self.words['alleged']['passive']} {verb.text.lower()} {self.predicate.behind(verb)}"
        have = self.lexicon.status["perfect"]
        # "has been invited to Rome next month", not "was to have been signed"
        done = any(child.lower_ in have and child.tag_ in ("VBZ", "VBP") for child in verb.children)
        if passive and draft.status == "scheduled" and (done or verb.lemma_ in self.lexicon.status["scheduled_matrix"]):
            return f"{subjects} {verb.text.lower()} {self.predicate.behind(verb)}"
        if passive and draft.status == "cancelled" and verb.lemma_ in self.lexicon.telling["planned"]:
            return f"{subjects} {self.words['nominal'][draft.status]}"  # "called off a handover planned for May 2"
        if passive:
            said = "" if self._says_no(verb, subjects) else self.words["passive"].get(self._form(verb, subjects), "")
            return f"{subjects} {said} {torn_prefix(verb)}{verb.text.lower()} {self.predicate.behind(verb)}"
        several = (
            subjects != names
            and " and " in subjects
            and not (subject is not None and _about_a_thing(subject, self.lexicon))
        )
        plural = (
            several
            or (subjects == names and self._are_many)
            or (subjects != names and subject is not None and self._is_plural(subject))
            or any(old == subject and any(w.i > new.i for w in new.conjuncts) for old, new in draft.instead)
        )
        if self._alleged(verb):
            lemma = verb.lemma_.lower()
            told = self.words["alleged"]["active"].format(verb=lemma if plural else self.third_person(lemma))
            return f"{subjects} {told} {self.predicate.behind(verb)}"
        head = self.inflected(prefix(verb) + self._lemma(verb), self._form(verb, subjects), plural)
        return f"{subjects} {head} {self.predicate.behind(verb)}"

    def _who_says_so(self, subject: Token | None) -> Token | None:
        """Those who say that "they" have done something, where they are several: "Iran and six nations said they had reached an
        accord"."""
        if subject is None or subject.lower_ not in self.lexicon.tables["actors"]["plural_pronouns"]:
            return subject
        said = subject.head.head if subject.head.dep_ == "ccomp" else subject
        if said.lemma_ not in self.lexicon.telling["reporting"]:
            return subject
        return next((c for c in said.lefts if c.dep_ == "nsubj" and any(w.i < said.i for w in c.conjuncts)), subject)

    def _lemma(self, verb: Token) -> str:
        """The verb's lemma, or what is said of a place where its object is a time: "spent Sunday in Algiers"."""
        passed = any(c.i > verb.i and c.dep_ in ("dobj", "npadvmod") and self.phrases.is_time(c) for c in verb.children)
        lemma = verb.lemma_.lower()
        return str(self.words["of_time"].get(lemma, lemma)) if passed else lemma

    def _runs(self, verb: Token) -> bool:
        """Whether a participle is an active past, misread: "those talks stalled last autumn"."""
        return verb.lemma_ in self.lexicon.telling["courses"] and verb.text.endswith("ed")

    def _says_no(self, verb: Token, subjects: str) -> bool:
        """Whether a "no" beside a noun is all that denies it, or those of whom it is told are "none": "made no progress"."""
        status = self.lexicon.status
        no = any(c.lower_ in status["no"] for child in verb.children for c in child.children)
        no = no or not status["neither"].isdisjoint(subjects.lower().split())
        return no and self.draft.status == "denied" and all(child.dep_ != "neg" for child in verb.children)

    def _form(self, verb: Token, subjects: str) -> str:
        """The status in whose form a verb is written: what "will not" be done as if it were called off."""
        ahead = self.draft.status == "denied" and self._lies_ahead(verb)
        if self._is_doubted(verb):
            return "doubted"
        return "cancelled" if ahead else "occurred" if self._says_no(verb, subjects) else self.draft.status

    def _is_doubted(self, verb: Token) -> bool:
        """Whether a verb tells that something may not be: "may not attend"."""
        perhaps = any(child.lower_ in self.lexicon.status["perhaps"] for child in verb.lefts if child.dep_ == "aux")
        return self.draft.status == "speculated" and perhaps and any(child.dep_ == "neg" for child in verb.lefts)

    def _lies_ahead(self, verb: Token) -> bool:
        """Whether a verb, or what it hangs on, is told with "will" or its like: "will be unable to attend"."""
        while verb.dep_ in ("xcomp", "acomp") and verb.head.i < verb.i:
            if any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.children):
                return True
            verb = verb.head
        return any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.children)

    def _alleged(self, verb: Token) -> bool:
        """Whether what is only supposed is told as past: "suspected of sinking a ferry"."""
        perfect = {"to", *self.lexicon.status["perfect"]}  # "is said to have met"
        bound = any(child.dep_ == "aux" and child.lower_ not in perfect for child in verb.children)
        hoped = verb.dep_ == "ccomp" and verb.head.lemma_ in self.lexicon.telling["let"]  # "hopes to see it ratified"
        # "unless sanctions are lifted by June"
        bound = (
            bound
            or hoped
            or any(c.dep_ == "mark" and c.lower_ in self.lexicon.status["condition"] for c in verb.children)
        )
        suspects = self.lexicon.status["suspects_of"]  # but "is considering leaving", "thinks of leaving"
        of_doing = verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb_with(verb.head) in suspects
        return self.draft.status == "speculated" and (verb.tag_ in ("VBD", "VBN") or of_doing) and not bound

    def _meant(self, subject: Token) -> Token | None:
        """What a pronoun means where no name tells: for "it" the object told last in the sentence, for "he" the person
        ("the prime minister's office said that he would go"), for "those" the talks ("the first since those that failed")."""
        words = self.lexicon.tables["actors"]
        if subject.lower_ in words["those"] and subject.tag_ == "DT":
            before = (word for word in reversed(subject.doc[: subject.i]) if word.pos_ == "NOUN")
            return next((word for word in before if word.tag_ == "NNS" and word.lemma_ in self.lexicon.nouns), None)
        if subject.lower_ in words["person_pronouns"]:
            people = self.lexicon.cast["pair_of_people"]
            above = subject.head.head if subject.head.dep_ == "relcl" else None  # "a man he had jailed": another
            before = (word for word in reversed(subject.doc[: subject.i]) if word != above)
            return next((word for word in before if word.pos_ == "NOUN" and word.lemma_ in people), None)
        return told_before(subject, self.lexicon)

    def _more_than_names(self, subject: Token) -> bool:
        """Whether the subject joins named and unnamed: "Iran and six world powers"."""
        return 0 < len(self.doers) < 1 + len(subject.conjuncts) and not is_of_one(subject, self.draft.clause)

    def _the_two(self, subject: Token | None) -> bool:
        """Whether the subject is two people or powers that another sentence names: "the two leaders"."""
        if subject is None or not any(child.lower_ in self.lexicon.cast["two"] for child in subject.children):
            return False
        named = [mention for mention, role in self.draft.actors if role == "subject"]
        return len(named) > 1 and all(self._written(mention) == _ELSEWHERE for mention in named)

    def _by_office(self, subject: Token | None) -> bool:
        """Whether the subject is only what somebody, or a body, is that is named elsewhere: "the president", "the council"."""
        named = [mention for mention, role in self.draft.actors if role == "subject"]
        if subject is None or subject.pos_ != "NOUN" or len(named) != 1:
            return False
        own = self._written(named[0]) in subject.doc[subject.left_edge.i : subject.right_edge.i + 1].text
        office, body = named[0].office.endswith(subject.lower_), named[0].name.lower().endswith(f" {subject.lower_}")
        return not own and (office or body)

    def _only_modified(self, subject: Token) -> bool:
        """Whether the names only modify the subject: "the Palestinian National Council"."""
        own = {subject, *subject.conjuncts, *(c for c in subject.children if c.dep_ == "appos")}
        at = {self.draft.sentence.start + word.idx for word in own}
        named = any(mention.start <= place < mention.end for mention, _ in self.draft.actors for place in at)
        return subject.pos_ == "PROPN" and not named

    def _some_nationals(self, subject: Token) -> bool:
        """Whether the subject is people of a country, not the country: "two Libyans", "two hostages, a Turk and a Dane"."""
        articles = self.words["indefinite"]
        for who in (subject, *(child for child in subject.rights if child.dep_ == "appos")):
            one = who.tag_ in ("NNP", "JJ") and any(child.lower_ in articles for child in who.lefts)
            named = any(mention.name.endswith(who.text) for mention, _ in self.draft.actors)
            if who.pos_ in ("PROPN", "ADJ") and (who.tag_ == "NNPS" or one) and not named:
                return True
        return False

    def _done_to(self, verb: Token) -> str:
        """What was done, where nobody says who did it: "embassy bombed"."""
        thing = next((antecedent(c, self.lexicon) for c in verb.children if c.dep_ == "dobj"), None)
        if thing is None:
            who = self.draft.subject
            if who is not None and is_passive(verb):
                said = "" if self._says_no(verb, who.text) else self.words["passive"].get(self.draft.status, "")
                return f"{who.text} {said} {verb.text.lower()} {self.predicate.behind(verb)}"
            status = self._form(verb, who.text) if who is not None else self.draft.status
            told = self.inflected(verb.lemma_.lower(), status, who is not None and self._is_plural(who))
            return (
                f"{who.text} {told} {self.predicate.behind(verb)}"
                if who is not None
                else f"{verb.text} {self.predicate.behind(verb)}"
            )
        lemma = verb.lemma_.lower()
        stem = verb.text.lower().removesuffix("ing") if verb.tag_ == "VBG" else lemma.removesuffix("e")  # "expelling"
        regular = verb.text.lower() if verb.tag_ in ("VBD", "VBN") else f"{stem}ed"
        said = self.lexicon.tables["participles"].get(lemma, regular)
        whom = [self.phrases.short_name(mention) for mention, role in self.draft.actors if role == "object"]
        meant = self.phrases.phrase(self.predicate.thing(thing))
        phrase = whom[0] if thing.pos_ == "PRON" and len(whom) == 1 else meant
        rest = re.sub(rf"(?<!\w){re.escape(meant)}(?!\w)", "", self.predicate.behind(verb), count=1)
        return f"{phrase} {self.words['passive'].get(self.draft.status, '')} {said} {rest}"

    def nominal(self) -> str:
        draft, trigger, clause = self.draft, self.draft.trigger, self.draft.clause
        telling = self.lexicon.telling
        # "to conclude a pact" ends no pact
        made = trigger.dep_ == "dobj" and clause.lemma_ in telling["achieve"] | telling["imposing"]
        starts = clause.i != trigger.i and not made and clause.lemma_ in telling["begin"] | telling["finish"]
        carried = clause.i != trigger.i and clause.lemma_ in telling["light"] and not is_passive(clause)
        outer = (
            trigger.head.head if trigger.dep_ == "pobj" and trigger.head.lower_ in self.lexicon.time["of"] else trigger
        )
        undone = draft.status == "cancelled" and bool(self.doers) and not is_passive(clause)
        # "launched dozens of air strikes"
        if (starts or made or carried or undone) and outer.dep_ == "dobj" and outer.head.i == clause.i:
            subject = next((c for c in clause.children if c.dep_ == "nsubj" and c.pos_ in NOMINAL), None)
            whole = subject is not None and self._more_than_names(subject)  # "the government and the FARC"
            who = (not whole and joined_names(self.doers)) or (
                self.phrases.phrase(subject) if subject is not None else ""
            )
            many = whole or self._are_many if self.doers else subject is not None and self._is_plural(subject)
            if who:
                told = self.inflected(clause.lemma_.lower(), "occurred" if undone else self._form(clause, who), many)
                return f"{who} {told} {self.predicate.behind(clause)}"
        kept = telling["attempts"] | telling["resolves"]  # "Trump's decision to withdraw"
        told = self.phrases.phrase(trigger, keep_clauses=trigger.lemma_ in kept)
        phrase = self.phrases.instead(self._without_owners(told))
        state = trigger.dep_ == "pobj" and trigger.head.lower_ in self.lexicon.cast["state"]
        if state and trigger.head.head.i == clause.i and clause.lemma_ == "be":
            subject = next((c for c in clause.children if c.dep_ == "nsubj"), None)
            if subject is not None and (self.doers or subject.pos_ in NOMINAL):
                return f"{joined_names(self.doers) or self.phrases.phrase(subject)} {trigger.head.lower_} {phrase}"
        place = f" in {draft.place.name}" if draft.place and not self._says(draft.place, phrase) else ""
        if place:  # "the last round of talks there"
            phrase = " ".join(word for word in phrase.split() if word not in self.lexicon.cast["pointing"])
        unsaid = [
            m
            for m, _ in draft.actors
            if not _said(self.phrases.short_name(m), m, phrase) and self._written(m) not in phrase
        ]
        missing = [self.phrases.short_name(mention) for mention in unsaid]
        named = f": {joined_names(missing)}" if missing and len(missing) <= 3 else ""
        if draft.status == "denied" and not starts and not phrase.lower().startswith(f"{self.words['no']} "):
            first = next((word for word in trigger.doc if not word.is_space), trigger)
            phrase = phrase.lstrip()
            opens = phrase.startswith(first.text) and first.pos_ != "PROPN"  # "Talks ... did not take place"
            phrase = f"{self.words['no']} {phrase[:1].lower() if opens else phrase[:1]}{phrase[1:]}"
        elif trigger.lemma_ in telling["polls"] and missing == self.doers:
            named = ""  # whoever calls elections does not own them
        elif (
            len(missing) == 1
            and (missing == self.doers or trigger.lemma_ in telling["owned"] | telling["resolves"])
            and not phrase[:1].isupper()
            and all(child.dep_ != "poss" or child.tag_ in ("PRP$", "WP$") for child in trigger.lefts)
            and all(child.dep_ != "prep" or child.lower_ not in self.lexicon.cast["agents"] for child in trigger.rights)
        ):
            phrase, named = f"{missing[0]}'s {phrase}", ""
        return f"{phrase}{place} {self._what_of_it(starts)}".rstrip(" ,") + named

    def _without_owners(self, phrase: str) -> str:
        """ "The attack on its embassy" is one on the embassy, in a line that does not say whose."""
        return " ".join(word for word in phrase.split(" ") if word not in self.lexicon.tables["actors"]["possessives"])

    def _written(self, mention: ActorMention) -> str:
        """A name as the sentence writes it; a name of another sentence is written nowhere here."""
        start, end = (place - self.draft.sentence.start for place in (mention.start, mention.end))
        return self.draft.trigger.doc.text[start:end] if 0 <= start < len(self.draft.trigger.doc.text) else _ELSEWHERE

    def _says(self, place: ActorMention, phrase: str) -> bool:
        return place.name in phrase or self._written(place) in phrase

    def _what_of_it(self, starts: bool) -> str:
        """What a nominal line says of its event: "called off", "possible", "begins"."""
        draft, plural = self.draft, self.draft.trigger.tag_ in ("NNS", "NNPS")
        if draft.status == "cancelled" and draft.clause.lemma_ in self.lexicon.telling["put_off"]:
            return str(self.words["nominal"]["put_off"])
        if draft.status == "cancelled" and draft.clause.lemma_ in self.words["nominal"]["undone"]:
            return str(self.words["nominal"]["undone"][draft.clause.lemma_])
        possible = self.lexicon.status["only_possible"]  # "possible attack" says so itself
        if draft.status == "speculated" and any({c.lemma_, c.lower_} & possible for c in draft.trigger.lefts):
            return ""
        if self._is_doubted(draft.clause):
            return str(self.words["nominal"]["doubted"])
        if draft.status in ("cancelled", "speculated"):
            return str(self.words["nominal"][draft.status])
        if starts and _is_its_clause(draft):
            verb = draft.clause.lemma_
            if draft.status == "denied":
                return self.inflected(verb, "denied", plural)
            ahead = self.words["active"]["scheduled"].format(verb=verb)
            return str(ahead) if draft.status == "scheduled" else verb if plural else self.third_person(verb)
        if draft.status == "ongoing":
            verb = self.words["nominal"]["ongoing"]
            return str(verb if plural else self.third_person(verb))
        return ""

    # ------------------------------------------------------------------------------------------------ verbs

    def inflected(self, lemma: str, status: str, plural: bool) -> str:
        forms = self.words["active"]
        form = forms.get(f"{status}_plural" if plural else status) or forms.get(status)
        return str(form.format(verb=lemma)) if form else self._plural(lemma) if plural else self.third_person(lemma)

    def _is_plural(self, subject: Token) -> bool:
        counted = subject.lower_ in self.lexicon.cast["two"] or (
            subject.pos_ == "NUM" and subject.lower_ not in ("one", "1")
        )
        at = subject.idx + self.draft.sentence.start
        one = any(m.start <= at < m.end and m.kind == "person" for m, _ in self.draft.actors)  # "Milošević", misread
        several = "Plur" in subject.morph.get("Number", []) and not one
        told = {child.tag_ for child in subject.head.children if child.dep_ in ("aux", "auxpass")}
        if subject.dep_ in SUBJECT and told & {"VBZ", "VBP"}:
            return "VBP" in told  # "the founder and former head of the party has died"
        if any(child.dep_ == "conj" for child in subject.children):
            return True
        halves = any(child.dep_ == "nummod" for child in subject.lefts)  # "the two Koreas"
        return counted or (several and (halves or subject.ent_type_ != "GPE"))

    def _plural(self, lemma: str) -> str:
        return str(self.words["irregular_plural"].get(lemma, lemma))

    def third_person(self, lemma: str) -> str:
        if lemma in self.words["irregular"]:
            return str(self.words["irregular"][lemma])
        if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
            return lemma[:-1] + "ies"
        return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _is_its_clause(draft: Draft) -> bool:
    """Whether the clause says of the event noun itself that it begins or ends ("the talks ended", not "ended with talks")."""
    trigger, clause = draft.trigger, draft.clause
    others = any(c.dep_ == "dobj" and c.i != trigger.i for c in clause.children)
    # "opened in May and ended in June"
    shared = [] if any(c.dep_ in SUBJECT for c in clause.children) else clause.conjuncts
    own = trigger.head in (clause, *shared) and trigger.dep_ in ("nsubj", "nsubjpass", "dobj")
    return not others and (
        own or (clause.dep_ in ("relcl", "xcomp") and trigger.dep_ != "pobj") or clause.head.i == trigger.i
    )


def _said(name: str, mention: ActorMention, phrase: str) -> bool:
    words = {word.strip(".,").lower() for word in phrase.split()}
    return bool(words & {part.lower() for part in mention.name.split()}) or name.lower() in phrase.lower()


def _about_a_thing(subject: Token, lexicon: Lexicon) -> bool:
    """Whether the subject is a thing or group that only carries names ("the leaders of France and Germany")."""
    beside = [child for child in subject.children if child.dep_ == "appos" and child.pos_ == "PROPN"]
    person = subject.lemma_ in lexicon.people  # "the UN envoy for Syria, Staffan de Mistura,"
    # not "an agreement with the watchdog, the Atomic Energy Agency, expires"
    named = any(person or c.left_edge.i <= subject.i + 2 or c.left_edge.nbor(-1).text != "," for c in beside)
    return subject.pos_ == "NOUN" and subject.dep_ != "appos" and not named


def joined_names(names: Sequence[str]) -> str:
    names = list(dict.fromkeys(names))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""
