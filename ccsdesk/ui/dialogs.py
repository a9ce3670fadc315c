"""Asking for files: one port that pages use and tests replace. Dialogs are opened, never waited for.

The dialogs are those of the computer where it has any, else Qt's own. Questions to be confirmed are asked on the
page itself, not here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QDir, QSettings, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ccsdesk.text import Words
from ccsdesk.ui import theme

WIDE_EM, HIGH_EM = 56, 34
NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
LONGEST_NAME = 80
QT_KEEPS = ("FileDialog/history", "FileDialog/lastVisited")
"""Where a person went: Qt's own dialog writes it down when it goes, and shows it to whoever comes next."""


@dataclass(frozen=True, slots=True)
class Saving:
    """What is to be saved, in the person's words.

    `title` of the dialog ("Save the plan"), the `name` proposed without its ending, the `kind` of
    file in words ("PDF"), and its `ending` ("pdf").
    """

    title: str
    name: str
    kind: str
    ending: str


class FileDialogs(Protocol):
    """Asks a person for a file; calls back with it, or not at all."""

    def ask_for_answers(self, words: Words, then: Callable[[Path], None]) -> None:
        """Ask which answers file to open."""

    def ask_where_to_save(self, words: Words, saving: Saving, then: Callable[[Path], None]) -> None:
        """Ask where to save something."""

    def forget(self) -> None:
        """Another person comes: no dialog stays open, none begins where this one was."""


class QtFileDialogs:
    """The real dialogs, in front of a window. They begin in the folder used last."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self._folder = _first_folder()

    def ask_for_answers(self, words: Words, then: Callable[[Path], None]) -> None:
        """Ask which answers file to open."""
        dialog = self._dialog(words, words.say("Open answers"))
        dialog.setNameFilter(f"{words.say('Answers')} (*.yaml *.yml *.json)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, words.say("Open"))
        self._open(dialog, then)

    def ask_where_to_save(self, words: Words, saving: Saving, then: Callable[[Path], None]) -> None:
        """Ask where to save; the dialog itself asks before it replaces a file."""
        dialog = self._dialog(words, saving.title)
        dialog.setNameFilter(f"{saving.kind} (*.{saving.ending})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(saving.ending)
        dialog.selectFile(f"{fit_for_a_file(saving.name)}.{saving.ending}")
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, words.say("Save"))
        self._open(dialog, then)

    def forget(self) -> None:
        """Turn away what is open, and begin in the first folder again."""
        for dialog in self._parent.findChildren(QFileDialog):
            dialog.reject()
        self._folder = _first_folder()

    def _dialog(self, words: Words, title: str) -> QFileDialog:
        found = _traces()
        dialog = QFileDialog(self._parent, title, self._folder)
        dialog.setHistory([])
        dialog.destroyed.connect(lambda: _leave_as_found(found))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, words.say("Folder:"))
        dialog.setLabelText(QFileDialog.DialogLabel.FileName, words.say("File name:"))
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, words.say("Kind of file:"))
        dialog.setLabelText(QFileDialog.DialogLabel.Reject, words.say("Cancel"))
        room = self._parent.screen().availableGeometry()
        dialog.resize(
            min(theme.em(WIDE_EM), room.width() * 9 // 10),
            min(theme.em(HIGH_EM), room.height() * 9 // 10),
        )
        return dialog

    def _open(self, dialog: QFileDialog, then: Callable[[Path], None]) -> None:
        def chosen(name: str) -> None:
            path = Path(name)
            self._folder = str(path.parent)
            then(path)

        dialog.fileSelected.connect(chosen)
        dialog.open()


def fit_for_a_file(name: str) -> str:
    """The name without what a file's name must not have on Windows, Linux or macOS."""
    fit = NOT_IN_NAMES.sub(" ", name)
    return " ".join(fit.split())[:LONGEST_NAME].strip(" .") or "ccsdesk"


def _first_folder() -> str:
    """The documents of this account, else its home: where neither is, Qt would go back to where the last person was."""
    location = QStandardPaths.StandardLocation
    places = (location.DocumentsLocation, location.HomeLocation)
    folders = [QStandardPaths.writableLocation(place) for place in places]
    return next((folder for folder in folders if Path(folder).is_dir()), QDir.rootPath())


def _settings_of_qt() -> QSettings:
    """Those of every Qt program of this account."""
    return QSettings(QSettings.Scope.UserScope, "QtProject")


def _traces() -> dict[str, object]:
    settings = _settings_of_qt()
    return {key: settings.value(key) for key in QT_KEEPS if settings.contains(key)}


def _leave_as_found(found: dict[str, object]) -> None:
    settings = _settings_of_qt()
    for key in QT_KEEPS:
        if key in found:
            settings.setValue(key, found[key])
        else:
            settings.remove(key)
