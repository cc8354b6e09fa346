"""The version, alone so that building needs nothing else."""

__version__ = "0.1.0"
