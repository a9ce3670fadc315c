"""The editor of a place: typed in part, found without accents, chosen from a list. Inner and outer places alike."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QListView, QVBoxLayout, QWidget

from ccsdesk.domain.answers import Answer, Choice, DoesNotApply, DontKnow
from ccsdesk.flow.fields import FieldSpec
from ccsdesk.text import Words, quoted
from ccsdesk.ui import a11y, theme
from ccsdesk.ui.blocks import paragraph
from ccsdesk.ui.editors.base import Editor
from ccsdesk.ui.editors.choices import DOES_NOT_APPLY, DONT_KNOW
from ccsdesk.ui.editors.clean_fields import CleanLine
from ccsdesk.ui.forms import FormRow
from ccsdesk.ui.models.place_delegate import PlaceDelegate
from ccsdesk.ui.models.places import PlaceModel
from ccsdesk.ui.rows import OneRow

ROWS_SHOWN = 4.5
"""Half a row says that there are more."""
HIGHEST = 270
"""Pixels: with large text too, the field and what was found fit a small screen together."""
FEWEST = 2.5
MANY = 1000
FRAME = 3
DOWN = frozenset({Qt.Key.Key_Down, Qt.Key.Key_PageDown})
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class PlaceEditor(Editor):
    """What is chosen stands in the field; typing on takes the choice back."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Words("en")
        self._model = PlaceModel((), self._words)
        self._chosen: str | None = None
        self._given: Answer | None = None
        self._touched = False
        self.line = CleanLine()
        self.list = _Hits()
        self.list.setModel(self._model)
        self.found = paragraph(role=theme.CAPTION)
        self._row = FormRow(self.line)
        self._others = QButtonGroup(self)
        self._others.setExclusive(True)
        self._rows: dict[str, OneRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._row, self.list, self.found):
            self._column.addWidget(part)
        self.line.textEdited.connect(self._on_edited)
        self.line.returnPressed.connect(self._on_return)
        self.list.clicked.connect(self._on_clicked)
        self.list.entered_by_key.connect(self._choose)
        self.list.left_upwards.connect(self.line.setFocus)

    def show_field(self, field: FieldSpec, words: Words) -> None:
        """The places, and the one that was given."""
        for name in (DONT_KNOW, *((DOES_NOT_APPLY,) if field.may_not_apply else ())):
            row = OneRow()
            row.clicked.connect(self._on_other_clicked)
            self._rows[name] = row
            self._others.addButton(row)
            self._column.addWidget(row)
        self.say_in(field, words)
        self._given = field.given
        match field.given:
            case DontKnow():
                self._rows[DONT_KNOW].setChecked(True)
            case DoesNotApply() if DOES_NOT_APPLY in self._rows:
                self._rows[DOES_NOT_APPLY].setChecked(True)
            case Choice(options) if len(options) == 1:
                self._show_chosen(next(iter(options)))
            case _:
                pass

    def say_in(self, field: FieldSpec, words: Words) -> None:
        """The places in other words; what is typed stays, what is chosen is named anew."""
        self._words = words
        self._model.fill(field.options, words)
        self._row.say(words.say("Name of the place"), words.say("Begin to type, then choose."))
        self.list.setAccessibleName(words.say("Places found"))
        self._rows[DONT_KNOW].say(words.say("I don’t know"))
        self._rows[DONT_KNOW].show_key("0")
        if DOES_NOT_APPLY in self._rows:
            self._rows[DOES_NOT_APPLY].say(words.say("Does not apply to me"))
        if self._chosen is not None:
            self._show_chosen(self._chosen)
        self._count()

    def answer(self) -> Answer | None:
        """The place chosen; what was given, as long as nobody touched anything."""
        if self._chosen is not None:
            return Choice(frozenset({self._chosen}))
        if self._rows[DONT_KNOW].isChecked():
            return DontKnow()
        if DOES_NOT_APPLY in self._rows and self._rows[DOES_NOT_APPLY].isChecked():
            return DoesNotApply()
        typed = self._model.exact(self.line.text()) if self.line.text().strip() else None
        if typed is not None:
            return Choice(frozenset({typed.id}))
        return None if self._touched else self._given

    def mistake(self) -> str:
        """What is typed but not chosen."""
        if self.answer() is not None or not self.line.text().strip():
            return ""
        if self._model.rowCount() == 0:
            return self._not_found()
        return self._words.say("Choose one of the places in the list.")

    def _not_found(self) -> str:
        return self._words.say(
            "There is no place “{name}” here. Type a part of its name, or choose a larger place around it.",
            name=quoted(self.line.text().strip()),
        )

    def tell_mistake(self, sentence: str) -> None:
        """Say it below the field, and say nothing twice."""
        self._row.tell_mistake(sentence)
        self.found.setVisible(sentence != self.found.text())

    def focus_first(self) -> None:
        """The field to type in."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def choose_number(self, number: int) -> bool:
        """Only "I don't know" has a digit."""
        if number == 0:
            self._rows[DONT_KNOW].click()
        return number == 0

    def typing_field(self) -> QWidget | None:
        return self.line

    @property
    def given_in_words_needed(self) -> bool:
        """Several places may be meant."""
        return (
            isinstance(self._given, Choice) and len(self._given.options) > 1 and not self._touched
        )

    def _show_chosen(self, place_id: str) -> None:
        row = self._model.place(place_id)
        if row is not None:
            self._chosen = place_id
            self.line.setText(row.name)
            self._model.search(row.name)
            self._count()

    def _choose(self, index: QModelIndex) -> None:
        place = self._model.row(index)
        self._touched = True
        self._uncheck_others()
        self._show_chosen(place.id)
        self.list.setCurrentIndex(self._model.index(0))
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _count(self) -> None:
        words, place, n = self._words, None, self._model.rowCount()
        self.list.fit(n)
        if self._chosen is not None:
            place = self._model.place(self._chosen)
        if place is not None:
            within = f" – {place.within}" if place.within else ""
            self.found.setText(words.say("Chosen: {place}", place=place.name + within))
            return
        self.found.setText(
            words.count("{n} place found.", "{n} places found.", n) if n else self._not_found()
        )
        self.list.setVisible(n > 0)

    def _uncheck_others(self) -> None:
        self._others.setExclusive(False)
        for row in self._rows.values():
            row.setChecked(False)
        self._others.setExclusive(True)

    def _on_edited(self, text: str) -> None:
        self._touched = True
        self._chosen = None
        self._uncheck_others()
        self._model.search(text)
        self._count()
        # it was about what stood there before
        self.tell_mistake("")
        a11y.announce(self.found, self.found.text())
        self.bring_into_view(self.list if self._model.rowCount() else self.found, self.line)
        self.changed.emit()

    def _on_return(self) -> None:
        if self._chosen is None and self.line.text().strip():
            only = self._model.exact(self.line.text())
            if only is not None or self._model.rowCount() == 1:
                self._model.search(self.line.text())
                self._choose(self._model.index(0))
                return
        self.submitted.emit()

    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index)

    def _on_other_clicked(self) -> None:
        self._touched = True
        self._chosen = None
        self.line.clear()
        self._model.search("")
        self._count()
        self.changed.emit()

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the field into the list."""
        if event.key() in DOWN and self.line.hasFocus() and self._model.rowCount():
            self.list.enter()
            return
        super().keyPressEvent(event)


class _Hits(QListView):
    """The list of hits: Enter chooses, Up at the top goes back to the field."""

    entered_by_key = Signal(QModelIndex)
    left_upwards = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self._delegate = PlaceDelegate(self)
        self.setItemDelegate(self._delegate)
        self._rows = MANY
        self._measure()

    def fit(self, rows: int) -> None:
        """No higher than so many hits."""
        self._rows = rows
        self._measure()

    def _measure(self) -> None:
        row = self._delegate.height()
        most = max(FEWEST * row, min(ROWS_SHOWN * row, HIGHEST))
        # the frame of the sheet: padding, line and the room for the ring of the keyboard
        around = 2 * (theme.em(0.15) + FRAME)
        self.setFixedHeight(round(min(self._rows * row + around, most)))

    def enter(self) -> None:
        """Take the keyboard, at the first hit."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentIndex(self.model().index(0, 0))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.currentIndex().isValid():
            self.entered_by_key.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)
