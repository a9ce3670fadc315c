"""The stage on the page of results: which it is, how sure, from which answers, and how to correct it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from ccsdesk.services.presenting.results import QuestionLink, StageView
from ccsdesk.text import Words, begun
from ccsdesk.ui import theme
from ccsdesk.ui.blocks import Fold, button, empty_layout, heading, name_button, paragraph
from ccsdesk.ui.pages.condition_lines import question_button
from ccsdesk.ui.pages.results_choose import ChooseBar, StageChoices
from ccsdesk.ui.pictures.ribbon import Mark, Ribbon, RibbonStage


class StagePart(QWidget):
    """`stage_corrected` bears the id of a stage, "" to go back to what the answers say.

    `bar` belongs below what scrolls, and is shown while a stage is being chosen.
    """

    stage_corrected = Signal(str)
    question_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._view: StageView | None = None
        self._words = Words("en")
        self.name = theme.as_role(heading(level=2), theme.STAGE)
        self.ribbon = Ribbon()
        self._said = QVBoxLayout()
        self.ask = button(icon="question")
        self.ask.clicked.connect(self._on_ask_pressed)
        self.give_back = button(icon="left")
        self.give_back.clicked.connect(partial(self.stage_corrected.emit, ""))
        self.correct = Fold()
        theme.as_plain(self.correct.button, is_plain=False)
        self._how = paragraph()
        self.choices = StageChoices()
        self.choices.marked.connect(self._on_marked)
        self.bar = ChooseBar()
        self.bar.use.clicked.connect(self._on_use_pressed)
        self.bar.leave.clicked.connect(self._on_left)
        self.evidence = Fold()
        self._evidence = QVBoxLayout()
        self._proposal = paragraph(role=theme.CAPTION)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(0.5))
        for widget in (self.name, self.ribbon):
            column.addWidget(widget)
        self._said.setSpacing(theme.em(0.4))
        column.addLayout(self._said)
        for made in (self.give_back, self.ask):
            column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        self.correct.body.addWidget(self._how)
        self.correct.body.addWidget(self.choices)
        self.evidence.body.addLayout(self._evidence)
        column.addWidget(self.correct)
        column.addWidget(self.evidence)
        column.addWidget(self._proposal)

    # showing

    def show_view(self, view: StageView, beside: Iterable[tuple[str, str]], words: Words) -> None:
        """Show the stage, and what stands beside it; what is unfolded stays so."""
        self._view, self._words = view, words
        say = words.say
        self.name.setText(view.name or view.line)
        stages = [
            RibbonStage(stage.name, _mark(view, place, stage.id))
            for place, stage in enumerate(view.stages)
        ]
        self.ribbon.show_stages(stages, words)
        empty_layout(self._said)
        for sentence in (view.description, *view.sentences, view.next):
            if sentence:
                self._said.addWidget(paragraph(sentence))
        for name, said in beside:
            line = say("{name}: {what}", name=name, what=said) if name else said
            self._said.addWidget(paragraph(line, theme.MUTED))
        self.ask.setVisible(view.ask is not None)
        if view.ask is not None:
            name_button(self.ask, say("Answer: {question}", question=view.ask.label))
        self._proposal.setText(view.proposal)
        self._show_choices(view, words)
        self._show_evidence(view.evidence, words)

    def _show_choices(self, view: StageView, words: Words) -> None:
        say = words.say
        computed = next((one.name for one in view.stages if one.id == view.computed), "")
        self.give_back.setVisible(view.corrected is not None and view.corrected != view.computed)
        back = say("Back to what the app works out: {stage}", stage=computed)
        name_button(self.give_back, back)
        self.correct.set_title(
            say("Not quite? Correct it") if view.name else say("Choose your stage")
        )
        self._how.setText(
            say(
                "Choose the stage you recognise yourself in. Your answers stay as they are, and your "
                "plan shows both."
            )
        )
        self.choices.show_stages(view.stages, view.corrected or view.computed)
        self.bar.say_in(words)
        self._on_marked()

    def _show_evidence(self, links: tuple[QuestionLink, ...], words: Words) -> None:
        self.evidence.setVisible(bool(links))
        self.evidence.set_title(words.say("The answers behind it"))
        empty_layout(self._evidence)
        for link in links:
            made = question_button(link, words, named=False)
            made.clicked.connect(partial(self.question_asked.emit, link.id))
            held = QWidget()
            row = QHBoxLayout(held)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(paragraph(begun(link.said)), 1)
            row.addWidget(made)
            self._evidence.addWidget(held)

    # choosing

    def _on_marked(self) -> None:
        """The bar names the stage that is marked; the present one needs no using."""
        view = self._view
        if view is None:
            return
        marked = self.choices.chosen()
        name = next((one.name for one in view.stages if one.id == marked), "")
        self.bar.offer(name, is_other=marked not in {"", view.corrected or view.computed})

    def _on_use_pressed(self) -> None:
        chosen, view = self.choices.chosen(), self._view
        if not chosen or view is None:
            return
        self._close()
        if chosen != (view.corrected or view.computed):
            self.stage_corrected.emit("" if chosen == view.computed else chosen)

    def _on_left(self) -> None:
        view = self._view
        self._close()
        if view is not None:
            self.choices.mark(view.corrected or view.computed)

    def _close(self) -> None:
        self.correct.open(opened=False)
        self.correct.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_ask_pressed(self) -> None:
        if self._view is not None and self._view.ask is not None:
            self.question_asked.emit(self._view.ask.id)

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter on a stage means that stage, and not on to the next page
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and isinstance(self.window().focusWidget(), QRadioButton):
            self._on_use_pressed()
            return
        super().keyPressEvent(event)


def _mark(view: StageView, place: int, stage: str) -> Mark:
    if view.corrected is not None and view.corrected != view.computed:
        if stage == view.corrected:
            return Mark.CHOSEN
        return Mark.COMPUTED if stage == view.computed else Mark.NONE
    if place == view.here:
        return Mark.HERE
    return Mark.NEAR if place == view.near else Mark.NONE
