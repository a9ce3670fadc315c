"""What painted pictures share: they measure by text size, repaint in the theme's colours and speak as a graphic."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy, QWidget

from ccsdesk.ui import a11y, theme

CAPTION = 0.85


class Painted(QWidget):
    """A widget that paints itself, as high as it needs to be for its width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._heights: dict[int, int] = {}
        a11y.as_graphic(self)

    def height_at(self, width: int) -> int:
        """Pixels of height at this width."""
        raise NotImplementedError

    def least_width(self) -> int:
        """Pixels of width below which it can't be read."""
        raise NotImplementedError

    def best_width(self) -> int:
        """Pixels of width at which it is at its best."""
        raise NotImplementedError

    def measure_again(self) -> None:
        """What it shows or the size of text has changed."""
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def small_font(self) -> QFont:
        """The font for what is less important."""
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * CAPTION)
        return font

    def strong_font(self) -> QFont:
        """The font for what matters most."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self.height_at(width)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = self.best_width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.least_width(), theme.em(2))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.measure_again()
        elif event.type() == QEvent.Type.PaletteChange:
            self.update()
