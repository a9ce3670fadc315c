"""The frame around the pages: top bar, steps of the visit, the page, what is told, Back and Onward in one place.

Knows pages by name only; which page comes next is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
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
from ccsdesk.ui.blocks import Notice, button, name_button
from ccsdesk.ui.page import COLUMN_EM, MARGIN_EM, Page
from ccsdesk.ui.tab_course import go_through
from ccsdesk.ui.top_bar import TopBar

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
        self._stack = QStackedWidget()
        self._steps = Steps()
        self._told = Told()
        self._back = button(icon="left")
        self._onward = button(is_next=True)
        self._footer = self._make_footer()
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
        self._steps.asked.connect(self.step_asked)

    def _make_footer(self) -> QFrame:
        footer = QFrame()
        footer.setObjectName("footer")
        inside = QWidget()
        self._buttons = QHBoxLayout(inside)
        self._buttons.addWidget(self._back)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self._onward)
        row = QHBoxLayout(footer)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inside, 1000)
        row.addStretch(1)
        self._inside = inside
        self._measure()
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
        self._steps.mark(name)
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
        self._steps.offer(names, open_ones)
        self._steps.mark(self._name)

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

    def _measure(self) -> None:
        margin = theme.em(MARGIN_EM)
        self._buttons.setContentsMargins(margin, theme.em(0.6), margin, theme.em(0.6))
        self._inside.setMaximumWidth(theme.em(COLUMN_EM) + 2 * margin)

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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()


class Told(QWidget):
    """One sentence for the whole window, with at most one thing to do about it; nothing waits for it.

    `stayed`: the person would rather leave all as it is.
    """

    acted = Signal(str)
    stayed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.notice = Notice()
        self.stay = button()
        self.action = button()
        self._name = ""
        self.action.clicked.connect(lambda: self.acted.emit(self._name))
        self.stay.clicked.connect(self.stayed)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.addWidget(self.notice, 1)
        row.addWidget(self.stay)
        row.addWidget(self.action)
        self._inside = inside
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        outer.addWidget(inside, 1000)
        outer.addStretch(1)
        self.setVisible(False)
        self._measure()

    def tell(self, sentence: str, kind: str, *, action: str, stay: str, name: str) -> None:
        """Say it; `name` is what `acted` gives when the button is pressed."""
        self._name = name
        for one, text in ((self.stay, stay), (self.action, action)):
            one.setVisible(bool(text))
            if text:
                name_button(one, text)
        self.setVisible(bool(sentence))
        self.notice.tell(sentence, kind)

    def _measure(self) -> None:
        margin = theme.em(MARGIN_EM)
        self._inside.setMaximumWidth(theme.em(COLUMN_EM) + 2 * margin)
        layout = self._inside.layout()
        if layout is not None:
            layout.setContentsMargins(margin, theme.em(0.3), margin, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()


class Steps(QFrame):
    """Where in the visit one is, and the way to each part that can be gone to."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("steps")
        self._buttons: dict[str, QPushButton] = {}
        self._here = ""
        self._words = Words("en")
        self._row = QHBoxLayout(self)
        self._row.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setVisible(False)

    def offer(self, names: Sequence[str], open_ones: frozenset[str]) -> None:
        """These steps, in this order."""
        if list(names) != list(self._buttons):
            for old in self._buttons.values():
                old.deleteLater()
            self._buttons = {name: self._make(name) for name in names}
            self.say_in(self._words)
        for name, one in self._buttons.items():
            one.setEnabled(name in open_ones)
        self.setVisible(bool(names))

    def _make(self, name: str) -> QPushButton:
        one = QPushButton()
        theme.as_step(one, is_here=False)
        one.clicked.connect(lambda: self._on_clicked(name))
        self._row.addWidget(one)
        return one

    def mark(self, name: str) -> None:
        """Mark where one is."""
        self._here = name
        for key, one in self._buttons.items():
            theme.as_step(one, is_here=key == name)
        self.say_in(self._words)

    def say_in(self, words: Words) -> None:
        """The names of the steps in these words."""
        self._words = words
        texts = step_names(words)
        for number, (key, one) in enumerate(self._buttons.items(), 1):
            name_button(one, f"{number} {texts[key]}")
            if key == self._here:
                one.setAccessibleDescription(words.say("You are here."))
        self.setAccessibleName(words.say("Steps of the visit"))

    def _on_clicked(self, name: str) -> None:
        self.asked.emit(name)


def step_names(words: Words) -> Mapping[str, str]:
    """What the parts of a visit are called."""
    return {
        "question": words.say("Questions"),
        "review": words.say("Review"),
        "results": words.say("Results"),
        "plan": words.say("Plan"),
        "take_away": words.say("Take away"),
    }
