"""The half of the checker that gives values their meaning: units, days, tables, the parameters of a round."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace
from decimal import Decimal
from typing import assert_never

from ccsdesk.domain.errors import CatalogueError
from ccsdesk.domain.question import Field, Kind, Question
from ccsdesk.rules.language.core import (
    Aggregate,
    AggregateKind,
    Constant,
    CountSelected,
    DaysBetween,
    Moment,
    MomentName,
    MonthsBetween,
    Operator,
    RecordWindow,
    RoundParameter,
    Shift,
    Test,
    Value,
    WindowUnit,
    all_of,
)
from ccsdesk.rules.language.facts import Block, ParameterType
from ccsdesk.rules.language.parser import parse_value
from ccsdesk.rules.language.place import Span
from ccsdesk.rules.language.scope import ROUND, Scope, number
from ccsdesk.rules.language.syntax import (
    Aggregated,
    Between,
    Combined,
    Day,
    Elapsed,
    Name,
    Number,
    PartOf,
    Shifted,
    TestNode,
    ValueNode,
    Window,
)
from ccsdesk.rules.language.types import Choices, Meaning, Typed, meaning_of
from ccsdesk.rules.language.units import Units

_ONE = Decimal(1)
_MONTHS = Decimal(12)
_YEARS = {
    "calendar years": WindowUnit.CALENDAR_YEARS,
    "fiscal years": WindowUnit.FISCAL_YEARS,
}


class ValueChecker(ABC):
    """Checks values of one line in one scope; tests inside filters are left to what is built on it."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._units = Units(scope.source, scope.dictionary.currency)

    @abstractmethod
    def test(self, node: TestNode) -> Test:
        """The meaning of a test."""

    @abstractmethod
    def inside(self, table: Question) -> ValueChecker:
        """The checker of a filter over this table."""

    @abstractmethod
    def elsewhere(self, scope: Scope) -> ValueChecker:
        """The checker of another line."""

    # values

    def value(self, node: ValueNode) -> Typed:
        """The meaning of a value, with its unit."""
        match node:
            case Name():
                return self.as_value(self.meaning(node), node)
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
            raise self.mistake(
                "A day is needed here.",
                node.span,
                advice="Name a question about a date, a moment like “submission”, or a day like 2027-03-15.",
            )
        return typed.value

    # tables

    def _aggregated(self, node: Aggregated) -> Typed:
        if node.kind in {AggregateKind.COUNT, AggregateKind.SHARE}:
            if node.kind is AggregateKind.SHARE:
                return Typed(self.counted(node.name, node.where, node.window, share=True), "%")
            chosen = self._selected(node)
            value = chosen or self.counted(node.name, node.where, node.window)
            return Typed(value, None, plain=True)
        table, column = self._scope.column_named(node.name)
        inner = self.inside(table)
        where = None if node.where is None else inner.test(node.where)
        window = None if node.window is None else self._window(node.window, Name(table.id))
        value = Aggregate(node.kind, table.id, column.id, where, window)
        meaning = meaning_of(column, self._scope.dictionary, table=table.id)
        if node.kind is AggregateKind.COUNT_DISTINCT:
            if column.kind in {Kind.TEXT, Kind.SEVERAL}:
                raise self._no_column(
                    node, "Make it a column with one option, a place or a number."
                )
            return Typed(value, None, plain=True)
        extreme = node.kind in {AggregateKind.SMALLEST, AggregateKind.LARGEST}
        if not isinstance(meaning, Typed) or (meaning.is_day and not extreme):
            raise self._no_column(
                node,
                "Only numbers can be added up; use “count of” with “where (...)” for the rest.",
            )
        return replace(meaning, value=value)

    def _selected(self, node: Aggregated) -> Value | None:
        """`count of goals`: how many options were chosen."""
        question = self._scope.dictionary.questions.get(node.name.text)
        if question is None or question.kind is not Kind.SEVERAL:
            return None
        if node.where is not None or node.window is not None:
            raise self.mistake(
                "Only the records of a table can be filtered; “{name}” is no table.",
                node.span,
                advice="Leave out what follows “count of {name}”.",
                name=node.name.text,
            )
        return CountSelected(question.id)

    def counted(
        self,
        name: Name,
        where: TestNode | None,
        window: Window | None,
        satisfies: Test | None = None,
        *,
        share: bool = False,
    ) -> Aggregate:
        """How many (or what share of the) records pass the filter, and `satisfies`."""
        table = self._scope.table_named(name)
        inner = self.inside(table)
        tests = [inner.test(where)] if where is not None else []
        if satisfies is not None:
            tests.append(satisfies)
        span = None if window is None else self._window(window, name)
        kind = AggregateKind.SHARE if share else AggregateKind.COUNT
        return Aggregate(kind, table.id, None, all_of(tuple(tests)) if tests else None, span)

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
        if node.unit in _YEARS:
            unit = _YEARS[node.unit]
        elif node.unit == "years":
            length *= 12
        begins = self._scope.dictionary.fiscal_year_begins
        if unit is not WindowUnit.FISCAL_YEARS:
            begins = 1
        return RecordWindow(table.date_column, length, unit, end, begins)

    # names

    def meaning(self, node: ValueNode) -> Meaning:
        """What a name stands for, or the value itself."""
        return self._scope.meaning(node) if isinstance(node, Name) else self.value(node)

    def as_value(self, meaning: Meaning, node: ValueNode) -> Typed:
        """A meaning that must be a number or a day.

        Raises:
            CatalogueError: it is neither.
        """
        if isinstance(meaning, Typed):
            return meaning
        name = node.text if isinstance(node, Name) else ""
        if isinstance(meaning, ParameterType):
            return self._parameter(meaning, node.span)
        raise self.mistake(
            "“{name}” is neither a number nor a day.",
            node.span,
            advice=how_to_use(meaning),
            name=name,
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
            source=replace(self._scope.source, pinned=span),
        )
        node = parse_value(parameter.expected or "", scope.source)
        typed = self.elsewhere(scope).value(node)
        if typed.is_day != parameter.is_day:
            raise self.mistake(
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

    def mistake(
        self, message: str, span: Span, *, advice: str, **parameters: object
    ) -> CatalogueError:
        """A mistake of type."""
        return self._scope.source.mistake(message, span, code="type", advice=advice, **parameters)

    def _no_column(self, node: Aggregated, advice: str) -> CatalogueError:
        return self.mistake(
            "The column “{name}” can't be used like this.",
            node.name.span,
            advice=advice,
            name=node.name.text,
        )


def how_to_use(meaning: Meaning) -> str:
    """What an author can do with a name that stands at the wrong place."""
    match meaning:
        case Typed() | ParameterType():
            return "Compare it with a value, as in “{name} at least ...”."
        case Choices(several=True):
            return "Say which option, as in “{name} has ...”."
        case Choices():
            return "Say which option, as in “{name} is ...”, “{name} in [...]”."
        case Block():
            return "Use it alone: it is a condition."
        case Field(kind=Kind.TABLE):
            return "Count its records with “count of {name}”, or add up a column with “sum of”."
        case _:
            return "No rule can look into free text; ask for an option instead."


def _unit_of(parameter: ParameterType) -> str | None:
    """The unit in which the values of rounds are kept."""
    if parameter.unit in {"year", "years"}:
        return "years"
    return number(_ONE, parameter.unit).unit
