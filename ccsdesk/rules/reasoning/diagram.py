"""A condition as a decision diagram over its open questions: which of them matter, and whether any does.

Questions are taken in questionnaire order, values that nothing can tell apart are taken together, and equal parts are
shared. In such a reduced diagram a question stands exactly if some completion of the others makes it decide.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass, field

from ccsdesk.rules.language.core import HasAny
from ccsdesk.rules.reasoning.atoms import NO, OPEN, YES
from ccsdesk.rules.reasoning.circuit import Node, Rest, atoms_in, atoms_of, is_decided
from ccsdesk.rules.reasoning.engine import Atom, Engine
from ccsdesk.rules.reasoning.sets import PossibleSet, SelectionSet, TableSet, is_certain
from ccsdesk.rules.reasoning.shares import Share, joined, share_of
from ccsdesk.rules.reasoning.splitting import OptionClass, classes_of, parts_of
from ccsdesk.rules.reasoning.view import View
from ccsdesk.rules.reasoning.whole import FIRST_FORK, Fork, Whole

STATES = 20_000
"""States of one diagram before giving up; the shipped catalogue stays far below."""
KEPT = 2_000
"""States of a diagram that is worth keeping."""


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
    _numbers: dict[Fork, int] = field(default_factory=dict)
    _support: list[int] = field(default_factory=lambda: [0] * FIRST_FORK)
    _tangled: int = 0
    _classes: dict[str, tuple[OptionClass, ...]] = field(default_factory=dict)
    _tests: dict[str, list[Atom]] = field(default_factory=dict)

    def deciding(self) -> int:
        """Bits of the questions that some completion of the others makes decide.

        Raises:
            TooLargeError: there are too many states, or too many questions and options one below the other.
        """
        try:
            return self._support[_made(self._build(self.root))]
        except RecursionError as error:
            raise TooLargeError from error

    def whole(self) -> Generator[None, None, Whole]:
        """The diagram itself, to be kept, made in small steps; the root must be a view of no answers.

        Raises:
            TooLargeError: there are too many states, or too many questions and options one below the other.
        """
        try:
            root = yield from self._build(self.root, most=KEPT)
        except RecursionError as error:
            raise TooLargeError from error
        numbers, support = self._numbers, tuple(self._support)
        return Whole(root, tuple(numbers), numbers, support, self._tangled)

    def reaches(self, wanted: int) -> View | None:
        """A view in which every completion gives this truth (NO or YES); None if no completion does.

        Raises:
            TooLargeError: there are too many states, or too many questions and options one below the other.
        """
        try:
            return self._reaches(self.root, wanted, set())
        except RecursionError as error:
            raise TooLargeError from error

    def is_sure(self, found: View) -> bool:
        """Whether what was reached leans on no test that other answers to the same questions could decide."""
        return not any(self._tangle(found, number) for number in found.assumed)

    def loose(self) -> int:
        """Bits of all questions that open tests of the root look at: never too few, perhaps too many."""
        rest = self.node.rest(self.root)
        return self._bits(self.root, self._state(self.root, rest).tests)

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self, view: View, most: int | None = None) -> Generator[None, None, int]:
        """The end or fork for a view, a state at each step; `most` states, if not as many as for any diagram."""
        rest = self.node.rest(view)
        if is_decided(rest):
            return rest
        state = self._state(view, rest)
        known = self._done.get(state.key)
        if known is not None:
            return known
        if len(self._done) >= (STATES if most is None else most):
            raise TooLargeError
        yield
        branch = self._branch(view, state)
        if branch.parts:
            whole, number = view.raw(branch.question), len(branch.parts)
            ends: dict[int, Share] = {}
            for part in branch.parts:
                end = yield from self._build(view.child(branch.question, part), most)
                share = share_of(whole, part, number)
                ends[end] = joined(ends[end], share) if end in ends else share
            own = self.engine.bit[branch.question]
            fork = Fork(own, branch.question, -1, tuple(sorted(ends.items())))
        else:
            fork = self._test(view, branch.atom)
            no = yield from self._build(view.assume(branch.atom, NO), most)
            yes = yield from self._build(view.assume(branch.atom, YES), most)
            fork = fork._replace(ways=((no, None), (yes, None)))
        result = self._done[state.key] = self._numbered(fork)
        return result

    def _test(self, view: View, number: int) -> Fork:
        """The fork of a test that cannot be split and is taken to turn out either way; its ends are not known yet."""
        questions = self.engine.atoms[number].questions
        self._tangled |= self._tangle(view, number)
        return Fork(self._bits(view, questions), questions[0], number, ())

    def _tangle(self, view: View, number: int) -> int:
        """The questions (bits) whose answers may split a test taken as a whole: none if it is about a table alone."""
        questions = self.engine.atoms[number].questions
        if len(questions) == 1 and isinstance(view.raw(questions[0]), TableSet):
            return 0
        return self._bits(view, questions)

    def _numbered(self, fork: Fork) -> int:
        """The number of a fork, which may be known; the end itself if there is only one."""
        ends = {end for end, _ in fork.ways}
        if len(ends) == 1:
            return ends.pop()
        known = self._numbers.get(fork)
        if known is None:
            support = fork.own
            for end in ends:
                support |= self._support[end]
            known = self._numbers[fork] = len(self._support)
            self._support.append(support)
        return known

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
        for question, open_tests in state.tests.items():
            possible = view.raw(question)
            if is_certain(possible) or view.asked(question) == NO:
                continue
            about = sorted(self._telling_apart(question, open_tests), key=_number)
            free = isinstance(possible, SelectionSet) and possible.listed is None
            classes = self._all_classes(question) if free else None
            parts = parts_of(self.engine, view, question, about, classes=classes)
            if len(parts) > 1:
                return Branch(question, parts)
        return Branch("", (), self._whole_test(view, state))

    def _telling_apart(self, question: str, open_tests: list[Atom]) -> list[Atom]:
        """The tests that a question is split by: the open ones, unless one of them looks at several questions.

        Whether such a test settles in a part must not hang on what else is open.
        """
        if any(len(atom.questions) > 1 for atom in open_tests):
            return self.tests_about(question)
        return open_tests

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
            own = set(atoms_of(self.node))
            about = self.tests_about(question)
            wanted = 0
            for atom in about:
                wanted |= atom.wanted if atom.number in own else 0
            classes = classes_of(self.engine, question, about)
            self._classes[question] = tuple(
                sorted(classes, key=lambda group: not group.options & wanted)
            )
        return self._classes[question]

    def tests_about(self, question: str) -> list[Atom]:
        """All tests about a question that can come up in this diagram, the condition's own first."""
        if not self._tests:
            numbers = dict.fromkeys(atoms_of(self.node))
            for name in self.engine.named(self.engine.reach_of(self.node)):
                asked = self.engine.asked.get(name)
                if asked is not None:
                    numbers.update(dict.fromkeys(atoms_of(asked)))
            for atom in (self.engine.atoms[number] for number in numbers):
                for name in atom.questions:
                    self._tests.setdefault(name, []).append(atom)
        return self._tests[question]


def _number(atom: Atom) -> int:
    return atom.number


def _made(steps: Generator[None, None, int]) -> int:
    """What comes of steps that are all taken at once."""
    try:
        while True:
            next(steps)
    except StopIteration as done:
        return int(done.value)
