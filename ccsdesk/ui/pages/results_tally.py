"""The answer at a glance: how many there are on each shelf. One of them lets its rows alone through the list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal

from ccsdesk.domain.verdict import Shelf
from ccsdesk.services.presenting.results import Tally
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.blocks import TintedButton, name_button
from ccsdesk.ui.flow_layout import FlowLayout
from ccsdesk.ui.pages.growing import Growing

GAP = 0.3
APART = frozenset({Shelf.NOT_CHOSEN, Shelf.CLOSED})
"""Beside the five groups; told only where there are any."""


class TallyRow(Growing):
    """`group_chosen` bears a shelf, "" when the one that was chosen is let go."""

    group_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, gap=theme.em(GAP))
        self._is_short = False
        self.buttons: dict[Shelf, TintedButton] = {}
        for shelf in Shelf:
            made = TintedButton(theme.SHELF_ICONS[shelf])
            made.setAutoDefault(True)
            made.setCheckable(True)
            made.clicked.connect(lambda _=False, shelf=shelf: self._on_clicked(shelf))
            self._flow.addWidget(made)
            self.buttons[shelf] = made

    def show_tally(self, tally: tuple[Tally, ...], words: Words) -> None:
        """Say how many there are in each."""
        for one in tally:
            text = words.say("{name}: {what}", name=one.name, what=one.number)
            name_button(self.buttons[one.state], text)
            self.buttons[one.state].setEnabled(one.number > 0)
        self._choose()

    def shorten(self, *, short: bool) -> None:
        """Words alone, closer together, and nothing that is empty, where the text is large.

        The icons stand above the rows too.
        """
        self._is_short = short
        for shelf, made in self.buttons.items():
            theme.as_tight(made, is_tight=short)
            made.show_icon("" if short else theme.SHELF_ICONS[shelf])
        self._choose()

    def _choose(self) -> None:
        for shelf, made in self.buttons.items():
            may_be_empty = shelf not in APART and not self._is_short
            made.setVisible(made.isEnabled() or may_be_empty)

    def show_chosen(self, key: str) -> None:
        """Mark the shelf that is let through, whole or in part; "" for all of them."""
        for shelf, made in self.buttons.items():
            made.setChecked(shelf.value == key.partition("/")[0])

    def _on_clicked(self, shelf: Shelf) -> None:
        self.group_chosen.emit(shelf.value if self.buttons[shelf].isChecked() else "")

    # Qt's own

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._flow.set_gap(theme.em(GAP))
