"""A plain reading of core nodes for one firm whose answers are all known, on one day.

It shares nothing with the engine. A fact left out does not apply; a table left out is empty.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeAlias

from ccsdesk.rules.language import core

Known: TypeAlias = "str | frozenset[str] | Decimal | int | date"
Row: TypeAlias = "Mapping[str, Known]"
Measured: TypeAlias = "Decimal | date | None"


@dataclass(frozen=True)
class Firm:
    """All that is known of a firm, the day, and what the programme's round says."""

    facts: Mapping[str, Known] = field(default_factory=dict)
    tables: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    day: date = date(2026, 11, 22)
    moments: Mapping[core.MomentName, date] = field(default_factory=dict)
    round: Mapping[str, Decimal | date] = field(default_factory=dict)
    row: Row = field(default_factory=dict)

    def true(self, test: core.Test) -> bool:
        """Whether the test is yes."""
        match test:
            case core.Always(truth):
                return truth
            case core.IsOneOf(question, options):
                return self.facts.get(question) in options
            case core.CellIsOneOf(column, options):
                return self.row.get(column) in options
            case core.HasAny(question, options):
                chosen = self.facts.get(question)
                return isinstance(chosen, frozenset) and bool(chosen & options)
            case core.Applies(question):
                return question in self.facts
            case core.Not(item):
                return not self.true(item)
            case core.All(items):
                return all(self.true(item) for item in items)
            case core.Any(items):
                return any(self.true(item) for item in items)
            case core.CountOf(items, low, high):
                count = sum(self.true(item) for item in items)
                return low <= count and (high is None or count <= high)
            case core.Compare(relation, left, right):
                return _holds(relation, self.value(left), self.value(right))

    def value(self, value: core.Value) -> Measured:
        """The number or day; None where there is none."""
        match value:
            case core.Constant() | core.Dated() | core.Moment() | core.RoundParameter():
                return self._told(value)
            case core.FactValue(question):
                return _measured(self.facts.get(question))
            case core.CellValue(column):
                return _measured(self.row.get(column))
            case core.Arithmetic(operator, left, right):
                return _combined(operator, self.value(left), self.value(right))
            case core.Shift(base, months, days):
                day = self.value(base)
                return _moved(day, months, days) if isinstance(day, date) else None
            case core.MonthsBetween(start, end) | core.DaysBetween(start, end):
                first, last = self.value(start), self.value(end)
                if not isinstance(first, date) or not isinstance(last, date):
                    return None
                in_days = isinstance(value, core.DaysBetween)
                return Decimal((last - first).days if in_days else _months(first, last))
            case core.CountSelected(question):
                chosen = self.facts.get(question)
                return Decimal(len(chosen)) if isinstance(chosen, frozenset) else None
            case core.Aggregate():
                return self._aggregate(value)

    def _told(
        self, value: core.Constant | core.Dated | core.Moment | core.RoundParameter
    ) -> Measured:
        """What the catalogue and the round say, whatever the firm is."""
        match value:
            case core.Constant(constant):
                return constant
            case core.Dated(periods):
                on = self.moments.get(core.MomentName.SUBMISSION, self.day)
                held = [one.value for one in periods if one.first is None or one.first <= on]
                return held[-1] if held else periods[0].value
            case core.Moment(name):
                return self.moments.get(name, self.day)
            case core.RoundParameter(name, expected):
                known = self.round.get(name)
                return self.value(expected) if known is None and expected is not None else known

    def _aggregate(self, value: core.Aggregate) -> Measured:
        rows = self.tables.get(value.table, ())
        passing = [row for row in rows if self._passes(value, row)]
        kind = core.AggregateKind
        if value.kind is kind.COUNT:
            return Decimal(len(passing))
        if value.kind is kind.SHARE:
            return Decimal(100 * len(passing)) / len(rows) if rows else None
        column = value.column or ""
        if value.kind is kind.COUNT_DISTINCT:
            return Decimal(len({row[column] for row in passing if column in row}))
        cells = [cell for row in passing if (cell := _measured(row.get(column))) is not None]
        numbers = [cell for cell in cells if isinstance(cell, Decimal)]
        if value.kind is kind.SUM:
            return sum(numbers, Decimal(0))
        if value.kind is kind.AVERAGE:
            return sum(numbers, Decimal(0)) / len(numbers) if numbers else None
        ordered = sorted(cells, key=lambda cell: (str(type(cell)), cell))
        if not ordered:
            return None
        return ordered[0] if value.kind is kind.SMALLEST else ordered[-1]

    def _passes(self, value: core.Aggregate, row: Row) -> bool:
        if value.where is not None and not replace(self, row=row).true(value.where):
            return False
        window = value.window
        if window is None:
            return True
        day, end = row.get(window.column), self.value(window.end)
        if not isinstance(day, date) or not isinstance(end, date):
            return False
        if window.unit is core.WindowUnit.CALENDAR_YEARS:
            return end.year - window.length <= day.year < end.year
        if window.unit is core.WindowUnit.FISCAL_YEARS:
            began = end.year - (end.month < window.begins) - window.length + 1
            return date(began, window.begins, 1) <= day <= end
        return _moved(end, -window.length, 0) < day <= end


def _measured(known: Known | None) -> Measured:
    if isinstance(known, int):
        return Decimal(known)
    return known if isinstance(known, Decimal | date) else None


def _holds(relation: core.Relation, left: Measured, right: Measured) -> bool:
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        difference = left - right
    elif isinstance(left, date) and isinstance(right, date):
        difference = Decimal((left - right).days)
    else:
        return False
    return {
        core.Relation.LESS: difference < 0,
        core.Relation.AT_MOST: difference <= 0,
        core.Relation.EQUAL: difference == 0,
        core.Relation.AT_LEAST: difference >= 0,
        core.Relation.MORE: difference > 0,
    }[relation]


def _combined(operator: core.Operator, left: Measured, right: Measured) -> Measured:
    if not isinstance(left, Decimal) or not isinstance(right, Decimal):
        return None
    if operator is core.Operator.PLUS:
        return left + right
    if operator is core.Operator.MINUS:
        return left - right
    if operator is core.Operator.TIMES:
        return left * right
    if operator is core.Operator.SMALLER:
        return min(left, right)
    if operator is core.Operator.LARGER:
        return max(left, right)
    return left / right if right else None


def _moved(day: date, months: int, days: int) -> date:
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last)) + timedelta(days=days)


def _months(start: date, end: date) -> int:
    months = (end.year - start.year) * 12 + end.month - start.month
    return months if _moved(start, months, 0) <= end else months - 1
