"""The review: all answers in sections, what has none first. Shows what it is given and says what was asked for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ccsdesk.services.presenting.review import ReviewRow, ReviewView, RowState
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.blocks import (
    Card,
    Notice,
    button,
    empty_layout,
    name_button,
    paragraph,
)
from ccsdesk.ui.page import ColumnPage, Footer
from ccsdesk.ui.pages.review_row import ReviewHead, ReviewRowButton

FEW = 6
"""Of the questions without an answer so many are listed at first."""

LACKING, UNUSED = "-lacking", "-unused"
"""The headings that are no section's; no id begins with a dash."""
SETTLING = 100
"""Milliseconds in which the row that was gone to is kept in sight while the page finds its height."""


class ReviewPage(ColumnPage):
    """`change_asked` and `delete_asked` name a question."""

    change_asked = Signal(str)
    delete_asked = Signal(str)
    rest_asked = Signal()
    grow_asked = Signal()
    undo_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = Words("en")
        self._view: ReviewView | None = None
        self._marked, self._mark = "", ""
        self._come_back_to = ""
        self._shows_all = False
        self.rows: dict[str, ReviewRowButton] = {}
        self._heads: dict[str, ReviewHead] = {}
        self._summary = paragraph(role=theme.LEAD)
        self.notice = Notice()
        self.undo = button()
        self.grow = button(icon="right")
        self._grow_note = paragraph()
        self._grow_card = Card()
        self.rest = button(icon="edit")
        self.all_of_them = button(icon="down")
        theme.as_plain(self.all_of_them)
        self._list = QVBoxLayout()
        self._is_settling = False
        self._settled = QTimer(self, singleShot=True, interval=SETTLING)
        self._settled.timeout.connect(self._on_settled)
        self.area.verticalScrollBar().rangeChanged.connect(self._show_focused)
        self._lay_out()
        self.undo.clicked.connect(self.undo_asked)
        self.grow.clicked.connect(self.grow_asked)
        self.rest.clicked.connect(self.rest_asked)
        self.all_of_them.clicked.connect(self._on_all_asked)

    def _lay_out(self) -> None:
        told = QHBoxLayout()
        told.addWidget(self.notice, 1)
        told.addWidget(self.undo)
        self._grow_card.column.addWidget(self._grow_note)
        self._grow_card.column.addWidget(self.grow, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._summary)
        self.column.addLayout(told)
        self.column.addWidget(self._grow_card)
        self.column.addLayout(self._list)
        self.undo.setVisible(False)

    # showing

    def show_view(self, view: ReviewView, *, marked: str = "", mark: str = "") -> None:
        """Show the answers; the row of the question `marked` bears the word `mark`."""
        is_same = self._view is not None and _shape(self._view) == _shape(view)
        had = self._focused()
        self._view, self._marked, self._mark = view, marked, mark
        if is_same:
            self._renew(view)
        else:
            self._build(view)
        self._say()
        if had and not is_same:
            self._focus_row(had)
        self.footer_changed.emit()

    def come_back_to(self, question: str) -> None:
        """When the page is shown next, the keyboard goes to this row."""
        self._come_back_to = question

    def tell(self, sentence: str, *, undo: str = "") -> None:
        """Say what has happened, with a way to undo it where there is one."""
        self.notice.tell(sentence, theme.SUCCESS)
        name_button(self.undo, undo)
        self.undo.setVisible(bool(sentence and undo))

    def _build(self, view: ReviewView) -> None:
        """Everything anew, in the order in which the keyboard goes through it."""
        self.setUpdatesEnabled(False)
        # rows are kept, for most of them stay
        had, self.rows = self.rows, {}
        for row in had.values():
            self._list.removeWidget(row)
            row.hide()
        for kept in (self.rest, self.all_of_them):
            kept.setParent(self)
            kept.hide()
        empty_layout(self._list)
        self._heads = {}
        self._list.setSpacing(theme.em(0.4))
        if view.lacking:
            self._add_lacking(view, had)
        for section in view.sections:
            self._add_heading(section.id)
            self._add_rows(section.rows, had)
        if view.unused:
            self._add_heading(UNUSED)
            self._unused_note = paragraph(role=theme.MUTED)
            self._list.addWidget(self._unused_note)
            self._add_rows(view.unused, had)
        for gone in had.values():
            gone.deleteLater()
        self._order_keys()
        self.setUpdatesEnabled(True)

    def _add_lacking(self, view: ReviewView, had: dict[str, ReviewRowButton]) -> None:
        self._add_heading(LACKING)
        shown = view.lacking if self._shows_all else view.lacking[:FEW]
        self._add_rows(shown, had)
        row = QHBoxLayout()
        row.addWidget(self.rest)
        row.addWidget(self.all_of_them)
        row.addStretch(1)
        self.rest.show()
        self.all_of_them.setVisible(len(shown) < len(view.lacking))
        self._list.addLayout(row)

    def _add_heading(self, name: str) -> None:
        self._heads[name] = ReviewHead()
        self._list.addWidget(self._heads[name])

    def _add_rows(self, rows: Iterable[ReviewRow], had: dict[str, ReviewRowButton]) -> None:
        for row in rows:
            made = had.pop(row.question, None) or self._make_row(row)
            made.show_row(row, self._mark if row.question == self._marked else "")
            self.rows[row.question] = made
            self._list.addWidget(made)
            made.show()

    def _make_row(self, row: ReviewRow) -> ReviewRowButton:
        made = ReviewRowButton(row)
        made.clicked.connect(partial(self._on_clicked, row.question))
        made.stepped.connect(partial(self._on_stepped, row.question))
        return made

    def _renew(self, view: ReviewView) -> None:
        for row in _all_rows(view):
            if row.question in self.rows:
                mark = self._mark if row.question == self._marked else ""
                self.rows[row.question].show_row(row, mark)

    def _order_keys(self) -> None:
        lacking = () if self._view is None else self._view.lacking
        first = [self.rows[row.question] for row in lacking if row.question in self.rows]
        others = [row for row in self.rows.values() if row not in first]
        order: list[QWidget] = [self.heading, self.undo, self.grow, *first]
        order += [self.rest, self.all_of_them, *others]
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def say_in(self, words: Words) -> None:
        """The words of the page itself; the answers come with their view."""
        self._words = words
        self._say()

    def _say(self) -> None:
        words, view = self._words, self._view
        self.set_title(words.say("Your answers"))
        if view is None:
            return
        self._summary.setText(view.summary)
        self._grow_card.setVisible(bool(view.grow))
        name_button(self.grow, view.grow, view.grow_note)
        self._grow_note.setText(view.grow_note)
        if view.lacking:
            self._heads[LACKING].say(words.say("Still without an answer"))
            name_button(self.rest, view.rest)
            everything = words.count(
                "Show all {n} question", "Show all {n} questions", len(view.lacking)
            )
            name_button(self.all_of_them, everything)
        if view.unused:
            self._heads[UNUSED].say(words.say("Kept, but not used"))
            self._unused_note.setText(
                words.say(
                    "These answers no longer count. If you change your other answers back, they will count again."
                )
            )
        for section in view.sections:
            self._heads[section.id].say(section.title, section.count)

    def footer(self) -> Footer:
        """Back to the questions, on to the results."""
        has_answers = self._view is not None and bool(self._view.sections)
        return Footer(
            back=self._words.say("Questions"),
            onward=self._words.say("See my results"),
            onward_enabled=has_answers,
        )

    # the keyboard

    def focus_first(self) -> None:
        """The title, or the row of the question one comes back from."""
        question, self._come_back_to = self._come_back_to, ""
        if question not in self.rows:
            super().focus_first()
            return
        self._focus_row(question)

    def _focus_row(self, question: str) -> None:
        row = self.rows.get(question)
        if row is None:
            row = next(iter(self.rows.values()), None)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """The page has not got its height yet: each round of Qt's layouts brings it nearer."""
        self._is_settling = True
        self._settled.start()
        self._show_focused()

    def _show_focused(self) -> None:
        row = self.rows.get(self._focused())
        if self._is_settling and row is not None:
            self.area.ensureWidgetVisible(row, 0, theme.em(5))

    def _on_settled(self) -> None:
        self._show_focused()
        self._is_settling = False

    def _focused(self) -> str:
        # also while the window is not the active one
        now = self.focusWidget()
        return next((name for name, row in self.rows.items() if row is now), "")

    def _on_clicked(self, question: str) -> None:
        is_unused = self.rows[question].row.state is RowState.NOT_USED
        (self.delete_asked if is_unused else self.change_asked).emit(question)

    def _on_stepped(self, question: str, step: int) -> None:
        names = list(self.rows)
        place = names.index(question) + step
        if 0 <= place < len(names):
            self.rows[names[place]].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_all_asked(self) -> None:
        view = self._view
        if view is None:
            return
        self._shows_all = True
        self._build(view)
        self._say()
        self._focus_row(view.lacking[min(FEW, len(view.lacking) - 1)].question)

    # Qt's own

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._focused():
            # other text size, same place
            self._keep_in_sight()


def _all_rows(view: ReviewView) -> Iterable[ReviewRow]:
    yield from view.lacking
    for section in view.sections:
        yield from section.rows
    yield from view.unused


def _shape(view: ReviewView) -> tuple[tuple[str, ...], ...]:
    """Which rows stand where; the same shape needs no new widgets."""
    parts = (view.lacking, *(section.rows for section in view.sections), view.unused)
    return tuple(tuple(row.question for row in rows) for rows in parts)
