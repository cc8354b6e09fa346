"""Events and figure -> one HTML file that needs nothing else: template, style and script are files of this folder."""

from timeline.report.build import build_report

__all__ = ["build_report"]
