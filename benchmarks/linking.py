"""Does an event get the time that an annotator linked it to? `python benchmarks/linking.py FOLDER [--part rest|dev|all]`.

For every EVENT of a TimeML corpus that a TLINK (IS_INCLUDED, SIMULTANEOUS, BEGUN_BY, ENDED_BY, or an inverse) ties to a
TIMEX3 of its own sentence: recall of those links, and precision of the links that the extractor makes with annotated
events and times. Splits by CRC-32 of the file's name, a fifth for development tests.
"""

from __future__ import annotations

import argparse
import html
import re
import zlib
from pathlib import Path

from timeline.model import Document
from timeline.pipeline import Settings, extract_one
from timeline.readers.timeml import parse_timeml

LINKS = {"IS_INCLUDED", "INCLUDES", "SIMULTANEOUS", "BEGUN_BY", "BEGINS", "ENDED_BY", "ENDS", "DURING", "IDENTITY"}
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


def annotated(source: str) -> tuple[dict[str, tuple[int, int]], dict[str, tuple[int, int]], set[tuple[str, str]]]:
    """(events and times by id with their offsets, pairs that are linked)."""
    body = re.search(r"<TEXT>(.*)</TEXT>", source, re.DOTALL)
    assert body
    text, position = 0, 0
    spans: dict[str, dict[str, tuple[int, int]]] = {"EVENT": {}, "TIMEX3": {}}
    opened: list[tuple[str, str, int]] = []
    for tag in re.finditer(r"<(/?)(\w+)([^>]*)>", body[1]):
        text += len(html.unescape(body[1][position : tag.start()]))
        position = tag.end()
        if tag[2] in spans and not tag[1]:
            found = dict(_ATTRIBUTE.findall(tag[3]))
            opened.append((tag[2], found.get("eid") or found.get("tid") or "", text))
        elif tag[2] in spans and opened:
            kind, name, start = opened.pop()
            spans[kind][name] = (start, text)
    instances = {
        found["eiid"]: found["eventID"]
        for found in (dict(_ATTRIBUTE.findall(tag)) for tag in re.findall(r"<MAKEINSTANCE ([^>]*)>", source))
    }
    links = set()
    for tag in re.findall(r"<TLINK ([^>]*)>", source):
        found = dict(_ATTRIBUTE.findall(tag))
        event = instances.get(found.get("eventInstanceID") or found.get("relatedToEventInstance") or "")
        time = found.get("timeID") or found.get("relatedToTime")
        if event and time and found.get("relType") in LINKS:
            links.add((event, time))
    return spans["EVENT"], spans["TIMEX3"], links


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--part", choices=("rest", "dev", "all"), default="rest")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    gold = right = made = 0
    for file in sorted(options.folder.rglob("*.tml")):
        part = "dev" if zlib.crc32(file.name.encode()) % 5 == 0 else "rest"
        if options.part not in ("all", part):
            continue
        data = file.read_bytes()
        document, _ = parse_timeml(file.name, data)
        events, times, links = annotated(data.decode())
        extraction = extract_one(Document(document.id, document.text, date=document.date), Settings())
        pieces = [piece for event in extraction.events for piece in event.evidence if piece.time]
        by_start = {span[0]: name for name, span in events.items()}
        made_here = set()
        for piece in pieces:
            assert piece.time
            time = next((n for n, s in times.items() if s[0] < piece.time.end and piece.time.start < s[1]), None)
            event = by_start.get(piece.trigger_start)
            if time and event:
                made_here.add((event, time))
        sentences = [(p.start, p.end) for p in pieces] + _sentences(document.text)
        same = {
            (event, time)
            for event, time in links
            if event in events and time in times
            and any(s <= events[event][0] < e and s <= times[time][0] < e for s, e in sentences)
        }  # fmt: skip
        linked_times = {time for _, time in same}
        judged = {pair for pair in made_here if pair[1] in linked_times}
        gold += len(same)
        right += len(same & made_here)
        made += len(judged)
        if options.errors:
            for event, time in sorted(same - made_here):
                (a, b), (c, d) = events[event], times[time]
                low, high = max(0, min(a, c) - 60), max(b, d) + 40
                got = [document.text[slice(*events[e])] for e, t in made_here if t == time]
                around = " ".join(document.text[low:high].split())
                print(f"{document.text[a:b]} ~ {document.text[c:d]} | got {got} | {around}")
    print(
        f"{options.part}: recall {right / max(gold, 1):.3f} ({gold} links), precision {right / max(made, 1):.3f} ({made} judged)"
    )


def _sentences(text: str) -> list[tuple[int, int]]:
    from timeline.lang import load_events
    from timeline.text.sentences import split_sentences

    return [(s.start, s.end) for s in split_sentences(text, load_events("en")["abbreviations"])]


if __name__ == "__main__":
    main()
