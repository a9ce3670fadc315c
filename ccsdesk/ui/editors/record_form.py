"""The form of one record of a table: its cells below each other, a button to put it on the list, one to give it up."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from ccsdesk.domain.answers import Cell, DontKnow
from ccsdesk.flow.fields import FieldSpec
from ccsdesk.text import Words
from ccsdesk.text.reading import Misread
from ccsdesk.ui.blocks import Card, button, heading, name_button
from ccsdesk.ui.editors.cells import CellField, cell_field


class RecordForm(Card):
    """`changed`: something was typed; `finished`: keep it; `dropped`: give it up. `row` is None for a new record."""

    changed = Signal()
    finished = Signal()
    dropped = Signal()

    def __init__(
        self, table: FieldSpec, row: int | None, record: Mapping[str, Cell], words: Words
    ) -> None:
        super().__init__()
        self.row = row
        self._given = record
        self._is_told_empty = False
        self.title = heading(level=2)
        self.cells: dict[str, CellField] = {}
        self.keep = button()
        self.drop = button()
        self.column.addWidget(self.title)
        for column in table.columns:
            cell = self.cells[column.id] = cell_field(column, record.get(column.id), words)
            cell.edited.connect(self.changed)
            cell.submitted.connect(self.finished)
            self.column.addWidget(cell)
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep)
        buttons.addWidget(self.drop)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        self.keep.clicked.connect(self.finished)
        self.drop.clicked.connect(self.dropped)
        self._say_own(words)

    def say_in(self, table: FieldSpec, words: Words) -> None:
        """The same form in other words."""
        for column in table.columns:
            self.cells[column.id].say_in(column, words)
        self._say_own(words)

    def _say_own(self, words: Words) -> None:
        if self.row is None:
            self.title.setText(words.say("New entry"))
            name_button(self.keep, words.say("Put on the list"))
        else:
            self.title.setText(words.say("Entry {n}", n=self.row + 1))
            name_button(self.keep, words.say("Keep the change"))
        name_button(self.drop, words.say("Cancel"))
        self.setAccessibleName(self.title.text())

    def record(self) -> Mapping[str, Cell] | Misread:
        """What stands in the cells; open ones are left out unless they were said to be unknown before."""
        found: dict[str, Cell] = {}
        for name, field in self.cells.items():
            cell = field.cell()
            if isinstance(cell, Misread):
                return cell
            if cell is not None:
                found[name] = cell
        return found

    def is_empty(self) -> bool:
        """Whether nothing has been entered."""
        cells = [field.cell() for field in self.cells.values()]
        return all(cell is None or isinstance(cell, DontKnow) for cell in cells)

    def tell_mistakes(self) -> bool:
        """Say beside every cell what is wrong with it, and go to the first; whether there was any."""
        wrong = [field for field in self.cells.values() if isinstance(field.cell(), Misread)]
        for field in self.cells.values():
            cell = field.cell()
            field.tell_mistake(cell.sentence if isinstance(cell, Misread) else "")
        if wrong:
            wrong[0].focus_field()
        return bool(wrong)

    def tell_empty(self, sentence: str) -> None:
        """Say at the first cell that there is nothing to keep; "" takes it away again."""
        if sentence:
            self.first().tell_mistake(sentence)
            self.first().focus_field()
        elif self._is_told_empty:
            self.first().tell_mistake("")
        self._is_told_empty = bool(sentence)

    def first(self) -> CellField:
        """The first cell."""
        return next(iter(self.cells.values()))

    def focus_first(self) -> None:
        """Put the keyboard into the first cell."""
        self.first().focus_field()
