"""A report of a bug says where in the code it happened, and nothing that a person said."""

from __future__ import annotations

import errno
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccsdesk.domain.answers import AnswerSet, Choice, Written
from ccsdesk.services.bug_reports import MOST_FRAMES, report, told_bug, write_report
from ccsdesk.text import Words

NOON = datetime(2026, 11, 23, 12, 30, 15, tzinfo=UTC)
# letters that stand in no report by chance
SECRETS = st.text("ЖЩЮЯБ", min_size=1, max_size=12)


def failing(answers, how):
    """Fail in one of the ways in which a library or our own code quotes what it was given."""
    secret = answers.answers["wish"].text
    failures = {
        "key": lambda: {}[secret],
        "value": lambda: int(secret),
        "encoding": lambda: secret.encode("ascii"),
        "assertion": lambda: _refuse(AssertionError(answers)),
        "attribute": lambda: getattr(answers, secret),
        "file": lambda: _refuse(OSError(errno.ENOENT, "no such file", secret)),
        "group": lambda: _refuse(ExceptionGroup(secret, [ValueError(secret)])),
        "note": lambda: _noted(secret),
    }
    try:
        failures[how]()
    except Exception as error:
        raise RuntimeError(secret, answers) from error


def _refuse(error):
    raise error


def _noted(secret):
    error = ValueError(secret)
    error.add_note(secret)
    raise error


@pytest.mark.parametrize(
    "how", ["key", "value", "encoding", "assertion", "attribute", "file", "group", "note"]
)
@given(secret=SECRETS)
def test_no_answer_gets_into_a_report(how, secret):
    answers = AnswerSet({"wish": Written(secret), "role": Choice(frozenset({secret}))}, name=secret)
    with pytest.raises(RuntimeError) as caught:
        failing(answers, how)
    written = report(caught.value)
    assert secret not in written
    assert not set(written) & set("ЖЩЮЯБ")


def test_a_report_names_the_places_in_the_code_and_what_led_there():
    with pytest.raises(RuntimeError) as caught:
        failing(AnswerSet({"wish": Written("x")}), "key")
    written = report(caught.value)
    assert written.startswith("CCS Desk ")
    assert "RuntimeError" in written
    assert "after KeyError" in written
    assert "test_bug_reports.py:" in written
    assert "in failing" in written
    assert str(NOON) not in written


def test_a_bottomless_error_gives_a_short_report():
    def deeper(depth):
        return deeper(depth + 1)

    with pytest.raises(RecursionError) as caught:
        deeper(0)
    assert len(report(caught.value).splitlines()) <= MOST_FRAMES + 2


def test_a_report_stands_in_a_file_named_by_the_time(tmp_path):
    path = write_report(ValueError("x"), tmp_path / "reports", NOON)
    assert path == tmp_path / "reports" / "bug-20261123T123015.txt"
    assert "ValueError" in path.read_text(encoding="utf-8")


def test_where_no_report_can_be_written_the_person_is_told_all_the_same(tmp_path):
    (tmp_path / "reports").write_text("in the way", encoding="utf-8")
    assert write_report(ValueError("x"), tmp_path / "reports", NOON) is None
    assert told_bug(None, Words("en")) == (
        "Something unexpected happened; this is a mistake of ours."
    )


def test_it_is_told_where_the_report_is(tmp_path):
    assert str(tmp_path / "a.txt") in told_bug(tmp_path / "a.txt", Words("sl"))
    assert "naša napaka" in told_bug(None, Words("sl"))
