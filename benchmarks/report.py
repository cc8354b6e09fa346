"""From opening the report to the drawn figure, and one filter, in headless Chromium; beside others on the same events.

`python benchmarks/report.py [COUNT ...] [--basic plotly-basic.min.js] [--others FOLDER]`: for 100, 1,000, 10,000 and
100,000 synthetic events. `drawn` is when the figure stands, `live` when plotly.js has taken it over (zoom, drag).
`--others` is a folder where `npm install vis-timeline @knight-lab/timelinejs` was run; without it only ours is measured.
A page opens with no debugger attached, as a reader opens it (one that listens makes plotly.js take twice as long to
start); it marks its own times, which are read afterwards. Needs the `dev` extra and Chromium.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from playwright.sync_api import sync_playwright

from timeline import Event, Timeline
from timeline.model import STATUSES, TYPES, Evidence, Participant, Place

NAMES = [f"Person {letter}{other}" for letter in "ABCDEFGHIJ" for other in "abcdefghij"]
PLACES = ["Geneva", "Vienna", "Oslo", "Doha", "Astana", "Cairo", "Lima", "Quito"]
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1400,990"]  # fmt: skip
TIMES = 3  # the best of so many openings counts


def synthetic(count: int) -> list[Event]:
    """Events over ten years, the same every time: most of one day, some of a month, a few open."""
    chance = random.Random(7)
    found = []
    for number in range(count):
        day = date(2010, 1, 1) + timedelta(days=chance.randrange(3650))
        last = day if chance.random() < 0.7 else day + timedelta(days=chance.randrange(1, 40))
        who = chance.sample(NAMES, 2)
        title = f"{who[0]} and {who[1]} talk in {chance.choice(PLACES)}"
        quote = f"{title} on a day of {day:%B}."
        found.append(
            Event(
                f"e{number}", title, chance.choice(TYPES), day, last, None, chance.choice(STATUSES),
                participants=tuple(Participant(name, name.lower().replace(" ", "-")) for name in who),
                place=Place(PLACES[number % 8], PLACES[number % 8].lower()),
                evidence=(Evidence("synthetic", 0, len(quote), 0, 6, quote, "occurred"),), confidence=0.8,
                explanation="made for a measurement",
            )
        )  # fmt: skip
    return found


@contextmanager
def chromium(program: str) -> Iterator[str]:
    """The address at which a browser of its own takes orders."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [program, *FLAGS, "--remote-debugging-port=0", f"--user-data-dir={profile}", "about:blank"]
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        port = Path(profile) / "DevToolsActivePort"
        try:
            while not (port.is_file() and port.read_text().strip()):
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port.read_text().splitlines()[0]}"
        finally:
            process.kill()
            process.wait()


def marks(playwright: Any, address: str, path: Path, wanted: str, then: str = "") -> dict[str, float]:
    """Seconds from opening to each mark that the page sets, and `then` what that script says, in seconds too."""
    urlopen(Request(f"{address}/json/new?{path.as_uri()}", method="PUT")).read()
    time.sleep(1 + path.stat().st_size / 4e6)
    browser = playwright.chromium.connect_over_cdp(address)
    page = next(page for context in browser.contexts for page in context.pages if page.url == path.as_uri())
    first: dict[str, float] = {}
    for _ in range(300):  # the page's policy forbids a waiting function
        for name, at in page.evaluate(
            "performance.getEntriesByType('mark').map((mark) => [mark.name, mark.startTime])"
        ):
            first.setdefault(name, at / 1000)
        if wanted in first:
            break
        time.sleep(0.3)
    if then:
        first["then"] = page.evaluate(then) / 1000
    page.close()
    browser.close()
    return first


FILTER = """() => new Promise((done) => { const start = performance.now(), form = document.querySelector('.filters');
form.elements.status.value = 'scheduled'; form.dispatchEvent(new Event('input', { bubbles: true }));
requestAnimationFrame(() => setTimeout(() => done(performance.now() - start), 0)); })"""


def others(folder: Path, events: list[Event]) -> dict[str, str]:
    """Pages that draw the same events in vis-timeline and TimelineJS, where they are installed, and mark when."""
    found = {}
    vis = folder / "node_modules/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"
    knight = folder / "node_modules/@knight-lab/timelinejs/dist/js/timeline.js"
    if vis.is_file():
        items = [{"id": e.id, "content": e.title, "start": str(e.earliest), "end": str(e.latest)} for e in events]
        items = [{k: v for k, v in i.items() if k != "end" or v != i["start"]} for i in items]
        found["vis-timeline"] = (
            f"<div id=box></div><script>{vis.read_text()}</script><script>new vis.Timeline(document.getElementById('box'), new vis.DataSet({json.dumps(items)}), {{}}).on('changed', () => performance.mark('drawn'))</script>"
        )
    if knight.is_file():
        told = {
            "events": [
                {
                    "start_date": {"year": e.earliest.year, "month": e.earliest.month, "day": e.earliest.day},
                    "text": {"headline": e.title},
                }
                for e in events
                if e.earliest
            ]
        }
        css = (knight.parent.parent / "css/timeline.css").read_text()
        watch = "new MutationObserver((_, me) => { if (document.querySelector('.tl-timemarker')) { me.disconnect(); performance.mark('drawn'); } }).observe(document, { childList: true, subtree: true })"
        found["TimelineJS"] = (
            f"<style>{css}</style><div id=box style='height:700px'></div><script>{watch}</script><script>{knight.read_text()}</script><script>new TL.Timeline('box', {json.dumps(told)}, {{font: null}})</script>"
        )
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=[100, 1_000, 10_000, 100_000])
    parser.add_argument("--basic")
    parser.add_argument("--others", type=Path)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    asked = parser.parse_args()
    print("events   page             MB   drawn    live  filter")
    with (
        sync_playwright() as playwright,
        chromium(asked.chromium) as address,
        tempfile.TemporaryDirectory() as folder,
    ):
        for count in asked.counts:
            events = synthetic(count)
            for bundle, name in [("inline", "full bundle"), *([(asked.basic, "basic bundle")] if asked.basic else [])]:
                path = Timeline(tuple(events)).report(Path(folder) / f"{name[:4]}{count}.html", plotlyjs=bundle)
                best = _best([marks(playwright, address, path, "timeline-live", FILTER) for _ in range(TIMES)])
                told = f"{best['timeline-drawn']:5.2f} s {best['timeline-live']:5.2f} s {best['then']:5.2f} s"
                print(f"{count:7,}  {name:13} {path.stat().st_size / 1e6:5.1f} {told}", flush=True)
            for name, html in (others(asked.others, events) if asked.others and count <= 10_000 else {}).items():
                path = Path(folder) / f"{name}{count}.html"
                path.write_text(f"<!doctype html><meta charset=utf-8><body>{html}", encoding="utf-8")
                best = _best([marks(playwright, address, path, "drawn") for _ in range(TIMES)])
                print(f"{count:7,}  {name:13} {path.stat().st_size / 1e6:5.1f} {best['drawn']:5.2f} s", flush=True)


def _best(runs: list[dict[str, float]]) -> dict[str, float]:
    return {name: min(run[name] for run in runs) for name in runs[0]}


if __name__ == "__main__":
    main()
