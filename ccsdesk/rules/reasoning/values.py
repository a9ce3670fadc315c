"""Values of conditions made runnable: from a core value to a function that gives its range in a view of the answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol, TypeAlias, assert_never

from ccsdesk.rules.language.core import (
    Aggregate,
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
    RoundParameter,
    Shift,
    Value,
    period_on,
)
from ccsdesk.rules.reasoning.moments import Moments
from ccsdesk.rules.reasoning.ranges import (
    NOTHING,
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
from ccsdesk.rules.reasoning.sets import CellSet, OrderedSet, PossibleSet, SelectionSet, number


class Facts(Protocol):
    """What a value may ask while it is computed."""

    def of(self, question: str) -> PossibleSet:
        """What this question may be; a hidden one does not apply."""
        ...

    def cell(self, column: str) -> CellSet:
        """What this cell of the record being looked at may be; LookupError outside a record."""
        ...


RunValue: TypeAlias = Callable[[Facts], Range]


def ordered_range(possible: PossibleSet) -> Range:
    """The hull of an ordered set."""
    if not isinstance(possible, OrderedSet):
        message = f"{possible!r} has no order"
        raise TypeError(message)
    if not possible.spans:
        return NOTHING
    return Range(possible.spans[0][0], possible.spans[-1][1], absent=possible.na)


def selected_range(possible: PossibleSet) -> Range:
    """How many options may be chosen."""
    if not isinstance(possible, SelectionSet):
        message = f"{possible!r} is no selection"
        raise TypeError(message)
    if possible.listed is not None:
        counts = [item.bit_count() for item in possible.listed]
        if not counts:
            return NOTHING
        return Range(min(counts), max(counts), absent=possible.na)
    low = possible.must.bit_count()
    high = (possible.full & ~possible.never).bit_count()
    return Range(low, high, absent=possible.na)


def run_value(value: Value, moments: Moments, tables: TableReader) -> RunValue:
    """A function for this value."""

    def build(item: Value) -> RunValue:
        return run_value(item, moments, tables)

    match value:
        case Constant(constant):
            fixed = point(number(constant))
            return lambda _facts: fixed
        case Dated():
            dated = _dated_range(value, moments.range_of(MomentName.SUBMISSION))
            return lambda _facts: dated
        case FactValue(question):
            return lambda facts: ordered_range(facts.of(question))
        case CountSelected(question):
            return lambda facts: selected_range(facts.of(question))
        case CellValue(column):
            return lambda facts: ordered_range(facts.cell(column))
        case Moment(name):
            day = moments.range_of(name)
            return lambda _facts: day
        case RoundParameter(name, expected):
            known = moments.parameters.get(name)
            if known is not None:
                parameter = point(known)
                return lambda _facts: parameter
            return (lambda _facts: NOTHING) if expected is None else build(expected)
        case Arithmetic() | MonthsBetween() | DaysBetween() | Shift():
            return _run_joined(value, build)
        case Aggregate():
            return tables.aggregate(value, moments)
        case _:
            assert_never(value)


def _dated_range(value: Dated, on: Range) -> Range:
    """The numbers that hold on these days."""
    first, last = date.fromordinal(int(on.low or 1)), date.fromordinal(int(on.high or 1))
    begins = [item.first for item in value.periods if item.first is not None]
    days = [first, *(day for day in begins if first < day <= last)]
    return hull(point(number(period_on(value, day)[0].value)) for day in days)


def _run_joined(
    value: Arithmetic | MonthsBetween | DaysBetween | Shift, build: Callable[[Value], RunValue]
) -> RunValue:
    """A function for a value made of other values."""
    match value:
        case Arithmetic(operator, left, right):
            first, second = build(left), build(right)
            return lambda facts: combine(operator, first(facts), second(facts))
        case Shift(base, months, days):
            inner = build(base)
            return lambda facts: monotone(
                lambda day: shift_day(day, months=months, days=days), inner(facts)
            )
        case MonthsBetween(start, end):
            first, second = build(start), build(end)
            return lambda facts: difference_of(months_between, first(facts), second(facts))
        case DaysBetween(start, end):
            first, second = build(start), build(end)
            return lambda facts: difference_of(days_between, first(facts), second(facts))
        case _:
            assert_never(value)


class TableReader(Protocol):
    """Makes aggregates runnable; kept apart because filters are tests, and tests hold values."""

    def aggregate(self, value: Aggregate, moments: Moments) -> RunValue:
        """A function for this aggregate."""
        ...
