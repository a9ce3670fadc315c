"""What Qt needs of the system, told before Qt is asked."""

from __future__ import annotations

import subprocess
import sys

import pytest

from ccsdesk.ui import system_libraries
from tests.support.checkout import ROOT

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="other systems bring what Qt needs"
)


@pytest.fixture
def lacking(monkeypatch):
    """Pretend that libraries are missing, by the start of their names."""

    def pretend(*starts):
        monkeypatch.setattr(system_libraries, "_loads", lambda name: not name.startswith(starts))

    pretend("nothing")
    return pretend


def test_with_everything_there_nothing_is_missing(lacking):
    assert system_libraries.missing_for_window({"DISPLAY": ":0"}) == {}


def test_a_missing_library_is_named_with_its_package(lacking):
    lacking("libxcb-cursor")
    assert system_libraries.missing_for_window({"DISPLAY": ":0"}) == {
        "libxcb-cursor.so.0": "libxcb-cursor0"
    }


def test_an_invisible_window_needs_no_display_libraries(lacking):
    lacking("libxcb", "libwayland")
    assert system_libraries.missing_for_window({"QT_QPA_PLATFORM": "offscreen"}) == {}
    assert system_libraries.missing_offscreen() == {}


def test_one_working_display_is_enough_where_two_are_offered(lacking):
    both = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}
    lacking("libwayland")
    assert system_libraries.missing_for_window(both) == {}
    lacking("libxcb")
    assert system_libraries.missing_for_window(both) == {}
    lacking("libxcb", "libwayland-egl")
    assert system_libraries.missing_for_window(both) == {"libwayland-egl.so.1": "libwayland-egl1"}


def test_the_sentence_has_one_command_for_exactly_the_missing(lacking, monkeypatch):
    monkeypatch.setattr(system_libraries.shutil, "which", lambda name: f"/usr/bin/{name}")
    lacking("libglib", "libgthread", "libEGL")
    monkeypatch.setattr(system_libraries.os, "geteuid", lambda: 0)
    told = system_libraries.sentence(system_libraries.missing_offscreen(), purpose="The test run")
    assert told.startswith("The test run needs parts of the system that are missing: ")
    assert "libEGL.so.1, libglib-2.0.so.0, libgthread-2.0.so.0" in told
    assert told.endswith("apt-get install -y libegl1 libglib2.0-0")


@pytest.mark.parametrize(
    ("user", "sudo", "lists", "command"),
    [
        (0, True, True, "apt-get install -y libegl1"),
        (0, True, False, "apt-get update && apt-get install -y libegl1"),
        (1000, True, True, "sudo apt-get install -y libegl1"),
        (1000, True, False, "sudo apt-get update && sudo apt-get install -y libegl1"),
        (1000, False, False, "su -c 'apt-get update && apt-get install -y libegl1'"),
    ],
)
def test_the_command_fits_the_person_who_types_it(monkeypatch, user, sudo, lists, command):
    monkeypatch.setattr(system_libraries.os, "geteuid", lambda: user)
    monkeypatch.setattr(
        system_libraries.shutil, "which", lambda _: "/usr/bin/sudo" if sudo else None
    )
    monkeypatch.setattr(system_libraries, "_apt_knows_packages", lambda: lists)
    assert system_libraries.apt_command(["libegl1", "libegl1"]) == command


def test_a_long_list_is_cut_but_the_command_is_not(monkeypatch):
    monkeypatch.setattr(system_libraries.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(system_libraries.os, "geteuid", lambda: 0)
    told = system_libraries.sentence(
        {f"lib{number}.so": f"lib{number}" for number in range(9)}, purpose="The window"
    )
    assert "lib0.so, lib1.so, lib2.so, lib3.so, lib4.so, and 4 more. Install" in told
    assert told.endswith("lib0 lib1 lib2 lib3 lib4 lib5 lib6 lib7 lib8")


def test_elsewhere_than_debian_the_files_are_named(lacking, monkeypatch):
    monkeypatch.setattr(system_libraries.shutil, "which", lambda _: None)
    told = system_libraries.sentence({"libEGL.so.1": "libegl1"}, purpose="The window")
    assert "libEGL.so.1" in told
    assert "apt-get" not in told
    assert "package manager" in told


@pytest.mark.parametrize("name", ["WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM"])
def test_a_display_is_known_by_its_variable(name):
    assert system_libraries.has_display({name: "something"})
    assert not system_libraries.has_display({name: ""})


def test_the_loader_is_really_asked():
    assert system_libraries._missing({"libc.so.6": "libc6"}) == {}  # noqa: SLF001
    assert system_libraries._missing({"libnosuch.so.9": "none"}) == {  # noqa: SLF001
        "libnosuch.so.9": "none"
    }


def test_looking_does_not_import_qt():
    code = (
        "import sys; from ccsdesk.ui import system_libraries as s; s.missing_for_window(); "
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT).returncode == 0
