"""What is said of the days from which and until which the conditions are met by time alone."""

from __future__ import annotations

from datetime import date

import pytest

from ccsdesk.domain.verdict import Group, ProgrammeResult, Window, WindowState
from ccsdesk.report.offer_words import by_time_alone, decides, waiting_words, when_lines
from ccsdesk.report.voice import Voice
from ccsdesk.text import Words
from tests.support.plans import catalogue, result

ALWAYS = WindowState(Window.ROLLING)
NEAR = date(2028, 11, 24)
FIRST, LAST = date(2027, 5, 1), date(2028, 3, 15)


def voice(language: str = "en") -> Voice:
    return Voice(catalogue({}), Words(language))


def later(**more: object) -> ProgrammeResult:
    return result("voucher", Group.ONE_STEP, ALWAYS, near=NEAR, waits=True, starts=FIRST, **more)


@pytest.mark.parametrize(
    ("language", "starts", "until", "said"),
    [
        ("en", None, LAST, "You meet the conditions until 15 March 2028."),
        ("sl", None, LAST, "Pogoje izpolnjujete do 15. marca 2028."),
        (
            "en",
            FIRST,
            None,
            "You will meet the conditions from 1 May 2027, if nothing else changes.",
        ),
        (
            "sl",
            FIRST,
            None,
            "Pogoje boste izpolnjevali od 1. maja 2027, če se ne spremeni nič drugega.",
        ),
        (
            "en",
            FIRST,
            LAST,
            "You will meet the conditions from 1 May 2027 until 15 March 2028, if nothing else changes.",
        ),
        (
            "sl",
            FIRST,
            LAST,
            "Pogoje boste izpolnjevali od 1. maja 2027 do 15. marca 2028, če se ne spremeni nič drugega.",
        ),
    ],
)
def test_both_days_are_said_in_one_sentence(
    language: str, starts: date | None, until: date | None, said: str
) -> None:
    found = result("voucher", Group.APPLY_NOW, ALWAYS, near=NEAR, starts=starts, until=until)
    assert by_time_alone(voice(language), found) == said
    assert when_lines(voice(language), found)[1:] == [said]


def test_nothing_is_said_of_days_that_are_far_off_nor_of_what_is_over() -> None:
    far = result("voucher", Group.APPLY_NOW, ALWAYS, near=NEAR, until=date(2028, 11, 25))
    closed = WindowState(Window.CLOSED)
    over = result("voucher", Group.NOT_FOR_YOU, closed, near=NEAR, until=LAST)
    for found in (far, over):
        assert by_time_alone(voice(), found) == ""
        assert len(when_lines(voice(), found)) == 1


def test_waiting_is_the_step_where_it_helps_within_a_year() -> None:
    assert decides(voice(), later()) == ("From 1 May 2027 on, by time alone.", "")
    assert waiting_words(voice(), later()) == "From 1 May 2027 on, by time alone."


def test_waiting_longer_is_no_step() -> None:
    found = result("voucher", Group.NOT_FOR_YOU, ALWAYS, near=NEAR, starts=LAST)
    assert waiting_words(voice(), found) == ""
