"""What users and their scripts rely on: imports, speed of import, the same bytes, round trips, messages."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest
from conftest import ROOT, SEEDS

import timeline
from timeline import Timeline

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def test_importing_the_package_loads_nothing_heavy() -> None:
    heavy = "{'spacy', 'plotly', 'pandas', 'numpy', 'networkx', 'dateparser', 'trafilatura', 'pypdf'}"
    code = f"import sys, timeline; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


def test_what_is_installed_holds_every_module_and_data_file(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    shutil.copytree(ROOT / "timeline", source / "timeline", ignore=shutil.ignore_patterns("__pycache__"))
    wheel = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        tmp_path,
        source,
    ]
    subprocess.run(list(map(str, wheel)), check=True, capture_output=True)
    packed = set(zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist())
    wanted = {str(path.relative_to(source)) for path in (source / "timeline").rglob("*") if path.is_file()}
    assert wanted - packed == set()


def test_two_hash_seeds_give_the_same_bytes(tmp_path: Path) -> None:
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "timeline", "report", str(SEEDS), "-o", str(tmp_path / f"{seed}.html")]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True)
    assert (tmp_path / "1.html").read_bytes() == (tmp_path / "2.html").read_bytes()


@pytest.mark.parametrize("suffix", [".csv", ".jsonl"])
def test_a_table_that_was_written_reads_back_the_same(built: Timeline, tmp_path: Path, suffix: str) -> None:
    again = timeline.build(built.export(tmp_path / f"events{suffix}"))
    assert again.event_list == built.event_list
    assert not again.problems


def test_every_export_can_be_read_by_those_it_is_for(built: Timeline, tmp_path: Path) -> None:
    dated = [event for event in built if event.earliest or event.latest]
    assert len(pd.read_parquet(built.export(tmp_path / "e.parquet"))) == len(built)
    assert len(json.loads(built.export(tmp_path / "e.json").read_text())["events"]) == len(dated)
    assert len(json.loads(built.export(tmp_path / "e.jsonld").read_text())["@graph"]) == len(built)
    ics = built.export(tmp_path / "e.ics").read_bytes()
    assert ics.count(b"BEGIN:VEVENT") == len(dated)
    assert max(map(len, ics.split(b"\r\n"))) <= 75
    for name, read in (("e.graphml", nx.read_graphml), ("e.gexf", nx.read_gexf)):
        assert set(read(built.export(tmp_path / name)).nodes) == set(built.graph.nodes)


def test_the_graph_orders_what_is_certainly_before(built: Timeline) -> None:
    graph = built.graph
    before = [(a, b) for a, b, d in graph.edges(data=True) if d["relation"] == "before"]
    assert before
    for a, b in before:
        assert built[a].latest < built[b].earliest  # type: ignore[operator]
    order = nx.DiGraph(before)
    assert nx.is_directed_acyclic_graph(order)
    assert nx.transitive_reduction(order).number_of_edges() == len(before)
    anchored = [d["anchor"] for *_, d in graph.edges(data=True) if d["relation"] == "anchored_to"]
    assert anchored


def test_tables_have_their_documented_types(built: Timeline) -> None:
    events, mentions = built.events, built.mentions
    assert len(events) == len(built)
    assert events.index.is_unique
    assert str(events["earliest"].dtype).startswith("datetime64")
    assert isinstance(events["status"].dtype, pd.CategoricalDtype)
    assert set(mentions["event"]) == set(events.index)


def test_the_figure_draws_every_dated_event_and_counts_the_rest(built: Timeline) -> None:
    figure = built.figure()
    drawn = sum(len(trace.ids) for trace in figure.data if trace.ids is not None)
    assert drawn + figure.layout.meta["undated"] == len(built)
    for lanes in ("status", "participant", "place", "source"):
        assert built.figure(lanes=lanes).data
    assert timeline.Timeline(()).figure().data == ()


def test_a_notebook_gets_html_and_the_figure(built: Timeline) -> None:
    bundle = built._repr_mimebundle_()
    assert {"text/plain", "text/html", "application/vnd.plotly.v1+json"} <= set(bundle)
    json.dumps(bundle)


def test_a_bad_line_loses_no_other(run: Run, tmp_path: Path, built: Timeline) -> None:
    good = '{"text": "Putin met Xi in Moscow on %s July 2017.\u2028", "id": "%s"}'
    lines = [good % (1, "a"), "no JSON", '{"text": "x", "date": "some day"}', good % (4, "b")]
    (tmp_path / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = run("extract", tmp_path / "news.jsonl")
    assert [line.split(": ")[1].split()[:2] for line in done.stderr.splitlines()] == [["line", "2"], ["line", "3"]]
    assert "2017-07-01" in done.stdout
    assert "2017-07-04" in done.stdout
    table = built.export(tmp_path / "events.csv")
    rows = pd.read_csv(table, dtype=str)
    rows.loc[3, "evidence"] = "changed by mistake"
    rows.to_csv(table, index=False)
    again = timeline.build(table)
    assert len(again) == len(built) - 1
    assert [problem.message.split(":")[0].split()[0] for problem in again.problems] == ["row"]


def test_a_missing_knowledge_file_is_said_once(run: Run, tmp_path: Path) -> None:
    done = run("extract", SEEDS, "--knowledge", tmp_path / "none.csv")
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "none.csv: cannot read this knowledge file" in done.stderr


BAD_INPUT = [
    ("empty.txt", b"", "empty.txt: empty. Skipped. Is this the right file?"),
    ("binary.txt", b"\x00\x01\x02\xff" * 50, "binary.txt: binary data, no text. Skipped."),
    ("latin.txt", "Le 6 août à Genève".encode("latin-1"), "latin.txt: not UTF-8 text (byte 0xfb at 7). Skipped."),
    ("scan.pdf", None, "scan.pdf: no text could be read (is it scanned?). Skipped. Run OCR first, or pass the text."),
    ("broken.pdf", b"%PDF-1.7 nonsense", "broken.pdf: not a readable PDF"),
    ("page.html", b"<html><body></body></html>", "page.html: no article text found in this page. Skipped."),
    (
        "lines.jsonl",
        b'{"text": "They met on 3 May 2018."}\n{"text": 5}\n',
        'lines.jsonl: line 2 has no "text"; give {"text": "..."}. Skipped, the other lines are read.',
    ),
    ("table.csv", b"a,b\n1,2\n", "table.csv: a CSV without the columns of an events table. Skipped."),
]


@pytest.mark.parametrize(("name", "data", "message"), BAD_INPUT, ids=[name for name, *_ in BAD_INPUT])
def test_a_bad_file_is_named_and_the_good_one_beside_it_is_done(
    run: Run, tmp_path: Path, name: str, data: bytes | None, message: str
) -> None:
    if data is None:
        from pypdf import PdfWriter

        writer, out = PdfWriter(), io.BytesIO()
        writer.add_blank_page(200, 200)
        writer.write(out)
        data = out.getvalue()
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text("Putin met Xi in Moscow on 4 July 2017.")
    done = run("extract", tmp_path)
    assert done.returncode == 1
    assert message in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "2017-07-04" in done.stdout


def test_wrong_usage_exits_with_2_and_says_what_is_allowed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("They met on Friday.")
    done = run("extract", tmp_path / "a.txt", "--date", "2018-02-30")
    assert done.returncode == 2
    assert done.stderr.startswith("timeline: --date: '2018-02-30' is no calendar date")
    done = run("export", tmp_path / "a.txt", "-o", tmp_path / "a.docx")
    assert done.returncode == 2
    assert "use one of .csv" in done.stderr
    assert run("tag", tmp_path / "a.txt", "--format", "xml").returncode == 2
    assert run("report").returncode == 2


def test_a_missing_path_exits_with_1(run: Run) -> None:
    done = run("extract", "nowhere/*.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "nowhere/*.txt: no such file or folder. Nothing read. Check the path.\n"


def test_standard_input_files_folders_and_globs_are_read(run: Run, tmp_path: Path) -> None:
    text = "Putin met Xi in Moscow on 4 July 2017."
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text(text)
    given = (("-",), (tmp_path,), (f"{tmp_path}/**/*.txt",), (tmp_path / "sub" / "a.txt",))
    for inputs in given:
        done = run("extract", *inputs, stdin=text)
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout)["earliest"] == "2017-07-04"


def test_tag_writes_timeml_that_reads_back(run: Run, tmp_path: Path) -> None:
    text = 'On Friday & "soon" <they> met — early July.\r\nThe end.'
    document = run("tag", "-", "--date", "2018-07-06", "--format", "timeml", stdin=text).stdout
    (tmp_path / "a.tml").write_text(document, newline="")
    first = json.loads(run("tag", "-", "--date", "2018-07-06", stdin=text).stdout)
    again = json.loads(run("tag", tmp_path / "a.tml").stdout)
    assert again["timexes"] == first["timexes"]


def test_a_published_line_and_a_foreign_date_date_the_document() -> None:
    for head in ("Published: July 6, 2018\n\n", "6 juillet 2018\n\n", "MOSCOW, 6 July 2018 — "):
        timexes = timeline.build([timeline.Document("x.txt", f"{head}Putin met Xi on Tuesday.")])
        assert str(timexes.event_list[0].earliest) == "2018-07-03", head


def test_the_repository_speaks_of_the_product_only() -> None:
    words = re.compile(r"/work/|/tmp/|\bCEO\b|pypi-more|pythonhosted|registry\.npm")
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split(
        "\n"
    )
    for name in filter(None, tracked):
        path = ROOT / name
        if path.suffix in (".pdf", ".png") or path.name == "test_contracts.py" or not path.is_file():
            continue
        assert not words.search(path.read_text(encoding="utf-8")), name
