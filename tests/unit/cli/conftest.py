"""The command line in the test's own process; the compiled catalogue is shared by these tests."""

from __future__ import annotations

import pytest

from tests.support.catalogues import write


@pytest.fixture(scope="session")
def kept(tmp_path_factory):
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(autouse=True)
def one_cache(own_folders, kept, monkeypatch):
    """Compile the shipped catalogue once, not in every test."""
    monkeypatch.setenv("CCSDESK_DATA", str(kept))


@pytest.fixture(scope="session")
def garden(tmp_path_factory):
    """Give the folder of the small catalogue; nobody changes it."""
    return write(tmp_path_factory.mktemp("garden"))


@pytest.fixture
def own_garden(tmp_path):
    """Give a function that writes the small catalogue with changes."""

    def make(changes):
        return write(tmp_path / "catalogue", changes)

    return make


@pytest.fixture
def answers(tmp_path):
    """Give a function that writes an answers file."""

    def make(content, name="answers.yaml"):
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        return path

    return make
