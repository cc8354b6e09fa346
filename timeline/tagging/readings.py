"""What the words of a rule's groups mean: numbers in digits or words, ordinals, years, or a word's own value."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from timeline.lang.patterns import TimexPack
from timeline.tagging.clauses import WORD


@lru_cache(maxsize=50_000)
def read(pack: TimexPack, kind: str, text: str) -> str:
    """The value of what a group of class or phrase `kind` captured."""
    folded = " ".join(text.lower().replace("’", "'").split())
    if kind.startswith("{"):
        return _read_phrase(pack, kind[1:-1], folded)
    for name in kind.split("|"):
        if folded in pack.folded.get(name, {}):
            return pack.folded[name][folded]
    if folded.isdigit():
        if kind in ("dom", "dom2", "mm", "mm2"):
            return f"{int(folded):02d}"
        if kind == "yy":
            return ("19" if int(folded) >= 30 else "20") + folded
    return text


def _read_phrase(pack: TimexPack, phrase: str, folded: str) -> str:
    reading = pack.readings.get(phrase, "word")
    words = pack.phrase_words[phrase]
    if reading == "number":
        return number_value(folded, words, pack)
    if reading == "ordinal":
        digits = re.match(r"\d+", folded)
        said = re.split(r"[ -]", folded)
        total = int(digits[0]) if digits else sum(int(words.get(word, "0")) for word in said)
        tens = pack.folded.get("tens", {})
        if not digits:
            total += sum(int(tens[word]) for word in said if word in tens and word not in words)
        return f"{total:02d}"
    if reading == "year":
        return str(_worded_year(re.split(r"[ -]", folded), words, pack.folded.get("scale", {})))
    if reading == "text":
        return folded
    return next((words[word] for word in WORD.findall(folded) if word in words), folded)


def number_value(text: str, words: Mapping[str, str], pack: TimexPack) -> str:
    """The number that a phrase in lower case names: digits, fractions or words; X where it is vague."""
    if found := re.search(r"(?:(\d+) )?(\d+)/(\d+)", text):
        return f"{int(found[1] or 0) + int(found[2]) / max(int(found[3]), 1):g}"
    if found := re.search(pack.numeral, text):
        digits = found[0].replace(pack.thousands, "").replace(pack.decimal, ".")
        return f"{float(digits):.12g}"
    said = re.split(r"[ -]", text)
    values = [words[word] for word in said if word in words and (word not in pack.articles or len(said) == 1)]
    values = values or ["1"] * any(word in words for word in said)
    if "X" in values:
        return "X"
    if pack.choices.intersection(said):  # of "two or three", "two to three" the first
        values = values[: max(1, len(values) // 2)]
    total = 0.0
    for value in map(float, values):
        if value >= 12 and value in (12.0, 100.0, 1000.0) and total:
            total *= value
        elif value == 1 and total:
            continue
        else:
            total += value
    return f"{total:g}" if values else "X"


def _worded_year(words: Sequence[str], values: object, scale: object) -> int:
    """nineteen ninety-six, two thousand and one."""
    assert isinstance(values, dict) and isinstance(scale, dict)
    numbers = [int(values[word]) for word in words if word in values]
    if "thousand" in words:
        return 2000 + sum(number for number in numbers if number != 2 or words[-1] == "two")
    first, rest = numbers[0], numbers[1:]
    return first * 100 + sum(rest)
