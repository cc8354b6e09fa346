"""What says, beside the verb of a clause, that a time is ahead or over: what is set, called for, awaited or unforeseen."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from timeline.lang.patterns import TimexPack

_WAKE = 8  # words from "aftermath" to the "in" of when that began
_AHEAD = 7  # words from "ahead of" to the "on" of when that is
_STARTING = 9  # words from "announced" to the "starting" of what was announced


def has_called(before: Sequence[str], tense: Mapping[str, frozenset[str]]) -> str:
    """The word that says that somebody has set something: of "has scheduled a vote in", which no past time follows."""
    if not before or before[-1] not in tense["prepositions"]:
        return ""
    sets = tense["called"] | tense["has_set"]
    pairs = itertools.pairwise(before[:-1])
    return next((word for one, word in pairs if word in sets and one in tense["has"]), "")


def asked_for(before: Sequence[str], tense: Mapping[str, frozenset[str]]) -> str | None:
    """What somebody asks to take place at a time, with the verb: "calls for a strike on"."""
    if len(before) < 3 or before[-2] not in tense["held_on_call"] or before[-1] not in tense["prepositions"]:
        return None
    verb = next((word for word in before[:-2] if word in tense["asking"]), None)
    return f"{verb} ... {before[-2]}" if verb else None


def unforeseen(before: Sequence[str], pack: TimexPack) -> str | None:
    """What had happened, by its noun, where a clause tells what came after it and its day: "after an attack in Lima on", "in the
    aftermath of the grab in"."""
    tense = pack.tense
    since = next((word.lower() for word in before[-_WAKE:] if word.lower() in tense["aftermath"]), None)
    if since is not None and not any(word in pack.signs for word in before[-_WAKE:]):
        return since
    if tense["unforeseen"].isdisjoint(before):
        return None
    near = [word.lower() for word in before]
    at = next((i for i in reversed(range(len(near))) if near[i] in tense["unforeseen"]), 0)
    wake = next((i for i in reversed(range(at)) if near[i] in tense["in_wake"]), None)
    between = [] if wake is None else [*near[wake + 1 : at], *near[at + 1 :]]
    told = any(word in pack.signs or ends(word, pack.past_endings, tense["not_past"]) for word in between)
    return f"{near[wake]} ... {near[at]}" if wake is not None and not told else None


def ends(word: str, endings: tuple[str, ...], exceptions: frozenset[str]) -> bool:
    return len(word) > 4 and word.endswith(endings) and word not in exceptions


def ahead_of(before: Sequence[str], tense: Mapping[str, frozenset[str]]) -> str | None:
    """The words that say that what has a time was still to come: of "met ahead of the summit on", "in the run-up to the vote on"."""
    near = [word.lower() for word in before[-_AHEAD:]]
    at = next((i for i in reversed(range(1, len(near))) if f"{near[i - 1]} {near[i]}" in tense["ahead_of"]), None)
    plain = at is not None and tense["past"].isdisjoint(near[at:])
    return f"{near[at - 1]} {near[at]}" if at is not None and plain and len(near) - at > 2 else None


def starts_then(before: Sequence[str], tense: Mapping[str, frozenset[str]]) -> str | None:
    """What is set to start at a time: "announced talks starting Monday", "agreed on a truce starting on Monday", "from Monday"."""
    near = [word.lower() for word in before[-_STARTING:]]
    at = len(near) - 1 - (bool(near) and near[-1] in tense["prepositions"])
    if at < 1 or near[at] not in tense["starting"] | tense["from_then"]:
        return None
    sets = tense["sets"] if near[at] in tense["from_then"] else tense["has_set"] | tense["intended"]
    verb = next((word for word in near[:at] if word in sets), None)
    return f"{verb} ... {near[at]}" if verb else None
