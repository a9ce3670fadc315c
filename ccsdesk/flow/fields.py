"""What a page must show for a question, whatever draws it: words, numbered options, limits, the answer given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ccsdesk.domain.answers import Answer
from ccsdesk.domain.question import DAY_KINDS, ORDERED_KINDS, Field, Kind, Question, Texts
from ccsdesk.rules.catalogue.catalogue import Catalogue

Pick = Callable[[Texts], str]
"""Takes the text in the language of the screen; `ccsdesk.text` has one."""


@dataclass(frozen=True, slots=True)
class FieldOption:
    """One option; `number` is what a person presses or says for it, `parent` the id it stands under.

    `code` is what the option is called in a classification.
    """

    id: str
    number: int
    text: str
    parent: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A question, or a column of a table, ready to be shown.

    `minimum` and `maximum` are numbers (Decimal) or days, both closed, None where there is no limit.
    `options` is empty for yes/no and has all places for a place. `columns` and `most` (records) are
    for a table alone.
    """

    id: str
    kind: Kind
    text: str
    label: str
    help: str | None = None
    why: str | None = None
    options: tuple[FieldOption, ...] = ()
    unit: str | None = None
    minimum: Decimal | date | None = None
    maximum: Decimal | date | None = None
    decimals: int = 0
    may_not_apply: bool = False
    columns: tuple[FieldSpec, ...] = ()
    most: int = 0
    given: Answer | None = None


def field_of(
    question: Question, given: Answer | None, *, catalogue: Catalogue, day: date, pick: Pick
) -> FieldSpec:
    """The field of a question on a day, with the answer given so far."""
    low, high = limits(question, day)
    is_table = question.kind is Kind.TABLE
    return FieldSpec(
        id=question.id,
        kind=question.kind,
        text=pick(question.text),
        label=pick(question.label),
        help=None if question.help is None else pick(question.help),
        why=None if question.why is None else pick(question.why),
        options=_options(question, catalogue, pick),
        unit=question.unit,
        minimum=low,
        maximum=high,
        decimals=question.decimals,
        may_not_apply=question.may_not_apply,
        columns=tuple(_column(column, catalogue, day, pick) for column in question.columns),
        most=question.most if is_table else 0,
        given=given,
    )


def limits(field: Field, day: date) -> tuple[Decimal | date | None, Decimal | date | None]:
    """The least and the greatest value on this day, both allowed; None where there is no limit."""
    if field.kind in DAY_KINDS:
        return field.minimum or day, field.maximum or day
    if field.kind in ORDERED_KINDS:
        return field.minimum, field.maximum
    return None, None


def _column(column: Field, catalogue: Catalogue, day: date, pick: Pick) -> FieldSpec:
    low, high = limits(column, day)
    return FieldSpec(
        id=column.id,
        kind=column.kind,
        text=pick(column.text),
        label=pick(column.label),
        options=_options(column, catalogue, pick),
        unit=column.unit,
        minimum=low,
        maximum=high,
        decimals=column.decimals,
    )


def _options(field: Field, catalogue: Catalogue, pick: Pick) -> tuple[FieldOption, ...]:
    no_code: str | None = None
    if field.kind is Kind.PLACE:
        places = catalogue.dictionary.places.values()
        found = [(place.id, place.name, place.parent, no_code) for place in places]
    else:
        found = [(option.id, option.text, option.parent, option.code) for option in field.options]
    # A scale counts from 0, as its anchors do; everything else from 1, as people do.
    first = 0 if field.kind is Kind.SCALE else 1
    return tuple(
        FieldOption(name, number, pick(text), parent, code)
        for number, (name, text, parent, code) in enumerate(found, first)
    )
