"""A time that is counted from an event -> what it counts from, and where in the distance the day is: "three weeks after
the summit", "within days of it", "soon after".

`anchoring` finds that event and works the days out, when all of the document is read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.calendar_time.durations import counted_from, exactly
from timeline.calendar_time.values import duration_in_words, parse_duration
from timeline.extraction.drafts import Anchor, Draft, Reach
from timeline.extraction.syntax import Syntax
from timeline.extraction.telling import Telling
from timeline.extraction.triggers import Triggers
from timeline.lang.lexicon import Lexicon
from timeline.model import Status, TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPENING = 1  # words that may stand before what opens a sentence: "But three days after"
_NEAR, _RANKED = 3, 8  # words before a distance in which an "in" stands, and a superlative
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
    telling: Telling
    triggers: Triggers
    bare: Callable[[TimeExpression, Token, Token, Status], Draft]  # what a time says alone
    said: Mapping[int, TimeExpression]

    @property
    def lexicon(self) -> Lexicon:
        return self.syntax.lexicon

    def drafted(self, draft: Draft, time: TimeExpression, inside: Sequence[Token]) -> Draft | None:
        """The draft of what a distance, the words `inside`, dates: what `draft` tells, or what stands at its other end."""
        word = self.anchor_word(inside)
        if word is None:
            return self.counted(draft, None, time, inside)
        own = word.i in (draft.trigger.i, draft.clause.i)
        if not own and time.anchor and (day := self._day_of(word, inside)) is not None:
            return self._from_saying(draft, Anchor(time.anchor, word, time.value), day)
        if not own and self._restates(time, inside, word):
            return self._dated_back(time, word, draft.clause, inside)
        main = word.head if word.dep_ == "advcl" else None
        if main is not None and self.only_comes(main) and time.anchor in BACK:
            back = self._dated_back(time, word, draft.clause, inside)
            return replace(back, anchor=self.before_it_came(back.anchor, main)) if back else None
        ahead = self._next(time, word, inside) if main is not None and own else None
        return ahead or self.counted(draft, word, time, inside)

    def _day_of(self, noun: Token, inside: Sequence[Token]) -> TimeExpression | None:
        """When something was that no word of events names, where its own phrase says so: "a month after the tsunami of 26
        December"."""
        if noun.pos_ != "NOUN" or self.syntax.names_event(noun):
            return None
        within = {word.i for word in noun.subtree if word.i > inside[-1].i}
        dates = (t for t in self.syntax.times if t.type in ("DATE", "TIME") and t.earliest and t.latest)
        own = [t for t in dates if within.intersection(w.i for w in self.syntax.tokens(t.start, t.end))]
        return own[0] if len(own) == 1 else None

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
        named = self.syntax.mentions(word) if word is not None else None
        if named is not None and named.kind == "person":
            return None  # "spoke minutes after Mr. Obama": after what he did, which is not told
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
        if word is not None and word.lower_ in self.lexicon.status["one"]:
            return None  # "within a year of the previous one"
        if not soon and self._is_how_long(inside[0]):
            return None  # "the worst slump in over ten years after the attacks"
        value = None if soon else time.value
        anchor = Anchor(time.anchor or "after", word, value, soon, self.reach(time, inside))
        return replace(draft, earliest=None, latest=None, anchor=anchor)

    def _is_how_long(self, first: Token) -> bool:
        """Whether a distance stands behind an "in" without an article, and a superlative: it says in what time something is the most."""
        before = [word.lower_ for word in first.doc[max(0, first.i - _NEAR) : first.i] if word.tag_ != "RBR"]
        inside = bool(before) and self.lexicon.time["in"].intersection(before[-_NEAR:])
        return bool(inside) and any(
            word.tag_ in ("JJS", "RBS") for word in first.doc[max(0, first.i - _RANKED) : first.i]
        )

    def only_comes(self, main: Token) -> bool:
        """Whether a main verb says of something that was told only when it was: "The visit came two days after"."""
        subject = self.syntax.subject(main)
        named = self.syntax.mentions(subject) if subject is not None else None
        beside = any(
            child.dep_ in ("prep", "prt", "dobj", "advmod") for child in main.rights
        )  # "came to Oslo two days after"
        return main.lemma_ in self.lexicon.telling["comes"] and named is None and not beside

    def before_it_came(self, anchor: Anchor | None, main: Token) -> Anchor | None:
        """An anchor that leads to what came: the event of that noun, else the one told before ("The move came ..."), or the
        news itself ("Their release comes ...")."""
        subject = self.syntax.subject(main)
        event = self.syntax.event_noun(subject) if subject is not None else None
        is_news = event is not None and main.tag_ in ("VBZ", "VBP")
        return replace(anchor, word=event, or_last=not is_news, or_today=is_news) if anchor is not None else None

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

    def _next(self, time: TimeExpression, word: Token, inside: Sequence[Token]) -> Draft | None:
        """What came at a distance from what opens its sentence, and has no time of its own: "Three days after she left, others
        arrived"."""
        main = word.head
        behind = [other for other in main.subtree if other.i > word.right_edge.i]
        opens = inside[0].i <= _OPENING and word.i < main.i
        trigger = self.triggers.verb_trigger(main) if opens else None
        dated = any(map(self.syntax.time_words, behind)) or any(t.anchor for t in self.syntax.times if t != time)
        if trigger is None or dated:
            return None
        clause = self.syntax.clause(trigger)
        draft = self.bare(time, trigger, clause, self.telling.status(trigger, clause))
        anchor = Anchor(time.anchor or "after", word, time.value, reach=self.reach(time, inside))
        return replace(draft, earliest=None, latest=None, anchor=anchor)

    def _restates(self, time: TimeExpression, inside: Sequence[Token], word: Token) -> bool:
        """Whether a distance stands beside a date: "on Jan. 3, a day after the storming of the embassy", "on Wednesday, hours
        after Trump pulled them back", "shut the border on Sunday, a day after an attack"; of a noun only a distance in days, as more is
        told roughly ("six weeks after the summit")."""
        head = next((token for token in inside if token.head not in inside), inside[0])
        first, doc = inside[0].i, self.syntax.doc
        exact = [unit for number, unit in parse_duration(time.value) or () if number is not None] == ["D"]
        tells = word.pos_ == "VERB" or (exact and word.pos_ == "NOUN" and self.syntax.names_event(word))
        set_off = tells and first > 1 and doc[first - 1].text == ","
        main = head.head.head if head.head.pos_ in ("ADP", "SCONJ") else head.head
        opening = (c for c in main.lefts if c.dep_ in ("prep", "npadvmod") and c.i < first)
        dated = any(self.syntax.time_words(word) for child in opening for word in (child, *child.children))
        behind = set_off and (dated or bool(self.syntax.time_words(doc[first - 2])))
        return behind or (head.dep_ == "appos" and bool(self.syntax.time_words(head.head)))

    def _dated_back(self, time: TimeExpression, word: Token, dated: Token, inside: Sequence[Token]) -> Draft | None:
        """The event that a date was counted from, counted back from what that dates."""
        back, trigger = BACK.get(time.anchor or ""), self.triggers.trigger(word)
        own = [w for w in word.subtree if w not in inside and w.i > word.i and self.syntax.time_words(w)]
        if back is None or trigger is None or own:
            return None  # "on 21 June, four weeks after a flight was forced to land on 23 May"
        clause = self.syntax.clause(trigger)
        draft = self.bare(time, trigger, clause, self.telling.status(trigger, clause))
        anchor = Anchor(back, dated, time.value, reach=self.reach(time, inside))
        return replace(draft, earliest=None, latest=None, anchor=anchor)
