"""What holds for every test: own folders, no display, no unannounced log record."""

from __future__ import annotations

import atexit
import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support.logs import LogWatch

# no test is timed: what is slow here may only be busy
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# Qt reads this once, when the first application is made.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

_FOLDERS = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
_XDG = ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Send everything the program keeps to a fresh folder; gives that folder."""
    folder = tmp_path_factory.mktemp("own")
    for name in _FOLDERS:
        monkeypatch.setenv(name, str(folder))
    for name in _XDG:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CCSDESK_DATA", str(folder / "ccsdesk"))
    return folder


@pytest.fixture(autouse=True)
def log_watch() -> Iterator[LogWatch]:
    """Fail on any record at WARNING or above, unless announced with `log_watch.expect(...)`."""
    watch = LogWatch()
    root = logging.getLogger()
    root.addHandler(watch)
    yield watch
    root.removeHandler(watch)
    problems = [f"unexpected: {line}" for line in watch.unexpected()]
    problems += [f"announced but never logged: {pattern}" for pattern in watch.unmet()]
    if problems:
        pytest.fail("\n".join(problems), pytrace=False)


_STATUS = pytest.StashKey[int]()


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Keep how it went for the end below."""
    session.config.stash[_STATUS] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """End here, with all said and tidied up, rather than have Qt taken down after thousands of tests.

    Qt 6.12 deletes what it keeps for screen readers when its application goes; interfaces that tests asked for from
    Python may be gone by then, in an order that hangs on the order of the tests, and the process ends by a signal.
    """
    core = sys.modules.get("PySide6.QtCore")
    if core is None or _STATUS not in config.stash:
        return
    atexit.unregister(vars(core)["__moduleShutdown"])
    atexit._run_exitfuncs()  # noqa: SLF001 - what others left for the end, such as pytest's own folders
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(config.stash[_STATUS])
