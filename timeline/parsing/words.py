"""What the repairs of a parse must know of words, from the tables of a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_ARRANGED = ("staged", "achieve", "begin", "finish", "put_off", "brought")


@dataclass(frozen=True)
class Words:
    """What a repair must know of words: lemmas, but for names, titles, particles and prepositions."""

    own_acts: frozenset[str] = frozenset()  # verbs that govern what is to be done: "offer"
    let: frozenset[str] = frozenset()  # verbs with what is seen or had done: "see"
    makes_others: frozenset[str] = frozenset()  # verbs of making somebody do something: "lead"
    undergone: frozenset[str] = frozenset()  # verbs of what is done to somebody: "free"
    done: frozenset[str] = frozenset()  # ... and of what is done to a thing, with their particles: "set up"
    names_to: frozenset[str] = frozenset()  # verbs that name somebody to an office: "elect"
    described: frozenset[str] = frozenset()  # verbs that describe as participles: "dressed in"
    documents: frozenset[str] = frozenset()  # "resolution", "statement"
    happening: frozenset[str] = frozenset()  # verbs of what something does alone: "flare"
    reporting: frozenset[str] = frozenset()  # verbs of saying
    people: frozenset[str] = frozenset()  # nouns of people
    bodies: frozenset[str] = frozenset()  # nouns of bodies that act: "senate"
    titles: frozenset[str] = frozenset()  # titles before a name
    departments: frozenset[str] = frozenset()  # departments in a title
    particles: frozenset[str] = frozenset()  # particles inside a name: "von"
    calendar: frozenset[str] = frozenset()  # names of days and months
    days: frozenset[str] = frozenset()  # nouns of days: "anniversary"
    spoken: frozenset[str] = frozenset()  # days by that of speaking: "today"
    units: frozenset[str] = frozenset()  # units of time
    adverbs: frozenset[str] = frozenset()  # adverbs behind a verb: "hands over"
    bonds: frozenset[str] = frozenset()  # bonds between states: "ties"
    nouns: frozenset[str] = frozenset()  # nouns of events
    acts: frozenset[str] = frozenset()  # verbs of acts that name no event as nouns: "meet"
    asks: frozenset[str] = frozenset()  # verbs of asking somebody to do something: "press"
    idioms: frozenset[str] = frozenset()  # verbs with the preposition that makes acts of them: "head to"
    about: frozenset[str] = frozenset()  # prepositions of what something is about
    dates: frozenset[str] = frozenset()  # nouns for a time: "by the time"
    comes: frozenset[str] = frozenset()  # verbs that only say that something is: "come"
    courses: frozenset[str] = frozenset()  # verbs that say that something begins or ends: "restart"
    of_what: frozenset[str] = frozenset()  # before what a noun is of: "of"
    relations: frozenset[str] = frozenset()  # what stands before a time or a clause: "after"
    beginnings: frozenset[str] = frozenset()  # nouns of a part of an event: "beginning", "end"
    since: frozenset[str] = frozenset()  # prepositions of a beginning: "since"
    to: frozenset[str] = frozenset()  # before an infinitive: "to"
    until: frozenset[str] = frozenset()  # prepositions of an end: "until"
    that: frozenset[str] = frozenset()  # what brings in what is said: "that"
    one: frozenset[str] = frozenset()  # what stands for a noun told before: "another"
    unchanged: frozenset[str] = frozenset()  # verbs that have one form for all tenses
    arranged: frozenset[str] = frozenset()  # verbs of what is done to an act: "hold", "postpone"
    failing: frozenset[str] = frozenset()  # verbs of failing with their particle: "fall through"
    between: frozenset[str] = frozenset()  # before two that share something: "between"
    inside: frozenset[str] = frozenset()  # before what somebody says something in: "in"
    weapons: frozenset[str] = frozenset()  # nouns of what is fired: "missile"
    proclaiming: frozenset[str] = frozenset()  # verbs of declaring somebody something
    unwelcome: frozenset[str] = frozenset()  # the first word of what an envoy is declared: "persona"
    settlements: frozenset[str] = frozenset()  # nouns of places: "capital"
    ending: frozenset[str] = frozenset()  # nouns of an end with their preposition: "halt to"
    dashes: frozenset[str] = frozenset()  # signs between two clauses: "–"
    occurs: frozenset[str] = frozenset()  # verbs of happening with their object: "take place"
    beside: frozenset[str] = frozenset()  # before who does something beside the main clause: "with"
    in_ing: frozenset[str] = frozenset()  # nouns in -ing behind another: "ceasefire monitoring"
    no_person: frozenset[str] = frozenset()  # words of names that are nobody's: "Service"

    @classmethod
    def of(cls, tables: Mapping[str, Any]) -> Words:
        """The words of a language, from its tables (`lang/<code>/events.toml`)."""
        telling, nouns = tables["telling"], {word for kind in tables["nouns"].values() for word in kind}
        return cls(
            own_acts=frozenset(telling["own_acts"]),
            let=frozenset(telling["let"]),
            makes_others=frozenset(telling["makes_others"]) - frozenset(telling["moving"]),
            undergone=frozenset(telling["undergone"]),
            done=frozenset(telling["done_to_things"]),
            names_to=frozenset(telling["names_to"]),
            described=frozenset(telling["described"]),
            documents=frozenset(telling["written"]),
            happening=frozenset(telling["happening"]),
            reporting=frozenset(telling["reporting"]),
            people=frozenset((*tables["cast"]["people"], *tables["cast"]["pair_of_people"])),
            bodies=frozenset(tables["cast"]["bodies"]),
            titles=frozenset(tables["actors"]["titles"]),
            departments=frozenset(tables["actors"]["departments"]),
            particles=frozenset(tables["actors"]["particles"]),
            calendar=frozenset(tables["time"]["calendar"]),
            days=frozenset(tables["time"]["days"]),
            spoken=frozenset(tables["time"]["spoken"]),
            units=frozenset(tables["time"]["units"]),
            adverbs=frozenset(tables["headline"]["adverbs"]),
            bonds=frozenset(tables["cast"]["bonds"]),
            nouns=frozenset(nouns),
            acts=frozenset(verb for kind in tables["verbs"].values() for verb in kind) - nouns,
            asks=frozenset(tables["with_infinitive"]),
            idioms=frozenset(tables["with_preposition"]),
            about=frozenset(tables["cast"]["about"]),
            dates=frozenset(telling["dates"]),
            comes=frozenset(telling["comes"]),
            courses=frozenset((*telling["begin"], *telling["finish"], *telling["courses"])),
            of_what=frozenset(tables["time"]["of"]),
            relations=frozenset((*tables["time"]["after"], *tables["time"]["before"], *tables["time"]["since"])),
            beginnings=frozenset(tables["headline"]["edges"]) | frozenset(tables["cast"]["outbreaks"]),
            since=frozenset(tables["time"]["since"]),
            to=frozenset(tables["cast"]["toward"]),
            until=frozenset(tables["time"]["until"]),
            that=frozenset((tables["headline"]["that"],)),
            one=frozenset(tables["status"]["one"]),
            unchanged=frozenset(telling["unchanged"]),
            arranged=frozenset(verb for kind in _ARRANGED for verb in telling[kind]),
            failing=frozenset(f"{verb} {word}" for verb in telling["falls_on"] for word in telling["fails_with"]),
            between=frozenset(tables["cast"]["parties"]) - frozenset(tables["cast"]["with_one"]),
            inside=frozenset(tables["cast"]["speaking_in"]),
            settlements=frozenset(tables["cast"]["settlements"]),
            ending=frozenset(tables["cast"]["ending"]),
            dashes=frozenset(tables["headline"]["dashes"]),
            occurs=frozenset(telling["occurs"]),
            beside=frozenset(tables["cast"]["by_means"]),
            in_ing=frozenset(tables["cast"]["in_ing"]),
            weapons=frozenset(tables["cast"]["weapons"]),
            proclaiming=frozenset(telling["proclaiming"]),
            unwelcome=frozenset(tables["cast"]["unwelcome"]),
            no_person=frozenset(tables["actors"]["no_person"]),
        )
