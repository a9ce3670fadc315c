"""Making the application and its window; running the event loop is left to the composition root."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from ccsdesk.domain.errors import UsageError
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.services import catalogue_care
from ccsdesk.ui import theme
from ccsdesk.ui.window import TITLE, MainWindow


def make_application() -> QApplication:
    """The application with its look."""
    application = QApplication([TITLE])
    application.setApplicationName(TITLE)
    theme.apply(application)
    return application


def make_window(
    directory: Path | None,
    *,
    today: Callable[[], date],
    language: str | None,
    example: Path | None = None,
) -> MainWindow:
    """The window on a catalogue; on its last good copy, with a notice, when its files are broken now.

    Raises:
        CatalogueError: it is broken and there is no good copy.
        UsageError: the catalogue does not speak the language.
    """
    catalogue, problem = catalogue_care.open_or_last_good(directory)
    if language is not None and language not in catalogue.languages:
        raise UsageError(
            "The catalogue has no language “{language}”.",
            advice="It has: {languages}.",
            language=language,
            languages=", ".join(catalogue.languages),
        )
    return MainWindow(
        catalogue,
        today=today,
        language=language or _language_of(catalogue),
        example=example,
        problem=problem,
    )


def tell_bugs(window: MainWindow, *, report: Callable[[BaseException], Path | None]) -> None:
    """From now on an error that nobody expected is reported and told in the window; the visit goes on."""
    before = sys.excepthook

    def handle(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if os.environ.get("CCSDESK_DEBUG"):
            before(kind, error, trace)
        # the handler of last resort must not fail; the window may be gone
        with contextlib.suppress(Exception):
            window.tell_bug(report(error))

    sys.excepthook = handle


def _language_of(catalogue: Catalogue) -> str:
    """The computer's language where the catalogue has it, else the catalogue's first."""
    system = QLocale.system().name().split("_")[0]
    return system if system in catalogue.languages else catalogue.languages[0]
