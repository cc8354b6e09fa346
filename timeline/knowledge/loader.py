"""Reads the knowledge tables (CSV, sources in README.md beside them) into names that can be looked up.

A row of knowledge never becomes an event by itself: only a sentence does.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib import resources
from pathlib import Path

from timeline.calendar_time.values import parse_day
from timeline.errors import LanguageError, ReadingError

_USER_COLUMNS = {
    "kind",
    "name",
    "also",
    "country",
    "office",
    "from",
    "to",
    "start",
    "end",
    "place",
    "parties",
    "months",
    "gender",
}


@dataclass(frozen=True, slots=True)
class Entity:
    """A country, government, person, organisation or place, by its main name."""

    name: str
    id: str
    kind: str
    country: str = ""
    office: str = ""
    since: date | None = None
    until: date | None = None
    gender: str = ""  # f, m, or unknown: whom "she" and "he" can mean


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that comes back: in which months it usually is, and how often (an ISO 8601 period)."""

    name: str
    period: str
    months: tuple[int, ...]
    place: str


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """Something that happened once, on known days; `parties` are country codes or group names."""

    name: str
    start: date
    end: date
    place: str
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """Names to what they mean. Keys of `names` are as written; a capital or demonym is its country's government."""

    names: dict[str, Entity]
    capitals: dict[str, Entity]
    countries: dict[str, Entity]
    families: dict[str, tuple[Entity, ...]]
    meetings: dict[str, Meeting]
    events: dict[str, tuple[KnownEvent, ...]]
    first_names: dict[str, str]  # f or m


#: How the Arabic article before a family's name is written in Latin letters.
_ARTICLES = ("al", "el")


def slug(name: str) -> str:
    """A stable id from a name: lower case ASCII, hyphens.

    >>> slug("Kim Jong Un"), slug("António Guterres")
    ('kim-jong-un', 'antonio-guterres')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "x" + name.encode().hex()[:12]


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split("|") if part.strip()]


def _rows(name: str) -> Iterable[dict[str, str]]:
    text = (resources.files("timeline.knowledge") / name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


@lru_cache(maxsize=8)
def load_knowledge(extra: str | None = None) -> Knowledge:
    """The tables that come with the package, and those of the file `extra` (columns in docs/how-to/knowledge.md).

    Raises ReadingError for a missing file and LanguageError for a row that cannot be read.
    """
    known = Knowledge({}, {}, {}, {}, {}, {}, {})
    families: dict[str, list[Entity]] = {}
    for row in _rows("countries.csv"):
        entity = Entity(row["name"], row["code"], "country", row["code"])
        known.countries[row["code"]] = entity
        for name in [row["name"], *_split(row["also"]), *_split(row["demonyms"])]:
            known.names[name] = entity
        for capital in _split(row["capital"]):
            known.capitals[capital] = entity
    for row in _rows("places.csv"):
        for name in [row["name"], *_split(row["also"])]:
            known.names.setdefault(name, Entity(row["name"], slug(row["name"]), "place", row["country"]))
    for row in _rows("organisations.csv"):
        _add(known, row["name"], row["also"], Entity(row["name"], row["id"], row["kind"], row["country"]))
    for row in _rows("people.csv"):
        _add_person(known, families, row)
    for row in _rows("meetings.csv"):
        _add_meeting(known, row)
    for row in _rows("events.csv"):
        _add_event(known, row)
    for row in _rows("first_names.csv"):
        known.first_names.update(dict.fromkeys(_split(row["names"]), row["gender"]))
    if extra is not None:
        _add_file(known, families, Path(extra))
    known.families.update({name: tuple(entities) for name, entities in families.items()})
    return known


def _add(known: Knowledge, name: str, also: str, entity: Entity) -> None:
    for text in [name, *_split(also)]:
        known.names[text] = entity


def _add_person(known: Knowledge, families: dict[str, list[Entity]], row: dict[str, str]) -> None:
    name = row["name"]
    person = Entity(
        name, slug(name), "person", row.get("country", ""), row.get("office", ""),
        parse_day(row["from"]) if row.get("from") else None, parse_day(row["to"]) if row.get("to") else None,
        row.get("gender", ""),
    )  # fmt: skip
    _add(known, name, row.get("also", ""), person)
    called_by = (family_name(each, person.country) for each in [name, *_spelled(name, row.get("also", ""))])
    for family in dict.fromkeys(form for each in called_by for form in _with_and_without_article(each)):
        families.setdefault(family, []).append(person)


def _with_and_without_article(family: str) -> list[str]:
    """The ways in which news writes a name with the Arabic article: "el-Sisi", "al-Sisi", "Sisi"."""
    article, dash, bare = family.partition("-")
    if not dash or article.lower() not in _ARTICLES:
        return [family]
    return [family, bare, *(f"{each}-{bare}" for article in _ARTICLES for each in (article, article.title()))]


def _spelled(name: str, also: str) -> list[str]:
    """The other spellings of a name: as many words, the first the same ("Volodymyr Zelenskiy")."""
    words = name.split()
    return [each for each in _split(also) if each.split()[:-1] == words[:-1] and len(words) > 1]


def family_name(name: str, country: str) -> str:
    """The name that a person is called by, by the custom of the country: the first word in Korea or China (the family's) and
    in Ethiopia or Thailand (the person's own), else the last.

    >>> family_name("Kim Jong Un", "PRK"), family_name("Mike Pompeo", "USA")
    ('Kim', 'Pompeo')
    """
    words = name.split()
    return words[0] if called(country) == "first" else words[-1]


def called(country: str) -> str:
    """How the people of a country are called: by the "first" of their names, by the "whole", or "" by the last."""
    return _customs().get(country, "")


@lru_cache(maxsize=1)
def _customs() -> dict[str, str]:
    return {row["code"]: row["called"] for row in _rows("countries.csv")}


def _add_meeting(known: Knowledge, row: dict[str, str]) -> None:
    months = tuple(int(month) for month in _split(row["months"]))
    meeting = Meeting(row["name"], row.get("period", "P1Y"), months, row["place"])
    for name in [row["name"], *_split(row["also"])]:
        known.meetings[name.lower()] = meeting


def _add_event(known: Knowledge, row: dict[str, str]) -> None:
    parties = tuple(_split(row["parties"]))
    start = parse_day(row["start"])
    event = KnownEvent(row["name"], start, parse_day(row["end"] or row["start"]), row["place"], parties)
    for name in dict.fromkeys(name.lower() for name in (row["name"], *_split(row["also"]))):
        known.events[name] = (*known.events.get(name, ()), event)


def _add_file(known: Knowledge, families: dict[str, list[Entity]], path: Path) -> None:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError) as error:
        raise ReadingError(f"{path}: cannot read this knowledge file ({error}); give a CSV in UTF-8") from None
    for number, row in enumerate(rows, start=2):
        at = f"{path}:{number}"
        if unknown := {key for key in row if key} - _USER_COLUMNS:
            raise LanguageError(
                f"{at}: unknown column {sorted(unknown)[0]!r}; allowed: {', '.join(sorted(_USER_COLUMNS))}"
            )
        row = {key: (value or "") for key, value in row.items() if key} | {"period": "P1Y"}
        row = {column: row.get(column, "") for column in (*_USER_COLUMNS, "period")}
        try:
            match row["kind"]:
                case "person":
                    _add_person(known, families, row)
                case "organisation" | "place" | "country":
                    entity = Entity(row["name"], slug(row["name"]), row["kind"], row["country"])
                    _add(known, row["name"], row["also"], entity)
                case "meeting":
                    _add_meeting(known, row)
                case "event":
                    _add_event(known, row)
                case kind:
                    kinds = "person, organisation, place, country, meeting, event"
                    raise LanguageError(f"{at}: kind {kind!r} is unknown; use one of {kinds}")
        except ValueError as error:
            if isinstance(error, LanguageError):
                raise
            raise LanguageError(f"{at}: {error}") from None
