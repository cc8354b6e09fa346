"""Events of sentences that give them no time: behind the head of an entry, which dates them, and the news that a report
opens with.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from timeline.calendar_time.values import DAY
from timeline.extraction.drafts import Draft
from timeline.extraction.scope import Scope
from timeline.lang.lexicon import Lexicon
from timeline.model import Sentence
from timeline.parsing.grammar import NOMINAL, SUBJECT, auxiliaries, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BELOW = 2  # characters from the day that heads an entry to a sentence that does not stand right behind it
_TOP = 12  # sentences (titles, bylines and captions with them) among which a report's first one is
_ENDS = (".", '."', ".”", ".'", ".’", ".)")


def headed(scope: Scope, found: Sequence[Draft]) -> list[Draft]:
    """What a sentence tells of behind or below a time that heads it ("12 June 2018", alone on the line above), if only that
    somebody says something: an event for each clause of its own ("Obama flies home; Cuba frees an agent")."""
    if scope.head is None:
        return []
    drafts: list[Draft] = []
    clauses = _main_clauses(scope.syntax.doc)
    for told in [*clauses, *(inner for main in clauses for inner in where_to(scope, main))]:
        beside = (word for c in told.children if c.dep_ in ("prep", "npadvmod", "advmod") for word in c.subtree)
        dated = {word.i for time in scope.times if time.earliest for word in scope.syntax.tokens(time.start, time.end)}
        subject = next((child for child in told.lefts if child.dep_ in SUBJECT), told)
        described = (word for child in subject.rights if child.dep_ == "acl" for word in child.subtree)
        # "where images taken in late 2002 revealed a plant": then, and not when the entry is of
        own = told.dep_ != "ROOT" and any(word.i in dated for word in (*beside, *described))
        trigger = _told_by(scope, told) if not own else None
        later = any(c.dep_ == "advmod" and c.lower_ in scope.lexicon.time["afterwards"] for c in told.lefts)
        if later and told.dep_ == "ROOT" and scope.sentence.start - scope.head.end >= _BELOW:
            continue  # "He later became president", in an entry of the day on which another died
        if trigger is None or any(draft.trigger.i == trigger.i for draft in (*found, *drafts)):
            continue
        clause = scope.syntax.clause(trigger)
        to_come = told.pos_ == "AUX" and any(c.dep_ == "xcomp" and auxiliaries(c) == {"to"} for c in told.children)
        status = "scheduled" if to_come else scope.telling.status(trigger, clause)  # "talks are to resume"
        draft = scope.bare(scope.head, trigger, clause, status)
        shared = told.dep_ == "conj" and not any(child.dep_ in SUBJECT for child in told.children)
        if (shared and draft.type == "OTHER") or _is_planned(scope, draft):
            continue
        above = scope.head.start < scope.sentence.start
        how = f"it stands below “{scope.head.text}”; {draft.how}" if above else draft.how
        drafts.append(scope.bounds.fit(replace(draft, how=how)))
    return drafts


def _main_clauses(doc: Doc) -> list[Token]:
    """The root of a sentence, and the clauses beside it."""
    found = [token for token in doc if token.head.i == token.i and not token.is_punct][:1]
    for token in doc:
        if token.dep_ in ("conj", "parataxis") and token.head in found and token.pos_ in ("VERB", "AUX"):
            found.append(token)
    return found


def _is_planned(scope: Scope, draft: Draft) -> bool:
    """Whether what stands in an entry of a day that is over was still to come then: "talks are to resume"."""
    over = scope.date is not None and draft.latest is not None and draft.latest < scope.date.earliest
    return over and draft.status in ("scheduled", "speculated")


def _told_by(scope: Scope, told: Token) -> Token | None:
    """What a main clause tells of."""
    trigger = scope.triggers.trigger(told)
    if trigger is None and told.lemma_ in scope.lexicon.telling["reporting"]:
        said = (child for child in told.children if child.dep_ == "ccomp" and child.tag_ != "VBG")
        done = next((clause for clause in said if _is_finite(clause, scope.lexicon)), None)
        told, trigger = (done, scope.triggers.trigger(done)) if done is not None else (told, told)
    if told.pos_ in NOMINAL and trigger is None:
        trigger = scope.syntax.event_noun(told)  # "Start of the war"
    if told.pos_ not in NOMINAL and not _is_finite(told, scope.lexicon):
        return None
    return trigger


def _is_finite(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb tells what is or was done, and not what had been done before or may be."""
    aux = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBD", "VBZ", "VBP")}
    modal = any(child.tag_ in ("MD", "TO") for child in verb.children)
    headline = verb.tag_ == "VBN" and is_passive(verb)  # "Envoy expelled"
    told = bool(aux) or verb.tag_ in ("VBD", "VBZ", "VBP") or headline
    return told and not modal and not aux & lexicon.status["had"]


def where_to(scope: Scope, main: Token) -> list[Token]:
    """The clauses behind a verb that tell what was done where it leads: ", where he met Putin"."""
    there = scope.lexicon.cast["there"]
    marked = [verb for verb in main.subtree if verb.dep_ == "relcl" and any(c.lower_ in there for c in verb.children)]
    marked += [inner for verb in marked if verb.pos_ == "AUX" for inner in verb.rights if inner.dep_ == "xcomp"]
    shared = [other for verb in marked for other in verb.conjuncts]
    return [verb for verb in (*marked, *shared) if verb.i > main.i and verb.pos_ in ("VERB", "AUX")]


def lead(text: str, sentences: Sequence[Sentence]) -> Sentence | None:
    """The sentence that a report opens with, behind its titles, which end in no full stop."""
    return next((each for each in sentences[:_TOP] if text[each.start : each.end].endswith(_ENDS)), None)


def news(scope: Scope, found: Sequence[Draft], *, dated: bool) -> list[Draft]:
    """What the sentence that opens a report tells as news without a day: "Russia has expelled 60 diplomats".

    It is of the report's date or the day before, where `dated` says that the texts are reports of news; else it has no date.
    """
    clauses = _main_clauses(scope.syntax.doc)
    if any(draft.clause in clauses or draft.trigger in clauses for draft in found):
        return []  # it gives the day: "condemned the attack on Tuesday and promised to help"
    days: tuple[date | None, date | None] = None, None
    how = ""
    if dated and scope.date is not None:
        days = scope.date.earliest - DAY, scope.date.latest
        how = f"the report of {scope.date.days} opens with it as news and gives no day: that day or the day before"
    told = ((each, trigger) for each in clauses if (trigger := _told_by(scope, each)) is not None)
    return [
        Draft(scope.sentence, trigger, scope.syntax.clause(trigger), "occurred", None, *days, kind, how)
        for each, trigger in told
        if (kind := _news_of(scope, each, trigger)) and all(draft.trigger.i != trigger.i for draft in found)
    ]


def _news_of(scope: Scope, told: Token, trigger: Token) -> str:
    """The type of what a main clause tells as done by somebody; empty where it says when, or nothing that is news."""
    clause, lexicon = scope.syntax.clause(trigger), scope.lexicon
    past = clause.tag_ == "VBD" or bool(auxiliaries(clause) & lexicon.status["perfect"])
    only_said = trigger.lemma_ in lexicon.telling["reporting"] - lexicon.telling["acts"]
    courses = lexicon.telling["begin"] | lexicon.telling["finish"] | lexicon.telling["happen"]
    subject = scope.syntax.subject(clause)
    event = scope.syntax.event_noun(subject) if subject is not None and scope.syntax.mentions(subject) is None else None
    only_named = event is not None and clause.lemma_ not in courses  # "the invasion has united Europe"
    if not past or only_said or only_named or scope.telling.status(trigger, clause) != "occurred":
        return ""
    kind = scope.kinds.type_of(trigger)
    known = scope.syntax.has_actor_subject(clause) if kind == "OTHER" else _is_by_somebody(scope, clause)
    known = known or (
        kind in lexicon.cast["hostile"] and bool(scope.syntax.actors)
    )  # "12 people have been killed in Myanmar"
    return kind if known and not any(_is_timed(scope, verb) for verb in {told, clause}) else ""


def _is_by_somebody(scope: Scope, clause: Token) -> bool:
    """Whether a clause names who did it, or whose leaders did."""
    subject = scope.syntax.subject(clause)
    people = subject is not None and subject.lemma_ in scope.lexicon.cast["pair_of_people"]
    of = [c for c in subject.rights if c.lower_ in scope.lexicon.time["of"]] if people and subject is not None else []
    whose = any(scope.syntax.mentions(word) for child in of for word in child.subtree)
    return whose or scope.syntax.has_named_subject(clause)


def _is_timed(scope: Scope, told: Token) -> bool:
    """Whether a clause says when or how often, in whatever way."""
    beside = [child for child in told.children if child.dep_ in ("prep", "npadvmod", "advmod", "advcl")]
    if any(child.lower_ in scope.lexicon.time["often"] for child in told.children):
        return True
    lasting = {time.start for time in scope.times if time.type == "DURATION" and not time.anchor}
    for word in (word for child in beside for word in child.subtree if scope.syntax.time_words(word)):
        long = scope.sentence.start + scope.syntax.time_words(word)[0].idx in lasting
        behind = any(above.lower_ in scope.lexicon.time["after"] for above in word.ancestors)
        if not (long and behind):  # "has agreed after two days of talks"
            return True
    return False
