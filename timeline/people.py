"""Finds people in a text: brought in with a title or by a common first name, then by the family name alone.

A family name is whoever bore it last in the text, else the holder of the highest office of the document's day. The
titles, particles and offices are in `lang/<code>/events.toml` under [actors].
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from timeline.knowledge.loader import Entity, Knowledge, family_name, slug
from timeline.model import ActorMention

_NAME = r"[A-ZÀ-Þ][\w'-]+"
_CAPITAL = re.compile(r"[A-ZÀ-Þ][\w’'-]+")
_NEAR = 2  # paragraph ends up to which the last full name decides a family name alone
_LATELY = 1000  # days after which a former minister is no longer called by the family name alone


@lru_cache(maxsize=8)
def _patterns(
    titles: tuple[str, ...], plurals: tuple[str, ...], particles: tuple[str, ...], appositions: tuple[str, ...]
) -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...]]:
    """A full name, and one that is introduced: behind a title, with its office behind it or before it, two behind a title;
    the names are the groups of each."""
    particle = rf"(?:(?:{'|'.join(particles)})[ -])?"
    family = rf"(?:(?:{'|'.join(particles)})[ -])"
    gap = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*(?=\S))"  # no empty line
    full = rf"({_NAME}{gap}{particle}{_NAME}(?:{gap}{particle}{_NAME})?(?:{gap}{family}{_NAME})?)"
    longest = sorted(titles, key=len, reverse=True)
    offices = "|".join(sorted({title.lower() for title in titles if title.isalpha()}, key=len, reverse=True))
    titled = rf"\b(?:(?:{'|'.join(map(re.escape, longest))})\s+){{1,4}}{full}"
    behind = rf"\b{full}, (?:{'|'.join(appositions)})\b[^,.;:]{{0,60}}?\b(?:{offices})\b"
    before = rf"\b(?:{offices}), {full}(?=[,.;)])"
    several = "|".join(map(re.escape, plurals))
    pair = rf"\b(?:{several}),?\s+{full},?\s+and\s+{full}"
    return re.compile(full), tuple(map(re.compile, (titled, behind, before, pair)))


@dataclass
class People:
    """The people of one text; `taken` are the positions of names that are known already, and grows."""

    plain: str
    knowledge: Knowledge
    words: Mapping[str, Collection[str]]
    on: date | None
    taken: set[int]
    bearers: dict[str, list[ActorMention]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        plurals = tuple(self.words["plural_titles"])
        self._full, self._introductions = _patterns(
            (*self.words["titles"], *plurals), plurals, tuple(self.words["particles"]), tuple(self.words["appositions"])
        )
        alone = "|".join(map(re.escape, sorted(self.words["titles_alone"], key=len, reverse=True)))
        self._titled_alone = re.compile(rf"\b(?:{alone}) ({_NAME})(?!\s+[A-ZÀ-Þ]|[\w-])")
        self._no_name = {
            *self.words["titles"],
            *plurals,
            *self.words["departments"],
            *self.words["openers"],
        }  # may stand before a name with a capital

    def find(self, known: Collection[ActorMention]) -> list[ActorMention]:
        """The mentions of people beside the `known` names, those of the tables among them."""
        found = self._introduced(known)
        self._take(found)
        found += self._by_first_name()
        self._take(found)
        found += self._by_family_name([*known, *found])
        self._take(found)
        return [*found, *self._by_title_alone(known)]

    def _take(self, mentions: Collection[ActorMention]) -> None:
        self.taken |= {position for mention in mentions for position in range(mention.start, mention.end)}

    def _introduced(self, known: Collection[ActorMention]) -> list[ActorMention]:
        """ "Kenyan Foreign Minister Jane Doe"; "Jane Doe, the union's special envoy"; "a dissident, Jane Doe, ..."."""
        countries = _by_end(known)
        found: list[ActorMention] = []
        named = (
            (title, at)
            for which in self._introductions
            for title in which.finditer(self.plain)
            for at in range(1, which.groups + 1)
        )
        for title, at in named:
            person = self._person(title.start(at), title[at], (*self.words["titles"], *self.words["departments"]))
            known_already = person is not None and any(person.start == other.start for other in found)
            if person is not None and not known_already and not self._is_a_thing(person.name):
                office = self._office_before(person.start)
                found.append(replace(person, country=self._country_before(title.start(), countries), office=office))
        return found

    def _by_title_alone(self, known: Collection[ActorMention]) -> list[ActorMention]:
        """A family name that only a title tells: "Estonian President Ilves", and "Ilves" in the same text."""
        countries = _by_end(known)
        found: dict[str, ActorMention] = {}
        for title in self._titled_alone.finditer(self.plain):
            name, at = title[1].removesuffix("'s"), title.start(1)
            free = self.taken.isdisjoint(range(at, at + len(name))) and name not in self._no_name
            if free and name not in found and name not in self.knowledge.families and not self._is_a_thing(name):
                country, office = self._country_before(title.start(), countries), self._office_before(at)
                found[name] = ActorMention(at, at, name, slug(name), "person", country=country, office=office)
        if not found:
            return []
        named = [(at, name) for at, name in self._capitalised(found) if name in found and at not in self.taken]
        return [
            replace(found[name], start=at, end=at + len(name))
            for at, name in named
            if self._stands_alone(at, name, False)
        ]

    def _by_first_name(self) -> list[ActorMention]:
        """Nothing but a common first name tells: "Juan Miguel Gonzalez"; not "San Jose", "Victoria Falls"."""
        found: list[ActorMention] = []
        for full in self._full.finditer(self.plain):
            person = self._person(full.start(), full[1], self._no_name)
            if person is None or not person.gender or self._is_a_thing(person.name):
                continue
            before = re.search(r"([A-ZÀ-Þ][\w.'-]*) $", self.plain[max(0, person.start - 24) : person.start])
            if not before or before[1] in self._no_name:
                found.append(person)
        return found

    def _country_before(self, title: int, countries: Mapping[int, str]) -> str:
        """The country right before a title, as an adjective or an owner ("Kenyan", "Kenya's"), by where their names end."""
        before = self.plain[max(0, title - 3) : title]
        return countries.get(title - (3 if before == "'s " else 1), "")

    def _office_before(self, start: int) -> str:
        """The titles right before a name: "foreign minister" of "Kenyan Foreign Minister Jane Doe"."""
        words = [word.rstrip(",") for word in self.plain[max(0, start - 40) : start].split()]
        first = next((n for n in range(len(words), 0, -1) if words[n - 1] not in self.words["titles"]), 0)
        return " ".join(words[first:]).lower()

    def _is_a_thing(self, name: str) -> bool:
        """ "Victoria Falls", "White House"."""
        return any(word in self.words["no_person"] for word in name.split())

    def _person(self, start: int, text: str, left_out: Collection[str]) -> ActorMention | None:
        """A person named by a text of several words at `start`, but for leading words that are `left_out`."""
        names = text.split()
        while names and names[0] in left_out:
            start += len(names[0]) + 1
            names = names[1:]
        name = " ".join(names).removesuffix("'s").rstrip("'")
        if len(names) < 2 or not self.taken.isdisjoint(range(start, start + len(name))):
            return None
        gender = self.knowledge.first_names.get(names[0], "")
        return ActorMention(start, start + len(name), name, slug(name), "person", gender=gender)

    # ------------------------------------------------------------------------------------------------ family names

    def _by_family_name(self, full: Collection[ActorMention]) -> list[ActorMention]:
        for mention in sorted(full, key=lambda mention: mention.start):
            if mention.kind == "person":
                family = family_name(mention.name, mention.country)
                self.bearers[family].append(mention)
                if family[:1].islower() and "-" in family:  # "al-Sisi" is called "Sisi" too
                    self.bearers[family.partition("-")[2]].append(mention)
                if mention.country == "":
                    self.bearers[mention.name.split()[0]].append(mention)
        namesakes = self._namesakes()
        found: list[ActorMention] = []
        for at, name in self._capitalised({*self.bearers, *self.knowledge.families}):
            borne = name in self.bearers
            if at in self.taken or not (borne or name in self.knowledge.families):
                continue
            if not borne and name in namesakes:
                continue  # "Lazaro Gonzalez" is in the text: "Gonzalez" is nobody's of the tables
            if not self._stands_alone(at, name, borne):
                continue
            person = self._bearer(name, at)
            if person is None:
                continue
            mention = replace(person, start=at, end=at + len(name))
            if borne and self.bearers[name][-1].start < at:
                self.bearers[name].append(mention)  # "Kim" in the next paragraph is still the Kim of this one
            found.append(mention)
        return found

    def _stands_alone(self, at: int, name: str, borne: bool) -> bool:
        """Whether a family name is no part of another name, nor a title's abbreviation."""
        end = at + len(name)
        if self.plain[end : end + 1] == "." and f"{name}." in self.words["titles"]:
            return False  # "Sen. Jesse Helms" is a senator
        ahead = re.match(r" ([A-ZÀ-Þ][\w'-]*[a-zà-þ])", self.plain[end : end + 24])
        if ahead and (not borne or self._is_first_name(name, ahead[1])):
            return False
        behind = re.search(r"([A-ZÀ-Þ][a-zà-þ]+) $", self.plain[max(0, at - 24) : at])
        if not behind or behind[1] in self._no_name:
            return True
        # "Josefa Gonzalez" is not the Juan Gonzalez of the text
        return borne and any(behind[1] in mention.name.split() for mention in self.bearers[name])

    def _is_first_name(self, name: str, ahead: str) -> bool:
        """Whether a name that only begins those of its bearers stands before the family name of somebody else."""
        words = [mention.name.split() for mention in self.bearers[name]]
        return ahead not in self._no_name and all(
            each[0] == name and ahead not in each[1:] for each in words if len(each) > 1
        )

    def _namesakes(self) -> set[str]:
        """Family names of the tables that somebody else bears in the text."""
        found = set()
        for pair in re.finditer(rf"\b({_NAME}) (?=({_NAME}))", self.plain):
            first, family = pair[1], pair[2].removesuffix("'s")
            if family not in self.knowledge.families or pair.start() in self.taken or first in self._no_name:
                continue
            before = self.plain[max(0, pair.start() - 2) : pair.start()]
            opens = before.strip(" \"'“‘(") in ("", ".", "\n", "!", "?", ":")
            if first in self.knowledge.first_names or (before.endswith(" ") and not opens):
                found.add(family)
        return found

    def _capitalised(self, names: Collection[str]) -> Iterator[tuple[int, str]]:
        """Words with a capital and where they stand; "Kerry-Lavrov" is two where both are `names`."""
        for word in _CAPITAL.finditer(self.plain):
            name, at = word[0].removesuffix("'s").rstrip("'"), word.start()
            parts = name.split("-")
            if name in names or len(parts) == 1 or not all(part in names for part in parts):
                yield at, name
                continue
            for part in parts:
                yield at, part
                at += len(part) + 1

    def _bearer(self, name: str, at: int) -> ActorMention | None:
        """The person whom a family name alone means at `at`, as mentioned elsewhere."""
        borne = self.bearers.get(name, [])
        if name in self.words["everyday"] and not borne:
            return None
        before = [mention for mention in borne if mention.start < at]
        # "Macron" behind "First Lady Brigitte Macron" is still the president
        before = [mention for mention in before if mention.office not in self.words["consorts"]] or before
        if before and len(re.findall(r"\n\s*", self.plain[before[-1].end : at])) < _NEAR:
            return before[-1]
        tables = self.knowledge.families.get(name, ())
        holders = sorted((entity for entity in tables if in_office(entity, self.on)), key=self._rank)
        if holders and (not before or self._is_high(holders[0])):
            first = holders[0]
            if len(holders) == 1 or self._rank(first) < self._rank(holders[1]) or not borne:
                return mention_of(at, at, first.name, first)
        pool = before or borne
        if pool:
            identity, _ = Counter(mention.id for mention in pool).most_common(1)[0]
            return next(mention for mention in pool if mention.id == identity)
        past = [entity for entity in tables if self._was_in_office(entity)] if not holders else []
        if not past or name in self.words["common"]:
            return None
        last = max(past, key=lambda entity: entity.since or date.min)
        return mention_of(at, at, last.name, last)

    def _rank(self, entity: Entity) -> int:
        """The place of an office among the highest; behind them all for others."""
        office, highest = entity.office.lower(), list(self.words["offices"])
        return highest.index(office) if office in highest else len(highest)

    def _is_high(self, entity: Entity) -> bool:
        return entity.office.lower() in self.words["offices"]

    def _was_in_office(self, entity: Entity) -> bool:
        """ "Reagan" of an article of 2018: who once held one of the highest offices, or another not long ago."""
        if self.on is None or entity.since is None or entity.since > self.on:
            return False
        lately = entity.until is not None and (self.on - entity.until).days < _LATELY
        return lately or self._is_high(entity)


def _by_end(known: Collection[ActorMention]) -> dict[int, str]:
    """The countries among known names by where those end."""
    return {mention.end: mention.country or mention.id for mention in known if mention.kind == "country"}


def mention_of(start: int, end: int, name: str, entity: Entity, capital: bool = False) -> ActorMention:
    """A mention of a known entity at the half-open offsets `start`, `end`."""
    identity = slug(name) if capital else entity.id
    office = entity.office.lower()
    return ActorMention(start, end, name, identity, entity.kind, entity.country, capital, entity.gender, office)


def in_office(entity: Entity, on: date | None) -> bool:
    """Whether a person held the office on a day; yes where neither is known."""
    if on is None or entity.since is None:
        return True
    return entity.since <= on and (entity.until is None or on <= entity.until)
