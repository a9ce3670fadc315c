"""Gives a parsed line its meaning: every name looked up, every unit agreed, everything rewritten to core nodes.

Raises a CatalogueError with the place of the first mistake; knows no files and no wording for people.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import assert_never

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.domain.question import Kind
from ccsdesk.rules.language.core import (
    Aggregate,
    AggregateKind,
    Compare,
    Constant,
    CountSelected,
    DaysBetween,
    Moment,
    MomentName,
    MonthsBetween,
    Operator,
    RecordWindow,
    Relation,
    RoundParameter,
    Shift,
    Test,
    Value,
    WindowUnit,
    all_of,
    any_of,
    negate,
)
from ccsdesk.rules.language.facts import Block, ParameterType
from ccsdesk.rules.language.options import has, in_list, is_option, ranked, yes_test
from ccsdesk.rules.language.parser import parse_value
from ccsdesk.rules.language.place import LineSource, Span
from ccsdesk.rules.language.scope import ROUND, Scope, number
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
from ccsdesk.rules.language.types import Choices, Meaning, Typed, meaning_of
from ccsdesk.rules.language.units import Units

_ONE = Decimal(1)
_MONTHS = Decimal(12)


class Checker:
    """Checks nodes of one line in one scope."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._units = Units(scope.source, scope.dictionary.currency)

    # tests

    def test(self, node: TestNode) -> Test:
        """The meaning of a test."""
        match node:
            case Fact(name):
                return self._fact(name)
            case Is():
                found = self._is(node)
                return negate(found) if node.negated else found
            case In():
                found = in_list(self._choices(node.left, "in"), node.items, self._scope)
                return negate(found) if node.negated else found
            case Has(left, choosing, items):
                return has(self._choices(left, "has"), choosing, items, self._scope)
            case Comparison():
                return self._comparison(node)
            case Range():
                return self._range(node)
            case Quantified():
                return self._quantified(node)
            case Negation(item):
                return negate(self.test(item))
            case Joined(every, items):
                tests = tuple(self.test(item) for item in items)
                return all_of(tests) if every else any_of(tests)
            case _:
                assert_never(node)

    def _fact(self, name: Name) -> Test:
        meaning = self._scope.meaning(name)
        if isinstance(meaning, Block):
            return meaning.rule.test
        if isinstance(meaning, Choices) and meaning.yes_no:
            return yes_test(meaning)
        advice = "Compare it with a value, as in “{name} at least ...”."
        if isinstance(meaning, Choices):
            word = "has" if meaning.several else "is"
            advice = f"Say which option, as in “{{name}} {word} ...”."
        raise self._mistake(
            "“{name}” alone is no condition.", name.span, advice=advice, name=name.text
        )

    def _is(self, node: Is) -> Test:
        meaning = self._meaning(node.left)
        if isinstance(meaning, Choices):
            option = node.right
            if isinstance(option, Number):
                option = Name(option.text, option.span)
            if not isinstance(option, Name):
                raise self._mistake(
                    "“{name}” is compared with an option.",
                    option.span,
                    advice="Write one of its options after “is”.",
                    name=meaning.name,
                )
            return is_option(meaning, option, self._scope)
        left = self._as_value(meaning, node.left)
        return self._compared(Relation.EQUAL, left, node.right)

    def _comparison(self, node: Comparison) -> Test:
        meaning = self._meaning(node.left)
        if isinstance(meaning, Choices):
            if node.wording is Wording.DAY:
                raise self._no_day(node)
            bounds = [(node.relation, self._option(node.right))]
            return ranked(meaning, bounds, self._scope)
        left = self._as_value(meaning, node.left)
        if left.is_day != (node.wording is Wording.DAY):
            raise self._no_number(node) if left.is_day else self._no_day(node)
        return self._compared(node.relation, left, node.right)

    def _range(self, node: Range) -> Test:
        meaning = self._meaning(node.left)
        bounds = ((Relation.AT_LEAST, node.low), (Relation.AT_MOST, node.high))
        if isinstance(meaning, Choices):
            named = [(relation, self._option(bound)) for relation, bound in bounds]
            return ranked(meaning, named, self._scope)
        left = self._as_value(meaning, node.left)
        return all_of(tuple(self._compared(relation, left, bound) for relation, bound in bounds))

    def _compared(self, relation: Relation, left: Typed, node: ValueNode) -> Test:
        one, other = self._units.agree(left, self.value(node), node.span)
        return Compare(relation, one.value, other.value)

    def _quantified(self, node: Quantified) -> Test:
        satisfies = self._inner(node.table).test(node.satisfies)
        if node.quantifier is Choosing.ALL:
            satisfies = negate(satisfies)
        counted = self._counted(node.table, node.where, node.window, satisfies)
        least = node.quantifier is Choosing.ANY
        if least:
            return Compare(Relation.AT_LEAST, counted, Constant(_ONE))
        return Compare(Relation.AT_MOST, counted, Constant(Decimal(0)))

    # values

    def value(self, node: ValueNode) -> Typed:
        """The meaning of a value, with its unit."""
        match node:
            case Name():
                return self._as_value(self._meaning(node), node)
            case Number(amount, unit):
                return number(amount, unit)
            case Day(day):
                return Typed(Constant(day), is_day=True)
            case PartOf(percent, of):
                part = Typed(Constant(percent), "%")
                return self._units.join(Operator.TIMES, part, self.value(of), node.span)
            case Shifted():
                return self._shifted(node)
            case Between():
                return self._between(node)
            case Combined(operator, left, right):
                return self._units.join(operator, self.value(left), self.value(right), right.span)
            case Aggregated():
                return self._aggregated(node)
            case _:
                assert_never(node)

    def _shifted(self, node: Shifted) -> Typed:
        count = -node.length.count if node.before else node.length.count
        base = self._day(node.base)
        if node.length.unit == "days":
            return Typed(Shift(base, 0, count), is_day=True)
        months = count * 12 if node.length.unit == "years" else count
        return Typed(Shift(base, months, 0), is_day=True)

    def _between(self, node: Between) -> Typed:
        start, end = self._day(node.start), self._day(node.end)
        match node.kind:
            case Elapsed.AGE:
                return Typed(MonthsBetween(start, end), "months")
            case Elapsed.MONTHS:
                return Typed(MonthsBetween(start, end), "months", plain=True)
            case Elapsed.DAYS:
                return Typed(DaysBetween(start, end), "days", plain=True)
            case _:
                assert_never(node.kind)

    def _day(self, node: ValueNode) -> Value:
        typed = self.value(node)
        if not typed.is_day:
            raise self._mistake(
                "A day is needed here.",
                node.span,
                advice="Name a question about a date, a moment like “submission”, or a day like 2027-03-15.",
            )
        return typed.value

    # tables

    def _aggregated(self, node: Aggregated) -> Typed:
        if node.kind in {AggregateKind.COUNT, AggregateKind.SHARE}:
            if node.kind is AggregateKind.SHARE:
                return Typed(self._counted(node.name, node.where, node.window, share=True), "%")
            chosen = self._selected(node)
            value = chosen or self._counted(node.name, node.where, node.window)
            return Typed(value, None, plain=True)
        table, column = self._scope.column_named(node.name)
        inner = Checker(self._scope.inside(table))
        where = None if node.where is None else inner.test(node.where)
        window = None if node.window is None else self._window(node.window, Name(table.id))
        value = Aggregate(node.kind, table.id, column.id, where, window)
        meaning = meaning_of(column, self._scope.dictionary, table=table.id)
        if node.kind is AggregateKind.COUNT_DISTINCT:
            if column.kind in {Kind.TEXT, Kind.SEVERAL}:
                raise self._no_number_column(node)
            return Typed(value, None, plain=True)
        extreme = node.kind in {AggregateKind.SMALLEST, AggregateKind.LARGEST}
        if not isinstance(meaning, Typed) or (meaning.is_day and not extreme):
            raise self._no_number_column(node)
        return replace(meaning, value=value)

    def _selected(self, node: Aggregated) -> Value | None:
        """`count of goals`: how many options were chosen."""
        question = self._scope.dictionary.questions.get(node.name.text)
        if question is None or question.kind is not Kind.SEVERAL:
            return None
        if node.where is not None or node.window is not None:
            raise self._mistake(
                "Only the records of a table can be filtered; “{name}” is no table.",
                node.span,
                advice="Leave out what follows “count of {name}”.",
                name=node.name.text,
            )
        return CountSelected(question.id)

    def _counted(
        self,
        name: Name,
        where: TestNode | None,
        window: Window | None,
        satisfies: Test | None = None,
        *,
        share: bool = False,
    ) -> Aggregate:
        table = self._scope.table_named(name)
        inner = self._inner(name)
        tests = [inner.test(where)] if where is not None else []
        if satisfies is not None:
            tests.append(satisfies)
        span = None if window is None else self._window(window, name)
        kind = AggregateKind.SHARE if share else AggregateKind.COUNT
        return Aggregate(kind, table.id, None, all_of(tuple(tests)) if tests else None, span)

    def _inner(self, table: Name) -> Checker:
        return Checker(self._scope.inside(self._scope.table_named(table)))

    def _window(self, node: Window, name: Name) -> RecordWindow:
        table = self._scope.table_named(name)
        if table.date_column is None:
            raise self._scope.source.mistake(
                "The table “{name}” has no date column, so its records have no window.",
                node.span,
                code="window",
                advice="Name its column of dates under “date” in the question.",
                name=table.id,
            )
        end = Moment(MomentName.SUBMISSION) if node.end is None else self._day(node.end)
        unit, length = WindowUnit.MONTHS, node.length
        if node.unit == "calendar years":
            unit = WindowUnit.CALENDAR_YEARS
        elif node.unit == "years":
            length *= 12
        return RecordWindow(table.date_column, length, unit, end)

    # names

    def _meaning(self, node: ValueNode) -> Meaning:
        return self._scope.meaning(node) if isinstance(node, Name) else self.value(node)

    def _choices(self, node: ValueNode, word: str) -> Choices:
        meaning = self._meaning(node)
        if isinstance(meaning, Choices):
            return meaning
        raise self._mistake(
            "Only a question with options or places can be followed by “{word}”.",
            node.span,
            advice="Compare a number with “at least”, a day with “before” or “after”.",
            word=word,
        )

    def _option(self, node: ValueNode) -> Name:
        if isinstance(node, Name):
            return node
        if isinstance(node, Number) and node.unit is None:
            return Name(node.text, node.span)
        raise self._mistake(
            "An option is needed here.", node.span, advice="Write one of the question's options."
        )

    def _as_value(self, meaning: Meaning, node: ValueNode) -> Typed:
        if isinstance(meaning, Typed):
            return meaning
        name = node.text if isinstance(node, Name) else ""
        if isinstance(meaning, ParameterType):
            return self._parameter(meaning, node.span)
        if isinstance(meaning, Choices):
            advice = "Compare it with its options: “{name} is ...”, “{name} in [...]”."
        elif isinstance(meaning, Block):
            advice = "Use it alone: it is a condition."
        elif meaning.kind is Kind.TABLE:
            advice = "Count its records with “count of {name}”, or add up a column with “sum of”."
        else:
            advice = "No rule can look into free text; ask for an option instead."
        raise self._mistake(
            "“{name}” is neither a number nor a day.", node.span, advice=advice, name=name
        )

    def _parameter(self, parameter: ParameterType, span: Span) -> Typed:
        name = f"{ROUND}{parameter.name}"
        expected: Value | None = None
        if parameter.expected is not None:
            expected = self._expected(parameter, span)
        elif parameter.is_day:
            raise self._scope.source.mistake(
                "“{name}” is a day without “expected”: a past round's day is never carried over.",
                span,
                code="parameter",
                advice="Give it in the round as value and expected, as in “expected: 15 months before opening”.",
                name=name,
            )
        value: Value = RoundParameter(parameter.name, expected)
        if parameter.is_day:
            return Typed(value, is_day=True)
        return Typed(value, _unit_of(parameter))

    def _expected(self, parameter: ParameterType, span: Span) -> Value:
        """What stands in for a parameter; it may not lean on parameters itself."""
        scope = replace(
            self._scope,
            table=None,
            setting=replace(self._scope.setting, parameters={}),
            source=_fixed(self._scope.source, span),
        )
        node = parse_value(parameter.expected or "", scope.source)
        typed = Checker(scope).value(node)
        if typed.is_day != parameter.is_day:
            raise self._mistake(
                "What is expected of “{name}” is of another type than its value.",
                span,
                advice="Give a day for a day and a number for a number.",
                name=f"{ROUND}{parameter.name}",
            )
        if not parameter.is_day:
            unit = _unit_of(parameter)
            typed, _ = self._units.agree(typed, Typed(Constant(_ONE), unit), span)
            if unit == "years" and typed.unit == "months":
                year = Typed(Constant(_MONTHS))
                typed = self._units.join(Operator.DIVIDED_BY, typed, year, span)
        return typed.value

    # mistakes

    def _mistake(
        self, message: str, span: Span, *, advice: str, **parameters: object
    ) -> CatalogueError:
        return self._scope.source.mistake(message, span, code="type", advice=advice, **parameters)

    def _no_day(self, node: Comparison) -> CatalogueError:
        return self._mistake(
            "“before” and “after” compare days; this is no day.",
            node.left.span,
            advice="Write “less than”, “at most”, “at least” or “more than”.",
        )

    def _no_number(self, node: Comparison) -> CatalogueError:
        return self._mistake(
            "“at least” and its like compare numbers; this is a day.",
            node.left.span,
            advice="Write “before”, “on or before”, “on or after” or “after”.",
        )

    def _no_number_column(self, node: Aggregated) -> CatalogueError:
        return self._mistake(
            "The column “{name}” can't be used like this.",
            node.name.span,
            advice="Only numbers can be added up; use “count of” with “where (...)” for the rest.",
            name=node.name.text,
        )


def _fixed(source: LineSource, span: Span) -> LineSource:
    """A source whose every mistake stands where the parameter is named."""
    return replace(source, column=(source.column or 1) + span.start)


def _unit_of(parameter: ParameterType) -> str | None:
    """The unit in which the values of rounds are kept."""
    if parameter.unit in {"year", "years"}:
        return "years"
    return number(_ONE, parameter.unit).unit
