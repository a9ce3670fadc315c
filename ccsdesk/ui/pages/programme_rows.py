"""The rows of a list of programmes, and the field that searches them. Says what was opened; shows no detail.

`chosen` is a row opened by Enter, the space bar or a click; `passed` one that the arrow keys came to.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from ccsdesk.ui import theme
from ccsdesk.ui.editors.clean_fields import CleanLine
from ccsdesk.ui.models.programme_delegate import ProgrammeDelegate
from ccsdesk.ui.models.programmes import ItemRole, ProgrammeModel

LEAST_EM = 6
"""Of the list so much is seen even where there is hardly any room."""
MOST = (1 << 24) - 1
"""Qt's own limit of a height."""


class SearchField(CleanLine):
    """A field from which Enter and the down arrow lead to what was found."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.left.emit()
            return
        super().keyPressEvent(event)


class ProgrammeListView(QListView):
    """The list itself. Rows wrap to its width."""

    chosen = Signal(str)
    passed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.programmes = ProgrammeModel(self)
        self._delegate = ProgrammeDelegate(self)
        self._fitted = False
        self.setItemDelegate(self._delegate)
        self.setModel(self.programmes)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.clicked.connect(self._on_opened)
        self.programmes.modelReset.connect(self._fit)

    def fit(self, *, fitted: bool) -> None:
        """As high as all rows together, so that what is around the list scrolls; or scrolling itself."""
        self._fitted = fitted
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fitted else policy.ScrollBarAsNeeded
        )
        if fitted:
            self._fit()
        else:
            self.setMinimumHeight(0)
            self.setMaximumHeight(MOST)

    def shorten(self, *, short: bool) -> None:
        """Rows of name, amount and day alone, where few of them would fit; or the whole of them."""
        self._delegate.shorten(short=short)
        self.scheduleDelayedItemsLayout()
        self._fit()

    def _fit(self) -> None:
        # rows are laid out for a width, and a list that is not seen has not got its own yet
        if self._fitted and self.isVisible():
            frame = max(0, self.height() - self.viewport().height())
            self.setFixedHeight(self._delegate.height() + frame)

    def show_row(self, row_id: str) -> None:
        """Mark a row as the one that is open, if it is let through."""
        index = self.programmes.index_of(row_id)
        if index.isValid():
            self.setCurrentIndex(index)
            # a heading just above is seen too
            self.scrollTo(index.siblingAtRow(max(0, index.row() - 1)))
            self.scrollTo(index)
        else:
            self.clearSelection()

    def current(self) -> str:
        """The row that is marked; "" for none."""
        return str(self.currentIndex().data(ItemRole.ID) or "")

    def _on_opened(self, index: QModelIndex) -> None:
        row = str(index.data(ItemRole.ID) or "")
        if row:
            self.chosen.emit(row)

    def _lay_anew(self) -> None:
        self._delegate.forget()
        self.scheduleDelayedItemsLayout()

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._on_opened(self.currentIndex())
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before and self.current():
            self.passed.emit(self.current())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.em(10), theme.em(LEAST_EM))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = {QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange}
        if event.type() in kinds:
            self._lay_anew()
            self._fit()
