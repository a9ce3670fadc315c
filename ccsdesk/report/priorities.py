"""What to work on first: the widest gaps that something can help with, and what helps. Words only, no blocks."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ccsdesk.domain.verdict import Group
from ccsdesk.report.telling import Telling
from ccsdesk.rules.catalogue.catalogue import CapabilityModel

MOST = 3


@dataclass(frozen=True, slots=True)
class Priority:
    """Something worth working on, score and target where there are any, and names of what helps, best first."""

    name: str
    score: int | None
    target: int | None
    helps: tuple[str, ...]


def priorities(telling: Telling) -> list[Priority]:
    """At most three: capabilities by gap times weight, then needs no gap stands for, by weight."""
    found: list[Priority] = []
    covered: set[str] = set()
    for model, score, target in _gaps(telling):
        helps = _helps(telling, frozenset(model.needs))
        if helps:
            found.append(Priority(telling.pick(model.name), score, target, helps))
            covered |= set(model.needs)
    for need in sorted(telling.match.profile.needs, key=lambda need: (-need.weight, need.id)):
        helps = () if need.id in covered else _helps(telling, frozenset({need.id}))
        if helps:
            found.append(Priority(telling.need(need.id), None, None, helps))
    return found[:MOST]


def _gaps(telling: Telling) -> list[tuple[CapabilityModel, int, int]]:
    """Capabilities below their target with score and target, the largest gap times weight first."""
    models = {model.id: model for model in telling.catalogue.capabilities}
    weights = {need.id: need.weight for need in telling.match.profile.needs}

    def worth(gap: tuple[CapabilityModel, int, int]) -> Decimal:
        model, score, target = gap
        wanted = max((weights.get(need, Decimal(0)) for need in model.needs), default=Decimal(0))
        return (target - score) * model.weight * wanted

    gaps = [
        (models[result.id], result.score, result.target)
        for result in telling.match.profile.capabilities
        if result.id in models and result.score is not None and result.target is not None
    ]
    below = [gap for gap in gaps if gap[1] < gap[2]]
    return sorted(below, key=lambda gap: (-worth(gap), gap[0].id))


def _helps(telling: Telling, needs: frozenset[str]) -> tuple[str, ...]:
    """Programmes of the plan, then others within reach, then measures; those that do more than advise first."""
    programmes = telling.catalogue.programmes
    planned = [*telling.plan.chosen, *telling.plan.advice]
    reach = [
        result.id
        for group in (Group.APPLY_NOW, Group.OPENS_LATER)
        for result in telling.by_fit(group)
    ]
    serving = [
        key
        for key in (*planned, *reach)
        if key in programmes and needs & set(programmes[key].needs)
    ]
    serving.sort(key=lambda key: programmes[key].advice)
    names = [telling.programme(key) for key in serving]
    names += [telling.pick(m.name) for m in telling.measures() if needs & set(m.needs)]
    return tuple(dict.fromkeys(names))
