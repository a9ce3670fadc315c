"""Tests as they are within a stretch of days: each moment a fixed day or the day itself.

They mean the same on every day of the stretch, but name the day once only, so that what cannot turn can be seen not to.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import assert_never

from ccsdesk.rules.language.core import (
    Aggregate,
    All,
    Always,
    Any,
    Applies,
    Arithmetic,
    CellIsOneOf,
    CellValue,
    Compare,
    Constant,
    CountOf,
    CountSelected,
    Dated,
    DaysBetween,
    FactValue,
    HasAny,
    IsOneOf,
    Moment,
    MomentName,
    MonthsBetween,
    Not,
    Relation,
    RoundParameter,
    Shift,
    Test,
    Value,
    period_on,
)
from ccsdesk.rules.language.questions import parts
from ccsdesk.rules.reasoning.stretches import Stretch

THE_DAY = Moment(MomentName.TODAY)
WITH_EQUAL = frozenset({Relation.AT_MOST, Relation.EQUAL, Relation.AT_LEAST})
NOTHING = Constant(Decimal(0))


def flowing(test: Test, stretch: Stretch) -> Test:
    """The test with its moments replaced by what they are in this stretch."""
    match test:
        case Not(item):
            return Not(flowing(item, stretch))
        case All(items):
            return All(tuple(flowing(item, stretch) for item in items))
        case Any(items):
            return Any(tuple(flowing(item, stretch) for item in items))
        case CountOf(items, low, high):
            return CountOf(tuple(flowing(item, stretch) for item in items), low, high)
        case Compare(relation, left, right):
            return _compared(relation, flowing_value(left, stretch), flowing_value(right, stretch))
        case Always() | IsOneOf() | CellIsOneOf() | HasAny() | Applies():
            return test
        case _:
            assert_never(test)


def flowing_value(value: Value, stretch: Stretch) -> Value:
    """The value with its moments replaced by what they are in this stretch."""
    match value:
        case Moment(name):
            return _moment(name, stretch)
        case RoundParameter(name, expected):
            if name in stretch.parameters or expected is None:
                return value
            return flowing_value(expected, stretch)
        case Arithmetic(operator, left, right):
            return Arithmetic(operator, flowing_value(left, stretch), flowing_value(right, stretch))
        case Shift(base, months, days):
            inner = flowing_value(base, stretch)
            return Shift(inner, months, days) if months or days else inner
        case MonthsBetween(start, end):
            first, second = flowing_value(start, stretch), flowing_value(end, stretch)
            return _between(MonthsBetween(first, second))
        case DaysBetween(start, end):
            first, second = flowing_value(start, stretch), flowing_value(end, stretch)
            return _between(DaysBetween(first, second))
        case Aggregate():
            where = None if value.where is None else flowing(value.where, stretch)
            window = value.window
            if window is not None:
                window = replace(window, end=flowing_value(window.end, stretch))
            return replace(value, where=where, window=window)
        case Dated() if MomentName.SUBMISSION in stretch.fixed:
            on = date.fromordinal(stretch.fixed[MomentName.SUBMISSION])
            return Constant(period_on(value, on)[0].value)
        case Constant() | Dated() | FactValue() | CellValue() | CountSelected():
            return value
        case _:
            assert_never(value)


def _moment(name: MomentName, stretch: Stretch) -> Value:
    if name is MomentName.MONTH_END:
        if MomentName.SUBMISSION not in stretch.fixed:
            return Moment(name)
        return Constant(date.fromordinal(stretch.over(stretch.first, stretch.first).days[name]))
    fixed = stretch.fixed.get(name)
    return THE_DAY if fixed is None else Constant(date.fromordinal(fixed))


def _between(value: MonthsBetween | DaysBetween) -> Value:
    return NOTHING if value.start == value.end and _is_sure(value.start) else value


def _compared(relation: Relation, left: Value, right: Value) -> Test:
    if left == right and _is_sure(left):
        return Always(relation in WITH_EQUAL)
    return Compare(relation, left, right)


def _is_sure(value: Value) -> bool:
    """Whether there always is a value, and only one."""
    if isinstance(value, Constant | Moment):
        return True
    return isinstance(value, Shift) and _is_sure(value.base)


def at_the_day(test: Compare, question: str) -> Test:
    """The comparison for the answer that is the day itself; its moments are replaced already."""
    left, right = _with_the_day(test.left, question), _with_the_day(test.right, question)
    return _compared(test.relation, left, right)


def _with_the_day(value: Value, question: str) -> Value:
    match value:
        case FactValue(name):
            return THE_DAY if name == question else value
        case Arithmetic(operator, left, right):
            return Arithmetic(
                operator, _with_the_day(left, question), _with_the_day(right, question)
            )
        case Shift(base, months, days):
            return Shift(_with_the_day(base, question), months, days)
        case MonthsBetween(start, end):
            return _between(
                MonthsBetween(_with_the_day(start, question), _with_the_day(end, question))
            )
        case DaysBetween(start, end):
            return _between(
                DaysBetween(_with_the_day(start, question), _with_the_day(end, question))
            )
        case _:
            return value


def looks_at_time(item: Test | Value) -> bool:
    """Whether a test or value refers to a moment, to a parameter of the round or to a number of a day."""
    return isinstance(item, Dated | Moment | RoundParameter) or any(map(looks_at_time, parts(item)))
