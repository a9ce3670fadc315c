"""From the text of a line to its syntax: recursive descent over the grammar of docs/catalogue-authors.md.

Only the form is judged here; what names mean and whether units agree is the checker's. Bounded in length and depth, so
that no text can exhaust it.
"""

from __future__ import annotations

from ccsdesk.rules.language.core import Relation
from ccsdesk.rules.language.cursor import RESERVED, Cursor
from ccsdesk.rules.language.lexer import Token
from ccsdesk.rules.language.parse_values import TestReader, ValueParser
from ccsdesk.rules.language.place import LineSource
from ccsdesk.rules.language.syntax import (
    Choosing,
    Comparison,
    Fact,
    Has,
    In,
    Is,
    Joined,
    Line,
    Listed,
    Name,
    Negation,
    Quantified,
    Range,
    TestNode,
    ValueNode,
    Wording,
)

_COMPARING = [
    "is",
    "in",
    "not in",
    "within",
    "has",
    "at least",
    "at most",
    "more than",
    "less than",
]
_COMPARING += ["between", "before", "after", "on or before", "on or after"]
_HOW_TO_BEGIN = "Begin with the name of a fact or block, “not”, or a bracket."
_NO_SEPARATORS = "Write numbers without separators, as in 10000; decimals with a point."
_JOINING = ["and", "or", "unless"]
_NUMBER_RELATIONS = {
    ("at", "least"): Relation.AT_LEAST,
    ("at", "most"): Relation.AT_MOST,
    ("more", "than"): Relation.MORE,
    ("less", "than"): Relation.LESS,
}
_DAY_RELATIONS = {
    ("on", "or", "before"): Relation.AT_MOST,
    ("on", "or", "after"): Relation.AT_LEAST,
    ("before",): Relation.LESS,
    ("after",): Relation.MORE,
}
_RELATION_FORMS = (*_NUMBER_RELATIONS, *_DAY_RELATIONS)
_AFTER_VALUE = frozenset({"is", "in", "within", "has", "at", "more", "less", "between", "before"})
_AFTER_VALUE |= frozenset({"after", "on", "plus", "minus", "times", "divided"})
_QUANTIFIERS = frozenset({"any", "all", "none"})
_LIST_FORMS = {"any": Choosing.ANY, "all": Choosing.ALL, "none": Choosing.NONE}


def parse_line(text: str, source: LineSource) -> Line:
    """The syntax of a condition line.

    Raises:
        CatalogueError: the line does not follow the grammar; place, what was expected, what is near.
    """
    return _Parser(Cursor(text, source)).line()


def parse_value(text: str, source: LineSource) -> ValueNode:
    """The syntax of a value, as derived facts have it.

    Raises:
        CatalogueError: the text does not follow the grammar.
    """
    parser = _Parser(Cursor(text, source))
    value = parser.values.value()
    parser.expect_end("the end of the value", ["plus", "minus", "times", "divided by"])
    return value


class _Parser(TestReader):
    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor
        self.values = ValueParser(cursor, self)

    def line(self) -> Line:
        body = self.test()
        unless = self.test() if self._cursor.accept("unless") else None
        words = ["and", "or"] if unless else _JOINING
        expected = "“and”, “or” or the end of the line"
        self.expect_end(
            expected if unless else "“and”, “or”, “unless” or the end of the line", words
        )
        return Line(body, unless)

    def expect_end(self, expected: str, words: list[str]) -> None:
        if self._cursor.piece.kind is not Token.END:
            # a misspelt word after a number was taken for its unit
            self._cursor.step_back_to_misspelt(words)
            advice = _NO_SEPARATORS if self._cursor.sees(",") else ""
            raise self._cursor.unexpected(expected, words, advice)

    # or, and, not

    def test(self) -> TestNode:
        with self._cursor.deeper():
            return self._joined("or")

    def _joined(self, word: str) -> TestNode:
        start = self._cursor.piece.span.start
        items = [self._part(word)]
        while self._cursor.accept(word):
            items.append(self._part(word))
        if len(items) == 1:
            return items[0]
        return Joined(word == "and", tuple(items), self._cursor.span_from(start))

    def _part(self, word: str) -> TestNode:
        return self._joined("and") if word == "or" else self._negation()

    def _negation(self) -> TestNode:
        start = self._cursor.piece.span.start
        if self._cursor.accept("not"):
            with self._cursor.deeper():
                item = self._negation()
            return Negation(item, self._cursor.span_from(start))
        return self._single()

    # one test

    def _single(self) -> TestNode:
        cursor = self._cursor
        if cursor.sees("(") and not self._bracket_is_value():
            opened = cursor.take().span
            item = self.test()
            cursor.close(")", opened)
            return item
        if cursor.piece.text in _QUANTIFIERS and cursor.peek().text == "of":
            return self._quantified()
        if cursor.piece.kind is Token.END or cursor.piece.text in {*RESERVED, ")", "]", ","}:
            raise cursor.unexpected("a condition", [], _HOW_TO_BEGIN)
        start = cursor.piece.span.start
        left = self.values.value()
        return self._comparison(left, start)

    def _bracket_is_value(self) -> bool:
        following = self._cursor.after_bracket()
        return following is not None and (following.text in _AFTER_VALUE or following.text == "not")

    def _quantified(self) -> TestNode:
        cursor = self._cursor
        start = cursor.piece.span.start
        quantifier = _LIST_FORMS[cursor.take().text]
        cursor.expect("of")
        table = self.values.name("a table")
        where, window = self.values.filter()
        satisfies: TestNode | None = None
        if quantifier is Choosing.ALL:
            cursor.expect("satisfies")
            satisfies = self.bracketed()
        elif cursor.accept("satisfies"):
            satisfies = self.bracketed()
        span = cursor.span_from(start)
        return Quantified(quantifier, table, satisfies, where, window, span)

    def bracketed(self) -> TestNode:
        opened = self._cursor.piece.span
        self._cursor.expect("(")
        item = self.test()
        self._cursor.close(")", opened)
        return item

    def _comparison(self, left: ValueNode, start: int) -> TestNode:
        cursor = self._cursor
        if cursor.accept("is"):
            negated = cursor.accept("not")
            right = self.values.option_or_value()
            return Is(left, right, negated, cursor.span_from(start))
        if cursor.sees("not") and cursor.peek().text in {"in", "within"}:
            cursor.take()
            return self._membership(left, start, negated=True)
        if cursor.piece.text in {"in", "within"}:
            return self._membership(left, start, negated=False)
        if cursor.accept("has"):
            return self._has(left, start)
        if cursor.accept("between"):
            low = self.values.value()
            cursor.expect("and")
            return Range(left, low, self.values.value(), cursor.span_from(start))
        compared = self._ordered(left, start)
        if compared is not None:
            return compared
        if isinstance(left, Name):
            if cursor.piece.kind is Token.END or cursor.piece.text in {*_JOINING, ")"}:
                return Fact(left, left.span)
        elif cursor.piece.kind is Token.END or cursor.piece.text in _JOINING:
            raise cursor.unexpected("a comparison after this value", _COMPARING)
        raise cursor.unexpected("a comparison", [*_COMPARING, *_JOINING])

    def _ordered(self, left: ValueNode, start: int) -> TestNode | None:
        for relations, wording in (
            (_NUMBER_RELATIONS, Wording.NUMBER),
            (_DAY_RELATIONS, Wording.DAY),
        ):
            for words, relation in relations.items():
                if self._cursor.accept(*words):
                    right = self.values.value()
                    span = self._cursor.span_from(start)
                    return Comparison(relation, wording, left, right, span)
        if self._cursor.piece.text in {"at", "more", "less", "on"}:
            first = self._cursor.take().text
            rest = [" ".join(form[1:]) for form in _RELATION_FORMS if form[0] == first]
            raise self._cursor.unexpected(f"the rest of a comparison after “{first}”", rest)
        return None

    def _membership(self, left: ValueNode, start: int, *, negated: bool) -> TestNode:
        inside = self._cursor.take().text == "within"
        if not inside and self._cursor.sees("the", "last"):
            raise self._cursor.source.mistake(
                "“in the last” follows a count or sum, not a single value.",
                self._cursor.piece.span,
                code="syntax",
                advice="Write “count of” and the table first, or compare the day with “after”.",
            )
        items = self.values.listed("a place or code" if inside else "a list in brackets")
        return In(left, items, negated, inside, self._cursor.span_from(start))

    def _has(self, left: ValueNode, start: int) -> TestNode:
        cursor = self._cursor
        choosing = Choosing.ONE
        if cursor.piece.text in _LIST_FORMS and cursor.peek().text == "of":
            choosing = _LIST_FORMS[cursor.take().text]
            cursor.take()
            items = self.values.listed("a list in brackets")
        else:
            name = self.values.option("an option")
            items = Listed((name,), brackets=False, span=name.span)
        return Has(left, choosing, items, cursor.span_from(start))
