"""The tagger: what it must never do, on any text."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from timeline.calendar_time import values
from timeline.tagging.timex import finder

CORPUS = Path(__file__).parent / "corpus"
PIECES = st.sampled_from(
    [
        "June",
        "12",
        "Friday",
        "may",
        "May",
        "the",
        "last",
        "next",
        "in",
        "by",
        "end",
        "of",
        "August",
        "2018",
        "1990s",
        "two",
        "weeks",
        "ago",
        "after",
        "summit",
        ",",
        ".",
        "-",
        "–",
        "'s",
        "every",
        "Q3",
        "3",
        "p.m.",
        "noon",
        "GMT",
        "February",
        "30",
        "Easter",
        "third",
        "quarter",
        "mid",
        "first",
        "half",
        "year",
        "\n\n",
        "é",
        "漢",
        "😀",
        "--",
        "$5",
        "%",
        "12:30",
        "99/99/99",
    ]
)


def phrases() -> list[Any]:
    cases = []
    for file in sorted(CORPUS.glob("*/*.toml")):
        for group in tomllib.loads(file.read_text(encoding="utf-8")).get("meaning", []):
            for text in group["phrases"]:
                cases.append(pytest.param(file.parent.name, group, text, id=f"{group.get('value', 'none')}: {text}"))
    return cases


@pytest.mark.parametrize(("language", "group", "text"), phrases())
def test_a_phrase_means_what_the_corpus_says(language: str, group: dict[str, Any], text: str) -> None:
    carrier = group.get("in", "{}")
    found = timeline.tag(carrier.replace("{}", text), date=group.get("date", "2018-07-06"), language=language)
    if "value" not in group:
        assert found == []
        return
    assert [(t.text, t.value) for t in found] == [(text, group["value"])], [t.explanation for t in found]
    if "days" in group:
        assert f"{found[0].earliest}/{found[0].latest}" == group["days"]


def sentences() -> list[Any]:
    cases = []
    for file in sorted(CORPUS.glob("*/sentences.toml")):
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        for theme in ("tense", "others"):
            cases += [(file.parent.name, data["document_date"], *case) for case in data[theme].items()]
    return [pytest.param(*case, id=case[2]) for case in cases]


@pytest.mark.parametrize(("language", "day", "sentence", "values"), sentences())
def test_a_sentence_holds_these_times_and_no_other(language: str, day: str, sentence: str, values: list[str]) -> None:
    found = timeline.tag(sentence, date=day, language=language)
    assert [t.value for t in found] == values, [t.explanation for t in found]


@settings(max_examples=200)
@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_offsets_point_at_the_text_and_days_are_in_order(text: str) -> None:
    last = 0
    for time in timeline.tag(text, date="2018-07-06"):
        assert text[time.start : time.end] == time.text
        assert time.start >= last
        last = time.end
        if time.earliest and time.latest:
            assert time.earliest <= time.latest
        if time.value and time.type == "DATE" and values.granularity(time.value):
            values.span(time.value)


@settings(max_examples=100)
@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    timeline.tag(text, date="2018-07-06")
    timeline.tag(text)


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=12).map(" ".join), st.dates(date(1900, 1, 1), date(2090, 1, 1)))
def test_the_same_text_and_date_mean_the_same_again(text: str, day: date) -> None:
    assert timeline.tag(text, date=day) == timeline.tag(text, date=day)


def test_an_uncertain_document_date_gives_what_lies_between() -> None:
    friday = timeline.tag("They met on Friday.", date="2018-07-02/2018-07-12")[0]
    assert (friday.earliest, friday.latest) == (date(2018, 6, 29), date(2018, 7, 6))
    assert "not certain" in friday.explanation


def test_without_a_document_date_absolute_dates_work_and_relative_ones_stay_open() -> None:
    absolute, relative = timeline.tag("On June 12, 2018 they met; they will meet next month.")
    assert absolute.earliest == date(2018, 6, 12)
    assert relative.earliest is None


def test_a_story_that_goes_back_in_its_year_goes_on_from_there() -> None:
    text = (
        "When the general flew to Cairo on Aug. 29, 2023, it was months after the war began on April 15 of that year. "
        "A pause came into force on April 16. The two sides signed a truce on May 20. A meeting that had been planned for "
        "Dec. 28 was called off a day before. Talks opened on Aug. 14, 2024."
    )
    found = [time.value for time in timeline.tag(text) if time.type == "DATE"]
    assert found == [
        "2023-08-29", "2023-04-15", "2023-04-16", "2023-05-20", "2023-12-28", "2023-12-27", "2024-08-14",
    ]  # fmt: skip


def test_a_story_of_another_year_goes_on_in_it_though_the_months_are_of_this_year_too() -> None:
    text = (
        "Ten years ago this week they met in Ohio. They had come on 1 November 1995. The accord was signed in Paris on "
        "14 December.\n\nThe road to it had been opened that summer. In July the town fell. On 4 August the army attacked.\n\n"
        "The ministers met on 8 September. The guns fell silent on 12 October."
    )
    found = [time.value for time in timeline.tag(text, "2005-11-03") if time.type == "DATE"]
    assert found[1:] == [
        "1995-11-01", "1995-12-14", "1995-SU", "1995-07", "1995-08-04", "1995-09-08", "1995-10-12",
    ]  # fmt: skip


def test_what_had_been_before_the_news_is_not_of_the_year_told_last() -> None:
    text = (
        "He left the deal on Tuesday. Bolton, who took office last month, praised it. The deal took effect on January 16, "
        "2016. Trump had waived sanctions twice, in October and again on January 12."
    )
    found = [time.value for time in timeline.tag(text, "2018-05-08")]
    assert found[-2:] == ["2017-10", "2018-01-12"]


def test_a_text_of_no_day_of_its_own_goes_on_in_the_month_that_it_told_of() -> None:
    text = (
        "Updated on 22 February 2022. The accord was negotiated on 11-12 February 2015. Its ceasefire was to start on "
        "15 February. The council endorsed it on 17 February. They met on 9 December 2019 and agreed to an exchange by the end "
        "of that year - 200 were exchanged on 29 December."
    )
    found = [time.value for time in timeline.tag(text, date="2022-02-22")]
    assert found[1:] == ["2015-02-11/2015-02-12", "2015-02-15", "2015-02-17", "2019-12-09", "2019", "2019-12-29"]


def test_a_day_that_is_none_keeps_its_text_and_says_why() -> None:
    wrong = timeline.tag("They met on February 30, 2018.")[0]
    assert wrong.value == ""
    assert "no calendar date" in wrong.explanation
    backwards = timeline.tag("They met on 28-1 May 2001.")[0]
    assert (backwards.value, backwards.earliest) == ("", None)


def test_the_order_of_a_numeric_date_is_decided_by_the_document() -> None:
    assert timeline.tag("Dated 3/4/2018.")[0].value == "2018-03-04"
    assert [t.value for t in timeline.tag("Dated 25/12/2017 and 3/4/2018.")] == ["2017-12-25", "2018-04-03"]


@pytest.mark.parametrize(
    "text", ["June " * 20_000, "7" * 500_000, "x" * 500_000, "may the of in " * 20_000, "1/" * 50_000]
)
def test_time_grows_with_length_and_no_faster(text: str) -> None:
    """Twice the text takes about twice the steps: counted in calls of the rules, not in seconds."""
    find = finder("en").find
    half, whole = len(find(text[: len(text) // 2])), len(find(text))
    assert whole <= 2 * half + 2


def test_a_year_named_far_before_is_not_looked_back_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is cut out of a text to see whether a year still holds does not grow with the distance from it."""
    cut: list[int] = []

    def seen(text: str, pack: object) -> bool:
        cut.append(len(text))
        return True

    monkeypatch.setattr("timeline.tagging.normalize.same_sentence", seen)
    timeline.tag("In 1998 it fell. " + "it took two years, " * 2_000 + "and in May it rose", "2018-07-06")
    assert max(cut, default=0) <= 300


@pytest.mark.parametrize("place", ["Kyiv", "the U.S"])
def test_a_paragraph_ends_the_sentence_though_an_abbreviation_does(place: str) -> None:
    (time,) = timeline.tag(f"Putin will fly to {place}.\n\nTuesday in brief", date="2018-07-06")
    assert time.value == "2018-07-03"  # what will be is told in the paragraph before


_TIMES = ("in the spring", "in May", "on Monday", "last week", "in early 2015", "on May 3", "since Monday", "two weeks ago",
          "at the end of May", "in the third quarter of 2015", "on Friday afternoon", "overnight", "that day")  # fmt: skip


@pytest.mark.parametrize(
    "frame", ["{}, they met Xi.", "{} Putin met Xi.", "“{} they met Xi,” he said.", "({} they met Xi.)"]
)
@pytest.mark.parametrize("said", _TIMES)
def test_what_stands_around_a_time_does_not_change_it(said: str, frame: str) -> None:
    plain, framed = (
        [(time.text, time.value) for time in timeline.tag(each.format(said[0].upper() + said[1:]), date="2018-07-06")]
        for each in ("{} they met Xi.", frame)
    )
    assert plain and framed == plain


def test_without_a_date_what_came_of_a_day_is_in_the_next_year_as_with_one() -> None:
    text = "On 24 November 2013 they agreed on a deal that took effect on 20 January."
    for written in (None, "2020-05-05"):
        assert [time.value for time in timeline.tag(text, date=written)] == ["2013-11-24", "2014-01-20"]


def test_midnight_behind_a_day_without_a_year_is_no_problem() -> None:
    assert [time.value for time in timeline.tag("Register by 16 February, midnight CET.")] == [
        "XXXX-02-16",
        "XXXX-02-16T24:00",
    ]


@pytest.mark.parametrize(("written", "sentence", "days"), [
    ("2023-06-04", "They left last week.", ("2023-05-22", "2023-06-03")),
    ("2023-06-04", "They will meet later this week.", ("2023-06-04", "2023-06-10")),
    ("2023-06-04", "They met this week.", ("2023-05-29", "2023-06-04")),
    ("2023-06-03", "They will meet later this week.", ("2023-06-03", "2023-06-10")),
    ("2023-06-03", "They left last week.", ("2023-05-22", "2023-05-28")),
    ("2023-06-03", "Talks will be held starting Wednesday this week.", ("2023-06-07", "2023-06-07")),
    ("2023-06-05", "They met earlier this week.", ("2023-06-05", "2023-06-05")),
    ("2023-06-07", "They met earlier this week.", ("2023-06-05", "2023-06-07")),
])  # fmt: skip
def test_a_week_told_of_at_its_end_has_the_days_that_it_may_mean(
    written: str, sentence: str, days: tuple[str, str]
) -> None:
    (time,) = timeline.tag(sentence, written)
    assert (str(time.earliest), str(time.latest)) == days
