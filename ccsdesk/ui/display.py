"""Whether the display that is named can be reached.

Found out before Qt is imported, because Qt ends the program where it cannot open a window.
Standard library only; imports no Qt.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import re
import socket
import sys
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

from ccsdesk.domain.errors import CcsError

PLATFORM = "QT_QPA_PLATFORM"
X11, WAYLAND = "DISPLAY", "WAYLAND_DISPLAY"
X11_PORT = 6000
PATIENCE = 3.0
"""Seconds for a display on another computer."""

_LINUX: bool = sys.platform.startswith("linux")
_X11_NAME = re.compile(r"(?P<host>.*):(?P<number>\d+)(\.\d+)?")


def choose_platform(environ: Mapping[str, str] = os.environ) -> str | None:
    """The Qt platform to ask for where only one of the displays named can be reached; None leaves it to Qt.

    Raises:
        CcsError: none of them can.
    """
    if not _LINUX:
        return None
    asked = environ.get(PLATFORM, "")
    wanted = [part.split(":", 1)[0] for part in asked.split(";")] if asked else _offered(environ)
    known = _platforms(environ)
    usable = [name for name in wanted if name in known and _reachable(name, environ)]
    if not usable:
        raise _no_display(wanted, known, environ)
    return None if asked or len(usable) == len(wanted) else usable[0]


def _offered(environ: Mapping[str, str]) -> list[str]:
    return [
        name for name, variable in (("xcb", X11), ("wayland", WAYLAND)) if environ.get(variable)
    ]


def _platforms(environ: Mapping[str, str]) -> frozenset[str]:
    """The platforms that Qt has brought along; all asked for, where a person has brought more."""
    if environ.get("QT_PLUGIN_PATH") or environ.get("QT_QPA_PLATFORM_PLUGIN_PATH"):
        return frozenset(environ.get(PLATFORM, "").replace(":", ";").split(";")) | {
            "xcb",
            "wayland",
        }
    found = find_spec("PySide6")
    folders = found.submodule_search_locations or [] if found is not None else []
    plugins = [
        path.stem.removeprefix("libq")
        for folder in folders
        for path in Path(folder, "Qt", "plugins", "platforms").glob("libq*.so")
    ]
    return frozenset(plugins)


def _reachable(platform: str, environ: Mapping[str, str]) -> bool:
    if platform == "xcb":
        return _x11_answers(environ.get(X11, ""))
    if platform.startswith("wayland"):
        return _wayland_answers(environ)
    return True


def _no_display(wanted: list[str], known: frozenset[str], environ: Mapping[str, str]) -> CcsError:
    unknown = [name for name in wanted if name not in known]
    if unknown:
        return CcsError(
            "Qt has no platform “{name}”, which {variable} asks for.",
            advice="Leave {variable} unset, or set it to one of: {known}.",
            name=unknown[0],
            variable=PLATFORM,
            known=", ".join(sorted(known)),
        )
    names = [f"{name}={environ.get(name, '')}" for name in (X11, WAYLAND) if environ.get(name)]
    return CcsError(
        "The display cannot be reached ({names}), so no window can be opened.",
        advice="Run it on a desktop or under `xvfb-run`, or without a window: ccsdesk plan ANSWERS -o FILE.pdf.",
        names=", ".join(names) or f"{X11} is not set",
    )


def _wayland_answers(environ: Mapping[str, str]) -> bool:
    name = environ.get(WAYLAND) or "wayland-0"
    path = Path(
        environ.get("XDG_RUNTIME_DIR", "/nonexistent"), name
    )  # an absolute name stands alone
    return _accepts(str(path))


def _x11_answers(display: str) -> bool:
    """Whether something listens there, and lets us in."""
    named = _X11_NAME.fullmatch(display)
    if named is None:
        return False
    host, number = named["host"], int(named["number"])
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return _listens(host, number)
    # a local display answers at once; only one on another computer may keep us waiting
    return (host in {"", "unix"} or _listens(host, number)) and _lets_in(xcb, display)


def _listens(host: str, number: int) -> bool:
    if host in {"", "unix"}:
        path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where every X server listens
        return _accepts(f"\0{path}") or _accepts(path)
    try:
        with socket.create_connection((host, X11_PORT + number), timeout=PATIENCE):
            return True
    except (OSError, UnicodeError, OverflowError):
        return False


def _accepts(path: str) -> bool:
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(PATIENCE)
        try:
            client.connect(path)
        except (OSError, ValueError):
            return False
        return True


def _lets_in(xcb: ctypes.CDLL, display: str) -> bool:
    """Ask as Qt will, so that a display which refuses this person is told too.

    A connection that stands is left open until the program ends: an X server whose last client leaves resets itself
    (Xvfb 21.1), and would turn Qt away just when it comes.
    """
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    with _quiet():
        connection = xcb.xcb_connect(os.fsencode(display), None)
    if xcb.xcb_connection_has_error(connection) == 0:
        return True
    xcb.xcb_disconnect(connection)
    return False


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep a refusal that libxcb itself writes to standard error from standing beside our sentence."""
    try:
        kept = os.dup(2)
    except OSError:
        yield
        return
    with open(os.devnull, "wb") as nothing:  # noqa: PTH123 - a descriptor is what is needed
        os.dup2(nothing.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
