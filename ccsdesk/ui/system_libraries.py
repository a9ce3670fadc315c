"""The system libraries that Qt needs on Linux: which are missing, and how to get them.

Found out by asking the loader, before Qt is imported, so that a person reads one sentence
instead of a crash. Standard library only; imports no Qt.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

# What PySide6 6.12's own files ask the loader for, and the Debian package that has it.
_EVERYWHERE = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
_X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}

_LINUX: bool = sys.platform.startswith("linux")

# So many missing parts are named one by one; the command has them all.
_NAMED = 6


def has_display(environ: Mapping[str, str] = os.environ) -> bool:
    """Tell whether a window could be shown; off Linux there is always a screen."""
    if not _LINUX:
        return True
    return any(environ.get(name) for name in ("WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM"))


def missing_for_window(environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Name the libraries a window still needs: file name to Debian package; empty off Linux.

    Qt takes X11 or Wayland, whichever works, so one of the two is enough where both are offered.
    """
    if not _LINUX:
        return {}
    lacking = _missing(_EVERYWHERE)
    chosen = environ.get("QT_QPA_PLATFORM", "")
    offered: list[dict[str, str]] = []
    if chosen.startswith("xcb") or (not chosen and environ.get("DISPLAY")):
        offered.append(_missing(_X11))
    if chosen.startswith("wayland") or (not chosen and environ.get("WAYLAND_DISPLAY")):
        offered.append(_missing(_WAYLAND))
    if offered:
        fewest: dict[str, str] = min(offered, key=len)
        lacking |= fewest
    return lacking


def missing_offscreen() -> dict[str, str]:
    """Name the libraries that even an invisible window needs; empty off Linux."""
    return _missing(_EVERYWHERE) if _LINUX else {}


def sentence(missing: Mapping[str, str], *, purpose: str) -> str:
    """Say what is missing and the one command that installs it.

    `purpose` is what cannot go on: "The window", "The test run".
    """
    parts = sorted(missing)
    if len(parts) > _NAMED:
        parts = [*parts[: _NAMED - 1], f"and {len(parts) - _NAMED + 1} more"]
    if shutil.which("apt-get"):
        remedy = f"Install them with: {apt_command(missing.values())}"
    else:
        remedy = "Install them with your system's package manager, then try again."
    return f"{purpose} needs parts of the system that are missing: {', '.join(parts)}. {remedy}"


def apt_command(packages: Iterable[str]) -> str:
    """Give the one command that installs these Debian packages, as this person must type it."""
    command = f"apt-get install -y {' '.join(sorted(set(packages)))}"
    if not _apt_knows_packages():
        command = f"apt-get update && {command}"
    if _is_root():
        return command
    if shutil.which("sudo"):
        return command.replace("apt-get", "sudo apt-get")
    return f"su -c '{command}'"


def _is_root() -> bool:
    if sys.platform == "win32":
        return False
    return os.geteuid() == 0


def _apt_knows_packages() -> bool:
    return any(Path("/var/lib/apt/lists").glob("*_Packages*"))


def _missing(libraries: Mapping[str, str]) -> dict[str, str]:
    return {name: package for name, package in libraries.items() if not _loads(name)}


def _loads(name: str) -> bool:
    """Ask the loader itself: it alone knows every search path, and what a library needs in turn."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
