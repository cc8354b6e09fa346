"""What is known of the world before reading: countries, people, organisations, places, meetings, one-off events."""

from timeline.knowledge.loader import Entity, Knowledge, KnownEvent, Meeting, load_knowledge

__all__ = ["Entity", "Knowledge", "KnownEvent", "Meeting", "load_knowledge"]
