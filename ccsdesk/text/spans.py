"""Values and spans of values said in words: "1.234 €", "March 2027", "at least 10 people". Knows no question."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from decimal import Decimal

from ccsdesk.domain.answers import Ordered, Span
from ccsdesk.domain.question import Kind
from ccsdesk.text.words import Words

PERCENT = "%"
CURRENCY = "EUR"


def say_value(
    value: Ordered, kind: Kind, unit: str | None, words: Words, *, inline: bool = False
) -> str:
    """One value with its unit; `unit` of money is its currency; `inline` is the form inside a sentence."""
    if isinstance(value, date):
        if kind is Kind.MONTH:
            return words.month(value.month, value.year, inline=inline)
        return words.day(value, inline=inline)
    return words.amount(value, *_unit(kind, unit))


def say_span(span: Span, kind: Kind, unit: str | None, words: Words) -> str:
    """All the values one answer may mean."""
    low, high = span.low, span.high
    if low is not None and high is not None:
        return _between((low, high), kind, unit, words)
    if low is not None:
        said = say_value(low, kind, unit, words)
        if isinstance(low, date):
            return words.say("{day} or later", day=said)
        return words.say("at least {value}", value=said)
    if high is not None:
        said = say_value(high, kind, unit, words)
        if isinstance(high, date):
            return words.say("{day} or earlier", day=said)
        return words.say("at most {value}", value=said)
    return words.say("I don't know")


def month_of(span: Span) -> date | None:
    """The first day of the month that the span is, whole."""
    low, high = span.low, span.high
    if not isinstance(low, date) or not isinstance(high, date):
        return None
    last = date(low.year, low.month, monthrange(low.year, low.month)[1])
    return low if low.day == 1 and high == last else None


def year_of(span: Span) -> int | None:
    """The year that the span is, whole."""
    low = span.low
    if not isinstance(low, date) or span != Span(date(low.year, 1, 1), date(low.year, 12, 31)):
        return None
    return low.year


def _between(ends: tuple[Ordered, Ordered], kind: Kind, unit: str | None, words: Words) -> str:
    low, high = ends
    span = Span(low, high)
    month, year = month_of(span), year_of(span)
    if month is not None:
        return words.month(month.month, month.year)
    if year is not None:
        return words.say("some day in {year}", year=str(year))
    if low == high or (isinstance(low, date) and kind is Kind.MONTH and _same_month(low, high)):
        return say_value(low, kind, unit, words)
    if isinstance(low, Decimal) and isinstance(high, Decimal):
        return words.amounts(low, high, *_unit(kind, unit))
    start = say_value(low, kind, unit, words, inline=True)
    end = say_value(high, kind, unit, words, inline=True)
    return words.say("between {low} and {high}", low=start, high=end)


def _unit(kind: Kind, unit: str | None) -> tuple[str | None, str]:
    """The unit of a value, and the currency."""
    if kind is Kind.MONEY:
        return unit or CURRENCY, unit or CURRENCY
    return PERCENT if kind is Kind.PERCENT else unit, CURRENCY


def _same_month(low: date, high: Ordered) -> bool:
    return isinstance(high, date) and (low.year, low.month) == (high.year, high.month)
