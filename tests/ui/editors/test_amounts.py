"""Numbers, money and percentages: typed, roughly, unknown; said back; never lost."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from ccsdesk.domain.answers import Amounts, DoesNotApply, DontKnow, Span
from ccsdesk.domain.question import Kind
from ccsdesk.flow.fields import FieldSpec
from ccsdesk.text import Words
from ccsdesk.ui.editors.amounts import AmountEditor

SL, EN = Words("sl"), Words("en")
MONEY = FieldSpec(
    "revenue",
    Kind.MONEY,
    "What was your revenue?",
    "revenue",
    unit="EUR",
    minimum=Decimal(0),
    maximum=Decimal(500_000_000),
    may_not_apply=True,
)
SHARE = replace(MONEY, id="share", kind=Kind.PERCENT, unit="%", minimum=Decimal(-100))
PEOPLE = replace(MONEY, id="people", kind=Kind.NUMBER, unit="people", decimals=1)

NUMBERS = st.decimals(0, 500_000_000, places=1)


def span(low, high):
    ends = (None if end is None else Decimal(end) for end in (low, high))
    return Amounts((Span(*ends),))


EXPRESSIBLE = [
    DontKnow(),
    DoesNotApply(),
    span(5000, 5000),
    span(0, 0),
    span(10, 49),
    span(10, None),
    span(None, 49),
    span(0, 500_000_000),
]


@pytest.fixture
def make(themed, qtbot):
    def run(field=MONEY, words=EN):
        editor = AmountEditor()
        qtbot.addWidget(editor)
        editor.show_field(field, words)
        editor.resize(600, 500)
        with qtbot.waitActive(editor):
            editor.show()
            editor.activateWindow()
        return editor

    return run


@pytest.mark.parametrize("words", [SL, EN], ids=["sl", "en"])
@pytest.mark.parametrize("field", [MONEY, PEOPLE], ids=["money", "number"])
@pytest.mark.parametrize("given", EXPRESSIBLE)
def test_an_answer_given_before_is_shown_and_stays(make, words, field, given):
    editor = make(replace(field, given=given), words)
    assert not editor.given_in_words_needed
    assert editor.answer() == given


@settings(deadline=None)
@given(st.sampled_from([SL, EN]), st.lists(NUMBERS, min_size=2, max_size=2), st.integers(0, 3))
def test_any_range_is_shown_and_stays(themed, words, ends, form):
    low, high = sorted(ends)
    answer = [span(low, high), span(low, low), span(low, None), span(None, high)][form]
    editor = AmountEditor()
    editor.show_field(replace(PEOPLE, given=answer), words)
    assert not editor.given_in_words_needed
    assert editor.answer() == answer


def test_what_is_typed_is_the_answer_and_is_said_back(make, qtbot):
    editor = make()
    editor.focus_first()
    with qtbot.waitSignal(editor.changed):
        qtbot.keyClicks(editor.exact.line, "1.234,00")
    assert editor.answer() == span(1234, 1234)
    assert editor.exact.said.text() == "= €1,234"


def test_nothing_typed_is_no_answer_and_no_mistake(make):
    editor = make()
    assert editor.answer() is None
    assert editor.mistake() == ""


def test_a_mistake_is_told_beside_the_field_once_it_is_left(make, qtbot):
    editor = make()
    qtbot.keyClicks(editor.exact.line, "lots")
    assert editor.answer() is None
    assert editor.mistake() == "Write a number in figures, for example €12,500."
    row = editor.row_of(editor.exact)
    assert row.mistake.told() == ""
    qtbot.keyClick(editor.exact.line, Qt.Key.Key_Return)
    assert row.mistake.told() == editor.mistake()
    assert editor.exact.line.accessibleDescription() == editor.mistake()
    editor.exact.line.selectAll()
    qtbot.keyClicks(editor.exact.line, "5")
    assert row.mistake.told() == ""


def test_enter_in_a_field_goes_on(make, qtbot):
    editor = make()
    with qtbot.waitSignal(editor.submitted):
        qtbot.keyClick(editor.exact.line, Qt.Key.Key_Return)


def test_a_rough_answer_has_two_ends_of_which_either_may_stay_open(make, qtbot):
    editor = make()
    assert not editor.low.isVisible()
    editor.roughly.click()
    assert editor.low.isVisible()
    assert editor.mistake() == "Write at least one of the two numbers."
    qtbot.keyClicks(editor.high.line, "20000")
    assert editor.answer() == span(None, 20000)
    qtbot.keyClicks(editor.low.line, "30000")
    assert editor.mistake() == "The first number is greater than the second; swap them."
    editor.low.line.selectAll()
    qtbot.keyClicks(editor.low.line, "10000")
    assert editor.answer() == span(10000, 20000)


def test_a_mistake_in_a_rough_answer_stands_at_its_field(make, qtbot):
    editor = make()
    editor.roughly.click()
    qtbot.keyClicks(editor.low.line, "5")
    qtbot.keyClicks(editor.high.line, "x")
    editor.tell_mistake(editor.mistake())
    told = [editor.row_of(field).mistake.told() for field in (editor.low, editor.high)]
    assert told == ["", "Write a number in figures, for example €12,500."]
    editor.focus_first()
    assert editor.high.line.hasFocus()


def test_typing_takes_another_answer_back_and_loses_nothing(make, qtbot):
    editor = make()
    qtbot.keyClicks(editor.exact.line, "50")
    editor.unknown.click()
    assert editor.answer() == DontKnow()
    assert editor.exact.text() == "50"
    assert editor.exact.said.text() == ""
    qtbot.keyClicks(editor.exact.line, "0")
    assert not editor.unknown.isChecked()
    assert editor.answer() == span(500, 500)


def test_a_click_into_what_is_typed_takes_another_answer_back(make, qtbot):
    editor = make()
    qtbot.keyClicks(editor.exact.line, "50")
    editor.unknown.setFocus()
    editor.unknown.click()
    qtbot.mouseClick(editor.exact.line, Qt.MouseButton.LeftButton)
    assert editor.answer() == span(50, 50)


def test_arrow_keys_choose_among_the_rows(make, qtbot):
    editor = make()
    editor.unknown.setFocus()
    editor.unknown.click()
    with qtbot.waitSignal(editor.changed):
        qtbot.keyClick(editor.unknown, Qt.Key.Key_Down)
    assert editor.answer() == DoesNotApply()


def test_does_not_apply_is_offered_only_where_it_can(make):
    assert make().not_applicable.isVisible()
    assert not make(replace(MONEY, may_not_apply=False)).not_applicable.isVisible()


def test_digits_pressed_beside_the_field_go_into_it_nought_included(make):
    editor = make()
    assert editor.choose_number(7)
    assert editor.answer() == span(7, 7)
    assert not editor.choose_number(3)
    nothing = make()
    assert nothing.choose_number(0)
    assert nothing.exact.text() == "0"


def test_another_language_keeps_what_is_typed_and_what_it_means(make, qtbot):
    editor = make(words=SL)
    qtbot.keyClicks(editor.exact.line, "1.234")
    editor.say_in(MONEY, EN)
    assert editor.answer() == span(1234, 1234)
    assert editor.exact.said.text() == "= €1,234"
    editor.exact.line.selectAll()
    qtbot.keyClicks(editor.exact.line, "12 lots")
    editor.say_in(MONEY, SL)
    assert editor.exact.text() == "12 lots"


def test_said_again_in_the_same_words_the_cursor_stays(make, qtbot):
    editor = make()
    qtbot.keyClicks(editor.exact.line, "5,000")
    editor.exact.line.setCursorPosition(2)
    editor.say_in(MONEY, EN)
    assert editor.exact.line.cursorPosition() == 2


def test_a_told_mistake_is_said_again_in_another_language(make, qtbot):
    editor = make()
    qtbot.keyClicks(editor.exact.line, "lots")
    editor.tell_mistake(editor.mistake())
    editor.say_in(MONEY, SL)
    assert editor.row_of(editor.exact).mistake.told() == editor.mistake()


def test_an_answer_of_several_ranges_stays_until_it_is_touched(make, qtbot):
    given = Amounts((Span(Decimal(0), Decimal(1)), Span(Decimal(5), Decimal(9))))
    editor = make(replace(MONEY, given=given))
    assert editor.given_in_words_needed
    assert editor.answer() == given
    qtbot.keyClicks(editor.exact.line, "5")
    assert not editor.given_in_words_needed
    assert editor.answer() == span(5, 5)


@pytest.mark.parametrize("text", ["9" * 2_000_000, "🎻", "\u202e12", "a\x00b", "אבג"])
def test_whatever_is_pasted_does_no_harm(make, text):
    editor = make()
    editor.exact.line.insert(text)
    assert editor.answer() is None
    assert editor.mistake() != ""
    assert len(editor.exact.text()) < 200


@pytest.mark.parametrize(
    ("field", "words", "unit"),
    [
        (MONEY, SL, "€"),
        (SHARE, EN, "%"),
        (PEOPLE, SL, "oseb"),
        (PEOPLE, EN, "people"),
        (replace(PEOPLE, unit="m2"), EN, "m²"),
        (replace(PEOPLE, unit=None), EN, ""),
        (replace(PEOPLE, unit="events"), EN, "events"),
    ],
)
def test_the_unit_stands_beside_the_field(make, field, words, unit):
    assert make(field, words).exact.unit.text() == unit
