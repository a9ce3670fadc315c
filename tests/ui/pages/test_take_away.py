"""Taking the plan away as a person does: look through it, print, save, keep one's answers, finish."""

from __future__ import annotations

import errno
import os
import threading
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from ccsdesk.domain.answers import PlanWishes, exactly
from ccsdesk.domain.errors import ExportError
from ccsdesk.report import document as report
from ccsdesk.rules.catalogue.answers_file import read_answers
from ccsdesk.services.planning import Planning
from ccsdesk.text import Words
from ccsdesk.ui import theme
from ccsdesk.ui.pages import plan_preview
from ccsdesk.ui.pages.take_away import TakeAwayPage
from ccsdesk.ui.presenters.take_away import TakeAwayPresenter
from ccsdesk.ui.printing import on_a4
from tests.support.access import nameless, out_of_order
from tests.support.visits import make_visit

DAY = date(2027, 3, 15)
SOIL = PlanWishes(("soil-advice",), {"soil-advice": "Ask Eva"}, {"soil-advice": DAY})


class PaperPrinters:
    """A printer whose paper is a file; a person takes it at once. None: there is none."""

    def __init__(self, target=None, pages=(0, 0)) -> None:
        self.target = target
        self.pages = pages
        self.asked = []

    def are_there(self):
        return self.target is not None

    def ask(self, words, pages, then):
        self.asked.append((words.language, pages))
        printer = on_a4(QPrinter())
        printer.setResolution(72)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.target))
        printer.setFromTo(*self.pages)
        then(printer)


@pytest.fixture
def paper(tmp_path):
    return tmp_path / "paper.pdf"


@pytest.fixture
def opened(themed, qtbot, catalogue, dialogs):
    """Give a function that opens the page; `page.presenter` and `page.visit` belong to it."""
    made = []

    def open_it(printers=None, *, wait=True):
        visit = make_visit(catalogue, {"role": exactly("member")})
        visit.wish(SOIL)
        page = TakeAwayPage(catalogue.languages)
        qtbot.addWidget(page)
        presenter = TakeAwayPresenter(
            page, visit, dialogs, printers=printers or PaperPrinters(), parent=page
        )
        made.extend((visit.jobs, presenter.jobs))
        page.say_in(visit.words)
        page.visit, page.presenter = visit, presenter
        page.resize(1280, 560)
        presenter.show()
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        if wait:
            qtbot.waitUntil(lambda: page.preview.pages() > 0)
        return page

    yield open_it
    for jobs in made:
        jobs.stop()


@pytest.fixture
def slow(monkeypatch):
    """Plans take until they are let go; gives what lets them."""
    go = threading.Event()
    real = Planning.document

    def document(self, answers, language, **wanted):
        go.wait(10)
        return real(self, answers, language, **wanted)

    monkeypatch.setattr(Planning, "document", document)
    monkeypatch.setattr(plan_preview, "UNNOTICED", 10)
    yield go
    go.set()


def pages_of(path):
    pdf = QPdfDocument()
    pdf.load(str(path))
    return pdf.pageCount()


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def sentence_of(card):
    """What is said about what goes and what stays."""
    return card._text.text()  # noqa: SLF001


def finish_state(page):
    return page.finish._state.text()  # noqa: SLF001


def test_the_plan_is_shown_from_memory_and_says_how_long_it_is(opened, tmp_path):
    page = opened()
    pages = page.preview.pages()
    assert pages > 1
    assert f"{pages} pages" in page.preview.view.accessibleDescription()
    assert page.preview.where.text() == f"1 of {pages}"
    assert list(tmp_path.iterdir()) == []


def test_pages_are_turned_and_sized_by_buttons_and_keys(opened, qtbot):
    preview = opened().preview
    click(qtbot, preview.after)
    assert preview.where.text().startswith("2 of")
    click(qtbot, preview.before)
    assert not preview.before.isEnabled()
    click(qtbot, preview.larger)
    bigger = preview.view.zoomFactor()
    click(qtbot, preview.smaller)
    assert preview.view.zoomFactor() < bigger
    qtbot.keyClick(preview.view, Qt.Key.Key_End)
    bar = preview.view.verticalScrollBar()
    assert bar.value() == bar.maximum()
    qtbot.keyClick(preview.view, Qt.Key.Key_Home)
    assert bar.value() == bar.minimum()


def test_a_plan_that_takes_long_says_so_and_can_be_cancelled(slow, opened, qtbot):
    page = opened(wait=False)
    instead = page.preview.instead
    qtbot.waitUntil(lambda: instead.text.text() == "Making the plan …")
    assert not page.save_button.isEnabled()
    click(qtbot, instead.action)
    assert instead.text.text() == "The plan was not made."
    with qtbot.waitSignal(page.visit.jobs.finished):
        slow.set()
    assert page.preview.pages() == 0
    click(qtbot, instead.action)
    qtbot.waitUntil(lambda: page.preview.pages() > 0)
    assert page.save_button.isEnabled()


@pytest.mark.parametrize("end", ["cancel", "finish"])
def test_a_plan_nobody_waits_for_any_more_is_not_drawn(slow, opened, qtbot, monkeypatch, end):
    drawn = []
    monkeypatch.setattr(report, "render_plan", lambda *_, **__: drawn.append(1))
    page = opened(wait=False)
    if end == "cancel":
        qtbot.waitUntil(lambda: page.preview.instead.text.text() == "Making the plan …")
        click(qtbot, page.preview.instead.action)
    else:
        page.visit.finish()
    with qtbot.waitSignal(page.visit.jobs.finished):
        slow.set()
    assert drawn == []


def test_a_plan_that_cannot_be_made_says_why_and_can_be_tried_again(opened, qtbot, monkeypatch):
    def fail(_self, _answers, _language, **_wanted):
        raise ExportError("A font is missing.", advice="Install it again.")

    with monkeypatch.context() as patch:
        patch.setattr(Planning, "document", fail)
        page = opened(wait=False)
        instead = page.preview.instead
        qtbot.waitUntil(lambda: "A font is missing." in instead.text.text())
    click(qtbot, instead.action)
    qtbot.waitUntil(lambda: page.preview.pages() > 0)


def test_the_plan_follows_the_language_of_the_window_until_another_is_chosen(opened, qtbot):
    page = opened()
    page.visit.words = Words("de", first="en")
    page.presenter.show()
    assert page.language.currentData() == "de"
    qtbot.waitUntil(page.save_button.isEnabled)
    page.language_chosen.emit("en")
    assert page.language.currentData() == "en"
    qtbot.waitUntil(page.save_button.isEnabled)
    page.visit.words = Words("de", first="en")
    page.presenter.show()
    assert page.language.currentData() == "en"
    assert page.save_button.isEnabled()


def test_the_pages_of_the_plan_are_printed(opened, qtbot, paper):
    printers = PaperPrinters(paper)
    page = opened(printers)
    assert page.print_button.property("next") is True
    with qtbot.waitSignal(page.presenter.jobs.finished):
        page.print()
    assert page.print_told.told() == "The plan is on its way to the printer."
    assert printers.asked == [("en", page.preview.pages())]
    assert pages_of(paper) == page.preview.pages()
    assert finish_state(page) == "The plan is printed."


def test_only_the_pages_that_were_asked_for_are_printed(opened, qtbot, paper):
    page = opened(PaperPrinters(paper, (2, 2)))
    with qtbot.waitSignal(page.presenter.jobs.finished):
        click(qtbot, page.print_button)
    assert pages_of(paper) == 1


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false", extend=True)
def test_a_printer_that_takes_nothing_is_told_beside_the_button(opened, qtbot, tmp_path):
    page = opened(PaperPrinters(tmp_path / "nowhere" / "paper.pdf"))
    with qtbot.waitSignal(page.presenter.jobs.finished):
        click(qtbot, page.print_button)
    assert page.print_told.told().startswith("Nothing was printed")
    assert page.print_told.told_as() == theme.MISTAKE
    assert page.print_button.isEnabled()


def test_without_a_printer_one_sentence_says_what_to_do_instead(opened):
    page = opened(PaperPrinters(None))
    assert page.no_printer.isVisible()
    assert page.no_printer.text() == "There is no printer on this computer: save the plan instead."
    assert not page.print_button.isEnabled()
    assert page.save_button.property("next") is True


def test_what_can_be_done_comes_before_what_cannot(opened, qtbot, paper):
    with_one = opened(PaperPrinters(paper))
    assert with_one.print_button.y() < with_one.save_button.y()
    without = opened(PaperPrinters(None))
    qtbot.waitUntil(lambda: without.save_button.y() < without.print_button.y())
    assert without.print_button.y() < without.no_printer.y()
    assert out_of_order(without) == []


def test_the_plan_is_saved_under_a_name_that_says_what_it_is(opened, qtbot, dialogs, tmp_path):
    dialogs.target = tmp_path
    page = opened()
    with qtbot.waitSignal(page.presenter.jobs.finished):
        page.save()
    day = page.visit.day.isoformat()
    assert dialogs.asked == [("target", f"Support plan {day}.pdf")]
    saved = tmp_path / f"Support plan {day}.pdf"
    assert pages_of(saved) == page.preview.pages()
    assert page.save_told.told() == f"Saved: {saved}"
    assert finish_state(page) == "The plan is saved."


def test_the_accent_is_on_the_one_thing_to_do_next(opened, qtbot, dialogs, tmp_path):
    dialogs.target = tmp_path
    page = opened()
    steps = (page.print_button, page.save_button, page.finish.begin)

    def accents():
        return [one for one in steps if one.property("next") is True]

    assert accents() == [page.save_button]
    click(qtbot, page.save_button)
    qtbot.waitUntil(lambda: accents() == [page.finish.begin])
    # why the other cannot be pressed is still said
    assert page.no_printer.isVisible()


def test_no_button_moves_away_when_something_is_saved(opened, qtbot, dialogs, tmp_path):
    dialogs.target = tmp_path
    page = opened()
    buttons = (page.print_button, page.save_button, page.answers_button)
    before = [one.pos() for one in buttons]
    with qtbot.waitSignal(page.presenter.jobs.finished):
        click(qtbot, page.save_button)
    qtbot.waitUntil(page.save_told.isVisible)
    assert [one.pos() for one in buttons] == before


def test_what_stays_behind_is_said_for_as_many_files_as_there_are(opened, qtbot, dialogs, tmp_path):
    dialogs.target = tmp_path
    page = opened()
    click(qtbot, page.finish.begin)
    assert sentence_of(page.finish) == "Your answers will be deleted from this computer."
    click(qtbot, page.finish.stay)
    for press, said in (
        (page.save_button, "The file you saved stays where it is"),
        (page.answers_button, "The 2 files you saved stay where they are"),
    ):
        with qtbot.waitSignal(page.presenter.jobs.finished):
            click(qtbot, press)
        assert "except in files you saved" in sentence_of(page.finish)
        click(qtbot, page.finish.begin)
        assert said in sentence_of(page.finish)
        click(qtbot, page.finish.stay)


def test_a_full_disk_is_told_beside_the_button_and_the_visit_goes_on(
    opened, qtbot, dialogs, tmp_path, monkeypatch
):
    def full(_file):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    dialogs.target = tmp_path
    page = opened()
    with monkeypatch.context() as patch, qtbot.waitSignal(page.presenter.jobs.finished):
        patch.setattr("os.fsync", full)
        click(qtbot, page.save_button)
        qtbot.waitUntil(lambda: page.save_told.told() != "")
    assert page.save_told.told().startswith("The file was not saved: the disk is full.")
    assert page.visit.is_open
    with qtbot.waitSignal(page.presenter.jobs.finished):
        click(qtbot, page.save_button)
    assert page.save_told.told().startswith("Saved: ")


def test_saved_answers_can_be_opened_again(opened, qtbot, dialogs, tmp_path, catalogue):
    dialogs.target = tmp_path / "mine.yaml"
    page = opened()
    with qtbot.waitSignal(page.presenter.jobs.finished):
        click(qtbot, page.answers_button)
    assert page.answers_told.told() == f"Saved: {dialogs.target}"
    assert read_answers(dialogs.target, catalogue, day=page.visit.day) == page.visit.answers


def test_a_plan_changed_after_it_was_saved_is_said_so(opened, qtbot, dialogs, tmp_path):
    dialogs.target = tmp_path
    page = opened()
    with qtbot.waitSignal(page.presenter.jobs.finished):
        click(qtbot, page.save_button)
    page.visit.wish(PlanWishes(()))
    page.presenter.show()
    qtbot.waitUntil(page.save_button.isEnabled)
    assert finish_state(page) == "You have changed the plan since you printed or saved it."
    assert page.save_told.told() == ""


def test_whoever_finishes_while_it_prints_gets_all_pages(opened, qtbot, paper):
    page = opened(PaperPrinters(paper))
    pages, jobs = page.preview.pages(), page.presenter.jobs
    click(qtbot, page.print_button)
    page.visit.finish()
    with qtbot.waitSignal(page.presenter.destroyed):
        page.presenter.deleteLater()
    jobs._thread.shutdown(wait=True)  # noqa: SLF001 - the object itself is gone
    assert pages_of(paper) == pages


def test_finishing_is_asked_about_once_in_place(opened, qtbot):
    page = opened()
    card = page.finish
    click(qtbot, card.begin)
    assert finish_state(page) == "You have neither printed nor saved the plan."
    assert card.stay.hasFocus()
    qtbot.keyClick(card.stay, Qt.Key.Key_Escape)
    assert not card.is_asking()
    assert page.visit.is_open
    click(qtbot, card.begin)
    with qtbot.waitSignal(page.visit.ended):
        click(qtbot, card.sure)
    assert not page.visit.is_open


def test_whoever_comes_back_to_the_page_is_not_asked_any_more(opened, qtbot):
    page = opened()
    click(qtbot, page.finish.begin)
    page.hide()
    page.presenter.show()
    assert not page.finish.is_asking()


@pytest.mark.parametrize(("width", "percent"), [(1280, 100), (1280, 200), (700, 100)])
def test_everything_has_a_name_and_the_order_of_the_eye(
    opened, qtbot, themed, paper, width, percent
):
    theme.apply(themed, theme.Look(percent=percent))
    try:
        page = opened(PaperPrinters(paper))
        page.resize(width, 560)
        click(qtbot, page.finish.begin)
        page.focus_first()
        assert nameless(page) == []
        # the layout settles when Qt next comes round
        qtbot.waitUntil(lambda: out_of_order(page) == [])
    finally:
        theme.apply(themed)
