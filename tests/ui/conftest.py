"""What tests of pages and of the window share: a look, a small catalogue, fakes for what would ask a person."""

from __future__ import annotations

import pytest

from ccsdesk.services import catalogue_care
from ccsdesk.ui import theme
from tests.support.catalogues import write
from tests.support.dialogs import Chosen


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
