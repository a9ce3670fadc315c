"""The window around the first page: reads answers, has the plan made in the background, shows and saves it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.errors import CcsError
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.services.bug_reports import told_bug
from ccsdesk.services.planning import Planning, read_answers_of, save_document
from ccsdesk.services.results import Results
from ccsdesk.services.telling import told
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.dialogs import FileDialogs, QtFileDialogs
from ccsdesk.ui.first_page import FirstPage
from ccsdesk.ui.jobs import Jobs

MadeT = TypeVar("MadeT")

TITLE = "CCS Desk"
WIDTH, HEIGHT = 1100, 860
UNNOTICED = 300
"""Milliseconds that work may take before the page says that it is going on."""


class MainWindow(QMainWindow):
    """One visit of the simplest kind: answers in, plan out.

    `example` is an answers file to show what the program does; `problem` is why the catalogue is
    not the one on the disk.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        *,
        today: Callable[[], date],
        language: str,
        dialogs: FileDialogs | None = None,
        example: Path | None = None,
        problem: CcsError | None = None,
    ) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._today = today
        self._words = Words(language, first=catalogue.languages[0])
        self._dialogs: FileDialogs = dialogs or QtFileDialogs(self)
        self._example = example
        self._problem = problem
        self._percent = theme.NORMAL
        self._answers: AnswerSet | None = None
        self._file = ""
        self._plan = b""
        self._asked_for = 0
        self._telling: Callable[[], str] = str
        self.jobs = Jobs(self)
        self._slow = QTimer(self, singleShot=True, interval=UNNOTICED)
        self.page = FirstPage(catalogue.languages, self._words, has_example=example is not None)
        self._connect()
        self.page.warn(self._warning())
        self.setCentralWidget(self.page)
        self.setWindowTitle(TITLE)
        self._take_size()

    def _connect(self) -> None:
        self.page.open_asked.connect(self._on_open_asked)
        self.page.example_asked.connect(self._on_example_asked)
        self.page.save_asked.connect(self._on_save_asked)
        self.page.language_chosen.connect(self._on_language_chosen)
        self._slow.timeout.connect(self._on_slow)
        QShortcut(QKeySequence.StandardKey.ZoomIn, self, lambda: self._zoom(up=True))
        QShortcut(QKeySequence("Ctrl+="), self, lambda: self._zoom(up=True))
        QShortcut(QKeySequence.StandardKey.ZoomOut, self, lambda: self._zoom(up=False))
        QShortcut(QKeySequence("Ctrl+0"), self, lambda: self.set_text_size(theme.NORMAL))

    def _take_size(self) -> None:
        room = self.screen().availableGeometry()
        self.resize(min(WIDTH, room.width()), min(HEIGHT, room.height()))

    def open_answers(self, path: Path) -> None:
        """Read answers and make their plan; a mistake in the file is told on the page."""
        catalogue, day, language = self._catalogue, self._today(), self._words.language

        def work() -> tuple[AnswerSet, bytes]:
            answers = read_answers_of(path, catalogue, day)
            return answers, Planning(Results(catalogue, day)).document(answers, language)

        def then(made: tuple[AnswerSet, bytes]) -> None:
            self._answers, self._file = made[0], path.name
            self._show(made[1])

        self._make(work, then)

    def save_plan(self, path: Path) -> None:
        """Write the plan that is shown."""
        path = path if path.suffix else path.with_suffix(".pdf")
        plan = self._plan
        self.jobs.run(
            lambda: save_document(path, plan),
            then=lambda _: self._tell(
                lambda: self._words.say("The plan is saved: {path}", path=str(path))
            ),
            otherwise=self._tell_mistake,
        )

    def set_text_size(self, percent: int) -> None:
        """Text, and all that is measured by it, in percent of the normal size."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self._percent = percent
            theme.apply(application, theme.Look(percent=percent))

    def tell_bug(self, report: Path | None) -> None:
        """Say that something went wrong that should not have; the visit goes on."""
        self._tell(lambda: told_bug(report, self._words), theme.MISTAKE)

    def _make_again(self) -> None:
        answers, day, language = self._answers, self._today(), self._words.language
        if answers is not None:
            self._make(
                lambda: Planning(Results(self._catalogue, day)).document(answers, language),
                self._show,
            )

    def _make(self, work: Callable[[], MadeT], then: Callable[[MadeT], None]) -> None:
        """Have a plan made; only the one asked for last is shown."""
        self._asked_for += 1
        ticket = self._asked_for
        self._slow.start()

        def if_newest(made: MadeT) -> None:
            if ticket == self._asked_for:
                self._slow.stop()
                then(made)

        def failed(error: CcsError) -> None:
            if ticket == self._asked_for:
                self._tell_mistake(error)

        self.jobs.run(work, then=if_newest, otherwise=failed)

    def _show(self, plan: bytes) -> None:
        self._plan = plan
        self.page.show_plan(plan)
        self._tell(
            lambda: self._words.count(
                "The plan of {file} has {n} page.",
                "The plan of {file} has {n} pages.",
                self.page.pages(),
                file=self._file,
            )
        )

    def _tell(self, sentence: Callable[[], str], kind: str = theme.INFORMATION) -> None:
        """Say it now, and again when the language changes."""
        self._slow.stop()
        self._telling = sentence
        self.page.tell(sentence(), kind)

    def _tell_mistake(self, error: CcsError) -> None:
        self._tell(lambda: told(error, self._words), theme.MISTAKE)

    def _warning(self) -> str:
        if self._problem is None:
            return ""
        return self._words.say(
            "The catalogue has a mistake, so its last good copy ({version}) is used. {problem}",
            version=self._catalogue.version,
            problem=told(self._problem, self._words),
        )

    def _zoom(self, *, up: bool) -> None:
        self.set_text_size(theme.next_size(self._percent, up=up))

    def _on_slow(self) -> None:
        self._tell(lambda: self._words.say("Making the plan …"))

    def _on_open_asked(self) -> None:
        self._dialogs.ask_for_answers(self._words, self.open_answers)

    def _on_example_asked(self) -> None:
        if self._example is not None:
            self.open_answers(self._example)

    def _on_save_asked(self) -> None:
        name = f"{self._words.say('plan')}-{self._today():%Y-%m-%d}.pdf"
        self._dialogs.ask_where_to_save(self._words, name, self.save_plan)

    def _on_language_chosen(self, language: str) -> None:
        self._words = Words(language, first=self._catalogue.languages[0])
        self.page.say_in(self._words)
        self.page.warn(self._warning())
        self.page.tell(self._telling(), self.page.told_as())
        self._make_again()

    def closeEvent(self, event: QCloseEvent) -> None:
        """A plan that is being made is not waited for."""
        self.jobs.forget()
        self._slow.stop()
        super().closeEvent(event)
