"""The usual time of a recurring call around a day: before, within or after it, and whose round is recorded."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccsdesk.domain.programme import Round, UsualClosing, WindowKind, WindowRule
from ccsdesk.rules.reasoning.usual import coming_span, is_in_season, usual_span
from tests.support.offers import call

DAY = timedelta(days=1)
AUTUMN = UsualClosing(11)
WINTER = UsualClosing(1, 10)
MONTHS = st.integers(1, 12)
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@st.composite
def closings(draw: st.DrawFn) -> UsualClosing:
    month = draw(MONTHS)
    longest = monthrange(2028, month)[1]
    return UsualClosing(month, draw(st.none() | st.integers(1, longest)))


def span(month: int, closing: UsualClosing, day: str) -> tuple[str, str]:
    found = usual_span(month, closing, date.fromisoformat(day))
    assert found is not None
    return found[0].isoformat(), found[1].isoformat()


@given(MONTHS, closings(), DAYS)
def test_a_day_lies_within_the_usual_time_or_before_the_next(
    month: int, closing: UsualClosing, day: date
) -> None:
    found = usual_span(month, closing, day)
    assert found is not None
    opens, closes = found
    assert opens <= closes
    assert day <= closes
    assert (opens.month, opens.day, closes.month) == (month, 1, closing.month)
    assert (closes + DAY).day == 1 or closes.day == closing.day
    assert closes - opens < timedelta(days=366)


@given(MONTHS, closings(), DAYS)
def test_no_usual_time_is_passed_over(month: int, closing: UsualClosing, day: date) -> None:
    found = usual_span(month, closing, day)
    assert found is not None
    after = usual_span(month, closing, found[1] + DAY)
    assert after is not None
    assert after[0].year == found[0].year + 1
    assert usual_span(month, closing, max(day, found[0])) == found
    assert usual_span(month, closing, found[1]) == found


@given(MONTHS, closings(), DAYS)
def test_a_call_is_in_season_exactly_on_the_days_of_the_usual_time(
    month: int, closing: UsualClosing, day: date
) -> None:
    rule = WindowRule(WindowKind.RECURRING, month=month, closing=closing)
    found = usual_span(month, closing, day)
    assert found is not None
    assert is_in_season(rule, (), day) is (found[0] <= day <= found[1])


@given(MONTHS, closings(), DAYS)
def test_a_round_on_the_day_is_the_one_of_its_season(
    month: int, closing: UsualClosing, day: date
) -> None:
    rule = WindowRule(WindowKind.RECURRING, month=month, closing=closing)
    rounds = (call(day.isoformat(), day.isoformat()),)
    coming = coming_span(month, closing, rounds, day)
    assert not is_in_season(rule, rounds, day)
    assert coming is not None
    assert coming[0] > day


@pytest.mark.parametrize(
    ("month", "closing", "day", "found"),
    [
        (10, AUTUMN, "2026-09-30", ("2026-10-01", "2026-11-30")),
        (10, AUTUMN, "2026-12-01", ("2027-10-01", "2027-11-30")),
        (12, WINTER, "2027-01-10", ("2026-12-01", "2027-01-10")),
        (12, WINTER, "2027-01-11", ("2027-12-01", "2028-01-10")),
        (2, UsualClosing(2), "2027-02-28", ("2027-02-01", "2027-02-28")),
        (2, UsualClosing(2), "2028-02-29", ("2028-02-01", "2028-02-29")),
        (2, UsualClosing(2, 29), "2027-02-01", ("2027-02-01", "2027-02-28")),
        (11, UsualClosing(2, 29), "2027-12-31", ("2027-11-01", "2028-02-29")),
        (1, UsualClosing(12), "2026-12-31", ("2026-01-01", "2026-12-31")),
    ],
)
def test_the_first_and_last_day(
    month: int, closing: UsualClosing, day: str, found: tuple[str, str]
) -> None:
    assert span(month, closing, day) == found


def test_nothing_is_usual_where_an_end_is_not_known() -> None:
    day = date(2026, 11, 23)
    assert usual_span(None, AUTUMN, day) is None
    assert usual_span(10, None, day) is None
    assert coming_span(10, None, (), day) is None


@pytest.mark.parametrize(
    ("rounds", "year"),
    [
        ((), 2026),
        ((call("2026-10-01", "2026-11-20"),), 2027),
        ((call("2026-03-01", "2026-03-20"),), 2027),
        ((call("2025-10-01", "2025-11-20"),), 2026),
        ((call(None, None),), 2026),
    ],
)
@pytest.mark.parametrize("day", [date(2026, 6, 1), date(2026, 11, 23)])
def test_a_season_whose_round_is_recorded_gives_way_to_the_next(
    rounds: tuple[Round, ...], year: int, day: date
) -> None:
    found = coming_span(10, AUTUMN, rounds, day)
    assert found == (date(year, 10, 1), date(year, 11, 30))


def test_the_calendar_has_a_last_season() -> None:
    day = date(9999, 12, 31)
    assert coming_span(12, WINTER, (), day) == (date(9999, 12, 1), date.max)
    assert coming_span(12, WINTER, (call("9999-12-02", "9999-12-30"),), day) is None
