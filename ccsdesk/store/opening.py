"""Opening and closing the store: locked for one program, whole, and in the form of this version.

A damaged store is set aside and a fresh one begun; one from a newer program is refused and not
touched. The only module of this room that others import, inside the function that needs it.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from ccsdesk.domain.clock import Clock
from ccsdesk.domain.errors import StorageError
from ccsdesk.store.drafts import SqlDraftStore
from ccsdesk.store.engine import empty_log, make_engine, use_log
from ccsdesk.store.faults import DamagedError, FullDiskError, damaged, told
from ccsdesk.store.files import remove, set_aside
from ccsdesk.store.lock import InstanceLock
from ccsdesk.store.schema import APPLICATION, VERSION, read_header
from ccsdesk.store.tables import Base

FILE = "drafts.db"
LOCK = "drafts.lock"
WAIT_MS = 1000
"""How long to wait for another program's lock on the file before saying so."""


class Store:
    """An open store. `notice` is to be told to the person: a damaged store was set aside."""

    def __init__(
        self, engine: Engine, path: Path, lock: InstanceLock, *, notice: StorageError | None = None
    ) -> None:
        self.drafts = _drafts(engine, path, lock)
        self.notice = notice
        self._engine = engine
        self._path = path
        self._lock = lock
        self._closed = False

    def close(self) -> None:
        """Empty the log, close the file, let the next program in. A second time does nothing."""
        if self._closed:
            return
        self._closed = True
        with suppress(StorageError):
            empty_log(self._engine, self._path)
        self._engine.dispose()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def open_store(folder: Path, *, clock: Clock, wait_ms: int = WAIT_MS) -> Store:
    """Open the store in this folder, both made where they are missing.

    Raises StorageError: in use by another program, not writable, disk full, from a newer version.
    """
    path = folder / FILE
    with told(path):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = InstanceLock(folder / LOCK).take()
    try:
        try:
            return Store(_open(path, wait_ms, lock), path, lock)
        except DamagedError as error:
            notice = _put_aside(path, clock, error)
            return Store(_open(path, wait_ms, lock), path, lock, notice=notice)
    except BaseException:
        lock.release()
        raise


def _open(path: Path, wait_ms: int, lock: InstanceLock) -> Engine:
    with told(path):
        header = read_header(path)
        if header is not None and not header.is_database:
            raise damaged(path)
        if header is not None and header.version > VERSION:
            raise _newer(path)
        _make_file(path)
    engine = make_engine(path, wait_ms=wait_ms)
    try:
        _make_ready(engine, path, lock)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _make_ready(engine: Engine, path: Path, lock: InstanceLock) -> None:
    with told(path), engine.connect() as connection:
        version = _checked_version(connection, path)
    use_log(engine, path)
    if version != VERSION:
        from ccsdesk.store.migrations.runner import migrate

        migrate(engine, path, have=version)
    # On a full disk the log stays as it is; what is saved can still be read, and deleted.
    with suppress(FullDiskError):
        empty_log(engine, path)
    _drafts(engine, path, lock).current()


def _drafts(engine: Engine, path: Path, lock: InstanceLock) -> SqlDraftStore:
    return SqlDraftStore(engine, path, begin_anew=partial(_begin_anew, engine, path, lock))


def _begin_anew(engine: Engine, path: Path, lock: InstanceLock) -> None:
    engine.dispose()
    with told(path):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock.renew()
        remove(path)
        _make_file(path)
    _make_ready(engine, path, lock)


def _make_file(path: Path) -> None:
    """Made here, because SQLite would let everybody read it."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def _checked_version(connection: Connection, path: Path) -> int:
    """The version of a store that is whole and ours; 0 for an empty file."""
    if connection.exec_driver_sql("PRAGMA integrity_check").scalars().all() != ["ok"]:
        raise damaged(path)
    version = _number(connection, "user_version")
    tables = set(connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars())
    if not version and not tables:
        return 0
    if _number(connection, "application_id") != APPLICATION or version < 1:
        raise damaged(path)
    if version > VERSION:
        raise _newer(path)
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise damaged(path)
    if version == VERSION and not tables >= set(Base.metadata.tables):
        raise damaged(path)
    return version


def _number(connection: Connection, pragma: str) -> int:
    return int(connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one())


def _put_aside(path: Path, clock: Clock, error: DamagedError) -> StorageError:
    with told(path):
        name = set_aside(path, f"damaged-{clock.today().isoformat()}")
    notice = StorageError(
        "The visit saved on this computer is damaged; it was set aside as {path}.",
        advice="Begin the visit again, and delete that file when nobody needs it: "
        "it may hold answers.",
        path=name,
    )
    notice.__cause__ = error
    return notice


def _newer(path: Path) -> StorageError:
    return StorageError(
        "The saved visits in {path} come from a newer version of CCS Desk; nothing was changed.",
        advice="Install that version, or set CCSDESK_DATA to another folder and start again.",
        path=path,
    )
