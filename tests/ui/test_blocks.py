"""Text as pages show it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from ccsdesk.ui.blocks import paragraph, put_prose
from tests.support.access import interface, name_of

LOST = "How well do you know why a customer would choose you?"


def test_a_short_last_word_does_not_stand_alone(themed, qtbot):
    label = paragraph()
    qtbot.addWidget(label)
    put_prose(label, LOST)
    assert label.text().endswith(" choose\N{NO-BREAK SPACE}you?")


def test_what_is_heard_is_as_it_was_written(themed, qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    put_prose(label, LOST)
    assert name_of(interface(label)) == LOST


@pytest.mark.parametrize(
    "text", ["", "Your plan", "A long title whose last word is a conversation"]
)
def test_other_texts_are_shown_as_they_are(themed, qtbot, text):
    label = QLabel()
    qtbot.addWidget(label)
    put_prose(label, text)
    assert label.text() == text
