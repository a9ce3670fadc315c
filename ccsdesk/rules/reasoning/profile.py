"""Capabilities, needs and SWOT of a firm, out of its answers and the catalogue's models."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from ccsdesk.domain.profile import CapabilityResult, NeedResult, SwotEntry
from ccsdesk.rules.catalogue.catalogue import CapabilityModel
from ccsdesk.rules.language.core import Rule
from ccsdesk.rules.reasoning.atoms import YES
from ccsdesk.rules.reasoning.engine import Engine
from ccsdesk.rules.reasoning.exact import Condition
from ccsdesk.rules.reasoning.sets import ChoiceSet, is_certain
from ccsdesk.rules.reasoning.view import View

CENT = Decimal("0.01")
POINTS_A_STEP = 25
LEAST_INDICATORS = 2


def two_decimals(value: Decimal) -> Decimal:
    """Rounded half up to two decimals."""
    return value.quantize(CENT, rounding=ROUND_HALF_UP)


class Profiling:
    """The catalogue's capability, need and SWOT models made runnable."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        catalogue = engine.catalogue
        self._needs = [(item, self._condition(item.rule)) for item in catalogue.needs_rules]
        self._swot = [(item, self._condition(item.rule)) for item in catalogue.swot]

    @property
    def conditions(self) -> list[Condition]:
        """Those that raise needs and make entries true."""
        needs = [condition for _, condition in self._needs]
        return needs + [condition for _, condition in self._swot]

    def _condition(self, rule: Rule) -> Condition:
        return Condition(self._engine, self._engine.node(rule.test, self._engine.plain))

    def capabilities(self, view: View, stage: str | None) -> tuple[CapabilityResult, ...]:
        """Scores of all capabilities against the targets of this stage."""
        return tuple(
            CapabilityResult(
                id=model.id,
                score=self._score(view, model),
                target=None if stage is None else model.targets.get(stage),
            )
            for model in self._engine.catalogue.capabilities
        )

    def _score(self, view: View, model: CapabilityModel) -> int | None:
        steps = list(self._steps(view, model).values())
        if len(steps) < LEAST_INDICATORS:
            return None
        mean = Decimal(sum(steps) * POINTS_A_STEP) / len(steps)
        return int(mean.quantize(Decimal(1), rounding=ROUND_HALF_UP))

    def _steps(self, view: View, model: CapabilityModel) -> dict[str, int]:
        """The numbers of the anchors chosen, counted from 0, of those indicators that are certain."""
        steps: dict[str, int] = {}
        for question in model.indicators:
            possible = view.of(question)
            if is_certain(possible) and isinstance(possible, ChoiceSet) and possible.mask:
                steps[question] = possible.mask.bit_length() - 1
        return steps

    def needs(
        self, view: View, given: frozenset[str], capabilities: Iterable[CapabilityResult]
    ) -> tuple[NeedResult, ...]:
        """Needs with a weight above zero, heaviest first, then in the catalogue's order."""
        weights: dict[str, Decimal] = {}
        grounds: dict[str, set[str]] = {}

        def raise_need(need: str, weight: Decimal, questions: Iterable[str]) -> None:
            if weight > 0:
                weights[need] = max(weights.get(need, Decimal(0)), weight)
                grounds.setdefault(need, set()).update(questions)

        for item, condition in self._needs:
            if condition.settled(view) == YES:
                raise_need(item.need, item.weight, condition.because(view, given))
        models = {model.id: model for model in self._engine.catalogue.capabilities}
        for capability in capabilities:
            gap = _gap(capability)
            model = models[capability.id]
            for need, weight in model.needs.items():
                raise_need(need, weight * gap, self._steps(view, model))
        order = list(self._engine.catalogue.needs)
        ranked = sorted(
            ((need, min(two_decimals(weight), Decimal(1))) for need, weight in weights.items()),
            key=lambda pair: (-pair[1], order.index(pair[0])),
        )
        return tuple(
            NeedResult(need, weight, self._in_order(grounds[need]))
            for need, weight in ranked
            if weight > 0
        )

    def swot(self, view: View, given: frozenset[str]) -> tuple[SwotEntry, ...]:
        """Entries the answers make true, heaviest first, with these answers; one that leans on none is no finding."""
        found = [
            (item, condition.because(view, given))
            for item, condition in self._swot
            if condition.settled(view) == YES
        ]
        return tuple(
            SwotEntry(item.id, item.side, item.text, because)
            for item, because in sorted(found, key=lambda pair: -pair[0].weight)
            if because
        )

    def _in_order(self, questions: set[str]) -> tuple[str, ...]:
        return tuple(question for question in self._engine.questions if question in questions)


def _gap(capability: CapabilityResult) -> Decimal:
    """How much of the stage's target is missing, 0 to 1; 0 where either is unknown."""
    if capability.score is None or not capability.target:
        return Decimal(0)
    return max(Decimal(0), Decimal(capability.target - capability.score) / capability.target)
