"""One line for a number or a day typed by hand, with its unit beside it and, below, how it was read.

Its label, help and mistake belong to the form row around it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ccsdesk.domain.answers import Ordered, Span
from ccsdesk.domain.question import DAY_KINDS, Kind
from ccsdesk.flow.fields import FieldSpec
from ccsdesk.text import Words
from ccsdesk.text.reading import LONGEST, Misread, Wanted, read, write, write_end
from ccsdesk.text.spans import CURRENCY, PERCENT, say_span
from ccsdesk.text.tables import SIGNS
from ccsdesk.ui import a11y, theme
from ccsdesk.ui.blocks import paragraph
from ccsdesk.ui.editors.calendar import CalendarButton
from ccsdesk.ui.editors.clean_fields import CleanLine

WIDTH_EM = 14
"""Room for "30. september 2027"."""


def wanted_of(field: FieldSpec) -> Wanted:
    """What a field of numbers or days takes."""
    return Wanted(field.kind, field.minimum, field.maximum, field.decimals, field.unit)


class ReadField(QWidget):
    """Says back what it read. `edited`: the person typed; `entered`: they clicked into what is typed; `left`: done."""

    edited = Signal()
    entered = Signal()
    left = Signal()
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = CleanLine(2 * LONGEST)
        self.unit = QLabel()
        self.calendar = CalendarButton()
        self.said = paragraph(role=theme.MUTED)
        self._wanted = Wanted(Kind.NUMBER)
        self._words = Words("en")
        self._is_quiet = False
        self._as_end: Callable[[Span], Span] = lambda span: span
        self._measure()
        row = QHBoxLayout()
        row.setSpacing(theme.em(0.4))
        row.addWidget(self.line)
        row.addWidget(self.unit)
        row.addWidget(self.calendar)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(0.2))
        column.addLayout(row)
        column.addWidget(self.said)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._on_edited)
        self.line.entered.connect(self.entered)
        self.line.editingFinished.connect(self._on_finished)
        self.line.returnPressed.connect(self.submitted)
        self.calendar.picked.connect(self._on_picked)

    # showing

    def say_in(self, wanted: Wanted, words: Words) -> None:
        """Units and reading in these words; what is typed means the same as before."""
        before = read(self.text(), self._wanted, self._words)
        own = isinstance(before, Span) and self.text() == write(before, self._wanted, self._words)
        self._wanted, self._words = wanted, words
        if isinstance(before, Span) and (own or read(self.text(), wanted, words) != before):
            again = write(before, wanted, words)
            if again is not None and again != self.text():
                self.line.put(again)
        self.unit.setText(_unit(wanted, words))
        self.unit.setVisible(bool(self.unit.text()))
        self.calendar.setVisible(wanted.kind is Kind.DATE)
        self.calendar.say_in(wanted, words)
        self._say_back()

    def put(self, text: str) -> None:
        """Show a text; not as something the person did."""
        self.line.put(text)
        self._say_back()

    def put_span(self, span: Span) -> bool:
        """Show these values, if one text can say them."""
        text = write(span, self._wanted, self._words)
        if text is not None:
            self.put(text)
        return text is not None

    def put_end(self, end: Ordered | None) -> None:
        """Show one value, or nothing."""
        if end is None:
            self.put("")
        elif isinstance(end, date) and self._wanted.kind is Kind.MONTH:
            self.put(self._words.month(end.month, end.year))
        else:
            self.put(write_end(end, self._words))

    def make_end(self, *, lowest: bool) -> None:
        """What is typed is the lowest or the highest value of a rough answer, and is said so."""
        self._as_end = lambda span: Span(span.low, None) if lowest else Span(None, span.high)

    def show_mistake(self, *, shown: bool) -> None:
        """A mistake stands where the reading would."""
        self.said.setVisible(not shown)

    def keep_quiet(self, *, quiet: bool) -> None:
        """Say nothing back, while another answer stands."""
        self._is_quiet = quiet
        self._say_back()

    def type_in(self, text: str) -> None:
        """Add to what is typed, as the person would."""
        self.line.insert(text)

    # what was typed

    def text(self) -> str:
        """What is typed, as it is."""
        return self.line.text()

    def reading(self) -> Span | Misread | None:
        """What it means; None where nothing is typed."""
        return read(self.text(), self._wanted, self._words)

    def _say_back(self) -> None:
        found = None if self._is_quiet else self.reading()
        said = ""
        if isinstance(found, Span):
            wanted = self._wanted
            value = say_span(self._as_end(found), wanted.kind, wanted.unit, self._words)
            said = self._words.say("= {value}", value=value)
        self.said.setText(said)
        self.calendar.point_at(
            found.low if isinstance(found, Span) and isinstance(found.low, date) else None
        )

    def _on_edited(self) -> None:
        self._is_quiet = False
        self._say_back()
        self.edited.emit()

    def _on_finished(self) -> None:
        if self.said.text():
            a11y.announce(self.line, self.said.text())
        self.left.emit()

    def _on_picked(self, day: date) -> None:
        self.put(write_end(day, self._words))
        self._on_edited()
        self.line.setFocus()

    def _measure(self) -> None:
        self.line.setFixedWidth(theme.em(WIDTH_EM))
        self.said.setIndent(theme.em(0.6))
        # an empty line keeps its place: nothing moves while a person types
        self.said.setMinimumHeight(self.said.fontMetrics().height())

    # Qt's own

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()


def _unit(wanted: Wanted, words: Words) -> str:
    """The unit as it stands beside a field: the sign of a currency, "%", the word for many."""
    if wanted.kind in DAY_KINDS:
        return ""
    if wanted.kind is Kind.PERCENT:
        return PERCENT
    if wanted.kind is Kind.MONEY:
        currency = wanted.unit or CURRENCY
        return "".join(sign for sign in words.money(0, currency) if sign not in "0 \u00a0")
    if wanted.unit is None or wanted.unit in SIGNS:
        return SIGNS.get(wanted.unit or "", "")
    return "".join(words.amount(5, wanted.unit).partition(" ")[2:])
