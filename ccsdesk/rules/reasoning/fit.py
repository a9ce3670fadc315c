"""How well a programme fits a firm: half for the stage, half for the needs it serves. Never part of a verdict."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from ccsdesk.domain.profile import NeedResult, StageResult
from ccsdesk.domain.programme import Measure, Programme
from ccsdesk.domain.verdict import FitParts
from ccsdesk.rules.reasoning.profile import two_decimals

HALF = Decimal("0.5")


def fit_parts(
    item: Programme | Measure,
    stage: StageResult | None,
    needs: Iterable[NeedResult],
    *,
    international: int | None,
    margin: int,
) -> FitParts:
    """Both halves before halving, each 0 to 1; None where the firm's stage or needs are not known yet."""
    return FitParts(_stage_part(item, stage, international, margin), _needs_part(item, needs))


def _stage_part(
    item: Programme | Measure, stage: StageResult | None, international: int | None, margin: int
) -> Decimal | None:
    abroad = item.international and (international or 0) >= 1
    if stage is None:
        return Decimal(1) if abroad else None
    if abroad or stage.effective in item.stages:
        return Decimal(1)
    near = stage.corrected_to is None and not stage.gated and stage.margin < margin
    if near and stage.runner_up in item.stages:
        return HALF
    return Decimal(0)


def _needs_part(item: Programme | Measure, needs: Iterable[NeedResult]) -> Decimal | None:
    total = served = Decimal(0)
    for need in needs:
        total += need.weight
        if need.id in item.needs:
            served += need.weight
    return served / total if total else None


def fit(parts: FitParts) -> Decimal | None:
    """The whole, 0 to 1 with two decimals; an unknown half counts nothing, two unknown halves give None."""
    if parts.stage is None and parts.needs is None:
        return None
    return two_decimals(HALF * (parts.stage or Decimal(0)) + HALF * (parts.needs or Decimal(0)))
