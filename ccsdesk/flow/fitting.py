"""Whether an answer is one that its question can have: checked when it is given, and when it comes back from the disk.

The catalogue may have changed in between. Says yes or no; wording is for others.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise
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
    Written,
)
from ccsdesk.domain.question import DAY_KINDS, ORDERED_KINDS, Field, Kind, Question
from ccsdesk.flow.fields import limits
from ccsdesk.rules.language.facts import Dictionary

_YES_NO = frozenset({"yes", "no"})
_ONE_OPTION = frozenset({Kind.SINGLE, Kind.SCALE})


def fits(question: Question, answer: Answer, *, dictionary: Dictionary, day: date) -> bool:
    """Whether the question could be answered so on this day."""
    match answer:
        case Records(rows):
            columns = {column.id: column for column in question.columns}
            return (
                question.kind is Kind.TABLE
                and len(rows) <= question.most
                and all(
                    name in columns and _cell_fits(columns[name], cell, dictionary, day)
                    for row in rows
                    for name, cell in row.items()
                )
            )
        case DoesNotApply():
            return question.may_not_apply
        case _:
            return _cell_fits(question, answer, dictionary, day)


def _cell_fits(field: Field, cell: Cell, dictionary: Dictionary, day: date) -> bool:
    match cell:
        case DontKnow():
            return True
        case DoesNotApply():
            return False
        case Choice(options):
            return bool(options) and options <= _choices(field, dictionary)
        case Selection(possible):
            known = frozenset(option.id for option in field.options)
            return (
                field.kind is Kind.SEVERAL
                and bool(possible)
                and all(items <= known for items in possible)
            )
        case Amounts(spans):
            low, high = limits(field, day)
            return (
                field.kind in ORDERED_KINDS
                and bool(spans)
                and all(_span_fits(span, low, high, days=field.kind in DAY_KINDS) for span in spans)
            )
        case Written():
            return field.kind is Kind.TEXT
        case _:
            assert_never(cell)


def _choices(field: Field, dictionary: Dictionary) -> frozenset[str]:
    if field.kind is Kind.YES_NO:
        return _YES_NO
    if field.kind is Kind.PLACE:
        return frozenset(dictionary.places)
    if field.kind in _ONE_OPTION:
        return frozenset(option.id for option in field.options)
    return frozenset()


def _span_fits(span: Span, low: Ordered | None, high: Ordered | None, *, days: bool) -> bool:
    ends = [end for end in (low, span.low, span.high, high) if end is not None]
    if not all(_is_day(end) if days else _is_number(end) for end in ends):
        return False
    return all(not _less(later, earlier) for earlier, later in pairwise(ends))


def _is_day(end: Ordered) -> bool:
    return isinstance(end, date) and not isinstance(end, datetime)


def _is_number(end: Ordered) -> bool:
    return isinstance(end, Decimal) and end.is_finite()


def _less(one: Ordered, other: Ordered) -> bool:
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return one < other
    return isinstance(one, date) and isinstance(other, date) and one < other
