"""Random answers to any questionnaire, made from its questions: values, sets, don't know, doesn't apply, nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import assert_never

from hypothesis import strategies as st

from ccsdesk.domain.answers import (
    Amounts,
    Answer,
    AnswerSet,
    Cell,
    Choice,
    DoesNotApply,
    DontKnow,
    Records,
    Selection,
    Span,
    Written,
)
from ccsdesk.domain.question import Field, Kind, Question
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.language.facts import Dictionary

MOST_ROWS = 3
MOST_ANSWERED = 60


def partial_answers(catalogue: Catalogue, day: date) -> st.SearchStrategy[AnswerSet]:
    """Answers to some of the questions."""
    questions = catalogue.dictionary.questions
    names = st.lists(st.sampled_from(list(questions)), max_size=MOST_ANSWERED, unique=True)
    return names.flatmap(
        lambda chosen: st.fixed_dictionaries(
            {name: _answer(questions[name], catalogue.dictionary, day) for name in chosen}
        ).map(AnswerSet)
    )


def _answer(question: Question, dictionary: Dictionary, day: date) -> st.SearchStrategy[Answer]:
    if question.kind is Kind.TABLE:
        return _records(question, dictionary, day)
    ways: list[st.SearchStrategy[Answer]] = [_value(question, dictionary, day, question.id)] * 4
    ways.append(st.just(DontKnow()))
    if question.may_not_apply:
        ways.append(st.just(DoesNotApply()))
    return st.one_of(ways)


def _records(question: Question, dictionary: Dictionary, day: date) -> st.SearchStrategy[Answer]:
    columns = {
        column.id: _value(column, dictionary, day, f"{question.id}.{column.id}")
        for column in question.columns
    }
    row = st.fixed_dictionaries({}, optional=columns)
    rows = st.lists(row, max_size=min(MOST_ROWS, question.most))
    return rows.map(_table)


def _table(rows: Sequence[Mapping[str, Cell]]) -> Answer:
    return Records(tuple(rows))


def _value(field: Field, dictionary: Dictionary, day: date, tree: str) -> st.SearchStrategy[Cell]:
    match field.kind:
        case Kind.YES_NO:
            return _choices(["yes", "no"])
        case Kind.PLACE:
            return _choices(list(dictionary.places))
        case Kind.SINGLE | Kind.SCALE:
            return _choices(list(dictionary.option_trees[tree].leaves))
        case Kind.SEVERAL:
            options = [option.id for option in field.options]
            chosen = st.frozensets(st.sampled_from(options), max_size=4)
            return st.builds(Selection, st.frozensets(chosen, min_size=1, max_size=2))
        case Kind.NUMBER | Kind.MONEY | Kind.PERCENT:
            return _numbers(field)
        case Kind.DATE | Kind.MONTH:
            return _days(field, day)
        case Kind.TEXT:
            return st.just(Written("words"))
        case Kind.TABLE:
            raise AssertionError(field)
        case _:
            assert_never(field.kind)


def _choices(options: list[str]) -> st.SearchStrategy[Cell]:
    one = st.sampled_from(options).map(lambda option: Choice(frozenset({option})))
    some = st.frozensets(st.sampled_from(options), min_size=1, max_size=3).map(Choice)
    return st.one_of(one, one, some)


def _numbers(field: Field) -> st.SearchStrategy[Cell]:
    assert isinstance(field.minimum, Decimal)
    assert isinstance(field.maximum, Decimal)
    low, high = int(field.minimum), int(field.maximum)
    near = st.integers(low, min(high, low + 100)) | st.integers(low, min(high, low + 100_000))
    value = (near | st.integers(low, high)).map(Decimal)
    return st.lists(value, min_size=1, max_size=2).map(
        lambda ends: Amounts((Span(min(ends), max(ends)),))
    )


def _days(field: Field, day: date) -> st.SearchStrategy[Cell]:
    assert not isinstance(field.minimum, Decimal)
    assert not isinstance(field.maximum, Decimal)
    low, high = field.minimum or day, field.maximum or day
    recent = max(low, min(high, day) - timedelta(days=2000))
    value = st.dates(low, high) | st.dates(recent, high)
    return st.lists(value, min_size=1, max_size=2).map(
        lambda ends: Amounts((Span(min(ends), max(ends)),))
    )
