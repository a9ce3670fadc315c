"""Whatever lies where the store should be: told in one sentence, never overwritten."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ccsdesk.domain.answers import AnswerSet, exactly
from ccsdesk.domain.errors import StorageError
from ccsdesk.store.opening import Store, open_store
from ccsdesk.store.schema import VERSION
from tests.support.drafts import SetClock, make_draft

ONE = make_draft(AnswerSet({"form": exactly("sp")}))


@pytest.fixture
def path(folder: Path, clock: SetClock) -> Path:
    """A closed store with one draft."""
    with open_store(folder, clock=clock) as store:
        store.drafts.begin(ONE)
    return folder / "drafts.db"


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


# a second program


def test_a_second_program_is_told_so(path: Path, clock: SetClock):
    with (
        open_store(path.parent, clock=clock),
        pytest.raises(StorageError, match="CCS Desk is already open on this computer"),
    ):
        open_store(path.parent, clock=clock)


def test_after_closing_the_next_may_open(path: Path, clock: SetClock):
    first = open_store(path.parent, clock=clock)
    first.close()
    first.close()
    with open_store(path.parent, clock=clock) as second:
        assert second.drafts.current() == ONE


def test_closing_twice_does_not_take_the_store_from_the_next(path: Path, clock: SetClock):
    first = open_store(path.parent, clock=clock)
    first.close()
    with open_store(path.parent, clock=clock):
        first.close()
        with pytest.raises(StorageError, match="already open"):
            open_store(path.parent, clock=clock)


def test_a_failed_opening_lets_the_lock_go(path: Path, clock: SetClock):
    change(path, f"PRAGMA user_version = {VERSION + 1}")
    for _ in range(2):
        with pytest.raises(StorageError, match="newer version"):
            open_store(path.parent, clock=clock)


# newer


def test_a_store_of_a_newer_version_is_refused_and_not_touched(path: Path, clock: SetClock):
    change(path, f"PRAGMA user_version = {VERSION + 1}")
    before = files(path.parent)
    with pytest.raises(StorageError, match="newer version of CCS Desk; nothing was changed"):
        open_store(path.parent, clock=clock)
    assert files(path.parent) == before


def test_a_newer_version_that_only_its_log_tells_is_refused_too(
    path: Path, clock: SetClock, tmp_path: Path
):
    crashed = tmp_path / "crashed"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
        shutil.copytree(path.parent, crashed)
    with pytest.raises(StorageError, match="newer version"):
        open_store(crashed, clock=clock)
    assert sorted(name for name in files(crashed) if "damaged" in name) == []


# damaged


def garbage(path: Path) -> None:
    path.write_bytes(b"This is a shopping list.\n" * 400)


def short_garbage(path: Path) -> None:
    path.write_bytes(b"x")


def cut_header(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def wrong_header(path: Path) -> None:
    path.write_bytes(b"SQLite format 4\x00" + path.read_bytes()[16:])


def cut_in_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def hole_in_the_middle(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:8192] = bytes(4096)
    path.write_bytes(content)


def torn_pages(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for start in range(4096, len(content), 4096):
        content[start : start + 8] = b"\xff" * 8
    path.write_bytes(content)


def table_missing(path: Path) -> None:
    change(path, "DROP TABLE draft_answer")


def answer_without_draft(path: Path) -> None:
    change(path, "PRAGMA foreign_keys = OFF", "DELETE FROM draft")


def unreadable_answer(path: Path) -> None:
    change(path, 'UPDATE draft_answer SET value = \'{"is":"poetry"}\'')


def unreadable_instant(path: Path) -> None:
    change(path, "UPDATE draft SET begun_at = 'at noon'")


def unknown_mode(path: Path) -> None:
    change(path, "UPDATE draft SET mode = 'endless'")


def somebody_elses(path: Path) -> None:
    path.unlink()
    change(path, "CREATE TABLE recipes (name)", "INSERT INTO recipes VALUES ('potica')")


@pytest.mark.parametrize(
    "harm",
    [
        garbage,
        short_garbage,
        cut_header,
        wrong_header,
        cut_in_half,
        hole_in_the_middle,
        torn_pages,
        table_missing,
        answer_without_draft,
        unreadable_answer,
        unreadable_instant,
        unknown_mode,
        somebody_elses,
    ],
)
def test_a_damaged_store_is_set_aside_and_a_fresh_one_begun(
    path: Path, clock: SetClock, harm: Callable[[Path], None]
):
    harm(path)
    before = path.read_bytes()
    with open_store(path.parent, clock=clock) as store:
        assert store.drafts.current() is None
        store.drafts.begin(ONE)
        aside = path.parent / "drafts-damaged-2026-11-22.db"
        assert store.notice is not None
        assert str(store.notice).startswith("The visit saved on this computer is damaged")
        assert str(aside) in str(store.notice)
    assert aside.read_bytes() == before
    with open_store(path.parent, clock=clock) as again:
        assert again.notice is None
        assert again.drafts.current() == ONE


def test_a_second_damaged_store_does_not_overwrite_the_first(path: Path, clock: SetClock):
    for content in (b"one" * 500, b"two" * 500):
        path.write_bytes(content)
        open_store(path.parent, clock=clock).close()
    kept = sorted(name for name in files(path.parent) if "damaged" in name)
    assert kept == ["drafts-damaged-2026-11-22-2.db", "drafts-damaged-2026-11-22.db"]
    assert files(path.parent)[kept[1]] == b"one" * 500


def test_the_log_goes_with_the_damaged_store(path: Path, clock: SetClock):
    path.with_name("drafts.db-wal").write_bytes(b"log")
    garbage(path)
    with open_store(path.parent, clock=clock) as store:
        assert store.drafts.current() is None
    assert "drafts-damaged-2026-11-22.db-wal" in files(path.parent)


def test_a_damage_met_in_the_middle_of_a_visit_is_told(path: Path, clock: SetClock):
    with open_store(path.parent, clock=clock) as store:
        change(path, "UPDATE draft SET mode = 'endless'")
        with pytest.raises(StorageError, match="is damaged and cannot be read"):
            store.drafts.current()


# files that vanish under an open store


def vanish_folder(path: Path) -> None:
    shutil.rmtree(path.parent)


def vanish_file(path: Path) -> None:
    path.unlink()


def vanish_log(path: Path) -> None:
    path.with_name("drafts.db-wal").unlink()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows deletes no file that is open")
@pytest.mark.parametrize("vanish", [vanish_folder, vanish_file, vanish_log])
def test_a_visit_whose_file_vanished_is_kept_again_whole(
    path: Path, clock: SetClock, vanish: Callable[[Path], None]
):
    more = make_draft(AnswerSet({"form": exactly("sp"), "size": exactly("one")}))
    with open_store(path.parent, clock=clock) as store:
        vanish(path)
        store.drafts.keep(more, answered="size")
        crashed = shutil.copytree(path.parent, path.parent.with_name("crashed"))
        with pytest.raises(StorageError, match="already open"):
            open_store(path.parent, clock=clock)
    with open_store(crashed, clock=clock) as again:
        assert again.drafts.current() == more


@pytest.mark.skipif(sys.platform == "win32", reason="Windows deletes no file that is open")
def test_a_visit_begun_after_the_file_vanished_is_kept(folder: Path, clock: SetClock):
    with open_store(folder, clock=clock) as store:
        shutil.rmtree(folder)
        store.drafts.begin(ONE)
        crashed = shutil.copytree(folder, folder.with_name("crashed"))
    with open_store(crashed, clock=clock) as again:
        assert again.drafts.current() == ONE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows deletes no file that is open")
def test_a_folder_that_vanished_and_cannot_be_made_again_is_told(path: Path, clock: SetClock):
    with open_store(path.parent, clock=clock) as store:
        shutil.rmtree(path.parent)
        path.parent.touch()
        with pytest.raises(StorageError, match="CCS Desk cannot use"):
            store.drafts.keep(ONE, answered="form")
        path.parent.unlink()
        store.drafts.keep(ONE, answered="form")
        assert store.drafts.current() == ONE


# crashes while the file was being made


def test_an_empty_file_becomes_a_store(folder: Path, clock: SetClock):
    folder.mkdir()
    (folder / "drafts.db").touch()
    with open_store(folder, clock=clock) as store:
        assert store.notice is None
        store.drafts.begin(ONE)


def test_a_database_without_tables_becomes_a_store(folder: Path, clock: SetClock):
    folder.mkdir()
    change(folder / "drafts.db", "PRAGMA journal_mode = WAL")
    with open_store(folder, clock=clock) as store:
        assert store.notice is None
        store.drafts.begin(ONE)


# what the system refuses


def test_a_folder_that_cannot_be_written_is_told(guarded_folder: Path, clock: SetClock):
    for folder in (guarded_folder, guarded_folder / "data"):
        with pytest.raises(StorageError, match=r"this user may not write there\. Allow it, or"):
            open_store(folder, clock=clock)


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path, clock: SetClock):
    (tmp_path / "data").write_text("a file")
    with pytest.raises(StorageError, match="CCS Desk cannot use"):
        open_store(tmp_path / "data", clock=clock)


def test_a_folder_where_the_file_should_be_is_told_and_stays(folder: Path, clock: SetClock):
    (folder / "drafts.db").mkdir(parents=True)
    with pytest.raises(StorageError, match="CCS Desk cannot"):
        open_store(folder, clock=clock)
    assert (folder / "drafts.db").is_dir()


@contextlib.contextmanager
def held_by_another(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def test_a_file_that_another_program_holds_is_told_and_tried_again(path: Path, clock: SetClock):
    with open_store(path.parent, clock=clock, wait_ms=20) as store:
        with held_by_another(path), pytest.raises(StorageError, match="another program is using"):
            store.drafts.keep(ONE, answered="form")
        store.drafts.keep(ONE, answered="form")


def test_a_held_file_is_not_taken_for_a_damaged_one(path: Path, clock: SetClock):
    with held_by_another(path), pytest.raises(StorageError, match="another program is using"):
        open_store(path.parent, clock=clock, wait_ms=20)
    with open_store(path.parent, clock=clock) as store:
        assert store.drafts.current() == ONE


def fill(store: Store) -> None:
    """Let the database grow no further: SQLite then says what it says on a full disk."""
    engine = store.drafts._engine  # noqa: SLF001 - no public way leads to a full disk
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def test_a_full_disk_is_told_and_what_was_saved_is_kept(path: Path, clock: SetClock):
    much = make_draft(AnswerSet({"form": exactly("y" * 100_000)}))
    with open_store(path.parent, clock=clock) as store:
        fill(store)
        with pytest.raises(StorageError, match=r"the disk is full\. Free some space and try again"):
            store.drafts.keep(much, answered="form")
        assert store.drafts.current() == ONE
        store.drafts.keep(ONE, answered="form")
    with open_store(path.parent, clock=clock) as again:
        assert again.notice is None
        assert again.drafts.current() == ONE


@pytest.mark.skipif(sys.platform == "win32", reason="modes of files are POSIX")
def test_nobody_else_may_read_the_answers(path: Path, clock: SetClock):
    with open_store(path.parent, clock=clock) as store:
        store.drafts.keep(ONE, answered="form")
        found = {
            name: stat.S_IMODE((path.parent / name).stat().st_mode) for name in files(path.parent)
        }
        assert {"drafts.db", "drafts.db-wal"} <= set(found)
        assert set(found.values()) == {0o600}
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
