"""The editor of free text. What is pasted into it does no harm, and what was changed is said below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from ccsdesk.domain.answers import Answer, DoesNotApply, DontKnow, Written
from ccsdesk.flow.fields import FieldSpec
from ccsdesk.text import Words
from ccsdesk.text.cleaning import Cleaned
from ccsdesk.ui import theme
from ccsdesk.ui.blocks import Notice
from ccsdesk.ui.editors.base import Editor
from ccsdesk.ui.editors.clean_fields import CleanText, changed_in_words
from ccsdesk.ui.forms import FormRow
from ccsdesk.ui.rows import OneRow

LINES = 6


class TextEditor(Editor):
    """Several lines of text; Ctrl+Enter goes on. Typing takes "I don't know" back."""

    def __init__(self) -> None:
        super().__init__()
        self.text = CleanText()
        self.unknown, self.not_applicable = OneRow(), OneRow()
        self.unknown.show_key("0")
        self._choices = QButtonGroup(self)
        for row in (self.unknown, self.not_applicable):
            self._choices.addButton(row)
        self._row = FormRow(self.text)
        self._notice = Notice()
        self._words = Words("en")
        self._field: FieldSpec | None = None
        self._cleaned = Cleaned("")
        self._is_touched = False
        self._is_choosing = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._row, self._notice, self.unknown, self.not_applicable):
            column.addWidget(part)
        self.text.cleaned.connect(self._on_cleaned)
        self.text.submitted.connect(self.submitted)
        # arrow keys choose without a click
        self._choices.buttonToggled.connect(self._on_toggled)
        self._measure()

    def show_field(self, field: FieldSpec, words: Words) -> None:
        given = field.given
        self.text.put(given.text if isinstance(given, Written) else "")
        given_rows = {DontKnow: self.unknown, DoesNotApply: self.not_applicable}
        self._choose(given_rows.get(type(given)))
        self._cleaned = Cleaned(self.text.toPlainText())
        self._is_touched = False
        self.say_in(field, words)

    def say_in(self, field: FieldSpec, words: Words) -> None:
        self._field, self._words = field, words
        self._row.say("")
        self.text.setAccessibleName(field.text)
        self.unknown.say(words.say("I don’t know"))
        self.not_applicable.say(words.say("Does not apply to me"))
        self.not_applicable.setVisible(field.may_not_apply)
        self._tell(is_new=False)

    def answer(self) -> Answer | None:
        if not self._is_touched:
            return None if self._field is None else self._field.given
        if self.unknown.isChecked():
            return DontKnow()
        if self.not_applicable.isChecked():
            return DoesNotApply()
        text = self.text.toPlainText()
        return Written(text) if text.strip() else None

    def tell_mistake(self, sentence: str) -> None:
        self._row.tell_mistake(sentence)

    def notice(self) -> str:
        """What is said about the text."""
        return self._notice.told()

    def focus_first(self) -> None:
        chosen = [row for row in (self.unknown, self.not_applicable) if row.isChecked()]
        (chosen[0] if chosen else self.text).setFocus()

    def choose_number(self, number: int) -> bool:
        if number == 0:
            self.unknown.setFocus()
            self.unknown.click()
        return number == 0

    def typing_field(self) -> QWidget | None:
        return self.text

    def _on_cleaned(self, cleaned: Cleaned) -> None:
        self._cleaned = cleaned
        self._choose(None)
        self._touch()
        self._tell(is_new=True)

    def _choose(self, choice: OneRow | None) -> None:
        self._is_choosing = True
        self._choices.setExclusive(False)
        for one in self._choices.buttons():
            one.setChecked(one is choice)
        self._choices.setExclusive(True)
        self._is_choosing = False

    def _on_toggled(self, _button: QAbstractButton, checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        if checked and not self._is_choosing:
            self._touch()

    def _touch(self) -> None:
        self._is_touched = True
        self.changed.emit()

    def _tell(self, *, is_new: bool) -> None:
        words = self._words
        sentence = changed_in_words(self._cleaned, self.text.toPlainText(), words)
        is_other = sentence not in {"", self._notice.told()}
        (self._notice.tell if is_new else self._notice.say)(sentence, theme.INFORMATION)
        if is_new and is_other:
            # it has its place only after the next turn of the loop
            QTimer.singleShot(0, self, lambda: self.bring_into_view(self.text, self._notice))

    def _measure(self) -> None:
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * LINES + theme.em(1.2))

    # Qt's own

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()
