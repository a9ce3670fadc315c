"""What the words of a language for sentences of conditions consist of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from ccsdesk.rules.language.core import AggregateKind, MomentName, Operator, Relation, RuleKind
from ccsdesk.rules.language.syntax import Choosing, Elapsed


class Case(Enum):
    """The place a day takes in a sentence: alone, "from/to", "before", "after", and "when"."""

    NAME = auto()
    OF = auto()
    BEFORE = auto()
    AFTER = auto()
    ON = auto()


Cases = Mapping[Case, str]


@dataclass(frozen=True, slots=True)
class Wording:
    """All words of one language; templates name what they take.

    The forms of a unit are in the order of `plural`, with that for fractions at the end.
    """

    plural: Callable[[int], int]
    separators: tuple[str, str]
    """Between thousands, before decimals."""
    quote: str
    percent: str
    money: str
    money_in_letters: str
    units: Mapping[str, tuple[str, ...]]
    day: str
    months: Mapping[Case, tuple[str, ...]]
    moments: Mapping[MomentName, Cases]
    day_of: Cases
    day_set: Cases
    day_moved: Cases
    moved_before: str
    moved_after: str
    relations: Mapping[Relation, str]
    day_relations: Mapping[Relation, tuple[Case, str]]
    between: str
    between_days: str
    yes: str
    no: str
    is_not: str
    anything_but: str
    none_of: str
    last_or: str
    area: str
    outside: str
    group: str
    has: Mapping[Choosing, str]
    operators: Mapping[Operator, str]
    part: str
    elapsed: Mapping[Elapsed, str]
    aggregates: Mapping[AggregateKind, str]
    selected: str
    windows: Mapping[str, tuple[str, str]]
    """For one, for more."""
    quantifiers: Mapping[Choosing, str]
    existing: Mapping[Choosing, str]
    grant: str
    dated: str
    periods: Mapping[tuple[bool, bool], str]
    """By whether there is a first and a last day."""
    amount_set: str
    value_set: str
    untrue: str
    untrue_inside: str
    conjunctions: Mapping[bool, str]
    unless: str
    headings: Mapping[RuleKind, str]
    none_heading: str
    counts: tuple[str, ...]
    """Words for zero, one, two ... conditions; figures beyond."""
    variant: str
    otherwise: str
