"""A deed is the same event however its sentence is built: type, day and who did it do not hang on the frame."""

from __future__ import annotations

import pytest

import timeline

DATE, PAST, AHEAD = "2018-07-06", "2018-07-02", "2018-07-09"

# who, did, (to) do, done, doing, the rest, its type
DEEDS = [
    ("Turkey", "signed", "sign", "signed", "signing", "the accord", "AGREE"),
    ("Russia", "expelled", "expel", "expelled", "expelling", "the ambassador", "SANCTION"),
    ("Macron", "flew", "fly", "flown", "flying", "to Moscow", "CONSULT"),
    ("Iran", "freed", "free", "freed", "freeing", "the prisoners", "CONCEDE"),
    ("Israel", "attacked", "attack", "attacked", "attacking", "the convoy", "ASSAULT"),
    ("Egypt", "cut", "cut", "cut", "cutting", "ties with Qatar", "SANCTION"),
    ("Pakistan", "tested", "test", "tested", "testing", "a missile", "MOBILIZE"),
]
FRAMES = [
    ("{who} {did} {rest} on Monday.", PAST),
    ("On Monday, {who} {did} {rest}.", PAST),
    ("On Monday {who} {did} {rest}.", PAST),
    ("{who} on Monday {did} {rest}.", PAST),
    ("{who}, who {did} {rest} on Monday, was hailed in Rome.", PAST),
    ("Officials said {who} {did} {rest} on Monday.", PAST),
    ("A spokesman said that {who} had {done} {rest} on Monday.", PAST),
    ("{who} {did} {rest} on Monday, officials said.", PAST),
    ("{who} {did} {rest} on Monday, hours before the vote.", PAST),
    ("{who} {did} {rest} on Monday and called for calm on Tuesday.", PAST),
    ("{who} called for calm on Sunday and {did} {rest} on Monday.", PAST),
    ("With the vote on Tuesday, {who} {did} {rest} on Monday.", PAST),
    ("After {doing} {rest} on Monday, {who} called for calm.", PAST),
    ("Tensions rose on Monday when {who} {did} {rest}.", PAST),
    ("{who} did not {do} {rest} on Monday.", PAST),
    ("{who} will {do} {rest} on Monday.", AHEAD),
    ("{who} is to {do} {rest} on Monday.", AHEAD),
    ("{who} is expected to {do} {rest} on Monday.", AHEAD),
    ("{who} plans to {do} {rest} on Monday.", AHEAD),
    ("{who} may {do} {rest} on Monday.", AHEAD),
    ("{who} has agreed to {do} {rest} on Monday.", AHEAD),
]


@pytest.mark.parametrize(("frame", "day"), FRAMES, ids=[frame for frame, _ in FRAMES])
@pytest.mark.parametrize("deed", DEEDS, ids=[deed[1] for deed in DEEDS])
def test_a_deed_is_the_same_in_every_frame(deed: tuple[str, ...], frame: str, day: str) -> None:
    who, did, do, done, doing, rest, kind = deed
    text = frame.format(who=who, did=did, do=do, done=done, doing=doing, rest=rest)
    found = [
        (str(event.earliest), event.type)
        for event in timeline.extract(text, DATE)
        if any(who in participant.name for participant in event.participants)
    ]
    assert (day, kind) in found, text
