"""The exact step for those left open: it may settle an open verdict, and never turns one that is settled."""

from __future__ import annotations

from ccsdesk.rules.reasoning.atoms import NO, YES
from ccsdesk.rules.reasoning.bulk.bits import Bits, persons_in
from ccsdesk.rules.reasoning.bulk.columns import Batch, Columns
from ccsdesk.rules.reasoning.bulk.plan import Pause
from ccsdesk.rules.reasoning.circuit import Node
from ccsdesk.rules.reasoning.engine import Engine
from ccsdesk.rules.reasoning.exact import Condition
from ccsdesk.rules.reasoning.view import View

MOST_KNOWN = 1 << 17
"""Answers kept with what they came to, so that memory stays bounded however much people differ."""
OFTEN = 64
"""People after whom a run may be stopped: some of them take a millisecond each."""


class Settling:
    """Exact truths by the answers that can bear on a condition, each worked out once for all who gave them."""

    def __init__(self, engine: Engine, columns: Columns) -> None:
        self._engine = engine
        self._columns = columns
        self._known: dict[Node, dict[tuple[int, ...], int]] = {}
        self._count = 0

    def settle(self, condition: Condition, batch: Batch, bits: Bits, pause: Pause) -> Bits:
        """The bits with those that are open settled, where every completion of their answers agrees.

        `pause` is called now and then, and may raise to stop.
        """
        left = bits.open(batch.full)
        if not left:
            return bits
        names = tuple(
            name
            for name in self._engine.named(condition.reach)
            if len(self._columns.column(name).answers) > 1
        )
        codes = [batch.codes(name) for name in names]
        known = self._known.setdefault(condition.node, {})
        marks = {YES: bytearray(b"0" * batch.people), NO: bytearray(b"0" * batch.people)}
        for number, person in enumerate(persons_in(left, batch.people)):
            if not number % OFTEN:
                pause()
            key = tuple(column[person] for column in codes)
            truth = known.get(key)
            if truth is None:
                truth = condition.settled(self._view(names, key))
                self._keep(known, key, truth)
            if truth in marks:
                marks[truth][person] = ord("1")
        return Bits(
            bits.yes | int(bytes(marks[YES])[::-1], 2), bits.no | int(bytes(marks[NO])[::-1], 2)
        )

    def _keep(self, known: dict[tuple[int, ...], int], key: tuple[int, ...], truth: int) -> None:
        if self._count >= MOST_KNOWN:
            for one in self._known.values():
                one.clear()
            self._count = 0
        known[key] = truth
        self._count += 1

    def _view(self, names: tuple[str, ...], key: tuple[int, ...]) -> View:
        answers = {}
        for name, code in zip(names, key, strict=True):
            answer = self._columns.column(name).answers[code]
            if answer is not None:
                answers[name] = answer
        return View.of_answers(self._engine, answers)
