"""The life-cycle stage from points and gates, with runner-up, margin and evidence, and the overlays beside it.

The model is data and our own proposal; the stage never enters a verdict.
"""

from __future__ import annotations

from dataclasses import dataclass

from ccsdesk.domain.profile import StageResult
from ccsdesk.rules.catalogue.catalogue import Gate, QuestionPoints, StageModel
from ccsdesk.rules.reasoning.atoms import NO, OPEN, YES
from ccsdesk.rules.reasoning.circuit import Node
from ccsdesk.rules.reasoning.engine import Engine
from ccsdesk.rules.reasoning.exact import Condition
from ccsdesk.rules.reasoning.sets import ChoiceSet, PossibleSet
from ccsdesk.rules.reasoning.splitting import parts_of
from ccsdesk.rules.reasoning.view import View


@dataclass(frozen=True, slots=True)
class _Bounds:
    """Points by stage: those every value gives, and the most that some value gives."""

    least: dict[str, int]
    most: dict[str, int]


class Staging:
    """A stage model made runnable."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._model: StageModel = engine.catalogue.stages
        self._order = [stage.id for stage in self._model.stages]
        self._gates = [
            (gate, Condition(engine, engine.node(gate.rule.test, engine.plain)))
            for gate in self._model.gates
        ]
        self._points: list[tuple[QuestionPoints, list[Node]]] = [
            (points, [engine.node(line.test, engine.plain) for line in points.give])
            for points in self._model.points
        ]
        self._levels = {
            overlay.id: [
                (level.level, engine.node(level.rule.test, engine.plain))
                for level in overlay.levels
            ]
            for overlay in self._model.overlays.values()
        }
        gate_questions = [q for gate in self._model.gates for q in gate.rule.questions]
        self.questions = frozenset([points.question for points, _ in self._points] + gate_questions)

    def result(
        self, view: View, given: frozenset[str], *, corrected_to: str | None
    ) -> StageResult | None:
        """The stage, or None before any stage question is answered. `given`: questions with an answer that is used."""
        if not given & self.questions or not self._order:
            return None
        bounds = {
            points.question: self._bounds(view, points, nodes) for points, nodes in self._points
        }
        least = {stage: sum(item.least[stage] for item in bounds.values()) for stage in self._order}
        most = {stage: sum(item.most[stage] for item in bounds.values()) for stage in self._order}
        ranked = sorted(self._order, key=lambda stage: (-least[stage], self._order.index(stage)))
        gate, gates_settled = self._gate(view)
        top = ranked[0] if gate is None else gate[0].stage
        others = [stage for stage in ranked if stage != top]
        runner_up = others[0] if others and least[others[0]] > 0 else None
        margin = least[top] - (least[runner_up] if runner_up is not None else 0)
        ahead = gate is not None or all(
            self._stays_ahead(top, other, least, most) for other in others
        )
        if gate is not None:
            because = gate[1].because(view, given)
        else:
            because = tuple(
                question
                for question in self._engine.questions
                if question in given and question in bounds and bounds[question].least[top] > 0
            )
        return StageResult(
            id=top,
            runner_up=runner_up,
            margin=max(margin, 0),
            settled=ahead and gates_settled,
            corrected_to=corrected_to,
            because=because,
            points=least,
            gate=None if gate is None else gate[0].text,
            gated=gate is not None,
        )

    def _stays_ahead(
        self, top: str, other: str, least: dict[str, int], most: dict[str, int]
    ) -> bool:
        earlier = self._order.index(top) < self._order.index(other)
        return least[top] > most[other] or (earlier and least[top] == most[other])

    def _gate(self, view: View) -> tuple[tuple[Gate, Condition] | None, bool]:
        """The first gate that holds, and whether no gate before it (or, without one, none at all) is open."""
        clear = True
        for gate, condition in self._gates:
            truth = condition.settled(view)
            if truth == YES:
                return (gate, condition), clear
            clear = clear and truth == NO
        return None, clear

    def _bounds(self, view: View, points: QuestionPoints, nodes: list[Node]) -> _Bounds:
        question = points.question
        totals: list[dict[str, int]] = []
        for part in self._parts(view, question, nodes):
            child = view.child(question, part)
            total = dict.fromkeys(self._order, 0)
            for line, node in zip(points.give, nodes, strict=True):
                if node.run(child) == YES:
                    for stage, value in line.points.items():
                        total[stage] += value
            totals.append(total)
        return _Bounds(
            {stage: min(total[stage] for total in totals) for stage in self._order},
            {stage: max(total[stage] for total in totals) for stage in self._order},
        )

    def _parts(self, view: View, question: str, nodes: list[Node]) -> list[PossibleSet]:
        """What the question may be, split as far as the point lines can tell values apart."""
        about = self._engine.atoms_under(nodes)
        certain = view.child(question, view.of(question))
        return list(parts_of(self._engine, certain, question, about))

    def level(self, view: View, overlay: str) -> int | None:
        """The highest level of an overlay that holds; None while that is not known."""
        result: int | None = 0
        for level, node in self._levels.get(overlay, []):
            truth = node.run(view)
            if truth == YES:
                result = level
            elif truth == OPEN:
                return None
        return result

    def choice(self, view: View, overlay: str) -> str | None:
        """The option an overlay's question was answered with; None while it is not certain."""
        question = self._model.overlays[overlay].question
        if question is None:
            return None
        possible = view.of(question)
        if not isinstance(possible, ChoiceSet) or possible.na:
            return None
        for option, bit in self._engine.universes[question].bits.items():
            if possible.mask == bit:
                return option
        return None
