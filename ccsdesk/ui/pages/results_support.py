"""Support on the page of results: a list beside one in full, or one after the other where there is little room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSplitter, QVBoxLayout, QWidget

from ccsdesk.ui import theme
from ccsdesk.ui.models.programmes import ItemRole
from ccsdesk.ui.pages.programme_detail import ProgrammeDetail
from ccsdesk.ui.pages.programme_list import ProgrammeList

WIDE_EM = 56
"""From this width on list and detail stand beside each other, and stay so in a little less."""
LITTLE_EM = 2
LOW_EM = 22
"""With less height than this open filters take the place of the rows."""
SHARES = (9, 11)
PAUSE = 60
"""Milliseconds that the arrow keys may rush through the list before the detail follows."""


class SupportPane(QWidget):
    """`programme_chosen` asks for the detail of a row; `turned`: the one has taken the place of the other.

    The same pane serves reading without a visit.
    """

    programme_chosen = Signal(str)
    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = ProgrammeList()
        self.detail = ProgrammeDetail()
        self._wide = False
        self._fitted = False
        self._in_detail = False
        self._due = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        for place, (widget, share) in enumerate(zip((self.list, self.detail), SHARES, strict=True)):
            self._split.addWidget(widget)
            self._split.setStretchFactor(place, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._split)
        self.list.chosen.connect(self._on_chosen)
        self.list.passed.connect(self._on_passed)
        self._pause.timeout.connect(self._on_paused)
        self._soon.timeout.connect(self._on_soon)
        self.detail.list_asked.connect(self.show_list)

    def is_wide(self) -> bool:
        """Whether list and detail stand beside each other."""
        return self._wide

    def fit(self, *, fitted: bool) -> None:
        """As high as all that is shown, one after the other, so that what is around it scrolls; or scrolling itself."""
        if fitted != self._fitted:
            self._fitted = fitted
            self.list.view.fit(fitted=fitted)
            self.detail.fit(fitted=fitted)
            policy = QSizePolicy.Policy
            self.setSizePolicy(policy.Preferred, policy.Preferred if fitted else policy.Ignored)
            self._arrange()

    def open(self, row_id: str) -> None:
        """Show one in full, from wherever it was asked for."""
        self._due = ""
        self.list.view.show_row(row_id)
        self._in_detail = True
        self._arrange()
        if self.detail.shown() != row_id:
            self.programme_chosen.emit(row_id)
        self.detail.focus_title()
        if not self._wide:
            self.turned.emit()

    def prepare(self, row_id: str) -> None:
        """Have one shown beside the list without leaving the list."""
        self.list.view.show_row(row_id)
        self.programme_chosen.emit(row_id)

    def prepare_soon(self, row_id: str) -> None:
        """The same once all else has been drawn, and only where it is seen."""
        if not self.detail.shown():
            self.detail.await_view()
        self._due = row_id
        self._soon.start()

    def _on_soon(self) -> None:
        due = self._due
        if not due or not (self._wide or self._in_detail):
            return
        self._due = ""
        if not self._in_detail and not self.list.view.current():
            self.list.view.show_row(due)
        self.programme_chosen.emit(due)

    def search(self) -> None:
        """The keyboard into the search, with what stands there marked to be written over."""
        self._in_detail = False
        self._arrange()
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.search.selectAll()

    def show_list(self, *, focus: bool = True) -> None:
        """Back to the list where it was left."""
        self._in_detail = False
        self._arrange()
        if focus:
            self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self._wide:
                self.turned.emit()

    def follow_filter(self) -> None:
        """Show the first of what is let through, where the one that is shown is not among it."""
        programmes = self.list.view.programmes
        if not programmes.index_of(self.detail.shown()).isValid() and programmes.first().isValid():
            first = str(programmes.first().data(ItemRole.ID))
            self.list.view.show_row(first)
            self.prepare_soon(first)

    def _on_chosen(self, row_id: str) -> None:
        self._due = ""
        self._pause.stop()
        if self._wide:
            if self.detail.shown() == row_id:
                self.detail.focus_title()
            else:
                self.programme_chosen.emit(row_id)
            return
        self.open(row_id)

    def _on_passed(self, _row_id: str) -> None:
        if self._wide:
            self._pause.start()

    def _on_paused(self) -> None:
        row = self.list.view.current()
        if row and row != self.detail.shown():
            self.programme_chosen.emit(row)

    def _arrange(self) -> None:
        # a scroll bar that comes or goes beside the pane must not turn it to and fro
        least = WIDE_EM - (LITTLE_EM if self._wide else 0)
        wide = not self._fitted and self.width() >= theme.em(least)
        if wide and not self._wide:
            whole = sum(SHARES)
            self._split.setSizes([self.width() * share // whole for share in SHARES])
        self._wide = wide
        self.list.setVisible(wide or not self._in_detail)
        self.detail.setVisible(wide or self._in_detail)
        self.detail.stand(alone=not wide)
        self.list.set_compact(compact=not wide or self.height() < theme.em(LOW_EM))
        if self._due:
            self._soon.start()

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_inside = self._in_detail or self.detail.isAncestorOf(self.window().focusWidget())
        if event.key() == Qt.Key.Key_Escape and is_inside:
            self.show_list()
            return
        super().keyPressEvent(event)
