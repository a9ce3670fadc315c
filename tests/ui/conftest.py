"""A window on the small catalogue, with fakes where it would ask a person for a file."""

from __future__ import annotations

import pytest

from ccsdesk.services import catalogue_care
from ccsdesk.ui import theme
from ccsdesk.ui.window import MainWindow
from tests.support.catalogues import write
from tests.support.command_line import DAY


class Chosen:
    """File dialogs in which a person chose at once, or (None) turned away."""

    def __init__(self, *, answers=None, target=None) -> None:
        self.answers = answers
        self.target = target
        self.asked = []

    def ask_for_answers(self, words, then):
        self.asked.append(("answers", words.language))
        if self.answers is not None:
            then(self.answers)

    def ask_where_to_save(self, words, name, then):
        self.asked.append(("target", name))
        if self.target is not None:
            then(self.target)


@pytest.fixture(scope="session")
def themed(qapp):
    theme.apply(qapp)
    yield qapp
    theme.apply(qapp)


@pytest.fixture(scope="session")
def garden_folder(tmp_path_factory):
    return write(tmp_path_factory.mktemp("garden"))


@pytest.fixture
def catalogue(garden_folder):
    return catalogue_care.open_catalogue(garden_folder)


@pytest.fixture
def dialogs():
    return Chosen()


@pytest.fixture
def answers_file(tmp_path):
    path = tmp_path / "answers.yaml"
    path.write_text("answers: {has_plot: true, role: member, area: 80}\n", encoding="utf-8")
    return path


@pytest.fixture
def make_window(themed, qtbot, catalogue, dialogs):
    """Give a function that makes a window and shows it."""
    made = []

    def make(**named):
        options = {"today": lambda: DAY, "language": "en", "dialogs": dialogs, **named}
        window = MainWindow(options.pop("catalogue", catalogue), **options)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        made.append(window)
        return window

    yield make
    for window in made:
        window.jobs.stop()


@pytest.fixture
def window(make_window):
    return make_window()


@pytest.fixture
def open_file(qtbot):
    """Give a function that opens an answers file and waits for what comes of it."""

    def run(window, path):
        with qtbot.waitSignal(window.jobs.finished):
            window.open_answers(path)

    return run
