"""Where Tab goes: as things stand in their layouts, not as they were made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def stops(layout: QLayout) -> list[QWidget]:
    """What Tab stops at in a layout, in its order; what is inside of a stop is its own affair."""
    return list(_stops(layout))


def chain(widgets: Iterable[QWidget]) -> None:
    """Have Tab go through these one after the other; what came after the first comes after the last."""
    for one, following in pairwise(widgets):
        # what pops up is a window of its own
        if one.window() is following.window():
            QWidget.setTabOrder(one, following)


def follow_layout(layout: QLayout) -> None:
    """Lead Tab through all that stands in the layout, from its first item to its last."""
    chain(stops(layout))


def _stops(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None and _is_stop(widget):
            yield widget
        elif widget is not None:
            inside = widget.layout()
            if inside is not None:
                yield from _stops(inside)
            else:
                yield from (one for one in widget.findChildren(QWidget) if _is_stop(one))
        elif inner is not None:
            yield from _stops(inner)


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
