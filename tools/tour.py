"""A walk through every page of the window with an example's answers: for pictures, and for tests that look at pages.

Shows pages in the window it is given and says what is shown; takes no picture itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication, QTabBar

from ccsdesk import paths
from ccsdesk.domain.clock import FixedClock
from ccsdesk.domain.draft import Mode
from ccsdesk.domain.errors import CcsError
from ccsdesk.domain.question import Kind, Texts
from ccsdesk.flow.fields import FieldSpec
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.services.desk import memory_desk
from ccsdesk.services.planning import read_answers_of
from ccsdesk.services.presenting.question import question_view
from ccsdesk.services.results import Results
from ccsdesk.ui import start, theme
from ccsdesk.ui.dialogs import FileDialogs
from ccsdesk.ui.front import Front
from ccsdesk.ui.pages.question import QuestionPage
from ccsdesk.ui.window import MainWindow

EXAMPLE = "dancer.yaml"
"""Its questions are of more kinds than those of any other example."""
WIDTH, HEIGHT = 1280, 720
PLAIN_PAGES = ("overview", "review", "results", "plan", "take_away", "browse", "about")
ROUNDS = 3
"""A job may ask for another one when it is done."""

MADE_UP: Mapping[Kind, Texts] = {
    Kind.MONTH: {
        "sl": "V katerem mesecu želite začeti?",
        "en": "In which month would you like to begin?",
    },
    Kind.PERCENT: {
        "sl": "Kolikšen delež prihodkov imate iz tujine?",
        "en": "What share of your revenue comes from abroad?",
    },
    Kind.TEXT: {
        "sl": "Kaj ustvarjate? Opišite z nekaj besedami.",
        "en": "What do you make? Say it in a few words.",
    },
}
"""Questions of the kinds that the shipped catalogue asks none of."""


def make_window(
    catalogue: Catalogue, day: date, language: str, *, dialogs: FileDialogs | None = None
) -> MainWindow:
    """A window at its start page that keeps nothing on the disk."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        theme.apply(application, theme.current())
    clock = FixedClock(day)
    results = Results(catalogue, day)
    desk = memory_desk(catalogue, results, clock)
    window = MainWindow()
    window.resize(WIDTH, HEIGHT)
    window.show()
    wanted = start.Wanted(None, language, lambda: day, clock, None, example(EXAMPLE))
    start.furnish(window, wanted, start.Loaded(results, desk, language, None), dialogs)
    settle(front_of(window))
    return window


def example(name: str) -> Path:
    """An example firm's answers."""
    return paths.examples() / name


def front_of(window: MainWindow) -> Front:
    """The pages of a window that has them."""
    if window.front is None:
        raise LookupError("The window has no pages yet.")
    return window.front


def tour(front: Front) -> Iterator[str]:
    """Show every page, one after the other; what is shown has come to rest when its name is given."""
    visit = front.visit
    if visit.is_open:
        visit.finish()
    # the farewell to whoever was there before is no part of the page
    visit.is_finished = False
    front.show("start")
    settle(front)
    yield "start"
    answers = read_answers_of(example(EXAMPLE), visit.catalogue, visit.day)
    visit.start(Mode.FULL, answers)
    yield from _questions(front)
    for name in PLAIN_PAGES:
        visit.review()
        if name in {"overview", "browse", "about"}:
            front.show(name)
        else:
            front.step(name)
        settle(front)
        yield name
        for tabs in front.shell.page().findChildren(QTabBar):
            for place in range(1, tabs.count()):
                tabs.setCurrentIndex(place)
                settle(front)
                yield f"{name}-{place + 1}"
    visit.finish()


def _questions(front: Front) -> Iterator[str]:
    """The first question of every kind; a made-up one where the catalogue asks none."""
    visit = front.visit
    asked = {
        visit.catalogue.dictionary.questions[name].kind: name for name in reversed(visit.flow.order)
    }
    for kind in Kind:
        visit.open(asked.get(kind, asked[Kind.YES_NO]))
        settle(front)
        if kind not in asked:
            _show_made_up(front, kind)
        yield f"question-{kind.value}"


def _show_made_up(front: Front, kind: Kind) -> None:
    page, visit = front.shell.page(), front.visit
    if not isinstance(page, QuestionPage):
        raise TypeError("This is not the page of a question.")
    view = question_view(visit.flow, visit.catalogue, visit.day, visit.words)
    limits: tuple[Decimal | date | None, Decimal | date | None] = (None, None)
    if kind in {Kind.NUMBER, Kind.MONEY, Kind.PERCENT}:
        limits = (Decimal(0), Decimal(100))
    elif kind in {Kind.DATE, Kind.MONTH}:
        limits = (date(1950, 1, 1), visit.day)
    text = visit.words.pick(MADE_UP[kind]) if kind in MADE_UP else view.field.text
    field = FieldSpec(
        id=f"made.up.{kind.value}",
        kind=kind,
        text=text,
        label=text,
        minimum=limits[0],
        maximum=limits[1],
        may_not_apply=True,
    )
    page.show_question(replace(view, field=field), visit.words)
    settle(front)


def settle(front: Front) -> None:
    """Until every job asked for is done, and everything is laid out and drawn."""
    application = QApplication.instance()
    for _ in range(ROUNDS):
        done = QEventLoop()
        front.visit.jobs.run(_nothing, then=_quitting(done), otherwise=_failing)
        done.exec()
        if application is not None:
            QCoreApplication.processEvents()


def _nothing() -> None:
    """A job that is done when those before it are."""


def _quitting(loop: QEventLoop) -> Callable[[None], None]:
    return lambda _: loop.quit()


def _failing(error: CcsError) -> None:
    raise error
