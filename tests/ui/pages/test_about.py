"""The page about the program as a person uses it: copy, open a licence, delete what is kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from ccsdesk.domain.answers import AnswerSet, exactly
from ccsdesk.domain.draft import Mode
from ccsdesk.services.consultation import Consultation
from ccsdesk.services.results import Results
from ccsdesk.text import Words
from ccsdesk.ui.jobs import Jobs
from ccsdesk.ui.pages.about import AboutPage
from ccsdesk.ui.presenters.about import AboutPresenter
from ccsdesk.ui.visit import Visit
from tests.support.drafts import MemoryDrafts, SetClock


@pytest.fixture
def drafts():
    return MemoryDrafts()


@pytest.fixture
def make_page(themed, qtbot, catalogue, drafts):
    """Give a function that makes the page of a program just started."""
    made = []

    def make():
        clock = SetClock()
        results = Results(catalogue, clock.today())
        consultation = Consultation(catalogue, rules=results, clock=clock, drafts=drafts)
        visit = Visit(results, consultation, Words("en", first="en"), jobs=Jobs())
        made.append(visit)
        page = AboutPage()
        qtbot.addWidget(page)
        page.visit, page.presenter = visit, AboutPresenter(page, visit, parent=page)
        page.say_in(visit.words)
        page.presenter.show()
        page.resize(900, 600)
        page.show()
        return page

    yield make
    for visit in made:
        visit.jobs.stop()


def begin(page):
    page.visit.start(Mode.FULL, AnswerSet({"has_plot": exactly("yes")}))
    page.presenter.show()


def test_the_lines_are_copied_and_that_is_said(make_page):
    page = make_page()
    page.copy.click()
    assert f"Qt: {qVersion()}" in QGuiApplication.clipboard().text().splitlines()
    assert page.notice.told().startswith("The lines are copied")


def test_a_licence_is_read_when_it_is_opened(make_page):
    page = make_page()
    assert page.texts["program"].toPlainText() == ""
    page.licences["program"].open()
    assert "Apache License" in page.texts["program"].toPlainText()
    assert page.texts["program"].accessibleName() == "The program: Apache License 2.0"


def test_without_answers_there_is_nothing_to_delete(make_page):
    assert not make_page().delete.isVisible()


def test_deleting_asks_once_and_then_ends_the_visit(make_page, qtbot, drafts):
    page = make_page()
    begin(page)
    page.delete.click()
    assert page.visit.is_open
    assert page.notice.told().startswith("This ends the visit")
    with qtbot.waitSignal(page.visit.ended):
        page.sure.click()
    assert drafts.kept is None


def test_what_a_crash_has_left_can_be_deleted_too(make_page, drafts):
    begin(make_page())
    after_crash = make_page()
    assert after_crash.delete.isVisible()
    after_crash.delete.click()
    after_crash.sure.click()
    assert drafts.kept is None
    assert not after_crash.delete.isVisible()
    assert after_crash.notice.told() == "It is deleted; nothing is kept now."


def test_another_language_keeps_an_opened_licence_open(make_page):
    page = make_page()
    page.licences["font"].open()
    page.visit.speak("de")
    page.say_in(page.visit.words)
    page.presenter.show()
    assert page.licences["font"].button.isChecked()
    assert "SIL" in page.texts["font"].toPlainText()
