"""Widgets that say when what is in them asks for other room, and hold it to a column of text where asked to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

SHORT_EM = 30
"""A page that is lower than this, in em, gives no room away."""


class Growing(QWidget):
    """`grown`: something inside came, went or has other words."""

    grown = Signal()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.grown.emit()
        return done


def narrow(content: QWidget) -> Growing:
    """The content no wider than its largest width, on the left of what may be wider.

    Straight in a column it would be asked for its height at the width of the column, and be cut.
    """
    held = Growing()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(content, 1000)
    row.addStretch(1)
    return held
