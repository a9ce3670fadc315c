"""Joins the start page with the visit: what it says, and the ways to begin."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ccsdesk.domain.draft import Mode
from ccsdesk.domain.errors import CcsError
from ccsdesk.services.catalogue_care import freshness
from ccsdesk.services.presenting.start import start_view
from ccsdesk.services.telling import told
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.pages.start import StartPage
from ccsdesk.ui.visit import Visit


class StartPresenter(QObject):
    """`problem`: what is wrong with the catalogue's files, so that its last good copy is used.

    `trouble`: why visits are not kept on the disk, or what kept was damaged.
    """

    page_asked = Signal(str)
    resumed = Signal(object)
    over_asked = Signal()

    def __init__(
        self,
        page: StartPage,
        visit: Visit,
        *,
        problem: CcsError | None = None,
        trouble: CcsError | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._visit = visit
        self._problem = problem
        self._trouble = trouble
        self._offers = False
        page.begin_asked.connect(self._on_begin_asked)
        page.continue_asked.connect(self._on_continue_asked)
        page.delete_asked.connect(self._on_delete_asked)
        page.browse_asked.connect(lambda: self.page_asked.emit("browse"))

    def show(self) -> None:
        """Show what is the case now."""
        visit = self._visit
        found = None if visit.is_open else visit.interrupted()
        self._offers = found is not None
        self._page.show_start(
            start_view(
                visit.catalogue,
                visit.results,
                visit.words,
                is_kept=visit.is_kept,
                begun_at=None if found is None else found.begun_at,
                answered=len(visit.answers.answers) if visit.is_open else 0,
            )
        )
        self._page.done.tell(self._farewell(visit), theme.SUCCESS)
        self._page.warning.say(self._warning(visit.words), theme.WARNING)
        self._page.problem.say(self._said(self._trouble, visit.words), theme.WARNING)

    def _farewell(self, visit: Visit) -> str:
        """What became of the visit that was finished last; nothing that tells whose it was or where files lie."""
        if not visit.is_finished:
            return ""
        return visit.words.say(
            "The visit is finished and its answers are deleted from this computer. "
            "Files that were saved are where they were saved."
        )

    def look_again(self) -> None:
        """What a crash has left is offered for as long as it is kept, and kept no longer."""
        if self._offers and not self._visit.is_open and self._visit.interrupted() is None:
            self.show()

    def _warning(self, words: Words) -> str:
        """What is wrong with the catalogue as a whole, before the first answer."""
        visit = self._visit
        old = freshness(visit.catalogue, visit.day)
        sentences = [] if old is None else [words.error(old)]
        if self._problem is not None:
            sentences.append(
                words.say(
                    "The catalogue has a mistake, so its last good copy ({version}) is used. {problem}",
                    version=visit.catalogue.version,
                    problem=told(self._problem, words),
                )
            )
        return " ".join(sentences)

    def _said(self, error: CcsError | None, words: Words) -> str:
        if error is None:
            return ""
        if self._visit.is_kept:
            return told(error, words)
        kept = words.say("Answers are not saved on this computer until that is mended.")
        return f"{told(error, words)} {kept}"

    def _on_begin_asked(self, mode: Mode) -> None:
        visit = self._visit
        if visit.is_open:
            visit.start_again(mode)
            return
        if visit.interrupted() is not None:
            # choosing to begin is choosing not to continue; a stranger's answers must go
            visit.delete_interrupted()
        visit.start(mode)

    def _on_continue_asked(self) -> None:
        visit = self._visit
        if visit.is_open:
            self.page_asked.emit("review" if visit.flow.current is None else "question")
            return
        resumed = visit.resume()
        if resumed is None:
            self.show()
            self._page.quick.button.setFocus()
        else:
            self.resumed.emit(resumed)

    def _on_delete_asked(self) -> None:
        if self._visit.is_open:
            self.over_asked.emit()
            return
        self._visit.delete_interrupted()
        self.show()
        self._page.quick.button.setFocus()
