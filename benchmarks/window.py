"""How quick is the window? `python -m benchmarks.window [RUNS]`.

First paint beside that of an empty PySide6 window in the same run, the time until the first page takes a click, the
next page with its counts after every answer and the page of results on a catalogue of the size aimed at, memory after
a whole visit and over twenty of them. Painted offscreen; nothing here is a test.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from benchmarks.both import both_of, busy, timed
from benchmarks.children import Told, in_turn, run
from benchmarks.measure import Report

FIRM = "photographer"
FEW = (1, 2, 3, 5, 8, 13)
VISITS = 20
AIMS = (
    "aims:    first paint 1.5 times an empty window; usable 1000 ms; next page and counts 50 ms;",
    "         results 200 ms; memory after a visit 200 MB; no growth over twenty visits",
)

PAINT = """
from PySide6.QtCore import QEvent, QObject, QTimer

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not self.property("seen"):
            self.setProperty("seen", True)
            QTimer.singleShot(0, self.end)
        return False

    def end(self):
        tell()
        application.quit()

first = FirstPaint()
"""
"""Tells when the event loop has come back from painting the window for the first time."""
EMPTY_WINDOW = f"""
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
application = QApplication(["empty"])
{PAINT}
window = QMainWindow()
window.setCentralWidget(QWidget())
window.resize(1100, 860)
window.centralWidget().installEventFilter(first)
window.show()
application.exec()
"""
WATCHED = """
import sys
from ccsdesk import app
from ccsdesk.ui import start
make = start.make_window
def watched(*words, **named):
    from PySide6.QtCore import QTimer
    window = make(*words, **named)
    # one that cannot be opened would wait for a person for ever
    window.failed.connect(lambda _: QTimer.singleShot(0, window.close))
    watch(window, QTimer)
    return window
start.make_window = watched
sys.exit(app.main([]))
"""
PAINTED = f"""
def watch(window, timer):
    def seen(*_):
        tell()
        timer.singleShot(0, window.close)
    start._open = seen
{WATCHED}"""
USABLE = f"""
def watch(window, timer):
    def seen():
        # the first page is laid out and painted by now
        tell()
        timer.singleShot(0, window.close)
    window.ready.connect(lambda: timer.singleShot(0, seen))
{WATCHED}"""
MEMORY = f"""
import subprocess, sys, tempfile
from pathlib import Path
from benchmarks.firms import day_of, firms
from benchmarks.visiting import Guest, whole_visit
from ccsdesk.domain.clock import FixedClock
from ccsdesk.services.catalogue_care import open_catalogue
def make_store(folder):
    # as on every day but the first: making it anew takes parts that no later start needs
    code = (
        "import sys; from pathlib import Path; from ccsdesk.domain.clock import SystemClock;"
        "from ccsdesk.store.opening import open_store;"
        "open_store(Path(sys.argv[1]), clock=SystemClock()).close()"
    )
    subprocess.run([sys.executable, "-c", code, folder], check=True)
def resident():
    with open("/proc/self/status") as lines:
        found = dict(line.split(":", 1) for line in lines)
    return [float(found[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM", "RssAnon")]
catalogue = open_catalogue()
answers = firms(catalogue)["{FIRM}"].answers
with tempfile.TemporaryDirectory() as folder:
    make_store(folder)
    guest = Guest(catalogue, FixedClock(day_of(catalogue)), Path(folder))
    found = {{"opened": resident()[0]}}
    for number in range(1, {VISITS} + 1):
        whole_visit(guest, answers)
        now = resident()
        found[f"visit{{number}}"], found[f"peak{{number}}"], found[f"own{{number}}"] = now
    guest.leave()
tell(**found)
"""
"""Twenty visits one after the other; memory in MB after each."""


def main(runs: int) -> int:
    """Measure, and write the result."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    report = Report("window", "How quick is the window, and what memory does it take?")
    report.add(busy())
    for line in AIMS:
        report.add(line)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CCSDESK_DATA"] = folder
        _opening(report, runs)
        _visiting(report, Path(folder) / "visits")
        _memory(report)
    report.write()
    return 0


def _opening(report: Report, runs: int) -> None:
    empty, painted, usable = in_turn([EMPTY_WINDOW, PAINTED, USABLE], runs=runs)
    report.add("")
    report.add("from the start of the interpreter:")
    for name, told in (
        ("  empty PySide6 window, first paint", empty),
        ("  our window, first paint", painted),
        ("  our window, first page usable", usable),
    ):
        for line in both_of([one.both for one in told]).lines(name):
            report.add(line)
    wall, own = _medians(painted), _medians(empty)
    report.add(
        f"  first paint: {wall[0] / own[0]:.2f} times the empty window on the wall,"
        f" {wall[1] / own[1]:.2f} times in processor time"
    )


def _medians(told: list[Told]) -> tuple[float, float]:
    both = both_of([one.both for one in told])
    return both.wall.median, both.processor.median


def _visiting(report: Report, folder: Path) -> None:
    from benchmarks.firms import day_of, firms
    from benchmarks.large import grown
    from benchmarks.visiting import Guest
    from ccsdesk.domain.clock import FixedClock
    from ccsdesk.services.catalogue_care import open_catalogue

    shipped = open_catalogue()
    catalogue = grown(shipped)
    report.add("")
    report.add(f"on a catalogue of {len(catalogue.programmes)} programmes:")
    guest = Guest(catalogue, FixedClock(day_of(shipped)), folder)
    people = {name: firm.answers for name, firm in firms(shipped).items()}
    for name, answers in people.items():
        guest.read_first_page()
        guest.begin()
        steps = [(timed(go_on), question) for question, go_on in guest.answering(answers)]
        both = both_of([times for times, _ in steps])
        (worst, _), question = max(steps)
        for line in both.lines(f"  {name}: answer to next page"):
            report.add(line)
        report.add(f"    slowest: {worst * 1000:.1f} ms, after {question}")
        if answers:
            guest.read_review()
            first, again = timed(guest.see_results), _change(guest, answers)
            report.add(f"  {name}: results from the review {_said(first)}")
            report.add(f"    after an answer changed from there {_said(again)}")
        guest.go()
    for few in FEW:
        waits = []
        for answers in people.values():
            guest.read_first_page()
            guest.begin()
            for _, go_on in guest.answering(answers, few):
                go_on()
            waits.append(timed(guest.see_results))
            guest.go()
        for line in both_of(waits).lines(f"  results right after answer {few}"):
            report.add(line)
    guest.leave()


def _said(times: tuple[float, float]) -> str:
    return f"{times[0] * 1000:.1f} ms, processor {times[1] * 1000:.1f} ms"


def _change(guest: object, answers: object) -> tuple[float, float]:
    from benchmarks.visiting import Guest
    from ccsdesk.domain.answers import DontKnow

    if not isinstance(guest, Guest) or not isinstance(answers, dict):
        raise TypeError
    question = next(iter(answers))
    guest.front.ask(question)
    guest.look()

    def change() -> None:
        guest.front.visit.answer(question, DontKnow())
        guest.until(lambda: guest.front.visit.known_match() is not None)

    return timed(change)


def _memory(report: Report) -> None:
    report.add("")
    if not Path("/proc/self/status").is_file():
        report.add("memory: the system does not say")
        return
    found = run(MEMORY).found
    report.add(f"memory on the shipped catalogue, answers of {FIRM}, every page seen:")
    report.add(f"  opened                           {found['opened']:.0f} MB")
    report.add(f"  after the first visit            {found['visit1']:.0f} MB")
    report.add(f"    of which not shared libraries   {found['own1']:.0f} MB")
    report.add(f"  most until then                  {found['peak1']:.0f} MB")
    report.add(f"  most in {VISITS} visits                {found[f'peak{VISITS}']:.0f} MB")
    after = [found[f"visit{number}"] for number in range(1, VISITS + 1)]
    report.add("  after each visit: " + " ".join(f"{size:.0f}" for size in after))
    half = VISITS // 2
    growth = (after[-1] - after[half - 1]) / half
    report.add(f"  growth in the second ten visits: {growth:+.2f} MB a visit")


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 9))
