"""A lock outlives no process, and a log that was torn loses no answer before the tear."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from ccsdesk.domain.answers import AnswerSet, exactly
from ccsdesk.domain.errors import StorageError
from ccsdesk.store.opening import open_store
from tests.support.checkout import ROOT
from tests.support.drafts import SetClock, make_draft

HOLD = """
import sys
from pathlib import Path
from ccsdesk.domain.clock import SystemClock
from ccsdesk.store.opening import open_store
store = open_store(Path(sys.argv[1]), clock=SystemClock())
print("open", flush=True)
sys.stdin.read()
"""


def test_another_process_is_told_until_the_first_one_dies(folder: Path, clock: SetClock):
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"open\n" or sys.platform == "win32"
        with pytest.raises(StorageError, match="already open on this computer"):
            open_store(folder, clock=clock)
        child.kill()
    with open_store(folder, clock=clock) as store:
        assert store.notice is None


def test_a_torn_log_gives_an_earlier_state_and_never_a_broken_one(
    folder: Path, clock: SetClock, tmp_path: Path
):
    """As after a power cut: the log may end anywhere, the answers before the tear are whole."""
    chance = random.Random(7)  # noqa: S311 - a test wants the same numbers every time
    with open_store(folder, clock=clock) as store:
        draft = make_draft()
        store.drafts.begin(draft)
        for number in range(40):
            question = f"q{number}"
            given = draft.answers.with_answer(question, exactly(Decimal(number)))
            draft = replace(draft, answers=given)
            store.drafts.keep(draft, answered=question)
        length = (folder / "drafts.db-wal").stat().st_size
        seen = []
        for number in range(25):
            torn = tmp_path / f"torn-{number}"
            shutil.copytree(folder, torn)
            with (torn / "drafts.db-wal").open("r+b") as log:
                log.truncate(chance.randrange(length + 1))
            seen.append(answered(torn, clock))
    assert len(set(seen)) > 5


def answered(folder: Path, clock: SetClock) -> int:
    with open_store(folder, clock=clock) as store:
        assert store.notice is None
        draft = store.drafts.current()
        if draft is None:
            return -1
        count = len(draft.answers.answers)
        wanted = {f"q{number}": exactly(Decimal(number)) for number in range(count)}
        assert draft.answers == AnswerSet(wanted)
        return count
