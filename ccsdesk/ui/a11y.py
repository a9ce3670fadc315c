"""What a screen reader is told beyond what Qt says of itself: announcements, headings, pictures with their numbers."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget

HEADING = "headingLevel"
"""The property of a label that is a heading; its value is the level."""


def announce(widget: QWidget, sentence: str) -> None:
    """Have a sentence spoken that appeared without being focused; nothing happens without a screen reader."""
    if sentence and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def as_heading(label: QLabel, level: int) -> None:
    """Make the label a heading that a screen reader can jump to."""
    label.setProperty(HEADING, level)
