"""The stage on the page of results: which it is, how sure, from which answers, and how to correct it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from ccsdesk.services.presenting.results import QuestionLink, StageView
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.blocks import Fold, button, empty_layout, heading, name_button, paragraph
from ccsdesk.ui.pages.condition_lines import question_button
from ccsdesk.ui.pictures.ribbon import Mark, Ribbon, RibbonStage


class StagePart(QWidget):
    """`stage_corrected` bears the id of a stage, "" to go back to what the answers say."""

    stage_corrected = Signal(str)
    question_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._view: StageView | None = None
        self.label = heading(level=2)
        self.name = theme.as_role(paragraph(), theme.STAGE)
        self.ribbon = Ribbon()
        self._said = QVBoxLayout()
        self.ask = button(icon="question")
        self.ask.clicked.connect(self._on_ask_pressed)
        self.correct = Fold()
        self._how = paragraph()
        self._rows = QVBoxLayout()
        self.choices = QButtonGroup(self)
        self.use = button()
        self.use.clicked.connect(self._on_use_pressed)
        self.give_back = button()
        self.give_back.clicked.connect(partial(self.stage_corrected.emit, ""))
        self.evidence = Fold()
        self._evidence = QVBoxLayout()
        self._proposal = paragraph(role=theme.CAPTION)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(0.5))
        for widget in (self.label, self.name, self.ribbon):
            column.addWidget(widget)
        self._said.setSpacing(theme.em(0.4))
        column.addLayout(self._said)
        column.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        self.correct.body.addWidget(self._how)
        self.correct.body.addLayout(self._rows)
        buttons = QHBoxLayout()
        buttons.addWidget(self.use)
        buttons.addWidget(self.give_back)
        buttons.addStretch(1)
        self.correct.body.addLayout(buttons)
        self.evidence.body.addLayout(self._evidence)
        column.addWidget(self.correct)
        column.addWidget(self.evidence)
        column.addWidget(self._proposal)

    # showing

    def show_view(self, view: StageView, beside: Iterable[tuple[str, str]], words: Words) -> None:
        """Show the stage, and what stands beside it; what is unfolded stays so."""
        self._view = view
        say = words.say
        self.label.setText(say("Your stage"))
        self.name.setText(view.name)
        self.name.setVisible(bool(view.name))
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
        self.correct.set_title(
            say("Not quite? Correct it") if view.name else say("Choose your stage")
        )
        self._how.setText(
            say(
                "Choose the stage you recognise yourself in. Your answers stay as they are, and your "
                "plan shows both."
            )
        )
        chosen = self.choices.checkedButton()
        marked = chosen.property("stage") if chosen is not None else None
        current = view.corrected or view.computed
        empty_layout(self._rows)
        for stage in view.stages:
            row = theme.as_row(QRadioButton(stage.name.replace("&", "&&")))
            row.setAccessibleName(stage.name)
            row.setProperty("stage", stage.id)
            row.setChecked(stage.id == (marked or current))
            self.choices.addButton(row)
            self._rows.addWidget(row)
        name_button(self.use, say("Use this stage"))
        self.give_back.setVisible(view.corrected is not None)
        computed = next((one.name for one in view.stages if one.id == view.computed), "")
        name_button(self.give_back, say("Go back to “{stage}”", stage=computed))

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
            row.addWidget(paragraph(link.said[:1].upper() + link.said[1:]), 1)
            row.addWidget(made)
            self._evidence.addWidget(held)

    def _on_use_pressed(self) -> None:
        chosen = self.choices.checkedButton()
        if chosen is None or self._view is None:
            return
        stage = str(chosen.property("stage"))
        self.correct.open(opened=False)
        self.stage_corrected.emit("" if stage == self._view.computed else stage)

    def _on_ask_pressed(self) -> None:
        if self._view is not None and self._view.ask is not None:
            self.question_asked.emit(self._view.ask.id)

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
