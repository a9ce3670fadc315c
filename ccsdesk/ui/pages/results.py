"""The page of results: stage and profile on one tab, support on the other. Shows views and asks for all else."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ccsdesk.services.presenting.compare import Comparison
from ccsdesk.services.presenting.programme import ProgrammeView
from ccsdesk.services.presenting.results import ResultsView, Tally
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.blocks import Notice, button, empty_layout, heading, name_button, paragraph
from ccsdesk.ui.flow_layout import FlowLayout
from ccsdesk.ui.page import Footer, Page, scrolling
from ccsdesk.ui.pages.results_changes import ChangesBanner
from ccsdesk.ui.pages.results_profile import CapabilitiesPart, NeedsPart, PrioritiesPart
from ccsdesk.ui.pages.results_stage import StagePart
from ccsdesk.ui.pages.results_support import SupportPane
from ccsdesk.ui.pages.results_swot import SwotPart

PROFILE_EM = 52
MARGIN = 1.0
LEAST_EM = 15
"""How high the tabs are at least; below that the page scrolls."""
PATIENCE = 300
"""Milliseconds before the page says that it is still working."""


class ResultsPage(Page):
    """`programme_chosen` asks for a detail; `stage_corrected` bears a stage's id, "" for what the answers say."""

    question_asked = Signal(str)
    programme_chosen = Signal(str)
    stage_corrected = Signal(str)
    undo_asked = Signal()
    changes_dismissed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = Words("en")
        self.heading = heading(level=1)
        self.heading.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.changes = ChangesBanner()
        self.notice = Notice()
        self.tabs = QTabWidget()
        self.stage = StagePart()
        self._support_label = heading(level=2)
        self._tally = FlowLayout(gap=theme.em(0.4))
        self.priorities = PrioritiesPart()
        self.capabilities = CapabilitiesPart()
        self.needs = NeedsPart()
        self.swot = SwotPart()
        self._advice = paragraph(role=theme.CAPTION)
        self.support = SupportPane()
        self._waiting = paragraph()
        self._stack = QStackedWidget()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._profile = QWidget()
        column = self._column = QVBoxLayout(self._profile)
        margin = theme.em(MARGIN)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.em(1.2))
        column.addWidget(self.stage)
        column.addWidget(self._support_label)
        column.addLayout(self._tally)
        for part in (self.priorities, self.capabilities, self.needs, self.swot, self._advice):
            column.addWidget(part)
        column.addStretch(1)
        self.profile_area = scrolling(_centred(self._profile))
        self.tabs.addTab(self.profile_area, "")
        self.tabs.addTab(self.support, "")
        self.tabs.setDocumentMode(True)
        waiting = QWidget()
        inside = QVBoxLayout(waiting)
        inside.addWidget(self._waiting)
        inside.addStretch(1)
        self._stack.addWidget(waiting)
        self._stack.addWidget(self.tabs)
        # the tabs take what room there is, instead of asking for all that is in them
        policy = QSizePolicy.Policy
        self._stack.setSizePolicy(policy.Preferred, policy.Ignored)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(margin, theme.em(0.5), margin, 0)
        column.setSpacing(theme.em(0.4))
        for widget in (self.heading, self.changes, self.notice):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        # where large text leaves too little room for all of it, the page scrolls
        outer.addWidget(scrolling(whole))
        self._measure()

    def _connect(self) -> None:
        detail = self.support.detail
        for part in (self.stage, detail):
            part.question_asked.connect(self.question_asked)
        self.stage.stage_corrected.connect(self.stage_corrected)
        self.support.programme_chosen.connect(self.programme_chosen)
        detail.programme_asked.connect(self.open_programme)
        self.changes.programme_asked.connect(self.open_programme)
        self.changes.undo_asked.connect(self.undo_asked)
        self.changes.dismissed.connect(self.changes_dismissed)
        self._patience.timeout.connect(self._on_patience_ended)

    # showing

    def say_in(self, words: Words) -> None:
        """The words of the page itself; the views are shown again by whoever makes them."""
        self._words = words
        say = words.say
        self.heading.setText(say("Your results"))
        self.tabs.setTabText(0, say("Your stage and profile"))
        self.tabs.setTabText(1, say("Support for you"))
        self.tabs.setAccessibleName(self.heading.text())
        self.profile_area.setAccessibleName(self.tabs.tabText(0))
        self.support.list.say_in(words)
        self.support.detail.say_in(words)
        self.footer_changed.emit()

    def wait(self) -> None:
        """The results are being worked out; it is said only when that takes long."""
        self._patience.start()

    def show_results(self, view: ResultsView, words: Words) -> None:
        """Show everything; tab, place, filters and what is open stay."""
        self._patience.stop()
        self.say_in(words)
        self.stage.show_view(view.stage, view.beside, words)
        self._show_tally(view.tally)
        self.priorities.show_view(view, words)
        self.capabilities.show_view(view.capabilities, words)
        self.needs.show_view(view.needs, words)
        self.swot.show_view(view.swot, words)
        self._advice.setText(view.advice)
        self.support.list.show_groups(view.groups, view.filters, words)
        self._stack.setCurrentIndex(1)

    def show_programme(self, view: ProgrammeView) -> None:
        """Show one in full."""
        self.support.detail.show_view(view, self._words)

    def show_changes(self, comparison: Comparison | None) -> None:
        """Say what a changed answer has changed; None for nothing to compare."""
        self.changes.show_changes(comparison, self._words)

    def open_programme(self, item_id: str) -> None:
        """The support tab with this one in full."""
        self.tabs.setCurrentIndex(1)
        self.support.open(item_id)

    def _show_tally(self, tally: tuple[Tally, ...]) -> None:
        self._support_label.setText(self._words.say("Support for you"))
        empty_layout(self._tally)
        for one in tally:
            made = button(icon=theme.GROUP_ICONS[one.state])
            text = self._words.say("{name}: {what}", name=one.name, what=one.number)
            name_button(made, text)
            made.setEnabled(one.number > 0)
            made.clicked.connect(partial(self._on_group_asked, one.state.value))
            self._tally.addWidget(made)

    def _on_group_asked(self, key: str) -> None:
        self.tabs.setCurrentIndex(1)
        self.support.show_list()
        self.support.list.filter_group(key)

    def _on_patience_ended(self) -> None:
        self._waiting.setText(self._words.say("Working out your results …"))
        self._stack.setCurrentIndex(0)

    # Page

    def title(self) -> str:
        """What this page is called."""
        return self.heading.text()

    def footer(self) -> Footer:
        """Back to the answers, on to the plan."""
        say = self._words.say
        return Footer(back=say("Back to your answers"), onward=say("Make my plan"))

    def focus_first(self) -> None:
        """The title, so that a screen reader begins with it."""
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def search(self) -> None:
        """The support tab with the keyboard in its search."""
        self.tabs.setCurrentIndex(1)
        self.support.search()

    def _measure(self) -> None:
        self._profile.setMaximumWidth(theme.em(PROFILE_EM))
        self._stack.setMinimumHeight(theme.em(LEAST_EM))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()


def _centred(content: QWidget) -> QWidget:
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(content, 1000)
    row.addStretch(1)
    return held
