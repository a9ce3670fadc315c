"""The half of the grammar that gives values: numbers, days, times, aggregates, lists, and sums of them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import date
from decimal import Decimal

from ccsdesk.rules.language.core import AggregateKind, Operator
from ccsdesk.rules.language.cursor import RESERVED, Cursor
from ccsdesk.rules.language.lexer import Piece, Token
from ccsdesk.rules.language.syntax import (
    Aggregated,
    Between,
    Combined,
    Day,
    Elapsed,
    Length,
    Listed,
    Name,
    Number,
    PartOf,
    Shifted,
    TestNode,
    ValueNode,
    Window,
)

_UNITS_OF_TIME = {
    "day": "days",
    "days": "days",
    "month": "months",
    "months": "months",
    "year": "years",
    "years": "years",
}
_AGGREGATES = {
    ("count", "distinct"): AggregateKind.COUNT_DISTINCT,
    ("count", "of"): AggregateKind.COUNT,
    ("sum", "of"): AggregateKind.SUM,
    ("average", "of"): AggregateKind.AVERAGE,
    ("share", "of"): AggregateKind.SHARE,
}
_EXTREMES = {"smallest": AggregateKind.SMALLEST, "largest": AggregateKind.LARGEST}
_KINDS_OF_YEAR = frozenset({"calendar", "fiscal"})
_UNITS_OF_WINDOWS = ["months", "years", "calendar years", "fiscal years"]
_CHOSEN = {"smaller": Operator.SMALLER, "larger": Operator.LARGER}
_ELAPSED = {("months", "from"): Elapsed.MONTHS, ("days", "from"): Elapsed.DAYS}
_NO_OPTION = frozenset({"and", "or", "not", "unless"})


class TestReader(ABC):
    """What the grammar of values needs of the grammar of tests: filters are tests in brackets."""

    @abstractmethod
    def bracketed(self) -> TestNode:
        """A test in round brackets."""


class ValueParser:
    """Reads values from a cursor."""

    def __init__(self, cursor: Cursor, tests: TestReader) -> None:
        self._cursor = cursor
        self._tests = tests

    # sums and products

    def value(self) -> ValueNode:
        """Terms joined by plus and minus."""
        return self._chain(products=False)

    def _chain(self, *, products: bool) -> ValueNode:
        start = self._cursor.piece.span.start
        left = self.factor() if products else self._chain(products=True)
        length = 0
        while (operator := self._operator(products=products)) is not None:
            length += 1
            self._cursor.limit(length)
            right = self.factor() if products else self._chain(products=True)
            left = Combined(operator, left, right, self._cursor.span_from(start))
        return left

    def _operator(self, *, products: bool) -> Operator | None:
        cursor = self._cursor
        if products:
            if cursor.accept("times"):
                return Operator.TIMES
            if cursor.accept("divided"):
                cursor.expect("by")
                return Operator.DIVIDED_BY
            return None
        if cursor.accept("plus"):
            return Operator.PLUS
        return Operator.MINUS if cursor.accept("minus") else None

    # one factor

    def factor(self) -> ValueNode:
        """A single value, or a whole one in brackets."""
        with self._cursor.deeper():
            piece = self._cursor.piece
            match piece.kind:
                case Token.NUMBER:
                    return self._number()
                case Token.DAY:
                    self._cursor.take()
                    return Day(date.fromisoformat(piece.text), piece.span)
                case Token.SIGN if piece.text == "(":
                    self._cursor.take()
                    inner = self.value()
                    self._cursor.close(")", piece.span)
                    return inner
                case _:
                    return (
                        self._aggregate()
                        or self._elapsed()
                        or self._chosen()
                        or self.name("a value")
                    )

    def _number(self) -> ValueNode:
        cursor = self._cursor
        piece = cursor.take()
        start, amount = piece.span.start, Decimal(piece.text)
        if cursor.accept("%"):
            if cursor.accept("of"):
                return PartOf(amount, self.factor(), cursor.span_from(start))
            return Number(amount, "%", piece.text, cursor.span_from(start))
        if cursor.accept("million"):
            amount *= 1_000_000
        unit: str | None = None
        if cursor.piece.kind is Token.WORD and cursor.piece.text not in RESERVED:
            unit = cursor.take().text
        if unit in _UNITS_OF_TIME and cursor.piece.text in {"before", "after"}:
            return self._shifted(piece, amount, unit)
        return Number(amount, unit, piece.text, cursor.span_from(start))

    def _shifted(self, piece: Piece, amount: Decimal, unit: str) -> ValueNode:
        cursor = self._cursor
        count = self._whole(amount, piece)
        length = Length(count, _UNITS_OF_TIME[unit], cursor.span_from(piece.span.start))
        before = cursor.take().text == "before"
        return Shifted(length, before, self.factor(), cursor.span_from(piece.span.start))

    def _whole(self, amount: Decimal, piece: Piece) -> int:
        if amount != amount.to_integral_value() or not 0 < amount <= 10_000:
            raise self._cursor.source.mistake(
                "A length of time must be a whole number from 1 to 10000, not {number}.",
                piece.span,
                code="number",
                advice="Use a smaller unit: 18 months instead of 1.5 years.",
                number=piece.text,
            )
        return int(amount)

    def _elapsed(self) -> ValueNode | None:
        cursor = self._cursor
        start = cursor.piece.span.start
        if cursor.accept("age", "of"):
            first = self.factor()
            cursor.expect("on")
            return Between(Elapsed.AGE, first, self.factor(), cursor.span_from(start))
        for words, kind in _ELAPSED.items():
            if cursor.accept(*words):
                first = self.factor()
                cursor.expect("to")
                return Between(kind, first, self.factor(), cursor.span_from(start))
        return None

    def _chosen(self) -> ValueNode | None:
        """`smaller of x and y`, `larger of x and y`."""
        cursor = self._cursor
        start = cursor.piece.span.start
        for word, operator in _CHOSEN.items():
            if cursor.accept(word, "of"):
                first = self.factor()
                cursor.expect("and")
                return Combined(operator, first, self.factor(), cursor.span_from(start))
        return None

    # tables

    def _aggregate(self) -> ValueNode | None:
        cursor = self._cursor
        start = cursor.piece.span.start
        kind: AggregateKind | None = None
        for words, meant in _AGGREGATES.items():
            if cursor.accept(*words):
                kind = meant
                break
        else:
            following = cursor.peek()
            if following.kind is Token.WORD and following.text not in RESERVED:
                kind = _EXTREMES.get(cursor.piece.text)
                if kind is not None:
                    cursor.take()
        if kind is None:
            return None
        counts = kind in {AggregateKind.COUNT, AggregateKind.SHARE}
        name = self.name("a table" if counts else "a column, written table.column")
        where, window = self.filter()
        if kind is AggregateKind.SHARE and where is None and window is None:
            raise cursor.unexpected("“where (...)” after “share of”", ["where"])
        return Aggregated(kind, name, where, window, cursor.span_from(start))

    def filter(self) -> tuple[TestNode | None, Window | None]:
        """What records must fulfil to count, if anything."""
        where = self._tests.bracketed() if self._cursor.accept("where") else None
        window = self._window() if self._cursor.sees("in", "the") else None
        return where, window

    def _window(self) -> Window:
        cursor = self._cursor
        start = cursor.piece.span.start
        cursor.expect("in", "the", "last")
        piece = cursor.piece
        if piece.kind is not Token.NUMBER:
            raise cursor.unexpected(
                "a number of months or years", [], "Write a number, as in “in the last 36 months”."
            )
        cursor.take()
        length = self._whole(Decimal(piece.text), piece)
        if cursor.piece.text in _KINDS_OF_YEAR:
            unit = f"{cursor.take().text} years"
            if not cursor.accept("year"):
                cursor.expect("years")
        elif _UNITS_OF_TIME.get(cursor.piece.text) in {"months", "years"}:
            unit = _UNITS_OF_TIME[cursor.take().text]
        else:
            raise cursor.unexpected("the unit of the window", _UNITS_OF_WINDOWS)
        end = self.factor() if cursor.accept("before") else None
        return Window(length, unit, end, cursor.span_from(start))

    # names, options, lists

    def name(self, expected: str) -> Name:
        """A name that is no reserved word."""
        piece = self._cursor.piece
        if piece.kind is not Token.WORD or piece.text in RESERVED:
            raise self._cursor.unexpected(
                expected, [], "Name a fact, or write a number with its unit, as in “12 months”."
            )
        self._cursor.take()
        return Name(piece.text, piece.span)

    def option(self, expected: str) -> Name:
        """An option's id, which may be any word or a number."""
        piece = self._cursor.piece
        if piece.kind not in {Token.WORD, Token.NUMBER} or piece.text in _NO_OPTION:
            raise self._cursor.unexpected(expected, [], "Name one of the question's options.")
        self._cursor.take()
        return Name(piece.text, piece.span)

    def option_or_value(self) -> ValueNode:
        """What may stand after `is`: an option that may look like any word, or a value."""
        piece, following = self._cursor.piece, self._cursor.peek()
        if piece.kind is Token.END:
            return self.option("an option or a value")
        if piece.kind is Token.WORD and (following.text not in _GOES_ON or piece.text in RESERVED):
            extreme = piece.text in _EXTREMES and following.kind is Token.WORD
            if not extreme or following.text in RESERVED:
                return self.option("an option or a value")
        return self.value()

    def listed(self, expected: str) -> Listed:
        """Items in square brackets, or one name."""
        cursor = self._cursor
        opened = cursor.piece.span
        if not cursor.accept("["):
            if cursor.piece.kind is Token.SIGN:
                raise cursor.unexpected(expected, ["["])
            name = self.option(expected)
            return Listed((name,), brackets=False, span=name.span)
        items = [self.option("an option")]
        while cursor.accept(","):
            items.append(self.option("an option"))
        cursor.close("]", opened)
        return Listed(tuple(items), brackets=True, span=cursor.span_from(opened.start))


_GOES_ON = frozenset({"of", "distinct", "from", "plus", "minus", "times", "divided"})
