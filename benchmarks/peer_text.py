"""A condition as the text of a query, over the codes of answers that are all certain. For peers in benchmarks."""

from __future__ import annotations

from decimal import Decimal

from ccsdesk.domain.answers import Amounts, Answer, Choice, Selection
from ccsdesk.rules.language.core import (
    All,
    Any,
    Compare,
    Constant,
    CountOf,
    FactValue,
    HasAny,
    IsOneOf,
    Not,
    Relation,
    Test,
)
from ccsdesk.rules.reasoning.bulk.columns import Columns


def as_text(test: Test, columns: Columns) -> str:
    """The condition for a query engine. Raises ValueError for one that `benchmarks.crowd` does not make."""

    def text(item: Test) -> str:
        return as_text(item, columns)

    match test:
        case All(items):
            return "(" + " AND ".join(map(text, items)) + ")"
        case Any(items):
            return "(" + " OR ".join(map(text, items)) + ")"
        case Not(item):
            return f"(NOT {text(item)})"
        case CountOf(items, low, None):
            count = " + ".join(f"CAST({text(item)} AS INTEGER)" for item in items)
            return f"({count} >= {low})"
        case IsOneOf(question, options) | HasAny(question, options):
            answers = columns.column(question).answers
            codes = [str(code) for code, one in enumerate(answers) if _has(one, options)]
            return f"({question} IN ({', '.join(codes)}))"
        case Compare(relation, FactValue(question), Constant(Decimal() as limit)):
            return _compared(relation, question, limit, columns)
        case _:
            message = f"{test!r} has no text"
            raise ValueError(message)


def _has(answer: Answer | None, options: frozenset[str]) -> bool:
    """Whether it is certain and has one of the options."""
    match answer:
        case Choice(chosen):
            return len(chosen) == 1 and not chosen.isdisjoint(options)
        case Selection(possible):
            return len(possible) == 1 and not next(iter(possible)).isdisjoint(options)
        case _:
            return False


def _compared(relation: Relation, question: str, limit: Decimal, columns: Columns) -> str:
    """The codes of numbers rise with them, so that a limit is a code, too."""
    values = [
        answer.spans[0].low
        for answer in columns.column(question).answers
        if isinstance(answer, Amounts) and answer.spans[0].low == answer.spans[0].high
    ]
    numbers = [value for value in values if isinstance(value, Decimal)]
    if relation is Relation.AT_LEAST:
        return f"({question} >= {sum(value < limit for value in numbers)})"
    return f"({question} < {sum(value <= limit for value in numbers)})"
