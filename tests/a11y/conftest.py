"""What the tests of accessibility need: a desktop with a screen reader on it."""

from __future__ import annotations

import os

import pytest

from ccsdesk.ui.system_libraries import apt_command
from tests.support import desktop


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
