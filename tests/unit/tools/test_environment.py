"""Deciding whether an environment will do, without making one."""

from __future__ import annotations

import ast
import json
import sys
from pathlib import Path

import pytest

from tests.support.checkout import ROOT
from tests.support.wheels import lock_of, pin
from tools import environment
from tools.environment import SetupError

LOCK = lock_of(pin("alpha", "1.0", "a" * 64), pin("beta", "2.0", "b" * 64))


@pytest.fixture
def root(tmp_path):
    """Give a checkout whose environment looks finished."""
    (tmp_path / "requirements.lock").write_text(LOCK, encoding="utf-8")
    python = environment.venv_python(tmp_path)
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    stamp(tmp_path, {**digests(tmp_path), "base": environment.base_python(tmp_path)})
    return tmp_path


def digests(root):
    return {name: environment.digest(text) for name, text in environment.read_lock(root).items()}


def stamp(root, content):
    environment.stamp_file(root).write_text(json.dumps(content), encoding="utf-8")


def test_a_lock_is_read_in_two_sections():
    sections = environment.split_lock(LOCK)
    assert list(sections) == ["runtime", "development"]
    assert environment.pinned(sections["runtime"]) == {"alpha": "1.0"}
    assert environment.pinned(sections["development"]) == {"beta": "2.0"}


def test_a_lock_is_the_same_with_the_line_ends_of_windows():
    assert environment.split_lock(LOCK.replace("\n", "\r\n")) == environment.split_lock(LOCK)


@pytest.mark.parametrize("text", ["", "# --- runtime ---\n", LOCK.split("# --- development")[0]])
def test_a_cut_lock_is_told(tmp_path, text):
    (tmp_path / "requirements.lock").write_text(text, encoding="utf-8")
    with pytest.raises(SetupError, match=r"requirements\.lock is missing or incomplete"):
        environment.read_lock(tmp_path)


def test_a_missing_lock_is_told(tmp_path):
    with pytest.raises(SetupError, match=r"requirements\.lock is missing or incomplete"):
        environment.read_lock(tmp_path)


def test_a_finished_environment_is_ready(root):
    assert environment.is_ready(digests(root), root=root)


def test_preparing_a_ready_environment_changes_nothing(root):
    before = environment.stamp_file(root).stat().st_mtime_ns
    assert environment.prepare(("runtime", "development"), root=root).exists()
    assert environment.stamp_file(root).stat().st_mtime_ns == before
    assert not (root / ".venv.lock").exists()


def test_a_changed_lock_makes_it_stale(root):
    (root / "requirements.lock").write_text(LOCK.replace("1.0", "1.1"), encoding="utf-8")
    now = digests(root)
    assert not environment.is_ready(now, root=root)
    assert environment.is_ready({"development": now["development"]}, root=root)


def test_the_program_does_not_need_what_developers_need(root):
    stamp(root, {k: v for k, v in environment.read_stamp(root).items() if k != "development"})
    assert environment.is_ready({"runtime": digests(root)["runtime"]}, root=root)
    assert not environment.is_ready(digests(root), root=root)


def test_another_python_under_the_environment_makes_it_stale(root):
    stamp(root, {**environment.read_stamp(root), "base": "/usr/bin/python3.10"})
    assert not environment.is_ready(digests(root), root=root)


def test_a_python_that_is_gone_makes_it_stale(root):
    python = environment.venv_python(root)
    python.unlink()
    python.symlink_to(root / "gone")
    assert environment.base_python(root) == ""
    assert not environment.is_ready(digests(root), root=root)


def test_an_interrupted_installation_makes_it_stale_whatever_the_stamp_says(root):
    environment.unfinished_mark(root).write_text("", encoding="utf-8")
    assert not environment.is_ready(digests(root), root=root)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"ready"'])
def test_a_damaged_stamp_counts_as_none(root, text):
    environment.stamp_file(root).write_text(text, encoding="utf-8")
    assert environment.read_stamp(root) == {}
    assert not environment.is_ready(digests(root), root=root)


def test_an_old_python_is_told_with_a_newer_one_that_is_there(monkeypatch, tmp_path):
    newer = tmp_path / "python3.12"
    newer.write_text("", encoding="utf-8")
    newer.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    with pytest.raises(SetupError) as told:
        environment.check_python()
    assert str(told.value).startswith("CCS Desk needs Python 3.11 or newer, and this is Python 3.9")
    assert f"Start it with python3.12 instead of {Path(sys.executable).name}" in str(told.value)


def test_an_old_python_alone_is_told_where_a_newer_one_comes_from(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "version_info", (3, 10, 0, "final", 0))
    with pytest.raises(SetupError, match=r"Install Python 3\.11 or newer .*python\.org"):
        environment.check_python()


def test_the_first_files_can_be_read_by_older_pythons():
    for name in ("main.py", "tools/environment.py", "tools/test.py", "tools/__init__.py"):
        ast.parse((ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 8))


def test_a_setup_error_is_one_line_and_exit_one(capsys):
    with pytest.raises(SystemExit) as left, environment.told_in_one_sentence():
        raise SetupError("The disk is full.")
    assert left.value.code == 1
    assert capsys.readouterr() == ("", "The disk is full.\n")


def test_ctrl_c_says_that_the_next_start_goes_on(capsys):
    with pytest.raises(SystemExit) as left, environment.told_in_one_sentence():
        raise KeyboardInterrupt
    assert left.value.code == 130
    assert "Stopped" in capsys.readouterr().err


def test_a_frozen_bundle_needs_no_environment(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(environment, "ROOT", ROOT / "nowhere")
    environment.enter("runtime", window=False)


def test_this_environment_suits():
    assert environment.suits(("runtime", "development"))
