"""What was not: each sentence with the status and the title of its one event."""

from __future__ import annotations

import pytest

import timeline

WRITTEN = "2018-07-06"
CASES = [
    ("Kim was not able to attend the ceremony on Monday.", "denied", "Kim Jong Un does not attend ceremony"),
    ("Kim was unable to attend the ceremony on Monday.", "denied", "Kim Jong Un does not attend ceremony"),
    ("Kim has been unable to visit Beijing since May.", "denied", "Kim Jong Un does not visit Beijing"),
    ("Kim will be unable to attend the summit on Monday.", "denied", "Kim Jong Un not to attend summit"),
    ("Chad did not dare to attend the summit in May.", "denied", "Chad does not attend summit"),
    ("Chad did not hesitate to expel the envoy on Monday.", "occurred", "Chad expels envoy"),
    ("Chad did not fail to protest to Mali on Monday.", "occurred", "Chad protests to Mali"),
    ("Chad did not deny that it had attacked Mali on Monday.", "speculated", "Chad allegedly attacks Mali"),
    ("Chad was barred from attending the summit in May.", "denied", "Chad does not attend summit"),
    ("Chad prevented Mali from sending troops on Monday.", "denied", "Mali does not send troops"),
    ("Chad stopped short of expelling the envoy on Monday.", "denied", "Envoy not expelled"),
    ("Chad did not let the envoy leave on Monday.", "denied", "Envoy does not leave"),
    ("It is not true that Chad attacked Mali on Monday.", "denied", "Chad does not attack Mali"),
    ("Chad has yet to sign the pact of May 2015.", "occurred", "Pact"),
    ("Chad had yet to sign the pact in May 2015.", "denied", "Chad does not sign pact"),
    ("Talks on Friday between the negotiators made no headway.", "occurred", "Talks between the negotiators"),
    ("A raid on Monday found no weapons.", "occurred", "Raid finds no weapons"),
    ("Talks on Monday did not end in a deal.", "occurred", "Talks end"),
    ("The summit did not end on Monday.", "denied", "Summit does not end"),
    ("The meeting on Monday did not go well.", "occurred", "Meeting"),
    ("The meeting on Monday did not go ahead.", "denied", "No meeting"),
    ("The vote on Monday was not free or fair.", "occurred", "Vote"),
    ("The vote on Monday was not held.", "denied", "No vote"),
    ("The talks on Monday were not attended by Mali.", "occurred", "Talks: Mali"),
    ("Yet Chad plans to sign the pact on July 20.", "scheduled", "Chad to sign pact"),
    ("Nothing was agreed on Monday.", "denied", "Nothing agreed"),
    ("Nobody was arrested on Monday.", "denied", "Nobody arrested"),
    ("No deal was reached on Monday.", "denied", "No deal reached"),
    ("Neither Chad nor Mali signed the pact on Monday.", "denied", "Chad and Mali do not sign pact"),
    ("Chad made no arrests on Monday.", "denied", "Chad makes no arrests"),
    ("Chad held no talks with Mali on Monday.", "denied", "Chad holds no talks with Mali"),
    ("None of the rebels attended the talks on Monday.", "denied", "None of the rebels attends talks"),
    ("Neither side attended the talks on Monday.", "denied", "Neither side attends talks"),
    ("The ceasefire agreed on Monday did not hold.", "occurred", "Ceasefire agreed"),
    ("The summit will be held on July 12, not July 10.", "scheduled", "Summit"),
    ("Reports that Iran attacked Mali in May were denied.", "denied", "Iran does not attack Mali"),
    ("Chad's plan to leave the pact in August was rejected.", "denied", "Chad does not leave pact"),
]


@pytest.mark.parametrize(("text", "status", "title"), CASES, ids=[text[:48] for text, _, _ in CASES])
def test_what_was_not_is_told_from_how_it_went(text: str, status: str, title: str) -> None:
    [event] = timeline.extract(text, WRITTEN)
    assert (event.status, event.title) == (status, title)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Kim was unable to leave the base until Monday.", "2018-07-02"),
        ("Chad was not able to sign the pact until May.", "2018-05-01"),
        ("The two met not on Monday but on Tuesday.", "2018-07-03"),
        ("Chad signed the pact on Tuesday, not on Monday as planned.", "2018-07-03"),
    ],
)
def test_a_time_at_which_it_was_not_yet_so_leaves_the_other(text: str, day: str) -> None:
    [event] = timeline.extract(text, WRITTEN)
    assert (event.status, str(event.earliest)) == ("occurred", day)


@pytest.mark.parametrize(
    ("text", "title", "day"),
    [
        ("It was on May 3 that Chad signed the pact.", "Chad signs pact", "2018-05-03"),
        ("It was only in 2015 that Chad and Mali reopened their embassies.", "Chad and Mali reopen embassies", "2015-01-01"),
        ("It was not until 1979 that Chad and Mali established relations.", "Chad and Mali establish relations", "1979-01-01"),
        ("It was then, in May 2003, that Bush declared victory.", "Bush declares victory", "2003-05-01"),
        ("It was not on Monday but on Tuesday that Chad and Mali met.", "Chad and Mali meet", "2018-07-03"),
        ("It was in Lima in August 2016 that the government and Chad opened talks.", "Government and Chad open talks", "2016-08-01"),
        ("It was Chad that broke off the talks on Monday.", "Chad breaks off talks", "2018-07-02"),
        ("It took until May for Macron to visit Mali.", "Macron visits Mali", "2018-05-01"),
        ("It took Iran until May to sign the pact.", "Iran signs pact", "2018-05-01"),
        ("Not until December 2014 did Chad and Mali agree to meet.", "Chad and Mali agree to meet", "2014-12-01"),
    ],
)  # fmt: skip
def test_what_is_put_first_for_weight_is_read_as_if_it_were_not(text: str, title: str, day: str) -> None:
    [event] = timeline.extract(text, WRITTEN)
    assert (event.status, event.title, str(event.earliest)) == ("occurred", title, day)
