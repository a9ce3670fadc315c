"""The places on disk, in all three forms the program comes in."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from ccsdesk import paths
from ccsdesk.domain.errors import StorageError
from tests.support.checkout import ROOT


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """Build the wheel once, with the build library of the development lock and no network."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        check=True,
        capture_output=True,
        cwd=ROOT,
    )
    (built,) = folder.glob("ccsdesk-*.whl")
    return built


@pytest.fixture
def installed(wheel, tmp_path):
    """Unpack the wheel as an installation does; gives its site-packages."""
    site = tmp_path / "site-packages"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return site


def run_installed(site, code):
    """Run code that sees the unpacked wheel and not the checkout."""
    done = subprocess.run(
        [sys.executable, "-P", "-c", f"import sys; sys.path.insert(0, {str(site)!r}); {code}"],
        capture_output=True,
        text=True,
        check=False,
        cwd=site,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def files_below(folder):
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.mark.parametrize("shipped", [paths.resources, paths.examples])
def test_a_checkout_has_what_is_shipped_beside_the_package(shipped):
    assert shipped() == ROOT / shipped.__name__


@pytest.mark.parametrize("name", ["resources", "examples"])
def test_an_installed_wheel_finds_what_is_shipped_inside_it(installed, name):
    found = run_installed(installed, f"from ccsdesk import paths; print(paths.{name}())")
    assert Path(found) == installed / "ccsdesk" / f"_{name}"


@pytest.mark.parametrize("name", ["resources", "examples"])
def test_the_wheel_holds_everything_that_is_shipped(installed, name):
    inside = files_below(installed / "ccsdesk" / f"_{name}")
    assert inside == files_below(ROOT / name)
    assert inside


def test_the_wheel_holds_every_module_and_the_licences(installed):
    package = {name for name in files_below(installed / "ccsdesk") if name.endswith(".py")}
    assert package == {name for name in files_below(ROOT / "ccsdesk") if name.endswith(".py")}
    licences = {path.name for path in installed.glob("*.dist-info/licenses/*")}
    assert licences == {"LICENSE", "LICENSE-CATALOGUE", "NOTICE"}


def test_an_installed_wheel_finds_its_licences_inside_it(installed):
    found = run_installed(installed, "from ccsdesk import paths; print(paths.licences())")
    assert Path(found) == installed / "ccsdesk" / "_licences"
    assert files_below(Path(found)) == {"LICENSE", "LICENSE-CATALOGUE", "NOTICE"}


def test_a_checkout_has_its_licences_at_the_top():
    assert paths.licences() == ROOT


def test_an_installed_wheel_is_never_portable(installed, monkeypatch):
    monkeypatch.delenv("CCSDESK_DATA")
    (installed / "portable").mkdir()
    found = run_installed(installed, "from ccsdesk import paths; print(paths.places().data)")
    assert installed not in Path(found).parents


@pytest.fixture
def bundle(tmp_path, monkeypatch):
    """Pretend to be a frozen bundle: the program in one folder, its files in another below it."""
    inside = tmp_path / "_internal"
    (inside / "resources").mkdir(parents=True)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(inside), raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "ccsdesk"))
    return tmp_path


def test_a_frozen_bundle_finds_its_resources_inside(bundle):
    assert paths.resources() == bundle / "_internal" / "resources"


def test_a_frozen_bundle_without_its_files_says_so(bundle):
    (bundle / "_internal" / "resources").rmdir()
    with pytest.raises(StorageError, match="missing from") as told:
        paths.resources()
    assert str(bundle) in str(told.value)


def test_the_variable_sends_everything_to_one_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("CCSDESK_DATA", str(tmp_path / "own"))
    found = paths.places()
    assert found.data == tmp_path / "own"
    assert {found.cache.parent, found.config.parent} == {tmp_path / "own"}


def test_a_relative_variable_is_taken_from_here_and_now(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CCSDESK_DATA", "own")
    assert paths.places().data == tmp_path / "own"


def test_a_folder_named_portable_beside_a_bundle_keeps_everything(bundle, monkeypatch):
    monkeypatch.delenv("CCSDESK_DATA")
    (bundle / "portable").mkdir()
    assert paths.places().data == bundle / "portable"


def test_the_variable_comes_before_the_portable_folder(bundle, tmp_path, monkeypatch):
    (bundle / "portable").mkdir()
    monkeypatch.setenv("CCSDESK_DATA", str(tmp_path / "own"))
    assert paths.places().data == tmp_path / "own"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the folders of Linux")
def test_otherwise_the_folders_of_the_system_are_used(tmp_path, monkeypatch):
    monkeypatch.delenv("CCSDESK_DATA")
    for kind in ("DATA", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    found = paths.places()
    assert found.data == tmp_path / "data" / "ccsdesk"
    assert found.cache == tmp_path / "cache" / "ccsdesk"
    assert found.config == tmp_path / "config" / "ccsdesk"


def test_naming_places_makes_no_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("CCSDESK_DATA", str(tmp_path / "own"))
    paths.places()
    assert not (tmp_path / "own").exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is a display")
def test_an_installed_wheel_writes_a_plan_without_a_display(installed, tmp_path, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PYTHONPATH", str(installed))
    done = subprocess.run(
        [sys.executable, "-P", "-m", "ccsdesk"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "plan.pdf").stat().st_size > 10_000
