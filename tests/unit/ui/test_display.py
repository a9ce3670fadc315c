"""A display is asked before Qt is, because Qt ends the program where it cannot open a window."""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest

from ccsdesk.domain.errors import CcsError
from ccsdesk.ui import display
from tests.support.checkout import ROOT

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere there is always a display"
)


@pytest.fixture
def listening(tmp_path):
    """Give the environment of a Wayland display that somebody listens at."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()
        yield {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}


def test_a_display_that_listens_is_left_to_qt(listening):
    assert display.choose_platform(listening) is None


def test_an_absolute_name_of_a_display_stands_alone(listening):
    name = f"{listening['XDG_RUNTIME_DIR']}/wayland-7"
    assert display.choose_platform({"WAYLAND_DISPLAY": name}) is None


def test_where_one_of_two_displays_listens_that_one_is_taken(listening):
    assert display.choose_platform({**listening, "DISPLAY": ":4711"}) == "wayland"


def test_an_invisible_platform_needs_no_display():
    assert display.choose_platform({"QT_QPA_PLATFORM": "offscreen"}) is None
    assert display.choose_platform({"QT_QPA_PLATFORM": "nonsense;minimal:x=1"}) is None


@pytest.mark.parametrize(
    "environ",
    [
        {"DISPLAY": ":4711"},
        {"DISPLAY": "unix:4711.0"},
        {"DISPLAY": "nonsense"},
        {"DISPLAY": "localhost:4711"},
        {"DISPLAY": "no such host:0"},
        {"DISPLAY": ":99999999999999"},
        {"DISPLAY": "a\0b:1"},
        {"WAYLAND_DISPLAY": "wayland-4711"},
        {"WAYLAND_DISPLAY": "wayland-4711", "XDG_RUNTIME_DIR": "/nonexistent"},
        {"QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "wayland"},
    ],
)
def test_one_that_does_not_is_told(environ):
    with pytest.raises(CcsError, match="cannot be reached"):
        display.choose_platform(environ)


def test_a_socket_nobody_listens_at_any_more_is_told(tmp_path):
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
    environ = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
    with pytest.raises(CcsError, match="wayland-7"):
        display.choose_platform(environ)


def test_a_platform_qt_does_not_have_is_told_with_those_it_has():
    with pytest.raises(CcsError, match="nonsense") as told:
        display.choose_platform({"QT_QPA_PLATFORM": "nonsense"})
    assert "xcb" in str(told.value)


def test_a_person_may_bring_a_platform_along():
    environ = {"QT_QPA_PLATFORM": "own:a=1", "QT_PLUGIN_PATH": "/somewhere"}
    assert display.choose_platform(environ) is None


def test_an_x_server_that_refuses_is_told(monkeypatch):
    monkeypatch.setattr(display, "_listens", lambda _host, _number: True)
    with pytest.raises(CcsError, match="cannot be reached"):
        display.choose_platform({"DISPLAY": ":4711"})


def test_asking_does_not_import_qt_and_writes_nothing():
    code = (
        "import sys; from ccsdesk.ui import display as d\n"
        "try: d.choose_platform({'DISPLAY': ':4711'})\n"
        "except Exception: pass\n"
        "sys.exit(any(name.startswith('PySide6.') for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT, capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
