"""Every rule's own examples and counter-examples, and what the loader refuses."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from typing import Any

import pytest

import timeline
from timeline.errors import LanguageError
from timeline.lang import languages, load_timex
from timeline.lang.loader import compile_timex
from timeline.tagging.timex import finder


def examples() -> list[Any]:
    cases = []
    for language in languages():
        pack = load_timex(language)
        for rule in pack.rules:
            for number, text in enumerate(rule.examples):
                cases.append(pytest.param(language, rule.name, text, id=f"{language}:{rule.name}:{number}"))
    return cases


def counter_examples() -> list[Any]:
    return [
        pytest.param(language, text, id=f"{language}:{rule.name}:{number}")
        for language in languages()
        for rule in load_timex(language).rules
        for number, text in enumerate(rule.counter_examples)
    ]


@pytest.mark.parametrize(("language", "rule", "example"), examples())
def test_an_example_has_the_spans_and_values_it_states(language: str, rule: str, example: str) -> None:
    day = load_timex(language).document_date
    if re.match(r"\d{4}-\d\d-\d\d \| ", example):
        day, example = example.split(" | ", 1)
    sentence, stated = example.rsplit(" = ", 1)
    spans, wanted = re.findall(r"\{(.*?)\}", sentence), stated.split(", ")
    found = timeline.tag(re.sub(r"[{}]", "", sentence), date=day, language=language)
    assert [t.value for t in found] == wanted, [t.explanation for t in found]
    assert [t.text for t in found][-len(spans) :] == spans
    traces = [match.trace() for match in finder(language).find(re.sub(r"[{}]", "", sentence))]
    assert any(rule in trace for trace in traces), f"another rule matched: {traces}"


@pytest.mark.parametrize(("language", "sentence"), counter_examples())
def test_a_counter_example_holds_no_time(language: str, sentence: str) -> None:
    assert timeline.tag(sentence, date="2018-07-06", language=language) == []


def broken(**change: Any) -> dict[str, Any]:
    rule = {"name": "date/x", "pattern": "in <year:year>", "value": "{year}", "examples": ["{in 1998} = 1998"]}
    data: dict[str, Any] = {"language": "xx", "document_date": "2018-07-06", "words": {"unit": {"day": "D"}}}
    return data | {"rule": [{k: v for k, v in (rule | change).items() if v is not None}]}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"colour": "red"}, "unknown key 'colour'"),
        ({"op": "fly", "value": None}, "no operation 'fly'"),
        ({"pattern": "[a-z] day"}, "cannot read"),
        ({"pattern": "in <year:year>–"}, "write '-' for '–'"),
        ({"examples": []}, "needs an example"),
        ({"type": "DAY"}, "type 'DAY'"),
        ({"pattern": "in <planet>"}, "no class 'planet'"),
        ({"pattern": "in {planet}"}, "no phrase 'planet'"),
        ({"value": "{month}"}, "which its pattern does not capture"),
        ({"value": None}, "either a value or an op"),
    ],
)
def test_the_loader_refuses_a_broken_rule_and_names_it(change: dict[str, Any], says: str) -> None:
    with pytest.raises(LanguageError, match=says) as caught:
        compile_timex(broken(**change), "lang/xx/timex.toml")
    assert str(caught.value).startswith("lang/xx/timex.toml: rule 'date/x'")


def test_a_rule_name_may_stand_only_once() -> None:
    data = broken()
    data["rule"] *= 2
    with pytest.raises(LanguageError, match="there twice"):
        compile_timex(data, "lang/xx/timex.toml")


def test_an_unknown_language_names_those_that_are_there() -> None:
    with pytest.raises(LanguageError, match="there are: en"):
        load_timex("tlh")


def test_the_words_of_a_pack_are_written_once() -> None:
    for language in languages():
        text = (resources.files("timeline.lang") / language / "timex.toml").read_text(encoding="utf-8")
        names = [rule["name"] for rule in tomllib.loads(text)["rule"]]
        assert len(names) == len(set(names))
