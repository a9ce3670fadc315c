"""A few choices side by side of which one holds, with their label: to a screen reader a group of radio buttons.

Tab comes to the choice that holds and goes on from there; arrow keys choose another. Decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QWidget

from ccsdesk.ui import a11y, theme
from ccsdesk.ui.blocks import name_button


class Labelled(QWidget):
    """Something in a row after its label, which names the whole of it."""

    def __init__(self, parts: Iterable[QWidget]) -> None:
        super().__init__()
        self._label = QLabel()
        a11y.as_group(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._label)
        for part in parts:
            self._row.addWidget(part)
            if isinstance(part, QPushButton):
                part.setProperty("segment", "true")
        self._row.addStretch(1)
        self._measure()

    def say_label(self, label: str) -> None:
        """What is chosen here."""
        self._label.setText(label)
        self.setAccessibleName(label)

    def _measure(self) -> None:
        self._row.setSpacing(theme.em(0.3))

    # Qt's own

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()


class Segments(Labelled):
    """One of a few; `chosen` says by its key which one the person took."""

    chosen = Signal(str)

    def __init__(self, keys: Iterable[str]) -> None:
        self.buttons = {key: QPushButton() for key in keys}
        super().__init__(self.buttons.values())
        group = QButtonGroup(self)
        for key, one in self.buttons.items():
            one.setCheckable(True)
            a11y.as_choice(one)
            group.addButton(one)
            one.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            # Qt 6.12 itself moves the stop only when the person chooses, not when the program does
            one.toggled.connect(partial(_stop_at, one))
            _stop_at(one, checked=False)

    def say_in(self, label: str, names: Mapping[str, str]) -> None:
        """The label and the words of each choice."""
        self.say_label(label)
        for key, one in self.buttons.items():
            name_button(one, names[key])

    def show_chosen(self, key: str) -> None:
        """Mark the one that holds; not as something the person did."""
        if key in self.buttons:
            self.buttons[key].setChecked(True)


def _stop_at(button: QPushButton, checked: bool) -> None:  # noqa: FBT001 - Qt's signal
    """Tab stops at the one that holds."""
    policy = Qt.FocusPolicy
    button.setFocusPolicy(policy.StrongFocus if checked else policy.ClickFocus)
