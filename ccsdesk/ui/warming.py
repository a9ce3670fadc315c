"""Work done while nobody needs the program, so that what comes next is there at once. Knows no rules."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from ccsdesk.ui.front import Front

TURN = 0.004
"""Seconds of work at a time: a key pressed meanwhile is not noticed to wait."""
PAUSE = 12
"""Milliseconds left to everything else in between."""
READING = 300
"""Milliseconds after which a person reads a page, and does not only pass by."""


class Warming(QObject):
    """Takes small steps on the main thread; `finished` when there are no more."""

    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] = iter(())
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self._on_timeout)

    def begin(self, steps: Iterator[None]) -> None:
        """Take these steps from now on, and no others any more."""
        self._steps = steps
        self._timer.start()

    def is_working(self) -> bool:
        """Whether there are steps left."""
        return self._timer.isActive()

    def _on_timeout(self) -> None:
        until = perf_counter() + TURN
        for _ in self._steps:
            if perf_counter() >= until:
                return
        self._timer.stop()
        self.finished.emit()


class Lasting(QObject):
    """Spares Python looking through what lasts as long as the program, over and over, for what can go.

    With a catalogue, its rules and all libraries it took a tenth of a second, in the midst of a visit.
    `is_quiet`: there is no visit, of which nothing may last.
    """

    TIMES = 2
    """Once with all that was loaded, once with what was got ready; what comes later comes and goes."""

    def __init__(self, is_quiet: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_quiet = is_quiet
        self._left = self.TIMES

    def keep(self) -> None:
        """All there is now lasts, unless there is a visit."""
        if self._left and self._is_quiet():
            if self._left < self.TIMES:
                # a visit may have been and gone since
                gc.collect()
            self._left -= 1
            gc.freeze()


class Ahead(QObject):
    """Has the match worked out while a question is read: little changes from one to the next.

    While the last question is read it makes the page of the review, too, and during that the page of results.
    """

    def __init__(self, front: Front, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._front = front
        self._timer = QTimer(self, singleShot=True, interval=READING)
        self._timer.timeout.connect(self._on_timeout)
        front.shell.page_shown.connect(self._on_page_shown)

    def _on_page_shown(self, name: str) -> None:
        if name in {"question", "review"}:
            self._timer.start()
        else:
            self._timer.stop()

    def _on_timeout(self) -> None:
        front = self._front
        if not front.visit.is_open:
            return
        if front.visit.answers.answers:
            front.visit.match(lambda _: None, receiver=self)
        if front.shell.page_name() == "review":
            front.prepare("results")
        elif set(front.visit.flow.unanswered) <= {front.visit.flow.current}:
            front.prepare("review")
