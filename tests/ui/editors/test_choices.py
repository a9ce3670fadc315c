"""Rows as answers: clicked anywhere, by digit, by arrow; sets that no row shows; words that change under them."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ccsdesk.domain.answers import Choice, DoesNotApply, DontKnow, Selection
from ccsdesk.domain.question import Kind
from ccsdesk.flow.fields import FieldOption, FieldSpec
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.editors.choices import ManyEditor, OneEditor
from ccsdesk.ui.rows import LOWEST, ManyRow, OneRow

ENGLISH = Words("en")
SLOVENIAN = Words("sl")
NAMES = ("none", "sp", "doo")
LONG = "a very long answer that goes on and on until it needs more than one line in the column"


def field(kind=Kind.SINGLE, given_answer=None, *, may_not_apply=False, suffix=""):
    first = 0 if kind is Kind.SCALE else 1
    options = tuple(
        FieldOption(name, number, name + suffix) for number, name in enumerate(NAMES, first)
    )
    return FieldSpec(
        id="form",
        kind=kind,
        text="How?",
        label="how",
        options=() if kind is Kind.YES_NO else options,
        may_not_apply=may_not_apply,
        given=given_answer,
    )


def shown(qtbot, editor, spec, words=ENGLISH):
    qtbot.addWidget(editor)
    editor.show_field(spec, words)
    editor.resize(560, 800)
    editor.show()
    return editor


def row_named(editor, text):
    rows = [*editor.findChildren(OneRow), *editor.findChildren(ManyRow)]
    return next(row for row in rows if row.accessibleName() == text)


@pytest.mark.parametrize("place", ["left", "middle", "right"])
def test_a_row_takes_a_click_anywhere(qtbot, themed, place):
    editor = shown(qtbot, OneEditor(), field())
    row = row_named(editor, "Sp")
    x = {"left": 6, "middle": row.width() // 2, "right": row.width() - 6}[place]
    with qtbot.waitSignal(editor.changed):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(x, row.height() // 2))
    assert editor.answer() == Choice(frozenset({"sp"}))


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("row_type", [OneRow, ManyRow])
def test_a_row_is_high_enough_for_a_finger_and_for_its_text(qtbot, themed, percent, row_type):
    theme.apply(themed, theme.Look(percent=percent))
    row = row_type()
    qtbot.addWidget(row)
    row.say("short")
    assert row.heightForWidth(560) >= LOWEST
    low = row.heightForWidth(560)
    row.say(LONG * 2)
    metrics = row.fontMetrics()
    needed = metrics.boundingRect(0, 0, 460, 9999, Qt.TextFlag.TextWordWrap, LONG * 2).height()
    assert row.heightForWidth(560) >= needed
    assert row.heightForWidth(560) > low
    theme.apply(themed)


def test_a_screen_reader_meets_radio_buttons_and_check_boxes(qtbot, themed):
    one = shown(qtbot, OneEditor(), field())
    many = shown(qtbot, ManyEditor(), field(Kind.SEVERAL))
    roles = [
        QAccessible.queryAccessibleInterface(row_named(editor, "Sp")).role()
        for editor in (one, many)
    ]
    assert roles == [QAccessible.Role.RadioButton, QAccessible.Role.CheckBox]


def test_digits_choose_and_nought_is_i_dont_know(qtbot, themed):
    editor = shown(qtbot, OneEditor(), field())
    assert editor.choose_number(3)
    assert editor.answer() == Choice(frozenset({"doo"}))
    assert editor.choose_number(0)
    assert editor.answer() == DontKnow()
    assert not editor.choose_number(9)


def test_the_digits_of_a_scale_are_its_own(qtbot, themed):
    editor = shown(qtbot, OneEditor(), field(Kind.SCALE))
    assert editor.choose_number(0)
    assert editor.answer() == Choice(frozenset({"none"}))


def test_arrows_go_from_answer_to_answer(qtbot, themed):
    editor = shown(qtbot, OneEditor(), field())
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    editor.choose_number(1)
    QTest.keyClick(row_named(editor, "None"), Qt.Key.Key_Down)
    assert editor.answer() == Choice(frozenset({"sp"}))


def test_yes_and_no_are_rows(qtbot, themed):
    editor = shown(qtbot, OneEditor(), field(Kind.YES_NO))
    row_named(editor, "No").click()
    assert editor.answer() == Choice(frozenset({"no"}))


def test_what_is_no_option_stands_alone(qtbot, themed):
    editor = shown(qtbot, ManyEditor(), field(Kind.SEVERAL, may_not_apply=True))
    editor.choose_number(1)
    editor.choose_number(2)
    assert editor.answer() == Selection(frozenset({frozenset({"none", "sp"})}))
    row_named(editor, "None of these").click()
    assert editor.answer() == Selection(frozenset({frozenset()}))
    editor.choose_number(3)
    assert editor.answer() == Selection(frozenset({frozenset({"doo"})}))
    row_named(editor, "Does not apply to me").click()
    assert editor.answer() == DoesNotApply()


def test_nothing_chosen_is_no_answer(qtbot, themed):
    assert shown(qtbot, OneEditor(), field()).answer() is None
    assert shown(qtbot, ManyEditor(), field(Kind.SEVERAL)).answer() is None


def test_taking_the_last_mark_back_is_no_answer_either(qtbot, themed):
    given_answer = Selection(frozenset({frozenset({"sp"})}))
    editor = shown(qtbot, ManyEditor(), field(Kind.SEVERAL, given_answer))
    editor.choose_number(2)
    assert editor.answer() is None


def test_a_set_from_a_file_stays_until_a_row_is_touched(qtbot, themed):
    either = Choice(frozenset({"sp", "doo"}))
    editor = shown(qtbot, OneEditor(), field(given_answer=either))
    assert editor.answer() == either
    assert editor.given_in_words_needed
    editor.choose_number(1)
    assert editor.answer() == Choice(frozenset({"none"}))
    assert not editor.given_in_words_needed


def test_other_words_leave_the_choice(qtbot, themed):
    editor = shown(qtbot, OneEditor(), field())
    editor.choose_number(2)
    editor.say_in(field(suffix=" (sl)"), SLOVENIAN)
    assert editor.answer() == Choice(frozenset({"sp"}))
    assert row_named(editor, "Sp (sl)").isChecked()
    assert row_named(editor, "Ne vem") is not None


def test_a_mistake_is_read_with_every_row(qtbot, themed):
    editor = shown(qtbot, OneEditor(), field())
    editor.tell_mistake("Choose one.")
    assert row_named(editor, "Sp").accessibleDescription() == "Choose one."


def test_the_names_read_are_the_texts_seen(qtbot, themed):
    editor = shown(qtbot, ManyEditor(), field(Kind.SEVERAL))
    texts = [row.text().replace("&&", "&") for row in editor.findChildren(ManyRow)]
    assert texts == [row.accessibleName() for row in editor.findChildren(ManyRow)]
    assert isinstance(editor, QWidget)


def test_a_long_list_is_searched_and_hides_nothing_that_is_chosen(qtbot, themed):
    names = [f"name {number}" for number in range(19)] + ["žaga"]
    options = tuple(FieldOption(name, number, name) for number, name in enumerate(names, 1))
    spec = FieldSpec(id="plans", kind=Kind.SEVERAL, text="What?", label="plans", options=options)
    editor = shown(qtbot, ManyEditor(), spec)
    row_named(editor, "Name 3").click()
    editor.line.insert("zaga")
    editor.line.textEdited.emit("zaga")
    seen = [row.accessibleName() for row in editor.findChildren(ManyRow) if row.isVisible()]
    assert seen == ["Name 3", "Žaga", "None of these", "I don’t know"]


def test_a_short_list_has_no_search(qtbot, themed):
    assert not shown(qtbot, ManyEditor(), field(Kind.SEVERAL)).line.isVisible()


one_answers = st.one_of(
    st.sampled_from([DontKnow(), DoesNotApply()]),
    st.sampled_from(NAMES).map(lambda name: Choice(frozenset({name}))),
)
many_answers = st.one_of(
    st.sampled_from([DontKnow(), DoesNotApply()]),
    st.frozensets(st.sampled_from(NAMES)).map(lambda names: Selection(frozenset({names}))),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(answer=one_answers)
def test_an_answer_shown_comes_out_as_it_went_in(qtbot, themed, answer):
    editor = OneEditor()
    editor.show_field(field(given_answer=answer, may_not_apply=True), ENGLISH)
    assert editor.answer() == answer


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(answer=many_answers)
def test_a_selection_shown_comes_out_as_it_went_in(qtbot, themed, answer):
    editor = ManyEditor()
    editor.show_field(field(Kind.SEVERAL, answer, may_not_apply=True), ENGLISH)
    assert editor.answer() == answer
