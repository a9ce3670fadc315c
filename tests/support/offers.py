"""Programmes, measures and rounds made by hand, for tests that care about one side of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from ccsdesk.domain.programme import (
    Benefit,
    Contact,
    Measure,
    Parameter,
    Programme,
    Relation,
    Round,
    Status,
    WindowKind,
    WindowRule,
)

ROLLING = WindowRule(WindowKind.ROLLING)
ROUNDS = WindowRule(WindowKind.ROUNDS)


def programme(name: str = "one", **more: object) -> Programme:
    """A programme that is always open, for everybody, about nothing."""
    made = Programme(
        id=name,
        name={"en": name},
        provider={"en": "City"},
        kind="grant",
        level="city",
        stages=(),
        international=False,
        needs=(),
        advice=False,
        summary={"en": name},
        benefit=Benefit(),
        status=Status.OPEN_RECURRING,
        window=ROLLING,
        rounds=(),
        check_yourself=(),
        points=(),
        duties=(),
        costs=(),
        quotas=(),
        documents=(),
        steps=(),
        lots=(),
        relations=(),
        contact=Contact(),
        sources=(),
        checked=None,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def measure(name: str = "one", **more: object) -> Measure:
    """A measure that is always open."""
    made = Measure(
        id=name,
        name={"en": name},
        what={"en": name},
        who={"en": name},
        stages=(),
        international=False,
        needs=(),
        status=Status.OPEN_RECURRING,
        window=ROLLING,
        rounds=(),
        check_yourself=(),
        delivered_by=(),
        sources=(),
        checked=None,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def call(
    opens: str | None = None, closes: str | None = None, **parameters: Decimal | date | str
) -> Round:
    """A round from one day to another, either of which may be left out, with these values."""
    values: Mapping[str, Parameter] = {name: Parameter(value) for name, value in parameters.items()}
    return Round(
        None if opens is None else date.fromisoformat(opens),
        None if closes is None else date.fromisoformat(closes),
        values,
    )


def related(kind: str, other: str) -> Relation:
    """A relation to another programme."""
    return Relation(kind, other)
