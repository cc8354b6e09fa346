"""Whether a sign of tense surely governs a time, and is not only the nearest to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_GOVERNING = 8  # words from a verb to the "on" of its time
_STARTING = 9  # words from "announced" to the "starting" of what was announced

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


def starts_then(before: Sequence[str], tense: Mapping[str, frozenset[str]]) -> str | None:
    """What is set to start at a time: "announced talks starting Monday", "agreed on a truce starting on Monday"."""
    near = [word.lower() for word in before[-_STARTING:]]
    at = len(near) - 1 - (bool(near) and near[-1] in tense["prepositions"])
    if at < 1 or near[at] not in tense["starting"]:
        return None
    verb = next((word for word in near[:at] if word in tense["has_set"] | tense["intended"]), None)
    return f"{verb} ... {near[at]}" if verb else None


def _is_plain(sign: Sign, tense: Mapping[str, frozenset[str]]) -> bool:
    """Whether a sign of tense says where its time lies, and stands near enough; "would" may be told of the past."""
    vaguely = sign[1] in tense["would"] | tense["could"] | tense["noun_ahead"]
    return sign[0] in ("past", "future") and not vaguely and sign[2] <= _GOVERNING


def beside(sign: Sign) -> Sign:
    """A sign that surely governs a time, as if it stood right beside that."""
    return sign[0], sign[1], 0
