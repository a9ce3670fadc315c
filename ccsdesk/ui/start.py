"""Making the application and its window; running the event loop is left to the composition root.

The window is painted empty first. Only then come the look, and from a job catalogue, rules, store and pages: what takes
long is loaded inside the functions here, and not before.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from ccsdesk.domain.clock import Clock
from ccsdesk.domain.errors import CatalogueError, CcsError, UsageError
from ccsdesk.ui.window import TITLE, MainWindow

if TYPE_CHECKING:
    from ccsdesk.rules.catalogue.catalogue import Catalogue
    from ccsdesk.services.desk import Desk
    from ccsdesk.services.results import Results
    from ccsdesk.text import Words
    from ccsdesk.ui.dialogs import FileDialogs

UNNOTICED = 400
"""Milliseconds that opening may take before the window says that it is going on."""
ROOMS = (
    "ccsdesk.ui.front",
    "ccsdesk.ui.visit",
    "ccsdesk.ui.pages.start",
    "ccsdesk.ui.presenters.start",
)
"""What the first page needs; loaded one after the other while the job runs, so that the window can be closed meanwhile.

Never in the job: PySide6 6.12 makes Qt's classes when they are first named, and two threads that name them at once (a
screen reader asks on the main one) end the program.
"""

NEXT_ROOMS = (
    "ccsdesk.ui.pages.question",
    "ccsdesk.ui.presenters.question",
    "ccsdesk.ui.editors.choices",
    "ccsdesk.ui.editors.days",
    "ccsdesk.ui.editors.amounts",
    "ccsdesk.ui.editors.places",
    "ccsdesk.ui.editors.written",
    "ccsdesk.ui.editors.records",
    "ccsdesk.ui.pages.review",
    "ccsdesk.ui.presenters.review",
    "ccsdesk.services.presenting.programme",
    "ccsdesk.ui.models.programme_delegate",
    "ccsdesk.ui.pages.programme_detail",
    "ccsdesk.ui.pages.results",
    "ccsdesk.ui.presenters.results",
)
"""What the pages after it need; loaded while the first page is read, so that none of them is late when first shown."""


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
class Found:
    """The catalogue to open on, the language to begin in, and what is wrong with its files if they are broken now."""

    catalogue: Catalogue
    language: str
    problem: CatalogueError | None


@dataclass(frozen=True, slots=True)
class Loaded:
    """All that takes long to get ready; made without Qt, so on any thread."""

    results: Results
    desk: Desk
    language: str
    problem: CatalogueError | None


def make_application() -> QApplication:
    """The application; its look comes with the window, after the first paint."""
    application = QApplication([TITLE])
    application.setApplicationName(TITLE)
    return application


def find(wanted: Wanted) -> Found:
    """The catalogue, or its last good copy when its files are broken now.

    Raises:
        CatalogueError: it is broken and there is no good copy.
        UsageError: the catalogue does not speak the language.
    """
    from ccsdesk.services import catalogue_care

    catalogue, problem = catalogue_care.open_or_last_good(wanted.directory)
    return Found(catalogue, _language(wanted.language, catalogue.languages), problem)


def load(wanted: Wanted, found: Found | None = None) -> Loaded:
    """The catalogue with its rules, and a desk for visits; raises as `find` does."""
    from ccsdesk.services.desk import memory_desk, open_desk
    from ccsdesk.services.results import Results

    found = found or find(wanted)
    results = Results(found.catalogue, wanted.today())
    if wanted.folder is None:
        desk = memory_desk(found.catalogue, results, wanted.clock)
    else:
        desk = open_desk(found.catalogue, results, wanted.clock, wanted.folder)
    return Loaded(results, desk, found.language, found.problem)


def furnish(
    window: MainWindow, wanted: Wanted, loaded: Loaded, dialogs: FileDialogs | None = None
) -> None:
    """Give the window its pages."""
    from ccsdesk.text import Words
    from ccsdesk.ui.dialogs import QtFileDialogs
    from ccsdesk.ui.front import Front
    from ccsdesk.ui.opening import Opening
    from ccsdesk.ui.shell import Shell
    from ccsdesk.ui.top_bar import TopBar
    from ccsdesk.ui.visit import Visit
    from ccsdesk.ui.warming import Ahead, Warming

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
    Ahead(front, window)
    warming = Warming(window)
    warming.begin(_steps(visit.results))
    # on another day they are others; the same ones are ready at once
    visit.began.connect(lambda: warming.begin(_steps(visit.results)))
    visit.ended.connect(lambda: warming.begin(_steps(visit.results)))
    # the rules of the jobs are others, of their own thread: they get ready afterwards
    warming.finished.connect(lambda: visit.work(_ready, then=lambda _: None))


def _steps(results: Results) -> Iterator[None]:
    """Get ready for the pages and answers that come next, a little at a time."""
    for room in NEXT_ROOMS:
        _bring(room)
        yield
    yield from results.warm()


def _ready(results: Results) -> None:
    """Have the rules work out once what is so without any answer: most of it is so with a few, too."""
    from ccsdesk.domain.answers import AnswerSet

    results.match(AnswerSet())


def make_window(
    wanted: Wanted, *, found: Found | None = None, dialogs: FileDialogs | None = None
) -> MainWindow:
    """A window that gets its look and its pages once it has been painted; `ready` says so."""
    window = MainWindow()
    window.painted.connect(lambda: _open(window, wanted, found, dialogs))
    return window


def _open(
    window: MainWindow, wanted: Wanted, found: Found | None, dialogs: FileDialogs | None
) -> None:
    from ccsdesk.ui import theme

    application = QApplication.instance()
    if isinstance(application, QApplication):
        theme.apply(application, theme.current())

    QTimer.singleShot(UNNOTICED, window, lambda: _say_slow(window, wanted.language))
    window.jobs.run(
        lambda: load(wanted, found),
        then=lambda loaded: _move_in(window, wanted, loaded, dialogs),
        otherwise=lambda error: _refuse(window, error, wanted.language),
    )
    for room in ROOMS:
        QTimer.singleShot(0, window, partial(_bring, room))


def _move_in(
    window: MainWindow, wanted: Wanted, loaded: Loaded, dialogs: FileDialogs | None
) -> None:
    from ccsdesk.ui.warming import Lasting, Warming

    furnish(window, wanted, loaded, dialogs)
    front = window.front
    if front is not None:
        lasting = Lasting(lambda: not front.visit.is_open, window)
        lasting.keep()
        for warming in window.findChildren(Warming):
            warming.finished.connect(lasting.keep)


def _bring(room: str) -> None:
    import_module(room)


def _say_slow(window: MainWindow, language: str | None) -> None:
    if window.front is None:
        window.say(_words(language).say("Opening …"))


def _refuse(window: MainWindow, error: CcsError, language: str | None) -> None:
    from ccsdesk.services.telling import told
    from ccsdesk.ui.pages.refusal import Refusal

    words = _words(language)
    window.give_up(Refusal(told(error, words), words), error)


def _as_refusal(written: Path | None) -> CcsError:
    """A mistake of ours while the window opened; `written` is where the report about it is."""
    from ccsdesk.services.bug_reports import told_bug
    from ccsdesk.text import Words

    return CcsError("{sentence}", sentence=told_bug(written, Words("en")))


def _words(language: str | None) -> Words:
    """The language asked for, else the computer's: the catalogue cannot be asked."""
    from ccsdesk.text import Words

    return Words(language or QLocale.system().name().split("_")[0])


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
            if isinstance(error, CcsError):
                # what the look is made of is missing or broken: no mistake of ours
                if window.front is None:
                    _refuse(window, error, None)
                else:
                    window.front.teller.error(error)
                return
            written = report(error)
            if window.front is None:
                _refuse(window, _as_refusal(written), None)
            else:
                window.tell_bug(written)

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
