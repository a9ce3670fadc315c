"""Fields whose text is always clean: what is pasted or dropped into them is bounded and made harmless at once.

What changed is told by `cleaned`; how it is said is up to those who use them.
"""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QRawFont, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ccsdesk import paths
from ccsdesk.text import Words
from ccsdesk.text.cleaning import SUBSTITUTE, Cleaned, clean, is_lost, said

LONGEST_LINE = 200
LONGEST_TEXT = 4000
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class CleanLine(QLineEdit):
    """One line of at most `most` characters; `entered`: a click went into what is typed."""

    cleaned = Signal(object)
    entered = Signal()

    def __init__(self, most: int = LONGEST_LINE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self._cleaning = False
        # one more than fits, so that a cut is noticed
        self.setMaxLength(most + 1)
        self.textEdited.connect(self._on_edited)

    def put(self, text: str) -> None:
        """Show a text, cleaned; not as something the person did."""
        self.setText(clean(text, most=self._most, lines=False).text)

    def _on_edited(self, text: str) -> None:
        if self._cleaning:
            return
        made = clean(text, most=self._most, lines=False)
        if made.text != text:
            place = self.cursorPosition()
            # inserted, not set: the person may take it back
            self._cleaning = True
            self.selectAll()
            self.insert(made.text)
            self._cleaning = False
            self.setCursorPosition(min(place, len(made.text)))
        self.cleaned.emit(made)

    # Qt's own

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.MouseFocusReason and self.text():
            self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in ENTER:
            # Qt passes Enter on to what is around the field, which would go on a second time
            event.accept()


class CleanText(QPlainTextEdit):
    """Several lines of at most `most` characters together; Tab leaves the field."""

    cleaned = Signal(object)
    submitted = Signal()

    def __init__(self, most: int = LONGEST_TEXT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self._cleaning = False
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._on_changed)

    def put(self, text: str) -> None:
        """Show a text, cleaned; not as something the person did."""
        self._cleaning = True
        self.setPlainText(clean(text, most=self._most, lines=True).text)
        self._cleaning = False

    def _on_changed(self) -> None:
        if self._cleaning:
            return
        text = self.toPlainText()
        made = clean(text, most=self._most, lines=True)
        if made.text != text:
            self._replace(made.text)
        self.cleaned.emit(made)

    def _replace(self, text: str) -> None:
        self._cleaning = True
        place = self.textCursor().position()
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        whole.insertText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(self.document().toPlainText())))
        self.setTextCursor(cursor)
        self._cleaning = False

    # Qt's own

    def insertFromMimeData(self, source: QMimeData) -> None:
        # before Qt lays out megabytes
        room = self._most - len(self.toPlainText()) + len(self.textCursor().selectedText())
        made = clean(source.text(), most=max(0, room), lines=True)
        self._cleaning = True
        cursor = self.textCursor()
        # a step of its own to take back
        cursor.beginEditBlock()
        cursor.insertText(made.text)
        cursor.endEditBlock()
        self._cleaning = False
        self.ensureCursorVisible()
        self.cleaned.emit(made if not made.cut else Cleaned(made.text, self._most, made.replaced))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
            return
        super().keyPressEvent(event)


def changed_in_words(cleaned: Cleaned | None, text: str, words: Words) -> str:
    """What happened to a text that was typed or pasted, and what paper will not show of it; "" where nothing."""
    sentences = ["" if cleaned is None else said(cleaned, words)]
    if is_lost_on_paper(text):
        sentences.append(
            words.say(
                "Some of these characters cannot be printed; on paper {sign} stands for them.",
                sign=SUBSTITUTE,
            )
        )
    return " ".join(filter(None, sentences))


def is_lost_on_paper(text: str) -> bool:
    """Whether the bundled font, with which plans are printed, lacks something of the text."""
    return not text.isascii() and is_lost(text, _has_glyph)


@lru_cache(maxsize=4096)
def _has_glyph(letter: str) -> bool:
    return all(font.supportsCharacter(ord(letter)) for font in _faces())


@cache
def _faces() -> tuple[QRawFont, ...]:
    folder = paths.resources() / "fonts"
    return tuple(QRawFont(str(file), 12) for file in sorted(folder.glob("*.ttf")))
