"""The plan as a person uses it: order, own days and notes, take out and put back, add, propose again."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from ccsdesk.domain.answers import PlanWishes
from ccsdesk.domain.errors import StorageError
from ccsdesk.text import Words
from ccsdesk.ui.page import Footer
from ccsdesk.ui.pages.plan import PlanPage
from ccsdesk.ui.presenters.plan import PlanPresenter
from tests.support.access import nameless, out_of_order
from tests.support.catalogues import SOIL_ADVICE, garden
from tests.support.visits import make_visit

OPEN = SOIL_ADVICE.replace("advice: true\n", "")
SEED_KIT = OPEN.replace("soil-advice", "seed-kit").replace("Soil advice", "Seed kit") + (
    "relations: [{kind: requires, programme: tool-loan}]\n"
    "steps: [{en: Count your beds., de: Zählen Sie die Beete.}]\n"
)
TOOL_LOAN = OPEN.replace("soil-advice", "tool-loan").replace("Soil advice", "Tool loan")
FAIR = OPEN.replace("soil-advice", "fair").replace("Soil advice", "Čebelji sejem")
FILES = {
    "programmes/seed-kit.yaml": SEED_KIT,
    "programmes/tool-loan.yaml": TOOL_LOAN,
    "programmes/fair.yaml": FAIR,
}
PROPOSED = ["fair", "tool-loan", "seed-kit", "soil-advice"]
DAY = date(2027, 3, 15)


@pytest.fixture(scope="module")
def offers(tmp_path_factory):
    return garden(tmp_path_factory.mktemp("offers"), FILES)


@pytest.fixture
def opened(themed, qtbot, offers):
    """Give a function that opens the plan of a visit; `page.presenter` and `page.visit` belong to it."""
    visits = []

    def open_it(wishes=None):
        visit = make_visit(offers)
        visits.append(visit)
        if wishes is not None:
            visit.wish(wishes)
        page = PlanPage()
        qtbot.addWidget(page)
        page.say_in(visit.words)
        page.visit, page.presenter = visit, PlanPresenter(page, visit, parent=page)
        page.resize(900, 600)
        with qtbot.waitSignal(visit.jobs.finished):
            page.presenter.show()
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.focus_first()
        return page

    yield open_it
    for visit in visits:
        visit.jobs.stop()


@pytest.fixture
def page(opened):
    return opened()


def order(page):
    """The cards from top to bottom."""
    return sorted(page.cards, key=lambda name: page.cards[name].pos().y())


def wished(page):
    return page.visit.answers.plan


def told(card):
    """What a card warns of."""
    return [line.text.text() for line in told_lines(card)]


def told_lines(card):
    """The lines of what a card warns of."""
    found = card._conflicts  # noqa: SLF001
    return [found.itemAt(n).widget() for n in range(found.count())]


def type_into(field, text):
    field.setFocus()
    field.insert(text) if hasattr(field, "insert") else field.insertPlainText(text)


def test_the_proposal_stands_until_the_person_chooses(page):
    assert order(page) == PROPOSED
    assert wished(page) == PlanWishes()
    assert not page.propose_again.isVisible()
    assert page.footer() == Footer("Results", "Take it with you")


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Down])
def test_alt_and_an_arrow_move_the_programme_that_has_the_keyboard(page, qtbot, key):
    card = page.cards["tool-loan"]
    card.remove.setFocus()
    qtbot.waitUntil(card.remove.hasFocus)
    qtbot.keyClick(card.remove, key, Qt.KeyboardModifier.AltModifier)
    moved = ["tool-loan", "fair", "seed-kit"] if key == Qt.Key.Key_Up else None
    assert list(wished(page).chosen)[:3] == (moved or ["fair", "seed-kit", "tool-loan"])
    assert card.remove.hasFocus()
    qtbot.waitUntil(lambda: order(page) == list(wished(page).chosen))


def test_a_button_moves_and_at_the_end_the_keyboard_goes_to_the_other(page, qtbot):
    card = page.cards["tool-loan"]
    card.up.setFocus()
    qtbot.mouseClick(card.up, Qt.MouseButton.LeftButton)
    assert wished(page).chosen == ("tool-loan", "fair", "seed-kit", "soil-advice")
    assert (card.up.isEnabled(), card.down.hasFocus()) == (False, True)


def test_a_wrong_order_is_kept_and_told_at_both_cards_and_on_top(page, qtbot):
    qtbot.mouseClick(page.cards["tool-loan"].down, Qt.MouseButton.LeftButton)
    assert wished(page).chosen == ("fair", "seed-kit", "tool-loan", "soil-advice")
    sentence = "“Seed kit” needs “Tool loan” first, which comes later in your plan."
    assert told(page.cards["seed-kit"]) == told(page.cards["tool-loan"]) == [sentence]
    assert told(page.cards["fair"]) == []
    assert page.conflicts.isVisible()


def test_what_still_holds_against_the_plan_is_not_written_anew(page, qtbot):
    qtbot.mouseClick(page.cards["tool-loan"].down, Qt.MouseButton.LeftButton)
    (before,) = page.watched()
    qtbot.mouseClick(page.cards["tool-loan"].down, Qt.MouseButton.LeftButton)
    assert page.watched() == [before]
    qtbot.mouseClick(page.cards["tool-loan"].up, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.cards["tool-loan"].up, Qt.MouseButton.LeftButton)
    assert page.watched() == []
    assert not page.conflicts.isVisible()


def test_what_is_taken_out_can_be_put_back_in_its_place_with_its_note(opened, qtbot):
    page = opened(PlanWishes(None, {"tool-loan": "ask Eva"}))
    qtbot.mouseClick(page.cards["tool-loan"].remove, Qt.MouseButton.LeftButton)
    assert wished(page).chosen == ("fair", "seed-kit", "soil-advice")
    assert page.undone.notice.told() == "“Tool loan” is no longer in your plan."
    assert page.undone.action.hasFocus()
    assert told(page.cards["seed-kit"]) == ["“Seed kit” needs “Tool loan” first."]
    qtbot.mouseClick(page.undone.action, Qt.MouseButton.LeftButton)
    assert wished(page) == PlanWishes(None, {"tool-loan": "ask Eva"})
    assert page.cards["tool-loan"].own.note.toPlainText() == "ask Eva"
    assert page.cards["tool-loan"].isAncestorOf(QApplication.focusWidget())
    assert not page.undone.isVisible()


def test_a_programme_that_is_searched_for_is_added_at_the_end(opened, qtbot):
    page = opened(PlanWishes(("tool-loan",)))
    page.search()
    page.offers.search.insert("cebel")
    assert page.offers.view.programmes.shown() == 1
    qtbot.keyClick(page.offers.search, Qt.Key.Key_Return)
    assert page.offers.view.hasFocus()
    qtbot.keyClick(page.offers.view, Qt.Key.Key_Return)
    assert wished(page).chosen == ("tool-loan", "fair")
    assert page.undone.notice.told() == "“Čebelji sejem” is now number 2 of your plan."
    assert page.offers.search.text() == ""
    assert page.offers.view.programmes.shown() == page.offers.view.programmes.total()
    qtbot.mouseClick(page.undone.action, Qt.MouseButton.LeftButton)
    assert wished(page).chosen == ("tool-loan",)


def test_proposing_again_can_be_undone_and_keeps_days(opened, qtbot):
    page = opened(PlanWishes(("seed-kit",), dates={"seed-kit": DAY}))
    qtbot.mouseClick(page.propose_again, Qt.MouseButton.LeftButton)
    assert wished(page) == PlanWishes(None, dates={"seed-kit": DAY})
    assert len(order(page)) == 4
    qtbot.mouseClick(page.undone.action, Qt.MouseButton.LeftButton)
    assert wished(page).chosen == ("seed-kit",)


def test_an_empty_plan_offers_programmes_and_a_proposal(opened, qtbot):
    page = opened(PlanWishes(()))
    assert page.empty.isVisible()
    assert page.add_fold.isVisible()
    qtbot.mouseClick(page.propose_again, Qt.MouseButton.LeftButton)
    assert wished(page).chosen is None
    assert not page.empty.isVisible()


def test_a_note_is_kept_a_moment_after_it_was_typed(page, qtbot):
    card = page.cards["fair"]
    card.own_fold.open()
    with qtbot.waitSignal(page.visit.wished):
        type_into(card.own.note, "Vprašaj Evo")
    assert wished(page).notes == {"fair": "Vprašaj Evo"}
    assert wished(page).chosen is None


def test_what_paper_cannot_show_of_a_note_is_said(page, qtbot):
    own = page.cards["fair"].own
    with qtbot.waitSignal(page.note_given):
        type_into(own.note, "\N{VIOLIN} call")
    assert "cannot be printed" in own.note_row.help.text()
    own.note.put("call")
    type_into(own.note, "!")
    assert own.note_row.help.text() == "It is printed with the plan."


def test_what_is_typed_is_kept_when_the_page_is_left(page):
    card = page.cards["fair"]
    card.own_fold.open()
    type_into(card.own.note, "call")
    type_into(card.own.day.line, "15. 3. 2027")
    page.presenter.keep()
    assert wished(page) == PlanWishes(None, {"fair": "call"}, {"fair": DAY})


def test_a_day_typed_by_hand_moves_the_step(page, qtbot):
    card = page.cards["seed-kit"]
    card.own_fold.open()
    type_into(card.own.day.line, "15 March 2027")
    qtbot.keyClick(card.own.day.line, Qt.Key.Key_Return)
    assert wished(page).dates == {"seed-kit": DAY}
    rows = range(page.timeline.rowCount())
    days = [page.timeline.item(row, 0).text() for row in rows]
    assert "By 15 March 2027 (your own day)" in days
    card.own.day.line.clear()
    card.own.day.line.textEdited.emit("")
    card.own.keep()
    assert wished(page).dates == {}


@pytest.mark.parametrize(
    ("typed", "says"),
    [("soon", "Write a day"), ("15. 3. 2020", "too early"), ("marec 2027", "Write the day too")],
)
def test_a_day_that_cannot_be_read_is_told_beside_its_field(opened, typed, says):
    page = opened(PlanWishes(None, dates={"fair": DAY}))
    own = page.cards["fair"].own
    own.day.line.clear()
    type_into(own.day.line, typed)
    own.keep()
    assert says in own.day_row.mistake.told()
    assert says in own.day.line.accessibleDescription()
    assert wished(page).dates == {"fair": DAY}
    own.day.line.selectAll()
    own.day.line.insert("16. 3. 2027")
    own.keep()
    assert own.day_row.mistake.told() == ""
    assert wished(page).dates == {"fair": date(2027, 3, 16)}


def test_another_language_keeps_what_is_typed_and_says_the_rest_anew(page, qtbot):
    card = page.cards["seed-kit"]
    type_into(card.own.note, "call")
    type_into(card.own.day.line, "nonsense")
    page.visit.words = Words("de", first="en")
    page.presenter.show()
    assert (card.own.note.toPlainText(), card.own.day.text()) == ("call", "nonsense")
    step = card._step_lines.itemAt(0).widget()  # noqa: SLF001
    assert "Zählen Sie die Beete." in step.text()


def test_a_change_that_cannot_be_kept_has_not_happened(page, qtbot, monkeypatch):
    def full(_wishes):
        raise StorageError("The disk is full.")

    monkeypatch.setattr(page.visit._consultation, "wish", full)  # noqa: SLF001
    with qtbot.waitSignal(page.visit.refused):
        qtbot.mouseClick(page.cards["tool-loan"].up, Qt.MouseButton.LeftButton)
    assert order(page) == PROPOSED
    card = page.cards["fair"]
    type_into(card.own.note, "call")
    with qtbot.waitSignal(page.visit.refused):
        card.own.keep()
    assert card.own.note.toPlainText() == "call"
    monkeypatch.undo()
    page.presenter.keep()
    assert wished(page).notes == {"fair": "call"}


def test_everything_can_be_reached_in_the_order_of_the_eye(page, qtbot):
    qtbot.mouseClick(page.cards["seed-kit"].up, Qt.MouseButton.LeftButton)
    page.cards["seed-kit"].own_fold.open()
    page.add_fold.open()
    assert nameless(page) == []
    page.focus_first()
    assert out_of_order(page) == []


def in_sight(page, part):
    """Whether all of a part can be seen."""
    port = page.area.viewport()
    return port.rect().contains(part.rect().translated(part.mapTo(port, QPoint(0, 0))))


def test_a_programme_that_moves_stays_in_sight_with_its_name(page, qtbot):
    page.resize(900, 420)
    card = page.cards["fair"]
    card.remove.setFocus()
    for place in (1, 2, 3):
        qtbot.keyClick(card.remove, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda place=place: order(page)[place] == "fair")
        qtbot.waitUntil(lambda: in_sight(page, card.remove))
        assert in_sight(page, card.name_line)


def test_the_way_back_stands_in_sight_once_something_is_taken_out(page, qtbot):
    page.resize(900, 420)
    qtbot.mouseClick(page.cards["soil-advice"].remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.undone.action.hasFocus)
    qtbot.waitUntil(lambda: in_sight(page, page.undone.action))


def test_a_note_leaves_the_other_programmes_untouched(page, qtbot):
    qtbot.mouseClick(page.cards["tool-loan"].down, Qt.MouseButton.LeftButton)
    lines = told_lines(page.cards["seed-kit"])
    page.note_given.emit("fair", "bring honey")
    assert page.cards["fair"].own.note.toPlainText() == "bring honey"
    assert told_lines(page.cards["seed-kit"]) == lines != []


def test_what_to_do_first_stands_above_the_list(page, qtbot):
    head, row = page.first, page.timeline
    assert head.isVisible()
    assert head.told() == (row.item(0, 0).text(), row.item(0, 1).text())
    assert head.pos().y() < page.cards["fair"].pos().y()
    for card in list(page.cards.values()):
        card.remove_asked.emit()
    assert page.empty.isVisible()
    assert not head.isVisible()
