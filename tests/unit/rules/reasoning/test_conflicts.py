"""What stands against a plan, and the person's own days in it."""

from __future__ import annotations

from datetime import date

import pytest

from ccsdesk.domain.answers import PlanWishes
from ccsdesk.domain.verdict import (
    WindowState,
)
from tests.support.offers import programme, related
from tests.support.planning import (
    ALWAYS,
    CLOSED,
    noted,
    opens,
    plan,
    result,
    steps,
    told,
    until,
    usually,
)

# -- what stands against what --------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["excludes", "excludes-same-cost", "reduced-by"])
def test_chosen_programmes_that_bear_on_each_other_are_shown_once(kind: str) -> None:
    items = {
        "a": programme("a", relations=(related(kind, "b"), related(kind, "elsewhere"))),
        "b": programme("b", relations=(related(kind, "a"), related("leads-to", "a"))),
    }
    found = plan(result("a"), result("b"), items=items)
    assert [(one.kind, one.programme, one.other) for one in found.conflicts] == [(kind, "a", "b")]


def test_what_a_chosen_programme_requires_and_is_not_chosen_is_shown() -> None:
    items = {"a": programme("a", relations=(related("requires", "b"),))}
    found = plan(result("a"), result("b", CLOSED), items=items)
    assert [(one.kind, one.programme, one.other) for one in found.conflicts] == [
        ("requires", "a", "b")
    ]


def test_a_closed_call_that_was_chosen_stays_and_is_told() -> None:
    found = plan(result("old", CLOSED), wishes=PlanWishes(("old",)))
    assert (found.chosen, told(found)) == (("old",), [("closed", "old", None)])


@pytest.mark.parametrize(
    ("window", "own", "kind", "missed"),
    [
        (until("2026-12-10"), "2026-12-11", "too-late", "2026-12-10"),
        (opens("2027-02-14", "2027-03-14"), "2027-03-15", "too-late", "2027-03-14"),
        (opens("2027-02-14", "2027-03-14"), "2027-02-13", "too-early", "2027-02-14"),
        (ALWAYS, "2026-11-15", "passed", "2026-11-15"),
    ],
)
def test_an_own_day_that_cannot_be_is_told(
    window: WindowState, own: str, kind: str, missed: str
) -> None:
    wishes = PlanWishes(None, dates={"call": date.fromisoformat(own)})
    (one,) = plan(result("call", window), wishes=wishes).conflicts
    assert (one.kind, one.programme, one.day) == (kind, "call", date.fromisoformat(missed))


@pytest.mark.parametrize("own", ["2027-02-14", "2027-03-14"])
def test_an_own_day_within_the_announced_ones_is_fine(own: str) -> None:
    wishes = PlanWishes(("call",), dates={"call": date.fromisoformat(own)})
    assert plan(result("call", opens("2027-02-14", "2027-03-14")), wishes=wishes).conflicts == ()


def test_own_days_against_what_is_required_are_told() -> None:
    items = {"loan": programme("loan", relations=(related("requires", "guarantee"),))}
    days = {"guarantee": date(2027, 2, 2), "loan": date(2027, 2, 1)}
    offered = (result("loan"), result("guarantee"))
    right = ("guarantee", "loan")
    found = plan(*offered, items=items, wishes=PlanWishes(right, dates=days))
    assert told(found) == [("wrong-order", "loan", "guarantee")]
    days["loan"] = date(2027, 2, 2)
    assert plan(*offered, items=items, wishes=PlanWishes(right, dates=days)).conflicts == ()


def own(**days: str) -> PlanWishes:
    return PlanWishes(None, dates={name: date.fromisoformat(day) for name, day in days.items()})


def test_the_own_day_stands_in_place_of_the_last_day() -> None:
    items = {"call": programme("call", steps=noted("Read it."))}
    found = plan(result("call", until("2027-03-14")), items=items, wishes=own(call="2027-02-10"))
    assert steps(found) == [("do", "call", "2026-11"), ("apply", "call", "2027-02-10")]
    assert [step.own for step in found.steps] == [False, True]
    assert found.dates == {"call": date(2027, 2, 10)}


def test_what_has_an_own_day_takes_no_turn() -> None:
    wishes = own(a="2027-06-01")
    assert steps(plan(result("a"), result("b"), wishes=wishes)) == [
        ("apply", "b", "2026-11"),
        ("apply", "a", "2027-06-01"),
    ]


def test_what_is_to_do_for_an_own_day_that_has_gone_by_is_to_do_now() -> None:
    items = {"call": programme("call", steps=noted("Read it."))}
    found = plan(result("call"), items=items, wishes=own(call="2026-09-01"))
    assert steps(found) == [("apply", "call", "2026-09-01"), ("do", "call", "2026-11")]


def test_an_own_day_after_a_call_that_is_only_expected() -> None:
    found = plan(result("call", usually(2)), wishes=own(call="2027-02-20"))
    assert steps(found) == [("opens", "call", "2027-02"), ("apply", "call", "2027-02-20")]
    announced = plan(
        result("call", opens("2027-02-14", "2027-03-14")), wishes=own(call="2027-03-01")
    )
    assert steps(announced) == [("opens", "call", "2027-02-14"), ("apply", "call", "2027-03-01")]


def test_an_own_day_for_asking() -> None:
    items = {
        "desk": programme("desk", advice=True),
        "hub": programme("hub", advice=True, steps=noted("Call them.")),
    }
    wishes = own(desk="2026-12-01", hub="2026-12-02")
    found = plan(result("desk"), result("hub"), items=items, wishes=wishes)
    assert steps(found) == [
        ("ask", "desk", "2026-12-01"),
        ("do", "hub", "2026-12-02"),
    ]
