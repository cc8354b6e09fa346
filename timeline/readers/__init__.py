"""Inputs -> Documents (or Events that were written before): one module per format, chosen by the file's suffix."""

from timeline.readers.inputs import Read, read_inputs

__all__ = ["Read", "read_inputs"]
