"""The real file dialogs: opened, never waited for, in the person's language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from ccsdesk.text import Words
from ccsdesk.ui.dialogs import QtFileDialogs, Saving, fit_for_a_file

PLAN = Saving("Shrani načrt", "načrt", "PDF", "pdf")
NOT_NATIVE = Qt.ApplicationAttribute.AA_DontUseNativeDialogs


@pytest.fixture
def parent(qapp, qtbot):
    before = QApplication.testAttribute(NOT_NATIVE)
    QApplication.setAttribute(NOT_NATIVE)
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    yield made
    QApplication.setAttribute(NOT_NATIVE, before)


def opened(parent):
    (dialog,) = parent.findChildren(QFileDialog)
    return dialog


def names(dialog):
    return [name.rsplit("/", 1)[-1] for name in dialog.selectedFiles()]


def nothing(_path):
    """Take a file and do nothing with it."""


def test_asking_comes_back_at_once_and_answers_later(parent, answers_file):
    chosen = []
    QtFileDialogs(parent).ask_for_answers(Words("en"), chosen.append)
    dialog = opened(parent)
    assert dialog.isVisible()
    assert chosen == []
    dialog.fileSelected.emit(str(answers_file))
    assert chosen == [answers_file]


def test_turning_away_answers_nothing(parent, qtbot):
    chosen = []
    QtFileDialogs(parent).ask_for_answers(Words("en"), chosen.append)
    opened(parent).reject()
    qtbot.waitUntil(lambda: not parent.findChildren(QFileDialog))
    assert chosen == []


def test_a_dialog_speaks_the_persons_language(parent):
    QtFileDialogs(parent).ask_for_answers(Words("sl"), nothing)
    dialog = opened(parent)
    assert dialog.windowTitle() == "Odpri odgovore"
    assert dialog.labelText(QFileDialog.DialogLabel.Accept) == "Odpri"
    assert dialog.labelText(QFileDialog.DialogLabel.Reject) == "Prekliči"
    assert "*.yaml" in dialog.nameFilters()[0]


def test_what_is_saved_gets_its_ending_before_the_dialog_asks_to_replace(parent):
    QtFileDialogs(parent).ask_where_to_save(Words("sl"), PLAN, nothing)
    dialog = opened(parent)
    assert dialog.windowTitle() == "Shrani načrt"
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert dialog.defaultSuffix() == "pdf"
    assert not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    assert names(dialog) == ["načrt.pdf"]


def test_a_name_that_no_disk_would_take_is_made_fit(parent):
    saving = Saving("Save", 'P2: "What/if?"', "PDF", "pdf")
    QtFileDialogs(parent).ask_where_to_save(Words("en"), saving, nothing)
    assert names(opened(parent)) == ["P2 What if.pdf"]


@pytest.mark.parametrize(
    ("name", "fit"),
    [("načrt 2027", "načrt 2027"), ("..", "ccsdesk"), ("a\n\tb", "a b"), ("x" * 300, "x" * 80)],
)
def test_names_are_made_fit_for_every_system(name, fit):
    assert fit_for_a_file(name) == fit


def test_the_next_dialog_begins_in_the_folder_used_last(parent, answers_file, qtbot):
    dialogs = QtFileDialogs(parent)
    dialogs.ask_for_answers(Words("en"), nothing)
    first = opened(parent)
    first.fileSelected.emit(str(answers_file))
    first.reject()
    qtbot.waitUntil(lambda: not parent.findChildren(QFileDialog))
    dialogs.ask_where_to_save(Words("en"), PLAN, nothing)
    assert opened(parent).directory().absolutePath() == str(answers_file.parent)


def test_the_next_person_finds_no_trace_of_the_last(parent, answers_file, qtbot):
    dialogs = QtFileDialogs(parent)
    dialogs.ask_for_answers(Words("en"), nothing)
    beginning = opened(parent).directory()
    opened(parent).fileSelected.emit(str(answers_file))
    dialogs.forget()
    qtbot.waitUntil(lambda: not parent.findChildren(QFileDialog))
    dialogs.ask_where_to_save(Words("en"), PLAN, nothing)
    assert opened(parent).directory() == beginning
