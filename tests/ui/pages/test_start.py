"""The start page as a person uses it: what is on the first screen, choices by keyboard and screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from ccsdesk.services.presenting.start import StartView, private_words
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.pages.start import StartPage
from tests.support.access import interface, name_of, walk

ROOM = (1280, 667)
"""What the smallest window leaves to a page below its top bar."""
FINGER = 44
SIZES_AND_LANGUAGES = [("sl", 100), ("en", 100), ("sl", 200), ("en", 200)]


@pytest.fixture
def make_page(themed, qtbot):
    def make(language="en", percent=100):
        theme.apply(themed, theme.Look("light", percent, motion=False))
        words = Words(language, first=language)
        page = StartPage(("sl", "en"), has_example=True)
        qtbot.addWidget(page)
        page.say_in(words)
        page.show_look(theme.current())
        view = StartView("About 10.", "About 60.", private_words(words, is_kept=True), "")
        page.show_start(view)
        page.resize(*ROOM)
        page.show()
        page.activateWindow()
        QApplication.processEvents()
        return page

    yield make
    theme.apply(themed)


@pytest.fixture
def page(make_page):
    return make_page()


def bottom(page, widget):
    return widget.mapTo(page, QPoint(0, widget.height())).y()


@pytest.mark.parametrize("language", ["sl", "en"])
def test_everything_is_on_the_first_screen(make_page, language):
    page = make_page(language)
    lowest = max(bottom(page, one) for one in page.findChildren(QAbstractButton) if one.isVisible())
    assert lowest <= page.height()


@pytest.mark.parametrize(("language", "percent"), SIZES_AND_LANGUAGES)
def test_the_way_to_begin_is_seen_without_scrolling(make_page, language, percent):
    page = make_page(language, percent)
    assert bottom(page, page.quick.button) <= page.height()
    assert bottom(page, page.full.button) <= page.height()


def test_what_happens_with_answers_is_told_without_a_click(page):
    said = [name_of(node) for _, node in walk(interface(page))]
    assert any("Nothing is sent anywhere" in sentence for sentence in said)


def test_choices_are_groups_of_radio_buttons_with_a_name(page):
    for group, name in ((page.languages, "Language"), (page.colours, "Colours")):
        assert interface(group).role() is QAccessible.Role.Grouping
        assert name_of(interface(group)) == name
        nodes = [interface(one) for one in group.buttons.values()]
        assert {node.role() for node in nodes} == {QAccessible.Role.RadioButton}
        assert sum(node.state().checked for node in nodes) == 1
    assert interface(page.sizes).role() is QAccessible.Role.Grouping
    assert name_of(interface(page.sizes)) == "Size of text"


def test_every_choice_and_both_ways_are_as_large_as_a_finger(page):
    choices = (*page.languages.buttons.values(), *page.colours.buttons.values())
    ways = (page.quick.button, page.full.button)
    for one in (*choices, *ways, page.sizes.smaller, page.sizes.larger):
        assert one.height() >= FINGER, one.text()


def test_a_way_to_begin_keeps_its_height_under_the_keyboard(page):
    before = [one.height() for one in (page.quick.button, page.full.button)]
    for one in (page.quick.button, page.full.button):
        one.setFocus()
        QApplication.processEvents()
        assert [way.height() for way in (page.quick.button, page.full.button)] == before


def test_an_arrow_key_chooses_the_next_one(page, qtbot):
    page.colours.buttons["light"].setFocus()
    with qtbot.waitSignal(page.theme_chosen) as chosen:
        QTest.keyClick(page.colours.buttons["light"], Qt.Key.Key_Right)
    assert chosen.args == ["dark"]
    assert page.colours.buttons["dark"].hasFocus()
    assert page.colours.buttons["dark"].isChecked()


def test_tab_stops_once_at_a_group_where_its_choice_holds(page):
    page.focus_first()
    stops = []
    while not (stops and stops[-1] is page.sizes.larger):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    languages = [one for one in stops if one in page.languages.buttons.values()]
    colours = [one for one in stops if one in page.colours.buttons.values()]
    assert languages == [page.languages.buttons["en"]]
    assert colours == [page.colours.buttons["light"]]
    assert stops.index(page.quick.button) == 1


def test_at_the_largest_size_the_keyboard_goes_to_what_still_works(page):
    page.sizes.larger.setFocus()
    page.show_look(theme.Look("light", max(theme.PERCENTS), motion=False))
    assert not page.sizes.larger.isEnabled()
    assert page.sizes.smaller.hasFocus()
