"""The order of the stages, and nothing else: documents in, `Extraction`s and resolved events out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any

from timeline.actors import find_actors
from timeline.dating.choice import choose, date_lines
from timeline.extraction.anchoring import settle
from timeline.extraction.drafts import Draft, pictured
from timeline.extraction.events import Reader
from timeline.extraction.untimed import lead
from timeline.findings import event_of, identity, undated_of
from timeline.knowledge import load_knowledge
from timeline.lang import load_events, load_timex
from timeline.lang.lexicon import Lexicon
from timeline.model import (
    ActorMention,
    Document,
    DocumentDate,
    Event,
    Extraction,
    Problem,
    Sentence,
    TimeExpression,
)
from timeline.parsing.parser import parser
from timeline.resolution import resolve_events
from timeline.tagging.known_days import years_of
from timeline.tagging.normalize import normalize
from timeline.tagging.ranges import joined
from timeline.tagging.timex import finder
from timeline.text.captions import captions
from timeline.text.chosen import is_direction, matters, may_date
from timeline.text.entries import Entries
from timeline.text.plain import plain
from timeline.text.sentences import split_sentences, without_dateline
from timeline.text.stretches import Stretches
from timeline.text.turns import Turns

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True)
class Settings:
    """What a run is told: the documents' date, their language, a knowledge file of the user's, a spaCy model's name, and
    whether what a report opens with is of its day or the day before where it says no day (`news`)."""

    date: DocumentDate | None = None
    language: str = "en"
    knowledge: str | None = None
    model: str | None = None
    news: bool = False


def tag(
    text: str,
    document_date: DocumentDate | None,
    language: str = "en",
    known: Mapping[int, tuple[str, str]] | None = None,
) -> list[TimeExpression]:
    """The time expressions of a text, in order; `known` has the (value, why) of days without a year, by where they start. Needs no
    parser."""
    found = finder(language)
    return normalize(text, found.find(text), found.pack, document_date, known)


def _reread(language: str, text: str, day: date) -> TimeExpression | None:
    """A time expression alone, as written on a day."""
    return next(iter(tag(text, DocumentDate(day, day, "given"), language)), None)


def tag_document(
    document: Document, asked: DocumentDate | None, language: str = "en"
) -> tuple[list[TimeExpression], Document]:
    """The time expressions of a document, and the document with the date that was chosen for it."""
    timexes = tag(document.text, asked or document.date, language)
    decided = choose(document, asked, timexes, tuple, load_knowledge(), partial(_reread, language))
    if decided != (asked or document.date):
        timexes = tag(document.text, decided, language)
    return timexes, replace(document, date=decided)


def problems_of(document: Document, timexes: Sequence[TimeExpression]) -> list[Problem]:
    """Expressions that look like dates and are none ("February 30")."""
    return [
        Problem(document.id, "normalize", time.explanation, f"{time.start}-{time.end}")
        for time in timexes
        if not time.value
    ]


_AT_ONCE = 16  # documents whose sentences are parsed together


def extract_all(documents: Iterable[Document], settings: Settings) -> Iterator[Extraction]:
    """What each document gives, in order; a document that fails gives a Problem and stops no other.

    Raises ReadingError or LanguageError for a knowledge file that cannot be read.
    """
    load_knowledge(settings.knowledge)
    for several in batched(documents, _AT_ONCE):
        prepared = [_attempt(_prepare, document, document, settings) for document in several]
        parsed = _parse([p for p in prepared if isinstance(p, _Prepared)], settings)
        for document, each in zip(several, prepared, strict=True):
            if isinstance(each, Extraction):
                yield each
            else:
                yield _attempt(_finish, document, each, parsed, settings)


def extract_one(document: Document, settings: Settings) -> Extraction:
    """Everything that one document says of events, each with its evidence; not yet merged with others."""
    prepared = _prepare(document, settings)
    return _finish(prepared, _parse([prepared], settings), settings)


def _attempt(stage: Callable[..., Any], document: Document, *arguments: object) -> Any:
    """What a stage returns; where it fails, an Extraction that says so: one bad document must not stop a million."""
    try:
        return stage(*arguments)
    except Exception as error:
        message = f"could not be processed ({type(error).__name__}: {error}); skipped"
        return Extraction(document, problems=(Problem(document.id, "extract", message),))


@dataclass(frozen=True)
class _Prepared:
    """A dated document with its times and names, and the sentences that are to be parsed."""

    document: Document
    timexes: Sequence[TimeExpression]
    entries: Entries
    turns: Turns
    names: Sequence[ActorMention]
    sentences: Sequence[Sentence]
    chosen: Sequence[Sentence]
    lead: Sentence | None  # what a report opens with
    captions: Collection[Sentence]


def _prepare(document: Document, settings: Settings) -> _Prepared:
    text, knowledge = document.text, load_knowledge(settings.knowledge)
    lexicon = _lexicon(document.language)
    words = lexicon.tables["actors"]
    timexes = tag(text, settings.date or document.date, document.language)
    actors = partial(find_actors, _with_small_times(text, timexes), knowledge, words)
    reread = partial(_reread, document.language)
    decided = choose(document, settings.date, timexes, actors, knowledge, reread, words["former"])
    if decided != (settings.date or document.date):
        timexes = tag(text, decided, document.language)
    document = replace(document, date=decided)
    on = decided.latest if decided else None
    names = _outside(find_actors(_with_small_times(text, timexes), knowledge, words, on), timexes)
    if known := years_of(text, timexes, names, knowledge, load_timex(document.language), decided):
        timexes = tag(text, decided, document.language, known)
    times = {time.start: time.end for time in timexes}
    turns = Turns(text, names, lambda label: find_actors(label, knowledge, words, on), lexicon.tables["turns"])
    entries = Entries(text, [*times.items()] if not turns.all else [])
    borders = sorted({*entries.borders, *turns.borders, *date_lines(text, timexes)})
    published = load_timex(document.language).written["published"]
    towns = {name.start: name.end for name in names if name.capital or name.kind == "place"}
    sentences = split_sentences(text, lexicon.tables["abbreviations"], lexicon.openers, borders)
    sentences = [
        s for s in without_dateline(text, sentences, times, towns, published) if not turns.labels(s.start, s.end)
    ]
    dating = Stretches([time for time in timexes if may_date(time, text, lexicon)])
    told = [s for s in sentences if not text[s.start : s.end].isupper()]  # of a heading in capitals nothing is read
    told = [s for s in told if not is_direction(text, s, sentences, timexes, turns)]
    pictured = captions(text, sentences, lexicon.tables["credits"])
    first = lead(text, [s for s in told if s not in pictured]) if not (entries.all or turns.all) else None
    chosen = [s for s in told if s == first or entries.at(s.start) or matters(text, s, dating, lexicon)]
    return _Prepared(document, timexes, entries, turns, names, sentences, chosen, first, pictured)


def _with_small_times(text: str, timexes: Sequence[TimeExpression]) -> str:
    """The text, character for character, with its times in small letters: "In June Merkel met ..." names no June Merkel."""
    pieces, end = [], 0
    for time in timexes:
        pieces += [text[end : time.start], text[time.start : time.end].lower()]
        end = time.end
    whole = "".join([*pieces, text[end:]])
    return whole if len(whole) == len(text) else text  # a few letters become two


def _parse(prepared: Sequence[_Prepared], settings: Settings) -> Iterator[Doc]:
    """The parses of all chosen sentences, in order."""
    for language, same in groupby(prepared, key=lambda each: each.document.language):
        opening = _lexicon(language).time["opening"]
        read = (
            plain(each.document.text, sentence, each.timexes, each.entries.at(sentence.start), opening)
            for each in same
            for sentence in each.chosen
        )
        yield from parser(language, settings.model).parse(read)


def _finish(prepared: _Prepared, parsed: Iterator[Doc], settings: Settings) -> Extraction:
    """The events of a document; takes the parses of its sentences from `parsed`."""
    document, names = prepared.document, prepared.names
    docs = list(islice(parsed, len(prepared.chosen)))
    lexicon = _lexicon(document.language)
    drafts = _drafts(prepared, docs, lexicon, settings)
    dated, lost = settle(drafts, lexicon, load_knowledge(settings.knowledge), names, document.date)
    identities = {draft.offset: identity(document.id, draft) for draft in reversed(dated)}
    events = [event_of(draft, document, lexicon, identities) for draft in dated if draft.earliest or draft.latest]
    undated = [undated_of(draft, document) for draft in dated if not (draft.earliest or draft.latest)]
    undated = [*dict.fromkeys((*undated, *(undated_of(draft, document) for draft in lost)))]  # a sentence of news once
    problems = problems_of(document, prepared.timexes)
    return Extraction(document, tuple(prepared.timexes), tuple(events), tuple(filter(None, undated)), tuple(problems))


def batched(items: Iterable[Document], size: int) -> Iterator[list[Document]]:
    """`items` in lists of `size`, the last one shorter."""
    iterator = iter(items)
    while several := list(islice(iterator, size)):
        yield several


def resolve(extractions: Iterable[Extraction]) -> list[Event]:
    """The events of all documents, the same ones merged."""
    return resolve_events(event for extraction in extractions for event in extraction.events)


@lru_cache(maxsize=4)
def _lexicon(language: str) -> Lexicon:
    return Lexicon(load_events(language))


def _outside(names: Sequence[ActorMention], timexes: Sequence[TimeExpression]) -> list[ActorMention]:
    """Names that are no part of a time ("in May" is not Theresa May)."""
    taken = {position for time in timexes for position in range(time.start, time.end)}
    return [name for name in names if taken.isdisjoint(range(name.start, name.end))]


def _drafts(prepared: _Prepared, docs: Sequence[Doc], lexicon: Lexicon, settings: Settings) -> list[Draft]:
    document, names = prepared.document, prepared.names
    namer = parser(document.language, settings.model).name
    reader = Reader(
        lexicon, document.date, document.text, names, tuple(prepared.sentences), namer, prepared.lead, settings.news
    )
    timexes = Stretches(joined(document.text, prepared.timexes, finder(document.language).pack))
    actors = Stretches(names)
    drafts: list[Draft] = []
    for sentence, doc in zip(prepared.chosen, docs, strict=True):
        entry = prepared.entries.at(sentence.start)
        head = next((time for time in timexes.within(entry) if time.earliest), None) if entry is not None else None
        turn = prepared.turns.at(sentence.start)
        read = reader.read(sentence, doc, timexes.within(sentence), actors.within(sentence), head, turn)
        drafts += pictured(read, document.date) if sentence in prepared.captions else read
    return drafts


def given_date(value: str | date | DocumentDate | None) -> DocumentDate | None:
    """A document date from what a caller may pass. Raises ValueSyntaxError."""
    from timeline.dating.choice import given

    if value is None or isinstance(value, DocumentDate):
        return value
    return given(value.isoformat() if isinstance(value, date) else str(value))
