"""A field above a long list of answer rows that hides those which do not fit what is typed. Chooses nothing itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccsdesk.flow.fields import FieldOption
from ccsdesk.text import Words
from ccsdesk.text.wanted import fold
from ccsdesk.ui import a11y, theme
from ccsdesk.ui.blocks import paragraph
from ccsdesk.ui.editors.clean_fields import CleanLine
from ccsdesk.ui.forms import FormRow
from ccsdesk.ui.rows import ManyRow, OneRow

AnyRow: TypeAlias = OneRow | ManyRow
MANY = 15
"""With more options than this there is a field to search them."""


class RowSearch(QWidget):
    """Hidden above a short list. `only_fit`: Enter where one row is left; `submitted`: Enter where nothing is typed."""

    only_fit = Signal(str)
    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: Mapping[str, AnyRow] = {}
        self._parents: dict[str, str | None] = {}
        self._fitting: tuple[str, ...] = ()
        self._words = Words("en")
        self.line = CleanLine()
        self.found = paragraph(role=theme.CAPTION)
        self._row = FormRow(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.em(0.3))
        column.setSpacing(theme.em(0.3))
        column.addWidget(self._row)
        column.addWidget(self.found)
        self.line.textEdited.connect(self._on_edited)
        self.line.returnPressed.connect(self._on_return)

    def take(self, options: tuple[FieldOption, ...], rows: Mapping[str, AnyRow]) -> None:
        """The options to search, with the row of each by id."""
        self._rows = rows
        self._parents = {option.id: option.parent for option in options}
        self._fitting = tuple(self._parents)
        self.setVisible(len(options) > MANY)

    def say_in(self, words: Words) -> None:
        """The field in other words; what is shown stays, though the words of the rows may not fit any more."""
        self._words = words
        self._row.say(words.say("Search the list"))
        self._tell()

    def _on_edited(self, text: str) -> None:
        sought = fold(text)
        fitting = {name for name in self._parents if sought in fold(self._rows[name].written())}
        self._fitting = tuple(name for name in self._parents if fitting & set(self._chain(name)))
        shown = {above for name in fitting for above in self._chain(name)}.union(self._fitting)
        for name in self._parents:
            row = self._rows[name]
            # what is chosen is never out of sight
            row.setVisible(name in shown or row.isChecked())
        self._tell()
        a11y.announce(self.found, self.found.text())

    def _chain(self, name: str) -> list[str]:
        """An option and all it stands under."""
        chain: list[str] = []
        step: str | None = name
        while step in self._parents and step not in chain:
            chain.append(step)
            step = self._parents[step]
        return chain

    def _tell(self) -> None:
        words, text = self._words, self.line.text().strip()
        if self._fitting:
            counted = words.say("{n} of {total}", n=len(self._fitting), total=len(self._parents))
        else:
            counted = words.say("Nothing is called “{name}” here.", name=text)
        self.found.setText(counted if text else "")
        self.found.setVisible(bool(text))

    def _on_return(self) -> None:
        if not self.line.text().strip():
            self.submitted.emit()
        elif len(self._fitting) == 1 and not self._rows[self._fitting[0]].isChecked():
            self.only_fit.emit(self._fitting[0])
            self.line.selectAll()
        elif len(self._fitting) == 1:
            self.submitted.emit()
        else:
            self._enter_rows()

    def _enter_rows(self) -> None:
        seen = (row for row in self._rows.values() if not row.isHidden())
        row = self._rows[self._fitting[0]] if self._fitting else next(seen, None)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the field to the rows."""
        if event.key() == Qt.Key.Key_Down:
            self._enter_rows()
            return
        super().keyPressEvent(event)
