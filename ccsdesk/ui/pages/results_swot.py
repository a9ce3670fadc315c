"""Strengths, weaknesses, opportunities and threats, each with the answers behind it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccsdesk.services.presenting.results import SwotSide
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.blocks import Card, empty_layout, heading, paragraph
from ccsdesk.ui.side_by_side import SideBySide

BESIDE_EM = 40


class SwotPart(QWidget):
    """Four boxes, two in a line where there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.label = heading(level=2)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.em(0.8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.label)
        column.addLayout(self._lines)

    def show_view(self, sides: tuple[SwotSide, ...], words: Words) -> None:
        """Show the sides; nothing where no answer makes one."""
        self.setVisible(bool(sides))
        self.label.setText(words.say("Strengths, weaknesses, opportunities, threats"))
        empty_layout(self._lines)
        boxes = [_box(side) for side in sides]
        for first, second in zip(boxes[::2], boxes[1::2], strict=True):
            self._lines.addWidget(SideBySide(first, second, least=BESIDE_EM))


def _box(side: SwotSide) -> Card:
    card = Card()
    card.column.addWidget(theme.as_role(heading(side.name, level=3), theme.STRONG))
    for line in side.lines:
        card.column.addWidget(paragraph(line.text))
        if line.said:
            card.column.addWidget(paragraph(line.said, theme.CAPTION))
    if not side.lines:
        card.column.addWidget(paragraph(side.none, theme.MUTED))
    return card
