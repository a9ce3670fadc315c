"""What a changed answer has changed: one sentence on top, the whole of it folded in, and the way back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal

from ccsdesk.services.presenting.compare import Comparison
from ccsdesk.text import Words
from ccsdesk.ui import a11y, theme
from ccsdesk.ui.blocks import Card, Fold, button, empty_layout, heading, name_button, paragraph
from ccsdesk.ui.flow_layout import FlowLayout


class ChangesBanner(Card):
    """Hidden while there is nothing to compare."""

    undo_asked = Signal()
    dismissed = Signal()
    programme_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.headline = paragraph()
        self.fold = Fold()
        self.undo = button(icon="left")
        theme.as_plain(self.undo)
        self.close_it = button(icon="cross")
        theme.as_plain(self.close_it)
        self._flow = FlowLayout(gap=theme.em(0.5))
        for widget in (self.fold.button, self.undo, self.close_it):
            self._flow.addWidget(widget)
        self.column.addWidget(self.headline)
        self.column.addLayout(self._flow)
        self.column.addWidget(self.fold)
        self.undo.clicked.connect(self.undo_asked)
        self.close_it.clicked.connect(self.dismissed)
        # an empty fold would still take room
        self.fold.setVisible(False)
        self.fold.toggled.connect(self.fold.setVisible)
        self.setVisible(False)

    def show_changes(self, comparison: Comparison | None, words: Words) -> None:
        """Say what changed, and have it spoken when it is news."""
        self.setVisible(comparison is not None)
        if comparison is None:
            self.headline.clear()
            self.fold.open(opened=False)
            return
        say = words.say
        is_news = comparison.headline != self.headline.text()
        self.headline.setText(comparison.headline)
        self.fold.set_title(say("Show changes"))
        self.fold.button.setVisible(not comparison.is_same)
        name_button(self.undo, say("Undo the change"))
        name_button(self.close_it, say("Close"))
        empty_layout(self.fold.body)
        for line in comparison.lines:
            self.fold.body.addWidget(paragraph(line))
        for shift in comparison.shifts:
            title = words.say("{name}: {what}", name=shift.title, what=len(shift.moves))
            self.fold.body.addWidget(theme.as_role(heading(title, level=3), theme.STRONG))
            for move in shift.moves:
                made = button(icon=theme.SHELF_ICONS[move.to])
                theme.as_plain(made)
                name_button(made, move.name)
                made.setAccessibleName(move.text)
                made.clicked.connect(partial(self.programme_asked.emit, move.id))
                self.fold.body.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        if is_news:
            a11y.announce(self.headline, comparison.headline)
