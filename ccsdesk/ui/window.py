"""The window around the first page: reads answers, has the plan made in the background, shows and saves it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QMainWindow

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.errors import CcsError
from ccsdesk.rules.catalogue.answers_file import read_answers
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.services.planning import Planning, save_document
from ccsdesk.services.results import Results
from ccsdesk.text import Words
from ccsdesk.ui.dialogs import FileDialogs, QtFileDialogs
from ccsdesk.ui.first_page import FirstPage
from ccsdesk.ui.jobs import Job

TITLE = "CCS Desk"


class MainWindow(QMainWindow):
    """One visit of the simplest kind: answers in, plan out."""

    def __init__(
        self,
        catalogue: Catalogue,
        *,
        today: Callable[[], date],
        language: str,
        dialogs: FileDialogs | None = None,
        notice: str = "",
    ) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._today = today
        self._words = Words(language, first=catalogue.languages[0])
        self._dialogs: FileDialogs = dialogs or QtFileDialogs(self)
        self._answers: AnswerSet | None = None
        self._plan = b""
        self._job: Job[bytes] | None = None
        self.page = FirstPage(catalogue.languages, self._words)
        self.page.open_asked.connect(self._on_open_asked)
        self.page.save_asked.connect(self._on_save_asked)
        self.page.language_chosen.connect(self._on_language_chosen)
        self.page.tell(notice)
        self.setCentralWidget(self.page)
        self.setWindowTitle(TITLE)
        self.resize(1100, 860)

    def open_answers(self, path: Path) -> None:
        """Read answers and make their plan; a mistake in the file is told on the page."""
        try:
            self._answers = read_answers(path, self._catalogue, day=self._today())
        except CcsError as error:
            self.page.tell(self._words.error(error))
            return
        self._make_plan()

    def save_plan(self, path: Path) -> None:
        """Write the plan that is shown."""
        path = path if path.suffix else path.with_suffix(".pdf")
        try:
            save_document(path, self._plan)
        except CcsError as error:
            self.page.tell(self._words.error(error))
        else:
            self.page.tell(self._words.say("The plan is saved: {path}", path=str(path)))

    def _make_plan(self) -> None:
        answers = self._answers
        if answers is None:
            return
        language, day = self._words.language, self._today()
        self.page.set_busy(busy=True)
        self.page.tell(self._words.say("Making the plan …"))
        self._job = Job(
            lambda: Planning(Results(self._catalogue, day)).document(answers, language),
            then=self._on_plan_made,
            otherwise=self._on_plan_failed,
        )
        self._job.start()

    def _on_plan_made(self, plan: bytes) -> None:
        self._plan = plan
        self.page.show_plan(plan)
        self.page.set_busy(busy=False)
        self.page.tell(
            self._words.count(
                "The plan has {n} page.", "The plan has {n} pages.", self.page.pages()
            )
        )

    def _on_plan_failed(self, error: CcsError) -> None:
        self.page.set_busy(busy=False)
        self.page.tell(self._words.error(error))

    def _on_open_asked(self) -> None:
        self._dialogs.ask_open(
            self._words.say("Open answers"),
            self._words.say("Answers") + " (*.yaml *.yml *.json)",
            self.open_answers,
        )

    def _on_save_asked(self) -> None:
        name = f"{self._words.say('plan')}-{self._today():%Y-%m-%d}.pdf"
        self._dialogs.ask_save(
            self._words.say("Save the plan"), "PDF (*.pdf)", name, self.save_plan
        )

    def _on_language_chosen(self, language: str) -> None:
        self._words = Words(language, first=self._catalogue.languages[0])
        self.page.say_in(self._words)
        self.page.tell("")
        self._make_plan()
