"""The small closed model every condition becomes: values, tests, and the tree an author wrote around them.

A surface line (``ccsdesk.rules.language.syntax``) is checked and rewritten into these nodes, so that whatever runs,
explains or searches has few cases to know. Everything here is frozen, hashable and free of text for people; trees of
options and places are already opened up into sets of ids, derived facts into the conditions behind them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from ccsdesk.domain.question import Texts

# -- values: numbers (Decimal) and days (date) ---------------------------------------------------------------------


class MomentName(StrEnum):
    """Days a condition can refer to; what they are on a given day depends on the programme's window."""

    TODAY = "today"
    SUBMISSION = "submission"
    OPENING = "opening"
    DEADLINE = "deadline"
    MONTH_END = "month_end"
    AWARD = "award"
    SIGNING = "signing"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Constant:
    """A number or a day.

    Percentages are fractions (40 % is 0.4) only where they multiply; answers in percent stay 0 to 100.
    """

    value: Decimal | date


@dataclass(frozen=True, slots=True)
class Period:
    """A number and the days on which it holds, both included; None: without end."""

    value: Decimal
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Dated:
    """A named number that was another one before. That of the day of submission counts.

    `periods` are in order and do not meet. On a day in none of them the period before stands in, else the first.
    """

    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class FactValue:
    """The ordered value of a question (number, money, percent, day)."""

    question: str


@dataclass(frozen=True, slots=True)
class CellValue:
    """The ordered value of a column in the record being looked at; only inside an aggregate."""

    column: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A day that the programme's window fixes."""

    name: MomentName


@dataclass(frozen=True, slots=True)
class RoundParameter:
    """A parameter of the programme's round; `expected` stands in when the round that counts is not announced."""

    name: str
    expected: Value | None


class Operator(StrEnum):
    """Arithmetic on two numbers. Division by zero has no value: comparisons on it are no; so has what lacks a part."""

    PLUS = "plus"
    MINUS = "minus"
    TIMES = "times"
    DIVIDED_BY = "divided_by"
    SMALLER = "smaller"
    LARGER = "larger"


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """Two numbers joined by an operator."""

    operator: Operator
    left: Value
    right: Value


@dataclass(frozen=True, slots=True)
class Shift:
    """A day moved by whole months (clipped to the month's last day) and then days; negative means before."""

    base: Value
    months: int
    days: int


@dataclass(frozen=True, slots=True)
class MonthsBetween:
    """Complete months from `start` to `end` (negative when `end` is earlier)."""

    start: Value
    end: Value


@dataclass(frozen=True, slots=True)
class DaysBetween:
    """Days from `start` to `end`."""

    start: Value
    end: Value


class AggregateKind(StrEnum):
    """What is made of the records that pass the filter."""

    COUNT = "count"
    COUNT_DISTINCT = "count_distinct"
    SUM = "sum"
    AVERAGE = "average"
    SMALLEST = "smallest"
    LARGEST = "largest"
    SHARE = "share"
    """Passing records per hundred of all records; no value for an empty table."""


class WindowUnit(StrEnum):
    """How a window over records is measured."""

    MONTHS = "months"
    CALENDAR_YEARS = "calendar_years"
    """The N full calendar years before the year of the end."""
    FISCAL_YEARS = "fiscal_years"
    """The fiscal year of the end, up to and including it, and the N - 1 before."""


@dataclass(frozen=True, slots=True)
class RecordWindow:
    """Records dated after `end` less the length, up to and including `end` (months); `column` is the table's day.

    `begins` is the month on whose first day a fiscal year begins.
    """

    column: str
    length: int
    unit: WindowUnit
    end: Value
    begins: int = 1


@dataclass(frozen=True, slots=True)
class Aggregate:
    """A number out of a table: `column` for all kinds but COUNT and SHARE; `where` None lets every record pass."""

    kind: AggregateKind
    table: str
    column: str | None = None
    where: Test | None = None
    window: RecordWindow | None = None


@dataclass(frozen=True, slots=True)
class CountSelected:
    """How many options of a `several` question were chosen."""

    question: str


Value: TypeAlias = (
    Constant
    | Dated
    | FactValue
    | CellValue
    | Moment
    | RoundParameter
    | Arithmetic
    | Shift
    | MonthsBetween
    | DaysBetween
    | Aggregate
    | CountSelected
)

# -- tests -----------------------------------------------------------------------------------------------------------


class Relation(StrEnum):
    """How two values are compared. A comparison on a value that does not apply, or has none, is no."""

    LESS = "<"
    AT_MOST = "<="
    EQUAL = "=="
    AT_LEAST = ">="
    MORE = ">"


@dataclass(frozen=True, slots=True)
class Always:
    """Yes or no whatever the answers are."""

    truth: bool


@dataclass(frozen=True, slots=True)
class IsOneOf:
    """The chosen option or place is one of these leaves (yes_no: "yes"/"no"). Not applicable: no."""

    question: str
    options: frozenset[str]


@dataclass(frozen=True, slots=True)
class CellIsOneOf:
    """The same for a column of the record being looked at."""

    column: str
    options: frozenset[str]


@dataclass(frozen=True, slots=True)
class HasAny:
    """A `several` answer holds at least one of these options. Not applicable: no."""

    question: str
    options: frozenset[str]


@dataclass(frozen=True, slots=True)
class Compare:
    """An ordered comparison of two numbers or two days."""

    relation: Relation
    left: Value
    right: Value


@dataclass(frozen=True, slots=True)
class Applies:
    """The question applies: it is asked and not answered with "doesn't apply"."""

    question: str


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    item: Test


@dataclass(frozen=True, slots=True)
class All:
    """Every item is yes; of nothing: yes."""

    items: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """Some item is yes; of nothing: no."""

    items: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class CountOf:
    """The number of items that are yes lies between `low` and `high` (None: no upper end), both included."""

    items: tuple[Test, ...]
    low: int
    high: int | None


Test: TypeAlias = (
    Always | IsOneOf | CellIsOneOf | HasAny | Compare | Applies | Not | All | Any | CountOf
)

# -- the tree an author wrote ----------------------------------------------------------------------------------------


class RuleKind(StrEnum):
    """How a rule of the tree was written."""

    LINE = "line"
    BLOCK = "block"
    ALL = "all"
    ANY = "any"
    NOT = "not"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    EXACTLY = "exactly"
    VARIANT = "variant"


@dataclass(frozen=True, slots=True)
class Rule:
    """One node of a condition tree: its whole meaning in `test` (`unless` included), its wording in `text`.

    `text` holds the positive sentence by language, generated from the line unless the author gave one. `questions` are
    those the node looks at, in questionnaire order. `line` is the condition as written, for kinds LINE and BLOCK.
    """

    kind: RuleKind
    test: Test
    text: Texts = field(hash=False)
    questions: tuple[str, ...]
    children: tuple[Rule, ...] = ()
    unless: Rule | None = None
    count: int | None = None
    id: str | None = None
    subject: str = "applicant"
    moment: Texts | None = field(default=None, hash=False)
    assumed: bool = False
    source: int | None = None
    shape: tuple[str, ...] = ()
    line: str | None = None
    file: str | None = None
    line_number: int | None = None


def period_on(dated: Dated, day: date) -> tuple[Period, bool]:
    """The period that counts on a day, and whether the day lies in it; if not, it only stands in."""
    begun = [item for item in dated.periods if item.first is None or item.first <= day]
    found = begun[-1] if begun else dated.periods[0]
    return found, bool(begun) and (found.last is None or day <= found.last)


def all_of(items: tuple[Test, ...]) -> Test:
    """`All`, flattened and shortened where its meaning is already clear."""
    flat: list[Test] = []
    for item in items:
        if isinstance(item, Always):
            if not item.truth:
                return item
        elif isinstance(item, All):
            flat.extend(part for part in item.items if part not in flat)
        elif item not in flat:
            flat.append(item)
    if not flat:
        return Always(truth=True)
    return flat[0] if len(flat) == 1 else All(tuple(flat))


def any_of(items: tuple[Test, ...]) -> Test:
    """`Any`, flattened and shortened where its meaning is already clear."""
    flat: list[Test] = []
    for item in items:
        if isinstance(item, Always):
            if item.truth:
                return item
        elif isinstance(item, Any):
            flat.extend(part for part in item.items if part not in flat)
        elif item not in flat:
            flat.append(item)
    if not flat:
        return Always(truth=False)
    return flat[0] if len(flat) == 1 else Any(tuple(flat))


def negate(item: Test) -> Test:
    """The opposite, without double negation."""
    if isinstance(item, Not):
        return item.item
    if isinstance(item, Always):
        return Always(truth=not item.truth)
    return Not(item)
