"""Marks on widgets that the style sheet knows: sizes of type, notices, buttons, boxes. Sets no style itself."""

from __future__ import annotations

from typing import Literal, TypeAlias, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QTabBar, QToolButton, QWidget

from ccsdesk.domain.verdict import Shelf
from ccsdesk.ui.theme.roles import SHELF_ROLES, Role

WidgetT = TypeVar("WidgetT", bound=QWidget)
BarKind: TypeAlias = Literal["icon", "menu", "text"]


def as_role(label: QLabel, role: str) -> QLabel:
    """The label, set as one of TITLE, HEADING, LEAD, CAPTION, STAGE, STRONG, MUTED."""
    return _mark(label, "role", role)


def as_tone(label: QLabel, role: Role) -> QLabel:
    """The label, written in the colour of a role."""
    return _mark(label, "tone", role.value)


def as_shelf(label: QLabel, shelf: Shelf) -> QLabel:
    """The label, written in the colour of a shelf; the word or icon beside it says the same."""
    return as_tone(label, SHELF_ROLES[shelf])


def as_notice(frame: QFrame, kind: str) -> None:
    """Dress a frame as INFORMATION, SUCCESS, WARNING or MISTAKE."""
    _mark(frame, "notice", kind)


def as_next(button: QPushButton, *, is_next: bool) -> None:
    """Give the accent to the one thing to do next, or take it away."""
    _mark(button, "next", is_next)


def as_lit(frame: QFrame, *, is_lit: bool) -> None:
    """Draw the ring of the keyboard around a frame for what is in it."""
    _mark(frame, "lit", is_lit)


def as_step(button: QPushButton, *, is_here: bool) -> None:
    """A step of the visit; the one where one is has a line below it."""
    _mark(button, "step", "here" if is_here else "other")


def as_bar(button: QToolButton, kind: BarKind) -> None:
    """A button of the top bar: "icon" and "menu" are as large at every size of text, "text" grows in width."""
    _mark(button, "bar", kind)


def as_plain(button: QPushButton | QToolButton, *, is_plain: bool = True) -> None:
    """A button that looks like a link, or like a button again."""
    _mark(button, "plain", is_plain)


def as_tight(widget: QPushButton | QTabBar, *, is_tight: bool) -> None:
    """A button or tabs with less room around their words, for several in a line of large text."""
    _mark(widget, "tight", is_tight)


def as_row(widget: WidgetT) -> WidgetT:
    """A row to choose by clicking anywhere on it: at least 44 px high, marked when checked."""
    return _mark(widget, "row", True)


def as_card(frame: QFrame) -> None:
    """A raised box with a line around it."""
    _mark(frame, "card", True)


def as_wrong(field: QWidget, *, is_wrong: bool) -> None:
    """Draw a field as one whose content has a mistake, or as any other."""
    _mark(field, "wrong", is_wrong)


def _mark(widget: WidgetT, name: str, value: object) -> WidgetT:
    if widget.property(name) == value:
        return widget
    widget.setProperty(name, value)
    # before the first polish the sheet has yet to look
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
    return widget
