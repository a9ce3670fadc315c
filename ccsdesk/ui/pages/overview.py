"""The overview: the sections of the questionnaire and how far each is. Shows what it is given; leads into a section."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout

from ccsdesk.services.presenting.overview import OverviewView
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.blocks import button, empty_layout, name_button, paragraph
from ccsdesk.ui.page import ColumnPage, Footer
from ccsdesk.ui.pages.overview_row import OverviewRowButton

STEPS = 1000
"""Parts of the progress bar."""


class OverviewPage(ColumnPage):
    """`section_asked` names the question that a section begins with."""

    section_asked = Signal(str)
    review_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = Words("en")
        self._view: OverviewView | None = None
        self.rows: list[OverviewRowButton] = []
        self._summary = paragraph(role=theme.LEAD)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, STEPS)
        self._list = QVBoxLayout()
        self.review = button(icon="list")
        for part in (self._summary, self.bar):
            self.column.addWidget(part)
        self.column.addLayout(self._list)
        self.column.addWidget(self.review, 0, Qt.AlignmentFlag.AlignLeft)
        self.review.clicked.connect(self.review_asked)

    def show_view(self, view: OverviewView) -> None:
        """Show the sections; the same ones again keep their place and the keyboard."""
        had = [row.row.id for row in self.rows]
        self._view = view
        if had != [row.id for row in view.rows]:
            self._build(view)
        here = self._words.say("you are here")
        for shown, row in zip(self.rows, view.rows, strict=True):
            shown.show_row(row, here)
        self._say()

    def _build(self, view: OverviewView) -> None:
        empty_layout(self._list)
        self._list.setSpacing(theme.em(0.4))
        self.rows = []
        for place, row in enumerate(view.rows):
            made = OverviewRowButton(row, "")
            made.clicked.connect(partial(self._on_clicked, place))
            made.stepped.connect(partial(self._on_stepped, place))
            self.rows.append(made)
            self._list.addWidget(made)
        # what was there before comes after what was just made, unless it is told
        self.setTabOrder(self.rows[-1] if self.rows else self.heading, self.review)

    def say_in(self, words: Words) -> None:
        """The words of the page itself; the sections come with their view."""
        self._words = words
        self._say()

    def _say(self) -> None:
        words, view = self._words, self._view
        self.set_title(words.say("Sections"))
        self.bar.setAccessibleName(words.say("How far you are"))
        name_button(self.review, words.say("Review your answers"))
        if view is not None:
            self._summary.setText(view.summary)
            self.bar.setValue(round(view.share * STEPS))
            self.bar.setAccessibleDescription(view.summary)

    def footer(self) -> Footer:
        """Back to where the questions are."""
        return Footer(back=self._words.say("Back"))

    def focus_first(self) -> None:
        """The section one came from, else the title."""
        super().focus_first()
        here = next((row for row in self.rows if row.row.is_here and row.isEnabled()), None)
        if here is not None:
            here.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clicked(self, place: int) -> None:
        question = self.rows[place].row.question
        if question is not None:
            self.section_asked.emit(question)

    def _on_stepped(self, place: int, step: int) -> None:
        order = self.rows[place + 1 :] if step > 0 else self.rows[:place][::-1]
        usable = next((row for row in order if row.isEnabled()), None)
        if usable is not None:
            usable.setFocus(Qt.FocusReason.TabFocusReason)
