"""The start page: how much to answer, what happens with the answers, a visit to take up again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from ccsdesk.domain.draft import Mode
from ccsdesk.services.presenting.start import StartView
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.blocks import Card, Notice, button, heading, name_button, paragraph
from ccsdesk.ui.flow_layout import FlowLayout
from ccsdesk.ui.page import ColumnPage
from ccsdesk.ui.segments import Labelled, Segments
from ccsdesk.ui.top_bar import THEMES, own_name

COLOURS = ("light", "dark", "contrast")


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
        self.done, self.warning, self.problem = Notice(), Notice(), Notice()
        self._lead = paragraph(role=theme.LEAD)
        self._interrupted = _Interrupted()
        self.languages, self.colours = Segments(languages), Segments(COLOURS)
        self.sizes = _Sizes()
        self.quick, self.full = _Way(is_next=True), _Way(is_next=False)
        self._private_title = heading(level=2)
        self._private = paragraph()
        self._open = button(icon="open")
        self._browse = button(icon="search")
        self._example = button(icon="list")
        self._example.setVisible(has_example)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        above = (
            self.done,
            self._lead,
            self.warning,
            self.problem,
            self._interrupted,
            self.languages,
        )
        for part in above:
            self.column.addWidget(part)
        ways = QHBoxLayout()
        ways.setSpacing(theme.em(1))
        ways.addWidget(self.quick, 1)
        ways.addWidget(self.full, 1)
        self.column.addLayout(ways)
        others = FlowLayout(gap=theme.em(0.8))
        for other in (self._open, self._browse, self._example):
            theme.as_plain(other)
            others.addWidget(other)
        self.column.addLayout(others)
        self.column.addWidget(self._private_title)
        self.column.addWidget(self._private)
        settings = FlowLayout(gap=theme.em(1))
        settings.addWidget(self.sizes)
        settings.addWidget(self.colours)
        self.column.addLayout(settings)

    def _connect(self) -> None:
        self.quick.button.clicked.connect(lambda: self.begin_asked.emit(Mode.QUICK))
        self.full.button.clicked.connect(lambda: self.begin_asked.emit(Mode.FULL))
        self._interrupted.resume.clicked.connect(self.continue_asked)
        self._interrupted.delete.clicked.connect(self.delete_asked)
        self._open.clicked.connect(self.open_asked)
        self._browse.clicked.connect(self.browse_asked)
        self._example.clicked.connect(self.example_asked)
        self.languages.chosen.connect(self.language_chosen)
        self.colours.chosen.connect(self.theme_chosen)
        self.sizes.size_asked.connect(self.size_asked)

    def say_in(self, words: Words) -> None:
        """Every word on the page again."""
        say = words.say
        self.set_title(say("Which support fits you?"))
        self._lead.setText(
            say(
                "Answer a few questions about your creative work. You see which support fits you and why,"
                " and you leave with a plan on paper."
            )
        )
        self.languages.say_in(
            say("Language"), {code: own_name(code) for code in self.languages.buttons}
        )
        self.languages.show_chosen(words.language)
        self.colours.say_in(say("Colours"), {key: say(THEMES[key]) for key in COLOURS})
        self.sizes.say_in(words)
        self.quick.say_in(
            say("Quick check"),
            say("Begin the quick check"),
            say(
                "A first look. You can go on to the full assessment without answering anything twice."
            ),
        )
        self.full.say_in(
            say("Full assessment"),
            say("Begin the full assessment"),
            say("A thorough plan. It also asks about your projects, plans and strengths."),
        )
        self._private_title.setText(say("What happens with my answers?"))
        name_button(self._open, say("Open my answers"), say("From a file saved earlier. Ctrl+O"))
        name_button(self._browse, say("Browse all support"))
        name_button(self._example, say("Show an example"))
        self._interrupted.say_in(words)

    def show_start(self, view: StartView) -> None:
        """Show what is the case now."""
        self.quick.note.setText(view.quick)
        self.full.note.setText(view.full)
        self._private.setText(" ".join(view.private))
        self._interrupted.show_sentence(view.interrupted)
        theme.as_next(self.quick.button, is_next=not view.interrupted)
        theme.as_next(self._interrupted.resume, is_next=bool(view.interrupted))

    def show_look(self, look: theme.Look) -> None:
        """Mark the look in use."""
        self.sizes.show_look(look)
        self.colours.show_chosen(theme.shown().value)


class _Way(Card):
    """One of the two ways to begin."""

    def __init__(self, *, is_next: bool) -> None:
        super().__init__()
        self.name = heading(level=2)
        self.note = paragraph()
        self.button = button(is_next=is_next)
        self.button.setProperty("large", "true")
        self._good_for = paragraph(role=theme.CAPTION)
        # the button first: where text is large it is still seen without scrolling
        for part in (self.name, self.note, self.button, self._good_for):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def say_in(self, name: str, action: str, good_for: str) -> None:
        self.name.setText(name)
        self._good_for.setText(good_for)
        name_button(self.button, action)


class _Interrupted(Card):
    """A visit that a crash has left. Says when it began, and nothing of what is in it."""

    def __init__(self) -> None:
        super().__init__()
        self._sentence = paragraph(role=theme.STRONG)
        self.resume = button(is_next=True)
        self.delete = button(icon="trash")
        for one in (self.resume, self.delete):
            one.setProperty("large", "true")
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


class _Sizes(Labelled):
    """The size of text, step by step."""

    size_asked = Signal(bool)

    def __init__(self) -> None:
        self.smaller, self.larger = QPushButton("A−"), QPushButton("A+")
        self._percent = QLabel()
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        super().__init__((self.smaller, self._percent, self.larger))
        self._words = Words("en")
        self.smaller.clicked.connect(lambda: self.size_asked.emit(False))
        self.larger.clicked.connect(lambda: self.size_asked.emit(True))

    def say_in(self, words: Words) -> None:
        self._words = words
        self.say_label(words.say("Size of text"))
        self.smaller.setAccessibleName(words.say("Smaller text"))
        self.larger.setAccessibleName(words.say("Larger text"))

    def show_look(self, look: theme.Look) -> None:
        self._percent.setText(self._words.percent(look.percent))
        can_shrink, can_grow = (
            look.percent > min(theme.PERCENTS),
            look.percent < max(theme.PERCENTS),
        )
        # at the end of the scale the keyboard goes to the button that still does something
        if self.larger.hasFocus() and not can_grow:
            self.smaller.setEnabled(True)
            self.smaller.setFocus()
        if self.smaller.hasFocus() and not can_shrink:
            self.larger.setEnabled(True)
            self.larger.setFocus()
        self.smaller.setEnabled(can_shrink)
        self.larger.setEnabled(can_grow)
