"""What leaves open whether a time is over: what was hoped, proposed, only thought of or called off ("proposed a summit in
August", "a visit on July 20 was put off"). The day that lies nearer to the document date decides then.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from timeline.lang.patterns import TimexPack
from timeline.tagging.clauses import WORD
from timeline.tagging.governing import Sign

_WHOM = 3  # words from "asked" to the "to" of what was asked
_NEAR = 8  # words from "plans" to the "in" of their time


def was_undone(behind: Sequence[str], tense: Mapping[str, frozenset[str]]) -> str:
    """What tells right behind a time that something was called off, which may have been to come: "a visit on July 20 was put off"."""
    done = tense["were_to"].intersection(behind[:1])
    has_been = tense["has"].intersection(behind[:1]) and tense["were_to"].intersection(behind[1:2])
    undone = next((word for word in behind[1:3] if word in tense["called_off"]), "")
    return f"{behind[0]} {undone}" if undone and (done or has_been) else ""


def only_thought(before: Sequence[str], nearest: Sign | None, tense: Mapping[str, frozenset[str]]) -> str:
    """The word that says that something is only thought of, where no other sign of tense stands nearer to the time: "plans for a
    summit in", "a possible withdrawal in"."""
    near = before[-_NEAR:]
    far = next((at for at, word in enumerate(reversed(near)) if word.lower() in tense["conceived"]), None)
    beside = far is not None and (nearest is None or far <= nearest[2] + 1)
    return near[-1 - far] if far is not None and beside else ""


def is_weekday(said: str, pack: TimexPack) -> bool:
    return _names(said, pack, "weekday", "weekday_short")


def has_month(said: str, pack: TimexPack) -> bool:
    return _names(said, pack, "month", "month_short")


def _names(said: str, pack: TimexPack, *classes: str) -> bool:
    """Whether one of the words said is of one of a language's classes of words."""
    known = [pack.folded.get(name, {}) for name in classes]
    return any(word in each for each in known for word in WORD.findall(said.lower()))


def speaks_of_an_act(before: Sequence[str], sign: Sign, pack: TimexPack) -> bool:
    """Whether the verb before a time leaves open whether what it speaks of is over: "hoped to sign it in May", "suggested meeting
    in May", "proposed a summit in August", but not "welcomed the pact at a meeting in August"."""
    tense = pack.tense
    between = [word.lower() for word in before[len(before) - sign[2] :]]
    if len(between) < 2 or is_weekday(between[0], pack) or tense["is_to"].intersection(before[-sign[2] - 3 :]):
        return False  # "is expected to", "agreed Tuesday to meet in October"
    if sign[1] in tense["intended"] and tense["infinitive"].intersection(between[:_WHOM]):
        return True  # also "asked Chad to leave in August"
    if sign[1] in tense["weighed"] and between[0].endswith("ing"):
        return True
    if sign[0] == "past" and any(
        a in tense["promises"] and b in tense["infinitive"] for a, b in itertools.pairwise(between)
    ):
        return True  # "accepted an invitation to visit Lima in August"
    if sign[1] not in tense["speaking_of"]:
        return False
    at = next((at for at, word in enumerate(between) if word in tense["held_on_call"]), None)
    led_in = tense["prepositions"] | tense["prenominal"] | tense["in_wake"] | tense["inside"]
    return at is not None and led_in.isdisjoint(between[:at])
