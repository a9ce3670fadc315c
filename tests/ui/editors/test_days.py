"""Days and months: typed by hand, picked from a calendar, roughly; said back in the language."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget

from ccsdesk.domain.answers import Amounts, DontKnow, Span
from ccsdesk.domain.question import Kind
from ccsdesk.flow.fields import FieldSpec
from ccsdesk.text import Words
from ccsdesk.ui.editors.days import DayEditor
from ccsdesk.ui.tab_course import stops_in
from tests.support.access import nameless

SL, EN = Words("sl"), Words("en")
DAY = FieldSpec(
    "registered",
    Kind.DATE,
    "When did you register?",
    "registered",
    minimum=date(1900, 1, 1),
    maximum=date(2026, 11, 22),
)
MONTH = replace(DAY, id="published", kind=Kind.MONTH)


def days(low, high):
    ends = (None if end is None else date(*end) for end in (low, high))
    return Amounts((Span(*ends),))


IN_EITHER = [
    DontKnow(),
    days((2025, 3, 1), (2025, 3, 31)),
    days((2025, 3, 1), (2025, 5, 31)),
    days((2025, 3, 1), None),
    days(None, (2025, 3, 31)),
]
DAYS_ONLY = [
    days((2025, 3, 15), (2025, 3, 15)),
    days((2025, 1, 1), (2025, 12, 31)),
    days((2026, 11, 1), (2026, 11, 22)),
    days((2025, 3, 2), (2025, 4, 7)),
]


@pytest.fixture
def make(themed, qtbot):
    def run(field=DAY, words=EN):
        editor = DayEditor()
        qtbot.addWidget(editor)
        editor.show_field(field, words)
        editor.resize(600, 500)
        with qtbot.waitActive(editor):
            editor.show()
            editor.activateWindow()
        return editor

    return run


@pytest.mark.parametrize("words", [SL, EN], ids=["sl", "en"])
@pytest.mark.parametrize(
    ("field", "given"),
    [(DAY, given) for given in IN_EITHER + DAYS_ONLY] + [(MONTH, given) for given in IN_EITHER],
)
def test_an_answer_given_before_is_shown_and_stays(make, words, field, given):
    editor = make(replace(field, given=given), words)
    assert not editor.given_in_words_needed
    assert editor.answer() == given


@settings(deadline=None)
@given(
    st.sampled_from([SL, EN]),
    st.lists(st.dates(date(1900, 1, 1), date(2026, 11, 22)), min_size=2, max_size=2),
    st.integers(0, 3),
)
def test_any_range_of_days_is_shown_and_stays(themed, words, ends, form):
    low, high = sorted(ends)
    spans = [Span(low, high), Span(low, low), Span(low, None), Span(None, high)]
    answer = Amounts((spans[form],))
    editor = DayEditor()
    editor.show_field(replace(DAY, given=answer), words)
    assert not editor.given_in_words_needed
    assert editor.answer() == answer


@pytest.mark.parametrize(
    ("text", "answer", "said"),
    [
        ("15.3.2025", days((2025, 3, 15), (2025, 3, 15)), "= 15. marec 2025"),
        ("3/2025", days((2025, 3, 1), (2025, 3, 31)), "= marec 2025"),
        ("2026", days((2026, 1, 1), (2026, 11, 22)), "= od 1. januarja 2026 do 22. novembra 2026"),
    ],
)
def test_what_is_typed_is_said_back(make, qtbot, text, answer, said):
    editor = make(words=SL)
    qtbot.keyClicks(editor.exact.line, text)
    assert editor.answer() == answer
    assert editor.exact.said.text() == said


def test_the_two_ends_of_a_rough_answer_are_the_first_and_last_day_typed(make, qtbot):
    editor = make()
    editor.roughly.click()
    qtbot.keyClicks(editor.low.line, "March 2024")
    qtbot.keyClicks(editor.high.line, "2025")
    assert editor.answer() == days((2024, 3, 1), (2025, 12, 31))
    assert editor.low.said.text() == "= 1 March 2024 or later"
    assert editor.high.said.text() == "= 31 December 2025 or earlier"
    editor.high.line.clear()
    qtbot.keyClicks(editor.high.line, "2023")
    assert editor.mistake() == "The first day is after the second; swap them."


def test_the_help_shows_a_day_that_fits(make):
    editor = make()
    assert editor.row_of(editor.exact).help.text() == "For example 15 March 2026 or March 2026."
    editor.say_in(MONTH, EN)
    assert editor.row_of(editor.exact).help.text() == "For example March 2026."


def test_a_mistake_takes_the_place_of_the_reading(make, qtbot):
    editor = make()
    qtbot.keyClicks(editor.exact.line, "31.2.2025")
    qtbot.keyClick(editor.exact.line, Qt.Key.Key_Return)
    told = editor.row_of(editor.exact).mistake
    assert told.told() == "This day does not exist: February 2025 has 28 days."
    assert told.isVisible()
    assert not editor.exact.said.isVisible()


def test_another_language_writes_a_shown_day_anew_and_keeps_a_typed_one(make, qtbot):
    editor = make(replace(DAY, given=days((2025, 3, 15), (2025, 3, 15))), SL)
    assert editor.exact.text() == "15. marec 2025"
    editor.say_in(DAY, EN)
    assert editor.exact.text() == "15 March 2025"
    editor.exact.line.clear()
    qtbot.keyClicks(editor.exact.line, "15.3.2025")
    editor.say_in(DAY, SL)
    assert editor.exact.text() == "15.3.2025"
    assert editor.exact.said.text() == "= 15. marec 2025"


def test_tab_goes_as_the_fields_stand_and_meets_names_only(make):
    editor = make()
    editor.roughly.click()
    editor.focus_first()
    assert nameless(editor) == []
    assert [widget.accessibleName() for widget in stops_in(editor)] == [
        "When did you register?",
        "Calendar",
        "Only roughly",
        "Not before",
        "Calendar",
        "Not after",
        "Calendar",
        "I don’t know",
    ]


# the calendar

# Qt's invisible platform, of itself
popup_noise = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def calendar_of(editor):
    editor.exact.calendar.click()
    popup = QApplication.activePopupWidget()
    return popup, popup.findChild(QCalendarWidget)


@popup_noise
def test_a_day_is_picked_from_a_calendar_in_the_language_and_within_the_limits(make, qtbot):
    editor = make(replace(DAY, given=days((2025, 3, 15), (2025, 3, 15))), SL)
    popup, calendar = calendar_of(editor)
    assert calendar.locale().name() == "sl_SI"
    assert calendar.firstDayOfWeek() is Qt.DayOfWeek.Monday
    assert calendar.maximumDate() == QDate(2026, 11, 22)
    assert calendar.selectedDate() == QDate(2025, 3, 15)
    calendar.setSelectedDate(QDate(2025, 3, 20))
    with qtbot.waitSignal(editor.changed):
        calendar.activated.emit(calendar.selectedDate())
    assert not popup.isVisible()
    assert editor.answer() == days((2025, 3, 20), (2025, 3, 20))
    assert editor.exact.text() == "20. marec 2025"
    assert editor.exact.line.hasFocus()


@popup_noise
def test_escape_closes_the_calendar_and_changes_nothing(make, qtbot):
    editor = make()
    popup, _ = calendar_of(editor)
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert editor.answer() is None


@popup_noise
def test_every_button_of_the_calendar_has_a_name(make):
    editor = make()
    popup, calendar = calendar_of(editor)
    names = {
        arrow.objectName(): arrow.accessibleName()
        for arrow in calendar.findChildren(object)
        if arrow.objectName() in {"qt_calendar_prevmonth", "qt_calendar_nextmonth"}
    }
    assert names == {
        "qt_calendar_prevmonth": "Month before",
        "qt_calendar_nextmonth": "Next month",
    }
    popup.close()


def test_a_month_has_no_calendar_of_days(make):
    assert not make(MONTH).exact.calendar.isVisible()
    assert make(DAY).exact.calendar.isVisible()
