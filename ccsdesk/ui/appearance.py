"""How the window looks while it is used: theme and size of text, and the way back to how it looked at first."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ccsdesk.ui import qt_words, theme

IN_TURN: tuple[theme.Theme, ...] = ("light", "dark", "contrast")


class Appearance(QObject):
    """One for the application. `changing`: another look is about to be shown; `changed`: it is."""

    changing = Signal()
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._first = theme.current()

    def use_theme(self, name: theme.Theme) -> None:
        """Other colours; the page stays."""
        look = theme.current()
        self._use(theme.Look(name, look.percent, look.motion))

    def switch_theme(self) -> None:
        """To the next of light, dark and contrast."""
        shown = [str(name) for name in IN_TURN].index(theme.shown().value)
        self.use_theme(IN_TURN[(shown + 1) % len(IN_TURN)])

    def zoom(self, *, up: bool) -> None:
        """Larger or smaller text."""
        self.use_size(theme.next_size(theme.current().percent, up=up))

    def use_size(self, percent: int) -> None:
        """Text in percent of the normal size."""
        look = theme.current()
        self._use(theme.Look(look.theme, percent, look.motion))

    def begin_anew(self) -> None:
        """As at first, for the next person."""
        if theme.current() != self._first:
            self._use(self._first)

    def speak(self, language: str) -> None:
        """Qt's own words in this language too."""
        qt_words.speak(_application(), language)

    def _use(self, look: theme.Look) -> None:
        self.changing.emit()
        theme.apply(_application(), look)
        self.changed.emit()


def _application() -> QApplication:
    found = QApplication.instance()
    if not isinstance(found, QApplication):
        raise TypeError("There is no application yet.")
    return found
