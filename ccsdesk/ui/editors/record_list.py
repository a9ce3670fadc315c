"""The list of a table's records: as high as its records, Enter asks to change one, Delete to remove it."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem

from ccsdesk.ui import theme
from ccsdesk.ui.models.records import RecordsModel

LOWEST = 44
"""Pixels: what a finger hits."""
PADDING_EM = 1.8
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class RecordList(QListView):
    """The page scrolls, not the list."""

    change_asked = Signal()
    remove_asked = Signal()

    def __init__(self, model: RecordsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.doubleClicked.connect(lambda _index: self.change_asked.emit())
        for changed in (model.rowsInserted, model.rowsRemoved, model.dataChanged, model.modelReset):
            changed.connect(self._measure)

    def current(self) -> int | None:
        """The row that is chosen."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    def go_to(self, row: int) -> None:
        """Choose a row."""
        self.selectionModel().setCurrentIndex(
            self.model().index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _measure(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    # Qt's own

    def sizeHint(self) -> QSize:
        rows = self.model().rowCount()
        high = sum(self.sizeHintForRow(row) for row in range(rows))
        return QSize(theme.em(20), high + 2 * self.frameWidth() + theme.em(0.5))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.em(8), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ENTER and self.current() is not None:
            self.change_asked.emit()
        elif key == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    """Rows as high as their text wrapped; Qt measures it before the list knows how wide it is."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        self.initStyleOption(option, index)
        width = self._view.viewport().width()
        room = QRect(0, 0, max(1, width - theme.em(PADDING_EM)), 1 << 16)
        needed = option.fontMetrics.boundingRect(room, Qt.TextFlag.TextWordWrap, option.text)
        return QSize(width, max(LOWEST, needed.height() + theme.em(1)))
