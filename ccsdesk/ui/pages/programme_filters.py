"""The filters above a list of programmes: boxes to choose from that wrap to the width. Filters nothing itself."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QScrollArea, QWidget

from ccsdesk.services.presenting.rows import Named
from ccsdesk.ui import theme

COMBO_LETTERS = 14
LEAST_EM = 4
"""One box is seen even where there is hardly any room."""


class FilterArea(QScrollArea):
    """The filters: as high as they need, and scrolling where there is not even room for them."""

    def __init__(self, choices: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = choices
        self.setWidget(choices)

    def _needed(self) -> int:
        return self._inside.heightForWidth(max(1, self.viewport().width())) + theme.em(0.3)

    # Qt's own

    def sizeHint(self) -> QSize:
        return QSize(theme.em(20), self._needed())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.em(8), min(self._needed(), theme.em(LEAST_EM)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # other text needs another height in the same width
        needed = self._needed()
        if needed != self.maximumHeight():
            self.setMaximumHeight(needed)
            self.updateGeometry()


def filter_box() -> QComboBox:
    """A box no wider than the list can bear, however long its names are."""
    combo = QComboBox()
    policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    combo.setSizeAdjustPolicy(policy)
    combo.setMinimumContentsLength(COMBO_LETTERS)
    return combo


def fill_box(combo: QComboBox, every: str, choices: tuple[Named, ...]) -> None:
    """The same choice stays, in whatever words."""
    chosen = combo.currentData()
    combo.blockSignals(True)
    combo.clear()
    combo.addItem(every, "")
    for choice in choices:
        combo.addItem(choice.name, choice.id)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
    combo.blockSignals(False)
    widest = max((combo.fontMetrics().horizontalAdvance(one.name) for one in choices), default=0)
    combo.view().setMinimumWidth(widest + theme.em(3))
