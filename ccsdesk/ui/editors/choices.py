"""Editors whose answers are rows: one of several, yes or no, a scale with anchors, any number of several."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLabel, QVBoxLayout, QWidget

from ccsdesk.domain.answers import Answer, Choice, DoesNotApply, DontKnow, Selection
from ccsdesk.domain.question import Kind
from ccsdesk.flow.fields import FieldOption, FieldSpec
from ccsdesk.text import Words, begun
from ccsdesk.ui import theme
from ccsdesk.ui.blocks import heading
from ccsdesk.ui.editors.base import Editor
from ccsdesk.ui.editors.option_groups import Groups
from ccsdesk.ui.editors.row_search import AnyRow, RowSearch
from ccsdesk.ui.forms import Mistake
from ccsdesk.ui.rows import ManyRow, OneRow

DONT_KNOW, DOES_NOT_APPLY, NONE = "?", "-", "0"
"""Names of the rows that are no option; no option id can be one of them."""
MOST_KEYS = 9


class RowsEditor(Editor):
    """A row for every option, then rows for what is no option; above a long list a field that searches it."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, AnyRow] = {}
        self._groups = Groups(())
        self._headings: dict[str, QLabel] = {}
        self._keys: dict[int, str] = {}
        self._given: Answer | None = None
        self._touched = False
        self.search = RowSearch()
        self._mistake = Mistake()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.em(0.15))
        # above the rows: below a long list nobody would see what is wrong
        for part in (self.search, self._mistake):
            self._column.addWidget(part)
        self.search.only_fit.connect(lambda name: self._rows[name].click())
        self.search.submitted.connect(self.submitted)

    def show_field(self, field: FieldSpec, words: Words) -> None:
        """The rows, those of the answer given so far checked."""
        options = _options(field, words)
        self._groups = Groups(options)
        for option in self._groups.ordered:
            if option.id in self._groups.begins:
                self._add_heading(self._groups.begins[option.id])
            if option.id == self._groups.first_alone:
                self._column.addSpacing(theme.em(0.5))
            self._add(option.id).indent(self._groups.depth(option.id))
        self._column.addSpacing(theme.em(0.5))
        for name in self._beside():
            self._add(name)
        if field.may_not_apply:
            self._add(DOES_NOT_APPLY)
        self._keys = {option.number: option.id for option in options if self._has_key(option)}
        self._keys.setdefault(0, DONT_KNOW)
        self.search.take(self._groups, self._rows, self._headings)
        self.say_in(field, words)
        self._given = field.given
        names = self._names(field.given)
        if names <= self._rows.keys():
            for name in names:
                self._rows[name].setChecked(True)
        self._listen()

    def _add(self, name: str) -> AnyRow:
        row = self._rows[name] = self._row()
        self._column.addWidget(row)
        return row

    def _add_heading(self, group: str) -> None:
        made = self._headings[group] = theme.as_role(heading(level=2), theme.STRONG)
        # its own, so that none is left where the search hides it
        made.setContentsMargins(0, theme.em(0.5), 0, 0)
        self._column.addWidget(made)

    def _has_key(self, option: FieldOption) -> bool:
        """Digits stand in order from the top, which a list in groups does not."""
        return 0 <= option.number <= MOST_KEYS and not self._groups.begins

    @abstractmethod
    def _row(self) -> AnyRow:
        """A new row."""

    @abstractmethod
    def _beside(self) -> tuple[str, ...]:
        """Names of the rows below the options."""

    @abstractmethod
    def _listen(self) -> None:
        """Take notice, from now on, of what the person does."""

    @abstractmethod
    def _names(self, answer: Answer | None) -> frozenset[str]:
        """Names of the rows that show an answer; empty where no rows can."""

    @abstractmethod
    def _shown(self) -> Answer | None:
        """The answer that the rows show."""

    def say_in(self, field: FieldSpec, words: Words) -> None:
        """The rows in other words."""
        options = _options(field, words)
        is_tree = any(option.parent is not None for option in options)
        for option in options:
            is_scale = field.kind is Kind.SCALE
            row = self._rows[option.id]
            text = f"{option.number} – {option.text}" if is_scale else begun(option.text)
            if option.id in self._headings:
                self._headings[option.id].setText(text)
                text = words.say("Other: {group}", group=option.text)
            row.say(text)
            row.show_key("" if is_scale or not self._has_key(option) else str(option.number))
            row.show_mark(_code(option) if is_tree else "")
        others = {
            NONE: words.say("None of these"),
            DONT_KNOW: words.say("I don’t know"),
            DOES_NOT_APPLY: words.say("Does not apply to me"),
        }
        for name, text in others.items():
            if name in self._rows:
                self._rows[name].say(text)
        self._rows[DONT_KNOW].show_key("0" if self._keys[0] == DONT_KNOW else "")
        self.search.say_in(words)
        if self._mistake.told():
            self.tell_mistake(self.nothing_given(words))

    def answer(self) -> Answer | None:
        """What is chosen; what was given, as long as nobody touched a row."""
        return self._shown() if self._touched else self._given

    def tell_mistake(self, sentence: str) -> None:
        """Say it above the rows; each row says it to a screen reader too."""
        self._mistake.tell(sentence)
        for row in self._rows.values():
            row.warn(sentence)

    def focus_first(self) -> None:
        """The first row chosen, else the first."""
        rows = [row for row in self._rows.values() if not row.isHidden()]
        next((row for row in rows if row.isChecked()), rows[0]).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def choose_number(self, number: int) -> bool:
        """Choose the row of this digit, unless the search hides it."""
        row = self._rows.get(self._keys.get(number, ""))
        if row is None or row.isHidden():
            return False
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        row.click()
        return True

    def typing_field(self) -> QWidget | None:
        return None if self.search.isHidden() else self.search.line

    @property
    def given_in_words_needed(self) -> bool:
        """Several answers may be meant, or one that has no row."""
        return not self._touched and self._given != self._shown()


class OneEditor(RowsEditor):
    """One of the options, of a scale, or of yes and no."""

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)

    def _row(self) -> OneRow:
        row = OneRow()
        self._group.addButton(row)
        return row

    def _beside(self) -> tuple[str, ...]:
        return (DONT_KNOW,)

    def _listen(self) -> None:
        for row in self._rows.values():
            # not `clicked`: arrow keys choose without a click
            row.toggled.connect(self._on_toggled)

    def _names(self, answer: Answer | None) -> frozenset[str]:
        name = _name(answer)
        return frozenset() if name is None else frozenset({name})

    def _shown(self) -> Answer | None:
        chosen = self._group.checkedButton()
        name = next((name for name, row in self._rows.items() if row is chosen), None)
        return None if name is None else _beside_options(name) or Choice(frozenset({name}))

    def _on_toggled(self, checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        if checked:
            self._touched = True
            self.changed.emit()


class ManyEditor(RowsEditor):
    """Any number of the options; "none of these" is an answer too."""

    def _row(self) -> ManyRow:
        return ManyRow()

    def _beside(self) -> tuple[str, ...]:
        return (NONE, DONT_KNOW)

    def _listen(self) -> None:
        for name, row in self._rows.items():
            row.clicked.connect(lambda checked, name=name: self._on_clicked(name, checked=checked))

    def _names(self, answer: Answer | None) -> frozenset[str]:
        if isinstance(answer, Selection) and len(answer.possible) == 1:
            return next(iter(answer.possible)) or frozenset({NONE})
        name = _name(answer)
        return frozenset() if name is None else frozenset({name})

    def _shown(self) -> Answer | None:
        chosen = {name for name, row in self._rows.items() if row.isChecked()}
        if not chosen:
            return None
        for name in chosen:
            alone = _beside_options(name)
            if alone is not None:
                return alone
        return Selection(frozenset({frozenset(chosen - {NONE})}))

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


def _name(answer: Answer | None) -> str | None:
    """The row of an answer that one row shows."""
    match answer:
        case DontKnow():
            return DONT_KNOW
        case DoesNotApply():
            return DOES_NOT_APPLY
        case Choice(options) if len(options) == 1:
            return next(iter(options))
        case _:
            return None


def _beside_options(name: str) -> DontKnow | DoesNotApply | None:
    if name == DONT_KNOW:
        return DontKnow()
    return DoesNotApply() if name == DOES_NOT_APPLY else None


def _code(option: FieldOption) -> str:
    """The code, where it is one and not the sign for "none"."""
    code = option.code or ""
    return code if any(letter.isalnum() for letter in code) else ""
