"""The editor of a table: a list of records in words, and a form below it for one of them. Nothing opens on top."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout

from ccsdesk.domain.answers import Answer, Cell, DoesNotApply, DontKnow, Records
from ccsdesk.flow.fields import FieldSpec
from ccsdesk.text import Words
from ccsdesk.text.reading import Misread
from ccsdesk.ui import theme
from ccsdesk.ui.blocks import Notice, button, name_button
from ccsdesk.ui.editors.base import Editor
from ccsdesk.ui.editors.record_form import RecordForm
from ccsdesk.ui.editors.record_list import RecordList
from ccsdesk.ui.flow_layout import FlowLayout
from ccsdesk.ui.forms import Mistake
from ccsdesk.ui.models.records import RecordsModel
from ccsdesk.ui.rows import OneRow


class RecordsEditor(Editor):
    """What stands in an open form counts as soon as it can be read, so that going on loses nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.model = RecordsModel(self)
        self.list = RecordList(self.model)
        self.add = button(icon="plus")
        self.change = button(icon="edit")
        self.remove = button(icon="trash")
        self.put_back = button()
        self.form: RecordForm | None = None
        self.listed, self.none, self.unknown, self.not_applicable = (OneRow() for _ in range(4))
        self._choices = QButtonGroup(self)
        self._notice = Notice()
        self._mistake = Mistake()
        self._words = Words("en")
        self._field: FieldSpec | None = None
        self._is_choosing = False
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.em(0.3))
        self._column.addWidget(self.list)
        self._column.addWidget(self._notice)
        self._buttons = FlowLayout(gap=theme.em(0.4))
        for one in (self.add, self.change, self.remove, self.put_back):
            self._buttons.addWidget(one)
        self._column.addLayout(self._buttons)
        self._column.addWidget(self._mistake)
        self._column.addSpacing(theme.em(0.4))
        self.unknown.show_key("0")
        for row in (self.listed, self.none, self.unknown, self.not_applicable):
            self._choices.addButton(row)
            self._column.addWidget(row)

    def _connect(self) -> None:
        self.add.clicked.connect(self._on_add)
        self.change.clicked.connect(self._on_change)
        self.remove.clicked.connect(self._on_remove)
        self.put_back.clicked.connect(self._on_put_back)
        self.list.change_asked.connect(self._on_change)
        self.list.remove_asked.connect(self._on_remove)
        self.list.selectionModel().currentChanged.connect(self._follow)
        # arrow keys choose without a click
        self._choices.buttonToggled.connect(self._on_toggled)

    # showing

    def show_field(self, field: FieldSpec, words: Words) -> None:
        given = field.given
        self._close_form()
        self._notice.say("")
        self.model.show(given.rows if isinstance(given, Records) else ())
        # so that the buttons below it can be used at once
        self.list.go_to(0)
        self.say_in(field, words)
        match given:
            case Records(rows):
                self._choose(self.listed if rows else self.none)
            case DontKnow():
                self._choose(self.unknown)
            case DoesNotApply():
                self._choose(self.not_applicable)
            case _:
                self._choose(None)

    def say_in(self, field: FieldSpec, words: Words) -> None:
        self._field, self._words = field, words
        self.model.say_in(field, words)
        self.list.setAccessibleName(words.say("Entries"))
        self.list.setAccessibleDescription(words.say("Enter changes an entry, Delete removes it."))
        name_button(self.add, words.say("Add an entry"))
        name_button(self.change, words.say("Change"))
        name_button(self.remove, words.say("Remove"))
        name_button(self.put_back, words.say("Put back"))
        self.listed.say(words.say("As listed above"))
        self.none.say(words.say("None – nothing to enter"))
        self.unknown.say(words.say("I don’t know"))
        self.not_applicable.say(words.say("Does not apply to me"))
        if self.form is not None:
            self.form.say_in(field, words)
        self._tell_removed()
        if self._mistake.told():
            self._mistake.tell(self.mistake())
        self._follow()

    # what was answered

    def answer(self) -> Answer | None:
        chosen = self._choices.checkedButton()
        if chosen is self.unknown:
            return DontKnow()
        if chosen is self.not_applicable:
            return DoesNotApply()
        if chosen is self.none:
            return Records(())
        records = self._records()
        return Records(records) if records and not isinstance(records, Misread) else None

    def mistake(self) -> str:
        if self._choices.checkedButton() not in {None, self.listed}:
            return ""
        records = self._records()
        return records.sentence if isinstance(records, Misread) else ""

    def _records(self) -> tuple[Mapping[str, Cell], ...] | Misread:
        """Those of the list, with what stands in the form."""
        listed = self.model.records()
        form = self.form
        if form is None or (form.row is None and form.is_empty()):
            return listed
        record = form.record()
        if isinstance(record, Misread):
            return record
        if form.row is None:
            return (*listed, record)
        return (*listed[: form.row], record, *listed[form.row + 1 :])

    def tell_mistake(self, sentence: str) -> None:
        """Beside the cell where it is one of a cell, else below the list."""
        in_form = self.form is not None and self.form.tell_mistakes()
        self._mistake.tell("" if in_form else sentence)

    def focus_first(self) -> None:
        chosen = self._choices.checkedButton()
        if self.form is not None and chosen in {None, self.listed}:
            if not self.form.tell_mistakes():
                self.form.focus_first()
        elif chosen is self.listed:
            self.list.setFocus()
        else:
            (chosen or self.add).setFocus()

    def choose_number(self, number: int) -> bool:
        if number != 0 or self.form is not None:
            return False
        self.unknown.setFocus()
        self.unknown.click()
        return True

    # the list

    def _on_add(self) -> None:
        self._choose(None if not self.model.rowCount() else self.listed)
        self._open_form(None, {})

    def _on_change(self) -> None:
        row = self.list.current()
        if row is not None and self.form is None:
            self._choose(self.listed)
            self._open_form(row, self.model.record(row))

    def _on_remove(self) -> None:
        row = self.list.current()
        if row is None or self.form is not None:
            return
        self.model.remove(row)
        self._choose(self.listed if self.model.rowCount() else None)
        self._tell_removed(is_new=True)
        (self.list if self.model.rowCount() else self.put_back).setFocus()
        self.changed.emit()

    def _on_put_back(self) -> None:
        row = self.model.put_back()
        self._choose(self.listed)
        self._tell_removed()
        self.list.go_to(row)
        self.list.setFocus()
        self.changed.emit()

    def _tell_removed(self, *, is_new: bool = False) -> None:
        sentence = self._words.say("The entry was removed.") if self.model.can_put_back() else ""
        (self._notice.tell if is_new else self._notice.say)(sentence)
        self._follow()

    # the form

    def _open_form(self, row: int | None, record: Mapping[str, Cell]) -> None:
        if self._field is None or self.form is not None:
            return
        self.form = form = RecordForm(self._field, row, record, self._words)
        self._column.insertWidget(self._column.indexOf(self._mistake), form)
        form.changed.connect(self._on_typed)
        form.finished.connect(self._on_finished)
        form.dropped.connect(self._on_dropped)
        self._follow()
        form.focus_first()
        # it has its place only after the next turn of the loop
        QTimer.singleShot(0, form, lambda: self.bring_into_view(form, form.first()))

    def _close_form(self) -> None:
        form, self.form = self.form, None
        if form is not None:
            # a signal of it may be under way
            form.blockSignals(True)
            self._column.removeWidget(form)
            form.hide()
            form.deleteLater()

    def _on_typed(self) -> None:
        if self._choices.checkedButton() not in {None, self.listed}:
            self._choose(self.listed if self.model.rowCount() else None)
        self._mistake.tell("")
        if self.form is not None:
            self.form.tell_empty("")
        self.changed.emit()

    def _on_finished(self) -> None:
        form = self.form
        if form is None or form.tell_mistakes():
            return
        if form.row is None and form.is_empty():
            form.tell_empty(self._words.say("Enter something first, or cancel this entry."))
            return
        record = form.record()
        if isinstance(record, Misread):
            return
        if form.row is None:
            row = self.model.add(record)
        else:
            row = form.row
            self.model.change(row, record)
        self._close_form()
        self._choose(self.listed)
        self.list.go_to(row)
        (self.add if self.add.isEnabled() else self.list).setFocus()
        self.changed.emit()

    def _on_dropped(self) -> None:
        self._close_form()
        self._follow()
        self.add.setFocus()
        self.changed.emit()

    # rows

    def _choose(self, choice: OneRow | None) -> None:
        self._is_choosing = True
        self._choices.setExclusive(False)
        for one in self._choices.buttons():
            one.setChecked(one is choice)
        self._choices.setExclusive(True)
        self._is_choosing = False
        self._follow()

    def _on_toggled(self, _button: QAbstractButton, checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        if checked and not self._is_choosing:
            self._mistake.tell("")
            self._follow()
            self.changed.emit()

    def _follow(self) -> None:
        """Show what can be done now."""
        count, is_open = self.model.rowCount(), self.form is not None
        most = 0 if self._field is None else self._field.most
        may = self._field is not None and self._field.may_not_apply
        chosen = self.list.current() is not None
        self.list.setVisible(count > 0)
        self.add.setVisible(not is_open)
        self.add.setEnabled(count < most)
        self.add.setToolTip("" if count < most else self._full(most))
        for one in (self.change, self.remove):
            one.setVisible(count > 0 and not is_open)
            one.setEnabled(chosen)
        self.put_back.setVisible(self.model.can_put_back() and not is_open)
        self.put_back.setEnabled(count < most)
        # an entry is finished or given up before another answer is chosen
        self.listed.setVisible(count > 0 and not is_open)
        self.none.setVisible(not is_open)
        self.unknown.setVisible(not is_open)
        self.not_applicable.setVisible(may and not is_open)

    def _full(self, most: int) -> str:
        return self._words.count("At most {n} entry fits.", "At most {n} entries fit.", most)
