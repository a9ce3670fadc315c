"""Joins browsing with the catalogue of the visit: rows, one in full, the leaflet of it. Needs no open visit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.errors import CcsError
from ccsdesk.domain.match import MatchResult
from ccsdesk.services.leaflet import make_leaflet
from ccsdesk.services.planning import save_document
from ccsdesk.services.presenting.browse import Browsing
from ccsdesk.services.presenting.programme import ProgrammeView
from ccsdesk.services.telling import told
from ccsdesk.ui import theme
from ccsdesk.ui.dialogs import FileDialogs, Saving
from ccsdesk.ui.links import open_link
from ccsdesk.ui.pages.browse import BrowsePage
from ccsdesk.ui.visit import Visit

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ccsdesk.ui.printing import Printers


class BrowsePresenter(QObject):
    """The match of no answers, which knows what is open on the day, is made once a day in a job."""

    def __init__(
        self,
        page: BrowsePage,
        visit: Visit,
        dialogs: FileDialogs,
        *,
        printers: Printers | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._visit = visit
        self._dialogs = dialogs
        self._printers = printers
        self._match: MatchResult | None = None
        self._browsing: Browsing | None = None
        page.item_chosen.connect(self._on_item_chosen)
        page.save_asked.connect(self._on_save_asked)
        page.print_asked.connect(self._on_print_asked)
        page.link_asked.connect(self._on_link_asked)

    def show(self) -> None:
        """Show everything as it stands on the day."""
        if not self._page.isVisible():
            self._page.notice.say("")
        if self._match is not None and self._match.day == self._visit.day:
            self._show(self._match)
            return
        self._visit.work(lambda results: results.match(AnswerSet()), self._show, receiver=self)

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
        view = self._view(item_id)
        if view is not None:
            self._page.show_item(view)

    # paper

    def _on_save_asked(self, item_id: str) -> None:
        view, words = self._view(item_id), self._visit.words
        if view is not None:
            saving = Saving(words.say("Save as PDF"), view.name, words.say("PDF"), "pdf")
            self._dialogs.ask_where_to_save(words, saving, lambda path: self._save(view, path))

    def _save(self, view: ProgrammeView, path: Path) -> None:
        visit = self._visit
        make = self._making(view)
        visit.jobs.run(
            lambda: save_document(path, make()),
            then=lambda _: self._page.notice.tell(
                visit.words.say("Saved: {path}", path=str(path)), theme.SUCCESS
            ),
            otherwise=self._tell_error,
            receiver=self,
        )

    def _on_print_asked(self, item_id: str) -> None:
        view, words = self._view(item_id), self._visit.words
        if view is None:
            return
        if not self._all_printers().are_there():
            sentence = words.say("This computer has no printer; save the page as a PDF instead.")
            self._page.notice.tell(sentence, theme.WARNING)
            return
        self._visit.jobs.run(
            self._making(view),
            then=lambda leaflet: self._ask_for_printer(view.name, leaflet),
            otherwise=self._tell_error,
            receiver=self,
        )

    def _ask_for_printer(self, name: str, leaflet: bytes) -> None:
        from ccsdesk.ui.printing import print_pages

        visit = self._visit

        def chosen(printer: QPrinter) -> None:
            visit.jobs.run(
                lambda: print_pages(leaflet, printer, name, lambda _page, _of: None),
                then=lambda _: self._page.notice.tell(
                    visit.words.say("Sent to the printer."), theme.SUCCESS
                ),
                otherwise=self._tell_error,
                receiver=self,
            )

        self._all_printers().ask(visit.words, _pages(leaflet), chosen)

    def _all_printers(self) -> Printers:
        """Those of the computer, unless others were given; what prints is loaded when it is needed."""
        if self._printers is None:
            from ccsdesk.ui.printing import QtPrinters

            self._printers = QtPrinters(self._page)
        return self._printers

    def _view(self, item_id: str) -> ProgrammeView | None:
        return None if self._browsing is None else self._browsing.item(item_id)

    def _making(self, view: ProgrammeView) -> Callable[[], bytes]:
        """What a job has to do: the view is made already, so no rules are asked on its thread."""
        visit = self._visit
        catalogue, words, day = visit.catalogue, visit.words, visit.day
        return lambda: make_leaflet(view, catalogue, words, day)

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


def _pages(leaflet: bytes) -> int:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtPdf import QPdfDocument

    buffer, pdf = QBuffer(), QPdfDocument()
    buffer.setData(QByteArray(leaflet))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    pdf.load(buffer)
    pages = pdf.pageCount()
    pdf.close()
    return pages
