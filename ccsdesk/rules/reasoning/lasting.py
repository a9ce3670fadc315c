"""For how long an open condition stays open, or one that only the exact step settles stays settled.

Both lean on single answers that are followed through time: one that fails the condition, or those at which a test
could begin to turn. Where none can be found that surely lasts, it is the next day's turn.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ccsdesk.rules.language.core import Compare, Constant, Relation, Test, Value
from ccsdesk.rules.reasoning.ahead import Ahead, looks_at_time
from ccsdesk.rules.reasoning.atoms import NO, OPEN
from ccsdesk.rules.reasoning.circuit import atoms_in
from ccsdesk.rules.reasoning.engine import Atom
from ccsdesk.rules.reasoning.sets import (
    CellSet,
    Number,
    OrderedSet,
    PossibleSet,
    TableSet,
    moves,
)
from ccsdesk.rules.reasoning.splitting import Assumed
from ccsdesk.rules.reasoning.stretches import Stretch
from ccsdesk.rules.reasoning.view import View


def latest(first: int, last: int, holds: Callable[[int], bool]) -> int:
    """The last day up to which something holds that, once it does not, holds no more; `first` if it never does."""
    if first == last or holds(last):
        return last
    low, high = first, last
    while high - low > 1:
        middle = (low + high) // 2
        if holds(middle):
            low = middle
        else:
            high = middle
    return low


@dataclass(frozen=True, slots=True)
class _Raw:
    """The facts of a view as if all questions were asked."""

    view: View

    def of(self, question: str) -> PossibleSet:
        """What the question may be, were it asked."""
        return self.view.raw(question)

    def cell(self, column: str) -> CellSet:
        """There is no record here."""
        return self.view.cell(column)


@dataclass(frozen=True, slots=True)
class Witness:
    """Answers within those of a view that fail the condition, whatever else; `found` is a view below it."""

    ahead: Ahead
    stretch: Stretch
    view: View
    found: View

    def lasts(self, day: int) -> int:
        """The last day of which it is sure that these answers are possible and fail the condition."""
        own = self.found.differs_from(self.view)
        if any(_may_leave(self.ahead, question) for question in own):
            return day
        last = self.stretch.last
        for atom in self.found.assumed:
            last = min(last, _open_until(self.ahead, self.stretch, day, atom))
        node = self.ahead.clockwork.node

        def fails(until: int) -> bool:
            over = self.ahead.on(self.stretch, day, until)
            return node.run(over.taken(own, self.found.assumed)) == NO

        return latest(day, last, fails)


def _may_leave(ahead: Ahead, question: str) -> bool:
    """Whether a value that the question may be today may be impossible later, because the first one moves."""
    item = ahead.engine.catalogue.dictionary.questions[question]
    return question in ahead.loose and moves(item) and item.minimum is None


def _open_until(ahead: Ahead, stretch: Stretch, day: int, atom: int) -> int:
    """The last day up to which a test that is open today surely may turn out either way."""
    if atom >= len(ahead.engine.atoms):
        return day
    item = ahead.engine.atoms[atom]
    if not ahead.moves(item):
        return stretch.last

    def is_open(at: int) -> bool:
        view = ahead.on(stretch, at, at)
        return view.engine.atoms[atom].run(_Raw(view)) == OPEN

    if _is_unknown_table(ahead.view, item.questions):
        # days that a record may have, and the ends of the window it must lie in, only move on: no gap in between
        return latest(day, stretch.last, is_open)
    return next(
        (at - 1 for at in range(day + 1, stretch.last + 1) if not is_open(at)), stretch.last
    )


def _is_unknown_table(view: View, questions: tuple[str, ...]) -> bool:
    possible = view.raw(questions[0])
    return len(questions) == 1 and isinstance(possible, TableSet) and possible.rows is None


# -- settled by the exact step alone -----------------------------------------------------------------------------------


def calm_until(ahead: Ahead, stretch: Stretch, day: int, view: View) -> int:
    """The last day up to which a condition that is open at first sight surely comes to the same.

    That is so while no decided test turns, and none of the open ones at an end of what its question may be nor where
    another test about it turns: then the values fall into the same parts.
    """
    points: list[tuple[int, str, tuple[Number, ...]]] = []
    until = stretch.last
    for question, about in _open_tests(ahead, view).items():
        found = _points(ahead, view, question, about)
        if found is None:
            return day
        if isinstance(view.raw(question), TableSet):
            movers = [atom.number for atom in about if ahead.moves(atom)]
            until = min([until, *(_open_until(ahead, stretch, day, atom) for atom in movers)])
            continue
        points.extend((atom.number, question, found) for atom in about if ahead.moves(atom))
    decided = {
        atom.number: truth
        for atom in ahead.moving_tests(view.engine)
        if (truth := atom.run(_Raw(view))) != OPEN
    }

    def calm(last: int) -> bool:
        over = ahead.on(stretch, day, last)
        atoms, facts = over.engine.atoms, _Raw(over)
        if any(atoms[number].run(facts) != truth for number, truth in decided.items()):
            return False
        return all(
            _turns_nowhere(atoms[number], question, found, over=over, view=view)
            for number, question, found in points
        )

    return latest(day, until, calm)


def _open_tests(ahead: Ahead, view: View) -> dict[str, list[Atom]]:
    """The open tests that the condition hangs on, those that decide what is asked included, by question."""
    engine = view.engine
    waiting = list(dict.fromkeys(atoms_in(ahead.clockwork.node.rest(view))))
    seen, found = set(waiting), dict[str, list[Atom]]()
    while waiting:
        atom = engine.atoms[waiting.pop()]
        for question in atom.questions:
            found.setdefault(question, []).append(atom)
            node = engine.asked.get(question)
            fresh = set() if node is None else set(atoms_in(node.rest(view))) - seen
            seen |= fresh
            waiting.extend(sorted(fresh))
    return found


def _points(
    ahead: Ahead, view: View, question: str, about: list[Atom]
) -> tuple[Number, ...] | None:
    """Where other tests about a question turn; None where its tests are too entangled to follow.

    To be followed they look at this question alone, and those that hang on the day measure it in one way.
    """
    movers = [atom for atom in about if ahead.moves(atom)]
    if not movers:
        return ()
    possible = view.raw(question)
    if any(len(atom.questions) > 1 for atom in about) or _may_leave(ahead, question):
        return None
    if isinstance(possible, TableSet):
        return ()
    if not isinstance(possible, OrderedSet):
        return None
    timely = [atom for atom in movers if looks_at_time(atom.test)]
    if len({_measured(atom.test) for atom in timely}) > 1 or not all(atom.tight for atom in about):
        return None
    if any(_measured(atom.test) is None for atom in timely):
        return None
    still = [atom for atom in about if atom not in timely]
    low, high = possible.spans[0][0], possible.spans[-1][1]
    found: list[Number] = []
    for atom in still:
        turn = _turn(view, atom, question, (low, high, possible.step))
        found.extend(() if turn is None else (turn - possible.step, turn))
    return tuple(found)


def _measured(test: Test) -> Value | None:
    """What of a question a test compares with a fixed number or day; None for other tests."""
    match test:
        case Compare(relation, measured, Constant()) | Compare(relation, Constant(), measured):
            return None if relation is Relation.EQUAL else measured
        case _:
            return None


def _turn(
    view: View, atom: Atom, question: str, span: tuple[Number, Number, Number]
) -> Number | None:
    """The first value of a span at which a test turns that does so once; None if it does not."""
    low, high, step = span

    def truth(value: Number) -> int:
        return atom.run(Assumed(view, question, OrderedSet(((value, value),), step, na=False)))

    first = truth(low)
    if truth(high) == first:
        return None
    steps = latest(0, int((high - low) / step), lambda count: truth(low + step * count) == first)
    return low + step * (steps + 1)


def _turns_nowhere(
    atom: Atom, question: str, points: tuple[Number, ...], *, over: View, view: View
) -> bool:
    """Whether a test stands, on all days of `over`, as today at the ends of its question and at these points."""
    possible, today = over.raw(question), view.raw(question)
    if not isinstance(possible, OrderedSet) or not isinstance(today, OrderedSet):
        return False
    step = possible.step
    then = view.engine.atoms[atom.number]
    for (low, high), (low_then, high_then) in zip(possible.spans, today.spans, strict=True):
        for ends, at in (
            ((min(low, low_then), low_then), low_then),
            ((high_then, max(high, high_then)), high_then),
        ):
            facts = Assumed(over, question, OrderedSet((ends,), step, na=False))
            before = Assumed(view, question, OrderedSet(((at, at),), step, na=False))
            if atom.run(facts) != then.run(before):
                return False
    for value in points:
        alone = OrderedSet(((value, value),), step, na=False)
        if atom.run(Assumed(over, question, alone)) != then.run(Assumed(view, question, alone)):
            return False
    return True
