"""A condition line as it was written, taken apart: names unresolved, nothing checked, every node with its place.

Two lines with the same meaning may differ here; `ccsdesk.rules.language.check` gives them their meaning. Places do not
count when nodes are compared.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from ccsdesk.rules.language.core import AggregateKind, Operator, Relation
from ccsdesk.rules.language.place import Span

NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Name:
    """A word that stands for something: a fact, a column, an option, a moment, a list."""

    text: str
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its unit as written, "%" for percent.

    `text` is the word itself: after `is` it may turn out to be an option.
    """

    amount: Decimal
    unit: str | None = None
    text: str = field(default="", compare=False)
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar."""

    value: date
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class PartOf:
    """`40 % of x`."""

    percent: Decimal
    of: ValueNode
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Length:
    """A stretch of time in whole days, months or years."""

    count: int
    unit: str
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Shifted:
    """`6 months before x`, `30 days after x`."""

    length: Length
    before: bool
    base: ValueNode
    span: Span = field(default=NOWHERE, compare=False)


class Elapsed(StrEnum):
    """The ways to say how long it is from one day to another."""

    AGE = "age"
    MONTHS = "months"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Between:
    """`age of start on end`, `months from start to end`, `days from start to end`."""

    kind: Elapsed
    start: ValueNode
    end: ValueNode
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Combined:
    """Two values joined by an operator."""

    operator: Operator
    left: ValueNode
    right: ValueNode
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Window:
    """`in the last 3 years [before x]`; `unit` is months, years, "calendar years" or "fiscal years"."""

    length: int
    unit: str
    end: ValueNode | None
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Aggregated:
    """A number out of a table (or, for COUNT, out of a question with several options)."""

    kind: AggregateKind
    name: Name
    where: TestNode | None = None
    window: Window | None = None
    span: Span = field(default=NOWHERE, compare=False)


ValueNode: TypeAlias = Name | Number | Day | PartOf | Shifted | Between | Combined | Aggregated


@dataclass(frozen=True, slots=True)
class Fact:
    """A name alone: a yes/no fact or a block."""

    name: Name
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Is:
    """`x is y`, `x is not y`; `right` may be an option or a value."""

    left: ValueNode
    right: ValueNode
    negated: bool = False
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Listed:
    """The items of a bracket list, or one NAME that may be a named list. `brackets` says which was written."""

    items: tuple[Name, ...]
    brackets: bool
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class In:
    """`x in list`, `x not in list`; with `inside`: `x within ...`, the same for inner places and codes."""

    left: ValueNode
    items: Listed
    negated: bool = False
    inside: bool = False
    span: Span = field(default=NOWHERE, compare=False)


class Choosing(StrEnum):
    """How chosen options are looked at."""

    ONE = "one"
    ANY = "any"
    ALL = "all"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Has:
    """`x has a`, `x has any of [a, b]`."""

    left: ValueNode
    choosing: Choosing
    items: Listed
    span: Span = field(default=NOWHERE, compare=False)


class Wording(StrEnum):
    """Words for numbers ("at least") and words for days ("on or after") are kept apart."""

    NUMBER = "number"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Comparison:
    """An ordered comparison, in the words for numbers or those for days."""

    relation: Relation
    wording: Wording
    left: ValueNode
    right: ValueNode
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Range:
    """`x between low and high`, both included."""

    left: ValueNode
    low: ValueNode
    high: ValueNode
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Quantified:
    """`any of table [filter] [satisfies (...)]`; `quantifier` is ANY, ALL or NONE, and ALL has something to satisfy."""

    quantifier: Choosing
    table: Name
    satisfies: TestNode | None
    where: TestNode | None = None
    window: Window | None = None
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Negation:
    """`not x`."""

    item: TestNode
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Joined:
    """Two or more tests joined by `and` (every) or `or`."""

    every: bool
    items: tuple[TestNode, ...]
    span: Span = field(default=NOWHERE, compare=False)


TestNode: TypeAlias = Fact | Is | In | Has | Comparison | Range | Quantified | Negation | Joined


@dataclass(frozen=True, slots=True)
class Line:
    """A whole line, with its exception."""

    body: TestNode
    unless: TestNode | None = None
