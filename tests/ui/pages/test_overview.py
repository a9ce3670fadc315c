"""The overview as a person uses it: into a section, with pointer and keyboard."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from ccsdesk.domain.answers import exactly
from ccsdesk.services.presenting.overview import OverviewRow, OverviewView, SectionStand
from ccsdesk.text import Words
from ccsdesk.ui.pages.overview import OverviewPage
from ccsdesk.ui.presenters.overview import OverviewPresenter
from tests.support.visits import make_visit


@pytest.fixture
def visit(themed, catalogue):
    made = make_visit(catalogue, {"has_plot": exactly("yes"), "area": exactly(Decimal(80))})
    yield made
    made.jobs.stop()


@pytest.fixture
def page(visit, qtbot):
    made = OverviewPage()
    qtbot.addWidget(made)
    made.presenter = OverviewPresenter(made, visit, parent=made)
    made.say_in(visit.words)
    made.presenter.show()
    made.resize(900, 600)
    made.show()
    made.activateWindow()
    made.focus_first()
    return made


def test_a_section_opens_at_its_first_question_without_an_answer(page, qtbot):
    with qtbot.waitSignal(page.presenter.question_asked) as asked:
        qtbot.mouseClick(page.rows[0], Qt.MouseButton.LeftButton)
    assert asked.args == ["rented"]


def test_enter_opens_the_section_that_has_the_keyboard(page, qtbot):
    page.rows[1].setFocus()
    with qtbot.waitSignal(page.presenter.question_asked) as asked:
        qtbot.keyClick(page.rows[1], Qt.Key.Key_Return)
    assert asked.args == ["role"]


def test_a_section_is_a_button_that_says_how_far_it_is(page):
    interface = QAccessible.queryAccessibleInterface(page.rows[0])
    assert interface.role() == QAccessible.Role.Button
    assert interface.text(QAccessible.Text.Name) == page.rows[0].row.name
    assert page.rows[0].row.name.startswith("Your plot, Begun, 2 of 5 answered")


def test_the_keyboard_begins_at_the_section_one_came_from(page, visit):
    visit.open("skill")
    page.presenter.show()
    page.focus_first()
    assert page.focusWidget() is page.rows[1]


def test_from_the_review_the_keyboard_begins_at_the_title(page):
    assert page.focusWidget() is page.heading


def test_an_answer_given_meanwhile_shows_without_new_rows(page, visit):
    rows = list(page.rows)
    visit.record("role", exactly("member"))
    page.presenter.show()
    assert page.rows == rows
    assert page.rows[1].row.stand is SectionStand.BEGUN


def test_arrows_pass_over_a_section_that_asks_nothing_yet(themed, qtbot):
    def row(name, question):
        stand = SectionStand.NOT_BEGUN if question else SectionStand.WAITING
        return OverviewRow(name, name, stand, "", "", "", 0.0, question, False, name)

    page = OverviewPage()
    qtbot.addWidget(page)
    page.say_in(Words("en"))
    page.show_view(OverviewView("", 0.0, (row("a", "q1"), row("b", None), row("c", "q2"))))
    page.show()
    page.activateWindow()
    page.rows[0].setFocus()
    qtbot.keyClick(page.rows[0], Qt.Key.Key_Down)
    assert page.focusWidget() is page.rows[2]
    qtbot.keyClick(page.rows[2], Qt.Key.Key_Up)
    assert page.focusWidget() is page.rows[0]
    assert not page.rows[1].isEnabled()


def test_the_way_to_the_review_is_at_the_end(page, visit):
    visit.open("skill")
    page.review.click()
    assert visit.flow.current is None


def test_another_language_keeps_the_rows(page, visit):
    rows = list(page.rows)
    visit.speak("de")
    page.say_in(visit.words)
    page.presenter.show()
    assert page.rows == rows
    assert page.rows[0].row.title == "Ihre Parzelle"
