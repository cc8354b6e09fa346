"""Compiles the pattern language of a pack: each token of a text becomes one character, each pattern a regex over them.

A token's character stands for the *set* of word classes that it belongs to, so that a class in a pattern is a set of
characters, a text of a megabyte becomes a string of its tokens at the speed of a dictionary, and no pattern can
backtrack further than its own length (nothing in the pattern language repeats).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from timeline.errors import LanguageError

TOKEN = re.compile(r"\d+|[^\W\d_]+|\s+|[^\w\s]|_+")
#: White space with an empty line in it ends a paragraph: no expression reaches across.
PARAGRAPH = re.compile(r"\n[ \t\r\f\v]*\n")
SPACE, BREAK, WORD, NAME, OTHER = " ", "\n", "x", "X", "#"
#: Characters that are written in several ways and read as one.
SAME_SIGN = {"’": "'", "‘": "'", "´": "'", "`": "'", "–": "-", "‐": "-", "‑": "-", "−": "-"}
_FIRST = 0xE000  # private use area: the characters that stand for token classes

_ATOM = re.compile(
    r"<(?:(?P<name>\w+):)?(?P<classes>[@\w|]+)>|\{(?:(?P<pname>\w+):)?(?P<phrase>\w+)\}"
    r"|(?P<word>[^\W\d_]+)|(?P<int>\d+)|(?P<space> )|(?P<operator>\\?[()|?])|(?P<sign>[^\w\s\[\]])"
)


def shapes(digits: str) -> set[str]:
    """The number classes that a run of digits belongs to (int, dom, mm, yyyy, year, yy, hh, mi, ...)."""
    size = len(digits)
    if size > 9:
        return {"long"}
    number, found = int(digits), {"int"}
    if size <= 2:
        found |= {"dom"} if 1 <= number <= 31 else set()
        found |= {"mm"} if 1 <= number <= 12 else set()
        found |= {"hh"} if number <= 24 else set()
        found |= {"quarter_digit"} if size == 1 and 1 <= number <= 4 else set()
    if size == 2:
        found |= {"yy"} | {f"{name}2" for name in found & {"dom", "mm", "hh"}}
        found |= {"mi"} if number < 60 else set()
    if size == 3:
        found |= {"int3"}
    if size == 4:
        found |= {"yyyy"} if 1000 <= number <= 2199 else set()
        found |= {"yyy0"} if 1000 <= number <= 2199 and number % 10 == 0 else set()
        found |= {"year"} if 1900 <= number <= 2099 else set()
        found |= {"hhmm"} if number // 100 <= 24 and number % 100 < 60 else set()
    return found


def number_samples() -> Iterable[str]:
    """One run of digits for every set of number classes that there is."""
    for size in (1, 2):
        yield from (f"{number:0{size}d}" for number in range(10**size))
    yield from ("100", "1000000000")
    yield from (f"{number:04d}" for number in range(0, 10000, 3))
    yield from (f"{number:04d}" for number in range(1800, 2200))
    yield "12345"


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One rule of a pack, compiled. `pattern` is over token characters; `groups` maps its groups to names."""

    name: str
    pattern: re.Pattern[str]
    groups: Mapping[str, tuple[str, str]]  # regex group -> (name, class, "{phrase}" or "@")
    needs: tuple[frozenset[str], ...]  # sets of characters of which each must be present
    stage: int = 1
    kind: str | None = None
    type: str = "DATE"
    value: str | None = None
    op: str | None = None
    args: Mapping[str, str] = field(default_factory=dict)
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    not_before: re.Pattern[str] | None = None
    not_after: re.Pattern[str] | None = None
    block: bool = False
    fragment: bool = False
    priority: int = 0
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()


class Alphabet(dict[str, str]):
    """Token text -> its character. Unknown words are WORD or NAME, unknown signs OTHER; numbers go by their shape.

    In patterns `<word>` is a word in small letters that the pack does not know, `<any>` one that it may know.
    """

    LIMIT = 50_000

    def __init__(self, words: Mapping[str, frozenset[str]]) -> None:
        super().__init__()
        self._sets: dict[frozenset[str], str] = {}
        self._shape: dict[frozenset[str], str] = {}
        for text, classes in words.items():
            self[text] = self._character(classes)
        self._known = frozenset(self)
        for digits in number_samples():
            named = frozenset(shapes(digits)) | words.get(digits, frozenset())
            character = self._character(named)
            if digits not in words:
                self._shape[frozenset(shapes(digits))] = character
        self.kinds: dict[str, str] = {}

    def _character(self, classes: frozenset[str]) -> str:
        if classes not in self._sets:
            self._sets[classes] = chr(_FIRST + len(self._sets))
        return self._sets[classes]

    def characters(self, name: str) -> str:
        """All characters whose tokens are of class `name`."""
        if name.startswith("@"):
            return self.kinds.setdefault(name[1:], chr(_FIRST + 0x1000 + len(self.kinds)))
        if name in ("word", "Name"):
            return WORD if name == "word" else NAME
        if name == "any":
            named = {self[token] for token in self._known if token.isalpha() and token.islower()}
            return WORD + "".join(sorted(named))
        return "".join(character for classes, character in self._sets.items() if name in classes)

    def __missing__(self, token: str) -> str:
        if token.isspace():
            character = BREAK if PARAGRAPH.search(token) else SPACE
        elif token[0].isdecimal():
            character = self._shape[frozenset(shapes(token))] if token.isascii() else OTHER
        elif token[0].isalpha():
            character = NAME if token[0].isupper() else WORD
        else:
            same = SAME_SIGN.get(token)
            character = self[same] if same else OTHER
        if len(token) <= 40:
            if len(self) > self.LIMIT:  # bounded, whatever the text
                for key in [key for key in self if key not in self._known]:
                    del self[key]
            self[token] = character
        return character


@dataclass
class Compiler:
    """Turns the patterns of one pack into regexes; knows its words and phrases."""

    words: Mapping[str, Mapping[str, str]]
    phrases: Mapping[str, str]
    patterns: list[str]
    where: str
    common: Sequence[str] = ()

    @cached_property
    def alphabet(self) -> Alphabet:
        """Every token that a class or a pattern names, in the cases in which it may stand, with its classes."""
        found: dict[str, set[str]] = {}

        def add(token: str, name: str) -> None:
            forms = {token, token.upper()}
            if token.islower():
                forms |= {token.capitalize()}
            for form in forms if token.isalpha() else {token}:
                found.setdefault(form, set()).add(name)

        for name, entries in self.words.items():
            for key in entries:
                tokens = TOKEN.findall(key)
                for token in tokens:
                    if not token.isspace() and not token.isdigit():
                        add(token, name if len(tokens) == 1 else f"={token}")
        for pattern in [*self.patterns, *self.phrases.values()]:
            for atom in _ATOM.finditer(pattern):
                if atom["word"] or atom["sign"]:
                    add(atom["word"] or atom["sign"], f"={atom['word'] or atom['sign']}")
                elif atom["int"]:
                    found.setdefault(atom["int"], set()).update({f"={atom['int']}"} | shapes(atom["int"]))
                elif atom["operator"] and atom["operator"].startswith("\\"):
                    add(atom["operator"][1:], f"={atom['operator'][1:]}")
        return Alphabet({token: frozenset(names) for token, names in found.items()})

    def regex(self, pattern: str, rule: str, *, depth: int = 0) -> tuple[str, dict[str, tuple[str, str]]]:
        """The regex of a pattern and what its groups capture: {group: (name, class)}."""
        out: list[str] = []
        groups: dict[str, tuple[str, str]] = {}
        position = 0
        for atom in _ATOM.finditer(pattern):
            if atom.start() != position:
                raise LanguageError(f"{self.where}: rule {rule!r}: cannot read {pattern[position : atom.start()]!r}")
            position = atom.end()
            if atom["classes"]:
                out.append(self._classes(atom, groups, rule, captures=depth == 0))
            elif atom["phrase"]:
                if atom["phrase"] not in self.phrases and atom["pname"] is None:
                    raise LanguageError(f"{self.where}: rule {rule!r}: no phrase {atom['phrase']!r} in [phrases]")
                inner, _ = self.regex(self.phrases[atom["phrase"]], rule, depth=depth + 1)
                if depth == 0:
                    group = f"g{len(groups)}"
                    groups[group] = (atom["pname"] or atom["phrase"], "{" + atom["phrase"] + "}")
                    out.append(f"(?P<{group}>{inner})")
                else:
                    out.append(f"(?:{inner})")
            elif atom["operator"]:
                sign = atom["operator"]
                out.append("(?:" if sign == "(" else sign if len(sign) == 1 else self._set(f"={sign[1:]}", rule))
            elif atom["space"]:
                out.append(SPACE)
            elif same := SAME_SIGN.get(atom["sign"] or ""):
                raise LanguageError(
                    f"{self.where}: rule {rule!r}: write {same!r} for {atom['sign']!r}: both are read as it"
                )
            else:
                out.append(self._set(f"={atom['word'] or atom['int'] or atom['sign']}", rule))
        if position != len(pattern):
            raise LanguageError(f"{self.where}: rule {rule!r}: cannot read {pattern[position:]!r}")
        if depth == 0:
            prefix = re.sub(r"\W", "_", rule)
            renamed = {f"{prefix}_{group}": named for group, named in groups.items()}
            text = re.sub(r"\(\?P<(g\d+)>", lambda m: f"(?P<{prefix}_{m[1]}>", "".join(out))
            return text, renamed
        return "".join(out), groups

    def _classes(self, atom: re.Match[str], groups: dict[str, tuple[str, str]], rule: str, *, captures: bool) -> str:
        names = atom["classes"].split("|")
        for name in names:
            known = name.startswith("@") or name in self.words or self.alphabet.characters(name)
            if not known:
                raise LanguageError(f"{self.where}: rule {rule!r}: no class {name!r} in [words]")
        text = "|".join(filter(None, [self._several(name, rule) for name in names if name in self.words]))
        characters = "".join(self.alphabet.characters(name) for name in names)
        text = "|".join(filter(None, [text, f"[{re.escape(characters)}]" if characters else ""]))
        if not captures:
            return f"(?:{text})"
        group = f"g{len(groups)}"
        groups[group] = (atom["name"] or names[0], "@" if names[0].startswith("@") else "|".join(names))
        return f"(?P<{group}>{text})"

    def _several(self, name: str, rule: str) -> str:
        """The entries of a class that are more than one token, longest first."""
        keys = sorted((key for key in self.words[name] if len(TOKEN.findall(key)) > 1), key=len, reverse=True)
        return "|".join(self.regex(key, rule, depth=1)[0] for key in keys)

    def _set(self, name: str, rule: str) -> str:
        characters = self.alphabet.characters(name)
        if not characters:
            raise LanguageError(f"{self.where}: rule {rule!r}: the word {name[1:]!r} has no character")
        return f"[{re.escape(characters)}]" if len(characters) > 1 else re.escape(characters)

    def needs(self, pattern: str, rule: str) -> tuple[frozenset[str], ...]:
        """Sets of characters of which each must be in a text for `pattern` to match."""
        return tuple(self._needs(list(_ATOM.finditer(pattern)), rule))

    def _needs(self, atoms: Sequence[re.Match[str]], rule: str) -> list[frozenset[str]]:
        """The needs of a sequence of atoms; of a choice, one set that holds a need of each alternative."""
        alternatives = _split(atoms)
        if len(alternatives) > 1:
            each = [self._needs(alternative, rule) for alternative in alternatives]
            return [frozenset().union(*(min(needs, key=self._commonness) for needs in each))] if all(each) else []
        found: list[frozenset[str]] = []
        position = 0
        while position < len(atoms):
            atom, end = atoms[position], position + 1
            if atom["operator"] == "(":
                end = _closing(atoms, position) + 1
            optional = end < len(atoms) and atoms[end]["operator"] == "?"
            if not optional and atom["operator"] == "(":
                found += self._needs(atoms[position + 1 : end - 1], rule)
            elif not optional and atom["phrase"]:
                found += self._needs(list(_ATOM.finditer(self.phrases[atom["phrase"]])), rule)
            elif not optional and atom["classes"]:
                found.append(self._class_needs(atom["classes"].split("|"), rule))
            elif not optional and not atom["space"]:
                text = self.regex(atom[0], rule)[0]
                found.append(frozenset(character for character in text if character >= chr(_FIRST)))
            position = end + optional
        return [need for need in found if need]

    def _commonness(self, characters: frozenset[str]) -> int:
        return sum(character in self.common_characters for character in characters)

    @cached_property
    def common_characters(self) -> frozenset[str]:
        """The characters of words so common that looking for them would find nothing out."""
        return frozenset(self.alphabet[form] for word in self.common for form in (word, word.capitalize()))

    def _class_needs(self, names: Sequence[str], rule: str) -> frozenset[str]:
        """The characters of the entries of classes; of an entry of several words, those of its longest."""
        characters = set("".join(self.alphabet.characters(name) for name in names))
        for key in (key for name in names for key in self.words.get(name, ())):
            tokens = TOKEN.findall(key)
            if len(tokens) > 1:
                characters |= set(self.alphabet.characters(f"={max(tokens, key=len)}"))
        return frozenset(characters)


def _closing(atoms: Sequence[re.Match[str]], opening: int) -> int:
    """The index of the bracket that closes the one at `opening`."""
    depth = 0
    for position in range(opening, len(atoms)):
        depth += {"(": 1, ")": -1}.get(atoms[position]["operator"] or "", 0)
        if depth == 0:
            return position
    raise LanguageError(f"unclosed bracket in {''.join(atom[0] for atom in atoms)!r}")


def _split(atoms: Sequence[re.Match[str]]) -> list[list[re.Match[str]]]:
    """The alternatives of a pattern, split at the bars outside of brackets."""
    parts: list[list[re.Match[str]]] = [[]]
    depth = 0
    for atom in atoms:
        depth += {"(": 1, ")": -1}.get(atom["operator"] or "", 0)
        if atom["operator"] == "|" and depth == 0:
            parts.append([])
        else:
            parts[-1].append(atom)
    return parts


#: The `[tense]` tables whose words show a tense where they stand.
_SIGNS = (
    "past", "future", "present", "progressive", "is_to", "infinitive", "to_come", "with_to", "ahead_to", "could", "place",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class TimexPack:
    """A language's time expressions, compiled: `alphabet` encodes tokens, `stages` holds the rules in order."""

    language: str
    document_date: str
    day_first: bool
    words: Mapping[str, Mapping[str, str]]
    rules: tuple[Rule, ...]
    abbreviated: re.Pattern[str]
    alphabet: Alphabet
    common: frozenset[str]  # characters of words that are everywhere
    phrases: Mapping[str, str]
    readings: Mapping[str, str]
    tense: Mapping[str, frozenset[str]]
    written: Mapping[str, tuple[str, ...]]  # words beside the day on which a text was written
    past_endings: tuple[str, ...]
    future_endings: tuple[str, ...]
    verb_first: bool  # whether a sentence may begin with its verb
    decimal: str
    thousands: str
    articles: frozenset[str]  # words that count as one only alone: "a"
    choices: frozenset[str]  # between two numbers of which the first is taken: "or", "to"
    ranges: tuple[tuple[str, str], ...]  # what stands before the first end of a stretch and between the two

    @cached_property
    def stages(self) -> tuple[tuple[Rule, ...], ...]:
        return tuple(
            tuple(rule for rule in self.rules if rule.stage == stage)
            for stage in sorted({rule.stage for rule in self.rules})
        )

    @cached_property
    def numeral(self) -> str:
        """The regex of a number in digits."""
        return rf"\d+(?:{re.escape(self.thousands)}\d{{3}})*(?:{re.escape(self.decimal)}\d+)?"

    @cached_property
    def signs(self) -> frozenset[str]:
        """The words that may show a tense, alone or with others beside them; what has an ending may too."""
        return frozenset().union(*(self.tense[name] for name in _SIGNS))

    @cached_property
    def folded(self) -> Mapping[str, Mapping[str, str]]:
        """The word classes with their keys in lower case, for looking values up."""
        return {name: {key.lower(): value for key, value in entries.items()} for name, entries in self.words.items()}

    @cached_property
    def phrase_words(self) -> Mapping[str, Mapping[str, str]]:
        """For each phrase the words of all classes that it mentions, in lower case, with their values."""

        def classes(phrase: str) -> list[str]:
            found: list[str] = []
            for atom in _ATOM.finditer(self.phrases[phrase]):
                if atom["classes"]:
                    found += [name for name in atom["classes"].split("|") if name in self.words]
                elif atom["phrase"]:
                    found += classes(atom["phrase"])
            return found

        numbers = ("article", "vague", "scale", "number_word", "tens")
        return {
            phrase: {
                word: value
                for name in (*classes(phrase), *(numbers if self.readings.get(phrase) == "number" else ()))
                for word, value in self.folded.get(name, {}).items()
            }
            for phrase in self.phrases
        }


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that matched at the half-open character offsets `start`, `end`; `parts` is what its groups captured:
    (name, class, text), or (name, "@", Match) for a match of an earlier stage."""

    rule: Rule
    start: int
    end: int
    parts: tuple[tuple[str, str, str | Match], ...]

    def trace(self) -> str:
        """The names of the rules that made this match, inner ones in brackets."""
        inner = ", ".join(part.trace() for _, _, part in self.parts if isinstance(part, Match))
        return f"{self.rule.name}({inner})" if inner else self.rule.name
