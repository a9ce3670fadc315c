"""Making and mending an environment for real, from wheels made here and without a network."""

from __future__ import annotations

import errno
import subprocess
import sys

import pytest

from ccsdesk.ui import system_libraries
from tests.support.checkout import ROOT
from tests.support.wheels import lock_of, make_wheel, pin
from tools import environment, installing
from tools.environment import SetupError


@pytest.fixture(scope="module")
def wheels(tmp_path_factory):
    return tmp_path_factory.mktemp("wheels")


@pytest.fixture(autouse=True)
def no_index(wheels, monkeypatch):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(wheels))
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.setattr(installing, "NEEDED_MB", 30)


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """Give one checkout for the module, in a folder with a space, its environment made once."""
    return tmp_path_factory.mktemp("a folder")


@pytest.fixture
def lock(root, wheels):
    """Write locks into the checkout; the environment starts as alpha 1.0 alone."""

    def write(runtime, development):
        (root / "requirements.lock").write_text(lock_of(runtime, development), encoding="utf-8")

    write(make_wheel(wheels, "alpha", "1.0"), make_wheel(wheels, "beta", "1.0"))
    environment.prepare(("runtime",), root=root)
    return write


def ask(root, code):
    python = environment.venv_python(root)
    done = subprocess.run(
        [python, "-I", "-c", code], capture_output=True, text=True, check=False, cwd=root
    )
    return done.stdout.strip() or done.stderr.strip().splitlines()[-1]


def test_a_section_that_is_not_wanted_is_left_alone(root, lock, wheels):
    lock(make_wheel(wheels, "alpha", "1.5"), pin("gamma", "1.0", "0" * 64))
    environment.prepare(("runtime",), root=root)
    assert ask(root, "import alpha; print(alpha.VERSION)") == "1.5"
    assert "No module named" in ask(root, "import gamma")


def test_a_changed_lock_is_followed(root, lock, wheels):
    lock(make_wheel(wheels, "alpha", "2.0"), make_wheel(wheels, "beta", "1.0"))
    environment.prepare(("runtime", "development"), root=root)
    assert ask(root, "import alpha, beta; print(alpha.VERSION, beta.VERSION)") == "2.0 1.0"


def test_a_package_with_another_hash_is_refused_and_the_old_state_stays(root, lock, wheels):
    make_wheel(wheels, "alpha", "3.0")
    before = environment.read_stamp(root)
    lock(pin("alpha", "3.0", "0" * 64), make_wheel(wheels, "beta", "1.0"))
    with pytest.raises(SetupError, match="not the one that was locked"):
        environment.prepare(("runtime",), root=root)
    assert ask(root, "import alpha; print(alpha.VERSION)") == "1.0"
    assert environment.read_stamp(root) == before


def test_a_package_that_is_not_to_be_had_is_named(root, lock, wheels):
    lock(pin("gamma", "1.0", "0" * 64), make_wheel(wheels, "beta", "1.0"))
    with pytest.raises(SetupError, match="no ready-made package of gamma for Python 3"):
        environment.prepare(("runtime",), root=root)


def test_what_was_interrupted_half_way_is_made_anew(root, lock):
    folder = environment.venv_folder(root)
    (folder / "ccsdesk-unfinished").write_text("", encoding="utf-8")
    environment.stamp_file(root).unlink()
    (folder / "left-over").write_text("", encoding="utf-8")
    environment.prepare(("runtime",), root=root)
    assert not (folder / "left-over").exists()
    assert not (root / ".venv.discarded").exists()
    assert ask(root, "import alpha; print(alpha.VERSION)") == "1.0"


def test_two_starts_at_once_make_one_environment(root, lock):
    environment.stamp_file(root).unlink()
    code = (
        "import pathlib, sys; from tools import environment, installing; "
        "installing.NEEDED_MB = 30; "
        "print(environment.prepare(('runtime',), root=pathlib.Path(sys.argv[1])))"
    )
    starts = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(root)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    ends = [start.communicate(timeout=50) for start in starts]
    assert [start.returncode for start in starts] == [0, 0], ends
    assert {out.strip() for out, _ in ends} == {str(environment.venv_python(root))}
    assert sum("ready after" in err for _, err in ends) == 1


def test_a_full_disk_is_told_before_anything_is_made(tmp_path, monkeypatch, wheels):
    monkeypatch.setattr(installing, "NEEDED_MB", 10**9)
    text = lock_of(make_wheel(wheels, "alpha", "1.0"), make_wheel(wheels, "beta", "1.0"))
    (tmp_path / "requirements.lock").write_text(text, encoding="utf-8")
    with pytest.raises(SetupError, match=r"needs about 1000000000 MB .* Free some space"):
        environment.prepare(("runtime",), root=tmp_path)
    assert not environment.venv_folder(tmp_path).exists()


@pytest.fixture
def bare(monkeypatch, tmp_path, wheels):
    """Pretend to be a Debian whose Python has no venv; gives a checkout there."""
    text = lock_of(make_wheel(wheels, "alpha", "1.0"), make_wheel(wheels, "beta", "1.0"))
    (tmp_path / "requirements.lock").write_text(text, encoding="utf-8")
    monkeypatch.setattr(installing, "find_spec", lambda _: None)
    monkeypatch.setattr(system_libraries.shutil, "which", lambda name: f"/usr/bin/{name}")
    return tmp_path


def test_a_python_without_venv_is_told_the_package(bare):
    with pytest.raises(SetupError, match=r"Install them with: .*apt-get install -y python3.*-venv"):
        environment.prepare(("runtime",), root=bare)


def test_what_a_window_needs_is_named_in_the_same_breath(bare, monkeypatch, capsys):
    monkeypatch.setattr(system_libraries, "missing_for_window", lambda: {"libEGL.so.1": "libegl1"})
    with pytest.raises(SystemExit):
        environment.enter("runtime", window=True, root=bare)
    told = capsys.readouterr().err
    assert "libEGL.so.1, the Python module venv" in told
    assert "apt-get install -y libegl1 python3" in told


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("ERROR: Could not install ... [Errno 28] No space left on device", "disk is full"),
        (
            "WARNING: Retrying ... NewConnectionError(...)\nERROR: No matching distribution found",
            "no connection to the package index",
        ),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM ...", "not the one that was locked"),
        (
            "ERROR: Could not find a version that satisfies the requirement lxml==6.1.3 (from ...)",
            "no ready-made package of lxml for Python",
        ),
        ("ERROR: Could not install: [Errno 13] Permission denied: 'x'", "could not be written"),
        ("ERROR: Something else.", 'could not be installed ("Something else.")'),
    ],
)
def test_what_pip_says_becomes_one_sentence_with_a_remedy(tmp_path, output, said):
    sentence = installing.explain_pip(output, root=tmp_path)
    assert said in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EROFS, "cannot write into its own folder"),
        (errno.EACCES, "cannot write into its own folder"),
        (errno.EIO, "Delete that folder and start again"),
    ],
)
def test_a_failing_disk_becomes_one_sentence_with_a_remedy(tmp_path, number, said):
    sentence = installing.explain_os_error(OSError(number, "it failed"), root=tmp_path)
    assert said in sentence
    assert "\n" not in sentence
