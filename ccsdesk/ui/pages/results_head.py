"""The head of the page of results: title, what has changed, the stage in one line, and the way to more questions."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from ccsdesk.services.presenting.results import StageView
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.blocks import Notice, button, heading, name_button, paragraph
from ccsdesk.ui.flow_layout import FlowLayout
from ccsdesk.ui.pages.growing import Growing
from ccsdesk.ui.pages.results_changes import ChangesBanner

GAP = 0.8


class ResultsHead(Growing):
    """`stage_asked`: the person wants to see or correct the stage."""

    stage_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = Words("en")
        self._may_grow = False
        self.heading = heading(level=1)
        self.heading.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.example = theme.as_role(paragraph(), theme.STRONG)
        self.example.setVisible(False)
        self.changes = ChangesBanner()
        self.notice = Notice()
        self.stage_line = paragraph()
        self.to_stage = button(icon="flag")
        theme.as_plain(self.to_stage)
        self.grow = button(icon="right")
        self.grow.setVisible(False)
        self._line = FlowLayout(gap=theme.em(GAP))
        for part in (self.stage_line, self.to_stage, self.grow):
            self._line.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(0.3))
        for widget in (self.heading, self.example, self.changes, self.notice):
            column.addWidget(widget)
        column.addLayout(self._line)
        self.to_stage.clicked.connect(self.stage_asked)
        # words on a line with buttons stand in its middle; wrapping is for text that has a width
        self.stage_line.setWordWrap(False)
        self._measure()

    def say_in(self, words: Words) -> None:
        """The words of the head itself."""
        self._words = words
        self.heading.setText(words.say("Your results"))
        name_button(self.to_stage, words.say("See why, or correct it"))
        name_button(self.grow, words.say("Go on to the full assessment"))

    def show_stage(self, view: StageView, *, may_grow: bool) -> None:
        """The stage in one line; `may_grow`: there is more that could be asked."""
        self.stage_line.setText(view.line)
        self._may_grow = may_grow
        self.grow.setVisible(may_grow)

    def leave_out(self, *, stage: bool, grow: bool) -> None:
        """Without the ways to what is on the page anyway."""
        self.to_stage.setVisible(not stage)
        self.grow.setVisible(self._may_grow and not grow)

    def show_example(self, sentence: str) -> None:
        """Whose answers these are; "" for the person's own."""
        self.example.setText(sentence)
        self.example.setVisible(bool(sentence))

    def _measure(self) -> None:
        self._line.set_gap(theme.em(GAP))
        self.stage_line.setMinimumHeight(self.to_stage.sizeHint().height())

    # Qt's own

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()
