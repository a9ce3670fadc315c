"""The steps of a visit: five buttons in a line, or one button with a menu where there is little room.

Says which step was asked for; goes nowhere itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton

from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.blocks import name_button


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

    def _make(self, name: str) -> QPushButton:
        one = QPushButton()
        theme.as_step(one, is_here=False)
        one.clicked.connect(lambda: self.asked.emit(name))
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


class StepButton(QToolButton):
    """The same in one button: it says where one is, its menu leads to the others."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        theme.as_bar(self, "text")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoRaise(True)
        self.setMenu(QMenu(self))
        self._actions: dict[str, QAction] = {}
        self._here = ""
        self._is_short = False
        self._words = Words("en")
        self.setVisible(False)

    def offer(self, names: Sequence[str], open_ones: frozenset[str]) -> None:
        """These steps, in this order."""
        if list(names) != list(self._actions):
            for old in self._actions.values():
                old.deleteLater()
            self._actions = {name: self._make(name) for name in names}
            self.say_in(self._words)
        for name, one in self._actions.items():
            one.setEnabled(name in open_ones)

    def _make(self, name: str) -> QAction:
        one = QAction(self)
        one.setCheckable(True)
        one.triggered.connect(partial(self._on_triggered, name))
        menu = self.menu()
        if menu is not None:
            menu.addAction(one)
        return one

    def mark(self, name: str) -> None:
        """Mark where one is."""
        self._here = name
        self.say_in(self._words)

    def shorten(self, *, is_short: bool) -> None:
        """Say only which step it is, not its name."""
        if is_short != self._is_short:
            self._is_short = is_short
            self.say_in(self._words)

    def say_in(self, words: Words) -> None:
        """The names of the steps in these words."""
        self._words = words
        texts = step_names(words)
        keys = list(self._actions)
        for number, key in enumerate(keys, 1):
            self._actions[key].setText(f"{number} {texts[key]}")
        self._tick()
        every = words.say("Steps of the visit")
        if self._here not in keys:
            name_button(self, every)
            return
        n, total = keys.index(self._here) + 1, len(keys)
        whole = words.say("Step {n} of {total}: {name}", n=n, total=total, name=texts[self._here])
        name_button(
            self, words.say("{n} of {total}", n=n, total=total) if self._is_short else whole
        )
        self.setAccessibleName(whole)
        self.setAccessibleDescription(every)
        self.setToolTip(whole if self._is_short else "")

    def _tick(self) -> None:
        for key, one in self._actions.items():
            one.setChecked(key == self._here)

    def _on_triggered(self, name: str, *_of_qt: object) -> None:
        self._tick()
        self.asked.emit(name)

    # Qt's own

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            # a tool button keeps the width it asked for before
            self.updateGeometry()


def step_names(words: Words) -> Mapping[str, str]:
    """What the parts of a visit are called."""
    return {
        "question": words.say("Questions"),
        "review": words.say("Review"),
        "results": words.say("Results"),
        "plan": words.say("Plan"),
        "take_away": words.say("Take away"),
    }
