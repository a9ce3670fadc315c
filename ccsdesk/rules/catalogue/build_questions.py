"""Forms of questions into questions: options from code trees, bounds, what a kind needs and must not have."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TypedDict

from ccsdesk.domain.question import (
    DAY_KINDS,
    ORDERED_KINDS,
    Changeable,
    Column,
    Kind,
    Option,
    Question,
    Texts,
)
from ccsdesk.rules.catalogue.conditions import read_line
from ccsdesk.rules.catalogue.forms_frame import ChangeableForm, ColumnForm, QuestionForm
from ccsdesk.rules.catalogue.spot import Spot, Workshop
from ccsdesk.rules.catalogue.values import day_of, quantity_of

CHOICE_KINDS = frozenset({Kind.SINGLE, Kind.SEVERAL, Kind.SCALE})
SCALE_STEPS = 5
EARLIEST = date(1900, 1, 1)
LATEST = date(2200, 12, 31)

Codes = Mapping[str, tuple[Option, ...]]


class _Common(TypedDict):
    id: str
    kind: Kind
    options: tuple[Option, ...]
    ordered: bool
    unit: str | None
    minimum: Decimal | date | None
    maximum: Decimal | date | None
    decimals: int


def build_question(
    form: QuestionForm, spot: Spot, work: Workshop, *, section: str, codes: Codes
) -> Question:
    """The question of a form; what does not fit its kind is kept as mistakes."""
    common = _common(form, spot, codes, work)
    kind = form.kind
    if kind is not Kind.YES_NO:
        _refuse(form.statement, (spot, "statement"), kind, work)
    if kind is not Kind.TABLE:
        _refuse(form.columns or None, (spot, "columns"), kind, work)
        _refuse(form.date_column, (spot, "date"), kind, work)
    _within(form.seconds, (1, 3600), (spot, "seconds"), work)
    _within(form.most, (1, 200), (spot, "most"), work)
    for index, option in enumerate(form.rest):
        work.known("option", option, [one.id for one in common["options"]], spot.at("rest", index))
    asked_when = spot.maybe("asked_when")
    line = None if asked_when.data is None else read_line(asked_when, work)
    return Question(
        **common,
        text=form.text,
        label=form.label or form.text,
        section=section,
        help=form.help,
        why=form.why,
        statement_yes=None if form.statement is None else form.statement.yes,
        statement_no=None if form.statement is None else form.statement.no,
        quick=form.quick,
        seconds=form.seconds,
        may_not_apply=form.may_not_apply,
        asked_when=None if line is None else line.text,
        changeable=_changeable(form.changeable, common, spot.maybe("changeable"), work),
        personal=form.personal,
        wish=form.wish,
        columns=_columns(form, spot, codes, work),
        most=form.most,
        date_column=form.date_column,
        rest=frozenset(form.rest),
    )


def _columns(form: QuestionForm, spot: Spot, codes: Codes, work: Workshop) -> tuple[Column, ...]:
    if form.kind is not Kind.TABLE:
        return ()
    if not form.columns:
        work.wrong(
            spot.at("kind"),
            "A table needs columns.",
            advice="Add columns: with at least one of them.",
            code="bad-question",
        )
    columns = []
    for index, column in enumerate(form.columns):
        place = spot.at("columns", index)
        work.unique("name", f"{form.id}.{column.id}", place.at("id"))
        if column.kind is Kind.TABLE:
            work.wrong(
                place.at("kind"),
                "A table cannot stand in a table.",
                advice="Make it a question of its own.",
                code="bad-question",
            )
        label: Texts | None = column.label or column.text
        if label is None:
            work.wrong(
                place,
                "The column “{id}” has no label.",
                advice="Add label: with a noun phrase in every language.",
                code="missing-key",
                id=column.id,
            )
            continue
        common = _common(column, place, codes, work)
        columns.append(Column(**common, text=column.text or label, label=label))
    if form.date_column is not None:
        days = {column.id for column in columns if column.kind in DAY_KINDS}
        work.known("column with days", form.date_column, days, spot.at("date"))
    return tuple(columns)


def _common(form: ColumnForm, spot: Spot, codes: Codes, work: Workshop) -> _Common:
    minimum, maximum = _bounds(form, spot, work)
    return _Common(
        id=form.id,
        kind=form.kind,
        options=_options(form, spot, codes, work),
        ordered=_ordered(form, spot, work),
        unit=_unit(form, spot, work),
        minimum=minimum,
        maximum=maximum,
        decimals=_decimals(form, spot, work),
    )


def _options(form: ColumnForm, spot: Spot, codes: Codes, work: Workshop) -> tuple[Option, ...]:
    if form.kind not in CHOICE_KINDS:
        _refuse(form.options or None, (spot, "options"), form.kind, work)
        _refuse(form.options_from, (spot, "options_from"), form.kind, work)
        return ()
    if form.options_from is not None:
        _refuse(form.options or None, (spot, "options"), form.kind, work)
        work.known("code tree", form.options_from, codes, spot.at("options_from"))
        return codes.get(form.options_from, ())
    seen: set[str] = set()
    for index, option in enumerate(form.options):
        if option.id in seen:
            work.wrong(
                spot.at("options", index, "id"),
                "The option “{id}” stands here twice.",
                advice="Choose another id.",
                code="duplicate-id",
                id=option.id,
            )
        seen.add(option.id)
    needed = SCALE_STEPS if form.kind is Kind.SCALE else 1
    if len(seen) < needed or (form.kind is Kind.SCALE and len(seen) != needed):
        work.wrong(
            spot.at("options"),
            "“{id}” needs {number} options and has {count}."
            if form.kind is Kind.SCALE
            else "“{id}” has no options.",
            advice="Add them under options:.",
            code="bad-question",
            id=form.id,
            number=needed,
            count=len(seen),
        )
    return tuple(Option(option.id, option.text) for option in form.options)


def _ordered(form: ColumnForm, spot: Spot, work: Workshop) -> bool:
    if form.ordered and form.kind is not Kind.SINGLE:
        _refuse(form.ordered, (spot, "ordered"), form.kind, work)
    return form.ordered or form.kind is Kind.SCALE


def _unit(form: ColumnForm, spot: Spot, work: Workshop) -> str | None:
    fixed = {Kind.MONEY: work.frame.currency, Kind.PERCENT: "%"}.get(form.kind)
    if fixed is not None:
        if form.unit not in {None, fixed}:
            work.wrong(
                spot.at("unit"),
                "The unit here can only be {unit}.",
                advice="Leave unit: out.",
                code="bad-question",
                unit=fixed,
            )
        return fixed
    if form.kind is not Kind.NUMBER:
        _refuse(form.unit, (spot, "unit"), form.kind, work)
        return None
    return form.unit


def _decimals(form: ColumnForm, spot: Spot, work: Workshop) -> int:
    if form.decimals and form.kind not in ORDERED_KINDS - DAY_KINDS:
        _refuse(form.decimals, (spot, "decimals"), form.kind, work)
    _within(form.decimals, (0, 6), (spot, "decimals"), work)
    return form.decimals


def _bounds(
    form: ColumnForm, spot: Spot, work: Workshop
) -> tuple[Decimal | date | None, Decimal | date | None]:
    if form.kind not in ORDERED_KINDS:
        _refuse(form.minimum, (spot, "minimum"), form.kind, work)
        _refuse(form.maximum, (spot, "maximum"), form.kind, work)
        return None, None
    low: Decimal | date | None
    high: Decimal | date | None
    if form.kind in DAY_KINDS:
        low = _day_bound(form.minimum, EARLIEST, spot.maybe("minimum"), work)
        high = _day_bound(form.maximum, LATEST, spot.maybe("maximum"), work)
    else:
        low = _number_bound(form, "minimum", spot, work)
        high = _number_bound(form, "maximum", spot, work)
    reversed_days = isinstance(low, date) and isinstance(high, date) and low > high
    reversed_numbers = isinstance(low, Decimal) and isinstance(high, Decimal) and low > high
    if reversed_days or reversed_numbers:
        work.wrong(
            spot.at("minimum"),
            "The minimum is greater than the maximum.",
            advice="Swap them.",
            code="reversed",
        )
    return low, high


def _day_bound(text: str | None, otherwise: date, spot: Spot, work: Workshop) -> date | None:
    if text is None:
        return otherwise
    if text == "today":
        return None
    day = day_of(text)
    if day is None:
        work.wrong(
            spot,
            "“{value}” is not a day that exists.",
            advice="Write it as YYYY-MM-DD, or as today.",
            code="bad-value",
            value=text,
        )
    return day


def _number_bound(form: ColumnForm, key: str, spot: Spot, work: Workshop) -> Decimal | None:
    text = form.minimum if key == "minimum" else form.maximum
    if text is None:
        work.wrong(
            spot,
            "“{name}” is missing.",
            advice="A number needs minimum: and maximum:.",
            code="missing-key",
            name=key,
        )
        return None
    found = quantity_of(text)
    if found is None or found.unit is not None or found.value % (Decimal(1).scaleb(-form.decimals)):
        work.wrong(
            spot.at(key),
            "“{value}” is not a number with at most {decimals} decimals.",
            advice="Write digits alone, without a unit.",
            code="bad-value",
            value=text,
            decimals=form.decimals,
        )
        return None
    return found.value


def _changeable(
    form: ChangeableForm | None, common: _Common, spot: Spot, work: Workshop
) -> Changeable | None:
    if form is None:
        return None
    _within(form.effort, (1, 5), (spot, "effort"), work)
    kind = common["kind"]
    moves = kind in ORDERED_KINDS or kind is Kind.TABLE
    options = ["yes", "no"] if kind is Kind.YES_NO else [one.id for one in common["options"]]
    if moves == bool(form.to) or (form.direction is None) == moves:
        work.wrong(
            spot,
            "What can be changed is said by “direction” for numbers, days and tables, by “to” otherwise.",
            advice="Give exactly the one that fits the kind of the question.",
            code="bad-question",
        )
    for index, option in enumerate(form.to):
        if kind is not Kind.PLACE:
            work.known("option", option, options, spot.at("to", index))
    return Changeable(
        frozenset(form.to), form.direction, form.effort, form.how, form.renews, form.settles
    )


def _refuse(value: object, where: tuple[Spot, str], kind: Kind, work: Workshop) -> None:
    """A mistake if a value is given that a question of this kind cannot have."""
    spot, key = where
    if value is not None:
        work.wrong(
            spot.at(key),
            "A question of the kind “{kind}” has no “{key}”.",
            advice="Leave it out, or change the kind.",
            code="bad-question",
            kind=kind.value,
            key=key,
        )


def _within(value: int, limits: tuple[int, int], where: tuple[Spot, str], work: Workshop) -> None:
    """A mistake if a number lies outside its limits."""
    spot, key = where
    low, high = limits
    if not low <= value <= high:
        work.wrong(
            spot.at(key),
            "“{key}” must lie between {low} and {high}.",
            advice="Choose a number in between.",
            code="bad-value",
            key=key,
            low=low,
            high=high,
        )
