"""A time that is counted from an event -> what it counts from, and where in the distance the day is: "three weeks after
the summit", "within days of it", "soon after".

`anchoring` finds that event and works the days out, when all of the document is read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.calendar_time.durations import counted_from, exactly
from timeline.calendar_time.values import duration_in_words
from timeline.extraction.drafts import Anchor, Draft, Reach
from timeline.extraction.syntax import Syntax
from timeline.lang.lexicon import Lexicon
from timeline.model import TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Token

#: The relation of the second event to the first, where the first is counted from the second.
BACK = {"after": "before", "before": "after"}
_REACH: dict[str, Reach] = {
    "LESS_THAN": "within",
    "EQUAL_OR_LESS": "within",
    "APPROX": "about",
    "MORE_THAN": "beyond",
    "EQUAL_OR_MORE": "beyond",
}


@dataclass
class Counting:
    """Anchors the drafts of one sentence; `said` has when what was said, by the verb of saying."""

    syntax: Syntax
    said: Mapping[int, TimeExpression]

    @property
    def lexicon(self) -> Lexicon:
        return self.syntax.lexicon

    def anchor_word(self, inside: Sequence[Token]) -> Token | None:
        """The event word behind "after", "before" or "since"; None where the time itself says "later"."""
        last = inside[-1]
        if last.lower_ in self.lexicon.time["later"]:
            return None
        for token in self.syntax.doc[last.i + 1 : last.i + 3]:
            for child in token.children:
                if child.dep_ == "pobj" and child.lower_ in self.lexicon.tables["actors"]["those"]:
                    return None  # "four days after that"
                if child.dep_ in ("pobj", "pcomp") and child.i > token.i:
                    return self.syntax.event_noun(child) or child
            if token.dep_ == "mark":
                to_do = (child for child in token.head.children if child.dep_ == "xcomp")
                return next(to_do, token.head) if token.head.pos_ == "AUX" else token.head  # "before they are to sign"
        return None

    def counted(self, draft: Draft, word: Token | None, time: TimeExpression, inside: Sequence[Token]) -> Draft | None:
        """The draft with what its time, the words `inside`, counts from: the event of `word` (None: the one told
        before), or what a meeting "a day after they met" was followed by."""
        soon = time.type == "DATE"
        if word is not None and word.i in (
            draft.trigger.i,
            draft.clause.i,
        ):  # "a day after they met" dates the meeting by what came next
            if draft.status == "ongoing":
                draft = replace(draft, status="occurred")  # "March 8: He accepts it, hours after envoys bring it"
            main = word.head
            while (
                main.dep_ in ("ccomp", "advcl", "xcomp")
                and main.i not in self.said
                and main.head.pos_ in ("VERB", "AUX")
            ):
                main = main.head
            told = next((child for child in main.lefts if child.dep_ == "ccomp"), None)
            only_says = self.lexicon.telling["reporting"] - self.lexicon.telling["acts"]
            if main.lemma_ in only_says and main.i not in self.said and told is not None:
                # "began on Friday, officials said, four days after they had met"
                main = next((child for child in told.children if child.dep_ == "xcomp"), told)
            if main.i == word.i and word.tag_ in ("VBD", "VBN") and inside[0].i < word.i:
                # "The day before they had spoken by telephone.": before what was told last
                anchor = Anchor(time.anchor or "", None, time.value, reach=self.reach(time, inside))
                return replace(draft, earliest=None, latest=None, anchor=anchor)
            if main.i == word.i or main.pos_ not in ("VERB", "AUX"):
                return None
            # "fell on March 2 and was annexed on September 30, six weeks before it was given up"
            joined = [other for other in main.conjuncts if other.pos_ == "VERB" and main.i < other.i < inside[0].i]
            main = joined[-1] if joined and inside[0].nbor(-1).text == "," else main
            back = BACK.get(time.anchor or "", "")
            if back and self.only_comes(main):
                anchor = Anchor(back, main, time.value, reach=self.reach(time, inside))
                return replace(draft, earliest=None, latest=None, anchor=self.before_it_came(anchor, main))
            said = self.said.get(main.i)
            if said is not None and back:
                return self._from_saying(draft, Anchor(back, main, time.value), said)
            anchor = Anchor(back, main, time.value, reach=self.reach(time, inside))
            return replace(draft, earliest=None, latest=None, anchor=anchor) if back else None
        value = None if soon else time.value
        anchor = Anchor(time.anchor or "after", word, value, soon, self.reach(time, inside))
        return replace(draft, earliest=None, latest=None, anchor=anchor)

    def only_comes(self, main: Token) -> bool:
        """Whether a main verb says of something that was told only when it was: "The visit came two days after"."""
        subject = self.syntax.subject(main)
        named = self.syntax.mentions(subject) if subject is not None else None
        beside = any(
            child.dep_ in ("prep", "prt", "dobj", "advmod") for child in main.rights
        )  # "came to Oslo two days after"
        return main.lemma_ in self.lexicon.telling["comes"] and named is None and not beside

    def before_it_came(self, anchor: Anchor | None, main: Token) -> Anchor | None:
        """An anchor that leads to what came: the event of that noun, else the one told before ("The move came ...")."""
        subject = self.syntax.subject(main)
        event = self.syntax.event_noun(subject) if subject is not None else None
        return replace(anchor, word=event, or_last=True) if anchor is not None else None

    def reach(self, time: TimeExpression, inside: Sequence[Token]) -> Reach:
        """Where in a distance the day is, by the words in it and before it."""
        behind = inside[0].nbor(-1).lower_ if inside[0].i else ""
        if inside[0].lower_ in self.lexicon.status["not_quite"]:
            return "nearly"
        if {inside[0].lower_, behind} & self.lexicon.time["definite"]:
            return "through"
        return "within" if behind in self.lexicon.time["within"] else _REACH.get(time.mod or "", "at")

    def _from_saying(self, draft: Draft, anchor: Anchor, said: TimeExpression) -> Draft | None:
        """ "... the ministry said on Monday, two days after they agreed": counted from the saying."""
        assert anchor.value and said.earliest and said.latest
        sign = -1 if anchor.relation == "before" else 1
        how = f"{duration_in_words(anchor.value)} {anchor.relation} “{said.text}” ({said.earliest})"
        if (vague := self.lexicon.reach(anchor.value)) is not None:  # "days after": some day between
            far = exactly(said.earliest if sign < 0 else said.latest, vague, sign)
            ends = (far or said.earliest, said.latest) if sign < 0 else (said.earliest, far or said.latest)
            how = f"{how}, read as within {duration_in_words(vague)}"
            return replace(draft, earliest=ends[0], latest=ends[1], how=how)
        days = counted_from((said.earliest, said.latest), anchor.value, sign)
        if days is None:
            return None
        return replace(draft, earliest=days[0], latest=days[1], how=how)
