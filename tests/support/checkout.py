"""Where the checkout is, and which Python files belong to the project."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("ccsdesk", "tests", "tools", "benchmarks")


def python_files(*rooms: str) -> list[Path]:
    """List the project's own Python files, sorted; all rooms and main.py when none is named."""
    found = [
        path
        for room in rooms or ROOMS
        for path in (ROOT / room).rglob("*.py")
        if "__pycache__" not in path.parts
    ]
    if not rooms:
        found.append(ROOT / "main.py")
    return sorted(found)


def named(path: Path) -> str:
    """Give the path as it is written in a message: from the checkout, with slashes."""
    return path.relative_to(ROOT).as_posix()
