"""The review as a person uses it: change and straight back, delete and undo, the keyboard, 80 answers."""

from __future__ import annotations

import time
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from ccsdesk.domain.answers import DontKnow, exactly
from ccsdesk.domain.draft import Mode
from ccsdesk.services.presenting.review import ReviewRow, ReviewSection, ReviewView, RowState
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.pages.review import FEW, ReviewPage
from ccsdesk.ui.presenters.review import ReviewPresenter
from tests.support.access import called
from tests.support.visits import make_visit

PLOT = {"has_plot": exactly("yes"), "area": exactly(Decimal(80)), "role": exactly("member")}


@pytest.fixture
def opened(themed, qtbot, catalogue):
    """Give a function that opens the review of a visit; `page.presenter` and `page.visit` belong to it."""
    visits = []

    def open_it(answers, mode=Mode.FULL):
        visit = make_visit(catalogue, answers, mode=mode)
        visits.append(visit)
        page = ReviewPage()
        qtbot.addWidget(page)
        page.say_in(visit.words)
        page.visit, page.presenter = visit, ReviewPresenter(page, visit, parent=page)
        page.resize(900, 600)
        show(page)
        return page

    yield open_it
    for visit in visits:
        visit.jobs.stop()


def show(page):
    """As the window shows a page."""
    page.hide()
    page.presenter.show()
    page.show()
    page.activateWindow()
    page.focus_first()


def test_every_row_is_a_button_that_says_question_and_answer(opened):
    page = opened(PLOT)
    row = page.rows["role"]
    interface = QAccessible.queryAccessibleInterface(row)
    assert interface.role() == QAccessible.Role.Button
    assert interface.text(QAccessible.Text.Name) == "Change: your role – member"


def test_a_click_anywhere_on_a_row_asks_for_its_question(opened, qtbot):
    page = opened(PLOT)
    row = page.rows["area"]
    with qtbot.waitSignal(page.presenter.question_asked) as asked:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().bottomLeft())
    assert asked.args == ["area"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_keyboard_opens_a_row_too(opened, qtbot, key):
    page = opened(PLOT)
    with qtbot.waitSignal(page.presenter.question_asked) as asked:
        qtbot.keyClick(page.rows["role"], key)
    assert asked.args == ["role"]


def test_coming_back_from_a_change_one_is_on_the_very_row_and_it_says_changed(opened):
    page = opened(PLOT)
    page.rows["role"].click()
    page.visit.go_to("role")
    page.visit.answer("role", exactly("guest"))
    show(page)
    assert page.focusWidget() is page.rows["role"]
    assert page.rows["role"].mark == "Changed"
    assert page.rows["role"].accessibleDescription() == "Changed"
    assert page.rows["area"].mark == ""


def test_the_row_one_comes_back_to_can_be_seen_also_when_rows_have_come_before_it(long_page, qtbot):
    long_page.show_view(many(60))
    long_page.hide()
    long_page.come_back_to("q58")
    long_page.show_view(many(60, lacking=5), marked="q58", mark="Changed")
    long_page.show()
    long_page.activateWindow()
    long_page.focus_first()
    row, port = long_page.rows["q58"], long_page.area.viewport()

    def is_seen():
        top = row.mapTo(port, row.rect().topLeft()).y()
        return long_page.focusWidget() is row and top >= 0 and top + row.height() <= port.height()

    qtbot.waitUntil(is_seen)


def test_another_text_size_keeps_the_row_with_the_keyboard_in_sight(long_page, qtbot):
    long_page.show_view(many(60))
    row, port = long_page.rows["q40"], long_page.area.viewport()
    row.setFocus()
    theme.apply(QApplication.instance(), theme.Look("light", 200))

    def is_seen():
        top = row.mapTo(port, row.rect().topLeft()).y()
        return row.height() > 120 and 0 <= top < port.height()

    try:
        qtbot.waitUntil(is_seen)
    finally:
        theme.apply(QApplication.instance())


def test_coming_back_without_a_change_nothing_is_marked(opened):
    page = opened(PLOT)
    page.visit.go_to("role")
    page.visit.answer("role", exactly("member"))
    show(page)
    assert page.focusWidget() is page.rows["role"]
    assert page.rows["role"].mark == ""


def test_the_mark_is_gone_when_the_review_is_opened_anew(opened):
    page = opened(PLOT)
    page.visit.go_to("role")
    page.visit.answer("role", exactly("guest"))
    show(page)
    show(page)
    assert page.rows["role"].mark == ""
    assert page.focusWidget() is page.heading


def test_a_change_that_asks_for_more_says_so_and_the_new_questions_come_first(opened):
    page = opened({"has_plot": exactly("no"), "role": exactly("member")})
    had = set(page.rows)
    page.rows["has_plot"].click()
    page.visit.go_to("has_plot")
    page.visit.answer("has_plot", exactly("yes"))
    show(page)
    assert page.notice.told().startswith("After your change 2 more questions are asked")
    assert set(page.rows) - had >= {"area", "rented"}


def test_a_change_that_sets_answers_aside_says_so(opened):
    page = opened(PLOT)
    page.rows["has_plot"].click()
    page.visit.go_to("has_plot")
    page.visit.answer("has_plot", exactly("no"))
    show(page)
    told = "After your change 1 answer no longer counts; see the end of this page."
    assert page.notice.told() == told


def test_an_answer_set_aside_can_be_deleted_and_the_deletion_undone(opened, qtbot):
    page = opened({**PLOT, "has_plot": exactly("no")})
    row = page.rows["area"]
    assert row.row.state is RowState.NOT_USED
    assert row.row.note == "Not used, because you said: You have no plot."
    row.click()
    assert "area" not in page.visit.answers.answers
    assert "area" not in page.rows
    assert page.notice.told() == "The answer is deleted: area of the plot."
    page.undo.click()
    assert page.visit.answers.answers["area"] == exactly(Decimal(80))
    assert page.rows["area"].row.state is RowState.NOT_USED


def test_the_rest_leads_to_the_first_question_without_an_answer(opened):
    page = opened({"has_plot": exactly("yes"), "role": exactly("member")})
    page.rest.click()
    assert page.visit.flow.current == "area"
    assert not page.visit.flow.returning


def test_a_quick_check_can_grow_from_here(opened):
    page = opened({"has_plot": exactly("yes")}, Mode.QUICK)
    assert page.grow.isVisible()
    page.grow.click()
    assert page.visit.flow.mode is Mode.FULL
    assert page.visit.flow.current is not None
    show_full = opened(PLOT)
    assert not show_full.grow.isVisible()


def test_without_any_answer_there_is_no_way_to_results(opened):
    assert not opened({}).footer().onward_enabled
    footer = opened(PLOT).footer()
    assert (footer.back, footer.onward, footer.onward_enabled) == (
        "Questions",
        "See my results",
        True,
    )


def test_another_language_changes_every_word_and_keeps_the_keyboard_where_it_is(opened):
    page = opened(PLOT)
    page.rows["role"].setFocus()
    page.visit.speak("de")
    page.say_in(page.visit.words)
    page.presenter.show()
    assert page.focusWidget() is page.rows["role"]
    assert page.rows["role"].row.answer == "Mitglied"


def test_arrows_go_from_row_to_row_and_stop_at_the_ends(opened, qtbot):
    page = opened(PLOT)
    rows = list(page.rows.values())
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Up)
    assert page.focusWidget() is rows[0]
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    assert page.focusWidget() is rows[1]


def test_tab_goes_through_the_page_from_top_to_bottom_also_after_a_rebuild(opened, qtbot):
    page = opened({"has_plot": exactly("no"), "role": DontKnow()})
    page.visit.record("has_plot", exactly("yes"))
    page.presenter.show()
    page.heading.setFocus()
    places, seen = [], page.heading
    for _ in page.rows:
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        seen = page.focusWidget()
        places.append(seen.mapTo(page, seen.rect().topLeft()).y())
    assert places == sorted(places)
    assert called(seen)


def many(count, lacking=0):
    rows = tuple(
        ReviewRow(
            f"q{n}", f"Question {n}", "An answer " * 9, RowState.ANSWERED, "Change", f"Change {n}"
        )
        for n in range(count)
    )
    without = tuple(
        replace(row, question=f"l{n}", state=RowState.NOT_ANSWERED)
        for n, row in enumerate(rows[:lacking])
    )
    sections = (ReviewSection("s", "Section", "", rows),)
    return ReviewView("Summary.", without, sections, (), "Answer the rest", "", "")


@pytest.fixture
def long_page(themed, qtbot):
    page = ReviewPage()
    qtbot.addWidget(page)
    page.say_in(Words("en"))
    page.resize(900, 600)
    page.show()
    return page


def test_of_many_questions_without_an_answer_a_few_are_listed_until_all_are_asked_for(long_page):
    long_page.show_view(many(20, lacking=20))
    listed = [name for name in long_page.rows if name.startswith("l")]
    assert len(listed) == FEW
    assert long_page.all_of_them.text() == "Show all 20 questions"
    long_page.all_of_them.click()
    assert sum(name.startswith("l") for name in long_page.rows) == 20
    assert not long_page.all_of_them.isVisible()
    assert long_page.focusWidget() is long_page.rows[f"l{FEW}"]


def test_eighty_answers_are_shown_quickly_again_after_a_change(long_page):
    long_page.show_view(many(80))
    fastest = min(_seconds(long_page, count) for count in (79, 80, 79, 80))
    assert fastest < 0.2


def _seconds(page, count):
    start = time.perf_counter()
    page.show_view(many(count))
    page.grab()
    return time.perf_counter() - start


def test_a_row_is_high_enough_for_a_finger_and_for_all_its_text(long_page):
    long_page.show_view(many(3))
    long_page.grab()
    for row in long_page.rows.values():
        assert row.height() >= max(44, row.heightForWidth(row.width()))
