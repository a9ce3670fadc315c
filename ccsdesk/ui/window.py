"""The window itself: its size, its keys, its closing. What is in it comes from elsewhere, after the first paint."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QMainWindow

from ccsdesk.ui.jobs import Jobs

if TYPE_CHECKING:
    from ccsdesk.ui.front import Front

TITLE = "CCS Desk"
WIDTH, HEIGHT = 1280, 800
"""Pixels, where the screen has room for them."""


class MainWindow(QMainWindow):
    """Empty until `furnish` gives it its pages; `ready` says that it can be used."""

    ready = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.jobs = Jobs(self)
        self.front: Front | None = None
        self._let_go: Callable[[], None] | None = None
        self._empty = QLabel()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self.setCentralWidget(self._empty)
        self.setWindowTitle(TITLE)
        room = self.screen().availableGeometry()
        self.resize(min(WIDTH, room.width()), min(HEIGHT, room.height()))

    def say(self, sentence: str) -> None:
        """Say something while there are no pages yet, or none at all."""
        self._empty.setText(sentence)
        self._empty.setAccessibleName(sentence)

    def furnish(self, front: Front, *, let_go: Callable[[], None]) -> None:
        """Show the pages; `let_go` is called once when the window has closed."""
        self.front = front
        self._let_go = let_go
        self.setCentralWidget(front.shell)
        self._give_keys(front)
        handle = self.windowHandle()
        if handle is not None:
            front.idle.watch(handle)
        front.open()
        self.ready.emit()

    def _give_keys(self, front: Front) -> None:
        from ccsdesk.ui import theme
        from ccsdesk.ui.front import STEPS
        from ccsdesk.ui.keys import make_shortcuts

        steps = {
            f"step-{number}": lambda name=name: front.step(name)
            for number, name in enumerate(STEPS, 1)
        }
        make_shortcuts(
            self,
            {
                **steps,
                "back": front.back,
                "overview": front.show_sections,
                "review": lambda: front.step("review"),
                "browse": lambda: front.show("browse"),
                "search": lambda: front.do("search"),
                "open": front.open_answers,
                "save": lambda: front.do("save"),
                "print": lambda: front.do("print"),
                "help": front.show_keys,
                "larger": lambda: front.zoom(up=True),
                "smaller": lambda: front.zoom(up=False),
                "normal": lambda: front.use_size(theme.NORMAL),
                "language": front.switch_language,
                "theme": front.switch_theme,
            },
        )

    def tell_bug(self, report: Path | None) -> None:
        """Say that something went wrong that should not have; the visit goes on."""
        if self.front is not None:
            self.front.tell_bug(report)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask only where something would be lost; work under way is not waited for."""
        if self.front is not None and not self.front.may_close():
            event.ignore()
            return
        self.jobs.forget()
        let_go, self._let_go = self._let_go, None
        if let_go is not None:
            let_go()
        super().closeEvent(event)
