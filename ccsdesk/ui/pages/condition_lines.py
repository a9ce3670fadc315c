"""A condition with the icon and word of its state, the answer behind it, and the way to that answer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ccsdesk.domain.verdict import Truth
from ccsdesk.services.presenting.programme import ConditionLine
from ccsdesk.services.presenting.results import QuestionLink
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.blocks import Picture, button, name_button, paragraph
from ccsdesk.ui.flow_layout import FlowLayout

MOST_BUTTONS = 4
INDENT = 0.5


class ConditionBlock(QWidget):
    """One condition with its parts below it."""

    question_asked = Signal(str)

    def __init__(self, line: ConditionLine, words: Words) -> None:
        super().__init__()
        self.line = line
        text = paragraph(line.text, theme.STRONG if line.is_lot else None)
        text.setAccessibleName(words.say("{state}: {what}", state=line.state_word, what=line.text))
        self.state = theme.as_role(paragraph(line.state_word), theme.CAPTION)
        theme.as_tone(self.state, theme.TRUTH_ROLES[line.state])
        column = QVBoxLayout()
        column.setSpacing(theme.em(0.15))
        column.addWidget(text)
        column.addWidget(self.state)
        if line.notes:
            column.addWidget(paragraph(" ".join(line.notes), theme.CAPTION))
        self._add_buttons(column, words)
        for part in line.children:
            block = ConditionBlock(part, words)
            block.question_asked.connect(self.question_asked)
            column.addWidget(block)
        icon = Picture(theme.TRUTH_ICONS[line.state], theme.TRUTH_ROLES[line.state])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.em(0.25), 0, 0)
        row.setSpacing(theme.em(INDENT))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def _add_buttons(self, column: QVBoxLayout, words: Words) -> None:
        # what is met needs nothing done about it
        links = () if self.line.state is Truth.YES else self.line.links[:MOST_BUTTONS]
        if not links:
            return
        flow = FlowLayout(gap=theme.em(0.3))
        for link in links:
            made = question_button(link, words, named=len(links) > 1)
            made.clicked.connect(partial(self.question_asked.emit, link.id))
            flow.addWidget(made)
        column.addLayout(flow)


def question_button(link: QuestionLink, words: Words, *, named: bool) -> QPushButton:
    """The way to one question; `named` where the button stands for itself or beside others."""
    made = button(icon="edit" if link.said else "question")
    theme.as_plain(made)
    if link.said:
        short = words.say("Change this answer")
        long = words.say("Change: {question}", question=link.label)
    else:
        short = words.say("Answer this")
        long = words.say("Answer: {question}", question=link.label)
    name_button(made, long if named else short, link.said)
    made.setAccessibleName(long)
    return made
