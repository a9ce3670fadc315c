"""Letting Qt work until something is so: events, never a fixed time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QTimer

PATIENCE = 15_000
"""Milliseconds for anything to come about; far more than it takes."""
LOOK_EVERY = 5


def comes_about(so: Callable[[], bool], patience: int = PATIENCE) -> bool:
    """Handle events until it is so; False if it never came."""
    end = QDeadlineTimer(patience)
    # what is waited for may come about without an event that wakes the loop
    ticking = QTimer(interval=LOOK_EVERY)
    ticking.start()
    while not so():
        if end.hasExpired():
            return False
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return True
