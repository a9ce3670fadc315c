"""The page of results as a person uses it: stage, profile, comparison, plan, languages, large text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from ccsdesk.domain.answers import exactly
from ccsdesk.ui import theme
from ccsdesk.ui.pages.results import ResultsPage
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


@pytest.fixture
def opened(themed, qtbot, catalogue):
    """Give a function that opens the results of a visit; `page.visit` and `page.presenter` belong to it."""
    visits = []

    def open_it(answers=PLOT, *, size=(1280, 560), language="en"):
        visit = make_visit(catalogue, answers, language=language)
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


def test_the_stage_comes_first_with_what_is_honest_about_it(opened):
    page = opened()
    assert page.stage.name.text() == "Bloom"
    assert "Only a proposal." in texts(page.stage)
    assert page.tabs.currentIndex() == 0


def test_the_answers_behind_the_stage_lead_to_their_questions(opened, qtbot):
    page = opened()
    page.stage.evidence.open()
    with qtbot.waitSignal(page.question_asked) as asked:
        press(page.stage, "Change: knowledge of soil")
    assert asked.args == ["skill"]


def test_a_stage_can_be_corrected_and_both_are_kept_and_shown(opened):
    page = opened()
    page.stage.correct.open()
    page.stage.choices.buttons()[0].click()
    page.stage.use.click()
    assert page.visit.answers.stage == "seed"
    assert page.stage.name.text() == "Seed"
    assert any("bloom" in text for text in texts(page.stage))
    assert page.notice.told()
    press(page.stage, "Go back to “Bloom”")
    assert page.visit.answers.stage is None
    assert page.stage.name.text() == "Bloom"


def test_enter_on_a_stage_takes_it_and_does_not_go_on(opened, qtbot):
    page = opened()
    page.stage.correct.open()
    row = page.stage.choices.buttons()[0]
    row.setFocus()
    row.click()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert page.visit.answers.stage == "seed"


def test_choosing_what_the_answers_say_is_no_correction(opened):
    page = opened()
    page.stage.use.click()
    assert page.visit.answers.stage is None


def test_an_unknown_stage_offers_the_question_that_would_tell(opened, qtbot):
    page = opened({"budget": exactly(Decimal(20))})
    with qtbot.waitSignal(page.question_asked) as asked:
        page.stage.ask.click()
    assert asked.args == ["skill"]


def test_the_table_has_the_figures_of_the_radar(opened):
    page = opened()
    table = page.capabilities.table
    assert [table.item(0, place).text() for place in range(3)] == ["1. Soil", "50", "75"]
    assert "50" in page.capabilities.radar.accessibleDescription()
    assert table.accessibleName() == "What you can do already"


def test_a_group_of_the_tally_leads_to_its_rows(opened):
    page = opened()
    (button,) = [
        one for one in page.findChildren(QPushButton) if one.text().startswith("Apply now")
    ]
    button.click()
    assert page.tabs.currentIndex() == 1
    shown = page.support.list.view.programmes
    assert 0 < shown.shown() < shown.total()


def test_a_changed_answer_says_what_it_changed_and_can_be_undone(opened, qtbot):
    page = opened()
    visit = page.visit
    visit.go_to("role", return_to="results")
    visit.answer("role", exactly("guest"))
    show(page, qtbot)
    assert page.changes.isVisible()
    assert page.changes.headline.text().endswith("It makes no difference to your results.")
    assert not page.changes.fold.button.isVisible()
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
    assert page.tabs.currentIndex() == 1
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


def test_the_footer_leads_back_to_the_answers_and_on_to_the_plan(opened):
    footer = opened().footer()
    assert (footer.back, footer.onward) == ("Back to your answers", "Make my plan")


def test_ctrl_f_leads_to_the_search(opened, qtbot):
    page = opened()
    page.activateWindow()
    page.search()
    assert page.tabs.currentIndex() == 1
    qtbot.waitUntil(page.support.list.search.hasFocus)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("tab", [0, 1])
def test_nothing_is_cut_in_a_small_window_with_large_text(opened, themed, qtbot, tab, percent):
    page = opened(size=(1280, 460))
    theme.apply(themed, theme.Look(percent=percent))
    page.tabs.setCurrentIndex(tab)
    page.stage.correct.open()
    page.stage.evidence.open()
    QApplication.processEvents()
    assert page.minimumSizeHint().height() <= 460
    assert too_narrow(page) == []


def test_tab_goes_from_top_to_bottom_and_every_stop_has_a_name(opened, qtbot):
    page = opened(size=(1280, 900))
    show(page, qtbot)
    page.stage.correct.open()
    page.stage.evidence.open()
    for tab in (0, 1):
        page.tabs.setCurrentIndex(tab)
        page.activateWindow()
        page.focus_first()
        QApplication.processEvents()
        assert nameless(page) == []
        assert out_of_order(page) == []
