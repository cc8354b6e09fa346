"""Are events dated, and joined, as the annotators of SemEval-2015 Task 4 have them?

`python benchmarks/timelines.py ARTICLES TIMELINES [--part rest|dev|all] [--errors]`: a folder of TimeML articles and one
of gold timelines, whose lines are a position, a date, and mentions `article-sentence-trigger`, those of one line being
one event. Splits the articles by CRC-32 of the file's name, a fifth for development tests.

Source of the format: Minard et al. 2015, "SemEval-2015 Task 4: TimeLine". An event has a date if one of the two lies
within the other. Of the mentions with a date: recall (an event is told by that word, and has the date), of all and of
those whose sentence has a time expression; precision (of the mentions told by that word, those with the date). Of the
pairs of mentions that are one event in two articles, both told: those that are one event here.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from timeline.calendar_time.values import span
from timeline.evaluation import held_out
from timeline.model import Document, Event
from timeline.pipeline import Settings, extract_all, resolve
from timeline.readers.timeml import parse_timeml


class Mention(NamedTuple):
    """A word of a sentence (its number in the article) and its event: the timeline's name and line, and the date."""

    article: str
    sentence: int
    trigger: str
    event: str
    date: str


def mentions_of(file: Path) -> list[Mention]:
    """The mentions of one gold timeline that have a date."""
    found = []
    for number, line in enumerate(file.read_text().splitlines()[1:]):
        _, when, *told = line.split("\t")
        known = re.sub(r"(-XX)+$", "", when.strip())
        if not re.match(r"\d", known):
            continue
        for mention in told:
            article, sentence, trigger = mention.strip().split("-", 2)
            found.append(Mention(article, int(sentence), trigger.replace("_", " "), f"{file.stem}:{number}", known))
    return found


def has_date(event: Event, value: str) -> bool:
    """Does the event's interval lie within that of the value, or hold it?"""
    known = span(value)
    if not (known and event.earliest and event.latest):
        return False
    (first, last), (earliest, latest) = known, (event.earliest, event.latest)
    return (first <= earliest and latest <= last) or (earliest <= first and last <= latest)


def told_in(document: Document, events: Iterable[Event]) -> dict[int, list[tuple[str, Event]]]:
    """The events of a document by the number of the sentence that tells them, a line each, with the word that names them."""
    text, found = document.text, defaultdict(list)
    for event in events:
        for piece in event.evidence:
            if piece.document == document.id:
                word = text[piece.trigger_start : piece.trigger_end].lower()
                found[text.count("\n", 0, piece.trigger_start) + 1].append((word, event))
    return found


def share(count: int, of: int) -> str:
    return f"{count / max(of, 1):.3f} of {of}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("timelines", type=Path)
    parser.add_argument("--part", choices=("rest", "dev", "all"), default="rest")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()

    files = [
        f for f in options.articles.rglob("*.tml") if options.part in ("all", "dev" if held_out(f.name) else "rest")
    ]
    documents = {re.split(r"\D", f.name)[0]: parse_timeml(f.name, f.read_bytes())[0] for f in sorted(files)}
    extractions = dict(zip(documents, extract_all(documents.values(), Settings()), strict=True))
    events = resolve(extractions.values())
    told = {name: told_in(document, events) for name, document in documents.items()}
    every = {
        m[:3]: m for file in sorted(options.timelines.glob("*.txt")) for m in mentions_of(file)
    }  # once, of two timelines
    gold = [mention for mention in every.values() if mention.article in documents]

    found: dict[Mention, Event] = {}
    timed, right = [], []
    for mention in gold:
        lines = documents[mention.article].text.split("\n")
        start = sum(len(line) + 1 for line in lines[: mention.sentence - 1])
        end = start + len(lines[mention.sentence - 1])
        here = [e for word, e in told[mention.article][mention.sentence] if word in mention.trigger.lower().split()]
        if here:
            found[mention] = here[0]
        if any(start <= time.start < end for time in extractions[mention.article].timexes):
            timed.append(mention)
        if any(has_date(event, mention.date) for event in here):
            right.append(mention)
        elif options.errors:
            dates = [f"{event.title} {event.earliest}..{event.latest}" for event in here]
            print(*mention[:3], mention.date, dates, lines[mention.sentence - 1].strip())
    pairs = [(a, b) for a, b in combinations(found, 2) if a.event == b.event and a.article != b.article]
    one = sum(found[a].id == found[b].id for a, b in pairs)
    print(f"recall {share(len(right), len(gold))}, with a time {share(len({*right} & {*timed}), len(timed))}")
    print(f"precision {share(len(right), len(found))}, pairs joined {share(one, len(pairs))}")


if __name__ == "__main__":
    main()
