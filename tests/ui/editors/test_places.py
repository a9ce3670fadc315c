"""A place is found as people type it, and chosen by mouse and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from ccsdesk.domain.answers import Choice, DontKnow
from ccsdesk.domain.question import Kind
from ccsdesk.flow.fields import FieldOption, FieldSpec
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.editors.places import PlaceEditor
from ccsdesk.ui.models.places import WITHIN_ROLE, PlaceModel
from tests.support.access import interface

SLOVENIAN = Words("sl")
PLACES = (
    FieldOption("slovenia", 1, "Slovenija"),
    FieldOption("savinjska", 2, "Savinjska regija", "slovenia"),
    FieldOption("zalec", 3, "Žalec", "savinjska"),
    FieldOption("celje", 4, "Celje", "savinjska"),
    FieldOption("catez", 5, "Čatež", "slovenia"),
    FieldOption("cerknica", 6, "Cerknica", "slovenia"),
    FieldOption("novo_mesto", 7, "Novo mesto", "slovenia"),
)


def field(given_answer=None):
    return FieldSpec(
        id="seat", kind=Kind.PLACE, text="Where?", label="seat", options=PLACES, given=given_answer
    )


@pytest.fixture
def model(qapp):
    made = PlaceModel(PLACES, SLOVENIAN)
    made.setParent(qapp)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


@pytest.fixture
def editor(qtbot, themed):
    made = PlaceEditor()
    qtbot.addWidget(made)
    made.show_field(field(), SLOVENIAN)
    made.resize(560, 600)
    made.show()
    return made


def names(model):
    return [model.row(model.index(row)).name for row in range(model.rowCount())]


def type_in(editor, text):
    editor.line.selectAll()
    editor.line.insert(text)
    editor.line.textEdited.emit(editor.line.text())


@pytest.mark.parametrize("typed", ["zalec", "ŽALEC", "žal", "Zal "])
def test_accents_and_capitals_do_not_matter(model, typed):
    model.search(typed)
    assert names(model) == ["Žalec"]


def test_names_that_begin_so_come_before_those_that_hold_it(model):
    model.search("s")
    assert names(model) == ["Savinjska regija", "Slovenija", "Novo mesto"]


def test_places_stand_in_the_order_of_the_alphabet(model):
    model.search("")
    assert names(model)[:3] == ["Celje", "Cerknica", "Čatež"]


def test_a_hit_says_where_it_lies(model):
    model.search("zalec")
    first = model.index(0)
    assert model.data(first) == "Žalec"
    assert model.data(first, WITHIN_ROLE) == "Savinjska regija, Slovenija"
    spoken = model.data(first, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Žalec, Savinjska regija, Slovenija"


def test_a_screen_reader_says_where_a_hit_lies(editor):
    type_in(editor, "zalec")
    row = interface(editor.list).child(0)
    assert row.text(QAccessible.Text.Name) == "Žalec, Savinjska regija, Slovenija"


@pytest.mark.parametrize("percent", [100, 200])
def test_a_hit_is_high_enough_for_a_finger_and_for_two_lines(qapp, editor, percent):
    theme.apply(qapp, theme.Look(percent=percent))
    first = editor.list.visualRect(editor.list.model().index(0, 0))
    lines = 2 * editor.list.fontMetrics().height() * 0.9
    theme.apply(qapp)
    assert first.height() >= 44
    assert first.height() >= lines


def test_what_is_found_comes_into_view_with_the_field(qtbot, themed):
    editor = PlaceEditor()
    editor.show_field(field(), SLOVENIAN)
    area = QScrollArea()
    qtbot.addWidget(area)
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.addSpacing(600)
    column.addWidget(editor)
    area.setWidgetResizable(True)
    area.setWidget(holder)
    area.resize(600, 420)
    area.show()
    qtbot.waitExposed(area)
    type_in(editor, "c")
    seen = area.viewport().rect()
    for part in (editor.line, editor.list):
        assert seen.contains(part.mapTo(area.viewport(), part.rect().bottomRight()))
        assert seen.contains(part.mapTo(area.viewport(), part.rect().topLeft()))


def test_a_place_is_chosen_with_the_mouse(editor, qtbot):
    type_in(editor, "zalec")
    with qtbot.waitSignal(editor.changed):
        rectangle = editor.list.visualRect(editor.list.model().index(0, 0))
        QTest.mouseClick(editor.list.viewport(), Qt.MouseButton.LeftButton, pos=rectangle.center())
    assert editor.answer() == Choice(frozenset({"zalec"}))
    assert editor.line.text() == "Žalec"


def test_a_place_is_chosen_with_the_keyboard_alone(editor):
    type_in(editor, "c")
    QTest.keyClick(editor.line, Qt.Key.Key_Down)
    QTest.keyClick(editor.list, Qt.Key.Key_Down)
    QTest.keyClick(editor.list, Qt.Key.Key_Return)
    assert editor.answer() == Choice(frozenset({"cerknica"}))


def test_enter_takes_the_only_hit_and_then_goes_on(editor, qtbot):
    type_in(editor, "novo")
    with qtbot.assertNotEmitted(editor.submitted):
        QTest.keyClick(editor.line, Qt.Key.Key_Return)
    assert editor.answer() == Choice(frozenset({"novo_mesto"}))
    with qtbot.waitSignal(editor.submitted):
        QTest.keyClick(editor.line, Qt.Key.Key_Return)


def test_where_nothing_is_found_that_is_said_instead_of_an_empty_list(editor):
    type_in(editor, "nowhere")
    assert not editor.list.isVisible()
    assert editor.found.text() == editor.mistake()
    QTest.keyClick(editor.line, Qt.Key.Key_Down)
    assert not editor.list.hasFocus()
    editor.tell_mistake(editor.mistake())
    assert not editor.found.isVisible()
    type_in(editor, "novo")
    editor.tell_mistake("")
    assert editor.list.isVisible()
    assert editor.found.isVisible()


def test_a_mistake_goes_with_what_it_was_about(editor):
    type_in(editor, "qqq")
    editor.tell_mistake(editor.mistake())
    type_in(editor, "zal")
    shown = [one.text() for one in editor.findChildren(QLabel) if one.isVisible()]
    assert not any("qqq" in one for one in shown)
    assert "Najden je 1 kraj." in shown


def test_a_pasted_book_does_not_widen_the_page(editor):
    type_in(editor, "z" * 100_000)
    editor.tell_mistake(editor.mistake())
    assert editor.minimumSizeHint().width() <= theme.em(30)


def test_typing_on_takes_the_choice_back_and_says_what_to_do(editor):
    type_in(editor, "novo")
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    type_in(editor, "nowhere")
    assert editor.answer() is None
    assert "nowhere" in editor.mistake()


def test_a_region_or_the_state_can_be_chosen_too(editor):
    type_in(editor, "savinj")
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    assert editor.answer() == Choice(frozenset({"savinjska"}))


@pytest.mark.parametrize(
    "answer",
    [DontKnow(), Choice(frozenset({"zalec"})), Choice(frozenset({"zalec", "celje"}))],
)
def test_an_answer_shown_comes_out_as_it_went_in(qtbot, themed, answer):
    made = PlaceEditor()
    qtbot.addWidget(made)
    made.show_field(field(answer), SLOVENIAN)
    assert made.answer() == answer
    assert made.given_in_words_needed == (answer == Choice(frozenset({"zalec", "celje"})))


def test_other_words_leave_what_is_typed_and_chosen(editor):
    type_in(editor, "zalec")
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    editor.say_in(field(), Words("en"))
    assert editor.answer() == Choice(frozenset({"zalec"}))
    assert editor.line.text() == "Žalec"


def test_few_hits_make_a_low_list_and_many_a_high_one(editor):
    high = editor.list.height()
    type_in(editor, "novo")
    assert editor.list.height() < high
    assert (
        editor.list.viewport().height()
        >= editor.list.visualRect(editor.list.model().index(0, 0)).height()
    )
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    assert editor.list.height() < high
    type_in(editor, "")
    assert editor.list.height() == high


def test_a_place_that_is_given_stands_alone_in_a_low_list(editor, qtbot):
    given = PlaceEditor()
    qtbot.addWidget(given)
    given.show_field(field(Choice(frozenset({"novo_mesto"}))), SLOVENIAN)
    assert given.list.height() < editor.list.height()
