"""Whether a clause tells of what was or of what is to come, by the sign of tense nearest to a time in it.

A language's signs are its `[tense]` table: words, endings, and words that count only with others beside them.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

from timeline.lang.patterns import TimexPack
from timeline.tagging.clauses import APART, CLAUSE, DASHES, WORD, sentence_before, within
from timeline.tagging.governing import Sign, beside, is_aim, is_of_the_noun, is_opened, is_told_of
from timeline.tagging.open_ends import has_month, is_weekday, only_thought, speaks_of_an_act, was_undone
from timeline.tagging.participles import as_it_was, before_its_noun, before_its_object
from timeline.tagging.planned import ahead_of, asked_for, ends, has_called, starts_then, unforeseen

_BEFORE, _BEHIND = 19, 16  # and words
_OPENING = (240, 34)  # the same behind a time that opens its sentence: its verb is the main one
_NEARER_BEHIND = 4  # a sign behind the time counts where it is this many words nearer than the one before
_BESIDE = 1  # words from "but on June 23" to its verb
_BESIDE_COPULA = 2  # words from "were over" to the "by" of when they were
_STATED = 6  # words from a present "is" to the time of what it states
_SINCE = 4  # words from "until this spring" to "have since"
_EXTENDED = 10  # from a verb that extends something to the end of what is extended
_COMES = 5  # words from "comes" to the "after" that says in the wake of what
_SEQUEL = 5  # words from "once" to the verb of its clause, and from what looks ahead to "once"
_UNDONE = 9  # words from "did not" to the "until" of when it was done
_GOVERNED = 4  # words from "let" to the verb that it governs
_WAS_PLANNED = 4  # words from "was" to the "for" of "planned for"
_IMPUTED = 4  # words from "claimed" to the "to have" behind it
_RANKED = 8  # words from "third" to the "in" of the time in which
_JOINED = 7  # words from a participle to the one before it that it is joined to
_CLAUSE_SUBJECT = 6  # words from "that" to the verb of its clause
_WAKE = 12  # words from "after" to the day of the attack behind it
_HEADLINE = 5  # words in which the subject of a headline stands


def tense_around(text: str, start: int, end: int, pack: TimexPack) -> Sign:
    """("past", "future", "either" or None, the word that says it, how many words away it is) for the time at the half-open
    offsets `start`, `end`."""
    tense = pack.tense
    before = WORD.findall(sentence_before(text, start, pack).rpartition(APART)[2])
    opens = len(before) < 2
    reach, most = _OPENING if opens else (CLAUSE, _BEHIND)
    clause = within(text, end, end + reach, pack, last=False).partition(APART)[0]
    behind = WORD.findall(_past_aside(clause, tense) if opens else clause)
    if len(behind) > 2 and behind[0] in tense["conjunctions"] and behind[1][:1].isupper():
        behind = behind[2:]  # "the summit on Thursday and Friday will ..."
    left = text[max(0, start - 24) : start].rstrip().lower()
    awaited = left.endswith(tuple(tense["awaited"])) and tense["were_to"].isdisjoint(before[-_WAS_PLANNED:])
    if awaited or left.endswith(tuple(tense["sooner"])):
        sign = next(sign for sign in tense["awaited"] | tense["sooner"] if left.endswith(sign))
        ended = tense["were_to"].intersection(behind[:1])  # "a visit planned for March was scrapped"
        if tense["did"].intersection(behind[:1]) and tense["negation"].intersection(behind[1:2]):
            return "past", " ".join(behind[:2]), 0  # "talks planned for Thursday did not take place"
        was = tense["were_to"].intersection(before[-_WAS_PLANNED:]) and before[-1] in tense["purpose"]
        # "had put off a visit planned for March 3", "a visit, originally planned for May"
        open_ = ended or tense["perfect"].intersection(before) or was
        stated = bool(tense["is_to"].intersection(before[-_STATED:]))  # "is planned for Dec. 7" is not over
        return "either" if open_ else "future", sign, 0 if stated else _NEARER_BEHIND
    called = next((word for word in before[-8:-1] if word in tense["called"]), "")
    called = called if called and before[-1] in tense["purpose"] else has_called(before[-8:], tense)
    if called:
        over = bool(behind) and behind[0] in tense["were_to"]  # "a service planned there for Saturday was cancelled"
        return "either" if over else "future", f"{called} ... {before[-1]}", _NEARER_BEHIND
    if asked := asked_for(before[-8:], tense):
        return "future", asked, 0
    if starting := starts_then(before, tense):
        return "future", starting, 0
    if is_weekday(text[start:end], pack) and (coming := ahead_of(before, tense)):
        return "future", coming, 0
    if behind and behind[0].lower() in tense["noun_ahead"] and has_month(text[start:end], pack):
        return "either", behind[0], 0  # "set an Aug. 6 deadline"
    if behind and behind[0].lower() in tense["unforeseen"] and tense["conceived"].isdisjoint(before[-2:]):
        return "past", behind[0], 0  # "is in response to the March 4 attack"
    if happened := unforeseen(before[-_WAKE:], pack):
        return "past", happened, 0
    if to_come := next((sign for sign in tense["ahead_behind"] if text.startswith(sign, end)), ""):
        return "future", to_come.strip(), 0
    ranked = before and before[-1] in tense["inside"] and tense["ranked"].intersection(before[-_RANKED:-1])
    if ranked and _is_stretch(text[start:end], pack):
        return None, "", 0  # "their third summit in two months", but not "in May"
    if len(before) > 1 and before[-1] in tense["onward"]:
        return _until(before, behind, tense, pack)
    extends = before[-_EXTENDED:-1] if before and before[-1].lower() in tense["extending"] else ()
    if verb := next((word for word in extends if word in tense["extended"]), None):
        return "future", f"{verb} ... {before[-1]}", 0
    if copula := _copula(before, tense):
        return "future", copula, 1
    if tense["perfect"].intersection(behind[:10]) and before and before[-1].lower() in tense["deadline"]:
        return "past", next(word for word in behind if word in tense["perfect"]), 0  # "by May, the city had fallen"
    nearest = _first_sign(before[: -_BEFORE - 1 : -1], tense, pack, backwards=True)
    if nearest and is_weekday(text[start:end], pack) and is_of_the_noun(before, nearest, tense):
        above = _first_sign(before[: -nearest[2] - 1][: -_BEFORE - 1 : -1], tense, pack, backwards=True)
        nearest = above if above and above[0] == "past" else nearest  # "discussed the planned visit on Monday"
    if nearest and not is_weekday(text[start:end], pack) and speaks_of_an_act(before, nearest, pack):
        nearest = ("either", nearest[1], nearest[2])
    surely = nearest is not None and is_told_of(before, nearest, tense)
    if nearest and surely and nearest[0] == "future":
        nearest = beside(nearest)
    if before and before[-1].lower() in tense["deadline"] and not tense["perfect"].intersection(before[-12:]):
        opening = _opens_clause(left, before, tense)
        main = _first_sign(behind[:most], tense, pack, backwards=False) if opening else None
        quoted = main is not None and main[1] in tense["saying"] and text.startswith(",", end)
        told = main is not None and main[0] == "past" and not quoted  # "by Thursday there were forty"
        if main and told:
            return main
        stood = (
            nearest is not None and nearest[1] in tense["was_to"] and nearest[2] <= _BESIDE_COPULA
        )  # "were over by Friday"
        may_be_over = nearest is not None and (nearest[0] == "either" or (stood and nearest[0] == "past"))
        return nearest if nearest and may_be_over else ("future", before[-1], 0)
    if any(text.startswith(sign, end) for sign in tense["past_behind"]):
        own = WORD.findall(text[end : end + CLAUSE].partition(",")[0])
        ahead = _first_sign(own[:4], tense, pack, backwards=False)
        return ahead if ahead and ahead[0] == "future" else ("past", text[end : end + 2], _BEFORE)
    next_one = _first_sign(_one_clause(behind[:most], tense), tense, pack, backwards=False)
    if opens and next_one is None:  # "On 4 June Britain and the sultan had signed"
        next_one = _first_sign(behind[:most], tense, pack, backwards=False)
    if nearest is None and next_one and next_one[0] == "past" and is_aim(before, text[end : end + CLAUSE], tense):
        return "either", next_one[1], next_one[2]  # "To sign it before the June vote, they met on Monday"
    if nearest and text.startswith(",", end):
        return beside(nearest) if surely else nearest  # "will meet on June 12, he announced"
    if not is_weekday(text[start:end], pack) and (undone := was_undone(behind, tense)) and not opens:
        return "either", undone, 0
    if (
        next_one
        and next_one[0] == "past"
        and next_one[2] <= _BESIDE
        and (thought := only_thought(before, nearest, tense))
    ):
        return "either", thought, 0
    if nearest and next_one and next_one[2] == 0 and _ends_a_clause(before, nearest, tense):
        return nearest
    if nearest and next_one:
        another = next_one[2] <= _BESIDE and len(before) > 1 and before[-2] in tense["conjunctions"]
        nearer = nearest[2] <= next_one[2] + _NEARER_BEHIND and not another  # "missed that, but on June 23 agreed to"
        return next_one if not nearer else beside(nearest) if surely else nearest
    if next_one and opens and nearest is None and is_opened(before, behind, next_one, tense):
        return beside(next_one)  # "On Dec. 7, Chad will hold a summit"
    if next_one and (
        text.startswith(",", end) or (opens and next_one[1] in tense["present"])
    ):  # "who faces an election on Jan. 22, told Obama": another clause's
        next_one = (next_one[0], next_one[1], max(next_one[2], _NEARER_BEHIND))
    if nearest and surely:
        return beside(nearest)
    return nearest or next_one or _headline(before, tense) or (None, "", 0)


def _until(before: Sequence[str], behind: Sequence[str], tense: Mapping[str, frozenset[str]], pack: TimexPack) -> Sign:
    """The tense of a time with "until" before it: ahead, unless what lasted or was not done until then is told as past."""
    to_last = tense["passive"] | tense["is_to"]  # "will be held until June"
    pairs = itertools.pairwise(("", *before)[-5:-1])
    lasted = next((word for one, word in pairs if word in tense["lasted"] and one not in to_last), None)
    when = tense["when"].intersection(behind[:1])  # "went on until May, when troops entered"
    told = _first_sign(behind[1 : _CLAUSE_SUBJECT + 1], tense, pack, backwards=False) if when else None
    lasted = lasted or (told[1] if told and told[0] == "past" else None)
    lasted = lasted or _since_then(behind, tense) or _not_until(before[-_UNDONE:-1], tense)
    if before[-2].lower() in tense["negation"] and tense["did"].intersection(behind[:1]):
        lasted = behind[0]  # "not until the next summer did he return"
    if not lasted and tense["perfect"].intersection(before) and tense["given"].intersection(before[-_EXTENDED:]):
        return "either", before[-1], 0  # "had given them until the end of May"
    return ("past", lasted, 1) if lasted else ("future", before[-1], 0)


def _is_stretch(said: str, pack: TimexPack) -> bool:
    """Whether a time counts units: "two months", "more than a decade"."""
    *before, last = said.lower().split() or [""]
    counted = not pack.articles.isdisjoint(before) and last in pack.folded.get("unit", {})
    return counted or last in pack.folded.get("units", {})


def _past_aside(clause: str, tense: Mapping[str, frozenset[str]]) -> str:
    """What follows an aside that stands right behind a time: of ", when plans were laid, aides left" the ", aides left"."""
    aside = re.match(r", (\w+)[^,]*(?=,)", clause)
    return clause[aside.end() :] if aside and aside[1] in tense["asides"] else clause


def _ends_a_clause(before: Sequence[str], sign: Sign, tense: Mapping[str, frozenset[str]]) -> bool:
    """Whether a time ends a clause that is itself the subject of the verb behind it: "the news that they would meet on
    Saturday was denied"."""
    told, since = before[: -sign[2] - 1], before[len(before) - sign[2] :]
    opens = tense["complement"].intersection(told[-_CLAUSE_SUBJECT:])
    return sign[0] == "future" and bool(opens) and not (tense["complement"] | tense["asides"]).intersection(since)


def _headline(before: Sequence[str], tense: Mapping[str, frozenset[str]]) -> Sign | None:
    """ "Minister to visit Paris on Thursday": an infinitive where no other verb tells a tense."""
    to = next((at for at, word in enumerate(before[:_HEADLINE]) if at and word in tense["infinitive"]), None)
    told = to and before[0][0].isupper() and before[to + 1 : to + 2] and before[to + 1].islower()
    return ("future", before[to], 0) if to and told else None


def _one_clause(words: list[str], tense: Mapping[str, frozenset[str]]) -> list[str]:
    """The words before the first that begins another clause, which does not join two names ("Peru and Chile met")."""
    for at, word in enumerate(words):
        names = 0 < at < len(words) - 1 and words[at - 1][:1].isupper() and words[at + 1][:1].isupper()
        if word in tense["conjunctions"] and not names:
            return words[:at]
    return words


def _since_then(behind: Sequence[str], tense: Mapping[str, frozenset[str]]) -> str | None:
    """The word that tells a time to be over: "firm until this spring, prices have since fallen"."""
    near = behind[: _SINCE + 1]
    then = next((a for a, b in itertools.pairwise(near) if a in tense["since"] and b.islower()), None)
    return None if tense["determiners"].intersection(near) else then


def _not_until(before: Sequence[str], tense: Mapping[str, frozenset[str]]) -> str | None:
    """The word that tells that something was not done `before` a time that is over: "said nothing until Monday", "did not
    land until Friday", "was unable to until Friday"; but not "did not expect them until Friday"."""
    if (tense["foreseen"] | tense["modal"] | tense["is_to"]).intersection(before):
        return None
    for at, (first, second) in enumerate(itertools.pairwise(before)):
        if tense["saying"].intersection(before[:at]):
            return None  # "said that talks were not possible until Monday"
        denied = second in tense["negation"] or second in tense["unable"]
        if second in tense["undone"] or (first in tense["did"] and denied):
            return second
    return None


def _opens_clause(left: str, before: Sequence[str], tense: Mapping[str, frozenset[str]]) -> bool:
    """Whether the preposition that `left`, what stands before a time, ends with is the first word of its sentence, or
    stands behind a conjunction, a semicolon or a dash."""
    if len(before) == 1 or before[-2].lower() in tense["conjunctions"]:
        return True
    return left.removesuffix(before[-1].lower()).rstrip().endswith((";", ":", *DASHES))


def _copula(before: Sequence[str], tense: Mapping[str, frozenset[str]]) -> str | None:
    """The verb of "the election is on Sunday": present, with nothing but a preposition before the time."""
    near = [word for word in before[-2:] if word not in tense["prepositions"]]
    return (
        near[-1] if near and near[-1] in tense["is_to"] and before[-1] in (near[-1], *tense["prepositions"]) else None
    )


def _first_sign(
    words: Sequence[str], tense: Mapping[str, frozenset[str]], pack: TimexPack, *, backwards: bool
) -> Sign | None:
    """The first word that shows a tense; `words` run away from the time, `backwards` against the text."""
    to_do = False  # an infinitive stands between here and the time
    endings = pack.past_endings + pack.future_endings
    for at, word in enumerate(words):
        if not word.islower():  # "May" is a name, "may" looks ahead
            if not (pack.verb_first and at == (len(words) - 1 if backwards else 0)):
                continue
            word = word.lower()
        if word not in pack.signs and not word.endswith(endings):
            continue
        before = _before(words, at, 3, backwards)
        after = _behind(words, at, 2, backwards)
        behind = after[0] if after else ""
        if word in tense["infinitive"] and tense["is_to"].intersection(before[:1]):
            return "future", f"{before[0]} {word}", at
        if word in tense["infinitive"] and tense["was_to"].intersection(before[:1]) and behind.islower():
            return "either", f"{before[0]} {word}", at  # "was to fly home on Monday"
        if word in tense["to_come"] and as_it_was(before, tense):
            continue  # "attacked as planned on Saturday"
        if word in tense["to_come"] and tense["absolute"].intersection(before):
            return "future", word, at  # "with more rain expected through Saturday"
        if word in tense["to_come"] and tense["were_to"].intersection(before[:2]):
            return "either", word, at  # "was due to leave on Thursday": it may be over, or still ahead
        if word in tense["past_with_object"] and tense["determiners"].intersection(after[:1]):
            return "past", word, at  # "on Monday set a deadline"
        if word in tense["noun_ahead"] and (
            tense["were_to"].intersection(after[:1]) or tense["missed"].intersection(before)
        ):
            continue  # "on Monday a deadline was set", "missed that deadline in March"
        if word in tense["due"] and behind in tense["prepositions"]:
            return "future", f"{word} {behind}", at
        if word in tense["ahead_to"]:
            if behind in tense["infinitive"] or (backwards and behind in tense["purpose"]):
                return "future", f"{word} {behind}", at
            continue
        if (
            word in tense["place"]
            and tense["present"].intersection(before[:1])
            and tense["infinitive"].intersection(before[1:2])
        ):
            above = _before(words, at, 5, backwards)[2:]
            if sign := _to_be_done(f"{before[0]} {word}", at, above, tense, pack):
                return sign  # "a meeting to take place in May"
        if word in tense["could"] and behind in tense["negation"]:
            return "past", f"{word} {behind}", at
        to_be = bool(tense["passive"].intersection(before[:1]) and tense["infinitive"].intersection(before[1:2]))
        is_done = bool(tense["is_to"].intersection(before[:2]))  # "is expected in Paris" is ahead
        if backwards and word in tense["bidden"] and not to_do and tense["infinitive"].intersection(words[:at]):
            return "either", word, at  # "invited him to Lima in February": he may come then, or was invited then
        if word in tense["with_to"] and not to_be and not is_done:
            to_noun = behind in tense["infinitive"] and tense["determiners"].intersection(
                after[1:]
            )  # "agreed to the plan"
            if backwards and to_noun and at == len(after[:2]):
                return "future", f"{word} {behind}", at  # "agreed to a December 10 election"
            aim = (behind in tense["infinitive"] and not to_noun) or behind in tense["purpose"]
            held = backwards and at and any(w.lower() in tense["meanwhile"] for w in words[:at])
            if held and words[0] in tense["prepositions"] and tense["held_on_call"].intersection(words[1:at]):
                return "past", word, at  # "agreed to swap captives during talks on Monday"
            ahead = backwards and (to_do or aim)  # "on Monday they agreed to meet": the agreement was on Monday
            return "future" if ahead else "past", word, at
        if backwards and word in tense["infinitive"]:
            to_do = behind.islower() and behind not in tense["determiners"]  # "agreed on Tuesday to meet in May"
        if word in tense["future"] or ends(word, pack.future_endings, tense["not_future"]):
            return "future", word, at
        regular = ends(word, pack.past_endings, tense["not_past"])
        if regular and (before_its_noun(before, tense) or before_its_object(before, behind, tense)):
            continue
        if word in tense["past"] or regular:
            if backwards and (shared := _joined(words, at, tense, pack)) is not None:
                return shared
            if to_be:
                if sign := _to_be_done(word, at, _before(words, at, 5, backwards)[2:], tense, pack):
                    return sign
                continue
            if sign := _have_done(at, _before(words, at, _IMPUTED + 3, backwards), tense):
                return sign
            if to_do and tense["has"].intersection(before[:1]):
                return "future", f"{before[0]} {word} to", at
            if tense["infinitive"].intersection(before[:1]):
                continue  # "to last into June"
            modal = next((w for w in before if w in tense["modal"]), None)
            if modal in tense["could"] and tense["negation"].intersection(
                w.lower() for w in _before(words, at, 6, backwards)
            ):
                modal = None  # "neither could be reached on Tuesday" tells of what was
            if modal in tense["could"] and word in tense["perceived"]:
                modal = None  # "shelling could be heard on Thursday"
            if not modal and _is_done(word, before, tense):
                if word in tense["imputed"]:
                    continue  # "is accused of having met them in May"
                return "future", f"is {word}" if "is" in before[:2] else f"{before[0]} {word}", at
            if not modal and backwards and (governor := _sequel(words[at + 1 :], tense)):
                return "future", governor, at
            # "had begun in July": the participle between is a part of the sign
            beside = at - 1 if word in tense["perfect"] and backwards and at > 1 else at
            return ("future", modal, at) if modal else ("past", word, beside)
        if word in tense["present"] and not _is_noun_or_governed(_before(words, at, _GOVERNED, backwards), tense):
            wake = next((w for w in words[max(0, at - _COMES) : at] if w in tense["in_wake"]), None)
            if backwards and wake and word in tense["comes"]:
                return "past", f"{word} ... {wake}", at  # "the offer comes a week after talks on Thursday"
            return "future", word, at  # "votes on Thursday": with a day the present tense looks ahead
        if backwards and at <= _STATED and word in tense["is_to"] and not (tense["imputed"] | tense["past"]) & {behind}:
            return "future", word, at  # "is up for election in the autumn"
        if word in tense["progressive"] and tense["is_to"].intersection(before[:2]):
            return "future", f"{'are' if 'are' in before[:2] else before[0]} {word}", at
    return None


def _joined(words: Sequence[str], at: int, tense: Mapping[str, frozenset[str]], pack: TimexPack) -> Sign | None:
    """The tense of a participle that shares the "be" of one before it: "must be ratified and put to a vote in May"."""
    if not tense["joining"].intersection(words[at + 1 : at + 2]):
        return None
    past = [word in tense["past"] or ends(word, pack.past_endings, tense["not_past"]) for word in words]
    for i in range(at + 2, min(at + 2 + _JOINED, len(words) - 2)):
        between = 1 if past[i] and not past[i + 1] and not tense["passive"].intersection(words[i + 1 : i + 2]) else 0
        if past[i] and tense["passive"].intersection(words[i + 1 + between : i + 2 + between]):
            sign = _first_sign(words[i:], tense, pack, backwards=True)
            return (sign[0], sign[1], sign[2] + i) if sign and sign[0] != "past" else None
        if past[i] and not past[i + 1]:
            return None  # but of "to be debated, amended and approved" the one before may share it
    return None


def _is_done(word: str, before: Sequence[str], tense: Mapping[str, frozenset[str]]) -> bool:
    """Whether a participle is of a present passive ("is held", "is now held"), not of a noun ("these are words said")."""
    near = [each.lower() for each in before[:2]]
    if tense["is_to"].intersection(near[:1]):
        return True
    between = tense["adverbs"] | tense["negation"]
    return bool(tense["is_to"].intersection(near[1:])) and (near[0] in between or word in tense["to_come"])


def _sequel(before: Sequence[str], tense: Mapping[str, frozenset[str]]) -> str | None:
    """What looks ahead from a clause that only says when: "would leave once a deal was signed"; `before` is told before the
    past verb of that clause, nearest first."""
    begins = next((at for at, word in enumerate(before[:_SEQUEL]) if word in tense["sequel"]), None)
    if begins is None:
        return None
    return next((word for word in before[begins + 1 : begins + 1 + _SEQUEL] if word in tense["foretold"]), None)


def _to_be_done(
    word: str, at: int, above: Sequence[str], tense: Mapping[str, frozenset[str]], pack: TimexPack
) -> Sign | None:
    """The tense of "to be held" by what stands before it, nearest first: "is", "the talks" and "expected" look ahead,
    "was" leaves it open, and another past verb tells its own ("failed to be signed")."""
    governor = above[0].lower() if above else ""
    ahead = tense["to_come"] | tense["with_to"] | tense["ahead_to"]
    if governor in tense["perfect"]:
        return "past", governor, at
    if governor in tense["were_to"] or (governor in ahead and tense["were_to"].intersection(above[1:2])):
        return "either", word, at
    past = governor in tense["past"] or ends(governor, pack.past_endings, tense["not_past"])
    return None if past and governor not in ahead else ("future", f"to be {word}", at)


def _have_done(at: int, before: Sequence[str], tense: Mapping[str, frozenset[str]]) -> Sign | None:
    """The tense of a participle behind "have" by what governs that: "may have met" was, "will have met" is to come,
    "would have met" and "was to have met" leave it open."""
    before = [word for word in before if word not in tense["negation"]]  # "may not have met"
    have = next((i for i, word in enumerate(before[:2]) if word in tense["have"]), None)
    if have is None:
        return None
    governor, *above = [word.lower() for word in before[have + 1 :]] or [""]
    if governor in tense["will"]:
        return "future", governor, at
    # "is said to have met", "claimed on Sunday to have met"
    imputed = next((word for word in above[:_IMPUTED] if word in tense["imputed"]), None)
    if governor in tense["infinitive"] and imputed:
        return "past", f"{imputed} to have", at
    if governor in tense["would"] | tense["infinitive"]:
        return "either", governor, at
    return ("past", f"{governor} have", at) if governor in tense["modal"] else None


def _before(words: Sequence[str], at: int, count: int, backwards: bool) -> Sequence[str]:
    """Up to `count` words that stand before the word at `at` in the text, the nearest first."""
    return words[at + 1 : at + 1 + count] if backwards else words[max(0, at - count) : at][::-1]


def _behind(words: Sequence[str], at: int, count: int, backwards: bool) -> Sequence[str]:
    """Up to `count` words that stand behind the word at `at` in the text, the nearest first."""
    return words[max(0, at - count) : at][::-1] if backwards else words[at + 1 : at + 1 + count]


def _is_noun_or_governed(before: Sequence[str], tense: Mapping[str, frozenset[str]]) -> bool:
    """Whether a word that may be a present tense is a noun ("the votes") or hangs on another verb ("to hold")."""
    said = [word.lower() for word in before]
    governs = tense["infinitive"] | tense["modal"] | tense["auxiliary"]
    lets = tense["letting"].intersection(said)  # "let two of them go on Sunday"
    return bool(  # "signed in May, expires" has no modal
        lets or governs.intersection(before[:2]) or (tense["determiners"] | tense["noun_before"]).intersection(said[:1])
    )
