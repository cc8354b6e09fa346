"""What the benchmarks share."""

from __future__ import annotations

import time
from collections.abc import Callable


def seconds(action: Callable[[], object], runs: int = 3) -> float:
    """The shortest of some runs."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)
