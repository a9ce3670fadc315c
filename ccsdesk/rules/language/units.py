"""The arithmetic of units: which values go together, and what comes out of them."""

from __future__ import annotations

from decimal import Decimal

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.rules.language.core import (
    Arithmetic,
    Constant,
    Dated,
    Operator,
    RoundParameter,
    Shift,
    Value,
)
from ccsdesk.rules.language.place import LineSource, Span
from ccsdesk.rules.language.types import RATIO, Typed
from ccsdesk.text.tables import message

_HUNDRED = Decimal(100)
_TIMES = {"months", "years", "days"}
_PRICES = "Only a price times a quantity, or an amount divided by one, can mix units."


class Units:
    """Joins typed values; mistakes are told at a place of one line."""

    def __init__(self, source: LineSource, currency: str) -> None:
        self._source = source
        self._currency = currency

    # agreeing

    def agree(self, left: Typed, right: Typed, span: Span) -> tuple[Typed, Typed]:
        """Both sides in the same unit.

        Raises:
            CatalogueError: they have units that do not go together.
        """
        if left.is_day != right.is_day:
            raise self._mismatch(left, right, span)
        if left.is_day or left.unit == right.unit:
            return left, right
        units = {left.unit, right.unit}
        if units == {"months", "years"}:
            return _in_months(left, right)
        if units == {RATIO, "%"}:
            return _as_fraction(left), _as_fraction(right)
        if None in units and self._goes_plain(left, right):
            return left, right
        raise self._mismatch(left, right, span)

    def _goes_plain(self, left: Typed, right: Typed) -> bool:
        """One side is a plain number: as written, it may stand for people, m2 or points; 0 for anything.

        A question without a unit, though, is not compared with an amount that has one.
        """
        with_unit, plain = (right, left) if left.unit is None else (left, right)
        if with_unit.plain or with_unit.unit == RATIO:
            return True
        if isinstance(plain.value, Constant) and plain.value.value == 0:
            return True
        if with_unit.unit in {*_TIMES, "%", self._currency}:
            return False
        return plain.plain or isinstance(plain.value, Constant | Dated | RoundParameter)

    def _mismatch(self, left: Typed, right: Typed, span: Span, advice: str = "") -> CatalogueError:
        told = _named(left)
        return self._source.mistake(
            "{left} can't go together with {right}.",
            span,
            code="unit",
            advice=advice or _advice(left, right),
            left=f"{told[0].upper()}{told[1:]}",
            right=_named(right),
            example=_example(left.unit),
        )

    # joining

    def join(self, operator: Operator, left: Typed, right: Typed, span: Span) -> Typed:
        """Two values joined by an operator.

        Raises:
            CatalogueError: their units give no meaning together.
        """
        if left.is_day or right.is_day:
            return self._move(operator, left, right, span)
        if operator in {Operator.SMALLER, Operator.LARGER}:
            left, right = self.agree(left, right, span)
            unit = left.unit or right.unit
            plain = left.plain and right.plain
            return Typed(_fold(operator, left.value, right.value), unit, plain=plain)
        if operator in {Operator.PLUS, Operator.MINUS}:
            left, right = self.agree(left, right, span)
            return Typed(_fold(operator, left.value, right.value), left.unit or right.unit)
        if operator is Operator.TIMES:
            return self._times(left, right, span)
        return self._divided(left, right, span)

    def _move(self, operator: Operator, left: Typed, right: Typed, span: Span) -> Typed:
        """A day moved by a fixed time."""
        length = right.value.value if isinstance(right.value, Constant) else None
        whole = isinstance(length, Decimal) and length == length.to_integral_value()
        sign = {Operator.PLUS: 1, Operator.MINUS: -1}.get(operator)
        if sign and left.is_day and whole and right.unit in {"months", "days"}:
            count = sign * int(length) if isinstance(length, Decimal) else 0
            months, days = (count, 0) if right.unit == "months" else (0, count)
            return Typed(Shift(left.value, months, days), is_day=True)
        raise self._source.mistake(
            "A day can't be counted with like this.",
            span,
            code="unit",
            advice="Move a day with “6 months before” or “30 days after”; the time between two days is"
            " “months from ... to ...” or “days from ... to ...”.",
        )

    def _times(self, left: Typed, right: Typed, span: Span) -> Typed:
        if _is_multiple(left, right) or _is_multiple(right, left):
            return Typed(_fold(Operator.TIMES, left.value, right.value), "%")
        if left.unit == "%":
            return Typed(_fold(Operator.TIMES, _as_fraction(left).value, right.value), right.unit)
        if right.unit == "%":
            return Typed(_fold(Operator.TIMES, left.value, _as_fraction(right).value), left.unit)
        value = _fold(Operator.TIMES, left.value, right.value)
        plain = {None, RATIO}
        if left.unit in plain or right.unit in plain:
            unit = right.unit if left.unit in plain else left.unit
            return Typed(
                value, RATIO if unit is None and RATIO in {left.unit, right.unit} else unit
            )
        return Typed(value, self._priced(left, right, span))

    def _divided(self, left: Typed, right: Typed, span: Span) -> Typed:
        if left.unit == right.unit:
            unit = None if left.unit is None else RATIO
            return Typed(_fold(Operator.DIVIDED_BY, left.value, right.value), unit)
        if right.unit == "%":
            return Typed(
                _fold(Operator.DIVIDED_BY, left.value, _as_fraction(right).value), left.unit
            )
        value = _fold(Operator.DIVIDED_BY, left.value, right.value)
        if right.unit in {None, RATIO}:
            return Typed(value, left.unit)
        if left.unit != self._currency:
            raise self._mismatch(left, right, span, _PRICES)
        return Typed(value, self._currency)

    def _priced(self, left: Typed, right: Typed, span: Span) -> str:
        """A price times a quantity is money; nothing else with two units has a name."""
        if (left.unit == self._currency) == (right.unit == self._currency):
            raise self._mismatch(left, right, span, _PRICES)
        return self._currency


def _advice(left: Typed, right: Typed) -> str:
    if left.is_day or right.is_day or left.unit == RATIO:
        return message("Put together only what is measured alike.")
    if left.unit is None:
        return message("Leave out the unit, or give the question one.")
    return message("Write the number with its unit, as in “{example}”.")


def _example(unit: str | None) -> str:
    if unit == "%":
        return "40 %"
    return f"12 {unit}" if unit in _TIMES else f"5000 {unit}"


def _named(typed: Typed) -> str:
    if typed.is_day:
        return "a day"
    if typed.unit is None:
        return "a plain number"
    return "a ratio" if typed.unit == RATIO else f"an amount in {typed.unit}"


def _in_months(left: Typed, right: Typed) -> tuple[Typed, Typed]:
    """Months and years: a round constant is told in years, so that the question stays bare; else both in months."""
    years, months = (left, right) if left.unit == "years" else (right, left)
    if isinstance(months.value, Constant) and isinstance(months.value.value, Decimal):
        amount = months.value.value / 12
        if amount * 12 == months.value.value and amount == amount.quantize(Decimal("0.01")):
            exact = Typed(Constant(amount), "years")
            return (left, exact) if years is left else (exact, right)
    widened = Typed(_fold(Operator.TIMES, years.value, Constant(Decimal(12))), "months")
    return (widened, right) if years is left else (left, widened)


def _is_multiple(percent: Typed, factor: Typed) -> bool:
    """An answer in percent times a written plain number is a multiple of the percentage, not a part of the number."""
    answered = percent.unit == "%" and not isinstance(percent.value, Constant)
    return answered and factor.unit is None and isinstance(factor.value, Constant)


def _as_fraction(typed: Typed) -> Typed:
    """A percentage as the fraction it multiplies with."""
    if typed.unit != "%":
        return typed
    return Typed(_fold(Operator.DIVIDED_BY, typed.value, Constant(_HUNDRED)), RATIO)


def _fold(operator: Operator, left: Value, right: Value) -> Value:
    """The two joined; constants at once, unless the result has no exact value."""
    if isinstance(left, Constant) and isinstance(right, Constant):
        one, other = left.value, right.value
        if isinstance(one, Decimal) and isinstance(other, Decimal):
            match operator:
                case Operator.PLUS:
                    return Constant(one + other)
                case Operator.MINUS:
                    return Constant(one - other)
                case Operator.TIMES:
                    return Constant(one * other)
                case Operator.SMALLER:
                    return Constant(min(one, other))
                case Operator.LARGER:
                    return Constant(max(one, other))
                case Operator.DIVIDED_BY if other == _HUNDRED:
                    return Constant(one / other)
                case _:
                    pass
    return Arithmetic(operator, left, right)
