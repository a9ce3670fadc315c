"""What a person does to a plan: every change gives new wishes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ccsdesk.domain.answers import PlanWishes
from ccsdesk.domain.plan import Plan
from ccsdesk.services import wishes

DAY = date(2027, 2, 10)
PLAN = Plan(("a", "b", "c"), (), {}, (), (), by_person=False)
KEPT = PlanWishes(None, {"b": "call"}, {"c": DAY})


@pytest.mark.parametrize(
    ("name", "by", "order"),
    [("b", -1, "bac"), ("b", 1, "acb"), ("c", -2, "cab"), ("a", 9, "bca")],
)
def test_moving_makes_the_order_the_persons(name: str, by: int, order: str) -> None:
    assert wishes.moved(KEPT, PLAN, name, by) == replace(KEPT, chosen=tuple(order))


@pytest.mark.parametrize(("name", "by"), [("a", -1), ("c", 1), ("x", 1), ("b", 0)])
def test_what_cannot_move_changes_nothing(name: str, by: int) -> None:
    assert wishes.moved(KEPT, PLAN, name, by) is KEPT


def test_what_is_added_comes_last_or_where_it_was() -> None:
    assert wishes.added(KEPT, PLAN, "x") == replace(KEPT, chosen=("a", "b", "c", "x"))
    assert wishes.added(KEPT, PLAN, "x", at=1) == replace(KEPT, chosen=("a", "x", "b", "c"))
    assert wishes.added(KEPT, PLAN, "b") is KEPT


def test_what_is_removed_keeps_its_note_and_day() -> None:
    assert wishes.removed(KEPT, PLAN, "c") == replace(KEPT, chosen=("a", "b"))


def test_proposing_again_keeps_notes_and_days() -> None:
    assert wishes.proposed_again(replace(KEPT, chosen=("c",))) == KEPT


def test_notes_and_days_leave_the_proposal_as_it_is() -> None:
    noted = wishes.noted(KEPT, "a", "ask Eva")
    assert noted == PlanWishes(None, {"b": "call", "a": "ask Eva"}, {"c": DAY})
    assert wishes.noted(noted, "a", " \n") == KEPT
    dated = wishes.dated(KEPT, "a", DAY)
    assert dated == replace(KEPT, dates={"a": DAY, "c": DAY})
    assert wishes.dated(dated, "a", None) == KEPT
