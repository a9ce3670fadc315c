"""What editors of numbers and of days share: one value, only roughly, unknown, not applicable. Reads by `ReadField`."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from ccsdesk.domain.answers import Amounts, Answer, DoesNotApply, DontKnow, Ordered, Span
from ccsdesk.flow.fields import FieldSpec
from ccsdesk.text import Words
from ccsdesk.text.reading import Misread
from ccsdesk.ui import theme
from ccsdesk.ui.editors.base import Editor
from ccsdesk.ui.editors.read_field import ReadField, wanted_of
from ccsdesk.ui.forms import FormRow
from ccsdesk.ui.rows import OneRow


class SpanEditor(Editor):
    """A field for one value, and rows for all else. Typing chooses the field by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.exact, self.low, self.high = ReadField(), ReadField(), ReadField()
        self.low.make_end(lowest=True)
        self.high.make_end(lowest=False)
        self._rows = {field: FormRow(field.line, field) for field in self._fields()}
        self.roughly, self.unknown, self.not_applicable = OneRow(), OneRow(), OneRow()
        self._choices = QButtonGroup(self)
        for choice in (self.roughly, self.unknown, self.not_applicable):
            self._choices.addButton(choice)
        self._between = QWidget()
        self._words = Words("en")
        self._given: Answer | None = None
        self._is_touched = self._is_choosing = False
        self._is_shown = True
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        between = QVBoxLayout(self._between)
        between.setContentsMargins(theme.em(2.75), 0, 0, theme.em(0.4))
        between.addWidget(self._rows[self.low])
        between.addWidget(self._rows[self.high])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._rows[self.exact])
        column.addSpacing(theme.em(0.4))
        for part in (self.roughly, self._between, self.unknown, self.not_applicable):
            column.addWidget(part)

    def _connect(self) -> None:
        self.exact.edited.connect(self._on_exact)
        self.exact.entered.connect(self._on_exact)
        for field in (self.low, self.high):
            field.edited.connect(self._on_rough)
        for field in self._fields():
            field.submitted.connect(self.submitted)
            field.left.connect(self._on_left)
        # arrow keys choose without a click
        self._choices.buttonToggled.connect(self._on_toggled)

    def row_of(self, field: ReadField) -> FormRow:
        """The form row around one of the fields."""
        return self._rows[field]

    def _fields(self) -> tuple[ReadField, ReadField, ReadField]:
        return self.exact, self.low, self.high

    # words, by what is asked

    def example(self, field: FieldSpec, words: Words) -> str:
        """How it may be typed, for what is not plain; "" says nothing."""
        raise NotImplementedError

    def end_names(self, words: Words) -> tuple[str, str]:
        """The labels of the two ends of a rough answer."""
        raise NotImplementedError

    def no_end(self, words: Words) -> str:
        """What is said where neither end is given."""
        raise NotImplementedError

    def reversed_ends(self, words: Words) -> str:
        """What is said where the first end is beyond the second."""
        raise NotImplementedError

    # showing

    def show_field(self, field: FieldSpec, words: Words) -> None:
        self.say_in(field, words)
        self._is_touched = False
        for part in self._fields():
            part.put("")
        self._given = given = field.given
        self._choose(None)
        self._is_shown = given is None or self._put(given)
        if not self._is_shown:
            self._choose(None)
            for part in self._fields():
                part.put("")

    def say_in(self, field: FieldSpec, words: Words) -> None:
        self._words = words
        wanted = wanted_of(field)
        for part in self._fields():
            part.say_in(wanted, words)
        self._rows[self.exact].say("", self.example(field, words))
        self.exact.line.setAccessibleName(field.text)
        for part, name in zip((self.low, self.high), self.end_names(words), strict=True):
            self._rows[part].say(name)
        self.roughly.say(words.say("Only roughly"))
        self.unknown.say(words.say("I don’t know"))
        self.not_applicable.say(words.say("Does not apply to me"))
        self.not_applicable.setVisible(field.may_not_apply)
        for part in self._fields():
            self._tell_again(part)

    def _put(self, given: Answer) -> bool:
        """Show an answer; whether the editor has a form for it."""
        if isinstance(given, DontKnow):
            self._choose(self.unknown)
            return True
        if isinstance(given, DoesNotApply):
            self._choose(self.not_applicable)
            return True
        if not isinstance(given, Amounts) or len(given.spans) != 1:
            return False
        span = given.spans[0]
        if self.exact.put_span(span):
            return True
        self._choose(self.roughly)
        self.low.put_end(span.low)
        self.high.put_end(span.high)
        return self._typed() == span

    # what was answered

    def answer(self) -> Answer | None:
        if self.given_in_words_needed:
            return self._given
        chosen = self._choices.checkedButton()
        if chosen is self.unknown:
            return DontKnow()
        if chosen is self.not_applicable:
            return DoesNotApply()
        typed = self._typed()
        return Amounts((typed,)) if isinstance(typed, Span) else None

    def mistake(self) -> str:
        if self.given_in_words_needed or not self._is_typed():
            return ""
        typed = self._typed()
        return typed.sentence if isinstance(typed, Misread) else ""

    @property
    def given_in_words_needed(self) -> bool:
        """Whether the answer given is one of several ranges, from a file."""
        return not self._is_shown and not self._is_touched

    def _is_typed(self) -> bool:
        return self._choices.checkedButton() in {None, self.roughly}

    def _typed(self) -> Span | Misread | None:
        if self._choices.checkedButton() is not self.roughly:
            return self.exact.reading()
        low, high = self.low.reading(), self.high.reading()
        if isinstance(low, Misread):
            return low
        if isinstance(high, Misread):
            return high
        if low is None and high is None:
            return Misread(self.no_end(self._words))
        span = Span(None if low is None else low.low, None if high is None else high.high)
        is_reversed = span.low is not None and span.high is not None and _after(span.low, span.high)
        return Misread(self.reversed_ends(self._words)) if is_reversed else span

    # telling

    def tell_mistake(self, sentence: str) -> None:
        wrong = self._wrong()
        for part in self._fields():
            self._tell(part, sentence if part is wrong else "")

    def _tell(self, part: ReadField, sentence: str) -> None:
        self._rows[part].tell_mistake(sentence)
        part.show_mistake(shown=bool(sentence))

    def _tell_again(self, part: ReadField) -> None:
        if self._rows[part].mistake.told():
            self._tell(part, self._mistake_in(part))

    def _wrong(self) -> ReadField:
        """The field that a mistake belongs to."""
        if self._choices.checkedButton() is not self.roughly:
            return self.exact
        return self.low if isinstance(self.low.reading(), Misread) else self._last_wrong()

    def _last_wrong(self) -> ReadField:
        both = self.low.text() or isinstance(self.high.reading(), Misread)
        return self.high if both else self.low

    def _mistake_in(self, part: ReadField) -> str:
        found = part.reading()
        if isinstance(found, Misread):
            return found.sentence
        return self.mistake() if part is self._wrong() else ""

    def focus_first(self) -> None:
        chosen = self._choices.checkedButton()
        if chosen is None or self._is_typed():
            line = self._wrong().line
            line.setFocus()
            line.selectAll()
        else:
            chosen.setFocus()

    def choose_number(self, number: int) -> bool:
        # nought is a number too here, so "I don't know" has no digit
        if self.exact.text():
            return False
        # whoever types a number before going to the field means the field
        self.exact.line.setFocus()
        self.exact.type_in(str(number))
        return True

    def typing_field(self) -> QWidget | None:
        return None if self.exact.text() else self.exact.line

    # what the person does

    def _choose(self, choice: OneRow | None) -> None:
        self._is_choosing = True
        self._choices.setExclusive(False)
        for button in self._choices.buttons():
            button.setChecked(button is choice)
        self._choices.setExclusive(True)
        self._is_choosing = False
        self._follow()

    def _follow(self) -> None:
        chosen = self._choices.checkedButton()
        self._between.setVisible(chosen is self.roughly)
        self.exact.keep_quiet(quiet=chosen is not None)

    def _on_exact(self) -> None:
        self._choose(None)
        self._after_change(self.exact)

    def _on_rough(self) -> None:
        if not self.roughly.isChecked():
            self._choose(self.roughly)
        self._tell_again(self.low)
        self._after_change(self.high)

    def _on_toggled(self, _button: QAbstractButton, checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        if not checked or self._is_choosing:
            return
        self._follow()
        self._is_touched = True
        for part in self._fields():
            self._tell(part, "")
        self.changed.emit()

    def _after_change(self, part: ReadField) -> None:
        self._is_touched = True
        self._tell_again(part)
        self.changed.emit()

    def _on_left(self) -> None:
        """What cannot be read is told once the person has done with the field, not while they type."""
        part = self.sender()
        if isinstance(part, ReadField):
            found = part.reading()
            if isinstance(found, Misread) and self._is_asked(part):
                self._tell(part, found.sentence)

    def _is_asked(self, part: ReadField) -> bool:
        chosen = self._choices.checkedButton()
        return chosen is (None if part is self.exact else self.roughly)


def _after(one: Ordered, other: Ordered) -> bool:
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return one > other
    return isinstance(one, date) and isinstance(other, date) and one > other
