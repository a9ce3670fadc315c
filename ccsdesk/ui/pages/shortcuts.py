"""The sheet of keys: everything the keyboard can do, out of the one table. Opens beside the page and blocks nothing."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QVBoxLayout, QWidget

from ccsdesk.text import Words
from ccsdesk.ui import a11y, theme
from ccsdesk.ui.blocks import button, heading, name_button
from ccsdesk.ui.fitted_table import FittedTable
from ccsdesk.ui.keys import GROUP_TITLES, KEYS, Group, said
from ccsdesk.ui.page import scrolling

WIDE_EM, HIGH_EM = 34, 40


class ShortcutSheet(QDialog):
    """A window of its own; Esc closes it, and the keyboard is back where it was."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._words = Words("en")
        self.tables: dict[Group, FittedTable] = {}
        self._titles: dict[Group, QLabel] = {}
        content = QWidget()
        self._column = QVBoxLayout(content)
        margin = theme.em(1)
        self._column.setContentsMargins(margin, margin, margin, margin)
        for group in Group:
            self._add_group(group)
        self._column.addStretch(1)
        self.area = scrolling(content)
        self.close_button = button(icon="close")
        self.close_button.clicked.connect(self.close)
        # not every window manager goes back to the window by itself
        self.finished.connect(window.activateWindow)
        column = QVBoxLayout(self)
        column.addWidget(self.area, 1)
        footer = QFrame()
        row = QVBoxLayout(footer)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(footer)
        column.setContentsMargins(0, 0, 0, 0)

    def _add_group(self, group: Group) -> None:
        title = heading()
        table = FittedTable()
        self._titles[group], self.tables[group] = title, table
        self._column.addWidget(title)
        self._column.addWidget(table)

    def say_in(self, words: Words) -> None:
        """Every key in these words."""
        self._words = words
        name = words.say("Keyboard shortcuts")
        self.setWindowTitle(name)
        self.setAccessibleName(name)
        self.area.setAccessibleName(name)
        head = (words.say("Key"), words.say("What happens"))
        for group, table in self.tables.items():
            title = words.say(GROUP_TITLES[group])
            self._titles[group].setText(title)
            table.setAccessibleName(title)
            rows = [
                (said(key, words), words.say(key.sentence)) for key in KEYS if key.group is group
            ]
            table.fill(head, rows, wide=1)
        name_button(self.close_button, words.say("Close"))

    # Qt's own

    def open(self) -> None:
        """Beside the page: what Qt calls open would block the window behind."""
        self.setModal(False)
        self.show()
        self.activateWindow()
        first = self.tables[Group.ANSWERING]
        first.setCurrentCell(0, 0)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        room = self.screen().availableGeometry().size()
        wanted = QSize(theme.em(WIDE_EM), theme.em(HIGH_EM))
        return wanted.boundedTo(QSize(round(room.width() * 0.9), round(room.height() * 0.85)))

    def showEvent(self, event: QShowEvent) -> None:
        self.resize(self.sizeHint())
        super().showEvent(event)
        a11y.announce(self, self.windowTitle())
