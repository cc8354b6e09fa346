"""The order of the stages, and nothing else: documents in, `Extraction`s and resolved events out."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any

from timeline.actors import find_actors
from timeline.calendar_time.edtf import interval_edtf
from timeline.dating.choice import choose, date_lines
from timeline.extraction.anchoring import settle
from timeline.extraction.drafts import Draft
from timeline.extraction.events import Reader
from timeline.extraction.untimed import lead
from timeline.knowledge import load_knowledge
from timeline.lang import load_events, load_timex
from timeline.lang.lexicon import Lexicon
from timeline.model import (
    ActorMention,
    Document,
    DocumentDate,
    Event,
    Evidence,
    Extraction,
    Participant,
    Place,
    Problem,
    Sentence,
    TimeExpression,
    Undated,
)
from timeline.parsing.parser import parser
from timeline.resolution import resolve_events
from timeline.tagging.known_days import years_of
from timeline.tagging.normalize import normalize
from timeline.tagging.ranges import joined
from timeline.tagging.timex import finder
from timeline.text.captions import captions
from timeline.text.entries import Entries
from timeline.text.sentences import FOOTNOTE, split_sentences, without_dateline
from timeline.text.stretches import Stretches
from timeline.text.turns import Turns
from timeline.titles.title import title_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_OPENING = 2  # words before the time that opens a sentence ("Early on")
_FRONTED = 240  # characters of a clause before the verb that says it
_HEADED = re.compile(r"\s*([:–—-])\s+(?=\w)")  # behind a date that heads a line, alone in its text
_BULLET = re.compile(r"\s*[*•‣▪·–—-]\s+(?=\S)")  # of a list
_LABEL = re.compile(r"[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+){0,2}: (?=[A-ZÀ-Þ])")  # where an entry is about
_RELATIONS = ("since", "after", "before", "following")


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
    dating = Stretches([time for time in timexes if _dates(time, text, lexicon)])
    told = [s for s in sentences if not text[s.start : s.end].isupper()]  # of a heading in capitals nothing is read
    told = [s for s in told if not _is_direction(text, s, sentences, timexes, turns)]
    pictured = captions(text, sentences, lexicon.tables["credits"])
    first = lead(text, [s for s in told if s not in pictured]) if not (entries.all or turns.all) else None
    chosen = [s for s in told if s == first or entries.at(s.start) or _matters(text, s, dating, lexicon)]
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
        plain = (_plain(each, sentence) for each in same for sentence in each.chosen)
        yield from parser(language, settings.model).parse(plain)


def _plain(prepared: _Prepared, sentence: Sentence) -> str:
    """What the parser reads of a sentence, character for character: plain quotes, no marks of footnotes, and the commas
    that news leaves out between a time and a name ("On Monday Macron met ...", "Poland Friday joined ..."), which else are read as one; or
    that are written as a sign of its own ("June 12 – Trump met ..."). The time that heads an entry is left out.
    """
    text = prepared.document.text[sentence.start : sentence.end]
    text = FOOTNOTE.sub(lambda mark: " " * len(mark[0]), text)
    if bullet := _BULLET.match(text):
        text = " " * bullet.end() + text[bullet.end() :]
    entry = prepared.entries.at(sentence.start)
    if entry is not None and sentence.start <= entry.start and (length := entry.body - sentence.start) < len(text):
        text = " " * length + text[length:]  # "June 12: Trump meets Kim"
        if label := _LABEL.match(text, length):
            text = " " * label.end() + text[label.end() :]  # "June 12 - Mali: Soldiers seize power"
    at = bisect_left(prepared.timexes, sentence.start, key=lambda time: time.start)
    if at < len(prepared.timexes) and (first := prepared.timexes[at]).end < sentence.end:
        before, end = text[: first.start - sentence.start], first.end - sentence.start
        if not before.strip(" *•-–—") and (sign := _HEADED.match(text, end)):
            text = f"{text[: sign.start(1)]},{text[sign.end(1) :]}"
        opens = len(before.split()) <= _OPENING and "," not in before
        if opens and text[end - 1].isdigit():  # "In 2014 Russia annexed ...", not "The 2015 Paris accord ..."
            opens = not _lexicon(prepared.document.language).time["opening"].isdisjoint(before.lower().split()[-1:])
        if opens and text[end] == " " and text[end + 1 : end + 2].isupper():
            comma = end - (text[end - 1] == ".")  # "At 9:30 a.m. Kim crossed ..."
            text = f"{text[:comma]},{text[comma + 1 :]}"
    return _DASH.sub("–", text.translate(_PLAIN))


def _finish(prepared: _Prepared, parsed: Iterator[Doc], settings: Settings) -> Extraction:
    """The events of a document; takes the parses of its sentences from `parsed`."""
    document, names = prepared.document, prepared.names
    docs = list(islice(parsed, len(prepared.chosen)))
    lexicon = _lexicon(document.language)
    drafts = _drafts(prepared, docs, lexicon, settings)
    dated, lost = settle(drafts, lexicon, load_knowledge(settings.knowledge), names, document.date)
    identities = {draft.offset: _identity(document.id, draft) for draft in reversed(dated)}
    events = [_event(draft, document, lexicon, identities) for draft in dated if draft.earliest or draft.latest]
    undated = [_undated(draft, document) for draft in dated if not (draft.earliest or draft.latest)]
    undated = [*dict.fromkeys((*undated, *(_undated(draft, document) for draft in lost)))]  # a sentence of news once
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
        # of a picture only what is an act: not "pedestrians watch a news report"
        drafts += [draft for draft in read if sentence not in prepared.captions or draft.type != "OTHER"]
    return drafts


#: A dash that stands between white space, however it is written: the parser reads this one as what it is.
_DASH = re.compile(r"(?<=\s)[-—](?=\s)")
#: Signs that the parser reads better in their plain form; one character each, so offsets hold.
_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "\n": " ",
        "\u00a0": " ",
        "–": "-",
        "_": "-",
        "\t": " ",
    }
)


def _matters(text: str, sentence: Sentence, dating: Stretches[TimeExpression], lexicon: Lexicon) -> bool:
    """Whether a sentence has a time, or counts from an event; only such sentences are parsed."""
    if sentence.end - sentence.start > 2000:
        return False
    if dating.starting_in(sentence):
        return True
    words = {word.strip(".,;:'\"“”‘’()") for word in text[sentence.start : sentence.end].lower().split()}
    return not words.isdisjoint(_RELATIONS) and any(word in lexicon.nouns for word in words)


def _is_direction(
    text: str, sentence: Sentence, sentences: Sequence[Sentence], timexes: Sequence[TimeExpression], turns: Turns
) -> bool:
    """Whether a sentence of a transcript tells of its meeting: one in brackets, or a paragraph of its own that has nothing
    but a clock time ("The meeting rose at 11.40 a.m.")."""
    if not turns.all:
        return False
    if turns.at(sentence.start) and text[sentence.start] in "([" and text[sentence.end - 1] in ")]":
        return True
    at = bisect_left(timexes, sentence.start, key=lambda time: time.start)
    times = [time for time in timexes[at : at + 3] if time.end <= sentence.end]
    clock = bool(times) and all(time.type == "TIME" and ":" in time.value for time in times)
    here = bisect_left(sentences, sentence.start, key=lambda other: other.start)
    beside = [*sentences[max(0, here - 1) : here], *sentences[here + 1 : here + 2]]
    return clock and all(other.paragraph != sentence.paragraph for other in beside)


def _dates(time: TimeExpression, text: str, lexicon: Lexicon) -> bool:
    """Whether a time may date an event; a bare duration does as a term alone ("within a week", "a year deadline")."""
    if time.earliest is not None or time.latest is not None:
        said = lexicon.only_said.search(text, max(0, time.start - 40), time.start)
        if said is None or lexicon.deed_behind.match(text, time.end) is not None:
            return True
        return lexicon.deed_before.search(text, max(0, said.start() - _FRONTED), said.start()) is not None
    if time.type == "DURATION" and time.anchor is None:
        around = text[max(0, time.start - 32) : time.end + 24].lower()
        return any(word in around for word in lexicon.tables["time"]["terms"])
    return time.anchor is not None or time.value.startswith("XXXX-")


def _event(draft: Draft, document: Document, lexicon: Lexicon, identities: Mapping[int, str]) -> Event:
    sentence, quote = draft.sentence, document.text[draft.sentence.start : draft.sentence.end]
    participants = tuple(_participant(mention, role) for mention, role in draft.actors)
    place = (
        Place(draft.place.name, draft.place.id, "place" if draft.place.capital else draft.place.kind)
        if draft.place
        else None
    )
    confidence = 1.0
    for _, part in draft.sureness:
        confidence *= part
    evidence = Evidence(
        document=document.id,
        start=sentence.start,
        end=sentence.end,
        trigger_start=draft.offset,
        trigger_end=draft.offset + len(draft.trigger),
        quote=quote,
        status=draft.status,
        time=draft.time,
        said_by=draft.said_by,
        published=document.date.latest if document.date else None,
        explanation=draft.how,
    )
    return Event(
        id=_identity(document.id, draft),
        title=title_of(draft, lexicon),
        type=draft.type,
        earliest=draft.earliest,
        latest=draft.latest,
        edtf=interval_edtf(draft.earliest, draft.latest),
        status=draft.status,
        recurrence=draft.recurrence,
        participants=participants,
        place=place,
        evidence=(evidence,),
        confidence=round(confidence, 3),
        confidence_parts=draft.sureness,
        explanation=draft.how,
        anchor=_anchored_to(draft, identities),
    )


def _participant(mention: ActorMention, role: str) -> Participant:
    identity, name = (mention.country, mention.name) if mention.capital else (mention.id, mention.name)
    kind = "government" if mention.capital else mention.kind
    return Participant(name, identity, kind, role if not mention.country else f"{role}:{mention.country}")


def _anchored_to(draft: Draft, identities: Mapping[int, str]) -> str | None:
    """What the date is counted from: "after <event id>", or the word where it is a known event outside the text."""
    if draft.anchor is None:
        return None
    if draft.based_on is not None and draft.based_on in identities:
        return f"{draft.anchor.relation} {identities[draft.based_on]}"
    return _anchor_text(draft)


def _anchor_text(draft: Draft) -> str | None:
    if draft.anchor is None:
        return None
    word = draft.anchor.word.text if draft.anchor.word is not None else "the event told before"
    return f"{draft.anchor.relation} {word}"


def _identity(document: str, draft: Draft) -> str:
    """A stable id: the same document and place in it give the same id."""
    counted = draft.time.start if draft.time else draft.status
    seed = f"{document}:{draft.offset}:{draft.trigger.text}:{counted}"
    return "e" + hashlib.blake2s(seed.encode(), digest_size=5).hexdigest()


def _undated(draft: Draft, document: Document) -> Undated | None:
    counted_from_clause = (
        draft.anchor is not None and draft.anchor.word is not None and draft.anchor.word.pos_ == "VERB"
    )
    if counted_from_clause or (draft.time is None and draft.anchor is not None):
        return None
    if document.date is None:
        needs = "the document's date"
    elif draft.time is None:
        needs = f"a day; as news it would be of its report's, {document.date.days}, or the day before (--news)"
    else:
        needs = f"the date of “{_anchor_text(draft) or draft.trigger.text}”"
    quote = document.text[draft.sentence.start : draft.sentence.end]
    return Undated(document.id, draft.time, quote, needs)


def given_date(value: str | date | DocumentDate | None) -> DocumentDate | None:
    """A document date from what a caller may pass. Raises ValueSyntaxError."""
    from timeline.dating.choice import given

    if value is None or isinstance(value, DocumentDate):
        return value
    return given(value.isoformat() if isinstance(value, date) else str(value))
