"""What several tests share: the seeds built once, a browser, and the command line."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

import timeline
from timeline import Timeline

settings.register_profile("anywhere", deadline=None)  # no test is about seconds
settings.load_profile("anywhere")

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"


@pytest.fixture(scope="session")
def built() -> Timeline:
    """The timeline of all seeds."""
    return timeline.build(SEEDS, title="Seeds")


@pytest.fixture(scope="session")
def run() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs the command line as a user does: run("tag", "-", stdin="...")."""

    def call(*arguments: object, stdin: str | bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        command = [sys.executable, "-m", "timeline", *map(str, arguments)]
        done = subprocess.run(command, input=data, capture_output=True, cwd=cwd or ROOT, check=False)
        return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())

    return call


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """Debian's Chromium. Without one the test fails and says how to get it: a browser's test that did not run shows nothing."""
    from playwright.sync_api import sync_playwright

    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.fail("no chromium; get it with: sudo apt-get install chromium")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync"]  # fmt: skip
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=flags)
        yield chromium
        chromium.close()
