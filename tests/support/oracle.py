"""A slow, obvious reading of the rules to test the quick one against: try every completion, one by one.

It shares no code with the engine: a completion is a dict from question to value, `NA` where it does not apply. A table
is only the number of its records.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from ccsdesk.domain.answers import (
    Amounts,
    Answer,
    AnswerSet,
    Choice,
    DoesNotApply,
    DontKnow,
    Records,
    Selection,
)
from ccsdesk.domain.question import Kind, Question
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.language.core import (
    Aggregate,
    AggregateKind,
    All,
    Always,
    Any,
    Applies,
    Arithmetic,
    Compare,
    Constant,
    CountOf,
    CountSelected,
    FactValue,
    HasAny,
    IsOneOf,
    Not,
    Operator,
    Relation,
    Test,
    Value,
)

NA = "does not apply"
Meant: TypeAlias = "str | frozenset[str] | Decimal"
Completion: TypeAlias = "Mapping[str, Meant]"


def holds(test: Test, completion: Completion) -> bool:
    """Whether a test is yes for one completion."""
    match test:
        case Always(truth):
            return truth
        case IsOneOf(question, options):
            return completion[question] in options
        case HasAny(question, options):
            chosen = completion[question]
            return isinstance(chosen, frozenset) and bool(chosen & options)
        case Applies(question):
            return completion[question] != NA
        case Not(item):
            return not holds(item, completion)
        case All(items):
            return all(holds(item, completion) for item in items)
        case Any(items):
            return any(holds(item, completion) for item in items)
        case CountOf(items, low, high):
            count = sum(holds(item, completion) for item in items)
            return low <= count and (high is None or count <= high)
        case Compare(relation, left, right):
            return _compare(relation, number(left, completion), number(right, completion))
        case _:
            raise AssertionError(test)


def _compare(relation: Relation, left: Decimal | None, right: Decimal | None) -> bool:
    if left is None or right is None:
        return False
    return {
        Relation.LESS: left < right,
        Relation.AT_MOST: left <= right,
        Relation.EQUAL: left == right,
        Relation.AT_LEAST: left >= right,
        Relation.MORE: left > right,
    }[relation]


def number(value: Value, completion: Completion) -> Decimal | None:
    """The number a value has in one completion; None where there is none."""
    match value:
        case Constant(constant):
            assert isinstance(constant, Decimal)
            return constant
        case FactValue(question):
            meant = completion[question]
            return meant if isinstance(meant, Decimal) else None
        case CountSelected(question):
            chosen = completion[question]
            return Decimal(len(chosen)) if isinstance(chosen, frozenset) else None
        case Aggregate(AggregateKind.COUNT, table, None, None, None):
            meant = completion[table]
            return meant if isinstance(meant, Decimal) else Decimal(0)
        case Arithmetic(operator, left, right):
            first, second = number(left, completion), number(right, completion)
            if first is None or second is None:
                return None
            if operator is Operator.PLUS:
                return first + second
            if operator is Operator.MINUS:
                return first - second
            if operator is Operator.TIMES:
                return first * second
            if operator in {Operator.SMALLER, Operator.LARGER}:
                return min(first, second) if operator is Operator.SMALLER else max(first, second)
            return None if second == 0 else first / second
        case _:
            raise AssertionError(value)


@dataclass(frozen=True)
class Oracle:
    """Every completion of an answer set, for a catalogue whose questions have few values.

    `decided`: all questions, each after those that decide whether it is asked.
    """

    catalogue: Catalogue
    decided: Sequence[str]

    def domain(self, question: Question, answer: Answer | None) -> list[Meant]:
        """All a question may mean after an answer, were it asked."""
        match answer:
            case None | DontKnow():
                return self._everything(question)
            case DoesNotApply():
                return [NA]
            case Choice(options):
                return sorted(options)
            case Selection(possible):
                return list(possible)
            case Amounts(spans):
                everything = [v for v in self._everything(question) if isinstance(v, Decimal)]
                return [
                    value
                    for value in everything
                    if any(_inside(value, span.low, span.high) for span in spans)
                ]
            case Records(rows):
                return [Decimal(len(rows))]
            case _:
                raise AssertionError(answer)

    def _everything(self, question: Question) -> list[Meant]:
        options = [option.id for option in question.options]
        result: list[Meant]
        if question.kind is Kind.YES_NO:
            result = ["yes", "no"]
        elif question.kind is Kind.SEVERAL:
            result = [
                frozenset(chosen)
                for size in range(len(options) + 1)
                for chosen in itertools.combinations(options, size)
            ]
        elif question.kind is Kind.SINGLE:
            result = list(options)
        elif question.kind is Kind.TABLE:
            result = [Decimal(rows) for rows in range(question.most + 1)]
        else:
            assert isinstance(question.minimum, Decimal)
            assert isinstance(question.maximum, Decimal)
            result = [Decimal(v) for v in range(int(question.minimum), int(question.maximum) + 1)]
        return [*result, NA] if question.may_not_apply else result

    def completions(self, answers: AnswerSet) -> Iterator[Completion]:
        """Every completion, raw values first: a question that is not asked does not apply."""
        for raw in self.raw(answers):
            yield self.complete(raw)

    def raw(self, answers: AnswerSet) -> Iterator[dict[str, Meant]]:
        """Every choice of a value for every question, asked or not."""
        questions = self.catalogue.dictionary.questions
        domains = [
            self.domain(question, answers.answers.get(name)) for name, question in questions.items()
        ]
        for values in itertools.product(*domains):
            yield dict(zip(questions, values, strict=True))

    def complete(self, raw: Mapping[str, Meant]) -> Completion:
        """The completion of raw values. Whether a question is asked hangs on those before it in `decided`."""
        completion: dict[str, Meant] = {}
        for question in self.decided:
            test = self.catalogue.asked_when[question]
            asked = test is None or holds(test, completion)
            completion[question] = raw[question] if asked else NA
        return completion

    def verdicts(self, test: Test, answers: AnswerSet) -> set[bool]:
        """All truths a test takes over the completions."""
        return {holds(test, completion) for completion in self.completions(answers)}

    def missing(self, test: Test, answers: AnswerSet) -> set[str]:
        """Questions that change the truth in some completion while all others keep their raw values."""
        found: set[str] = set()
        questions = self.catalogue.dictionary.questions
        for raw in self.raw(answers):
            truth = holds(test, self.complete(raw))
            for name, question in questions.items():
                if name in found:
                    continue
                for value in self.domain(question, answers.answers.get(name)):
                    if holds(test, self.complete({**raw, name: value})) != truth:
                        found.add(name)
                        break
        return found


def _inside(value: Decimal, low: object, high: object) -> bool:
    above = low is None or (isinstance(low, Decimal) and value >= low)
    below = high is None or (isinstance(high, Decimal) and value <= high)
    return above and below
