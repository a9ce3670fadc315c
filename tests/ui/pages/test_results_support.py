"""List and detail: beside each other or one after the other, search and filters, conditions and questions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from ccsdesk.text import Words
from ccsdesk.ui import links, theme
from ccsdesk.ui.models.programmes import ItemRole
from ccsdesk.ui.pages.condition_lines import ConditionBlock
from ccsdesk.ui.pages.results_support import WIDE_EM, SupportPane
from tests.support.garden_match import answered, built
from tests.support.tellings import told

EN = Words("en", first="en")
WIDE, NARROW = 1280, 500


@pytest.fixture
def pane(themed, qtbot, tmp_path):
    catalogue = built(tmp_path, "role is member")
    telling = told(catalogue, answered(tmp_path, catalogue, "role: guest, has_plot: true"))
    view = telling.view()
    made = SupportPane()
    qtbot.addWidget(made)
    made.programme_chosen.connect(lambda name: made.detail.show_view(telling.programme(name), EN))
    made.list.show_groups(view.groups, view.filters, EN)
    made.detail.say_in(EN)
    made.resize(WIDE, 600)
    made.show()
    made.activateWindow()
    yield made
    theme.apply(themed)


def narrow(pane):
    pane.resize(NARROW, 600)
    return pane


def test_a_chosen_row_is_shown_beside_the_list(pane):
    pane.list.view.chosen.emit("rain-barrel")
    assert pane.detail.title.text() == "Rain barrel grant"
    assert pane.list.isVisible()
    assert not pane.detail.to_list.isVisible()


def test_where_there_is_little_room_the_detail_takes_the_place_of_the_list(pane):
    narrow(pane)
    assert not pane.detail.isVisible()
    pane.list.view.chosen.emit("rain-barrel")
    assert pane.detail.isVisible()
    assert not pane.list.isVisible()
    assert pane.detail.title.hasFocus()
    pane.detail.to_list.click()
    assert pane.list.isVisible()
    assert pane.list.view.current() == "rain-barrel"
    assert pane.list.view.hasFocus()


def test_escape_leads_from_the_detail_to_the_list(pane, qtbot):
    narrow(pane).open("rain-barrel")
    qtbot.keyClick(pane.detail.title, Qt.Key.Key_Escape)
    assert pane.list.isVisible()


def test_more_room_shows_both_again(pane):
    narrow(pane).open("rain-barrel")
    pane.resize(WIDE, 600)
    assert pane.list.isVisible()
    assert pane.detail.isVisible()


def test_large_text_needs_one_column_too(pane, themed, qtbot):
    theme.apply(themed, theme.Look(percent=200))
    qtbot.waitUntil(lambda: not pane.is_wide())
    assert not pane.detail.isVisible()


def test_the_detail_follows_the_arrow_keys(pane, qtbot):
    first = pane.list.view.programmes.first()
    pane.prepare(first.data(ItemRole.ID))
    pane.list.view.setFocus()
    with qtbot.waitSignal(pane.programme_chosen):
        qtbot.keyClick(pane.list.view, Qt.Key.Key_Down)
    assert pane.detail.shown() == pane.list.view.current()


def test_a_search_that_finds_nothing_offers_a_way_out(pane):
    pane.list.search.insert("zzz")
    assert pane.list.clear_all.isVisible()
    assert not pane.list.view.isVisible()
    pane.list.clear_all.click()
    assert pane.list.search.text() == ""
    assert pane.list.view.isVisible()


def test_search_goes_without_accents_and_keeps_the_row_that_is_open(pane):
    pane.prepare("rain-barrel")
    pane.list.search.insert("RAÍN")
    assert pane.list.view.programmes.shown() >= 1
    assert pane.list.view.current() == "rain-barrel"


def test_filters_say_how_many_are_in_use_and_are_cleared_together(pane):
    shown = pane.list
    shown.kind.setCurrentIndex(shown.kind.findData("grant"))
    shown.level.setCurrentIndex(shown.level.findData("city"))
    assert shown.toggle.accessibleName() == "Filter (2 in use)"
    assert shown.count.text() == f"2 of {shown.view.programmes.total()}"
    shown.clear.click()
    assert shown.toggle.accessibleName() == "Filter"
    assert shown.view.programmes.shown() == shown.view.programmes.total()


def test_in_little_room_open_filters_take_the_place_of_the_list(pane):
    narrow(pane).list.toggle.click()
    assert not pane.list.view.isVisible()
    pane.list.need.setCurrentIndex(pane.list.need.findData("tools"))
    assert pane.list.show_found.text() == "Show 1 entry"
    pane.list.show_found.click()
    assert pane.list.view.isVisible()
    assert pane.list.view.current() == "soil-advice"


def test_a_scroll_bar_that_comes_beside_it_does_not_part_list_and_detail(pane):
    edge = theme.em(WIDE_EM)
    pane.resize(edge + 2, 600)
    assert pane.is_wide()
    pane.resize(edge - theme.em(1), 600)
    assert pane.is_wide()
    pane.resize(edge - theme.em(4), 600)
    assert not pane.is_wide()
    pane.resize(edge - theme.em(1), 600)
    assert not pane.is_wide()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_enter_and_down_lead_from_the_search_to_what_was_found(pane, qtbot, key):
    pane.list.search.setFocus()
    pane.list.search.insert("soil")
    qtbot.keyClick(pane.list.search, key)
    assert pane.list.view.hasFocus()
    assert pane.list.view.current() == "soil-advice"


def test_enter_on_a_filter_leads_to_the_list_and_no_further(pane, qtbot):
    pane.list.toggle.click()
    pane.list.kind.setFocus()
    qtbot.keyClick(pane.list.kind, Qt.Key.Key_Return)
    assert pane.list.view.hasFocus()


def test_every_control_above_the_list_has_a_name(pane):
    named = (pane.list.search, pane.list.group, pane.list.kind, pane.list.need, pane.list.level)
    assert [one.accessibleName() for one in named] == [
        "Search programmes and measures",
        "Group",
        "Kind of support",
        "Need",
        "Level",
    ]
    assert pane.list.view.accessibleName() == "Programmes and measures"


def test_a_condition_that_fails_leads_to_its_answer(pane, qtbot):
    pane.open("p00")
    (block,) = pane.detail.findChildren(ConditionBlock)
    assert block.state.text() == "Not met"
    (button,) = block.findChildren(QPushButton)
    assert button.text() == "Change this answer"
    assert button.accessibleName() == "Change: your role"
    with qtbot.waitSignal(pane.detail.question_asked) as asked:
        button.click()
    assert asked.args == ["role"]


def test_an_open_condition_leads_to_its_question(pane, qtbot):
    pane.open("rain-barrel")
    buttons = {
        one.accessibleName() for one in pane.detail.findChildren(QPushButton) if one.isVisible()
    }
    assert "Answer: area of the plot" in buttons


def test_a_measure_leads_to_the_programme_that_delivers_it(pane, qtbot):
    pane.open("m-water")
    (button,) = [
        one
        for one in pane.detail.findChildren(QPushButton)
        if one.text() == "Delivered by: Rain barrel grant"
    ]
    with qtbot.waitSignal(pane.detail.programme_asked) as asked:
        button.click()
    assert asked.args == ["rain-barrel"]


def test_the_same_programme_again_stays_where_it_was_read(pane, qtbot):
    pane.resize(WIDE, 250)
    pane.open("rain-barrel")
    bar = pane.detail.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    pane.programme_chosen.emit("rain-barrel")
    assert bar.value() == before
    pane.programme_chosen.emit("soil-advice")
    assert bar.value() == 0


def test_with_nothing_chosen_the_panel_says_what_to_do(pane):
    pane.detail.show_nothing()
    told_there = [label.text() for label in pane.detail.findChildren(QLabel) if label.isVisible()]
    assert told_there == ["Choose a programme or measure to see all about it."]


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "no address", ""])
def test_only_web_and_mail_addresses_are_handed_to_the_system(address, monkeypatch):
    asked = []
    monkeypatch.setattr(links.QDesktopServices, "openUrl", lambda url: asked.append(url) or True)
    assert not links.open_link(address)
    assert asked == []
    assert links.open_link("https://example.org/a?b=c")
    assert len(asked) == 1
