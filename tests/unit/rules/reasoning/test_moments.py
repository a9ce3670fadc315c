"""The window of a programme on a day, to the day, and the days and values its conditions refer to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from ccsdesk.domain.programme import Round, Status, UsualClosing, WindowKind, WindowRule
from ccsdesk.domain.verdict import Expected, Window, WindowState
from ccsdesk.rules.language.core import MomentName
from ccsdesk.rules.reasoning.moments import Moments, moments_on, plain_moments, window_on
from tests.support.offers import ROLLING, ROUNDS, call, measure, programme

APRIL = call("2026-04-01", "2026-04-30")
RECURRING = WindowRule(WindowKind.RECURRING, month=2, confidence="high")
AUTUMN = WindowRule(WindowKind.RECURRING, month=10, confidence="medium", closing=UsualClosing(11))


def day_of(text: str) -> date:
    return date.fromisoformat(text)


def state(day: str, *rounds: Round, window: WindowRule = ROUNDS, **more: object) -> WindowState:
    return window_on(programme(window=window, rounds=rounds, **more), day_of(day))


def moments(day: str, *rounds: Round, window: WindowRule = ROUNDS, **more: object) -> Moments:
    item = programme(window=window, rounds=rounds, **more)
    return moments_on(item, window_on(item, day_of(day)), day_of(day))


def moment(found: Moments, name: MomentName) -> str:
    return date.fromordinal(found.days[name]).isoformat()


def test_what_follows_the_deadline_is_the_day_the_round_says() -> None:
    round_ = replace(
        APRIL, award=day_of("2026-06-01"), signing=day_of("2026-07-01"), claim=day_of("2026-12-01")
    )
    found = moments("2026-04-10", round_)
    names = (MomentName.AWARD, MomentName.SIGNING, MomentName.CLAIM)
    assert [moment(found, name) for name in names] == ["2026-06-01", "2026-07-01", "2026-12-01"]
    assert not found.assumed


def test_a_day_after_the_deadline_that_nobody_told_is_the_one_before_and_assumed() -> None:
    found = moments("2026-04-10", replace(APRIL, signing=day_of("2026-07-01")))
    assert moment(found, MomentName.AWARD) == "2026-04-30"
    assert moment(found, MomentName.CLAIM) == "2026-07-01"
    assert found.assumed == {MomentName.AWARD, MomentName.CLAIM}


def test_the_signing_of_a_past_round_is_never_carried_over() -> None:
    found = moments("2026-05-10", replace(APRIL, signing=day_of("2026-07-01")), window=RECURRING)
    assert moment(found, MomentName.SIGNING) == moment(found, MomentName.DEADLINE) == "2026-05-10"
    assert MomentName.SIGNING in found.assumed


# -- the window ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "window"),
    [
        ("2026-03-31", Window.LATER),
        ("2026-04-01", Window.NOW),
        ("2026-04-30", Window.NOW),
        ("2026-05-01", Window.CLOSED),
    ],
)
def test_a_round_is_open_from_its_first_to_its_last_day(day: str, window: Window) -> None:
    assert state(day, APRIL).window is window


def test_an_announced_round_shows_its_days_before_and_while_it_is_open() -> None:
    for day in ("2026-03-31", "2026-04-15"):
        found = state(day, APRIL)
        assert (found.opens, found.closes) == (day_of("2026-04-01"), day_of("2026-04-30"))


def test_a_round_that_only_closes_is_open_until_that_day() -> None:
    only = call(None, "2026-04-30")
    assert state("2020-01-01", only).window is Window.NOW
    assert state("2026-04-30", only).window is Window.NOW
    assert state("2026-05-01", only).window is Window.CLOSED
    assert state("2026-05-01", only, window=RECURRING).window is Window.LATER


def test_a_round_that_only_opens_stays_open() -> None:
    only = call("2026-04-01", None)
    assert state("2026-03-31", only).window is Window.LATER
    assert state("2030-01-01", only).window is Window.NOW


def test_a_round_without_days_announces_nothing() -> None:
    found = state("2026-04-01", call(None, None, sum=Decimal(5)), window=RECURRING)
    assert (found.window, found.opens, found.assumed_round) == (Window.LATER, None, True)


def test_the_nearest_of_several_coming_rounds_counts() -> None:
    found = state("2026-01-01", call("2026-09-01", "2026-09-30"), APRIL)
    assert (found.opens, found.round_index) == (day_of("2026-04-01"), 1)


def test_an_open_round_comes_before_a_coming_one_and_before_a_rolling_window() -> None:
    later = call("2026-09-01", "2026-09-30")
    found = state("2026-04-10", later, APRIL, window=ROLLING)
    assert (found.window, found.round_index) == (Window.NOW, 1)


def test_a_rolling_window_is_open_until_its_end_has_passed() -> None:
    until = WindowRule(WindowKind.ROLLING, until=day_of("2026-06-30"))
    found = state("2026-06-30", window=until)
    assert (found.window, found.opens, found.closes) == (
        Window.ROLLING,
        None,
        day_of("2026-06-30"),
    )
    assert state("2026-07-01", window=until).window is Window.CLOSED
    assert state("2099-01-01", window=ROLLING).window is Window.ROLLING


def test_a_rolling_window_that_has_ended_opens_again_with_an_announced_round() -> None:
    until = WindowRule(WindowKind.ROLLING, until=day_of("2026-01-31"))
    assert state("2026-02-01", APRIL, window=until).window is Window.LATER


def test_a_recurring_window_is_expected_when_nothing_is_announced() -> None:
    found = state("2026-05-01", APRIL, window=RECURRING)
    assert (found.window, found.opens, found.closes) == (Window.LATER, None, None)
    assert found.expected == Expected(2, "high")
    vague = state("2026-05-01", window=WindowRule(WindowKind.RECURRING))
    assert vague.expected == Expected(None, "low")


def test_an_announced_round_needs_no_expectation() -> None:
    found = state("2026-03-01", APRIL, window=RECURRING)
    assert (found.opens, found.expected) == (day_of("2026-04-01"), None)


def in_season(day: str, *rounds: Round, window: WindowRule) -> bool:
    found = state(day, *rounds, window=window)
    assert (found.window, found.opens, found.closes) == (Window.LATER, None, None)
    assert found.expected is not None
    return found.expected.in_season


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-09-30", False), ("2026-10-01", True), ("2026-11-30", True), ("2026-12-01", False)],
)
def test_within_the_usual_months_a_call_may_be_open(day: str, *, expected: bool) -> None:
    assert in_season(day, window=AUTUMN) is expected


def test_what_is_usual_is_told_with_its_closing() -> None:
    found = state("2026-11-23", window=AUTUMN).expected
    assert found == Expected(10, "medium", UsualClosing(11), in_season=True)


def test_a_usual_last_day_counts_still() -> None:
    winter = WindowRule(WindowKind.RECURRING, month=12, closing=UsualClosing(1, 10))
    assert in_season("2026-12-01", window=winter)
    assert in_season("2027-01-10", window=winter)
    assert not in_season("2027-01-11", window=winter)


def test_the_last_of_february_is_known_in_every_year() -> None:
    late = WindowRule(WindowKind.RECURRING, month=2, closing=UsualClosing(2, 29))
    assert in_season("2027-02-28", window=late)
    assert in_season("2028-02-29", window=late)
    assert not in_season("2027-03-01", window=late)


def test_a_round_of_this_year_that_is_over_ends_the_season() -> None:
    assert not in_season("2026-11-23", call("2026-10-01", "2026-11-20"), window=AUTUMN)
    assert not in_season("2026-11-23", call(None, "2026-03-20"), window=AUTUMN)
    assert in_season("2026-11-23", call("2025-10-01", "2025-11-20"), window=AUTUMN)
    assert in_season("2026-11-23", call(None, None), window=AUTUMN)


def test_a_round_of_the_winter_before_says_nothing_about_this_one() -> None:
    winter = WindowRule(WindowKind.RECURRING, month=12, closing=UsualClosing(1, 10))
    assert in_season("2026-12-20", call(None, "2026-01-10"), window=winter)
    assert not in_season("2027-01-08", call(None, "2027-01-05"), window=winter)


def test_an_announced_round_wins_over_the_usual_months() -> None:
    now = state("2026-11-23", call("2026-11-01", "2026-11-30"), window=AUTUMN)
    assert (now.window, now.expected) == (Window.NOW, None)
    soon = state("2026-11-23", call("2026-12-01", "2026-12-15"), window=AUTUMN)
    assert (soon.window, soon.opens, soon.expected) == (
        Window.LATER,
        day_of("2026-12-01"),
        None,
    )


def test_without_a_usual_closing_no_day_is_in_season() -> None:
    assert not in_season("2026-02-10", window=RECURRING)


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("closes", range(1, 13))
def test_a_year_has_one_season_of_the_usual_months(month: int, closes: int) -> None:
    rule = WindowRule(WindowKind.RECURRING, month=month, closing=UsualClosing(closes))
    days = [date(2027, 1, 1) + timedelta(days=days) for days in range(365)]
    within = {day.month for day in days if in_season(day.isoformat(), window=rule)}
    months = (closes - month) % 12 + 1
    assert within == {(month + offset - 1) % 12 + 1 for offset in range(months)}


def test_the_usual_months_hold_at_both_ends_of_the_calendar() -> None:
    winter = WindowRule(WindowKind.RECURRING, month=12, closing=UsualClosing(1))
    assert not in_season("0001-01-05", window=winter)
    assert in_season("9999-12-31", window=winter)


def test_an_unknown_status_wins_over_everything() -> None:
    for window in (ROLLING, ROUNDS, RECURRING):
        found = state("2026-04-10", APRIL, window=window, status=Status.UNKNOWN)
        assert (found.window, found.opens, found.closes) == (Window.UNKNOWN, None, None)


def test_an_unknown_window_says_so_unless_a_round_is_announced() -> None:
    unknown = WindowRule(WindowKind.UNKNOWN)
    assert state("2026-05-01", APRIL, window=unknown).window is Window.UNKNOWN
    assert state("2026-04-10", APRIL, window=unknown).window is Window.NOW
    assert state("2026-01-10", APRIL, window=unknown).window is Window.LATER
    historic = state("2026-04-10", window=unknown, status=Status.HISTORIC)
    assert historic.window is Window.CLOSED


def test_what_is_historic_or_ended_is_closed() -> None:
    assert state("2026-04-10", window=ROLLING, status=Status.HISTORIC).window is Window.CLOSED
    ended = WindowRule(WindowKind.ENDED, ended=day_of("2020-12-31"))
    assert state("2026-04-10", window=ended).window is Window.CLOSED


def test_rounds_that_are_all_over_are_closed() -> None:
    assert state("2027-01-01", APRIL).window is Window.CLOSED


def test_a_measure_has_a_window_like_a_programme() -> None:
    item = measure(window=ROUNDS, rounds=(APRIL,))
    assert window_on(item, day_of("2026-04-01")).window is Window.NOW


# -- the round that counts -----------------------------------------------------------------------


def test_the_last_round_is_assumed_when_the_next_is_not_announced() -> None:
    older = call("2024-04-01", "2024-04-30")
    found = state("2026-05-01", APRIL, older, window=RECURRING)
    assert (found.round_index, found.assumed_round) == (0, True)
    assert state("2026-05-01", window=RECURRING).assumed_round is False


def test_nothing_is_assumed_of_a_round_that_is_closed_open_or_always_open() -> None:
    assert state("2026-05-01", APRIL).assumed_round is False
    assert state("2026-04-10", APRIL).assumed_round is False
    assert state("2026-05-01", APRIL, window=ROLLING).assumed_round is False


def test_an_announced_round_without_values_uses_those_of_the_last_one() -> None:
    last = call("2025-04-01", "2025-04-30", sum=Decimal(500), most=Decimal(9))
    older = call("2024-04-01", "2024-04-30", sum=Decimal(400), least=Decimal(1))
    coming = call("2026-04-01", "2026-04-30", most=Decimal(10))
    found = moments("2026-01-10", older, last, coming)
    assert dict(found.parameters) == {"sum": 500, "most": 10, "least": 1}
    assert state("2026-01-10", older, last, coming).assumed_round is True
    assert state("2026-01-10", call("2026-04-01", "2026-04-30", sum=Decimal(5))).assumed_round is (
        False
    )


def test_a_round_without_days_gives_its_values_last() -> None:
    bare = call(None, None, sum=Decimal(1), most=Decimal(3))
    dated = call(None, "2024-10-15", sum=Decimal(2))
    found = moments("2026-01-10", dated, bare, window=RECURRING)
    assert dict(found.parameters) == {"sum": 2, "most": 3}


def test_days_of_a_round_are_used_while_it_is_announced_or_open() -> None:
    asked = call("2026-04-01", "2026-04-30", since=day_of("2023-01-01"))
    for day in ("2026-01-01", "2026-04-01", "2026-04-30"):
        assert moments(day, asked).parameters["since"] == day_of("2023-01-01").toordinal()
    endless = call("2026-04-01", None, since=day_of("2023-01-01"))
    assert "since" in moments("2026-12-01", endless).parameters


@pytest.mark.parametrize("window", [ROUNDS, RECURRING, ROLLING])
def test_days_of_a_past_round_are_never_carried_over(window: WindowRule) -> None:
    asked = call("2026-04-01", "2026-04-30", since=day_of("2023-01-01"), sum=Decimal(5))
    assert dict(moments("2026-05-01", asked, window=window).parameters) == {"sum": 5}
    coming = call("2027-04-01", "2027-04-30")
    assert dict(moments("2026-05-01", asked, coming).parameters) == {"sum": 5}


def test_a_word_is_no_value_a_condition_could_use() -> None:
    assert moments("2026-04-01", call("2026-04-01", None, place="Rog")).parameters == {}


# -- the moments ---------------------------------------------------------------------------------


def test_one_submits_today_while_the_window_is_open() -> None:
    for found in (state("2026-04-10", APRIL), state("2026-04-10", window=ROLLING)):
        assert found.submission == day_of("2026-04-10")
        assert found.submission_assumed is False


def test_otherwise_one_submits_on_the_next_announced_opening() -> None:
    found = state("2026-01-10", APRIL)
    assert (found.submission, found.submission_assumed) == (day_of("2026-04-01"), False)
    unknown = state("2026-01-10", APRIL, status=Status.UNKNOWN)
    assert (unknown.submission, unknown.submission_assumed) == (day_of("2026-04-01"), False)


def test_otherwise_one_submits_today_by_assumption() -> None:
    for window in (ROUNDS, RECURRING):
        found = state("2026-05-01", APRIL, window=window)
        assert (found.submission, found.submission_assumed) == (day_of("2026-05-01"), True)


def test_the_days_of_an_announced_round() -> None:
    found = moments("2026-01-10", APRIL)
    assert moment(found, MomentName.TODAY) == "2026-01-10"
    assert moment(found, MomentName.SUBMISSION) == "2026-04-01"
    assert moment(found, MomentName.OPENING) == "2026-04-01"
    assert moment(found, MomentName.DEADLINE) == "2026-04-30"
    assert moment(found, MomentName.MONTH_END) == "2026-03-31"


def test_the_days_of_an_open_round() -> None:
    found = moments("2026-04-10", APRIL)
    assert moment(found, MomentName.SUBMISSION) == "2026-04-10"
    assert moment(found, MomentName.OPENING) == "2026-04-01"
    assert moment(found, MomentName.DEADLINE) == "2026-04-30"


def test_without_an_announced_round_everything_happens_on_submission() -> None:
    found = moments("2024-03-15", call("2023-03-01", "2023-03-31"), window=RECURRING)
    assert {moment(found, name) for name in MomentName} == {"2024-03-15", "2024-02-29"}
    assert moment(found, MomentName.MONTH_END) == "2024-02-29"


def test_the_deadline_of_a_rolling_window_is_its_end() -> None:
    until = WindowRule(WindowKind.ROLLING, until=day_of("2026-06-30"))
    assert moment(moments("2026-01-10", window=until), MomentName.DEADLINE) == "2026-06-30"


@pytest.mark.parametrize(
    ("day", "end"),
    [("2026-03-01", "2026-02-28"), ("2026-01-31", "2025-12-31"), ("0001-01-05", "0001-01-01")],
)
def test_the_month_end_is_the_last_day_of_the_month_before(day: str, end: str) -> None:
    assert moment(moments(day), MomentName.MONTH_END) == end
    assert moment(plain_moments(day_of(day)), MomentName.MONTH_END) == end


def test_equal_days_and_values_have_equal_keys() -> None:
    one = moments("2026-04-10", call("2026-04-01", "2026-04-30", a=Decimal(1), b=Decimal(2)))
    other = moments("2026-04-10", call("2026-04-01", "2026-04-30", b=Decimal(2), a=Decimal(1)))
    assert one.key() == other.key()
    assert one.key() != moments("2026-04-11", APRIL).key()


# -- what comes round every year -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "closes"),
    [("2026-11-23", "2027-03-31"), ("2027-03-31", "2027-03-31"), ("2027-04-01", "2028-03-31")],
)
def test_a_rolling_window_with_a_closing_ends_every_year(day: str, closes: str) -> None:
    found = state(day, window=WindowRule(WindowKind.ROLLING, closing=UsualClosing(3, 31)))
    assert (found.window, found.closes) == (Window.ROLLING, day_of(closes))


def test_a_rolling_window_that_ends_earlier_ends_then() -> None:
    until = day_of("2026-12-31")
    rule = WindowRule(WindowKind.ROLLING, until=until, closing=UsualClosing(3, 31))
    assert state("2026-11-23", window=rule).closes == until
