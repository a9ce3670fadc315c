"""The profile on the page of results: priorities in words, the radar with its table beside it, the needs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccsdesk.services.presenting.results import CapabilityView, NeedView, ResultsView
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.blocks import Card, button, empty_layout, heading, name_button, paragraph
from ccsdesk.ui.fitted_table import FittedTable
from ccsdesk.ui.pages.results_swot import SwotPart
from ccsdesk.ui.pictures.radar import Radar, RadarAxis
from ccsdesk.ui.side_by_side import SideBySide

BESIDE_EM = 44
FIGURES = frozenset({1, 2})


class ProfilePane(QWidget):
    """All of the profile, one part below the other; `grow` leads to the questions it is still missing."""

    def __init__(self) -> None:
        super().__init__()
        self.thin = Card()
        self._why = paragraph()
        self.grow = button(icon="right")
        self.priorities = PrioritiesPart()
        self.capabilities = CapabilitiesPart()
        self.needs = NeedsPart()
        self.swot = SwotPart()
        self._advice = paragraph(role=theme.CAPTION)
        self.thin.column.addWidget(self._why)
        self.thin.column.addWidget(self.grow, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(1.2))
        for part in (
            self.thin,
            self.priorities,
            self.capabilities,
            self.needs,
            self.swot,
            self._advice,
        ):
            column.addWidget(part)

    def show_view(self, view: ResultsView, words: Words, *, may_grow: bool) -> None:
        """Show what there is; where too little is known, one line says why instead of empty pictures."""
        say = words.say
        self.thin.setVisible(may_grow or not view.has_profile)
        self.grow.setVisible(may_grow)
        name_button(self.grow, say("Go on to the full assessment"))
        self._why.setText(_why(view, words, may_grow=may_grow))
        self.priorities.show_view(view, words)
        self.capabilities.show_view(view.capabilities if view.has_profile else (), words)
        self.needs.show_view(view.needs, words)
        self.swot.show_view(view.swot if view.has_profile else (), words)
        self._advice.setText(view.advice)


def _why(view: ResultsView, words: Words, *, may_grow: bool) -> str:
    if not may_grow:
        return words.say("Too few questions about what you can do are answered for a profile.")
    if view.has_profile:
        return words.say("The full assessment asks more about what you can do.")
    return words.say(
        "A quick check asks little about what you can do, so there is no full profile yet."
    )


class PrioritiesPart(QWidget):
    """What to work on first."""

    def __init__(self) -> None:
        super().__init__()
        self.label = heading(level=2)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(theme.em(0.5))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.label)
        column.addLayout(self._cards)

    def show_view(self, view: ResultsView, words: Words) -> None:
        """Show at most three, or that none stands out."""
        self.label.setText(words.say("Your priorities"))
        empty_layout(self._cards)
        for number, priority in enumerate(view.priorities, 1):
            card = Card()
            name = words.say("{number}. {name}", number=number, name=priority.name)
            card.column.addWidget(theme.as_role(heading(name, level=3), theme.STRONG))
            for line in (priority.gap and f"{priority.gap}.", priority.helps):
                if line:
                    card.column.addWidget(paragraph(line))
            self._cards.addWidget(card)
        if not view.priorities:
            self._cards.addWidget(paragraph(view.no_priorities))


class CapabilitiesPart(QWidget):
    """Radar and table, side by side where there is room; below them what the scores advise."""

    def __init__(self) -> None:
        super().__init__()
        self.label = heading(level=2)
        self.radar = Radar(listed=False)
        self.table = FittedTable()
        self.beside = SideBySide(self.radar, self.table, least=BESIDE_EM, shares=(2, 3))
        self._in_words = theme.as_role(heading(level=3), theme.STRONG)
        self._advice = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.label)
        column.addWidget(self.beside)
        column.addWidget(self._in_words)
        column.addLayout(self._advice)

    def show_view(self, capabilities: tuple[CapabilityView, ...], words: Words) -> None:
        """Show the scores against the targets of the stage."""
        say = words.say
        self.setVisible(bool(capabilities))
        self.label.setText(say("What you can do already"))
        if not capabilities:
            return
        axes = [RadarAxis(one.name, one.score, one.target) for one in capabilities]
        self.radar.show_axes(axes, words)
        head = (say("Capability"), say("You"), say("Target"))
        rows = [
            (say("{number}. {name}", number=n, name=one.name), one.score_word, one.target_word)
            for n, one in enumerate(capabilities, 1)
        ]
        self.table.setAccessibleName(self.label.text())
        self.table.fill(head, rows, figures=FIGURES)
        empty_layout(self._advice)
        said = [one for one in capabilities if one.advice and one.is_short]
        self._in_words.setText(say("In words"))
        self._in_words.setVisible(bool(said))
        for one in said:
            line = say("{name}: {what}", name=one.name, what=one.advice)
            self._advice.addWidget(paragraph(line))


class NeedsPart(QWidget):
    """The needs, strongest first."""

    question_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.label = heading(level=2)
        self.table = FittedTable()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.label)
        column.addWidget(self.table)

    def show_view(self, needs: tuple[NeedView, ...], words: Words) -> None:
        """Show them; nothing where there are none."""
        say = words.say
        self.setVisible(bool(needs))
        self.label.setText(say("What you need"))
        self.table.setAccessibleName(self.label.text())
        head = (say("Need"), say("How strong"), say("From these answers"))
        rows = [(need.name, need.strength, need.because) for need in needs]
        self.table.fill(head, rows, wide=2)
