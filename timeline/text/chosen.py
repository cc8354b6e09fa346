"""Which sentences are worth a parse: those with a time that may date an event, and no directions of a transcript."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from timeline.lang.lexicon import Lexicon
from timeline.model import Sentence, TimeExpression
from timeline.text.stretches import Stretches
from timeline.text.turns import Turns

_LONGEST = 2000  # characters of a sentence that is parsed
_FRONTED = 240  # characters of a clause before the verb that says it


def matters(text: str, sentence: Sentence, dating: Stretches[TimeExpression], lexicon: Lexicon) -> bool:
    """Whether a sentence has a time, or counts from an event; only such sentences are parsed."""
    if sentence.end - sentence.start > _LONGEST:
        return False
    if dating.starting_in(sentence):
        return True
    words = {word.strip(".,;:'\"“”‘’()") for word in text[sentence.start : sentence.end].lower().split()}
    return not words.isdisjoint(lexicon.relations) and any(word in lexicon.nouns for word in words)


def is_direction(
    text: str, sentence: Sentence, sentences: Sequence[Sentence], timexes: Sequence[TimeExpression], turns: Turns
) -> bool:
    """Whether a sentence of a transcript tells of its meeting: one in brackets, or a paragraph of its own that has nothing
    but a clock time ("The meeting rose at 11.40 a.m.")."""
    if not turns.all:
        return False
    if turns.at(sentence.start) and text[sentence.start] in "([" and text[sentence.end - 1] in ")]":
        return True
    at = bisect_left(timexes, sentence.start, key=lambda time: time.start)
    times = [time for time in timexes[at : at + 3] if time.end <= sentence.end]
    clock = bool(times) and all(time.type == "TIME" and ":" in time.value for time in times)
    here = bisect_left(sentences, sentence.start, key=lambda other: other.start)
    beside = [*sentences[max(0, here - 1) : here], *sentences[here + 1 : here + 2]]
    return clock and all(other.paragraph != sentence.paragraph for other in beside)


def may_date(time: TimeExpression, text: str, lexicon: Lexicon) -> bool:
    """Whether a time may date an event; a bare duration does as a term alone ("within a week", "a year deadline")."""
    if time.earliest is not None or time.latest is not None:
        said = lexicon.only_said.search(text, max(0, time.start - 40), time.start)
        owns = text.startswith(
            tuple(lexicon.time["possessive"]), time.end
        )  # "the statement said Wednesday's dinner would be held in Lima"
        if said is None or owns or lexicon.deed_behind.match(text, time.end) is not None:
            return True
        return lexicon.deed_before.search(text, max(0, said.start() - _FRONTED), said.start()) is not None
    if time.type == "DURATION" and time.anchor is None:
        around = text[max(0, time.start - 32) : time.end + 24].lower()
        return any(word in around for word in lexicon.tables["time"]["terms"])
    return time.anchor is not None or time.value.startswith("XXXX-")
