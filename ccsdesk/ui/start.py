"""Making the application and its window; running the event loop is left to the composition root."""

from __future__ import annotations

import locale
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ccsdesk import paths
from ccsdesk.domain.errors import CatalogueError
from ccsdesk.rules.catalogue.cache import load_last_good
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.services import catalogue_care
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.window import TITLE, MainWindow


def make_application() -> QApplication:
    """The application with its look."""
    application = QApplication([TITLE])
    application.setApplicationName(TITLE)
    theme.apply(application)
    return application


def make_window(
    directory: Path | None, *, today: Callable[[], date], language: str | None
) -> MainWindow:
    """The window on a catalogue; on its last good copy, with a notice, when its files are broken now.

    Raises:
        CatalogueError: it is broken and there is no good copy.
    """
    catalogue, problem = _catalogue(directory)
    chosen = language if language in catalogue.languages else _language_of(catalogue)
    words = Words(chosen, first=catalogue.languages[0])
    notice = ""
    if problem is not None:
        notice = words.say(
            "The catalogue has a mistake, so its last good copy ({version}) is used. {problem}",
            version=catalogue.version,
            problem=words.error(problem),
        )
    return MainWindow(catalogue, today=today, language=chosen, notice=notice)


def _catalogue(directory: Path | None) -> tuple[Catalogue, CatalogueError | None]:
    try:
        return catalogue_care.open_catalogue(directory), None
    except CatalogueError as error:
        folder = directory or catalogue_care.shipped()
        last = load_last_good(folder, cache=paths.places().cache)
        if last is None:
            raise
        return last, error


def _language_of(catalogue: Catalogue) -> str:
    """The computer's language where the catalogue has it, else the catalogue's first."""
    system = (locale.getlocale()[0] or "").split("_")[0]
    return system if system in catalogue.languages else catalogue.languages[0]
