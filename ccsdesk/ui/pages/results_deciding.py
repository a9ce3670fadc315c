"""The one question whose answer decides most of what is not clear yet, and the way to it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from ccsdesk.services.presenting.results import Deciding
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.blocks import button, name_button, paragraph
from ccsdesk.ui.pages.growing import Growing

GAP = 0.8
EDGE = 3
"""Pixels by which the frames of the fields below stand in."""


class DecidingLine(Growing):
    """Hidden while no single answer decides anything. `question_asked` bears the question."""

    question_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._question = ""
        self.sentence = paragraph()
        self.answer = button(icon="edit")
        theme.as_plain(self.answer)
        self.answer.clicked.connect(self._on_clicked)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.sentence, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.answer, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(1)
        self._row.setStretchFactor(self.sentence, 1000)
        self._measure()
        self.setVisible(False)

    def show_deciding(self, deciding: Deciding | None, words: Words) -> None:
        """Offer it; None for nothing to offer."""
        self._question = "" if deciding is None else deciding.question
        if deciding is not None:
            self.sentence.setText(deciding.sentence)
            name_button(self.answer, words.say("Answer"), deciding.sentence)
            self._measure()
        self.setVisible(deciding is not None)

    def _on_clicked(self) -> None:
        self.question_asked.emit(self._question)

    def _measure(self) -> None:
        self._row.setSpacing(theme.em(GAP))
        self._row.setContentsMargins(EDGE, 0, EDGE, 0)
        # on one line where there is room, and the button next to it
        metrics = self.sentence.fontMetrics()
        wide = metrics.horizontalAdvance(self.sentence.text()) + theme.em(0.2)
        self.sentence.setMaximumWidth(wide)

    # Qt's own

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()
