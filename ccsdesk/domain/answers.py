"""Answers as sets of values a person may mean; knows no question's wording and no file format.

Every answer is one of a closed union. A question that was never asked has no entry in `Answers`; that is different
from `DontKnow`, though for the rules both leave every value of the question possible.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeAlias

Ordered: TypeAlias = Decimal | date
"""A value with an order: a number (money, percent, months: always Decimal) or a day."""


@dataclass(frozen=True, slots=True)
class DontKnow:
    """Asked, and the person does not know: every value stays possible."""


@dataclass(frozen=True, slots=True)
class DoesNotApply:
    """The question does not apply: every comparison on it is no."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of these option ids or place ids (`single`, `scale`, `place`; `yes_no` uses "yes" and "no"). Never empty."""

    options: frozenset[str]


@dataclass(frozen=True, slots=True)
class Selection:
    """Complete selections the person may mean (`several`).

    Usually exactly one, possibly the empty one. Never empty itself.
    """

    possible: frozenset[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Span:
    """Closed range; an end that is None is the question's own minimum or maximum."""

    low: Ordered | None
    high: Ordered | None


@dataclass(frozen=True, slots=True)
class Amounts:
    """Numbers or days within one of these spans (`number`, `money`, `percent`, `date`, `month`).

    Sorted, disjoint, never empty.
    """

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """Free text; no rule looks into it."""

    text: str


@dataclass(frozen=True, slots=True)
class Records:
    """The complete list of a table's records; a cell left out is `DontKnow`."""

    rows: tuple[Mapping[str, Cell], ...]


Cell: TypeAlias = DontKnow | DoesNotApply | Choice | Selection | Amounts | Written
Answer: TypeAlias = Cell | Records


def exactly(value: Ordered | str) -> Amounts | Choice:
    """The answer that means this one value."""
    if isinstance(value, str):
        return Choice(frozenset({value}))
    return Amounts((Span(value, value),))


@dataclass(frozen=True, slots=True)
class PlanWishes:
    """What the person wants of the plan: programmes chosen, in order; own notes and own days by programme id.

    A note or day of a programme that is not chosen is kept for when it is chosen again.
    """

    chosen: tuple[str, ...] | None = None
    notes: Mapping[str, str] = field(default_factory=dict)
    dates: Mapping[str, date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AnswerSet:
    """All that was answered, by question id, with the person's own correction of the stage and wishes for the plan."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    name: str | None = None
    stage: str | None = None
    plan: PlanWishes = field(default_factory=PlanWishes)

    def with_answer(self, question: str, answer: Answer | None) -> AnswerSet:
        """The same with one answer given, replaced or (None) taken away."""
        answers = {key: value for key, value in self.answers.items() if key != question}
        if answer is not None:
            answers[question] = answer
        return AnswerSet(answers, self.name, self.stage, self.plan)
