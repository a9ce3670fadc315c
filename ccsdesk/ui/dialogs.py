"""Asking for files: one port that pages use and tests replace. Dialogs are opened, never waited for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


class FileDialogs(Protocol):
    """Asks a person for a file; calls back with it, or not at all."""

    def ask_open(self, title: str, pattern: str, then: Callable[[Path], None]) -> None:
        """Ask for a file that exists."""

    def ask_save(self, title: str, pattern: str, name: str, then: Callable[[Path], None]) -> None:
        """Ask where to save."""


class QtFileDialogs:
    """The real dialogs, in front of a window."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def ask_open(self, title: str, pattern: str, then: Callable[[Path], None]) -> None:
        """Ask for a file that exists."""
        self._open(
            QFileDialog(self._parent, title, "", pattern), QFileDialog.FileMode.ExistingFile, then
        )

    def ask_save(self, title: str, pattern: str, name: str, then: Callable[[Path], None]) -> None:
        """Ask where to save; the dialog itself asks before it replaces a file."""
        dialog = QFileDialog(self._parent, title, name, pattern)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._open(dialog, QFileDialog.FileMode.AnyFile, then)

    def _open(
        self, dialog: QFileDialog, mode: QFileDialog.FileMode, then: Callable[[Path], None]
    ) -> None:
        dialog.setFileMode(mode)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.open()
