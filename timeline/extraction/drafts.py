"""An event on its way: as one sentence tells it, before it is dated by others and merged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from timeline.model import ActorMention, DocumentDate, Sentence, Status, TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Token


#: Whom a sentence before names by an office that several hold: "he" is nobody named farther back.
SOMEBODY = ActorMention(-1, -1, "", "", "somebody")
#: The body without a name that a sentence before is about: "it" is no power named farther back.
SOMETHING = ActorMention(-1, -1, "", "", "something")


@dataclass(frozen=True)
class Earlier:
    """What stands before a sentence that is read."""

    names: Sequence[Sequence[ActorMention]] = ()  # of the sentences before it, the nearest first
    places: frozenset[int] = frozenset()  # where those names of the text start that only say where: "in Kenya"
    text: str = ""  # the sentence before it
    #: Of each of those sentences the two bodies or countries that an "and" joins first.
    joined: Sequence[Sequence[ActorMention]] = ()
    paired: Sequence[Sequence[ActorMention]] = ()  # ... and the only two people
    couple: Sequence[ActorMention] = ()  # the two people that an "and" joined last
    sides: Sequence[ActorMention] = ()  # the two that an "and" joined last, or the only one of them that has a name
    #: By pronoun, where the sentences before it go on with that ("He flew to Oslo. He ..."): the names where that began.
    carried: Mapping[str, Sequence[ActorMention]] = field(default_factory=dict)
    speaker: ActorMention | None = None  # whose words the sentence is, by the label of its turn or the sentence before
    addressed: ActorMention | None = None  # to whom they are said


@dataclass(frozen=True)
class Draft:
    """An event as one sentence tells it, before it is dated by others and merged."""

    sentence: Sentence
    trigger: Token
    clause: Token  # the verb that says how it is told; the trigger itself where that is a verb
    status: Status
    time: TimeExpression | None
    earliest: date | None
    latest: date | None
    type: str
    how: str
    recurrence: str | None = None
    anchor: Anchor | None = None
    subject: Token | None = None  # the grammatical subject, through relative pronouns and infinitives
    owner: ActorMention | None = None  # whose the subject is: of "his party lost" the person
    meant: str = ""  # the accord or the talks that a pronoun as subject stands for, told in the sentence before
    based_on: int | None = None  # the offset of the draft that the date is counted from
    said_by: str | None = None
    actors: tuple[tuple[ActorMention, str], ...] = ()
    place: ActorMention | None = None
    sureness: tuple[tuple[str, float], ...] = ()
    times: tuple[TimeExpression, ...] = ()  # all of the sentence
    instead: tuple[tuple[Token, Token], ...] = ()  # what takes the place of what, where a clause shares another's verb
    ends: int | None = None  # the index of the first word of the next such clause

    @property
    def offset(self) -> int:
        return self.sentence.start + self.trigger.idx


# Where in a distance the day is: at its end ("a week after"), not past it ("within a week of"), in its last part ("nearly
# a week after"), around its end ("about"), past it ("more than"), or on any of its days ("the week after").
Reach = Literal["at", "within", "nearly", "about", "beyond", "through"]


@dataclass(frozen=True)
class Anchor:
    """What a date is counted from: the event that `word` names (None: the one told before), `value` away."""

    relation: str
    word: Token | None
    value: str | None = None
    soon: bool = False
    reach: Reach = "at"
    or_last: bool = False  # where no event has that word, the one told before
    or_today: bool = False  # where none was told before, the document date


def pictured(drafts: Sequence[Draft], date: DocumentDate | None) -> list[Draft]:
    """What the caption of a picture tells: only an act ("pedestrians watch a screen" is none), which was where its present tense has
    a day that has come ("Rojas arrives in Lima on Friday")."""
    last = date.latest if date is not None else None
    acts = [draft for draft in drafts if draft.type != "OTHER"]
    over = [last is not None and d.latest is not None and d.latest <= last for d in acts]
    was = [
        past and d.clause.tag_ in ("VBZ", "VBP") and d.status == "scheduled" for past, d in zip(over, acts, strict=True)
    ]
    return [replace(d, status="occurred") if shown else d for shown, d in zip(was, acts, strict=True)]
