"""One condition of each kind, with answers, a day, and the days from which and until which it is met by time alone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ccsdesk.domain.answers import (
    Amounts,
    Answer,
    Choice,
    DoesNotApply,
    DontKnow,
    Records,
    Span,
    exactly,
)
from ccsdesk.rules.language.core import (
    Aggregate,
    AggregateKind,
    All,
    Any,
    Compare,
    Constant,
    DaysBetween,
    FactValue,
    IsOneOf,
    Moment,
    MomentName,
    MonthsBetween,
    Not,
    RecordWindow,
    Relation,
    Shift,
    Test,
    Value,
    WindowUnit,
)

TODAY = Moment(MomentName.TODAY)
SUBMISSION = Moment(MomentName.SUBMISSION)
FOUNDED = FactValue("founded")
YOUNG = IsOneOf("young", frozenset({"yes"}))


def day_of(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def on(text: str) -> date:
    return date.fromisoformat(text)


def span(first: str, last: str | None) -> Amounts:
    return Amounts((Span(on(first), day_of(last)),))


def number(value: int) -> Constant:
    return Constant(Decimal(value))


def age(least: int, moment: Value = SUBMISSION) -> Test:
    """At least so many complete months old."""
    return Compare(Relation.AT_LEAST, MonthsBetween(FOUNDED, moment), number(least))


def younger(most: int, moment: Value = SUBMISSION) -> Test:
    """Less than so many complete months old."""
    return Compare(Relation.LESS, MonthsBetween(FOUNDED, moment), number(most))


def recent(months: int) -> Test:
    """Founded within so many months."""
    return Compare(Relation.MORE, FOUNDED, Shift(TODAY, -months, 0))


def before(day: date) -> Test:
    """Founded before a day."""
    return Compare(Relation.LESS, FOUNDED, Constant(day))


def aid(length: int, unit: WindowUnit = WindowUnit.MONTHS) -> Aggregate:
    """The sum of the aid of the last so many months, or calendar years."""
    window = RecordWindow("granted", length, unit, SUBMISSION)
    return Aggregate(AggregateKind.SUM, "aid", "amount", None, window)


def at_most(value: Value, most: int) -> Test:
    return Compare(Relation.AT_MOST, value, number(most))


def granted(*rows: tuple[int, str]) -> Records:
    return Records(
        tuple(
            {"amount": exactly(Decimal(amount)), "granted": exactly(on(day))}
            for amount, day in rows
        )
    )


CASES: dict[str, tuple[Test, dict[str, Answer], str, str | None, str | None]] = {
    "old enough": (
        age(24),
        {"founded": exactly(on("2022-03-10"))},
        "2024-01-15",
        "2024-03-10",
        None,
    ),
    "young enough": (
        younger(24),
        {"founded": exactly(on("2022-03-10"))},
        "2024-01-15",
        None,
        "2024-03-09",
    ),
    "old and young enough": (
        All((age(12), younger(24))),
        {"founded": exactly(on("2023-01-31"))},
        "2023-05-01",
        "2024-01-31",
        "2025-01-30",
    ),
    "born on a leap day": (
        age(36),
        {"founded": exactly(on("2024-02-29"))},
        "2026-12-01",
        "2027-02-28",
        None,
    ),
    "turning on a leap day": (
        age(1),
        {"founded": exactly(on("2024-01-31"))},
        "2024-02-01",
        "2024-02-29",
        None,
    ),
    "founded some day of a month: the last of them counts": (
        age(12),
        {"founded": span("2023-02-01", "2023-02-28")},
        "2024-01-15",
        "2024-02-28",
        None,
    ),
    "founded some day of a month: the first of them counts": (
        younger(12),
        {"founded": span("2023-02-01", "2023-02-28")},
        "2024-01-15",
        None,
        "2024-01-31",
    ),
    "open in between": (
        Any((age(24), All((younger(12), YOUNG)))),
        {"founded": span("2023-02-01", "2023-02-28"), "young": Choice(frozenset({"yes"}))},
        "2024-01-15",
        None,
        "2024-01-31",
    ),
    "either way: only all values together settle it": (
        Any((age(12), younger(12))),
        {"founded": span("2023-02-01", "2023-02-28")},
        "2024-01-15",
        None,
        None,
    ),
    "either way until another day": (
        All((Any((age(12), younger(12))), Compare(Relation.AT_LEAST, FactValue("planned"), TODAY))),
        {"founded": DontKnow(), "planned": exactly(on("2026-05-01"))},
        "2024-01-15",
        None,
        "2026-05-01",
    ),
    "in the days before": (
        Compare(Relation.AT_MOST, DaysBetween(FOUNDED, TODAY), number(365)),
        {"founded": exactly(on("2023-03-01"))},
        "2024-01-15",
        None,
        "2024-02-29",
    ),
    "before the last day of the month": (
        age(12, Moment(MomentName.MONTH_END)),
        {"founded": exactly(on("2023-02-15"))},
        "2024-01-15",
        "2024-03-01",
        None,
    ),
    "a fixed day of the future": (
        Compare(Relation.MORE, FactValue("planned"), SUBMISSION),
        {"planned": exactly(on("2024-02-29"))},
        "2024-01-15",
        None,
        "2024-02-28",
    ),
    "a day that cannot be before it has come": (
        Compare(Relation.LESS, FOUNDED, Constant(on("2024-03-01"))),
        {},
        "2024-01-15",
        None,
        "2024-02-29",
    ),
    "since a day, and perhaps still to come": (
        Compare(Relation.LESS, FOUNDED, Constant(on("2024-03-01"))),
        {"founded": span("2023-01-01", None)},
        "2024-01-15",
        None,
        "2024-02-29",
    ),
    "old aid leaves the months": (
        at_most(aid(36), 5),
        {"aid": granted((4, "2021-02-28"), (3, "2022-05-31"))},
        "2024-01-15",
        "2024-02-28",
        None,
    ),
    "old aid leaves, then none is left": (
        Compare(Relation.AT_LEAST, aid(12), number(3)),
        {"aid": granted((4, "2023-02-28"), (3, "2023-05-31"))},
        "2024-01-15",
        None,
        "2024-05-30",
    ),
    "aid of uncertain amount leaves the months": (
        at_most(aid(12), 5),
        {
            "aid": Records(
                (
                    {"amount": DontKnow(), "granted": exactly(on("2023-06-30"))},
                    {"amount": exactly(Decimal(6)), "granted": exactly(on("2023-03-31"))},
                )
            )
        },
        "2024-01-15",
        "2024-06-30",
        None,
    ),
    "aid granted some day of a month": (
        at_most(aid(12), 5),
        {
            "aid": Records(
                ({"amount": exactly(Decimal(6)), "granted": span("2023-03-01", "2023-03-31")},)
            )
        },
        "2024-01-15",
        "2024-03-31",
        None,
    ),
    "calendar years": (
        at_most(aid(2, WindowUnit.CALENDAR_YEARS), 5),
        {"aid": granted((6, "2023-02-28"))},
        "2024-01-15",
        "2026-01-01",
        None,
    ),
    "a question that is only asked later": (
        All((YOUNG, Any((Not(YOUNG), younger(13))))),
        {"founded": exactly(on("2023-02-10")), "young": Choice(frozenset({"yes"}))},
        "2024-01-15",
        None,
        "2024-03-09",
    ),
    "open for ever once nothing but an unknown table decides": (
        All((age(12), at_most(aid(36), 5))),
        {"founded": exactly(on("2023-03-01"))},
        "2024-01-15",
        None,
        None,
    ),
    "old enough, though nobody knows of aid that does not matter": (
        All((age(12), Any((at_most(aid(36), 5), Not(at_most(aid(36), 5)))))),
        {"founded": exactly(on("2023-03-01"))},
        "2024-01-15",
        "2024-03-01",
        None,
    ),
    "two ways of looking at an unknown day": (
        All(
            (
                Any((recent(24), Not(recent(24)))),
                Any((younger(60), age(60))),
                Any((before(on("2020-02-29")), Not(before(on("2020-02-29"))))),
                Compare(Relation.AT_LEAST, FactValue("planned"), TODAY),
            )
        ),
        {"planned": exactly(on("2026-01-31"))},
        "2024-01-15",
        None,
        "2026-01-31",
    ),
    "founded until the day, whatever the day": (
        All(
            (
                Compare(Relation.AT_MOST, FOUNDED, SUBMISSION),
                Compare(Relation.AT_LEAST, FactValue("planned"), TODAY),
            )
        ),
        {"founded": DontKnow(), "planned": exactly(on("2026-01-31"))},
        "2024-01-15",
        None,
        "2026-01-31",
    ),
    "unknown days and a day of their own for each": (
        All(
            (
                age(12),
                Compare(Relation.LESS, FactValue("born"), Shift(TODAY, -12, 0)),
                Compare(Relation.MORE, FactValue("planned"), Shift(TODAY, -24, 0)),
            )
        ),
        {"founded": exactly(on("2023-03-01")), "born": DontKnow()},
        "2024-01-15",
        None,
        None,
    ),
    "what does not apply never turns": (
        Compare(Relation.LESS, MonthsBetween(FactValue("born"), TODAY), number(12)),
        {"born": DoesNotApply()},
        "2024-01-15",
        None,
        None,
    ),
}
