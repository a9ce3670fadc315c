"""The person's own day and note for one programme of the plan: two form rows that give what is typed a moment later."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccsdesk.domain.answers import Span
from ccsdesk.domain.question import Kind
from ccsdesk.services.presenting.plan import PlanItem
from ccsdesk.text import Words
from ccsdesk.text.cleaning import Cleaned
from ccsdesk.text.reading import Misread, Wanted, write_end
from ccsdesk.ui import theme
from ccsdesk.ui.editors.clean_fields import CleanText, changed_in_words
from ccsdesk.ui.editors.read_field import ReadField
from ccsdesk.ui.forms import FormRow

PAUSE = 300
"""Milliseconds without a key before what is typed is given."""
YEARS_AHEAD = 10
NOTE_EM = 5.5


class OwnFields(QWidget):
    """`note_given` and `day_given` (a day or None) say what differs from what was shown.

    A day that cannot be read is told beside its field once the field is left; the one before it stays.
    """

    note_given = Signal(str)
    day_given = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.day = ReadField()
        # Tab would stop at the field around the line too, wherever that stands in its round
        self.day.setFocusProxy(None)  # type: ignore[arg-type]
        self.note = CleanText()
        self.day_row = FormRow(self.day.line, self.day)
        self.note_row = FormRow(self.note)
        self._words = Words("en")
        self._earliest = date.min
        self._kept_day: date | None = None
        self._kept_note = ""
        self._is_call = True
        self._cleaned: Cleaned | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(0.8))
        column.addWidget(self.day_row)
        column.addWidget(self.note_row)
        self._measure()
        self._pause.timeout.connect(self._give)
        self.day.edited.connect(self._on_day_edited)
        self.day.left.connect(self.keep)
        self.note.cleaned.connect(self._on_note_cleaned)

    def show_item(self, item: PlanItem, earliest: date, words: Words) -> None:
        """Show what is kept; what is typed and not given yet stays."""
        self._words, self._earliest = words, earliest
        self._is_call = item.state is not None
        self._say()
        if item.own_day != self._kept_day:
            if item.own_day != self._read():
                self.day.put_end(item.own_day)
            self._kept_day = item.own_day
            self.day_row.tell_mistake("")
        if item.note != self._kept_note:
            if item.note != self.note.toPlainText():
                self.note.put(item.note)
                self._cleaned = None
            self._kept_note = item.note
            self._say_note()

    def keep(self) -> None:
        """Give what is typed now; say what is wrong with it."""
        self._pause.stop()
        self._give()
        self.day_row.tell_mistake(self._mistake())

    def is_empty(self) -> bool:
        """Whether nothing is typed in either field."""
        return not self.day.text().strip() and not self.note.toPlainText().strip()

    def _say(self) -> None:
        say = self._words.say
        had_mistake = bool(self.day_row.mistake.told())
        self.day.say_in(self._wanted(), self._words)
        self.day_row.say(
            say("I hand it in by") if self._is_call else say("I get in touch by"),
            say("Your own day; leave it empty if you don’t want one."),
        )
        if had_mistake:
            self.day_row.tell_mistake(self._mistake())
        self._say_note()

    def _say_note(self) -> None:
        words = self._words
        told = changed_in_words(self._cleaned, self.note.toPlainText(), words)
        self.note_row.say(words.say("My note"), told or words.say("It is printed with the plan."))

    def _wanted(self) -> Wanted:
        year = min(self._earliest.year + YEARS_AHEAD, date.max.year)
        return Wanted(Kind.DATE, self._earliest, date(year, 12, 31))

    def _read(self) -> date | Misread | None:
        found = self.day.reading()
        if not isinstance(found, Span):
            return found
        if isinstance(found.low, date) and found.low == found.high:
            return found.low
        example = write_end(date(self._earliest.year + 1, 3, 15), self._words)
        return Misread(self._words.say("Write the day too: {example}.", example=example))

    def _mistake(self) -> str:
        found = self._read()
        # a day kept from before may have gone by; only a new one has to be ahead
        return found.sentence if isinstance(found, Misread) and not self._is_shown_day() else ""

    def _is_shown_day(self) -> bool:
        kept = self._kept_day
        return kept is not None and self.day.text() == write_end(kept, self._words)

    def _give(self) -> None:
        note = self.note.toPlainText()
        if note.strip() != self._kept_note.strip():
            self.note_given.emit(note)
        day = self._read()
        if not isinstance(day, Misread) and day != self._kept_day:
            self.day_given.emit(day)

    def _on_day_edited(self) -> None:
        self.day_row.tell_mistake("")
        self._pause.start()

    def _on_note_cleaned(self, cleaned: Cleaned) -> None:
        self._cleaned = cleaned
        self._say_note()
        self._pause.start()

    def _measure(self) -> None:
        self.note.setFixedHeight(theme.em(NOTE_EM))

    # Qt's own

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()
