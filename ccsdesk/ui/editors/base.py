"""What the editors of all kinds of question have in common: a field in, an answer out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from ccsdesk.domain.answers import Answer
from ccsdesk.flow.fields import FieldSpec
from ccsdesk.text import Words


class Editor(QWidget):
    """Shows one field and takes an answer to it; decides nothing about what follows.

    `changed`: the person did something. `submitted`: they are done with the field (Enter).
    """

    changed = Signal()
    submitted = Signal()

    def show_field(self, field: FieldSpec, words: Words) -> None:
        """Show a field with the answer given so far."""
        raise NotImplementedError

    def say_in(self, field: FieldSpec, words: Words) -> None:
        """The same field in other words; what is typed or chosen stays."""
        raise NotImplementedError

    def answer(self) -> Answer | None:
        """The answer as it stands; None where nothing is given yet or it is not valid."""
        raise NotImplementedError

    def mistake(self) -> str:
        """Why there is no answer although something was typed; "" where nothing was."""
        return ""

    def tell_mistake(self, sentence: str) -> None:
        """Say what is wrong beside the field; "" takes it away."""
        raise NotImplementedError

    def nothing_given(self, words: Words) -> str:
        """What is missing where nothing was typed or chosen."""
        return words.say("Give an answer, or choose “I don’t know”.")

    def focus_first(self) -> None:
        """Put the keyboard into the field."""
        self.setFocus()

    def choose_number(self, number: int) -> bool:
        """Choose what a person finds under this digit; whether there is anything."""
        return number < 0

    def typing_field(self) -> QWidget | None:
        """The field meant by whoever types before going to one; None where there is nothing to type in."""
        return None

    def bring_into_view(self, *parts: QWidget) -> None:
        """Scroll the page so that these parts are seen, the last most surely."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            for part in parts:
                above.ensureWidgetVisible(part, 0, 0)

    @property
    def given_in_words_needed(self) -> bool:
        """Whether the answer given is one that the editor cannot show, so that it has to be said."""
        return False
