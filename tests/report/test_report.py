"""The report in a real browser: offline, whole, and deaf to what an article says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import timeline
from timeline import Document, Timeline

ATTACK = '</script><script>window.hacked=1</script><img src=x onerror="window.hacked=1"> "\' \u2028 {{7*7}}'


def opened(browser: Any, path: Path, **options: Any) -> tuple[Any, list[str]]:
    """The page when its figure is drawn, and what went wrong or out on the way."""
    page = browser.new_page(**options)
    seen: list[str] = []
    page.on("pageerror", lambda error: seen.append(f"error {error}"))
    page.on("console", lambda message: seen.append(f"console {message.text}") if message.type == "error" else None)
    page.on(
        "request", lambda r: None if r.url.startswith(("file:", "blob:", "data:")) else seen.append(f"request {r.url}")
    )
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-drawn]", state="attached")
    return page, seen


@pytest.fixture(scope="module")
def report(built: Timeline, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built.report(tmp_path_factory.mktemp("report") / "report.html")


def test_it_opens_without_network_or_error_and_shows_every_event(browser: Any, report: Path, built: Timeline) -> None:
    page, seen = opened(browser, report)
    assert seen == []
    assert page.locator("ol#events > li.event").count() == len(built)
    dated = sum(1 for event in built if event.earliest or event.latest)
    assert int(page.evaluate("document.documentElement.dataset.drawn")) == dated
    kinds = page.evaluate("document.getElementById('timeline-figure')._fullData.map((t) => t.type)")
    assert set(kinds) == {"scatter"}


def test_each_event_shows_its_sentence_with_time_and_trigger_marked(
    browser: Any, report: Path, built: Timeline
) -> None:
    page, _ = opened(browser, report)
    for event in built.event_list[:20]:
        item = page.locator(f"#{event.id}")
        assert item.locator("mark.trigger").count() >= 1
        assert event.explanation in item.locator(".why").inner_text()
        assert item.locator("blockquote").count() == len(event.evidence)


def test_labels_of_a_row_do_not_overlap(browser: Any, report: Path) -> None:
    for width in (1440, 768, 390):
        page, _ = opened(browser, report, viewport={"width": width, "height": 900})
        page.wait_for_timeout(400)
        boxes = page.evaluate(
            "[...document.querySelectorAll('.annotation text')].map((t) => t.getBoundingClientRect()).map((r) => [r.left, r.right, r.top, r.bottom])"
        )
        assert boxes
        overlaps = [(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :]
                    if a[0] < b[1] and b[0] < a[1] and a[2] + 2 < b[3] and b[2] + 2 < a[3]]  # fmt: skip
        assert overlaps == []


def test_filters_narrow_list_and_count_and_live_in_the_address(browser: Any, report: Path) -> None:
    page, seen = opened(browser, report)
    page.select_option("select[name=status]", "speculated")
    shown = page.locator("li.event:visible").count()
    assert 0 < shown < page.locator("li.event").count()
    assert page.locator("output").inner_text().startswith(f"{shown} of")
    assert "status=speculated" in page.url
    again, _ = opened(browser, Path(report), viewport={"width": 1200, "height": 800})
    again.goto(page.url)
    again.reload()
    again.wait_for_selector("html[data-drawn]", state="attached")
    assert again.locator("li.event:visible").count() == shown
    page.fill("input[name=text]", "no such words at all")
    assert page.locator("li.event:visible").count() == 0
    page.click("button[type=reset]")
    page.wait_for_function("document.querySelectorAll('li.event[hidden]').length === 0")
    assert seen == []


def test_an_article_opens_at_the_mention_and_closes_with_escape(browser: Any, report: Path) -> None:
    page, _ = opened(browser, report)
    button = page.locator("li.event .open").first
    button.click()
    assert page.locator("dialog#article").is_visible()
    assert page.locator("#article-text mark.here").count() == 1
    page.keyboard.press("Escape")
    assert not page.locator("dialog#article").is_visible()


def test_a_click_in_the_figure_selects_in_the_list(browser: Any, report: Path, built: Timeline) -> None:
    page, _ = opened(browser, report)
    first = page.evaluate("document.getElementById('timeline-figure')._fullData.find((t) => t.ids).ids[0]")
    page.evaluate(
        f"document.getElementById('timeline-figure').emit('plotly_click', {{points: [{{customdata: '{first}'}}]}})"
    )
    assert page.locator("li.event.selected").get_attribute("id") == first


def test_no_text_of_an_article_becomes_markup_or_script(browser: Any, tmp_path: Path) -> None:
    text = f"Putin met Xi {ATTACK} in Moscow on 4 July 2017. {ATTACK} visited Merkel on 5 July 2017."
    document = Document(f"a{ATTACK}", text, title=ATTACK, url=f"javascript:alert(1)//{ATTACK}")
    path = timeline.build(document, title=ATTACK).report(tmp_path / "attack.html")
    page, seen = opened(browser, path)
    page.locator(".open").first.click()
    assert page.evaluate("window.hacked") is None
    assert seen == []
    assert page.locator("img").count() == 0
    assert page.locator("a[href^=javascript]").count() == 0


def test_the_page_forbids_what_it_does_not_need(report: Path) -> None:
    html = report.read_text(encoding="utf-8")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
    assert policy
    assert "connect-src &#39;none&#39;" in policy[1] or "connect-src 'none'" in policy[1]
    assert "unsafe-eval" not in policy[1]
    assert "showSendToCloud: false" in html


def test_nothing_to_show_is_said_and_not_an_error(browser: Any, tmp_path: Path) -> None:
    path = timeline.Timeline((), title="Empty").report(tmp_path / "empty.html")
    page, seen = opened(browser, path)
    assert seen == []
    assert "No dated event was found" in page.locator("#events").inner_text()
