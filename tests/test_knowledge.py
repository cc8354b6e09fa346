"""The knowledge tables are sound, and a user's own file widens or is refused with its line."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import timeline
from timeline.calendar_time.values import parse_day
from timeline.errors import LanguageError, ReadingError
from timeline.knowledge import load_knowledge

TABLES = Path(timeline.__file__).parent / "knowledge"


def rows(name: str) -> list[dict[str, str]]:
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", sorted(path.name for path in TABLES.glob("*.csv")))
def test_every_row_has_all_of_its_columns(name: str) -> None:
    for row in rows(name):
        assert None not in row, row
        assert None not in row.values(), row


def test_terms_and_events_do_not_end_before_they_begin() -> None:
    for row in rows("people.csv"):
        if row["from"] and row["to"]:
            assert parse_day(row["from"]) < parse_day(row["to"]), row["name"]
    for row in rows("events.csv"):
        assert parse_day(row["start"]) <= parse_day(row["end"]), row["name"]


def test_people_and_organisations_belong_to_known_countries_or_bodies() -> None:
    known = {row["code"] for row in rows("countries.csv")} | {row["id"] for row in rows("organisations.csv")}
    for name in ("people.csv", "organisations.csv", "places.csv"):
        for row in rows(name):
            assert not row["country"] or row["country"] in known, row


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [
        ("Singapore summit", "2018-06-12", "2018-06-12"),
        ("Hanoi summit", "2019-02-27", "2019-02-28"),
        ("April 2018 inter-Korean summit", "2018-04-27", "2018-04-27"),
    ],
)
def test_known_events_have_their_days(name: str, start: str, end: str) -> None:
    event = load_knowledge().events[name.lower()][0]
    assert (str(event.start), str(event.end)) == (start, end)


def test_a_file_of_ones_own_is_used(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("kind,name,also,country\nperson,Xanthe Zorn,Ambassador Zorn,NZL\n", encoding="utf-8")
    text = "Xanthe Zorn met Putin in Suva on 3 May 2018."
    names = [p.name for p in timeline.extract(text, knowledge=str(own))[0].participants]
    assert names == ["Xanthe Zorn", "Vladimir Putin"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("kind,name,colour\nperson,A B,red\n", r"own\.csv:2: unknown column 'colour'"),
        ("kind,name\nplanet,Mars\n", r"own\.csv:2: kind 'planet' is unknown; use one of"),
        ("kind,name,start,end,place,parties\nevent,X,2018-02-30,,,\n", r"own\.csv:2: '2018-02-30' is no calendar date"),
    ],
)
def test_a_wrong_row_is_named_with_its_line(tmp_path: Path, content: str, says: str) -> None:
    own = tmp_path / "own.csv"
    own.write_text(content, encoding="utf-8")
    with pytest.raises(LanguageError, match=says):
        load_knowledge(str(own))


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="cannot read this knowledge file"):
        load_knowledge(str(tmp_path / "none.csv"))


def test_a_person_of_two_offices_is_taken_in_that_of_the_day() -> None:
    text = "Mark Rutte flew to Ankara on Friday."
    countries = [timeline.extract(text, date=day)[0].participants[0].role for day in ("2017-03-10", "2024-11-29")]
    assert countries[0].endswith("NLD")
    assert countries[1].endswith("NATO")


def test_another_spelling_of_a_family_name_is_the_same_person() -> None:
    people = {entity.name for entity in load_knowledge().families["Zelenskiy"]}
    assert people == {"Volodymyr Zelensky"}
