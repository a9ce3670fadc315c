"""Work in small steps beside everything else."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from ccsdesk.ui import warming
from ccsdesk.ui.warming import Warming


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
    others.stop()
    assert taken == [0, 1, 2, 3, 4]
    assert set(between) & {1, 2, 3, 4}
