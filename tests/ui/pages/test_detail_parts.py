"""Lists of notes in the detail of a programme, for eyes and ears."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from ccsdesk.services.presenting.programme import NoteLine, NoteList
from ccsdesk.text import Words
from ccsdesk.ui.pages.detail_parts import NoteBlock
from tests.support.access import interface, name_of

LINES = (NoteLine("A sketch"), NoteLine("A budget"))


def heard(block):
    labels = block.findChildren(QLabel)
    return [name_of(interface(label)) for label in labels]


def test_the_point_in_front_of_a_note_is_seen_and_not_read_aloud(themed, qtbot):
    block = NoteBlock(NoteList("What to bring", LINES), Words("en"))
    qtbot.addWidget(block)
    block.show()
    assert heard(block) == ["A sketch", "A budget"]
    picture = block.grab().toImage()
    row = next(label for label in block.findChildren(QLabel) if label.text() == "A sketch")
    middle = row.mapTo(block, row.rect().center()).y()
    ground = picture.pixelColor(0, middle)
    ratio = picture.devicePixelRatio()
    beside = range(int(row.mapTo(block, row.rect().topLeft()).x() * ratio))
    assert any(picture.pixelColor(x, middle) != ground for x in beside)


def test_steps_are_counted_for_eyes_and_ears(themed, qtbot):
    block = NoteBlock(NoteList("Steps", LINES, numbered=True), Words("en"))
    qtbot.addWidget(block)
    assert heard(block) == ["1.", "A sketch", "2.", "A budget"]
