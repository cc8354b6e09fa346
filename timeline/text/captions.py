"""The captions of pictures that stand among the paragraphs of a report, known by whose picture it is ("REUTERS/Jane Doe")."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from timeline.model import Sentence

_LONG = 3  # sentences of a caption before its credit
_CREDIT = 80  # characters of a line with nothing but a credit: the one above is what it is of


def captions(text: str, sentences: Sequence[Sentence], credits: Collection[str]) -> set[Sentence]:
    """The sentences that only describe a picture; `credits` are words that tell whose it is."""
    found: set[Sentence] = set()
    for number, sentence in enumerate(sentences):
        told = text[sentence.start : sentence.end]
        if any(sign in told for sign in credits):
            found.add(sentence)
            for before in reversed(sentences[max(0, number - _LONG) : number] if len(told) < _CREDIT else ()):
                beside = before is sentences[number - 1] or "\n" not in text[before.start : sentence.start]
                if before.paragraph != sentence.paragraph or not beside:
                    break
                found.add(before)
    return found
