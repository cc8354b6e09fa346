"""Events -> files: one module per output format, chosen by the file's suffix."""

from timeline.exports.write import EXPORTERS, export_events

__all__ = ["EXPORTERS", "export_events"]
