"""What stands around a time expression in its text: whether its clause tells what had been, what it is the date of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from timeline.lang.patterns import Match, TimexPack
from timeline.tagging.clauses import APART, CLOSING, DASHES, WORD, same_sentence, sentence_around, sentence_before
from timeline.tagging.tense import tense_around

_ASIDE_REACH = 200  # characters that a clause between commas may have before its year
_SAID, _NEAR = 60, 6  # characters and words before a time in which it is said what is done to it
_WAKE = 8  # words from "since" to the time of what is told there
_LEAD = 12  # characters in which the preposition of a time stands


def says_year(said: str) -> bool:
    """Whether a text names a year in digits."""
    return re.search(r"\b\d{4}\b|['’]\d\d\b", said) is not None


@dataclass(frozen=True)
class Surroundings:
    """A text, asked about the surroundings of matches in it."""

    text: str
    pack: TimexPack

    def due_then(self, match: Match) -> bool:
        """Whether a deadline, or an end, stands behind a past verb of its sentence, or what was then to come: "under which they
        handed it back by 1 December", "let them ban it until June 5", "said they would have to go by Tuesday", "said on
        Monday that they would go on Tuesday"."""
        before = self.text[max(0, match.start - _LEAD) : match.start].split()
        ends = self.pack.tense["deadline"] | self.pack.tense["onward"]
        is_end = bool(before) and before[-1].lower() in ends
        at = match.start - len(before[-1]) - 1 if is_end else match.start
        tense, sign, _ = tense_around(self.text, at, match.end, self.pack)
        if sign in self.pack.tense["would"]:
            return sign in sentence_before(self.text, match.start, self.pack).rpartition(APART)[2].split()
        # "by Friday, they said, it ends"
        quoted = sign in self.pack.tense["saying"] and self.text.startswith(",", match.end)
        return is_end and tense == "past" and not quoted

    def put_off(self, match: Match) -> bool:
        """Whether the words before a match say that something is moved to then: "was put off to", "moved first to"."""
        before = self.text[max(0, match.start - _SAID) : match.start].rpartition(APART)[2].lower()
        said = WORD.findall(before)[-_NEAR:]
        moved = any(f" {words} " in f" {' '.join(said)} " for words in self.pack.tense["moved"])
        return moved and self.pack.tense["moved_up"].isdisjoint(said)

    def told_elsewhere(self, match: Match) -> bool:
        """Whether a match is told by the clocks of another place: "early Wednesday local time"."""
        return any(self.text.startswith(sign, match.end) for sign in self.pack.tense["elsewhere"])

    def told_before(self, match: Match) -> bool:
        """Whether the sentence of a match tells what had been: "signed on 3 March, it had alarmed"; but "by 3 March they had
        agreed" is what came of it then."""
        start, end = sentence_around(self.text, match.start, match.end, self.pack)
        before = WORD.findall(self.text[start : match.start].rpartition(APART)[2])
        behind = WORD.findall(self.text[match.end : end].partition(APART)[0])
        deadline = not self.pack.tense["deadline"].isdisjoint(word.lower() for word in before)
        had = self.pack.tense["perfect"]
        asides = (at for at, word in enumerate(behind) if word in self.pack.tense["asides"])
        # "followed in August, and Chad dropped its complaint, which it had lodged in May"
        told = behind[: next(asides, len(behind))] or behind
        return not deadline and not had.isdisjoint((*before, *told))

    def goes_back(self, match: Match) -> bool:
        """Whether a match is told as what had been before what its sentence tells: "which had seceded in July", "having met in
        May"."""
        before = sentence_before(self.text, match.start, self.pack).rpartition(APART)[2]
        having = not self.pack.tense["having"].isdisjoint(WORD.findall(before))
        return having or self.told_before(match)

    def beside_had(self, match: Match) -> bool:
        """Whether "had" stands right before a match in its clause: "the bombing, which had begun on 24 March, was suspended"."""
        clause = sentence_before(self.text, match.start, self.pack).rpartition(APART)[2].rpartition(",")[2]
        return not self.pack.tense["perfect"].isdisjoint(WORD.findall(clause)[-_NEAR:])

    def counted(self, match: Match) -> str | None:
        """The last number, in digits or words, cardinal or ordinal, of the sentence before a match."""
        folded = self.pack.folded
        classes = [folded.get(name, {}) for name in ("number_word", "ordinal", "often")]
        before = sentence_before(self.text, match.start, self.pack).lower()
        for word in reversed(re.findall(r"\w+", before)):
            if word.isdigit():
                return str(int(word))
            if found := next((words[word] for words in classes if word in words), None):
                return found.rstrip("X")
        return None

    def stands_aside(self, at: int) -> bool:
        """Whether the clause behind the last comma before an offset is a relative one or a participle's."""
        before = self.text[max(0, at - _ASIDE_REACH) : at].rpartition(", ")
        opening = re.match(r"\w+(?: \w+)?", before[2]) if before[1] and same_sentence(before[2], self.pack) else None
        said, _, second = opening[0].lower().partition(" ") if opening else ("", "", "")
        if second in self.pack.tense["asides"]:
            return True  # "the court, to which they took it in March 2018, ruled on Dec. 1"
        participle = said.endswith(self.pack.past_endings)  # "brokered in July 2022, was extended on May 17"
        return said in self.pack.tense["asides"] or participle

    def in_clause_aside(self, at: int, behind: str) -> bool:
        """Whether what ends at an offset stands in a clause between commas: "which took up arms in 1964, declared ..."."""
        return "," in behind and self.stands_aside(at)

    def in_dashes(self, at: int, behind: str) -> bool:
        """Whether what ends at an offset stands between dashes, one of which is `behind` it ("the rebels – who rose in 2011 –
        sent nobody in May"), or in a clause aside that a dash ends."""
        if not any(dash in behind for dash in DASHES):
            return False
        before = sentence_before(self.text, at, self.pack)
        return any(before.count(dash) % 2 for dash in DASHES) or self.stands_aside(at)

    def opens_its_sentence(self, match: Match) -> bool:
        """Whether at most a word stands before a match in its sentence: "In August 2008 he left"."""
        lead = self.text[max(0, match.start - _LEAD) : match.start]
        if match.start > _LEAD and not any(sign in lead for sign in CLOSING):
            return False  # the sentence began beyond the reach
        before = sentence_before(self.text, match.start, self.pack)
        return len(before) < _LEAD and len(before.split()) < 2

    @cached_property
    def heading(self) -> int:
        """Where the first line of the text ends, if that is no sentence; else 0."""
        line = re.match(r"\s*[^\n]*", self.text)
        return line.end() if line and line[0].rstrip()[-1:].isalnum() else 0

    def is_compared_with(self, match: Match) -> bool:
        """Whether a match is since when something was the first: "their first talks since Moscow invaded on Feb. 24"."""
        before = self.text[max(0, match.start - _SAID) : match.start].rpartition(",")[2].lower()
        if not any(word in before for word in self.pack.tense["since"]):
            return False  # asked of each time: before the words are told apart
        words = WORD.findall(sentence_before(self.text, match.start, self.pack).rpartition(",")[2].lower())
        return not self.pack.tense["since"].isdisjoint(words[-_WAKE:-1])

    def is_since_when_first(self, match: Match) -> bool:
        """Whether a match is since when something was the first of its kind: "the first minister in Lima since Doe in May 2016"."""
        if not self.is_compared_with(match):
            return False
        words = WORD.findall(sentence_before(self.text, match.start, self.pack).lower())
        return not self.pack.tense["ranked"].isdisjoint(words)

    def is_gone_on_about(self, match: Match) -> bool:
        """Whether a relative clause goes on with what a match dates: "the accords of 27 January 1973, for which both ... that autumn"."""
        behind = re.match(r",(?: \w+)? (\w+) ", self.text[match.end : match.end + 2 * _LEAD])
        return behind is not None and behind[1] in self.pack.tense["asides"]

    def stands_before_its_noun(self, match: Match) -> bool:
        """Whether a match says which of its kind a noun names: "the 2015 accord"."""
        before = self.text[max(0, match.start - 8) : match.start].lower().split()[-1:]
        return (
            not self.pack.tense["determiners"].isdisjoint(before)
            and re.match(r" [a-z]", self.text[match.end : match.end + 2]) is not None
        )

    def stands_within_a_noun(self, match: Match) -> bool:
        """Whether a year before its noun is told beside another noun: "talks on reviving the 2015 deal began in April"."""
        before = self.text[max(0, match.start - _SAID) : match.start].lower().split()[-2:]
        return self.stands_before_its_noun(match) and not self.pack.tense["within_a_noun"].isdisjoint(before[:-1])

    def stands_behind_its_noun(self, match: Match, aside_until: int) -> bool:
        """Whether a date says which of its kind a noun before it names: "under the convention of 21 December 1965", "the
        killings of 1904 to 1908", of which the first ends at `aside_until`."""
        between = ""
        if aside_until >= 0 and match.start - aside_until < _LEAD:
            between = self.text[aside_until : match.start].strip().lower()
        if between and between in {middle for _, middle in self.pack.ranges}:
            return True
        before = self.text[max(0, match.start - _LEAD) : match.start].lower().rstrip()
        behind = before.endswith(tuple(f" {word}" for word in self.pack.tense["of_a_noun"]))
        stated = before.endswith(tuple(self.pack.tense["stated_as_of"]))
        return behind and not stated and says_year(self.text[match.start : match.end])
