"""The program as it is really called: another process, another locale, real devices and pipes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.checkout import ROOT

ARCHITECTS = ROOT / "examples" / "architects.yaml"
UNIX = pytest.mark.skipif(sys.platform == "win32", reason="devices, pipes and limits of POSIX")
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays of Linux")
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def called(*words, cwd=ROOT, **changes):
    """Run `python -m ccsdesk` in a process of its own; `changes` go into its environment, None takes one out."""
    return run([sys.executable, "-m", "ccsdesk", *map(str, words)], cwd=cwd, **changes)


def run(command, cwd=ROOT, stdout=subprocess.PIPE, piped=None, before=None, **changes):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **changes}
    return subprocess.run(
        command,
        cwd=cwd,
        env={name: value for name, value in environment.items() if value is not None},
        stdin=subprocess.DEVNULL if piped is None else None,
        input=piped,
        stdout=stdout,
        stderr=subprocess.PIPE,
        preexec_fn=before,
        check=False,
        timeout=50,
    )


def no_display(**changes):
    return dict.fromkeys(DISPLAYS, None) | changes


def one_sentence(done):
    said = done.stderr.decode()
    assert said.startswith("ccsdesk: ")
    assert said.count("\n") == 1
    assert "Traceback" not in said
    return said


def test_the_checkout_and_the_module_say_the_same():
    words = ["match", str(ARCHITECTS), "--json", "--day", "2026-11-23"]
    by_module = called(*words)
    by_main = run([sys.executable, "main.py", *words])
    assert (by_module.returncode, by_module.stderr) == (0, b"")
    assert (by_main.returncode, by_main.stdout) == (0, by_module.stdout)
    assert json.loads(by_module.stdout)["day"] == "2026-11-23"


@pytest.mark.parametrize("locale", ["C", "en_US.ISO-8859-1"])
def test_slovenian_letters_come_through_in_any_locale(locale, tmp_path):
    changes = {"LC_ALL": locale, "LANG": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = called("questions", "--lang", "sl", **changes)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "č" in done.stdout.decode("utf-8")
    wrong = called("match", "čšž.yaml", "--lang", "sl", **changes)
    assert wrong.returncode == 1
    assert "čšž.yaml" in one_sentence(wrong)
    plan = called("plan", ARCHITECTS, "-o", "načrt.pdf", cwd=tmp_path, **changes)
    assert (plan.returncode, plan.stderr) == (0, b"")
    assert "načrt.pdf" in plan.stdout.decode("utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["načrt.pdf"]


def test_answers_are_piped_in_as_utf8_in_any_locale():
    done = called("match", "-", "--json", piped="name: Študentka\nanswers: {}".encode(), LC_ALL="C")
    assert (done.returncode, done.stderr) == (0, b"")


@UNIX
@pytest.mark.parametrize("unbuffered", [None, "1"])
def test_a_full_disk_under_the_output_is_told(unbuffered):
    with Path("/dev/full").open("wb") as full:
        done = called("questions", "--json", stdout=full, PYTHONUNBUFFERED=unbuffered)
    assert done.returncode == 1
    assert "written" in one_sentence(done)


@UNIX
def test_a_reader_that_leaves_early_hears_nothing():
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = called("questions", "--json", stdout=writing)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@UNIX
def test_closed_output_is_told():
    done = called("questions", before=lambda: os.close(1))
    assert done.returncode == 1
    one_sentence(done)


@UNIX
def test_a_plan_that_does_not_fit_on_the_disk_leaves_nothing(tmp_path):
    import resource
    import signal

    def little_room():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    target = tmp_path / "plan.pdf"
    done = called("plan", ARCHITECTS, "-o", target, before=little_room)
    assert done.returncode == 1
    assert "not saved" in one_sentence(done)
    assert list(tmp_path.iterdir()) == []


def test_wrong_usage_ends_with_two():
    done = called("match")
    assert (done.returncode, done.stdout) == (2, b"")
    one_sentence(done)


# without arguments


@LINUX
def test_without_a_display_a_plan_is_written(tmp_path):
    done = called(cwd=tmp_path, **no_display())
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"xvfb-run" in done.stdout
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF-")


@LINUX
@pytest.mark.parametrize(
    "display",
    [
        {"DISPLAY": ":4711"},
        {"DISPLAY": "nonsense"},
        {"WAYLAND_DISPLAY": "wayland-4711"},
        {"DISPLAY": ":4711", "WAYLAND_DISPLAY": "wayland-4711"},
        {"QT_QPA_PLATFORM": "nonsense"},
    ],
)
def test_a_display_that_cannot_be_reached_is_told(display, tmp_path):
    done = called(cwd=tmp_path, **no_display(**display))
    assert (done.returncode, done.stdout) == (1, b"")
    one_sentence(done)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def xvfb():
    """Give the name of a real X server; skipped where there is none."""
    program = shutil.which("Xvfb")
    if program is None:
        pytest.skip("Xvfb is not installed")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [program, "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        assert number
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(timeout=10)


WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ccsdesk.ui import start
HEAVY = ("reportlab", "sqlalchemy", "pikepdf", "alembic", "pydantic", "babel", "ccsdesk.rules")
made, opened = start.make_window, start._open
def at_first(window, *args):
    heavy = [n for n in HEAVY if n in sys.modules]
    shown = window.isVisible() and window.windowHandle().isExposed()
    print(QApplication.platformName(), window.windowTitle(), shown, heavy, flush=True)
    opened(window, *args)
def watched(*args, **named):
    window = made(*args, **named)
    def ready():
        print(window.front.shell.page_name(), flush=True)
        window.front.visit.began.connect(lambda: QTimer.singleShot(0, began))
        window.front.open_example()
    def began():
        print(window.front.shell.page_name(), flush=True)
        window.front.visit.finish()
        window.close()
    window.ready.connect(ready)
    return window
start.make_window, start._open = watched, at_first
from ccsdesk.app import main
sys.exit(main([]))
"""


@LINUX
def test_the_window_opens_on_a_real_display(xvfb, tmp_path):
    done = run([sys.executable, "-c", WINDOW], cwd=tmp_path, **no_display(DISPLAY=xvfb))
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().splitlines() == ["xcb CCS Desk True []", "start", "review"]


@LINUX
def test_closing_while_the_window_is_opening_ends_well(tmp_path):
    code = WINDOW.replace("opened(window, *args)", "opened(window, *args); window.close()")
    done = run(
        [sys.executable, "-c", code], cwd=tmp_path, **no_display(QT_QPA_PLATFORM="offscreen")
    )
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert done.stdout.decode().splitlines() == ["offscreen CCS Desk True []"]


@LINUX
def test_a_window_without_a_catalogue_tells_the_terminal_and_ends_as_a_mistake(tmp_path):
    for options, code in (["--catalogue", "gone"], 1), (["--lang", "xx"], 2):
        done = run(
            [sys.executable, "-m", "ccsdesk", *options],
            cwd=tmp_path,
            **no_display(QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(ROOT)),
        )
        assert done.returncode == code
        assert done.stderr.startswith(b"ccsdesk: ")
        assert len(done.stderr.splitlines()) == 1
