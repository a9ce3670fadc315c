"""The frame around the pages: top bar, steps of the visit, the page, what is told, Back and Onward in one place.

Knows pages by name only; which page comes next is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ccsdesk.text import Words
from ccsdesk.ui import a11y, theme
from ccsdesk.ui.blocks import button, name_button
from ccsdesk.ui.page import Footer, Page, fit_to_page
from ccsdesk.ui.steps import Steps
from ccsdesk.ui.tab_course import go_through
from ccsdesk.ui.told import Told
from ccsdesk.ui.top_bar import TopBar

ROOMY_HEIGHT_EM, ROOMY_WIDTH_EM = 34, 46
"""The least window, in em, that has room for words in the top bar and for the steps below it."""
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Shell(QWidget):
    """Shows one page at a time, announces it, and hands the keyboard to it."""

    back_asked = Signal()
    onward_asked = Signal()
    step_asked = Signal(str)
    page_shown = Signal(str)

    def __init__(self, top: TopBar) -> None:
        super().__init__()
        self.top = top
        self._pages: dict[str, Page] = {}
        self._name = ""
        self._words = Words("en")
        self._has_steps = self._is_compact = False
        self._stack = QStackedWidget()
        self._steps = Steps()
        self._told = Told()
        self._back = button(icon="left")
        self._onward = button(is_next=True)
        self._footer = self._make_footer()
        self._measure()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (top, self._steps):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addWidget(self._told)
        column.addWidget(self._footer)
        self._back.clicked.connect(self.back_asked)
        self._onward.clicked.connect(self.onward_asked)
        for steps in (self._steps, self.top.step):
            steps.asked.connect(self.step_asked)

    def _make_footer(self) -> QFrame:
        footer = QFrame()
        footer.setObjectName("footer")
        inside = QWidget()
        self._buttons = QHBoxLayout(inside)
        self._buttons.addWidget(self._back)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self._onward)
        self._around = QHBoxLayout(footer)
        self._around.addStretch(1)
        self._around.addWidget(inside, 1000)
        self._around.addStretch(1)
        self._inside = inside
        return footer

    # pages

    def add(self, name: str, page: Page) -> None:
        """Give the shell a page to show under this name."""
        self._pages[name] = page
        self._stack.addWidget(page)
        page.footer_changed.connect(self._on_footer_changed)

    def remove(self, name: str) -> None:
        """Let go of a page."""
        page = self._pages.pop(name)
        page.footer_changed.disconnect(self._on_footer_changed)
        self._stack.removeWidget(page)
        if name == self._name:
            self._name = ""

    def page(self) -> Page:
        """The page that is shown."""
        return self._pages[self._name]

    def page_name(self) -> str:
        """Its name; "" before the first."""
        return self._name

    def show_page(self, name: str, *, focus: bool = True) -> None:
        """Show a page, say its title, put the keyboard where it begins."""
        self._name = name
        page = self._pages[name]
        self._stack.setCurrentWidget(page)
        for steps in (self._steps, self.top.step):
            steps.mark(name)
        self._arrange()
        self.tell("")
        self._on_footer_changed()
        window = self.window()
        title = page.title()
        window.setWindowTitle(f"CCS Desk – {title}" if title else "CCS Desk")
        page.setAccessibleName(title)
        if focus:
            page.focus_first()
            a11y.announce(page, title)
        self.page_shown.emit(name)

    def set_steps(self, names: Sequence[str], *, open_ones: frozenset[str]) -> None:
        """The steps of the visit in order, and which of them can be gone to; none hides the bar."""
        self._has_steps = bool(names)
        for steps in (self._steps, self.top.step):
            steps.offer(names, open_ones)
            steps.mark(self._name)
        self._arrange()

    # telling

    def tell(
        self,
        sentence: str,
        kind: str = theme.INFORMATION,
        *,
        action: str = "",
        stay: str = "",
        name: str = "",
    ) -> None:
        """Say one sentence above the buttons, with one thing to do about it and the button that leaves all as it is."""
        self._told.tell(sentence, kind, action=action, stay=stay, name=name)

    @property
    def told(self) -> Told:
        """What is being told, and the button beside it."""
        return self._told

    def say_in(self, words: Words) -> None:
        """The frame in these words; pages are told by their owners."""
        self._words = words
        self.top.say_in(words)
        self._steps.say_in(words)
        self._arrange()
        self._on_footer_changed()

    def _on_footer_changed(self) -> None:
        if not self._name:
            return
        footer = self.page().footer()
        for part, text in ((self._back, footer.back), (self._onward, footer.onward)):
            part.setVisible(text is not None)
            if text is not None:
                name_button(part, text)
        self._onward.setEnabled(footer.onward_enabled)
        self._footer.setVisible(footer.back is not None or footer.onward is not None)
        self._fit_footer(footer)

    def _fit_footer(self, footer: Footer) -> None:
        """The way back is left its arrow where there is no room for its words too."""
        if footer.back is None:
            return
        name_button(self._back, footer.back)
        self._buttons.invalidate()
        if self._buttons.sizeHint().width() > self._room():
            self._back.setText("")
            self._back.setToolTip(footer.back)

    def _room(self) -> int:
        around = self._around.contentsMargins()
        return self.width() - around.left() - around.right()

    def _arrange(self) -> None:
        """Large text in a small window gets the room of the bars: they become one line."""
        self._is_compact = self.height() < theme.em(ROOMY_HEIGHT_EM) or (
            self.width() < theme.em(ROOMY_WIDTH_EM)
        )
        had: QWidget | None = self.window().focusWidget()
        self.top.show_step(is_shown=self._has_steps and self._is_compact)
        if had is not None and self._steps.isAncestorOf(had) and self._is_compact:
            self.top.step.setFocus(Qt.FocusReason.OtherFocusReason)
        self._steps.setVisible(self._has_steps and not self._is_compact)
        self.top.set_compact(is_compact=self._is_compact)
        self._measure()

    def _measure(self) -> None:
        edge = self.page().edge_em if self._name else None
        margin = fit_to_page(self._around, self._inside, edge)
        above = theme.em(0.15 if self._is_compact else 0.6)
        self._buttons.setContentsMargins(margin, above, margin, above)
        self._told.stand_below(edge)

    # Qt's own

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: FBT001 - Qt's own
        parts = (self.top, self._steps, self._stack, self._told, self._footer)
        return go_through(parts, onward=onward) or super().focusNextPrevChild(onward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, and goes on everywhere else."""
        if event.key() in ENTER and event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }:
            focused = self.window().focusWidget()
            if isinstance(focused, QPushButton) or (
                isinstance(focused, QAbstractButton) and not focused.isCheckable()
            ):
                focused.click()
            elif self._onward.isVisible() and self._onward.isEnabled():
                self._onward.click()
            return
        if event.key() == Qt.Key.Key_Escape and self._told.stay.isVisible():
            self._told.stay.click()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self._on_footer_changed()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()
            self._on_footer_changed()
