"""Where the Tab key goes in the window as a whole: from part to part, and in each as things stand on the screen.

Qt 6.12 puts what is made later last, wherever it is on the screen. Neither its chain nor the items of a
layout are asked for, because PySide6 6.12 loses track of both: `nextInFocusChain` hangs each widget's Python
side on the one before it, and the items that `itemAt` gives are not told when they go, so that what comes to
stand at their place in memory is taken for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QTabWidget, QWidget


def go_through(parts: Sequence[QWidget], *, onward: bool) -> bool:
    """Take the keyboard one stop further through these parts of a window; False where it is in none of them."""
    window = parts[0].window()
    here: QWidget | None = window.focusWidget()
    # Qt calls for this also while what has the keyboard is being taken down: looking around then breaks memory
    if here is None or not here.isVisible():
        return False
    stops = [one for part in parts if part.isVisibleTo(window) for one in stops_in(part)]
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
        yield from stops_in(inside)


def _inside(part: QWidget) -> list[QWidget]:
    """The widgets in a widget, line by line as they stand."""
    if isinstance(part, QScrollArea):
        return [inside] if (inside := part.widget()) is not None else []
    if isinstance(part, QStackedWidget):
        return [inside] if (inside := part.currentWidget()) is not None else []
    if isinstance(part, QTabWidget):
        shown: QWidget | None = part.currentWidget()
        return [part.tabBar()] if shown is None else [part.tabBar(), shown]
    children = [one for one in part.children() if isinstance(one, QWidget)]
    return _in_lines([one for one in children if not one.isHidden() and not one.isWindow()])


def _in_lines(widgets: list[QWidget]) -> list[QWidget]:
    """From top to bottom, and what stands side by side from left to right."""
    lines: list[list[QWidget]] = []
    for one in sorted(widgets, key=lambda one: (one.y(), one.x())):
        if lines and _are_beside(lines[-1][0], one):
            lines[-1].append(one)
        else:
            lines.append([one])
    return [one for line in lines for one in sorted(line, key=lambda one: one.x())]


def _are_beside(one: QWidget, other: QWidget) -> bool:
    """Whether they share at least half of the height of the lower one."""
    shared = min(one.y() + one.height(), other.y() + other.height()) - max(one.y(), other.y())
    return 2 * shared > min(one.height(), other.height())


def _takes_tab(widget: QWidget) -> bool:
    return (
        widget.focusProxy() is None
        and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.isEnabled()
    )
