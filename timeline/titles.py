"""A short line for an event, as a person would write it: names, a verb in the headline's present, object and place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.drafts import Draft
from timeline.model import ActorMention
from timeline.syntax import Lexicon, lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_DROPPED = ("relcl", "appos", "acl", "advcl", "parataxis", "punct", "det", "cc", "meta", "npadvmod")
_LONGEST = 14  # words
_IRREGULAR = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_TITLES = ("King", "Queen", "Pope", "Prince", "Emir", "Sultan")  # kept: "Hussein" alone is another
_FAMILY_FIRST = ("PRK", "KOR", "CHN", "TWN", "VNM")


def title_of(draft: Draft, lexicon: Lexicon) -> str:
    """One line without a full stop, such as "Trump and Kim Jong Un meet in Singapore"."""
    line = _deadline(draft, lexicon) if draft.status == "deadline" else _line(draft, lexicon)
    line = " ".join(line.split()).strip(" ,;:-–—")
    return line[:1].upper() + line[1:]


def short_name(mention: ActorMention) -> str:
    """The name that a headline uses: the family name, or the whole of a name that begins with it."""
    known = bool(mention.country) and mention.country not in _FAMILY_FIRST
    titled = mention.name.split()[0] in _TITLES
    if mention.kind != "person" or not known or titled or " " not in mention.name:
        return {"United States": "US", "United Kingdom": "UK", "United Nations": "UN"}.get(mention.name, mention.name)
    return mention.name.split()[-1]


def _deadline(draft: Draft, lexicon: Lexicon) -> str:
    trigger = draft.trigger
    if trigger.lemma_ == "deadline":
        clauses = [
            c for c in (*trigger.rights, *draft.clause.rights) if c.dep_ in ("acl", "relcl", "advcl", "xcomp", "prep")
        ]
        clauses = [c for c in clauses if c.i > trigger.i and not _is_time(c, draft)]
        about = _phrase(clauses[0], draft, keep_clauses=True) if clauses else ""
        setter = _subject_names(draft)
        about = about.removeprefix("for ")
        return f"Deadline: {about}" if about else f"Deadline set by {setter}" if setter else "Deadline"
    if trigger.pos_ in ("NOUN", "PROPN"):
        return f"Deadline: {_nominal(replace(draft, status='occurred'), lexicon)}"
    objects = [c for c in trigger.children if c.dep_ in ("xcomp", "ccomp", "dobj", "attr")]
    if objects and trigger.lemma_ in lexicon.status["need"]:
        return "Deadline: " + _phrase(objects[0], draft, keep_clauses=True)
    return f"Deadline: {_line(replace(draft, status='scheduled'), lexicon)}"


def _line(draft: Draft, lexicon: Lexicon) -> str:
    if draft.trigger.pos_ in ("NOUN", "PROPN"):
        return _nominal(draft, lexicon)
    verb = draft.trigger
    names = _subject_names(draft)
    whole = draft.subject is not None and (_about_a_thing(draft.subject) or _more_than_names(draft))
    subjects = _subject_phrase(draft) if whole or not names else names
    hidden = draft.subject is None and verb.tag_ == "VBD" and not _is_passive(verb)
    if not names and (hidden or (draft.subject is not None and draft.subject.pos_ == "PRON")):
        return _done_to(verb, draft, lexicon)
    if _is_passive(verb):
        being = {"scheduled": "to be", "speculated": "may be", "denied": "not", "cancelled": "not to be"}
        return f"{subjects} {being.get(draft.status, '')} {verb.text.lower()} {_tail(verb, draft)}"
    several = " and " in subjects and not (draft.subject is not None and _about_a_thing(draft.subject))
    plural = several or (subjects != names and _is_plural(draft))
    ahead = draft.status == "denied" and any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)
    head = _inflected(lemma_of(verb, lexicon), "cancelled" if ahead else draft.status, plural)
    return f"{subjects} {head} {_tail(verb, draft)}"


def _done_to(verb: Token, draft: Draft, lexicon: Lexicon) -> str:
    """What was done, where nobody says who did it: "embassy bombed"."""
    thing = next((child for child in verb.children if child.dep_ == "dobj"), None)
    if thing is None:
        return f"{verb.text} {_tail(verb, draft)}"
    lemma = lemma_of(verb, lexicon)
    regular = verb.text.lower() if verb.tag_ in ("VBD", "VBN") else f"{lemma.removesuffix('e')}ed"
    being = {"scheduled": "to be ", "speculated": "may be ", "denied": "not ", "cancelled": "not to be "}
    said = lexicon.tables["participles"].get(lemma, regular)
    phrase = _phrase(thing, draft)
    rest = _tail(verb, draft).replace(phrase, "", 1).strip()
    return f"{phrase} {being.get(draft.status, '')}{said} {rest}"


def _is_passive(verb: Token) -> bool:
    """Whether the subject is what it is done to: "was signed", "a deal reached in Geneva"."""
    passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)
    return passive or (verb.tag_ == "VBN" and verb.dep_ == "acl")


def _nominal(draft: Draft, lexicon: Lexicon) -> str:
    trigger, clause = draft.trigger, draft.clause
    starting = lexicon.telling["begin"] | lexicon.telling["finish"]
    if clause.lemma_ in starting and trigger.dep_ == "dobj" and trigger.head.i == clause.i and _doers(draft):
        verb = _inflected(lemma_of(clause, lexicon), draft.status, len(_doers(draft)) > 1)
        return f"{_and(_doers(draft))} {verb} {_tail(clause, draft)}"
    names = [short_name(m) for m, _ in draft.actors]
    phrase = _phrase(trigger, draft)
    place = f" in {draft.place.name}" if draft.place and draft.place.name not in phrase else ""
    missing = [name for name, (m, _) in zip(names, draft.actors, strict=True) if not _said(name, m, phrase)]
    named = f": {_and(missing)}" if missing and len(missing) <= 3 else ""
    owners = _doers(draft)
    if len(missing) == 1 and missing == owners and not phrase[:1].isupper():
        phrase, named = f"{missing[0]}'s {phrase}", ""
    begin = draft.clause.lemma_ if draft.clause.i != trigger.i else ""
    if draft.status == "cancelled":
        suffix = " called off"
    elif draft.status == "speculated":
        suffix = " possible"
    elif begin in starting and _is_its_clause(draft):
        suffix = f" {'to ' if draft.status == 'scheduled' else ''}{_ending(begin, draft)}"
    elif draft.status == "ongoing":
        suffix = " continue" if trigger.tag_ == "NNS" else " continues"
    else:
        suffix = ""
    return f"{phrase}{place}{suffix}{named}"


def _doers(draft: Draft) -> list[str]:
    """The short names of those who did it."""
    return [short_name(mention) for mention, role in draft.actors if role == "subject"]


def _is_its_clause(draft: Draft) -> bool:
    """Whether the clause says of the event noun itself that it begins or ends ("the talks ended", not "ended with talks")."""
    trigger, clause = draft.trigger, draft.clause
    others = any(c.dep_ == "dobj" and c.i != trigger.i for c in clause.children)
    own = trigger.head.i == clause.i and trigger.dep_ in ("nsubj", "nsubjpass", "dobj")
    return not others and (
        own or (clause.dep_ in ("relcl", "xcomp") and trigger.dep_ != "pobj") or clause.head.i == trigger.i
    )


def _said(name: str, mention: ActorMention, phrase: str) -> bool:
    words = {word.strip(".,").lower() for word in phrase.split()}
    return bool(words & {part.lower() for part in mention.name.split()}) or name.lower() in phrase.lower()


def _ending(verb: str, draft: Draft) -> str:
    if draft.status == "scheduled" or draft.trigger.tag_ in ("NNS", "NNPS"):
        return verb
    return _third_person(verb)


def _subject_names(draft: Draft) -> str:
    return _and(_doers(draft))


def _about_a_thing(subject: Token) -> bool:
    """Whether the subject is a thing or group that only carries names ("the leaders of France and Germany")."""
    named = any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in subject.children)
    return subject.pos_ == "NOUN" and subject.dep_ != "appos" and not named


def _more_than_names(draft: Draft) -> bool:
    """Whether the subject joins named and unnamed: "Iran and six world powers"."""
    assert draft.subject is not None
    named = sum(role == "subject" for _, role in draft.actors)
    return 0 < named < 1 + len(draft.subject.conjuncts)


def _subject_phrase(draft: Draft) -> str:
    return _phrase(draft.subject, draft) if draft.subject is not None else ""


def _antecedent(word: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    return word.head.head if word.lower_ in ("which", "that", "who") and word.head.dep_ == "relcl" else word


def _and(names: Sequence[str]) -> str:
    names = list(dict.fromkeys(names))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def _is_plural(draft: Draft) -> bool:
    subject = draft.subject
    counted = subject is not None and subject.pos_ == "NUM" and subject.lower_ not in ("one", "1")
    return counted or (subject is not None and subject.tag_ in ("NNS", "NNPS") and subject.ent_type_ not in ("GPE",))


def _inflected(lemma: str, status: str, plural: bool) -> str:
    match status:
        case "speculated":
            return f"may {lemma}"
        case "scheduled":
            return f"to {lemma}"
        case "denied":
            return f"{'do' if plural else 'does'} not {lemma}"
        case "cancelled":
            return f"not to {lemma}"
        case _:
            return lemma if plural else _third_person(lemma)


def _third_person(lemma: str) -> str:
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _tail(verb: Token, draft: Draft) -> str:
    parts = []
    for child in verb.children:
        if child.dep_ == "dobj" and child.lower_ in ("which", "that"):
            parts.append(_phrase(_antecedent(child), draft))
        if child.i < verb.i or _is_time(child, draft) or _is_aside(child):
            continue
        if child.dep_ == "advmod" and child.lower_ in ("home", "back", "away", "abroad"):
            parts.append(child.text)
        if child.dep_ in ("prt", "dobj", "prep", "xcomp", "acomp", "attr", "dative", "agent", "oprd", "ccomp"):
            parts.append(_phrase(child, draft))
        if sum(len(part.split()) for part in parts) > 9:
            break
    if not any(child.dep_ == "dobj" for child in verb.children) and (thing := _left_out(verb)) is not None:
        parts.insert(0, _phrase(thing, draft))
    return " ".join(filter(None, parts))


def _is_aside(token: Token) -> bool:
    """Whether a phrase says only when or in what sequence: "after exchanging ...", "in the aftermath of ..."."""
    if token.dep_ != "prep":
        return False
    return token.lower_ in ("after", "before", "since", "as") or any(child.dep_ == "pcomp" for child in token.children)


def _left_out(verb: Token) -> Token | None:
    """The noun that a relative clause without a pronoun is about: "the diplomacy he began"."""
    told = {child.dep_: child.lower_ for child in verb.children}
    bare = verb.dep_ == "relcl" and "nsubj" in told and told["nsubj"] not in ("who", "which", "that")
    moved = any(child.lower_ in ("when", "where", "why", "which", "whom") for child in verb.subtree if child.i < verb.i)
    return verb.head if bare and not moved and verb.head.pos_ == "NOUN" and verb.head.ent_type_ == "" else None


def _is_time(token: Token, draft: Draft) -> bool:
    """Whether a word (or what hangs on a preposition) is a time expression."""
    if draft.time is None and token.dep_ == "prep" and token.lower_ in ("since", "after", "before"):
        return True
    base = draft.sentence.start
    words = [t for t in token.subtree if not t.is_punct]
    for time in draft.times:
        inside = [t for t in words if time.start <= t.idx + base < time.end]
        if inside and len(inside) * 2 >= len(words) - 1:
            return True
    return False


def _phrase(root: Token, draft: Draft, *, keep_clauses: bool = False) -> str:
    """The words of a phrase without its clauses, appositions and times."""
    dropped = tuple(d for d in _DROPPED if not (keep_clauses and d in ("acl", "advcl")))
    words: list[Token] = []

    def walk(token: Token, depth: int) -> None:
        for child in token.lefts:
            if depth == 0 and child.tag_ == "PRP$":
                continue
            joined = child.dep_ == "npadvmod" and child.nbor().text == "-"  # "Hutu-led"
            kept = child.dep_ not in dropped or joined or (child.dep_ in ("cc", "det") and depth)
            if kept and not _is_time(child, draft):
                walk(child, depth + 1)
        words.append(token)
        for child in token.rights:
            if token.pos_ in ("NOUN", "PROPN") and child.dep_ == "prep" and (child.lower_ == "as"):
                continue
            joins = child.dep_ in ("cc", "det", "case") and any(c.dep_ == "conj" for c in token.rights)
            if (child.dep_ not in dropped or joins) and not _is_time(child, draft):
                walk(child, depth + 1)

    walk(root, 0)
    chosen = {word.i for word in words}
    hyphens = [t for t in root.subtree if t.text in ("-", "/", ",") and {t.i - 1, t.i + 1} <= chosen]
    return _text(sorted({*words, *hyphens}, key=lambda t: t.i)[:_LONGEST])


def _text(words: Iterable[Token]) -> str:
    out = ""
    last: Token | None = None
    for token in words:
        glued = last is not None and token.i == last.i + 1 and not last.whitespace_
        out += token.text if glued or not out else " " + token.text
        last = token
    while last is not None and (
        last.pos_ in ("ADP", "DET", "CCONJ", "PUNCT", "PART") and last.dep_ not in ("prt", "case")
    ):
        out = out[: len(out) - len(last.text)].rstrip()
        previous = out.rsplit(" ", 1)[-1]
        last = next((t for t in last.doc if t.text == previous), None) if previous else None
    return out
