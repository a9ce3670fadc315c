"""The program outlives any number of calls into Qt."""

from __future__ import annotations

import subprocess
import sys

from ccsdesk.ui.lasting import LASTING, PLENTY, keep_constants
from tests.support.checkout import ROOT

MANY_CALLS = """
import ccsdesk.ui

from PySide6.QtCore import QObject, QTimer
timer, thing = QTimer(), QObject()
for _ in range(60_000):
    timer.setInterval(1)
    thing.objectNameChanged.emit("a")
print("alive")
"""


def test_tens_of_thousands_of_calls_do_not_end_the_program():
    done = subprocess.run(
        [sys.executable, "-c", MANY_CALLS],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert (done.returncode, done.stdout) == (0, "alive\n"), done.stderr


def test_keeping_them_again_gives_no_more():
    keep_constants()
    before = [sys.getrefcount(lasting) for lasting in LASTING]
    keep_constants()
    after = [sys.getrefcount(lasting) for lasting in LASTING]
    assert all(abs(b - a) < PLENTY // 2 for a, b in zip(before, after, strict=True))
