"""Splits a text into sentences by its signs; offsets hold in the text. No model is needed.

Abbreviations come from the language; an empty line, and one that was not broken by wrapping, end a sentence too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.model import Sentence
from timeline.text.datelines import IN_CAPITALS, STAMPS, behind_dateline, published_line, published_part, undated

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
FOOTNOTE = re.compile(r"(?<=[\w.,;:)\"'”’])(?:\[\d{1,3}\])+")  # "the accord.[12]"
_END = re.compile(r"[.!?…](?:\[\d{1,3}\])*[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9À-Þ¿¡])|[.!?][\"”][)\]]*(?=\s)")
_WORD_BEFORE = re.compile(r"([\w.]+)\.$")
_OPENER = re.compile(r"\s+([A-Z]\w*)\b")
_NUMBERED = re.compile(r"\s*\(?\d{1,3}\.")
_NUMBER = 8  # characters that a number at the start of a line may have with what stands before it
_HALF = re.compile(r"[ap]\.m")
_BULLET = re.compile(r"\n(?=[^\S\n]*(?:[*•·‣▪]|[-–—](?=[^\S\n]+[\"“‘A-ZÀ-Þ\d]))[^\S\n])")
_HEAD = 1500  # characters at the top in which a dateline stands
_OPENING = 2  # paragraphs in which one without a date stands: behind a title
_PLACE = 60  # characters that its place may have
_GOES_ON = re.compile(r"(?:[,;]|(?<= )[a-zß-ÿ]{1,3})\s*$")  # a line that ends so is not whole: "The two met on"
_SMALL = re.compile(r"\n[^\S\n]*[a-zß-ÿ]")  # a line that goes on with a small letter
_WRAPPED = 50  # a line shorter than this was not broken by wrapping
_WIDEST = (
    160  # characters of a line that no wrapping leaves: where most of a text is in such lines, each is a paragraph
)


def split_sentences(
    text: str, abbreviations: Collection[str], openers: Collection[str] = (), borders: Sequence[int] = ()
) -> list[Sentence]:
    """The sentences of `text` in order; white space around them belongs to none. Behind `abbreviations` none ends, but for
    halves of the day with one of `openers` ("They", "The") behind them; at each of `borders` one does."""
    found: list[Sentence] = []
    start = 0
    paragraphs = [*_PARAGRAPH.finditer(text)]
    shortest = _WRAPPED if _is_wrapped(text) else len(text)
    ends = [*(gap.start() for gap in paragraphs), len(text)]
    starts = [0, *(gap.end() for gap in paragraphs)]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        inside = borders[bisect_left(borders, start) : bisect_left(borders, end)]
        for first, last in _in_paragraph(
            text, start, end, frozenset(abbreviations), frozenset(openers), inside, shortest
        ):
            first += len(text[first:last]) - len(text[first:last].lstrip())
            last -= len(text[first:last]) - len(text[first:last].rstrip())
            if last > first:
                found.append(Sentence(first, last, number))
    return found


def without_dateline(
    text: str,
    sentences: Sequence[Sentence],
    times: Mapping[int, int],
    towns: Mapping[int, int],
    published: tuple[str, ...] = (),
) -> list[Sentence]:
    """The sentences with the dateline ("SEOUL, Jan. 9, 2018 —") cut off the one that it opens, and no "Published: ..." line.

    `times` and `towns` are ends of time expressions and of names of towns, by start: a date alone before the dash ("Jan. 9 —
    ...") heads a line of a chronology, and stays. The words `published` open a "Published: ..." line.
    """
    cut: list[Sentence] = []
    for sentence in sentences:
        if sentence.start < _HEAD and published_line(published).fullmatch(text, sentence.start, sentence.end):
            continue
        stamps = published_part(published).finditer(text, sentence.start, min(sentence.end, _HEAD))
        if any(stamp.end() in times for stamp in stamps if "|" in text[sentence.start : sentence.end]):
            continue  # "NTB | Oslo | Updated: 20-09-2021 20:06 IST"
        dated = sentence.start < _HEAD and sentence.start in times
        if dated and STAMPS.fullmatch(text, times[sentence.start], sentence.end):
            continue  # "October 26, 2024 08:14 am IST - Updated 11:02 am"
        if (begin := _report_begins(text, sentence, times)) is not None:
            cut.append(replace(sentence, start=begin))
            continue
        line = IN_CAPITALS.match(text, sentence.start, sentence.end) if sentence.start < _HEAD else None
        headed = line and sentence.start in times and len(text[times[sentence.start] : line.end()].strip()) <= 2
        if line is None and sentence.paragraph < _OPENING:
            line = undated(text, sentence.start, sentence.end, towns.get(sentence.start))
        if line and not headed and line.end() < sentence.end:
            sentence = replace(sentence, start=line.end())
        cut.append(sentence)
    return cut


def _report_begins(text: str, sentence: Sentence, times: Mapping[int, int]) -> int | None:
    """Where the report begins in a sentence that opens with a dateline, behind the first time in it."""
    if sentence.start >= _HEAD:
        return None
    first = next((at for at in range(sentence.start, min(sentence.end, sentence.start + _PLACE)) if at in times), None)
    begin = behind_dateline(text, sentence.start, first, times[first]) if first is not None else None
    if first is None or begin is None or any(at in times for at in range(times[first], begin)):
        return None  # of "July 4 (Tuesday) - " nothing is an agency
    return begin if begin < sentence.end else None


def _is_wrapped(text: str) -> bool:
    """Were the lines of a text broken to fit a width, rather than where a paragraph ends?"""
    return sum(len(line) for line in text.split("\n") if len(line) > _WIDEST) <= len(text) / 2


def _in_paragraph(
    text: str,
    start: int,
    end: int,
    abbreviations: frozenset[str],
    openers: frozenset[str],
    borders: Sequence[int],
    shortest: int,
) -> list[tuple[int, int]]:
    """The sentences of a paragraph; a line with fewer characters than `shortest` was not broken by wrapping."""
    cuts = [start, *borders, *(bullet.end() for bullet in _BULLET.finditer(text, start, end))]
    for sign in _END.finditer(text, start, end):
        if sign.start() - start < _NUMBER or "\n" in text[sign.start() - _NUMBER : sign.start()]:
            opens = text.rfind("\n", max(start, sign.start() - _NUMBER), sign.start()) + 1 or start
            if _NUMBERED.fullmatch(text, opens, sign.end()):
                continue  # "4. They agreed ..."
        word = _WORD_BEFORE.search(text, max(start, sign.start() - 20), sign.start() + 1)
        if word and (word[1] in abbreviations or re.fullmatch(r"[A-Z](\.[A-Z])*", word[1])):
            behind = _OPENER.match(text, sign.end())  # "landed at 3:45 p.m. They were ..."
            if not (behind and _HALF.fullmatch(word[1]) and behind[1] in openers):
                continue
        cuts.append(sign.end())
    for line in re.finditer(r"\n", text[start:end]):
        at = start + line.start()
        begin = text.rfind("\n", start, at) + 1 or start
        if at - begin < shortest and not _GOES_ON.search(text[begin:at]) and not _SMALL.match(text, at):
            cuts.append(at)
    cuts = sorted({*cuts, end})
    return list(pairwise(cuts))
