"""The head of the page of results: title, what has changed, the stage in one line, the way to more questions, tabs.

Where little fits, tabs and the way to more questions stand beside the title, and the tab of the stage for its line.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from ccsdesk.services.presenting.results import StageView
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.blocks import Notice, TintedButton, button, heading, name_button, paragraph
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
        self._short = False
        self._stage_left_out = False
        self.heading = heading(level=1)
        self.heading.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.heading.setWordWrap(False)
        self.example = theme.as_role(paragraph(), theme.STRONG)
        self.example.setVisible(False)
        self.changes = ChangesBanner()
        self.notice = Notice()
        self.stage_line = paragraph()
        self.to_stage = button(icon="flag")
        theme.as_plain(self.to_stage)
        self.grow = TintedButton("right")
        self.grow.setAutoDefault(True)
        self.grow.setVisible(False)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        # a click takes the keyboard along: what had it goes out of sight with its pane
        self.tabs.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.tabs.setExpanding(False)
        # names give way a little rather than hide behind arrows
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        # the chosen one is written stronger, and so wider
        self.tabs.currentChanged.connect(self.tabs.updateGeometry)
        self._top = FlowLayout(gap=theme.em(GAP))
        self._top.addWidget(self.heading)
        self._line = FlowLayout(gap=theme.em(GAP))
        for part in (self.stage_line, self.to_stage, self.grow):
            self._line.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(0.3))
        column.addLayout(self._top)
        self._between = QVBoxLayout()
        for widget in (self.example, self.changes, self.notice):
            self._between.addWidget(widget)
        column.addLayout(self._between)
        column.addLayout(self._line)
        self._last = QHBoxLayout()
        self._last.addWidget(self.tabs, 1)
        column.addLayout(self._last)
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
        self._stage_left_out = stage
        self._show_stage_line()
        self.grow.setVisible(self._may_grow and not grow)

    def show_example(self, sentence: str) -> None:
        """Whose answers these are; "" for the person's own."""
        self.example.setText(sentence)
        self.example.setVisible(bool(sentence))

    def shorten(self, *, short: bool) -> None:
        """Title and tabs on one line, without the line of the stage; or all of it, one below the other."""
        if short == self._short:
            return
        self._short = short
        theme.as_tight(self.tabs, is_tight=short)
        theme.as_tight(self.grow, is_tight=short)
        self.grow.show_icon("" if short else "right")
        if short:
            self._last.removeWidget(self.tabs)
            self._top.addWidget(self.tabs)
            self._line.removeWidget(self.grow)
            self._top.addWidget(self.grow)
            QWidget.setTabOrder(self.heading, self.tabs)
            QWidget.setTabOrder(self.tabs, self.grow)
        else:
            self._top.removeWidget(self.tabs)
            self._last.addWidget(self.tabs, 1)
            self._top.removeWidget(self.grow)
            self._line.addWidget(self.grow)
            QWidget.setTabOrder(self.to_stage, self.grow)
            QWidget.setTabOrder(self.grow, self.tabs)
        self._show_stage_line()
        self._measure()

    def _show_stage_line(self) -> None:
        self.stage_line.setVisible(not self._short)
        self.to_stage.setVisible(not self._short and not self._stage_left_out)

    def indent(self, margin: int) -> None:
        """So far from the edges; the words of the first tab stand below those of the title."""
        for layout in (self._top, self._between, self._line):
            layout.setContentsMargins(margin, 0, margin, 0)

    def _measure(self) -> None:
        self._top.set_gap(theme.em(GAP))
        self._line.set_gap(theme.em(GAP))
        self.stage_line.setMinimumHeight(self.to_stage.sizeHint().height())

    # Qt's own

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()
