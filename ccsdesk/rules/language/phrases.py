"""The words for what a line names - labels, options, values, days - in one language and one scope."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import assert_never

from ccsdesk.domain.question import Kind, Question, Texts
from ccsdesk.rules.language.core import AggregateKind, Constant, Moment, Operator, Period
from ccsdesk.rules.language.facts import Limit, ParameterType
from ccsdesk.rules.language.figures import amount, day
from ccsdesk.rules.language.scope import GRANT, Scope
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
from ccsdesk.rules.language.types import Choices, Typed
from ccsdesk.rules.language.wording import Case, Wording

_LONG_OPTION = 25
_CHOSEN = frozenset({Operator.SMALLER, Operator.LARGER})
_PRODUCTS = frozenset({Operator.TIMES, Operator.DIVIDED_BY})


class Phrases(ABC):
    """Words for values and options; what speaks of tests is built on it."""

    def __init__(self, language: str, words: Wording, scope: Scope) -> None:
        self.language = language
        self.words = words
        self.scope = scope

    @abstractmethod
    def filtered(self, where: TestNode, table: Question) -> str:
        """The words for a test on the records of a table."""

    def pick(self, texts: Texts) -> str:
        """The text in this language, else in the catalogue's first, else any."""
        for language in (self.language, *self.scope.dictionary.languages):
            if texts.get(language):
                return texts[language]
        return next((text for text in texts.values() if text), "")

    def quote(self, text: str) -> str:
        """A label inside a sentence."""
        return self.words.quote.format(text=text)

    def amount(self, node: Number) -> str:
        """A number as the author wrote it, with its unit."""
        return amount(node.amount, node.unit, self.scope.dictionary.currency, self.words)

    # labels and options

    def label(self, name: str) -> str:
        """The label of a column, question or derived fact; "" for names that have none."""
        field = self.scope.field(name)
        if field is not None:
            return self.pick(field.label) or self.pick(field.text) or name
        dictionary = self.scope.dictionary
        named = dictionary.values.get(name) or dictionary.choices.get(name)
        return (self.pick(named.label) or name) if named is not None else ""

    def option(self, choices: Choices, option: str) -> str:
        """The text of one option or place."""
        return self.options(choices, (option,))[0]

    def options(self, choices: Choices, options: Sequence[str]) -> list[str]:
        """The texts of options or places; all in quotes if one alone would be hard to tell apart."""
        texts = [self.option_text(choices, option) for option in options]
        if any(self._runs_together(text) for text in texts):
            return [self.quote(text) for text in texts]
        return texts

    def _runs_together(self, text: str) -> bool:
        return "," in text or len(text) > _LONG_OPTION or f" {self.words.last_or} " in text

    def option_text(self, choices: Choices, option: str) -> str:
        """The bare text of an option or place, without the full stop of a sentence."""
        if choices.yes_no:
            return self.words.yes if option == "yes" else self.words.no
        if choices.key == "place":
            place = self.scope.dictionary.places.get(option)
            return (self.pick(place.name) if place is not None else "") or option
        field = self.scope.field(choices.name) if choices.derived is None else None
        options = field.options if field is not None else ()
        if choices.derived is not None:
            options = choices.derived.options
        text = self.pick(next((item.text for item in options if item.id == option), {}))
        # "s. p." keeps its last point
        return (text[:-1] if len(text) > _LONG_OPTION and text.endswith(".") else text) or option

    # values

    def head(self, node: ValueNode) -> str:
        """What a comparison is about: a bare label, or the value in words."""
        if isinstance(node, Name):
            return self.label(node.text) or self.value(node)
        return self.value(node)

    def value(self, node: ValueNode, case: Case = Case.NAME) -> str:
        """A value inside a sentence; `case` counts for days."""
        match node:
            case Name():
                return self._named(node, case)
            case Number():
                return self.amount(node)
            case Day(value):
                return day(value, case, self.words)
            case PartOf(percent, of):
                part = self.amount(Number(percent, "%"))
                return self.words.part.format(percent=part, of=self._operand(of, inside=True))
            case Shifted():
                return self.words.day_moved[case].format(text=self.moved(node))
            case Between():
                return self._between(node)
            case Combined():
                return self._combined(node)
            case Aggregated():
                return self._aggregated(node)
            case _:
                assert_never(node)

    def moved(self, node: Shifted) -> str:
        """How far a day lies before or after another."""
        words = self.words
        length = amount(Decimal(node.length.count), node.length.unit, "", words)
        if node.before:
            return words.moved_before.format(length=length, day=self.value(node.base, Case.BEFORE))
        return words.moved_after.format(length=length, day=self.value(node.base, Case.AFTER))

    def _named(self, name: Name, case: Case) -> str:
        meaning = self.scope.meaning(name)
        if isinstance(meaning, ParameterType):
            return self._parameter(meaning, case)
        label = self.label(name.text)
        if label:
            is_day = isinstance(meaning, Typed) and meaning.is_day
            return self.words.day_of[case].format(text=label) if is_day else self.quote(label)
        limit = self.scope.dictionary.limits.get(name.text)
        if limit is not None:
            return self._limit(limit, case)
        if isinstance(meaning, Typed) and isinstance(meaning.value, Moment):
            return self.words.moments[meaning.value.name][case]
        if name.text == GRANT and isinstance(meaning, Typed):
            return self._grant(meaning)
        return name.text

    def _limit(self, limit: Limit, case: Case) -> str:
        if isinstance(limit.value, date):
            return day(limit.value, case, self.words)
        if limit.periods:
            told = "; ".join(self._period(item, limit.unit) for item in limit.periods)
            return self.words.dated.format(values=told)
        return amount(limit.value, limit.unit, self.scope.dictionary.currency, self.words)

    def _period(self, item: Period, unit: str | None) -> str:
        first, last = (
            "" if one is None else day(one, Case.OF, self.words) for one in (item.first, item.last)
        )
        template = self.words.periods[bool(first), bool(last)]
        value = amount(item.value, unit, self.scope.dictionary.currency, self.words)
        return template.format(value=value, first=first, last=last)

    def _grant(self, meaning: Typed) -> str:
        if isinstance(meaning.value, Constant) and not isinstance(meaning.value.value, date):
            currency = self.scope.dictionary.currency
            said = amount(meaning.value.value, currency, currency, self.words)
            return self.words.grant.format(amount=said)
        return GRANT

    def _parameter(self, parameter: ParameterType, case: Case) -> str:
        if parameter.is_day:
            return self.words.day_set[case]
        if parameter.unit == self.scope.dictionary.currency:
            return self.words.amount_set
        return self.words.value_set

    def _between(self, node: Between) -> str:
        template = self.words.elapsed[node.kind]
        if node.kind is Elapsed.AGE:
            return template.format(start=self.head(node.start), end=self.value(node.end, Case.ON))
        start, end = self.value(node.start, Case.OF), self.value(node.end, Case.OF)
        return template.format(start=start, end=end)

    def _combined(self, node: Combined) -> str:
        if node.operator in _CHOSEN:
            left, right = self.value(node.left), self.value(node.right)
            return self.words.operators[node.operator].format(left=left, right=right)
        product = node.operator in _PRODUCTS
        left = self._operand(node.left, inside=product)
        right = self._operand(node.right, inside=product or node.operator is Operator.MINUS)
        return self.words.operators[node.operator].format(left=left, right=right)

    def _operand(self, node: ValueNode, *, inside: bool) -> str:
        """A part of a sum or product, in brackets where its own operator would be misread."""
        said = self.value(node)
        joined = isinstance(node, Combined) and node.operator not in _CHOSEN
        return f"({said})" if inside and joined else said

    # tables

    def table(self, table: Question, where: TestNode | None, window: Window | None) -> str:
        """The label of a table with what its records must fulfil in brackets."""
        limits = [] if where is None else [self.filtered(where, table)]
        if window is not None:
            limits.append(self._window(window))
        label = self.pick(table.label) or table.id
        return f"{label} ({'; '.join(limits)})" if limits else label

    def _window(self, node: Window) -> str:
        words = self.words
        one, more = words.windows[node.unit]
        submission = Name("submission")
        last = node.end if node.end is not None else submission
        return (one if node.length == 1 else more).format(
            n=node.length, end=self.value(last, Case.BEFORE), of=self.value(last, Case.OF)
        )

    def _aggregated(self, node: Aggregated) -> str:
        template = self.words.aggregates[node.kind]
        if node.kind in {AggregateKind.COUNT, AggregateKind.SHARE}:
            question = self.scope.dictionary.questions[node.name.text]
            if question.kind is Kind.SEVERAL:
                return self.words.selected.format(question=self.label(question.id))
            return template.format(table=self.table(question, node.where, node.window))
        table, column = self.scope.column_named(node.name)
        label = self.pick(column.label) or self.pick(column.text) or column.id
        return template.format(table=self.table(table, node.where, node.window), column=label)
