"""Visit after visit on the same computer, in a process of its own: broken memory ends a program, not a test."""

from __future__ import annotations

import subprocess
import sys

from tests.support.catalogues import write
from tests.support.checkout import ROOT

VISITS = """
import sys
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
from ccsdesk.domain.answers import DontKnow
from ccsdesk.domain.draft import Mode
from ccsdesk.domain.clock import SystemClock
from ccsdesk.ui import start

application = start.make_application()
clock = SystemClock()
wanted = start.Wanted(Path(sys.argv[1]), "en", clock.today, clock, None)
window = start.make_window(wanted)
loop = QEventLoop()
window.ready.connect(loop.quit)
window.failed.connect(loop.quit)
window.show()
loop.exec()
visit = window.front.visit

def turn():
    QTimer.singleShot(0, loop.quit)
    loop.exec()

for _ in range(60):
    visit.start(Mode.FULL)
    turn()
    visit.answer(visit.flow.current, DontKnow())
    turn()
    visit.finish()
    turn()
    # what else lies in memory, so that what was taken twice is noticed
    [bytearray(size) for size in range(0, 900, 7)]
window.jobs.stop()
window.close()
print("left well")
"""


def test_sixty_visits_leave_the_program_well(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", VISITS, str(write(tmp_path / "garden"))],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
    )
    assert (done.returncode, done.stdout) == (0, "left well\n"), done.stderr
