"""Tables: records in words, added, changed, removed and put back; a form below, nothing lost on the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from ccsdesk.domain.answers import (
    Amounts,
    Choice,
    DoesNotApply,
    DontKnow,
    Records,
    Selection,
    Span,
    Written,
    exactly,
)
from ccsdesk.domain.question import Kind
from ccsdesk.flow.fields import FieldOption, FieldSpec
from ccsdesk.text import Words
from ccsdesk.ui.editors.records import RecordsEditor
from ccsdesk.ui.models.records import RecordsModel
from ccsdesk.ui.tab_course import stops_in
from tests.support.access import nameless

SL, EN = Words("sl"), Words("en")
OPTIONS = (FieldOption("loan", 1, "loan"), FieldOption("grant", 2, "grant"))
PLACES = (FieldOption("si", 1, "Slovenia"), FieldOption("lj", 2, "Ljubljana", "si"))
COLUMNS = (
    FieldSpec("amount", Kind.MONEY, "Amount", "amount", unit="EUR", minimum=Decimal(0)),
    FieldSpec("kind", Kind.SINGLE, "What was it?", "kind", options=OPTIONS),
    FieldSpec("given", Kind.DATE, "Day", "day", minimum=date(2000, 1, 1), maximum=date(2030, 1, 1)),
    FieldSpec("paid", Kind.YES_NO, "Was it paid?", "paid"),
    FieldSpec("giver", Kind.TEXT, "Who gave it?", "giver"),
    FieldSpec("uses", Kind.SEVERAL, "What for?", "uses", options=OPTIONS),
    FieldSpec("where", Kind.PLACE, "Where?", "where", options=PLACES),
)
AID = FieldSpec("aid", Kind.TABLE, "Which aid?", "aid", columns=COLUMNS, most=3)
FULL = {
    "amount": exactly(Decimal(5000)),
    "kind": exactly("grant"),
    "given": Amounts((Span(date(2025, 3, 1), date(2025, 3, 31)),)),
    "paid": exactly("yes"),
    "giver": Written("City"),
    "uses": Selection(frozenset({frozenset({"loan"})})),
    "where": exactly("lj"),
}
WIDE = {
    "amount": Amounts((Span(Decimal(1), Decimal(9)),)),
    "kind": Choice(frozenset({"loan", "grant"})),
    "giver": DontKnow(),
}


@pytest.fixture
def make(themed, qtbot):
    def run(field=AID, words=EN):
        editor = RecordsEditor()
        qtbot.addWidget(editor)
        QAbstractItemModelTester(
            editor.model, QAbstractItemModelTester.FailureReportingMode.Fatal, editor
        )
        editor.show_field(field, words)
        editor.resize(600, 900)
        with qtbot.waitActive(editor):
            editor.show()
            editor.activateWindow()
        return editor

    return run


def type_into(qtbot, editor, column, text):
    qtbot.keyClicks(editor.form.cells[column].row.field, text)


def choose(editor, column, name):
    box = editor.form.cells[column].box
    box.setCurrentIndex(box.findData(name))
    box.activated.emit(box.currentIndex())


@pytest.mark.parametrize(
    "given",
    [DontKnow(), DoesNotApply(), Records(()), Records((FULL,)), Records((FULL, {}, WIDE))],
)
def test_an_answer_given_before_is_shown_and_stays(make, given):
    assert make(replace(AID, may_not_apply=True, given=given)).answer() == given


@pytest.mark.parametrize("record", [FULL, WIDE, {}])
def test_a_record_opened_and_kept_stays_as_it_was(make, record):
    editor = make(replace(AID, given=Records((record,))))
    editor.list.go_to(0)
    editor.change.click()
    assert editor.answer() == Records((record,))
    editor.form.keep.click()
    assert editor.form is None
    assert editor.answer() == Records((record,))


def test_nothing_entered_is_no_answer(make):
    editor = make()
    assert editor.answer() is None
    assert editor.mistake() == ""
    assert not editor.list.isVisible()
    assert not editor.change.isVisible()


def test_a_record_is_added_from_the_form(make, qtbot):
    editor = make()
    editor.add.click()
    assert editor.form.cells["amount"].row.field.hasFocus()
    type_into(qtbot, editor, "amount", "5.000,00")
    choose(editor, "kind", "grant")
    type_into(qtbot, editor, "given", "3/2025")
    choose(editor, "paid", "yes")
    type_into(qtbot, editor, "giver", "City")
    with qtbot.waitSignal(editor.changed):
        editor.form.keep.click()
    made = {name: FULL[name] for name in ("amount", "kind", "given", "paid", "giver")}
    assert editor.answer() == Records((made,))
    assert editor.model.index(0).data() == (
        "Amount: €5,000; grant; day: March 2025; paid: yes; City"
    )
    assert editor.listed.isChecked()
    assert editor.add.hasFocus()


def test_enter_in_a_cell_puts_the_record_on_the_list_and_does_not_go_on(make, qtbot):
    editor = make()
    editor.add.click()
    with qtbot.assertNotEmitted(editor.submitted):
        type_into(qtbot, editor, "amount", "5")
        qtbot.keyClick(editor.form.cells["amount"].row.field, Qt.Key.Key_Return)
    assert editor.answer() == Records(({"amount": exactly(Decimal(5))},))
    assert editor.form is None


def test_what_stands_in_an_open_form_counts(make, qtbot):
    editor = make(replace(AID, given=Records((FULL,))))
    editor.add.click()
    assert editor.answer() == Records((FULL,))
    type_into(qtbot, editor, "amount", "7")
    assert editor.answer() == Records((FULL, {"amount": exactly(Decimal(7))}))


def test_a_mistake_in_the_form_is_told_at_its_cell_and_holds_the_answer_back(make, qtbot):
    editor = make()
    editor.add.click()
    type_into(qtbot, editor, "amount", "lots")
    choose(editor, "kind", "loan")
    editor.form.keep.click()
    cell = editor.form.cells["amount"]
    assert cell.row.mistake.told() == "Write a number in figures, for example €12,500."
    assert cell.row.field.hasFocus()
    assert editor.answer() is None
    assert editor.mistake() == cell.row.mistake.told()
    cell.row.field.selectAll()
    type_into(qtbot, editor, "amount", "5")
    assert cell.row.mistake.told() == ""
    assert editor.answer() == Records(({"amount": exactly(Decimal(5)), "kind": exactly("loan")},))


def test_a_record_is_changed_in_its_place(make, qtbot):
    editor = make(replace(AID, given=Records((FULL, {}, WIDE))))
    editor.list.go_to(2)
    qtbot.keyClick(editor.list, Qt.Key.Key_Return)
    assert editor.form.title.text() == "Entry 3"
    choose(editor, "paid", "no")
    editor.form.keep.click()
    assert editor.answer() == Records((FULL, {}, {**WIDE, "paid": exactly("no")}))


def test_what_a_field_cannot_show_is_said_beside_it_until_it_is_touched(make, qtbot):
    editor = make(replace(AID, given=Records((WIDE,))))
    editor.list.go_to(0)
    editor.change.click()
    cell = editor.form.cells["amount"]
    assert cell.stands() == "Given so far: €1 to €9"
    type_into(qtbot, editor, "amount", "5")
    assert cell.stands() == ""


def test_a_record_given_before_can_be_changed_at_once(make):
    editor = make(replace(AID, given=Records((FULL,))))
    assert editor.change.isEnabled()
    assert editor.remove.isEnabled()
    editor.change.click()
    assert editor.form is not None


def test_an_empty_entry_is_not_put_on_the_list_and_that_is_said(make):
    editor = make(AID)
    editor.add.click()
    editor.form.keep.click()
    assert editor.form is not None
    assert editor.model.rowCount() == 0
    told = editor.form.cells["amount"].row.mistake
    assert told.told() == "Enter something first, or cancel this entry."
    choose(editor, "kind", "grant")
    assert told.told() == ""
    editor.form.keep.click()
    assert editor.model.rowCount() == 1


def test_giving_a_form_up_changes_nothing(make, qtbot):
    editor = make(replace(AID, given=Records((FULL,))))
    editor.list.go_to(0)
    editor.change.click()
    type_into(qtbot, editor, "giver", " and state")
    assert editor.answer() != Records((FULL,))
    editor.form.drop.click()
    assert editor.answer() == Records((FULL,))


def test_a_record_is_removed_and_put_back_in_its_place(make, qtbot):
    editor = make(replace(AID, given=Records((FULL, {}, WIDE))))
    editor.list.go_to(1)
    qtbot.keyClick(editor.list, Qt.Key.Key_Delete)
    assert editor.answer() == Records((FULL, WIDE))
    assert editor.put_back.isVisible()
    editor.put_back.click()
    assert editor.answer() == Records((FULL, {}, WIDE))
    assert not editor.put_back.isVisible()


def test_the_last_record_removed_leaves_no_answer_and_can_come_back(make):
    editor = make(replace(AID, given=Records((FULL,))))
    editor.list.go_to(0)
    editor.remove.click()
    assert editor.answer() is None
    assert editor.put_back.hasFocus()
    editor.put_back.click()
    assert editor.answer() == Records((FULL,))


def test_none_and_i_do_not_know_keep_what_is_listed(make):
    editor = make(replace(AID, given=Records((FULL,))))
    editor.none.click()
    assert editor.answer() == Records(())
    assert editor.choose_number(0)
    assert editor.answer() == DontKnow()
    editor.listed.click()
    assert editor.answer() == Records((FULL,))


def test_no_more_records_than_fit(make):
    editor = make(replace(AID, given=Records((FULL, FULL, FULL))))
    assert not editor.add.isEnabled()
    assert editor.add.toolTip() == "At most 3 entries fit."


def test_another_language_keeps_what_is_typed(make, qtbot):
    editor = make(replace(AID, given=Records((FULL,))), SL)
    editor.add.click()
    type_into(qtbot, editor, "amount", "1.234")
    choose(editor, "paid", "no")
    before = editor.answer()
    editor.say_in(AID, EN)
    assert editor.answer() == before
    assert editor.form.cells["paid"].box.currentText() == "No"
    assert editor.form.title.text() == "New entry"


def test_scrolling_over_a_cell_changes_nothing(make, qtbot):
    editor = make()
    editor.add.click()
    box = editor.form.cells["paid"].box
    event = QWheelEvent(
        QPointF(5, 5),
        box.mapToGlobal(QPointF(5, 5)),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, event)
    assert box.currentData() == ""


def test_tab_meets_the_form_where_it_stands(themed, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    editor = RecordsEditor()
    editor.show_field(replace(AID, given=Records((FULL,))), EN)
    column.addWidget(editor)
    column.addWidget(QPushButton("Continue"))
    page.resize(600, 1200)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    editor.add.click()
    qtbot.waitUntil(editor.form.keep.isVisible)
    assert nameless(page) == []
    names = [widget.accessibleName() or widget.text() for widget in stops_in(page)]
    assert names[0] == "Entries"
    assert names.index("Amount") < names.index("Put on the list") < names.index("Cancel")
    assert names[-1] == "Continue"


def test_every_field_of_the_form_has_a_name(make):
    editor = make()
    editor.add.click()
    fields = [editor.form.cells[name].row.field for name in ("amount", "kind", "given", "giver")]
    assert [field.accessibleName() for field in fields] == [
        "Amount",
        "What was it?",
        "Day",
        "Who gave it?",
    ]


def test_pasted_megabytes_in_a_cell_do_no_harm(make):
    editor = make()
    editor.add.click()
    editor.form.cells["giver"].row.field.insert("x\x00\u202e" * 700_000)
    (record,) = editor.answer().rows
    assert record["giver"].text.startswith("x□□")
    assert len(record["giver"].text) == 200
    told = editor.form.cells["giver"].row.help.text()
    assert "cut to 200 characters" in told
    assert "replaced by □" in told


# the model alone


def test_the_model_is_a_proper_one(qapp):
    model = RecordsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.say_in(AID, EN)
    model.show([FULL, {}])
    model.add(WIDE)
    model.change(1, FULL)
    model.remove(0)
    assert model.put_back() == 0
    assert model.records() == (FULL, FULL, WIDE)
    with pytest.raises(LookupError):
        model.put_back()


def test_the_model_says_records_in_the_language(qapp):
    model = RecordsModel()
    model.say_in(AID, SL)
    model.show([{"paid": exactly("yes")}, {}, WIDE])
    assert model.index(0).data() == "Paid: da"
    model.say_in(AID, EN)
    assert model.index(0).data() == "Paid: yes"
    assert model.index(1).data() == "Nothing entered yet"
    assert model.index(2).data() == "Amount: €1 to €9; loan or grant"
