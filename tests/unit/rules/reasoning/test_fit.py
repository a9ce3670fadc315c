"""Fit: half for the stage, half for the needs, whatever verdict and window say."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from ccsdesk.domain.profile import NeedResult, StageResult
from ccsdesk.domain.programme import Measure, Programme
from ccsdesk.domain.verdict import FitParts
from ccsdesk.rules.reasoning.fit import fit, fit_parts
from tests.support.offers import measure, programme

STAGE = StageResult(
    id="growth",
    runner_up="survival",
    margin=1,
    settled=False,
    corrected_to=None,
    because=(),
    points={"growth": 4, "survival": 3},
)
NEEDS = (
    NeedResult("finance", Decimal("0.60"), ()),
    NeedResult("space", Decimal("0.30"), ()),
)


def stage_part(
    item: Programme | Measure, stage: StageResult | None, international: int | None = None
) -> Decimal | None:
    return fit_parts(item, stage, (), international=international, margin=2).stage


def needs_part(item: Programme | Measure, *needs: NeedResult) -> Decimal | None:
    return fit_parts(item, None, needs, international=None, margin=2).needs


def test_the_top_stage_served_counts_whole() -> None:
    assert stage_part(programme(stages=("growth",)), STAGE) == 1
    assert stage_part(measure(stages=("growth",)), STAGE) == 1


@pytest.mark.parametrize(("margin", "part"), [(0, "0.5"), (1, "0.5"), (2, "0"), (5, "0")])
def test_a_runner_up_served_counts_half_if_it_is_near(margin: int, part: str) -> None:
    found = stage_part(programme(stages=("survival",)), replace(STAGE, margin=margin))
    assert found == Decimal(part)


def test_a_runner_up_is_not_near_when_a_gate_or_the_person_decided() -> None:
    item = programme(stages=("survival",))
    assert stage_part(item, replace(STAGE, gated=True)) == 0
    assert stage_part(item, replace(STAGE, corrected_to="renewal")) == 0
    assert stage_part(item, replace(STAGE, runner_up=None)) == 0


def test_the_persons_own_stage_counts_as_the_top_one() -> None:
    corrected = replace(STAGE, corrected_to="idea")
    assert stage_part(programme(stages=("idea",)), corrected) == 1
    assert stage_part(programme(stages=("growth",)), corrected) == 0


def test_a_programme_abroad_serves_an_international_firm_at_any_stage() -> None:
    item = programme(stages=("idea",), international=True)
    assert stage_part(item, STAGE, international=1) == 1
    assert stage_part(item, STAGE, international=3) == 1
    assert stage_part(item, STAGE, international=0) == 0
    assert stage_part(item, STAGE) == 0
    assert stage_part(item, None, international=1) == 1
    assert stage_part(programme(stages=("idea",)), STAGE, international=3) == 0


def test_without_a_stage_its_half_is_not_known() -> None:
    assert stage_part(programme(stages=("growth",)), None) is None


def test_the_needs_half_is_the_share_of_weight_served() -> None:
    assert needs_part(programme(needs=("finance", "space")), *NEEDS) == 1
    assert needs_part(programme(needs=("finance", "skills")), *NEEDS) == Decimal("0.6") / Decimal(
        "0.9"
    )
    assert needs_part(programme(needs=("skills",)), *NEEDS) == 0
    assert needs_part(programme(needs=("finance",))) is None


@pytest.mark.parametrize(
    ("stage", "needs", "whole"),
    [
        ("1", "1", "1.00"),
        ("0.5", "0.44", "0.47"),
        ("1", None, "0.50"),
        (None, "0.25", "0.13"),  # 0.125, half up
        ("0", "0", "0.00"),
        (None, None, None),
    ],
)
def test_fit_is_the_mean_of_both_halves_an_unknown_one_counting_nothing(
    stage: str | None, needs: str | None, whole: str | None
) -> None:
    parts = FitParts(
        None if stage is None else Decimal(stage), None if needs is None else Decimal(needs)
    )
    found = fit(parts)
    assert (None if found is None else str(found)) == whole
