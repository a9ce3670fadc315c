"""A table of texts as high as its rows, so that the page scrolls and not the table. Shows; is not edited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from ccsdesk.ui import theme

BESIDE_EM, ABOVE_EM = 0.75, 0.6
"""Room beside and above a text, a little more than the sheet gives."""
MOST_HEIGHT = 100_000
Cell = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class FittedTable(QTableWidget):
    """Rows of texts; the columns named in `figures` hold figures and stand to the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(True)
        # Qt's lines close the last row and column too, beside the frame
        self.setShowGrid(False)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setItemDelegate(_Wrapping(self))
        # Tab leads out of the table, the arrows lead about in it
        self.setTabKeyNavigation(False)
        self.verticalHeader().setVisible(False)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        # a column that stretches gets its width only after the table and the other columns
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._fit)
        self.horizontalHeader().sectionResized.connect(self._on_section_resized)

    def fill(
        self,
        head: Sequence[str],
        rows: Iterable[Sequence[str]],
        *,
        wide: int = 0,
        figures: frozenset[int] = frozenset(),
    ) -> None:
        """Show these rows; the column `wide` takes the room that is left."""
        found = [tuple(row) for row in rows]
        self.setColumnCount(len(head))
        self.setRowCount(len(found))
        for place, text in enumerate(head):
            self._put_head(place, text, is_figure=place in figures)
        for line, row in enumerate(found):
            for place, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setFlags(Cell)
                item.setTextAlignment(_side(is_figure=place in figures))
                self.setItem(line, place, item)
        header = self.horizontalHeader()
        for place in range(len(head)):
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(
                place, mode.Stretch if place == wide else mode.ResizeToContents
            )
        self._fit()

    def _put_head(self, place: int, text: str, *, is_figure: bool) -> None:
        item = QTableWidgetItem(text)
        item.setTextAlignment(_side(is_figure=is_figure))
        self.setHorizontalHeaderItem(place, item)

    def _fit(self) -> None:
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        frame = self.height() - self.viewport().height() - self.horizontalHeader().height()
        around = frame if 0 < frame < theme.em(4) else theme.em(1)
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + around)

    def _on_section_resized(self) -> None:
        self._fit()
        self._soon.start()

    # Qt's own

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.em(10), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()


class _Wrapping(QStyledItemDelegate):
    """Gives every line its room: Qt 6.12 wraps for its hint where it does not when it draws; a line between two."""

    def __init__(self, table: QTableWidget) -> None:
        super().__init__(table)
        self._table = table

    # Qt's own

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        cell: QRect = option.rect
        painter.setPen(theme.colour(theme.Role.LINE))
        if index.row() > 0:
            painter.drawLine(cell.topLeft(), cell.topRight())
        if index.column() < self._table.columnCount() - 1:
            painter.drawLine(cell.topRight(), cell.bottomRight())

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        hint = super().sizeHint(option, index)
        table = self._table
        width = table.columnWidth(index.column()) - 2 * theme.em(BESIDE_EM)
        text = str(index.data() or "")
        box = table.fontMetrics().boundingRect(
            QRect(0, 0, max(1, width), MOST_HEIGHT), Qt.TextFlag.TextWordWrap, text
        )
        wide = table.fontMetrics().horizontalAdvance(text) + 2 * theme.em(BESIDE_EM) + 1
        return QSize(max(hint.width(), wide), box.height() + 2 * theme.em(ABOVE_EM))


def _side(*, is_figure: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if is_figure else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
