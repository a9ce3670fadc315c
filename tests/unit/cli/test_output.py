"""Output that cannot be written: a full disk, a reader that has gone, no output at all."""

from __future__ import annotations

import errno
import io
import os
import sys

import pytest

from ccsdesk import cli
from ccsdesk.domain.clock import FixedClock
from tests.support.checkout import ROOT
from tests.support.command_line import DAY

COMMANDS = {
    "questions": ["questions"],
    "questions as json": ["questions", "--json"],
    "match": ["match", str(ROOT / "examples" / "student.yaml")],
    "check": ["check", "--json"],
    "help": ["--help"],
}


class Refusing(io.StringIO):
    """Standard output that fails, when written to or only at the end."""

    def __init__(self, error, *, late) -> None:
        super().__init__()
        self._error = error
        self._late = late

    def write(self, text):
        if not self._late:
            raise self._error
        return len(text)

    def flush(self):
        if self._late:
            raise self._error


def run(words):
    return cli.run(words, FixedClock(DAY), without_command=lambda _session: 0)


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_disk_is_told(name, late, monkeypatch, capsys):
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    monkeypatch.setattr(sys, "stdout", Refusing(full, late=late))
    assert run(COMMANDS[name]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "could not be written" in said


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize("name", COMMANDS)
def test_a_reader_that_has_seen_enough_is_no_failure(name, late, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdout", Refusing(BrokenPipeError(), late=late))
    assert run(COMMANDS[name]) == 0
    assert capsys.readouterr().err == ""


def test_no_output_at_all_is_told(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdout", None)
    assert run(["questions"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_no_error_output_is_no_failure_of_its_own(monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    assert run(["nothing-like-this"]) == 2


def test_no_input_at_all_is_told(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", None)
    assert run(["match", "-"]) == 1
    assert capsys.readouterr().err.startswith("ccsdesk: -: ")


def test_the_computer_refusing_something_else_is_told(monkeypatch, capsys):
    def refuse(*_args):
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    monkeypatch.setattr("ccsdesk.services.catalogue_care.open_catalogue", refuse)
    assert run(["questions"]) == 1
    assert capsys.readouterr().err.count("\n") == 1
