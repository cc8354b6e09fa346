"""The Timeline in the hand: filters that chain, tables that come back, paths, and how it and its events show themselves."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline import Document, Event, Evidence, Timeline
from timeline.edits import apply_edits
from timeline.errors import ReadingError, ValueSyntaxError
from timeline.layout import begin, finish, laid_out
from timeline.readers.timeml import parse_timeml
from timeline.still import still

DAYS = st.one_of(st.none(), st.dates(date(2015, 1, 1), date(2020, 1, 1)))


def made(identity: str, first: date | None, last: date | None) -> Event:
    earliest, latest = sorted((first, last)) if first and last else (first, last)
    piece = Evidence("d", 0, 9, 5, 8, "They met.", "occurred")
    return Event(identity, "They meet", "CONSULT", earliest, latest, None, "occurred", evidence=(piece,))


def test_filters_give_timelines_and_chain(built: Timeline) -> None:
    few = built.between("2018-05", "2018-09").involving("North Korea").of_type("consult").with_status("scheduled")
    assert isinstance(few, Timeline)
    assert 0 < len(few) < len(built)
    for event in few:
        assert (event.type, event.status) == ("CONSULT", "scheduled")
        assert event.earliest is None or event.earliest <= date(2018, 9, 30)
    assert few.extractions == built.extractions


def test_a_country_is_named_as_the_reader_calls_it(built: Timeline) -> None:
    assert built.involving("North Korea").event_list == built.involving("prk").event_list
    both = built.involving("mike pompeo", "Kim Yong Chul")
    assert both.event_list
    for event in both:
        assert {"Mike Pompeo", "Kim Yong Chul"} <= {participant.name for participant in event.participants}


def test_a_filter_that_cannot_be_says_what_can(built: Timeline) -> None:
    with pytest.raises(ValueSyntaxError, match="there are: AGREE"):
        built.of_type("MEETING")
    with pytest.raises(ValueSyntaxError, match="no status 'over'"):
        built.with_status("over")
    with pytest.raises(ValueSyntaxError):
        built.between("yesterday")
    with pytest.raises(KeyError, match="takes part in no event"):
        built.path("Mike Pompeo", "Nobody")


@given(st.lists(st.tuples(DAYS, DAYS), max_size=12), st.dates(date(2015, 1, 1), date(2020, 1, 1)))
def test_what_can_lie_on_a_day_is_found_there_and_nowhere_lost(
    pairs: list[tuple[date | None, date | None]], day: date
) -> None:
    whole = Timeline(tuple(made(f"e{n}", *pair) for n, pair in enumerate(pairs)))
    dated = [event for event in whole if event.earliest or event.latest]
    assert len(whole.between()) == len(dated)
    found = {event.id for event in whole.at(day)}
    for event in dated:
        inside = (event.earliest or date.min) <= day <= (event.latest or date.max)
        assert (event.id in found) == inside


def test_a_table_comes_back_with_what_was_changed_and_only_that(built: Timeline) -> None:
    assert built.from_frame(built.events).event_list == built.event_list
    table = built.events.copy()
    first = table.index[0]
    table.loc[first, "title"] = "Another title"
    table.loc[first, "earliest"] = table.loc[first, "latest"]
    changed = built.from_frame(table.drop(index=table.index[5]))
    assert len(changed) == len(built) - 1
    assert changed[first].title == "Another title"
    assert changed[first].earliest == changed[first].latest == built[first].latest
    assert changed[first].evidence == built[first].evidence
    with pytest.raises(ReadingError, match="no event of this timeline"):
        built.from_frame(table.rename(index={first: "other"}))
    table.loc[first, "latest"] = table.loc[first, "latest"].replace(year=1900)
    with pytest.raises(ReadingError, match="lies after latest"):
        built.from_frame(table)


def test_a_sum_tells_each_event_once(built: Timeline) -> None:
    assert (built + built).event_list == built.event_list
    one = timeline.build(Document("a", "Putin met Xi in Moscow on 4 July 2017."))
    other = timeline.build(
        Document("b", "On 4 July 2017 Putin met Xi Jinping in Moscow. Xi flew to Berlin on 5 July 2017.")
    )
    both = one + other
    assert len(both) == 2
    assert {piece.document for piece in both.event_list[0].evidence} == {"a", "b"}
    assert len(both.extractions) == 2


def test_who_met_whom_is_a_weighted_graph_and_a_path_names_the_events(built: Timeline) -> None:
    met = built.actors()
    weight = met.edges["Donald Trump", "Kim Jong Un"]["weight"]
    assert weight == len(built.involving("Donald Trump", "Kim Jong Un"))
    path = built.path("Ri Yong Ho", "Moon Jae-in")
    assert path[0][0] == "Ri Yong Ho"
    assert path[-1] == ("Moon Jae-in", None)
    for (name, event), (following, _) in pairwise(path):
        assert event is not None
        assert {name, following} <= {participant.name for participant in event.participants}
    assert built.centrality().is_monotonic_decreasing


def test_it_shows_itself_in_words_and_escaped(built: Timeline) -> None:
    bundle = built._repr_mimebundle_()
    assert "120 events" not in repr(built) or len(built) == 120
    assert "happened" in bundle["text/plain"]
    nasty = timeline.build(
        Document("<b>", "Putin <script>alert(1)</script> met Xi in Moscow on 4 July 2017."), title="<i>"
    )
    card = nasty.event_list[0]._repr_html_()
    assert "<script" not in card + nasty._repr_mimebundle_()["text/html"]
    assert "<mark>met</mark>" in card


@given(st.lists(st.tuples(DAYS, DAYS), max_size=30), st.sampled_from([1, 40]))
def test_the_picture_for_where_no_script_runs_shows_or_counts_every_dated_event(
    days: list[tuple[date | None, date | None]], times: int
) -> None:
    events = [made(f"e{n}", *pair) for n, pair in enumerate(days * times)]
    dated = sum(1 for event in events if event.earliest or event.latest)
    drawn = still(events)
    if not dated:
        assert drawn == ""
        return
    root = ElementTree.fromstring(drawn)
    texts = [element.text or "" for element in root.iter() if element.tag.endswith("text")]
    beyond = sum(int(number) for text in texts if text.startswith("not in") for number in re.findall(r"\d+", text))
    marked = sum(1 for element in root.iter() if element.tag.endswith("title"))
    assert marked + beyond == dated or dated > 400


def test_no_label_is_covered_by_another_or_by_a_mark(built: Timeline) -> None:
    for width in (500, 800, 1400):
        layout = laid_out(built.event_list, width=width)
        scale = (width - 160) / (layout.window[1] - layout.window[0]).days
        marks = [(layout.row(p), (begin(p.event) - layout.window[0]).days * scale, p) for p in layout.placed]
        labelled = [p for p in layout.placed if p.label]
        assert len(labelled) > len(built) / 4
        for p in labelled:
            left = (finish(p.event) - layout.window[0]).days * scale + 8
            right = left + len(p.label) * 6
            covers = [q for row, x, q in marks if row == layout.row(p) and q is not p and left < x < right]
            assert not covers, (p.label, covers)


@pytest.mark.parametrize(("long_ago", "first_year"), [(2, 2018), (8, 2018), (20, 1954)])
def test_what_is_told_of_long_ago_does_not_squeeze_the_news(long_ago: int, first_year: int) -> None:
    """Up to a quarter of the events may lie far before the rest, and the drawing opens on the rest."""
    old = [made(f"o{n}", date(1956 + n, 1, 1), date(1956 + n, 1, 1)) for n in range(long_ago)]
    new = [made(f"n{n}", date(2018, 6, 1 + n), date(2018, 6, 1 + n)) for n in range(28)]
    assert laid_out([*old, *new]).window[0].year in (first_year, first_year - 1)


def test_a_notebook_without_scripts_gets_a_picture_and_a_chronology(built: Timeline) -> None:
    for shown in (built, built.explore()):
        data = shown._repr_mimebundle_()
        page = (data[0] if isinstance(data, tuple) else data)["text/html"]
        assert page.startswith('<img alt="A timeline of')
        assert page.count("<tr>") == len(built)
        assert len(page) < 100_000


def test_the_widgets_selection_is_rows_of_the_table(built: Timeline) -> None:
    widget = built.explore()
    heard: list[list[str]] = []
    widget.observe(lambda change: heard.append(change["new"]), names="selected")
    rows = built.at("2018-06-12").events
    widget.selection = rows
    assert list(widget.selection.index) == list(rows.index) == heard[-1]
    widget.selection = ["no such event", rows.index[0]]
    assert list(widget.selection.index) == [rows.index[0]]
    widget.shown = list(rows.index)
    assert len(widget.remaining) == len(rows)
    assert "text/html" in json.dumps(widget._repr_mimebundle_())


def test_without_the_extra_explore_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "anywidget.py").write_text("raise ImportError('not here')")
    code = "import timeline; timeline.Timeline(()).explore()"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONPATH": str(tmp_path)}, check=False
    )
    assert "pip install 'diplomatic-timeline[notebook]'" in done.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    ("edit", "says"),
    [
        ({"do": "hide", "event": "gone"}, "no event 'gone'"),
        ({"do": "type", "event": "e0", "type": "PARTY"}, "type 'PARTY'"),
        ({"do": "date", "event": "e0", "edtf": "soon"}, "soon"),
        ({"do": "merge", "event": "e0", "with": "e0"}, "itself"),
        ({"do": "rename", "event": "e0"}, "title"),
    ],
)
def test_an_edit_that_cannot_be_made_is_told_and_changes_nothing(edit: dict[str, str], says: str) -> None:
    events = [made("e0", date(2018, 1, 1), date(2018, 1, 1))]
    after, problems = apply_edits(events, [edit])
    assert after == events
    assert says in str(problems[0])


def test_an_edit_finds_its_event_by_the_sentence_when_the_id_has_changed() -> None:
    events = [made("new", date(2018, 1, 1), date(2018, 1, 1))]
    after, problems = apply_edits(events, [{"do": "rename", "event": "old", "at": ["d", 5], "title": "Named"}])
    assert (after[0].title, problems) == ("Named", [])


def test_a_file_that_holds_no_edits_says_what_it_should_hold(built: Timeline, tmp_path: Path) -> None:
    file = tmp_path / "edits.json"
    file.write_text('{"edits": [{"do": "fly", "event": "e1"}]}')
    with pytest.raises(ReadingError, match="edit 1 needs an `event` and a `do`"):
        built.with_edits(file)
    with pytest.raises(ReadingError, match="the form is"):
        built.with_edits(tmp_path / "none.json")


def test_sentences_of_timeml_that_stand_as_elements_stay_apart() -> None:
    source = (
        '<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2011-01-17">2011-01-17</TIMEX3></DCT>'
        '<TEXT><s id="1">January 17 , 2011</s><s id="2">Merkel flew to Oslo on '
        '<TIMEX3 tid="t1" type="DATE" value="2011-01-15">Saturday</TIMEX3> .</s></TEXT></TimeML>'
    )
    document, gold = parse_timeml("a.tml", source.encode())
    assert document.text == "January 17 , 2011\nMerkel flew to Oslo on Saturday .\n"
    assert [document.text[time.start : time.end] for time in gold] == ["Saturday"]
    (event,) = timeline.build(document)
    assert str(event.earliest) == "2011-01-15"


def test_a_country_and_the_capital_that_stands_for_it_are_one_actor() -> None:
    texts = ["Moscow and Berlin signed a pact on Monday.", "Russia and France met on Tuesday."]
    built = timeline.build([Document(f"{n}.txt", text) for n, text in enumerate(texts)], "2018-07-06")
    assert set(built.actors()) == {"Russia", "Berlin", "France"}
    assert {name for _, name in built.graph.nodes(data="name") if name} >= {"Russia", "Berlin", "France"}
    assert set(laid_out(built.event_list, "participant").names) == {"Russia"}
    assert [name for name, _ in built.path("Moscow", "France")] == ["Russia", "France"]
