"""What the repairs of a parse must know of words, from the tables of a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_ARRANGED = ("staged", "achieve", "begin", "finish", "put_off", "brought")


@dataclass(frozen=True)
class Words:
    """What a repair must know of words: lemmas of verbs that govern what is to be done ("offer"), of verbs that something is
    done to ("free"), that describe as participles ("dressed in") and of saying, of nouns of people, titles before a name and the departments in them, particles
    inside one ("von"), names of days and months, nouns of days ("anniversary"), days by that of speaking ("today"), verbs of what something does alone, units of time, adverbs behind a verb ("hands over"), bonds between states ("ties"), nouns of events that look like verbs ("fighting"), verbs of acts that name no event as nouns ("meet"),
    verbs with the preposition that makes acts of them ("head to"), prepositions of what something is about, nouns for a time ("by
    the time"), what brings in what is said ("that"), what stands for a noun told before ("another"), verbs that have one form for all tenses, verbs of what is done to an act ("hold", "postpone"), verbs of failing with their particle ("fall through"), and last words of names that are nobody's ("Service").
    """

    own_acts: frozenset[str] = frozenset()
    undergone: frozenset[str] = frozenset()
    described: frozenset[str] = frozenset()
    happening: frozenset[str] = frozenset()
    reporting: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    departments: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    calendar: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    spoken: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    bonds: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    idioms: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()
    that: frozenset[str] = frozenset()
    one: frozenset[str] = frozenset()
    unchanged: frozenset[str] = frozenset()
    arranged: frozenset[str] = frozenset()
    failing: frozenset[str] = frozenset()
    no_person: frozenset[str] = frozenset()

    @classmethod
    def of(cls, tables: Mapping[str, Any]) -> Words:
        """The words of a language, from its tables (`lang/<code>/events.toml`)."""
        telling, nouns = tables["telling"], {word for kind in tables["nouns"].values() for word in kind}
        return cls(
            frozenset(telling["own_acts"]),
            frozenset(telling["undergone"]),
            frozenset(telling["described"]),
            frozenset(telling["happening"]),
            frozenset(telling["reporting"]),
            frozenset((*tables["cast"]["people"], *tables["cast"]["pair_of_people"])),
            frozenset(tables["actors"]["titles"]),
            frozenset(tables["actors"]["departments"]),
            frozenset(tables["actors"]["particles"]),
            frozenset(tables["time"]["calendar"]),
            frozenset(tables["time"]["days"]),
            frozenset(tables["time"]["spoken"]),
            frozenset(tables["time"]["units"]),
            frozenset(tables["headline"]["adverbs"]),
            frozenset(tables["cast"]["bonds"]),
            frozenset(nouns),
            frozenset(verb for kind in tables["verbs"].values() for verb in kind) - nouns,
            frozenset(tables["with_preposition"]),
            frozenset(tables["cast"]["about"]),
            frozenset(telling["dates"]),
            frozenset((tables["headline"]["that"],)),
            frozenset(tables["status"]["one"]),
            frozenset(telling["unchanged"]),
            frozenset(verb for kind in _ARRANGED for verb in telling[kind]),
            frozenset(f"{verb} {word}" for verb in telling["falls_on"] for word in telling["fails_with"]),
            frozenset(tables["actors"]["no_person"]),
        )
