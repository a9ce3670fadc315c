"""What a question may be, said as an answer again: the way back from the sets that the engine computes with."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import assert_never

from ccsdesk.domain.answers import (
    Amounts,
    Answer,
    Cell,
    Choice,
    DoesNotApply,
    DontKnow,
    Ordered,
    Records,
    Selection,
    Span,
)
from ccsdesk.domain.question import DAY_KINDS
from ccsdesk.rules.reasoning.engine import Engine
from ccsdesk.rules.reasoning.sets import (
    AnyText,
    ChoiceSet,
    Number,
    OrderedSet,
    PossibleSet,
    SelectionSet,
    TableSet,
    Universe,
)


def answer_of(engine: Engine, question: str, possible: PossibleSet) -> Answer:
    """The answer that means these values.

    Of selections that are not listed it means the one without anything that need not be in it; of a table of which
    nothing is known, that it is empty.
    """
    if isinstance(possible, TableSet):
        if not possible.rows and possible.na:
            return DoesNotApply()
        columns = engine.columns_of(question)
        return Records(
            tuple(
                {
                    name: _cell(columns[name], cell)
                    for name, cell in row.items()
                    if cell != columns[name].full
                }
                for row in possible.rows or ()
            )
        )
    return _cell(engine.universes[question], possible)


def _cell(universe: Universe, possible: PossibleSet) -> Cell:
    match possible:
        case ChoiceSet(mask, _):
            chosen = frozenset(name for name, bit in universe.bits.items() if bit & mask)
            return Choice(chosen) if chosen else DoesNotApply()
        case SelectionSet(listed, must, _, _, _):
            if listed == ():
                return DoesNotApply()
            return Selection(frozenset(_named(universe, one) for one in listed or (must,)))
        case OrderedSet(spans, _, _):
            if not spans:
                return DoesNotApply()
            return Amounts(tuple(_span(universe, low, high) for low, high in spans))
        case AnyText():
            return DontKnow()
        case TableSet():
            message = "a column cannot be a table"
            raise TypeError(message)
        case _:
            assert_never(possible)


def _named(universe: Universe, bits: int) -> frozenset[str]:
    return frozenset(name for name, bit in universe.bits.items() if bit & bits)


def _span(universe: Universe, low: Number, high: Number) -> Span:
    """An end that is the question's own is left open, unless that is all there is to say."""
    full = universe.full
    if not isinstance(full, OrderedSet):
        message = f"{full!r} has no order"
        raise TypeError(message)
    least, most = full.spans[0][0], full.spans[-1][1]
    is_day = universe.kind in DAY_KINDS
    whole = low == high or (low <= least and high >= most)
    return Span(
        None if low <= least and not whole else _value(low, is_day=is_day),
        None if high >= most and not whole else _value(high, is_day=is_day),
    )


def _value(number: Number, *, is_day: bool) -> Ordered:
    if is_day:
        return date.fromordinal(int(number))
    exact = Fraction(number)
    return Decimal(exact.numerator) / Decimal(exact.denominator)
