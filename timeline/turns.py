"""Turns of a transcript: what stands behind the name of who speaks ("MR MILLER: Good afternoon.", "Question: When ...?")."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from timeline.knowledge.loader import slug
from timeline.model import ActorMention

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
    """The turns of one text, in order; none unless two open with who speaks.

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
        labels = list(_label(tuple(words["inside"])).finditer(text))
        last_words = Counter(_last_word(label) for label in labels if label["name"].isupper())
        found = []
        for label in labels if len(labels) >= _FEWEST else ():
            said = label["name"].split()
            asked = " ".join(said).lower() in words["asking"]
            titled = said[0].rstrip(".").lower() in words["addresses"]
            again = label["name"].isupper() and last_words[_last_word(label)] >= _FEWEST
            speaker = _speaker(label, names, known)
            if speaker is None and (titled or again) and not asked:
                speaker = _unknown(label, names, words["addresses"])
            if speaker or asked or titled or again:
                found.append(Turn(label.start(), label.end(), len(text), speaker))
        ends = [*(turn.start for turn in found[1:]), len(text)]
        several = len(found) >= _FEWEST
        speakers = {turn.speaker.id: turn.speaker for turn in found if turn.speaker is not None}
        two = list(speakers.values()) if len(speakers) == _FEWEST and all(turn.speaker for turn in found) else []
        self.all = [
            replace(turn, until=end, addressed=next((s for s in two if turn.speaker and s.id != turn.speaker.id), None))
            for turn, end in zip(found if several else (), ends, strict=False)
        ]
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


@lru_cache(maxsize=4)
def _label(inside: tuple[str, ...]) -> re.Pattern[str]:
    """A line that opens with words of a name, `inside` words between them, brackets behind them, and a colon."""
    return re.compile(
        rf"^[^\S\n]*(?P<name>[A-ZÀ-Þ][\w.'’-]*(?:,?[ ](?:[A-ZÀ-Þ][\w.'’-]*|{'|'.join(inside)})){{0,11}})"
        r"(?:[ ]\([^()\n]{1,60}\)){0,2}[ ]?:[^\S\n]*(?=\S|\n[^\S\n]*\S)",
        re.MULTILINE,
    )


def _speaker(
    label: re.Match[str], names: Sequence[ActorMention], known: Callable[[str], Sequence[ActorMention]]
) -> ActorMention | None:
    """The last person that a label names, which may be in capitals ("SECRETARY BLINKEN")."""
    here = [name for name in names if name.kind == "person" and label.start() <= name.start < label.end()]
    if here:
        return here[-1]
    written = label["name"].title() if label["name"].isupper() else label["name"]
    people = [name for name in known(written) if name.kind == "person"]
    return replace(people[-1], start=label.start("name"), end=label.end("name")) if people else None


def _unknown(label: re.Match[str], names: Sequence[ActorMention], addresses: Collection[str]) -> ActorMention | None:
    """Whom no table knows, by the name behind the titles of the label and the country beside it: "Mr. Bendjama (Algeria)"."""
    before_comma = label["name"].partition(",")[0]
    said = [word for word in before_comma.split() if word.rstrip(".").lower() not in addresses]
    if not said or len(said) > _LONGEST or not all(word[:1].isupper() for word in said):
        return None
    name = " ".join(said).title() if label["name"].isupper() else " ".join(said)
    countries = [each.country for each in names if each.kind == "country" and label.start() <= each.start < label.end()]
    return ActorMention(
        label.start("name"), label.end("name"), name, slug(name), "person", country=countries[0] if countries else ""
    )


def _last_word(label: re.Match[str]) -> str:
    """What a label calls its speaker by: "SIKORSKI" of "RADEK SIKORSKI, FORMER MINISTER"."""
    return str(label["name"].partition(",")[0].split()[-1])
