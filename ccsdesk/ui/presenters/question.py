"""Joins the page of a question with the visit: shows the question it stands at, keeps what is answered."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from ccsdesk.services.presenting.question import QuestionView, question_view
from ccsdesk.ui.pages.question import QuestionPage
from ccsdesk.ui.visit import Visit

PAUSE = 250
"""Milliseconds without a key before what is typed is kept; choosing and going on keep at once."""


class QuestionPresenter(QObject):
    """Asks for the start page when there is nothing before the first question."""

    page_asked = Signal(str)

    def __init__(self, page: QuestionPage, visit: Visit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._visit = visit
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.keep)
        self._is_edited = False
        page.edited.connect(self._on_edited)
        page.onward_asked.connect(self.on)
        page.back_asked.connect(self.back)
        page.sections_asked.connect(lambda: self._leave("overview"))

    def show(self) -> None:
        """Show the question the visit stands at."""
        self._pause.stop()
        if self._page.question != self._visit.flow.current:
            self._is_edited = False
        self._page.show_question(self._view(), self._visit.words)
        self._count()

    def keep(self) -> None:
        """Keep what is answered so far, and stay; what was emptied by hand is answered no longer."""
        self._pause.stop()
        visit, page = self._visit, self._page
        answer = page.answer()
        if not visit.is_open or visit.flow.current != page.question:
            return
        if answer is None and (page.mistake() or not self._is_edited):
            return
        if visit.answers.answers.get(page.question) != answer and visit.record(
            page.question, answer
        ):
            page.show_progress(self._view())
            self._count()

    def on(self) -> None:
        """Keep the answer and go on; without one say what is missing."""
        self._pause.stop()
        page, visit = self._page, self._visit
        answer = page.answer()
        if answer is not None:
            visit.answer(page.question, answer)
            return
        self.keep()
        words = visit.words
        page.tell_mistake(page.mistake() or words.say("Give an answer, or choose “I don’t know”."))

    def back(self) -> None:
        """To the question before; what is answered here is kept."""
        self.keep()
        visit = self._visit
        if visit.flow.returning:
            visit.review()
            return
        before = visit.flow.current
        visit.back()
        if visit.flow.current == before:
            self.page_asked.emit("start")

    def _on_edited(self) -> None:
        self._is_edited = True
        self._pause.start()

    def _leave(self, name: str) -> None:
        self.keep()
        self.page_asked.emit(name)

    def _view(self) -> QuestionView:
        visit = self._visit
        return question_view(visit.flow, visit.catalogue, visit.day, visit.words)

    def _count(self) -> None:
        visit = self._visit
        words = visit.words
        if not visit.answers.answers:
            # what nobody has said anything about is no loss when the first answer rules it out
            self._page.show_count("")
            return
        tally = visit.results.tally(visit.answers)
        self._page.show_count(
            words.say(
                "Support: {fitting}, {possible}",
                fitting=words.count("{n} fits", "{n} fit", tally.fit),
                possible=words.count("{n} possible", "{n} possible", tally.possible),
            )
        )
