"""A row of the review (label, answer, what a click does) and the head of a section. They show what they are given."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ccsdesk.services.presenting.review import ReviewRow, RowState
from ccsdesk.ui import theme
from ccsdesk.ui.blocks import heading, paragraph
from ccsdesk.ui.painted_row import Arranged, Icon, PaintedRow, Text
from ccsdesk.ui.theme import Role

WIDE = 26
"""From so many em on, label and answer stand side by side."""
LABEL_SHARE = 0.42
SMALL = 0.85
STATE_ICONS = {
    RowState.DONT_KNOW: ("question", Role.NOT_CLEAR),
    RowState.NOT_ANSWERED: ("edit", Role.ACCENT),
    RowState.NOT_USED: ("dash", Role.NOT_FOR_YOU),
}


class ReviewRowButton(PaintedRow):
    """A row of which every spot opens the question."""

    def __init__(self, row: ReviewRow) -> None:
        super().__init__()
        self.row = row
        self._mark = ""
        self.show_row(row)

    def show_row(self, row: ReviewRow, mark: str = "") -> None:
        """What the row says; `mark` is a word that says it has just changed."""
        self.row, self._mark = row, mark
        self.setAccessibleName(row.name)
        self.setAccessibleDescription(". ".join(part for part in (mark, row.note) if part))
        self.renew()

    @property
    def mark(self) -> str:
        """The word that says it has just changed, "" if it has not."""
        return self._mark

    def arrange(self, width: int) -> Arranged:
        gap = theme.em(0.8)
        action = self._action(width)
        left = width - action.box.width() - gap
        if width < theme.em(WIDE):
            return self._stacked(left, width, action)
        label_width = round(left * LABEL_SHARE)
        label = self.written(QPoint(0, 0), label_width - gap, self.row.label, font=self._strong())
        parts, bottom = self._answer(label_width, 0, left - label_width)
        height = max(label.box.bottom(), bottom, action.box.bottom()) + 1
        return Arranged((label, action, *parts), height)

    def _stacked(self, left: int, width: int, action: Text) -> Arranged:
        label = self.written(QPoint(0, 0), left, self.row.label, font=self._strong())
        top = max(label.box.bottom(), action.box.bottom()) + 1 + theme.em(0.2)
        parts, bottom = self._answer(0, top, width)
        return Arranged((label, action, *parts), bottom + 1)

    def _answer(self, left: int, top: int, width: int) -> tuple[list[Text | Icon], int]:
        """The answer with its icon, and below it what is to be noted."""
        parts: list[Text | Icon] = []
        icon = STATE_ICONS.get(self.row.state)
        indent = 0 if icon is None else theme.em(1.5)
        if icon is not None:
            parts.append(self._icon(left, top, *icon))
        role = Role.MUTED if self.row.state is RowState.NOT_ANSWERED else Role.TEXT
        corner = QPoint(left + indent, top)
        parts.append(
            self.written(corner, width - indent, self.row.answer, font=self.font(), role=role)
        )
        bottom = parts[-1].box.bottom()
        small = self.font_of(size=SMALL)
        if self.row.note:
            corner = QPoint(left + indent, bottom + theme.em(0.2))
            parts.append(
                self.written(corner, width - indent, self.row.note, font=small, role=Role.MUTED)
            )
            bottom = parts[-1].box.bottom()
        if self._mark:
            line = bottom + theme.em(0.2)
            parts.append(self._icon(left, line, "check", Role.SUCCESS))
            corner = QPoint(left + theme.em(1.5), line)
            strong = self.font_of(strong=True)
            parts.append(
                self.written(
                    corner, width - theme.em(1.5), self._mark, font=strong, role=Role.SUCCESS
                )
            )
            bottom = parts[-1].box.bottom()
        return parts, bottom

    def _icon(self, left: int, top: int, name: str, role: Role) -> Icon:
        line = QFontMetrics(self.font()).height()
        side = min(line, theme.em(1.2))
        return Icon(QRect(QPoint(left, top + (line - side) // 2), QSize(side, side)), name, role)

    def _action(self, width: int) -> Text:
        """The word on the right that says what a click does."""
        font = self.font_of()
        font.setUnderline(True)
        wide = QFontMetrics(font).horizontalAdvance(self.row.action) + 2
        return self.written(
            QPoint(width - wide, 0), wide, self.row.action, font=font, role=Role.ACCENT
        )

    def _strong(self) -> QFont:
        return self.font_of(strong=True)


class ReviewHead(QWidget):
    """The title of a section, and beside it how much of it is answered."""

    def __init__(self) -> None:
        super().__init__()
        self._title = heading()
        self._count = paragraph(role=theme.CAPTION)
        self._count.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.em(1), 0, 0)
        row.addWidget(self._title, 1)
        row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)

    def say(self, title: str, count: str = "") -> None:
        """The words of both."""
        self._title.setText(title)
        self._count.setText(count)
        self._count.setVisible(bool(count))
