"""What is seen of the window before there are pages: its colour at once, one sentence only if opening takes long.

Brings nothing that could hold up the first paint: no look, no words, and no `Qt`, whose many names take long to load.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QColor, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from ccsdesk import paths
from ccsdesk.domain.errors import StorageError

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

UNPAINTED = 500
"""Milliseconds after which a window that nobody sees goes on without having been painted."""
DARK = 128
"""A surface with less lightness than this, of 255, is a dark one."""

_SURFACE = re.compile(r'^surface = "(#[0-9a-f]{6})"', re.MULTILINE)


class FirstFrame(QWidget):
    """An empty surface in the colour of the theme; `painted` comes once, when it has been seen."""

    painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label: QLabel | None = None
        self._is_seen = False
        self.setAutoFillBackground(True)
        colour = surface()
        if colour is not None:
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.Window, colour)
            self.setPalette(palette)

    def say(self, sentence: str) -> None:
        """One sentence in the middle."""
        if self._label is None:
            self._label = QLabel(self)
            self._label.setWordWrap(True)
            column = QVBoxLayout(self)
            column.addStretch(1)
            column.addWidget(self._label, 0, _middle())
            column.addStretch(1)
        self._label.setText(sentence)

    def expect(self) -> None:
        """Wait for the first paint, but not for ever."""
        QTimer.singleShot(UNPAINTED, self, self._on_seen)

    def _on_seen(self) -> None:
        if not self._is_seen:
            self._is_seen = True
            self.painted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_seen:
            # the paint is on the screen once the event loop has come back from it
            QTimer.singleShot(0, self, self._on_seen)


def surface() -> QColor | None:
    """The surface of the light or dark theme, as the computer has it; None where that cannot be read."""
    name = "dark" if QApplication.palette().window().color().lightness() < DARK else "light"
    try:
        text = (paths.resources() / "themes" / f"{name}.toml").read_text(encoding="utf-8")
    except (OSError, ValueError, StorageError):
        return None
    found = _SURFACE.search(text)
    return None if found is None else QColor(found[1])


def _middle() -> Qt.AlignmentFlag:
    from PySide6.QtCore import Qt

    return Qt.AlignmentFlag.AlignHCenter
