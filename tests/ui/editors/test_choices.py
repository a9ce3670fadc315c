"""Rows as answers: clicked anywhere, by digit, by arrow; sets that no row shows; words that change under them."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from ccsdesk.domain.answers import Choice, DoesNotApply, DontKnow, Selection
from ccsdesk.domain.question import Kind
from ccsdesk.flow.fields import FieldOption, FieldSpec
from ccsdesk.text import Words
from ccsdesk.ui import a11y, theme
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


def test_a_word_wider_than_the_row_is_wrapped_too(qtbot, themed):
    row = OneRow()
    qtbot.addWidget(row)
    row.say("word " + "o" * 300)
    room = 560 - row.fontMetrics().horizontalAdvance("o")
    lines = row.fontMetrics().horizontalAdvance("o" * 300) // room
    assert row.heightForWidth(560) > lines * row.fontMetrics().height()


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


def test_a_mistake_stands_above_the_rows_in_the_words_of_the_window(qtbot, themed):
    editor = shown(qtbot, OneEditor(), field())
    editor.tell_mistake(editor.nothing_given(ENGLISH))
    (said,) = [one for one in editor.findChildren(QLabel) if one.text().startswith("Give")]
    qtbot.waitUntil(said.isVisible)
    top = said.mapTo(editor, QPoint()).y()
    assert top < row_named(editor, "None").mapTo(editor, QPoint()).y()
    editor.say_in(field(), SLOVENIAN)
    assert said.text() == editor.nothing_given(SLOVENIAN) != editor.nothing_given(ENGLISH)


def test_an_option_that_is_gone_stays_in_the_answer_until_touched(qtbot, themed):
    given_answer = Selection(frozenset({frozenset({"sp", "gone"})}))
    editor = shown(qtbot, ManyEditor(), field(Kind.SEVERAL, given_answer))
    assert editor.answer() == given_answer
    assert editor.given_in_words_needed
    assert not row_named(editor, "Sp").isChecked()


def test_a_mistake_is_read_with_every_row(qtbot, themed):
    editor = shown(qtbot, OneEditor(), field())
    editor.tell_mistake("Choose one.")
    assert row_named(editor, "Sp").accessibleDescription() == "Choose one."
    editor.tell_mistake("")
    assert row_named(editor, "Sp").accessibleDescription() == ""


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
    editor.search.line.insert("zaga")
    editor.search.line.textEdited.emit("zaga")
    seen = [row.accessibleName() for row in editor.findChildren(ManyRow) if row.isVisible()]
    assert seen == ["Name 3", "Žaga", "None of these", "I don’t know"]


def tree(qtbot, editor, kind=Kind.SINGLE):
    groups = [
        FieldOption(f"g{number}", number, f"group {number}", code="-") for number in range(14)
    ]
    leaves = (
        FieldOption("printing", 15, "printing", "g1", "C18"),
        FieldOption("photos", 16, "photography", "g1", "M74.20"),
        FieldOption("maps", 17, "maps", "photos", "M74.21"),
    )
    spec = FieldSpec(id="code", kind=kind, text="What?", label="what", options=(*groups, *leaves))
    return shown(qtbot, editor, spec)


def type_in(editor, text):
    editor.search.line.selectAll()
    editor.search.line.insert(text)
    editor.search.line.textEdited.emit(text)


def headings_seen(editor):
    found = [one for one in editor.findChildren(QLabel) if one.property(a11y.HEADING) is not None]
    return [one.text() for one in found if one.isVisible()]


def options_seen(editor):
    rows = [*editor.findChildren(OneRow), *editor.findChildren(ManyRow)]
    return [row.accessibleName() for row in rows if row.isVisible()]


@pytest.mark.parametrize("editor_type", [OneEditor, ManyEditor])
def test_a_code_finds_its_option_below_what_it_stands_under(qtbot, themed, editor_type):
    editor = tree(qtbot, editor_type())
    type_in(editor, "74.21")
    assert options_seen(editor)[:2] == ["Photography", "Maps"]
    assert headings_seen(editor) == ["Group 1"]
    assert editor.search.found.text() == "1 of 17"


def test_a_group_that_is_found_shows_what_belongs_to_it(qtbot, themed):
    editor = tree(qtbot, OneEditor())
    type_in(editor, "photog")
    assert options_seen(editor) == ["Photography", "Maps", "I don’t know"]


def test_the_code_is_read_with_the_row_and_the_sign_for_none_is_not(qtbot, themed):
    editor = tree(qtbot, OneEditor())
    assert row_named(editor, "Photography").accessibleDescription() == "M74.20"
    assert row_named(editor, "Other: group 1").accessibleDescription() == ""


def test_a_long_tree_stands_under_the_headings_of_its_groups(qtbot, themed):
    editor = tree(qtbot, OneEditor())
    assert headings_seen(editor) == ["Group 1"]
    inside = ["Printing", "Photography", "Maps", "Other: group 1"]
    assert options_seen(editor)[:5] == [*inside, "Group 0"]
    assert not editor.choose_number(1)
    row_named(editor, "Other: group 1").click()
    assert editor.answer() == Choice(frozenset({"g1"}))


def test_a_group_is_found_by_its_name_with_all_that_is_in_it(qtbot, themed):
    editor = tree(qtbot, OneEditor())
    type_in(editor, "group 1")
    assert options_seen(editor)[:4] == ["Printing", "Photography", "Maps", "Other: group 1"]
    type_in(editor, "group 2")
    assert headings_seen(editor) == []


def test_what_stands_below_an_option_is_set_in(qtbot, themed):
    editor = tree(qtbot, OneEditor())
    below = row_named(editor, "Maps")
    wide = below.sizeHint().width()
    below.indent(0)
    assert below.sizeHint().width() < wide


def test_a_search_that_finds_nothing_says_so(qtbot, themed):
    editor = tree(qtbot, OneEditor())
    type_in(editor, "zebra")
    assert options_seen(editor) == ["I don’t know"]
    assert "zebra" in editor.search.found.text()
    type_in(editor, "")
    assert not editor.search.found.isVisible()
    assert len(options_seen(editor)) == 18


@pytest.mark.parametrize("editor_type", [OneEditor, ManyEditor])
def test_enter_in_the_search_takes_the_only_fit_and_then_goes_on(qtbot, themed, editor_type):
    editor = tree(qtbot, editor_type(), Kind.SINGLE if editor_type is OneEditor else Kind.SEVERAL)
    type_in(editor, "maps")
    with qtbot.assertNotEmitted(editor.submitted), qtbot.waitSignal(editor.changed):
        QTest.keyClick(editor.search.line, Qt.Key.Key_Return)
    assert row_named(editor, "Maps").isChecked()
    with qtbot.waitSignal(editor.submitted):
        QTest.keyClick(editor.search.line, Qt.Key.Key_Return)
    assert row_named(editor, "Maps").isChecked()


def test_down_goes_from_the_search_to_the_first_fit(qtbot, themed):
    editor = tree(qtbot, OneEditor())
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    type_in(editor, "printing")
    QTest.keyClick(editor.search.line, Qt.Key.Key_Down)
    assert row_named(editor, "Printing").hasFocus()
    assert editor.answer() is None


def test_a_digit_does_not_choose_what_the_search_hides(qtbot, themed):
    editor = tree(qtbot, OneEditor())
    type_in(editor, "printing")
    assert not editor.choose_number(3)
    assert editor.answer() is None


def test_other_words_keep_what_the_search_shows(qtbot, themed):
    editor = tree(qtbot, OneEditor())
    type_in(editor, "printing")
    seen = len(options_seen(editor))
    spec = FieldSpec(
        id="code",
        kind=Kind.SINGLE,
        text="?",
        label="",
        options=tuple(
            FieldOption(name, number, f"ime {name}")
            for number, name in enumerate(
                [*(f"g{n}" for n in range(14)), "printing", "photos", "maps"]
            )
        ),
    )
    editor.say_in(spec, SLOVENIAN)
    assert len(options_seen(editor)) == seen
    assert editor.search.found.text() == "1 od 17"


def test_a_short_list_has_no_search(qtbot, themed):
    assert not shown(qtbot, ManyEditor(), field(Kind.SEVERAL)).search.line.isVisible()


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
