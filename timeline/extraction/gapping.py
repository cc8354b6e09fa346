"""A clause without its verb, which has a time of its own: "met Merkel in Berlin on Monday and Macron in Paris on Tuesday"; and days
in a list, on each of which it was: "on 15 and 17 November".

What stands between the two times says what takes the place of what in the clause before: Macron of Merkel, Paris of Berlin.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.extraction.drafts import Draft
from timeline.extraction.naming import is_place, is_town
from timeline.extraction.syntax import Syntax
from timeline.lang.lexicon import Lexicon
from timeline.model import TimeExpression
from timeline.parsing.grammar import NOMINAL, SUBJECT, auxiliaries

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Word of the clause with the verb, and the word that takes its place.
Pairs = tuple["tuple[Token, Token]", ...]
_BEFORE = 16  # characters before a time in which its preposition stands
_PLAIN = ("DET", "ADJ", "NUM", "PART", "PUNCT", *NOMINAL)  # what a complement consists of


def each_day(draft: Draft, text: str, lexicon: Lexicon) -> list[Draft]:
    """A draft for each day of a list that is no stretch: "telephoned twice, on 15 and 17 November", not "between 15 and 17"."""
    time, lists = draft.time, lexicon.time["lists"]
    before = text[max(0, time.start - _BEFORE) : time.start].lower().split() if time is not None else []
    if not lexicon.cast["two_ends"].isdisjoint(before[-1:]):
        return [draft]
    if time is None or "/" not in time.value or (draft.earliest, draft.latest) != (time.earliest, time.latest):
        return [draft]
    numbers = [*re.finditer(r"\b\d{1,2}(?!\d)", time.text)]
    if len(numbers) < 2:
        return [draft]
    between = [time.text[a.end() : b.start()] for a, b in pairwise(numbers)]
    joined = all(re.sub(r"^(st|nd|rd|th)\b", "", sign).strip() in lists for sign in between)
    days = [day for number in numbers if (day := _day_of(time, int(number[0]))) is not None]
    if not joined or len(days) != len(numbers) or days != sorted(days) or (days[-1] - days[0]).days < len(days):
        return [draft]
    drafts = []
    for number, day, behind in zip(numbers, days, [*numbers[1:], None], strict=True):
        end = time.end if behind is None else time.start + number.end()
        one = replace(
            time, start=time.start + number.start(), end=end, text=time.text[number.start() : end - time.start],
            value=str(day), earliest=day, latest=day, edtf=str(day), explanation=f"{day}, one of “{time.text}”",
        )  # fmt: skip
        drafts.append(replace(draft, time=one, earliest=day, latest=day, how=one.explanation))
    return drafts


def _day_of(time: TimeExpression, number: int) -> date | None:
    """The day of a number in the month that the days of a time are in."""
    first, last = time.earliest, time.latest
    if first is None or last is None or (first.year, first.month) != (last.year, last.month):
        return None
    return first.replace(day=number) if first.day <= number <= last.day else None


def instead(syntax: Syntax, whole: Draft, second: TimeExpression) -> Pairs | None:
    """What takes the place of what in a clause that shares the verb of a draft and is dated by `second`, the next time; empty
    where it only happened again; None where no such clause stands between the two."""
    if whole.time is None or whole.time.start >= second.start or _is_since(syntax, second):
        return None
    joint = joint_between(syntax, whole.time, second)
    ruled_out = any(word.lower_ in syntax.lexicon.status["not_then"] for word in _between(syntax, whole.time, second))
    if joint is None or ruled_out:  # "in Lima in November, not Bogota in October"
        return None
    lists = syntax.lexicon.time["lists"]
    words = [word for word in _between(syntax, whole.time, second) if word.i > joint.i and word.lower_ not in lists]
    words = words or _beyond(syntax, second) or _behind_commas(syntax, joint, second)
    once_more = bool(words) and _again(syntax, words[0])
    if len(words) == 1 and _counts_times(syntax, words[0]):  # "for the first time in May and for a second time in June"
        counted = (word for word in whole.clause.subtree if word.i < joint.i and _counts_times(syntax, word))
        return tuple((word, words[0]) for word in counted)
    words = [word for word in (words[1:] if once_more else words) if not _is_amount(word)]
    if len(words) > 1 and _again(syntax, words[-1]):
        words = words[:-1]  # "and the region again in September"
    words = words or _beyond(syntax, second)
    none = () if once_more or _alike(syntax, whole.time, second) else None
    if not words:
        return none
    pairs: list[tuple[Token, Token]] = []
    for preposition, complement in _complements(words):
        if preposition is None and all(word.lower_ in _one_more(syntax) for word in complement):
            # "fired a missile on Monday and another on Tuesday", "killed two soldiers on Monday and another on Tuesday"
            # "met Putin on Monday and the rest on Tuesday"
            left = complement[-1].lower_ in syntax.lexicon.status["others"]
            things = [c for c in whole.clause.children if c.dep_ in ("dobj", "nsubjpass") and c.i < joint.i]
            pairs += [(thing, complement[-1]) for thing in things if left or thing.tag_ == "NNS"]
            continue
        stands_for = (
            preposition is None and len(complement) > 1 and complement[-1].lower_ in syntax.lexicon.status["one"]
        )
        whose = [word for word in complement[:-1] if syntax.mentions(word)] if stands_for else []
        if whose:  # "Egypt and Israel signed an accord in January, Syria and Israel one in May"
            subject = syntax.subject(whole.clause)
            if subject is None:
                return none
            pairs += [(old, whose[-1]) for old in subject.conjuncts]
            pairs.append((subject, whose[0]))
            continue
        head = next((word for word in reversed(complement) if word.pos_ in NOMINAL), None)
        # "and two more in June", "and a final one in May"
        head = head or next((word for word in complement if word.pos_ == "NUM"), None)
        head = head or next((w for w in complement if w.lower_ in syntax.lexicon.status["counted"]), None)
        named = any(word.pos_ == "PROPN" or syntax.mentions(word) for word in complement)
        if preposition is not None and pairs and (not named or preposition.lower_ in syntax.lexicon.time["of"]):
            continue  # "Kiribati within days of each other in September"
        if head is None or not all(_is_plain(word) for word in complement):
            return none
        if preposition is not None:
            other = _behind(syntax, whole, preposition.lower_, joint) if named else None
        elif (where := _place_of_its_kind(syntax, whole, complement, joint)) is not None:
            other = where
        elif named or head.lemma_ in syntax.lexicon.cast["bodies"]:
            other = _taken_by(syntax, whole, complement, joint)
        else:
            other = _another_thing(syntax, whole, head, joint)
        if other is None:
            return none
        while head.dep_ == "conj" and head.head in complement:
            head = head.head  # "Mali and Niger in June"
        pairs.append((other, head))
    return tuple(pairs)


def _is_since(syntax: Syntax, time: TimeExpression) -> bool:
    """Whether a time stands behind "since": "visited him on May 23, the first visit since 2008"."""
    first = next(iter(syntax.tokens(time.start, time.end)), None)
    return first is not None and first.i > 0 and first.nbor(-1).lower_ in syntax.lexicon.time["since"]


def _behind_commas(syntax: Syntax, joint: Token, time: TimeExpression) -> list[Token]:
    """The nouns behind a time that two commas set off: "awarded it in 1962 and, in May 2013, the land around it as well"."""
    behind = syntax.tokens(time.end, syntax.sentence.end)
    apart = joint.i + 1 < len(joint.doc) and joint.nbor().text == "," and len(behind) > 1 and behind[0].text == ","
    return _plain_words(syntax, behind[1:]) if apart else []


def _alike(syntax: Syntax, first: TimeExpression, second: TimeExpression) -> bool:
    """Whether two times have the same preposition, and what the first one's clause tells stands between: "met on 5 April, the
    day after Chad left, and on 10 July"."""
    between = syntax.tokens(first.end, second.start)
    start = next(iter(syntax.tokens(first.start, first.end)), None)
    apart = any(word.pos_ == "VERB" for word in between) and between[-1].pos_ == "ADP"
    return apart and start is not None and start.i > 0 and start.nbor(-1).lower_ == between[-1].lower_


def _is_plain(word: Token) -> bool:
    """Whether a word may stand in what takes the place of another: "and its parliament in June"."""
    return word.pos_ in _PLAIN or word.tag_ in ("PRP$", "DT")  # "and another in June"


def _another_thing(syntax: Syntax, whole: Draft, head: Token, joint: Token) -> Token | None:
    """The object whose place a noun without a name takes: "fired a missile on Monday and two rockets on Tuesday"."""
    kin = head.lemma_ in syntax.lexicon.people  # "banned the party in May and its leader in June"
    counted = head.pos_ == "NUM" or any(
        child.dep_ in ("det", "nummod") or (kin and child.dep_ == "poss") for child in head.lefts
    )
    numbers = syntax.lexicon.status["counted"]
    was = next((c for c in whole.clause.rights if c.dep_ == "attr" and c.i < joint.i), None)
    if was is not None and head.lemma_ in syntax.lexicon.people:
        return was  # "became adviser in 1969 and, from 1973, secretary of state"
    if head.lower_ in numbers:  # "a first round was held in May and a second in June"
        objects = (child for child in whole.clause.rights if child.dep_ == "dobj" and child.i < joint.i)
        told = (whole.trigger, *whole.clause.lefts, *objects)
        first = (c for noun in told for c in noun.lefts if c.lower_ in numbers)
        return next(first, None)
    things = (child for child in whole.clause.rights if child.dep_ == "dobj" and child.i < joint.i)
    return next(things, None) if counted and head.dep_ not in SUBJECT else None


def _is_amount(word: Token) -> bool:
    """Whether a word only says how exact a number behind it is: "more than 20"."""
    return word.dep_ == "quantmod" or (
        word.head.pos_ == "NUM" and word.head.i > word.i and word.dep_ in ("amod", "advmod")
    )


def joint_between(syntax: Syntax, first: TimeExpression, second: TimeExpression) -> Token | None:
    """The "and" or comma that joins the second clause: right behind the first time, or behind what belongs to that ("on
    Monday in Oslo and on Friday in Cairo")."""
    between, lists = _between(syntax, first, second), syntax.lexicon.time["lists"]
    joints = [word for word in between if word.lower_ in lists]
    if not joints or any(word.pos_ not in ("ADP", "ADV", "CCONJ") and not _is_plain(word) for word in between):
        return None
    if any(map(syntax.time_words, between)):
        return None
    last = next((word for word in reversed(between) if not _again(syntax, word)), joints[-1])
    closing = last.lower_ in lists and last.pos_ == "CCONJ"  # "and", "and again", "and then"
    behind = syntax.tokens(second.end, syntax.sentence.end)[:1]  # "on July 12 in Chad, July 14 in Mali"
    closing = closing or (last == between[-1] and any(word.lower_ == between[0].lower_ for word in behind))
    return joints[0] if between[0] == joints[0] else joints[-1] if closing else None


def _again(syntax: Syntax, word: Token) -> bool:
    """Whether a word says before a time that what is told happened another time: "again", "then", the "time" of "for a
    second time"."""
    return word.lower_ in syntax.lexicon.status["once_more"] or _counts_times(syntax, word)


def _counts_times(syntax: Syntax, time: Token) -> bool:
    ranked = any(child.lower_ in syntax.lexicon.status["ranks"] for child in time.lefts)
    purpose = time.dep_ == "pobj" and time.head.lower_ in syntax.lexicon.cast["purpose"]
    return ranked and purpose and time.lemma_ in syntax.lexicon.telling["dates"]


def _one_more(syntax: Syntax) -> frozenset[str]:
    """The words that stand for another of what was told, or for what is left of it."""
    status = syntax.lexicon.status
    return status["one"] | status["others"] | syntax.lexicon.cast["definite"]


def _between(syntax: Syntax, first: TimeExpression, second: TimeExpression) -> list[Token]:
    """The words between two times, without the preposition of the second and what the first one's clause tells ("in May,
    when Chad hosted a summit, and again in June", "in May, a day after Chad left, and in June")."""
    between = syntax.tokens(first.end, second.start)
    told = [word for word in between if word.dep_ in ("relcl", "advcl") and word.pos_ == "VERB"]
    when, relations = syntax.lexicon.time["when"], syntax.lexicon.relations
    asides = [
        {word for word in verb.subtree if word.head != verb or word.dep_ not in ("cc", "punct")}
        for verb in told
        if any(child.lower_ in when or child.lower_ in relations for child in verb.lefts)
    ]
    between = [word for word in between if not any(word in aside for aside in asides)]
    time = syntax.lexicon.time
    while between and between[-1].lower_ in time["at"] | time["of"] | time["since"] | syntax.lexicon.cast["place"]:
        between = between[:-1]
    return _without_count(syntax, between)


def _without_count(syntax: Syntax, words: list[Token]) -> list[Token]:
    """The same words, but of what counts the times at their end ("for the second time") the last alone."""
    if not words or not _counts_times(syntax, words[-1]):
        return words
    return [*(word for word in words[:-1] if word.i < words[-1].head.i), words[-1]]


def _beyond(syntax: Syntax, time: TimeExpression) -> list[Token]:
    """The nouns and their prepositions right behind a time; behind a comma, where they say that it happened again ("and, in
    May, again in Oslo")."""
    behind = syntax.tokens(time.end, syntax.sentence.end)
    if len(behind) > 1 and behind[0].text == "," and _again(syntax, behind[1]):
        behind = behind[1:]
    return _plain_words(syntax, behind)


def _plain_words(syntax: Syntax, behind: Sequence[Token]) -> list[Token]:
    """The first of some words that may take the place of others."""
    words: list[Token] = []
    for word in behind:
        plain = word.pos_ in ("ADP", *_PLAIN) or (not words and _again(syntax, word))
        if not plain or word.is_punct or syntax.time_words(word):
            break
        words.append(word)
    return words


def _complements(words: Sequence[Token]) -> list[tuple[Token | None, list[Token]]]:
    """Words cut at their prepositions: "Macron in Paris" is Macron, and Paris behind "in"."""
    parts: list[tuple[Token | None, list[Token]]] = []
    for word in words:
        if word.pos_ == "ADP":
            parts.append((word, []))
        elif parts:
            parts[-1][1].append(word)
        else:
            parts.append((None, [word]))
    return parts


def _behind(syntax: Syntax, whole: Draft, preposition: str, joint: Token) -> Token | None:
    """What stands behind a preposition in the clause with the verb, and is no time."""
    objects = [child for child in whole.clause.rights if child.dep_ == "dobj"]
    for word in (whole.trigger, whole.clause, *objects):
        for child in word.rights:
            if child.dep_ in ("prep", "agent") and child.lower_ == preposition and child.i < joint.i:
                inner = next((inner for inner in child.children if inner.dep_ == "pobj"), None)
                if inner is not None and not syntax.time_words(inner):
                    return inner
    return None


def _place_of_its_kind(syntax: Syntax, whole: Draft, new: Sequence[Token], joint: Token) -> Token | None:
    """The place whose place another of its kind takes, town or country, where nothing else in the clause is of that kind: "met
    Putin in Paris in May and Rome in June"."""
    kind = _kind_of_place(syntax, new[-1])
    unknown = new[-1].pos_ == "PROPN" and syntax.mentions(new[-1]) is None and not _names_somebody(syntax, whole, joint)
    kind = "town" if kind is None and unknown else kind  # "killed ten people in Kabul on Monday and Herat on Tuesday"
    if kind is None or len(new) > 2:
        return None
    listed = {new for _, new in whole.instead}  # "in Paris in May, Rome in June and Berlin in July"
    inside = [word for word in whole.clause.subtree if word.i < joint.i and word.pos_ == "PROPN" and word not in listed]
    alike = [word for word in inside if _kind_of_place(syntax, word) == kind]
    where = [w for w in alike if w.dep_ == "pobj" and w.head.lower_ in syntax.lexicon.cast["place"]]
    return where[0] if len(alike) == len(where) == 1 else None


def _names_somebody(syntax: Syntax, whole: Draft, joint: Token) -> bool:
    """Whether a clause names who did it or to whom, before a joint."""
    parts = (c for c in whole.clause.children if c.dep_ in (*SUBJECT, "dobj") and c.i < joint.i)
    return any(word.pos_ == "PROPN" and word.dep_ != "pobj" for part in parts for word in part.subtree)


def _kind_of_place(syntax: Syntax, word: Token) -> str | None:
    """Whether a name is a town's or a country's, as far as the tables or the model know."""
    known = syntax.mentions(word)
    if known is not None:
        return "town" if is_town(known) else "country" if known.kind == "country" else None
    return "town" if word.pos_ == "PROPN" and syntax.kind_of_name(word) in ("GPE", "LOC", "FAC") else None


def _taken_by(syntax: Syntax, whole: Draft, new: Sequence[Token], joint: Token) -> Token | None:
    """Whose place a noun without a preposition takes: the object's, the subject's where only that bears a name ("Egypt
    signed the pact in May and Jordan in June"), or whom a noun names ("meetings with Blair on Monday and Clinton today")."""
    if whole.trigger.pos_ in NOMINAL:
        inner = (c for p in whole.trigger.rights if p.dep_ == "prep" and p.i < joint.i for c in p.children)
        return next((c for c in inner if c.dep_ == "pobj" and syntax.mentions(c)), None)
    objects = [child for child in whole.clause.rights if child.dep_ == "dobj" and child.i < joint.i]
    told = (c for c in whole.clause.rights if c.dep_ == "ccomp" and "to" in auxiliaries(c))
    objects = objects or [
        c for clause in told for c in clause.lefts if c.dep_ == "nsubj"
    ]  # "ordered Chad to pay in May"
    if objects and objects[0].pos_ == "PRON" and is_place(syntax.mentions(new[-1])):
        where = (p for p in whole.clause.rights if p.lower_ in syntax.lexicon.cast["place"] and p.i < joint.i)
        inner = (c for p in where for c in p.children if c.dep_ == "pobj")
        return next(inner, None)  # "takes him to Ramallah on Thursday and Jordan on Friday"
    town = bool(objects) and objects[0].lemma_ in syntax.lexicon.cast["strongholds"] and new[-1].pos_ == "PROPN"
    if town and ((known := syntax.mentions(new[-1])) is None or is_town(known)):
        return objects[0]  # "Chad captured the town of Kidal in May and Menaka a week later"
    unnamed = not any(syntax.mentions(word) for thing in objects for word in thing.subtree if word.i <= thing.i)
    bare = all(
        word.pos_ not in ("DET", "NUM") or word.lower_ in syntax.lexicon.cast["definite"] for word in new
    )  # "and an American on Tuesday"
    subject = syntax.subject(whole.clause) if unnamed and bare else None
    bodies = syntax.lexicon.cast["bodies"]  # "the cabinet approved it in May and the parliament in June"
    body = subject is not None and subject.lemma_ in bodies and new[-1].lemma_ in bodies
    alike = subject is not None and (body or subject.lemma_ == new[-1].lemma_ or syntax.mentions(subject))
    place = is_place(syntax.mentions(new[-1])) or syntax.mentions(new[-1]) is None
    if not alike and objects and objects[0].tag_ == "NNS" and len(new) == 1 and new[0].pos_ == "PROPN" and place:
        of_people = objects[0].lemma_ in syntax.lexicon.people
        return objects[0] if of_people else None  # "withdraw forces from Goma within a week and Uvira within two"
    return subject if alike else next(iter(objects), None)  # "the Mali region by May and the Chad region by June"
