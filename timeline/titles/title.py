"""A short line for an event, as a person would write it.

The words that it adds, and those that it leaves out, are in `lang/<code>/events.toml` under [headline].
"""

from __future__ import annotations

from timeline.extraction.drafts import Draft
from timeline.lang.lexicon import Lexicon
from timeline.titles.deadlines import deadline
from timeline.titles.headline import Headline


def title_of(draft: Draft, lexicon: Lexicon) -> str:
    """One line without a full stop, such as "Trump and Kim Jong Un meet in Singapore"."""
    headline = Headline(draft, lexicon)
    line = deadline(headline) if draft.status == "deadline" else headline.line()
    line = headline.phrases.instead(line)
    line = headline.by_name(line)
    line = " ".join(line.split(" - ")[0].split()).strip(" ,;:-–—")
    first, _, rest = line.partition(" ")
    if first.lower() in headline.words["articles"] and rest[:1].islower():
        line = rest
    for mention, _ in draft.actors:  # a parse may tear a name apart at its hyphen
        line = line.replace(mention.name.replace("-", " "), mention.name)
    return line[:1].upper() + line[1:]
