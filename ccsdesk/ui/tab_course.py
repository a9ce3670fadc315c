"""Where the Tab key goes in the window as a whole: from part to part as they stand on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def go_through(parts: Sequence[QWidget], *, onward: bool) -> bool:
    """Take the keyboard one stop further through these parts of a window; False where it is in none of them.

    The order inside of each part is Qt's own. Qt 6.12 puts what is made later last, wherever it is on the screen, and
    `setTabOrder` leaves what hands the keyboard on to a part of its own where it was.
    """
    window = parts[0].window()
    chain = [one for one in _chain(window) if _takes_tab(one, window)]
    stops = [one for part in parts for one in chain if part.isAncestorOf(one)]
    here = window.focusWidget()
    if here not in stops:
        return False
    after = stops[(stops.index(here) + (1 if onward else -1)) % len(stops)]
    after.setFocus(Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason)
    return True


def _chain(window: QWidget) -> Iterator[QWidget]:
    current: QWidget | None = window.nextInFocusChain()
    while current is not None and current is not window:
        yield current
        current = current.nextInFocusChain()


def _takes_tab(widget: QWidget, window: QWidget) -> bool:
    return (
        widget.focusProxy() is None
        and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.isEnabled()
        and widget.isVisibleTo(window)
    )
