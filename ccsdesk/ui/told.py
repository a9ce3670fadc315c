"""What is told above the buttons of the window: one sentence, and what can be done about it. Nothing waits for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from ccsdesk.ui import theme
from ccsdesk.ui.blocks import Notice, button, name_button
from ccsdesk.ui.page import fit_to_page

BESIDE_EM, SENTENCE_EM = 34, 26
"""The least column that has its buttons beside the sentence, and the least room left for the sentence there, in em."""


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
        self._edge: float | None = None
        self.action.clicked.connect(lambda: self.acted.emit(self._name))
        self.stay.clicked.connect(self.stayed)
        self._inside = QWidget()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._inside)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.stay)
        self._buttons.addWidget(self.action)
        self._line.addWidget(self.notice, 1)
        self._line.addLayout(self._buttons)
        self._outer = QHBoxLayout(self)
        self._outer.addStretch(1)
        self._outer.addWidget(self._inside, 1000)
        self._outer.addStretch(1)
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
        self._measure()

    def stand_below(self, edge_em: float | None) -> None:
        """As wide as the content of the page above."""
        if edge_em != self._edge:
            self._edge = edge_em
            self._measure()

    def _measure(self) -> None:
        margin = fit_to_page(self._outer, self._inside, self._edge)
        self._line.setContentsMargins(margin, theme.em(0.3), margin, theme.em(0.3))
        direction = QBoxLayout.Direction
        self._buttons.invalidate()
        left = self._inside.width() - 2 * margin - self._buttons.sizeHint().width()
        is_wide = self.width() >= theme.em(BESIDE_EM) and left >= self._room_needed()
        self._line.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    def _room_needed(self) -> int:
        """A short sentence needs its own length beside the buttons, a long one a line that can be read."""
        length = self.notice.fontMetrics().horizontalAdvance(self.notice.told())
        return min(length + theme.em(3), theme.em(SENTENCE_EM))

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()
