"""The explorer in a real JupyterLab: run notebook 2, select in the figure, read the table in the next cell."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, SEEDS

from timeline import Timeline

NOTEBOOK = "2-exploring-a-collection.ipynb"


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A JupyterLab over a copy of the notebooks; its address with token."""
    folder = tmp_path_factory.mktemp("lab")
    shutil.copytree(ROOT / "notebooks", folder, dirs_exist_ok=True)
    shutil.copytree(SEEDS, folder / "seeds")
    for name, setting in (("notebook-extension/tracker", {"windowingMode": "none"}),
                          ("apputils-extension/notification", {"fetchNews": "false"})):  # fmt: skip
        file = folder / ".settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True)
        file.write_text(json.dumps(setting))
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--port=0", "--ServerApp.port_retries=0",
        f"--ServerApp.root_dir={folder}", f"--LabApp.user_settings_dir={folder / '.settings'}", "--IdentityProvider.token=t",
    ]  # fmt: skip
    environment = {**os.environ, "JUPYTER_RUNTIME_DIR": str(folder / ".run"), "PYTHONPATH": str(ROOT)}
    log = (folder / "lab.log").open("w")
    server = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, env=environment, cwd=folder)
    try:
        address = _address(folder / ".run", server)
        yield address
    finally:
        server.terminate()
        server.wait(20)
        log.close()


def _address(runtime: Path, server: subprocess.Popen[bytes]) -> str:
    for _ in range(240):
        for file in runtime.glob("jpserver-*.json"):
            url = json.loads(file.read_text())["url"].replace("localhost", "127.0.0.1")
            try:
                urllib.request.urlopen(f"{url}api?token=t", timeout=2).read()
            except OSError:
                continue
            return str(url)
        assert server.poll() is None, "JupyterLab did not start"
        time.sleep(0.25)
    raise AssertionError("JupyterLab did not start in a minute")


def test_what_is_selected_in_the_figure_is_a_table_in_the_next_cell(browser: Any, lab: str, built: Timeline) -> None:
    page = browser.new_page(viewport={"width": 1400, "height": 1000})
    page.goto(f"{lab}lab/tree/{NOTEBOOK}?token=t&reset")
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60_000)
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for(timeout=60_000)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    page.wait_for_selector(".tl-widget[data-ready] .figure .main-svg", state="attached", timeout=120_000)
    summit = next(event for event in built if str(event.earliest) == "2018-06-12" and len(event.evidence) > 2)
    # notebook 2 sets the selection behind the widget: the figure follows the kernel
    page.wait_for_selector(".tl-widget li.event.selected", state="attached", timeout=60_000)
    several = built.at("2018-06-12")
    assert page.locator(".tl-widget li.event.selected").count() == len(several) > 1
    page.evaluate(
        f"document.querySelector('.tl-widget .figure').emit('plotly_click', {{points: [{{customdata: '{summit.id}'}}]}})"
    )
    assert page.locator(".tl-widget li.event.selected").get_attribute("id") == summit.id
    cell = page.locator(".jp-CodeCell").filter(has_text=re.compile(r"widget\.selection\[\["))
    cell.locator(".cm-content").click()
    page.keyboard.press("Control+Enter")
    table = cell.locator(".jp-OutputArea-output")
    table.get_by_text(summit.title).wait_for(timeout=30_000)
    assert table.locator("tbody tr").count() == 1
    if folder := os.environ.get("SCREENSHOTS"):
        page.locator(".tl-widget").scroll_into_view_if_needed()
        page.screenshot(path=f"{folder}/lab.png")
    page.close()
