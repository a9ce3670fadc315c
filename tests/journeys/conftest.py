"""Windows for whole visits: the real catalogue, read once, and a folder of its own for each test."""

from __future__ import annotations

import pytest

from ccsdesk import paths
from ccsdesk.services import catalogue_care
from ccsdesk.services.planning import read_answers_of
from tests.support.window import DAY, Setting, close_window, open_window


@pytest.fixture(scope="session")
def catalogue():
    return catalogue_care.open_catalogue()


@pytest.fixture
def come(qapp, catalogue, tmp_path):
    """Give a function that opens a window and gives the person before it."""
    visitors = []

    def arrive(**details):
        setting = Setting(**{"folder": tmp_path / "data", **details})
        visitor = open_window(catalogue, setting)
        visitors.append(visitor)
        return visitor

    yield arrive
    for visitor in visitors:
        close_window(visitor)


@pytest.fixture
def example(catalogue):
    """Give a function that reads the answers of an example firm."""

    def read(name):
        return read_answers_of(paths.examples() / f"{name}.yaml", catalogue, DAY).answers

    return read
