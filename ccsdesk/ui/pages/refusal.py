"""The page in place of all others when the window cannot be used at all: why, and what to do. Knows no visit."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from ccsdesk.text import Words
from ccsdesk.ui.blocks import button, paragraph
from ccsdesk.ui.page import ColumnPage


class Refusal(ColumnPage):
    """One sentence about what is wrong, and a button to close the window."""

    closed = Signal()

    def __init__(self, sentence: str, words: Words) -> None:
        super().__init__()
        self.set_title(words.say("CCS Desk cannot be opened"))
        self.told = paragraph(sentence)
        # it may be long and is to be passed on: the keyboard can select it too
        self.told.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.close_button = button(words.say("Close"), is_next=True)
        self.close_button.clicked.connect(self.closed)
        self.column.addWidget(self.told)
        self.column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)
