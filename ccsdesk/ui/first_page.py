"""The first page: open an answers file, look at the plan it gives, save it. Knows buttons and a preview, no rules."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.a11y import announce

MARGIN = 24
GAP = 12
PAGE_GAP = 8


class FirstPage(QWidget):
    """Says what was asked for; what happens then is decided elsewhere."""

    open_asked = Signal()
    example_asked = Signal()
    save_asked = Signal()
    language_chosen = Signal(str)

    def __init__(self, languages: tuple[str, ...], words: Words, *, has_example: bool) -> None:
        super().__init__()
        self._title = theme.as_role(QLabel(), theme.TITLE)
        self._lead = _paragraph()
        self._open = QPushButton()
        self._save = QPushButton()
        self._save.setEnabled(False)
        self._language_label = QLabel()
        self._language = _language_box(languages, words.language)
        self._language_label.setBuddy(self._language)
        self._warning = _notice()
        self._notice = _notice()
        self._empty = _Empty()
        self._empty.example.setVisible(has_example)
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._preview = QPdfView(self)
        self._preview.setPageMode(QPdfView.PageMode.MultiPage)
        self._preview.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._preview.setPageSpacing(PAGE_GAP)
        self._preview.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._preview.setDocument(self._document)
        self._below = QStackedWidget()
        self._below.addWidget(self._empty)
        self._below.addWidget(self._preview)
        self._lay_out()
        self._connect()
        self._mark_next()
        self.say_in(words)
        self._open.setFocus()

    def _lay_out(self) -> None:
        actions = QHBoxLayout()
        actions.setSpacing(GAP)
        actions.addWidget(self._open)
        actions.addWidget(self._save)
        actions.addStretch(1)
        actions.addWidget(self._language_label)
        actions.addWidget(self._language)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        for part in (self._title, self._lead, self._warning):
            column.addWidget(part)
        column.addLayout(actions)
        column.addWidget(self._notice)
        column.addWidget(self._below, 1)
        in_order = (self._warning, self._open, self._save, self._language, self._notice)
        for one, after in pairwise((*in_order, self._empty.example, self._preview)):
            QWidget.setTabOrder(one, after)

    def _connect(self) -> None:
        self._open.clicked.connect(self.open_asked)
        self._save.clicked.connect(self.save_asked)
        self._empty.example.clicked.connect(self.example_asked)
        self._language.activated.connect(self._on_language_activated)
        QShortcut(QKeySequence.StandardKey.Open, self, self.open_asked.emit)
        QShortcut(QKeySequence.StandardKey.Save, self, self._on_save_key)

    def say_in(self, words: Words) -> None:
        """Everything on the page in these words; what was told stays as it is."""
        self._title.setText(words.say("Which support fits you?"))
        self._lead.setText(
            words.say(
                "Open a file with answers: the plan made from them appears here, ready to save."
            )
        )
        _name(
            self._open,
            words.say("Open answers"),
            words.say("Choose a file with answers. Ctrl+O"),
        )
        _name(self._save, words.say("Save the plan"), words.say("Save the plan as a PDF. Ctrl+S"))
        self._language_label.setText(words.say("Language"))
        self._language.setAccessibleName(words.say("Language"))
        self._language.setAccessibleDescription(words.say("Language of the window and of the plan"))
        self._preview.setAccessibleName(words.say("Preview of the plan"))
        self._preview.setAccessibleDescription(words.say("The pages of the plan, to look through."))
        self._empty.text.setText(words.say("There is no plan yet."))
        _name(
            self._empty.example,
            words.say("Show an example"),
            words.say("Make the plan of an example firm"),
        )

    def tell(self, sentence: str, kind: str = theme.INFORMATION) -> None:
        """Say one sentence below the buttons; empty takes it away."""
        self._notice.setText(sentence)
        theme.as_notice(self._notice, kind)
        self._notice.setVisible(bool(sentence))
        announce(self._notice, sentence)

    def told(self) -> str:
        """What is being said."""
        return self._notice.text()

    def told_as(self) -> str:
        """Which kind of notice it is."""
        return str(self._notice.property("notice") or theme.INFORMATION)

    def warn(self, sentence: str) -> None:
        """Say something above the buttons that stays true; empty takes it away."""
        self._warning.setText(sentence)
        theme.as_notice(self._warning, theme.WARNING)
        self._warning.setVisible(bool(sentence))

    def warned(self) -> str:
        """What stays true."""
        return self._warning.text()

    def show_plan(self, document: bytes) -> None:
        """Show a plan from memory; no file is written."""
        self._buffer.close()
        self._buffer.setData(QByteArray(document))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self._below.setCurrentWidget(self._preview)
        self._save.setEnabled(True)
        if self._empty.example.hasFocus():
            self._save.setFocus()
        self._mark_next()

    def pages(self) -> int:
        """How many pages the shown plan has."""
        return self._document.pageCount()

    def _mark_next(self) -> None:
        """The accent belongs to the one thing to do next."""
        theme.as_next(self._open, is_next=not self._save.isEnabled())
        theme.as_next(self._save, is_next=self._save.isEnabled())

    def _on_language_activated(self, index: int) -> None:
        self.language_chosen.emit(self._language.itemData(index))

    def _on_save_key(self) -> None:
        if self._save.isEnabled():
            self.save_asked.emit()


class _Empty(QFrame):
    """What stands where the plan will be: one sentence and one action."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("empty")
        self.text = theme.as_role(QLabel(), theme.LEAD)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text.setWordWrap(True)
        self.example = QPushButton()
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addStretch(1)
        column.addWidget(self.text)
        column.addWidget(self.example, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)


def _paragraph() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    return label


def _notice() -> QLabel:
    """A sentence that can be reached and copied by mouse and keyboard."""
    label = _paragraph()
    # Qt 6.12 ignores the padding of a style sheet for text that can be selected
    label.setMargin(GAP)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    label.setVisible(False)
    return label


def _language_box(languages: tuple[str, ...], chosen: str) -> QComboBox:
    box = QComboBox()
    # as high as the buttons beside it
    box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    for code in languages:
        box.addItem(_own_name(code), code)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    return box


def _name(button: QPushButton, text: str, description: str) -> None:
    button.setText(text)
    button.setAccessibleName(text)
    button.setAccessibleDescription(description)
    button.setToolTip(description)


def _own_name(code: str) -> str:
    """A language's name in that language; its code where Qt does not know it."""
    # Qt 6.12 calls plain English American
    name = "English" if code == "en" else QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:] if name else code
