"""The line of a deadline: what is due, or who set it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.parsing.grammar import NOMINAL, is_passive, made_to
from timeline.titles.headline import Headline, joined_names

if TYPE_CHECKING:
    from spacy.tokens import Token


def deadline(headline: Headline) -> str:
    """The line of what is due: "Deadline: Russia to reply"."""
    draft, lexicon = headline.draft, headline.lexicon
    trigger, said = draft.trigger, headline.words["deadline"]
    if trigger.lemma_ in lexicon.status["deadline_words"] and trigger.pos_ in NOMINAL:
        about, who = _about(headline, trigger), joined_names(headline.doers)
        kept = trigger.dep_ == "dobj" and trigger.head.lemma_ in lexicon.telling["faces"]  # "Chad faces a deadline"
        if kept and not who:
            subject = next((child for child in trigger.head.lefts if child.dep_ == "nsubj"), None)
            who = headline.phrases.phrase(subject) if subject is not None and subject.pos_ in NOMINAL else ""
        if about.startswith(f"{said['to']} ") and kept:
            about = f"{who} {about}".lstrip()
        if about:
            return f"{said['of']} {about}"
        return (
            f"{said['alone'] if kept else said['set_by']} {said['for'] if kept else ''}{who}" if who else said["alone"]
        )
    if trigger.pos_ in NOMINAL:
        return f"{said['of']} {Headline(replace(draft, status='scheduled'), lexicon).nominal()}"
    if trigger.lemma_ in lexicon.telling["give_time"]:
        until, setter = _until(headline, trigger), joined_names(headline.doers)
        return f"{said['of']} {until}" if until else f"{said['set_by']} {setter}" if setter else said["alone"]
    objects = [c for c in trigger.children if c.dep_ in ("xcomp", "ccomp", "dobj", "attr")]
    if objects and trigger.lemma_ in lexicon.status["need"]:
        return f"{said['of']} {headline.phrases.phrase(objects[0], keep_clauses=True)}"
    line = Headline(replace(draft, status="scheduled"), lexicon).line()
    article = line.split(" ", 1)[0].lower() in headline.words["articles"]  # "The council's mandate to expire"
    return f"{said['of']} {line[:1].lower() + line[1:] if article else line}"


def _until(headline: Headline, verb: Token) -> str:
    """What ends at a deadline: what was extended, or the time that somebody has to do something."""
    said, forms = headline.words["deadline"], ("dobj", "nsubjpass")
    thing = next((c for c in verb.children if c.dep_ in forms and not headline.phrases.is_time(c)), None)
    shared = headline.draft.subject if is_passive(verb) else None  # "was to end in May but has been extended"
    thing = shared if thing is None and shared is not None and shared.pos_ in NOMINAL else thing
    infinitives = (w for w in verb.subtree if w.tag_ == "VB" and w.i > verb.i)
    task = next((w for w in infinitives if any(c.lower_ == said["to"] for c in w.children)), None)
    if task is None or verb.lemma_ in headline.lexicon.telling["extend"]:
        dates = headline.lexicon.status["deadline_words"] | headline.lexicon.telling["dates"]
        itself = thing is None or thing.lemma_ in dates
        return "" if itself or thing is None else f"{said['until']} {headline.phrases.phrase(thing)}"
    who = thing if thing is not None else headline.draft.subject
    if who is None:
        return ""
    meant = [mention for mention, _ in headline.draft.actors] if who.tag_ == "PRP" else []
    called = headline.phrases.short_name(meant[0]) if len(meant) == 1 else headline.phrases.phrase(who)
    return f"{called} {said['to']} {task.text} {headline.predicate.behind(task)}"


def _about(headline: Headline, trigger: Token) -> str:
    """What a deadline is for: "Chad to hand over its arms" of "a deadline to have Chad hand over ..."."""
    kinds = ("acl", "relcl", "advcl", "xcomp", "prep")
    behind = [c for c in (*trigger.rights, *headline.draft.clause.rights) if c.dep_ in kinds and c.i > trigger.i]
    without = headline.lexicon.status["without"]  # "passed without a deal"
    clause = next((c for c in behind if not headline.phrases.is_time(c) and c.lower_ not in without), None)
    if clause is not None and clause.dep_ == "acl" and clause.lemma_ in headline.lexicon.telling["sets_date"]:
        # "her deadline, set for October, to agree on a commission"
        clause = next((c for c in clause.rights if c.dep_ in ("advcl", "xcomp")), None)
    if clause is None:
        return ""
    if (made := made_to(clause, headline.lexicon)) is not None:
        who, told = made
        verb = headline.words["active"]["scheduled"].format(verb=told.lemma_)
        return f"{headline.phrases.phrase(who)} {verb} {headline.predicate.behind(told)}"
    to_do = any(child.dep_ == "aux" and child.lower_ == headline.words["deadline"]["to"] for child in clause.lefts)
    if clause.dep_ == "relcl" and not to_do:
        return ""  # "a deadline that had been set for Thursday"
    own = next((child for child in clause.lefts if child.dep_ == "nsubj"), None)
    if to_do and own is not None:  # "the deadline for Chad to leave"
        to = headline.words["deadline"]["to"]
        rest = headline.predicate.behind(clause).removeprefix(headline.phrases.phrase(trigger)).lstrip()
        return f"{headline.phrases.phrase(own)} {to} {clause.text} {rest}".rstrip()
    about = headline.phrases.phrase(clause, keep_clauses=True)
    lead = next((word for word in headline.words["deadline"]["leads"] if about.startswith(f"{word} ")), "")
    if clause.dep_ == "prep":  # "the deadline for a deal": a deal
        about = about.removeprefix(lead).strip()
        about = about.split(" ", 1)[-1] if about.split(" ", 1)[0] in headline.words["articles"] else about
    return about.removeprefix(headline.words["deadline"]["for"]).strip()
