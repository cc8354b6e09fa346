"""Participles that tell no tense: "as planned", "the planned visit", "to hold closed talks"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def as_it_was(before: Sequence[str], tense: Mapping[str, frozenset[str]]) -> bool:
    """Whether a participle behind these words, nearest first, only compares: "as planned", "as previously agreed"."""
    adverb = bool(before) and before[0].lower() in tense["adverbs"]
    return any(word.lower() in tense["comparing"] for word in before[adverb : adverb + 1])


def before_its_noun(before: Sequence[str], tense: Mapping[str, frozenset[str]]) -> bool:
    """Whether a participle behind these words, nearest first, stands before its noun ("the planned visit", "behind
    closed doors")."""
    adverb = bool(before) and before[0].lower() in tense["adverbs"]
    nouns = tense["determiners"] | tense["prenominal"]
    return any(word.lower() in nouns for word in before[adverb : adverb + 1])


def before_its_object(before: Sequence[str], behind: str, tense: Mapping[str, frozenset[str]]) -> bool:
    """Whether a participle stands between an infinitive and its plural object: "to hold (emergency) closed consultations"."""
    plural = behind.islower() and behind.endswith("s") and len(behind) > 3 and behind not in tense["determiners"]
    urgent = any(word in tense["urgent"] for word in before[:1])
    return plural and not tense["infinitive"].isdisjoint(before[1 + urgent : 2 + urgent])
