"""After kill -9 at any moment, every acknowledged answer is there and no deleted one is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from ccsdesk.domain.answers import Written

if sys.platform == "win32":
    pytest.skip("Windows has no SIGKILL", allow_module_level=True)

from tests.support.kill import VISIT, Begin, Finish, Give, TrialError, content, deed, kills


def test_after_every_kill_all_that_was_acknowledged_is_there(tmp_path: Path):
    seen = list(kills(tmp_path, seed=3, count=6))
    assert len(seen) == 6
    assert sum(kill.acknowledged for kill in seen) > VISIT
    assert all(kill.was_working or not kill.acknowledged for kill in seen)


# the trial itself must be able to fail


def test_the_trial_notices_a_lost_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tests.support.kill.content", lambda _done: {"t0": Written("other")})
    with pytest.raises(TrialError, match="holds something else"):
        list(kills(tmp_path, seed=1, count=1))


def test_the_deeds_make_whole_visits():
    assert deed(0) == deed(VISIT) == Begin()
    assert deed(VISIT - 1) == Finish()
    assert isinstance(deed(1), Give)
    assert content(0) is None
    assert content(1) == {}
    assert len(content(VISIT - 1) or {}) == 8
    assert content(VISIT) is None
    assert content(VISIT + 1) == {}
