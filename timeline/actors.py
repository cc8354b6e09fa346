"""Finds who and where: names in a text -> `ActorMention`s with one identity through the document.

Full names and countries come from knowledge and from titles ("Foreign Minister Jane Doe"); a family name alone is
whoever bore it last in the text, else the holder of the highest office.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache

from timeline.knowledge.loader import Entity, Knowledge, family_name, slug
from timeline.model import ActorMention

_CAPITAL = re.compile(r"[A-ZÀ-Þ][\w’'-]+")
# A first name, and what may follow: "Nasser Judeh", "Adel al-Jubeir", "Staffan de Mistura".
_PARTICLE = r"(?:(?:al|el|ad|as|ash|bin|ben|ibn|abu|de|da|dos|del|di|van|von|der|den|ter|la|le|du)[ -])?"
_PERSON = rf"((?:[A-ZÀ-Þ][\w'-]+\s+){_PARTICLE}[A-ZÀ-Þ][\w'-]+(?:\s+{_PARTICLE}[A-ZÀ-Þ][\w'-]+)?)"
_LATELY = 1000  # days after which a former minister is no longer called by the family name alone
_NEAR = 2  # paragraph ends up to which the last full name decides a family name alone
_RANK = (
    "supreme leader",
    "president",
    "king",
    "prime minister",
    "chancellor",
    "premier",
    "general secretary",
    "secretary-general",
    "chairman",
)


@lru_cache(maxsize=8)
def _index(knowledge: Knowledge) -> tuple[dict[str, Entity], dict[str, list[str]]]:
    """Every name with what it means, and the names by their first word, the longest first."""
    tables = {**knowledge.capitals, **knowledge.names}
    index: dict[str, list[str]] = defaultdict(list)
    for name in tables:
        index[_first(name)].append(name)
    for found in index.values():
        found.sort(key=len, reverse=True)
    return tables, dict(index)


def _first(name: str) -> str:
    found = re.match(r"[^\W_]+", name)
    return found[0] if found else name


def find_actors(
    text: str, knowledge: Knowledge, words: Mapping[str, Collection[str]], on: date | None = None
) -> list[ActorMention]:
    """Every known or introduced actor and place of `text`, in order, none overlapping another.

    `words` is the table [actors] of the language; `on` is the document date: it decides between holders of the same
    family name.
    """
    titles = words["titles"]
    plain = text.replace("’", "'")
    known = [m for m in _full_names(plain, knowledge, on) if not _against(plain, m.start, words["against"])]
    taken = {position for mention in known for position in range(mention.start, mention.end)}
    known += _introduced(plain, titles, taken, known, knowledge.first_names)
    taken |= {position for mention in known for position in range(mention.start, mention.end)}
    known += _by_first_name(plain, words["no_person"], {*titles, *words["openers"]}, taken, knowledge.first_names)
    taken |= {position for mention in known for position in range(mention.start, mention.end)}
    family = _family_names(plain, knowledge, {*titles, *words["openers"]}, known, taken, on, words)
    known += [m for m in family if not _against(plain, m.start, words["against"])]
    known += _pairs(plain, knowledge, known)
    return sorted(known, key=lambda mention: mention.start)


def _against(plain: str, start: int, prefixes: Collection[str]) -> bool:
    """Whether a name is only the latter half of a word: "anti-Castro", "pro-Russian"."""
    return plain[max(0, start - 8) : start].lower().endswith(tuple(prefixes))


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
                found.append(_mention(word.start(), end, name if capital else entity.name, entity, capital))
                position = end
                break
    return found


def _as_of(entity: Entity, knowledge: Knowledge, on: date | None) -> Entity:
    """A person in the office of that day, where they have held several."""
    if entity.kind != "person" or on is None:
        return entity
    others = knowledge.families.get(family_name(entity.name, entity.country), ())
    return next((other for other in others if other.id == entity.id and _in_office(other, on)), entity)


def _mention(start: int, end: int, name: str, entity: Entity, capital: bool = False) -> ActorMention:
    identity = slug(name) if capital else entity.id
    return ActorMention(start, end, name, identity, entity.kind, entity.country, capital, entity.gender)


def _introduced(
    plain: str, titles: Collection[str], taken: set[int], known: Collection[ActorMention], genders: Mapping[str, str]
) -> list[ActorMention]:
    """People who are not in knowledge, brought in with a title: "Kenyan Foreign Minister Jane Doe"."""
    countries = {mention.end: mention.country or mention.id for mention in known if mention.kind == "country"}
    found: list[ActorMention] = []
    pattern = r"\b(?:" + "|".join(sorted(map(re.escape, titles), key=len, reverse=True)) + r")\s+"
    roles = "|".join(sorted({word.lower() for word in titles if word.isalpha()}, key=len, reverse=True))
    behind = rf"\b{_PERSON}, (?:(?:the|a|an|its|his|her|their|former|chief)\b[^,.;:]{{0,60}}?)\b(?:{roles})\b"
    for title in (*re.finditer(pattern + _PERSON, plain), *re.finditer(behind, plain)):
        start, end = title.span(1)
        words = title[1].split()
        while words and words[0] in titles:
            start += len(words[0]) + 1
            words = words[1:]
        if len(words) < 2 or any(position in taken for position in range(start, end)):
            continue
        name = " ".join(words).removesuffix("'s")
        country = countries.get(title.start() - 1, "")
        gender = genders.get(name.split()[0], "")
        found.append(ActorMention(start, start + len(name), name, slug(name), "person", country, gender=gender))
    return found


def _by_first_name(
    plain: str, no_person: Collection[str], openers: Collection[str], taken: set[int], genders: Mapping[str, str]
) -> list[ActorMention]:
    """People known by nothing but a common first name: "Juan Miguel Gonzalez"; not "San Jose", "Victoria Falls"."""
    found: list[ActorMention] = []
    for person in re.finditer(_PERSON, plain):
        words, start = person[1].split(), person.start()
        while words and words[0] in openers:
            start += len(words[0]) + 1
            words = words[1:]
        if len(words) < 2 or words[0] not in genders or any(word in no_person for word in words):
            continue
        name = " ".join(words).removesuffix("'s").rstrip("'")
        before = re.search(r"([A-ZÀ-Þ][\w.'-]*) $", plain[max(0, start - 24) : start])
        if before and before[1] not in openers:
            continue
        if taken.isdisjoint(range(start, start + len(name))):
            found.append(ActorMention(start, start + len(name), name, slug(name), "person", gender=genders[words[0]]))
    return found


def _family_names(
    plain: str,
    knowledge: Knowledge,
    before_names: Collection[str],
    full: list[ActorMention],
    taken: set[int],
    on: date | None,
    words: Mapping[str, Collection[str]],
) -> list[ActorMention]:
    bearers: dict[str, list[ActorMention]] = defaultdict(list)
    for mention in sorted(full, key=lambda mention: mention.start):
        if mention.kind == "person":
            bearers[family_name(mention.name, mention.country)].append(mention)
            if mention.country == "":
                bearers[mention.name.split()[0]].append(mention)
    namesakes = _namesakes(plain, knowledge, before_names, taken)
    found: list[ActorMention] = []
    for at, name in _capitalised(plain, {*bearers, *knowledge.families}):
        if at in taken or (name not in bearers and name not in knowledge.families):
            continue
        end = at + len(name)
        if plain[end : end + 1] == "." and f"{name}." in before_names:
            continue  # "Sen. Jesse Helms" is a senator
        inside = re.match(r" [A-ZÀ-Þ][a-zà-þ]", plain[end : end + 3])
        behind = re.search(r"([A-ZÀ-Þ][a-zà-þ]+) $", plain[max(0, at - 24) : at])
        if name in namesakes and name not in bearers:
            continue  # "Lazaro Gonzalez" is in the text: "Gonzalez" is nobody's of the tables
        person = _bearer(plain, name, at, bearers, knowledge, on, words)
        if person is None or (inside and name not in bearers):
            continue
        own = any(behind[1] in mention.name.split() for mention in bearers.get(name, ())) if behind else True
        if behind and not own and behind[1] not in before_names:
            continue  # "Josefa Gonzalez" is not the Juan Gonzalez of the text
        mention = replace(person, start=at, end=end)
        if bearers.get(name) and bearers[name][-1].start < mention.start:
            bearers[name].append(mention)  # "Kim" in the next paragraph is still the Kim of this one
        found.append(mention)
    return found


def _namesakes(plain: str, knowledge: Knowledge, before_names: Collection[str], taken: set[int]) -> set[str]:
    """Family names of the tables that somebody else bears in the text."""
    found = set()
    for pair in re.finditer(r"\b([A-ZÀ-Þ][\w'-]+) (?=([A-ZÀ-Þ][\w'-]+))", plain):
        first, family = pair[1], pair[2].removesuffix("'s")
        if family not in knowledge.families or pair.start() in taken or first in before_names:
            continue
        opens = plain[max(0, pair.start() - 2) : pair.start()].strip(" \"'“‘(") in ("", ".", "\n", "!", "?", ":")
        inside = plain[max(0, pair.start() - 1) : pair.start()] == " " and not opens
        if first in knowledge.first_names or inside:
            found.add(family)
    return found


def _capitalised(plain: str, names: Collection[str]) -> Iterator[tuple[int, str]]:
    """Words with a capital and where they stand; "Kerry-Lavrov" is two where both are `names`."""
    for word in _CAPITAL.finditer(plain):
        name = word[0].removesuffix("'s").rstrip("'")
        parts = name.split("-")
        if len(parts) > 1 and name not in names and all(part in names for part in parts):
            at = word.start()
            for part in parts:
                yield at, part
                at += len(part) + 1
        else:
            yield word.start(), name


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
            found.append(_mention(start, start + len(before[1]), other.name, other))
    for pair in re.finditer(r"\b([Tt]wo|[Bb]oth|[Tt]he) ([A-Z][a-z]+)s\b", plain):
        alike = [e for e in knowledge.countries.values() if e.name.split()[-1] == pair[2] and " " in e.name]
        if len(alike) == 2 and not any(m.start < pair.end() and pair.start() < m.end for m in known):
            # "the two Koreas": one stands at each of the two words
            found += [_mention(*pair.span(place), each.name, each) for place, each in zip((1, 2), alike, strict=True)]
    return found


def _bearer(
    plain: str,
    name: str,
    at: int,
    bearers: dict[str, list[ActorMention]],
    knowledge: Knowledge,
    on: date | None,
    words: Mapping[str, Collection[str]],
) -> ActorMention | None:
    """The person whom a family name alone means at `at`, as mentioned elsewhere."""
    if name in words["everyday"] and not bearers.get(name):
        return None
    before = [mention for mention in bearers.get(name, []) if mention.start < at]
    if before and len(re.findall(r"\n\s*", plain[before[-1].end : at])) < _NEAR:
        return before[-1]
    holders = [entity for entity in knowledge.families.get(name, ()) if _in_office(entity, on)]
    holders.sort(key=_rank)
    if holders and (not before or _rank(holders[0]) < len(_RANK)):
        first = holders[0]
        if len(holders) == 1 or _rank(first) < _rank(holders[1]) or not bearers.get(name):
            return _mention(at, at, first.name, first)
    pool = before or bearers.get(name, [])
    if not pool and not holders and name not in words["common"]:
        # "Reagan" of an article of 2018: who once held one of the highest offices, or another not long ago
        past = [e for e in knowledge.families.get(name, ()) if on and _once_in_office(e, on)]
        if past:
            last = max(past, key=lambda entity: entity.since or date.min)
            return _mention(at, at, last.name, last)
    if pool:
        identity, _ = Counter(mention.id for mention in pool).most_common(1)[0]
        return next(mention for mention in pool if mention.id == identity)
    return None


def _rank(entity: Entity) -> int:
    office = entity.office.lower()
    return next((place for place, name in enumerate(_RANK) if office == name), len(_RANK))


def _once_in_office(entity: Entity, on: date) -> bool:
    lately = entity.until is not None and (on - entity.until).days < _LATELY
    return entity.since is not None and entity.since <= on and (_rank(entity) < len(_RANK) or lately)


def _in_office(entity: Entity, on: date | None) -> bool:
    if on is None or entity.since is None:
        return True
    return entity.since <= on and (entity.until is None or on <= entity.until)
