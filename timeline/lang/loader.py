"""Reads and checks a language folder; a mistake in it is a LanguageError that names the file and the rule."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from timeline.calendar_time.operations import OPERATIONS
from timeline.errors import LanguageError
from timeline.lang.patterns import Compiler, Rule, TimexPack

_RULE_KEYS = {
    "name", "pattern", "stage", "kind", "type", "value", "op", "args", "before", "after", "not_before", "not_after",
    "block", "fragment", "priority", "examples", "not",
}  # fmt: skip
TENSE_KEYS = frozenset({
    "past", "future", "not_past", "not_future", "were_to", "was_to", "to_come", "with_to", "ahead_to", "past_with_object", "noun_ahead", "could", "negation",
    "conjunctions", "deadline", "perfect", "having", "determiners", "adverbs", "since", "sooner", "onward", "modal", "is_to",
    "infinitive", "purpose", "past_behind", "present", "progressive", "auxiliary", "noun_before", "prepositions", "imputed",
    "passive", "joining", "outcome", "stated_as_of", "has", "ranked", "inside", "have", "will", "would", "yet_to_be", "meanwhile", "aftermath", "place", "from_then", "sets", "ahead_of", "asides",
    "ahead_behind", "called", "lasting", "absolute", "lasted", "working", "prenominal", "urgent", "awaited", "due", "complement", "of_a_noun", "within_a_noun", "backward",
    "comparing", "extending", "extended", "sequel", "foretold", "moved", "moved_up", "letting", "saying", "did", "undone", "unable", "foreseen",
    "unforeseen", "bidden", "in_wake", "comes", "starting", "elsewhere", "inaugural", "asking", "held_on_call", "has_set", "missed", "lately", "intended", "weighed",
    "speaking_of", "conceived", "promises", "called_off", "given", "perceived", "when",
})  # fmt: skip
WRITTEN_KEYS = frozenset({"published", "revised", "ahead", "covers", "day_first"})
_TYPES = {"DATE", "TIME", "DURATION", "SET"}
_FILE_KEYS = {
    "language",
    "abbreviations",
    "common",
    "document_date",
    "day_first",
    "words",
    "phrases",
    "readings",
    "rule",
    "tense",
    "numbers",
    "ranges",
    "written",
}


def languages(name: str = "timex.toml") -> list[str]:
    """The codes of the languages that have a file ("en", "es", ...): `timex.toml` or `events.toml`."""
    folder = resources.files("timeline.lang")
    return sorted(entry.name for entry in folder.iterdir() if (entry / name).is_file())


def _read(language: str, name: str) -> tuple[str, dict[str, Any]]:
    file: Traversable = resources.files("timeline.lang") / language / name
    where = f"lang/{language}/{name}"
    if not file.is_file():
        known = ", ".join(languages(name))
        tags = " (time expressions can be tagged: timeline tag)" if language in languages() else ""
        raise LanguageError(f"{where}: no such language pack{tags}; there are: {known}")
    try:
        return where, tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LanguageError(f"{where}: not valid TOML: {error}") from None


@lru_cache(maxsize=16)
def load_timex(language: str) -> TimexPack:
    """The compiled time rules of a language. Raises LanguageError."""
    where, data = _read(language, "timex.toml")
    return compile_timex(data, where)


@lru_cache(maxsize=16)
def load_events(language: str) -> dict[str, Any]:
    """The tables of a language's `events.toml`. Raises LanguageError."""
    return _read(language, "events.toml")[1]


def compile_timex(data: dict[str, Any], where: str) -> TimexPack:
    """Checks and compiles the tables of a `timex.toml`; `where` names it in errors."""
    if unknown := set(data) - _FILE_KEYS:
        raise LanguageError(f"{where}: unknown table or key {sorted(unknown)[0]!r}; allowed: {sorted(_FILE_KEYS)}")
    entries = data["rule"]
    contexts = ("before", "after", "not_before", "not_after")
    patterns = [entry[key] for entry in entries for key in ("pattern", *contexts) if key in entry]
    compiler = Compiler(data["words"], data.get("phrases", {}), patterns, where, data.get("common", ()))
    rules: list[Rule] = []
    seen: set[str] = set()
    for entry in entries:
        rule = _rule(entry, compiler, where)
        if rule.name in seen:
            raise LanguageError(f"{where}: rule {rule.name!r} is there twice; give one of them another name")
        seen.add(rule.name)
        rules.append(rule)
    tense, numbers = data.get("tense", {}), data.get("numbers", {})
    if unknown := set(tense) - TENSE_KEYS - {"past_endings", "future_endings", "verb_first"}:
        raise LanguageError(f"{where}: [tense] knows no {sorted(unknown)[0]!r}; allowed: {sorted(TENSE_KEYS)}")
    written = data.get("written", {})
    if unknown := set(written) - WRITTEN_KEYS:
        raise LanguageError(f"{where}: [written] knows no {sorted(unknown)[0]!r}; allowed: {sorted(WRITTEN_KEYS)}")
    return TimexPack(
        language=data["language"],
        document_date=data["document_date"],
        day_first=data.get("day_first", False),
        words=data["words"],
        rules=tuple(rules),
        abbreviated=_abbreviated(data.get("abbreviations", [])),
        alphabet=compiler.alphabet,
        common=compiler.common_characters,
        phrases=data.get("phrases", {}),
        readings=data.get("readings", {}),
        tense={name: frozenset(tense.get(name, ())) for name in TENSE_KEYS},
        written={name: tuple(written.get(name, ())) for name in WRITTEN_KEYS},
        past_endings=tuple(tense.get("past_endings", ())),
        future_endings=tuple(tense.get("future_endings", ())),
        verb_first=tense.get("verb_first", False),
        decimal=numbers.get("decimal", "."),
        thousands=numbers.get("thousands", ","),
        articles=frozenset(numbers.get("articles", ())),
        choices=frozenset(numbers.get("choices", ())),
        ranges=tuple((before, between) for before, between in data.get("ranges", ())),
    )


def _abbreviated(words: list[str]) -> re.Pattern[str]:
    """What a text ends with where its last full stop belongs to an abbreviation or an initial."""
    known = "|".join(map(re.escape, words))
    return re.compile(rf"(?:\b[A-Z]|\b(?:{known}))\.\Z" if known else r"\b[A-Z]\.\Z")


def _rule(entry: dict[str, Any], compiler: Compiler, where: str) -> Rule:
    name = entry.get("name", "?")
    at = f"{where}: rule {name!r}"
    if unknown := set(entry) - _RULE_KEYS:
        raise LanguageError(f"{at}: unknown key {sorted(unknown)[0]!r}; allowed: {sorted(_RULE_KEYS)}")
    block = entry.get("block", False)
    if not block and ("value" in entry) == ("op" in entry):
        raise LanguageError(f"{at}: a rule gives either a value or an op")
    if (op := entry.get("op")) and op not in OPERATIONS:
        raise LanguageError(f"{at}: no operation {op!r} in calendar_time; there are: {', '.join(sorted(OPERATIONS))}")
    if entry.get("type", "DATE") not in _TYPES:
        raise LanguageError(f"{at}: type {entry['type']!r} is none of {sorted(_TYPES)}")
    if not entry.get("examples") and not entry.get("not") and not entry.get("fragment"):
        raise LanguageError(f"{at}: a rule needs an example (a block a counter-example)")
    text, groups = compiler.regex(entry["pattern"], name)
    placeholders = set(re.findall(r"\{(\w+)\}", entry.get("value", "")))
    if missing := placeholders - {named for named, _ in groups.values()} - set(entry.get("args", {})):
        raise LanguageError(f"{at}: its value names {sorted(missing)[0]!r}, which its pattern does not capture")

    def context(key: str, end: str) -> re.Pattern[str] | None:
        if key not in entry:
            return None
        inner = re.sub(r"\?P<\w+>", "?:", compiler.regex(entry[key], name)[0])
        return re.compile(f"(?:{inner}){end}")

    return Rule(
        name=name,
        pattern=re.compile(text),
        groups=groups,
        needs=compiler.needs(entry["pattern"], name),
        stage=entry.get("stage", 1),
        kind=entry.get("kind"),
        type=entry.get("type", "DATE"),
        value=entry.get("value"),
        op=op,
        args=entry.get("args", {}),
        before=context("before", r"\Z"),
        after=context("after", ""),
        not_before=context("not_before", r"\Z"),
        not_after=context("not_after", ""),
        block=block,
        fragment=entry.get("fragment", False),
        priority=entry.get("priority", 0),
        examples=tuple(entry.get("examples", ())),
        counter_examples=tuple(entry.get("not", ())),
    )
