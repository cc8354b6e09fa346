"""Finds time expressions: a text and a language's rules in, `Match`es out, in the order of the text.

Three steps, each linear in the length of the text: tokens become characters; runs of known words, with one among them
that some rule cannot do without, are the islands in which an expression can stand; and in each island the rules of one
stage after the other replace what they match by one character. What an island holds depends on its characters alone,
so each kind of island is worked out once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from timeline.lang.patterns import BREAK, NAME, OTHER, TOKEN, WORD, Match, Rule, TimexPack

_SEA = f"{WORD}{NAME}{OTHER}{BREAK}"
_REMEMBERED = 64  # islands longer than this are worked out anew: they hardly come twice
_LONGEST = 4000  # a run of known words beyond this is looked at in pieces


@dataclass(frozen=True, slots=True)
class _Node:
    """A match in token positions of its island; `parts` as in Match, with (first, last) tokens or an inner node."""

    rule: Rule
    start: int
    end: int
    parts: tuple[tuple[str, str, tuple[int, int] | _Node], ...]


class Finder:
    """Finds the time expressions of one language."""

    def __init__(self, pack: TimexPack) -> None:
        self.pack = pack
        self._nodes = lru_cache(maxsize=20_000)(self._work_out)
        seen = _characters_of_examples(pack)
        self._by_need = [_by_rarest_need(rules, seen) for rules in pack.stages]
        self._island = _island(self._by_need, pack)

    def find(self, text: str) -> list[Match]:
        """Every time expression of `text`, left to right, none overlapping another."""
        tokens = TOKEN.findall(text)
        code = "".join(map(self.pack.alphabet.__getitem__, tokens))
        starts = [0, *accumulate(map(len, tokens))]
        found: list[Match] = []
        for first, last in self._islands(code):
            key = code[max(first - 1, 0) : last + 1]
            lead = first - max(first - 1, 0)
            work = self._nodes if last - first <= _REMEMBERED else self._work_out
            for node in work(key, lead, lead + last - first):
                match = _materialise(node, first - lead, starts, text)
                if _on_word_borders(text, match.start, match.end):
                    found.append(match)
        return found

    def _islands(self, code: str) -> Iterator[tuple[int, int]]:
        for run in self._island.finditer(code):
            first, last = run.span()
            for start in range(first, last, _LONGEST):
                yield start, min(start + _LONGEST, last)

    def _work_out(self, code: str, first: int, last: int) -> tuple[_Node, ...]:
        """The matches between `first` and `last` of `code`; the characters around them are context."""
        nodes: dict[int, _Node] = {}  # by position in the string of the stage
        widths = [1] * len(code)  # tokens behind each character
        for by_need in self._by_need:
            present = set(code[first:last])
            possible = {rule for character in present for rule in by_need.get(character, ())}
            possible.update(by_need.get("", ()))
            if not possible:
                continue
            candidates: list[tuple[int, int, int, int, _Node]] = []
            offsets = [0, *accumulate(widths)]
            for order, rule in sorted(possible, key=_order):
                if all(not need.isdisjoint(present) for need in rule.needs):
                    for node, start, end in _matches(rule, code, first, last, nodes, offsets):
                        candidates.append((node.start - node.end, -rule.priority, order, start, node))
                        _ = end
            if candidates:
                chosen = _choose(candidates, offsets)
                code, widths, nodes, last = self._replace(code, widths, nodes, chosen, offsets, last)
        return tuple(node for _, node in sorted(nodes.items()) if not node.rule.block and not node.rule.fragment)

    def _replace(
        self, code: str, widths: list[int], nodes: dict[int, _Node], chosen: list[_Node], offsets: list[int], last: int
    ) -> tuple[str, list[int], dict[int, _Node], int]:
        """The string of the next stage: each chosen node is one character of its kind."""
        begins = {node.start: node for node in chosen}
        text: list[str] = []
        new_widths: list[int] = []
        new_nodes: dict[int, _Node] = {}
        position, new_last = 0, last
        while position < len(code):
            node = begins.get(offsets[position])
            if node is None:
                if position in nodes:
                    new_nodes[len(text)] = nodes[position]
                text.append(code[position])
                new_widths.append(widths[position])
                position += 1
                continue
            new_nodes[len(text)] = node
            kind = node.rule.kind
            text.append(self.pack.alphabet.characters(f"@{kind}") if kind else OTHER)
            new_widths.append(node.end - node.start)
            while position < len(code) and offsets[position] < node.end:
                position += 1
                new_last -= 1
            new_last += 1
        return "".join(text), new_widths, new_nodes, new_last


def _characters_of_examples(pack: TimexPack) -> Counter[str]:
    """How often each character comes in the sentences of the rules: a measure of how common its words are."""
    counts: Counter[str] = Counter()
    for rule in pack.rules:
        for text in (*rule.examples, *rule.counter_examples):
            counts.update(pack.alphabet[token] for token in TOKEN.findall(text))
    everywhere = counts.total()
    return counts + Counter(dict.fromkeys(pack.common, everywhere))


def _by_rarest_need(rules: Sequence[Rule], counts: Counter[str]) -> dict[str, list[tuple[int, Rule]]]:
    """The rules (with their order) by the characters of the rarest set that each needs; under "" those without one."""
    found: dict[str, list[tuple[int, Rule]]] = {}
    for order, rule in enumerate(rules):
        rarest = min(rule.needs, key=lambda need: sum(counts[c] for c in need), default=frozenset({""}))
        for character in rarest:
            found.setdefault(character, []).append((order, rule))
    return found


def _island(stages: Sequence[dict[str, list[tuple[int, Rule]]]], pack: TimexPack) -> re.Pattern[str]:
    """A run of known words with at least one that a rule needs; it is tried once at the start of each run."""
    kinds = {pack.alphabet.characters(f"@{rule.kind}") for rule in pack.rules if rule.kind}
    needed = {
        character
        for by_need in stages
        for character, rules in by_need.items()
        if any(not rule.block for _, rule in rules)
    }
    if "" in needed:
        return re.compile(f"[^{_SEA}]+")
    signs = re.escape("".join(sorted(needed - kinds)))
    return re.compile(f"(?<![^{_SEA}])[^{_SEA}{signs}]*+[{signs}][^{_SEA}]*+")


def _order(numbered: tuple[int, Rule]) -> int:
    return numbered[0]


def _matches(
    rule: Rule, code: str, first: int, last: int, nodes: dict[int, _Node], offsets: list[int]
) -> Iterator[tuple[_Node, int, int]]:
    position = first
    while found := rule.pattern.search(code, position, last):
        start, end = found.span()
        if end == start or not _in_context(rule, code, start, end):
            position = start + 1
            continue
        parts = tuple(
            (name, kind, _part(kind, found.span(group), nodes, offsets))
            for group, (name, kind) in rule.groups.items()
            if found.span(group) != (-1, -1)
        )
        yield _Node(rule, offsets[start], offsets[end], parts), start, end
        position = end


def _part(kind: str, at: tuple[int, int], nodes: dict[int, _Node], offsets: list[int]) -> tuple[int, int] | _Node:
    return nodes[at[0]] if kind == "@" else (offsets[at[0]], offsets[at[1]])


def _in_context(rule: Rule, code: str, start: int, end: int) -> bool:
    """Whether what stands around a match is what its rule asks for."""
    behind = max(0, start - 12)
    if rule.not_after and rule.not_after.match(code, end):
        return False
    if rule.after and not rule.after.match(code, end):
        return False
    if rule.before and not rule.before.search(code[behind:start]):
        return False
    return not (rule.not_before and rule.not_before.search(code[behind:start]))


def _choose(candidates: list[tuple[int, int, int, int, _Node]], offsets: list[int]) -> list[_Node]:
    """The longest first, then by priority and the order of the rules; none overlaps another."""
    candidates.sort(key=lambda candidate: candidate[:4])
    taken = bytearray(offsets[-1])
    chosen: list[_Node] = []
    for *_, node in candidates:
        if not any(taken[node.start : node.end]):
            taken[node.start : node.end] = b"\x01" * (node.end - node.start)
            chosen.append(node)
    return chosen


def _materialise(node: _Node, base: int, starts: list[int], text: str) -> Match:
    parts = tuple(
        (
            name,
            kind,
            _materialise(part, base, starts, text)
            if isinstance(part, _Node)
            else text[starts[base + part[0]] : starts[base + part[1]]],
        )
        for name, kind, part in node.parts
    )
    return Match(node.rule, starts[base + node.start], starts[base + node.end], parts)


def _on_word_borders(text: str, start: int, end: int) -> bool:
    """Whether a match neither begins nor ends inside a word or number ("iPhone4", "F16", "x1998")."""
    before = start and text[start - 1].isalnum() and text[start].isalnum()
    behind = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not before and not behind


@lru_cache(maxsize=16)
def finder(pack_language: str) -> Finder:
    """The finder of a language, made once."""
    from timeline.lang import load_timex

    return Finder(load_timex(pack_language))
