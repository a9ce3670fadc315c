"""Exact answers about a condition: is it settled, which questions can still decide it, which answers force it.

Three-valued evaluation is quick and sound but sometimes says open where every completion agrees. Here the open answers
are split into cases until each case has one truth, so that "settled" means: every completion of the answers agrees.
Only where a condition hangs on records of a table or on an arithmetic too fine to try out does the search stop early;
it then says open, which is sound.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import TypeAlias

from ccsdesk.rules.reasoning.atoms import NO, OPEN, YES
from ccsdesk.rules.reasoning.circuit import Node, open_atoms
from ccsdesk.rules.reasoning.engine import Atom, Engine
from ccsdesk.rules.reasoning.sets import PossibleSet, TableSet, is_certain
from ccsdesk.rules.reasoning.splitting import split
from ccsdesk.rules.reasoning.view import View

Case: TypeAlias = tuple[str, tuple[PossibleSet, ...]]
"""A question and the parts its possible values are split into."""

PARTS = 64
"""Splits of one question's values when looking for those that differ."""

STEPS = 4_000
"""Cases tried for one question about one condition before giving up; the shipped catalogue stays far below."""


@dataclass(slots=True)
class Budget:
    """Cases left to try."""

    left: int = STEPS

    def spend(self) -> bool:
        """Take one; False when none is left."""
        self.left -= 1
        return self.left >= 0


class Condition:
    """One circuit of an engine, with exact answers about it. Holds no answers of its own."""

    def __init__(self, engine: Engine, node: Node) -> None:
        self._engine = engine
        self._node = node
        self.reach = engine.reach_of(node)

    def truth(self, view: View) -> int:
        """The three-valued truth, before the exact step."""
        return self._node.run(view)

    def settled(self, view: View) -> int:
        """The truth that every completion agrees on, or OPEN."""
        truth = self._node.run(view)
        if truth != OPEN or self._surely_open(view):
            return truth
        budget = Budget()
        can_yes = self._reaches(view, YES, budget)
        can_no = self._reaches(view, NO, budget)
        if can_yes and can_no:
            return OPEN
        return YES if can_yes else NO

    def missing(self, view: View) -> tuple[str, ...]:
        """The questions that can still decide an open condition, in questionnaire order.

        A question is among them if, with all other open questions fixed in some way, two of its values (with whatever
        they cause to be asked or not) give different truths. Empty exactly when the condition is settled.
        """
        if self.settled(view) != OPEN:
            return ()
        tests = self._open_tests(view)
        if self._surely_open(view):
            found = {question for atom in tests for question in atom.questions}
        else:
            candidates = {question for atom in tests for question in self._undecided(view, atom)}
            deciding = {question for question in candidates if self._decides(view, question)}
            found = deciding or candidates
        return tuple(question for question in self._engine.questions if question in found)

    def because(self, view: View, given: Container[str]) -> tuple[str, ...]:
        """Given answers that force a settled condition, none of which can be left out, in questionnaire order.

        Later answers are left out first, so that what was asked early explains what it can.
        """
        truth = self.settled(view)
        if truth == OPEN:
            return ()
        bearing = [question for question in self._engine.named(self.reach) if question in given]
        kept = set(bearing)
        for question in reversed(bearing):
            freed = view.child(question, self._engine.universes[question].full)
            if self.settled(freed) == truth:
                view = freed
                kept.remove(question)
        return tuple(question for question in bearing if question in kept)

    # -- the search ------------------------------------------------------------------------------------------------

    def _open_tests(self, view: View) -> list[Atom]:
        numbers = dict.fromkeys(open_atoms(self._node, view))
        return [self._engine.atoms[number] for number in numbers]

    def _surely_open(self, view: View) -> bool:
        """Whether each open test can turn out either way whatever the others do: one question each, no two the same."""
        seen: set[str] = set()
        for number in open_atoms(self._node, view):
            atom = self._engine.atoms[number]
            questions = atom.questions
            if not atom.tight or questions[0] in seen or view.asked(questions[0]) != YES:
                return False
            seen.add(questions[0])
        return True

    def _undecided(self, view: View, atom: Atom) -> tuple[str, ...]:
        """The questions that an open test hangs on: those that decide what is asked come first."""
        return tuple(
            question
            for question in self._engine.named(atom.reach)
            if not is_certain(view.raw(question)) and view.asked(question) != NO
        )

    def _reaches(self, view: View, wanted: int, budget: Budget) -> bool:
        """Whether some completion gives the wanted truth; True as well where that cannot be found out."""
        truth = self._node.run(view)
        if truth != OPEN:
            return truth == wanted
        case = self._case(view) if budget.spend() else None
        if case is None:
            return True
        question, parts = case
        return any(self._reaches(view.child(question, part), wanted, budget) for part in parts)

    def _case(self, view: View, *, but: str | None = None) -> Case | None:
        """A way to split the view so that open tests come closer to one truth; None if there is none."""
        tests = self._open_tests(view)
        for atom in tests:
            for question in self._undecided(view, atom):
                if question == but:
                    continue
                parts = split(
                    self._engine, view, question, self._tests_about(view, question, tests)
                )
                if parts:
                    return question, parts
        return None

    def _tests_about(self, view: View, question: str, tests: list[Atom]) -> list[Atom]:
        """Open tests about a question: in the condition itself, and in what decides whether others are asked."""
        found = list(tests)
        for atom in tests:
            for other in self._engine.named(atom.reach):
                asked = self._engine.asked.get(other)
                if asked is not None:
                    found.extend(self._engine.atoms[number] for number in open_atoms(asked, view))
        return [atom for atom in found if question in atom.questions]

    def _decides(self, view: View, question: str) -> bool:
        parts = self._all_parts(view, question)
        if len(parts) == 1:
            return isinstance(parts[0], TableSet)
        return self._differs(view, question, parts, Budget())

    def _all_parts(self, view: View, question: str) -> tuple[PossibleSet, ...]:
        """What the question may be, split as far as the open tests can tell its values apart."""
        tests = self._tests_about(view, question, self._open_tests(view))
        done: list[PossibleSet] = []
        todo = [view.raw(question)]
        budget = Budget(PARTS)
        while todo:
            part = todo.pop()
            child = view.child(question, part)
            pieces = split(self._engine, child, question, tests) if budget.spend() else ()
            todo.extend(pieces)
            if not pieces:
                done.append(part)
        return tuple(done)

    def _differs(
        self, view: View, question: str, parts: tuple[PossibleSet, ...], budget: Budget
    ) -> bool:
        """Whether two parts of a question can give different truths with everything else the same."""
        children = [view.child(question, part) for part in parts]
        truths = [self._node.run(child) for child in children]
        if YES in truths and NO in truths:
            return True
        if OPEN not in truths:
            return False
        if not budget.spend():
            return True
        for child, truth in zip(children, truths, strict=True):
            case = self._case(child, but=question) if truth == OPEN else None
            if case is not None:
                other, pieces = case
                return any(
                    self._differs(view.child(other, piece), question, parts, budget)
                    for piece in pieces
                )
        return True
