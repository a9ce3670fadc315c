"""Values of conditions over sets of answers: days moved and counted, parameters, numbers of options."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from ccsdesk.rules.language.core import (
    Aggregate,
    AggregateKind,
    Arithmetic,
    CellValue,
    Constant,
    CountSelected,
    Dated,
    DaysBetween,
    FactValue,
    Moment,
    MomentName,
    MonthsBetween,
    Operator,
    Period,
    RoundParameter,
    Shift,
    Value,
    period_on,
)
from ccsdesk.rules.reasoning.moments import Moments, plain_moments
from ccsdesk.rules.reasoning.ranges import NOTHING, Range, point
from ccsdesk.rules.reasoning.sets import CellSet, OrderedSet, PossibleSet, SelectionSet, TableSet
from ccsdesk.rules.reasoning.tables import Tables
from ccsdesk.rules.reasoning.values import run_value

TODAY = date(2026, 11, 22)
PLAIN = plain_moments(TODAY)


@dataclass
class Known:
    """Facts given outright."""

    given: dict[str, PossibleSet] = field(default_factory=dict)

    def of(self, question: str) -> PossibleSet:
        return self.given[question]

    def cell(self, column: str) -> CellSet:
        return OrderedSet(((len(column), len(column)),), 1, na=False)


def days(*ends: str, na: bool = False) -> OrderedSet:
    ordinals = [date.fromisoformat(end).toordinal() for end in ends]
    return OrderedSet(((ordinals[0], ordinals[-1]),), 1, na=na)


def read(value: Value, moments: Moments = PLAIN, **facts: PossibleSet) -> Range:
    tables = Tables({}, {"aid": {}}, {"aid": 3})
    return run_value(value, moments, tables)(Known(facts))


BORN = FactValue("born")
SUBMISSION = Moment(MomentName.SUBMISSION)


def test_constants_moments_and_cells_are_what_they_are() -> None:
    assert read(Constant(Decimal("2.5"))) == point(Fraction(5, 2))
    assert read(Constant(TODAY)) == point(TODAY.toordinal())
    assert read(SUBMISSION) == point(TODAY.toordinal())
    assert read(CellValue("amount")) == point(6)
    assert read(CountSelected("goals"), goals=SelectionSet((3, 4), 0, 0, 7, na=False)) == Range(
        1, 2
    )
    assert read(Aggregate(AggregateKind.COUNT, "aid"), aid=TableSet(({},), na=False)) == point(1)


def test_age_counts_complete_months_over_every_day_that_is_possible() -> None:
    age = MonthsBetween(BORN, SUBMISSION)
    assert read(age, born=days("2024-11-22")) == point(24)
    assert read(age, born=days("2024-11-23")) == point(23)
    assert read(age, born=days("2024-11-01", "2024-11-30")) == Range(23, 24)
    assert read(age, born=days("2024-11-22", na=True)) == Range(24, 24, absent=True)
    assert read(age, born=OrderedSet((), 1, na=True)) == NOTHING


def test_days_are_counted_between_two_days() -> None:
    value = DaysBetween(BORN, SUBMISSION)
    assert read(value, born=days("2026-11-20", "2026-11-22")) == Range(0, 2)


def test_days_are_moved_and_joined() -> None:
    earlier = Shift(BORN, -12, 1)
    moved = days("2023-03-01").spans[0][0]
    assert read(earlier, born=days("2024-02-29")) == point(moved)
    twice = Arithmetic(Operator.TIMES, FactValue("people"), Constant(Decimal(2)))
    assert read(twice, people=OrderedSet(((1, 3),), 1, na=False)) == Range(2, 6)


LIMIT = Dated(
    (
        Period(Decimal(200), date(2014, 1, 1), date(2023, 12, 31)),
        Period(Decimal(300), date(2024, 1, 1), date(2030, 12, 31)),
    )
)


@pytest.mark.parametrize(
    ("day", "value", "told"),
    [
        ("2013-12-31", 200, False),
        ("2014-01-01", 200, True),
        ("2023-12-31", 200, True),
        ("2024-01-01", 300, True),
        ("2030-12-31", 300, True),
        ("2031-01-01", 300, False),
    ],
)
def test_a_number_that_changed_is_that_of_the_day_of_submission(
    day: str,
    value: int,
    told: bool,  # noqa: FBT001
) -> None:
    on = date.fromisoformat(day)
    moments = plain_moments(TODAY)
    at_submission = {**moments.days, MomentName.SUBMISSION: on.toordinal()}
    assert read(LIMIT, Moments(at_submission, {})) == point(value)
    found, inside = period_on(LIMIT, on)
    assert (found.value, inside) == (value, told)


@pytest.mark.parametrize("expected", [None, Constant(Decimal(7))])
def test_a_round_parameter_is_its_value_else_what_is_expected(expected: Value | None) -> None:
    value = RoundParameter("sum", expected)
    assert read(value, Moments(PLAIN.days, {"sum": 5})) == point(5)
    assert read(value) == (NOTHING if expected is None else point(7))
