"""The one way to a SQLite file: how it is opened, what it promises, how it forgets.

Write-ahead log with synchronous FULL: a commit that returned is on the disk. Transactions begin
at once as writers, so that a lock shows before the work and not after it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, PoolProxiedConnection, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from ccsdesk.store.faults import locked, told

_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    # A sort must not leave answers in a temporary file.
    "PRAGMA temp_store = MEMORY",
    "PRAGMA synchronous = FULL",
)


def make_engine(path: Path, *, wait_ms: int) -> Engine:
    """An engine on this file with one connection, which threads take in turn.

    `wait_ms` is how long it waits for another program's lock. Nothing is opened yet.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"check_same_thread": False, "timeout": wait_ms / 1000},
        pool_size=1,
        max_overflow=0,
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def use_log(engine: Engine, path: Path) -> None:
    """Switch the file to a write-ahead log; it stays so. Not before it is known to be ours."""
    with told(path), _bare(engine) as connection:
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
        # SQLite 3.40: after an integrity check and this switch the connection counts as reading,
        # and its log can't be emptied ("table is locked"), until it has read once more.
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()


def forget(engine: Engine, path: Path) -> None:
    """Bring what was deleted to the file, where it is zeros (secure_delete), and cut the log.

    Raises StorageError when another program keeps the log from being emptied.
    """
    with told(path), _bare(engine) as connection:
        if not _empty_log(connection):
            raise locked(path)


def empty_log(engine: Engine, path: Path) -> None:
    """Bring the log into the file and cut it to nothing, unless somebody is reading it."""
    with told(path), _bare(engine) as connection:
        _empty_log(connection)


@contextmanager
def _bare(engine: Engine) -> Iterator[sqlite3.Connection]:
    """The driver's own connection: these statements run outside transactions."""
    borrowed = engine.raw_connection()
    try:
        yield driver(borrowed)
    finally:
        borrowed.close()


def driver(borrowed: PoolProxiedConnection) -> sqlite3.Connection:
    """The driver's connection behind one of the pool."""
    connection = borrowed.driver_connection
    if not isinstance(connection, sqlite3.Connection):
        raise TypeError("A store stands on SQLite's own driver.")
    return connection


def _empty_log(connection: sqlite3.Connection) -> bool:
    (busy, _frames, _moved) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def _prepare(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    if not isinstance(connection, sqlite3.Connection):
        raise TypeError("A store stands on SQLite's own driver.")
    # The driver would begin transactions by itself, late and not for every statement.
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(pragma).fetchall()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
