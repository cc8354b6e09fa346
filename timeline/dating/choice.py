"""The document's date: candidates with their evidence -> one choice, in the order given, metadata, dateline, file name,
the period of a report, inference. A file's modification time is never used."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import lru_cache

from timeline.calendar_time.values import DAY, granularity, parse_day
from timeline.dating.explicit import explicit_date
from timeline.dating.inference import Reread, infer
from timeline.dating.wires import dated_by_offices, dateline_day
from timeline.errors import ValueSyntaxError
from timeline.knowledge import Knowledge
from timeline.lang import TimexPack, load_timex
from timeline.model import ActorMention, Document, DocumentDate, TimeExpression
from timeline.tagging.ranges import joined
from timeline.tagging.surroundings import says_year
from timeline.text.datelines import (
    HEAD,
    PLACE,
    STAMPS,
    UNDATED,
    behind_dateline,
    heading,
    is_dateline,
    published_line,
    published_part,
)
from timeline.text.entries import Entries

_STOP = re.compile(r"\s*[:.–—-]")
_PARTS = re.compile(r"\s*[|•·]\s*|\s+[/–—-]\s+")  # between the parts of a line with author, day and time
_BYLINES, _WEEK = 6, 7  # lines at the top that may be such, and days of a week's review
_TWO = 2  # days of publication and of the last change, which a line may name together
_BEFORE = 40  # characters before a stretch of time in which stands whose it is
_BESIDE = 24  # characters beside the date of a line of its own
_IN_CAPITALS = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.,'’()/-]+(?: [A-ZÀ-Þ.,'’()/-]+){0,3} (?:[—–] )?")  # the place of a dateline
_IN_NAME = re.compile(r"(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)")


def given(text: str) -> DocumentDate:
    """A date from the user: a day, or `earliest/latest`. Raises ValueSyntaxError."""
    first, _, last = text.partition("/")
    earliest = parse_day(first)
    latest = parse_day(last) if last else earliest
    if earliest > latest:
        raise ValueSyntaxError(f"{text!r}: the first day lies after the last; write EARLIEST/LATEST")
    return DocumentDate(earliest, latest, "given", f"given: {text}")


def from_dateline(text: str, timexes: Sequence[TimeExpression], pack: TimexPack) -> DocumentDate | None:
    """A full date in the dateline or in a "Published/Updated" line at the top of the text; none that heads an entry."""
    for line in published_line(pack.written["published"]).finditer(text, 0, min(len(text), HEAD)):
        if found := _full_date(timexes, line.start(), line.end()):
            return _from_line(found, "a “published” line")
        if day := explicit_date(line[0].partition(":")[2].strip() or line[0].strip().split(" ", 1)[-1]):
            return DocumentDate(day, day, "dateline", f"a “published” line says “{line[0].strip()}”")
    entries = Entries(text, [(time.start, time.end) for time in timexes])
    lines = [*re.finditer(r"[^\n]+", text[: heading(text)])]
    listed = [line.span() for line in lines if _has_several(timexes, *line.span())]
    timexes = [time for time in timexes if not entries.heads(time.start)]
    timexes = [time for time in timexes if not any(start <= time.start < end for start, end in listed)]
    place = re.match(r"(?:[^\n]{0,160}\n){0,6}?[^\n]{0,60}?(?=\s(?:--|—|–|_|-)\s)", text[:HEAD])
    if place:
        start = text.rfind("\n", 0, place.end()) + 1
        if found := _full_date(timexes, start, place.end() + 1):
            return _from_line(found, "the dateline")
    for line in lines:
        found = _full_date(timexes, line.start(), line.end())
        named = found and PLACE.fullmatch(text, line.start(), found.start) and _STOP.match(text, found.end)
        opens = found is not None and behind_dateline(text, line.start(), found.start, found.end) is not None
        if found and (named or opens or _IN_CAPITALS.fullmatch(text, line.start(), found.start)):
            return _from_line(found, "the dateline")
    for line in lines:
        found = _full_date(timexes, line.start(), line.end())
        by = PLACE.match(text, line.start(), found.start) if found else None  # "Xinhua, July 7, 2016 Adjust font size:"
        before = by.end() if by and found and by.end() == found.start and line[0].rstrip()[-1] != "." else line.start()
        if found and len(text[before : line.end()].strip()) <= len(found.text) + _BESIDE:
            return _from_line(found, "a line of its own at the top")
        written = line[0].strip()
        heads = any(line.start() <= entry.start < line.end() for entry in entries.all)
        foreign = (
            len(written) <= 40 and not heads and re.search(r"\b\d{1,2}\b.*\b\d{4}\b|\b\d{4}\b.*\b\d{1,2}\b", written)
        )
        if foreign and (day := explicit_date(written.strip("[]() "))):
            return DocumentDate(day, day, "dateline", f"a line of its own at the top says “{written}”")
    for line in lines[:_BYLINES]:  # "By Our Staff | 9 May 2018 | 06:12 BST"
        found = _full_date(timexes, line.start(), line.end())
        parts = _PARTS.split(published_part(pack.written["published"]).sub(" | ", line[0]))
        if found and found.text in map(str.strip, parts):
            return _from_line(found, "a line of parts at the top")
    if (week := _from_week(text, lines[:2], timexes, pack)) is not None:
        return week
    for line in lines[:3]:
        found = _full_date(timexes, line.start(), line.end())
        if found and len(line[0]) <= 100 and not line[0][found.end - line.start() :].strip(" .|,"):
            return _from_line(found, "a line at the top that ends with it")
    return _from_issue(lines[1:4], timexes) or _from_update(text, timexes, pack)


def _from_week(
    text: str, lines: Sequence[re.Match[str]], timexes: Sequence[TimeExpression], pack: TimexPack
) -> DocumentDate | None:
    """The days that a review or an outlook is of, in its title or right below: "The Sahel this week (22-28 January 2024)"."""
    for line in lines:
        for time in timexes:
            inside = line.start() <= time.start and time.end <= line.end() and says_year(time.text)
            if not inside or not time.earliest or not time.latest or line[0].rstrip().endswith("."):
                continue
            if 0 < (time.latest - time.earliest).days <= _WEEK and granularity(time.value.partition("/")[0]) == "D":
                ahead = _any_of(pack.written["ahead"]).search(text, line.start(), line.end()) is not None
                day, which = (time.earliest, "first") if ahead else (time.latest, "last")
                return DocumentDate(day, day, "dateline", f"a line at the top says “{time.text}”: its {which} day")
    return None


def _from_update(text: str, timexes: Sequence[TimeExpression], pack: TimexPack) -> DocumentDate | None:
    """The day on which the text itself says that it was last updated ("when this page was last updated (April 12, 2024)")."""
    for told in _any_of(pack.written["revised"]).finditer(text):
        if found := _full_date(timexes, told.end(), told.end() + _BESIDE):
            return _from_line(found, "the text, of when it was last updated,")
    return None


def _from_period(text: str, timexes: Sequence[TimeExpression], pack: TimexPack) -> DocumentDate | None:
    """The last day of the period that a report says it covers ("covers the period from 2 October 2022 to 30 September 2023"):
    it was written then or soon after."""
    openers = tuple(f" {opener}" for opener, _ in pack.ranges if opener)  # "from", "between"
    for time in joined(text, [time for time in timexes if time.end < HEAD], pack):
        if "/" not in time.value or time.latest is None or not says_year(time.text):
            continue
        before = text[max(0, time.start - _BEFORE) : time.start].lower().rstrip(" ,(")
        said = before.rpartition(" ")[0].rstrip(" ,(") if before.endswith(openers) else before
        if said.endswith(pack.written["covers"]):
            return DocumentDate(time.latest, time.latest, "inferred", f"the report covers “{time.text}”: its last day")
    return None


@lru_cache(maxsize=16)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{'|'.join(words)})\b") if words else re.compile(r"(?!)")


def _from_issue(lines: Sequence[re.Match[str]], timexes: Sequence[TimeExpression]) -> DocumentDate | None:
    """The month or season of an issue, on a line of its own below a title ("(Essay, Spring 2015)"), where the text names no
    later day."""
    for line in lines:
        inside = (t for t in timexes if line.start() <= t.start and t.end <= line.end())
        time = next((t for t in inside if says_year(t.text)), None)
        if time is None or granularity(time.value) not in ("M", "S") or len(line[0].strip()) > len(time.text) + _BESIDE:
            continue
        last = time.latest or date.max
        later = any(t.earliest and says_year(t.text) and t.earliest > last for t in timexes)
        if time.earliest and time.latest and not later:
            said = f"a line at the top says “{time.text}”"
            return DocumentDate(time.earliest, time.latest, "dateline", said)
    return None


def date_lines(text: str, timexes: Sequence[TimeExpression]) -> list[int]:
    """Where the lines at the top begin and end that hold nothing but a full date and perhaps an agency's name ("KYODO NEWS -
    Nov 11, 2022"), and where one begins with a dateline, with or without its date: no sentence goes over that."""
    lead = [time.start for time in timexes if is_dateline(text, time.start, time.end)]
    found = [text.rfind("\n", 0, start) + 1 for start in lead]
    for line in re.finditer(r"[^\n]+", text[:HEAD]):
        if UNDATED.match(line[0]):
            found.append(line.start())
        time = _full_date(timexes, line.start(), line.end())
        rest = f"{text[line.start() : time.start]} {text[time.end : line.end()]}" if time else ""
        behind = text[time.end : line.end()] if time else ""
        opens = line[0].lstrip()[:1].isupper() and not line[0].rstrip().endswith(
            "."
        )  # "Press release 2 December 2021 13:35"
        plain = not re.search(r"\b[a-zß-ÿ]{2,}", behind if opens else rest)
        stamped = time and time.start == line.start() and STAMPS.fullmatch(behind)
        if stamped or (time and len(rest) <= _BESIDE and plain):
            found += line.span()
    return found


def _full_date(timexes: Sequence[TimeExpression], start: int, end: int) -> TimeExpression | None:
    """The first expression between two offsets that names a day with its year."""
    for time in timexes:
        year = re.search(r"(?<!\d)\d{4}(?!\d)|/\d{2}$", time.text)
        if start <= time.start and time.end <= end and year and time.earliest and time.earliest == time.latest:
            return time
    return None


def _has_several(timexes: Sequence[TimeExpression], start: int, end: int) -> bool:
    """Whether a line has full dates of several days, as a page's list of its own issues has."""
    days = {time.earliest for time in timexes if start <= time.start and _full_date([time], start, end)}
    return len(days) > _TWO


def _from_line(time: TimeExpression, where: str) -> DocumentDate:
    assert time.earliest and time.latest
    return DocumentDate(time.earliest, time.latest, "dateline", f"{where} says “{' '.join(time.text.split())}”")


def from_name(name: str) -> DocumentDate | None:
    """A date in a file's name (2018-07-06, 20180706), between 1900 and 2100."""
    for found in _IN_NAME.finditer(name):
        try:
            day = date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            continue
        if 1900 <= day.year <= 2100:
            return DocumentDate(day, day, "filename", f"the file's name has {found[0]}")
    return None


def choose(
    document: Document,
    asked: DocumentDate | None,
    timexes: Sequence[TimeExpression],
    actors: Callable[[], Sequence[ActorMention]],
    knowledge: Knowledge,
    reread: Reread,
    former: Collection[str] = (),
) -> DocumentDate | None:
    """The document's date by the order above; `document.date` holds what its metadata says, and `actors` are looked
    for only where the date has to be inferred. `former` are words before an office that is over ("then")."""
    if asked:
        return asked
    if document.date:
        return document.date
    pack = load_timex(document.language)
    told = from_dateline(document.text, timexes, pack) or from_name(document.id)
    told = told or _from_period(document.text, timexes, pack)
    if told is not None:
        return told
    named = actors()
    inferred = infer(document, timexes, named, knowledge, reread)
    if inferred is not None:
        return _on_the_day(inferred, document.text, timexes)
    return dated_by_offices(document.text, timexes, named, knowledge, pack, former)


def _on_the_day(inferred: DocumentDate, text: str, timexes: Sequence[TimeExpression]) -> DocumentDate:
    """The day of a dateline without a year ("SEOUL, July 7 (Reuters) -"), where it comes once in what was inferred."""
    if (told := dateline_day(text, timexes)) is None:
        return inferred
    time, month, day = told
    found = [d for d in _days_of(inferred) if (d.month, d.day) == (month, day)]
    if len(found) != 1:
        return inferred
    return DocumentDate(found[0], found[0], "inferred", f"the dateline says “{time.text}”; {inferred.explanation}")


def _days_of(span: DocumentDate) -> list[date]:
    return [span.earliest + DAY * n for n in range((span.latest - span.earliest).days + 1)]
