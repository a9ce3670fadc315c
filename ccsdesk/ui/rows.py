"""Answer rows: a radio button or check box drawn as a large row that can be clicked anywhere.

Role and state for a screen reader stay those of Qt's own buttons; only the drawing and the area to click are ours.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from ccsdesk.ui import theme
from ccsdesk.ui.theme import Role

LOWEST = 44
"""Pixels: what a finger hits."""
LOWEST_EM = 2.6
ENDLESS = 1 << 20
RING = 3


class Drawing:
    """Measures and draws one row."""

    def __init__(self, button: QAbstractButton, *, is_round: bool) -> None:
        self._button = button
        self._is_round = is_round
        self._key = self._note = self._mark = self._warning = ""
        self._depth = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        button.setSizePolicy(policy)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        # drawn anew when the mouse comes and goes
        button.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def say(self, text: str, note: str) -> None:
        """Take the words."""
        button, self._note = self._button, note
        button.setText(text.replace("&", "&&"))
        button.setAccessibleName(text)
        self._changed()

    def show_key(self, key: str) -> None:
        """Take the digit."""
        self._key = key
        self._changed()

    def show_mark(self, mark: str) -> None:
        """Take the code."""
        self._mark = mark
        self._changed()

    def warn(self, sentence: str) -> None:
        """Take what is wrong."""
        self._warning = sentence
        self._changed()

    def _changed(self) -> None:
        parts = (self._warning, self._note, self._mark)
        self._button.setAccessibleDescription(". ".join(filter(None, parts)).replace("..", "."))
        self._button.updateGeometry()
        self._button.update()

    def written(self) -> str:
        """All that is written on the row."""
        return " ".join(filter(None, (self._text(), self._note, self._mark)))

    def indent(self, depth: int) -> None:
        """Take the depth."""
        self._depth = depth
        self._button.updateGeometry()

    def holds(self, position: QPoint) -> bool:
        """Whether a click there chooses the row."""
        return self._button.rect().contains(position)

    def size(self) -> QSize:
        """On one line, as far as that goes."""
        width = self._width()
        return QSize(width, self.height(width))

    def height(self, width: int) -> int:
        """What the texts need at this width, and never less than a finger."""
        needed = self._text_height(width) + 2 * theme.em(0.6)
        return max(LOWEST, theme.em(LOWEST_EM), needed)

    def _width(self) -> int:
        metrics = self._button.fontMetrics()
        return self._left() + metrics.horizontalAdvance(self._text()) + self._right()

    def _text(self) -> str:
        return self._button.text().replace("&&", "&")

    def _left(self) -> int:
        return theme.em(0.8 + 1.5 * self._depth) + self._side() + theme.em(0.7)

    def _right(self) -> int:
        """Room for digit and code; rows with a code keep the digit's room, so that codes stand in line."""
        right = theme.em(0.8)
        if self._mark:
            right += theme.em(0.6) + QFontMetrics(self._note_font()).horizontalAdvance(self._mark)
        return right + (theme.em(1.6) if self._key or self._mark else 0)

    def _side(self) -> int:
        return theme.em(1.25)

    def _note_font(self) -> QFont:
        font = QFont(self._button.font())
        font.setPointSizeF(font.pointSizeF() * 0.88)
        return font

    def _text_height(self, width: int) -> int:
        room = max(1, width - self._left() - self._right())
        high = _height(self._text(), self._button.font(), room)
        if self._note:
            high += theme.em(0.15) + _height(self._note, self._note_font(), room)
        return high

    def paint(self) -> None:
        """Draw the row in the colours of the theme."""
        painter = QPainter(self._button)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        self._paint_sign(painter)
        self._paint_texts(painter)
        if self._mark:
            self._paint_mark(painter)
        if self._key:
            self._paint_key(painter)
        painter.end()

    def _paint_frame(self, painter: QPainter) -> None:
        button = self._button
        checked, focused = button.isChecked(), button.hasFocus()
        wide = 2.0 if checked else 1.0
        line = Role.ACCENT if checked else Role.TEXT if button.underMouse() else Role.LINE
        painter.setPen(QPen(theme.colour(line), wide))
        painter.setBrush(theme.colour(Role.SELECTED if checked else Role.RAISED))
        # as wide as the fields and texts above it
        aside, down = (RING + 1.5, RING + 1.5) if focused else (1.0, 3.0)
        frame = QRectF(button.rect()).adjusted(aside, down, -aside, -down)
        painter.drawRoundedRect(frame, 5, 5)
        if focused:
            painter.setPen(QPen(theme.colour(Role.FOCUS), RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            half = RING / 2
            painter.drawRoundedRect(QRectF(button.rect()).adjusted(half, half, -half, -half), 7, 7)

    def _sign_area(self) -> QRectF:
        side = self._side()
        left = theme.em(0.8 + 1.5 * self._depth)
        return QRectF(left, (self._button.height() - side) / 2, side, side)

    def _paint_sign(self, painter: QPainter) -> None:
        area, checked = self._sign_area(), self._button.isChecked()
        colour = theme.colour(Role.ACCENT if checked else Role.LINE)
        painter.setPen(QPen(colour, 2))
        painter.setBrush(theme.colour(Role.RAISED))
        inner = area.adjusted(1, 1, -1, -1)
        if self._is_round:
            painter.drawEllipse(inner)
            if checked:
                fifth = area.width() / 4
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                painter.drawEllipse(inner.adjusted(fifth, fifth, -fifth, -fifth))
            return
        painter.setBrush(colour if checked else theme.colour(Role.RAISED))
        painter.drawRoundedRect(inner, 3, 3)
        if checked:
            self._paint_tick(painter, inner, theme.colour(Role.ACCENT_TEXT))

    def _paint_tick(self, painter: QPainter, area: QRectF, colour: QColor) -> None:
        painter.setPen(
            QPen(colour, max(2.0, area.width() / 8), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        )
        x, y, w, h = area.x(), area.y(), area.width(), area.height()
        painter.drawPolyline(
            [
                QPoint(round(x + 0.24 * w), round(y + 0.54 * h)),
                QPoint(round(x + 0.43 * w), round(y + 0.73 * h)),
                QPoint(round(x + 0.78 * w), round(y + 0.30 * h)),
            ]
        )

    def _paint_texts(self, painter: QPainter) -> None:
        button = self._button
        room = button.width() - self._left() - self._right()
        top = (button.height() - self._text_height(button.width())) // 2
        area = QRect(self._left(), top, max(1, room), ENDLESS)
        painter.setPen(theme.colour(Role.TEXT if button.isEnabled() else Role.MUTED))
        painter.setFont(button.font())
        painter.drawText(area, _flags(self._text(), button.font(), room), self._text())
        if self._note:
            high = _height(self._text(), button.font(), room)
            font = self._note_font()
            painter.setFont(font)
            painter.setPen(theme.colour(Role.MUTED))
            below = area.translated(0, high + theme.em(0.15))
            painter.drawText(below, _flags(self._note, font, room), self._note)

    def _paint_mark(self, painter: QPainter) -> None:
        painter.setFont(self._note_font())
        painter.setPen(theme.colour(Role.MUTED))
        area = self._button.rect().adjusted(0, 0, -theme.em(0.8 + 1.6 + 0.4), 0)
        painter.drawText(
            area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._mark
        )

    def _paint_key(self, painter: QPainter) -> None:
        side = theme.em(1.4)
        button = self._button
        area = QRectF(
            button.width() - side - theme.em(0.8), (button.height() - side) / 2, side, side
        )
        painter.setPen(QPen(theme.colour(Role.LINE), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, 3, 3)
        painter.setFont(self._note_font())
        painter.setPen(theme.colour(Role.MUTED))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._key)


class _Row:
    """What both kinds of row share; Qt finds these before its own."""

    drawing: Drawing

    def say(self, text: str, note: str = "") -> None:
        """Text and a smaller second line; a screen reader says both."""
        self.drawing.say(text, note)

    def show_key(self, key: str) -> None:
        """The digit that chooses this row."""
        self.drawing.show_key(key)

    def show_mark(self, mark: str) -> None:
        """A code people know the answer by, at the end of the row; a screen reader says it too."""
        self.drawing.show_mark(mark)

    def indent(self, depth: int) -> None:
        """How far below others it belongs."""
        self.drawing.indent(depth)

    def warn(self, sentence: str) -> None:
        """What is wrong, said by a screen reader with the row; "" takes it away."""
        self.drawing.warn(sentence)

    def written(self) -> str:
        """All that is written on the row."""
        return self.drawing.written()

    # Qt's own

    def hitButton(self, position: QPoint) -> bool:
        return self.drawing.holds(position)

    def sizeHint(self) -> QSize:
        return self.drawing.size()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.em(8), LOWEST)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.drawing.height(width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.drawing.paint()


class OneRow(_Row, QRadioButton):
    """One of several answers of which one holds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drawing = Drawing(self, is_round=True)


class ManyRow(_Row, QCheckBox):
    """One of several answers of which any number holds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drawing = Drawing(self, is_round=False)


def _flags(text: str, font: QFont, room: int) -> int:
    """Wrap between words; within one only where it is wider than all the room there is."""
    metrics = QFontMetrics(font)
    widest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0)
    wrap = Qt.TextFlag.TextWrapAnywhere if widest > room else Qt.TextFlag.TextWordWrap
    return Qt.AlignmentFlag.AlignLeft.value | wrap.value


def _height(text: str, font: QFont, room: int) -> int:
    area = QRect(0, 0, room, ENDLESS)
    return QFontMetrics(font).boundingRect(area, _flags(text, font, room), text).height()
