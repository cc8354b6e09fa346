"""What is only thought of: each sentence with the status, the title and the first day of its one event."""

from __future__ import annotations

import pytest

import timeline

WRITTEN = "2018-07-06"
CASES = [
    ("Chad allegedly attacked Mali on Monday.", "speculated", "Chad allegedly attacks Mali", "2018-07-02"),
    ("Chad apparently tested a missile on Monday.", "speculated", "Chad allegedly tests missile", "2018-07-02"),
    ("Chad is said to be preparing an attack for July 20.", "speculated", "Chad's attack possible", "2018-07-20"),
    ("Chad is considering leaving the pact in August.", "speculated", "Chad may leave pact", "2018-08-01"),
    ("Chad is thinking of leaving the pact in August.", "speculated", "Chad may leave pact", "2018-08-01"),
    ("Chad suspected Mali of bombing the ferry in May.", "speculated", "Mali allegedly bombs ferry", "2018-05-01"),
    ("Chad suggested meeting on July 20.", "speculated", "Chad may meet", "2018-07-20"),
    ("Chad was about to sign the pact on July 2.", "scheduled", "Chad to sign pact", "2018-07-02"),
    ("Chad was happy to sign the pact on Monday.", "occurred", "Chad signs pact", "2018-07-02"),
    ("Chad was supposed to sign the pact on July 2.", "scheduled", "Chad to sign pact", "2018-07-02"),
    ("Chad pretended to sign the pact on Monday.", "denied", "Chad does not sign pact", "2018-07-02"),
    ("It is possible that Chad will sign on July 20.", "speculated", "Chad may sign", "2018-07-20"),
    ("A summit is possible in August.", "speculated", "Summit possible", "2018-08-01"),
    ("A planned visit to Mali in August is in doubt.", "speculated", "Planned visit to Mali possible", "2018-08-01"),
    ("The two will meet again, possibly in August.", "speculated", "Two may meet", "2018-08-01"),
    ("There were fears of an attack in May.", "speculated", "Attack possible", "2018-05-01"),
    ("Chad feared an attack by Mali in May.", "speculated", "Attack by Mali possible", "2018-05-01"),
    ("Chad averted an attack in May.", "denied", "No attack", "2018-05-01"),
    ("Chad threatened an attack in May.", "occurred", "Chad threatens attack", "2018-05-01"),
    ("Chad cancelled an attack in May.", "cancelled", "Chad cancels attack", "2018-05-01"),
    ("Chad suspended its offensive in May.", "occurred", "Chad suspends offensive", "2018-05-01"),
    ("A possible attack in May was averted.", "speculated", "Possible attack", "2018-05-01"),
    ("Plans to hold a summit in August were dropped.", "cancelled", "Summit called off", "2018-08-01"),
    ("Chad dropped plans for a summit in August.", "cancelled", "Summit called off", "2018-08-01"),
    ("A bid to sign the pact in May failed.", "denied", "No pact", "2018-05-01"),
    ("Instead of signing the pact on Monday, Chad left.", "denied", "Chad does not sign pact", "2018-07-02"),
    ("A summit has been proposed for August.", "speculated", "Summit possible", "2018-08-01"),
    ("A summit proposed for August was cancelled.", "cancelled", "Summit called off", "2018-08-01"),
    ("If talks fail, Chad will leave the pact in August.", "speculated", "Chad may leave pact", "2018-08-01"),
    ("Should talks fail by July 20, nobody will sign.", "speculated", "Talks may fail", "2018-07-06"),
    ("Kim may not attend the summit on Monday.", "speculated", "Kim Jong Un may not attend summit", "2018-07-09"),
    ("The summit in August may not go ahead.", "speculated", "Summit in doubt", "2018-08-01"),
    ("Kim may not have attended the summit in May.", "speculated", "Kim Jong Un may not attend summit", "2018-05-01"),
    ("Mali fears Chad will leave the pact in August.", "speculated", "Chad may leave pact", "2018-08-01"),
    ("Mali asked Chad to leave the pact in August.", "speculated", "Chad may leave pact", "2018-08-01"),
    ("Chad faces a July 20 deadline to leave.", "deadline", "Deadline: Chad to leave", "2018-07-20"),
    ("The deadline for Chad to leave is July 20.", "deadline", "Deadline: Chad to leave", "2018-07-20"),
    # whether what a past verb speaks of is over is told by what lies nearer
    ("Chad proposed a summit with Mali in October.", "speculated", "Summit with Mali possible", "2018-10-01"),
    ("Chad proposed a summit with Mali in May.", "occurred", "Chad proposes summit with Mali", "2018-05-01"),
    ("Chad had hoped to sign the pact in May.", "speculated", "Chad may sign pact", "2018-05-01"),
    ("Chad planned to sign the pact on May 3.", "scheduled", "Chad to sign pact", "2018-05-03"),
    ("Chad decided to leave the pact in August.", "scheduled", "Chad to leave pact", "2018-08-01"),
    ("Chad called off elections in October.", "cancelled", "Chad calls off elections", "2018-10-01"),
]


@pytest.mark.parametrize(("text", "status", "title", "day"), CASES, ids=[text[:48] for text, *_ in CASES])
def test_what_is_only_thought_is_told_from_what_was(text: str, status: str, title: str, day: str) -> None:
    [event] = timeline.extract(text, WRITTEN)
    assert (event.status, event.title, str(event.earliest)) == (status, title, day)
