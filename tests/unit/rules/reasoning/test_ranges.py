"""Ranges hold every value that is possible, and count months as a calendar does."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccsdesk.rules.language.core import Operator
from ccsdesk.rules.reasoning.ranges import (
    NOTHING,
    Bound,
    Range,
    combine,
    days_between,
    difference_of,
    hull,
    monotone,
    months_between,
    point,
    shift_day,
)
from ccsdesk.rules.reasoning.sets import Number

numbers = st.integers(-6, 6) | st.fractions(-6, 6, max_denominator=4)
days = st.dates(date(1990, 1, 1), date(2035, 12, 31)).map(date.toordinal)


@st.composite
def around(draw: st.DrawFn, values: st.SearchStrategy[Number]) -> tuple[Range, Number]:
    """A range and a value in it; an end may be missing."""
    low, value, high = sorted(draw(st.tuples(values, values, values)))
    ends: tuple[Bound, Bound] = draw(
        st.sampled_from([(low, high), (low, high), (low, high), (None, high), (low, None)])
    )
    return Range(*ends, absent=draw(st.booleans())), value


def holds(found: Range, value: Number) -> bool:
    above = found.low is None or found.low <= value
    below = found.high is None or value <= found.high
    return above and below and not found.empty


def joined(operator: Operator, left: Number, right: Number) -> Number | None:
    match operator:
        case Operator.PLUS:
            return left + right
        case Operator.MINUS:
            return left - right
        case Operator.TIMES:
            return left * right
        case Operator.DIVIDED_BY:
            return None if right == 0 else Fraction(left) / Fraction(right)
        case Operator.SMALLER:
            return min(left, right)
        case Operator.LARGER:
            return max(left, right)


@given(st.sampled_from(Operator), around(numbers), around(numbers))
def test_joined_ranges_hold_every_joined_value(
    operator: Operator, left: tuple[Range, Number], right: tuple[Range, Number]
) -> None:
    found = combine(operator, left[0], right[0])
    value = joined(operator, left[1], right[1])
    if value is None:
        assert found.absent
    else:
        assert holds(found, value)
    if left[0].absent or right[0].absent:
        assert found.absent


@given(st.sampled_from(Operator), numbers, numbers)
def test_what_is_certain_stays_certain(operator: Operator, left: Number, right: Number) -> None:
    value = joined(operator, left, right)
    expected = NOTHING if value is None else point(value)
    assert combine(operator, point(left), point(right)) == expected


@pytest.mark.parametrize("operator", Operator)
def test_nothing_joined_with_anything_is_nothing(operator: Operator) -> None:
    assert combine(operator, NOTHING, point(1)).empty
    assert combine(operator, point(1), NOTHING).empty


@given(st.lists(around(numbers), min_size=1, max_size=4))
def test_a_hull_holds_every_value_of_every_range(parts: list[tuple[Range, Number]]) -> None:
    found = hull(part for part, _ in parts)
    assert all(holds(found, value) for _, value in parts)
    assert found.absent == any(part.absent for part, _ in parts)


def test_the_hull_of_nothing_is_nothing() -> None:
    assert hull([]) == NOTHING
    assert hull([NOTHING]) == NOTHING
    assert hull([NOTHING, point(2)]) == Range(2, 2, absent=True)


# -- days ----------------------------------------------------------------------------------------


@given(around(days), st.integers(-40, 40), st.integers(-400, 400))
def test_a_moved_range_holds_every_moved_day(
    inner: tuple[Range, Number], months: int, more: int
) -> None:
    def change(day: int) -> int:
        return shift_day(day, months=months, days=more)

    found = monotone(change, inner[0])
    assert holds(found, change(int(inner[1])))
    assert found.absent == inner[0].absent


@given(around(days), around(days), st.sampled_from([months_between, days_between]))
def test_a_range_of_spans_of_time_holds_every_span(
    start: tuple[Range, Number], end: tuple[Range, Number], measure: object
) -> None:
    count = months_between if measure is months_between else days_between
    found = difference_of(count, start[0], end[0])
    assert holds(found, count(int(start[1]), int(end[1])))
    assert found.absent == (start[0].absent or end[0].absent)


def test_no_day_gives_no_moved_day_and_no_span() -> None:
    assert monotone(lambda day: day, NOTHING) == NOTHING
    assert difference_of(days_between, NOTHING, point(1)) == NOTHING
    assert difference_of(days_between, point(1), NOTHING) == NOTHING


def counted(start: date, end: date) -> int:
    """Complete months, read off a calendar: the day of the month has come, or the month is over."""
    if end < start:
        return -counted(end, start)
    months = (end.year - start.year) * 12 + end.month - start.month
    last = calendar.monthrange(end.year, end.month)[1]
    return months if end.day >= min(start.day, last) else months - 1


@given(days, days)
def test_complete_months_agree_with_a_calendar(start: int, end: int) -> None:
    assert months_between(start, end) == counted(date.fromordinal(start), date.fromordinal(end))


@given(days, st.integers(0, 400))
def test_so_many_months_later_so_many_months_are_complete(start: int, months: int) -> None:
    later = shift_day(start, months=months, days=0)
    assert months_between(start, later) == months
    assert months_between(start, later - 1) < max(months, 1)


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2025-01-31", "2025-02-27", 0),
        ("2025-01-31", "2025-02-28", 1),
        ("2024-01-31", "2024-02-28", 0),
        ("2024-01-31", "2024-02-29", 1),
        ("2024-02-29", "2025-02-27", 11),
        ("2024-02-29", "2025-02-28", 12),
        ("2024-02-29", "2028-02-28", 47),
        ("2024-02-29", "2028-02-29", 48),
        ("2025-11-22", "2026-11-21", 11),
        ("2025-11-22", "2026-11-22", 12),
        ("2026-11-22", "2025-11-22", -12),
        ("2026-11-22", "2025-11-23", -11),
        ("2026-11-22", "2026-11-22", 0),
    ],
)
def test_a_month_is_complete_on_the_same_day_or_the_last_one(
    start: str, end: str, months: int
) -> None:
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    assert months_between(first.toordinal(), last.toordinal()) == months


@pytest.mark.parametrize(
    ("day", "months", "more", "moved"),
    [
        ("2025-03-31", -1, 0, "2025-02-28"),
        ("2024-03-31", -1, 0, "2024-02-29"),
        ("2024-02-29", 12, 0, "2025-02-28"),
        ("2024-02-29", -48, 0, "2020-02-29"),
        ("2025-01-31", 1, 1, "2025-03-01"),
        ("2025-12-31", 2, 0, "2026-02-28"),
        ("0001-01-10", -1, 0, "0001-01-01"),
        ("9999-12-10", 1, 0, "9999-12-31"),
        ("0001-01-10", 0, -20, "0001-01-01"),
        ("9999-12-10", 0, 40, "9999-12-31"),
    ],
)
def test_a_moved_day_is_clipped_to_its_month_and_to_the_calendar(
    day: str, months: int, more: int, moved: str
) -> None:
    ordinal = date.fromisoformat(day).toordinal()
    found = date.fromordinal(shift_day(ordinal, months=months, days=more))
    assert found.isoformat() == moved


@given(days, st.integers(0, 1000))
def test_days_are_days(start: int, count: int) -> None:
    end = date.fromordinal(start) + timedelta(days=count)
    assert days_between(start, end.toordinal()) == count
