"""Notices whether somebody is there: keys, mouse, wheel and touch. Decides nothing about what follows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow

LOOK_EVERY = 30_000
"""Milliseconds between two looks."""
STIRRING = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
    }
)


class IdleWatch(QObject):
    """At every look: `stirred` if anybody did anything since the last one, else `rested`."""

    stirred = Signal()
    rested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._active = False
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def watch(self, window: QWindow) -> None:
        """Watch one window; a filter on the whole application would slow every event."""
        window.installEventFilter(self)

    def look(self) -> None:
        """Say what was noticed since the last look."""
        active, self._active = self._active, False
        if active:
            self.stirred.emit()
        else:
            self.rested.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in STIRRING:
            self._active = True
        return super().eventFilter(watched, event)
