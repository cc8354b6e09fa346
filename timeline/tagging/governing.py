"""Whether a sign of tense surely governs a time, and is not only the nearest to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_OPENING = 14  # words from the beginning of a sentence to a time in what opens it
_GOVERNING = 8  # words from a verb to the "on" of its time

#: past, future or either, the word that says so, and its distance in words
Sign = tuple[str | None, str, int]


def is_told_of(before: Sequence[str], sign: Sign, tense: Mapping[str, frozenset[str]]) -> bool:
    """Whether a time is surely that of what was or will be: "held a summit in Lima on Dec. 7", "will hold a summit on Dec. 7", but
    not "will meet after a raid on Dec. 7", "expects earnings for the third quarter"."""
    between = {word.lower() for word in before[-sign[2] :]} if sign[2] else set()
    on = bool(before) and before[-1] in tense["prepositions"] - tense["purpose"]
    against = tense["in_wake"] | tense["unforeseen"]
    if sign[0] == "past":
        between, against = (
            {word.lower() for word in before[-_GOVERNING:]},
            tense["future"] | tense["modal"] | tense["infinitive"],
        )
    return on and _is_plain(sign, tense) and not between & against


def is_opened(before: Sequence[str], behind: Sequence[str], sign: Sign, tense: Mapping[str, frozenset[str]]) -> bool:
    """Whether a time that opens a sentence is surely that of its verb: "On Dec. 7, Chad will hold a summit", but not "On Dec. 7, the
    court that ruled in May will sit"."""
    on = bool(before) and before[0].lower() in tense["prepositions"] - tense["purpose"]
    on = on and sign[1] not in tense["present"]  # "On June 6, Mali joins" may tell of what was
    against = (
        tense["in_wake"] | tense["asides"] | tense["complement"] | (tense["modal"] if sign[0] == "past" else set())
    )
    return on and _is_plain(sign, tense) and not {word.lower() for word in behind[:_GOVERNING]} & against


def is_aim(before: Sequence[str], behind: str, tense: Mapping[str, frozenset[str]]) -> bool:
    """Whether a time stands in what opens a sentence and only says what for: "In an effort to sign it before the June vote, they"."""
    to = next((at for at in reversed(range(len(before) - 1)) if before[at].lower() in tense["infinitive"]), None)
    does = to is not None and before[to + 1].islower() and before[to + 1] not in tense["determiners"]
    return does and len(before) <= _OPENING and "," in behind.partition(".")[0]


def is_of_the_noun(before: Sequence[str], sign: Sign, tense: Mapping[str, frozenset[str]]) -> bool:
    """Whether a sign only says of a noun behind it that it is to come: "the upcoming summit on", "a planned visit"."""
    at = len(before) - 1 - sign[2]
    opens = at > 0 and (
        before[at - 1].lower() in tense["determiners"] or before[at - 1].endswith(tuple(tense["past_behind"]))
    )
    return opens and sign[1] in tense["yet_to_be"]


def _is_plain(sign: Sign, tense: Mapping[str, frozenset[str]]) -> bool:
    """Whether a sign of tense says where its time lies, and stands near enough; "would" may be told of the past."""
    vaguely = sign[1] in tense["would"] | tense["could"] | tense["noun_ahead"]
    return sign[0] in ("past", "future") and not vaguely and sign[2] <= _GOVERNING


def beside(sign: Sign) -> Sign:
    """A sign that surely governs a time, as if it stood right beside that."""
    return sign[0], sign[1], 0
