"""A full date written in any of dateparser's languages and orders, once it is known where it stands.

dateparser is never asked to search running text, where it reads "may", "we" and "on" as dates.
"""

from __future__ import annotations

from datetime import date


def explicit_date(text: str, language: str | None = None) -> date | None:
    """The day that a short text names with day, month and year; None where it names none.

    `language` is the document's (an ISO 639-1 code), tried first; then all that dateparser knows.

    >>> explicit_date("6 juillet 2018"), explicit_date("Fri, 06 Jul 2018 10:00:00 GMT"), explicit_date("may")
    (datetime.date(2018, 7, 6), datetime.date(2018, 7, 6), None)
    """
    import dateparser

    settings = {"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    for languages in ([language], None) if language else (None,):
        found = dateparser.parse(text, languages=languages, settings=settings)
        if found:
            day: date = found.date()
            return day
    return None
