"""What the person added to a plan is told in it: own days, and what stands against what was chosen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ccsdesk.domain.plan import ConflictKind, PlannedConflict, PlanStep, StepKind
from ccsdesk.report import PlanContent, compose
from ccsdesk.report.blocks import Figure
from ccsdesk.report.pictures import Timeline
from ccsdesk.report.steps import conflict_words
from ccsdesk.report.telling import Telling
from ccsdesk.report.timeline_chapter import timeline_chapter
from tests.support.block_text import document_text
from tests.support.plans import content

OWN = date(2027, 2, 10)


def told(plan: PlanContent) -> str:
    return document_text(compose(plan))


def test_an_own_day_is_told_in_the_timeline_and_at_the_programme() -> None:
    plan = content("en")
    step = PlanStep(StepKind.APPLY, "voucher", OWN, None, own=True)
    own = replace(plan.plan, steps=(step,), dates={"voucher": OWN})
    text = told(replace(plan, plan=own))
    assert text.count("By 10 February 2027 (your own day)") == len(("front", "programme", "table"))
    assert "To be done by" not in text
    assert "(your own day)" not in told(plan)


@pytest.mark.parametrize("kind", list(ConflictKind))
def test_every_conflict_names_what_it_is_about(kind: ConflictKind) -> None:
    conflict = PlannedConflict(kind, "voucher", "fair", day=OWN)
    said = conflict_words(Telling(content("en")), conflict)
    assert Telling(content("en")).programme("voucher") in said
    assert "{" not in said


def test_a_conflict_of_one_programme_alone_is_told() -> None:
    plan = content("en")
    late = PlannedConflict(ConflictKind.TOO_LATE, "voucher", day=date(2027, 3, 14))
    text = told(replace(plan, plan=replace(plan.plan, conflicts=(late,))))
    assert "is after the last day, 14 March 2027." in text


def test_the_picture_of_the_year_has_a_line_for_every_programme_of_its_table() -> None:
    telling = Telling(content("en"))
    blocks = timeline_chapter(telling)
    pictures = [block.picture for block in blocks if isinstance(block, Figure)]
    assert len(pictures) == 1
    assert isinstance(pictures[0], Timeline)
    named = {telling.programme(step.programme or "") for step in telling.plan.steps}
    assert telling.programme("point") in named
    assert named == {lane.name for lane in pictures[0].lanes}
