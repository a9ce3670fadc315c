"""Every error of the file becomes a sentence; only damage is called damage."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from pathlib import Path
from types import SimpleNamespace

import pytest

from ccsdesk.domain.errors import StorageError
from ccsdesk.store.faults import DamagedError, FullDiskError, told

PATH = Path("/home/ana/drafts.db")


def sqlite_error(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code
    return error


def said(error: Exception) -> StorageError:
    with pytest.raises(StorageError) as caught, told(PATH):
        raise error
    assert caught.value.__cause__ is error
    return caught.value


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (sqlite3.SQLITE_FULL, "cannot write to /home/ana: the disk is full"),
        (sqlite3.SQLITE_BUSY, "/home/ana/drafts.db: another program is using it"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "/home/ana/drafts.db: another program is using it"),
        (sqlite3.SQLITE_LOCKED, "another program is using it"),
        (sqlite3.SQLITE_READONLY, "cannot write to /home/ana: this user may not write there"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "this user may not write there"),
        (sqlite3.SQLITE_CANTOPEN, "this user may not write there"),
        (sqlite3.SQLITE_IOERR_FSYNC, "cannot use /home/ana/drafts.db: disk I/O error"),
    ],
)
def test_an_error_of_sqlite_is_told_and_is_no_damage(code: int, sentence: str):
    error = said(sqlite_error(code))
    assert sentence in str(error)
    assert error.advice
    assert not isinstance(error, DamagedError)


def test_an_error_without_a_reason_on_a_full_disk_is_told_as_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    error = sqlite_error(sqlite3.SQLITE_IOERR_SHMSIZE)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=4096))
    with pytest.raises(FullDiskError, match="the disk is full"), told(tmp_path / "drafts.db"):
        raise error


@pytest.mark.parametrize(
    "code", [sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_CORRUPT_INDEX, sqlite3.SQLITE_NOTADB]
)
def test_damage_is_told_as_damage(code: int):
    assert isinstance(said(sqlite_error(code)), DamagedError)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "this user may not write there"),
        (errno.EROFS, "this user may not write there"),
        (errno.EISDIR, "/home/ana/drafts.db: something else has that name"),
        (errno.EEXIST, "something else has that name"),
        (errno.ENOTDIR, "something else has that name"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_an_error_of_the_system_is_told(number: int, sentence: str):
    assert sentence in str(said(OSError(number, os.strerror(number))))


def test_a_mistake_of_the_program_is_not_dressed_up():
    with pytest.raises(ZeroDivisionError), told(PATH):
        raise ZeroDivisionError
