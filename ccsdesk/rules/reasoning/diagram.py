"""A condition as a decision diagram over its open questions: which of them matter, and whether any does.

Questions are taken in questionnaire order, values that nothing can tell apart are taken together, and equal parts are
shared. In such a reduced diagram a question stands exactly if some completion of the others makes it decide.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ccsdesk.rules.language.core import HasAny
from ccsdesk.rules.reasoning.atoms import NO, OPEN, YES
from ccsdesk.rules.reasoning.circuit import Node, atoms_of, open_atoms
from ccsdesk.rules.reasoning.engine import Atom, Engine
from ccsdesk.rules.reasoning.sets import (
    ChoiceSet,
    Number,
    OrderedSet,
    PossibleSet,
    SelectionSet,
    is_certain,
)
from ccsdesk.rules.reasoning.splitting import parts_of
from ccsdesk.rules.reasoning.view import View

STATES = 20_000
"""States of one diagram before giving up; the shipped catalogue stays far below."""


class TooLargeError(Exception):
    """A diagram has more states than are worth building."""


@dataclass(frozen=True, slots=True)
class Branch:
    """What to decide next: a question falling into parts, or (no parts) an open test taken as a whole."""

    question: str
    parts: tuple[PossibleSet, ...]
    atom: int = -1


@dataclass(slots=True)
class Diagram:
    """The diagram of one condition for one view. Ends are NO and YES; other nodes are numbered from 3."""

    engine: Engine
    node: Node
    numbers: tuple[int, ...]
    _done: dict[object, int] = field(default_factory=dict)
    _nodes: dict[object, int] = field(default_factory=dict)
    _support: list[int] = field(default_factory=lambda: [0, 0, 0])

    @classmethod
    def of(cls, engine: Engine, node: Node) -> Diagram:
        """An empty diagram of a condition."""
        return cls(engine, node, _numbers(engine, node))

    def deciding(self, view: View) -> int:
        """Bits of the questions that some completion of the others makes decide.

        Raises:
            TooLargeError: there are too many states.
        """
        return self._support[self._build(view)]

    def reaches(self, view: View, wanted: int) -> View | None:
        """A view in which every completion gives this truth (NO or YES); None if no completion does.

        Raises:
            TooLargeError: there are too many states.
        """
        return self._reaches(view, wanted, set())

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self, view: View) -> int:
        truth = self.node.run(view)
        if truth != OPEN:
            return truth
        state = self._state(view)
        known = self._done.get(state)
        if known is not None:
            return known
        if len(self._done) >= STATES:
            raise TooLargeError
        branch = self._branch(view)
        if branch.parts:
            ends = [(self._build(view.child(branch.question, part)), part) for part in branch.parts]
            result = self._joined(branch, ends)
        else:
            result = self._joined_atom(view, branch.atom)
        self._done[state] = result
        return result

    def _joined(self, branch: Branch, ends: list[tuple[int, PossibleSet]]) -> int:
        """The node for these ends; the end itself if all are the same."""
        merged: dict[int, list[PossibleSet]] = {}
        for end, part in ends:
            merged.setdefault(end, []).append(part)
        if len(merged) == 1:
            return ends[0][0]
        shape = tuple(sorted((end, _together(parts)) for end, parts in merged.items()))
        support = self.engine.bit[branch.question]
        return self._numbered((branch.question, shape), support, tuple(merged))

    def _joined_atom(self, view: View, atom: int) -> int:
        """A test that cannot be split is taken to turn out either way by itself."""
        ends = tuple(self._build(view.assume(atom, truth)) for truth in (NO, YES))
        if ends[0] == ends[1]:
            return ends[0]
        support = 0
        for question in undecided(self.engine, view, self.engine.atoms[atom]):
            support |= self.engine.bit[question]
        return self._numbered((atom, ends), support, ends)

    def _numbered(self, key: object, support: int, ends: tuple[int, ...]) -> int:
        known = self._nodes.get(key)
        if known is not None:
            return known
        for end in ends:
            support |= self._support[end]
        self._support.append(support)
        self._nodes[key] = len(self._support) - 1
        return self._nodes[key]

    def _reaches(self, view: View, wanted: int, seen: set[object]) -> View | None:
        truth = self.node.run(view)
        if truth != OPEN:
            return view if truth == wanted else None
        state = self._state(view)
        if state in seen:
            return None
        if len(seen) >= STATES:
            raise TooLargeError
        seen.add(state)
        branch = self._branch(view)
        if branch.parts:
            children = [view.child(branch.question, part) for part in branch.parts]
            children.sort(key=self._room, reverse=wanted == YES)
        else:
            children = [view.assume(branch.atom, truth) for truth in (wanted, YES - wanted)]
        for child in children:
            found = self._reaches(child, wanted, seen)
            if found is not None:
                return found
        return None

    def _room(self, view: View) -> int:
        """How much room a view leaves the condition to become yes."""
        if self.node.run(view) == NO:
            return 0
        return 1 + sum(view.truth(number) for number in self.numbers)

    # -- deciding what comes next ----------------------------------------------------------------------------------

    def _state(self, view: View) -> object:
        """Equal for views that stand the same way to everything that is still to come."""
        truths = tuple(view.truth(number) for number in self.numbers)
        joint: list[object] = []
        for number, truth in zip(self.numbers, truths, strict=True):
            atom = self.engine.atoms[number]
            if truth == OPEN and not atom.simple:
                joint.extend(self._standing(view.raw(name), name, atom) for name in atom.questions)
        return (truths, tuple(joint)) if joint else truths

    def _standing(self, possible: PossibleSet, question: str, atom: Atom) -> object:
        """What an open test that is not told by its truth alone still sees of a question; records by identity."""
        if isinstance(possible, SelectionSet) and isinstance(atom.test, HasAny):
            wanted = self.engine.universes[question].mask(atom.test.options)
            return (possible.listed, possible.never & wanted, possible.na)
        try:
            hash(possible)
        except TypeError:
            return id(possible)
        return possible

    def _branch(self, view: View) -> Branch:
        numbers = list(dict.fromkeys(open_atoms(self.node, view)))
        reach = 0
        for number in numbers:
            reach |= self.engine.atoms[number].reach
        tests = self._open_tests(view, numbers, reach)
        for question in self.engine.named(reach):
            if is_certain(view.raw(question)) or view.asked(question) == NO:
                continue
            about = [atom for atom in tests if question in atom.questions]
            parts = parts_of(self.engine, view, question, about)
            if len(parts) > 1:
                return Branch(question, parts)
        return Branch("", (), numbers[0])

    def _open_tests(self, view: View, numbers: list[int], reach: int) -> list[Atom]:
        """Open tests of the condition, and of what decides whether questions in reach are asked."""
        found = dict.fromkeys(numbers)
        for question in self.engine.named(reach):
            asked = self.engine.asked.get(question)
            if asked is not None:
                found.update(dict.fromkeys(open_atoms(asked, view)))
        return [self.engine.atoms[number] for number in found]


def undecided(engine: Engine, view: View, atom: Atom) -> tuple[str, ...]:
    """The questions that an open test hangs on: those that decide what is asked come first."""
    return tuple(
        question
        for question in engine.named(atom.reach)
        if not is_certain(view.raw(question)) and view.asked(question) != NO
    )


def _numbers(engine: Engine, node: Node) -> tuple[int, ...]:
    """The tests of a condition and of all that decides whether its questions are asked."""
    numbers = dict.fromkeys(atoms_of(node))
    for question in engine.named(engine.reach_of(node)):
        asked = engine.asked.get(question)
        if asked is not None:
            numbers.update(dict.fromkeys(atoms_of(asked)))
    return tuple(numbers)


def _together(parts: list[PossibleSet]) -> tuple[object, ...]:
    """One spelling for the union of parts, however it was split."""
    na = any(part.na for part in parts)
    first = parts[0]
    if isinstance(first, ChoiceSet):
        mask = 0
        for part in parts:
            mask |= part.mask if isinstance(part, ChoiceSet) else 0
        return ("choice", mask, na)
    if isinstance(first, OrderedSet):
        spans = sorted(
            span for part in parts if isinstance(part, OrderedSet) for span in part.spans
        )
        joined: list[tuple[Number, Number]] = []
        for low, high in spans:
            if joined and low == joined[-1][1] + first.step:
                joined[-1] = (joined[-1][0], high)
            else:
                joined.append((low, high))
        return ("span", tuple(joined), na)
    if isinstance(first, SelectionSet):
        states = sorted(
            (part.listed or (), part.must, part.never)
            for part in parts
            if isinstance(part, SelectionSet)
        )
        return ("selection", tuple(states), na)
    return ("other", len(parts), na)
