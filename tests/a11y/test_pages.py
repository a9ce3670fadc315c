"""Every page, with a question of every kind: names, the way of Tab, room for every word at every size of text."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton

from ccsdesk.ui.painted_row import PaintedRow
from tests.support import access, room
from tests.support.waiting import comes_about
from tests.support.window import SMALLEST
from tools import tour

IN_BOTH = pytest.mark.parametrize("language", ["sl", "en"])
SIZES = (100, 150, 200)
LAYING_OUT = 1500
"""Milliseconds for a page to be laid out anew."""
GOLDEN = Path(__file__).parents[1] / "golden" / "a11y"
READ_ALOUD = ("start", "question-single", "results")
FINGER = 44
POINTER = 24


def none(found):
    """Fail with every fault on a line of its own, after the page it was found on."""
    lines = [f"{name}: {fault}" for name, faults in found.items() for fault in faults]
    if lines:
        pytest.fail("\n".join(lines), pytrace=False)


@IN_BOTH
def test_everything_the_keyboard_reaches_is_named_and_in_order(open_front, language):
    front = open_front(language)
    window = front.shell.window()
    nameless, disordered, small = {}, {}, {}
    for name in tour.tour(front):
        assert front.shell.page().title().strip(), name
        nameless[name] = access.nameless(window)
        small[name] = too_small(window, FINGER if name.startswith("question") else POINTER)
        disordered[name] = access.out_of_order(window)
    assert len(nameless) == 22
    none(nameless)
    none(disordered)
    none(small)


def too_small(window, row):
    """List what is too small to be hit: an answer or another row, or anything else by a pointer."""
    faults = []
    for one in window.findChildren(QAbstractButton):
        least = row if isinstance(one, QRadioButton | QCheckBox) else POINTER
        least = FINGER if isinstance(one, PaintedRow) else least
        if one.isVisible() and one.window() is window and one.height() < least:
            faults.append(f"{access.called(one)} is {one.height()} px high")
    return faults


@IN_BOTH
def test_every_word_has_its_room_at_every_size(open_front, language):
    front = open_front(language)
    window = front.shell.window()
    faults = {}
    for name in tour.tour(front):
        for percent in SIZES:
            front.looks.use_size(percent)
            # what wraps asks for its height once it knows its width
            comes_about(lambda: not room.faults(window), LAYING_OUT)
            assert (window.width(), window.height()) == SMALLEST, (name, percent)
            faults[f"{name} at {percent} %"] = room.faults(window)
        front.looks.use_size(100)
    none(faults)


@IN_BOTH
def test_three_pages_read_as_they_were_agreed_on(open_front, language):
    front = open_front(language)
    said = {}
    for name in tour.tour(front):
        if name in READ_ALOUD:
            said[name] = access.tree(front.shell)
        if len(said) == len(READ_ALOUD):
            break
    for name, text in said.items():
        access.check_golden(GOLDEN / f"{name}.{language}.txt", text)
