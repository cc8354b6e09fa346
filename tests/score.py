"""Scores extracted events against gold: `python tests/score.py seeds/` (a folder) or `... ARTICLE --gold GOLD`.

An event is right when its trigger stands in the gold's evidence and its days lie within the gold's. Precision counts
events against gold; recall counts the gold events with `must`. Status, participants and place are scored on the right
ones. The form of a gold file is documented in seeds/README.md.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from timeline.model import Document, Event, Extraction
from timeline.pipeline import Settings, extract_one, given_date, resolve
from timeline.readers import read_inputs


@dataclass
class Result:
    """Counts of one document (or their sum) and what was wrong."""

    found: int = 0
    right: int = 0
    must: int = 0
    recalled: int = 0
    status: int = 0
    who: int = 0
    place: int = 0
    judged: int = 0
    wrong: list[str] = field(default_factory=list)

    def __add__(self, other: Result) -> Result:
        names = ("found", "right", "must", "recalled", "status", "who", "place", "judged")
        return Result(*(getattr(self, n) + getattr(other, n) for n in names), wrong=self.wrong + other.wrong)

    def line(self) -> str:
        share = lambda a, b: f"{a / b:.2f}" if b else "  - "  # noqa: E731
        return (
            f"precision {share(self.right, self.found)}  recall {share(self.recalled, self.must)}  "
            f"status {share(self.status, self.judged)}  who {share(self.who, self.judged)}  "
            f"place {share(self.place, self.judged)}  ({self.found} events, {self.must} in gold)"
        )


def score_document(extraction: Extraction, gold: dict[str, Any]) -> Result:
    """The result of one document; `gold` as in seeds/README.md."""
    text, result = extraction.document.text, Result()
    events = resolve([extraction])
    spans = {want["id"]: _span(want, text) for want in gold["events"]}
    matched: dict[str, Event] = {}
    for event in events:
        result.found += 1
        wants = [w for w in gold["events"] if _tells(event, spans[w["id"]])]
        right = [w for w in wants if _days_fit(event, w)]
        result.right += bool(right)
        for want in right:
            matched.setdefault(want["id"], event)
        if not right:
            days = f"{event.earliest}..{event.latest}"
            result.wrong.append(
                f"extra or misdated: {days} {event.title}"
                + (f" (gold {wants[0]['earliest']}..{wants[0]['latest']})" if wants else "")
            )
    for want in gold["events"]:
        event = matched.get(want["id"])
        if want.get("must", True):
            result.must += 1
            result.recalled += event is not None
            if event is None:
                result.wrong.append(f"missed: {want['earliest']}..{want['latest']} {text[slice(*spans[want['id']])]}")
        if event is not None:
            _judge(event, want, spans[want["id"]], result)
    for pair in gold.get("same_event", []):
        ids = {matched[name].id for name in pair if name in matched}
        if len(ids) > 1:
            result.wrong.append(f"told twice, not merged: {pair}")
    for trap in gold.get("not_a_date", []):
        at = text.find(trap["text"])
        # the trap is its first word or number: "may" of "may leave early"
        bad = [t.text for t in extraction.timexes if at <= t.start < at + len(trap["text"].split()[0])]
        result.wrong += [f"dated from {word!r}, which is {trap['why']}" for word in bad]
    return result


def _judge(event: Event, want: dict[str, Any], span: tuple[int, int], result: Result) -> None:
    result.judged += 1
    told = {piece.status for piece in event.evidence if span[0] <= piece.trigger_start < span[1]} | {event.status}
    if event.recurrence:
        told.add("recurring")  # type: ignore[arg-type]
    accepted = set(want["status"]) | ({"speculated"} if "possible" in want["status"] else set())
    names = " ".join(p.name for p in event.participants)
    missing = [name for name in want["participants"] if name not in names]
    place = want["place"] is None or (event.place is not None and want["place"] in event.place.name)
    result.status += bool(told & accepted)
    result.who += not missing
    result.place += place
    if not told & accepted:
        result.wrong.append(f"status {event.status}, not {'/'.join(want['status'])}: {event.title}")
    if missing:
        result.wrong.append(f"lacks {', '.join(missing)}: {event.title}")
    if not place:
        result.wrong.append(f"place {event.place.name if event.place else None}, not {want['place']}: {event.title}")


def _span(want: dict[str, Any], text: str) -> tuple[int, int]:
    """Where the gold's evidence stands: by offsets, or by its words."""
    if "evidence_start" in want:
        return want["evidence_start"], want["evidence_end"]
    words = want["evidence"].split()
    at = text.find(want["evidence"])
    if at >= 0:
        return at, at + len(want["evidence"])
    import re

    found = re.search(r"\s+".join(map(re.escape, words)), text)
    if not found:
        raise ValueError(f"the gold's evidence is not in the text: {want['evidence']!r}")
    return found.span()


def _tells(event: Event, span: tuple[int, int]) -> bool:
    """Whether a telling of the event is this piece of text: its trigger stands there, or its time does."""
    for piece in event.evidence:
        if span[0] <= piece.trigger_start < span[1]:
            return True
        if piece.time and span[0] <= piece.time.start < span[1] and piece.status == "deadline":
            return True
    return False


def _days_fit(event: Event, want: dict[str, Any]) -> bool:
    low = date.fromisoformat(want["earliest"]) if want["earliest"] else date.min
    high = date.fromisoformat(want["latest"]) if want["latest"] else date.max
    known = [day for day in (event.earliest, event.latest) if day]
    return bool(known) and all(low <= day <= high for day in known)


def score_files(articles: Sequence[Path], gold: Path | None, day: str | None) -> dict[str, Result]:
    """The result of each document that has a gold file (beside it, or `gold`)."""
    results: dict[str, Result] = {}
    for article in articles:
        for read in read_inputs([article]):
            if not isinstance(read, Document):
                continue
            beside = article.parent if article.is_file() else article
            file = gold or beside / f"{Path(read.id).name}.gold.json"
            if file.is_file():
                extraction = extract_one(read, Settings(date=given_date(day)))
                results[read.id] = score_document(extraction, json.loads(file.read_text(encoding="utf-8")))
    return results


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--date")
    parser.add_argument("--errors", action="store_true", help="show what was wrong")
    options = parser.parse_args()
    results = score_files(options.articles, options.gold, options.date)
    total = Result()
    for name, result in results.items():
        print(f"{name:34} {result.line()}")
        if options.errors:
            print("".join(f"    {line}\n" for line in result.wrong), end="")
        total += result
    print(f"{'all':34} {total.line()}")


if __name__ == "__main__":
    main()
