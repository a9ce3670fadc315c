"""Exact answers about a condition: is it settled, which questions can still decide it, which answers force it.

Three-valued evaluation is quick and sound but sometimes says open where every completion agrees. Here the open answers
are split into cases until each case has one truth, so that "settled" means: every completion of the answers agrees.
Only where a test hangs on records of a table, or joins several questions with many values, is it taken to turn out
either way by itself; the result may then be open where it need not be, which is sound.
"""

from __future__ import annotations

from collections.abc import Container

from ccsdesk.rules.reasoning.atoms import NO, OPEN, YES
from ccsdesk.rules.reasoning.circuit import Node, open_atoms
from ccsdesk.rules.reasoning.diagram import Diagram, TooLargeError, undecided
from ccsdesk.rules.reasoning.engine import Engine
from ccsdesk.rules.reasoning.view import View


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
        try:
            can_no, can_yes = Diagram.of(self._engine, self._node).both(view)
        except TooLargeError:
            return OPEN
        if can_yes and can_no:
            return OPEN
        return YES if can_yes else NO

    def missing(self, view: View) -> tuple[str, ...]:
        """The questions that can still decide an open condition, in questionnaire order.

        A question is among them if, with all other open questions fixed in some way, two of its values (with whatever
        they cause to be asked or not) give different truths. Empty exactly when the condition is settled.
        """
        if self._node.run(view) != OPEN:
            return ()
        atoms = [self._engine.atoms[number] for number in open_atoms(self._node, view)]
        if self._surely_open(view):
            found = {question for atom in atoms for question in atom.questions}
        else:
            try:
                return Diagram.of(self._engine, self._node).deciding(view)
            except TooLargeError:
                found = {q for atom in atoms for q in undecided(self._engine, view, atom)}
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
