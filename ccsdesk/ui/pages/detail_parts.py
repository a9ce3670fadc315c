"""Small parts of the detail of a programme: the title of its state, a list of notes, an address."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ccsdesk.domain.verdict import Shelf
from ccsdesk.services.presenting.programme import Link, NoteLine, NoteList
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.blocks import Picture, button, name_button, paragraph

SIGN_EM, POINT_EM = 1.4, 0.3
"""Room for the number in front of a line, and the width of the point where there is none."""


class StateTitle(QWidget):
    """The group one stands in: icon, colour and word."""

    def __init__(self, shelf: Shelf, word: str) -> None:
        super().__init__()
        self.word = theme.as_role(QLabel(word), theme.STRONG)
        theme.as_shelf(self.word, shelf)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.em(0.4))
        row.addWidget(Picture(theme.SHELF_ICONS[shelf], theme.SHELF_ROLES[shelf]))
        row.addWidget(self.word, 1)


class NoteBlock(QWidget):
    """A list of notes: counted where the order matters, with a mark in front where not.

    Boxes to tick off are on the printed leaflet and plan: here no tick could be kept.
    """

    def __init__(self, notes: NoteList, words: Words) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(0.25))
        if notes.lead:
            column.addWidget(paragraph(notes.lead, theme.CAPTION))
        for number, line in enumerate(notes.lines, 1):
            text = _text(line, words)
            sign = words.say("{number}.", number=number) if notes.numbered else ""
            column.addWidget(_Line(sign, text))


class _Line(QWidget):
    """A line with its number or, without one, a point in front: painted, so that no screen reader reads it aloud."""

    def __init__(self, sign: str, text: str) -> None:
        super().__init__()
        self._is_counted = bool(sign)
        wide, gap = theme.em(SIGN_EM), theme.em(0.5)
        row = QHBoxLayout(self)
        row.setContentsMargins(0 if sign else wide + gap, 0, 0, 0)
        row.setSpacing(gap)
        if sign:
            mark = QLabel(sign)
            mark.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
            mark.setMinimumWidth(wide)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(paragraph(text), 1)

    # Qt's own

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._is_counted:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().windowText())
        radius = theme.em(POINT_EM) / 2
        middle = QPointF(theme.em(SIGN_EM) - 2 * radius, (self.fontMetrics().height() + radius) / 2)
        painter.drawEllipse(middle, radius, radius)
        painter.end()


def _text(line: NoteLine, words: Words) -> str:
    if not line.mark:
        return line.text
    return words.say("{text} ({mark})", text=line.text, mark=line.mark)


class LinkLine(QWidget):
    """An address that is opened when it is pressed, and can be copied."""

    asked = Signal(str)

    def __init__(self, link: Link, words: Words) -> None:
        super().__init__()
        self.address = link.address
        address = paragraph(link.address, theme.CAPTION)
        self.open = button(icon="link")
        theme.as_plain(self.open)
        name_button(self.open, words.say("Open in the browser"))
        self.open.setAccessibleName(
            words.say("Open {address} in the browser", address=link.address)
        )
        self.open.clicked.connect(lambda: self.asked.emit(self.address))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        note = words.say("{text} ({mark})", text=link.address, mark=link.note)
        address.setText(note if link.note else link.address)
        column.addWidget(address)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)


def link_line(link: Link, words: Words) -> LinkLine:
    """The line of an address."""
    return LinkLine(link, words)
