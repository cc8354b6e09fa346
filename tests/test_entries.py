"""Chronologies, diaries and live reports: what stands behind or below a time that heads it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline.text.entries import Entries


def told(text: str, date: str | None = None) -> list[tuple[str | None, str, str]]:
    """(EDTF, status, title) of each event."""
    return [(event.edtf, event.status, event.title) for event in timeline.extract(text, date)]


def dates(text: str, date: str | None = None) -> list[str]:
    return [time.value for time in timeline.tag(text, date)]


LINES = """Chronology of the Sudan talks

{}6 May 2023{} Envoys of the army meet in Jeddah.
{}20 May 2023{} They agree on a ceasefire.
{}1 June 2023{} The United States sanctions four companies.
"""


@pytest.mark.parametrize(("bullet", "sign"), [
    ("", ":"), ("", " -"), ("", " –"), ("", " —"), ("", "\t"), ("* ", ":"), ("• ", " –"), ("- ", ":"), ("**", ":**"),
    ("", "\n"), ("**", "**\n\n"), ("## ", "\n\n"),
])  # fmt: skip
def test_a_time_that_heads_a_line_dates_what_is_behind_or_below(bullet: str, sign: str) -> None:
    events = told(LINES.format(*(bullet, sign) * 3))
    assert [event[:2] for event in events] == [(day, "occurred") for day in ("2023-05-06", "2023-05-20", "2023-06-01")]
    assert [events[0][2], events[2][2]] == ["Envoys of the army meet in Jeddah", "US sanctions four companies"]


BARE = """Talks with Iran: a timeline

August 2002 Iran opens a plant at Arak.

February 2003 As an invasion looms, President Khatami acknowledges the plant. Inspectors visit in late February.

August-September 2005 The deal begins to fall apart.
"""


def test_dates_that_open_several_lines_head_them_without_a_sign() -> None:
    days = [day for day, _, _ in told(BARE, "2015-04-02")]
    assert days == ["2002-08", "2003-02", "2003-02-21/2003-02-28", "2005-08-01/2005-09-30"]
    assert not Entries("August 2002 Exiles came.\n\nMay 2003 They left.", [(0, 11), (26, 34)]).all


def test_a_year_between_dashes_is_that_of_the_days_below_it() -> None:
    text = "Key dates\n\n- 2003 -\n\nIran suspends work in October.\n\n- 2005 -\n\nOn August 8, Iran resumes work.\n"
    assert told(text, "2013-11-08")[1][:2] == ("2005-08-08", "occurred")
    assert dates(text, "2013-11-08") == ["2003", "2003-10", "2005", "2005-08-08"]


def test_a_stretch_that_heads_a_line_is_one_time() -> None:
    text = "May 9, 2020: Chad and Mali meet.\n2013 - 2019: Macron meets Merkel.\nJune 2020: Chad leaves."
    assert "Macron meets Merkel" in [title for edtf, _, title in told(text) if edtf == "2013-01-01/2019-12-31"]


YEARS = """1998 May-June - A border dispute erupts into war.

2000
June 18: Ethiopia and Eritrea sign a ceasefire.
Dec 12: The two countries sign a peace agreement in Algiers. It sets up two commissions.

2018 July - Abiy Ahmed visits Asmara.
"""


@pytest.mark.parametrize("written", [None, "2018-11-14", "2001-06-06"])
def test_a_year_above_is_that_of_the_days_below_it(written: str | None) -> None:
    assert dates(YEARS, written) == ["1998-05/1998-06", "2000", "2000-06-18", "2000-12-12", "2018-07"]


def test_without_a_year_of_its_own_a_head_runs_on_from_the_one_before() -> None:
    onward = (
        "4 March 2019: Peru leaves.\n2 December: Chile leaves.\n9 January: Cuba leaves.\n5 May 2021: Haiti leaves.\n"
    )
    assert dates(onward) == ["2019-03-04", "2019-12-02", "2020-01-09", "2021-05-05"]
    back = (
        "9 January 2020: Cuba leaves.\n2 December: Chile leaves.\n4 March: Peru leaves.\n8 June 2018: Haiti leaves.\n"
    )
    assert dates(back) == ["2020-01-09", "2019-12-02", "2019-03-04", "2018-06-08"]


def test_an_entry_is_told_from_its_own_day() -> None:
    text = """5 June 2017

Bahrain cuts its ties with Qatar. Oman stays neutral.

22 June

The four countries hand over a list of demands, giving Doha ten days to comply. A meeting is set for July 5.

4 January 2021

Kuwait says that the border will be opened on Tuesday.
"""
    events = told(text, "2021-01-06")
    assert ("2017-06-05", "occurred", "Bahrain cuts ties with Qatar") in events
    assert ("2017-07-02", "deadline", "Deadline: Doha to comply") in events
    assert [(edtf, status) for edtf, status, title in events if "eeting" in title] == [("2017-07-05", "scheduled")]
    (tuesday,) = (time for time in timeline.tag(text, "2021-01-06") if time.text == "Tuesday")
    assert tuesday.value == "2021-01-05"
    assert "the date of its entry 2021-01-04" in tuesday.explanation


LIVE = """Talks in Belarus: live

Published: 28 February 2022

10:05 GMT
Delegations arrive in Gomel

The Ukrainian side has reached the border, the presidency says. Russia vetoed a resolution on Friday.

4.30pm
Switzerland adopts EU sanctions against Russia. It had long been neutral.

18:10 GMT
The talks have ended. The two sides will meet again.
"""


def test_a_clock_time_heads_what_is_reported_on_the_day() -> None:
    events = told(LIVE)
    today = {title: status for edtf, status, title in events if edtf == "2022-02-28"}
    assert today == {
        "Delegations arrive in Gomel": "occurred",
        "Ukrainian side reaches border": "occurred",
        "Switzerland adopts EU sanctions against Russia": "occurred",
        "Talks end": "occurred",
    }
    assert ("2022-02-25", "occurred", "Russia vetoes resolution") in events
    why = {event.title: event.explanation for event in timeline.extract(LIVE)}
    assert why["Talks end"].startswith(
        "it stands below “18:10 GMT”; “18:10 GMT” = 2022-02-28T18:10, on the document date"
    )


def test_a_diary_looks_ahead() -> None:
    text = "TUESDAY, NOVEMBER 27\nBRUSSELS - Mogherini meets Volodymyr Groysman.\n\nMONDAY, DECEMBER 3\nKATOWICE - A UN climate conference begins.\n"
    assert [event[:2] for event in told(text, "2018-11-26")] == [
        ("2018-11-27", "scheduled"),
        ("2018-12-03", "scheduled"),
    ]


def test_a_line_that_says_who_says_something_is_an_event_too() -> None:
    text = "August 2002 - An exiled group reveals that Iran is building a plant.\nOct. 21, 2003 - After talks in Tehran, Iran agrees to suspend it.\n"
    assert [event[0] for event in told(text)] == ["2002-08", "2003-10-21"]


def test_one_line_headed_by_a_date_is_read_too() -> None:
    assert told("June 12 – Trump met Kim in Singapore.", "2018-07-06") == [
        ("2018-06-12", "occurred", "Trump meets Kim in Singapore")
    ]


@pytest.mark.parametrize("text", [
    "Talks in Oslo\n\n6 July 2018\n\nNorway's premier spoke. She left.\n",
    "6 July 2018\n\nNorway's premier spoke.\n\n6 July 2018\n\nShe left.\n",  # the head of a page
    "They were to meet in Oslo, and had said that they would come back to the city on\n6 July 2018: that is what the letters\nof their two ministers, which were printed by the papers, had said of\n8 July 2018: and nothing more.\n",
])  # fmt: skip
def test_one_date_or_a_wrapped_line_heads_nothing(text: str) -> None:
    times = [(time.start, time.end) for time in timeline.tag(text)]
    assert times and not Entries(text, times).all


def test_no_head_of_an_entry_is_the_date_of_the_text() -> None:
    extraction = timeline.extract("5 June 2017\n\nBahrain left.\n\n5 January 2021\n\nBahrain came back.\n")
    assert {event.evidence[0].published for event in extraction} == {None}


@given(
    st.lists(
        st.sampled_from(["1 May 2001", "2002", "10:05", "\n", "\n\n", ": ", " - ", "* ", "Peru left. ", "\t"]),
        max_size=30,
    )
)
def test_entries_stand_one_behind_the_other_inside_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    entries = Entries(text, [(time.start, time.end) for time in timeline.tag(text)]).all
    for entry in entries:
        assert 0 <= entry.start < entry.end <= entry.body <= entry.until <= len(text)
    for first, second in pairwise(entries):
        assert first.until <= second.start


def test_an_entry_may_open_with_where_it_is_about() -> None:
    text = (
        "Coups\n\n2021\nSept 5 - Guinea: Special forces oust Alpha Conde.\n2022\nJan 24 - Burkina Faso: Soldiers depose Roch"
        " Kabore; eight months later, on Sept 30, Capt. Ibrahim Traore ousts his successor.\n2023\nAug 30 - Gabon: Officers"
        " take over the palace minutes after Ali Bongo is declared winner of an election held on Aug 26.\n"
    )
    told = [(str(e.earliest), str(e.latest), e.place.name if e.place else "") for e in timeline.extract(text)]
    assert told == [
        ("2021-09-05", "2021-09-05", "Guinea"),
        ("2022-01-24", "2022-01-24", "Burkina Faso"),
        ("2022-09-30", "2022-09-30", "Burkina Faso"),
        ("2023-08-26", "2023-08-26", "Gabon"),
        ("2023-08-30", "2023-08-30", "Gabon"),
    ]


def test_a_date_alone_above_a_chronology_with_signs_dates_the_text() -> None:
    text = "Key moments\n\nJune 16, 2017\n\nMay 3, 2015: Chad joins the union.\n\nJune 4: Mali leaves.\n\nFriday: Niger is to vote."
    assert [(e.edtf, e.status) for e in timeline.extract(text)] == [
        ("2015-05-03", "occurred"), ("2015-06-04", "occurred"), ("2017-06-16", "scheduled"),
    ]  # fmt: skip


def test_each_main_clause_of_an_entry_is_an_event() -> None:
    text = "May 3, 2015: Chad and Mali announce that they will meet; Niger frees Jane Doe, and the U.S. releases two agents.\n\nJune 4: Mali leaves."
    titles = {event.title for event in timeline.extract(text, "2017-06-16") if event.edtf == "2015-05-03"}
    assert titles == {"Chad and Mali announce that they will meet", "Niger frees Jane Doe", "US releases two agents"}


def test_a_headline_without_an_auxiliary_tells_what_was_done() -> None:
    told = {
        "1961": "Diplomatic relations restored", "1962": "Peace treaty signed in Lima", "1963": "Envoy expelled", "1964": "Hostages freed",
        "1965": "Prime minister assassinated in Lima", "1966": "Treaty ratified by both parliaments", "1967": "Joint commission set up",
        "1968-69": "Sanctions lifted", "1970": "Chad accepts", "1971": "Embassy reopens in Lima",
    }  # fmt: skip
    lines = {"1970": "Chad accepted", "1971": "Embassy reopened in Lima"}
    text = "Key dates\n" + "\n".join(f"{year}: {lines.get(year, title)}." for year, title in told.items())
    assert [event.title for event in timeline.extract(text)] == [*told.values()]


def test_a_distance_in_an_entry_counts_from_its_head() -> None:
    text = "May 31, 2010: Chad's navy kills nine men.  A tenth dies four years later.\n\nJune 2, 2011: Chad expels Mali's envoy."
    found = [(event.edtf, event.status) for event in timeline.extract(text)]
    assert found == [("2010-05-31", "occurred"), ("2011-06-02", "occurred"), ("2014", "occurred")]


def test_a_year_in_the_heading_is_that_of_the_story() -> None:
    text = "The South Atlantic, 1982\n\nThe flag was raised at Leith on 19 March. On 2 April Argentina seized Port Stanley."
    assert [event.edtf for event in timeline.extract(text)] == ["1982-03-19", "1982-04-02"]


def test_an_entry_tells_what_is_joined_to_its_verb_and_where_that_leads_but_not_what_is_to_come() -> None:
    text = (
        "March 25, 2016: Merkel travels to Rome by train and meets Mario Draghi.\n\n"
        "May 18: Merkel visits Oslo, where she signs a pact with Jens Stoltenberg. Talks are to resume within weeks.\n\n"
        "June 9: The two Koreas hold their first talks in two years at Panmunjom; the North agrees to send athletes."
    )
    told = {(event.title, event.edtf) for event in timeline.extract(text, "2019-06-16")}
    assert told == {
        ("Merkel travels to Rome by train", "2016-03-25"), ("Merkel meets Mario Draghi", "2016-03-25"),
        ("Merkel visits Oslo", "2016-05-18"), ("Merkel signs pact with Jens Stoltenberg", "2016-05-18"),
        ("South Korea and North Korea hold first talks at Panmunjom", "2016-06-09"), ("North Korea agrees to send athletes", "2016-06-09"),
    }  # fmt: skip


def test_an_outlook_is_of_its_first_day_and_its_weekdays_follow_one_another() -> None:
    text = (
        "The week ahead in foreign affairs (9-15 September 2024)\n\nMonday\n- Ministers meet Sergei Lavrov in Riyadh.\n\nTuesday\n- Antony "
        "Blinken arrives in London.\n\nWednesday\n- Keir Starmer visits Joe Biden.\n\n"
        "Also: Chad's votes were counted on Sunday.\n"
    )
    events = timeline.extract(text)
    assert [event.edtf for event in events] == ["2024-09-08", "2024-09-09", "2024-09-10", "2024-09-11"]
    review = (
        text.replace("ahead", "in review")
        .replace("meet", "met")
        .replace("arrives", "arrived")
        .replace("visits", "visited")
    )
    assert [event.edtf for event in timeline.extract(review)][:3] == ["2024-09-09", "2024-09-10", "2024-09-11"]


def test_a_chronology_of_a_text_without_a_day_is_of_the_year_that_it_names_first() -> None:
    text = (
        "This chronology was compiled in August 2008.\n\n5 August: Georgia warns Russia.\n\n7 August, 19:10: Mikheil Saakashvili announces a "
        "ceasefire. At 23:35 Russia attacks.\n\n26 August: Russia recognises Abkhazia. Nicaragua will follow on 5 September. On the 29th "
        "Georgia breaks off relations.\n\nNATO promised membership on 3 April this year.\n"
    )
    found = [(event.trigger, event.edtf) for event in timeline.extract(text)]
    assert found[1:] == [
        ("warns", "2008-08-05"), ("announces", "2008-08-07"), ("attacks", "2008-08-07"), ("recognises", "2008-08-26"),
        ("breaks", "2008-08-29"), ("follow", "2008-09-05"),
    ]  # fmt: skip


def test_a_live_report_runs_back_from_the_weekday_over_its_hours() -> None:
    text = (
        "LIVE: Coup in Niger\n\nUpdated 6 August 2023, 22:45 GMT\n\nSunday\n22:45 GMT - The junta closes the airspace.\n18:10 GMT - ECOWAS "
        "meets.\n\nSaturday\nAlgeria rejects an intervention.\n\nFriday\nDefence chiefs end a meeting in Abuja.\n\nWhat next?\nECOWAS leaders "
        "will hold a summit in Abuja on Thursday.\n"
    )
    events = timeline.extract(text)
    assert [event.edtf for event in events if event.title.startswith("Algeria")] == ["2023-08-05"]
    assert [event.edtf for event in events if event.place and event.place.name == "Abuja"] == [
        "2023-08-04",
        "2023-08-10",
    ]
