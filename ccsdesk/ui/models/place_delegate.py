"""Draws a place found: its name, and below it what it lies in. All rows are as high as two lines and a finger need."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ccsdesk.ui import theme
from ccsdesk.ui.models.places import WITHIN_ROLE
from ccsdesk.ui.theme import Role

LEAST = 44
"""Pixels of height a finger needs."""
SIDE, ABOVE = 0.7, 0.3
NOTE = 0.88
BAR = 4
RING = 2


class PlaceDelegate(QStyledItemDelegate):
    """Nothing wraps: a name that is too long ends in dots, and a screen reader says all of it."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def height(self) -> int:
        """How high each row is."""
        font = self._view.font()
        lines = QFontMetrics(font).height() + QFontMetrics(_note_font(font)).height()
        return max(LEAST, lines + 2 * theme.em(ABOVE) + 1)

    # Qt's own

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(theme.em(8), self.height())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        box: QRect = option.rect
        painter.save()
        # a line between two rows, none beside the frame
        _paint_ground(painter, box, option.state, is_first=index.row() == 0)
        font = self._view.font()
        lines = (
            (str(index.data()), font, Role.TEXT),
            (str(index.data(WITHIN_ROLE) or ""), _note_font(font), Role.MUTED),
        )
        shown = [line for line in lines if line[0]]
        high = sum(QFontMetrics(font).height() for _, font, _ in shown)
        down = box.top() + (box.height() - high) // 2
        room = box.adjusted(theme.em(SIDE), 0, -theme.em(SIDE), 0)
        for text, own, role in shown:
            metrics = QFontMetrics(own)
            area = QRect(room.left(), down, room.width(), metrics.height())
            painter.setFont(own)
            painter.setPen(theme.colour(role))
            elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, elided)
            down += metrics.height()
        painter.restore()


def _note_font(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * NOTE)
    return small


def _paint_ground(
    painter: QPainter, box: QRect, state: QStyle.StateFlag, *, is_first: bool
) -> None:
    selected = bool(state & QStyle.StateFlag.State_Selected)
    hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    ground = Role.SELECTED if selected else Role.HOVER if hovered else Role.RAISED
    painter.fillRect(box, theme.colour(ground))
    if not is_first:
        painter.fillRect(QRect(box.left(), box.top(), box.width(), 1), theme.colour(Role.LINE))
    if selected:
        painter.fillRect(QRect(box.left(), box.top(), BAR, box.height()), theme.colour(Role.ACCENT))
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(theme.colour(Role.FOCUS), RING))
        painter.drawRect(box.adjusted(RING, RING, -RING, -RING))
