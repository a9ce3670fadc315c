"""A disk that does not do what it should: said in one sentence, and the visit goes on."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing, contextmanager

import pytest

from ccsdesk import paths

FILE = "drafts.db"


@contextmanager
def held(folder):
    """Another program writes to the file and does not come to an end."""
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@pytest.fixture
def begun(come, example):
    """Somebody who has answered the first questions."""
    visitor = come()
    visitor.begin()
    for _ in range(3):
        visitor.answer(visitor.question, example("photographer")[visitor.question])
        visitor.press_onward()
    return visitor


@pytest.fixture
def crashed(begun, tmp_path):
    """What would lie on the disk if their window was killed now."""
    return shutil.copytree(begun.setting.folder, tmp_path / "crashed")


def test_whoever_cannot_be_saved_may_begin_all_the_same(come):
    visitor = come()
    with held(visitor.setting.folder):
        visitor.press("Begin the quick check")
        assert visitor.page == "start"
        assert "another program is using it" in visitor.told()
        visitor.press("Begin without saving")
    assert visitor.page == "question"
    assert visitor.told() == "From now on your answers are kept only while the program runs."


def test_a_file_of_answers_that_cannot_be_saved_is_opened_all_the_same(come, example):
    visitor = come()
    with held(visitor.setting.folder):
        visitor.front.read_answers(paths.examples() / "photographer.yaml")
        visitor.wait(lambda: bool(visitor.told()))
        visitor.press("Begin without saving")
    assert visitor.answers == example("photographer")


def test_whoever_finishes_is_offered_to_nobody(begun):
    with held(begun.setting.folder):
        begun.front.visit.finish()
        assert begun.page == "start"
        assert "another program is using it" in begun.told()
    begun.front.show("start")
    assert "Continue the visit" not in begun.buttons()
    with closing(sqlite3.connect(begun.setting.folder / FILE)) as left:
        assert left.execute("SELECT count(*) FROM draft").fetchone() == (0,)


def test_whoever_walks_away_is_not_said_to_be_deleted_when_the_disk_refuses(begun):
    begun.setting.clock.wait(minutes=31)
    with held(begun.setting.folder):
        begun.front.idle.look()
        assert begun.page == "start"
        assert "another program is using it" in begun.told()


def test_what_waited_too_long_is_no_longer_offered(come, crashed):
    visitor = come(folder=crashed)
    assert "Continue the visit" in visitor.buttons()
    visitor.setting.clock.wait(minutes=31)
    visitor.front.idle.look()
    assert "Continue the visit" not in visitor.buttons()


def test_to_continue_what_waited_too_long_is_told(come, crashed):
    visitor = come(folder=crashed)
    visitor.setting.clock.wait(minutes=31)
    visitor.press("Continue the visit")
    assert "can no longer be continued" in visitor.told()
    visitor.begin()
    assert visitor.answers == {}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows deletes no file that is open")
def test_a_data_folder_that_is_deleted_costs_no_answer(come, begun, example, tmp_path):
    shutil.rmtree(begun.setting.folder)
    begun.answer(begun.question, example("photographer")[begun.question])
    begun.press_onward()
    answers = dict(begun.answers)
    assert begun.told() == ""
    crashed = shutil.copytree(begun.setting.folder, tmp_path / "crashed")
    visitor = come(folder=crashed)
    visitor.press("Continue the visit")
    assert visitor.answers == answers
