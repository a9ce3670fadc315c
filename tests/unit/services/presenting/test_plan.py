"""The page of the plan in words: cards in order, what could be added, what stands against it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ccsdesk.domain.plan import ConflictKind, Plan, PlannedConflict, PlanStep, StepKind
from ccsdesk.domain.programme import UsualClosing
from ccsdesk.domain.verdict import Expected, Reason, Shelf, Truth, Window, WindowState
from ccsdesk.report.voice import Voice
from ccsdesk.services.presenting.plan import PlanView, plan_view
from ccsdesk.services.presenting.rows import matched_groups
from ccsdesk.text import Words
from tests.support.plans import content

DAY = date(2027, 2, 10)
UNSAID = Reason("all", Truth.YES, {}, ())


def view(plan: Plan | None = None, language: str = "en") -> PlanView:
    made = content(language)
    voice = Voice(made.catalogue, Words(language, first="sl"), given=made.answers)
    groups = matched_groups(voice, made.match, lambda _: UNSAID)
    return plan_view(voice, made.match, plan or made.plan, groups)


def with_plan(**changes: object) -> PlanView:
    return view(replace(content("en").plan, **changes))  # type: ignore[arg-type]


def test_the_cards_stand_in_the_order_of_the_plan() -> None:
    found = with_plan(chosen=("fair", "voucher"))
    assert [item.id for item in found.items] == ["fair", "voucher"]
    fair = found.items[0]
    assert (fair.name, fair.state, fair.state_word) == (
        "Bologna fair",
        Shelf.OPENS_LATER,
        "Opens later",
    )
    assert fair.when == "Usually opens in February (likely); not announced yet."


def test_a_card_says_of_what_is_usually_open_now_that_it_is() -> None:
    made = content("en")
    expected = Expected(10, "medium", UsualClosing(11), in_season=True)
    season = WindowState(Window.LATER, expected=expected)
    programmes = tuple(
        replace(one, window=season) if one.id == "fair" else one for one in made.match.programmes
    )
    plan = replace(made.plan, chosen=("fair",))
    voice = Voice(made.catalogue, Words("en"), given=made.answers)
    (fair,) = plan_view(voice, replace(made.match, programmes=programmes), plan, ()).items
    assert (fair.state, fair.state_word) == (
        Shelf.OPENS_LATER,
        "Usually open at this time of the year",
    )


def test_a_card_holds_its_own_steps_note_and_day() -> None:
    step = PlanStep(StepKind.APPLY, "voucher", DAY, None, own=True)
    found = with_plan(steps=(step,), notes={"voucher": "Ask Eva"}, dates={"voucher": DAY})
    (voucher, fair) = found.items
    assert (voucher.note, voucher.own_day, voucher.own_day_words) == (
        "Ask Eva",
        DAY,
        "10 February 2027",
    )
    assert [(line.when, line.own) for line in voucher.steps] == [
        ("By 10 February 2027 (your own day)", True)
    ]
    assert (fair.note, fair.own_day, fair.steps) == ("", None, ())
    assert found.timeline[0].programme == voucher.name


def test_a_card_says_which_needs_it_serves() -> None:
    voucher = with_plan(chosen=("voucher",)).items[0]
    assert voucher.why.startswith("It serves what you need: ")
    profile = replace(content("en").match.profile, needs=())
    made = content("en")
    voice = Voice(made.catalogue, Words("en"), given=made.answers)
    found = plan_view(voice, replace(made.match, profile=profile), made.plan, ())
    assert found.items[0].why == ""


def test_what_the_person_added_says_so_and_whose_choice_the_plan_is() -> None:
    changed = with_plan(chosen=("voucher", "step"), proposed=("voucher",), by_person=True)
    assert [item.why.startswith("You added this yourself.") for item in changed.items] == [
        False,
        True,
    ]
    assert changed.lead == "The proposal of CCS Desk, with your changes."
    own = with_plan(chosen=("step",), proposed=("voucher",), by_person=True)
    assert own.lead == "You chose these yourself, in this order."
    assert view().lead.startswith("A proposal")


def test_an_advice_point_is_not_applied_for() -> None:
    (point,) = with_plan(chosen=("point",)).items
    assert (point.state, point.state_word) == (None, "Advice")


def test_what_is_closed_says_so_and_is_not_offered() -> None:
    found = with_plan(chosen=("closed",))
    assert found.items[0].state_word == "Closed"
    assert "closed" not in offered(view())


def offered(found: PlanView) -> list[str]:
    return [row.id for group in found.offers for row in group.rows]


def test_what_can_be_added_comes_group_after_group_and_is_not_chosen_yet() -> None:
    assert offered(view()) == ["point", "later", "step", "unclear"]
    assert offered(with_plan(chosen=("step", "later"))) == ["voucher", "point", "fair", "unclear"]
    assert [row.id for row in view().advice] == ["point"]


def test_measures_are_no_part_of_a_plan() -> None:
    assert "lur-a1" not in offered(view())


def test_a_conflict_stands_at_both_cards_and_once_in_all() -> None:
    found = view()
    assert [len(item.conflicts) for item in found.items] == [1, 1]
    (line,) = found.conflicts
    assert line.note == "The same invoice."
    assert (line.adds, line.adds_name) == (None, "")


def test_a_missing_requirement_can_be_added() -> None:
    missing = PlannedConflict(ConflictKind.REQUIRES, "voucher", "later")
    (line,) = with_plan(conflicts=(missing,)).conflicts
    assert (line.adds, line.adds_name) == ("later", "Scholarship")


def test_an_empty_plan_still_has_advice() -> None:
    found = with_plan(chosen=(), steps=(), conflicts=(), by_person=True)
    assert (found.items, found.timeline, found.by_person) == ((), (), True)
    assert found.advice
