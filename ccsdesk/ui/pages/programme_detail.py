"""One programme or measure in full: a panel that scrolls. It says what was asked for and opens nothing itself.

Knows no visit. A view without a standing (nobody answered anything) is shown without conditions'
states and without a plan. `buttons` takes further buttons of whoever uses the panel.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ccsdesk.domain.verdict import Shelf
from ccsdesk.services.presenting.programme import (
    ConditionLine,
    InPlan,
    Link,
    ProgrammeView,
    Standing,
)
from ccsdesk.services.presenting.results import QuestionLink
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.blocks import TintedButton, button, empty_layout, heading, name_button, paragraph
from ccsdesk.ui.flow_layout import FlowLayout
from ccsdesk.ui.page import COLUMN_EM, scrolling
from ccsdesk.ui.pages.condition_lines import ConditionBlock, question_button
from ccsdesk.ui.pages.detail_parts import NoteBlock, StateTitle, link_line
from ccsdesk.ui.pages.growing import narrow
from ccsdesk.ui.pages.programme_rows import MOST
from ccsdesk.ui.pages.tied_row import TiedRow

MARGIN = 0.9
EDGE = 3
"""Pixels that the ring of the keyboard takes."""


class ProgrammeDetail(QWidget):
    """`question_asked` names a question, `programme_asked` another programme or measure, `link_asked` an address."""

    question_asked = Signal(str)
    programme_asked = Signal(str)
    plan_add_asked = Signal(str)
    plan_drop_asked = Signal(str)
    link_asked = Signal(str)
    list_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = Words("en")
        self._view: ProgrammeView | None = None
        self._fitted = False
        self.to_list = button(icon="list")
        self.to_list.setVisible(False)
        self.to_list.clicked.connect(self.list_asked)
        self.plan = TintedButton("plus")
        self.plan.setAutoDefault(True)
        self.plan.clicked.connect(self._on_plan_pressed)
        self.plan_note = paragraph(role=theme.CAPTION)
        self.buttons = FlowLayout(gap=theme.em(0.5))
        self.buttons.addWidget(self.plan)
        self._nothing = paragraph()
        self.title = heading(level=2)
        self.title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._head_place = QVBoxLayout()
        self._body_place = QVBoxLayout()
        self._body = QVBoxLayout()
        self._stack = QStackedWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        content = QWidget()
        column = self._column = QVBoxLayout(content)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        margin = theme.em(MARGIN)
        column.setContentsMargins(margin, theme.em(0.4), margin, margin)
        column.setSpacing(theme.em(0.5))
        column.addWidget(self.to_list, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.title)
        column.addLayout(self._head_place)
        column.addLayout(self.buttons)
        column.addWidget(self.plan_note)
        column.addLayout(self._body_place)
        # room left over stays below, not between the lines
        column.addStretch(1)
        content.setMaximumWidth(theme.em(COLUMN_EM))
        self._inside = narrow(content)
        self._inside.grown.connect(self._fit)
        self.area = scrolling(self._inside)
        empty = QWidget()
        inside = QVBoxLayout(empty)
        inside.setContentsMargins(margin, margin, margin, margin)
        inside.addWidget(self._nothing)
        inside.addStretch(1)
        self._stack.addWidget(empty)
        self._stack.addWidget(self.area)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def stand(self, *, alone: bool) -> None:
        """Alone on the page it begins where the page does, with a way back to the list."""
        self.to_list.setVisible(alone)
        margin = theme.em(MARGIN)
        self._column.setContentsMargins(EDGE if alone else margin, theme.em(0.4), margin, margin)

    def fit(self, *, fitted: bool) -> None:
        """As high as all that is shown, so that what is around it scrolls; or scrolling itself."""
        self._fitted = fitted
        policy = Qt.ScrollBarPolicy
        self.area.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fitted else policy.ScrollBarAsNeeded
        )
        if fitted:
            self._fit()
        else:
            self.area.setMinimumHeight(0)
            self.area.setMaximumHeight(MOST)

    def _fit(self) -> None:
        if self._fitted and self._view is not None:
            self.area.setFixedHeight(self._inside.heightForWidth(self.area.width()))

    # showing

    def say_in(self, words: Words) -> None:
        """The words of the panel itself; the view is shown again by whoever has it in these words."""
        self._words = words
        name_button(self.to_list, words.say("Back to the list"))
        self._nothing.setText(words.say("Choose a programme or measure to see all about it."))

    def show_nothing(self) -> None:
        """Nothing is chosen."""
        self._view = None
        self.say_in(self._words)
        self._stack.setCurrentIndex(0)

    def await_view(self) -> None:
        """One will be shown in a moment: nothing is said until then."""
        self._nothing.clear()

    def show_view(self, view: ProgrammeView, words: Words) -> None:
        """Show one; the same one again stays where it was scrolled to."""
        is_same = self._view is not None and self._view.id == view.id
        top = self.area.verticalScrollBar().value() if is_same else 0
        self.say_in(words)
        self._view = view
        self.title.setText(view.name)
        self.area.setAccessibleName(view.name)
        self.setUpdatesEnabled(False)
        for place, fill in ((self._head_place, self._fill_head), (self._body_place, self._fill)):
            self._renew(place, partial(fill, view))
        self._show_plan(view.in_plan)
        self._stack.setCurrentIndex(1)
        # everything gets its place before it is painted for the first time
        self._column.activate()
        QCoreApplication.sendEvent(self._inside, QEvent(QEvent.Type.LayoutRequest))
        self.setUpdatesEnabled(True)
        self.area.verticalScrollBar().setValue(top)

    def shown(self) -> str:
        """The id of what is shown; "" for nothing."""
        return "" if self._view is None else self._view.id

    def focus_title(self) -> None:
        """The keyboard at the head of what is shown."""
        self.area.verticalScrollBar().setValue(0)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _renew(self, place: QVBoxLayout, fill: Callable[[], None]) -> None:
        """Put other lines there, all at once: shown one by one, each would have all of them laid out again."""
        empty_layout(place)
        held = QWidget()
        self._body = QVBoxLayout(held)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(theme.em(0.5))
        fill()
        place.addWidget(held)
        held.setVisible(True)

    # pieces, in the order of the plan on paper

    def _fill_head(self, view: ProgrammeView) -> None:
        lines: list[QWidget] = [paragraph(view.beside, theme.CAPTION)]
        if view.standing is not None:
            lines.append(StateTitle(view.standing.shelf, view.standing.shelf_word))
        if view.amount:
            lines.append(paragraph(view.amount, theme.TITLE))
        lines.append(paragraph(view.summary))
        lines += [paragraph(line, theme.MUTED) for line in view.gives]
        for line in lines:
            self._add(line)

    def _fill(self, view: ProgrammeView) -> None:
        say = self._words.say
        for name, gives in view.lots:
            self._add(paragraph(say("{name}: {what}", name=name, what=gives) if gives else name))
        if view.standing is not None:
            self._stand(view.standing)
        else:
            self._section(say("When"), view.window)
            self._section(say("For whom"), (view.stages,))
        for notes in view.lists:
            self._head(notes.title)
            self._add(NoteBlock(notes, self._words))
        self._section(say("Good to know"), (view.good_to_know,))
        self._related(view)
        self._where_to_ask(view)

    def _stand(self, standing: Standing) -> None:
        say = self._words.say
        if standing.against:
            self._section(say("Why it is not for you"), (standing.against,))
            self._questions(standing.against_links)
        self._section(say("Why it is not clear yet"), (standing.unclear,))
        if standing.waiting or standing.ways:
            self._ways(standing)
        if standing.missing:
            self._head(say("Still open"))
            self._add(paragraph(say("These answers would decide:")))
            self._questions(standing.missing)
        if standing.later:
            self._add(paragraph(standing.later, theme.CAPTION))
        self._section(say("When"), standing.when)
        for note in standing.when_notes:
            self._add(paragraph(note, theme.CAPTION))
        is_against = standing.shelf in {Shelf.NOT_FOR_YOU, Shelf.NOT_CHOSEN, Shelf.CLOSED}
        self._section(
            say("What speaks for it") if is_against else say("Why it fits"), standing.fits
        )
        self._section(say("What speaks against it"), standing.warnings)
        self._head(say("Conditions"))
        if not standing.conditions:
            self._add(paragraph(standing.no_conditions))
        self._conditions(standing.conditions)

    def _ways(self, standing: Standing) -> None:
        self._head(self._words.say("What would change it"))
        if standing.waiting:
            self._add(paragraph(standing.waiting))
        for way in standing.ways:
            self._add(paragraph(way.what, theme.STRONG))
            for how in way.how:
                self._add(paragraph(how))
            if way.assumed:
                self._add(paragraph(way.assumed, theme.CAPTION))
            self._questions(way.links)

    def _conditions(self, lines: Iterable[ConditionLine]) -> None:
        for line in lines:
            block = ConditionBlock(line, self._words)
            block.question_asked.connect(self.question_asked)
            self._add(block)

    def _questions(self, links: Iterable[QuestionLink]) -> None:
        row = FlowLayout(gap=theme.em(0.3))
        for link in links:
            made = question_button(link, self._words, named=True)
            made.clicked.connect(lambda _=False, key=link.id: self.question_asked.emit(key))
            row.addWidget(made)
        self._body.addLayout(row)

    def _related(self, view: ProgrammeView) -> None:
        if not view.relations:
            return
        self._head(self._words.say("What it is tied to"))
        for related in view.relations:
            made = TiedRow(related.text, related.note)
            made.clicked.connect(lambda _=False, key=related.id: self.programme_asked.emit(key))
            self._add(made)

    def _where_to_ask(self, view: ProgrammeView) -> None:
        say = self._words.say
        self._section(say("Where to ask"), view.contact)
        if view.web is not None:
            self._link(view.web)
        if view.sources:
            self._head(say("Sources"))
            for source in view.sources:
                self._link(source)
        if view.checked:
            self._add(paragraph(view.checked, theme.CAPTION))

    def _link(self, link: Link) -> None:
        line = link_line(link, self._words)
        line.asked.connect(self.link_asked)
        self._add(line)

    def _section(self, title: str, lines: Iterable[str]) -> None:
        said = [line for line in lines if line]
        if said:
            self._head(title)
            for line in said:
                self._add(paragraph(line))

    def _head(self, title: str) -> None:
        label = theme.as_role(heading(title, level=3), theme.STRONG)
        label.setContentsMargins(0, theme.em(0.6), 0, 0)
        self._add(label)

    def _add(self, widget: QWidget | QLabel) -> None:
        self._body.addWidget(widget)

    def _add_button(self, made: QPushButton) -> None:
        row = QHBoxLayout()
        row.addWidget(made)
        row.addStretch(1)
        self._body.addLayout(row)

    # the plan

    def _show_plan(self, in_plan: InPlan | None) -> None:
        may = in_plan is not None and in_plan.may_change
        self.plan.setVisible(may)
        self.plan_note.setVisible(in_plan is not None and bool(in_plan.note))
        if in_plan is None:
            return
        self.plan_note.setText(in_plan.note)
        say = self._words.say
        name_button(
            self.plan, say("Take out of my plan") if in_plan.is_in else say("Add to my plan")
        )
        self.plan.show_icon("minus" if in_plan.is_in else "plus")

    def _on_plan_pressed(self) -> None:
        if self._view is None or self._view.in_plan is None:
            return
        asked = self.plan_drop_asked if self._view.in_plan.is_in else self.plan_add_asked
        asked.emit(self._view.id)

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
