"""What the parser reads of a sentence: the same characters, with the signs that it reads best."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence

from timeline.model import Sentence, TimeExpression
from timeline.text.entries import Entry
from timeline.text.sentences import FOOTNOTE

_OPENING = 2  # words before the time that opens a sentence ("Early on")
_HEADED = re.compile(r"\s*([:–—-])\s+(?=\w)")  # behind a date that heads a line, alone in its text
_BULLET = re.compile(r"\s*[*•‣▪·–—-]\s+(?=\S)")  # of a list
_LABEL = re.compile(r"[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+){0,2}: (?=[A-ZÀ-Þ])")  # where an entry is about
#: A dash that stands between white space, however it is written: the parser reads this one as what it is.
_DASH = re.compile(r"(?<=\s)[-—](?=\s)")
#: Signs that the parser reads better in their plain form; one character each, so offsets hold.
_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "\n": " ",
        "\u00a0": " ",
        "–": "-",
        "_": "-",
        "\t": " ",
    }
)


def plain(
    whole: str,
    sentence: Sentence,
    times: Sequence[TimeExpression],
    entry: Entry | None,
    opening: Collection[str],
) -> str:
    """What the parser reads of a sentence, character for character: plain quotes, no marks of footnotes, and the commas
    that news leaves out between a time and a name ("On Monday Macron met ...", "Poland Friday joined ..."), which else are read as one; or
    that are written as a sign of its own ("June 12 – Trump met ..."). The time that heads an entry is left out.
    """
    text = whole[sentence.start : sentence.end]
    text = FOOTNOTE.sub(lambda mark: " " * len(mark[0]), text)
    if bullet := _BULLET.match(text):
        text = " " * bullet.end() + text[bullet.end() :]
    if entry is not None and sentence.start <= entry.start and (length := entry.body - sentence.start) < len(text):
        text = " " * length + text[length:]  # "June 12: Trump meets Kim"
        if label := _LABEL.match(text, length):
            text = " " * label.end() + text[label.end() :]  # "June 12 - Mali: Soldiers seize power"
    at = bisect_left(times, sentence.start, key=lambda time: time.start)
    if at < len(times) and (first := times[at]).end < sentence.end:
        before, end = text[: first.start - sentence.start], first.end - sentence.start
        if not before.strip(" *•-–—") and (sign := _HEADED.match(text, end)):
            text = f"{text[: sign.start(1)]},{text[sign.end(1) :]}"
        opens = len(before.split()) <= _OPENING and "," not in before
        if opens and text[end - 1].isdigit():  # "In 2014 Russia annexed ...", not "The 2015 Paris accord ..."
            opens = any(word in opening for word in before.lower().split()[-1:])
        if opens and text[end] == " " and text[end + 1 : end + 2].isupper():
            comma = end - (text[end - 1] == ".")  # "At 9:30 a.m. Kim crossed ..."
            text = f"{text[:comma]},{text[comma + 1 :]}"
    return _DASH.sub("–", text.translate(_PLAIN))
