"""The stage of many people: points added as binary digits, a column a digit; gates by their exact truth.

Gives the same stage as `Staging.result` gives one person after the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ccsdesk.domain.answers import DontKnow
from ccsdesk.rules.reasoning.atoms import NO, OPEN, YES
from ccsdesk.rules.reasoning.bulk.bits import Bits, add, greater
from ccsdesk.rules.reasoning.bulk.columns import Batch
from ccsdesk.rules.reasoning.bulk.plan import Pause, Plan
from ccsdesk.rules.reasoning.bulk.settling import Settling
from ccsdesk.rules.reasoning.bulk.single import Pieces
from ccsdesk.rules.reasoning.circuit import Node
from ccsdesk.rules.reasoning.engine import Engine
from ccsdesk.rules.reasoning.exact import Condition
from ccsdesk.rules.reasoning.stage import Staging


class Stages:
    """A stage model for many people."""

    def __init__(self, engine: Engine, staging: Staging) -> None:
        self.engine = engine
        self.staging = staging
        self.questions = [name for name in engine.questions if name in staging.questions]
        self.asking = {
            name: Condition(engine, engine.asked[name])
            for name in self.questions
            if name in engine.asked
        }

    @property
    def nodes(self) -> list[Node]:
        """The conditions whose bits are needed."""
        if not self.staging.order:
            return []
        gates = [condition.node for _, condition in self.staging.gates]
        return gates + [condition.node for condition in self.asking.values()]

    def ready(self, plan: Plan, settling: Settling) -> ReadyStages:
        """The same for the answers of a plan."""
        return ReadyStages(self, plan, settling)


class ReadyStages:
    """A stage model for the answers of a plan, whose points are worked out once for each answer."""

    def __init__(self, stages: Stages, plan: Plan, settling: Settling) -> None:
        self._stages = stages
        self._plan = plan
        self._settling = settling
        self._giving: list[_Giving] = []
        giving = stages.staging.giving if stages.staging.order else ()
        for question in giving:
            self._giving.extend(_giving_of(stages, plan, question))

    def of(self, batch: Batch, done: Sequence[Bits], pause: Pause) -> dict[str | None, int]:
        """By stage the people who are there; None: who said nothing that it can be told from."""
        order = self._stages.staging.order
        if not order:
            return {None: batch.full}
        given = self._told(batch, done, pause)
        gated, left = self._gated(batch, done, pause)
        top = self._top(batch, done, order)
        found: dict[str | None, int] = {
            stage: given & (gated.get(stage, 0) | left & top[stage]) for stage in order
        }
        found[None] = batch.full ^ given
        return found

    def _told(self, batch: Batch, done: Sequence[Bits], pause: Pause) -> int:
        """Who has said something that the stage can be told from."""
        surely, perhaps = 0, []
        for name in self._stages.questions:
            answered = _answered(self._plan, batch, name)
            asking = self._stages.asking.get(name)
            if asking is None:
                surely |= answered
            else:
                asked = done[self._plan.place(asking.node)]
                surely |= answered & asked.yes
                perhaps.append((answered, asking, asked))
        for answered, asking, asked in perhaps:
            # settling takes long: only those are settled of whom nothing else is known
            left = answered & asked.open(batch.full) & ~surely
            if left:
                settled = self._settling.settle(
                    asking, batch, _only(asked, left, batch.full), pause
                )
                surely |= left & ~settled.no
        return surely

    def _gated(
        self, batch: Batch, done: Sequence[Bits], pause: Pause
    ) -> tuple[dict[str, int], int]:
        """By stage who is there because of a gate, and who is there for none."""
        stages: dict[str, int] = {}
        left = batch.full
        for stage, condition in self._stages.staging.gates:
            bits = _only(done[self._plan.place(condition.node)], left, batch.full)
            found = self._settling.settle(condition, batch, bits, pause).yes & left
            stages[stage] = stages.get(stage, 0) | found
            left &= ~found
        return stages, left

    def _top(self, batch: Batch, done: Sequence[Bits], order: Sequence[str]) -> dict[str, int]:
        """By stage the people to whom it gives most points, the first one of several."""
        sums: dict[str, list[int]] = {stage: [] for stage in order}
        for giving in self._giving:
            masks = giving.masks(batch, done)
            for stage in order:
                sums[stage] = add(sums[stage], _digits(masks, giving.points[stage]))
        most = sums[order[0]]
        top = {order[0]: batch.full}
        for stage in order[1:]:
            ahead = greater(sums[stage], most)
            width = max(len(sums[stage]), len(most))
            most = [
                _digit(sums[stage], place) & ahead | _digit(most, place) & ~ahead
                for place in range(width)
            ]
            top = {before: bits & ~ahead for before, bits in top.items()}
            top[stage] = ahead
        return top


@dataclass(frozen=True, slots=True)
class _Giving:
    """The points of a question, by stage for each of its pieces, for one way of being asked."""

    pieces: Pieces
    asked: tuple[int, int] | None
    """Where it stands whether the question is asked, and the truth of that; None: it always is."""
    points: Mapping[str, Sequence[int]]

    def masks(self, batch: Batch, done: Sequence[Bits]) -> Sequence[int]:
        """The bits of those who have each piece and are asked in this way."""
        masks = self.pieces.masks(batch)
        if self.asked is None:
            return masks
        place, truth = self.asked
        bits = done[place]
        now = {YES: bits.yes, NO: bits.no, OPEN: bits.open(batch.full)}[truth]
        return [mask & now for mask in masks]


def _giving_of(stages: Stages, plan: Plan, question: str) -> list[_Giving]:
    """What a question gives, nothing less than zero: what all people are given besides makes no difference."""
    possible, staging = plan.possible, stages.staging
    ways = possible.ways_of_asking(question)
    node = stages.engine.asked.get(question)
    answers = range(len(possible.raw(question)))
    found = {
        asked: [
            staging.certain_points(question, possible.of(question, code, asked)) for code in answers
        ]
        for asked in ways
    }
    least = min(min(points.values()) for each in found.values() for points in each)
    result = []
    for asked, each in found.items():
        numbers: dict[tuple[int, ...], int] = {}
        table = [
            numbers.setdefault(
                tuple(points[stage] - least for stage in staging.order), len(numbers)
            )
            for points in each
        ]
        by_stage = {
            stage: [key[place] for key in numbers] for place, stage in enumerate(staging.order)
        }
        pieces = Pieces(question, table, len(numbers))
        result.append(
            _Giving(pieces, None if node is None else (plan.place(node), asked), by_stage)
        )
    return result


def _digits(masks: Sequence[int], points: Sequence[int]) -> list[int]:
    """The binary digits of the points that people are given who have these answers."""
    digits = [0] * max(points).bit_length()
    for mask, number in zip(masks, points, strict=True):
        for place in range(len(digits)):
            if number >> place & 1:
                digits[place] |= mask
    return digits


def _digit(number: Sequence[int], place: int) -> int:
    return number[place] if place < len(number) else 0


def _only(bits: Bits, those: int, full: int) -> Bits:
    """The bits, nothing being open but for those people."""
    return Bits(bits.yes, bits.no | (bits.open(full) & ~those))


def _answered(plan: Plan, batch: Batch, question: str) -> int:
    """Who gave an answer that says something."""
    says = [
        int(answer is not None and not isinstance(answer, DontKnow))
        for answer in plan.possible.columns.column(question).answers
    ]
    return Pieces(question, says, 2).masks(batch)[1]
