"""The bars around a page: low where text is large, whole in every window, still where one presses again and again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QPushButton, QToolButton

from ccsdesk.ui import theme
from tests.support import room
from tests.support.access import interface, name_of
from tests.support.waiting import comes_about
from tests.support.window import SMALLEST, Setting, close_window, open_window

MOST_AT_LARGE = 150
"""Pixels of 720 that the bars may take where text is twice as large."""
LAYING_OUT = 1500
WINDOWS = [(640, 480), (800, 600), (1024, 768), SMALLEST, (1920, 1080), (3000, 2000)]


@pytest.fixture
def open_at(catalogue, themed):
    """Give a function that opens a window at a size of text and begins a visit in it."""
    opened = []

    def make(percent=100, language="en", size=SMALLEST):
        visitor = open_window(catalogue, Setting(language=language, percent=percent))
        opened.append(visitor)
        visitor.window.resize(*size)
        visitor.begin()
        return visitor

    yield make
    for visitor in opened:
        close_window(visitor)


def bars(visitor):
    """Everything of the window's height that is not the page's."""
    return visitor.window.height() - visitor.front.shell.page().height()


def place(visitor, widget):
    return QRect(widget.mapTo(visitor.window, QPoint()), widget.size())


def settled(visitor):
    comes_about(lambda: not room.faults(visitor.window), LAYING_OUT)
    return room.faults(visitor.window)


@pytest.mark.parametrize("percent", [150, 175, 200])
def test_large_text_leaves_the_window_to_the_page(open_at, percent):
    visitor = open_at(percent)
    visitor.wait(lambda: bars(visitor) <= MOST_AT_LARGE)
    assert not visitor.window.findChild(QFrame, "steps").isVisible()


def test_normal_text_has_its_steps_in_a_line(open_at):
    visitor = open_at(100)
    steps = visitor.window.findChild(QFrame, "steps")
    assert [name_of(interface(one)) for one in steps.findChildren(QPushButton)] == [
        "1 Questions",
        "2 Review",
        "3 Results",
        "4 Plan",
        "5 Take away",
    ]
    assert steps.isVisible()
    assert not visitor.front.shell.top.step.isVisible()


def test_the_steps_in_one_button_say_where_one_is_and_lead_on(open_at):
    visitor = open_at(200)
    visitor.wait(visitor.front.shell.top.step.isVisible)
    step = visitor.front.shell.top.step
    assert name_of(interface(step)) == "Step 1 of 5: Questions"
    actions = step.menu().actions()
    assert [one.isChecked() for one in actions] == [True, False, False, False, False]
    assert [one.isEnabled() for one in actions] == [True, False, False, False, False]
    visitor.key(Qt.Key.Key_1)
    visitor.press_onward()
    visitor.pick_from(name_of(interface(step)), "3 Results")
    visitor.wait(lambda: visitor.page == "results")
    visitor.pick_from("Step 3 of 5: Results", "2 Review")
    visitor.wait(lambda: visitor.page == "review")
    assert name_of(interface(step)) == "Step 2 of 5: Review"
    assert [one.isChecked() for one in step.menu().actions()][1]


def test_the_keyboard_stays_with_the_steps_when_they_become_one_button(open_at):
    visitor = open_at(100)
    visitor.button("1 Questions").setFocus()
    visitor.front.looks.use_size(200)
    visitor.wait(visitor.front.shell.top.step.isVisible)
    assert visitor.window.focusWidget() is visitor.front.shell.top.step


def test_the_buttons_for_the_size_of_text_stay_under_the_pointer(open_at):
    visitor = open_at(100)
    top = visitor.front.shell.top
    first = place(visitor, top.larger)
    spot = first.center()
    for percent in (125, 150, 175, 200):
        assert visitor.window.childAt(spot) is top.larger
        QTest.mouseClick(top.larger, Qt.MouseButton.LeftButton)
        assert theme.current().percent == percent
        visitor.wait(lambda: place(visitor, top.larger) == first)
    spot = place(visitor, top.smaller).center()
    for percent in (175, 150, 125, 100):
        visitor.wait(lambda: visitor.window.childAt(spot) is top.smaller)
        QTest.mouseClick(top.smaller, Qt.MouseButton.LeftButton)
        assert theme.current().percent == percent


def test_the_bar_says_how_large_text_is(open_at):
    visitor = open_at(100)
    assert "100%" in visitor.texts()
    visitor.press("Larger text")
    assert "125%" in visitor.texts()
    visitor.front.visit.speak("sl")
    assert "125\N{NO-BREAK SPACE}%" in visitor.texts()


def test_the_keyboard_is_not_lost_at_the_end_of_the_scale(open_at):
    visitor = open_at(175)
    top = visitor.front.shell.top
    top.larger.setFocus()
    visitor.key(Qt.Key.Key_Space)
    assert theme.current().percent == 200
    assert visitor.window.focusWidget() is top.smaller


@pytest.mark.parametrize("language", ["sl", "en"])
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", WINDOWS, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_window_has_room_for_its_bars(open_at, language, percent, size):
    visitor = open_at(percent, language, size)
    assert settled(visitor) == []
    assert (visitor.window.width(), visitor.window.height()) == size
    top = visitor.front.shell.top
    for one in top.findChildren(QToolButton):
        assert not one.isVisible() or top.rect().contains(one.geometry()), name_of(interface(one))


@pytest.mark.parametrize("language", ["sl", "en"])
@pytest.mark.parametrize("percent", [100, 200])
def test_a_narrow_window_keeps_help_and_what_the_menu_does_not_have(open_at, percent, language):
    visitor = open_at(percent, language, (640, 480))
    top = visitor.front.shell.top
    visitor.wait(lambda: not visitor.window.findChild(QFrame, "steps").isVisible())
    assert top.help.isVisible()
    assert all(
        one.isVisible() for one in (top.step, top.language, top.smaller, top.larger, top.more)
    )
    texts = [one.text() for one in top.more.menu().actions()]
    words = visitor.front.visit.words
    assert words.say("All support") in texts
    assert words.say("Keyboard shortcuts") in texts


@pytest.mark.parametrize("percent", [100, 200])
def test_below_a_wide_page_the_way_back_stands_at_its_edge(open_at, percent):
    visitor = open_at(percent)
    visitor.front.show("browse")
    page = visitor.front.shell.page()
    visitor.wait(page.heading.isVisible)
    back = place(visitor, visitor.button("Back"))
    assert abs(place(visitor, page.heading).left() - back.left()) <= 3


@pytest.mark.parametrize("percent", [100, 200])
def test_the_column_stays_readable_and_where_it_is(open_at, percent):
    visitor = open_at(percent, size=(3000, 2000))
    page = visitor.front.shell.page()
    title = place(visitor, page.heading)
    assert title.width() <= theme.em(38) + 1
    onward = place(visitor, visitor.button("Continue"))
    assert abs(title.right() - onward.right()) <= 3
    before = title.left()
    visitor.window.resize(3000, theme.em(24))
    bar = page.area.verticalScrollBar()
    visitor.wait(lambda: bar.maximum() > 0)
    assert place(visitor, page.heading).left() == before


SHORT, LONG = (
    "The plan is saved.",
    "The disk is full, so the plan was not saved in that folder. " * 2,
)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("sentence", [SHORT, LONG])
def test_what_is_told_has_lines_that_can_be_read(open_at, percent, sentence):
    visitor = open_at(percent)
    told = visitor.front.shell.told
    visitor.front.shell.tell(sentence, action="Choose another folder", stay="Leave it as it is")
    visitor.wait(told.action.isVisible)
    assert settled(visitor) == []
    needed = min(told.notice.fontMetrics().horizontalAdvance(sentence), theme.em(24))
    assert told.notice.width() >= needed
    assert told.height() <= visitor.window.height() / 3
