"""Turns of a transcript: what stands behind the name of who speaks ("MR MILLER: Good afternoon.", "Question: When ...?")."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from timeline.knowledge.loader import slug
from timeline.model import ActorMention, Sentence
from timeline.text.stretches import Stretches

_FEWEST = 2  # turns of a transcript
_LONGEST = 3  # words of the name of somebody unknown


@dataclass(frozen=True)
class Turn:
    """Half-open offsets into a text: of the label that opens a turn and of what is said behind it."""

    start: int
    body: int
    until: int
    speaker: ActorMention | None  # by the label, or None for one without a name ("Question")
    addressed: ActorMention | None = None  # the other one, where two people with names speak and nobody else


class Turns:
    """The turns of one text, in order; none unless two open with who speaks, and somebody speaks of himself or to another, or
    two are questions and answers: a list of who is who has names before colons too.

    `names` are the people and bodies that the text names, `known` finds those of a text that is written as names are, and
    `words` is the table [turns] of the language.
    """

    def __init__(
        self,
        text: str,
        names: Sequence[ActorMention],
        known: Callable[[str], Sequence[ActorMention]],
        words: Mapping[str, Collection[str]],
    ) -> None:
        found = _labelled(text, names, known, words)
        ends = [*(turn.start for turn in found[1:]), len(text)]
        found = [replace(turn, until=end) for turn, end in zip(found, ends, strict=False)]
        own = re.compile(rf"\b(?:{'|'.join(words['own'])})\b")
        spoken = any(own.search(text, turn.body, turn.until) for turn in found)
        asked = sum(text[turn.start : turn.body].strip(" :").lower() in words["asking"] for turn in found)
        spoken = len(found) >= _FEWEST and (spoken or asked >= _FEWEST)
        self.all = _between_two(found) if spoken else []
        self._starts = [turn.start for turn in self.all]

    @property
    def borders(self) -> list[int]:
        """Where a label and what is said behind it begin."""
        return [offset for turn in self.all for offset in (turn.start, turn.body)]

    def labels(self, start: int, end: int) -> bool:
        """Whether a stretch of the text is a label and nothing else."""
        turn = self.at(start)
        return turn is not None and turn.start <= start and end <= turn.body

    def at(self, offset: int) -> Turn | None:
        """The turn that an offset stands in."""
        at = bisect_right(self._starts, offset) - 1
        return self.all[at] if at >= 0 else None


def _labelled(
    text: str,
    names: Sequence[ActorMention],
    known: Callable[[str], Sequence[ActorMention]],
    words: Mapping[str, Collection[str]],
) -> list[Turn]:
    """What opens with a label: a known name, a title, "Question", or in capitals who is introduced so once."""
    labels = list(_label(tuple(words["inside"])).finditer(text))
    in_capitals = [label for label in labels if label["name"].isupper()]
    introduced = {_last_word(label) for label in in_capitals if "," in label["name"]}  # "JANE DOE, ANCHOR:"
    again = {last for last, times in Counter(map(_last_word, in_capitals)).items() if times > 1} & introduced
    found, stretches, named = [], Stretches(names), lru_cache(maxsize=None)(known)
    for label in labels if len(labels) >= _FEWEST else ():
        said = label["name"].split()
        asked = " ".join(said).lower() in words["asking"]
        called = said[0].rstrip(".").lower() in words["addresses"]
        called = called or (label["name"].isupper() and _last_word(label) in again)
        here = stretches.starting_in(Sentence(label.start(), label.end(), 0))
        speaker = _speaker(label, here, named)
        if speaker is None and called and not asked:
            speaker = _unknown(label, here, words["addresses"])
        if speaker or asked or called:
            found.append(Turn(label.start(), label.end(), len(text), speaker))
    return found


def _between_two(turns: Sequence[Turn]) -> list[Turn]:
    """The turns, each with whom it addresses where exactly two people speak."""
    speakers = {turn.speaker.id: turn.speaker for turn in turns if turn.speaker is not None}
    if len(speakers) != 2 or any(turn.speaker is None for turn in turns):
        return list(turns)
    first, second = speakers.values()
    return [replace(t, addressed=second if t.speaker and t.speaker.id == first.id else first) for t in turns]


@lru_cache(maxsize=4)
def _label(inside: tuple[str, ...]) -> re.Pattern[str]:
    """A line that opens with words of a name, `inside` words between them, brackets behind them, and a colon."""
    return re.compile(
        rf"^[^\S\n]*(?P<name>[A-ZÀ-Þ][\w.'’-]*(?:,?[ ](?:[A-ZÀ-Þ][\w.'’-]*|{'|'.join(inside)})){{0,11}})"
        r"(?:[ ]\([^()\n]{1,60}\)){0,2}[ ]?:[^\S\n]*(?=\S|\n[^\S\n]*\S)",
        re.MULTILINE,
    )


def _speaker(
    label: re.Match[str], here: Sequence[ActorMention], known: Callable[[str], Sequence[ActorMention]]
) -> ActorMention | None:
    """The last person that a label names, which may be in capitals ("SECRETARY BLINKEN")."""
    people = [name for name in here if name.kind == "person"]
    if people:
        return people[-1]
    written = label["name"].title() if label["name"].isupper() else label["name"]
    people = [name for name in known(written) if name.kind == "person"]
    return replace(people[-1], start=label.start("name"), end=label.end("name")) if people else None


def _unknown(label: re.Match[str], here: Sequence[ActorMention], addresses: Collection[str]) -> ActorMention | None:
    """Whom no table knows, by the name behind the titles of the label and the country beside it: "Mr. Bendjama (Algeria)"."""
    before_comma = label["name"].partition(",")[0]
    said = [word for word in before_comma.split() if word.rstrip(".").lower() not in addresses]
    if not said or len(said) > _LONGEST or not all(word[:1].isupper() for word in said):
        return None
    name = " ".join(said).title() if label["name"].isupper() else " ".join(said)
    countries = [each.country for each in here if each.kind == "country"]
    return ActorMention(
        label.start("name"), label.end("name"), name, slug(name), "person", country=countries[0] if countries else ""
    )


def _last_word(label: re.Match[str]) -> str:
    """What a label calls its speaker by: "SIKORSKI" of "RADEK SIKORSKI, FORMER MINISTER"."""
    return str(label["name"].partition(",")[0].split()[-1])
