"""A layout that puts widgets side by side and begins a new line where there is no more room, as text does."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lines from the left; widgets of one line stand on a common bottom. `gap` is in pixels."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(QMargins())

    def set_gap(self, gap: int) -> None:
        """Room between widgets and between lines."""
        self._gap = gap
        self.invalidate()

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = [[]]
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            need = min(item.sizeHint().width(), width)
            if lines[-1] and used + self._gap + need > width:
                lines.append([])
                used = 0
            used += need + (self._gap if lines[-1] else 0)
            lines[-1].append(item)
        return lines

    def _height(self, item: QLayoutItem, width: int) -> int:
        hint = item.sizeHint()
        return (
            item.heightForWidth(min(hint.width(), width))
            if item.hasHeightForWidth()
            else hint.height()
        )

    def _place(self, area: QRect, *, really: bool) -> int:
        y = area.y()
        for line in self._lines(area.width()):
            high = max((self._height(item, area.width()) for item in line), default=0)
            x = area.x()
            for item in line:
                wide, tall = (
                    min(item.sizeHint().width(), area.width()),
                    self._height(item, area.width()),
                )
                if really:
                    item.setGeometry(QRect(QPoint(x, y + high - tall), QSize(wide, tall)))
                x += wide + self._gap
            y += high + self._gap
        return max(0, y - self._gap - area.y())

    # Qt's own

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # Qt wants null at the end
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return self._place(QRect(0, 0, inner, 0), really=False) + margins.top() + margins.bottom()

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._place(area.marginsRemoved(self.contentsMargins()), really=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())
