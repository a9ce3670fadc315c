"""The one door for a row of a form: label, field, help, mistake, tied together for eyes, keyboard and screen reader.

No page makes a label for a field by itself, so none can forget what a screen reader needs.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ccsdesk.ui import a11y, theme
from ccsdesk.ui.blocks import Picture, paragraph


class FormRow(QWidget):
    """A field with everything about it. `field` takes the keyboard; `shown` holds it where more belongs to it."""

    def __init__(self, field: QWidget, shown: QWidget | None = None) -> None:
        super().__init__()
        self.field = field
        self.label = theme.as_role(QLabel(), theme.STRONG)
        self.label.setWordWrap(True)
        self.label.setBuddy(field)
        self.help = paragraph(role=theme.CAPTION)
        self.mistake = Mistake()
        self._description = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.em(0.3))
        for part in (self.label, self.help, shown or field, self.mistake):
            column.addWidget(part)

    def say(self, label: str, description: str = "") -> None:
        """The words of the row; the help is what a screen reader says after the name."""
        self.label.setText(label)
        self.label.setVisible(bool(label))
        self.help.setText(description)
        self.help.setVisible(bool(description))
        self.field.setAccessibleName(label)
        self._description = description
        self._describe()

    def tell_mistake(self, sentence: str) -> None:
        """Say below the field what is wrong with it; "" takes it away."""
        self.mistake.tell(sentence)
        theme.as_wrong(self.field, is_wrong=bool(sentence))
        self._describe()

    def _describe(self) -> None:
        parts = (self.mistake.told(), self._description)
        self.field.setAccessibleDescription(" ".join(part for part in parts if part))


class Mistake(QWidget):
    """What is wrong, beside where it is: an icon and a sentence. Hidden while nothing is."""

    def __init__(self) -> None:
        super().__init__()
        self._label = theme.as_tone(paragraph(), theme.Role.MISTAKE)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Picture("stop", theme.Role.MISTAKE), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._label, 1)
        self.setVisible(False)

    def tell(self, sentence: str) -> None:
        """Say it, and have it spoken; "" takes it away."""
        is_new = sentence != self._label.text()
        self._label.setText(sentence)
        self.setVisible(bool(sentence))
        if is_new:
            a11y.announce(self._label, sentence)

    def told(self) -> str:
        """What is being said."""
        return self._label.text()


def row(field: QWidget, label: str, description: str = "") -> FormRow:
    """A row for a field."""
    made = FormRow(field)
    made.say(label, description)
    return made
