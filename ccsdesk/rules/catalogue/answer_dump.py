"""Answers as a file that reads back equal: JSON, which every reader of answers files also takes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final, TypeAlias, assert_never

from ccsdesk.domain.answers import (
    Amounts,
    Answer,
    AnswerSet,
    Choice,
    DoesNotApply,
    DontKnow,
    Ordered,
    PlanWishes,
    Records,
    Selection,
    Span,
    Written,
)
from ccsdesk.domain.question import Field, Kind, Question
from ccsdesk.rules.catalogue.answer_values import DOES_NOT_APPLY, DONT_KNOW
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.language.facts import Dictionary, Tree

_UNWRITABLE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)

Json: TypeAlias = "str | bool | Decimal | Mapping[str, Json] | list[Json]"


def dump_answers(answers: AnswerSet, catalogue: Catalogue) -> bytes:
    """The file, in UTF-8. Questions and programmes this catalogue does not have are left out, they could not be read.

    A text of exactly `dont_know` or `does_not_apply` reads back as that; signs no file may hold become blanks.
    """
    dictionary = catalogue.dictionary
    content: dict[str, Json] = {}
    if answers.name:
        content["name"] = _clean(answers.name)
    content["answers"] = {
        name: _answer(answers.answers[name], question, name, dictionary)
        for name, question in dictionary.questions.items()
        if name in answers.answers
    }
    if answers.stage is not None:
        content["stage"] = answers.stage
    plan = _plan(answers.plan, catalogue)
    if plan:
        content["plan"] = plan
    return (_written(content, 0) + "\n").encode()


def answer_as_json(answer: Answer, question: Question, dictionary: Dictionary) -> Json:
    """One answer as it stands in a file; numbers are Decimal."""
    return _answer(answer, question, question.id, dictionary)


def _plan(wishes: PlanWishes, catalogue: Catalogue) -> dict[str, Json]:
    known = catalogue.programmes
    plan: dict[str, Json] = {}
    if wishes.chosen is not None:
        plan["chosen"] = [name for name in wishes.chosen if name in known]
    notes = {name: _clean(note) for name, note in wishes.notes.items() if name in known}
    if notes:
        plan["notes"] = notes
    dates = {name: day.isoformat() for name, day in wishes.dates.items() if name in known}
    if dates:
        plan["dates"] = dates
    return plan


def _answer(answer: Answer, field: Field, name: str, dictionary: Dictionary) -> Json:
    match answer:
        case DontKnow():
            return DONT_KNOW
        case DoesNotApply():
            return DOES_NOT_APPLY
        case Choice(options):
            return _choice(options, field, name, dictionary)
        case Selection(possible):
            ways: list[Json] = [list[Json](_sorted(way, field)) for way in possible]
            ways.sort(key=str)
            return ways[0] if len(ways) == 1 else {"one_of": ways}
        case Amounts(spans):
            pieces = [_span(span, field) for span in spans]
            return pieces[0] if len(pieces) == 1 else {"one_of": pieces}
        case Written(text):
            return _clean(text)
        case Records(rows):
            columns = field.columns if isinstance(field, Question) else ()
            return [
                {
                    column.id: _answer(row[column.id], column, f"{name}.{column.id}", dictionary)
                    for column in columns
                    if column.id in row
                }
                for row in rows
            ]
        case _:
            assert_never(answer)


def _choice(options: frozenset[str], field: Field, name: str, dictionary: Dictionary) -> Json:
    if field.kind is Kind.YES_NO:
        truths: list[Json] = [option == "yes" for option in sorted(options)]
        return truths[0] if len(truths) == 1 else {"one_of": truths}
    tree = dictionary.place_tree if field.kind is Kind.PLACE else dictionary.option_trees.get(name)
    whole = _node_of(options, tree)
    if whole is not None:
        return whole
    return {"one_of": list[Json](_sorted(options, field))}


def _node_of(options: frozenset[str], tree: Tree | None) -> str | None:
    """The one id that means exactly these leaves, if there is one."""
    if len(options) == 1:
        return next(iter(options))
    if tree is None:
        return None
    return next((node for node, leaves in tree.leaves.items() if leaves == options), None)


def _sorted(options: Iterable[str], field: Field) -> list[str]:
    rank = {option.id: index for index, option in enumerate(field.options)}
    return sorted(options, key=lambda option: (rank.get(option, len(rank)), option))


def _span(span: Span, field: Field) -> Json:
    if span.low is None and span.high is None:
        # every value there is: what lies up to some value, and what lies from it
        middle = _value(field.maximum if field.minimum is None else field.minimum)
        return {"one_of": [{"at_most": middle}, {"at_least": middle}]}
    if span.low is None:
        return {"at_most": _value(span.high)}
    if span.high is None:
        return {"at_least": _value(span.low)}
    if span.low == span.high:
        return _value(span.low)
    return {"between": [_value(span.low), _value(span.high)]}


def _value(value: Ordered | None) -> Json:
    if value is None:
        return DONT_KNOW
    return value.isoformat() if isinstance(value, date) else value


def _clean(text: str) -> str:
    return _UNWRITABLE.sub(" ", text)


def _written(item: Json, depth: int) -> str:
    """JSON with exact decimals, which the standard library cannot write; short lists stay on one line."""
    inside, after = "  " * (depth + 1), "  " * depth
    match item:
        case bool():
            return "true" if item else "false"
        case str():
            return json.dumps(item, ensure_ascii=False)
        case Decimal():
            return f"{item:f}"
        case list():
            parts = [_written(one, depth + 1) for one in item]
            if any("\n" in part for part in parts) or sum(map(len, parts)) > 80:
                return "[\n" + ",\n".join(inside + part for part in parts) + f"\n{after}]"
            return "[" + ", ".join(parts) + "]"
        case Mapping():
            if not item:
                return "{}"
            entries = [
                f"{json.dumps(key)}: {_written(one, depth + 1)}" for key, one in item.items()
            ]
            return "{\n" + ",\n".join(inside + entry for entry in entries) + f"\n{after}}}"
        case _:
            assert_never(item)
