"""Named constants: one value for ever, or several that hold one after the other, each with its days and source."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from ccsdesk.rules.catalogue.forms_frame import LimitForm, PeriodForm
from ccsdesk.rules.catalogue.spot import Spot, Workshop
from ccsdesk.rules.catalogue.values import day_of, quantity_of
from ccsdesk.rules.language.core import Period
from ccsdesk.rules.language.facts import Limit


def build_limit(form: LimitForm, spot: Spot, work: Workshop) -> Limit | None:
    """The constant, years in months; None (and a mistake kept) if it cannot be read."""
    if (form.value is None) is not bool(form.values):
        work.wrong(
            spot.at("id"),
            "“{id}” needs either “value” or “values”.",
            advice="Give one value, or a list of values with “from” and “to”.",
            code="bad-value",
            id=form.id,
        )
        return None
    if form.value is None:
        return _in_periods(form, spot.at("values"), work)
    day = day_of(form.value)
    if day is not None:
        return Limit(form.id, day, None)
    found = _quantity(form.value)
    if found is None:
        work.wrong(
            spot.at("value"),
            "“{value}” is neither a number with its unit nor a day.",
            advice="Write it as 300000 EUR, 12 months or 2026-01-01.",
            code="bad-value",
            value=form.value,
        )
    return None if found is None else Limit(form.id, *found)


def _in_periods(form: LimitForm, spot: Spot, work: Workshop) -> Limit | None:
    found: list[tuple[Decimal, str | None]] = []
    for index, one in enumerate(form.values):
        place = spot.at(index, "value")
        quantity = _quantity(one.value)
        if quantity is None:
            work.wrong(
                place,
                "“{value}” is not a number with its unit.",
                advice="Write it as 300000 EUR or 12 months.",
                code="bad-value",
                value=one.value,
            )
            return None
        if found and quantity[1] != found[0][1]:
            work.wrong(
                place,
                "“{id}” has another unit before.",
                advice="Give all its values in one unit, or make it two limits.",
                code="unit",
                id=form.id,
            )
            return None
        found.append(quantity)
    if not _follow(form.values, spot, work):
        return None
    periods = tuple(
        Period(value, one.first, one.last)
        for (value, _), one in zip(found, form.values, strict=True)
    )
    return Limit(form.id, *found[-1], periods)


def _quantity(text: str) -> tuple[Decimal, str | None] | None:
    """A number and its unit, years in months; None for anything else."""
    quantity = quantity_of(text)
    if quantity is None:
        return None
    if quantity.unit == "years":
        return quantity.value * 12, "months"
    return quantity.value, quantity.unit


def _follow(periods: Sequence[PeriodForm], spot: Spot, work: Workshop) -> bool:
    """Whether each period ends on or after its first day and before the next begins."""
    before: date | None = None
    for index, one in enumerate(periods):
        if one.first is not None and one.last is not None and one.last < one.first:
            work.wrong(
                spot.at(index, "from"),
                "The period begins after it ends.",
                advice="Swap the days.",
                code="reversed",
            )
            return False
        if index and (before is None or one.first is None or one.first <= before):
            work.wrong(
                spot.at(index, "value"),
                "Two values hold on the same day.",
                advice="Give the values in order, each with “from”, and “to” for all but the last.",
                code="reversed",
            )
            return False
        before = one.last
    return True
