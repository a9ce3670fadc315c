"""Work in small steps beside everything else."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from ccsdesk.ui import warming
from ccsdesk.ui.warming import Lasting, Warming


def test_what_was_got_ready_lasts_but_nothing_of_a_visit_does(qtbot, monkeypatch):
    frozen, swept, quiet = [], [], [True]
    monkeypatch.setattr("gc.freeze", lambda: frozen.append(1))
    monkeypatch.setattr("gc.collect", lambda: swept.append(len(frozen)))
    lasting = Lasting(lambda: quiet[0])
    lasting.keep()
    assert len(frozen) == 1
    quiet[0] = False
    lasting.keep()
    assert len(frozen) == 1
    quiet[0] = True
    for _ in range(3):
        lasting.keep()
    assert len(frozen) == Lasting.TIMES
    assert swept == [1]


def test_all_steps_are_taken_a_few_at_a_time(qtbot, monkeypatch):
    monkeypatch.setattr(warming, "TURN", 0)
    monkeypatch.setattr(warming, "PAUSE", 0)
    taken, between = [], []

    def steps():
        for number in range(5):
            taken.append(number)
            yield

    work = Warming()
    others = QTimer(interval=0)
    others.timeout.connect(lambda: between.append(len(taken)))
    others.start()
    with qtbot.waitSignal(work.finished):
        work.begin(steps())
        assert taken == []
        assert work.is_working()
    others.stop()
    assert not work.is_working()
    assert taken == [0, 1, 2, 3, 4]
    assert set(between) & {1, 2, 3, 4}
