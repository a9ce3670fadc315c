"""The start page: how much to answer, what happens with the answers, a visit to take up again."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ccsdesk.domain.draft import Mode
from ccsdesk.services.presenting.start import StartView
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
)
from ccsdesk.ui.flow_layout import FlowLayout
from ccsdesk.ui.page import ColumnPage
from ccsdesk.ui.top_bar import THEMES, own_name


class StartPage(ColumnPage):
    """Says which way was chosen."""

    begin_asked = Signal(object)
    continue_asked = Signal()
    delete_asked = Signal()
    open_asked = Signal()
    example_asked = Signal()
    browse_asked = Signal()
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    size_asked = Signal(bool)

    def __init__(self, languages: tuple[str, ...], *, has_example: bool) -> None:
        super().__init__()
        self.warning, self.problem = Notice(), Notice()
        self._lead = paragraph(role=theme.LEAD)
        self._interrupted = _Interrupted()
        self._languages = _Choice(languages)
        self._look = _Look()
        self.quick, self.full = _Way(is_next=True), _Way(is_next=False)
        self._private = Fold()
        self._open = button(icon="open")
        self._browse = button(icon="search")
        self._example = button(icon="list")
        self._example.setVisible(has_example)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        above = (self._lead, self.warning, self.problem, self._interrupted, self._languages)
        for part in above:
            self.column.addWidget(part)
        ways = QHBoxLayout()
        ways.setSpacing(theme.em(1))
        ways.addWidget(self.quick, 1)
        ways.addWidget(self.full, 1)
        self.column.addLayout(ways)
        self.column.addWidget(self._private)
        settings = FlowLayout(gap=theme.em(1.2))
        settings.addWidget(self._look.sizes)
        settings.addWidget(self._look.colours)
        self.column.addLayout(settings)
        others = FlowLayout(gap=theme.em(0.8))
        for other in (self._open, self._browse, self._example):
            theme.as_plain(other)
            others.addWidget(other)
        self.column.addLayout(others)

    def _connect(self) -> None:
        self.quick.button.clicked.connect(lambda: self.begin_asked.emit(Mode.QUICK))
        self.full.button.clicked.connect(lambda: self.begin_asked.emit(Mode.FULL))
        self._interrupted.resume.clicked.connect(self.continue_asked)
        self._interrupted.delete.clicked.connect(self.delete_asked)
        self._open.clicked.connect(self.open_asked)
        self._browse.clicked.connect(self.browse_asked)
        self._example.clicked.connect(self.example_asked)
        self._languages.chosen.connect(self.language_chosen)
        self._look.theme_chosen.connect(self.theme_chosen)
        self._look.size_asked.connect(self.size_asked)

    def say_in(self, words: Words) -> None:
        """Every word on the page again."""
        self.set_title(words.say("Which support fits you?"))
        self._lead.setText(
            words.say(
                "Answer a few questions about your creative work. You see which support fits you and why, what is still"
                " open, and you leave with a plan on paper."
            )
        )
        self._languages.say_in(words.say("Language"), words.language)
        self._look.say_in(words)
        self.quick.say_in(words.say("Quick check"), words.say("Begin the quick check"))
        self.full.say_in(words.say("Full assessment"), words.say("Begin the full assessment"))
        self._private.set_title(words.say("What happens with my answers?"))
        name_button(
            self._open, words.say("Open my answers"), words.say("From a file saved earlier. Ctrl+O")
        )
        name_button(self._browse, words.say("Browse all support"))
        name_button(self._example, words.say("Show an example"))
        self._interrupted.say_in(words)

    def show_start(self, view: StartView) -> None:
        """Show what is the case now."""
        self.quick.note.setText(view.quick)
        self.full.note.setText(view.full)
        empty_layout(self._private.body)
        for sentence in view.private:
            self._private.body.addWidget(paragraph(sentence))
        self._interrupted.show_sentence(view.interrupted)
        theme.as_next(self.quick.button, is_next=not view.interrupted)
        theme.as_next(self._interrupted.resume, is_next=bool(view.interrupted))

    def show_look(self, look: theme.Look) -> None:
        """Mark the look in use."""
        self._look.show_look(look)


class _Way(Card):
    """One of the two ways to begin."""

    def __init__(self, *, is_next: bool) -> None:
        super().__init__()
        self.name = heading(level=2)
        self.note = paragraph()
        self.button = button(is_next=is_next)
        for part in (self.name, self.note):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.column.addWidget(self.button)

    def say_in(self, name: str, action: str) -> None:
        self.name.setText(name)
        name_button(self.button, action)


class _Interrupted(Card):
    """A visit that a crash has left. Says when it began, and nothing of what is in it."""

    def __init__(self) -> None:
        super().__init__()
        self._sentence = paragraph(role=theme.STRONG)
        self.resume = button(is_next=True)
        self.delete = button(icon="trash")
        row = QHBoxLayout()
        row.addWidget(self.resume)
        row.addWidget(self.delete)
        row.addStretch(1)
        self.column.addWidget(self._sentence)
        self.column.addLayout(row)
        self.setVisible(False)

    def say_in(self, words: Words) -> None:
        name_button(self.resume, words.say("Continue the visit"))
        name_button(self.delete, words.say("Delete the answers"))

    def show_sentence(self, sentence: str) -> None:
        self._sentence.setText(sentence)
        self.setVisible(bool(sentence))


class _Choice(QWidget):
    """The languages, each by its own name."""

    chosen = Signal(str)

    def __init__(self, languages: tuple[str, ...]) -> None:
        super().__init__()
        self._label = QLabel()
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout()
        row.setSpacing(0)
        for code in languages:
            one = QPushButton()
            name_button(one, own_name(code))
            one.setCheckable(True)
            one.setProperty("segment", "true")
            a11y.as_choice(one)
            one.clicked.connect(lambda _checked=False, code=code: self.chosen.emit(code))
            self._group.addButton(one)
            self._buttons[code] = one
            row.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row.addStretch(1)
        column.addWidget(_labelled(self._label, row))

    def say_in(self, label: str, language: str) -> None:
        self._label.setText(label)
        self.setAccessibleName(label)
        for code, one in self._buttons.items():
            one.setChecked(code == language)
            one.setAccessibleDescription(label)


class _Look(QObject):
    """Size of text and colours, as two widgets."""

    theme_chosen = Signal(str)
    size_asked = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._size_label, self._theme_label = QLabel(), QLabel()
        self.smaller, self.larger = QPushButton("A−"), QPushButton("A+")
        self._percent = QLabel()
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.themes: dict[str, QPushButton] = {}
        self.sizes, self.colours = self._sizes(), self._themes()

    def _sizes(self) -> QWidget:
        row = QHBoxLayout()
        row.setSpacing(theme.em(0.3))
        for part in (self.smaller, self._percent, self.larger):
            row.addWidget(part)
        for part in (self.smaller, self.larger):
            # as high as what stands beside them
            part.setProperty("segment", "true")
        self.smaller.clicked.connect(lambda: self.size_asked.emit(False))
        self.larger.clicked.connect(lambda: self.size_asked.emit(True))
        return _labelled(self._size_label, row)

    def _themes(self) -> QWidget:
        row = QHBoxLayout()
        row.setSpacing(0)
        group = QButtonGroup(self)
        for key in ("light", "dark", "contrast"):
            one = QPushButton()
            one.setCheckable(True)
            one.setProperty("segment", "true")
            a11y.as_choice(one)
            one.clicked.connect(lambda _checked=False, key=key: self.theme_chosen.emit(key))
            group.addButton(one)
            self.themes[key] = one
            row.addWidget(one)
        return _labelled(self._theme_label, row)

    def say_in(self, words: Words) -> None:
        self._size_label.setText(words.say("Size of text"))
        self._theme_label.setText(words.say("Colours"))
        self.smaller.setAccessibleName(words.say("Smaller text"))
        self.larger.setAccessibleName(words.say("Larger text"))
        for key, one in self.themes.items():
            name_button(one, words.say(THEMES[key]))
            one.setAccessibleDescription(words.say("Colours"))

    def show_look(self, look: theme.Look) -> None:
        self._percent.setText(f"{look.percent} %")
        self.smaller.setEnabled(look.percent > min(theme.PERCENTS))
        self.larger.setEnabled(look.percent < max(theme.PERCENTS))
        shown = theme.shown().value
        for key, one in self.themes.items():
            one.setChecked(key == shown)


def _labelled(label: QLabel, row: QHBoxLayout) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.em(0.2))
    column.addWidget(label)
    column.addLayout(row)
    return whole
