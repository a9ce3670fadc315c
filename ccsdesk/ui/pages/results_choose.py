"""Choosing a stage: rows with name and description, and a bar below the page to use the one that is marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ccsdesk.services.presenting.results import StageChoice
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.blocks import button, name_button
from ccsdesk.ui.flow_layout import FlowLayout
from ccsdesk.ui.rows import OneRow


class StageChoices(QWidget):
    """One row a stage. `marked`: another one is marked now; nothing is changed by it yet."""

    marked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, OneRow] = {}
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(lambda _made, on: self.marked.emit() if on else None)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.em(0.1))

    def show_stages(self, stages: Sequence[StageChoice], current: str | None) -> None:
        """These stages, the current one marked."""
        for stage in stages:
            if stage.id not in self.rows:
                row = self.rows[stage.id] = OneRow()
                self._group.addButton(row)
                self._column.addWidget(row)
            self.rows[stage.id].say(stage.name, stage.description)
        self.mark(current)

    def mark(self, stage: str | None) -> None:
        """Mark one, or none."""
        self._group.setExclusive(False)
        for key, row in self.rows.items():
            row.setChecked(key == stage)
        self._group.setExclusive(True)

    def chosen(self) -> str:
        """The stage that is marked; "" for none."""
        return next((key for key, row in self.rows.items() if row.isChecked()), "")


class ChooseBar(QFrame):
    """Stands below what scrolls, so that it is in sight wherever one is among the stages."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Words("en")
        self.setObjectName("footer")
        self.use = button()
        self.leave = button(icon="cross")
        theme.as_plain(self.leave)
        self.setVisible(False)
        flow = FlowLayout(gap=theme.em(0.6))
        flow.addWidget(self.use)
        flow.addWidget(self.leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.em(1), theme.em(0.3), theme.em(1), theme.em(0.3))
        row.addLayout(flow, 1)

    def say_in(self, words: Words) -> None:
        """The words of the bar."""
        self._words = words
        name_button(self.leave, words.say("Leave it as it is"))

    def offer(self, stage: str, *, is_other: bool) -> None:
        """Name the stage that would be used; the present one is no choice."""
        say = self._words.say
        name = say("Use this stage: {stage}", stage=stage) if is_other else say("Use this stage")
        name_button(self.use, name)
        self.use.setEnabled(is_other)
