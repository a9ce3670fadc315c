"""What a screen reader is told beyond what Qt says of itself: announcements, levels of headings, folds, pictures."""

from __future__ import annotations

from functools import cache
from typing import cast

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleAttributesInterface,
    QAccessibleInterface,
    QAccessibleStateChangeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QLabel, QWidget

HEADING = "headingLevel"
"""The property of a label that is a heading; its value is the level."""
FOLD = "fold"
"""The property of a button that opens and closes what is below it; it is checked while that is open."""
CHOICE = "choice"
"""The property of a checkable button that is one of several of which one holds."""
GROUP = "group"
"""The property of a widget around a few that belong together; its accessible name says what they are for."""
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


def as_fold(button: QAbstractButton) -> None:
    """Make a checkable button one that says whether what it opens is open."""
    button.setProperty(FOLD, True)
    _speak_anew(button)
    button.toggled.connect(lambda _opened: _tell_toggled(button))


def as_choice(button: QAbstractButton) -> None:
    """Make a checkable button one of several of which one holds, as radio buttons are."""
    button.setProperty(CHOICE, True)
    _speak_anew(button)


def as_group(widget: QWidget) -> None:
    """Make a widget the group of what is in it."""
    widget.setProperty(GROUP, True)
    _speak_anew(widget)


def as_graphic(widget: QWidget) -> None:
    """Make a widget that paints itself a picture: its accessible name says what of, its description the numbers."""
    widget.setProperty(GRAPHIC, True)
    _speak_anew(widget)


def _tell_toggled(button: QAbstractButton) -> None:
    if QAccessible.isActive():
        changed = QAccessible.State()
        changed.expanded = True
        QAccessible.updateAccessibility(QAccessibleStateChangeEvent(button, changed))


class _Level(QAccessibleAttributesInterface):
    """The level of a heading; nothing in it changes, so that all headings of a level share one."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self._level = level

    # Qt's own

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        return [QAccessible.Attribute.Level]

    def attributeValue(self, key: QAccessible.Attribute) -> int | None:
        return self._level if key is QAccessible.Attribute.Level else None


_level = cache(_Level)
"""Kept for good: Qt takes an address and never says when it is done with it."""


class _Heading(QAccessibleWidget):
    """A label that says it is a heading, and of which level."""

    def __init__(self, label: QLabel) -> None:
        super().__init__(label, QAccessible.Role.Heading)

    # Qt's own

    def text(self, kind: QAccessible.Text) -> str:
        label = self.object()
        if kind is QAccessible.Text.Name and isinstance(label, QLabel):
            return label.accessibleName() or label.text()
        return super().text(kind)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        # the stubs of PySide6 6.12 say int; it is a VoidPtr, or None for null, which must not be handed back
        found: object = super().interface_cast(kind)
        if kind is QAccessible.InterfaceType.AttributesInterface:
            level = _level(int(self.object().property(HEADING)))
            found = shiboken6.VoidPtr(shiboken6.getCppPointer(level)[0])
        return cast("int", shiboken6.VoidPtr(0) if found is None else found)


class _Toggle(QAccessibleWidget):
    """A checkable button that is more than a box to check: pressed like one, called what it is."""

    def __init__(self, button: QAbstractButton, role: QAccessible.Role) -> None:
        super().__init__(button, role)

    # Qt's own

    def state(self) -> QAccessible.State:
        state, button = super().state(), self.object()
        if isinstance(button, QAbstractButton):
            if self.role() is QAccessible.Role.RadioButton:
                state.checkable, state.checked = True, button.isChecked()
            else:
                state.expandable = True
                state.expanded, state.collapsed = button.isChecked(), not button.isChecked()
        return state

    def text(self, kind: QAccessible.Text) -> str:
        button = self.object()
        if kind is QAccessible.Text.Name and isinstance(button, QAbstractButton):
            return button.accessibleName() or button.text()
        return super().text(kind)

    def actionNames(self) -> list[str]:
        # what can't be used now can't be pressed
        press = [] if self.state().disabled else [self.pressAction()]
        return [*press, *super().actionNames()]

    def doAction(self, actionName: str) -> None:  # noqa: N803 - Qt's own
        button = self.object()
        if actionName == self.pressAction() and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().doAction(actionName)


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
    if isinstance(thing, QAbstractButton) and thing.property(FOLD) is not None:
        return _Toggle(thing, QAccessible.Role.Button)
    if isinstance(thing, QAbstractButton) and thing.property(CHOICE) is not None:
        return _Toggle(thing, QAccessible.Role.RadioButton)
    if isinstance(thing, QWidget) and thing.property(GROUP) is not None:
        return QAccessibleWidget(thing, QAccessible.Role.Grouping)
    if isinstance(thing, QWidget) and thing.property(GRAPHIC) is not None:
        return QAccessibleWidget(thing, QAccessible.Role.Graphic)
    if isinstance(thing, QWidget) and class_name in UNSAFE_AREAS:
        return QAccessibleWidget(thing, QAccessible.Role.Client)
    return None
