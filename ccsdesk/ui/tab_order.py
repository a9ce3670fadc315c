"""The way of the keyboard through what stands in a layout: as it stands, not as it was made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def follow_layout(layout: QLayout) -> None:
    """Lead Tab through all that stands in the layout, from its first item to its last."""
    for one, after in pairwise(_stops(layout)):
        QWidget.setTabOrder(one, after)


def _stops(layout: QLayout) -> Iterator[QWidget]:
    """What takes the keyboard, in order; what is inside of such a thing is its own affair."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        elif widget is not None:
            inside = widget.layout()
            if inside is not None:
                yield from _stops(inside)
        elif inner is not None:
            yield from _stops(inner)
