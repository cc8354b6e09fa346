"""Speed in the hand: importing the package, showing a Timeline of 10,000 events, filtering it, and what is saved of 1,000.

`python benchmarks/notebook.py`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable

from report import synthetic
from timing import seconds

from timeline import Timeline


def main() -> None:
    python = seconds(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True), 5)
    package = seconds(lambda: subprocess.run([sys.executable, "-c", "import timeline"], check=True), 5)
    print(f"import timeline                 {package - python:6.3f} s beyond Python's own start")
    timeline = Timeline(tuple(synthetic(10_000)))
    seconds(timeline.figure, 1)
    print(f"display of 10,000 events        {seconds(timeline._repr_mimebundle_):6.3f} s")
    filters: dict[str, Callable[[], object]] = {
        "between": lambda: timeline.between("2012", "2013-05"),
        "involving": lambda: timeline.involving("Person Aa"),
        "of_type": lambda: timeline.of_type("CONSULT"),
        "with_status": lambda: timeline.with_status("scheduled"),
        "at": lambda: timeline.at("2014-02"),
    }
    for name, action in filters.items():
        print(f"{name:12} of 10,000 events     {1000 * seconds(action):6.1f} ms")
    widget = Timeline(tuple(synthetic(1_000))).explore()
    state = {name: getattr(widget, name) for name in ("html", "shown", "selected", "_esm", "_css")}
    size = len(json.dumps(state, default=str)) + 4 * len(widget.data) / 3
    print(f"saved state of 1,000 events     {size / 1000:6.0f} kB")


if __name__ == "__main__":
    main()
