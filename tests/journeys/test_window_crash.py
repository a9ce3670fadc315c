"""A visit that a crash has cut off: offered again for thirty minutes, then gone; nothing of it is told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import timedelta

import pytest

from ccsdesk.domain.draft import Mode
from tests.support.checkout import ROOT
from tests.support.drafts import NOON, SetClock

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
ANSWERED = 4


@pytest.fixture
def crashed(tmp_path):
    """A visit of which some answers were given, in a program that was killed."""
    folder = tmp_path / "data"
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.support.window_child", str(folder), str(ANSWERED)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    with child:
        said = child.stdout.readline()
        child.send_signal(signal.SIGKILL)
    assert said == "answered\n"
    return folder


@POSIX
def test_the_start_page_offers_the_visit_and_says_nothing_of_it(come, crashed, example):
    visitor = come(language="sl", folder=crashed)
    words = visitor.words
    assert visitor.page == "start"
    assert words.say("Continue the visit") in visitor.buttons()
    assert words.say("Delete the answers") in visitor.buttons()
    assert "Kamnik" not in " ".join(visitor.texts())
    visitor.press(words.say("Continue the visit"))
    assert visitor.page == "question"
    assert len(visitor.answers) == ANSWERED
    given = example("photographer")
    assert {name: given[name] for name in visitor.answers} == visitor.answers
    visitor.answer_all(given)
    assert visitor.page == "review"


@POSIX
def test_what_is_deleted_is_offered_to_nobody_else(come, crashed):
    visitor = come(language="en", folder=crashed)
    visitor.press("Delete the answers")
    assert "Continue the visit" not in visitor.buttons()
    visitor.front.visit.jobs.stop()
    visitor.window.close()
    assert "Continue the visit" not in come(language="en", folder=crashed).buttons()


@POSIX
def test_after_thirty_idle_minutes_it_is_gone(come, crashed):
    late = SetClock(NOON + timedelta(minutes=31))
    visitor = come(language="en", folder=crashed, clock=late)
    assert "Continue the visit" not in visitor.buttons()


def test_a_visitor_who_walks_away_is_forgotten_after_thirty_minutes(come, example):
    visitor = come(language="en")
    visitor.begin(Mode.QUICK)
    visitor.answer(visitor.question, example("photographer")[visitor.question])
    visitor.press_onward()
    visitor.front.idle.look()
    visitor.setting.clock.wait(minutes=29)
    visitor.front.idle.look()
    assert visitor.page == "question"
    visitor.setting.clock.wait(minutes=2)
    visitor.front.idle.look()
    assert visitor.page == "start"
    assert visitor.answers == {}
    assert visitor.told()
