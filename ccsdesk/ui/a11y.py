"""What a screen reader is told beyond what Qt says of itself: announcements, headings, pictures with their numbers."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QWidget

HEADING = "headingLevel"
"""The property of a label that is a heading; its value is the level."""
GRAPHIC = "graphic"
"""The property of a widget that is a picture; its words are its accessible name and description."""

UNSAFE_AREAS = frozenset({"QScrollArea", "QPdfView"})
"""Asked for a child they no longer have (a scroll bar that went), these end the program in Qt 6.12."""


def announce(widget: QWidget, sentence: str) -> None:
    """Have a sentence spoken that appeared without being focused; nothing happens without a screen reader."""
    if sentence and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def as_heading(label: QLabel, level: int) -> None:
    """Make the label a heading that a screen reader can jump to."""
    label.setProperty(HEADING, level)
    _speak_anew(label)


def as_graphic(widget: QWidget) -> None:
    """Make a widget that paints itself a picture: its accessible name says what of, its description the numbers."""
    widget.setProperty(GRAPHIC, True)
    _speak_anew(widget)


class _Heading(QAccessibleWidget):
    """A label that says it is a heading."""

    def __init__(self, label: QLabel) -> None:
        super().__init__(label, QAccessible.Role.Heading)

    def text(self, kind: QAccessible.Text) -> str:
        label = self.object()
        if kind is QAccessible.Text.Name and isinstance(label, QLabel):
            return label.accessibleName() or label.text()
        return super().text(kind)


def _speak_anew(widget: QWidget) -> None:
    """Qt keeps what it made for a widget; with a screen reader running that was before the widget was marked."""
    _install()
    if QAccessible.isActive():
        made = QAccessible.queryAccessibleInterface(widget)
        if made is not None:
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(made))


@cache
def _install() -> None:
    QAccessible.installFactory(_made_for)


def _made_for(class_name: str, thing: QObject) -> QAccessibleInterface | None:
    """Ours for what is marked, and for areas that scroll; Qt owns it from then on and lets it go with the widget."""
    if isinstance(thing, QLabel) and thing.property(HEADING) is not None:
        return _Heading(thing)
    if isinstance(thing, QWidget) and thing.property(GRAPHIC) is not None:
        return QAccessibleWidget(thing, QAccessible.Role.Graphic)
    if isinstance(thing, QWidget) and class_name in UNSAFE_AREAS:
        return QAccessibleWidget(thing, QAccessible.Role.Client)
    return None
