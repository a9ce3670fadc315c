"""Sources that Qt for Python reads are not kept; reports of errors still show the lines they need."""

from __future__ import annotations

import inspect
import linecache
import traceback
from pathlib import Path

import pytest

from ccsdesk.domain import errors
from ccsdesk.ui.sources import keep_no_sources


def _lines() -> int:
    return sum(len(entry[2]) for entry in linecache.cache.values() if len(entry) == 4)


def test_a_source_that_was_read_is_not_kept() -> None:
    keep_no_sources()
    before = _lines()
    assert "class CcsError" in inspect.getsource(errors)
    assert _lines() == before


def test_what_was_kept_before_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linecache, "cache", {})
    inspect.getsource(errors)
    assert _lines()
    keep_no_sources()
    assert not _lines()


def test_code_made_in_memory_keeps_its_lines() -> None:
    keep_no_sources()
    linecache.cache["<made>"] = (7, None, ["x = 1\n"], "<made>")
    try:
        assert linecache.getline("<made>", 1) == "x = 1\n"
    finally:
        del linecache.cache["<made>"]


def test_a_report_still_shows_the_line_of_an_error(tmp_path: Path) -> None:
    keep_no_sources()
    file = tmp_path / "broken.py"
    file.write_text("1 / 0  # the line to be shown\n", "utf-8")
    try:
        exec(compile(file.read_text("utf-8"), str(file), "exec"))  # noqa: S102
    except ZeroDivisionError:
        assert "the line to be shown" in traceback.format_exc()
