"""What a window offers to a screen reader, and how its keyboard goes round; read in process, without a bus."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget

from ccsdesk.ui.tab_course import stops_in
from ccsdesk.ui.window import MainWindow

RENEW = "CCSDESK_RENEW_GOLDEN"
Role = QAccessible.Role
SILENT = frozenset(
    {Role.Client, Role.Pane, Role.LayeredPane, Role.Grouping, Role.Splitter, Role.Border}
)
"""Roles of boxes that hold others and are not spoken unless they have a name."""


def walk(node: QAccessibleInterface, depth: int = 0) -> Iterator[tuple[int, QAccessibleInterface]]:
    """The node and all below it that is on the screen, in reading order."""
    yield depth, node
    for index in range(node.childCount()):
        child = _child(node, index)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from walk(child, depth + 1)


def _child(node: QAccessibleInterface, index: int) -> QAccessibleInterface | None:
    """PySide6 6.12 says that there is always one."""
    return node.child(index)


def interface(widget: QWidget) -> QAccessibleInterface:
    """What the widget tells a screen reader."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def name_of(node: QAccessibleInterface) -> str:
    """What it is called."""
    return node.text(QAccessible.Text.Name)


def tree(widget: QWidget) -> str:
    """Everything a screen reader finds, one line each: role, name, description, value, state."""
    lines = []
    depths: list[int] = []
    for depth, node in walk(interface(widget)):
        while depths and depths[-1] >= depth:
            depths.pop()
        if node.role() is Role.ScrollBar or (node.role() in SILENT and not name_of(node)):
            continue
        lines.append("  " * len(depths) + _line(node))
        depths.append(depth)
    return "\n".join(lines) + "\n"


def _line(node: QAccessibleInterface) -> str:
    state, role = node.state(), node.role().name
    parts = [f"{role}: {name_of(node)}"]
    description = node.text(QAccessible.Text.Description)
    if description and description != name_of(node):
        parts.append(f"({description})")
    value = node.text(QAccessible.Text.Value)
    if value and value != name_of(node):
        parts.append(f"= {value}")
    marks = [
        word
        for word, there in (
            ("focused", state.focused),
            ("checked", state.checked),
            ("disabled", state.disabled),
            ("expanded", state.expanded),
            ("selected", state.selected),
        )
        if there
    ]
    if marks:
        parts.append(f"[{', '.join(marks)}]")
    return " ".join(parts)


def nameless(window: QWidget) -> list[str]:
    """Everything on the screen that the keyboard reaches and that has no name."""
    return [
        _sinner(node)
        for _, node in walk(interface(window))
        if node.state().focusable and not node.state().disabled and not name_of(node).strip()
        # the window's own frame is named by its title
        if node.role() is not Role.Window
    ]


def _sinner(node: QAccessibleInterface) -> str:
    thing = node.object()
    kind = getattr(thing, "objectName", str)() or type(thing).__name__
    rect = node.rect()
    return f"{node.role().name} {kind} at {rect.x()},{rect.y()}"


def tab_round(window: QWidget, *, most: int = 500) -> list[QWidget]:
    """Where the Tab key goes, from the widget that has the keyboard until it comes back there."""
    first = window.focusWidget()
    assert first is not None, "nothing has the keyboard"
    stops = [first]
    for _ in range(most):
        QTest.keyClick(stops[-1], Qt.Key.Key_Tab)
        now = window.focusWidget()
        assert now is not None, "Tab has lost the keyboard"
        if now is first:
            return stops
        names = [called(one) for one in stops]
        assert now not in stops, f"Tab comes back to {called(now)}, not to the first of {names}"
        stops.append(now)
    raise AssertionError(f"Tab does not come back to {called(first)}")


def out_of_order(window: QWidget) -> list[str]:
    """Steps of Tab that go up, or to the left on one line; the step back to the beginning is none.

    To the right of what was left, a new column may begin higher up. Of a page without its window, the way that the
    window would lead Tab through it.
    """
    chain = tab_round(window) if isinstance(window, MainWindow) else list(stops_in(window))
    top = min(range(len(chain)), key=lambda index: _in_window(chain[index]).top())
    wrong = []
    for before, after in pairwise(chain[top:] + chain[:top]):
        old, new = _places(before, after)
        goes_up = new.bottom() <= old.top() and new.left() < old.right()
        goes_left = (
            new.right() <= old.left() and new.top() < old.bottom() and old.top() < new.bottom()
        )
        if goes_up or goes_left:
            wrong.append(f"{called(before)} at {_said(old)} -> {called(after)} at {_said(new)}")
    return wrong


def _places(before: QWidget, after: QWidget) -> tuple[QRect, QRect]:
    """Where both are, as if nothing were scrolled: in the area both are in, else by their areas in the window."""
    old, new = _areas(before), _areas(after)
    shared = next((area for area in old if area in new), None)
    if shared is not None:
        old, new = old[: old.index(shared)], new[: new.index(shared)]
        ground = (shared.widget() if isinstance(shared, QScrollArea) else None) or shared.viewport()
    else:
        ground = before.window()
    # what scrolls by itself counts as the place it scrolls in
    return _in(old[-1] if old else before, ground), _in(new[-1] if new else after, ground)


def _areas(widget: QWidget) -> list[QAbstractScrollArea]:
    """The areas that scroll the widget, from the nearest outwards."""
    areas = []
    parent = widget.parentWidget()
    while parent is not None:
        above = parent.parentWidget()
        if isinstance(above, QAbstractScrollArea) and above.viewport() is parent:
            areas.append(above)
        parent = above
    return areas


def _in(widget: QWidget, ground: QWidget) -> QRect:
    return QRect(widget.mapTo(ground, QPoint(0, 0)), widget.size())


def _in_window(widget: QWidget) -> QRect:
    areas = _areas(widget)
    return _in(areas[-1] if areas else widget, widget.window())


def _said(place: QRect) -> str:
    return f"{place.left()},{place.top()}"


def called(widget: QWidget) -> str:
    """A widget as a person would name it in a report."""
    return f"{type(widget).__name__} “{name_of(interface(widget))}”"


def focused_name() -> str:
    """What has the keyboard, by name; "" where nothing has it."""
    widget = QApplication.focusWidget()
    return "" if widget is None else name_of(interface(widget))


def check_golden(path: Path, said: str) -> None:
    """Compare with what was read and agreed on before; renew it with CCSDESK_RENEW_GOLDEN=1."""
    if os.environ.get(RENEW):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(said, encoding="utf-8")
    assert path.is_file(), f"{path.name} is missing: run with {RENEW}=1 and read what it says"
    assert said.splitlines() == path.read_text(encoding="utf-8").splitlines()
