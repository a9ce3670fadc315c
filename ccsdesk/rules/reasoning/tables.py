"""Numbers out of tables: counts, sums, averages and shares over records whose cells may be uncertain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import NamedTuple, TypeAlias, assert_never

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
    any_row,
    is_certain,
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
        anything = any_row(self.columns[table])

        def run(facts: Facts) -> Range:
            possible = facts.of(table)
            if not isinstance(possible, TableSet):
                message = f"{table} is no table"
                raise TypeError(message)
            if possible.rows is None:
                passing = passes(RowFacts(facts, anything))
                if passing != NO:
                    return unknown
                return hull([self._over(value, []), self._over(value, [(anything, NO)])])
            rows = [(row, passes(RowFacts(facts, row))) for row in possible.rows]
            found = self._over(value, rows)
            return hull([found, self._over(value, [])]) if possible.na and rows else found

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
        column = window.column
        end = run_value(window.end, moments, self)

        def run(facts: Facts) -> int:
            day, until = ordered_range(facts.cell(column)), end(facts)
            if until.empty or until.low is None or until.high is None:
                return NO
            first, last = (
                _window_start(int(until.low), window),
                _window_start(int(until.high), window),
            )
            if window.unit is WindowUnit.CALENDAR_YEARS:
                low_end, high_end = _year_end(int(until.low)), _year_end(int(until.high))
            else:
                low_end, high_end = int(until.low), int(until.high)
            after = compare_truth(Relation.MORE, day, Range(first, last, until.absent))
            before = compare_truth(Relation.AT_MOST, day, Range(low_end, high_end, until.absent))
            return min(after, before)

        return run

    def _unknown(self, value: Aggregate) -> Range:
        """The range when nothing is known of the table."""
        most = self.most[value.table]
        if value.kind is AggregateKind.COUNT:
            return Range(0, most)
        if value.kind is AggregateKind.SHARE:
            return Range(0, 100, absent=True)
        column = value.column or ""
        full = any_row(self.columns[value.table])
        if value.kind is AggregateKind.COUNT_DISTINCT:
            cell = full[column]
            kinds = cell.mask.bit_count() if isinstance(cell, ChoiceSet) else most
            return Range(0, min(most, kinds))
        ((least, greatest, _),) = _numbers([full], column)
        if value.kind is AggregateKind.SUM:
            return Range(min(0, least * most), max(0, greatest * most))
        return Range(least, greatest, absent=True)

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
                return _sum(_numbers(surely, column), _numbers(perhaps, column))
            case AggregateKind.AVERAGE | AggregateKind.SMALLEST | AggregateKind.LARGEST:
                numbers = _numbers(surely, column)
                firm = [cell for cell in numbers if not cell.absent]
                loose = [cell for cell in numbers if cell.absent]
                return _middle(value.kind, firm, loose + _numbers(perhaps, column))
            case _:
                assert_never(value.kind)


def _window_start(end: int, window: RecordWindow) -> int:
    """The day after which a record counts."""
    length, day = window.length, date.fromordinal(end)
    match window.unit:
        case WindowUnit.MONTHS:
            return shift_day(end, months=-length, days=0)
        case WindowUnit.CALENDAR_YEARS:
            year = day.year - length
        case WindowUnit.FISCAL_YEARS:
            year = day.year - (day.month < window.begins) - (length - 1)
        case _:
            assert_never(window.unit)
    return date(max(year, date.min.year), window.begins, 1).toordinal() - 1


def _year_end(end: int) -> int:
    """The last day of the year before."""
    return date(date.fromordinal(end).year, 1, 1).toordinal() - 1


class _Cell(NamedTuple):
    """The number in a cell: from `low` to `high`; `absent`: perhaps there is none."""

    low: Number
    high: Number
    absent: bool


def _numbers(rows: list[Row], column: str) -> list[_Cell]:
    """The cells of these records that have, or may have, a number."""
    found: list[_Cell] = []
    for row in rows:
        cell = row[column]
        if not isinstance(cell, OrderedSet):
            message = f"{cell!r} has no order"
            raise TypeError(message)
        if cell.spans:
            found.append(_Cell(cell.spans[0][0], cell.spans[-1][1], cell.na))
    return found


def _sum(surely: list[_Cell], perhaps: list[_Cell]) -> Range:
    loose = perhaps + [cell for cell in surely if cell.absent]
    firm = [cell for cell in surely if not cell.absent]
    return Range(
        sum(cell.low for cell in firm) + sum(min(0, cell.low) for cell in loose),
        sum(cell.high for cell in firm) + sum(max(0, cell.high) for cell in loose),
    )


def _distinct(surely: list[CellSet], perhaps: list[CellSet]) -> Range:
    """How many different values there are; a cell without a value is none."""
    values = {cell for cell in surely if is_certain(cell) and not cell.na}
    more = {cell for cell in perhaps if is_certain(cell) and not cell.na}
    uncertain = sum(1 for cell in surely + perhaps if not is_certain(cell))
    some = any(not cell.na for cell in surely)
    return Range(max(len(values), int(some)), len(values | more) + uncertain)


def _middle(kind: AggregateKind, firm: list[_Cell], loose: list[_Cell]) -> Range:
    """Average, smallest or largest of the records; those that are `loose` perhaps do not count."""
    every = firm + loose
    if not every:
        return NOTHING
    low, high = min(cell.low for cell in every), max(cell.high for cell in every)
    if firm and kind is AggregateKind.SMALLEST:
        high = min(cell.high for cell in firm)
    elif firm and kind is AggregateKind.LARGEST:
        low = max(cell.low for cell in firm)
    elif not loose:
        low = Fraction(sum(cell.low for cell in firm)) / len(firm)
        high = Fraction(sum(cell.high for cell in firm)) / len(firm)
    return Range(low, high, absent=not firm)
