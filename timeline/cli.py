"""The command line: arguments -> Timeline. Results go to standard output or `-o`, problems and progress to stderr."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Optional

import typer

from timeline import pipeline, records
from timeline.errors import FormatError, TimelineError, ValueSyntaxError
from timeline.model import Document, DocumentDate, Problem
from timeline.readers import Read, read_inputs
from timeline.timeline import Timeline, build_from

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="From news text to a timeline that a reader can check.",
)

Inputs = Annotated[
    list[str],
    typer.Argument(metavar="INPUT...", help="Files, folders, globs, - for standard input, or an events file."),
]
DateOption = Annotated[
    Optional[str],
    typer.Option("--date", help="The documents' date, YYYY-MM-DD (or EARLIEST/LATEST); it overrides theirs."),
]
LanguageOption = Annotated[str, typer.Option("--language", help="The documents' language.")]
KnowledgeOption = Annotated[
    Optional[Path], typer.Option("--knowledge", help="A CSV of people, organisations, meetings and events of your own.")
]
NewsOption = Annotated[
    bool,
    typer.Option("--news", help="What a report opens with and gives no day for is of its date or the day before."),
]


@app.command(epilog="Example: timeline report articles/ -o report.html --title 'The Singapore summit'")
def report(
    inputs: Inputs,
    output: Annotated[Path, typer.Option("-o", "--output", help="Where the report goes.")] = Path("report.html"),
    date: DateOption = None,
    title: Annotated[str, typer.Option("--title", help="The report's title.")] = "Timeline",
    language: LanguageOption = "en",
    knowledge: KnowledgeOption = None,
    news: NewsOption = False,
    plotlyjs: Annotated[
        str, typer.Option("--plotlyjs", help="inline, cdn, or the path of a plotly.js file to put in instead.")
    ] = "inline",
    edits: Annotated[
        Optional[Path], typer.Option("--edits", help="Corrections that a report saved (edits.json).")
    ] = None,
    interface: Annotated[str, typer.Option("--interface", help="The language of the page's own words: en, es.")] = "en",
) -> None:
    """Write an interactive HTML report: one file, no network needed."""
    timeline = _build(inputs, date, language, knowledge, title, news)
    if edits is not None:
        timeline = timeline.with_edits(edits)
    path = timeline.report(output, plotlyjs=plotlyjs, interface=interface)
    size = path.stat().st_size / 1e6
    typer.echo(f"{path}: {_count(timeline)}, {size:.1f} MB")
    _finish(timeline.problems)


@app.command(epilog="Example: timeline extract article.txt --date 2018-07-06 -o events.jsonl")
def extract(
    inputs: Inputs,
    output: Annotated[
        Optional[Path], typer.Option("-o", "--output", help="Where the events go; format by suffix.")
    ] = None,
    date: DateOption = None,
    language: LanguageOption = "en",
    knowledge: KnowledgeOption = None,
    news: NewsOption = False,
) -> None:
    """Write the events, one a line as JSON."""
    timeline = _build(inputs, date, language, knowledge, "Timeline", news)
    if output is None:
        for event in timeline:
            typer.echo(json.dumps(records.to_record(event), ensure_ascii=False))
    else:
        typer.echo(f"{timeline.export(output)}: {_count(timeline)}", err=True)
    _finish(timeline.problems)


@app.command(epilog="Example: timeline export articles/ -o events.csv")
def export(
    inputs: Inputs,
    output: Annotated[Path, typer.Option("-o", "--output", help="A file; its suffix decides the format.")],
    date: DateOption = None,
    language: LanguageOption = "en",
    knowledge: KnowledgeOption = None,
    news: NewsOption = False,
) -> None:
    """Write the events for other programs, by suffix: .csv .jsonl .parquet .json (TimelineJS) .ics .jsonld .graphml .gexf"""
    from timeline.exports import EXPORTERS

    if output.suffix.lower() not in EXPORTERS:
        known = " ".join(EXPORTERS)
        raise FormatError(f"{output}: no format for the suffix {output.suffix!r}; use one of {known}")
    timeline = _build(inputs, date, language, knowledge, "Timeline", news)
    typer.echo(f"{timeline.export(output)}: {_count(timeline)}", err=True)
    _finish(timeline.problems)


@app.command(epilog="Example: timeline tag article.txt --date 2018-07-06 --format table")
def tag(
    inputs: Inputs,
    date: DateOption = None,
    format: Annotated[str, typer.Option("--format", help="jsonl, timeml or table.")] = "jsonl",
    language: LanguageOption = "en",
) -> None:
    """Write the time expressions of each document."""
    from timeline.exports.timexes import FORMATS

    if format not in FORMATS:
        raise FormatError(f"--format {format!r} is unknown; use one of {', '.join(FORMATS)}")
    given = pipeline.given_date(date)
    problems: list[Problem] = []
    for read in _reads(inputs):
        if isinstance(read, Document):
            timexes, dated = pipeline.tag_document(read, given, language)
            typer.echo(FORMATS[format](dated, timexes))
            problems += pipeline.problems_of(dated, timexes)
        elif isinstance(read, Problem):
            problems.append(read)
    _finish(problems)


@app.command(epilog="Example: timeline evaluate --timeml corpora/TimeBank --errors")
def evaluate(
    timeml: Annotated[Path, typer.Option("--timeml", help="A folder of TimeML documents.")],
    errors: Annotated[bool, typer.Option("--errors", help="Show each miss, wrong value and spurious span.")] = False,
    part: Annotated[str, typer.Option("--part", help="all, dev (a fifth, by file name) or rest.")] = "all",
) -> None:
    """Score the tagger as TempEval-3 does: strict, relaxed, type and value F1.

    Read errors of the rest only, so that the fifth held out stays unseen by who writes rules.
    """
    from timeline.evaluation import PARTS, score_folder

    if part not in PARTS:
        raise FormatError(f"--part {part!r} is unknown; use one of {', '.join(PARTS)}")
    score = score_folder(timeml, part)
    if errors:
        for line in score.errors:
            typer.echo(line)
    typer.echo(score.line())


def main() -> None:
    """The `timeline` command: exit 0 done, 1 something could not be processed, 2 wrong usage."""
    for chatty in ("pypdf", "trafilatura", "htmldate"):  # what they warn of comes as a Problem, in one line
        logging.getLogger(chatty).setLevel(logging.CRITICAL)
    try:
        app()
    except (ValueSyntaxError, FormatError) as error:
        typer.echo(f"timeline: {error}", err=True)
        sys.exit(2)
    except TimelineError as error:
        typer.echo(f"timeline: {error}", err=True)
        sys.exit(1)


def _build(
    inputs: list[str], date: str | None, language: str, knowledge: Path | None, title: str, news: bool
) -> Timeline:
    own = str(knowledge) if knowledge else None
    settings = pipeline.Settings(date=_date(date), language=language, knowledge=own, news=news)
    return build_from(_progress(_reads(inputs)), settings, title)


def _date(text: str | None) -> DocumentDate | None:
    try:
        return pipeline.given_date(text)
    except ValueSyntaxError as error:
        raise ValueSyntaxError(f"--date: {error}") from None


def _reads(inputs: list[str]) -> Iterator[Read]:
    return read_inputs(inputs, lambda: sys.stdin.buffer.read())


def _progress(reads: Iterator[Read]) -> Iterator[Read]:
    """A bar on stderr while documents are read, when it is a terminal."""
    if not sys.stderr.isatty():
        yield from reads
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("Reading", total=None)
        for read in reads:
            progress.advance(bar)
            yield read


def _count(timeline: Timeline) -> str:
    documents = len(timeline.extractions)
    sources = f" from {documents} document{'s' * (documents != 1)}" if documents else ""
    undated = f", {len(timeline.undated)} undated mentions" if timeline.undated else ""
    return f"{len(timeline)} event{'s' * (len(timeline) != 1)}{sources}{undated}"


def _finish(problems: tuple[Problem, ...] | list[Problem]) -> None:
    """Names each problem on stderr; exit 1 where a document was lost, not where one expression kept its text only."""
    for problem in problems:
        typer.echo(str(problem), err=True)
    if any(problem.stage != "normalize" for problem in problems):
        raise typer.Exit(1)
