"""What can go wrong with the file under a store, said so that a person can act on it.

The one place that knows SQLite's error codes. A damaged file is told apart from everything else,
because only that may be set aside; a full disk, a lock or a missing right is never damage.
"""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from ccsdesk.domain.errors import StorageError

ROOM_NEEDED = 65536
"""Bytes that the smallest store takes with its log."""
_PRIMARY = 0xFF
"""The low byte of an extended SQLite code is its family."""


class DamagedError(StorageError):
    """The database under a store is not one, or no longer a whole one."""


class FullDiskError(StorageError):
    """There is no room left for what was to be written."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLAlchemy, SQLite and the system raise about this file into a StorageError."""
    try:
        yield
    except DBAPIError as error:
        raise _of_sqlite(error.orig, path) from error
    except sqlite3.Error as error:
        raise _of_sqlite(error, path) from error
    except OSError as error:
        raise of_system(error, path) from error


def damaged(path: Path) -> DamagedError:
    """The error of a database that can't be read as one."""
    return DamagedError(
        "The saved visit in {path} is damaged and cannot be read.",
        advice="Begin the visit again.",
        path=path,
    )


def of_system(error: OSError, path: Path) -> StorageError:
    """The sentence for an error of the operating system."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return _full(path)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return _read_only(path)
    if error.errno in {errno.EEXIST, errno.EISDIR, errno.ENOTDIR}:
        return StorageError(
            "CCS Desk cannot use {path}: something else has that name.",
            advice="Move that elsewhere, or set CCSDESK_DATA to a folder of your own and start again.",
            path=path,
        )
    return _unusable(path, error.strerror or type(error).__name__)


def _of_sqlite(error: BaseException | None, path: Path) -> StorageError:
    if not isinstance(error, sqlite3.Error):
        return _unusable(path, type(error).__name__)
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    match code & _PRIMARY:
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return damaged(path)
        case sqlite3.SQLITE_FULL:
            return _full(path)
        case sqlite3.SQLITE_IOERR if _has_no_room(path.parent):
            # what belongs to the log is not written but mapped, and SQLite gives no reason
            return _full(path)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return locked(path)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return _read_only(path)
        case sqlite3.SQLITE_CANTOPEN if not os.access(path.parent, os.W_OK):
            return _read_only(path)
        case _:
            return _unusable(path, str(error))


def _has_no_room(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < ROOM_NEEDED
    except OSError:
        return False


def locked(path: Path) -> StorageError:
    """The error of a database that another program holds."""
    return StorageError(
        "CCS Desk cannot write to {path}: another program is using it.",
        advice="Close that program and try again; what was saved before is kept.",
        path=path,
    )


def _full(path: Path) -> FullDiskError:
    return FullDiskError(
        "CCS Desk cannot write to {folder}: the disk is full.",
        advice="Free some space and try again; what was saved before is kept.",
        folder=path.parent,
    )


def _read_only(path: Path) -> StorageError:
    return StorageError(
        "CCS Desk cannot write to {folder}: this user may not write there.",
        advice="Allow it, or set CCSDESK_DATA to a folder of your own and start again.",
        folder=path.parent,
    )


def _unusable(path: Path, reason: str) -> StorageError:
    return StorageError(
        "CCS Desk cannot use {path}: {reason}.",
        advice="Check that the disk is there and in order, then try again.",
        path=path,
        reason=reason,
    )
