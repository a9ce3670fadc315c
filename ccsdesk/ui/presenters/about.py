"""Joins the page about the program with the visit: gathers versions, copies them, deletes what is kept."""

from __future__ import annotations

from PySide6.QtCore import QObject, qVersion
from PySide6.QtGui import QGuiApplication

from ccsdesk.domain.errors import CcsError
from ccsdesk.services.presenting.about import AboutView, about_view, licence_text
from ccsdesk.services.telling import told
from ccsdesk.ui import theme
from ccsdesk.ui.pages.about import AboutPage
from ccsdesk.ui.visit import Visit


class AboutPresenter(QObject):
    """Needs nobody else: what it changes, the visit tells."""

    def __init__(self, page: AboutPage, visit: Visit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._visit = visit
        page.licence_asked.connect(self._on_licence_asked)
        page.copy_asked.connect(self._on_copy_asked)
        page.delete_asked.connect(self._on_delete_asked)

    def show(self) -> None:
        """Show things as they are."""
        if not self._page.isVisible():
            self._page.tell("")
        self._page.show_view(self._view())

    def _view(self) -> AboutView:
        visit = self._visit
        has_answers = visit.is_open or visit.interrupted() is not None
        return about_view(
            visit.catalogue,
            visit.words,
            day=visit.day,
            qt=str(qVersion()),
            is_kept=visit.is_kept,
            has_answers=has_answers,
        )

    def _on_licence_asked(self, licence: str) -> None:
        try:
            text = licence_text(licence)
        except CcsError as error:
            text = told(error, self._visit.words)
        self._page.show_licence(licence, text)

    def _on_copy_asked(self) -> None:
        QGuiApplication.clipboard().setText(self._view().lines)
        self._page.tell(self._visit.words.say("The lines are copied; paste them into a message."))

    def _on_delete_asked(self) -> None:
        visit = self._visit
        if visit.is_open:
            # the window goes back to the start when the visit has ended
            visit.finish()
            return
        visit.delete_interrupted()
        self._page.show_view(self._view())
        if visit.interrupted() is None:
            self._page.tell(visit.words.say("It is deleted; nothing is kept now."), theme.SUCCESS)
