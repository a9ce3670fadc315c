"""The real file dialogs: opened, never waited for, in the person's language."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QStandardPaths, Qt
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


@pytest.fixture
def settings_of_qt(tmp_path):
    """Those of the account, in a folder of their own."""
    kind, scope = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
    if sys.platform != "linux":
        pytest.skip("elsewhere they lie in a register, and the dialogs are the computer's own")
    before = QSettings(kind, scope, "QtProject").fileName()
    QSettings.setPath(kind, scope, str(tmp_path))
    yield lambda: QSettings(scope, "QtProject")
    QSettings.setPath(kind, scope, str(Path(before).parent))


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


@pytest.mark.parametrize(
    "found", [{}, {"history": ["file:///a", "file:///b"], "lastVisited": "file:///a"}]
)
def test_nobody_sees_where_the_last_person_went(parent, qtbot, settings_of_qt, tmp_path, found):
    for key, value in found.items():
        settings_of_qt().setValue(f"FileDialog/{key}", value)
    (tmp_path / "private").mkdir()
    QtFileDialogs(parent).ask_for_answers(Words("en"), nothing)
    dialog = opened(parent)
    assert dialog.history() == [] or "file:///a" not in dialog.history()
    dialog.setDirectory(str(tmp_path / "private"))
    dialog.reject()
    qtbot.waitUntil(lambda: not parent.findChildren(QFileDialog))
    left = settings_of_qt()
    left.beginGroup("FileDialog")
    assert {
        key: left.value(key) for key in ("history", "lastVisited") if left.contains(key)
    } == found


def test_a_dialog_begins_at_home_where_there_are_no_documents(parent, monkeypatch, tmp_path):
    places = {QStandardPaths.StandardLocation.DocumentsLocation: str(tmp_path / "none")}
    monkeypatch.setattr(
        QStandardPaths, "writableLocation", lambda place: places.get(place, str(tmp_path))
    )
    QtFileDialogs(parent).ask_for_answers(Words("en"), nothing)
    assert opened(parent).directory().absolutePath() == str(tmp_path)
