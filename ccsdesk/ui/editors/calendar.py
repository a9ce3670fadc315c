"""A button that opens a small calendar in the person's language; gives the day that was picked. Reads no text."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from ccsdesk.text import Words
from ccsdesk.text.reading import Wanted
from ccsdesk.ui import icons, theme
from ccsdesk.ui.blocks import TintedButton, name_button

_TERRITORIES = {"en": "en_GB"}
"""Weeks begin on Monday and days before months, as everywhere else in the program."""
WIDTH_EM, HEIGHT_EM = 25, 20


class CalendarButton(TintedButton):
    """Opens the calendar; Escape closes it, Enter or a click picks a day."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__("calendar")
        self._wanted: Wanted | None = None
        self._words = Words("en")
        self._day: date | None = None
        self._popup: _Popup | None = None
        self.clicked.connect(self._on_clicked)

    def say_in(self, wanted: Wanted, words: Words) -> None:
        """The limits of the calendar and its language."""
        self._wanted, self._words = wanted, words
        name_button(self, "", words.say("Open the calendar"))
        self.setAccessibleName(words.say("Calendar"))

    def point_at(self, day: date | None) -> None:
        """The day where the calendar opens; None opens it at the end of what is allowed."""
        self._day = day

    def _on_clicked(self) -> None:
        if self._wanted is None:
            return
        popup = _Popup(self, self._wanted, self._words)
        if self._day is not None:
            popup.calendar.setSelectedDate(_qt(self._day))
        popup.calendar.activated.connect(self._on_picked)
        popup.calendar.clicked.connect(self._on_picked)
        self._popup = popup
        popup.open_below(self)

    def _on_picked(self, day: QDate) -> None:
        popup, self._popup = self._popup, None
        if popup is None:
            # a click is told twice
            return
        popup.close()
        self.picked.emit(date(day.year(), day.month(), day.day()))


class _Popup(QFrame):
    def __init__(self, parent: QWidget, wanted: Wanted, words: Words) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        theme.as_card(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.calendar = calendar = QCalendarWidget()
        calendar.setLocale(QLocale(_TERRITORIES.get(words.spoken, words.spoken)))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setAccessibleName(words.say("Calendar"))
        plain = QTextCharFormat()
        plain.setForeground(theme.colour(theme.Role.TEXT))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(weekday, plain)
        if isinstance(wanted.minimum, date):
            calendar.setMinimumDate(_qt(wanted.minimum))
        if isinstance(wanted.maximum, date):
            calendar.setMaximumDate(_qt(wanted.maximum))
        _dress(calendar, words)
        # Qt measures the days without the padding of the sheet
        calendar.setMinimumSize(theme.em(WIDTH_EM), theme.em(HEIGHT_EM))
        column = QVBoxLayout(self)
        margin = theme.em(0.3)
        column.setContentsMargins(margin, margin, margin, margin)
        column.addWidget(calendar)

    def open_below(self, button: QWidget) -> None:
        """Show it under the button, inside the screen, with the keyboard in the days."""
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(0, button.height()))
        room = button.screen().availableGeometry()
        x = max(room.left(), min(corner.x(), room.right() - self.width()))
        y = corner.y()
        if y + self.height() > room.bottom():
            y = max(room.top(), corner.y() - button.height() - self.height())
        self.move(x, y)
        self.show()
        self.calendar.setFocus()


def _dress(calendar: QCalendarWidget, words: Words) -> None:
    """Our colours and icons for the bar above the days, and names for its buttons."""
    bar = calendar.findChild(QWidget, "qt_calendar_navigationbar")
    if bar is not None:
        bar.setBackgroundRole(QPalette.ColorRole.Window)
    arrows = {
        "qt_calendar_prevmonth": ("left", words.say("Month before")),
        "qt_calendar_nextmonth": ("right", words.say("Next month")),
    }
    for name, (icon, said) in arrows.items():
        arrow = calendar.findChild(QToolButton, name)
        if arrow is not None:
            arrow.setIcon(icons.icon(icon))
            arrow.setAccessibleName(said)


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
