"""What a question may still be: sets of possible values, as the engine computes with them.

Options are bits of an integer, numbers are int or Fraction, days are ordinals: exact, and quick to compare. Every set
says beside its values whether "doesn't apply" is possible too. No wording, no questionnaire order here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias, assert_never

from ccsdesk.domain.answers import (
    Amounts,
    Answer,
    Choice,
    DoesNotApply,
    DontKnow,
    Ordered,
    Records,
    Selection,
    Written,
)
from ccsdesk.domain.question import DAY_KINDS, ORDERED_KINDS, Field, Kind, Question
from ccsdesk.rules.language.facts import Tree

Number: TypeAlias = int | Fraction
"""Exact: a whole number, a fraction, or the ordinal of a day."""

WIDEST = Decimal("1e15")
"""The end of numbers whose question gives none."""


@dataclass(frozen=True, slots=True)
class ChoiceSet:
    """Possible options as bits; `na`: "doesn't apply" is possible."""

    mask: int
    na: bool


@dataclass(frozen=True, slots=True)
class SelectionSet:
    """Possible selections of a `several` question.

    `listed` holds them one by one as bits; None means any selection with all of `must` and none of `never`.
    """

    listed: tuple[int, ...] | None
    must: int
    never: int
    full: int
    na: bool


@dataclass(frozen=True, slots=True)
class OrderedSet:
    """Possible numbers or days: closed spans, sorted and apart; `step` is the grid they lie on."""

    spans: tuple[tuple[Number, Number], ...]
    step: Number
    na: bool


@dataclass(frozen=True, slots=True)
class TableSet:
    """The records, each cell a set; `rows` None: nothing is known of them."""

    rows: tuple[Mapping[str, CellSet], ...] | None
    na: bool


@dataclass(frozen=True, slots=True)
class AnyText:
    """Free text, into which no rule looks."""

    na: bool


CellSet: TypeAlias = ChoiceSet | SelectionSet | OrderedSet | AnyText
PossibleSet: TypeAlias = CellSet | TableSet


def number(value: Ordered) -> Number:
    """A day's ordinal, or the exact number."""
    if isinstance(value, date):
        return value.toordinal()
    return int(value) if value == value.to_integral_value() else Fraction(value)


@dataclass(frozen=True, slots=True)
class Universe:
    """All that a question (or column) may be, and how its options map to bits."""

    kind: Kind
    bits: Mapping[str, int]
    tree: Tree | None
    full: PossibleSet

    def mask(self, options: Iterable[str]) -> int:
        """The bits of these options or places, inner nodes standing for the leaves inside."""
        nodes = self.tree.inside(options) if self.tree is not None else options
        result = 0
        for node in nodes:
            result |= self.bits[node]
        return result

    def possible(self, answer: Answer | None, columns: Mapping[str, Universe]) -> PossibleSet:
        """What the question may be after this answer (None: not asked). Answers have been checked by their reader."""
        match answer:
            case None | DontKnow():
                return self.full
            case DoesNotApply():
                return _only_na(self.full)
            case Choice(options):
                return ChoiceSet(self.mask(options), na=False)
            case Selection(possible):
                listed = tuple(sorted(self.mask(selection) for selection in possible))
                full = self.full.full if isinstance(self.full, SelectionSet) else 0
                return SelectionSet(listed, 0, 0, full, na=False)
            case Amounts(spans):
                return self._spans([(span.low, span.high) for span in spans])
            case Written():
                return AnyText(na=False)
            case Records(rows):
                return TableSet(
                    tuple(
                        {name: _cell(column, row.get(name)) for name, column in columns.items()}
                        for row in rows
                    ),
                    na=False,
                )
            case _:
                assert_never(answer)

    def _spans(self, spans: list[tuple[Ordered | None, Ordered | None]]) -> PossibleSet:
        full = self.full
        if not isinstance(full, OrderedSet):
            message = f"{full!r} has no order"
            raise TypeError(message)
        least, most = full.spans[0][0], full.spans[-1][1]
        ends = [
            (least if low is None else number(low), most if high is None else number(high))
            for low, high in spans
        ]
        return OrderedSet(tuple(sorted(ends)), full.step, na=False)


def _cell(column: Universe, answer: Answer | None) -> CellSet:
    possible = column.possible(answer, {})
    if isinstance(possible, TableSet):
        message = "a column cannot be a table"
        raise TypeError(message)
    return possible


def any_row(columns: Mapping[str, Universe]) -> dict[str, CellSet]:
    """A record of which nothing is known."""
    return {name: _cell(column, None) for name, column in columns.items()}


def _only_na(full: PossibleSet) -> PossibleSet:
    match full:
        case ChoiceSet():
            return ChoiceSet(0, na=True)
        case SelectionSet():
            return SelectionSet((), 0, 0, full.full, na=True)
        case OrderedSet():
            return OrderedSet((), full.step, na=True)
        case TableSet():
            return TableSet((), na=True)
        case AnyText():
            return AnyText(na=True)
        case _:
            assert_never(full)


def with_na(possible: PossibleSet) -> PossibleSet:
    """The same, with "doesn't apply" possible too."""
    match possible:
        case ChoiceSet(mask, _):
            return ChoiceSet(mask, na=True)
        case SelectionSet(listed, must, never, full, _):
            return SelectionSet(listed, must, never, full, na=True)
        case OrderedSet(spans, step, _):
            return OrderedSet(spans, step, na=True)
        case TableSet(rows, _):
            return TableSet(rows, na=True)
        case AnyText():
            return AnyText(na=True)
        case _:
            assert_never(possible)


only_na = _only_na


def is_certain(possible: PossibleSet) -> bool:
    """Whether just one value (or only "doesn't apply") is left."""
    match possible:
        case ChoiceSet(mask, na):
            return (mask == 0) if na else (mask & (mask - 1)) == 0
        case SelectionSet(listed, must, never, full, na):
            if listed is not None:
                return len(listed) + na == 1
            return not na and (must | never) == full
        case OrderedSet(spans, _, na):
            single = len(spans) == 1 and spans[0][0] == spans[0][1]
            return not spans if na else single
        case TableSet(rows, na):
            if rows is None:
                return False
            cells_known = all(is_certain(cell) for row in rows for cell in row.values())
            return not rows if na else cells_known
        case AnyText():
            return True
        case _:
            assert_never(possible)


def moves(field: Field) -> bool:
    """Whether what a question or column may be hangs on the day: an end that it does not give is today."""
    return field.kind in DAY_KINDS and (field.minimum is None or field.maximum is None)


def universe(field: Field, tree: Tree | None, today: date, latest: date | None = None) -> Universe:
    """The universe of a question or column on a day; `tree` for all that have options or places.

    With `latest`, all that it is on any of the days from `today` on until then.
    """
    na = isinstance(field, Question) and field.may_not_apply
    kind = field.kind
    if kind in ORDERED_KINDS:
        return Universe(kind, {}, None, _all_ordered(field, today, latest or today, na=na))
    if kind is Kind.TABLE:
        return Universe(kind, {}, None, TableSet(None, na=na))
    if kind is Kind.TEXT:
        return Universe(kind, {}, None, AnyText(na=na))
    leaves = _leaves(field, tree)
    bits = {leaf: 1 << index for index, leaf in enumerate(leaves)}
    full = (1 << len(leaves)) - 1
    if kind is Kind.SEVERAL:
        return Universe(kind, bits, tree, SelectionSet(None, 0, 0, full, na=na))
    return Universe(kind, bits, tree, ChoiceSet(full, na=na))


def _leaves(field: Field, tree: Tree | None) -> list[str]:
    if field.kind is Kind.YES_NO:
        return ["yes", "no"]
    if tree is None:
        return [option.id for option in field.options]
    return [node for node, leaves in tree.leaves.items() if leaves == frozenset({node})]


def _all_ordered(field: Field, today: date, latest: date, *, na: bool) -> OrderedSet:
    if field.kind in DAY_KINDS:
        least = number(today if field.minimum is None else field.minimum)
        most = number(latest if field.maximum is None else field.maximum)
        return OrderedSet(((least, max(least, most)),), 1, na=na)
    step: Number = 1 if field.decimals == 0 else Fraction(1, 10**field.decimals)
    low = -WIDEST if field.minimum is None else field.minimum
    high = WIDEST if field.maximum is None else field.maximum
    return OrderedSet(((number(low), number(high)),), step, na=na)
