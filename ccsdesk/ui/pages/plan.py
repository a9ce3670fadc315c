"""The plan: what was chosen in order, what stands against it, what could be added, what is to do when.

Shows what it is given and says what was asked for; what happens then is decided elsewhere.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ccsdesk.services.presenting.plan import ConflictLine, PlanItem, PlanView
from ccsdesk.text import Words
from ccsdesk.ui import a11y, theme
from ccsdesk.ui.blocks import (
    Card,
    Fold,
    Notice,
    button,
    empty_layout,
    heading,
    name_button,
    paragraph,
    put_prose,
)
from ccsdesk.ui.fitted_table import FittedTable
from ccsdesk.ui.page import ColumnPage, Footer
from ccsdesk.ui.pages.plan_card import PlanCard, conflict_line
from ccsdesk.ui.pages.programme_list import ProgrammeList

LIST_EM = 26


class PlanPage(ColumnPage):
    """`moved` has a programme and by how many places; `day_given` a programme and a day or None."""

    moved = Signal(str, int)
    removed = Signal(str)
    added = Signal(str)
    note_given = Signal(str, str)
    day_given = Signal(str, object)
    undo_asked = Signal()
    proposal_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = Words("en")
        self.cards: dict[str, PlanCard] = {}
        self._shown: tuple[PlanView, str] | None = None
        self._lead = paragraph(role=theme.LEAD)
        self.conflicts = Card()
        self._conflict_title = theme.as_role(heading(level=2), theme.STRONG)
        self._conflict_lines = QVBoxLayout()
        self._watched: dict[ConflictLine, QWidget] = {}
        self.conflicts.column.addWidget(self._conflict_title)
        self.conflicts.column.addLayout(self._conflict_lines)
        self.first = FirstThing()
        self.empty = Card()
        self._empty_text = paragraph()
        self.empty.column.addWidget(self._empty_text)
        self._list = QVBoxLayout()
        self.undone = UndoRow()
        self.add_fold = Fold()
        self._add_help = paragraph()
        self.offers = ProgrammeList(programmes_alone=True)
        self.propose_again = button(icon="left")
        theme.as_plain(self.propose_again)
        self._timeline_title = heading()
        self.timeline = FittedTable()
        self._advice_title = heading()
        self._advice = QVBoxLayout()
        self._lay_out()
        self.offers.chosen.connect(self.added)
        self.propose_again.clicked.connect(self.proposal_asked)
        self.undone.action.clicked.connect(self.undo_asked)

    def _lay_out(self) -> None:
        self.add_fold.body.setContentsMargins(0, 0, 0, 0)
        self.add_fold.body.addWidget(self._add_help)
        self.add_fold.body.addWidget(self.offers)
        self._list.addWidget(self.undone)
        column = self.column
        column.addWidget(self._lead)
        column.addWidget(self.first)
        column.addWidget(self.conflicts)
        column.addWidget(self.empty)
        column.addLayout(self._list)
        column.addWidget(self.add_fold)
        column.addWidget(self.propose_again, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._timeline_title, self.timeline, self._advice_title):
            column.addWidget(part)
        column.addLayout(self._advice)
        self._measure_list()

    # showing

    def show_view(self, view: PlanView, words: Words, *, earliest: date) -> None:
        """Show the plan; what is typed, opened and has the keyboard stays."""
        self._words = words
        self.say_in(words)
        put_prose(self._lead, view.lead)
        self._show_items(view.items, earliest)
        self.empty.setVisible(not view.items)
        self.propose_again.setVisible(view.by_person)
        self.offers.show_groups(view.offers, view.filters, words)
        before = self._shown[0] if self._shown and self._shown[1] == words.language else None
        if before is None:
            self._forget_conflicts()
        if before is None or before.conflicts != view.conflicts:
            self._show_conflicts(view)
        if before is None or before.timeline != view.timeline:
            self._show_timeline(view)
        if before is None or before.advice != view.advice:
            self._show_advice(view)
        self._shown = (view, words.language)

    def offer_undo(self, sentence: str, action: str, at: int | None = None) -> None:
        """Say what was done and offer to undo it, at that place of the list; "" takes it away."""
        self._list.removeWidget(self.undone)
        self._list.insertWidget(self._list.count() if at is None else at, self.undone)
        self.undone.offer(sentence, action)

    def keep_typed(self) -> None:
        """Give what is typed and not given yet."""
        for card in list(self.cards.values()):
            card.own.keep()

    def show_place(self, programme: str, sentence: str = "") -> None:
        """Put the keyboard on a programme that came into the plan or moved in it."""
        card = self.cards.get(programme)
        if card is None:
            return
        focused = QApplication.focusWidget()
        if focused is None or not card.isAncestorOf(focused):
            card.remove.setFocus(Qt.FocusReason.OtherFocusReason)
        a11y.announce(card, sentence)
        # it has its place only after the next turn of the loop
        QTimer.singleShot(0, card, lambda: self.area.ensureWidgetVisible(card.name_line))
        self.area.follow()

    def say_in(self, words: Words) -> None:
        """Every word around what is shown."""
        self._words = words
        say = words.say
        self.set_title(say("Your plan"))
        self._conflict_title.setText(say("Things to watch"))
        self._empty_text.setText(
            say("Nothing is in your plan. Add a programme, or choose “Propose a plan again”.")
        )
        self.add_fold.set_title(say("Add a programme"))
        self._add_help.setText(say("Choose one: it comes to the end of your plan."))
        name_button(
            self.propose_again,
            say("Propose a plan again"),
            say("Your own choice is replaced; your notes and days stay."),
        )
        self._timeline_title.setText(say("Your next twelve months"))
        self.timeline.setAccessibleName(say("Your next twelve months"))
        self._advice_title.setText(say("Where to get advice"))
        self.offers.say_in(words)

    def watched(self) -> list[QWidget]:
        """The lines of what stands against the plan."""
        return list(self._watched.values())

    def _forget_conflicts(self) -> None:
        """In another language all of them are made anew."""
        empty_layout(self._conflict_lines)
        self._watched = {}

    def _show_conflicts(self, view: PlanView) -> None:
        """What is shown already stays: a new line has the whole page laid out anew."""
        kept = self._watched
        self._watched = {
            one: kept[one] if one in kept else conflict_line(one, self._words, self.added.emit)
            for one in view.conflicts
        }
        for gone in (line for one, line in kept.items() if one not in self._watched):
            self._conflict_lines.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, line in enumerate(self._watched.values()):
            if self._conflict_lines.indexOf(line) != place:
                self._conflict_lines.removeWidget(line)
                self._conflict_lines.insertWidget(place, line)
        self.conflicts.setVisible(bool(view.conflicts))

    def _show_items(self, items: tuple[PlanItem, ...], earliest: date) -> None:
        wanted = [item.id for item in items]
        for gone in [name for name in self.cards if name not in wanted]:
            card = self.cards.pop(gone)
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        # it is put in its place again by `offer_undo`
        self._list.removeWidget(self.undone)
        for place, item in enumerate(items):
            card = self.cards.get(item.id) or self._new_card(item.id)
            if self._list.indexOf(card) != place:
                self._list.removeWidget(card)
                self._list.insertWidget(place, card)
            card.show_item(item, self._words, number=place + 1, total=len(items), earliest=earliest)
            card.show()

    def _new_card(self, name: str) -> PlanCard:
        card = PlanCard()
        self.cards[name] = card
        card.move_asked.connect(lambda by: self.moved.emit(name, by))
        card.remove_asked.connect(lambda: self.removed.emit(name))
        card.add_asked.connect(self.added)
        card.own.note_given.connect(lambda note: self.note_given.emit(name, note))
        card.own.day_given.connect(lambda day: self.day_given.emit(name, day))
        return card

    def _show_timeline(self, view: PlanView) -> None:
        say = self._words.say
        rows = [
            (
                line.when,
                say("{name}: {what}", name=line.programme, what=line.what)
                if line.programme
                else line.what,
            )
            for line in view.timeline
        ]
        self.first.tell(rows[0] if rows else ("", ""), self._words)
        self.timeline.fill((say("When"), say("What to do")), rows, wide=1)
        for part in (self._timeline_title, self.timeline):
            part.setVisible(bool(rows))

    def _show_advice(self, view: PlanView) -> None:
        empty_layout(self._advice)
        for row in view.advice:
            card = Card()
            add = button(icon="plus")
            theme.as_plain(add)
            name_button(add, self._words.say("Add to the plan"))
            add.setAccessibleName(self._words.say("Add “{name}”", name=row.name))
            add.clicked.connect(lambda _=False, name=row.id: self.added.emit(name))
            card.column.addWidget(theme.as_role(heading(row.name, level=3), theme.STRONG))
            card.column.addWidget(paragraph(row.provider, theme.CAPTION))
            card.column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
            self._advice.addWidget(card)
        self._advice_title.setVisible(bool(view.advice))

    # the page

    def footer(self) -> Footer:
        """Back to the results, on to paper."""
        say = self._words.say
        return Footer(back=say("Results"), onward=say("Take it with you"))

    def search(self) -> None:
        """Look for a programme to add."""
        self.add_fold.open()
        self.offers.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        # what was closed has its place only after the next turn of the loop
        QTimer.singleShot(0, self.offers, self._show_search)

    def _show_search(self) -> None:
        for part in (self.offers, self.offers.search):
            self.area.ensureWidgetVisible(part)

    def _measure_list(self) -> None:
        self.offers.setFixedHeight(theme.em(LIST_EM))
        self._list.setSpacing(theme.em(0.8))

    # Qt's own

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field is done with the field; only elsewhere it leads on."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and self.offers.search.hasFocus():
            self.offers.view.setCurrentIndex(self.offers.view.programmes.first())
            self.offers.view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif is_enter and isinstance(QApplication.focusWidget(), QLineEdit):
            self.keep_typed()
        else:
            super().keyPressEvent(event)


class FirstThing(Card):
    """The one thing of the whole plan that comes first, and when."""

    def __init__(self) -> None:
        super().__init__()
        self._title = theme.as_role(heading(level=2), theme.STRONG)
        self._what = paragraph()
        self._when = paragraph(role=theme.CAPTION)
        for part in (self._title, self._what, self._when):
            self.column.addWidget(part)

    def tell(self, line: tuple[str, str], words: Words) -> None:
        """Say when and what; nothing to do hides it."""
        when, what = line
        self._title.setText(words.say("What to do first"))
        self._when.setText(when)
        self._what.setText(what)
        self.setVisible(bool(what))

    def told(self) -> tuple[str, str]:
        """When and what."""
        return self._when.text(), self._what.text()


class UndoRow(QWidget):
    """What was just done, and the way back."""

    def __init__(self) -> None:
        super().__init__()
        self.notice = Notice()
        self.action = button(icon="left")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.notice, 1)
        row.addWidget(self.action)
        self.setVisible(False)

    def offer(self, sentence: str, action: str) -> None:
        """Say it; "" takes it away."""
        self.notice.tell(sentence)
        name_button(self.action, action)
        self.setVisible(bool(sentence))
