"""Joins browsing with the catalogue of the visit: rows, one in full, the leaflet of it. Needs no open visit."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.errors import CcsError
from ccsdesk.domain.match import MatchResult
from ccsdesk.services.leaflet import make_leaflet
from ccsdesk.services.planning import save_document
from ccsdesk.services.presenting.browse import Browsing
from ccsdesk.services.telling import told
from ccsdesk.ui import theme
from ccsdesk.ui.dialogs import FileDialogs, Saving
from ccsdesk.ui.links import open_link
from ccsdesk.ui.pages.browse import BrowsePage
from ccsdesk.ui.visit import Visit


class BrowsePresenter(QObject):
    """The match of no answers, which knows what is open on the day, is made once a day in a job."""

    def __init__(
        self,
        page: BrowsePage,
        visit: Visit,
        dialogs: FileDialogs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._visit = visit
        self._dialogs = dialogs
        self._match: MatchResult | None = None
        self._browsing: Browsing | None = None
        page.item_chosen.connect(self._on_item_chosen)
        page.save_asked.connect(self._on_save_asked)
        page.link_asked.connect(self._on_link_asked)

    def show(self) -> None:
        """Show everything as it stands on the day."""
        if not self._page.isVisible():
            self._page.notice.say("")
        if self._match is not None and self._match.day == self._visit.day:
            self._show(self._match)
            return
        self._visit.work(lambda results: results.match(AnswerSet()), self._show)

    def _show(self, match: MatchResult) -> None:
        visit, page = self._visit, self._page
        self._match = match
        self._browsing = Browsing(visit.results, match, visit.words)
        groups = self._browsing.groups()
        page.show_groups(groups, self._browsing.filters(groups))
        shown = page.pane.detail.shown()
        if shown:
            self._on_item_chosen(shown)

    def _on_item_chosen(self, item_id: str) -> None:
        view = None if self._browsing is None else self._browsing.item(item_id)
        if view is not None:
            self._page.show_item(view)

    # paper

    def _on_save_asked(self, item_id: str) -> None:
        view = None if self._browsing is None else self._browsing.item(item_id)
        if view is None:
            return
        words = self._visit.words
        saving = Saving(words.say("Save as PDF"), view.name, words.say("PDF"), "pdf")
        self._dialogs.ask_where_to_save(words, saving, lambda path: self._save(item_id, path))

    def _save(self, item_id: str, path: Path) -> None:
        visit = self._visit
        visit.jobs.run(
            lambda: save_document(path, self._leaflet(item_id)),
            then=lambda _: self._page.notice.tell(
                visit.words.say("Saved: {path}", path=str(path)), theme.SUCCESS
            ),
            otherwise=self._tell_error,
        )

    def _leaflet(self, item_id: str) -> bytes:
        """In the words of the moment; a job may ask for it."""
        visit, browsing = self._visit, self._browsing
        view = None if browsing is None else browsing.item(item_id)
        if view is None:
            raise LookupError(item_id)
        return make_leaflet(view, visit.catalogue, visit.words, visit.day)

    def _tell_error(self, error: CcsError) -> None:
        self._page.notice.tell(told(error, self._visit.words), theme.MISTAKE)

    def _on_link_asked(self, address: str) -> None:
        if not open_link(address):
            words = self._visit.words
            sentence = words.say(
                "No browser could be opened on this computer; write the address down: {address}",
                address=address,
            )
            self._page.notice.tell(sentence, theme.WARNING)
