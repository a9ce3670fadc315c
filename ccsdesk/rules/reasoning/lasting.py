"""For how long an open condition stays open, or one that only the exact step settles stays settled.

Both lean on single answers that are followed through time: one that fails the condition, or those at which a test
could begin to turn. Where none can be found that surely lasts, it is the next day's turn.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from ccsdesk.rules.language.core import Compare, Constant, FactValue, Test
from ccsdesk.rules.reasoning.ahead import Ahead, Alone
from ccsdesk.rules.reasoning.atoms import NO, OPEN
from ccsdesk.rules.reasoning.circuit import atoms_in
from ccsdesk.rules.reasoning.engine import Atom
from ccsdesk.rules.reasoning.flowing import looks_at_time
from ccsdesk.rules.reasoning.sets import (
    CellSet,
    Number,
    OrderedSet,
    PossibleSet,
    TableSet,
    moves,
)
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

Span: TypeAlias = tuple[Number, Number]
"""Where a test surely has its first value of another truth, or where what a question may be ends."""


@dataclass(frozen=True, slots=True)
class _Mover:
    """An open test of an ordered question that turns at another value as time passes.

    Those of a family measure the question in one way: which turns before which is always the same.
    """

    number: int
    family: object


@dataclass(frozen=True, slots=True)
class _Followed:
    """A question with its movers, and the values at which other open tests about it turn."""

    question: str
    movers: tuple[_Mover, ...]
    marks: tuple[Span, ...]


def calm_until(ahead: Ahead, stretch: Stretch, day: int, view: View) -> int:
    """The last day up to which a condition that is open at first sight surely comes to the same.

    That is so while no decided test turns, and the values at which open tests turn stay in the order they have: then
    what a question may be falls into the same parts.
    """
    until, followed = stretch.last, list[_Followed]()
    for question, tests_about in _open_tests(ahead, view).items():
        # one that is only open because nobody knows whether its question is asked is among the decided ones
        about = [atom for atom in tests_about if atom.run(_Raw(view)) == OPEN]
        if isinstance(view.raw(question), TableSet):
            tests = [atom.number for atom in about if ahead.moves(atom)]
            until = min([until, *(_open_until(ahead, stretch, day, atom) for atom in tests)])
        elif question in ahead.loose or any(looks_at_time(atom.test) for atom in about):
            found = _followed(ahead, stretch, view, question=question, about=about)
            if found is None:
                return day
            followed.append(found)
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
        return all(_in_order(one, over, view) for one in followed)

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


def _followed(
    ahead: Ahead, stretch: Stretch, view: View, *, question: str, about: list[Atom]
) -> _Followed | None:
    """A question whose open tests can be followed: each looks at it alone and turns once; else None."""
    possible = view.raw(question)
    if not isinstance(possible, OrderedSet) or _may_leave(ahead, question):
        return None
    if any(len(atom.questions) > 1 or not atom.tight for atom in about):
        return None
    movers, marks = list[_Mover](), list[Span]()
    for atom in about:
        test = ahead.clockwork.as_in(stretch, atom)
        if test is None:
            return None
        if looks_at_time(test):
            movers.append(_Mover(atom.number, _family(test)))
            continue
        turn = _turn(atom, question, _hull(possible), possible.step)
        if turn is not None:
            marks.append(turn)
    if any(mover.family is None for mover in movers):
        return None
    return _Followed(question, tuple(movers), tuple(marks))


def _family(test: Test) -> object:
    """What a test measures, or the day that it compares its question with; None for tests of another form."""
    match test:
        case Compare(_, measured, Constant()) | Compare(_, Constant(), measured):
            return measured
        case Compare(_, FactValue(), other) | Compare(_, other, FactValue()):
            return ("day", other)
        case _:
            return None


def _in_order(followed: _Followed, over: View, view: View) -> bool:
    """Whether the values at which the tests of a question turn are, on all days of `over`, in one order.

    So are those at which what the question may be begins and ends.
    """
    question = followed.question
    possible, today = over.raw(question), view.raw(question)
    if not isinstance(possible, OrderedSet) or not isinstance(today, OrderedSet):
        return False
    step = possible.step
    marks = [*followed.marks]
    for (low, high), (_, high_today) in zip(possible.spans, today.spans, strict=True):
        marks.extend(((low, low), (high_today + step, high + step)))
    found: list[tuple[Span, object]] = []
    for mover in followed.movers:
        turn = _turn(over.engine.atoms[mover.number], question, _hull(possible), step)
        if turn is None or not all(_apart(turn, mark) for mark in marks):
            return False
        if not all(_apart(turn, other) for other, family in found if family != mover.family):
            return False
        found.append((turn, mover.family))
    return True


def _apart(one: Span, other: Span) -> bool:
    """Whether two values, each somewhere in its span, are always in the same order."""
    return one[1] < other[0] or other[1] < one[0] or (one == other and one[0] == one[1])


def _hull(possible: OrderedSet) -> Span:
    return possible.spans[0][0], possible.spans[-1][1]


def _turn(atom: Atom, question: str, hull: Span, step: Number) -> Span | None:
    """Where the first value lies at which a test that turns once has another truth; None where it is not sure to."""
    low, high = hull

    def truth(count: int) -> int:
        value = low + step * count
        return atom.run(Alone(question, OrderedSet(((value, value),), step, na=False)))

    most = int((high - low) / step)
    first, last = truth(0), truth(most)
    if first == last or OPEN in {first, last}:
        return None
    before = latest(0, most, lambda count: truth(count) == first)
    after = most - latest(0, most, lambda count: truth(most - count) == last)
    return low + step * (before + 1), low + step * after
