"""The page of results as a person uses it: stage, profile, comparison, plan, languages, large text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from ccsdesk.domain.answers import AnswerSet, exactly
from ccsdesk.domain.draft import Mode
from ccsdesk.domain.verdict import Group
from ccsdesk.services.examples import as_example
from ccsdesk.ui import theme
from ccsdesk.ui.models.programmes import ItemRole
from ccsdesk.ui.pages.results import LEAST_EM, PROFILE, STAGE, SUPPORT, ResultsPage
from ccsdesk.ui.presenters.results import ResultsPresenter
from tests.support.access import nameless, out_of_order
from tests.support.room import too_narrow
from tests.support.visits import make_visit

PLOT = {
    "has_plot": exactly("yes"),
    "area": exactly(Decimal(80)),
    "role": exactly("member"),
    "skill": exactly("good"),
    "watering": exactly("w1"),
}

LONG = "There is a good deal to say about this, and all of it is to be read. " * 5


@pytest.fixture
def opened(themed, qtbot, catalogue):
    """Give a function that opens the results of a visit; `page.visit` and `page.presenter` belong to it."""
    visits = []

    def open_it(answers=PLOT, *, size=(1280, 560), language="en", mode=Mode.FULL):
        visit = make_visit(catalogue, answers, language=language, mode=mode)
        visits.append(visit)
        page = ResultsPage()
        qtbot.addWidget(page)
        page.say_in(visit.words)
        page.visit, page.presenter = visit, ResultsPresenter(page, visit, parent=page)
        visit.answered.connect(lambda: show(page, qtbot))
        page.resize(*size)
        show(page, qtbot)
        page.show()
        return page

    yield open_it
    for visit in visits:
        visit.jobs.stop()
    theme.apply(themed)


def show(page, qtbot):
    """As the window does; waits for what the job brings."""
    page.presenter.show()
    qtbot.waitUntil(lambda: page.visit.known_match() is not None)


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


def press(widget, words):
    (found,) = [one for one in widget.findChildren(QPushButton) if one.accessibleName() == words]
    found.click()


def test_support_comes_first_with_the_stage_in_one_line_above(opened):
    page = opened()
    assert page.tabs.currentIndex() == SUPPORT
    assert page.support.isVisible()
    assert not page.stage.isVisible()
    assert page.head.stage_line.text() == "Your stage: bloom"


def test_the_line_of_the_stage_leads_to_all_about_it(opened):
    page = opened()
    page.head.to_stage.click()
    assert page.stage.name.text() == "Bloom"
    assert "Only a proposal." in texts(page.stage)
    assert not page.support.isVisible()


def test_what_is_not_seen_yet_is_not_made_yet(opened):
    page = opened()
    assert page.profile.capabilities.table.rowCount() == 0
    page.tabs.setCurrentIndex(PROFILE)
    assert page.profile.capabilities.table.rowCount() > 0


def test_the_answers_behind_the_stage_lead_to_their_questions(opened, qtbot):
    page = opened()
    page.show_stage()
    page.stage.evidence.open()
    with qtbot.waitSignal(page.question_asked) as asked:
        press(page.stage, "Change: knowledge of soil")
    assert asked.args == ["skill"]


def test_a_stage_can_be_corrected_and_both_are_kept_and_shown(opened):
    page = opened()
    page.show_stage()
    page.stage.correct.open()
    page.stage.choices.rows["seed"].click()
    assert page.stage.bar.use.text() == "Use this stage: Seed"
    page.stage.bar.use.click()
    assert page.visit.answers.stage == "seed"
    assert page.stage.name.text() == "Seed"
    assert any("bloom" in text for text in texts(page.stage))
    assert page.notice.told()
    assert page.head.stage_line.text() == "Your stage: seed (your own choice)"
    press(page.stage, "Back to what the app works out: Bloom")
    assert page.visit.answers.stage is None
    assert page.stage.name.text() == "Bloom"
    assert page.notice.told() == "Your stage is again the one that your answers point to."
    assert not page.stage.give_back.isVisible()


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


def test_enter_on_a_stage_takes_it_and_does_not_go_on(opened, qtbot):
    page = opened()
    page.show_stage()
    page.stage.correct.open()
    row = page.stage.choices.rows["seed"]
    row.setFocus()
    row.click()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert page.visit.answers.stage == "seed"


def test_each_stage_says_how_to_recognise_it(opened):
    page = opened()
    page.show_stage()
    page.stage.correct.open()
    rows = page.stage.choices.rows.values()
    assert [row.text() for row in rows] == ["Seed", "Bloom"]
    assert all(row.accessibleDescription() for row in rows)


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


def test_the_present_stage_is_no_choice(opened):
    page = opened()
    page.show_stage()
    page.stage.correct.open()
    assert not page.stage.bar.use.isEnabled()
    page.stage.choices.rows["seed"].click()
    assert page.stage.bar.use.isEnabled()
    page.stage.bar.leave.click()
    assert not page.stage.bar.isVisible()
    assert page.stage.choices.chosen() == "bloom"
    assert page.visit.answers.stage is None


def test_an_unknown_stage_offers_the_question_that_would_tell(opened, qtbot):
    page = opened({"budget": exactly(Decimal(20))})
    assert page.head.stage_line.text() == "Your stage is not known yet."
    page.show_stage()
    with qtbot.waitSignal(page.question_asked) as asked:
        page.stage.ask.click()
    assert asked.args == ["skill"]


def test_the_table_has_the_figures_of_the_radar(opened):
    page = opened()
    page.tabs.setCurrentIndex(PROFILE)
    table = page.profile.capabilities.table
    assert [table.item(0, place).text() for place in range(3)] == ["1. Soil", "50", "75"]
    assert "50" in page.profile.capabilities.radar.accessibleDescription()
    assert table.accessibleName() == "What you can do already"


def test_a_group_of_the_tally_leads_to_its_rows(opened):
    page = opened()
    (button,) = [
        one for one in page.findChildren(QPushButton) if one.text().startswith("Apply now")
    ]
    button.click()
    shown = page.support.list.view.programmes
    assert 0 < shown.shown() < shown.total()
    assert button.isChecked()
    button.click()
    assert shown.shown() == shown.total()


def test_a_part_of_a_group_marks_its_group(opened):
    page = opened()
    page.tally.show_chosen("not_for_you/not_met")
    marked = [group for group, made in page.tally.buttons.items() if made.isChecked()]
    assert marked == [Group.NOT_FOR_YOU]


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
    page = opened(size=(600, 400))
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


def test_choosing_a_group_shows_its_first_one_in_full(opened, qtbot):
    page = opened({"role": exactly("guest"), "has_plot": exactly("no")})
    qtbot.waitUntil(lambda: page.support.detail.shown() != "")
    keys = [group for group, made in page.tally.buttons.items() if made.isEnabled()]
    page.tally.buttons[keys[-1]].click()
    first = page.support.list.view.programmes.first().data(ItemRole.ID)
    qtbot.waitUntil(lambda: page.support.detail.shown() == first)


def test_clearing_the_filters_lets_the_group_go_too(opened):
    page = opened()
    made = page.tally.buttons[Group.APPLY_NOW]
    made.click()
    page.support.list.clear.click()
    assert not made.isChecked()


def test_a_quick_check_offers_the_full_assessment_everywhere(opened, qtbot):
    page = opened(mode=Mode.QUICK)
    assert page.grow.isVisible()
    with qtbot.waitSignal(page.visit.moved):
        page.grow.click()
    assert page.visit.flow.mode is Mode.FULL
    show(page, qtbot)
    assert not page.grow.isVisible()


def test_a_thin_profile_says_why_instead_of_showing_empty_pictures(opened, qtbot):
    page = opened({"has_plot": exactly("yes")}, mode=Mode.QUICK)
    page.tabs.setCurrentIndex(PROFILE)
    profile = page.profile
    assert profile.thin.isVisible()
    assert not profile.capabilities.isVisible()
    assert not profile.swot.isVisible()
    with qtbot.waitSignal(page.grow_asked):
        profile.grow.click()


def test_a_full_profile_has_nothing_to_excuse(opened):
    page = opened()
    page.tabs.setCurrentIndex(PROFILE)
    assert not page.profile.thin.isVisible()
    assert page.profile.capabilities.isVisible()


def test_a_changed_answer_says_what_it_changed_and_can_be_undone(opened, qtbot):
    page = opened()
    visit = page.visit
    visit.go_to("role", return_to="results")
    visit.answer("role", exactly("guest"))
    show(page, qtbot)
    assert page.changes.isVisible()
    assert page.changes.headline.text().endswith("It makes no difference to your results.")
    assert not page.changes.fold.button.isVisible()
    assert not page.changes.fold.isVisible()
    page.changes.undo.click()
    qtbot.waitUntil(lambda: not page.changes.isVisible())
    assert visit.answers.answers["role"] == exactly("member")


def test_a_comparison_can_be_put_away(opened, qtbot):
    page = opened()
    page.visit.go_to("skill", return_to="results")
    page.visit.answer("skill", exactly("none"))
    show(page, qtbot)
    assert "Your stage was “Bloom” and is now “Seed”." in page.changes.headline.text()
    page.changes.fold.open()
    assert any("50 before, 13 of 100 now" in text for text in texts(page.changes))
    page.changes.close_it.click()
    assert not page.changes.isVisible()
    assert page.visit.before is None


def test_an_answer_that_was_only_looked_at_compares_nothing(opened, qtbot):
    page = opened()
    page.visit.go_to("role", return_to="results")
    page.visit.answer("role", exactly("member"))
    show(page, qtbot)
    assert not page.changes.isVisible()


def test_another_language_keeps_tab_search_and_what_is_open(opened, qtbot):
    page = opened()
    page.open_programme("soil-advice")
    page.support.list.search.insert("soil")
    page.visit.speak("de")
    show(page, qtbot)
    assert page.tabs.currentIndex() == SUPPORT
    assert page.support.list.search.text() == "soil"
    assert page.support.detail.shown() == "soil-advice"
    assert page.support.detail.title.text() == "Bodenberatung"


def test_a_programme_is_put_into_the_plan_and_taken_out_again(opened):
    page = opened()
    page.open_programme("rain-barrel")
    detail = page.support.detail
    is_in = detail.plan.accessibleName() == "Take out of my plan"
    assert is_in or detail.plan.accessibleName() == "Add to my plan"
    detail.plan.click()
    assert ("rain-barrel" in page.visit.answers.plan.chosen) is not is_in
    detail.plan.click()
    assert ("rain-barrel" in page.visit.answers.plan.chosen) is is_in
    assert "Rain barrel grant" in page.notice.told()


def test_an_address_is_opened_only_when_it_is_asked_for(opened, monkeypatch):
    opened_addresses = []

    def remember(address):
        opened_addresses.append(address)
        return False

    monkeypatch.setattr("ccsdesk.ui.presenters.results.open_link", remember)
    page = opened()
    page.open_programme("rain-barrel")
    assert opened_addresses == []
    page.support.detail.link_asked.emit("https://example.org/barrel")
    assert opened_addresses == ["https://example.org/barrel"]
    assert "https://example.org/barrel" in page.notice.told()


def test_an_example_is_marked_as_one(opened, qtbot):
    page = opened()
    assert not page.head.example.isVisible()
    answers = as_example(AnswerSet(PLOT, name="Maja"), page.visit.words)
    page.visit.finish()
    page.visit.start(Mode.FULL, answers)
    page.visit.review()
    show(page, qtbot)
    assert page.head.example.text() == "Example: “Maja” and all its answers are made up."
    assert page.head.example.isVisible()


def test_the_footer_leads_back_to_the_answers_and_on_to_the_plan(opened):
    footer = opened().footer()
    assert (footer.back, footer.onward) == ("Back to your answers", "Make my plan")


def test_ctrl_f_leads_to_the_search(opened, qtbot):
    page = opened()
    page.activateWindow()
    page.search()
    assert page.tabs.currentIndex() == SUPPORT
    qtbot.waitUntil(page.support.list.search.hasFocus)


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
