"""Room on the page of results: what scrolls, what is in sight, nothing cut, at every size of text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel

from ccsdesk.domain.draft import Mode
from ccsdesk.ui import theme
from ccsdesk.ui.models.programmes import ItemRole
from ccsdesk.ui.pages.results import LEAST_EM, PROFILE, STAGE, SUPPORT
from tests.support.access import nameless, out_of_order
from tests.support.garden_results import show
from tests.support.room import too_narrow

LONG = "There is a good deal to say about this, and all of it is to be read. " * 5


@pytest.mark.parametrize("percent", [100, 200])
def test_a_corrected_stage_is_in_sight_with_what_was_said_about_it(opened, themed, qtbot, percent):
    page = opened(size=(1280, 460))
    theme.apply(themed, theme.Look(percent=percent))
    page.show_stage()
    page.stage.correct.open()
    bar = page.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    page.stage.choices.rows["seed"].click()
    page.stage.bar.use.click()
    qtbot.waitUntil(lambda: seen(page, page.notice) and seen(page, page.stage.name))


@pytest.mark.parametrize("height", [587, 900])
def test_every_tab_has_room_for_its_name_whichever_is_chosen(opened, qtbot, height):
    page = opened(size=(1280, height))
    for tab in (SUPPORT, STAGE, PROFILE):
        page.tabs.setCurrentIndex(tab)
        qtbot.waitUntil(lambda: page.tabs.width() >= page.tabs.sizeHint().width())
        named = [page.tabs.tabRect(place).width() for place in range(3)]
        wanted = [page.tabs.tabSizeHint(place).width() for place in range(3)]
        assert named == wanted


@pytest.mark.parametrize("percent", [100, 200])
def test_using_a_stage_is_in_sight_wherever_one_is_among_the_stages(opened, themed, percent):
    page = opened(size=(1280, 460))
    theme.apply(themed, theme.Look(percent=percent))
    page.show_stage()
    assert not page.stage.bar.isVisible()
    page.stage.correct.open()
    bar = page.area.verticalScrollBar()
    for place in (bar.minimum(), bar.maximum()):
        bar.setValue(place)
        assert page.stage.bar.use.isVisible()
        assert not page.area.geometry().intersects(page.stage.bar.geometry())
    page.tabs.setCurrentIndex(SUPPORT)
    assert not page.stage.bar.isVisible()


def scrolls(area):
    return area.verticalScrollBar().maximum() > 0


def test_list_and_detail_scroll_by_themselves_where_they_have_room(opened, qtbot):
    page = opened(size=(1280, 500))
    qtbot.waitUntil(lambda: scrolls(page.support.list.view))
    assert page.support.is_wide()
    assert not scrolls(page.area)


@pytest.mark.parametrize("size", [(1280, 300), (600, 560)])
def test_where_there_is_little_room_the_page_scrolls_and_nothing_in_it(opened, qtbot, size):
    page = opened(size=size)
    qtbot.waitUntil(lambda: scrolls(page.area))
    assert not page.support.is_wide()
    assert not scrolls(page.support.list.view)
    page.open_programme("rain-barrel")
    qtbot.waitUntil(lambda: page.support.detail.area.height() > size[1])
    assert not scrolls(page.support.detail.area)


@pytest.mark.parametrize("percent", [100, 150])
def test_open_filters_ask_for_no_more_than_the_room_that_is_kept(opened, themed, qtbot, percent):
    page = opened(size=(1280, 607))
    theme.apply(themed, theme.Look(percent=percent))
    page.support.list.toggle.setChecked(True)
    page.support.list.search.setText("water")
    qtbot.waitUntil(page.support.is_wide)
    qtbot.waitUntil(lambda: page.support.list.count.isVisible() and not scrolls(page.area))
    assert page.support.minimumSizeHint().height() <= theme.em(LEAST_EM)


def test_large_text_leaves_one_thing_to_scroll(opened, themed, qtbot):
    page = opened(size=(1280, 460))
    theme.apply(themed, theme.Look(percent=200))
    qtbot.waitUntil(lambda: scrolls(page.area) and not scrolls(page.support.list.view))


def test_rows_are_in_sight_at_once_with_large_text(opened, themed, qtbot):
    page = opened(size=(1280, 587))
    theme.apply(themed, theme.Look(percent=200))
    view = page.support.list.view
    rows = [place for place in range(view.programmes.rowCount()) if is_row(view, place)][:3]
    qtbot.waitUntil(lambda: scrolls(page.area))
    qtbot.waitUntil(lambda: all(seen(page, view, box_of(view, place)) for place in rows[:2]))
    bar = page.area.verticalScrollBar()

    def all_are_seen():
        bar.setValue(bar.maximum())
        return all(seen(page, view, box_of(view, place)) for place in rows)

    qtbot.waitUntil(all_are_seen)


def test_large_text_keeps_the_way_to_the_stage_and_to_more_questions(opened, themed, qtbot):
    page = opened(size=(1280, 587), mode=Mode.QUICK)
    theme.apply(themed, theme.Look(percent=200))
    qtbot.waitUntil(lambda: not page.head.stage_line.isVisible())
    assert page.grow.isVisible()
    page.tabs.setCurrentIndex(STAGE)
    assert page.stage.name.text() == "Bloom"
    theme.apply(themed)
    page.tabs.setCurrentIndex(SUPPORT)
    qtbot.waitUntil(lambda: page.head.stage_line.isVisible() and page.head.to_stage.isVisible())


def is_row(view, place):
    return bool(view.programmes.index(place).data(ItemRole.ID))


def box_of(view, place):
    return view.visualRect(view.programmes.index(place))


def test_what_is_opened_in_little_room_comes_into_sight_and_so_does_the_row_again(opened, qtbot):
    page = opened(size=(600, 330))
    qtbot.waitUntil(lambda: scrolls(page.area))
    page.support.list.view.chosen.emit("m-water")
    title = page.support.detail.title
    qtbot.waitUntil(lambda: seen(page, title))
    page.support.detail.to_list.click()
    view = page.support.list.view
    qtbot.waitUntil(lambda: seen(page, view, view.visualRect(view.currentIndex())))
    assert view.current() == "m-water"


def seen(page, widget, box=None):
    """Whether this much of it lies in what the page shows."""
    box = widget.rect() if box is None else box
    port = page.area.viewport()
    place = widget.mapTo(port, box.topLeft())
    return widget.isVisible() and port.rect().contains(QRect(place, box.size()))


def test_the_arrow_keys_keep_the_row_in_sight_where_the_page_scrolls(opened, qtbot):
    page = opened(size=(600, 300))
    view = page.support.list.view
    whole = page.area.widget()
    qtbot.waitUntil(
        lambda: whole.height() > view.mapTo(whole, view.rect().bottomLeft()).y() > view.height()
    )
    view.setFocus()
    for _ in range(view.programmes.rowCount()):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert seen(page, view, view.visualRect(view.currentIndex()))


def test_the_page_keys_scroll_the_one_in_full_where_the_page_scrolls(opened, qtbot):
    page = opened(size=(600, 300))
    page.open_programme("rain-barrel")
    bar = page.area.verticalScrollBar()
    qtbot.waitUntil(lambda: page.support.detail.title.hasFocus() and bar.maximum() > bar.value())
    before = bar.value()
    qtbot.keyClick(page.support.detail.title, Qt.Key.Key_PageDown)
    assert bar.value() > before


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("tab", [SUPPORT, STAGE, PROFILE])
def test_nothing_is_cut_in_a_small_window_with_large_text(opened, themed, qtbot, tab, percent):
    page = opened(size=(1280, 460))
    theme.apply(themed, theme.Look(percent=percent))
    page.tabs.setCurrentIndex(tab)
    page.stage.correct.open()
    page.stage.evidence.open()
    assert page.minimumSizeHint().height() <= 460
    # what wraps asks for its height once it knows its width
    qtbot.waitUntil(lambda: too_narrow(page) == [])


@pytest.mark.parametrize("tab", [STAGE, PROFILE])
def test_text_in_a_column_has_its_room_in_a_wide_window(opened, qtbot, tab):
    page = opened(size=(1280, 560))
    page.tabs.setCurrentIndex(tab)
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            label.setText(LONG)
    qtbot.waitUntil(lambda: too_narrow(page) == [])


def test_tab_goes_from_top_to_bottom_and_every_stop_has_a_name(opened, qtbot):
    page = opened(size=(1280, 900))
    show(page, qtbot)
    page.stage.correct.open()
    page.stage.evidence.open()
    for tab in (SUPPORT, STAGE, PROFILE):
        page.tabs.setCurrentIndex(tab)
        page.activateWindow()
        page.focus_first()
        QApplication.processEvents()
        assert nameless(page) == []
        assert out_of_order(page) == []
