"""Whatever a text says, in whatever order: it is read to its end, and what is read of it holds together."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

import timeline
from timeline.parsing.parser import parser

TIMES = st.sampled_from([
    "on Monday", "in May", "since 2019", "since next month", "by June 3", "until next week", "every September", "for two days",
    "a day after talks in Lima", "two weeks before he left", "within 30 days", "the day before", "that summer", "on the 11th",
    "from May 3 to 9", "between 2011 and 2014", "at 5 p.m.", "no later than May 31", "on April 6, the anniversary of the coup",
    "on 3, 5 and 9 May", "that day", "before that date", "on 4 June of that year", "by evening", "starting May 3", "today",
    "at the end of August", "hours later", "six weeks after the summit", "on 3 and 4 June", "not before Tuesday", "any day now",
])  # fmt: skip
WHO = st.sampled_from([
    "Chad", "Trump", "Merkel and Macron", "the envoys", "his party", "both sides", "the two", "Peru's minister, Ana Rojas,",
    "talks", "a truce", "the accord, signed in May,", "nobody", "it", "they", "the army and the rebels", "two senators",
])  # fmt: skip
DID = st.sampled_from([
    "met", "meets", "will meet", "has met", "had met", "may meet", "signed", "expelled", "is expected to visit", "was to leave",
    "put off", "called off", "agreed to open", "threatened to close", "said it would leave", "denied meeting", "was attacked",
    "ended", "failed to agree", "came", "resumed", "were suspended", "fears", "opened", "has been holding",
])  # fmt: skip
WHAT = st.sampled_from([
    "", "Chad", "three diplomats", "talks with Mali", "a meeting in Oslo", "the border", "sanctions on Iran", "it", "them",
    "his counterpart, Jo Doe,", "an accord, which takes effect on Friday",
])  # fmt: skip
CLAUSES = st.tuples(WHO, DID, WHAT, TIMES).map(lambda parts: " ".join(filter(None, parts)))
JOINED = st.sampled_from([
    "{0}", "{2}, {0}", "{0}, and {1}", "{0}, Peru said {2}", "Peru said {2} that {0}", "{0}; {1}", "{0}, where {1}",
    "the move came {2} after {0}", "“We met {2},” it said", "if {0}, {1}", "{0}, {2}, and again {2}",
    "by the time {0} {1}", "by the time {0}, {2}, {1}", "- {0}", "2. {0}", '"{0} today," it said {2}', "{0} and will do so again {2}",
    "{0}, as did others {2} and {2}", "{0}, most of them envoys, {2}", "at their talks, held {2}, {0}", "{0}, officials said, {2} after {1}",
    "Chad, who left {2}, and Mali, who followed {2}, met", "{0} {2}, which it ended", "will {0}", "Macron and I signed it {2}",
])  # fmt: skip
SENTENCES = st.tuples(JOINED, CLAUSES, CLAUSES, TIMES).map(lambda parts: _sentence(parts[0].format(*parts[1:])))
TEXTS = st.lists(SENTENCES, min_size=1, max_size=3).map("\n\n".join)
DAYS = st.sampled_from([None, "2026-04-22", "2018-01-01/2018-06-01"])


def _sentence(said: str) -> str:
    return f"{said[0].upper()}{said[1:]}."


@settings(max_examples=150)
@given(TEXTS, DAYS, st.booleans())
@example("The envoys hold talks with Mali since next month.", "2026-04-22", False)
@example(
    "If nobody meets his counterpart, Jo Doe, at the end of August, the army and the rebels was attacked his counterpart, Jo "
    "Doe, in May.\n\nThe move came on Monday before a truce threatened to close sanctions on Iran any day now. Nobody met the "
    "border no later than May 31, it said every September.",
    "2026-04-22",
    False,
)
def test_every_text_is_read_to_its_end(text: str, day: str | None, news: bool) -> None:
    built = timeline.build(timeline.Document("text", text), date=day, news=news)
    assert [problem for problem in built.problems if problem.stage != "normalize"] == []
    for event in built:
        assert event.earliest or event.latest
        assert all(text[piece.start : piece.end] == piece.quote for piece in event.evidence)
        assert event.title and event.explanation


@settings(max_examples=150)
@given(SENTENCES)
@example(
    "The move came two weeks before he left before the accord, signed not before Tuesday, had met three diplomats on April 6, "
    "the anniversary of the coup."
)
def test_every_parse_that_was_mended_is_a_tree(text: str) -> None:
    doc = next(parser("en").parse([text]))
    for word in doc:
        above = [word]
        while above[-1].head.i != above[-1].i:
            above.append(above[-1].head)
            assert len(above) <= len(doc), [each.text for each in above]
