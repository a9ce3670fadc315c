"""A desktop of its own for a test: an X server, a session bus, an accessibility bus, the program, a screen reader.

Everything is started here and ended here; nothing of the person's own session is touched.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from tests.support.checkout import ROOT

SYSTEM_PYTHON = "/usr/bin/python3"
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
PATIENCE = 20.0
"""Seconds for anything to happen; far more than it takes."""
CLIENT = Path(__file__).with_name("atspi_client.py")


@dataclass(frozen=True)
class Seen:
    """One thing on the screen, as a screen reader has it."""

    role: str
    name: str
    description: str
    states: frozenset[str]
    depth: int = 0
    level: str = ""


def missing() -> list[str]:
    """The Debian packages that are not installed and without which there can be no such desktop."""
    lacking = []
    if shutil.which("Xvfb") is None:
        lacking.append("xvfb")
    if shutil.which("dbus-daemon") is None:
        lacking.append("dbus")
    if not any(Path(path).exists() for path in LAUNCHERS):
        lacking.append("at-spi2-core")
    if not _python_has_atspi():
        lacking += ["python3-gi", "gir1.2-atspi-2.0"]
    return lacking


def _python_has_atspi() -> bool:
    if not Path(SYSTEM_PYTHON).exists():
        return False
    look = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    done = subprocess.run([SYSTEM_PYTHON, "-c", look], capture_output=True, check=False)
    return done.returncode == 0


class ScreenReader:
    """Finds and presses what the program shows, by role and name. AssertionError says what was there instead."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def find(self, name: str, role: str | None = None) -> Seen:
        """Wait for it."""
        found = self._ask("find", name=name, role=role, seconds=PATIENCE)
        assert isinstance(found, dict), f"no {role or 'thing'} {name!r} among\n{self.tree()}"
        return _seen(found)

    def is_gone(self, name: str, role: str | None = None) -> bool:
        """Wait until it is not on the screen any more."""
        return self._ask("gone", name=name, role=role, seconds=PATIENCE) is True

    def press(self, name: str, role: str | None = None) -> None:
        """Press, tick or choose it."""
        done = self._ask("press", name=name, role=role, seconds=PATIENCE)
        assert done, f"no {role or 'thing'} {name!r} to press among\n{self.tree()}"

    def write(self, name: str, text: str, role: str = "text") -> None:
        """Write into a field."""
        stands = self._ask("write", name=name, text=text, role=role, seconds=PATIENCE)
        assert stands == text, f"{stands!r} stands in {name!r} among\n{self.tree()}"

    def everything(self) -> list[Seen]:
        """All that is on the screen, in reading order."""
        found = self._ask("all")
        assert isinstance(found, list)
        return [_seen(one) for one in found if isinstance(one, dict)]

    def tree(self) -> str:
        """The same as text."""
        return "\n".join(f"{'  ' * one.depth}{one.role}: {one.name}" for one in self.everything())

    def hear(self, sentence: str) -> list[str]:
        """Wait for an announcement that has this in it; all that was announced until then."""
        heard = self._ask("heard", sentence=sentence, seconds=PATIENCE)
        assert isinstance(heard, list)
        return [str(one) for one in heard]

    def _ask(self, deed: str, **details: object) -> object:
        into, out = self._process.stdin, self._process.stdout
        assert into is not None
        assert out is not None
        into.write(json.dumps({"do": deed, **details}) + "\n")
        into.flush()
        ready, _, _ = select.select([out], [], [], 2 * PATIENCE)
        assert ready, f"the screen reader has not answered to {deed} {details}"
        return cast("object", json.loads(out.readline()))


def _seen(found: dict[str, object]) -> Seen:
    states, depth = found["states"], found.get("depth", 0)
    assert isinstance(states, list)
    assert isinstance(depth, int)
    return Seen(
        str(found["role"]),
        str(found["name"]),
        str(found["description"]),
        frozenset(str(one) for one in states),
        depth,
        str(found["level"]),
    )


@contextlib.contextmanager
def desktop(folder: Path) -> Iterator[dict[str, str]]:
    """An X server and the two buses; gives the environment that leads to them."""
    with contextlib.ExitStack() as stack:
        display = stack.enter_context(_x_server())
        runtime = folder / "runtime"
        runtime.mkdir(mode=0o700)
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("QT_", "XDG_"))
        }
        environ = {
            **kept,
            "DISPLAY": display,
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(runtime),
            "CCSDESK_DATA": str(folder / "data"),
            "LC_ALL": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            # a program that dies says where
            "PYTHONFAULTHANDLER": "1",
        }
        for name in ("WAYLAND_DISPLAY", "NO_AT_BRIDGE", "AT_SPI_BUS_ADDRESS"):
            environ.pop(name, None)
        environ["DBUS_SESSION_BUS_ADDRESS"] = stack.enter_context(_session_bus(environ))
        # the bus starts the launcher of the accessibility bus when it is first asked for; one started here could come
        # second, and program and reader would sit on two different buses
        yield environ


@contextlib.contextmanager
def program(
    environ: Mapping[str, str], *arguments: str, log: Path
) -> Iterator[subprocess.Popen[str]]:
    """The program as a person starts it from a checkout; what it says on the terminal goes to `log`."""
    command = [sys.executable, str(ROOT / "main.py"), *arguments]
    with log.open("w", encoding="utf-8") as said, _running(command, environ, log=said) as process:
        yield process


@contextlib.contextmanager
def screen_reader(environ: Mapping[str, str], name: str = "CCS Desk") -> Iterator[ScreenReader]:
    """A reader of the program of that name."""
    process = subprocess.Popen(
        [SYSTEM_PYTHON, "-W", "ignore::DeprecationWarning", str(CLIENT), name],
        env=dict(environ),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process, _ended(process):
        yield ScreenReader(process)


@contextlib.contextmanager
def _x_server() -> Iterator[str]:
    """A server on the first number that is free; told by itself, so that no two tests meet."""
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "1280x800x24",
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    process = subprocess.Popen(
        command, pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(writing)
    with process, _ended(process), os.fdopen(reading, encoding="ascii") as said:
        ready, _, _ = select.select([said], [], [], PATIENCE)
        assert ready, "the X server did not start"
        yield f":{said.readline().strip()}"


@contextlib.contextmanager
def _session_bus(environ: Mapping[str, str]) -> Iterator[str]:
    process = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        env=dict(environ),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with process, _ended(process):
        assert process.stdout is not None
        yield process.stdout.readline().strip()


@contextlib.contextmanager
def _running(
    command: Sequence[str], environ: Mapping[str, str], *, log: IO[str] | int = subprocess.DEVNULL
) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        command, env=dict(environ), stdout=log, stderr=subprocess.STDOUT, text=True
    )
    with process, _ended(process):
        yield process


@contextlib.contextmanager
def _ended(process: subprocess.Popen[str] | subprocess.Popen[bytes]) -> Iterator[None]:
    try:
        yield
    finally:
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
