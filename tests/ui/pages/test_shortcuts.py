"""Keys: one table for what the window does and what the sheet says, none of them in a Slovenian's way."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from ccsdesk.text import Words
from ccsdesk.ui.keys import KEYS, Group, Key, make_shortcuts, said
from ccsdesk.ui.pages.shortcuts import ShortcutSheet

SEQUENCES = [sequence for key in KEYS for sequence in key.sequences]


@pytest.fixture
def window(themed, qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


@pytest.fixture
def sheet(window):
    made = ShortcutSheet(window)
    made.say_in(Words("en"))
    made.open()
    return made


def handlers():
    names = [name for key in KEYS if key.by_window for name, _ in key.handlers()]
    return dict.fromkeys(names)


def test_no_two_keys_are_the_same_and_qt_knows_each():
    assert len(set(SEQUENCES)) == len(SEQUENCES)
    for sequence in SEQUENCES:
        read = QKeySequence(sequence)
        assert read.count() == 1
        assert read[0].key() != Qt.Key.Key_unknown


def test_no_key_is_altgr_or_one_that_a_field_of_text_needs():
    assert not [sequence for sequence in SEQUENCES if "Ctrl+Alt" in sequence]
    taken = {f"Ctrl+{letter}" for letter in "ACVXYZDEHKU"}
    assert not taken & set(SEQUENCES)
    # a key without Ctrl or Alt would be lost to whoever types it into a field
    assert [s for s in SEQUENCES if not re.match(r"Ctrl|Alt|F\d", s)] == []


def test_every_key_of_the_window_does_what_its_line_says(window, qtbot):
    done = []
    does = {name: lambda name=name: done.append(name) for name in handlers()}
    make_shortcuts(window, does)
    for shortcut in window.findChildren(QShortcut):
        shortcut.activated.emit()
    assert set(done) == set(handlers())
    assert {"step-1", "step-5", "back", "help"} <= set(done)


def test_a_key_nobody_answers_for_is_noticed_at_once(window):
    does = {name: (lambda: None) for name in handlers()}
    del does["review"]
    with pytest.raises(KeyError, match="review"):
        make_shortcuts(window, does)


def test_keys_are_said_as_they_are_printed_on_the_keyboard():
    words = Words("en")
    shown = {key.id: said(key, words) for key in KEYS}
    assert shown["larger"] == "Ctrl + +"
    assert shown["back"] == "Alt + Left arrow"
    assert shown["step"] == "Alt + 1 … 5"
    assert shown["arrows"] == "Up arrow / Down arrow"
    assert said(Key("x", Group.DOING, ("Ctrl+-",), ""), words) == "Ctrl + −"


def test_the_sheet_lists_every_key_once(sheet):
    rows = [
        (table.item(row, 0).text(), table.item(row, 1).text())
        for table in sheet.tables.values()
        for row in range(table.rowCount())
    ]
    words = Words("en")
    assert rows == [
        (said(key, words), key.sentence) for group in Group for key in KEYS if key.group is group
    ]


def test_the_sheet_blocks_nothing_and_escape_closes_it(sheet, qtbot):
    assert sheet.isVisible()
    assert not sheet.isModal()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_the_button_closes_it_too(sheet, qtbot):
    qtbot.mouseClick(sheet.close_button, Qt.MouseButton.LeftButton)
    assert not sheet.isVisible()


def test_the_window_can_be_used_while_the_sheet_is_open(window, sheet, qtbot):
    field = QLineEdit(window)
    field.show()
    qtbot.keyClicks(field, "80")
    assert field.text() == "80"
