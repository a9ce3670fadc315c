"""What every page of the window has in common. The shell shows it; no page knows another."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.blocks import heading, put_prose

COLUMN_EM = 38
"""Widest column of text, in em: 45 to 75 characters a line."""
MARGIN_EM = 1.2
MOST_WIDTH = 16_777_215
"""As wide as a widget of Qt can be."""


@dataclass(frozen=True, slots=True)
class Footer:
    """The words on the two buttons that are always in the same place; None hides one."""

    back: str | None = None
    onward: str | None = None
    onward_enabled: bool = True


class Page(QWidget):
    """One page. It says what was asked for; what happens then is decided elsewhere."""

    back_asked = Signal()
    onward_asked = Signal()
    footer_changed = Signal()
    edge_em: float | None = None
    """How far the page's content stands from both edges of the window, in em; None for a centred column."""

    def say_in(self, words: Words) -> None:
        """Every word on the page again, in these words; what was typed or chosen stays."""
        raise NotImplementedError

    def title(self) -> str:
        """What this page is called; spoken when it is shown."""
        raise NotImplementedError

    def footer(self) -> Footer:
        """What the buttons below say here."""
        return Footer()

    def focus_first(self) -> None:
        """Put the keyboard where this page begins."""
        self.setFocus()

    def search(self) -> None:
        """Ctrl+F: put the keyboard into the page's search, where it has one."""

    def save(self) -> None:
        """Ctrl+S: save what the page shows as a file, where it can."""

    def print(self) -> None:
        """Ctrl+P: print what the page shows, where it can."""


class ColumnPage(Page):
    """A page of one centred column that scrolls; its first line is the title."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self.heading = heading(level=1)
        # the title takes the keyboard when the page is shown, so that it is read first
        self.heading.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._content = QWidget()
        self.column = QVBoxLayout()
        self.column.addWidget(self.heading)
        whole = QVBoxLayout(self._content)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self.column)
        # what is too little for the page stands at its top
        whole.addStretch(1)
        self._middle = QWidget()
        row = QHBoxLayout(self._middle)
        row.addStretch(1)
        row.addWidget(self._content, 1000)
        row.addStretch(1)
        self._row = row
        self.area = scrolling(self._middle)
        self.area.verticalScrollBar().rangeChanged.connect(self._keep_gutter)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)
        self._measure()

    def set_title(self, text: str) -> None:
        """The page's title; the scroll area is named by it too."""
        self._title = text
        put_prose(self.heading, text)
        self.area.setAccessibleName(text)

    def title(self) -> str:
        """What this page is called."""
        return self._title

    def focus_first(self) -> None:
        """The title, so that a screen reader begins with it; the page scrolls to its top."""
        self.area.verticalScrollBar().setValue(0)
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _measure(self) -> None:
        margin = theme.em(MARGIN_EM)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(theme.em(0.8))
        self._content.setMaximumWidth(theme.em(COLUMN_EM) + 2 * margin)
        self._keep_gutter()

    def _keep_gutter(self, *_of_qt: object) -> None:
        """The column stands where it stands, scroll bar or none."""
        bar = self.area.verticalScrollBar()
        right = 0 if bar.maximum() > bar.minimum() else gutter()
        self._row.setContentsMargins(gutter(), 0, right, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()


def gutter() -> int:
    """The width of a scroll bar, in pixels: kept free on both sides, so that nothing jumps when one appears."""
    return theme.em(1)


def fit_to_page(line: QHBoxLayout, inside: QWidget, edge_em: float | None) -> int:
    """Let what stands below a page be as wide as its content; gives the margin on both sides inside, in pixels."""
    if edge_em is not None:
        line.setContentsMargins(0, 0, 0, 0)
        inside.setMaximumWidth(MOST_WIDTH)
        return theme.em(edge_em)
    margin = theme.em(MARGIN_EM)
    line.setContentsMargins(gutter(), 0, gutter(), 0)
    inside.setMaximumWidth(theme.em(COLUMN_EM) + 2 * margin)
    return margin


class Scrolled(QWidget):
    """Holds what is scrolled: as high as its text is at the width it has.

    A layout's own least height is that of its narrowest width, where text wraps to many more lines; an area
    that kept to it would go on below the last line into nothing.
    """

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(content)

    # Qt's own

    def minimumSizeHint(self) -> QSize:
        # the area gives it its width, and the width its height
        return QSize(0, 0) if self.hasHeightForWidth() else super().minimumSizeHint()


def scrolling(content: QWidget) -> FollowingArea:
    """The widget in an area that scrolls up and down, and follows the keyboard."""
    area = FollowingArea()
    area.setWidget(Scrolled(content))
    return area


class FollowingArea(QScrollArea):
    """Keeps what has the keyboard in sight, also where things move about."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # the keyboard goes to what is inside
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # what has just come or moved has its place only after the next turn of the loop
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._follow)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            # not `focusChanged`: that hands over the widget before too, which may be dying just then
            application.focusObjectChanged.connect(self._on_focus_changed)

    @Slot(QObject)
    def _on_focus_changed(self, now: QObject | None) -> None:
        inside = self.widget()
        if isinstance(now, QWidget) and inside is not None and inside.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, theme.em(1))
            self._soon.start()

    def follow(self) -> None:
        """Come after what has the keyboard once everything has its place."""
        self._soon.start()

    def _follow(self) -> None:
        now, inside = QApplication.focusWidget(), self.widget()
        if now is not None and inside is not None and inside.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, theme.em(1))

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Where there is nothing to scroll, the keys are for the area around this one."""
        bar = self.verticalScrollBar()
        if bar.maximum() > bar.minimum():
            super().keyPressEvent(event)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.widget()
        if inside is not None:
            # text that wraps asks for its widest width; the area decides instead
            inside.setMaximumWidth(self.viewport().width())
