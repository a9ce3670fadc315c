"""A folder, a clock and an open store for the tests of this room."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ccsdesk.store.opening import Store, open_store
from tests.support.drafts import SetClock


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path, clock: SetClock) -> Iterator[Store]:
    with open_store(folder, clock=clock, wait_ms=20) as opened:
        yield opened


@pytest.fixture
def guarded_folder() -> Iterator[Path]:
    """A folder in which this process may make nothing, even when it was started by root."""
    if sys.platform == "win32":
        pytest.skip("the rights of a folder are tested on systems with modes")
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    else:
        folder.chmod(0o555)
    try:
        yield folder
    finally:
        os.seteuid(user)
        folder.chmod(0o755)
        shutil.rmtree(folder)
