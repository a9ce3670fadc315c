"""Which month is handed out to what has no day of its own: none that is past, and never too much for one."""

from __future__ import annotations

from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ccsdesk.domain.answers import PlanWishes
from ccsdesk.domain.plan import StepKind
from ccsdesk.domain.programme import UsualClosing, WindowKind, WindowRule
from ccsdesk.domain.verdict import Verdict, Window, WindowState
from tests.support.offers import programme
from tests.support.planning import in_season, noted, plan, result, steps, until


def test_late_in_a_month_nothing_is_planned_for_it() -> None:
    offered = (result("a"), result("b", verdict=Verdict.ELIGIBLE))
    assert steps(plan(*offered, day=date(2026, 11, 20)))[0] == ("apply", "a", "2026-11")
    assert steps(plan(*offered, day=date(2026, 11, 21)))[0] == ("apply", "a", "2026-12")
    assert steps(plan(*offered, day=date(2026, 12, 31)))[0] == ("apply", "a", "2027-01")


def test_a_call_in_its_last_month_is_asked_about_however_late_it_is() -> None:
    closing = result("autumn", in_season(10, 11))
    assert steps(plan(closing, day=date(2026, 11, 28))) == [("ask-if-open", "autumn", "2026-11")]
    longer = result("autumn", in_season(10, 12))
    assert steps(plan(longer, day=date(2026, 11, 28))) == [("ask-if-open", "autumn", "2026-12")]


@given(
    st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    st.lists(st.tuples(st.booleans(), st.integers(0, 4)), max_size=9),
)
def test_no_month_is_past_and_none_holds_more_than_two_things(
    day: date, kinds: list[tuple[bool, int]]
) -> None:
    items = {
        f"p{n}": programme(f"p{n}", advice=is_advice, steps=noted(*["Do it."] * own))
        for n, (is_advice, own) in enumerate(kinds)
    }
    wishes = PlanWishes(tuple(items))
    found = plan(*[result(name) for name in items], items=items, wishes=wishes, day=day)
    months = Counter(step.month for step in found.steps)
    assert len(found.steps) == sum(max(own, 1) for _, own in kinds)
    assert all(month is not None and month >= (day.year, day.month) for month in months)
    assert max(months.values(), default=0) <= 2
    applied = [step.month for step in found.steps if step.kind is StepKind.APPLY]
    assert len(applied) == len(set(applied))


def test_the_own_day_for_what_comes_round_every_year_moves_its_last_step() -> None:
    yearly = WindowRule(WindowKind.ROLLING, closing=UsualClosing(3, 31))
    items = {"tax": programme("tax", window=yearly, steps=noted("Claim it."))}
    window = WindowState(Window.ROLLING, closes=date(2027, 3, 31))
    wishes = PlanWishes(("tax",), dates={"tax": date(2027, 2, 15)})
    found = plan(result("tax", window), items=items, wishes=wishes)
    assert [(step.kind, step.day, step.own) for step in found.steps] == [
        (StepKind.DO, date(2027, 2, 15), True)
    ]


def test_what_has_to_be_done_soon_takes_its_month_before_what_can_wait() -> None:
    items = {
        "can-wait": programme("can-wait", steps=noted("Read it.", "Ask.")),
        "soon": programme("soon", steps=noted("Write.", "Sign.")),
    }
    offered = (result("can-wait", fit="0.90"), result("soon", until("2026-11-30"), fit="0.10"))
    found = steps(plan(*offered, items=items))
    assert found.count(("do", "soon", "2026-11")) == 2
    assert found.count(("do", "can-wait", "2026-12")) == 2


def test_no_month_is_planned_after_the_last_day() -> None:
    later = [result(f"a{n}") for n in range(3)]
    items = {"z": programme("z", steps=noted("Read it."))}
    found = plan(*later, result("z", until("2026-12-10"), fit="0.10"), items=items)
    assert [step.month for step in found.steps if step.programme == "z"] == [(2026, 11), None]
    crowd = [result(f"z{n}", until("2026-12-10")) for n in range(6)]
    many = {f"z{n}": programme(f"z{n}", steps=noted("Read it.")) for n in range(6)}
    months = {step.month for step in plan(*crowd, items=many).steps if step.month}
    assert months == {(2026, 11), (2026, 12)}
