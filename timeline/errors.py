"""Every error and warning a caller can act on, as one tree under `TimelineError`.

Messages are one line: where, what was wrong with the value shown, and the next step.
"""

from __future__ import annotations


class TimelineError(Exception):
    """Base of all errors that this package raises on purpose."""


class ReadingError(TimelineError, OSError):
    """An input that could not be read as a document: missing, empty, binary, no text in it."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""


class ValueSyntaxError(TimelineError, ValueError):
    """A date, TIMEX3 or EDTF value that cannot be parsed."""


class LanguageError(TimelineError, ValueError):
    """A language pack or knowledge file that breaks its own rules; names the file and the rule."""


class FormatError(TimelineError, ValueError):
    """An output or input suffix that no exporter or reader knows."""


class MissingExtraError(TimelineError, ImportError):
    """An optional dependency is not installed; the message carries the pip line."""


class TimelineWarning(UserWarning):
    """Something was read with a doubt that the reader should know of."""
