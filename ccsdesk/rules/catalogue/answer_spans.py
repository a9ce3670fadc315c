"""Numbers and days of an answers file into spans: exact, whole where they must be, in bounds, never reversed."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from ccsdesk.domain.answers import Amounts, Ordered, Span
from ccsdesk.domain.question import DAY_KINDS
from ccsdesk.rules.catalogue.answer_place import Asked, set_of
from ccsdesk.rules.catalogue.marks import Items, Style, Word
from ccsdesk.rules.catalogue.values import day_of

LONGEST_NUMBER: Final = 24

_NUMBER: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]{1,3})?")
_MONTH: Final = re.compile(r"([0-9]{4})-([0-9]{2})")
DAY_LIKE: Final = re.compile(r"[0-9]{4}-[0-9]{1,2}(-[0-9]{1,2})?")


@dataclass(frozen=True)
class Bounds:
    """The least and the greatest value a question takes, with the smallest step between two values."""

    low: Ordered
    high: Ordered
    step: Decimal


def bounds_of(asked: Asked) -> Bounds:
    """The bounds of a question on the day; one it does not give is as wide as can be."""
    field = asked.field
    if field.kind in DAY_KINDS:
        low = asked.day if field.minimum is None else field.minimum
        high = asked.day if field.maximum is None else field.maximum
        return Bounds(low, high, Decimal(1))
    least, most = Decimal("-1e15"), Decimal("1e15")
    low_number = least if field.minimum is None else field.minimum
    high_number = most if field.maximum is None else field.maximum
    return Bounds(low_number, high_number, Decimal(1).scaleb(-field.decimals))


def read_amounts(asked: Asked) -> Amounts:
    """The spans a value or a set of values means, sorted and joined where they touch.

    Raises:
        AnswerError: no number or day, out of range, not whole, empty, reversed.
    """
    bounds = bounds_of(asked)
    spans = _spans(asked, bounds, nested=False)
    return Amounts(joined(spans, bounds))


def joined(spans: Sequence[Span], bounds: Bounds) -> tuple[Span, ...]:
    """Spans sorted, and those that touch or overlap made one."""
    in_order = sorted(spans, key=lambda span: [_rank(end) for end in _ends(span, bounds)])
    result: list[Span] = []
    for span in in_order:
        if result and _touch(result[-1], span, bounds):
            last = result[-1]
            ends = [_rank(_ends(one, bounds)[1]) for one in (last, span)]
            longer = span if ends[1] > ends[0] else last
            high = None if last.high is None or span.high is None else longer.high
            low = None if span.low is None else last.low
            result[-1] = Span(low, high)
        else:
            result.append(span)
    return tuple(result)


def _ends(span: Span, bounds: Bounds) -> tuple[Ordered, Ordered]:
    low = bounds.low if span.low is None else span.low
    high = bounds.high if span.high is None else span.high
    return low, high


def _touch(first: Span, second: Span, bounds: Bounds) -> bool:
    end, start = _ends(first, bounds)[1], _ends(second, bounds)[0]
    return _rank(start) - _rank(end) <= bounds.step


def _spans(asked: Asked, bounds: Bounds, *, nested: bool) -> list[Span]:
    match set_of(asked):
        case None:
            return [_one(asked, bounds)]
        case "between":
            return [_between(asked.at("between"), bounds)]
        case "at_least":
            return [Span(_one(asked.at("at_least"), bounds).low, None)]
        case "at_most":
            return [Span(None, _one(asked.at("at_most"), bounds).high)]
        case _:
            return _one_of(asked, bounds, nested=nested)


def _one_of(asked: Asked, bounds: Bounds, *, nested: bool) -> list[Span]:
    inner = asked.at("one_of")
    if nested or not isinstance(inner.data, Items):
        raise inner.wrong(
            "“one_of” for “{question}” needs a list.",
            advice="Write it as {{one_of: [1, 2]}}.",
            code="bad-set",
        )
    if not inner.data:
        raise inner.wrong(
            "The list of what “{question}” may be is empty.",
            advice="Name at least one value, or write dont_know.",
            code="empty-set",
        )
    found: list[Span] = []
    for index in range(len(inner.data)):
        found.extend(_spans(inner.at(index), bounds, nested=True))
    return found


def _between(asked: Asked, bounds: Bounds) -> Span:
    if not isinstance(asked.data, Items) or len(asked.data) != 2:
        raise asked.wrong(
            "“between” for “{question}” needs a list of two values.",
            advice="Write it as {{between: [10, 49]}}.",
            code="bad-set",
        )
    low, high = _one(asked.at(0), bounds), _one(asked.at(1), bounds)
    if _rank(_ends(low, bounds)[0]) > _rank(_ends(high, bounds)[1]):
        raise asked.wrong(
            "The range for “{question}” begins after its end.",
            advice="Swap the two values.",
            code="reversed",
        )
    return Span(low.low, high.high)


def _one(asked: Asked, bounds: Bounds) -> Span:
    span = _day(asked) if asked.field.kind in DAY_KINDS else _number(asked)
    low, high = _ends(span, bounds)
    if _rank(low) > _rank(bounds.high) or _rank(high) < _rank(bounds.low):
        raise asked.wrong(
            "“{given}” is out of range for “{question}”.",
            advice="It lies between {low} and {high}.",
            code="out-of-range",
            low=_shown(bounds.low),
            high=_shown(bounds.high),
        )
    return Span(max(low, bounds.low, key=_rank), min(high, bounds.high, key=_rank))


def _rank(value: Ordered) -> Decimal:
    """A number to compare by; days by their number in the calendar."""
    return Decimal(value.toordinal()) if isinstance(value, date) else value


def _shown(value: Ordered) -> str:
    return value.isoformat() if isinstance(value, date) else f"{value:f}"


def _number(asked: Asked) -> Span:
    word = asked.data
    if not isinstance(word, Word) or word.style is not Style.PLAIN or not _NUMBER.fullmatch(word):
        raise asked.wrong(
            "“{question}” is answered with a number.",
            advice="Write digits alone, without quotes, unit or blanks.",
        )
    if len(word) > LONGEST_NUMBER:
        raise asked.wrong(
            "The number for “{question}” is too long.",
            advice="Round it.",
            code="out-of-range",
        )
    value = Decimal(word)
    if abs(value.adjusted()) > LONGEST_NUMBER and value:
        raise asked.wrong(
            "“{given}” is out of range for “{question}”.",
            advice="Write it out in digits.",
            code="out-of-range",
        )
    decimals = asked.field.decimals
    if value != round(value, decimals):
        raise asked.wrong(
            "“{given}” has too many decimals for “{question}”.",
            advice="Round it to {decimals} decimals." if decimals else "Write a whole number.",
            code="not-whole",
            decimals=decimals,
        )
    exact = round(value, decimals) + 0
    return Span(exact, exact)


def _day(asked: Asked) -> Span:
    word = asked.data
    if isinstance(word, Word):
        day = day_of(word)
        if day is not None:
            return Span(day, day)
        month = _MONTH.fullmatch(word)
        if month and 1 <= int(month.group(2)) <= 12 and int(month.group(1)) >= 1:
            year, number = int(month.group(1)), int(month.group(2))
            last = monthrange(year, number)[1]
            return Span(date(year, number, 1), date(year, number, last))
        if DAY_LIKE.fullmatch(word):
            raise asked.wrong(
                "“{given}” is not a day that exists.",
                advice="Write “{question}” as YYYY-MM-DD or YYYY-MM.",
                code="no-such-day",
            )
    raise asked.wrong(
        "“{question}” is answered with a day.",
        advice="Write it as YYYY-MM-DD or YYYY-MM.",
    )
