"""What may be typed, in which order, and what is said when it does not fit."""

from __future__ import annotations

import pytest

from tests.support.checkout import ROOT
from tests.support.command_line import call

DANCER = ROOT / "examples" / "dancer.yaml"


def one_sentence(ran, code):
    """Check that nothing but one line on standard error is said; gives the line."""
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith("ccsdesk: ")
    assert ran.err.count("\n") == 1
    assert ran.err.endswith(".\n")
    assert "usage:" not in ran.err
    return ran.err


@pytest.mark.parametrize(
    "words",
    [
        ["nothing-like-this"],
        ["match"],
        ["match", DANCER, "extra"],
        ["match", DANCER, "--no-such-option"],
        ["match", DANCER, "--js"],
        ["explain", DANCER],
        ["plan", DANCER],
        ["plan", DANCER, "-o"],
        ["questions", "--lang"],
        ["questions", "--lang", "xx"],
        ["questions", "--lang", ""],
        ["match", DANCER, "--lang", "SL"],
        ["check", "--lang", "xx"],
        ["test", "--lang", "xx"],
        ["--json"],
        ["--json", "match", DANCER],
    ],
)
def test_wrong_usage_is_told_in_one_sentence(words):
    one_sentence(call(*words), 2)


@pytest.mark.parametrize(
    "day", ["2026-02-30", "2026-2-3", "20260203", "2026-W05-1", "yesterday", "", "2026-02-03T00:00"]
)
def test_a_day_that_is_none_is_wrong_usage(day):
    said = one_sentence(call("match", DANCER, "--json", f"--day={day}"), 2)
    assert "YYYY-MM-DD" in said


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "2101-01-01", "9999-12-31"])
def test_a_day_the_rules_cannot_count_with_is_wrong_usage(day):
    assert "2100-12-31" in one_sentence(call("questions", "--json", "--day", day), 2)


@pytest.mark.parametrize("day", ["1900-01-01", "2100-12-31"])
def test_the_first_and_the_last_day_work(day, garden, tmp_path):
    options = ("--day", day, "--catalogue", garden)
    for words in (["questions", "--json"], ["match", "-"], ["plan", "-", "-o", tmp_path / "a.pdf"]):
        ran = call(*words, *options, piped="answers: {}")
        assert (ran.code, ran.err) == (0, "")


def test_a_wrong_day_is_told_in_the_language_asked_for():
    assert "koledarju" in one_sentence(call("match", DANCER, "--day", "x", "--lang", "sl"), 2)


def test_a_missing_language_is_told_with_those_there_are():
    assert "sl, en" in one_sentence(call("questions", "--lang", "de"), 2)


def test_common_options_may_stand_before_or_after_the_command(garden):
    before = call("--catalogue", garden, "--lang", "de", "--day", "2026-04-02", "questions")
    after = call("questions", "--catalogue", garden, "--lang", "de", "--day", "2026-04-02")
    mixed = call("--lang", "de", "questions", "--catalogue", garden, "--day", "2026-04-02")
    assert before == after == mixed
    assert before.code == 0
    assert "Ihre Parzelle" in before.out


def test_what_is_said_after_the_command_counts():
    ran = call("--day", "2026-01-01", "match", DANCER, "--json", "--day", "2026-12-01")
    assert ran.document["day"] == "2026-12-01"


def test_without_a_day_it_is_today():
    assert call("match", DANCER, "--json").document["day"] == "2026-11-23"


@pytest.mark.parametrize("words", [["--help"], ["plan", "--help"]])
def test_help_is_printed_and_nothing_is_wrong(words):
    ran = call(*words)
    assert (ran.code, ran.err) == (0, "")
    assert "usage: ccsdesk" in ran.out
    assert "--day" in ran.out


def test_a_programme_that_does_not_exist_is_told_with_the_nearest(garden):
    ran = call("explain", "-", "rain-barel", "--catalogue", garden, piped="answers: {}")
    assert (ran.code, ran.out) == (1, "")
    assert "“rain-barrel”" in ran.err


@pytest.mark.parametrize("command", ["questions", "match", "explain", "check", "test", "plan"])
def test_a_catalogue_that_is_not_there_is_told(command, tmp_path):
    words = {
        "match": [DANCER],
        "explain": [DANCER, "x"],
        "plan": [DANCER, "-o", tmp_path / "plan.pdf"],
    }.get(command, [])
    said = call(command, *words, "--catalogue", tmp_path / "nowhere")
    assert (said.code, said.out) == (1, "")
    assert f"{tmp_path}/nowhere" in said.err
    assert said.err.count("\n") == 1


def test_a_session_is_told_in_slovenian_where_asked():
    ran = call("match", "nowhere.yaml", "--lang", "sl")
    assert ran.code == 1
    assert ran.err.startswith("ccsdesk: nowhere.yaml: ")
    assert "datotek" in ran.err.lower()
    assert "file" not in ran.err.lower().replace("such file", "")


def test_what_is_quoted_in_an_error_cannot_break_the_line():
    ran = call("match", "no\nsuch\x1b[31mfile")
    assert ran.err.count("\n") == 1
    assert "\x1b" not in ran.err
