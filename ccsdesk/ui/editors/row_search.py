"""A field above a long list of answer rows that hides those which do not fit what is typed. Chooses nothing itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccsdesk.text import Words, quoted
from ccsdesk.text.wanted import fold
from ccsdesk.ui import a11y, theme
from ccsdesk.ui.blocks import paragraph
from ccsdesk.ui.editors.clean_fields import CleanLine
from ccsdesk.ui.editors.option_groups import Groups
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
        self._groups = Groups(())
        self._headings: Mapping[str, QWidget] = {}
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

    def take(
        self, groups: Groups, rows: Mapping[str, AnyRow], headings: Mapping[str, QWidget]
    ) -> None:
        """The options to search, with the row of each and the heading of each group by id."""
        self._rows, self._groups, self._headings = rows, groups, headings
        self._fitting = groups.ids
        self.setVisible(len(groups.ids) > MANY)

    def say_in(self, words: Words) -> None:
        """The field in other words; what is shown stays, though the words of the rows may not fit any more."""
        self._words = words
        self._row.say(words.say("Search the list"))
        self._tell()

    def _on_edited(self, text: str) -> None:
        sought = fold(text)
        groups = self._groups
        fitting = {name for name in groups.ids if sought in fold(self._rows[name].written())}
        self._fitting = tuple(name for name in groups.ids if fitting & set(groups.chain(name)))
        # where a row stands is said by those above it, or by the heading of its group
        above = {one for name in fitting for one in groups.chain(name) if one not in groups.heads}
        shown = above.union(self._fitting)
        for name in groups.ids:
            row = self._rows[name]
            # what is chosen is never out of sight
            row.setVisible(name in shown or row.isChecked())
        seen = {groups.group(name) for name in groups.ids if not self._rows[name].isHidden()}
        for group, heading in self._headings.items():
            heading.setVisible(group in seen)
        self._tell()
        a11y.announce(self.found, self.found.text())

    def _tell(self) -> None:
        words, text = self._words, self.line.text().strip()
        if self._fitting:
            counted = words.say("{n} of {total}", n=len(self._fitting), total=len(self._groups.ids))
        else:
            counted = words.say(
                "“{name}” is not in the list. Clear the search and choose what comes closest.",
                name=quoted(text),
            )
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
