"""Finds who and where: names in a text -> `ActorMention`s with one identity through the document.

Countries, places, organisations and full names come from knowledge; `people` finds who else is named.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache

from timeline.knowledge.loader import Entity, Knowledge, family_name
from timeline.model import ActorMention
from timeline.people import People, in_office, mention_of

#: A word in capitals, and the words with a capital right beside it.
_CAPITALS = re.compile(
    r"(?:\b(?P<before>[A-ZÀ-Þ][\w.'-]*) )?\b(?P<family>[A-ZÀ-Þ]{2,}(?:-[A-ZÀ-Þ]{2,})?)\b(?= (?P<behind>[A-ZÀ-Þ][a-zß-ÿ]+))?"
)
_ROMAN = re.compile(r"[IVX]+")  # "John Paul II"
_PREFIX = 8  # characters before a name in which a prefix stands


def find_actors(
    text: str, knowledge: Knowledge, words: Mapping[str, Collection[str]], on: date | None = None
) -> list[ActorMention]:
    """Every known or introduced actor and place of `text`, in order, none overlapping another.

    `words` is the table [actors] of the language; `on` is the document date: it decides between holders of the same
    family name.
    """
    plain = _names_as_usual(text.replace("’", "'"), knowledge, words["titles"])
    known = [m for m in _full_names(plain, knowledge, on) if not _of_another_thing(plain, m.start, words)]
    known = [mention for mention in known if not _of_another(plain, mention, known)]
    known = [mention for mention in known if not _is_the_rest(plain, mention, words["departments"])]
    taken = {position for mention in known for position in range(mention.start, mention.end)}
    people = People(plain, knowledge, words, on, taken).find(known)
    known += [person for person in people if not _of_another_thing(plain, person.start, words)]
    known = [mention for mention in known if not _is_anybodys(mention, known, words["generic"])]
    known += _pairs(plain, knowledge, known)
    known += _halves(plain, knowledge, known, words["halves"])
    return sorted(known, key=lambda mention: mention.start)


def _names_as_usual(plain: str, knowledge: Knowledge, titles: Collection[str]) -> str:
    """The same text, its length kept, with family names that stand in capitals beside the person's title or other names written as
    elsewhere: "Mr. KISHIDA Fumio", "Chancellor Olaf SCHOLZ"."""

    def usual(found: re.Match[str]) -> str:
        before, family, behind = found["before"] or "", found["family"], found["behind"] or ""
        titled, beside = before in titles, behind not in titles and behind
        known = family.title() in knowledge.families and (titled or beside or before[1:].islower())
        introduced = (titled and beside) or before in knowledge.first_names
        if family in knowledge.names or _ROMAN.fullmatch(family) or not (known or introduced):
            return found[0]
        return found[0][: -len(family)] + family.title()

    return _CAPITALS.sub(usual, plain)


@lru_cache(maxsize=8)
def _index(knowledge: Knowledge) -> tuple[dict[str, Entity], dict[str, list[str]]]:
    """Every name with what it means, and the names by their first word, the longest first."""
    turned = {" ".join(reversed(name.split())): e for name, e in knowledge.names.items() if _has_two_names(name, e)}
    tables = {**turned, **knowledge.capitals, **knowledge.names}
    index: dict[str, list[str]] = defaultdict(list)
    for name in tables:
        index[_first(name)].append(name)
    for found in index.values():
        found.sort(key=len, reverse=True)
    return tables, dict(index)


def _has_two_names(name: str, entity: Entity) -> bool:
    """Whether a person has a first and a family name, which may stand the other way round ("Kishida Fumio")."""
    return entity.kind == "person" and name.count(" ") == 1


def _first(name: str) -> str:
    found = re.match(r"[^\W_]+", name)
    return found[0] if found else name


def _full_names(plain: str, knowledge: Knowledge, on: date | None) -> list[ActorMention]:
    tables, index = _index(knowledge)
    found: list[ActorMention] = []
    position = 0
    for word in re.finditer(r"[^\W_]+", plain):
        if word.start() < position or word[0] not in index:
            continue
        for name in index[word[0]]:
            end = word.start() + len(name)
            if plain.startswith(name, word.start()) and not plain[end : end + 1].isalnum():
                entity = _as_of(tables[name], knowledge, on)
                # a city state ("Singapore summit") is the city as much as the country
                capital = knowledge.capitals.get(name, entity) is entity and name in knowledge.capitals
                found.append(mention_of(word.start(), end, name if capital else entity.name, entity, capital))
                position = end
                break
    return found


def _as_of(entity: Entity, knowledge: Knowledge, on: date | None) -> Entity:
    """A person in the office of that day, where they have held several."""
    if entity.kind != "person" or on is None:
        return entity
    others = knowledge.families.get(family_name(entity.name, entity.country), ())
    return next((other for other in others if other.id == entity.id and in_office(other, on)), entity)


def _of_another_thing(plain: str, start: int, words: Mapping[str, Collection[str]]) -> bool:
    """Whether a name is only the latter half of a word ("anti-Castro", "pro-Russian") or a ship's ("USS Ronald Reagan")."""
    before = plain[max(0, start - _PREFIX) : start]
    if any(
        plain.startswith(whole, start - at) for whole in words["no_country"] if (at := whole.find(" ") + 1) <= start
    ):
        return True  # "the South American country"
    return before.lower().endswith(tuple(words["against"])) or not {*words["ships"]}.isdisjoint(
        before.split(" ")[-2:-1]
    )


def _of_another(plain: str, body: ActorMention, known: Collection[ActorMention]) -> bool:
    """Whether a body of one country is called another's: "Kenya's Supreme Court" is not the American one."""
    if body.kind not in ("organisation", "government") or not body.country or body.capital:
        return False
    owners = {
        m.country or m.id for m in known if m.kind == "country" and plain[m.end : body.start] in ("'s ", "' ", " ")
    }
    return bool(owners) and body.country not in owners


def _is_the_rest(plain: str, body: ActorMention, departments: Collection[str]) -> bool:
    """Whether a body's name is but the end of another: "Defence and Security Council" is not the United Nations'."""
    before = re.search(r"(\w+) and $", plain[max(0, body.start - 30) : body.start])
    return body.kind == "organisation" and before is not None and before[1] in departments


def _is_anybodys(body: ActorMention, known: Collection[ActorMention], generic: Collection[str]) -> bool:
    """Whether a body that many countries have is of none that the text names: "Peru's president dissolved Congress"."""
    return body.name in generic and not any(
        m.country == body.country or m.id == body.country for m in known if m.id != body.id
    )


def _halves(plain: str, knowledge: Knowledge, known: list[ActorMention], names: Collection[str]) -> list[ActorMention]:
    """ "The North" where the text names North Korea; of lands that are one of two `names` halves, and not of South Africa."""
    halves: dict[str, dict[str, ActorMention]] = {}
    for mention in known:
        half, _, rest = mention.name.partition(" ")
        if mention.kind == "country" and half in names and all(f"{other} {rest}" in knowledge.names for other in names):
            halves.setdefault(half, {})[mention.id] = mention
    taken = {position for mention in known for position in range(mention.start, mention.end)}
    found = []
    for word in re.finditer(rf"(?<=\b[Tt]he )({'|'.join(names)})\b(?='s\b| [a-z]|[.,;])(?! (?:of|and)\b)", plain):
        named = halves.get(word[1], {})
        if len(named) == 1 and word.start() not in taken:
            found.append(replace(next(iter(named.values())), start=word.start(), end=word.end()))
    return found


def _pairs(plain: str, knowledge: Knowledge, known: list[ActorMention]) -> list[ActorMention]:
    """The first of two countries that share a word: "North and South Korea" is North Korea too."""
    found: list[ActorMention] = []
    for mention in known:
        words = mention.name.split()
        before = re.search(r"\b([A-Z][a-z]+) and $", plain[max(0, mention.start - 20) : mention.start])
        if mention.kind != "country" or len(words) != 2 or not before:
            continue
        other = knowledge.names.get(f"{before[1]} {words[1]}")
        if other and other.kind == "country":
            start = mention.start - len(before[0])
            found.append(mention_of(start, start + len(before[1]), other.name, other))
    for pair in re.finditer(r"\b([Tt]wo|[Bb]oth|[Tt]he) ([A-Z][a-z]+)s\b", plain):
        alike = [e for e in knowledge.countries.values() if e.name.split()[-1] == pair[2] and " " in e.name]
        if len(alike) == 2 and not any(m.start < pair.end() and pair.start() < m.end for m in known):
            # "the two Koreas": one stands at each of the two words
            found += [mention_of(*pair.span(place), each.name, each) for place, each in zip((1, 2), alike, strict=True)]
    return found
