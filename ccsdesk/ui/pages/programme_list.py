"""Programmes and measures with a search and filters above them. Knows no visit: it shows groups of rows.

`chosen` is a row opened by Enter, a click or the space bar; `passed` one that the arrow keys came to.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ccsdesk.services.presenting.rows import Filters, Named, RowGroup
from ccsdesk.text import Words
from ccsdesk.ui import a11y, theme
from ccsdesk.ui.blocks import Fold, button, name_button, paragraph
from ccsdesk.ui.flow_layout import FlowLayout
from ccsdesk.ui.models.programme_delegate import ProgrammeDelegate
from ccsdesk.ui.models.programmes import ItemRole, ProgrammeModel, Sieve

NO_FILTERS = Filters((), (), (), ())
COMBO_LETTERS = 14


class ProgrammeListView(QListView):
    """The list itself. Rows wrap to its width."""

    chosen = Signal(str)
    passed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.programmes = ProgrammeModel(self)
        self._delegate = ProgrammeDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(self.programmes)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.clicked.connect(self._on_opened)

    def show_row(self, row_id: str) -> None:
        """Mark a row as the one that is open, if it is let through."""
        index = self.programmes.index_of(row_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        else:
            self.clearSelection()

    def current(self) -> str:
        """The row that is marked; "" for none."""
        return str(self.currentIndex().data(ItemRole.ID) or "")

    def _on_opened(self, index: QModelIndex) -> None:
        row = str(index.data(ItemRole.ID) or "")
        if row:
            self.chosen.emit(row)

    def _lay_anew(self) -> None:
        self._delegate.forget()
        self.scheduleDelayedItemsLayout()

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._on_opened(self.currentIndex())
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before and self.current():
            self.passed.emit(self.current())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = {QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange}
        if event.type() in kinds:
            self._lay_anew()


class ProgrammeList(QWidget):
    """Search, filters, count and list. `sifted` after each change of what is let through."""

    chosen = Signal(str)
    passed = Signal(str)
    sifted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = Words("en")
        self._filters = NO_FILTERS
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.fold = Fold()
        self.group, self.kind, self.need, self.level = (_combo() for _ in range(4))
        self._labels = {combo: QLabel() for combo in self._combos()}
        self.count = paragraph(role=theme.CAPTION)
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
        choices = FlowLayout(gap=theme.em(0.6))
        for combo in self._combos():
            label = self._labels[combo]
            label.setBuddy(combo)
            held = QWidget()
            column = QVBoxLayout(held)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(theme.em(0.1))
            column.addWidget(label)
            column.addWidget(combo)
            choices.addWidget(held)
        self.fold.body.setContentsMargins(0, 0, 0, 0)
        self.fold.body.addLayout(choices)
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
        column.addWidget(self.search)
        column.addWidget(self.fold)
        column.addLayout(line)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_changed)
        for combo in self._combos():
            combo.currentIndexChanged.connect(self._on_changed)
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
        if marked:
            self.view.show_row(marked)
        self.view.verticalScrollBar().setValue(top)

    def say_in(self, words: Words) -> None:
        """The words around the rows again."""
        self._words = words
        search = words.say("Search programmes and measures")
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
            _fill(combo, every, choices)
        for clear in (self.clear, self.clear_all):
            name_button(clear, words.say("Clear filters"))
        self._nothing.setText(words.say("Nothing fits this search and these filters."))
        self._tell()

    def clear_filters(self) -> None:
        """Let everything through again; the keyboard goes to the search."""
        self.search.clear()
        for combo in self._combos():
            combo.setCurrentIndex(0)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def filter_group(self, key: str) -> None:
        """Let one group through, "" for all."""
        self.group.setCurrentIndex(max(0, self.group.findData(key)))

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

    def _tell(self) -> None:
        programmes, words = self.view.programmes, self._words
        on = sum(bool(combo.currentData()) for combo in self._combos())
        title = words.say("Filter")
        self.fold.set_title(
            words.count("Filter ({n} in use)", "Filter ({n} in use)", on) if on else title
        )
        is_sifted = not self._sieve().is_empty
        number, total = programmes.shown(), programmes.total()
        every = words.count("{n} entry", "{n} entries", total)
        some = words.say("{number} of {total}", number=number, total=total)
        self.count.setText(some if is_sifted else every)
        self.clear.setVisible(is_sifted)
        self._stack.setCurrentIndex(0 if number or not is_sifted else 1)


def _combo() -> QComboBox:
    combo = QComboBox()
    # the widest name would push the list apart
    policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    combo.setSizeAdjustPolicy(policy)
    combo.setMinimumContentsLength(COMBO_LETTERS)
    return combo


def _fill(combo: QComboBox, every: str, choices: tuple[Named, ...]) -> None:
    """The same choice stays, in whatever words."""
    chosen = combo.currentData()
    combo.blockSignals(True)
    combo.clear()
    combo.addItem(every, "")
    for choice in choices:
        combo.addItem(choice.name, choice.id)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
    combo.blockSignals(False)
    widest = max((combo.fontMetrics().horizontalAdvance(one.name) for one in choices), default=0)
    combo.view().setMinimumWidth(widest + theme.em(3))
