"""Old stores open, new ones are built the same way, and a step that fails loses nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Column, Engine, Text

from ccsdesk.domain.answers import (
    Amounts,
    AnswerSet,
    Choice,
    DoesNotApply,
    DontKnow,
    PlanWishes,
    Records,
    Selection,
    Span,
    Written,
    exactly,
)
from ccsdesk.domain.draft import Draft, Mode
from ccsdesk.domain.errors import StorageError
from ccsdesk.domain.match import CatalogueStamp
from ccsdesk.store.engine import make_engine, use_log
from ccsdesk.store.migrations.runner import STEPS, migrate
from ccsdesk.store.migrations.step import Step
from ccsdesk.store.opening import open_store
from ccsdesk.store.schema import APPLICATION, VERSION
from ccsdesk.store.tables import Base
from tests.support.checkout import ROOT
from tests.support.drafts import SetClock

GOLDEN = ROOT / "tests" / "golden" / "db"

OLD_VISIT = Draft(
    id="0f3a",
    begun_at=datetime(2026, 11, 22, 13, 5, tzinfo=UTC),
    touched_at=datetime(2026, 11, 22, 13, 12, 41, 250_000, tzinfo=UTC),
    language="sl",
    mode=Mode.FULL,
    catalogue=CatalogueStamp("Podpora", "2026-11-22", "sha256:ab"),
    answers=AnswerSet(
        {
            "aid": Records(({"amount": exactly(Decimal("1500.50")), "regime": DontKnow()},)),
            "employees": Amounts((Span(Decimal(10), Decimal(49)), Span(Decimal(250), None))),
            "goals": Selection(frozenset({frozenset(), frozenset({"grow", "learn"})})),
            "legal_form": Choice(frozenset({"sp", "doo"})),
            "partners": DoesNotApply(),
            "registered": Amounts((Span(date(2025, 3, 1), date(2025, 3, 31)),)),
            "story": Written("Čebelnjak"),
        },
        stage="growth",
        plan=PlanWishes(("sps-p2",), {"sps-p2": "Pokličem v četrtek."}),
    ),
    current="seat",
)


def build(path: Path, script: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script.read_text(encoding="utf-8"))
    return path


def ask(path: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(statement).fetchall()


@pytest.fixture
def path(folder: Path) -> Path:
    return build(folder / "drafts.db", GOLDEN / "version-1.sql")


@pytest.fixture
def engine(path: Path) -> Iterator[Engine]:
    made = make_engine(path, wait_ms=20)
    use_log(made, path)
    yield made
    made.dispose()


@pytest.mark.parametrize("script", sorted(GOLDEN.glob("*.sql")), ids=lambda script: script.stem)
def test_an_old_store_opens_and_keeps_its_visit(folder: Path, clock: SetClock, script: Path):
    build(folder / "drafts.db", script)
    with open_store(folder, clock=clock) as store:
        assert store.notice is None
        assert store.drafts.current() == OLD_VISIT
    assert ask(folder / "drafts.db", "PRAGMA user_version") == [(VERSION,)]
    assert sorted(file.name for file in folder.iterdir()) == ["drafts.db", "drafts.lock"]


def test_there_is_an_old_store_of_every_version():
    wanted = {f"version-{number}" for number in range(1, VERSION + 1)}
    assert {script.stem for script in GOLDEN.glob("*.sql")} == wanted


def test_the_steps_are_numbered_without_gaps_up_to_the_version_of_the_program():
    assert [step.number for step in STEPS] == list(range(1, VERSION + 1))


def test_the_models_are_what_the_steps_build(folder: Path, clock: SetClock):
    open_store(folder, clock=clock).close()
    made = make_engine(folder / "drafts.db", wait_ms=20)
    try:
        with made.connect() as connection:
            context = MigrationContext.configure(
                connection, opts={"compare_type": True, "compare_server_default": True}
            )
            assert compare_metadata(context, Base.metadata) == []
    finally:
        made.dispose()


def test_the_comparison_would_notice_a_difference(engine: Engine):
    with engine.begin() as connection:
        Operations(MigrationContext.configure(connection)).drop_column("draft", "stage")
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, Base.metadata)


def test_the_checks_of_the_models_are_in_the_file(folder: Path, clock: SetClock):
    """What the comparison above does not look at."""
    open_store(folder, clock=clock).close()
    (made,) = ask(folder / "drafts.db", "SELECT sql FROM sqlite_master WHERE name = 'draft'")
    assert "CONSTRAINT ck_draft_one CHECK (slot = 1)" in str(made[0])
    (made,) = ask(folder / "drafts.db", "SELECT sql FROM sqlite_master WHERE name = 'draft_answer'")
    assert "ON DELETE CASCADE" in str(made[0])
    assert ask(folder / "drafts.db", "PRAGMA application_id") == [(APPLICATION,)]


# a step to come


def rebuild_draft(op: Operations) -> None:
    """Change a table the way SQLite wants it: by building it again."""
    with op.batch_alter_table("draft", recreate="always") as table:
        table.add_column(Column("note", Text(), nullable=False, server_default="-"))


def break_halfway(op: Operations) -> None:
    op.add_column("draft", Column("note", Text()))
    op.execute("DELETE FROM draft_answer")
    op.execute("INSERT INTO nowhere VALUES (1)")


def orphan(op: Operations) -> None:
    op.execute("DELETE FROM draft")


NEXT = VERSION + 1
GOOD = (*STEPS, Step(NEXT, "a note", rebuild_draft))


def test_a_step_changes_the_store_and_keeps_the_answers(engine: Engine, path: Path):
    migrate(engine, path, have=1, steps=GOOD)
    assert ask(path, "SELECT id, note FROM draft") == [("0f3a", "-")]
    assert ask(path, "SELECT count(*) FROM draft_answer") == [(7,)]
    assert ask(path, "PRAGMA user_version") == [(NEXT,)]


def test_foreign_keys_hold_again_after_the_steps(engine: Engine, path: Path):
    migrate(engine, path, have=1, steps=GOOD)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


def test_the_copy_goes_when_all_went_well(engine: Engine, path: Path):
    migrate(engine, path, have=1, steps=GOOD)
    assert [file for file in path.parent.iterdir() if "version" in file.name] == []


@pytest.mark.parametrize("broken", [break_halfway, orphan])
def test_a_failed_step_changes_nothing_and_names_the_copy(engine: Engine, path: Path, broken):
    copy = path.with_name("drafts-version-1.db")
    with pytest.raises(StorageError, match=r"form of this version \(step 3\)") as told:
        migrate(engine, path, have=1, steps=(*GOOD, Step(NEXT + 1, "hopeless", broken)))
    assert f"a copy from before is {copy}" in str(told.value)
    assert ask(path, "PRAGMA user_version") == [(NEXT,)]
    assert ask(path, "SELECT count(*) FROM draft_answer") == [(7,)]
    assert ask(copy, "PRAGMA user_version") == [(1,)]
    assert ask(copy, "SELECT count(*) FROM draft_answer") == [(7,)]


def test_a_second_failure_does_not_overwrite_the_first_copy(engine: Engine, path: Path):
    hopeless = (*STEPS, Step(NEXT, "hopeless", break_halfway))
    for _ in range(2):
        with pytest.raises(StorageError):
            migrate(engine, path, have=1, steps=hopeless)
    copies = sorted(file.name for file in path.parent.iterdir() if "version" in file.name)
    assert copies == ["drafts-version-1-2.db", "drafts-version-1.db"]


def test_the_copy_holds_what_only_the_log_held(engine: Engine, path: Path):
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE draft SET language = 'en'")
    with pytest.raises(StorageError):
        migrate(engine, path, have=1, steps=(*STEPS, Step(NEXT, "hopeless", break_halfway)))
    copy = path.with_name("drafts-version-1.db")
    assert ask(copy, "SELECT language FROM draft") == [("en",)]
