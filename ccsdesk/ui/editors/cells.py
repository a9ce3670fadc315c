"""The fields of one record, one for each column. A cell may be left open; what is not touched stays as it was."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from ccsdesk.domain.answers import (
    Amounts,
    Cell,
    Choice,
    DoesNotApply,
    DontKnow,
    Records,
    Span,
    Written,
)
from ccsdesk.domain.question import DAY_KINDS, ORDERED_KINDS, Kind
from ccsdesk.flow.fields import FieldSpec
from ccsdesk.services.presenting.records import cell_in_words
from ccsdesk.text import Words, begun
from ccsdesk.text.cleaning import Cleaned
from ccsdesk.text.reading import Misread
from ccsdesk.ui import theme
from ccsdesk.ui.editors.base import Editor
from ccsdesk.ui.editors.choose import editor_for
from ccsdesk.ui.editors.clean_fields import CleanLine, changed_in_words
from ccsdesk.ui.editors.days import day_example
from ccsdesk.ui.editors.read_field import ReadField, wanted_of
from ccsdesk.ui.forms import FormRow


class CellField(QWidget):
    """One cell. `edited`: the person did something; `submitted`: Enter."""

    edited = Signal()
    submitted = Signal()

    def __init__(self, column: FieldSpec, given: Cell | None) -> None:
        super().__init__()
        self.column = column
        self._given = given
        self._is_touched = False
        self._stands = theme.as_role(QLabel(), theme.CAPTION)
        self._stands.setWordWrap(True)
        self._stands.setVisible(False)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.edited.connect(self._on_edited)

    def say_in(self, column: FieldSpec, words: Words) -> None:
        """The same cell in other words."""
        self.column = column
        self._say(column, words)
        self._stands.setText(self._stands_in_words(words))
        self._stands.setVisible(bool(self._stands.text()) and not self._is_touched)

    def _stands_in_words(self, words: Words) -> str:
        """What a file may say and the field cannot show."""
        given = self._given
        if given is None or isinstance(given, DontKnow) or self._shown() == given:
            return ""
        said = cell_in_words(self.column, given, words)
        return words.say("Given so far: {answer}", answer=said)

    def cell(self) -> Cell | Misread | None:
        """What stands in the cell; None where it is open."""
        return self._shown() if self._is_touched else self._given

    def stands(self) -> str:
        """What is said of an answer that the field itself cannot show."""
        return "" if self._is_touched else self._stands.text()

    def tell_mistake(self, sentence: str) -> None:
        """Say beside the field what is wrong; "" takes it away."""
        raise NotImplementedError

    def focus_field(self) -> None:
        """Put the keyboard into the cell."""
        raise NotImplementedError

    def _say(self, column: FieldSpec, words: Words) -> None:
        raise NotImplementedError

    def _shown(self) -> Cell | Misread | None:
        raise NotImplementedError

    def _on_edited(self) -> None:
        self._is_touched = True
        self._stands.setVisible(False)


class RowCell(CellField):
    """A cell whose field stands in a form row."""

    def __init__(
        self, column: FieldSpec, given: Cell | None, field: QWidget, shown: QWidget | None = None
    ) -> None:
        super().__init__(column, given)
        self.row = FormRow(field, shown)
        self._box.addWidget(self.row)
        self._box.addWidget(self._stands)

    def tell_mistake(self, sentence: str) -> None:
        self.row.tell_mistake(sentence)

    def focus_field(self) -> None:
        self.row.field.setFocus()


class ReadCell(RowCell):
    """A number or a day."""

    def __init__(self, column: FieldSpec, given: Cell | None, words: Words) -> None:
        self.field = ReadField()
        super().__init__(column, given, self.field.line, self.field)
        self.field.say_in(wanted_of(column), words)
        if isinstance(given, Amounts) and len(given.spans) == 1:
            self.field.put_span(given.spans[0])
        self.field.edited.connect(self.edited)
        self.field.submitted.connect(self.submitted)
        self.field.left.connect(self._on_left)

    def tell_mistake(self, sentence: str) -> None:
        super().tell_mistake(sentence)
        self.field.show_mistake(shown=bool(sentence))

    def _say(self, column: FieldSpec, words: Words) -> None:
        self.field.say_in(wanted_of(column), words)
        help_ = day_example(column, words) if column.kind in DAY_KINDS else ""
        self.row.say(column.text, help_)
        if self.row.mistake.told():
            self._on_left()

    def _shown(self) -> Cell | Misread | None:
        read = self.field.reading()
        return Amounts((read,)) if isinstance(read, Span) else read

    def _on_left(self) -> None:
        read = self.field.reading()
        self.tell_mistake(read.sentence if isinstance(read, Misread) else "")

    def _on_edited(self) -> None:
        super()._on_edited()
        if self.row.mistake.told():
            self._on_left()


class ChoiceCell(RowCell):
    """One of a few options, of a scale, or yes and no."""

    def __init__(self, column: FieldSpec, given: Cell | None) -> None:
        self.box = _Box()
        super().__init__(column, given, self.box)
        self.box.activated.connect(self.edited)

    def _say(self, column: FieldSpec, words: Words) -> None:
        self.row.say(column.text)
        if column.kind is Kind.YES_NO:
            named = [("yes", words.say("Yes")), ("no", words.say("No"))]
        else:
            named = [(option.id, option.text) for option in column.options]
        named = [("", words.say("I don’t know")), *((name, begun(text)) for name, text in named)]
        shown = [
            (self.box.itemData(row), self.box.itemText(row)) for row in range(self.box.count())
        ]
        if shown == named:
            # the list may be open
            return
        chosen = self.box.currentData() if shown else self._id_given()
        self.box.clear()
        for name, text in named:
            self.box.addItem(text, name)
        self.box.setCurrentIndex(max(0, self.box.findData(chosen)))

    def _id_given(self) -> str:
        given = self._given
        return (
            next(iter(given.options))
            if isinstance(given, Choice) and len(given.options) == 1
            else ""
        )

    def _shown(self) -> Cell | None:
        name = self.box.currentData()
        return Choice(frozenset({name})) if name else None


class TextCell(RowCell):
    """A line of text."""

    def __init__(self, column: FieldSpec, given: Cell | None) -> None:
        self.line = CleanLine()
        super().__init__(column, given, self.line)
        self._cleaned: Cleaned | None = None
        self._words = Words("en")
        if isinstance(given, Written):
            self.line.put(given.text)
        self.line.cleaned.connect(self._on_cleaned)
        self.line.returnPressed.connect(self.submitted)

    def _say(self, column: FieldSpec, words: Words) -> None:
        self._words = words
        self.row.say(column.text, changed_in_words(self._cleaned, self.line.text(), words))

    def _on_cleaned(self, cleaned: Cleaned) -> None:
        self._cleaned = cleaned
        self._say(self.column, self._words)
        self.edited.emit()

    def _shown(self) -> Cell | None:
        text = self.line.text()
        return Written(text) if text.strip() else None


class EditorCell(CellField):
    """A cell that is answered as a question of its kind is: a place, any number of options."""

    def __init__(self, column: FieldSpec, given: Cell | None, editor: Editor) -> None:
        super().__init__(column, given)
        self._editor = editor
        self._label = theme.as_role(QLabel(), theme.STRONG)
        self._label.setWordWrap(True)
        self._is_ready = False
        for part in (self._label, editor, self._stands):
            self._box.addWidget(part)

    def tell_mistake(self, sentence: str) -> None:
        self._editor.tell_mistake(sentence)

    def focus_field(self) -> None:
        self._editor.focus_first()

    def _say(self, column: FieldSpec, words: Words) -> None:
        self._label.setText(column.text)
        self._editor.setAccessibleName(column.text)
        if self._is_ready:
            self._editor.say_in(column, words)
            return
        self._is_ready = True
        self._editor.show_field(replace(column, given=self._given), words)
        self._editor.changed.connect(self.edited)
        self._editor.submitted.connect(self.submitted)

    def _shown(self) -> Cell | Misread | None:
        if self._editor.given_in_words_needed:
            return None
        answer = self._editor.answer()
        sentence = self._editor.mistake()
        if answer is None and sentence:
            return Misread(sentence)
        # a cell is never a table, and no column may not apply
        return None if isinstance(answer, Records | DoesNotApply) else answer


def cell_field(column: FieldSpec, given: Cell | None, words: Words) -> CellField:
    """The field for a column, with what stands in the cell."""
    made: CellField
    if column.kind in ORDERED_KINDS:
        made = ReadCell(column, given, words)
    elif column.kind in {Kind.SINGLE, Kind.SCALE, Kind.YES_NO}:
        made = ChoiceCell(column, given)
    elif column.kind is Kind.TEXT:
        made = TextCell(column, given)
    else:
        made = EditorCell(column, given, editor_for(column.kind))
    made.say_in(column, words)
    return made


class _Box(QComboBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        # scrolling the page must not change an answer on the way
        event.ignore()
