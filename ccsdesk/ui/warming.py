"""Work of small steps, done on the main thread while nobody needs it, a few milliseconds at a time. Knows no rules."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

TURN = 0.004
"""Seconds of work at a time: a key pressed meanwhile is not noticed to wait."""
PAUSE = 12
"""Milliseconds left to everything else in between."""


class Warming(QObject):
    """Takes the steps from now on; `finished` when there are no more."""

    finished = Signal()

    def __init__(self, steps: Iterator[None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()

    def _on_timeout(self) -> None:
        until = perf_counter() + TURN
        for _ in self._steps:
            if perf_counter() >= until:
                return
        self._timer.stop()
        self.finished.emit()
