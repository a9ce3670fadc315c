"""Numbers out of tables: counts, sums, averages and shares over records whose cells may be uncertain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeAlias, assert_never

from ccsdesk.rules.language.core import (
    Aggregate,
    AggregateKind,
    All,
    Always,
    Any,
    CellIsOneOf,
    CountOf,
    Not,
    RecordWindow,
    Relation,
    Test,
    WindowUnit,
)
from ccsdesk.rules.reasoning.atoms import (
    NO,
    OPEN,
    YES,
    RunTest,
    choice_truth,
    compare_truth,
    count_truth,
    run_single,
)
from ccsdesk.rules.reasoning.moments import Moments
from ccsdesk.rules.reasoning.ranges import NOTHING, Range, hull, shift_day
from ccsdesk.rules.reasoning.sets import (
    CellSet,
    ChoiceSet,
    Number,
    OrderedSet,
    PossibleSet,
    TableSet,
    Universe,
)
from ccsdesk.rules.reasoning.values import Facts, RunValue, ordered_range, run_value

Row: TypeAlias = Mapping[str, CellSet]


@dataclass(frozen=True, slots=True)
class RowFacts:
    """The facts as seen from one record."""

    outer: Facts
    row: Row

    def of(self, question: str) -> PossibleSet:
        """Questions are the same for every record."""
        return self.outer.of(question)

    def cell(self, column: str) -> CellSet:
        """A cell of this record."""
        return self.row[column]


@dataclass(frozen=True, slots=True)
class Tables:
    """Makes aggregates runnable for one catalogue. `columns` and `most` (rows) are by table."""

    universes: Mapping[str, Universe]
    columns: Mapping[str, Mapping[str, Universe]]
    most: Mapping[str, int]

    def aggregate(self, value: Aggregate, moments: Moments) -> RunValue:
        """A function for this aggregate."""
        table = value.table
        passes = self._filter(value, moments)
        unknown = self._unknown(value)

        def run(facts: Facts) -> Range:
            possible = facts.of(table)
            if not isinstance(possible, TableSet):
                message = f"{table} is no table"
                raise TypeError(message)
            if possible.rows is None:
                return unknown
            rows = [(row, passes(RowFacts(facts, row))) for row in possible.rows]
            return self._over(value, rows)

        return run

    def _filter(self, value: Aggregate, moments: Moments) -> RunTest:
        parts: list[RunTest] = []
        if value.where is not None:
            parts.append(self._row_test(value.where, value.table, moments))
        if value.window is not None:
            parts.append(self._in_window(value.window, moments))
        return lambda facts: min((part(facts) for part in parts), default=YES)

    def _row_test(self, test: Test, table: str, moments: Moments) -> RunTest:
        def build(item: Test) -> RunTest:
            return self._row_test(item, table, moments)

        match test:
            case CellIsOneOf(column, options):
                wanted = self.columns[table][column].mask(options)
                return lambda facts: choice_truth(facts.cell(column), wanted)
            case Not(item):
                inner = build(item)
                return lambda facts: YES - inner(facts)
            case All(items):
                every = [build(item) for item in items]
                return lambda facts: min((run(facts) for run in every), default=YES)
            case Any(items):
                some = [build(item) for item in items]
                return lambda facts: max((run(facts) for run in some), default=NO)
            case CountOf(items, low, high):
                counted = [build(item) for item in items]
                return lambda facts: count_truth([run(facts) for run in counted], low, high)
            case Always(truth):
                fixed = YES if truth else NO
                return lambda _facts: fixed
            case _:
                return run_single(test, moments, self.universes, self)

    def _in_window(self, window: RecordWindow, moments: Moments) -> RunTest:
        column, length = window.column, window.length
        end = run_value(window.end, moments, self)

        def run(facts: Facts) -> int:
            day, until = ordered_range(facts.cell(column)), end(facts)
            if until.empty or until.low is None or until.high is None:
                return NO
            first = _window_start(int(until.low), length, window.unit)
            last = _window_start(int(until.high), length, window.unit)
            if window.unit is WindowUnit.CALENDAR_YEARS:
                low_end, high_end = _year_end(int(until.low)), _year_end(int(until.high))
            else:
                low_end, high_end = int(until.low), int(until.high)
            after = compare_truth(Relation.MORE, day, Range(first, last))
            before = compare_truth(Relation.AT_MOST, day, Range(low_end, high_end))
            return min(after, before)

        return run

    def _unknown(self, value: Aggregate) -> Range:
        """The range when nothing is known of the table."""
        most = self.most[value.table]
        if value.kind is AggregateKind.COUNT:
            return Range(0, most)
        if value.kind is AggregateKind.SHARE:
            return Range(0, 100, absent=True)
        cell = self.columns[value.table][value.column or ""].full
        if value.kind is AggregateKind.COUNT_DISTINCT:
            kinds = cell.mask.bit_count() if isinstance(cell, ChoiceSet) else most
            return Range(0, min(most, kinds))
        inner = ordered_range(cell) if isinstance(cell, OrderedSet) else NOTHING
        if value.kind is AggregateKind.SUM:
            low = None if inner.low is None else min(0, inner.low * most)
            high = None if inner.high is None else max(0, inner.high * most)
            return Range(low, high)
        return Range(inner.low, inner.high, absent=True)

    def _over(self, value: Aggregate, rows: list[tuple[Row, int]]) -> Range:
        surely = [row for row, truth in rows if truth == YES]
        perhaps = [row for row, truth in rows if truth == OPEN]
        column = value.column or ""
        match value.kind:
            case AggregateKind.COUNT:
                return Range(len(surely), len(surely) + len(perhaps))
            case AggregateKind.SHARE:
                if not rows:
                    return NOTHING
                share = Fraction(100, len(rows))
                return Range(share * len(surely), share * (len(surely) + len(perhaps)))
            case AggregateKind.COUNT_DISTINCT:
                return _distinct([row[column] for row in surely], [row[column] for row in perhaps])
            case AggregateKind.SUM:
                return _sum(
                    [ordered_range(row[column]) for row in surely],
                    [ordered_range(row[column]) for row in perhaps],
                )
            case AggregateKind.AVERAGE | AggregateKind.SMALLEST | AggregateKind.LARGEST:
                return _middle(
                    value.kind,
                    [ordered_range(row[column]) for row in surely],
                    [ordered_range(row[column]) for row in perhaps],
                )
            case _:
                assert_never(value.kind)


def _window_start(end: int, length: int, unit: WindowUnit) -> int:
    """The day after which a record counts."""
    if unit is WindowUnit.MONTHS:
        return shift_day(end, months=-length, days=0)
    return date(date.fromordinal(end).year - length, 1, 1).toordinal() - 1


def _year_end(end: int) -> int:
    """The last day of the year before."""
    return date(date.fromordinal(end).year, 1, 1).toordinal() - 1


def _sum(surely: list[Range], perhaps: list[Range]) -> Range:
    low: Number | None = 0
    high: Number | None = 0
    for item in surely:
        if item.empty:
            continue
        least = item.low if not item.absent or item.low is None else min(0, item.low)
        most = item.high if not item.absent or item.high is None else max(0, item.high)
        low = None if low is None or least is None else low + least
        high = None if high is None or most is None else high + most
    for item in perhaps:
        if item.empty:
            continue
        low = None if low is None or item.low is None else low + min(0, item.low)
        high = None if high is None or item.high is None else high + max(0, item.high)
    return Range(low, high)


def _distinct(surely: list[CellSet], perhaps: list[CellSet]) -> Range:
    certain: set[object] = set()
    uncertain = 0
    for cell in surely:
        if isinstance(cell, ChoiceSet):
            if cell.mask and not cell.mask & (cell.mask - 1) and not cell.na:
                certain.add(cell.mask)
            elif cell.mask:
                uncertain += 1
        elif isinstance(cell, OrderedSet) and cell.spans:
            single = len(cell.spans) == 1 and cell.spans[0][0] == cell.spans[0][1]
            if single and not cell.na:
                certain.add(cell.spans[0][0])
            else:
                uncertain += 1
    low = len(certain) if certain or not any(_has_value(cell) for cell in surely) else 1
    return Range(low, len(certain) + uncertain + len(perhaps))


def _has_value(cell: CellSet) -> bool:
    if cell.na:
        return False
    return bool(cell.mask) if isinstance(cell, ChoiceSet) else True


def _middle(kind: AggregateKind, surely: list[Range], perhaps: list[Range]) -> Range:
    """Average, smallest or largest; a record without a value does not count."""
    firm = [item for item in surely if not item.empty and not item.absent]
    loose = [item for item in surely if not item.empty and item.absent]
    loose += [item for item in perhaps if not item.empty]
    if not firm and not loose:
        return NOTHING
    if loose or any(item.low is None or item.high is None for item in firm):
        around = hull([*firm, *loose])
        return Range(around.low, around.high, absent=not firm)
    lows = [item.low for item in firm if item.low is not None]
    highs = [item.high for item in firm if item.high is not None]
    match kind:
        case AggregateKind.SMALLEST:
            return Range(min(lows), min(highs))
        case AggregateKind.LARGEST:
            return Range(max(lows), max(highs))
        case _:
            return Range(Fraction(sum(lows)) / len(lows), Fraction(sum(highs)) / len(highs))
