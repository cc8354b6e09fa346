"""Transcripts: who speaks, by the label of a turn, and whom "I" means there and in what a report quotes."""

from __future__ import annotations

import pytest

import timeline

BRIEFING = """Press conference in Lima

Foreign Minister Sergei Lavrov: Good evening. I flew to Havana on 3 July, and I will visit Managua on 9 July.

QUESTION: When did you last meet the secretary? He said on Monday that it was in May.

SERGEI LAVROV: I met Mike Pompeo in Helsinki on 14 May.

(The press conference ended at 5:10 p.m.)
"""


def told(text: str) -> list[tuple[str, str, str | None]]:
    return [(e.title, str(e.earliest), e.evidence[0].said_by) for e in timeline.extract(text, date="2018-07-06")]


def test_in_a_transcript_i_am_whoever_speaks() -> None:
    lavrov = "Sergei Lavrov"
    assert told(BRIEFING) == [
        ("Lavrov meets Mike Pompeo in Helsinki", "2018-05-14", lavrov),
        ("Lavrov flies to Havana", "2018-07-03", lavrov),
        ("Lavrov to visit Managua", "2018-07-09", lavrov),
    ]


@pytest.mark.parametrize(("text", "title"), [
    ("“I met Kim in May,” Donald Trump said.", "Trump meets Kim"),
    ("Trump said: “I will meet Kim in August.”", "Trump to meet Kim"),
    ("“Putin called me on Monday,” said President Emmanuel Macron.", "Putin calls Macron"),
    ("“My visit to Kyiv in May was short,” Macron said.", "Macron's visit to Kyiv"),
    ("“It is late,” Macron told reporters. “I will fly to Kyiv on Tuesday.”", "Macron to fly to Kyiv"),
])  # fmt: skip
def test_in_a_quotation_i_am_whoever_is_quoted(text: str, title: str) -> None:
    assert [title_ for title_, _, _ in told(text)] == [title]


@pytest.mark.parametrize(
    "text",
    [
        "I will fly to Kyiv on Tuesday.",
        "“It is late,” an aide told Macron. “I will fly to Kyiv on Tuesday.”",
        "Macron was late.\n\n“I will fly to Kyiv on Tuesday.”",
    ],
)
def test_nobody_is_guessed(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("text", [
    "Background: Lavrov flew to Havana on 3 July.\nOutlook: Talks will resume on 9 July.\n",
    "Sergei Lavrov: The minister flew to Havana on 3 July.\nMike Pompeo: His talks will resume on 9 July.\n",
    "UPDATE: Lavrov flew to Havana on 3 July.\nUPDATE: He said I may leave. Talks will resume on 9 July.\n",
])  # fmt: skip
def test_lines_with_a_colon_are_no_transcript(text: str) -> None:
    assert [said_by for _, _, said_by in told(text)] == [None, None]


def test_headlines_that_quote_are_read_as_turns() -> None:
    lines = "Putin: I will visit Minsk on 9 July\nMacron: I met Merkel on 2 July\n"
    assert [title for title, _, _ in told(lines)] == ["Macron meets Merkel", "Putin to visit Minsk"]


def test_a_speaker_in_capitals_or_unknown_has_a_name_too() -> None:
    text = """CHRISTIANE AMANPOUR, CNN ANCHOR: Good evening. Germany votes on Monday.

JANE DOE, FORMER ENVOY OF PERU: I flew to Lima on 2 July.

AMANPOUR: And the chancellor met Macron in Paris on 3 July.

DOE: The Council adopted a resolution in May. On 3 June it adopted another.

The meeting rose at 5.40 p.m.
"""
    assert told(text) == [
        ("Council adopts resolution", "2018-05-01", "Doe"),
        ("Doe flies to Lima", "2018-07-02", "Jane Doe"),
        ("Chancellor meets Macron in Paris", "2018-07-03", "Amanpour"),
        ("Germany to vote", "2018-07-09", "Christiane Amanpour"),
    ]


def test_we_and_you_are_the_two_who_speak() -> None:
    text = (
        "Emmanuel Macron: We met in Rome in May. You flew to Kyiv on Monday.\n\n"
        "Angela Merkel: I called you in June to congratulate you.\n"
    )
    assert [title for title, _, _ in told(text)] == [
        "Macron and Merkel meet in Rome",
        "Merkel calls Macron",
        "Merkel flies to Kyiv",
    ]


def test_questions_and_answers_are_a_transcript_though_nobody_says_i() -> None:
    text = "Q: What happened?\nA: In May 2018 envoys of Chad and Mali met in Oslo.\n\nQ: And then?\nA: They parted.\n"
    event = timeline.extract(text, "2018-07-06")[0]
    assert (event.title, {p.name for p in event.participants}) == (
        "Envoys of Chad and Mali meet in Oslo",
        {"Chad", "Mali"},
    )
