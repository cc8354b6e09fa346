"""Turns of a transcript: what stands behind the name of who speaks ("MR MILLER: Good afternoon.", "Question: When ...?")."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.model import ActorMention

#: A line that opens with words of a name, "of" and "for" between them, brackets behind them, and a colon.
_LABEL = re.compile(
    r"^[^\S\n]*(?P<name>[A-ZÀ-Þ][\w.'’-]*(?:,?[ ](?:[A-ZÀ-Þ][\w.'’-]*|of|the|for|and|al|de|van)){0,9})"
    r"(?P<more>(?:[ ]\([^()\n]{1,60}\)){0,2})[ ]?:[^\S\n]*(?=\S|\n[^\S\n]*\S)",
    re.MULTILINE,
)
_FEWEST = 2  # turns of a transcript


@dataclass(frozen=True)
class Turn:
    """Half-open offsets into a text: of the label that opens a turn and of what is said behind it."""

    start: int
    body: int
    until: int
    speaker: ActorMention | None  # by the label, or None for one without a name ("Question")


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
        labels = [label for label in _LABEL.finditer(text) if ":" in label[0]]
        found = []
        for label in labels if len(labels) >= _FEWEST else ():
            said = label["name"].split()
            speaker = _speaker(label, names, known)
            asked = " ".join(said).lower() in words["asking"]
            titled = said[0].rstrip(".").lower() in words["addresses"]
            if speaker or asked or titled:
                found.append(Turn(label.start(), label.end(), len(text), speaker))
        ends = [*(turn.start for turn in found[1:]), len(text)]
        several = len(found) >= _FEWEST
        self.all = [replace(turn, until=end) for turn, end in zip(found, ends, strict=True)] if several else []
        self._starts = [turn.start for turn in self.all]

    @property
    def borders(self) -> list[int]:
        """Where a label and what is said behind it begin."""
        return [offset for turn in self.all for offset in (turn.start, turn.body)]

    def at(self, offset: int) -> Turn | None:
        """The turn that an offset stands in."""
        at = bisect_right(self._starts, offset) - 1
        return self.all[at] if at >= 0 else None


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
