"""The page of results as a person uses it: stage, profile, comparison, plan, languages, large text."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from ccsdesk.domain.answers import AnswerSet, exactly
from ccsdesk.domain.draft import Mode
from ccsdesk.domain.verdict import Shelf
from ccsdesk.services.examples import as_example
from ccsdesk.services.presenting.results import Deciding, Tally
from ccsdesk.text import Words
from ccsdesk.ui.models.programmes import ItemRole
from ccsdesk.ui.pages.results import PROFILE, SUPPORT
from tests.support.garden_results import PLOT, show


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


def test_the_question_that_decides_most_is_offered_above_the_list(opened, qtbot):
    page = opened()
    offer = Deciding("role", "One answer can decide 2 that are not clear: What is your role?")
    page.deciding.show_deciding(offer, Words("en"))
    assert page.deciding.isVisible()
    assert page.deciding.sentence.text() == offer.sentence
    with qtbot.waitSignal(page.question_asked) as asked:
        page.deciding.answer.click()
    assert asked.args == ["role"]
    page.deciding.show_deciding(None, Words("en"))
    assert not page.deciding.isVisible()


def test_an_empty_shelf_is_told_of_the_five_and_only_where_there_is_room(opened):
    tally = opened().tally
    view = tuple(Tally(shelf, shelf is Shelf.APPLY_NOW, shelf.value) for shelf in Shelf)
    tally.show_tally(view, Words("en"))
    shown = {shelf for shelf, made in tally.buttons.items() if not made.isHidden()}
    assert shown == set(Shelf) - {Shelf.NOT_CHOSEN, Shelf.CLOSED}
    tally.shorten(short=True)
    assert [shelf for shelf, made in tally.buttons.items() if not made.isHidden()] == [
        Shelf.APPLY_NOW
    ]


def test_a_click_on_a_tab_takes_the_keyboard_along(opened, qtbot):
    page = opened()
    page.support.list.search.setFocus()
    qtbot.waitUntil(page.support.list.search.hasFocus)
    place = page.tabs.tabRect(PROFILE).center()
    qtbot.mouseClick(page.tabs, Qt.MouseButton.LeftButton, pos=place)
    assert page.tabs.currentIndex() == PROFILE
    assert page.tabs.hasFocus()


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
        one for one in page.findChildren(QPushButton) if one.text().startswith("Available now")
    ]
    button.click()
    shown = page.support.list.view.programmes
    assert 0 < shown.shown() < shown.total()
    assert button.isChecked()
    button.click()
    assert shown.shown() == shown.total()


def test_a_part_of_a_group_marks_its_group(opened):
    page = opened()
    page.tally.show_chosen("not_clear/check")
    marked = [group for group, made in page.tally.buttons.items() if made.isChecked()]
    assert marked == [Shelf.NOT_CLEAR]


def test_choosing_a_group_shows_its_first_one_in_full(opened, qtbot):
    page = opened({"role": exactly("guest"), "has_plot": exactly("no")})
    qtbot.waitUntil(lambda: page.support.detail.shown() != "")
    keys = [group for group, made in page.tally.buttons.items() if made.isEnabled()]
    page.tally.buttons[keys[-1]].click()
    first = page.support.list.view.programmes.first().data(ItemRole.ID)
    qtbot.waitUntil(lambda: page.support.detail.shown() == first)


def test_clearing_the_filters_lets_the_group_go_too(opened):
    page = opened()
    made = page.tally.buttons[Shelf.APPLY_NOW]
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
