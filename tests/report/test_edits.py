"""The reader's corrections mean the same in the page (edits.js) and at the next build (edits.py)."""

from __future__ import annotations

import random
from importlib import resources
from typing import Any

import pytest

from timeline import Event, Timeline
from timeline.calendar_time.edtf import interval_days
from timeline.edits import apply_edits


def _in_the_page(event: Event) -> dict[str, Any]:
    """An event in the form that page.js makes of a row."""
    iso = lambda day: day.isoformat() if day else ""  # noqa: E731
    return {
        "id": event.id, "title": event.title, "type": event.type, "status": event.status, "edtf": event.edtf or "",
        "earliest": iso(event.earliest), "latest": iso(event.latest), "place": event.place.name if event.place else "",
        "names": list(dict.fromkeys(p.name for p in event.participants)),
        "evidence": [
            {
                "document": piece.document, "trigger": [piece.trigger_start, piece.trigger_end], "status": piece.status,
                "earliest": iso(piece.time.earliest) if piece.time else "",
                "latest": iso(piece.time.latest) if piece.time else "",
                "edtf": (piece.time.edtf or "") if piece.time else "",
            }
            for piece in event.evidence
        ],
    }  # fmt: skip


def _some_edits(events: list[Event], dice: random.Random) -> list[dict[str, Any]]:
    made = []
    for event in dice.sample(events, 12):
        first = event.evidence[0]
        # some have another id by now, some are gone
        name = dice.choice([event.id, event.id, "old-id"])
        edit = {"event": name, "at": [first.document, first.trigger_start if dice.random() < 0.9 else 10**6]}
        match dice.choice(["hide", "rename", "type", "date", "merge", "split"]):
            case "rename":
                edit |= {"do": "rename", "title": "Named by a reader"}
            case "type":
                edit |= {"do": "type", "type": "AGREE"}
            case "date":
                edtf = dice.choice(["2018-06-12", "2018-06", "1999", "2018-05-01/2018-05-03", "../2018-06-12"])
                days = [day.isoformat() if day else "" for day in interval_days(edtf)]
                edit |= {"do": "date", "edtf": edtf, "earliest": days[0], "latest": days[1]}
            case "merge":
                other = dice.choice(events)
                at = [other.evidence[0].document, other.evidence[0].trigger_start]
                edit |= {"do": "merge", "with": other.id, "with_at": at}
            case simple:
                edit |= {"do": simple}
        made.append(edit)
    return made


@pytest.mark.parametrize("seed", range(25))
def test_an_edit_does_the_same_in_the_page_and_at_the_next_build(page: Any, built: Timeline, seed: int) -> None:
    made = _some_edits(built.event_list, random.Random(seed))
    built_again, problems = apply_edits(built.event_list, made)
    shown = page.evaluate(
        "([base, list]) => edits.apply(base, list)", [[_in_the_page(e) for e in built.event_list], made]
    )
    assert len(shown["lost"]) == len(problems)
    assert shown["events"] == [_in_the_page(event) for event in built_again]


@pytest.fixture(scope="module")
def page(browser: Any) -> Any:
    opened = browser.new_page()
    opened.add_script_tag(content=(resources.files("timeline.report") / "edits.js").read_text(encoding="utf-8"))
    yield opened
    opened.close()
