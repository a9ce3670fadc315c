"""The main job without a window: answers in, a PDF out, or one sentence why not."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from ccsdesk import app, paths
from tests.support.checkout import ROOT
from tests.support.command_line import DAY, call

PHOTOGRAPHER = ROOT / "examples" / "photographer.yaml"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions and devices")


@pytest.fixture
def refused(monkeypatch):
    """Make writing anything new fail as if the disk said so."""

    def make(number):
        def fail(*_):
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr(os, "fsync", fail)

    return make


def wrong(ran):
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("\n") == 1
    return ran.err


def test_a_plan_is_written_and_said_to_be(tmp_path):
    target = tmp_path / "plan.pdf"
    ran = call("plan", PHOTOGRAPHER, "-o", target, "--lang", "en")
    assert (ran.code, ran.err) == (0, "")
    assert str(target) in ran.out
    assert target.read_bytes().startswith(b"%PDF-")
    assert [path.name for path in tmp_path.iterdir()] == ["plan.pdf"]


def test_the_same_answers_give_the_same_bytes_and_languages_differ(tmp_path, garden, answers):
    path = answers("answers: {has_plot: true, role: member}")
    made = []
    for number, language in enumerate(("en", "en", "de")):
        target = tmp_path / f"{number}.pdf"
        options = ("--lang", language, "--catalogue", garden)
        assert call("plan", path, "-o", target, *options).code == 0
        made.append(target.read_bytes())
    assert made[0] == made[1] != made[2]


def test_an_older_plan_is_replaced(tmp_path, garden):
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"old")
    ran = call("plan", "-", "--output", target, "--catalogue", garden, piped="answers: {}")
    assert ran.code == 0
    assert target.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("number", "said"), [(errno.ENOSPC, "full"), (errno.EIO, "could not be written")]
)
def test_where_the_disk_refuses_nothing_is_left_and_the_older_plan_stays(
    number, said, refused, tmp_path, garden
):
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"old")
    refused(number)
    ran = call("plan", "-", "-o", target, "--catalogue", garden, piped="answers: {}")
    assert said in wrong(ran)
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["plan.pdf"]


def test_a_folder_that_is_missing_or_stands_in_the_place_is_told(tmp_path, garden):
    for target in (tmp_path / "nowhere" / "plan.pdf", tmp_path):
        ran = call("plan", "-", "-o", target, "--catalogue", garden, piped="answers: {}")
        assert str(tmp_path) in wrong(ran)
    assert list(tmp_path.iterdir()) == []


@POSIX
def test_a_folder_one_may_not_write_to_is_told(tmp_path, garden):
    folder = Path("/proc/self/fd") if os.geteuid() == 0 else tmp_path / "locked"
    folder.mkdir(mode=0o500, exist_ok=True)
    ran = call("plan", "-", "-o", folder / "plan.pdf", "--catalogue", garden, piped="answers: {}")
    assert "not saved" in wrong(ran)


@POSIX
def test_a_full_device_is_told_and_stays_a_device(garden):
    ran = call("plan", "-", "-o", "/dev/full", "--catalogue", garden, piped="answers: {}")
    assert "full" in wrong(ran)
    assert Path("/dev/full").is_char_device()


@POSIX
def test_a_plan_behind_a_link_is_replaced_and_the_link_stays(tmp_path, garden):
    (tmp_path / "there").mkdir()
    link = tmp_path / "plan.pdf"
    link.symlink_to(tmp_path / "there" / "real.pdf")
    assert call("plan", "-", "-o", link, "--catalogue", garden, piped="answers: {}").code == 0
    assert link.is_symlink()
    assert (tmp_path / "there" / "real.pdf").read_bytes().startswith(b"%PDF-")


# without arguments and without a display


@pytest.fixture
def no_display(monkeypatch, tmp_path):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is a display")
class TestWithoutADisplay:
    def test_the_plan_of_an_example_is_written(self, no_display, capsys):
        assert app.main([]) == 0
        said = capsys.readouterr()
        assert said.err == ""
        assert "plan.pdf" in said.out
        assert "xvfb-run" in said.out
        assert "window" in said.out
        assert (no_display / "plan.pdf").read_bytes().startswith(b"%PDF-")

    def test_the_plan_is_that_of_the_day_and_language_asked_for(self, no_display, capsys):
        assert app.main(["--day", DAY.isoformat(), "--lang", "sl"]) == 0
        assert "okno" in capsys.readouterr().out.lower()
        made = (no_display / "plan.pdf").read_bytes()
        example = paths.examples() / app.FIRST_EXAMPLE
        assert call("plan", example, "-o", "other.pdf", "--lang", "sl").code == 0
        assert (no_display / "other.pdf").read_bytes() == made

    def test_another_catalogue_gives_the_plan_of_its_first_case(self, no_display, garden, capsys):
        assert app.main(["--catalogue", str(garden)]) == 0
        assert "A member on a small plot" in capsys.readouterr().out
        assert (no_display / "plan.pdf").stat().st_size > 1000

    def test_another_catalogue_without_cases_gives_a_plan_too(self, no_display, own_garden, capsys):
        folder = own_garden({"cases/members.yaml": None})
        assert app.main(["--catalogue", str(folder)]) == 0
        assert "plan.pdf" in capsys.readouterr().out

    def test_a_folder_one_cannot_write_to_is_told(self, no_display, capsys, refused):
        refused(errno.ENOSPC)
        assert app.main([]) == 1
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.count("\n") == 1


# a mistake of ours


def test_an_error_nobody_expected_is_one_sentence_and_a_report(monkeypatch, capsys, kept, garden):
    def fail(*_args, **_named):
        raise RuntimeError("role: member, a secret")

    monkeypatch.setattr("ccsdesk.cli.commands.Results", fail)
    assert app.main(["questions", "--json", "--catalogue", str(garden)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    (report,) = (kept / "reports").iterdir()
    assert str(report) in said.err
    assert "RuntimeError" in report.read_text(encoding="utf-8")
    assert "secret" not in report.read_text(encoding="utf-8")


def test_being_stopped_is_no_mistake(monkeypatch, capsys, garden):
    def stop(*_args, **_named):
        raise KeyboardInterrupt

    monkeypatch.setattr("ccsdesk.cli.commands.Results", stop)
    assert app.main(["questions", "--json", "--catalogue", str(garden)]) == 1
    assert capsys.readouterr() == ("", "ccsdesk: Stopped.\n")
