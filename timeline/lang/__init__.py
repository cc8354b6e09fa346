"""What a language says about time and events, as data: one folder a language, loaded and checked once."""

from timeline.lang.loader import languages, load_events, load_timex
from timeline.lang.patterns import Rule, TimexPack

__all__ = ["Rule", "TimexPack", "languages", "load_events", "load_timex"]
