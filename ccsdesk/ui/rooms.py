"""The pages with their presenters, each made when it is first shown, and kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal

from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.page import Page


@dataclass(frozen=True, slots=True)
class Room:
    """A page, and what to call before it is shown and whenever what it shows has changed."""

    page: Page
    show: Callable[[], None]
    keep: Callable[[], None] | None = None
    """Keep what is typed and not kept yet."""
    show_look: Callable[[theme.Look], None] | None = None
    """Show which look is in use."""


class Rooms(QObject):
    """`made`: a page was made just now; `left`: one is about to go."""

    made = Signal(str)
    left = Signal(str)

    def __init__(
        self, makers: dict[str, Callable[[], Room]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._makers = makers
        self._rooms: dict[str, Room] = {}

    def room(self, name: str) -> Room:
        """The room of this name. KeyError if there is none."""
        if name not in self._rooms:
            room = self._makers[name]()
            self._rooms[name] = room
            self.made.emit(name)
        return self._rooms[name]

    def names(self) -> tuple[str, ...]:
        """All pages there are."""
        return tuple(self._makers)

    def say_in(self, words: Words) -> None:
        """The pages that are made, in these words."""
        for room in self._rooms.values():
            room.page.say_in(words)

    def show_look(self, look: theme.Look) -> None:
        """The pages that show the look, as it is now."""
        for room in self._rooms.values():
            if room.show_look is not None:
                room.show_look(look)

    def keep(self) -> None:
        """Keep what is typed on any page and not kept yet."""
        for room in self._rooms.values():
            if room.keep is not None:
                room.keep()

    def forget(self, *, but: str = "") -> None:
        """Let go of all pages but one, so that nothing of a visit is left in them."""
        kept = {name: room for name, room in self._rooms.items() if name == but}
        gone = {name: room for name, room in self._rooms.items() if name != but}
        self._rooms = kept
        for name, room in gone.items():
            self.left.emit(name)
            room.page.hide()
            room.page.deleteLater()
            if but:
                # those who keep one page want the others gone at once; none of them is in use
                QCoreApplication.sendPostedEvents(room.page, QEvent.Type.DeferredDelete)
