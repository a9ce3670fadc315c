"""Random condition lines: syntax made by hypothesis, and the text that an author would write for it.

Names are those of the small catalogue or invented ones; the lines follow the grammar, not the types.
"""

from __future__ import annotations

from datetime import date
from typing import TypeAlias, assert_never

from hypothesis import strategies as st

from ccsdesk.rules.language.core import AggregateKind, Operator, Relation
from ccsdesk.rules.language.syntax import (
    Aggregated,
    Between,
    Choosing,
    Combined,
    Comparison,
    Day,
    Elapsed,
    Fact,
    Has,
    In,
    Is,
    Joined,
    Length,
    Line,
    Listed,
    Name,
    Negation,
    Number,
    PartOf,
    Quantified,
    Range,
    Shifted,
    TestNode,
    ValueNode,
    Window,
    Wording,
)

Values: TypeAlias = "st.SearchStrategy[ValueNode]"
Tests: TypeAlias = "st.SearchStrategy[TestNode]"

_KINDS = AggregateKind
_STARTS = {
    _KINDS.COUNT: "count of",
    _KINDS.COUNT_DISTINCT: "count distinct",
    _KINDS.SUM: "sum of",
    _KINDS.AVERAGE: "average of",
    _KINDS.SMALLEST: "smallest",
    _KINDS.LARGEST: "largest",
    _KINDS.SHARE: "share of",
}
_NUMBERS = {
    Relation.AT_LEAST: "at least",
    Relation.AT_MOST: "at most",
    Relation.MORE: "more than",
    Relation.LESS: "less than",
}
_DAYS = {
    Relation.AT_LEAST: "on or after",
    Relation.AT_MOST: "on or before",
    Relation.MORE: "after",
    Relation.LESS: "before",
}
_OPERATORS = {
    Operator.PLUS: "plus",
    Operator.MINUS: "minus",
    Operator.TIMES: "times",
    Operator.DIVIDED_BY: "divided by",
}

_CHOSEN = {Operator.SMALLER: "smaller", Operator.LARGER: "larger"}

_NAMES = """
legal_form employees project.cost aid.amount seat age count smallest months x1 limit.de_minimis
round.from grant submission all none registered novel partners
"""
NAMES = st.sampled_from(_NAMES.split()).map(Name)
OPTIONS = st.sampled_from(["doo", "none", "is", "3", "10.49", "nace.j59", "any", "at", "million"])
WHOLE = st.integers(1, 10_000)
UNITS = st.sampled_from([None, "EUR", "months", "years", "people", "%", "m2"])
_TIME_UNITS = ("days", "months", "years")
TIMES = st.sampled_from(_TIME_UNITS)
AMOUNTS = st.decimals(-1000, 1_000_000, places=2, allow_nan=False).map(lambda d: d + 0)


def _leaves() -> Values:
    numbers = st.builds(Number, AMOUNTS, UNITS)
    days = st.builds(Day, st.dates(date(1900, 1, 1), date(2100, 1, 1)))
    return st.one_of(NAMES, numbers, days)


def lists() -> st.SearchStrategy[Listed]:
    """A bracket list or one name."""
    many = st.lists(OPTIONS.map(Name), min_size=1, max_size=3)
    brackets = many.map(lambda items: Listed(tuple(items), brackets=True))
    return brackets | OPTIONS.map(lambda item: Listed((Name(item),), brackets=False))


def _windows(values: Values) -> st.SearchStrategy[Window | None]:
    units = st.sampled_from(["months", "years", "calendar years", "fiscal years"])
    return st.none() | st.builds(Window, WHOLE, units, st.none() | values)


def _values(inner: Values, tests: Tests) -> Values:
    where = st.none() | tests
    aggregates = st.builds(
        Aggregated, st.sampled_from(_KINDS), NAMES, where, _windows(inner)
    ).filter(lambda node: node.kind is not _KINDS.SHARE or bool(node.where or node.window))
    lengths = st.builds(Length, WHOLE, TIMES)
    return st.one_of(
        st.builds(PartOf, AMOUNTS, inner),
        st.builds(Shifted, lengths, st.booleans(), inner),
        st.builds(Between, st.sampled_from(Elapsed), inner, inner),
        st.builds(Combined, st.sampled_from(Operator), inner, inner),
        aggregates,
    )


def _simple(values: Values) -> Tests:
    relations = st.sampled_from([r for r in Relation if r is not Relation.EQUAL])
    several = st.sampled_from([Choosing.ANY, Choosing.ALL, Choosing.NONE])
    one = OPTIONS.map(lambda item: Listed((Name(item),), brackets=False))
    compared = st.builds(Comparison, relations, st.sampled_from(Wording), values, values)
    return st.one_of(
        NAMES.map(Fact),
        st.builds(Is, values, OPTIONS.map(Name).filter(_is_word) | values, st.booleans()),
        st.builds(In, values, lists(), st.booleans(), st.booleans()),
        st.builds(Has, values, several, lists()),
        st.builds(Has, values, st.just(Choosing.ONE), one),
        compared,
        st.builds(Range, values, values, values),
    )


def _is_word(name: Name) -> bool:
    """A number after `is` reads as a number."""
    return not name.text[0].isdigit()


def _tests(inner: Tests, values: Values) -> Tests:
    several = st.sampled_from([Choosing.ANY, Choosing.ALL, Choosing.NONE])
    joined = st.builds(Joined, st.booleans(), st.lists(inner, min_size=2, max_size=3).map(tuple))
    return st.one_of(
        inner.map(Negation),
        joined,
        st.builds(Quantified, several, NAMES, inner, st.none() | inner, _windows(values)),
        st.builds(
            Quantified,
            st.sampled_from([Choosing.ANY, Choosing.NONE]),
            NAMES,
            st.none(),
            st.none() | inner,
            _windows(values),
        ),
    )


_FLAT_VALUES: Values = _leaves()
_FLAT_TESTS: Tests = _simple(_FLAT_VALUES)
VALUES: Values = st.recursive(_FLAT_VALUES, lambda inner: _values(inner, _FLAT_TESTS), max_leaves=5)
TESTS: Tests = st.recursive(_simple(VALUES), lambda inner: _tests(inner, VALUES), max_leaves=5)
LINES: st.SearchStrategy[Line] = st.builds(Line, TESTS, st.none() | TESTS)


def spell(line: Line) -> str:
    """The text of a line."""
    said = spell_test(line.body)
    return said if line.unless is None else f"{said} unless {spell_test(line.unless)}"


def spell_test(node: TestNode) -> str:
    """The text of a test; parts that are joined or denied stand in brackets."""
    match node:
        case Fact(name):
            return name.text
        case Is():
            right = spell_value(node.right, factor=False)
            return f"{spell_value(node.left)} is {'not ' if node.negated else ''}{right}"
        case In():
            word = "within" if node.inside else "in"
            denied = "not " if node.negated else ""
            return f"{spell_value(node.left)} {denied}{word} {_spell_list(node.items)}"
        case Has(left, choosing, items):
            mode = "" if choosing is Choosing.ONE else f"{choosing} of "
            return f"{spell_value(left)} has {mode}{_spell_list(items)}"
        case Comparison():
            words = (_NUMBERS if node.wording is Wording.NUMBER else _DAYS)[node.relation]
            return f"{spell_value(node.left)} {words} {spell_value(node.right)}"
        case Range():
            low, high = spell_value(node.low), spell_value(node.high)
            return f"{spell_value(node.left)} between {low} and {high}"
        case Quantified():
            where = _spell_filter(node.where, node.window)
            said = f"{node.quantifier} of {node.table.text}{where}"
            if node.satisfies is None:
                return said
            return f"{said} satisfies ({spell_test(node.satisfies)})"
        case Negation(item):
            return f"not ({spell_test(item)})"
        case Joined(every, items):
            return (" and " if every else " or ").join(f"({spell_test(item)})" for item in items)
        case _:
            assert_never(node)


def spell_value(node: ValueNode, *, factor: bool = True) -> str:
    """The text of a value; as a factor, everything but a leaf stands in brackets."""
    match node:
        case Name():
            return node.text
        case Number(amount, unit):
            if unit is None:
                return f"{amount:f}"
            # bare, "3 months before x" would be a day
            return f"({amount:f} {unit})" if unit in _TIME_UNITS else f"{amount:f} {unit}"
        case Day(value):
            return value.isoformat()
        case _:
            said = _spell_inner(node)
            return f"({said})" if factor else said


def _spell_inner(
    node: PartOf | Shifted | Between | Combined | Aggregated,
) -> str:
    match node:
        case PartOf(percent, of):
            return f"{percent:f} % of {spell_value(of)}"
        case Shifted():
            word = "before" if node.before else "after"
            return f"{node.length.count} {node.length.unit} {word} {spell_value(node.base)}"
        case Between(kind, start, end):
            first, to = ("age of", "on") if kind is Elapsed.AGE else (f"{kind} from", "to")
            return f"{first} {spell_value(start)} {to} {spell_value(end)}"
        case Combined(operator, left, right):
            if operator in _CHOSEN:
                return f"{_CHOSEN[operator]} of {spell_value(left)} and {spell_value(right)}"
            return f"{spell_value(left)} {_OPERATORS[operator]} {spell_value(right)}"
        case Aggregated():
            return f"{_STARTS[node.kind]} {node.name.text}{_spell_filter(node.where, node.window)}"
        case _:
            assert_never(node)


def _spell_filter(where: TestNode | None, window: Window | None) -> str:
    said = "" if where is None else f" where ({spell_test(where)})"
    if window is not None:
        said += f" in the last {window.length} {window.unit}"
        if window.end is not None:
            said += f" before {spell_value(window.end)}"
    return said


def _spell_list(items: Listed) -> str:
    said = ", ".join(item.text for item in items.items)
    return f"[{said}]" if items.brackets else said


_WORDS = """
and or not unless is in within has any all none of at least most more than less between before after
on plus minus times divided by where satisfies ( ) [ ] , % million age count sum share smallest
distinct months days years from to the last calendar fiscal smaller larger legal_form doo employees seat lur aid amount
aid.amount partners 3 2027-03-15 40 EUR submission grant round.from
"""
WORDS = st.sampled_from(_WORDS.split())
"""Words to throw about."""

NONSENSE = st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=60)
