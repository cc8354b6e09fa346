"""Reports as they are copied from a web page: with its headings, stamps, captions and credits, a paragraph in each line."""

from __future__ import annotations

import pytest

import timeline

LONG = "The envoys of Chad and Mali, who know one another well from earlier years, spoke for most of the day about herders who cross the border and about what to do with those who were held on either side of it"
PAGE = f"""Chad News Agency
#World
July 5, 2018 / 4:10 PM / a month ago

Talks over the border end

Envoys of Chad (L) and Mali sit down for talks in Lima, July 4, 2018. REUTERS/Jane Doe

1 Min Read

LIMA (Reuters) - Chad and Mali agreed on a truce, Peru's foreign minister said on Thursday.

{LONG}.
"""


def told(text: str, date: str | None = "2018-07-06") -> list[tuple[str, str]]:
    """(earliest or latest day, title) of each event."""
    return [(str(event.earliest or event.latest), event.title) for event in timeline.extract(text, date)]


def test_a_report_opens_behind_the_headings_and_captions_of_its_page() -> None:
    assert ("2018-07-05", "Chad and Mali agree on a truce") in told(PAGE)
    assert ("2018-07-05", "Chad and Mali agree on a truce") in told(PAGE, None)


def test_of_a_caption_only_an_act_is_an_event() -> None:
    caption = "Residents look at a screen in Lima on July 4, 2018. REUTERS/Jane Doe"
    assert not told(f"{caption}\n\n{LONG}.")
    assert told(f"Macron meets Merkel in Berlin, July 4, 2018. REUTERS/Jane Doe\n\n{LONG}.") == [
        ("2018-07-04", "Macron meets Merkel")
    ]


def test_where_each_paragraph_is_a_line_a_heading_is_no_part_of_the_sentence_below() -> None:
    heading = "UN chief welcomes the full truce in Chad after talks of four nations"
    text = f"{heading}\nPeru's President Ana Rojas on Tuesday met Macron in Paris.\n{LONG}.\n{LONG}."
    assert ("2018-07-03", "Rojas meets Macron in Paris") in told(text)
    wrapped = "Peru's President Ana Rojas, who has been in Europe since last week, on\nTuesday met Macron in Paris."
    assert ("2018-07-03", "Rojas meets Macron in Paris") in told(wrapped)


@pytest.mark.parametrize("stamp", [
    "March 11, 2016 / 9:40 AM / 3 years ago", "By Jane Doe - March 11, 2016 - 9:40 AM - 3 years ago",
])  # fmt: skip
def test_a_line_of_parts_tells_the_day(stamp: str) -> None:
    event = timeline.extract(f"Truce in Mali holds\n{stamp}\n\nChad left the pact on Friday.")[0]
    assert str(event.earliest) == "2016-03-11"


@pytest.mark.parametrize("place", ["Washington DC: ", "Beijing [China], July 6: ", "Moscow: "])
def test_a_town_and_a_colon_open_a_report(place: str) -> None:
    assert told(f"{place}Macron met Merkel on Wednesday.") == [("2018-07-04", "Macron meets Merkel")]


def test_a_day_that_stands_twice_at_the_top_heads_no_chronology() -> None:
    text = "Thursday, July 5, 2018\n\nEnvoys to meet\n\nThursday 5 July 2018\n\nMacron met Merkel on Wednesday. Chad left on Tuesday."
    assert told(text, None) == [("2018-07-03", "Chad leaves"), ("2018-07-04", "Macron meets Merkel")]


@pytest.mark.parametrize(
    "top",
    [
        "Chad and Mali end talks\n\nPeru News, July 5, 2018 Adjust font size:\n\n",
        "3 July 2020 - Friday | 2/7/2020 (4) 1/7/2020 (9) 30/6/2020 (7) 29/6/2020 (3)\n\nChad and Mali end talks\n\n5 July 2018 9:49\n\n",
        "Chad and Mali end talks\n\nNTB | Lima | Updated: 05-07-2018 20:06 IST | Created: 05-07-2018 20:05 IST\n\n",
        f"{'Chad names a coach • Peru opens a road • ' * 20}\n\nChad and Mali end talks\n\nPeru News, July 5, 2018 Adjust font size:\n\n",
    ],
)
def test_the_stamp_of_a_page_tells_its_day_and_nothing_else(top: str) -> None:
    assert told(f"{top}Envoys of Chad and Mali met in Lima on Thursday, and spoke for hours. {LONG}.", None) == [
        ("2018-07-05", "Envoys of Chad and Mali meet in Lima")
    ]


def test_a_line_that_goes_on_with_a_small_letter_is_the_same_sentence() -> None:
    wrapped = "The envoys of the three powers that border the Great\n Lakes on Thursday set a deadline for the talks that\n had begun in Lima."
    assert ("2018-07-05", "Envoys of the three powers set deadline for the talks") in told(wrapped)


def test_what_a_caption_shows_has_been() -> None:
    caption = "Ana Rojas arrives in Lima on Friday. She was one of ten envoys. Photo by Jane Doe/ABC"
    assert [e.status for e in timeline.extract(f"{caption}\n\n{LONG}.", "2018-07-06")] == ["occurred"]


def test_a_byline_with_its_agency_before_its_date_is_a_dateline() -> None:
    text = f"by Our Writers Lima, Peru (NTB) Jul 05, 2018 Envoys of Chad will travel to Oslo this month. {LONG}."
    assert told(text, None) == [("2018-07-05", "Envoys of Chad to travel to Oslo")]
