"""Looking through everything there is without answering anything: a list with search and filters, and one in full."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from ccsdesk.services.presenting.programme import ProgrammeView
from ccsdesk.services.presenting.rows import Filters, RowGroup
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.blocks import Notice, button, heading, name_button
from ccsdesk.ui.models.programmes import ItemRole
from ccsdesk.ui.page import Footer, Page
from ccsdesk.ui.pages.growing import SHORT_EM
from ccsdesk.ui.pages.results_support import SupportPane

MARGIN = 1.0


class BrowsePage(Page):
    """`item_chosen` asks for one in full; `save_asked` and `print_asked` are about the one shown."""

    item_chosen = Signal(str)
    save_asked = Signal(str)
    print_asked = Signal(str)
    link_asked = Signal(str)

    edge_em = MARGIN

    def __init__(self) -> None:
        super().__init__()
        self._words = Words("en")
        self.heading = heading(level=1)
        self.heading.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.notice = Notice()
        self.pane = SupportPane()
        self.print_button = button(icon="print")
        self.save_button = button(icon="save")
        buttons = self.pane.detail.buttons
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.save_button)
        self._is_short = False
        column = self._column = QVBoxLayout(self)
        column.addWidget(self.heading)
        column.addWidget(self.notice)
        column.addWidget(self.pane, 1)
        self._measure()
        self._connect()

    def _connect(self) -> None:
        detail = self.pane.detail
        self.pane.programme_chosen.connect(self.item_chosen)
        detail.programme_asked.connect(self.open_item)
        detail.link_asked.connect(self.link_asked)
        self.print_button.clicked.connect(self.print)
        self.save_button.clicked.connect(self.save)

    # showing

    def show_groups(self, groups: tuple[RowGroup, ...], filters: Filters) -> None:
        """Show these rows; search, filters and what is marked stay. At first the first row is prepared."""
        self.pane.list.show_groups(groups, filters, self._words)
        self._name_search()
        programmes = self.pane.list.view.programmes
        if not self.pane.detail.shown() and programmes.first().isValid():
            self.pane.prepare(str(programmes.first().data(ItemRole.ID)))

    def show_item(self, view: ProgrammeView) -> None:
        """Show one in full."""
        self.pane.detail.show_view(view, self._words)

    def open_item(self, item_id: str) -> None:
        """Go to another one, from where the one shown is tied to it."""
        self.pane.open(item_id)

    def say_in(self, words: Words) -> None:
        """The words of the page itself; rows and the one in full are shown again by whoever has them."""
        self._words = words
        self.heading.setText(words.say("All support"))
        self.pane.list.say_in(words)
        self.pane.detail.say_in(words)
        self._name_search()
        name_button(self.print_button, words.say("Print this"))
        name_button(self.save_button, words.say("Save as PDF"))

    def _name_search(self) -> None:
        search = self._words.say("Search everything")
        self.pane.list.search.setPlaceholderText(search)
        self.pane.list.search.setAccessibleName(search)
        self.pane.list.view.setAccessibleName(self._words.say("All support"))

    def title(self) -> str:
        """What this page is called."""
        return self.heading.text()

    def footer(self) -> Footer:
        """Back to where one was."""
        return Footer(back=self._words.say("Back"))

    def focus_first(self) -> None:
        """The title, so that a screen reader begins with it."""
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def search(self) -> None:
        """The keyboard into the search."""
        self.pane.search()

    def save(self) -> None:
        """Save the one that is shown as a leaflet."""
        if self.pane.detail.shown():
            self.save_asked.emit(self.pane.detail.shown())

    def print(self) -> None:
        """Print the one that is shown as a leaflet."""
        if self.pane.detail.shown():
            self.print_asked.emit(self.pane.detail.shown())

    # room

    def _measure(self) -> None:
        margin, gap = theme.em(MARGIN), theme.em(0.2 if self._is_short else 0.4)
        self._column.setContentsMargins(margin, gap, margin, 0)
        self._column.setSpacing(gap)

    def _arrange(self) -> None:
        """Where only a few rows fit, they say in short what they are about."""
        is_short = self.height() < theme.em(SHORT_EM)
        if is_short != self._is_short:
            self._is_short = is_short
            self.pane.list.view.shorten(short=is_short)
        self._measure()

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()
