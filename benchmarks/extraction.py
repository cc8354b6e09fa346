"""Speed of the whole extraction, in articles of 1,600 words a second on one core, and what takes the time.

`python benchmarks/extraction.py [FILE ...]`: on those texts, else on seeds/, cut into articles of that length.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # one core, before numpy is loaded

import sys
from pathlib import Path

from timing import seconds

from timeline.model import Document, Extraction
from timeline.parsing.parser import parser
from timeline.pipeline import Settings, extract_all, given_date, resolve, tag
from timeline.readers import read_inputs

WORDS = 1_600


def articles(paths: list[str], count: int = 40) -> list[Document]:
    """`count` articles of about WORDS words, made of whole paragraphs of the inputs in turn."""
    reads = [read for read in read_inputs(paths) if isinstance(read, Document)]
    paragraphs = [part for read in reads for part in read.text.split("\n\n") if part.strip()]
    found: list[Document] = []
    while len(found) < count:
        for paragraph in paragraphs:
            if not found or len(found[-1].text.split()) >= WORDS:
                found.append(Document(f"article-{len(found)}", ""))
            found[-1] = Document(found[-1].id, f"{found[-1].text}\n\n{paragraph}")
    return found[:count]


def main() -> None:
    given = sys.argv[1:] or [str(Path(__file__).parent.parent / "seeds")]
    documents, settings = articles(given), Settings(date=given_date("2018-07-06"))
    words = sum(len(document.text.split()) for document in documents)
    list(extract_all(documents[:4], settings))  # rules and model are loaded once
    extractions: list[Extraction] = []
    took = seconds(lambda: extractions.extend(extract_all(documents, settings)), 1)
    events = sum(len(extraction.events) for extraction in extractions)
    rate = words / took / WORDS
    print(f"extraction   {rate:6.1f} articles of {WORDS} words a second ({words} words, {events} events, {took:.1f} s)")
    tagging = seconds(lambda: [tag(document.text, settings.date) for document in documents], 1)
    sentences = [sentence for each in extractions for sentence in _sentences(each.document.text)]
    parsing = seconds(lambda: list(parser("en").parse(sentences)), 1)
    resolving = seconds(lambda: resolve(extractions), 1)
    print(f"  tagging    {tagging / took:6.0%} of it")
    print(f"  a parse of every sentence would take {parsing / took:.0%} of it")
    print(f"resolution   {resolving:6.2f} s for the {events} events")


def _sentences(text: str) -> list[str]:
    return [part for line in text.split("\n\n") for part in line.split(". ") if part]


if __name__ == "__main__":
    main()
