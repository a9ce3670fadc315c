"""A condition as a decision diagram over its open questions: which of them matter, and whether any does.

Questions are taken in questionnaire order, values that nothing can tell apart are taken together, and equal parts are
shared. In such a reduced diagram a question stands exactly if some completion of the others makes it decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ccsdesk.rules.language.core import HasAny
from ccsdesk.rules.reasoning.atoms import NO, OPEN, YES
from ccsdesk.rules.reasoning.circuit import Node, Rest, atoms_in, atoms_of, is_decided
from ccsdesk.rules.reasoning.engine import Atom, Engine
from ccsdesk.rules.reasoning.sets import (
    ChoiceSet,
    Number,
    OrderedSet,
    PossibleSet,
    SelectionSet,
    is_certain,
)
from ccsdesk.rules.reasoning.splitting import OptionClass, classes_of, parts_of
from ccsdesk.rules.reasoning.view import View

STATES = 20_000
"""States of one diagram before giving up; the shipped catalogue stays far below."""


class TooLargeError(Exception):
    """A diagram has more states than are worth building."""


@dataclass(frozen=True, slots=True)
class State:
    """How an open condition stands in a view.

    `key` is equal for views in which it hangs on the same in the same way. `tests` are the open tests it hangs on,
    those that decide what is asked included, by the questions they look at, which are in questionnaire order.
    """

    key: object
    tests: Mapping[str, list[Atom]]


@dataclass(frozen=True, slots=True)
class Branch:
    """What to decide next: a question falling into parts, or (no parts) an open test taken as a whole."""

    question: str
    parts: tuple[PossibleSet, ...]
    atom: int = -1


@dataclass(slots=True)
class Diagram:
    """The diagram of one condition for one view, its root. Ends are NO and YES; other nodes are numbered from 3."""

    engine: Engine
    node: Node
    root: View
    _done: dict[object, int] = field(default_factory=dict)
    _nodes: dict[object, int] = field(default_factory=dict)
    _support: list[int] = field(default_factory=lambda: [0, 0, 0])
    _classes: dict[str, tuple[OptionClass, ...]] = field(default_factory=dict)

    def deciding(self) -> int:
        """Bits of the questions that some completion of the others makes decide.

        Raises:
            TooLargeError: there are too many states, or too many questions and options one below the other.
        """
        try:
            return self._support[self._build(self.root)]
        except RecursionError as error:
            raise TooLargeError from error

    def reaches(self, wanted: int) -> View | None:
        """A view in which every completion gives this truth (NO or YES); None if no completion does.

        Raises:
            TooLargeError: there are too many states, or too many questions and options one below the other.
        """
        try:
            return self._reaches(self.root, wanted, set())
        except RecursionError as error:
            raise TooLargeError from error

    def loose(self) -> int:
        """Bits of all questions that open tests of the root look at: never too few, perhaps too many."""
        rest = self.node.rest(self.root)
        return self._bits(self.root, self._state(self.root, rest).tests)

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self, view: View) -> int:
        rest = self.node.rest(view)
        if is_decided(rest):
            return rest
        state = self._state(view, rest)
        known = self._done.get(state.key)
        if known is not None:
            return known
        if len(self._done) >= STATES:
            raise TooLargeError
        branch = self._branch(view, state)
        if branch.parts:
            ends = [(self._build(view.child(branch.question, part)), part) for part in branch.parts]
            result = self._joined(view.raw(branch.question), branch, ends)
        else:
            result = self._joined_atom(view, branch.atom)
        self._done[state.key] = result
        return result

    def _joined(
        self, whole: PossibleSet, branch: Branch, ends: list[tuple[int, PossibleSet]]
    ) -> int:
        """The node for these ends; the end itself if all are the same."""
        merged: dict[int, list[PossibleSet]] = {}
        for end, part in ends:
            merged.setdefault(end, []).append(part)
        if len(merged) == 1:
            return ends[0][0]
        shape = tuple(sorted((end, _together(whole, parts)) for end, parts in merged.items()))
        support = self.engine.bit[branch.question]
        return self._numbered((branch.question, shape), support, tuple(merged))

    def _joined_atom(self, view: View, number: int) -> int:
        """A test that cannot be split is taken to turn out either way by itself."""
        ends = tuple(self._build(view.assume(number, truth)) for truth in (NO, YES))
        if ends[0] == ends[1]:
            return ends[0]
        support = self._bits(view, self.engine.atoms[number].questions)
        return self._numbered((number, ends), support, ends)

    def _numbered(self, key: object, support: int, ends: tuple[int, ...]) -> int:
        known = self._nodes.get(key)
        if known is not None:
            return known
        for end in ends:
            support |= self._support[end]
        self._support.append(support)
        self._nodes[key] = len(self._support) - 1
        return self._nodes[key]

    def _bits(self, view: View, questions: Iterable[str]) -> int:
        """Those of these questions that may still turn out differently."""
        bits = 0
        for question in questions:
            if not is_certain(view.raw(question)) and view.asked(question) != NO:
                bits |= self.engine.bit[question]
        return bits

    def _reaches(self, view: View, wanted: int, seen: set[object]) -> View | None:
        rest = self.node.rest(view)
        if is_decided(rest):
            return view if rest == wanted else None
        state = self._state(view, rest)
        if state.key in seen:
            return None
        if len(seen) >= STATES:
            raise TooLargeError
        seen.add(state.key)
        branch = self._branch(view, state)
        if branch.parts:
            children = [view.child(branch.question, part) for part in branch.parts]
            children.sort(key=self.node.run, reverse=wanted == YES)
        else:
            children = [view.assume(branch.atom, truth) for truth in (wanted, YES - wanted)]
        for child in children:
            found = self._reaches(child, wanted, seen)
            if found is not None:
                return found
        return None

    # -- deciding what comes next ----------------------------------------------------------------------------------

    def _state(self, view: View, rest: Rest) -> State:
        tests: dict[str, list[Atom]] = {}
        asked: dict[str, Rest] = {}
        waiting = list(dict.fromkeys(atoms_in(rest)))
        seen = set(waiting)
        bits = 0
        while waiting:
            atom = self.engine.atoms[waiting.pop()]
            for question in atom.questions:
                if question not in tests:
                    tests[question] = []
                    bits |= self.engine.bit[question]
                    asked[question] = self._asked(view, question)
                    fresh = set(atoms_in(asked[question])) - seen
                    seen |= fresh
                    waiting.extend(sorted(fresh))
                tests[question].append(atom)
        in_order = {question: tests[question] for question in self.engine.named(bits)}
        standing = tuple(
            (question, asked[question], self._standing(view, question, about))
            for question, about in in_order.items()
        )
        return State((rest, standing), in_order)

    def _asked(self, view: View, question: str) -> Rest:
        node = self.engine.asked.get(question)
        return YES if node is None else node.rest(view)

    def _standing(self, view: View, question: str, about: list[Atom]) -> object:
        """What open tests still see of a question, if anything of it was decided since the root."""
        possible = view.raw(question)
        if possible is self.root.raw(question):
            return None
        if not isinstance(possible, SelectionSet) or possible.listed is not None:
            return possible
        wanted, count = 0, None
        for atom in about:
            wanted |= atom.wanted
            if not isinstance(atom.test, HasAny):
                count = (possible.must.bit_count(), possible.never.bit_count())
        return (possible.must & wanted, possible.never & wanted, count, possible.na)

    def _branch(self, view: View, state: State) -> Branch:
        for question, about in state.tests.items():
            possible = view.raw(question)
            if is_certain(possible) or view.asked(question) == NO:
                continue
            about.sort(key=_number)
            free = isinstance(possible, SelectionSet) and possible.listed is None
            classes = self._all_classes(question) if free else None
            parts = parts_of(self.engine, view, question, about, classes=classes)
            if len(parts) > 1:
                return Branch(question, parts)
        return Branch("", (), self._whole_test(view, state))

    def _whole_test(self, view: View, state: State) -> int:
        """The first open test that hangs on its own questions, not on whether they are asked."""
        return min(
            atom.number
            for about in state.tests.values()
            for atom in about
            if all(view.asked(question) != OPEN for question in atom.questions)
        )

    def _all_classes(self, question: str) -> tuple[OptionClass, ...]:
        """The options of a selection as all tests that can come up in this diagram tell them apart.

        Those of the condition's own tests come first: they decide most.
        """
        if question not in self._classes:
            own = dict.fromkeys(atoms_of(self.node))
            numbers = dict(own)
            for name in self.engine.named(self.engine.reach_of(self.node)):
                asked = self.engine.asked.get(name)
                if asked is not None:
                    numbers.update(dict.fromkeys(atoms_of(asked)))
            tests = [self.engine.atoms[number] for number in numbers]
            about = [atom for atom in tests if question in atom.questions]
            wanted = 0
            for atom in about:
                wanted |= atom.wanted if atom.number in own else 0
            classes = classes_of(self.engine, question, about)
            self._classes[question] = tuple(
                sorted(classes, key=lambda group: not group.options & wanted)
            )
        return self._classes[question]


def _number(atom: Atom) -> int:
    return atom.number


def _together(whole: PossibleSet, parts: list[PossibleSet]) -> tuple[object, ...]:
    """One spelling for the union of these parts of a whole, however it was split."""
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
    if isinstance(first, SelectionSet) and isinstance(whole, SelectionSet):
        decided = whole.must | whole.never
        states = sorted(
            (part.listed or (), part.must & ~decided, part.never & ~decided)
            for part in parts
            if isinstance(part, SelectionSet)
        )
        return ("selection", tuple(states), na)
    return ("other", len(parts), na)
