"""The window itself: its size, its keys, its closing. What is in it comes from elsewhere, after the first paint."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow

from ccsdesk.ui.first_frame import FirstFrame
from ccsdesk.ui.jobs import Jobs

if TYPE_CHECKING:
    from ccsdesk.domain.errors import CcsError
    from ccsdesk.ui.front import Front
    from ccsdesk.ui.pages.refusal import Refusal

TITLE = "CCS Desk"
FRAME = 16
"""Pixels that the system's frame takes at the sides; its title bar takes about three times as much."""
WIDTH, HEIGHT = 1280, 800
"""Pixels, where the screen has room for them."""


class MainWindow(QMainWindow):
    """Empty until `furnish` gives it its pages.

    `painted`: it has been seen for the first time. `ready`: it can be used. `failed`: it never can, and why.
    """

    painted = Signal()
    ready = Signal()
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.jobs = Jobs(self)
        self.front: Front | None = None
        self._let_go: Callable[[], None] | None = None
        self._frame = FirstFrame()
        self._frame.painted.connect(self.painted)
        self.setCentralWidget(self._frame)
        self.setWindowTitle(TITLE)
        room = self.screen().availableGeometry()
        self.resize(min(WIDTH, room.width() - FRAME), min(HEIGHT, room.height() - 3 * FRAME))

    def say(self, sentence: str) -> None:
        """Say something while there is nothing else to be seen yet."""
        if self.centralWidget() is self._frame:
            self._frame.say(sentence)

    def give_up(self, page: Refusal, error: CcsError) -> None:
        """There will be no pages but this one, which says why."""
        self.setCentralWidget(page)
        page.closed.connect(self.close)
        page.focus_first()
        self.failed.emit(error)

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
                "larger": lambda: front.looks.zoom(up=True),
                "smaller": lambda: front.looks.zoom(up=False),
                "normal": lambda: front.looks.use_size(theme.NORMAL),
                "language": front.switch_language,
                "theme": front.looks.switch_theme,
            },
        )

    def tell_bug(self, report: Path | None) -> None:
        """Say that something went wrong that should not have; the visit goes on."""
        if self.front is not None:
            self.front.teller.bug(report)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.centralWidget() is self._frame:
            self._frame.expect()

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
