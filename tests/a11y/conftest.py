"""What the tests of accessibility need: a window to walk through, a desktop with a screen reader on it."""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from ccsdesk.services import catalogue_care
from ccsdesk.ui import qt_words, theme
from ccsdesk.ui.system_libraries import apt_command
from tests.support import desktop
from tests.support.dialogs import Chosen
from tests.support.window import DAY
from tools import tour


@pytest.fixture(scope="session")
def catalogue():
    return catalogue_care.open_catalogue()


@pytest.fixture
def open_front(qapp, catalogue):
    """Give a function that opens a window in a language and gives its pages."""
    opened = []

    def make(language):
        theme.apply(qapp, theme.Look("light", 100, motion=False))
        window = tour.make_window(catalogue, DAY, language, dialogs=Chosen())
        window.activateWindow()
        opened.append(window)
        return tour.front_of(window)

    yield make
    for window in opened:
        window.jobs.stop()
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.apply(qapp)
    qt_words.speak(qapp, "en")


@pytest.fixture(scope="session")
def screen_reader_installed():
    """Skip where there is no screen reader's side of the bus to be had; on a server fail."""
    lacking = desktop.missing()
    if not lacking:
        return
    sentence = f"A test with a screen reader needs packages of the system: {apt_command(lacking)}"
    if os.environ.get("CCSDESK_TESTS") == "all" or os.environ.get("CI"):
        pytest.fail(sentence)
    pytest.skip(sentence)
