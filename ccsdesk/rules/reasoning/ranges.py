"""Interval arithmetic over exact numbers: what a value may be when the facts under it are not certain.

A range is sound: it always holds every value that is possible, and may hold more. Days are ordinals.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeAlias, assert_never

from ccsdesk.rules.language.core import Operator
from ccsdesk.rules.reasoning.sets import Number

Bound: TypeAlias = Number | None
"""An end of a range; None is without end."""


@dataclass(frozen=True, slots=True)
class Range:
    """Possible values from `low` to `high`; `absent`: there may be no value; `empty`: there is surely none."""

    low: Bound
    high: Bound
    absent: bool = False
    empty: bool = False


NOTHING = Range(None, None, absent=True, empty=True)


def point(value: Number) -> Range:
    """Just this value."""
    return Range(value, value)


def _sum(left: Bound, right: Bound) -> Bound:
    return None if left is None or right is None else left + right


def _difference(left: Bound, right: Bound) -> Bound:
    return None if left is None or right is None else left - right


def combine(operator: Operator, left: Range, right: Range) -> Range:
    """The range of two joined ranges. Division by a range that holds zero may have no value."""
    if left.empty or right.empty:
        return NOTHING
    absent = left.absent or right.absent
    match operator:
        case Operator.PLUS:
            return Range(_sum(left.low, right.low), _sum(left.high, right.high), absent)
        case Operator.MINUS:
            return Range(
                _difference(left.low, right.high), _difference(left.high, right.low), absent
            )
        case Operator.TIMES:
            return _product(left, right, absent=absent)
        case Operator.DIVIDED_BY:
            return _quotient(left, right, absent=absent)
        case Operator.SMALLER:
            low = None if left.low is None or right.low is None else min(left.low, right.low)
            return Range(low, _nearer(min, left.high, right.high), absent)
        case Operator.LARGER:
            high = None if left.high is None or right.high is None else max(left.high, right.high)
            return Range(_nearer(max, left.low, right.low), high, absent)
        case _:
            assert_never(operator)


def _nearer(pick: Callable[[Iterable[Number]], Number], one: Bound, other: Bound) -> Bound:
    """The end that holds the chosen of two values back; an end that is missing holds nothing back."""
    known = [bound for bound in (one, other) if bound is not None]
    return pick(known) if known else None


def _corners(
    left: Range, right: Range, join: Callable[[Number, Number], Number], *, absent: bool
) -> Range:
    if left.low is None or left.high is None or right.low is None or right.high is None:
        return Range(None, None, absent)
    values = [join(a, b) for a in (left.low, left.high) for b in (right.low, right.high)]
    return Range(min(values), max(values), absent)


def _product(left: Range, right: Range, *, absent: bool) -> Range:
    return _corners(left, right, lambda a, b: a * b, absent=absent)


def _quotient(left: Range, right: Range, *, absent: bool) -> Range:
    if right.low == 0 and right.high == 0:
        return NOTHING
    holds_zero = (right.low is None or right.low <= 0) and (right.high is None or right.high >= 0)
    if holds_zero:
        return Range(None, None, absent=True)
    return _corners(left, right, _divide, absent=absent)


def _divide(a: Number, b: Number) -> Number:
    return Fraction(a) / Fraction(b)


def hull(ranges: Iterable[Range]) -> Range:
    """The smallest range around all of them that are not empty."""
    parts = list(ranges)
    full = [part for part in parts if not part.empty]
    if not full:
        return NOTHING
    lows = [part.low for part in full]
    highs = [part.high for part in full]
    known_lows = [low for low in lows if low is not None]
    known_highs = [high for high in highs if high is not None]
    return Range(
        min(known_lows) if len(known_lows) == len(lows) else None,
        max(known_highs) if len(known_highs) == len(highs) else None,
        absent=any(part.absent for part in parts),
    )


def monotone(change: Callable[[int], int], inner: Range) -> Range:
    """The range of a rising function of whole numbers (days)."""
    if inner.empty:
        return NOTHING
    low = None if inner.low is None else change(int(inner.low))
    high = None if inner.high is None else change(int(inner.high))
    return Range(low, high, inner.absent)


def difference_of(measure: Callable[[int, int], int], start: Range, end: Range) -> Range:
    """The range of a measure from start to end that falls with the start and rises with the end."""
    if start.empty or end.empty:
        return NOTHING
    absent = start.absent or end.absent
    low = None if start.high is None or end.low is None else measure(int(start.high), int(end.low))
    high = None if start.low is None or end.high is None else measure(int(start.low), int(end.high))
    return Range(low, high, absent)


def shift_day(ordinal: int, *, months: int, days: int) -> int:
    """A day moved by whole months, clipped to the month's last day, and then by days; kept within the calendar."""
    day = date.fromordinal(ordinal)
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not date.min.year <= year <= date.max.year:
        return date.min.toordinal() if year < date.min.year else date.max.toordinal()
    last = calendar.monthrange(year, month + 1)[1]
    moved = date(year, month + 1, min(day.day, last)).toordinal() + days
    return min(max(moved, date.min.toordinal()), date.max.toordinal())


def months_between(start: int, end: int) -> int:
    """Complete months from start to end; negative when the end is earlier.

    A month is complete on the same day of the month, or on the month's last day where that day does not exist.
    """
    if end < start:
        return -months_between(end, start)
    first, second = date.fromordinal(start), date.fromordinal(end)
    months = (second.year - first.year) * 12 + second.month - first.month
    return months if shift_day(start, months=months, days=0) <= end else months - 1


def days_between(start: int, end: int) -> int:
    """Days from start to end."""
    return end - start
