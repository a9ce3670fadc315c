"""A plan is saved whole or not at all, and what went wrong is one sentence."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from ccsdesk.domain.errors import ExportError
from ccsdesk.report import write_file


def test_a_plan_replaces_the_one_before_and_leaves_nothing_beside(tmp_path: Path) -> None:
    path = tmp_path / "načrt.pdf"
    write_file(path, b"one")
    write_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_keeps_the_old_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.pdf"
    write_file(path, b"old")

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ExportError) as told:
        write_file(path, b"new")
    assert str(told.value) == (
        "The file was not saved: the disk is full. Free some space, or choose another folder."
    )
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EACCES, "you may not write to"),
        (errno.EROFS, "you may not write to"),
        (errno.EIO, "could not be written"),
    ],
)
def test_other_troubles_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    def fail(_file: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(ExportError, match=said):
        write_file(tmp_path / "plan.pdf", b"new")


def test_a_missing_folder_a_folder_and_a_long_name_are_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="there is no folder"):
        write_file(tmp_path / "nowhere" / "plan.pdf", b"x")
    with pytest.raises(ExportError, match="is a folder"):
        write_file(tmp_path, b"x")
    with pytest.raises(ExportError, match="its name is too long"):
        write_file(tmp_path / ("n" * 300 + ".pdf"), b"x")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ExportError, match="there is no folder"):
        write_file(tmp_path / "file" / "plan.pdf", b"x")


@pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="only where the system has a full device"
)
def test_a_full_device_is_told_like_a_full_disk() -> None:
    with pytest.raises(ExportError, match="the disk is full"):
        write_file(Path("/dev/full"), b"x" * 100_000)


@pytest.mark.parametrize("name", ["a\0b.pdf", "half a sign \ud83d.pdf"])
def test_a_name_that_no_system_takes_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(ExportError, match="its name has a sign in it that no name can have"):
        write_file(tmp_path / name, b"new")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="only Linux has such a folder")
def test_a_folder_that_takes_no_files_is_not_told_to_be_missing() -> None:
    with pytest.raises(ExportError, match="could not be written"):
        write_file(Path("/proc/plan.pdf"), b"new")
