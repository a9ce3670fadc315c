"""Runs the steps an older store lacks.

A copy comes first; then each step and its number in one transaction.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Engine

from ccsdesk.domain.errors import StorageError
from ccsdesk.store.engine import driver
from ccsdesk.store.faults import told
from ccsdesk.store.files import free_name
from ccsdesk.store.migrations import step_0001_drafts
from ccsdesk.store.migrations.step import Step
from ccsdesk.store.schema import APPLICATION

STEPS: tuple[Step, ...] = (step_0001_drafts.STEP,)


def migrate(engine: Engine, path: Path, *, have: int, steps: Sequence[Step] = STEPS) -> None:
    """Bring the store from version `have` (0: still empty) to that of the last step.

    Raises StorageError; the store then stands at the last step that succeeded, and the copy made
    before, named in the error, is kept. When all went well the copy goes, as it holds answers.
    """
    copy = _copy(engine, path, have) if have else None
    with engine.connect() as connection:
        # SQLite rebuilds a table to change it; with foreign keys on its children would go.
        _foreign_keys(connection, on=False)
        try:
            for step in steps:
                if step.number > have:
                    _take(connection, step, path, copy)
        finally:
            _foreign_keys(connection, on=True)
    if copy is not None:
        with told(copy):
            copy.unlink()


def _take(connection: Connection, step: Step, path: Path, copy: Path | None) -> None:
    try:
        with connection.begin():
            step.up(Operations(MigrationContext.configure(connection)))
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise sqlite3.IntegrityError("rows without their parents")
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
            connection.exec_driver_sql(f"PRAGMA user_version = {step.number}")
    except Exception as error:
        if copy is None:
            with told(path):
                raise
        raise StorageError(
            "The saved visits in {path} could not be brought into the form of this version "
            "(step {number}).",
            advice="Nothing is lost: a copy from before is {copy}. Try again; if that fails too, "
            "go back to the version used so far.",
            path=path,
            number=step.number,
            copy=copy,
        ) from error


def _copy(engine: Engine, path: Path, have: int) -> Path:
    """Copy the store as its readers see it, log included."""
    copy = free_name(path, f"version-{have}")
    with told(copy):
        os.close(os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        borrowed = engine.raw_connection()
        try:
            with closing(sqlite3.connect(copy)) as target:
                driver(borrowed).backup(target)
        except BaseException:
            copy.unlink(missing_ok=True)
            raise
        finally:
            borrowed.close()
    return copy


def _foreign_keys(connection: Connection, *, on: bool) -> None:
    word = "ON" if on else "OFF"
    driver(connection.connection).execute(f"PRAGMA foreign_keys = {word}").fetchall()
