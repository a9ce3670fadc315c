"""One row of the overview: a section, how far it is, how long the rest takes. Shows what it is given."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFontMetrics

from ccsdesk.services.presenting.overview import OverviewRow, SectionStand
from ccsdesk.ui import theme
from ccsdesk.ui.painted_row import Arranged, Bar, Icon, PaintedRow, Text
from ccsdesk.ui.theme import Role

WIDE = 24
"""From so many em on, title and state stand side by side."""
SMALL = 0.85
STATE_ICONS = {
    SectionStand.DONE: ("check", Role.SUCCESS),
    SectionStand.BEGUN: ("edit", Role.ACCENT),
    SectionStand.NOT_BEGUN: ("right", Role.MUTED),
    SectionStand.WAITING: ("clock", Role.MUTED),
}


class OverviewRowButton(PaintedRow):
    """A row of which every spot leads into the section."""

    def __init__(self, row: OverviewRow, here: str) -> None:
        super().__init__()
        self.row, self._here = row, here
        self.show_row(row, here)

    def show_row(self, row: OverviewRow, here: str) -> None:
        """What the row says; `here` are the words for the section one came from."""
        self.row, self._here = row, here
        self.setAccessibleName(row.name)
        self.setEnabled(row.question is not None)
        self.renew()

    def arrange(self, width: int) -> Arranged:
        indent = theme.em(2)
        inside = width - indent
        title_font = self.font_of(strong=True)
        role = Role.TEXT if self.isEnabled() else Role.MUTED
        state = self._state(width)
        is_wide = width >= theme.em(WIDE)
        title_width = inside - state.box.width() - theme.em(1) if is_wide else inside
        title = self.written(
            QPoint(indent, 0), title_width, self.row.title, font=title_font, role=role
        )
        parts: list[Text | Icon | Bar] = [self._icon(), title]
        top = title.box.bottom() + 1
        if is_wide:
            parts.append(state)
            top = max(top, state.box.bottom() + 1)
        else:
            parts.append(self._below(indent, top, inside, self.row.state))
            top = parts[-1].box.bottom() + 1
        high = max(4, theme.em(0.4))
        parts.append(Bar(QRect(indent, top + theme.em(0.4), inside, high), self.row.share))
        top += theme.em(0.6) + high
        note = " · ".join(
            part for part in (self.row.count, self.row.left, self._shown_here) if part
        )
        parts.append(self._below(indent, top, inside, note))
        return Arranged(tuple(parts), parts[-1].box.bottom() + 1)

    @property
    def _shown_here(self) -> str:
        return self._here if self.row.is_here else ""

    def _state(self, width: int) -> Text:
        """The state in words, at the right."""
        font = self.font_of(size=SMALL)
        needed = QFontMetrics(font).horizontalAdvance(self.row.state) + 2
        wide = min(needed, width // 2)
        corner = QPoint(width - wide, 0)
        return self.written(corner, wide, self.row.state, font=font, role=Role.MUTED)

    def _below(self, left: int, top: int, width: int, text: str) -> Text:
        font = self.font_of(size=SMALL)
        return self.written(QPoint(left, top), width, text, font=font, role=Role.MUTED)

    def _icon(self) -> Icon:
        name, role = STATE_ICONS[self.row.stand]
        line = QFontMetrics(self.font()).height()
        side = min(line, theme.em(1.2))
        return Icon(QRect(QPoint(0, (line - side) // 2), QSize(side, side)), name, role)
