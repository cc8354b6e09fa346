"""Each notebook runs from a clean kernel, and is committed without outputs."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from conftest import ROOT, SEEDS
from jupyter_client.manager import start_new_kernel
from nbclient import NotebookClient

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_from_a_clean_kernel(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(ROOT)}}).execute()
    first = next(cell for cell in notebook.cells if cell.cell_type == "code")
    assert "application/vnd.plotly.v1+json" in first.outputs[-1]["data"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_committed_without_outputs(path: Path) -> None:
    for cell in nbformat.read(path, as_version=4).cells:
        assert not cell.get("outputs")
        assert not cell.get("execution_count")


def test_names_complete_with_tab_and_a_question_mark_tells() -> None:
    manager, client = start_new_kernel(kernel_name="python3")
    try:
        client.execute_interactive(f"import timeline; tl = timeline.build({str(SEEDS)!r})", timeout=120)
        complete = lambda code: client.complete(code, reply=True, timeout=30)["content"]["matches"]  # noqa: E731
        assert "involving" in complete("tl.inv")
        assert len(complete("tl['e")) > 1  # the ids of events
        told = client.inspect("tl.involving", 10, reply=True, timeout=30)["content"]["data"]["text/plain"]
        assert "take part" in told
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
