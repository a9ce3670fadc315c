"""One row that leads to something tied to what is shown: its name, which wraps, and below it what the tie is about."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetrics

from ccsdesk.ui import theme
from ccsdesk.ui.painted_row import Arranged, Icon, PaintedRow, Text
from ccsdesk.ui.theme import Role

SMALL = 0.85


class TiedRow(PaintedRow):
    """A button of a long name: every word of it is shown, whatever the size of the text."""

    def __init__(self, name: str, note: str) -> None:
        super().__init__()
        self._name, self._note = name, note
        self.setText(name.replace("&", "&&"))
        self.setAccessibleName(name)
        self.setAccessibleDescription(note)

    def arrange(self, width: int) -> Arranged:
        indent = theme.em(1.8)
        inside = width - indent
        line = QFontMetrics(self.font()).height()
        side = min(line, theme.em(1.2))
        icon = Icon(QRect(0, (line - side) // 2, side, side), "right", Role.ACCENT)
        name = self.written(
            QPoint(indent, 0), inside, self._name, font=self.font_of(), role=Role.ACCENT
        )
        if not self._note:
            return Arranged((icon, name), name.box.bottom() + 1)
        below = QPoint(indent, name.box.bottom() + 1 + theme.em(0.15))
        small = self.font_of(size=SMALL)
        note: Text = self.written(below, inside, self._note, font=small, role=Role.MUTED)
        return Arranged((icon, name, note), note.box.bottom() + 1)
