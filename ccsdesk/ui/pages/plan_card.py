"""One programme of the plan: what it is, what stands against it, what is to do, own day and note, its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ccsdesk.services.presenting.plan import ConflictLine, PlanItem
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.blocks import (
    Card,
    Fold,
    Picture,
    StateLine,
    button,
    empty_layout,
    heading,
    name_button,
    paragraph,
)
from ccsdesk.ui.flow_layout import FlowLayout
from ccsdesk.ui.pages.plan_own import OwnFields


class PlanCard(Card):
    """Alt+Up and Alt+Down move it while the keyboard is anywhere in it."""

    move_asked = Signal(int)
    remove_asked = Signal()
    add_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.name_line = theme.as_role(heading(level=3), theme.STRONG)
        self._provider = paragraph(role=theme.CAPTION)
        self._icon = Picture("info")
        self._state = paragraph(role=theme.STRONG)
        self._amount = paragraph(role=theme.LEAD)
        self._when = paragraph()
        self._why = paragraph()
        self._conflicts = QVBoxLayout()
        self.steps = Fold()
        self._step_lines = QVBoxLayout()
        self.own_fold = Fold()
        self.own = OwnFields()
        self.up, self.down, self.remove = (button(icon=name) for name in ("up", "down", "trash"))
        self._was_filled = False
        self._shown: tuple[object, ...] = ()
        self._lay_out()
        self.up.clicked.connect(lambda: self.move_asked.emit(-1))
        self.down.clicked.connect(lambda: self.move_asked.emit(1))
        self.remove.clicked.connect(self.remove_asked)
        for key, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            move = QShortcut(QKeySequence(key), self)
            move.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            move.activated.connect(lambda by=by: self.move_asked.emit(by))

    def _lay_out(self) -> None:
        state = QHBoxLayout()
        state.setSpacing(theme.em(0.4))
        state.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        state.addWidget(self._state, 1)
        places = QWidget()
        flow = FlowLayout(places, gap=theme.em(0.3))
        for one in (self.up, self.down, self.remove):
            theme.as_plain(one)
            flow.addWidget(one)
        self.steps.body.addLayout(self._step_lines)
        self.own_fold.body.addWidget(self.own)
        column = self.column
        column.addWidget(self.name_line)
        column.addWidget(self._provider)
        column.addLayout(state)
        column.addWidget(self._amount)
        column.addWidget(self._when)
        column.addWidget(self._why)
        column.addLayout(self._conflicts)
        for part in (self.steps, self.own_fold, places):
            column.addWidget(part)

    def show_item(
        self, item: PlanItem, words: Words, *, number: int, total: int, earliest: date
    ) -> None:
        """Show the programme in its place; what is typed stays."""
        shown = (item, words.language, number, total, earliest)
        if shown == self._shown:
            return
        self._shown = shown
        say = words.say
        title = say("{number}. {name}", number=number, name=item.name)
        self.name_line.setText(title)
        self._provider.setText(item.provider)
        self._show_state(item)
        self._amount.setText(item.amount)
        self._amount.setVisible(bool(item.amount))
        self._when.setText(item.when)
        self._why.setText(item.why)
        self._why.setVisible(bool(item.why))
        self._show_conflicts(item.conflicts, words)
        self._show_steps(item, words)
        self.own.show_item(item, earliest, words)
        self.own_fold.set_title(say("My own day and note"))
        if not self._was_filled and not self.own.is_empty():
            self.own_fold.open()
            self._was_filled = True
        self.setAccessibleName(title)
        self._name(self.up, say("Up"), say("Move “{name}” up (Alt+Up)", name=item.name))
        self._name(self.down, say("Down"), say("Move “{name}” down (Alt+Down)", name=item.name))
        self._name(self.remove, say("Remove"), say("Remove “{name}” from the plan", name=item.name))
        self._enable(number, total)

    def _show_state(self, item: PlanItem) -> None:
        icon, role = "info", theme.Role.INFORMATION
        if item.state is not None:
            icon, role = theme.SHELF_ICONS[item.state], theme.SHELF_ROLES[item.state]
        self._icon.show_icon(icon, role)
        theme.as_tone(self._state, role)
        self._state.setText(item.state_word)

    def _show_conflicts(self, conflicts: tuple[ConflictLine, ...], words: Words) -> None:
        empty_layout(self._conflicts)
        for conflict in conflicts:
            self._conflicts.addWidget(conflict_line(conflict, words, self.add_asked.emit))

    def _show_steps(self, item: PlanItem, words: Words) -> None:
        title = words.count("{n} thing to do", "{n} things to do", len(item.steps))
        self.steps.set_title(title)
        self.steps.setVisible(bool(item.steps))
        empty_layout(self._step_lines)
        for step in item.steps:
            self._step_lines.addWidget(paragraph(f"{step.when}: {step.what}"))

    def _enable(self, number: int, total: int) -> None:
        """At an end of the plan the keyboard goes to the button that still leads somewhere."""
        for here, other, can in (
            (self.up, self.down, number > 1),
            (self.down, self.up, number < total),
        ):
            had = here.hasFocus() and not can
            here.setEnabled(can)
            if had:
                other.setEnabled(True)
                other.setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _name(one: QPushButton, text: str, spoken: str) -> None:
        name_button(one, text)
        one.setAccessibleName(spoken)
        one.setToolTip(spoken)


def conflict_line(conflict: ConflictLine, words: Words, add: Callable[[str], None]) -> QWidget:
    """What stands against the plan, with what would put it right where something would."""
    line = StateLine("warning", theme.Role.WARNING, conflict.sentence, conflict.note)
    if conflict.adds is not None:
        name = conflict.adds
        put_right = button(icon="plus")
        theme.as_plain(put_right)
        name_button(put_right, words.say("Add “{name}”", name=conflict.adds_name))
        put_right.clicked.connect(lambda: add(name))
        line.beside.addWidget(put_right, 0, Qt.AlignmentFlag.AlignLeft)
    return line
