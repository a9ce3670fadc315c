"""The real file dialogs: opened, never waited for, in the person's language as far as Qt lets us."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ccsdesk.text import Words
from ccsdesk.ui.dialogs import QtFileDialogs


@pytest.fixture
def parent(themed, qtbot):
    themed.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def opened(parent):
    (dialog,) = parent.findChildren(QFileDialog)
    return dialog


def test_asking_comes_back_at_once_and_answers_later(parent, answers_file, qtbot):
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
    dialog = opened(parent)
    dialog.reject()
    qtbot.waitUntil(lambda: not parent.findChildren(QFileDialog))
    assert chosen == []


def test_a_dialog_speaks_the_persons_language(parent):
    QtFileDialogs(parent).ask_for_answers(Words("sl"), lambda _path: None)
    dialog = opened(parent)
    assert dialog.windowTitle() == "Odpri odgovore"
    assert dialog.labelText(QFileDialog.DialogLabel.Accept) == "Odpri"
    assert dialog.labelText(QFileDialog.DialogLabel.Reject) == "Prekliči"
    assert "*.yaml" in dialog.nameFilters()[0]


def test_a_plan_gets_its_ending_before_the_dialog_asks_to_replace(parent):
    QtFileDialogs(parent).ask_where_to_save(Words("sl"), "načrt.pdf", lambda _path: None)
    dialog = opened(parent)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert dialog.defaultSuffix() == "pdf"
    assert not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    assert [name.rsplit("/", 1)[-1] for name in dialog.selectedFiles()] == ["načrt.pdf"]


def test_the_next_dialog_begins_in_the_folder_used_last(parent, answers_file, qtbot):
    dialogs = QtFileDialogs(parent)
    dialogs.ask_for_answers(Words("en"), lambda _path: None)
    first = opened(parent)
    first.fileSelected.emit(str(answers_file))
    first.reject()
    qtbot.waitUntil(lambda: not parent.findChildren(QFileDialog))
    dialogs.ask_where_to_save(Words("en"), "plan.pdf", lambda _path: None)
    assert opened(parent).directory().absolutePath() == str(answers_file.parent)
