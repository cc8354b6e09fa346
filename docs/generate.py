"""Writes docs/reference/command-line.md and python.md from the help texts and docstrings; `--check` only compares."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent / "reference"
COMMANDS = ("report", "extract", "export", "tag", "evaluate")
MODULES = (
    "timeline.timeline", "timeline.model", "timeline.errors", "timeline.frames", "timeline.graph", "timeline.figure",
    "timeline.layout", "timeline.still", "timeline.interface", "timeline.interface.words",
    "timeline.calendar_time.values", "timeline.calendar_time.edtf", "timeline.calendar_time.allen",
    "timeline.calendar_time.meaning", "timeline.calendar_time.operations", "timeline.calendar_time.dates",
    "timeline.calendar_time.relative", "timeline.calendar_time.parts", "timeline.calendar_time.times",
    "timeline.calendar_time.durations",
    "timeline.evaluation",
)  # fmt: skip


def command_line() -> str:
    """Every command's help."""
    parts = [
        "# Command line\n\nExit 0: done. 1: something could not be processed, each named on stderr. 2: wrong usage.\n"
    ]
    environment = {**os.environ, "COLUMNS": "100", "TERM": "dumb", "NO_COLOR": "1"}
    for command in COMMANDS:
        call = [sys.executable, "-m", "timeline", command, "--help"]
        text = subprocess.run(call, capture_output=True, text=True, check=True, env=environment).stdout
        lines = "\n".join(line.rstrip() for line in text.strip().splitlines())
        parts.append(f"## timeline {command}\n\n```\n{lines.replace('python -m timeline', 'timeline')}\n```\n")
    return "\n".join(parts)


def python() -> str:
    """Every public function and class with its signature and docstring."""
    parts = ["# Python\n"]
    for name in MODULES:
        module = importlib.import_module(name)
        parts.append(f"## {name}\n\n{inspect.getdoc(module)}\n")
        for key, thing in vars(module).items():
            own = getattr(thing, "__module__", None) == name and not key.startswith("_")
            if own and (inspect.isfunction(thing) or inspect.isclass(thing)):
                parts.append(described(key, thing))
    return "\n".join(parts)


def described(key: str, thing: object) -> str:
    if inspect.isclass(thing) and dataclasses.is_dataclass(thing):
        fields = ", ".join(field.name for field in dataclasses.fields(thing))
        signature = f"({fields})"
    elif inspect.isclass(thing):
        signature = ""
    else:
        signature = str(inspect.signature(thing))  # type: ignore[arg-type]
    text = f"### `{key}{signature}`\n\n{inspect.getdoc(thing) or ''}\n"
    if inspect.isclass(thing):
        for name, member in vars(thing).items():
            function = member.fget if isinstance(member, property) else getattr(member, "func", member)
            if not name.startswith("_") and inspect.isfunction(function) and function.__doc__:
                shown = name if function is not member else f"{name}{inspect.signature(function)}"
                text += f"\n- `{shown}`: {' '.join((inspect.getdoc(function) or '').split())}\n"
    return text


def main() -> int:
    stale = []
    for name, text in (("command-line.md", command_line()), ("python.md", python())):
        path = HERE / name
        if "--check" in sys.argv:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                stale.append(name)
        else:
            path.write_text(text, encoding="utf-8")
    if stale:
        print(f"stale: {', '.join(stale)}; run: make docs", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
