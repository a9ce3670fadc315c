"""The life-cycle stage from points and gates, with runner-up, margin and evidence, and the overlays beside it.

The model is data and our own proposal; the stage never enters a verdict.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from ccsdesk.domain.profile import StageResult
from ccsdesk.rules.catalogue.catalogue import Gate, StageModel
from ccsdesk.rules.language.core import Rule
from ccsdesk.rules.reasoning.atoms import NO, OPEN, YES
from ccsdesk.rules.reasoning.circuit import Node
from ccsdesk.rules.reasoning.engine import Engine
from ccsdesk.rules.reasoning.exact import Condition
from ccsdesk.rules.reasoning.sets import ChoiceSet, PossibleSet, SelectionSet
from ccsdesk.rules.reasoning.splitting import MOST_PARTS, Assumed, parts_of
from ccsdesk.rules.reasoning.view import View

Lines: TypeAlias = "list[tuple[Node, Mapping[str, int]]]"
"""Point lines of one question: the circuit and the points it gives."""
Gains: TypeAlias = "list[list[tuple[int, Mapping[str, int]]]]"
"""For each part of what a question may be, the lines that hold or may hold, with their truth."""


@dataclass(frozen=True, slots=True)
class _Answered:
    """The truths of a view with one question asked and set, whatever decides whether it is asked."""

    engine: Engine
    facts: Assumed

    def truth(self, atom: int) -> int:
        """The truth of a test, which looks at this question alone."""
        return self.engine.atoms[atom].run(self.facts)


class _Alone(View):
    """Questions of which is known what they are, whatever decides whether they are asked."""

    __slots__ = ()

    def of(self, question: str) -> PossibleSet:
        """What the question may be."""
        return self.raw(question)


class Staging:
    """A stage model made runnable."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._model: StageModel = engine.catalogue.stages
        self._order = [stage.id for stage in self._model.stages]
        self._gates = [(gate, self._condition(gate.rule)) for gate in self._model.gates]
        self._points: dict[str, Lines] = {
            points.question: [
                (engine.node(line.test, engine.plain), line.points) for line in points.give
            ]
            for points in self._model.points
        }
        self._levels = {
            overlay.id: [(level.level, self._condition(level.rule)) for level in overlay.levels]
            for overlay in self._model.overlays.values()
        }
        gate_questions = [q for gate in self._model.gates for q in gate.rule.questions]
        self.questions = frozenset([*self._points, *gate_questions])

    @property
    def order(self) -> tuple[str, ...]:
        """The stages, the first one first; of those with as many points the first is the top one."""
        return tuple(self._order)

    @property
    def gates(self) -> tuple[tuple[str, Condition], ...]:
        """The gates in order: the stage that each leads to, and its condition."""
        return tuple((gate.stage, condition) for gate, condition in self._gates)

    @property
    def giving(self) -> tuple[str, ...]:
        """The questions that give points."""
        return tuple(self._points)

    def certain_points(self, question: str, possible: PossibleSet) -> Mapping[str, int]:
        """The points that every value gives that a question may be, by stage; whether it is asked is known."""
        alone = _Alone(self._engine, {question: possible}, None, 0)
        return self._shared(self._gains(alone, question))

    @property
    def conditions(self) -> list[Condition]:
        """Those of the gates and of the levels."""
        levels = [condition for level in self._levels.values() for _, condition in level]
        return [condition for _, condition in self._gates] + levels

    def _condition(self, rule: Rule) -> Condition:
        return Condition(self._engine, self._engine.node(rule.test, self._engine.plain))

    def result(
        self, view: View, given: frozenset[str], *, corrected_to: str | None
    ) -> StageResult | None:
        """The stage, or None before any stage question is answered. `given`: questions with an answer that is used."""
        if not given & self.questions or not self._order:
            return None
        gains = {question: self._gains(view, question) for question in self._points}
        shared = {question: self._shared(gains[question]) for question in gains}
        points = {stage: sum(item[stage] for item in shared.values()) for stage in self._order}
        ranked = sorted(self._order, key=lambda stage: (-points[stage], self._order.index(stage)))
        gate, perhaps = self._gate(view)
        top = ranked[0] if gate is None else gate[0].stage
        others = [stage for stage in ranked if stage != top]
        runner_up = others[0] if others and points[others[0]] > 0 else None
        margin = points[top] - (points[runner_up] if runner_up is not None else 0)
        ahead = gate is not None or all(self._stays_ahead(gains, top, other) for other in others)
        return StageResult(
            id=top,
            runner_up=runner_up,
            margin=max(margin, 0),
            settled=ahead and perhaps <= {top},
            corrected_to=corrected_to,
            because=self._because(shared, given) if gate is None else gate[1].because(view, given),
            points=points,
            gate=None if gate is None else gate[0].text,
            gated=gate is not None,
        )

    def _because(
        self, shared: Mapping[str, Mapping[str, int]], given: frozenset[str]
    ) -> tuple[str, ...]:
        """The answers that give any stage points: those for another stage count against this one."""
        return tuple(
            question
            for question in self._engine.questions
            if question in given and question in shared and any(shared[question].values())
        )

    def _gate(self, view: View) -> tuple[tuple[Gate, Condition] | None, set[str]]:
        """The first gate that holds, and the stages of the gates before it that may hold."""
        perhaps: set[str] = set()
        for gate, condition in self._gates:
            truth = condition.settled(view)
            if truth == YES:
                return (gate, condition), perhaps
            if truth == OPEN:
                perhaps.add(gate.stage)
        return None, perhaps

    def _gains(self, view: View, question: str) -> Gains:
        lines = self._points[question]
        gains: Gains = []
        for part in self._parts(view, question, [node for node, _ in lines]):
            answered = _Answered(self._engine, Assumed(view, question, part))
            truths = [(node.run(answered), points) for node, points in lines]
            gains.append([(truth, points) for truth, points in truths if truth != NO])
        return gains

    def _parts(self, view: View, question: str, nodes: list[Node]) -> list[PossibleSet]:
        """What a question may be, as far as its lines tell it apart; a selection is split again and again."""
        about = self._engine.atoms_under(nodes)
        done: list[PossibleSet] = []
        todo = [view.of(question)]
        while todo:
            part = todo.pop()
            pieces = parts_of(self._engine, view.child(question, part), question, about)
            if not isinstance(part, SelectionSet):
                done.extend(pieces)
            elif len(pieces) == 1 or len(todo) + len(done) > MOST_PARTS:
                done.append(part)
            else:
                todo.extend(pieces)
        return done

    def _shared(self, gains: Gains) -> dict[str, int]:
        """The points that every value gives."""
        return {stage: self._least(gains, {stage: 1}) for stage in self._order}

    def _least(self, gains: Gains, signs: Mapping[str, int]) -> int:
        """The least that some value gives, the points of each stage taken so many times; others not at all."""
        totals: list[int] = []
        for part in gains:
            total = 0
            for truth, points in part:
                value = sum(points.get(stage, 0) * sign for stage, sign in signs.items())
                total += value if truth == YES else min(value, 0)
            totals.append(total)
        return min(totals)

    def _stays_ahead(self, gains: Mapping[str, Gains], top: str, other: str) -> bool:
        """Whether the top stage has the most points whatever the open questions turn out to be."""
        ahead = sum(self._least(item, {top: 1, other: -1}) for item in gains.values())
        earlier = self._order.index(top) < self._order.index(other)
        return ahead > 0 or (earlier and ahead == 0)

    def level(self, view: View, overlay: str) -> int | None:
        """The highest level of an overlay that holds, 0 without one; None while that is not known."""
        for level, condition in reversed(self._levels.get(overlay, [])):
            truth = condition.settled(view)
            if truth != NO:
                return level if truth == YES else None
        return 0

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
