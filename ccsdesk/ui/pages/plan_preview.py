"""A PDF looked through from memory: pages, sizes, and what stands there while there is none. Writes no file."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.blocks import button, name_button, paragraph

STEP = 1.25
LEAST, MOST = 0.25, 5.0
UNNOTICED = 300
"""Milliseconds that work may take before it is said that it is going on."""


class PlanPreview(QWidget):
    """`act_asked`: the button beside the sentence was pressed that stands where there are no pages."""

    act_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = Words("en")
        self._pdf, self._buffer = QPdfDocument(self), QBuffer(self)
        self.view = _View(self)
        self.view.setDocument(self._pdf)
        self.before, self.after, self.smaller, self.larger, self.width_button = (
            button(icon=icon) for icon in ("left", "right", "minus", "plus", "document")
        )
        self.where = QLabel()
        self.instead = Instead()
        self._stack = QStackedWidget()
        self._slow = QTimer(self, singleShot=True, interval=UNNOTICED)
        self._lay_out()
        self._slow.timeout.connect(self._on_slow)
        self.instead.action.clicked.connect(self.act_asked)
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))
        self.smaller.clicked.connect(lambda: self._zoom(1 / STEP))
        self.larger.clicked.connect(lambda: self._zoom(STEP))
        self.width_button.clicked.connect(self._fit)
        self.view.pageNavigator().currentPageChanged.connect(self._say_where)

    def _lay_out(self) -> None:
        turning = QHBoxLayout()
        turning.setSpacing(theme.em(0.3))
        turning.addWidget(self.before)
        turning.addWidget(self.where)
        turning.addWidget(self.after)
        turning.addStretch(1)
        for part in (self.smaller, self.larger, self.width_button):
            turning.addWidget(part)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(turning)
        column.addWidget(self.view, 1)
        self._stack.addWidget(self.instead)
        self._stack.addWidget(shown)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    # showing

    def show_document(self, document: bytes) -> None:
        """Show its pages, at the page and in the size of before where that can be."""
        self._slow.stop()
        page = self.view.pageNavigator().currentPage()
        self._pdf.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(document))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._pdf.load(self._buffer)
        self._stack.setCurrentIndex(1)
        self._go(min(page, self.pages() - 1))
        self._say_where()

    def wait(self) -> None:
        """Nothing is there yet; if it takes long, that is said."""
        self._slow.start()

    def say_instead(self, sentence: str, action: str) -> None:
        """Say why there are no pages, and what can be done about it."""
        self._slow.stop()
        self.instead.say(sentence, action)
        self._stack.setCurrentIndex(0)

    def pages(self) -> int:
        """How many pages there are."""
        return self._pdf.pageCount()

    def is_waiting(self) -> bool:
        """Whether it was said that it takes long, or will be."""
        return self._slow.isActive()

    def say_in(self, words: Words) -> None:
        """All words around the pages."""
        self._words = words
        say = words.say
        self.view.setAccessibleName(say("Preview of the plan"))
        for one, text in (
            (self.before, say("Page before")),
            (self.after, say("Next page")),
            (self.smaller, say("Smaller pages")),
            (self.larger, say("Larger pages")),
            (self.width_button, say("Pages as wide as the preview")),
        ):
            name_button(one, "", text)
            one.setAccessibleName(text)
        self._say_where()

    def _say_where(self) -> None:
        words, pages = self._words, self.pages()
        here = self.view.pageNavigator().currentPage()
        self.where.setText(words.say("{n} of {total}", n=here + 1, total=pages))
        self.where.setAccessibleName(words.say("Page {n} of {total}", n=here + 1, total=pages))
        self.before.setEnabled(here > 0)
        self.after.setEnabled(here + 1 < pages)
        many = words.count("The plan has {n} page.", "The plan has {n} pages.", pages)
        how = words.say("The arrow keys and Page Down move through it.")
        self.view.setAccessibleDescription(f"{many} {how}")

    def _on_slow(self) -> None:
        say = self._words.say
        self.say_instead(say("Making the plan …"), say("Cancel"))

    def _turn(self, by: int) -> None:
        self._go(self.view.pageNavigator().currentPage() + by)

    def _go(self, page: int) -> None:
        if 0 <= page < self.pages():
            self.view.pageNavigator().jump(page, QPointF(), 0)

    def _zoom(self, factor: float) -> None:
        view = self.view
        now = view.zoomFactor() if view.zoomMode() is QPdfView.ZoomMode.Custom else view.fitting()
        view.setZoomMode(QPdfView.ZoomMode.Custom)
        view.setZoomFactor(min(MOST, max(LEAST, now * factor)))

    def _fit(self) -> None:
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)


class _View(QPdfView):
    """All pages below each other; Home and End lead to the first and the last."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setPageSpacing(theme.em(0.5))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def fitting(self) -> float:
        """The size at which a page is as wide as the view."""
        pdf = self.document()
        points = pdf.pagePointSize(0).width() if pdf.pageCount() else 0
        inches = self.viewport().width() / self.logicalDpiX()
        return inches * 72 / points if points else 1.0

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Space:
                bar.setValue(bar.value() + bar.pageStep())
            case _:
                super().keyPressEvent(event)


class Instead(QFrame):
    """What stands where the pages will be: one sentence and one action."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("empty")
        self.text = paragraph(role=theme.LEAD)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.action = button()
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.text)
        column.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.say("", "")

    def say(self, sentence: str, action: str) -> None:
        """Say it; an empty action has no button."""
        self.text.setText(sentence)
        name_button(self.action, action)
        self.action.setVisible(bool(action))
