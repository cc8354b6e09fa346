"""The document's date from the text alone: each clue narrows an interval; too few, or contradictory ones, give none."""

from __future__ import annotations

from datetime import date

import pytest

import timeline
from timeline.model import Document, DocumentDate
from timeline.pipeline import Settings, extract_one

KNOWN = "Trump and Kim Jong Un shook hands at the Singapore summit between the United States and North Korea. "


def inferred(text: str) -> DocumentDate | None:
    return extract_one(Document("undated", text), Settings()).document.date


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "clue"),
    [
        (KNOWN + "Kim and Trump talked less than a month ago.", "2018-06-12", "2018-07-12", "less than a month ago"),
        (KNOWN + "Kim and Trump talked less than two weeks ago.", "2018-06-12", "2018-06-26", "less than two weeks ago"),
        (KNOWN + "A first draft is due by late August.", "2018-06-12", "2018-08-31", "August” is still ahead"),
        (KNOWN + "They talked in July, and a draft is due by late August.", "2018-07-01", "2018-08-31", "July” is told as past"),
        (KNOWN + "Pompeo flew to Pyongyang on October 7, 2018. A plan is due by December.", "2018-10-07", "2018-12-31", "told as past"),
        (KNOWN + "They will meet again on February 27, 2019.", "2018-06-12", "2019-02-27", "is still ahead"),
        ("Moon Jae-in and Kim Jong Un met at the Panmunjom summit of South Korea and North Korea. Trump and Kim Jong Un will "
         "meet at the Singapore summit between the United States and North Korea.", "2018-04-27", "2018-06-12", "looks ahead to"),
    ],
)  # fmt: skip
def test_clues_narrow_an_interval_and_are_told(text: str, earliest: str, latest: str, clue: str) -> None:
    found = inferred(text)
    assert found is not None
    assert (str(found.earliest), str(found.latest), found.source) == (earliest, latest, "inferred")
    assert clue in found.explanation


@pytest.mark.parametrize(
    "text",
    [
        "Merkel met Putin on Friday.",
        KNOWN,
        KNOWN + "The trade pact with Chile was signed less than a year ago.",
        KNOWN + "They will meet again on February 27, 2023.",
        KNOWN + "They had met on May 3, 2019. A plan was promised on July 1, 2017, to be ready by the end of 2018.",
    ],
    ids=["no clue", "from below alone", "of something else", "more than a year", "no bound above"],
)
def test_what_is_too_little_stays_unknown(text: str) -> None:
    assert inferred(text) is None


def test_a_dateline_without_its_year_is_a_day_of_what_was_inferred() -> None:
    told = "SEOUL, July 7 (Reuters) - " + KNOWN + "Kim and Trump talked less than a month ago."
    found = inferred(told)
    assert found is not None
    assert (str(found.earliest), str(found.latest), found.source) == ("2018-07-07", "2018-07-07", "inferred")
    assert found.explanation.startswith("the dateline says “July 7”; ")
    other = inferred(told.replace("July 7", "May 7"))
    assert other is not None
    assert str(other.latest) == "2018-07-12"


@pytest.mark.parametrize(("top", "day"), [
    ("How it came about\nBy Our Staff | 9 May 2018 | 06:12 BST\n\n", "2018-05-09"),
    ("Explainer\n\n(Warsaw, September 21, 2023) ", "2023-09-21"),
    ("Leaders sign deal\n\nBISHKEK — March 13, 2025. ", "2025-03-13"),
    ("Troops pull back\nBy Our Bureau\nOctober 26, 2024 08:14 am IST - Updated 11:02 am\n\n", "2024-10-26"),
    ("This week in the Sahel (week of 22-28 January 2024)\n\n", "2024-01-28"),
])  # fmt: skip
def test_a_byline_of_several_parts_or_the_week_of_a_review_dates_the_text(top: str, day: str) -> None:
    dated = extract_one(Document("a", f"{top}Ministers met on Thursday."), Settings()).document.date
    assert dated is not None
    assert (dated.source, str(dated.earliest), str(dated.latest)) == ("dateline", day, day)


@pytest.mark.parametrize("line", [
    "From our correspondent\n\nOSLO, 24 June 2019. ", "Oslo/Kigali, 24 June 2019: ", "OSLO, Norway - June 24, 2019 (NTB) - ",
])  # fmt: skip
def test_a_dateline_may_end_with_a_stop_and_stand_under_a_byline(line: str) -> None:
    told = f"{line}Ministers will meet on Tuesday."
    dated = extract_one(Document("a", told), Settings()).document.date
    assert dated is not None
    assert (dated.source, str(dated.earliest)) == ("dateline", "2019-06-24")


OFFICES = "SEOUL, April 29 (Yonhap) -- Japanese Prime Minister Fumio Kishida will meet President Yoon Suk Yeol, an aide said {}."


@pytest.mark.parametrize(("text", "day"), [
    (OFFICES.format("Saturday"), "2023-04-29"),
    ("LONDON, Oct. 3 (AP) -- Prime Minister Liz Truss dropped plans for a tax cut.", "2022-10-03"),
    ("MOSCOW, March 21. /TASS/. Xi Jinping arrived on Monday, Prime Minister Mikhail Mishustin said. He had met him on "
     "September 15, 2022.", "2023-03-21"),
    ("SEOUL, Sept. 19 (Yonhap) -- President Moon Jae-in flew home Wednesday. Trump met Kim in Singapore on June 12.", "2018-09-19"),
    ("MOSCOW, November 10. /TASS/. Prime Minister of Armenia Nikol Pashinyan spoke. Armenia, Azerbaijan and Russia had signed a "
     "statement on November 9.", "2020-11-10"),
    ("BEIJING, March 4 (Xinhua) -- Chinese Foreign Minister Wang Yi will visit Lusaka, an aide announced on Wednesday. He was there in "
     "September 2024.", "2026-03-04"),
    ("ACCRA, Aug 7 (AFP) - Army chiefs ended talks on Friday, after President Bola Tinubu had called for them, an aide said on Monday.",
     "2023-08-07"),
])  # fmt: skip
def test_offices_and_a_weekday_tell_the_year_of_a_dateline(text: str, day: str) -> None:
    found = inferred(text)
    assert found is not None
    assert (str(found.earliest), str(found.latest), found.source) == (day, day, "inferred")
    assert "held office" in found.explanation


@pytest.mark.parametrize("text", [
    OFFICES.format("Thursday"),
    OFFICES.replace("Japanese Prime Minister", "then Prime Minister").replace("President Yoon", "Yoon").format("Saturday"),
    "BERLIN, May 3 (Reuters) - Chancellor Angela Merkel said on Tuesday she would go.",
    "LONDON, May 3 (AP) -- Prime Minister Liz Truss dropped plans for a tax cut.",
    "LONDON, Oct. 3 (AP) -- Vice President Joe Biden flew home on Monday.",
], ids=["no such weekday", "no longer in office", "two such years", "never in office on that day", "another office"])  # fmt: skip
def test_offices_that_leave_no_year_or_several_tell_none(text: str) -> None:
    assert inferred(text) is None


def test_last_friday_is_no_day_of_a_wire() -> None:
    text = ("ISLAMABAD, April 20 (Xinhua) -- President Xi Jinping arrived here Monday and met Prime Minister Nawaz Sharif. A spokesman said "
            "last Friday that they would talk.")  # fmt: skip
    found = inferred(text)
    assert found is not None
    assert str(found.latest) == "2015-04-20"


def test_a_wire_that_names_nobody_by_an_office_is_dated_by_the_day_told_weeks_before() -> None:
    text = "BEIJING, April 6 (Xinhua) -- A statement was signed here on {}. The agreement was reached on {}."
    found = [inferred(text.format(*said)) for said in (("Thursday", "March 10, 2023"), ("Sunday", "March 10, 2023"),
                                                       ("Thursday", "May 10, 2022"))]  # fmt: skip
    assert [str(each.latest) if each else None for each in found] == ["2023-04-06", None, None]


@pytest.mark.parametrize(("text", "written", "day"), [
    ("Trump met Kim in Singapore on June 12. He had hoped for peace.", "2020-10-05", "2018-06-12"),
    ("The United States spoke with Iran. A framework was agreed in Lausanne on 2 April. Within a month they met again.", "2017-09-09",
     "2015-04-02"),
    ("Trump met Kim in Singapore on June 12.", None, "2018-06-12"),
    ("Trump met Kim in Singapore on June 12.", "2026-06-14", "2026-06-12"),
    ("Trump met Kim in Singapore on June 14.", "2020-10-05", "2020-06-14"),
    ("Trump met Kim on June 12.", "2020-10-05", "2020-06-12"),
    ("Abiy Ahmed, who took office on 2 April, spoke. In 2019 he flew to Asmara.", "2020-10-05", "2018-04-02"),
    ("Joe Biden spoke on January 20.", "2024-10-05", "2024-01-20"),
    ("Joe Biden, sworn in on January 20, spoke.", "2024-10-05", "2021-01-20"),
    ("On January 20, President Joe Biden took office.", "2024-10-05", "2021-01-20"),
    ("He took office on Jan. 1, a week before supporters of Jair Bolsonaro stormed Congress.", "2023-04-14", "2023-01-01"),
    ("Donald Trump, sworn in on January 20, spoke.", "2026-10-05", "2026-01-20"),
])  # fmt: skip
def test_a_day_without_its_year_is_that_of_the_known_event_at_its_place(
    text: str, written: str | None, day: str
) -> None:
    assert str(timeline.extract(text, written)[0].earliest) == day


def test_the_month_or_season_of_an_issue_dates_its_texts_unless_they_name_a_later_day() -> None:
    text = "A long thaw\n(Essay, Spring 2015)\n\nObama and Castro met in Panama City on April 11.{}\n"
    met = timeline.extract(text.format(""))[0]
    assert str(met.earliest) == "2015-04-11"
    assert all(event.edtf != "2015-04-11" for event in timeline.extract(text.format(" They met again on May 3, 2017.")))


def test_a_text_is_of_the_day_on_which_it_says_that_it_was_last_updated() -> None:
    text = "Who rules Chad?\nA general does. He was still at large when this page was last updated ({}).\n\nECOWAS froze assets on July 30.\n"
    froze = timeline.extract(text.format("April 12, 2024"))
    assert [str(event.earliest) for event in froze] == ["2023-07-30"]
    assert all(
        event.earliest is None or event.earliest.year != 2023 for event in timeline.extract(text.format("last week"))
    )


def test_a_dateline_may_have_a_full_stop_behind_its_place() -> None:
    text = (
        "MOSCOW. Nov 12 (Agency) - President Vladimir Putin spoke on Saturday with Recep Tayyip Erdogan. The Black Sea Grain Initiative was signed "
        "in Istanbul on July 22. Putin had met him on September 16.\n"
    )
    assert "2022-11-12" in [event.edtf for event in timeline.extract(text)]


def test_a_report_that_says_what_it_covers_is_of_the_last_day_of_that() -> None:
    text = (
        "1. The present report covers the period from 2 October 2022 to 30 September 2023.\n\n2. Staffan de Mistura held consultations in "
        "New York from 27 to 31 March and met Nasser Bourita in Rabat on 8 September.\n"
    )
    tl = timeline.build([Document("report", text)])
    assert tl.extractions[0].document.date == DocumentDate(
        date(2023, 9, 30), date(2023, 9, 30), "inferred",
        "the report covers “2 October 2022 to 30 September 2023”: its last day",
    )  # fmt: skip
    assert [str(event.earliest) for event in tl][1:] == ["2023-03-27", "2023-09-08"]
