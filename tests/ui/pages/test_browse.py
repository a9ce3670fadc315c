"""Browsing as a person uses it: search, filter, read one, save it; no visit is needed."""

from __future__ import annotations

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from ccsdesk.services.catalogue_care import open_catalogue
from ccsdesk.services.consultation import Consultation
from ccsdesk.services.results import Results
from ccsdesk.text import Words
from ccsdesk.ui.jobs import Jobs
from ccsdesk.ui.models.programmes import ItemRole
from ccsdesk.ui.pages.browse import BrowsePage
from ccsdesk.ui.presenters.browse import BrowsePresenter
from ccsdesk.ui.printing import on_a4
from ccsdesk.ui.visit import Visit
from tests.support.dialogs import Chosen
from tests.support.drafts import SetClock


@pytest.fixture(scope="module")
def whole():
    return open_catalogue()


@pytest.fixture
def make_page(themed, qtbot, whole):
    """Give a function that makes the page of a program just started, with everything listed."""
    visits = []

    def make(dialogs=None, printers=None):
        clock = SetClock()
        results = Results(whole, clock.today())
        consultation = Consultation(whole, rules=results, clock=clock, drafts=None)
        visit = Visit(results, consultation, Words("en", first="sl"), jobs=Jobs())
        visits.append(visit)
        page = BrowsePage()
        qtbot.addWidget(page)
        page.visit = visit
        page.presenter = BrowsePresenter(
            page, visit, dialogs or Chosen(), printers=printers, parent=page
        )
        page.say_in(visit.words)
        with qtbot.waitSignal(visit.jobs.finished):
            page.presenter.show()
        page.resize(1200, 700)
        page.show()
        page.activateWindow()
        return page

    yield make
    for visit in visits:
        visit.jobs.stop()


@pytest.fixture
def page(make_page):
    return make_page()


def listed(page):
    programmes = page.pane.list.view.programmes
    ids = [programmes.index(row).data(ItemRole.ID) for row in range(programmes.rowCount())]
    return [one for one in ids if one]


def choose(combo, key):
    combo.setCurrentIndex(combo.findData(key))


def test_everything_is_listed_and_the_first_one_is_open_beside_it(page, whole):
    count = sum(
        len(some)
        for some in (whole.programmes, whole.measures, whole.support_places, whole.stories)
    )
    assert len(listed(page)) == count
    assert page.pane.detail.shown() == listed(page)[0]
    assert not page.visit.is_open


def test_a_search_passes_over_accents_and_finds_places_too(page):
    page.pane.list.search.insert("RRÁ lür ljubljana")
    assert "place:rra-lur" in listed(page)
    page.pane.list.search.clear()
    page.pane.list.search.insert("voucher")
    assert listed(page)
    assert all("voucher" in _found_by(page, one) for one in listed(page))


def _found_by(page, item):
    index = page.pane.list.view.programmes.index_of(item)
    return index.data(ItemRole.ITEM).found_by


def test_a_pasted_book_is_searched_for_its_beginning(page):
    search = page.pane.list.search
    search.insert("nič\x07 " * 100_000)
    search.textEdited.emit(search.text())
    assert len(search.text()) == 200
    assert "\x07" not in search.text()


def test_filters_narrow_the_list_by_kind_need_and_standing(page):
    filters = page.pane.list
    choose(filters.kind, "story")
    assert listed(page)
    assert all(one.startswith("story:") for one in listed(page))
    filters.clear_filters()
    choose(filters.group, "closed")
    choose(filters.need, "finance")
    everything = len(listed(page))
    filters.clear_filters()
    assert 0 < everything < len(listed(page))


def test_a_chosen_row_is_shown_in_full_without_a_verdict(page):
    page.open_item("ce-cooperation-small")
    assert page.pane.detail.shown() == "ce-cooperation-small"
    assert not page.pane.detail.plan.isVisible()
    assert page.save_button.isVisible()


def test_what_is_tied_to_the_one_shown_can_be_opened(page, whole):
    measure = next(key for key, one in whole.measures.items() if one.delivered_by)
    page.open_item(measure)
    page.pane.detail.programme_asked.emit(whole.measures[measure].delivered_by[0])
    assert page.pane.detail.shown() == whole.measures[measure].delivered_by[0]


def test_saving_writes_a_leaflet_with_the_name_of_what_is_shown(make_page, qtbot, tmp_path):
    dialogs = Chosen(target=tmp_path)
    page = make_page(dialogs)
    page.open_item("place:rra-lur")
    with qtbot.waitSignal(page.visit.jobs.finished):
        page.save()
    saved = tmp_path / "RRA LUR.pdf"
    assert saved.read_bytes().startswith(b"%PDF")
    assert page.notice.told() == f"Saved: {saved}"


def test_a_leaflet_that_cannot_be_saved_is_told_on_the_page(make_page, qtbot, tmp_path):
    page = make_page(Chosen(target=tmp_path / "missing" / "a.pdf"))
    with qtbot.waitSignal(page.visit.jobs.finished):
        page.save()
    assert page.notice.told_as() == "mistake"
    assert "missing" in page.notice.told()


class Printers:
    """A computer with a printer that prints into a file, or without one."""

    def __init__(self, target=None) -> None:
        self.target = target
        self.asked = []

    def are_there(self):
        return self.target is not None

    def ask(self, words, pages, then):
        self.asked.append(pages)
        printer = on_a4(QPrinter())
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.target))
        then(printer)


def test_printing_sends_the_leaflet_to_the_printer_that_was_chosen(make_page, qtbot, tmp_path):
    printers = Printers(tmp_path / "printed.pdf")
    page = make_page(printers=printers)
    page.open_item("ce-cooperation-small")
    page.print()
    qtbot.waitUntil(lambda: page.notice.told() == "Sent to the printer.", timeout=20_000)
    assert printers.asked == [2]
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == 2


def test_without_a_printer_saving_is_pointed_out(make_page):
    page = make_page(printers=Printers())
    page.print()
    assert page.notice.told() == "This computer has no printer; save the page as a PDF instead."


def test_ctrl_f_leads_into_the_search(page):
    page.search()
    assert page.pane.list.search.hasFocus()
    assert page.pane.list.search.accessibleName() == "Search everything"


def test_another_language_keeps_the_search_and_what_is_shown(page):
    page.open_item("place:rra-lur")
    page.pane.list.search.insert("rra")
    page.visit.speak("sl")
    page.say_in(page.visit.words)
    page.presenter.show()
    assert page.pane.list.search.text() == "rra"
    assert "place:rra-lur" in listed(page)
    assert page.pane.detail.shown() == "place:rra-lur"
    assert page.pane.list.view.current() == "place:rra-lur"


def test_arrows_and_enter_read_through_the_list(page, qtbot):
    view = page.pane.list.view
    view.setFocus()
    view.show_row(listed(page)[0])
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert page.pane.detail.shown() == listed(page)[1]
