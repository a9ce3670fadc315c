"""Numbers out of tables: sound whatever is known of the records, exact where every cell is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccsdesk.domain.question import Column, Field, Kind, Option, Question
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
    FactValue,
    IsOneOf,
    Moment,
    MomentName,
    Not,
    RecordWindow,
    Relation,
    Test,
    Value,
    WindowUnit,
)
from ccsdesk.rules.language.facts import Tree
from ccsdesk.rules.reasoning.moments import plain_moments
from ccsdesk.rules.reasoning.ranges import NOTHING, Range, point
from ccsdesk.rules.reasoning.sets import (
    CellSet,
    ChoiceSet,
    OrderedSet,
    PossibleSet,
    TableSet,
    Universe,
    universe,
)
from ccsdesk.rules.reasoning.tables import Tables
from tests.support.records import Meant, Reading, Record, completions

TODAY = date(2026, 11, 22)
MOST = 2
DAYS = (date(2023, 11, 22), date(2023, 11, 23), date(2024, 12, 31), date(2026, 11, 22))
FIGURES = (-1, 0, 2)
KINDS = ("seeds", "money")
POOLS: tuple[Sequence[Meant], ...] = (KINDS, FIGURES, DAYS)


def made(model: type[Field], name: str, kind: Kind, **more: object) -> Field:
    return model(name, kind, {"en": name}, {"en": name}, **more)  # type: ignore[arg-type]


def options(*names: str) -> tuple[Option, ...]:
    return tuple(Option(name, {"en": name}) for name in names)


COLUMNS: dict[str, Universe] = {
    "kind": universe(
        made(Column, "kind", Kind.SINGLE, options=options(*KINDS)), Tree.of(options(*KINDS)), TODAY
    ),
    "amount": universe(
        made(Column, "amount", Kind.NUMBER, minimum=Decimal(-1), maximum=Decimal(3)), None, TODAY
    ),
    "given": universe(
        made(Column, "given", Kind.DATE, minimum=date(2020, 1, 1), maximum=date(2026, 12, 31)),
        None,
        TODAY,
    ),
}
QUESTIONS: dict[str, Universe] = {
    "aid": universe(made(Question, "aid", Kind.TABLE), None, TODAY),
    "least": universe(
        made(Question, "least", Kind.NUMBER, minimum=Decimal(0), maximum=Decimal(5)), None, TODAY
    ),
    "form": universe(
        made(Question, "form", Kind.SINGLE, options=options("sp", "doo")),
        Tree.of(options("sp", "doo")),
        TODAY,
    ),
    "founded": universe(
        made(Question, "founded", Kind.DATE, minimum=date(2020, 1, 1), maximum=TODAY), None, TODAY
    ),
}


@dataclass
class Known:
    """Facts given outright; all else may be anything."""

    given: dict[str, PossibleSet] = field(default_factory=dict)

    def of(self, question: str) -> PossibleSet:
        return self.given.get(question, QUESTIONS[question].full)

    def cell(self, column: str) -> CellSet:
        raise LookupError(column)


def read(value: Aggregate, table: TableSet, **facts: PossibleSet) -> Range:
    tables = Tables(QUESTIONS, {"aid": COLUMNS}, {"aid": MOST})
    return tables.aggregate(value, plain_moments(TODAY))(Known({"aid": table, **facts}))


def cell(column: str, values: Sequence[Meant]) -> CellSet:
    """The set of these values; None is "does not apply"."""
    na = None in values
    if column == "kind":
        return ChoiceSet(COLUMNS["kind"].mask(v for v in values if isinstance(v, str)), na=na)
    numbers = sorted(
        v.toordinal() if isinstance(v, date) else v
        for v in values
        if v is not None and not isinstance(v, str)
    )
    return OrderedSet(tuple((v, v) for v in numbers), 1, na=na)


def table(*rows: Mapping[str, Sequence[Meant]], na: bool = False) -> TableSet:
    return TableSet(tuple({key: cell(key, row[key]) for key in COLUMNS} for row in rows), na=na)


def row(
    kind: Meant = "seeds", amount: Meant = 2, given: Meant = TODAY
) -> Mapping[str, Sequence[Meant]]:
    """A record of which everything is known."""
    return {"kind": [kind], "amount": [amount], "given": [given]}


# -- against brute force -------------------------------------------------------------------------


def some(values: Sequence[Meant]) -> st.SearchStrategy[list[Meant]]:
    pool: list[Meant] = [*values, None]
    return st.lists(st.sampled_from(pool), min_size=1, max_size=3, unique=True)


uncertain_rows = st.lists(
    st.fixed_dictionaries({"kind": some(KINDS), "amount": some(FIGURES), "given": some(DAYS)}),
    max_size=MOST,
)
certain_rows = st.lists(
    st.builds(row, *[st.sampled_from([*pool, None]) for pool in POOLS]),
    max_size=3,
)
leaves: st.SearchStrategy[Test] = st.one_of(
    st.builds(Always, st.booleans()),
    st.builds(
        CellIsOneOf, st.just("kind"), st.frozensets(st.sampled_from(KINDS), min_size=1, max_size=2)
    ),
    st.builds(
        Compare,
        st.sampled_from(Relation),
        st.just(CellValue("amount")),
        st.integers(-1, 3).map(lambda number: Constant(Decimal(number))),
    ),
)


def grouped(items: st.SearchStrategy[Test]) -> st.SearchStrategy[Test]:
    several = st.lists(items, min_size=1, max_size=2).map(tuple)
    return st.one_of(
        st.builds(All, several),
        st.builds(Any, several),
        st.builds(Not, items),
        st.builds(CountOf, several, st.integers(0, 2), st.none() | st.integers(0, 2)),
    )


windows = st.builds(
    RecordWindow,
    st.just("given"),
    st.sampled_from([1, 2, 24, 36]),
    st.sampled_from(WindowUnit),
    st.just(Moment(MomentName.SUBMISSION)),
).map(
    lambda window: replace(window, begins=12) if window.unit is WindowUnit.FISCAL_YEARS else window
)


@st.composite
def aggregates(draw: st.DrawFn) -> Aggregate:
    kind = draw(st.sampled_from(AggregateKind))
    columns = {
        AggregateKind.COUNT: [None],
        AggregateKind.SHARE: [None],
        AggregateKind.COUNT_DISTINCT: ["kind", "amount"],
    }.get(kind, ["amount"])
    return Aggregate(
        kind,
        "aid",
        draw(st.sampled_from(columns)),
        draw(st.none() | st.recursive(leaves, grouped, max_leaves=4)),
        draw(st.none() | windows),
    )


def holds_all(found: Range, numbers: Sequence[Fraction | None]) -> bool:
    present = [number for number in numbers if number is not None]
    if found.empty:
        return not present
    inside = all(
        (found.low is None or found.low <= number) and (found.high is None or number <= found.high)
        for number in present
    )
    return inside and (found.absent or len(present) == len(numbers))


@settings(max_examples=250, deadline=None)
@given(aggregates(), uncertain_rows, st.booleans())
def test_a_range_holds_what_every_completion_gives(
    value: Aggregate,
    rows: list[Mapping[str, Sequence[Meant]]],
    na: bool,  # noqa: FBT001
) -> None:
    every: list[list[Record]] = list(completions(rows))
    if na:
        every.append([])
    numbers = [Reading(TODAY).number(value, records) for records in every]
    assert holds_all(read(value, table(*rows, na=na)), numbers)


@settings(max_examples=250, deadline=None)
@given(aggregates(), certain_rows)
def test_known_records_give_one_number(
    value: Aggregate, rows: list[Mapping[str, Sequence[Meant]]]
) -> None:
    (records,) = completions(rows)
    number = Reading(TODAY).number(value, records)
    assert read(value, table(*rows)) == (NOTHING if number is None else point(number))


@settings(max_examples=120, deadline=None)
@given(aggregates(), st.lists(st.builds(row, *map(st.sampled_from, POOLS)), max_size=MOST))
def test_an_unknown_table_may_hold_any_records(
    value: Aggregate, rows: list[Mapping[str, Sequence[Meant]]]
) -> None:
    (records,) = completions(rows)
    number = Reading(TODAY).number(value, records)
    assert holds_all(read(value, TableSet(None, na=False)), [number])


# -- one by one ----------------------------------------------------------------------------------

COUNT = Aggregate(AggregateKind.COUNT, "aid")


def over(kind: AggregateKind, column: str = "amount", where: Test | None = None) -> Aggregate:
    return Aggregate(kind, "aid", column, where)


def test_a_table_that_does_not_apply_is_the_empty_list() -> None:
    for none in (TableSet((), na=True), table()):
        assert read(COUNT, none) == point(0)
        assert read(over(AggregateKind.COUNT_DISTINCT, "kind"), none) == point(0)
        assert read(over(AggregateKind.SUM), none) == point(0)
        assert read(Aggregate(AggregateKind.SHARE, "aid"), none) == NOTHING
        for kind in (AggregateKind.AVERAGE, AggregateKind.SMALLEST, AggregateKind.LARGEST):
            assert read(over(kind), none) == NOTHING


def test_records_that_perhaps_do_not_apply_are_perhaps_none() -> None:
    perhaps = table(row(amount=2), row(amount=1), na=True)
    assert read(COUNT, perhaps) == Range(0, 2)
    assert read(over(AggregateKind.SUM), perhaps) == Range(0, 3)
    assert read(over(AggregateKind.SMALLEST), perhaps) == Range(1, 1, absent=True)


def test_unknown_amounts_widen_a_sum() -> None:
    rows = ({**row(), "amount": [0, 2]}, {**row(), "amount": [None, 2]}, row(amount=2))
    assert read(over(AggregateKind.SUM), table(*rows)) == Range(2, 6)


def test_a_record_that_perhaps_passes_perhaps_counts() -> None:
    seeds = CellIsOneOf("kind", frozenset({"seeds"}))
    rows = ({**row(), "kind": ["seeds", "money"]}, row("money"))
    assert read(Aggregate(AggregateKind.COUNT, "aid", None, seeds), table(*rows)) == Range(0, 1)
    assert read(Aggregate(AggregateKind.SHARE, "aid", None, seeds), table(*rows)) == Range(0, 50)
    assert read(over(AggregateKind.SUM, where=seeds), table(*rows)) == Range(0, 2)


def test_smallest_and_largest_lean_on_the_records_that_surely_count() -> None:
    rows = ({**row(), "amount": [None, 0]}, row(amount=2))
    assert read(over(AggregateKind.SMALLEST), table(*rows)) == Range(0, 2)
    rows = ({**row(), "amount": [None, 3]}, row(amount=2))
    assert read(over(AggregateKind.LARGEST), table(*rows)) == Range(2, 3)


def test_different_values_are_counted_once() -> None:
    rows = (row("seeds"), row("seeds"), row("money"), row(None))
    assert read(over(AggregateKind.COUNT_DISTINCT, "kind"), table(*rows)) == point(2)
    rows = ({**row(), "kind": ["seeds", "money"]}, {**row(), "kind": [None, "money"]})
    assert read(over(AggregateKind.COUNT_DISTINCT, "kind"), table(*rows)) == Range(1, 2)


def test_an_unknown_table_has_at_most_so_many_records() -> None:
    unknown = TableSet(None, na=False)
    assert read(COUNT, unknown) == Range(0, MOST)
    assert read(Aggregate(AggregateKind.SHARE, "aid"), unknown) == Range(0, 100, absent=True)
    assert read(over(AggregateKind.SUM), unknown) == Range(-MOST, 3 * MOST)
    assert read(over(AggregateKind.LARGEST), unknown) == Range(-1, 3, absent=True)
    assert read(over(AggregateKind.COUNT_DISTINCT, "amount"), unknown) == Range(0, MOST)


def test_an_unknown_table_of_which_no_record_can_pass_is_as_good_as_empty() -> None:
    unknown = TableSet(None, na=False)
    nobody = Compare(Relation.MORE, CellValue("amount"), Constant(Decimal(3)))
    assert read(Aggregate(AggregateKind.COUNT, "aid", None, nobody), unknown) == point(0)
    share = Aggregate(AggregateKind.SHARE, "aid", None, nobody)
    assert read(share, unknown) == Range(0, 0, absent=True)
    assert read(over(AggregateKind.SUM, where=nobody), unknown) == point(0)
    assert read(over(AggregateKind.LARGEST, where=nobody), unknown) == NOTHING


# -- windows -------------------------------------------------------------------------------------


def within(length: int, unit: WindowUnit, end: Value | None = None) -> Aggregate:
    window = RecordWindow("given", length, unit, end or Moment(MomentName.SUBMISSION))
    return Aggregate(AggregateKind.COUNT, "aid", None, None, window)


@pytest.mark.parametrize(
    ("day", "inside"),
    [("2023-11-22", 0), ("2023-11-23", 1), ("2026-11-22", 1), ("2026-11-23", 0)],
)
def test_rolling_months_begin_after_that_day_and_end_on_this_one(day: str, inside: int) -> None:
    found = read(within(36, WindowUnit.MONTHS), table(row(given=date.fromisoformat(day))))
    assert found == point(inside)


@pytest.mark.parametrize(
    ("day", "inside"),
    [("2022-12-31", 0), ("2023-01-01", 1), ("2025-12-31", 1), ("2026-01-01", 0)],
)
def test_calendar_years_are_the_full_years_before(day: str, inside: int) -> None:
    found = read(within(3, WindowUnit.CALENDAR_YEARS), table(row(given=date.fromisoformat(day))))
    assert found == point(inside)


@pytest.mark.parametrize(
    ("begins", "day", "inside"),
    [
        (1, "2023-12-31", 0),
        (1, "2024-01-01", 1),
        (4, "2024-03-31", 0),
        (4, "2024-04-01", 1),
        (12, "2023-11-30", 0),
        (12, "2023-12-01", 1),
        (1, "2026-11-22", 1),
        (1, "2026-11-23", 0),
    ],
)
def test_fiscal_years_are_the_current_one_and_those_before(
    begins: int, day: str, inside: int
) -> None:
    end = Moment(MomentName.SUBMISSION)
    window = RecordWindow("given", 3, WindowUnit.FISCAL_YEARS, end, begins)
    value = Aggregate(AggregateKind.COUNT, "aid", None, None, window)
    assert read(value, table(row(given=date.fromisoformat(day)))) == point(inside)


def test_a_window_reaches_back_to_the_beginning_of_the_calendar_at_most() -> None:
    for unit in WindowUnit:
        assert read(within(90_000, unit), table(row(given=date(2020, 1, 1)))) == point(1)


def test_a_month_at_the_edge_of_a_window_is_perhaps_inside() -> None:
    month = {**row(), "given": [date(2023, 11, 1), date(2023, 11, 30)]}
    assert read(within(36, WindowUnit.MONTHS), table(month)) == Range(0, 1)


def test_a_record_without_a_day_is_in_no_window() -> None:
    assert read(within(36, WindowUnit.MONTHS), table(row(given=None))) == point(0)


def test_a_window_may_end_on_a_day_that_is_not_certain() -> None:
    value = within(12, WindowUnit.MONTHS, FactValue("founded"))
    known = table(row(given=date(2022, 6, 1)))

    def founded(*days: date, na: bool = False) -> PossibleSet:
        return OrderedSet(tuple((d.toordinal(), d.toordinal()) for d in days), 1, na=na)

    assert read(value, known, founded=founded(date(2022, 12, 1))) == point(1)
    assert read(value, known, founded=founded(date(2022, 12, 1), date(2024, 1, 1))) == Range(0, 1)
    assert read(value, known, founded=founded(date(2022, 12, 1), na=True)) == Range(0, 1)
    assert read(value, known, founded=founded(na=True)) == point(0)


# -- filters that look at other facts ------------------------------------------------------------


def test_a_filter_may_look_at_another_fact() -> None:
    enough = Compare(Relation.AT_LEAST, CellValue("amount"), FactValue("least"))
    value = Aggregate(AggregateKind.COUNT, "aid", None, enough)
    rows = table(row(amount=1), row(amount=3))
    assert read(value, rows) == Range(0, 2)
    assert read(value, rows, least=OrderedSet(((2, 3),), 1, na=False)) == point(1)
    only_sp = Aggregate(AggregateKind.COUNT, "aid", None, IsOneOf("form", frozenset({"sp"})))
    assert read(only_sp, rows) == Range(0, 2)
    assert read(only_sp, rows, form=ChoiceSet(QUESTIONS["form"].mask(["sp"]), na=False)) == point(2)


def test_only_tables_have_records_and_only_numbers_add_up() -> None:
    with pytest.raises(TypeError, match="no table"):
        Tables(QUESTIONS, {"aid": COLUMNS}, {"aid": MOST}).aggregate(COUNT, plain_moments(TODAY))(
            Known({"aid": ChoiceSet(1, na=False)})
        )
    with pytest.raises(TypeError, match="no order"):
        read(over(AggregateKind.SUM, "kind"), table(row()))
