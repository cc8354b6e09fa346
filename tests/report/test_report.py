"""The report in a real browser: offline, whole, and deaf to what an article says."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

import timeline
from timeline import Document, Event, Timeline
from timeline.interface import interface_texts
from timeline.interface.words import TYPE_WORDS
from timeline.model import Evidence

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
    page.wait_for_selector("html[data-figure]", state="attached")
    return page, seen


def until(page: Any, condition: str) -> None:
    """Waits for what a script says; not `wait_for_function`, whose polling the page's policy forbids."""
    for _ in range(100):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never came true: {condition}")


@pytest.fixture(scope="module")
def report(built: Timeline, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built.report(tmp_path_factory.mktemp("report") / "report.html")


def test_it_opens_without_network_or_error_and_shows_every_event(browser: Any, report: Path, built: Timeline) -> None:
    page, seen = opened(browser, report)
    assert seen == []
    page.evaluate("document.querySelector('.more').scrollIntoView()")  # the list grows as it is read
    until(page, f"document.querySelectorAll('ol#events > li.event').length === {len(built)}")
    dated = sum(1 for event in built if event.earliest or event.latest)
    assert int(page.evaluate("document.documentElement.dataset.drawn")) == dated
    kinds = page.evaluate("document.querySelector('.figure')._fullData.map((t) => t.type)")
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
            "[...document.querySelectorAll('.textpoint text')].map((t) => t.getBoundingClientRect()).map((r) => [r.left, r.right, r.top, r.bottom])"
        )
        assert len(boxes) > 20
        overlaps = [(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :]
                    if a[0] < b[1] and b[0] < a[1] and a[2] + 2 < b[3] and b[2] + 2 < a[3]]  # fmt: skip
        assert overlaps == []


def test_a_title_is_cut_only_where_its_row_has_no_room(browser: Any, tmp_path: Path) -> None:
    title = "The foreign ministers of Armenia and Azerbaijan may meet in Washington before the year is out"
    path = Timeline((replace(_made(7), title=title), _made(3000))).report(tmp_path / "long.html")
    page, _ = opened(browser, path, viewport={"width": 1440, "height": 900})
    assert title in page.evaluate("[...document.querySelectorAll('.textpoint text')].map((t) => t.textContent.trim())")
    page, _ = opened(browser, path, viewport={"width": 390, "height": 900})
    short = page.evaluate("[...document.querySelectorAll('.textpoint text')].map((t) => t.textContent.trim())")
    assert any(each.endswith("…") and title.startswith(each[:-1]) for each in short)


def test_where_nothing_hovers_no_tool_bar_stands_over_the_axis(browser: Any, report: Path) -> None:
    phone = browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    page, _ = opened(phone, report)
    assert page.locator(".modebar-btn").count() == 0
    phone.close()


def test_no_mark_of_a_lane_stands_on_another_nor_a_title_without_its_mark(browser: Any, report: Path) -> None:
    for width in (1440, 390):
        page, _ = opened(browser, report, viewport={"width": width, "height": 900})
        page.wait_for_timeout(400)
        marks = page.evaluate(
            "[...document.querySelectorAll('path.point')].map((p) => p.getBoundingClientRect())"
            ".map((r) => [r.left + r.width / 2, r.top + r.height / 2])"
        )
        assert len(marks) > 100
        assert [(a, b) for i, a in enumerate(marks) for b in marks[i + 1 :]
                if abs(a[0] - b[0]) < 8 and abs(a[1] - b[1]) < 3] == []  # fmt: skip


def test_filters_narrow_list_and_count_and_live_in_the_address(browser: Any, report: Path, built: Timeline) -> None:
    page, seen = opened(browser, report)
    page.select_option("select[name=status]", "speculated")
    shown = page.locator("li.event").count()
    assert shown == sum(event.status == "speculated" for event in built)
    assert page.locator("output").inner_text() == f"{shown} of {len(built)}"
    assert page.locator("html").get_attribute("data-drawn") == str(shown)
    assert "status=speculated" in page.url
    again, _ = opened(browser, Path(report), viewport={"width": 1200, "height": 800})
    again.goto(page.url)
    again.reload()
    again.wait_for_selector("html[data-figure]", state="attached")
    assert again.locator("li.event").count() == shown
    page.fill("input[name=text]", "no such words at all")
    assert page.locator("li.event").count() == 0
    assert "No event fits" in page.locator("#events").inner_text()
    page.click("button[type=reset]")
    until(page, f"document.querySelectorAll('li.event').length === {min(len(built), 120)}")
    assert seen == []


def test_the_counts_of_a_filter_are_those_under_the_others(browser: Any, report: Path, built: Timeline) -> None:
    page, _ = opened(browser, report)
    page.select_option("select[name=status]", "scheduled")
    scheduled = [event for event in built if event.status == "scheduled"]
    for kind in ("CONSULT", "MOBILIZE"):
        count = sum(event.type == kind for event in scheduled)
        assert page.locator(f"select[name=type] option[value={kind}]").inner_text() == f"{TYPE_WORDS[kind]} ({count})"


def test_lanes_are_the_readers_choice_and_a_name_in_the_network_filters(
    browser: Any, report: Path, built: Timeline
) -> None:
    page, seen = opened(browser, report)
    for lanes, wanted in (("participant", "Mike Pompeo"), ("place", "Pyongyang"), ("status", "Happened")):
        page.select_option("select[name=lanes]", lanes)
        until(page, f"[...document.querySelectorAll('.ytick text')].some((t) => t.textContent === '{wanted}')")
        assert page.evaluate("document.querySelector('.figure').dataset.drawn") == str(len(built))
    page.click("[data-mode=network]")
    until(page, "document.querySelector('.figure').data.some((t) => t.mode === 'markers+text')")
    page.evaluate("document.querySelector('.figure').emit('plotly_click', {points: [{customdata: 'Mike Pompeo'}]})")
    with_him = sum(any(p.name == "Mike Pompeo" for p in event.participants) for event in built)
    assert page.locator("output").inner_text() == f"{with_him} of {len(built)}"
    assert "view=network" in page.url
    assert seen == []


def test_every_event_is_drawn_aggregated_or_undated_however_many(browser: Any, tmp_path: Path) -> None:
    for count in (1, 40, 1500, 6000):
        path = Timeline(tuple(_made(number) for number in range(count))).report(tmp_path / f"{count}.html")
        page, seen = opened(browser, path)
        told = page.evaluate("({...document.querySelector('.figure').dataset})")
        assert int(told["drawn"]) + int(told["aggregated"]) + int(told["undated"]) == count
        kinds = page.evaluate("document.querySelector('.figure')._fullData.map((t) => t.type)")
        assert set(kinds) <= {"scatter", "bar"}
        assert page.locator("li.event").count() == min(count, 120)
        assert seen == []
        page.close()


def _made(number: int) -> Event:
    day = date(2000, 1, 1) + timedelta(days=number % 7000)
    quote = f"They met on day {number}."
    piece = Evidence("made", 0, len(quote), 5, 8, quote, "occurred")
    last = None if number % 50 == 7 else day + timedelta(days=number % 3)
    return Event(f"e{number}", f"Meeting {number}", "CONSULT", day, last, None, "occurred", evidence=(piece,))


def test_the_handles_and_buttons_choose_the_stretch_in_view(browser: Any, report: Path) -> None:
    page, seen = opened(browser, report)
    stretch = "document.querySelector('.figure').layout.xaxis.range.map(Number)"
    page.get_by_role("button", name="all", exact=True).click()
    whole = page.evaluate(stretch)
    start = page.get_by_role("slider", name="From")
    start.focus()
    for _ in range(5):
        page.keyboard.press("PageUp")
    until(page, f"{stretch}[0] > {whole[0]}")
    assert page.evaluate(stretch)[1] == pytest.approx(whole[1], rel=1e-3)
    page.get_by_role("button", name="month", exact=True).click()
    until(page, f"({stretch})[1] - ({stretch})[0] < 31 * 86400000")
    assert seen == []


def test_a_reader_corrects_undoes_and_the_next_build_does_it_again(
    browser: Any, report: Path, built: Timeline, tmp_path: Path
) -> None:
    page, seen = opened(browser, report, accept_downloads=True)
    first, second, third, fourth = [event.id for event in built][:4]
    page.click(f"#{first} .edit")
    page.fill(f"#{first} input[name=title]", "A better title")
    page.fill(f"#{first} input[name=edtf]", "2018-02-30")
    page.click(f"#{first} button[type=submit]")
    assert page.locator(f"#{first} form.correct").count() == 1  # there is no such day, and nothing is lost
    page.fill(f"#{first} input[name=edtf]", "2018-02-03/2018-02-05")
    page.select_option(f"#{first} select[name=type]", "AGREE")
    page.click(f"#{first} button[type=submit]")
    assert page.locator(f"#{first} h2").inner_text() == "A better title"
    assert page.locator(f"#{first} time").first.inner_text() == "between 3 February 2018 and 5 February 2018"
    page.click(f"#{second} .edit")
    page.click(f"#{second} [data-do=hide]")
    assert page.locator(f"#{second}").count() == 0
    page.click("[data-undo]")
    assert page.locator(f"#{second}").count() == 1
    page.click(f"#{third} .edit")
    page.click(f"#{third} [data-do=mark]")
    page.click(f"#{fourth} .edit")
    page.click(f"#{fourth} [data-do=merge]")
    assert page.locator(f"#{third}").count() == 0
    with page.expect_download() as download:
        page.click("[data-save=edits]")
    saved = tmp_path / "edits.json"
    download.value.save_as(saved)
    page.reload()
    page.wait_for_selector("html[data-figure]", state="attached")
    assert page.locator(f"#{first} h2").inner_text() == "A better title"  # kept in the browser
    again = built.with_edits(saved)
    assert again.problems == built.problems
    assert len(again) == len(built) - 1
    assert (again[first].title, again[first].type, str(again[first].latest)) == (
        "A better title",
        "AGREE",
        "2018-02-05",
    )
    assert len(again[fourth].evidence) == len(built[third].evidence) + len(built[fourth].evidence)
    assert seen == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("part", ["", "#view=network", "#lanes=participant"])
def test_axe_finds_no_violation(browser: Any, report: Path, scheme: str, part: str) -> None:
    page, _ = opened(browser, report, color_scheme=scheme, viewport={"width": 1300, "height": 900})
    page.goto(report.as_uri() + part)
    page.reload()
    page.wait_for_selector("html[data-figure]", state="attached")
    page.locator("li.event .edit").first.click()
    found = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    told = [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found.response["violations"]]
    assert told == []


def test_the_keyboard_reaches_what_a_mouse_does(browser: Any, report: Path) -> None:
    page, _ = opened(browser, report)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate(
                "document.activeElement.getAttribute('name') || document.activeElement.dataset.save || document.activeElement.dataset.mode || document.activeElement.className"
            )
        )
    assert {"csv", "png", "network", "lanes", "text", "participant", "status", "sure", "open", "edit"} <= reached
    page.locator("li.event").first.focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.id") == page.locator("li.event").nth(1).get_attribute("id")


def test_the_page_speaks_spanish(browser: Any, built: Timeline, tmp_path: Path) -> None:
    path = built.report(tmp_path / "es.html", interface="es")
    page, seen = opened(browser, path)
    assert page.locator("html").get_attribute("lang") == "es"
    assert "Quién con quién" in page.locator(".views").inner_text()
    assert "acuerdo" in page.locator("select[name=type]").inner_text()
    assert "junio de 2018" in page.locator("#events").inner_text()
    assert "ene 2019" in page.locator(".xaxislayer-above").text_content()
    assert seen == []


def test_interface_texts_are_the_same_in_every_language() -> None:
    english, spanish = interface_texts("en"), interface_texts("es")
    assert set(english) == set(spanish)
    for key, text in english.items():
        assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", spanish[key])), key


def test_print_is_a_chronology_without_controls(browser: Any, report: Path) -> None:
    page, _ = opened(browser, report)
    page.emulate_media(media="print")
    assert not page.locator(".filters").is_visible()
    assert not page.locator(".figure").is_visible()
    assert page.locator("li.event").first.is_visible()


def test_a_picture_of_the_figure_can_be_saved(browser: Any, report: Path, tmp_path: Path) -> None:
    page, seen = opened(browser, report, accept_downloads=True)
    with page.expect_download() as download:
        page.click("[data-save=png]")
    download.value.save_as(tmp_path / "timeline.png")
    assert (tmp_path / "timeline.png").read_bytes().startswith(b"\x89PNG")
    assert seen == []


def test_the_same_input_gives_the_same_bytes(built: Timeline, tmp_path: Path) -> None:
    assert built.report(tmp_path / "a.html").read_bytes() == built.report(tmp_path / "b.html").read_bytes()


def test_plotly_may_come_from_its_server_and_then_is_checked(built: Timeline, tmp_path: Path) -> None:
    page = built.report(tmp_path / "cdn.html", plotlyjs="cdn").read_text(encoding="utf-8")
    assert re.search(r'data-src="https://cdn\.plot\.ly/plotly-[\d.]+\.min\.js" data-integrity="sha256-', page)
    assert len(page) < 1_000_000


def test_where_plotly_does_not_come_the_figure_is_a_still_picture(
    browser: Any, built: Timeline, tmp_path: Path
) -> None:
    path = built.report(tmp_path / "cdn.html", plotlyjs="cdn")
    page = browser.new_page()
    page.route("https://**", lambda route: route.abort())
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-figure=still]", state="attached")
    assert page.get_by_text("could not be loaded").is_visible()
    assert not page.locator("[data-save=png]").is_visible()
    marks = page.locator(".sketch [data-id]")
    assert marks.count() == sum(1 for event in built if event.earliest or event.latest)
    first = marks.first.get_attribute("data-id")
    marks.first.dispatch_event("click")
    assert page.locator("li.event.selected").get_attribute("id") == first
    page.select_option("select[name=status]", "speculated")
    assert marks.count() == page.locator("li.event").count()
    page.click("[data-mode=network]")
    assert page.locator(".sketch").get_by_text("Donald Trump").count() == 1


def test_the_picture_before_plotly_is_the_one_after(browser: Any, report: Path, tmp_path: Path) -> None:
    """Marks and titles stand where plotly.js then draws them, so that nothing jumps."""
    never = tmp_path / "never.html"
    never.write_text(report.read_text(encoding="utf-8").replace('id="plotly">', 'id="plotly">;'), encoding="utf-8")
    where = "(all) => all.map((each) => each.getBoundingClientRect()).map((r) => [r.left, r.right, (r.top + r.bottom) / 2]).filter(([x]) => x > 0 && x < innerWidth)"
    for part in ("", "#view=network", "#lanes=place"):
        page, _ = opened(browser, report)
        page.goto(report.as_uri() + part)
        page.reload()
        page.wait_for_selector("html[data-figure=live]", state="attached")
        live = [page.eval_on_selector_all(f".figure .{kind}", where) for kind in ("point", "textpoint text")]
        page.goto(never.as_uri() + part)
        page.wait_for_selector("html[data-figure=still]", state="attached")
        still = [page.eval_on_selector_all(f".sketch svg {kind}", where) for kind in ("path[transform]", "text")]
        for before, after in zip(still, live, strict=True):
            assert len(before) == len(after) > 10
            for one, other in zip(before, after, strict=True):
                left, right, height = (abs(a - b) for a, b in zip(one, other, strict=True))
                assert min(left, right) < 3  # plotly's titles have a space at one end
                assert height < 3


def test_a_browser_too_old_shows_the_chronology(browser: Any, report: Path, built: Timeline) -> None:
    page = browser.new_page()
    page.add_init_script("delete window.DecompressionStream")
    page.goto(report.as_uri())
    page.get_by_text("The chronology alone").wait_for()
    assert page.locator("main > ol:not(#events) > li").count() == len(built)


def test_without_scripts_what_is_left_out_is_said(browser: Any, tmp_path: Path) -> None:
    path = Timeline(tuple(_made(number) for number in range(310))).report(tmp_path / "many.html")
    page = browser.new_page(java_script_enabled=False)
    page.goto(path.as_uri())
    assert page.locator("noscript ol > li").count() == 300
    assert "And 10 more events" in page.locator("noscript").inner_text()


def test_titles_come_with_what_is_dragged_into_view(browser: Any, report: Path) -> None:
    page, seen = opened(browser, report)
    page.get_by_role("button", name="year", exact=True).click()
    figure = page.locator(".figure .nsewdrag").first.bounding_box()
    page.mouse.move(figure["x"] + 100, figure["y"] + 60)
    page.mouse.down()
    page.mouse.move(figure["x"] + 700, figure["y"] + 60, steps=5)
    page.mouse.up()
    page.wait_for_timeout(400)
    inside = "[...document.querySelectorAll('.figure {}')].map((t) => t.getBoundingClientRect()).filter((r) => r.right > innerWidth / 5 && r.left < innerWidth / 2).length"
    assert page.evaluate(inside.format(".textpoint text")) > page.evaluate(inside.format(".point")) / 3
    assert page.evaluate(inside.format(".xtick text")) >= 2
    assert seen == []


def test_an_article_opens_at_the_mention_and_closes_with_escape(browser: Any, report: Path) -> None:
    page, _ = opened(browser, report)
    button = page.locator("li.event .open").first
    button.click()
    assert page.locator("dialog.article").is_visible()
    assert page.locator(".article-text .here").count() == 1
    page.keyboard.press("Escape")
    assert not page.locator("dialog.article").is_visible()


def test_two_datings_of_what_may_be_one_event_lead_to_each_other(browser: Any, tmp_path: Path) -> None:
    told = [Document("a", "President Macron met Angela Merkel in Berlin on 3 July 2018."),
            Document("b", "Emmanuel Macron met Merkel in Berlin on 4 July 2018."),
            Document("c", "Emmanuel Macron met Merkel in Paris on 5 July 2018. They met in Paris on 6 July 2018.")]  # fmt: skip
    built = timeline.build(told)
    assert [[event.edtf for event in pair] for pair in built.conflicts] == [["2018-07-03", "2018-07-04"]]
    first, second = (event.id for event in built.conflicts[0])
    assert ("conflicts_with" in {data["relation"] for data in built.graph.get_edge_data(second, first).values()})  # fmt: skip
    page, seen = opened(browser, built.report(tmp_path / "report.html"))
    link = page.locator(f"#{first} .disputed a")
    assert link.get_attribute("href") == f"#{second}"
    link.click()
    until(page, f"document.getElementById('{second}').classList.contains('selected')")
    assert seen == []


def test_text_from_right_to_left_stands_so(browser: Any, tmp_path: Path) -> None:
    hebrew = "ראש הממשלה"
    told = Document("a", f"{hebrew}: Putin met Xi in Moscow on 4 July 2017.", title=hebrew)
    page, seen = opened(browser, timeline.build(told).report(tmp_path / "report.html"))
    direction = "element => getComputedStyle(element).direction"
    assert page.locator("li.event blockquote p").first.evaluate(direction) == "rtl"
    assert page.locator("li.event blockquote button.open").first.evaluate(direction) == "rtl"
    assert page.locator("li.event h2 a").first.evaluate(direction) == "ltr"
    assert seen == []


def test_a_click_in_the_figure_selects_in_the_list(browser: Any, report: Path, built: Timeline) -> None:
    page, _ = opened(browser, report)
    first = page.evaluate("document.querySelector('.figure')._fullData.find((t) => t.ids).ids[0]")
    page.evaluate(f"document.querySelector('.figure').emit('plotly_click', {{points: [{{customdata: '{first}'}}]}})")
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


@pytest.mark.parametrize(
    ("count", "language", "lead"),
    [(1, "en", "1 event, "), (2, "en", "2 events, "), (1_200, "es", "1.200 acontecimientos, ")],
)
def test_the_lead_counts_as_a_person_does(
    built: Timeline, tmp_path: Path, count: int, language: str, lead: str
) -> None:
    several = Timeline((list(built) * 10)[:count])
    page = several.report(tmp_path / "lead.html", interface=language).read_text(encoding="utf-8")
    assert f'<p class="lead">{lead}' in page


def test_nothing_to_show_is_said_and_not_an_error(browser: Any, tmp_path: Path) -> None:
    path = timeline.Timeline((), title="Empty").report(tmp_path / "empty.html")
    page, seen = opened(browser, path)
    assert seen == []
    assert "No dated event was found" in page.locator("#events").inner_text()
