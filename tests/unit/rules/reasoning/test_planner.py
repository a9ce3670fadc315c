"""A first plan: which programmes, in which order, what by when, what stands against what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccsdesk.domain.answers import PlanWishes
from ccsdesk.domain.plan import StepKind
from ccsdesk.domain.programme import UsualClosing, WindowKind, WindowRule
from ccsdesk.domain.verdict import (
    FitParts,
    ProgrammeResult,
    Verdict,
    Window,
    WindowState,
)
from ccsdesk.rules.reasoning.planner import by_fit
from ccsdesk.services.wishes import removed
from tests.support.offers import call, programme, related
from tests.support.planning import (
    ALWAYS,
    CLOSED,
    DAY,
    UNKNOWN,
    in_season,
    noted,
    opens,
    plan,
    result,
    steps,
    told,
    until,
    usually,
)

# -- which ---------------------------------------------------------------------------------------


def test_the_six_best_to_apply_for_now_then_those_that_open_later() -> None:
    now = [result(f"now-{n}", fit=f"0.{n}0") for n in range(1, 6)]
    later = [result(f"later-{n}", opens("2027-02-01"), fit=f"0.9{n}") for n in range(3)]
    found = plan(*now, *later)
    assert set(found.chosen) == {"now-1", "now-2", "now-3", "now-4", "now-5", "later-2"}
    assert found.by_person is False


def test_more_than_six_to_apply_for_leave_the_worst_fitting_out() -> None:
    found = plan(*[result(f"now-{n}", fit=f"0.{n}0") for n in range(1, 9)], result("later"))
    assert set(found.chosen) == {"later", *(f"now-{n}" for n in range(4, 9))}


def test_an_unknown_fit_comes_last_and_equal_ones_by_id() -> None:
    named = [result(name, fit=None) for name in "hgfedcb"]
    assert "h" not in plan(*named).chosen
    assert plan(*named, result("z", fit="0.00")).chosen[0] == "z"


def test_nothing_closed_or_unclear_is_proposed() -> None:
    others = (
        result("closed", CLOSED),
        result("unknown", UNKNOWN),
        result("open", verdict=Verdict.OPEN),
        result("not", verdict=Verdict.NOT_ELIGIBLE),
    )
    assert plan(*others, result("one")).chosen == ("one",)


def test_a_plan_is_never_empty_while_there_is_advice() -> None:
    items = {name: programme(name, advice=True) for name in ("desk", "hub", "old")}
    points = (
        result("desk", fit="0.20", verdict=Verdict.OPEN),
        result("hub", fit="0.40", verdict=Verdict.OPEN),
        result("old", CLOSED, fit="0.90"),
    )
    found = plan(*points, items=items)
    assert (found.chosen, found.advice) == (("hub", "desk"), ())
    assert steps(found) == [("ask", "hub", "2026-11"), ("ask", "desk", "2026-11")]


def test_advice_for_others_is_better_than_none() -> None:
    items = {"desk": programme("desk", advice=True)}
    found = plan(result("desk", verdict=Verdict.NOT_ELIGIBLE), items=items)
    assert found.chosen == ("desk",)
    assert plan(result("old", CLOSED)).chosen == ()


def test_advice_points_take_only_the_places_that_programmes_leave() -> None:
    items = {"desk": programme("desk", advice=True)}
    found = plan(result("one", fit="0.10"), result("desk", fit="0.90"), items=items)
    assert (set(found.chosen), found.advice) == ({"one", "desk"}, ())
    names = [f"p{number}" for number in range(6)]
    full = plan(*map(result, names), result("desk", fit="0.90"), items=items)
    assert (set(full.chosen), full.advice) == (set(names), ("desk",))


def test_advice_that_a_full_proposal_has_no_place_for_is_asked_first() -> None:
    items = {"desk": programme("desk", advice=True)}
    full = plan(
        *[result(f"p{n}", opens("2027-02-01")) for n in range(6)], result("desk"), items=items
    )
    assert full.advice == ("desk",)
    assert steps(full)[0] == ("ask", "desk", "2026-11")


def test_what_the_person_took_away_does_not_come_back() -> None:
    items = {"desk": programme("desk", advice=True)}
    offered = (result("one"), result("desk"))
    proposed = plan(*offered, items=items)
    assert set(proposed.chosen) == {"one", "desk"}
    left = removed(PlanWishes(), proposed, "desk")
    found = plan(*offered, items=items, wishes=left)
    assert (found.chosen, found.advice) == (("one",), ())
    assert steps(found) == [("apply", "one", "2026-11")]


@given(st.data())
def test_taken_away_in_any_order_nothing_comes_back(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 9))
    windows = [ALWAYS, UNKNOWN, until("2026-12-10"), usually(3), in_season(10, 11)]
    advice = {f"p{n}": data.draw(st.booleans()) for n in range(count)}
    items = {name: programme(name, advice=is_advice) for name, is_advice in advice.items()}
    offered = [result(name, data.draw(st.sampled_from(windows))) for name in advice]
    wishes = PlanWishes()
    found = plan(*offered, items=items, wishes=wishes)
    gone: set[str] = set()
    while found.chosen:
        name = data.draw(st.sampled_from(found.chosen))
        gone.add(name)
        wishes = removed(wishes, found, name)
        found = plan(*offered, items=items, wishes=wishes)
        told_of = {*found.chosen, *found.advice, *(step.programme for step in found.steps)}
        assert not gone & told_of


def test_what_is_required_but_held_already_is_no_conflict() -> None:
    grant = programme("grant", relations=(related("requires", "register"),))
    items = {"grant": grant, "register": programme("register")}
    wishes = PlanWishes(("grant",))
    open_to = plan(result("grant"), result("register"), items=items, wishes=wishes)
    assert [conflict.other for conflict in open_to.conflicts] == ["register"]
    held = result("register", verdict=Verdict.NOT_ELIGIBLE)
    assert plan(result("grant"), held, items=items, wishes=wishes).conflicts == ()


def test_what_the_person_chose_is_kept_whatever_the_rules_say() -> None:
    wishes = PlanWishes(("not", "one", "not"), {"one": "ask Eva"})
    found = plan(
        result("one"), result("two"), result("not", verdict=Verdict.NOT_ELIGIBLE), wishes=wishes
    )
    assert set(found.chosen) == {"one", "not"}
    assert (found.by_person, dict(found.notes)) == (True, {"one": "ask Eva"})
    assert [(one.kind, one.programme) for one in found.conflicts] == [("not-eligible", "not")]
    nothing = plan(result("one"), wishes=PlanWishes(()))
    assert (nothing.chosen, nothing.by_person) == ((), True)


# -- in which order ------------------------------------------------------------------------------


def test_what_can_start_now_comes_first_then_by_when_it_opens() -> None:
    found = plan(
        result("no-rhythm", usually(None), fit="0.99"),
        result("in-march", usually(3)),
        result("in-january", opens("2027-01-15")),
        result("closing", until("2026-12-10")),
        result("always", ALWAYS, fit="0.10"),
    )
    assert found.chosen == ("always", "closing", "in-january", "in-march", "no-rhythm")


def test_what_another_requires_comes_before_it() -> None:
    items = {
        "loan": programme("loan", relations=(related("requires", "guarantee"),)),
        "guarantee": programme("guarantee", relations=(related("requires", "advice"),)),
    }
    found = plan(
        result("loan", fit="0.90"),
        result("guarantee", opens("2027-02-01")),
        result("advice", opens("2027-03-01")),
        items=items,
    )
    assert found.chosen == ("advice", "guarantee", "loan")
    assert found.conflicts == ()


def test_programmes_that_require_each_other_still_have_an_order() -> None:
    items = {
        "a": programme("a", relations=(related("requires", "b"),)),
        "b": programme("b", relations=(related("requires", "a"),)),
    }
    assert set(plan(result("a"), result("b"), items=items).chosen) == {"a", "b"}


@pytest.mark.parametrize("order", [("later", "closing", "always"), ("closing", "always", "later")])
def test_the_order_of_the_person_stands(order: tuple[str, ...]) -> None:
    offered = (
        result("always"),
        result("closing", until("2026-12-10")),
        result("later", opens("2027-01-15")),
    )
    assert plan(*offered, wishes=PlanWishes(order)).chosen == order


def test_what_is_required_is_not_moved_before_it_but_told() -> None:
    items = {"loan": programme("loan", relations=(related("requires", "guarantee"),))}
    offered = (result("loan"), result("guarantee"))
    found = plan(*offered, items=items, wishes=PlanWishes(("loan", "guarantee")))
    assert found.chosen == ("loan", "guarantee")
    assert told(found) == [("wrong-order", "loan", "guarantee")]
    right = PlanWishes(("guarantee", "loan"))
    assert plan(*offered, items=items, wishes=right).conflicts == ()


def test_a_programme_the_catalogue_no_longer_has_is_left_out() -> None:
    wishes = PlanWishes(("gone", "one"), dates={"gone": DAY})
    found = plan(result("one"), wishes=wishes)
    assert (found.chosen, dict(found.dates), found.conflicts) == (("one",), {}, ())


# -- what by when --------------------------------------------------------------------------------


def test_a_call_that_is_usually_open_now_is_asked_about_now() -> None:
    found = plan(result("january", usually(1)), result("autumn", in_season(10, 11), fit="0.10"))
    assert found.chosen == ("autumn", "january")
    assert steps(found) == [("ask-if-open", "autumn", "2026-11"), ("opens", "january", "2027-01")]


def test_whether_a_call_is_open_is_asked_before_anything_else_is_done_for_it() -> None:
    items = {"autumn": programme("autumn", steps=noted("Hand in the form."))}
    asked = [("ask-if-open", "autumn", "2026-11"), ("do", "autumn", "2026-11")]
    offered = result("autumn", in_season(10, 11))
    assert steps(plan(offered, items=items)) == asked
    own = PlanWishes(("autumn",), dates={"autumn": date(2026, 11, 28)})
    found = plan(offered, items=items, wishes=own)
    assert steps(found) == [*asked, ("apply", "autumn", "2026-11-28")]


@pytest.mark.parametrize("day", [date(2026, 6, 1), date(2026, 11, 23)])
@pytest.mark.parametrize("opened", ["2026-03-01", "2026-10-01"])
def test_a_call_whose_round_of_this_year_is_recorded_is_planned_for_the_next(
    opened: str, day: date
) -> None:
    items = {"autumn": programme("autumn", rounds=(call(opened, opened),))}
    found = plan(result("autumn", usually(10, closes=11)), items=items, day=day)
    assert steps(found) == [("opens", "autumn", "2027-10")]


def test_what_is_always_open_is_spread_over_the_months() -> None:
    found = plan(*[result(name) for name in ("a", "b", "c")], day=date(2026, 12, 5))
    assert steps(found) == [
        ("apply", "a", "2026-12"),
        ("apply", "b", "2027-01"),
        ("apply", "c", "2027-02"),
    ]


def test_a_plan_knows_what_of_it_was_proposed() -> None:
    offered = (result("one"), result("two"), result("late", verdict=Verdict.NOT_ELIGIBLE))
    assert not plan(*offered).is_changed_proposal
    changed = plan(*offered, wishes=PlanWishes(("one", "late")))
    assert changed.is_changed_proposal
    assert [changed.is_added(name) for name in ("one", "late", "two")] == [False, True, False]
    assert not plan(*offered, wishes=PlanWishes(("late",))).is_changed_proposal


def test_the_own_day_is_the_day_of_what_is_to_do_anyway() -> None:
    items = {
        "desk": programme("desk", advice=True),
        "hub": programme("hub", advice=True, steps=noted("Call them.", "Go there.")),
    }
    dates = {"desk": date(2026, 12, 1), "hub": date(2026, 12, 15)}
    wishes = PlanWishes(("desk", "hub"), dates=dates)
    found = plan(result("desk"), result("hub"), items=items, wishes=wishes)
    assert steps(found) == [
        ("ask", "desk", "2026-12-01"),
        ("do", "hub", "2026-12-15"),
        ("do", "hub", "2026-12-15"),
    ]
    assert all(step.own for step in found.steps)


def test_a_near_last_day_is_said_and_what_is_to_do_comes_before_it() -> None:
    items = {"call": programme("call", steps=noted("Read it.", "Ask."))}
    found = plan(result("call", until("2026-12-10")), items=items)
    assert steps(found) == [
        ("do", "call", "2026-11"),
        ("do", "call", "2026-11"),
        ("apply", "call", "2026-12-10"),
    ]
    assert [step.text for step in found.steps] == [{"en": "Read it."}, {"en": "Ask."}, None]


def test_what_comes_round_every_year_is_done_with_its_own_last_step() -> None:
    yearly = WindowRule(WindowKind.ROLLING, closing=UsualClosing(3, 31))
    items = {"tax": programme("tax", window=yearly, steps=noted("Compare.", "Claim it."))}
    window = WindowState(Window.ROLLING, closes=date(2027, 3, 31))
    assert steps(plan(result("tax", window), items=items)) == [
        ("do", "tax", "2026-11"),
        ("do", "tax", "2027-03-31"),
    ]


def test_a_last_day_far_away_is_no_reason_to_hurry() -> None:
    assert steps(plan(result("call", until("2027-11-30")))) == [("apply", "call", "2027-11-30")]
    assert steps(plan(result("call", until("2027-12-01")))) == [("apply", "call", "2026-11")]


def test_own_steps_say_how_to_apply_where_there_is_no_day() -> None:
    items = {"call": programme("call", steps=noted("Fill in the form."))}
    assert steps(plan(result("call"), items=items)) == [("do", "call", "2026-11")]


def test_the_steps_of_an_announced_call_belong_to_the_month_it_opens() -> None:
    items = {"call": programme("call", steps=noted("Read it."))}
    found = plan(result("call", opens("2027-02-14", "2027-03-14")), items=items)
    assert steps(found) == [
        ("do", "call", "2027-02"),
        ("opens", "call", "2027-02-14"),
        ("apply", "call", "2027-03-14"),
    ]
    assert [step.expected for step in found.steps] == [False, False, False]
    soon = plan(result("call", opens("2026-11-25")), items=items)
    assert steps(soon) == [
        ("do", "call", "2026-11"),
        ("opens", "call", "2026-11-25"),
        ("apply", "call", ""),
    ]


@pytest.mark.parametrize(("month", "time"), [(12, "2026-12"), (11, "2026-11"), (2, "2027-02")])
def test_an_expected_call_is_awaited_the_next_time_its_month_comes(month: int, time: str) -> None:
    (step,) = plan(result("call", usually(month))).steps
    assert (step.kind, step.expected) == (StepKind.OPENS, True)
    assert step.month == (int(time[:4]), int(time[5:]))


@pytest.mark.parametrize(
    ("last", "time"),
    [
        (call("2026-11-02", "2026-11-15"), (2027, 11)),
        (call("2025-11-02", "2025-11-15"), (2026, 11)),
        (call(None, None), (2026, 11)),
    ],
)
def test_a_call_that_was_open_this_month_is_awaited_next_year(
    last: object, time: tuple[int, int]
) -> None:
    items = {"call": programme("call", rounds=(last,))}
    (step,) = plan(result("call", usually(11, 0)), items=items).steps
    assert step.month == time


def test_a_call_without_a_rhythm_has_no_time() -> None:
    items = {"call": programme("call", steps=noted("Read it."))}
    found = plan(result("call", usually(None)), result("one"), items=items)
    assert steps(found) == [("apply", "one", "2026-11"), ("opens", "call", ""), ("do", "call", "")]


def test_advice_and_what_is_not_open_are_asked() -> None:
    items = {
        "desk": programme("desk", advice=True),
        "hub": programme("hub", advice=True, steps=noted("Call them.")),
    }
    wishes = PlanWishes(("closed", "desk", "hub"))
    found = plan(
        result("closed", CLOSED), result("desk"), result("hub"), items=items, wishes=wishes
    )
    assert sorted(steps(found)) == [
        ("ask", "closed", "2026-11"),
        ("ask", "desk", "2026-11"),
        ("do", "hub", "2026-12"),
    ]


def test_an_own_day_early_in_a_month_comes_before_what_is_due_some_time_in_it() -> None:
    chosen = ("a", "b", "c")
    for day, first in ((date(2026, 12, 1), "c"), (date(2026, 12, 28), "b")):
        wishes = PlanWishes(chosen, dates={"c": day})
        found = plan(*[result(name) for name in chosen], wishes=wishes)
        december = [name for _, name, time in steps(found) if time.startswith("2026-12")]
        assert december[0] == first


def test_steps_come_in_the_order_of_time() -> None:
    items = {"call": programme("call", steps=noted("Read it."))}
    found = plan(
        result("call", opens("2026-12-14", "2027-01-20")),
        *[result(name) for name in ("a", "b", "c", "d")],
        items=items,
    )
    assert steps(found) == [
        ("apply", "a", "2026-11"),
        ("apply", "b", "2026-12"),
        ("do", "call", "2026-12"),
        ("opens", "call", "2026-12-14"),
        ("apply", "c", "2027-01"),
        ("apply", "call", "2027-01-20"),
        ("apply", "d", "2027-02"),
    ]


def test_at_equal_fit_what_is_meant_for_the_own_stage_comes_first_then_what_leaves_least_open() -> (
    None
):
    def ranked(name: str, *, stage: str, missing: int) -> ProgrammeResult:
        parts = FitParts(Decimal(stage), None)
        return replace(result(name), fit_parts=parts, missing=("q",) * missing)

    others = ranked("a", stage="0", missing=0)
    unsure = ranked("b", stage="1", missing=2)
    surer = ranked("c", stage="1", missing=1)
    assert [item.id for item in by_fit((others, unsure, surer))] == ["c", "b", "a"]
    worse = replace(surer, fit=Decimal("0.49"))
    assert by_fit((worse, others))[0] is others
