"""What pages are built from: headings, paragraphs, notices, cards, folds, lines with a state."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ccsdesk.ui import a11y, icons, theme

ICON_EM = 1.2
LONE, LONG = 9, 40
"""A last word shorter than the first looks lost on a line of its own; a text shorter than the second has one line."""


def heading(text: str = "", level: int = 2) -> QLabel:
    """A heading of level 1 (the page's title) to 3; a screen reader can jump to it."""
    label = theme.as_role(QLabel(text), theme.TITLE if level == 1 else theme.HEADING)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    a11y.as_heading(label, level)
    return label


def paragraph(text: str = "", role: str | None = None) -> QLabel:
    """Running text that wraps and can be copied; never markup."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return label if role is None else theme.as_role(label, role)


def put_prose(label: QLabel, text: str) -> None:
    """Show a text so that its last word, where it is short, takes another one along to a new line."""
    before, _, last = text.rpartition(" ")
    is_tied = len(last) < LONE and len(text) > LONG
    label.setText(f"{before}\N{NO-BREAK SPACE}{last}" if is_tied else text)
    # heard as it was written
    label.setAccessibleName(text)


def button(text: str = "", *, is_next: bool = False, icon: str | None = None) -> QPushButton:
    """A button with a verb on it."""
    made = TintedButton(icon) if icon is not None else QPushButton()
    # Enter presses the button that has the keyboard, as everywhere else
    made.setAutoDefault(True)
    name_button(made, text)
    if is_next:
        theme.as_next(made, is_next=True)
    return made


def name_button(made: QPushButton | QToolButton, text: str, description: str = "") -> None:
    """Words for a button: seen, spoken, and as a tip where there is more to say."""
    made.setText(text.replace("&", "&&"))
    made.setAccessibleName(text)
    made.setAccessibleDescription(description)
    made.setToolTip(description)


class TintedButton(QPushButton):
    """A button whose icon follows the colours of the theme."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self._tint()

    def show_icon(self, icon: str) -> None:
        """Another icon; "" for none."""
        self._icon = icon
        self._tint()

    def _tint(self) -> None:
        if self._icon:
            icons.put_on(self, self._icon)
        else:
            self.setIcon(QIcon())

    def event(self, event: QEvent) -> bool:
        # what kind of button it is decides the colour, and is a property
        if event.type() == QEvent.Type.DynamicPropertyChange:
            self._tint()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._tint()


class Picture(QLabel):
    """An icon beside text, tinted by role. The text says it all, so a screen reader passes it over."""

    def __init__(self, name: str, role: theme.Role = theme.Role.TEXT, em: float = ICON_EM) -> None:
        super().__init__()
        self._name, self._role, self._em = name, role, em
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._tint()

    def show_icon(self, name: str, role: theme.Role) -> None:
        """Another icon in another role's colour."""
        self._name, self._role = name, role
        self._tint()

    def _tint(self) -> None:
        side = theme.em(self._em)
        self.setPixmap(icons.pixmap(self._name, self._role, side))
        self.setFixedSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._tint()


class Card(QFrame):
    """A raised box with a column of its own."""

    def __init__(self) -> None:
        super().__init__()
        theme.as_card(self)
        self.column = QVBoxLayout(self)
        self._measure()

    def _measure(self) -> None:
        margin = theme.em(0.9)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(theme.em(0.5))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()


NOTICE_ICONS = {
    theme.INFORMATION: "info",
    theme.SUCCESS: "check",
    theme.WARNING: "warning",
    theme.MISTAKE: "stop",
}


class Notice(QFrame):
    """One sentence that matters now, with its icon; hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._label = paragraph()
        self._label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._label.installEventFilter(self)
        self._picture = Picture("info")
        self._kind: str = theme.INFORMATION
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._label, 1)
        theme.as_notice(self, self._kind)
        self._measure()
        self.setVisible(False)

    def tell(self, sentence: str, kind: str = theme.INFORMATION) -> None:
        """Say one sentence and have it spoken; empty takes it away."""
        is_new = sentence != self._label.text()
        self.say(sentence, kind)
        if sentence and is_new:
            a11y.announce(self._label, sentence)

    def say(self, sentence: str, kind: str = theme.INFORMATION) -> None:
        """Say one sentence without having it spoken; empty takes it away."""
        self._kind = kind
        self._label.setText(sentence)
        self._label.setAccessibleName(sentence)
        theme.as_notice(self, kind)
        self._picture.show_icon(NOTICE_ICONS[kind], theme.NOTICE_ROLES[kind])
        self.setVisible(bool(sentence))

    def told(self) -> str:
        """What is being said."""
        return self._label.text()

    def told_as(self) -> str:
        """Which kind of notice it is."""
        return self._kind

    def _measure(self) -> None:
        beside, above = theme.em(0.5), theme.em(0.45)
        self._row.setContentsMargins(beside, above, beside, above)
        self._row.setSpacing(theme.em(0.4))

    # Qt's own

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # the ring goes around all of it, icon and sentence
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            theme.as_lit(self, is_lit=event.type() == QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()


class Fold(QWidget):
    """Something that opens below its own title; closed at first."""

    toggled = Signal(bool)

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.button = TintedButton("down")
        self.button.setCheckable(True)
        theme.as_plain(self.button)
        a11y.as_fold(self.button)
        self.content = QWidget()
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(theme.em(ICON_EM + 0.4), 0, 0, 0)
        self.content.setVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.content)
        self.button.toggled.connect(self._on_toggled)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """What is inside, in a few words."""
        name_button(self.button, title)

    def open(self, *, opened: bool = True) -> None:
        """Open or close it."""
        self.button.setChecked(opened)

    def _on_toggled(self, opened: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.content.setVisible(opened)
        self.button.show_icon("up" if opened else "down")
        self.toggled.emit(opened)


class StateLine(QWidget):
    """A line with the icon and word of its state, and a smaller note below."""

    def __init__(self, icon: str, role: theme.Role, text: str, note: str = "") -> None:
        super().__init__()
        self.text = paragraph(text)
        self.note = paragraph(note, theme.CAPTION)
        self.note.setVisible(bool(note))
        self.beside = QVBoxLayout()
        self.beside.setSpacing(theme.em(0.15))
        self.beside.addWidget(self.text)
        self.beside.addWidget(self.note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.em(0.5))
        row.addWidget(Picture(icon, role), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self.beside, 1)


def empty_layout(layout: QLayout) -> None:
    """Take everything out of a layout; the widgets go when Qt next comes round."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            # it keeps its parent until then, so that Qt alone decides when it goes
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty_layout(inner)


def filling(widget: QWidget) -> QWidget:
    """The widget, told to take all the room it can get."""
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    return widget
