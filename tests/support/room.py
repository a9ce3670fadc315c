"""Whether everything written on a page can be read: nothing cut, nothing over something else, nothing outside."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from tests.support.access import called

SLACK = 2
"""Pixels that rounding may cost."""
ONE_LINE = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox)


def faults(window: QWidget) -> list[str]:
    """All that cannot be read as it stands now."""
    return [*too_narrow(window), *outside(window), *overlapping(window)]


def too_narrow(window: QWidget) -> list[str]:
    """Everything that needs more room than it has, with what it needs."""
    return [fault for widget in _written(window) if (fault := _lacking(widget))]


def _lacking(widget: QWidget) -> str:
    have = widget.size()
    if isinstance(widget, QLabel) and not widget.wordWrap():
        need = widget.sizeHint()
        if widget.pixmap().isNull() and need.width() > have.width() + SLACK:
            return f"{called(widget)} needs {need.width()} px in width, has {have.width()}"
    elif isinstance(widget, QAbstractButton):
        need = widget.minimumSizeHint() if widget.hasHeightForWidth() else widget.sizeHint()
        if need.width() > have.width() + SLACK:
            return f"{called(widget)} needs {need.width()} px in width, has {have.width()}"
    tall = (
        widget.heightForWidth(have.width())
        if widget.hasHeightForWidth()
        else widget.minimumSizeHint().height()
    )
    if tall > have.height() + SLACK:
        return f"{called(widget)} needs {tall} px in height, has {have.height()}"
    return ""


def outside(window: QWidget) -> list[str]:
    """Everything that sticks out of the window, or sideways out of the area it scrolls in."""
    wrong = []
    frame = window.rect()
    for widget in _written(window):
        place = _place(widget, window)
        area = _scrolling(widget)
        if area is None:
            if not frame.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(place):
                wrong.append(f"{called(widget)} is at {_said(place)}, the window {_said(frame)}")
            continue
        port = _place(area.viewport(), window)
        if _scrolls_sideways(area):
            continue
        if place.left() < port.left() - SLACK or place.right() > port.right() + SLACK:
            wrong.append(f"{called(widget)} is at {_said(place)}, its area {_said(port)}")
    return wrong


def overlapping(window: QWidget) -> list[str]:
    """Pairs of things that are drawn one over the other."""
    seen = [(widget, _seen_place(widget, window)) for widget in _written(window)]
    return [
        f"{called(one)} at {_said(first)} and {called(other)} at {_said(second)}"
        for (one, first), (other, second) in combinations(seen, 2)
        if not one.isAncestorOf(other) and not other.isAncestorOf(one)
        if _shared(first, second)
    ]


def _shared(first: QRect, second: QRect) -> bool:
    common = first.intersected(second)
    return common.width() > SLACK and common.height() > SLACK


def _written(window: QWidget) -> Iterator[QWidget]:
    """Every widget that shows text of its own."""
    for widget in window.findChildren(QWidget):
        if (
            not widget.isVisible()
            or widget.window() is not window
            or isinstance(widget, QScrollBar)
        ):
            continue
        if isinstance(widget, QLabel):
            if widget.text():
                yield widget
        elif isinstance(widget, ONE_LINE):
            yield widget


def _scrolling(widget: QWidget) -> QAbstractScrollArea | None:
    """The nearest area that can scroll the widget into view."""
    parent = widget.parentWidget()
    while parent is not None:
        above = parent.parentWidget()
        if isinstance(above, QAbstractScrollArea) and above.viewport() is parent:
            return above
        parent = above
    return None


def _scrolls_sideways(area: QAbstractScrollArea) -> bool:
    if not isinstance(area, QScrollArea):
        return True
    return area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _seen_place(widget: QWidget, window: QWidget) -> QRect:
    """The part of it that every area around it lets through."""
    place = _place(widget, window)
    area = _scrolling(widget)
    while area is not None:
        place = place.intersected(_place(area.viewport(), window))
        area = _scrolling(area)
    return place


def _said(place: QRect) -> str:
    return f"{place.left()},{place.top()} {place.width()}×{place.height()}"
