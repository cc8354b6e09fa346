"""Times that a parse hangs on the wrong word: on what stands before them, a participle that only describes, a noun.

Each function looks at one verb, mends its kind of fault, and says whether it did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.parsing.grammar import SUBJECT
from timeline.parsing.noun_times import (
    behind_its_noun,
    beyond_the_description,
    beyond_the_topic,
    dated_participle,
    day_as_first_subject,
    day_by_another_name,
    month_before_its_noun,
    of_what_it_is_ahead,
    participle_of_a_day,
    time_of_the_participle,
    when_it_came_before,
    when_it_is_due,
    when_it_starts,
    when_it_was_put_out,
    when_the_cause_was,
    whose_it_is_behind_the_time,
)
from timeline.parsing.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Token


def _time_of_the_verb_before(verb: Token, words: Words) -> bool:
    """ "Visited Sanaa last April and Houthi envoys travelled": a time was hung on the subject behind the "and"."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    times = (c for c in subject.lefts if c.text in words.calendar and c.dep_ in ("nmod", "compound")) if subject else ()
    time = next(iter(times), None)
    joint = next((c for c in time.rights if c.dep_ == "cc"), None) if time is not None else None
    if verb.dep_ != "conj" or verb.head.i > verb.i or time is None or joint is None:
        return False
    time.head, time.dep_ = verb.head, "npadvmod"
    joint.head = verb.head
    return True


def _time_that_opens(verb: Token, words: Words) -> bool:
    """ "May 2, 2024, Turkey halts all trade": a day that opens the sentence was hung on the subject."""
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECT), None)
    opens = [c for c in subject.lefts if c.left_edge.i == 0 and c.dep_ == "npadvmod"] if subject is not None else []
    if not opens or opens[0].text not in words.calendar or opens[0].doc[opens[0].right_edge.i + 1].text != ",":
        return False
    opens[0].head = verb
    return True


def _time_before_that(verb: Token, words: Words) -> bool:
    """ "Ruled in May, and again this April, that it could": a time before the "that" is not of what stands behind it."""
    that = next((c for c in verb.lefts if c.dep_ == "mark" and c.lower_ in words.that), None)
    kinds = ("prep", "npadvmod", "advmod")
    early = [c for c in verb.lefts if c.dep_ in kinds and that is not None and c.i < that.i]
    if verb.dep_ not in ("ccomp", "advcl", "conj") or verb.head.i > verb.i or not early:
        return False
    for child in early:
        child.head = verb.head
    return True


def _month_as_auxiliary(verb: Token, words: Words) -> bool:
    """ "Took hold on 16 May the rebels held": the month, which was taken for an auxiliary."""
    month = next((child for child in verb.lefts if child.dep_ == "aux" and child.text in words.calendar), None)
    before = month.doc[month.left_edge.i - 1] if month is not None and month.left_edge.i else month
    if month is None or before is None or before.dep_ != "prep" or any(c.dep_ == "pobj" for c in before.children):
        return False
    month.head, month.dep_ = before, "pobj"
    return True


def _name_before_today(verb: Token, words: Words) -> bool:
    """ "Chad today breaks off relations": the subject, which was taken for a part of the day."""
    day = next((child for child in verb.lefts if child.dep_ == "nsubj" and child.lower_ in words.spoken), None)
    name = next((c for c in day.lefts if c.pos_ == "PROPN" and c.dep_ in ("compound", "nmod")), None) if day else None
    if day is None or name is None or name.i != day.i - 1:
        return False
    for child in [child for child in day.lefts if child != name]:
        child.head = name
    name.head, name.dep_, day.dep_ = verb, "nsubj", "npadvmod"
    return True


def _from_then_on(verb: Token, words: Words) -> bool:
    """ "Will halt drills starting Aug. 1": since when, which was taken for what is halted."""
    day = next((child for child in verb.rights if child.text in words.calendar), None)
    if verb.tag_ != "VBG" or verb.dep_ != "xcomp" or day is None or day.i != verb.i + 1:
        return False
    verb.dep_, day.dep_ = "advcl", "npadvmod"
    return True


def _before_the_comma(verb: Token, words: Words) -> bool:
    """ "Djibouti, whose troops clashed with Eritrea's in June 2008, reacted": the day behind a relative clause is the clause's."""
    if verb.dep_ != "relcl" or verb.head.i > verb.i:
        return False
    times = [
        c
        for c in verb.head.rights
        if c.dep_ == "prep" and c.i > verb.i and any(w.text in words.calendar for w in c.subtree)
    ]
    inside = [time for time in times if all(word.text != "," for word in verb.doc[verb.i : time.i])]
    aside = [c for c in verb.head.rights if c.dep_ in ("prep", "npadvmod", "advmod") and c.i > verb.i]
    if not inside and aside and aside[0].dep_ == "advmod" and any(c.text in words.calendar for c in aside):
        inside = aside  # "who has met him five times, most recently in Lima last July, left"
    for time in inside:
        time.head = verb
    return bool(inside)


def _beyond_who_they_were(verb: Token, words: Words) -> bool:
    """ "Killed 26 people, most of them tourists, at Pahalgam on April 22": where and when is the verb's, not that of who they were."""
    if verb.dep_ != "advcl" or verb.pos_ != "VERB" or verb.head.i > verb.i:
        return False
    asides = [c for c in (*verb.rights, *verb.head.rights) if c.i > verb.i and c.pos_ == "NOUN" and c.dep_ == "advcl"]
    aside = next((c for c in asides if any(inner.dep_ in SUBJECT for inner in c.lefts)), None)
    hung = [c for c in aside.rights if c.dep_ == "prep" and aside.nbor().text == ","] if aside is not None else []
    for child in hung:
        child.head = verb
    if aside is not None:
        aside.head = verb
    return bool(hung)


def _so_much_later(verb: Token, words: Words) -> bool:
    """ "Announced, and hours later withdrew, a plan": how much later is no subject."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.lemma_ in words.units), None)
    bare = subject is not None and all(c.dep_ == "nummod" for c in subject.children)
    if verb.dep_ != "conj" or subject is None or not bare or subject.nbor().dep_ != "advmod":
        return False
    subject.dep_ = "npadvmod"
    return True


def _second_time(verb: Token, words: Words) -> bool:
    """ "Met on Sunday in Paris and on Wednesday in Rome": the second time, and the place behind each, are the verb's."""
    behind = [word for child in verb.rights if child.dep_ == "prep" for word in (child, *child.conjuncts)]
    dated = [word for word in behind if any(c.dep_ == "pobj" and c.text in words.calendar for c in word.children)]
    hung = [word for time in dated for word in time.rights if word.dep_ == "prep"]
    joined = [time for time in dated if time.dep_ == "conj"]
    for word in [*joined, *(child for time in joined for child in time.head.rights if child.dep_ == "cc"), *hung]:
        word.head = verb
        word.dep_ = "prep" if word.dep_ == "conj" else word.dep_
    return bool(joined or hung)


def _again_beyond_a_clause(verb: Token, words: Words) -> bool:
    """ "Flared in May, when police walked out, and again in July", "in May, a day after police walked out, and in July": the
    second time is not that of the clause between."""
    when = any(c.tag_ == "WRB" for c in verb.lefts)
    when = when or any(c.dep_ == "npadvmod" and c.lemma_ in words.units for c in verb.lefts)
    if verb.dep_ not in ("relcl", "advcl") or not when:
        return False
    hung = (c for c in verb.rights if c.dep_ in ("prep", "conj") and c.pos_ == "ADP" and c.i > verb.i + 1)
    behind = ((c, verb.doc[c.left_edge.i - 1], verb.doc[c.left_edge.i - 2]) for c in hung)
    again = next(
        (c for c, joint, comma in behind if joint.dep_ == "cc" and (c.left_edge != c or comma.text == ",")), None
    )
    if again is None or all(c.text not in words.calendar and c.tag_ != "CD" for c in again.children):
        return False
    above = next((word for word in verb.ancestors if word.pos_ == "VERB"), None)
    if above is None:
        return False
    joint = verb.doc[again.left_edge.i - 1]
    joint.head = again.head = above
    again.dep_ = "prep"
    return True


def _when_it_was_later(verb: Token, words: Words) -> bool:
    """ "Was driven out in 2001 after it refused to hand over a man who was killed a decade later, on May 2": the day is that of
    what came later, and not of the verb above."""
    for time in [child for child in verb.rights if child.dep_ == "prep" and child.i > 2]:
        later = time.nbor(-2)
        counted = any(child.dep_ == "npadvmod" and child.lemma_ in words.units for child in later.lefts)
        dated = any(c.text in words.calendar or c.tag_ == "CD" for c in time.children)
        if time.nbor(-1).text == "," and counted and dated and verb in later.head.ancestors:
            time.head = later.head
            return True
    return False


def _behind_an_apposition(verb: Token, words: Words) -> bool:
    """ "Signed a pact, the Lima Charter, on May 3": the day was hung on the comma before it."""
    hung = [word for child in verb.subtree if child.text == "," for word in child.rights if word.dep_ == "prep"]
    for word in hung:
        above = next((other for other in word.ancestors if other.pos_ in ("VERB", "AUX")), verb)
        word.head = above
    return bool(hung)


def _day_behind_a_semicolon(verb: Token, words: Words) -> bool:
    """ "Agreed to a truce; the following day rebels blew up a bridge": the day was hung on the clause before, with its verb."""
    day = verb.head
    marked = any(child.tag_ in ("WDT", "WP", "WRB", "IN") for child in verb.lefts)
    own = any(child.dep_ in SUBJECT for child in verb.lefts)
    if verb.dep_ != "relcl" or verb.tag_ != "VBD" or day.lemma_ not in words.units or marked or not own:
        return False
    if day.dep_ != "npadvmod" or day.left_edge.i == 0 or day.left_edge.nbor(-1).text != ";":
        return False
    verb.head, verb.dep_ = day.head, "parataxis"
    day.head = verb
    return True


def _before_the_semicolon(verb: Token, words: Words) -> bool:
    """ "Was the first to be jailed, on May 3; he was freed in June": the day is not that of what stands behind the semicolon."""
    sign = next((child.i for child in verb.lefts if child.text == ";"), None)
    hung = [child for child in verb.lefts if sign is not None and child.i < sign and child.dep_ in ("prep", "npadvmod")]
    before = next((w for w in reversed(verb.doc[: hung[0].i]) if w.pos_ == "VERB"), None) if hung else None
    if before is None or before.left_edge.i > hung[0].i or before == verb or verb.is_ancestor(before):
        return False
    for child in hung:
        child.head = before
    return True


def _behind_a_place(verb: Token, words: Words) -> bool:
    """ "Was flown home to Lima that May and freed": a month was taken for another name of the town."""
    places = [c for p in verb.rights if p.dep_ == "prep" for c in p.children if c.dep_ == "pobj" and c.pos_ == "PROPN"]
    for month in [c for place in places for c in place.rights if c.dep_ == "appos" and c.text in words.calendar]:
        if any(child.dep_ in ("amod", "det") for child in month.lefts):
            month.head, month.dep_ = verb, "npadvmod"
            return True
    return False


def _since_of_the_urging(verb: Token, words: Words) -> bool:
    """Since when somebody "has urged them to settle", which was hung on the settling."""
    bound = verb.tag_ == "VB" and verb.dep_ == "xcomp"
    have = bound and any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.head.children)
    since = next((c for c in verb.rights if have and c.dep_ == "prep" and c.lower_ == "since"), None)
    if since is None:
        return False
    since.head = verb.head
    return True


def _particle_before_a_time(verb: Token, words: Words) -> bool:
    """ "Was sworn in four days later": a particle that was taken for a preposition."""
    behind = verb.nbor() if verb.i + 2 < len(verb.doc) else verb
    alone = behind.dep_ == "prep" and behind.head == verb and behind.n_lefts + behind.n_rights == 0
    counted = alone and (behind.nbor().tag_ == "CD" or behind.nbor().lemma_ in words.units)
    if not counted or verb.dep_ == "relcl" or verb.tag_ not in ("VBD", "VBN"):
        return False
    behind.dep_ = "prt"
    return True


def time_of_the_saying(clause: Token, words: Words) -> bool:
    """What stands right behind a verb, or whom it tells, and before the subject of the clause that it governs, with no "that"
    or comma between, is the verb's: "said on Friday he would go", "told Chad on Friday he would go"."""
    if clause.dep_ != "ccomp":
        return False
    subject = next((child for child in clause.lefts if child.dep_ in SUBJECT), None)
    told = (c for c in clause.head.rights if c.dep_ in ("dobj", "dative") and c.left_edge.i == clause.head.i + 1)
    behind = max((c.right_edge.i for c in told), default=clause.head.i) + 1
    early = (c for c in clause.lefts if c.dep_ in ("prep", "npadvmod") and c.left_edge.i == behind)
    first = next(early, None)
    if first is None or subject is None or first.right_edge.i + 1 != subject.left_edge.i:
        return False
    first.head = clause.head
    return True


def _beyond_the_aside(verb: Token, words: Words) -> bool:
    """ "Met Jane Doe, leading the mission, on Tuesday": the day behind the comma that closes an aside is the verb's before it."""
    main = verb.head
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or main.i > verb.i or verb.nbor(-1).text != ",":
        return False
    times = [c for c in verb.rights if c.dep_ == "prep" and any(inner.text in words.calendar for inner in c.children)]
    if not times or times[0].nbor(-1).text != "," or any(_dated(c, words) for c in main.children if c.i < verb.i):
        return False
    for time in times:
        time.head = main
    return True


def _of_the_launch(verb: Token, words: Words) -> bool:
    """ "Fired a missile that landed in the sea on Friday": the day is that of the firing too."""
    thing, main = verb.head, verb.head.head
    launched = verb.dep_ == "relcl" and thing.dep_ == "dobj" and thing.lemma_ in words.weapons and main.tag_ == "VBD"
    times = [child for child in verb.rights if launched and child.i > verb.i and _dated(child, words)]
    if not times or verb.tag_ != "VBD" or any(_dated(child, words) for child in main.children if child != thing):
        return False
    for time in times:
        time.head = main
    return True


def _opens_before_a_distance(verb: Token, words: Words) -> bool:
    """ "On Saturday, more than two years after it was struck, Chad shut the border": the day is that of the main verb."""
    mark = next((child for child in verb.lefts if child.dep_ == "mark" and child.lower_ in words.relations), None)
    opens = next((c for c in verb.lefts if c.dep_ == "prep" and c.left_edge.i == 0 and _dated(c, words)), None)
    if mark is None or opens is None or verb.dep_ not in ("ccomp", "advcl") or verb.head.i < verb.i or opens.i > mark.i:
        return False
    if verb.doc[opens.right_edge.i + 1].text != ",":
        return False
    opens.head, verb.dep_ = verb.head, "advcl"
    for distance in [child for child in verb.lefts if child.dep_ == "dep" and child.lemma_ in words.units]:
        distance.dep_ = "npadvmod"
    return True


def _behind_a_dash(verb: Token, words: Words) -> bool:
    """ "Each accuses the other of lying – by August, talks had failed": a time behind a dash opens the clause there."""
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECT), None)
    comma = subject.left_edge.i - 1 if subject is not None else 0
    if subject is None or comma < 2 or verb.doc[comma].text != ",":
        return False
    above = (word for word in verb.doc[comma - 1].ancestors if word.dep_ == "prep" and word.right_edge.i == comma - 1)
    opens = next(
        (word for word in above if word.i and word.nbor(-1).text in words.dashes and _dated(word, words)), None
    )
    if opens is None or opens.head.i > opens.i:
        return False
    opens.head = verb
    return True


def _since_of_the_perfect(verb: Token, words: Words) -> bool:
    """ "Have been in talks to form a state since May": since when was hung on what the talks are for."""
    since = next((c for c in verb.rights if c.lower_ in words.since and _dated(c, words)), None)
    to_do = any(child.dep_ == "aux" and child.lower_ in words.to for child in verb.lefts)
    if since is None or verb.tag_ != "VB" or not to_do or verb.dep_ not in ("advcl", "acl"):
        return False
    above = (word for word in verb.ancestors if word.pos_ in ("VERB", "AUX"))
    main = next(
        (w for w in above if w.tag_ == "VBN" and any(c.dep_ == "aux" and c.tag_ in ("VBP", "VBZ") for c in w.lefts)),
        None,
    )
    if main is None or main.i > verb.i:
        return False
    since.head = main
    return True


def _behind_an_aside_of_a_relative(verb: Token, words: Words) -> bool:
    """ "Spoke of the raid, which took ten lives, including three children, on May 3.": the day is that of the relative clause."""
    if verb.dep_ != "relcl" or verb.tag_ != "VBD" or verb.right_edge.i + 2 >= len(verb.doc):
        return False
    comma, on = verb.doc[verb.right_edge.i + 1], verb.doc[verb.right_edge.i + 2]
    aside = any(word.text == "," for word in verb.doc[verb.i : verb.right_edge.i])
    if comma.text != "," or on.dep_ != "prep" or not aside or not _dated(on, words) or on.head.i > verb.i:
        return False
    if on.right_edge.i + 2 < len(verb.doc):
        return False  # what stands behind it may be of another clause
    on.head = verb
    return True


def _right_behind_a_relative(verb: Token, words: Words) -> bool:
    """ "Praised what was done since the summit that was held on May 3": a time was hung on the verb before the relative clause that
    it stands right behind."""
    for hung in [child for child in verb.rights if _dated(child, words)]:
        done = hung.doc[hung.left_edge.i - 1]
        passive = any(child.dep_ == "auxpass" for child in done.lefts)
        if done.dep_ == "relcl" and done.tag_ == "VBN" and passive and verb.is_ancestor(done) and done.i > verb.i:
            hung.head = done
            return True
    return False


def _dated(hung: Token, words: Words) -> bool:
    """Whether what hangs on a verb names a day or a month."""
    inner = (hung, *hung.children) if hung.dep_ in ("prep", "npadvmod") else ()
    return any(word.text in words.calendar for word in inner)


#: What is looked for wherever a verb stands, in this order.
TIMES = (
    _particle_before_a_time, _month_as_auxiliary, _before_the_comma, _beyond_who_they_were, _name_before_today, _time_that_opens, _from_then_on, _time_of_the_verb_before, dated_participle, _time_before_that, participle_of_a_day, time_of_the_participle, when_it_starts, when_it_was_put_out, when_the_cause_was, of_what_it_is_ahead, beyond_the_description, _so_much_later, when_it_is_due,
    day_as_first_subject, month_before_its_noun, when_it_came_before, _second_time, _again_beyond_a_clause, behind_its_noun, whose_it_is_behind_the_time, day_by_another_name, _when_it_was_later, beyond_the_topic, _since_of_the_urging,
    _beyond_the_aside, _of_the_launch, _behind_an_apposition, _before_the_semicolon, _behind_a_place, _day_behind_a_semicolon, _opens_before_a_distance, _behind_a_dash, _since_of_the_perfect, _behind_an_aside_of_a_relative, _right_behind_a_relative,
)  # fmt: skip
