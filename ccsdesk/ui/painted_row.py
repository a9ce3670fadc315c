"""A row that is one button however much stands in it: its texts, icon and bar are painted, not widgets of their own.

A page of eighty rows stays quick, and a screen reader meets one name a row. What a row says is
decided by those who use it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ccsdesk.ui import icons, theme
from ccsdesk.ui.theme import Role

LEAST = 44
"""Pixels of height a finger needs."""
PADDING = 0.6
FOCUS_WIDTH = 3
CORNER = 4
ABBREVIATION = re.compile(r"(?<!\S)(\w\.) (?=\w\.)")
"""As in "d. o. o.": no line ends inside it."""
WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class Text:
    """A text in its rectangle."""

    box: QRect
    text: str
    font: QFont
    role: Role = Role.TEXT


@dataclass(frozen=True, slots=True)
class Icon:
    """An icon in its square."""

    box: QRect
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar that is filled from the left; `share` is 0 to 1."""

    box: QRect
    share: float


@dataclass(frozen=True, slots=True)
class Arranged:
    """What stands where, and how high all of it is together."""

    parts: tuple[Text | Icon | Bar, ...]
    height: int


class PaintedRow(QPushButton):
    """One row. Arrow keys ask for the row above or below by `stepped` (-1 or 1)."""

    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.as_row(self)
        self.setAutoDefault(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._arranged: dict[int, Arranged] = {}

    def arrange(self, width: int) -> Arranged:
        """What stands where when the inside is so wide; the left top of the inside is 0, 0."""
        raise NotImplementedError

    def renew(self) -> None:
        """Something in the row has changed."""
        self._arranged.clear()
        self.updateGeometry()
        self.update()

    # for those who arrange

    def font_of(self, *, size: float = 1.0, strong: bool = False) -> QFont:
        """The row's font in another size or weight."""
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * size)
        if strong:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    @staticmethod
    def written(
        corner: QPoint, width: int, text: str, *, font: QFont, role: Role = Role.TEXT
    ) -> Text:
        """A text that wraps within a width, with the rectangle it needs."""
        if ". " in text:
            text = ABBREVIATION.sub("\\1\N{NO-BREAK SPACE}", text)
        room = QRect(corner.x(), corner.y(), max(1, width), 1 << 20)
        needed = QFontMetrics(font).boundingRect(room, int(WRAPPED.value), text)
        # a word wider than the width still gets no more than the width
        return Text(QRect(corner, QSize(max(1, width), needed.height())), text, font, role)

    def _inside(self, width: int) -> Arranged:
        if width not in self._arranged:
            if len(self._arranged) > 4:
                self._arranged.clear()
            self._arranged[width] = self.arrange(width)
        return self._arranged[width]

    @staticmethod
    def _padding() -> int:
        return theme.em(PADDING) + FOCUS_WIDTH

    # Qt's own

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width < self.minimumSizeHint().width():
            # asked while the page has no size yet; no row is ever so narrow
            return LEAST
        padding = self._padding()
        return max(LEAST, self._inside(max(1, width - 2 * padding)).height + 2 * padding)

    def sizeHint(self) -> QSize:
        if not self.isVisible():
            # arranged once it has the width it is seen in: its column asks for the height then
            return QSize(theme.em(20), LEAST)
        width = max(self.width(), theme.em(20))
        return QSize(theme.em(20), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.em(8), LEAST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        padding = self._padding()
        inside = self._inside(max(1, self.width() - 2 * padding))
        painter.translate(padding, max(padding, (self.height() - inside.height) // 2))
        for part in inside.parts:
            _paint(painter, part)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        usable = self.isEnabled()
        ground = Role.HOVER if usable and (self.underMouse() or self.isDown()) else Role.RAISED
        painter.setBrush(theme.colour(ground))
        pen = painter.pen()
        pen.setColor(theme.colour(Role.LINE))
        pen.setWidth(1)
        if not usable:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(whole, CORNER, CORNER)
        if self.hasFocus():
            pen.setColor(theme.colour(Role.FOCUS))
            pen.setWidth(FOCUS_WIDTH)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), CORNER, CORNER)

    def hitButton(self, place: QPoint) -> bool:
        # the margin that a sheet gives to buttons belongs to the row as well
        return self.rect().contains(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1}.get(event.key())
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.renew()


def _paint(painter: QPainter, part: Text | Icon | Bar) -> None:
    match part:
        case Text(box, text, font, role):
            painter.setFont(font)
            painter.setPen(theme.colour(role))
            painter.drawText(box, int(WRAPPED.value), text)
        case Icon(box, name, role):
            icons.paint(painter, name, role, QRectF(box))
        case Bar(box, share):
            _paint_bar(painter, QRectF(box), share)


def _paint_bar(painter: QPainter, box: QRectF, share: float) -> None:
    round_by = box.height() / 2
    painter.setPen(theme.colour(Role.LINE))
    painter.setBrush(theme.colour(Role.SURFACE))
    painter.drawRoundedRect(box, round_by, round_by)
    if share > 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(Role.ACCENT))
        filled = QRectF(box)
        filled.setWidth(max(box.height(), box.width() * min(1.0, share)))
        painter.drawRoundedRect(filled, round_by, round_by)
