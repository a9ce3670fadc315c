"""A person at the real window, for benchmarks: opens it, answers question after question, looks at every page.

Goes by what the window offers to its own parts; measures nothing itself.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from ccsdesk.domain.answers import Answer, DontKnow
from ccsdesk.domain.clock import FixedClock
from ccsdesk.domain.draft import Mode
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.ui import start
from ccsdesk.ui.front import Front
from ccsdesk.ui.warming import Warming
from ccsdesk.ui.window import MainWindow

PATIENCE = 60.0
"""Seconds after which something that does not come about is a failure."""


class Guest:
    """One window on one catalogue, its visits kept in a folder as always."""

    def __init__(self, catalogue: Catalogue, clock: FixedClock, folder: Path) -> None:
        self.application = QApplication.instance() or start.make_application()
        wanted = start.Wanted(
            directory=None, language="sl", today=clock.today, clock=clock, folder=folder
        )
        self.window: MainWindow = start.make_window(
            wanted, found=start.Found(catalogue, "sl", None)
        )
        self.window.show()
        self.until(lambda: self.window.front is not None)

    @property
    def front(self) -> Front:
        """Which page follows which."""
        if self.window.front is None:
            raise RuntimeError("The window has no pages.")
        return self.window.front

    def look(self) -> None:
        """Let everything come about and be painted that is due, and go what is to go."""
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        # only the loop of an application does this by itself
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def until(self, so: Callable[[], bool]) -> None:
        """Wait until it is so, and painted.

        Raises:
            TimeoutError: it never came about.
        """
        end = monotonic() + PATIENCE
        while not so():
            if monotonic() > end:
                raise TimeoutError(so)
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
        self.look()

    def read_first_page(self) -> None:
        """Wait until the window has got ready beside its first page."""
        working = self.window.findChild(Warming)
        if working is not None:
            self.until(lambda: not working.is_working())
        done: list[bool] = []
        self.front.visit.work(lambda _: None, then=lambda _: done.append(True))
        self.until(lambda: bool(done))

    def begin(self) -> None:
        """Begin a full visit."""
        self.front.visit.start(Mode.FULL)
        self.look()

    def answering(
        self, answers: Mapping[str, Answer], most: int = 1000
    ) -> Iterator[tuple[str, Callable[[], None]]]:
        """For every question asked, up to so many: what to call to answer it and see the next page."""
        visit = self.front.visit
        for _ in range(most):
            question = visit.flow.current
            if question is None:
                return
            answer = answers.get(question, DontKnow())

            def go_on(question: str = question, answer: Answer = answer) -> None:
                visit.answer(question, answer)
                self.look()

            yield question, go_on

    def read_review(self) -> None:
        """Look at the review for as long as the window takes to get ready for what comes next."""
        self.until(lambda: self.front.visit.known_match() is not None)

    def see_results(self) -> None:
        """To the page of results, until they are there."""
        self.front.step("results")
        self.until(lambda: self.front.visit.known_match() is not None)

    def see(self, name: str) -> None:
        """To another page, until no job is at work for it."""
        self.front.show(name)
        done: list[bool] = []
        self.window.jobs.run(lambda: None, then=lambda _: done.append(True), otherwise=_fail)
        self.until(lambda: bool(done))

    def go(self) -> None:
        """End the visit: everything about it is forgotten."""
        self.front.visit.finish()
        self.look()
        gc.collect()

    def leave(self) -> None:
        """Close the window."""
        self.window.jobs.stop()
        self.window.close()


def whole_visit(guest: Guest, answers: Mapping[str, Answer]) -> None:
    """Every question, then every page."""
    guest.begin()
    for _, go_on in guest.answering(answers):
        go_on()
    guest.see_results()
    for name in ("plan", "take_away", "browse", "about", "overview"):
        guest.see(name)
    guest.go()


def _fail(error: Exception) -> None:
    raise error
