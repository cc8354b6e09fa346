"""Times of nouns and participles that a parse gives to the verb, and of verbs that it gives to those.

Each function looks at one verb, mends its kind of fault, and says whether it did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.parsing.grammar import NOMINAL, SUBJECT
from timeline.parsing.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Token

_YEAR = 4  # digits
_TAKEN_FOR = ("dobj", "npadvmod", "conj", "attr")  # relations that another name of a day is given


def _is_date(word: Token, words: Words) -> bool:
    """Whether a word names a day, a month or a year."""
    return word.text in words.calendar or (word.is_digit and len(word.text) == _YEAR)


def dated_participle(verb: Token, words: Words) -> bool:
    """ "Halted the pipeline, completed in September, when ...": what was done to the noun before the comma, and not done by
    whoever halted it."""
    done = verb.tag_ in ("VBN", "VBD") and verb.dep_ == "advcl"
    if not done or verb.i < 2 or verb.nbor(-1).text != ",":
        return False
    opened = (
        verb.nbor(-2).dep_ == "pobj" and verb.nbor(-2).head.head == verb.head
    )  # "At their talks, held in May, they agreed"
    if verb.head.i > verb.i and not opened:
        return False
    quoted = verb.nbor(-2).is_quote  # 'to resume "shuttle diplomacy", suspended since May'
    times = [inner for p in verb.rights for inner in (p, *p.children) if p.dep_ in ("prep", "npadvmod")]
    dated = any(_is_date(word, words) for time in times for word in time.subtree)
    own = (*SUBJECT, "aux", "auxpass", "mark", "dobj") + (() if verb.lemma_ in words.reporting else ("agent",))
    bound = any(child.dep_ in own for child in verb.children)  # "a ruling, announced on Monday by the court"
    noun = verb.nbor(-3) if quoted and verb.i > 2 else verb.nbor(-2)
    while (
        noun.dep_ in ("nummod", "compound", "pobj", "prep", "amod", "appos")
        and noun.head.i > verb.head.i
        and noun.pos_ not in NOMINAL
    ):
        noun = noun.head
    if bound or not dated or noun.pos_ not in NOMINAL or noun.text in words.calendar:
        return False
    verb.head, verb.dep_, verb.tag_ = noun, "acl", "VBN"
    return True


def participle_of_a_day(verb: Token, words: Words) -> bool:
    """ "Was struck on July 14, 2015, endorsed six days later, and took effect": what else was done, not of the day."""
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or verb.head.text not in words.calendar or verb.nbor(-1).text != ",":
        return False
    above = next((word for word in verb.ancestors if word.pos_ == "VERB"), None)
    if above is None or above.tag_ != "VBN" or all(child.dep_ != "auxpass" for child in above.children):
        return False
    verb.head, verb.dep_ = above, "conj"
    return True


def time_of_the_participle(verb: Token, words: Words) -> bool:
    """ "A memorandum signed in Madrid that June bought six weeks": when it was signed."""
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECT), None)
    time = next((c for c in verb.lefts if c.dep_ == "npadvmod" and c.text in words.calendar), None)
    rights = subject.rights if subject is not None else ()
    done = next((c for c in rights if c.dep_ == "acl" and c.tag_ == "VBN"), None)
    if time is None or done is None or done.right_edge.i != time.left_edge.i - 1:
        return False
    time.head = done
    return True


def when_it_starts(verb: Token, words: Words) -> bool:
    """ "Agreed on a truce starting Thursday": of what is agreed on, and not of those who agree."""
    noun = verb.nbor(-1) if verb.i else verb
    if verb.tag_ != "VBG" or verb.dep_ not in ("prep", "advcl") or verb.lemma_ not in words.courses:
        return False
    times = [child for child in verb.rights if any(_is_date(word, words) for word in child.subtree)]
    if noun.lemma_ not in words.nouns or noun.dep_ not in ("dobj", "pobj") or verb.head.i > verb.i or not times:
        return False
    verb.head, verb.dep_, verb.pos_ = noun, "acl", "VERB"
    return True


def when_it_was_put_out(verb: Token, words: Words) -> bool:
    """ "In a statement released on Monday, the council condemned it": the day is the statement's, and with it the verb's."""
    noun, main = verb.head, verb.head.head.head
    opens = noun.dep_ == "pobj" and noun.head.lower_ in words.inside and main.pos_ == "VERB" and main.i > verb.i
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or not opens or noun.lemma_ not in words.documents:
        return False
    times = [c for c in verb.rights if c.dep_ in ("prep", "npadvmod") and any(_is_date(w, words) for w in c.subtree)]
    if len(times) != 1 or any(child.dep_ == "agent" for child in verb.rights):
        return False
    times[0].head = noun
    return True


def when_the_cause_was(verb: Token, words: Words) -> bool:
    """ "Was cut off in June over an invasion in February", "the first since the invasion of Chad in May": when what stands behind the
    "over" or the "since" was, which was hung on the verb."""
    for time in [w for w in verb.subtree if w.dep_ == "prep" and w.head.lemma_ in words.beginnings and w.i > verb.i]:
        inner = (c for p in time.head.rights if p.lower_ in words.of_what for c in p.rights if c.dep_ == "pobj")
        event = next((c for c in inner if c.lemma_.lower() in words.nouns and c.i < time.i), None)
        if event is not None and any(_is_date(word, words) for word in time.children):
            time.head = event  # "since the beginning of the invasion in May"
            return True
    dated = [c for c in verb.rights if c.dep_ == "prep" and any(_is_date(w, words) for w in c.children)]
    for time in dated:
        noun = time.nbor(-1)
        while noun.dep_ == "pobj" and noun.head.lower_ in words.of_what and noun.head.head.i > verb.i:
            noun = noun.head.head
        before = noun.head
        since = before.lower_ in words.since
        second = before.head == verb and dated[0].i < before.i and before.dep_ == "prep"
        known = noun.dep_ == "pobj" and noun.lemma_.lower() in words.nouns and before.i > verb.i
        if known and noun.pos_ == "NOUN" and (since or second) and before != time:
            time.head = noun
            return True
    return False


def of_what_it_is_ahead(verb: Token, words: Words) -> bool:
    """ "The visit comes ahead of a summit in Lima on Tuesday": the day is the summit's."""
    if verb.lemma_ not in words.comes:
        return False
    ahead = (c for c in verb.rights if c.dep_ == "advmod")
    of = (p for word in ahead for p in word.rights if p.dep_ == "prep" and p.lower_ in words.of_what)
    noun = next((c for p in of for c in p.rights if c.dep_ == "pobj" and c.lemma_.lower() in words.nouns), None)
    if noun is None:
        return False
    hung = (c for c in verb.rights if c.i > noun.i and c.dep_ in ("prep", "npadvmod"))
    time = next((child for child in hung if any(_is_date(word, words) for word in child.subtree)), None)
    if time is None:
        return False
    time.head = noun
    return True


def beyond_the_description(verb: Token, words: Words) -> bool:
    """ "Signed with pens made of bullets on Sept. 26 in Cartagena", "met a man known as Ali on Monday": the day, and what
    stands behind it, is not that of a participle that says what something is like."""
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or verb.lemma_ not in words.described:
        return False
    hung = [word for word in verb.subtree if word.dep_ == "prep" and word.i > verb.i + 1]
    hung = [word for word in hung if word.head.dep_ != "relcl"]  # "since the summit that was held on May 3"
    days = [word.i for word in hung if any(c.text in words.calendar for c in word.children if c.dep_ == "pobj")]
    above = next((word for word in verb.ancestors if word.pos_ == "VERB" and word.dep_ != "acl"), None)
    if not days or above is None or above.i > verb.i:
        return False
    for word in hung:
        if word.i >= days[0]:
            word.head = above
    return True


def when_it_is_due(verb: Token, words: Words) -> bool:
    """When talks are due, which was hung on the verb before them: "discussed the talks due in Oman on Saturday"."""
    last = next(
        (c for c in verb.rights if c.dep_ == "prep" and any(w.text in words.calendar for w in c.children)), None
    )
    noun = next((c for c in verb.rights if last is not None and c.dep_ in ("dobj", "attr") and c.i < last.i), None)
    due = next((c for c in noun.rights if c.tag_ == "JJ" and c.dep_ == "amod"), None) if noun is not None else None
    if last is None or due is None or due.right_edge.i != last.i - 1 or due.right_edge == due:
        return False
    last.head = due
    return True


def behind_its_noun(verb: Token, words: Words) -> bool:
    """ "Following a call between Putin and Erdogan the day before": when the call was, which was hung on the preposition."""
    for before in (child for child in verb.rights if child.dep_ == "prep"):
        noun = next((c for c in before.rights if c.dep_ == "pobj" and c.pos_ == "NOUN"), None)
        time = next((c for c in before.rights if c.dep_ == "npadvmod"), None)
        if noun is not None and time is not None and time.i > noun.i and noun.text not in words.calendar:
            time.head = noun
            return True
    return False


def day_by_another_name(verb: Token, words: Words) -> bool:
    """ "Met on April 6, the anniversary of the coup": what else the day is, which was taken for an object, or for what is
    joined to the verb."""
    for noun in [child for child in verb.rights if child.lemma_ in words.days and child.dep_ in _TAKEN_FOR]:
        first = next((child for child in noun.lefts if child.dep_ == "det"), None)
        if first is None or first.i < 2 or first.nbor(-1).text != ",":
            continue
        last = first.nbor(-2)
        time = next((word for word in (last, last.head) if word.text in words.calendar), None)
        if time is None:
            continue
        before = [child for child in noun.lefts if child.i < first.i]
        hung = next((child for child in before if child.dep_ == "prep"), None)
        for child in before:
            child.head = verb if child == hung or hung is None else hung
        noun.head, noun.dep_ = time, "appos"
        return True
    return False


def beyond_the_topic(verb: Token, words: Words) -> bool:
    """ "Signed a communique on restoring ties on Friday", "voted on a resolution condemning the coup on Monday": the day is not that
    of what a noun is about."""
    if verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.head.lemma_ in words.documents:
        return _beyond_what_is_written(verb, words)
    about = verb.head
    if verb.tag_ != "VBG" or verb.dep_ != "pcomp" or about.lower_ not in words.about or about.head.pos_ not in NOMINAL:
        return False
    noun = about.head
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ == "prep" else noun.head
    last = next((c for c in verb.rights if c.dep_ == "prep" and any(w.text in words.calendar for w in c.subtree)), None)
    bound = any(child.tag_ == "MD" for child in above.lefts)  # "will return for talks on reuniting it on Thursday"
    told = above.pos_ == "VERB" and (above.tag_ == "VBD" or bound) and noun.dep_ in ("dobj", "pobj")
    beside = (c for c in above.children if c.i < verb.i and not c.is_ancestor(verb))
    if last is None or not told or any(word.text in words.calendar for child in beside for word in child.subtree):
        return False
    last.head = above
    return True


def _beyond_what_is_written(verb: Token, words: Words) -> bool:
    """Hangs the day behind what a document says on the verb above that, where it has no other."""
    above = next((word for word in verb.ancestors if word.pos_ == "VERB"), None)
    times = [
        c
        for c in verb.rights
        if c.dep_ in ("prep", "advmod", "npadvmod")
        and any(_is_date(w, words) or w.lemma_ in words.units for w in c.subtree)
    ]
    if above is None or above.i > verb.i or len(times) != 1 or times[0].i < verb.i + 1:
        return False
    beside = (c for c in (*above.children, *above.head.children) if c.i < verb.i and verb not in c.subtree)
    if any(_is_date(word, words) for child in beside for word in child.subtree):
        return False
    times[0].head = above
    return True


def day_as_first_subject(verb: Token, words: Words) -> bool:
    """ "Crowds gathered on 6 April, the anniversary of the coup, and days later the army removed him": what else the day is was taken
    for a subject of the next verb, and the first verb for what that says."""
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
    first = next((child for child in verb.lefts if child.dep_ == "ccomp" and child.pos_ == "VERB"), None)
    if len(subjects) < 2 or first is None or subjects[0].lemma_ not in words.days or first.i > subjects[0].i:
        return False
    day = subjects[0]
    start = day.left_edge.i
    times = [word for word in verb.doc[first.i : start] if _is_date(word, words)]
    if not times or verb.doc[start - 1].text != ",":
        return False
    day.head, day.dep_ = times[-1], "appos"
    above = verb.head if verb.head != verb else first
    first.head, first.dep_ = above, verb.dep_
    verb.head, verb.dep_ = first, "conj"
    for child in [c for c in (*day.rights, *verb.lefts) if c.dep_ in ("cc", "punct") and c.i < subjects[1].left_edge.i]:
        child.head = first
    for child in [c for c in day.rights if c.i > day.i and c.dep_ in ("npadvmod", "advmod")]:
        child.head = verb
    return True


def month_before_its_noun(verb: Token, words: Words) -> bool:
    """ "Was arrested over the May 2016 stabbing death of a guard": a month was taken for that in which he was, with the noun
    behind it for another clause."""
    for before in [child for child in verb.rights if child.dep_ == "prep"]:
        dates = (c for c in before.children if c.dep_ == "pobj" and _is_date(c, words))
        month = next(dates, None)
        the = next((c for c in month.lefts if c.dep_ == "det"), None) if month is not None else None
        if month is None or the is None or month.right_edge.i + 1 >= len(verb.doc):
            continue
        noun = verb.doc[month.right_edge.i + 1]
        shooting = noun.tag_ == "VBG" and noun.i + 1 < len(verb.doc) and noun.nbor().pos_ == "NOUN"
        if not (noun.pos_ == "NOUN" or shooting) or noun.head != verb or noun.dep_ == "nsubj":
            continue
        run = [noun]
        while run[-1].i + 1 < len(verb.doc) and run[-1].nbor().pos_ == "NOUN":
            run.append(run[-1].nbor())
        last = run[-1]
        last.head, last.dep_ = before, "pobj"
        for word in [child for child in noun.rights if child.i > last.i]:
            word.head = last
        for word in (*run[:-1], month, the):
            word.head = last
            word.dep_ = "det" if word == the else "compound"
        return True
    return False


def when_it_came_before(verb: Token, words: Words) -> bool:
    """ "Died within a month of his arrest on May 3": the day is that of what is counted from."""
    for time in [child for child in verb.rights if child.dep_ == "prep" and child.i > 3]:
        noun = time.nbor(-1)
        counted = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in words.units
        if counted and noun.pos_ == "NOUN" and any(c.text in words.calendar for c in time.subtree):
            time.head = noun
            return True
    return False


def whose_it_is_behind_the_time(verb: Token, words: Words) -> bool:
    """ "The death on Monday of the king plunged": whose death it was, hung on the time between."""
    mended = False
    for noun in [child for child in verb.children if child.dep_ in (*SUBJECT, "dobj") and child.pos_ == "NOUN"]:
        on = next((c for c in noun.rights if c.dep_ == "prep"), None)
        day = (
            next((c for c in on.rights if c.dep_ == "pobj" and c.text in words.calendar), None)
            if on is not None
            else None
        )
        of = (
            next((c for c in day.rights if c.dep_ == "prep" and c.lower_ in words.of_what), None)
            if day is not None
            else None
        )
        whose = next((c for c in of.rights if c.dep_ == "pobj"), None) if of is not None else None
        if of is None or whose is None or whose.text in words.calendar or whose.lemma_ in words.units or whose.like_num:
            continue
        of.head = noun
        mended = True
    return mended
