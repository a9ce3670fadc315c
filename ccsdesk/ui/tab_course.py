"""Where the Tab key goes in the window as a whole: from part to part, and in each as things stand on the screen.

Qt 6.12 puts what is made later last, wherever it is on the screen. Its own chain is never asked for: with PySide6 6.12
`nextInFocusChain` hangs each widget's Python side on the one before it, and deleting one then takes living ones along.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QSplitter, QStackedWidget, QTabWidget, QWidget


def go_through(parts: Sequence[QWidget], *, onward: bool) -> bool:
    """Take the keyboard one stop further through these parts of a window; False where it is in none of them."""
    window = parts[0].window()
    stops = [one for part in parts if part.isVisibleTo(window) for one in stops_in(part)]
    here = window.focusWidget()
    if here not in stops:
        return False
    after = stops[(stops.index(here) + (1 if onward else -1)) % len(stops)]
    after.setFocus(Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason)
    return True


def stops_in(part: QWidget) -> Iterator[QWidget]:
    """What Tab stops at in a part, as it stands; what is inside of a stop is its own affair."""
    if _takes_tab(part):
        yield part
        return
    for inside in _inside(part):
        # a hidden one may be shown by the next click; it is no stop before that
        if not inside.isHidden() and not inside.isWindow():
            yield from stops_in(inside)


def _inside(part: QWidget) -> list[QWidget]:
    """The widgets in a widget, in the order of its layout; by place where it has none."""
    if isinstance(part, QScrollArea):
        return [inside] if (inside := part.widget()) is not None else []
    if isinstance(part, QStackedWidget):
        return [inside] if (inside := part.currentWidget()) is not None else []
    if isinstance(part, QSplitter):
        found = [part.widget(place) for place in range(part.count())]
        return [one for one in found if one is not None]
    if isinstance(part, QTabWidget):
        shown: QWidget | None = part.currentWidget()
        return [part.tabBar()] if shown is None else [part.tabBar(), shown]
    layout: QLayout | None = part.layout()
    if layout is not None:
        return list(_of_layout(layout))
    children = [one for one in part.children() if isinstance(one, QWidget)]
    return sorted(children, key=lambda one: (one.y(), one.x()))


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _of_layout(inner)


def _takes_tab(widget: QWidget) -> bool:
    return (
        widget.focusProxy() is None
        and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.isEnabled()
    )
