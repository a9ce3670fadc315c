"""The page of results: support first, then the stage, then the profile. Shows views and asks for all else.

One thing scrolls at a time: list and detail where both have room beside each other, else the page as a whole.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccsdesk.services.presenting.compare import Comparison
from ccsdesk.services.presenting.programme import ProgrammeView
from ccsdesk.services.presenting.results import ResultsView
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.blocks import paragraph
from ccsdesk.ui.page import Footer, Page, scrolling
from ccsdesk.ui.pages.growing import SHORT_EM, narrow
from ccsdesk.ui.pages.results_deciding import DecidingLine
from ccsdesk.ui.pages.results_head import ResultsHead
from ccsdesk.ui.pages.results_profile import ProfilePane
from ccsdesk.ui.pages.results_stage import StagePart
from ccsdesk.ui.pages.results_support import WIDE_EM, SupportPane
from ccsdesk.ui.pages.results_tally import TallyRow

SUPPORT, STAGE, PROFILE = range(3)
"""The tabs, in order."""
PROFILE_EM = 52
MARGIN = 1.0
FRAME = 3
"""Pixels by which the frame of a field stands in, to leave room for the ring of the keyboard."""
LEAST_EM = 17
"""How high list and detail are at least; with less room for them the page scrolls."""
PATIENCE = 300
"""Milliseconds before the page says that it is still working."""


class ResultsPage(Page):
    """`programme_chosen` asks for a detail; `stage_corrected` bears a stage's id, "" for what the answers say."""

    question_asked = Signal(str)
    programme_chosen = Signal(str)
    stage_corrected = Signal(str)
    grow_asked = Signal()
    undo_asked = Signal()
    changes_dismissed = Signal()

    edge_em = MARGIN

    def __init__(self) -> None:
        super().__init__()
        self._words = Words("en")
        self._view: ResultsView | None = None
        self._may_grow = False
        self._short = False
        self._stale = {STAGE, PROFILE}
        self.head = ResultsHead()
        self.heading, self.notice = self.head.heading, self.head.notice
        self.changes, self.grow = self.head.changes, self.head.grow
        self.tabs = self.head.tabs
        self.tally = TallyRow()
        self.deciding = DecidingLine()
        self.support = SupportPane()
        self.stage = StagePart()
        self.profile = ProfilePane()
        self._waiting = paragraph()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._panes = (QWidget(), narrow(self.stage), narrow(self.profile))
        answer = self._answer = QVBoxLayout(self._panes[SUPPORT])
        answer.addWidget(self.tally)
        answer.addWidget(self.deciding)
        answer.addWidget(self.support, 1)
        for _ in self._panes:
            self.tabs.addTab("")
        self._whole = QWidget()
        column = self._column = QVBoxLayout(self._whole)
        for widget in (self.head, self._waiting):
            column.addWidget(widget)
        for pane in self._panes:
            column.addWidget(pane, 1 if pane is self._panes[SUPPORT] else 0)
            pane.setVisible(False)
        column.addStretch(0)
        self._waiting.setVisible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.area = scrolling(self._whole)
        outer.addWidget(self.area, 1)
        # always in sight while a stage is being chosen, however long the list of stages
        outer.addWidget(self.stage.bar)
        self._measure()

    def _connect(self) -> None:
        detail = self.support.detail
        for part in (self.stage, detail, self.deciding):
            part.question_asked.connect(self.question_asked)
        self.stage.stage_corrected.connect(self.stage_corrected)
        self.stage.stage_corrected.connect(self._on_corrected)
        self.stage.correct.toggled.connect(self._on_correcting)
        self.support.programme_chosen.connect(self.programme_chosen)
        detail.programme_asked.connect(self.open_programme)
        self.changes.programme_asked.connect(self.open_programme)
        self.changes.undo_asked.connect(self.undo_asked)
        self.changes.dismissed.connect(self.changes_dismissed)
        self.head.stage_asked.connect(self.show_stage)
        self.grow.clicked.connect(self.grow_asked)
        self.profile.grow.clicked.connect(self.grow_asked)
        self.head.grown.connect(self._arrange)
        self.tally.grown.connect(self._arrange)
        self.deciding.grown.connect(self._arrange)
        self.tally.group_chosen.connect(self._on_group_chosen)
        self.support.list.sifted.connect(self._on_sifted)
        self.support.list.view.passed.connect(self._on_row_passed)
        self.support.turned.connect(self._on_turned)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self._patience.timeout.connect(self._on_patience_ended)

    # showing

    def say_in(self, words: Words) -> None:
        """The words of the page itself; the views are shown again by whoever makes them."""
        self._words = words
        self.head.say_in(words)
        names = (words.say("Support for you"), words.say("Your stage"), words.say("Your profile"))
        for place, name in enumerate(names):
            self.tabs.setTabText(place, name)
        self.tabs.setAccessibleName(self.heading.text())
        self.area.setAccessibleName(self.heading.text())
        self.support.list.say_in(words)
        self.support.detail.say_in(words)
        self.footer_changed.emit()

    def wait(self) -> None:
        """The results are being worked out; it is said only when that takes long."""
        self._patience.start()

    def show_results(self, view: ResultsView, words: Words, *, may_grow: bool = False) -> None:
        """Show everything; tab, place, filters and what is open stay.

        `may_grow`: it was a quick check, and there is more that could be asked.
        """
        self._patience.stop()
        self._waiting.setVisible(False)
        self._view, self._may_grow = view, may_grow
        self._stale = {STAGE, PROFILE}
        self.say_in(words)
        self.head.show_stage(view.stage, may_grow=may_grow)
        self.tally.show_tally(view.tally, words)
        self.deciding.show_deciding(view.deciding, words)
        self.support.list.show_groups(view.groups, view.filters, words)
        self._show_pane()

    def show_programme(self, view: ProgrammeView) -> None:
        """Show one in full."""
        self.support.detail.show_view(view, self._words)

    def show_changes(self, comparison: Comparison | None) -> None:
        """Say what a changed answer has changed; None for nothing to compare."""
        self.changes.show_changes(comparison, self._words)

    def show_example(self, sentence: str) -> None:
        """Say whose answers these are, where they are nobody's; "" where they are the person's own."""
        self.head.show_example(sentence)

    def open_programme(self, item_id: str) -> None:
        """The support tab with this one in full."""
        self.tabs.setCurrentIndex(SUPPORT)
        self.support.open(item_id)

    def show_stage(self) -> None:
        """The stage with all there is to say about it."""
        self.tabs.setCurrentIndex(STAGE)
        self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_pane(self) -> None:
        """The pane of the tab that is chosen; it is filled when it is first seen."""
        here = self.tabs.currentIndex()
        if self._view is None:
            return
        if here in self._stale:
            self._stale.discard(here)
            if here == STAGE:
                self.stage.show_view(self._view.stage, self._view.beside, self._words)
            else:
                self.profile.show_view(self._view, self._words, may_grow=self._may_grow)
        for place, pane in enumerate(self._panes):
            pane.setVisible(place == here)
        self.head.leave_out(stage=here == STAGE, grow=here == PROFILE)
        self._show_bar()

    def _show_bar(self) -> None:
        is_here = self._view is not None and self.tabs.currentIndex() == STAGE
        self.stage.bar.setVisible(is_here and self.stage.correct.button.isChecked())

    def _on_tab_changed(self, _place: int) -> None:
        self._show_pane()
        self.area.verticalScrollBar().setValue(0)

    def _on_correcting(self, opened: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._show_bar()
        if opened:
            # once the stages have their room, they come into sight
            QTimer.singleShot(0, self, self._show_choices)

    def _on_corrected(self, _stage: str) -> None:
        # what was said about it and the new stage stand at the top; the page keeps in sight what has the keyboard
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)
        # once the stages are folded away
        QTimer.singleShot(0, self, self._show_top)

    def _show_top(self) -> None:
        self.area.verticalScrollBar().setValue(0)

    def _show_choices(self) -> None:
        top = self.stage.correct.mapTo(self._whole, self.stage.correct.rect().topLeft()).y()
        self.area.verticalScrollBar().setValue(top)

    def _on_group_chosen(self, key: str) -> None:
        self.support.show_list(focus=False)
        self.support.list.filter_group(key)
        self.support.follow_filter()

    def _on_sifted(self) -> None:
        self.tally.show_chosen(str(self.support.list.group.currentData() or ""))

    def _on_row_passed(self, _row: str) -> None:
        view = self.support.list.view
        row = view.visualRect(view.currentIndex())
        place = view.viewport().mapTo(self._whole, row.center())
        self.area.ensureVisible(0, place.y(), 0, row.height() // 2 + theme.em(1))

    def _on_turned(self) -> None:
        # once what has come has its height
        QTimer.singleShot(0, self, self._show_turned)

    def _show_turned(self) -> None:
        """Where the page scrolls, it goes to the beginning of the one in full, or to the row that was left."""
        pane = self.support
        if pane.detail.isVisible():
            place = pane.mapTo(self._whole, pane.rect().topLeft())
            self.area.verticalScrollBar().setValue(place.y())
        else:
            self._on_row_passed(pane.list.view.current())

    def _on_patience_ended(self) -> None:
        self._waiting.setText(self._words.say("Working out your results …"))
        self._waiting.setVisible(True)
        for pane in self._panes:
            pane.setVisible(False)

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
        self.tabs.setCurrentIndex(SUPPORT)
        self.support.search()

    # room

    def _measure(self) -> None:
        margin, gap = theme.em(MARGIN), theme.em(0.2 if self._short else 0.4)
        self._column.setContentsMargins(0, gap, 0, 0)
        self._column.setSpacing(gap)
        self._answer.setContentsMargins(margin - FRAME, 0, margin - FRAME, 0)
        self._answer.setSpacing(gap)
        for part in (self.stage, self.profile):
            part.setContentsMargins(margin, theme.em(0.4), margin, margin)
            part.setMaximumWidth(theme.em(PROFILE_EM) + 2 * margin)
        self.head.indent(margin)
        self.support.setMinimumHeight(theme.em(LEAST_EM))

    def _arrange(self) -> None:
        """List and detail beside each other, each scrolling by itself, or the page as a whole."""
        width = self.width() - 2 * theme.em(MARGIN)
        self._shorten(short=self.height() < theme.em(SHORT_EM))
        above = self.head.heightForWidth(self.width())
        above += self.tally.heightForWidth(width) + theme.em(2)
        if self.deciding.isVisibleTo(self):
            above += self.deciding.heightForWidth(width)
        is_roomy = self.height() - above >= theme.em(LEAST_EM)
        self.support.fit(fitted=width < theme.em(WIDE_EM) or not is_roomy)

    def _shorten(self, *, short: bool) -> None:
        """Where only a few rows fit, everything above them and in them takes less room."""
        if short != self._short:
            self._short = short
            self._measure()
            self.head.shorten(short=short)
            self.tally.shorten(short=short)
            self.support.list.view.shorten(short=short)

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()
            self._arrange()
