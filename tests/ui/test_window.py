"""The window as a whole on a small catalogue: opening, going about, switching, starting over, closing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ccsdesk.domain.answers import DontKnow, exactly
from ccsdesk.domain.draft import Mode
from ccsdesk.domain.errors import StorageError
from ccsdesk.ui import start, theme
from ccsdesk.ui.window import MainWindow
from tests.support.catalogues import write
from tests.support.dialogs import Chosen
from tests.support.drafts import NOON, SetClock


@pytest.fixture
def clock():
    return SetClock()


@pytest.fixture
def opened(qtbot, themed, garden_folder, tmp_path, clock):
    """Opens windows on the small catalogue, each with its pages; `keeps=False` keeps nothing on the disk."""
    made = []

    def open_window(*, language="en", keeps=True, dialogs=None, directory=None):
        wanted = start.Wanted(
            directory=directory or garden_folder,
            language=language,
            today=clock.today,
            clock=clock,
            folder=tmp_path / "data" if keeps else None,
        )
        window = MainWindow()
        window.show()
        start.furnish(window, wanted, start.load(wanted), dialogs or Chosen())
        made.append(window)
        return window

    yield open_window
    for window in made:
        window.jobs.stop()
        window.front.visit.finish()
        window.close()
        window.deleteLater()
    # only the loop of an application does this by itself
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if theme.current() != theme.Look():
        theme.apply(themed)


@pytest.fixture
def window(opened):
    return opened()


def press(window, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)


def test_the_window_opens_with_the_start_page(window):
    assert window.windowTitle().startswith("CCS Desk")
    assert window.front.shell.page_name() == "start"


def test_the_window_gets_its_pages_from_a_job(qtbot, garden_folder, clock, themed):
    wanted = start.Wanted(
        directory=garden_folder, language="en", today=clock.today, clock=clock, folder=None
    )
    window = start.make_window(wanted, dialogs=Chosen())
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.ready):
        window.show()
    assert window.front.shell.page_name() == "start"
    window.jobs.stop()


def test_beginning_shows_the_first_question_and_puts_the_keyboard_at_its_title(window):
    window.front.shell.page().quick.button.click()
    front = window.front
    assert front.shell.page_name() == "question"
    assert front.shell.page().title() in window.windowTitle()
    assert window.focusWidget() is front.shell.page().heading


def test_a_digit_chooses_and_enter_goes_on(window, qtbot):
    front = window.front
    front.visit.start(Mode.FULL)
    front.visit.open("has_plot")
    press(window, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: "has_plot" in front.visit.answers.answers)
    press(window, Qt.Key.Key_Return)
    assert front.visit.answers.answers["has_plot"] == exactly("yes")
    assert front.visit.flow.current != "has_plot"


def test_going_on_without_an_answer_is_told_beside_the_question(window):
    front = window.front
    front.visit.start(Mode.FULL)
    here = front.visit.flow.current
    front.onward()
    assert front.visit.flow.current == here
    assert "don’t know" in front.shell.page().told_mistake()


def test_language_size_and_colours_change_in_the_middle_of_a_question(window):
    front = window.front
    front.visit.start(Mode.FULL)
    front.visit.open("has_plot")
    press(window, Qt.Key.Key_1)
    press(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    press(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    press(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    page = front.shell.page()
    assert front.visit.words.language != "en"
    assert theme.current().percent == 125
    assert theme.shown().value == "dark"
    assert front.shell.page_name() == "question"
    assert page.question == "has_plot"
    assert page.answer() == exactly("yes")


def test_unticking_every_box_takes_the_answer_back(window, qtbot):
    front = window.front
    front.visit.start(Mode.FULL)
    front.visit.open("crops")
    press(window, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: "crops" in front.visit.answers.answers)
    press(window, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: "crops" not in front.visit.answers.answers)
    assert front.visit.flow.current == "crops"


def test_going_on_from_boxes_unticked_says_so_and_keeps_no_earlier_answer(window):
    front = window.front
    front.visit.start(Mode.FULL)
    front.visit.open("crops")
    press(window, Qt.Key.Key_1)
    front.onward()
    front.visit.open("crops")
    assert front.shell.page().answer() is not None
    press(window, Qt.Key.Key_1)
    front.onward()
    assert front.shell.page().told_mistake()
    assert "crops" not in front.visit.answers.answers


def test_an_answer_that_is_only_looked_at_stays(window):
    front = window.front
    front.visit.start(Mode.FULL)
    front.visit.answer("crops", DontKnow())
    front.visit.open("crops")
    front.back()
    assert front.visit.answers.answers["crops"] == DontKnow()


def test_after_the_language_is_chosen_in_the_bar_the_keyboard_is_where_it_was(window):
    front = window.front
    front.visit.start(Mode.FULL)
    front.visit.open("area")
    front.shell.page().focus_editor()
    here = window.focusWidget()
    front.shell.top.language.setFocus(Qt.FocusReason.MouseFocusReason)
    assert window.focusWidget() is front.shell.top.language
    front.switch_language()
    assert window.focusWidget() is here


def test_alt_left_goes_back_without_losing_the_answer(window):
    front = window.front
    front.visit.start(Mode.FULL)
    first = front.visit.flow.current
    front.visit.open("has_plot")
    press(window, Qt.Key.Key_1)
    press(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert front.visit.answers.answers["has_plot"] == exactly("yes")
    assert first in {front.visit.flow.current, "has_plot"}


def test_starting_over_asks_once_and_then_forgets(window):
    front = window.front
    front.visit.start(Mode.FULL)
    front.visit.answer("has_plot", exactly("yes"))
    front.start_over()
    assert front.visit.is_open
    front.shell.told.action.click()
    assert not front.visit.is_open
    assert front.shell.page_name() == "start"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape])
def test_starting_over_is_left_by_whoever_just_presses_on(window, key):
    front = window.front
    front.visit.start(Mode.FULL)
    front.visit.answer("has_plot", exactly("yes"))
    front.start_over()
    assert window.focusWidget() is front.shell.told.stay
    press(window, key)
    assert front.visit.answers.answers["has_plot"] == exactly("yes")
    assert not front.shell.told.isVisible()
    assert front.shell.page().isAncestorOf(window.focusWidget())


@pytest.mark.parametrize("mode", list(Mode))
def test_beginning_in_another_way_keeps_answers_and_language(window, mode):
    front = window.front
    front.visit.speak("de")
    front.visit.start(Mode.QUICK)
    front.visit.answer("has_plot", exactly("yes"))
    front.show("start")
    page = front.shell.page()
    (page.quick if mode is Mode.QUICK else page.full).button.click()
    assert front.visit.answers.answers == {"has_plot": exactly("yes")}
    assert front.visit.flow.mode is mode
    assert front.visit.words.language == "de"
    # the small quick check has this one question
    assert front.shell.page_name() == ("review" if mode is Mode.QUICK else "question")


def test_the_start_page_leads_back_into_the_visit_and_asks_before_deleting(window):
    front = window.front
    front.visit.start(Mode.FULL)
    front.visit.answer("has_plot", exactly("yes"))
    front.show("start")
    page = front.shell.page()
    page.delete_asked.emit()
    assert front.visit.is_open
    assert front.shell.told.stay.isVisible()
    page.continue_asked.emit()
    assert front.shell.page_name() == "question"
    assert front.visit.answers.answers == {"has_plot": exactly("yes")}


def test_opening_a_file_during_a_visit_asks_and_then_opens(window, monkeypatch):
    front = window.front
    asked = []
    monkeypatch.setattr(front.dialogs, "ask_for_answers", lambda *given: asked.append(given))
    front.visit.start(Mode.FULL)
    front.visit.answer("has_plot", exactly("yes"))
    front.open_answers()
    assert not asked
    front.shell.told.action.click()
    assert asked
    assert not front.visit.is_open


def test_after_a_visit_language_and_look_are_as_at_the_beginning(window):
    front = window.front
    front.visit.start(Mode.FULL)
    front.visit.speak("de")
    front.looks.use_theme("contrast")
    front.looks.use_size(200)
    front.visit.finish()
    assert front.visit.words.language == "en"
    assert theme.current() == theme.Look()


def test_closing_does_not_ask_where_the_answers_are_kept(window):
    window.front.visit.start(Mode.FULL)
    window.front.visit.answer("has_plot", exactly("yes"))
    assert window.close()


def test_closing_asks_where_the_answers_would_be_lost(opened):
    window = opened(keeps=False)
    window.front.visit.start(Mode.FULL)
    window.front.visit.answer("has_plot", exactly("yes"))
    assert not window.close()
    assert "Closing" in window.front.shell.told.notice.told()
    window.front.shell.told.action.click()
    assert not window.isVisible()


def test_a_visit_left_open_is_offered_again_and_an_idle_one_is_gone(opened, clock):
    window = opened()
    window.front.visit.start(Mode.FULL)
    window.front.visit.answer("has_plot", exactly("yes"))
    window.close()
    again = opened()
    found = again.front.visit.interrupted()
    assert found is not None
    assert found.begun_at == NOON
    again.close()
    clock.wait(minutes=31)
    assert opened().front.visit.interrupted() is None


def test_what_the_disk_refuses_is_told_with_a_way_on(window, monkeypatch):
    front = window.front
    front.visit.start(Mode.FULL)
    front.visit.refused.emit(StorageError("The disk is full."))
    assert "disk is full" in front.shell.told.notice.told()
    front.shell.told.action.click()
    assert not front.visit.is_kept


def test_a_broken_catalogue_is_told_on_the_start_page_and_its_last_good_copy_used(opened, tmp_path):
    folder = write(tmp_path / "mine")
    opened(directory=folder, keeps=False)
    write(folder, {"facts.yaml": "facts: ["})
    window = opened(directory=folder, keeps=False)
    assert "last good copy" in window.front.shell.page().warning.told()


def test_twenty_visits_leave_no_widget_behind(window):
    front = window.front

    def visit_and_count():
        front.visit.start(Mode.FULL)
        front.visit.answer("has_plot", exactly("yes"))
        front.step("review")
        front.visit.finish()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return len(QApplication.allWidgets())

    first = visit_and_count()
    assert [visit_and_count() for _ in range(20)] == [first] * 20


def test_help_opens_beside_the_page_and_nothing_waits_for_it(window):
    press(window, Qt.Key.Key_F1)
    sheets = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]
    children = window.findChildren(type(window.front.key_sheet()))
    assert window.front.key_sheet().isVisible()
    assert sheets or children
    window.front.key_sheet().close()
