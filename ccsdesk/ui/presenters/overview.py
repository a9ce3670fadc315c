"""Joins the overview with the visit: shows how far its sections are, opens one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ccsdesk.services.presenting.overview import overview_view
from ccsdesk.ui.pages.overview import OverviewPage
from ccsdesk.ui.visit import Visit


class OverviewPresenter(QObject):
    """`question_asked` names a question to go on from; `page_asked` may ask for the review."""

    question_asked = Signal(str)
    page_asked = Signal(str)

    def __init__(self, page: OverviewPage, visit: Visit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._visit = visit
        page.section_asked.connect(self.question_asked)
        page.review_asked.connect(visit.review)

    def show(self) -> None:
        """Show the sections as they are."""
        visit = self._visit
        self._page.show_view(overview_view(visit.flow, visit.words))
