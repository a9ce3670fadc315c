"""Programmes and measures with a search and filters above them. Knows no visit: it shows groups of rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from ccsdesk.services.presenting.rows import Filters, RowGroup
from ccsdesk.text import Words
from ccsdesk.ui import a11y, theme
from ccsdesk.ui.blocks import TintedButton, button, name_button, paragraph
from ccsdesk.ui.flow_layout import FlowLayout
from ccsdesk.ui.models.programmes import Sieve
from ccsdesk.ui.pages.programme_filters import FilterArea, fill_box, filter_box
from ccsdesk.ui.pages.programme_rows import ProgrammeListView, SearchField

FRAME = 3
NO_FILTERS = Filters((), (), (), ())


class ProgrammeList(QWidget):
    """Search, filters, count and list. `sifted` after each change of what is let through."""

    chosen = Signal(str)
    passed = Signal(str)
    sifted = Signal()

    def __init__(self, *, programmes_alone: bool = False) -> None:
        super().__init__()
        self._programmes_alone = programmes_alone
        self._words = Words("en")
        self._filters = NO_FILTERS
        self._compact = False
        self.search = SearchField()
        self.toggle = TintedButton("down")
        self.toggle.setCheckable(True)
        theme.as_plain(self.toggle)
        self.choices = QWidget()
        self._choices_area = FilterArea(self.choices)
        self.show_found = button(is_next=True)
        self.group, self.kind, self.need, self.level = (filter_box() for _ in range(4))
        self._labels = {combo: QLabel() for combo in self._combos()}
        self.count = paragraph(role=theme.CAPTION)
        # in line with what the fields around it show, which leave room for the ring of the keyboard
        self.count.setContentsMargins(FRAME, 0, 0, 0)
        self.clear = button(icon="cross")
        theme.as_plain(self.clear)
        self.view = ProgrammeListView()
        self._nothing = paragraph()
        self.clear_all = button()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def _combos(self) -> tuple[QComboBox, ...]:
        return (self.group, self.kind, self.need, self.level)

    def _lay_out(self) -> None:
        choices = FlowLayout(self.choices, gap=theme.em(0.6))
        for combo in self._combos():
            label = self._labels[combo]
            label.setBuddy(combo)
            label.setContentsMargins(FRAME, 0, 0, 0)
            held = QWidget()
            column = QVBoxLayout(held)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(theme.em(0.1))
            column.addWidget(label)
            column.addWidget(combo)
            choices.addWidget(held)
        above = QHBoxLayout()
        above.addWidget(self.search, 1)
        above.addWidget(self.toggle)
        line = QHBoxLayout()
        line.addWidget(self.count, 1)
        line.addWidget(self.clear)
        empty = QWidget()
        inside = QVBoxLayout(empty)
        inside.addWidget(self._nothing)
        inside.addWidget(self.clear_all, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        self._stack.addWidget(self.view)
        self._stack.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(0.3))
        column.addLayout(above)
        column.addLayout(line)
        column.addWidget(self._choices_area)
        column.addWidget(self.show_found, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._stack, 1)
        # takes the room of the list where that makes way for the filters
        column.addStretch(0)
        self._show_choices()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_changed)
        for combo in self._combos():
            combo.currentIndexChanged.connect(self._on_changed)
        self.search.left.connect(self.enter)
        self.toggle.toggled.connect(self._show_choices)
        self.show_found.clicked.connect(self.enter)
        self.clear.clicked.connect(self.clear_filters)
        self.clear_all.clicked.connect(self.clear_filters)
        self.view.chosen.connect(self.chosen)
        self.view.passed.connect(self.passed)

    # showing

    def show_groups(self, groups: Sequence[RowGroup], filters: Filters, words: Words) -> None:
        """Show these rows; what was searched, filtered and marked stays, also in another language."""
        marked = self.view.current()
        top = self.view.verticalScrollBar().value()
        self._filters, self._words = filters, words
        self.say_in(words)
        self.view.programmes.show(groups, words)
        self._on_changed()
        self.view.verticalScrollBar().setValue(top)
        if marked:
            # an answer may have put it elsewhere
            self.view.show_row(marked)

    def say_in(self, words: Words) -> None:
        """The words around the rows again."""
        self._words = words
        alone = self._programmes_alone
        search = (
            words.say("Search programmes") if alone else words.say("Search programmes and measures")
        )
        self.search.setPlaceholderText(search)
        self.search.setAccessibleName(search)
        self.view.setAccessibleName(words.say("Programmes and measures"))
        labels = (
            words.say("Group"),
            words.say("Kind of support"),
            words.say("Need"),
            words.say("Level"),
        )
        every = words.say("all")
        found = (
            self._filters.groups,
            self._filters.kinds,
            self._filters.needs,
            self._filters.levels,
        )
        for combo, label, choices in zip(self._combos(), labels, found, strict=True):
            self._labels[combo].setText(label)
            combo.setAccessibleName(label)
            fill_box(combo, every, choices)
        for clear in (self.clear, self.clear_all):
            name_button(clear, words.say("Clear filters"))
        self._nothing.setText(words.say("Nothing fits this search and these filters."))
        self._tell()

    def clear_search(self) -> None:
        """Without the words that were searched for; the filters stay."""
        self.search.clear()

    def clear_filters(self) -> None:
        """Let everything through again; the keyboard goes to the search."""
        self.search.clear()
        for combo in self._combos():
            combo.setCurrentIndex(0)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def filter_group(self, key: str) -> None:
        """Let one group through, "" for all."""
        self.group.setCurrentIndex(max(0, self.group.findData(key)))

    def set_compact(self, *, compact: bool) -> None:
        """Where there is little room, open filters take the place of the list."""
        self._compact = compact
        self._show_choices()

    def enter(self) -> None:
        """The keyboard into the list, at the row that is marked or the first one."""
        if self._compact:
            self.toggle.setChecked(False)
        view = self.view
        if not view.current() and view.programmes.first().isValid():
            view.setCurrentIndex(view.programmes.first())
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_choices(self) -> None:
        opened = self.toggle.isChecked()
        self._choices_area.setVisible(opened)
        self.show_found.setVisible(opened and self._compact)
        self._stack.setVisible(not (opened and self._compact))
        self.toggle.show_icon("up" if opened else "down")

    def _sieve(self) -> Sieve:
        group, kind, need, level = (str(combo.currentData() or "") for combo in self._combos())
        return Sieve(self.search.text(), group, kind, need, level)

    def _on_changed(self) -> None:
        marked = self.view.current()
        before = self.view.programmes.shown()
        self.view.programmes.sift(self._sieve())
        if marked:
            self.view.show_row(marked)
        self._tell()
        if self.view.programmes.shown() != before:
            a11y.announce(self.search, self.count.text())
        self.sifted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter on a filter leads to what was found, and not on to the next page
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.enter()
            return
        super().keyPressEvent(event)

    def _tell(self) -> None:
        programmes, words = self.view.programmes, self._words
        on = sum(bool(combo.currentData()) for combo in self._combos())
        title = words.say("Filter")
        name_button(
            self.toggle,
            words.count("Filter ({n} in use)", "Filter ({n} in use)", on) if on else title,
        )
        is_sifted = not self._sieve().is_empty
        number, total = programmes.shown(), programmes.total()
        self.count.setText(words.say("{number} of {total}", number=number, total=total))
        self.count.setVisible(is_sifted)
        self.clear.setVisible(is_sifted and number > 0)
        name_button(self.show_found, words.count("Show {n} entry", "Show {n} entries", number))
        self._stack.setCurrentIndex(0 if number or not is_sifted else 1)
