"""Making the application and its window; running the event loop is left to the composition root."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from ccsdesk.domain.clock import Clock
from ccsdesk.domain.errors import CatalogueError, UsageError
from ccsdesk.ui import theme
from ccsdesk.ui.window import TITLE, MainWindow

if TYPE_CHECKING:
    from ccsdesk.services.desk import Desk
    from ccsdesk.services.results import Results
    from ccsdesk.ui.dialogs import FileDialogs


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the window is to open on. `folder` keeps the visits; None keeps them in memory alone."""

    directory: Path | None
    language: str | None
    today: Callable[[], date]
    clock: Clock
    folder: Path | None
    example: Path | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """All that takes long to get ready; made without Qt, so on any thread."""

    results: Results
    desk: Desk
    language: str
    problem: CatalogueError | None


def make_application() -> QApplication:
    """The application with its look."""
    application = QApplication([TITLE])
    application.setApplicationName(TITLE)
    theme.apply(application)
    return application


def load(wanted: Wanted) -> Loaded:
    """The catalogue (its last good copy, when its files are broken now), the rules, and a desk for visits.

    Raises:
        CatalogueError: it is broken and there is no good copy.
        UsageError: the catalogue does not speak the language.
    """
    from ccsdesk.services import catalogue_care
    from ccsdesk.services.desk import memory_desk, open_desk
    from ccsdesk.services.results import Results

    catalogue, problem = catalogue_care.open_or_last_good(wanted.directory)
    results = Results(catalogue, wanted.today())
    language = _language(wanted.language, catalogue.languages)
    if wanted.folder is None:
        desk = memory_desk(catalogue, results, wanted.clock)
    else:
        desk = open_desk(catalogue, results, wanted.clock, wanted.folder)
    return Loaded(results, desk, language, problem)


def furnish(
    window: MainWindow, wanted: Wanted, loaded: Loaded, dialogs: FileDialogs | None = None
) -> None:
    """Give the window its pages."""
    from ccsdesk.text import Words
    from ccsdesk.ui.dialogs import QtFileDialogs
    from ccsdesk.ui.front import Front, Opening
    from ccsdesk.ui.shell import Shell
    from ccsdesk.ui.top_bar import TopBar
    from ccsdesk.ui.visit import Visit

    catalogue, desk = loaded.results.catalogue, loaded.desk
    words = Words(loaded.language, first=catalogue.languages[0])
    visit = Visit(
        loaded.results,
        desk.consultation,
        words,
        jobs=window.jobs,
        today=wanted.today,
        parent=window,
    )
    front = Front(
        Shell(TopBar(catalogue.languages)),
        visit,
        dialogs=dialogs or QtFileDialogs(window),
        opening=Opening(wanted.example, loaded.problem, desk.problem, wanted.folder),
        parent=window,
    )
    window.furnish(front, let_go=desk.close)


def make_window(wanted: Wanted, *, dialogs: FileDialogs | None = None) -> MainWindow:
    """A window that gets its pages from a job, once the event loop runs; `ready` says so."""
    window = MainWindow()
    window.jobs.run(
        lambda: load(wanted),
        then=lambda loaded: furnish(window, wanted, loaded, dialogs),
        otherwise=lambda error: window.say(str(error)),
    )
    return window


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


def _language(asked: str | None, languages: tuple[str, ...]) -> str:
    """The one asked for, else the computer's where the catalogue has it, else the catalogue's first."""
    if asked is not None and asked not in languages:
        raise UsageError(
            "The catalogue has no language “{language}”.",
            advice="It has: {languages}.",
            language=asked,
            languages=", ".join(languages),
        )
    system = QLocale.system().name().split("_")[0]
    return asked or (system if system in languages else languages[0])
