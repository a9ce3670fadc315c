"""The first page: open an answers file, look at the plan it gives, save it. Knows buttons and a preview, no rules."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ccsdesk.text import Words
from ccsdesk.ui import theme

MARGIN = 24
GAP = 12


class FirstPage(QWidget):
    """Says what was asked for; what happens then is decided elsewhere."""

    open_asked = Signal()
    save_asked = Signal()
    language_chosen = Signal(str)

    def __init__(self, languages: tuple[str, ...], words: Words) -> None:
        super().__init__()
        self._title = QLabel()
        self._title.setFont(theme.scaled(1.6, strong=True))
        self._lead = QLabel()
        self._lead.setWordWrap(True)
        self._open = QPushButton()
        self._open.setDefault(True)
        self._save = QPushButton()
        self._save.setEnabled(False)
        self._language_label = QLabel()
        self._language = QComboBox()
        for code in languages:
            self._language.addItem(_own_name(code), code)
        self._language.setCurrentIndex(max(self._language.findData(words.language), 0))
        self._language_label.setBuddy(self._language)
        self._notice = QLabel()
        self._notice.setWordWrap(True)
        self._notice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._preview = QPdfView(self)
        self._preview.setPageMode(QPdfView.PageMode.MultiPage)
        self._preview.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._preview.setDocument(self._document)
        self._lay_out()
        self._connect()
        self.say_in(words)

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
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addLayout(actions)
        column.addWidget(self._notice)
        column.addWidget(self._preview, 1)

    def _connect(self) -> None:
        self._open.clicked.connect(self.open_asked)
        self._save.clicked.connect(self.save_asked)
        self._language.activated.connect(self._on_language_activated)
        QShortcut(QKeySequence.StandardKey.Open, self, self.open_asked.emit)
        QShortcut(QKeySequence.StandardKey.Save, self, self._on_save_key)

    def say_in(self, words: Words) -> None:
        """Everything on the page in these words."""
        self._title.setText(words.say("Which support fits you?"))
        self._lead.setText(
            words.say(
                "Open a file with answers: the plan made from them appears here, ready to save."
            )
        )
        self._open.setText(words.say("Open answers"))
        self._save.setText(words.say("Save the plan"))
        self._language_label.setText(words.say("Language"))
        self._language.setAccessibleName(words.say("Language"))
        self._preview.setAccessibleName(words.say("Preview of the plan"))
        self._preview.setAccessibleDescription(words.say("The pages of the plan, to look through."))

    def tell(self, sentence: str) -> None:
        """Say one sentence below the buttons; empty takes it away."""
        self._notice.setText(sentence)
        self._notice.setAccessibleName(sentence)

    def notice(self) -> str:
        """What is being said."""
        return self._notice.text()

    def show_plan(self, document: bytes) -> None:
        """Show a plan from memory; no file is written."""
        self._buffer.close()
        self._buffer.setData(QByteArray(document))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self._save.setEnabled(True)

    def pages(self) -> int:
        """How many pages the shown plan has."""
        return self._document.pageCount()

    def set_busy(self, *, busy: bool) -> None:
        """Nothing can be opened or saved while a plan is being made."""
        self._open.setEnabled(not busy)
        self._save.setEnabled(not busy and self.pages() > 0)

    def _on_language_activated(self, index: int) -> None:
        self.language_chosen.emit(self._language.itemData(index))

    def _on_save_key(self) -> None:
        if self._save.isEnabled():
            self.save_asked.emit()


def _own_name(code: str) -> str:
    """A language's name in that language; its code where the system does not know it."""
    name = QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:] if name else code
