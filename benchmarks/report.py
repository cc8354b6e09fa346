"""From opening the report to the drawn figure, and one filter, in headless Chromium; beside others on the same events.

`python benchmarks/report.py [COUNT ...] [--basic plotly-basic.min.js] [--others FOLDER]`: for 100, 1,000, 10,000 and
100,000 synthetic events. `--others` is a folder where `npm install vis-timeline @knight-lab/timelinejs` was run; without
it only ours is measured. Needs the `dev` extra and Chromium.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from timeline import Event, Timeline
from timeline.model import STATUSES, TYPES, Evidence, Participant, Place

NAMES = [f"Person {letter}{other}" for letter in "ABCDEFGHIJ" for other in "abcdefghij"]
PLACES = ["Geneva", "Vienna", "Oslo", "Doha", "Astana", "Cairo", "Lima", "Quito"]
_SETTLES = "body[data-drawn]"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]


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


def ours(browser: Any, path: Path) -> tuple[float, float]:
    """Seconds from opening to the drawn figure, and for one filter."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.goto(path.as_uri(), wait_until="commit")
    page.wait_for_selector("html[data-drawn] .main-svg", state="attached", timeout=120_000)
    opened = page.evaluate(
        "() => new Promise((r) => requestAnimationFrame(() => setTimeout(() => r(performance.now()), 0)))"
    )
    filtered = page.evaluate(
        """() => new Promise((done) => { const start = performance.now(), form = document.querySelector('.filters');
        form.elements.status.value = 'scheduled'; form.dispatchEvent(new Event('input', { bubbles: true }));
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - start), 0)); })"""
    )
    page.close()
    return opened / 1000, filtered / 1000


def others(browser: Any, folder: Path, events: list[Event], where: Path) -> dict[str, float]:
    """Seconds to draw the same events in vis-timeline and TimelineJS, where they are installed."""
    found = {}
    vis = folder / "node_modules/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"
    knight = folder / "node_modules/@knight-lab/timelinejs/dist/js/timeline.js"
    if vis.is_file():
        items = [{"id": e.id, "content": e.title, "start": str(e.earliest), "end": str(e.latest)} for e in events]
        items = [{k: v for k, v in i.items() if k != "end" or v != i["start"]} for i in items]
        page = f"<div id=box></div><script>{vis.read_text()}</script><script>new vis.Timeline(document.getElementById('box'), new vis.DataSet({json.dumps(items)}), {{}}).on('changed', () => document.body.dataset.drawn = performance.now())</script>"
        found["vis-timeline"] = _opened(browser, page, _SETTLES, where)
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
        page = f"<style>{css}</style><div id=box style='height:700px'></div><script>{knight.read_text()}</script><script>new TL.Timeline('box', {json.dumps(told)}, {{font: null}})</script>"
        found["TimelineJS"] = _opened(browser, page, ".tl-timemarker", where)
    return found


def _opened(browser: Any, html: str, sign: str, where: Path) -> float:
    where.write_text(f"<!doctype html><meta charset=utf-8><body>{html}", encoding="utf-8")
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.goto(where.as_uri(), wait_until="commit")
    try:
        page.wait_for_selector(sign, state="attached", timeout=180_000)
        if sign == _SETTLES:  # vis-timeline lays out more than once: the last time counts
            page.wait_for_function("performance.now() - document.body.dataset.drawn > 1000", timeout=180_000)
            return float(page.evaluate("+document.body.dataset.drawn")) / 1000
        took = page.evaluate(
            "() => new Promise((r) => requestAnimationFrame(() => setTimeout(() => r(performance.now()), 0)))"
        )
    except Exception:
        took = float("nan")
    finally:
        page.close()
    return float(took) / 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=[100, 1_000, 10_000, 100_000])
    parser.add_argument("--basic")
    parser.add_argument("--others", type=Path)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    asked = parser.parse_args()
    print("events   plotly.js    MB  opened  filter   others")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=asked.chromium, args=FLAGS)
        for count in asked.counts:
            events = synthetic(count)
            for bundle in ["inline", *([asked.basic] if asked.basic else [])]:
                path = Timeline(tuple(events)).report(Path(folder) / "ours.html", plotlyjs=bundle)
                opened, filtered = min(ours(browser, path) for _ in range(3))
                beside = (
                    others(browser, asked.others, events, Path(folder) / "other.html")
                    if asked.others and bundle == "inline" and count <= 10_000
                    else {}
                )
                told = "  ".join(f"{name} {took:.2f} s" for name, took in beside.items())
                name = "full" if bundle == "inline" else "basic"
                print(
                    f"{count:7,}  {name:9} {path.stat().st_size / 1e6:5.1f}  {opened:5.2f} s {filtered:5.2f} s  {told}",
                    flush=True,
                )
        browser.close()


if __name__ == "__main__":
    main()
