"""A slow, obvious reading of tables to test the quick one against: every completion of every cell, one by one.

A record of a completion is a dict from column to value; None where the cell does not apply.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from ccsdesk.rules.language.core import (
    Aggregate,
    AggregateKind,
    All,
    Always,
    Any,
    CellIsOneOf,
    CellValue,
    Compare,
    Constant,
    CountOf,
    Not,
    RecordWindow,
    Relation,
    Test,
    WindowUnit,
)

Meant: TypeAlias = "str | int | date | None"
Record: TypeAlias = "Mapping[str, Meant]"


@dataclass(frozen=True)
class Reading:
    """What a table's numbers are when everything is known. `end` is the day on which windows end."""

    end: date

    def number(self, value: Aggregate, records: Sequence[Record]) -> Fraction | None:
        """The number; None where there is none."""
        passing = [record for record in records if self._passes(value, record)]
        if value.kind is AggregateKind.COUNT:
            return Fraction(len(passing))
        if value.kind is AggregateKind.SHARE:
            return Fraction(100 * len(passing), len(records)) if records else None
        assert value.column is not None
        cells = [record[value.column] for record in passing]
        if value.kind is AggregateKind.COUNT_DISTINCT:
            return Fraction(len({cell for cell in cells if cell is not None}))
        numbers = [Fraction(cell) for cell in cells if isinstance(cell, int)]
        if value.kind is AggregateKind.SUM:
            return Fraction(sum(numbers))
        if not numbers:
            return None
        if value.kind is AggregateKind.AVERAGE:
            return Fraction(sum(numbers), len(numbers))
        return min(numbers) if value.kind is AggregateKind.SMALLEST else max(numbers)

    def _passes(self, value: Aggregate, record: Record) -> bool:
        inside = value.window is None or self._dated(value.window, record)
        return inside and (value.where is None or self.holds(value.where, record))

    def _dated(self, window: RecordWindow, record: Record) -> bool:
        day = record[window.column]
        if not isinstance(day, date):
            return False
        if window.unit is WindowUnit.CALENDAR_YEARS:
            return self.end.year - window.length <= day.year < self.end.year
        if window.unit is WindowUnit.FISCAL_YEARS:
            this, that = (_fiscal_year(one, window.begins) for one in (self.end, day))
            return day <= self.end and this - window.length < that
        # counted on fingers: the same day, so many months ago, is outside
        year, month = divmod(self.end.year * 12 + self.end.month - 1 - window.length, 12)
        start = (year, month + 1, min(self.end.day, _last_day(year, month + 1)))
        return start < (day.year, day.month, day.day) and day <= self.end

    def holds(self, test: Test, record: Record) -> bool:
        """Whether a test on a record is yes."""
        match test:
            case Always(truth):
                return truth
            case CellIsOneOf(column, options):
                return record[column] in options
            case Not(item):
                return not self.holds(item, record)
            case All(items):
                return all(self.holds(item, record) for item in items)
            case Any(items):
                return any(self.holds(item, record) for item in items)
            case CountOf(items, low, high):
                count = sum(self.holds(item, record) for item in items)
                return low <= count and (high is None or count <= high)
            case Compare(relation, CellValue(column), Constant(Decimal() as limit)):
                cell = record[column]
                return isinstance(cell, int) and _compared(relation, cell, limit)
            case _:
                raise AssertionError(test)


def _fiscal_year(day: date, begins: int) -> int:
    """The calendar year in which the fiscal year of a day began."""
    return day.year if day.month >= begins else day.year - 1


def _last_day(year: int, month: int) -> int:
    later = date(year + (month == 12), month % 12 + 1, 1)
    return date.fromordinal(later.toordinal() - 1).day


def _compared(relation: Relation, left: int, right: Decimal) -> bool:
    return {
        Relation.LESS: left < right,
        Relation.AT_MOST: left <= right,
        Relation.EQUAL: left == right,
        Relation.AT_LEAST: left >= right,
        Relation.MORE: left > right,
    }[relation]


def completions(
    rows: Sequence[Mapping[str, Sequence[Meant]]],
) -> Iterator[list[Record]]:
    """Every choice of a value for every cell."""
    for chosen in itertools.product(*[list(_records(row)) for row in rows]):
        yield list(chosen)


def _records(row: Mapping[str, Sequence[Meant]]) -> Iterator[Record]:
    for values in itertools.product(*row.values()):
        yield dict(zip(row, values, strict=True))
