"""Free text: kept as typed, made harmless when pasted, with a sentence about what was changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt

from ccsdesk.domain.answers import DoesNotApply, DontKnow, Written
from ccsdesk.domain.question import Kind
from ccsdesk.flow.fields import FieldSpec
from ccsdesk.text import Words
from ccsdesk.ui.editors.clean_fields import LONGEST_TEXT, CleanLine, is_lost_on_paper
from ccsdesk.ui.editors.written import TextEditor

SL, EN = Words("sl"), Words("en")
STORY = FieldSpec("story", Kind.TEXT, "What do you make?", "story", may_not_apply=True)


@pytest.fixture
def make(themed, qtbot):
    def run(field=STORY, words=EN):
        editor = TextEditor()
        qtbot.addWidget(editor)
        editor.show_field(field, words)
        editor.resize(600, 500)
        with qtbot.waitActive(editor):
            editor.show()
            editor.activateWindow()
        return editor

    return run


def paste(editor, text):
    data = QMimeData()
    data.setText(text)
    editor.text.insertFromMimeData(data)


@pytest.mark.parametrize(
    "given", [DontKnow(), DoesNotApply(), Written("A line\nand a second."), Written(" čšž 🎻 ")]
)
def test_an_answer_given_before_is_shown_and_stays(make, given):
    assert make(replace(STORY, given=given)).answer() == given


def test_what_is_typed_is_the_answer(make, qtbot):
    editor = make()
    assert editor.answer() is None
    editor.focus_first()
    with qtbot.waitSignal(editor.changed):
        qtbot.keyClicks(editor.text, "Wood")
    assert editor.answer() == Written("Wood")
    assert editor.notice() == ""


def test_blanks_alone_are_no_answer(make, qtbot):
    editor = make()
    qtbot.keyClicks(editor.text, "  ")
    assert editor.answer() is None


def test_typing_takes_i_do_not_know_back_and_choosing_it_keeps_the_text(make, qtbot):
    editor = make()
    qtbot.keyClicks(editor.text, "Wood")
    assert editor.choose_number(0)
    assert editor.answer() == DontKnow()
    editor.not_applicable.click()
    assert editor.answer() == DoesNotApply()
    assert not editor.unknown.isChecked()
    qtbot.keyClicks(editor.text, "!")
    assert editor.answer() == Written("Wood!")


def test_pasted_megabytes_are_cut_at_once_and_said(make):
    editor = make()
    paste(editor, "beseda " * 300_000)
    assert len(editor.text.toPlainText()) == LONGEST_TEXT
    assert editor.notice() == "The text was cut to 4,000 characters."
    paste(editor, "more")
    assert len(editor.text.toPlainText()) == LONGEST_TEXT


def test_what_was_changed_is_said_in_the_language_of_the_screen(make):
    editor = make()
    paste(editor, "a\x00\u202eb")
    assert editor.answer() == Written("a□□b")
    assert editor.notice() == "Characters that cannot be shown were replaced by □."
    editor.say_in(STORY, SL)
    assert editor.answer() == Written("a□□b")
    said = SL.say("Characters that cannot be shown were replaced by {sign}.", sign="□")
    assert editor.notice() == said


def test_what_the_printed_plan_cannot_show_is_said_and_stays(make):
    editor = make()
    paste(editor, "Violine 🎻 שלום")
    assert editor.answer() == Written("Violine 🎻 שלום")
    assert editor.notice() == (
        "Some of these characters cannot be printed; on paper □ stands for them."
    )


def test_the_notice_goes_when_its_reason_goes(make):
    editor = make()
    paste(editor, "🎻")
    editor.text.selectAll()
    paste(editor, "violin")
    assert editor.notice() == ""


def test_enter_is_a_new_line_and_with_ctrl_goes_on(make, qtbot):
    editor = make()
    qtbot.keyClicks(editor.text, "a")
    qtbot.keyClick(editor.text, Qt.Key.Key_Return)
    qtbot.keyClicks(editor.text, "b")
    assert editor.answer() == Written("a\nb")
    with qtbot.waitSignal(editor.submitted):
        qtbot.keyClick(editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_tab_leaves_the_field(make, qtbot):
    editor = make()
    editor.focus_first()
    qtbot.keyClick(editor.text, Qt.Key.Key_Tab)
    assert editor.unknown.hasFocus()


def test_a_cleaned_paste_can_be_undone(make, qtbot):
    editor = make()
    qtbot.keyClicks(editor.text, "ab")
    paste(editor, "c\x00d")
    editor.text.undo()
    assert editor.text.toPlainText() == "ab"


def test_a_text_from_a_file_that_could_not_be_typed_stays_until_touched(make):
    given = Written("a\x00b")
    editor = make(replace(STORY, given=given))
    assert editor.text.toPlainText() == "a□b"
    assert editor.answer() == given


# one line


@pytest.fixture
def line(themed, qtbot):
    made = CleanLine(20)
    qtbot.addWidget(made)
    return made


def test_a_line_is_cleaned_where_the_cursor_stays(line, qtbot):
    line.setText("ac")
    line.setCursorPosition(1)
    with qtbot.waitSignal(line.cleaned):
        line.insert("\n")
    assert line.text() == "a c"
    assert line.cursorPosition() == 2


def test_a_line_is_cut_and_says_so(line, qtbot):
    with qtbot.waitSignal(line.cleaned) as told:
        line.insert("x" * 2_000_000)
    assert line.text() == "x" * 20
    assert told.args[0].cut == 20


def test_the_paper_knows_the_letters_of_europe_only():
    assert not is_lost_on_paper("čšž ČŠŽ ß Ω Ж € – □")
    assert is_lost_on_paper("中")
    assert is_lost_on_paper("🎻")
