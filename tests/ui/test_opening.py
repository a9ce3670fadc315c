"""How the window opens: painted empty, then furnished from a job; and what it says where it cannot open at all."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel

from ccsdesk.domain.answers import DontKnow
from ccsdesk.domain.clock import FixedClock
from ccsdesk.domain.draft import Mode
from ccsdesk.domain.errors import CatalogueError, StorageError, UsageError
from ccsdesk.services import catalogue_care
from ccsdesk.ui import start
from ccsdesk.ui.first_frame import FirstFrame, surface
from ccsdesk.ui.pages.refusal import Refusal
from ccsdesk.ui.window import MainWindow
from tests.support.catalogues import write
from tests.support.checkout import ROOT
from tests.support.dialogs import Chosen
from tests.support.drafts import NOON

CLOCK = FixedClock(NOON.date(), NOON)


@pytest.fixture
def wanted(garden_folder, monkeypatch, tmp_path):
    monkeypatch.setenv("CCSDESK_DATA", str(tmp_path / "data"))

    def wanting(directory=garden_folder, language="en"):
        return start.Wanted(
            directory=directory,
            language=language,
            today=CLOCK.today,
            clock=CLOCK,
            folder=None,
        )

    return wanting


@pytest.fixture
def opened(qtbot, themed, wanted):
    """Makes windows and shows them, as the program does."""
    made = []

    def opening(**named):
        window = start.make_window(wanted(**named), dialogs=Chosen())
        qtbot.addWidget(window)
        made.append(window)
        return window

    yield opening
    for window in made:
        window.jobs.stop()


def test_the_first_frame_says_once_that_it_has_been_painted(qtbot, themed):
    frame = FirstFrame()
    qtbot.addWidget(frame)
    seen = []
    frame.painted.connect(lambda: seen.append(True))
    with qtbot.waitSignal(frame.painted):
        frame.show()
    frame.repaint()
    QApplication.processEvents()
    assert seen == [True]


def test_a_frame_that_nobody_sees_does_not_wait_for_ever(qtbot, themed, monkeypatch):
    monkeypatch.setattr("ccsdesk.ui.first_frame.UNPAINTED", 1)
    frame = FirstFrame()
    qtbot.addWidget(frame)
    with qtbot.waitSignal(frame.painted):
        frame.expect()


def test_the_first_frame_has_the_surface_of_the_theme(qtbot, themed):
    frame = FirstFrame()
    qtbot.addWidget(frame)
    frame.resize(20, 20)
    assert surface() is not None
    assert frame.grab().toImage().pixelColor(10, 10) == QColor(surface())


def test_pages_come_after_the_first_paint(qtbot, opened):
    window = opened()
    order = []
    window.painted.connect(lambda: order.append(window.front is None))
    with qtbot.waitSignal(window.ready):
        window.show()
    assert order == [True]
    assert window.front.shell.page_name() == "start"


def test_what_takes_long_is_said_in_the_language_asked_for(qtbot, opened, monkeypatch):
    monkeypatch.setattr(start, "UNNOTICED", 0)
    said = []
    monkeypatch.setattr(MainWindow, "say", lambda _, sentence: said.append(sentence))
    window = opened()
    with qtbot.waitSignal(window.ready):
        window.show()
    assert said == ["Opening …"]


def test_a_sentence_can_stand_in_the_first_frame(qtbot, themed):
    window = MainWindow()
    qtbot.addWidget(window)
    window.say("Opening …")
    window.say("Still opening …")
    assert [label.text() for label in window.findChildren(QLabel)] == ["Still opening …"]


def test_without_any_catalogue_the_window_says_so_and_only_closes(qtbot, opened, tmp_path):
    window = opened(directory=tmp_path / "none")
    with qtbot.waitSignal(window.failed) as failed:
        window.show()
    (error,) = failed.args
    assert isinstance(error, CatalogueError)
    page = window.centralWidget()
    assert isinstance(page, Refusal)
    assert page.title() == "CCS Desk cannot be opened"
    assert "none" in page.told.text()
    assert window.front is None
    page.close_button.click()
    assert not window.isVisible()


def test_a_broken_catalogue_gives_way_to_its_last_good_copy(qtbot, opened, wanted, tmp_path):
    folder = write(tmp_path / "garden")
    wanted()
    catalogue_care.open_catalogue(folder)
    (folder / "needs.yaml").write_text("needs: [\n", encoding="utf-8")
    window = opened(directory=folder)
    with qtbot.waitSignal(window.ready):
        window.show()
    assert window.front.opening.problem is not None


def test_a_language_the_catalogue_has_not_is_wrong_usage_before_there_is_a_window(wanted):
    with pytest.raises(UsageError):
        start.find(wanted(language="xx"))


def test_a_mistake_of_ours_while_opening_is_told_in_the_window(
    qtbot, opened, monkeypatch, tmp_path
):
    window = opened()
    before = sys.excepthook
    monkeypatch.setattr(sys, "excepthook", before)
    start.tell_bugs(window, report=lambda _: tmp_path / "bug.txt")
    with qtbot.waitSignal(window.failed):
        sys.excepthook(ValueError, ValueError("x"), None)
    assert "bug.txt" in window.centralWidget().told.text()


def test_a_look_that_cannot_be_read_is_told_as_what_it_is(qtbot, opened, monkeypatch):
    window = opened()
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    start.tell_bugs(window, report=lambda _: None)
    error = StorageError("The theme {file} is broken.", advice="Install it again.", file="x.toml")
    with qtbot.waitSignal(window.failed):
        sys.excepthook(StorageError, error, None)
    assert window.centralWidget().told.text() == "The theme x.toml is broken. Install it again."


def test_a_theme_that_cannot_be_read_is_told_on_the_page(qtbot, opened, monkeypatch):
    window = opened()
    with qtbot.waitSignal(window.ready):
        window.show()
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    start.tell_bugs(window, report=lambda _: None)
    sys.excepthook(StorageError, StorageError("The theme is broken."), None)
    assert window.front.shell.told.notice.told() == "The theme is broken."


def test_results_are_made_ready_while_the_answers_are_reviewed(qtbot, opened, monkeypatch):
    monkeypatch.setattr("ccsdesk.ui.warming.READING", 0)
    window = opened()
    with qtbot.waitSignal(window.ready):
        window.show()
    visit = window.front.visit
    made = []
    monkeypatch.setattr(window.front, "prepare", made.append)
    visit.start(Mode.FULL)
    visit.answer(visit.flow.current, DontKnow())
    qtbot.waitUntil(lambda: visit.known_match() is not None)
    assert made == []
    visit.review()
    qtbot.waitUntil(lambda: made == ["results"])


def test_the_review_is_made_ready_while_the_last_question_is_read(qtbot, opened, monkeypatch):
    monkeypatch.setattr("ccsdesk.ui.warming.READING", 0)
    window = opened()
    with qtbot.waitSignal(window.ready):
        window.show()
    visit = window.front.visit
    made = []
    monkeypatch.setattr(window.front, "prepare", made.append)
    visit.start(Mode.QUICK)
    while len(visit.flow.unanswered) > 1:
        visit.answer(visit.flow.current, DontKnow())
    assert made == []
    qtbot.waitUntil(lambda: made == ["review"])


def test_the_pages_that_come_next_are_loaded_while_the_first_is_read(qtbot, opened, monkeypatch):
    loaded = []
    monkeypatch.setattr(start, "NEXT_ROOMS", ("ccsdesk.next",))
    monkeypatch.setattr(start, "_bring", loaded.append)
    window = opened()
    with qtbot.waitSignal(window.ready):
        window.show()
    assert "ccsdesk.next" not in loaded
    qtbot.waitUntil(lambda: "ccsdesk.next" in loaded)


HEAVY = ("pydantic", "babel", "yaml", "sqlalchemy", "reportlab", "ccsdesk.rules", "ccsdesk.store")


@pytest.mark.parametrize("module", ["ccsdesk.app", "ccsdesk.ui.start", "ccsdesk.cli"])
def test_what_runs_before_the_first_paint_brings_nothing_heavy(module):
    script = f"import sys, {module}; print([n for n in {HEAVY} if n in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
