"""Editors whose answers are rows: one of several, yes or no, a scale with anchors, any number of several."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout

from ccsdesk.domain.answers import Answer, Choice, DoesNotApply, DontKnow, Selection
from ccsdesk.domain.question import Kind
from ccsdesk.flow.fields import FieldOption, FieldSpec
from ccsdesk.text import Words
from ccsdesk.text.wanted import fold
from ccsdesk.ui import theme
from ccsdesk.ui.editors.base import Editor
from ccsdesk.ui.editors.clean_fields import CleanLine
from ccsdesk.ui.forms import FormRow, Mistake
from ccsdesk.ui.rows import ManyRow, OneRow

DONT_KNOW, DOES_NOT_APPLY, NONE = "?", "-", "0"
"""Names of the rows that are no option; no option id can be one of them."""
MOST_KEYS = 9
MANY = 15
"""With more options than this there is a field to search them."""


class OneEditor(Editor):
    """One of the options, of a scale, or of yes and no."""

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._rows: dict[str, OneRow] = {}
        self._keys: dict[int, str] = {}
        self._given: Answer | None = None
        self._touched = False
        self._mistake = Mistake()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.em(0.15))
        self._column.addWidget(self._mistake)

    def show_field(self, field: FieldSpec, words: Words) -> None:
        """A row for every option, and for what is no option."""
        options = _options(field, words)
        for option in options:
            self._add(option.id)
        self._add(DONT_KNOW)
        if field.may_not_apply:
            self._add(DOES_NOT_APPLY)
        self._keys = {
            option.number: option.id for option in options if 0 <= option.number <= MOST_KEYS
        }
        self._keys.setdefault(0, DONT_KNOW)
        self.say_in(field, words)
        self._given = field.given
        chosen = _row_of(field.given)
        if chosen in self._rows:
            self._rows[chosen].setChecked(True)

    def _add(self, name: str) -> None:
        row = OneRow()
        self._rows[name] = row
        self._group.addButton(row)
        self._column.insertWidget(self._column.count() - 1, row)
        if name == DONT_KNOW:
            self._column.insertSpacing(self._column.count() - 2, theme.em(0.5))
        row.clicked.connect(self._on_clicked)
        row.toggled.connect(self._on_toggled)

    def say_in(self, field: FieldSpec, words: Words) -> None:
        """The rows in other words."""
        for option in _options(field, words):
            is_scale = field.kind is Kind.SCALE
            row = self._rows[option.id]
            row.say(f"{option.number} – {option.text}" if is_scale else _begun(option.text))
            row.show_key("" if is_scale or option.number > MOST_KEYS else str(option.number))
        self._rows[DONT_KNOW].say(words.say("I don’t know"))
        if self._keys.get(0) == DONT_KNOW:
            self._rows[DONT_KNOW].show_key("0")
        if DOES_NOT_APPLY in self._rows:
            self._rows[DOES_NOT_APPLY].say(words.say("Does not apply to me"))

    def answer(self) -> Answer | None:
        """What is chosen; what was given, as long as nobody touched a row."""
        name = self.chosen()
        if name is None:
            return None if self._touched else self._given
        if name == DONT_KNOW:
            return DontKnow()
        return DoesNotApply() if name == DOES_NOT_APPLY else Choice(frozenset({name}))

    def chosen(self) -> str | None:
        """The name of the row that is chosen."""
        return next((name for name, row in self._rows.items() if row.isChecked()), None)

    def tell_mistake(self, sentence: str) -> None:
        """Say it below the rows; each row says it to a screen reader too."""
        self._mistake.tell(sentence)
        for row in self._rows.values():
            row.setAccessibleDescription(sentence)

    def focus_first(self) -> None:
        """The row chosen, else the first."""
        rows = list(self._rows.values())
        next((row for row in rows if row.isChecked()), rows[0]).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def choose_number(self, number: int) -> bool:
        """Choose the row of this digit."""
        name = self._keys.get(number)
        if name is None:
            return False
        self._rows[name].setFocus(Qt.FocusReason.OtherFocusReason)
        self._rows[name].click()
        return True

    @property
    def given_in_words_needed(self) -> bool:
        """Several options may be meant, which no single row shows."""
        return self._given is not None and self.chosen() is None and not self._touched

    def _on_clicked(self) -> None:
        self._touched = True

    def _on_toggled(self, checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        # arrow keys choose without a click
        if checked and self.isVisible():
            self._touched = True
            self.changed.emit()


class ManyEditor(Editor):
    """Any number of the options; "none of these" is an answer too."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, ManyRow] = {}
        self._options: tuple[str, ...] = ()
        self._given: Answer | None = None
        self._touched = False
        self._mistake = Mistake()
        self.line = CleanLine()
        self._search = FormRow(self.line)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.em(0.15))
        self._column.addWidget(self._search)
        self._column.addWidget(self._mistake)
        self.line.textEdited.connect(self._on_sought)

    def show_field(self, field: FieldSpec, words: Words) -> None:
        """A row for every option, and for what is no option."""
        self._search.setVisible(len(field.options) > MANY)
        depths = _depths(field.options)
        self._options = tuple(option.id for option in field.options)
        for option in field.options:
            self._add(option.id).indent(depths[option.id])
        for name in (NONE, DONT_KNOW, *((DOES_NOT_APPLY,) if field.may_not_apply else ())):
            self._add(name)
        self._column.insertSpacing(len(self._options) + 1, theme.em(0.5))
        self.say_in(field, words)
        self._given = field.given
        for name in _rows_of(field.given):
            if name in self._rows:
                self._rows[name].setChecked(True)

    def _add(self, name: str) -> ManyRow:
        row = ManyRow()
        self._rows[name] = row
        self._column.insertWidget(self._column.count() - 1, row)
        row.clicked.connect(lambda checked: self._on_clicked(name, checked=checked))
        return row

    def say_in(self, field: FieldSpec, words: Words) -> None:
        """The rows in other words."""
        self._search.say(words.say("Search the list"))
        for option in field.options:
            row = self._rows[option.id]
            row.say(_begun(option.text))
            row.show_key(str(option.number) if option.number <= MOST_KEYS else "")
        self._rows[NONE].say(words.say("None of these"))
        self._rows[DONT_KNOW].say(words.say("I don’t know"))
        self._rows[DONT_KNOW].show_key("0")
        if DOES_NOT_APPLY in self._rows:
            self._rows[DOES_NOT_APPLY].say(words.say("Does not apply to me"))

    def answer(self) -> Answer | None:
        """The complete selection; what was given, as long as nobody touched a row."""
        chosen = {name for name, row in self._rows.items() if row.isChecked()}
        if not chosen:
            return None if self._touched else self._given
        if DONT_KNOW in chosen:
            return DontKnow()
        if DOES_NOT_APPLY in chosen:
            return DoesNotApply()
        return Selection(frozenset({frozenset(chosen - {NONE})}))

    def tell_mistake(self, sentence: str) -> None:
        """Say it below the rows; each row says it to a screen reader too."""
        self._mistake.tell(sentence)
        for row in self._rows.values():
            row.setAccessibleDescription(sentence)

    def focus_first(self) -> None:
        """The first row chosen, else the first."""
        rows = list(self._rows.values())
        next((row for row in rows if row.isChecked()), rows[0]).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def choose_number(self, number: int) -> bool:
        """Choose the row of this digit, or take it back."""
        name = DONT_KNOW if number == 0 else dict(enumerate(self._options, 1)).get(number)
        if name is None:
            return False
        self._rows[name].setFocus(Qt.FocusReason.OtherFocusReason)
        self._rows[name].click()
        return True

    @property
    def given_in_words_needed(self) -> bool:
        """Several selections may be meant, which no rows show."""
        nothing = not any(row.isChecked() for row in self._rows.values())
        return self._given is not None and nothing and not self._touched

    def _on_sought(self, text: str) -> None:
        """Show the options that hold the text, and those chosen: nothing chosen is ever hidden."""
        sought = fold(text)
        for name in self._options:
            row = self._rows[name]
            row.setVisible(row.isChecked() or sought in fold(row.accessibleName()))

    def _on_clicked(self, name: str, *, checked: bool) -> None:
        """What is no option stands alone; an option takes such a row back."""
        self._touched = True
        alone = {NONE, DONT_KNOW, DOES_NOT_APPLY}
        if checked:
            for other, row in self._rows.items():
                if other != name and (name in alone or other in alone):
                    row.setChecked(False)
        self.changed.emit()

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from row to row, as among radio buttons."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        rows = [row for row in self._rows.values() if not row.isHidden()]
        here = next((place for place, row in enumerate(rows) if row.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        rows[(here + step) % len(rows)].setFocus(Qt.FocusReason.OtherFocusReason)


def _options(field: FieldSpec, words: Words) -> tuple[FieldOption, ...]:
    if field.kind is not Kind.YES_NO:
        return field.options
    return (
        FieldOption("yes", 1, words.say("Yes")),
        FieldOption("no", 2, words.say("No")),
    )


def _row_of(answer: Answer | None) -> str | None:
    match answer:
        case DontKnow():
            return DONT_KNOW
        case DoesNotApply():
            return DOES_NOT_APPLY
        case Choice(options) if len(options) == 1:
            return next(iter(options))
        case _:
            return None


def _rows_of(answer: Answer | None) -> frozenset[str]:
    if isinstance(answer, Selection) and len(answer.possible) == 1:
        return next(iter(answer.possible)) or frozenset({NONE})
    row = _row_of(answer)
    return frozenset() if row is None else frozenset({row})


def _depths(options: tuple[FieldOption, ...]) -> dict[str, int]:
    """How many options stand above each in the tree of codes."""
    above = {option.id: option.parent for option in options}
    depths: dict[str, int] = {}
    for name, direct in above.items():
        depth, parent = 0, direct
        while parent is not None and depth < len(above):
            depth, parent = depth + 1, above.get(parent)
        depths[name] = depth
    return depths


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]
