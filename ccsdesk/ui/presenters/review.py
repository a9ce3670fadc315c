"""Joins the review with the visit: shows its answers, opens one to be changed, comes back to the very row."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ccsdesk.domain.answers import Answer
from ccsdesk.flow.state import Flow
from ccsdesk.services.presenting.review import ReviewView, review_view
from ccsdesk.ui.pages.review import ReviewPage
from ccsdesk.ui.visit import Visit


class ReviewPresenter(QObject):
    """`question_asked` names a question to be opened; one comes back here from it."""

    question_asked = Signal(str)
    page_asked = Signal(str)

    def __init__(self, page: ReviewPage, visit: Visit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._visit = visit
        self._opened = ""
        self._is_changed = False
        self._were_asked: frozenset[str] = frozenset()
        self._deleted: tuple[str, Answer] | None = None
        page.change_asked.connect(self._on_change_asked)
        page.delete_asked.connect(self._on_delete_asked)
        page.undo_asked.connect(self._on_undo_asked)
        page.rest_asked.connect(visit.go_on)
        page.grow_asked.connect(visit.grow)

    def show(self) -> None:
        """Show the answers as they are."""
        visit, page = self._visit, self._page
        if not page.isVisible():
            self._come_in()
        view = self._view()
        mark = visit.words.say("Changed") if self._is_changed else ""
        page.show_view(view, marked=self._opened, mark=mark)
        self._tell(view)

    def _come_in(self) -> None:
        """Whether one comes back from a question opened here, and with another answer."""
        visit = self._visit
        before = visit.before
        self._deleted = None
        if before is None or visit.return_to != "review":
            self._opened, self._is_changed = "", False
            return
        name = before.question
        self._opened = name
        self._is_changed = before.answers.answers.get(name) != visit.answers.answers.get(name)
        self._page.come_back_to(name)
        visit.forget_before()

    def _tell(self, view: ReviewView) -> None:
        words = self._visit.words
        if self._deleted is not None:
            label = words.pick(self._visit.flow.script.questions[self._deleted[0]].label)
            self._page.tell(
                words.say("The answer is deleted: {label}.", label=label), undo=words.say("Undo")
            )
            return
        self._page.tell(self._consequences(view))

    def _consequences(self, view: ReviewView) -> str:
        """What else a change has brought about."""
        words = self._visit.words
        if not self._is_changed:
            return ""
        new = sum(row.question not in self._were_asked for row in view.lacking)
        aside = sum(row.question in self._were_asked for row in view.unused)
        more = words.count(
            "After your change {n} more question is asked.",
            "After your change {n} more questions are asked.",
            new,
        )
        fewer = words.count(
            "After your change {n} answer no longer counts; see the end of this page.",
            "After your change {n} answers no longer count; see the end of this page.",
            aside,
        )
        return " ".join(said for said, n in ((more, new), (fewer, aside)) if n)

    def _view(self) -> ReviewView:
        visit = self._visit
        unasked = visit.results.unasked(visit.answers)
        return review_view(visit.flow, visit.catalogue, visit.words, unasked=unasked)

    def _on_change_asked(self, question: str) -> None:
        self._were_asked = _asked(self._visit.flow)
        self.question_asked.emit(question)

    def _on_delete_asked(self, question: str) -> None:
        answer = self._visit.answers.answers[question]
        self._deleted = (question, answer)
        if not self._visit.record(question, None):
            self._deleted = None
        self.show()

    def _on_undo_asked(self) -> None:
        deleted, self._deleted = self._deleted, None
        if deleted is not None:
            self._visit.record(*deleted)
            self.show()


def _asked(flow: Flow) -> frozenset[str]:
    return frozenset(flow.order)
