"""Asking for files: one port that pages use and tests replace. Dialogs are opened, never waited for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ccsdesk.text import Words


class FileDialogs(Protocol):
    """Asks a person for a file; calls back with it, or not at all."""

    def ask_for_answers(self, words: Words, then: Callable[[Path], None]) -> None:
        """Ask which answers file to open."""

    def ask_where_to_save(self, words: Words, name: str, then: Callable[[Path], None]) -> None:
        """Ask where to save a PDF; `name` is proposed."""


class QtFileDialogs:
    """The real dialogs, in front of a window. They begin in the folder used last."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self._folder = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )

    def ask_for_answers(self, words: Words, then: Callable[[Path], None]) -> None:
        """Ask which answers file to open."""
        dialog = self._dialog(
            words, words.say("Open answers"), words.say("Answers") + " (*.yaml *.yml *.json)"
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, words.say("Open"))
        self._open(dialog, then)

    def ask_where_to_save(self, words: Words, name: str, then: Callable[[Path], None]) -> None:
        """Ask where to save; the dialog itself asks before it replaces a file."""
        dialog = self._dialog(words, words.say("Save the plan"), "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(name)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, words.say("Save"))
        self._open(dialog, then)

    def _dialog(self, words: Words, title: str, pattern: str) -> QFileDialog:
        """A dialog that says what it can in these words: Qt brings no Slovenian along."""
        dialog = QFileDialog(self._parent, title, self._folder, pattern)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, words.say("Folder:"))
        dialog.setLabelText(QFileDialog.DialogLabel.FileName, words.say("File name:"))
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, words.say("Kind of file:"))
        dialog.setLabelText(QFileDialog.DialogLabel.Reject, words.say("Cancel"))
        return dialog

    def _open(self, dialog: QFileDialog, then: Callable[[Path], None]) -> None:
        def chosen(name: str) -> None:
            path = Path(name)
            self._folder = str(path.parent)
            then(path)

        dialog.fileSelected.connect(chosen)
        dialog.open()
