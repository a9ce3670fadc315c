"""Two things beside each other where there is room for both, else one below the other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ccsdesk.ui import theme


class SideBySide(QWidget):
    """`least` is the width in em from which on they stand beside each other; the shares are of the width."""

    def __init__(
        self, first: QWidget, second: QWidget, *, least: float, shares: tuple[int, int] = (1, 1)
    ) -> None:
        super().__init__()
        self._least = least
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.em(1))
        for widget, share in zip((first, second), shares, strict=True):
            self._row.addWidget(widget, share, Qt.AlignmentFlag.AlignTop)

    def is_wide(self) -> bool:
        """Whether they stand beside each other."""
        return self._row.direction() is QBoxLayout.Direction.LeftToRight

    def _arrange(self) -> None:
        wide = self.width() >= theme.em(self._least)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._row.setSpacing(theme.em(1))

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()
