"""Conditions as steps over columns of bits: each single test and each group once, however many programmes share it.

A step gives what `Node.run` gives one person in a view, for all people of a batch: where it is surely yes, surely no.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias, assert_never

from ccsdesk.rules.reasoning.atoms import NO, YES
from ccsdesk.rules.reasoning.bulk.bits import Bits, at_least
from ccsdesk.rules.reasoning.bulk.columns import Batch, Columns
from ccsdesk.rules.reasoning.bulk.possible import Possible
from ccsdesk.rules.reasoning.bulk.single import Joint, Masks, Pieces, Single, pieces_of, single
from ccsdesk.rules.reasoning.circuit import Counted, Every, Fixed, Leaf, Node, Opposite, Some
from ccsdesk.rules.reasoning.engine import Atom, Engine

Step: TypeAlias = "Single | Joint | Group"
Group: TypeAlias = "Callable[[Sequence[Bits], int], Bits]"
Pause: TypeAlias = Callable[[], None]
OFTEN = 256
"""Steps after which a run may be stopped."""


class Plan:
    """The steps that lead to some conditions, for the answers of some columns."""

    def __init__(self, engine: Engine, columns: Columns, nodes: Iterable[Node]) -> None:
        self.possible = Possible(engine, columns)
        self._engine = engine
        self._places: dict[Node, int] = {}
        self._steps: list[Step | None] = []
        self._alone: dict[str, list[tuple[int, Atom]]] = {}
        for node in nodes:
            self._place(node)
        for question, tests in self._alone.items():
            self._make_single(question, tests)

    def place(self, node: Node) -> int:
        """Where a condition's bits stand after a run; KeyError for one that was not asked for."""
        return self._places[node]

    def run(self, batch: Batch, pause: Pause = lambda: None) -> list[Bits]:
        """The bits of every step. `pause` is called now and then, and may raise to stop."""
        masks: dict[int, Masks] = {}
        done: list[Bits] = []
        for step in self._steps:
            if not len(done) % OFTEN:
                pause()
            match step:
                case Single():
                    done.append(step.bits(_masks(masks, step.pieces, batch), done, batch.full))
                case Joint():
                    done.append(step.bits(batch, done))
                case None:
                    message = "a step was not made"
                    raise RuntimeError(message)
                case _:
                    done.append(step(done, batch.full))
        return done

    def _place(self, node: Node) -> int:
        known = self._places.get(node)
        if known is None:
            step = self._step(node)
            known = self._places[node] = len(self._steps)
            self._steps.append(step)
            if step is None and isinstance(node, Leaf):
                atom = self._engine.atoms[node.atom]
                self._alone.setdefault(atom.questions[0], []).append((known, atom))
        return known

    def _step(self, node: Node) -> Step | None:
        """What to do for a node, once what it hangs on is done; None for a test of one question, made later."""
        match node:
            case Fixed(value):
                return _fixed(value)
            case Leaf(number):
                return self._leaf(self._engine.atoms[number])
            case Opposite(item):
                return _opposite(self._place(item))
            case Every(items):
                return _every([self._place(item) for item in items])
            case Some(items):
                return _some([self._place(item) for item in items])
            case Counted(items, low, high):
                return _counted([self._place(item) for item in items], low, high)
            case _:
                assert_never(node)

    def _leaf(self, atom: Atom) -> Step | None:
        if not atom.questions:
            return _fixed(self.possible.truth(atom, (), ()))
        hidden = tuple(self._hidden(question) for question in atom.questions)
        return None if len(hidden) == 1 else Joint(atom, hidden, self.possible)

    def _hidden(self, question: str) -> int | None:
        """Where it stands whether a question is asked; None for one that always is."""
        asked = self._engine.asked.get(question)
        return None if asked is None else self._place(asked)

    def _make_single(self, question: str, tests: list[tuple[int, Atom]]) -> None:
        """The tests of one question, all at once: they say which answers need not be told apart."""
        possible, hidden = self.possible, self._hidden(question)
        ways = possible.ways_of_asking(question)
        truths = [[possible.truths(atom, asked) for asked in ways] for _, atom in tests]
        telling = [test[-2:] if len(ways) > 1 else test for test in truths]
        first = 0
        for pieces, many in pieces_of(possible, question, telling):
            for (place, _), found in zip(
                tests[first : first + many], truths[first : first + many], strict=True
            ):
                self._steps[place] = single(pieces, found, hidden)
            first += many


def _masks(known: dict[int, Masks], pieces: Pieces, batch: Batch) -> Masks:
    found = known.get(id(pieces))
    if found is None:
        found = known[id(pieces)] = pieces.masks(batch)
    return found


def _fixed(value: int) -> Group:
    return lambda _done, full: Bits(full if value == YES else 0, full if value == NO else 0)


def _opposite(item: int) -> Group:
    return lambda done, _full: Bits(done[item].no, done[item].yes)


def _every(items: Sequence[int]) -> Group:
    def run(done: Sequence[Bits], full: int) -> Bits:
        yes, no = full, 0
        for item in items:
            its_yes, its_no = done[item]
            yes &= its_yes
            no |= its_no
        return Bits(yes, no)

    return run


def _some(items: Sequence[int]) -> Group:
    def run(done: Sequence[Bits], full: int) -> Bits:
        yes, no = 0, full
        for item in items:
            its_yes, its_no = done[item]
            yes |= its_yes
            no &= its_no
        return Bits(yes, no)

    return run


def _counted(items: Sequence[int], low: int, high: int | None) -> Group:
    """As `count_truth`: surely so many are yes, and perhaps so many are not no."""
    top = len(items) if high is None else high

    def run(done: Sequence[Bits], full: int) -> Bits:
        if low > top:
            return Bits(0, full)
        surely = [done[item].yes for item in items]
        perhaps = [full ^ done[item].no for item in items]
        too_many = at_least(surely, top + 1, full)
        no = too_many | (full ^ at_least(perhaps, low, full))
        yes = at_least(surely, low, full) & (full ^ at_least(perhaps, top + 1, full))
        return Bits(yes & (full ^ no), no)

    return run
