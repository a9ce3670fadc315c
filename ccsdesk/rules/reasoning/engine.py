"""A catalogue made runnable for one day: universes of questions, numbered single tests, circuits of conditions.

Built once for a catalogue and a day, then used for any number of answer sets. It holds no answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from ccsdesk.domain.question import Field, Kind
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.language.compile import questions_of
from ccsdesk.rules.language.core import (
    Aggregate,
    All,
    Always,
    Any,
    Arithmetic,
    Compare,
    Constant,
    CountOf,
    Dated,
    DaysBetween,
    HasAny,
    IsOneOf,
    Moment,
    MonthsBetween,
    Not,
    Operator,
    Relation,
    RoundParameter,
    Shift,
    Test,
    Value,
)
from ccsdesk.rules.reasoning.atoms import NO, YES, RunTest, run_single
from ccsdesk.rules.reasoning.circuit import (
    Counted,
    Every,
    Fixed,
    Leaf,
    Node,
    Opposite,
    Some,
    atoms_of,
)
from ccsdesk.rules.reasoning.moments import Moments, plain_moments
from ccsdesk.rules.reasoning.sets import PossibleSet, Universe, universe
from ccsdesk.rules.reasoning.tables import Tables

if TYPE_CHECKING:
    from ccsdesk.rules.reasoning.whole import Whole

Wholes: TypeAlias = "dict[int, Whole | None]"
"""Diagrams made ahead, by the number of the shape; None where one would be too large."""


@dataclass(frozen=True, slots=True)
class Atom:
    """A numbered single test: how to run it, the questions it looks at, what bears on whether they are asked."""

    number: int
    test: Test
    run: RunTest
    questions: tuple[str, ...]
    reach: int
    """Bits of the questions it looks at and of those that decide whether these are asked."""
    tight: bool
    """Whether open means that both truths can happen, so that nothing has to be tried out."""
    wanted: int
    """Bits of the options it looks for; 0 for a test that is not about options."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What all equal conditions share: a number, and the questions (bits) that can bear on it."""

    number: int
    reach: int


class Engine:
    """Numbered single tests of a catalogue on a day, each made once however many conditions share it."""

    def __init__(self, catalogue: Catalogue, day: date, wholes: Wholes | None = None) -> None:
        self.catalogue = catalogue
        self.day = day
        self.wholes: Wholes = {} if wholes is None else wholes
        dictionary = catalogue.dictionary
        self.questions = tuple(dictionary.questions)
        self.bit = {question: 1 << index for index, question in enumerate(self.questions)}
        self.universes: dict[str, Universe] = {}
        self.columns: dict[str, dict[str, Universe]] = {}
        for question in dictionary.questions.values():
            self.universes[question.id] = self._universe(question, question.id)
            if question.kind is Kind.TABLE:
                self.columns[question.id] = {
                    column.id: self._universe(column, f"{question.id}.{column.id}")
                    for column in question.columns
                }
        most = {question.id: question.most for question in dictionary.questions.values()}
        self.tables = Tables(self.universes, self.columns, most)
        self.atoms: list[Atom] = []
        self.parts: dict[object, tuple[PossibleSet, ...]] = {}
        """How questions fall into parts, by question, possible values and tests; the same for every answer set."""
        self._named: dict[int, tuple[str, ...]] = {}
        self._numbers: dict[tuple[Test, object], int] = {}
        self._shapes: dict[Node, Shape] = {}
        self.plain = plain_moments(day)
        self.asked: dict[str, Node] = {}
        self.reach: dict[str, int] = {}
        self._reach_of_asked()

    def _universe(self, field: Field, name: str) -> Universe:
        dictionary = self.catalogue.dictionary
        places = field.kind is Kind.PLACE
        tree = dictionary.place_tree if places else dictionary.option_trees.get(name)
        return universe(field, tree, self.day)

    def _reach_of_asked(self) -> None:
        """Make `asked_when` runnable; a question's reach is itself and whatever decides whether it is asked."""
        tests = self.catalogue.asked_when
        direct = {
            question: questions_of(test, self.catalogue.dictionary) if test is not None else ()
            for question, test in tests.items()
        }

        def reach(question: str) -> int:
            if question not in self.reach:
                self.reach[question] = self.bit[question]
                for other in direct.get(question, ()):
                    self.reach[question] |= reach(other)
            return self.reach[question]

        for question in self.questions:
            reach(question)
        for question, test in tests.items():
            if test is not None:
                self.asked[question] = self.node(test, self.plain)

    def node(self, test: Test, moments: Moments) -> Node:
        """The circuit of a test for a programme with these moments."""
        match test:
            case Always(truth):
                return Fixed(YES if truth else NO)
            case Not(item):
                return Opposite(self.node(item, moments))
            case All(items):
                return Every(tuple(self.node(item, moments) for item in items))
            case Any(items):
                return Some(tuple(self.node(item, moments) for item in items))
            case CountOf(items, low, high):
                return Counted(tuple(self.node(item, moments) for item in items), low, high)
            case _:
                return Leaf(self._number(test, moments))

    def _number(self, test: Test, moments: Moments) -> int:
        key = (test, moments.key() if _looks_at_moments(test) else None)
        known = self._numbers.get(key)
        if known is not None:
            return known
        questions = questions_of(test, self.catalogue.dictionary)
        reach = 0
        for question in questions:
            reach |= self.reach[question]
        run = run_single(test, moments, self.universes, self.tables)
        number = len(self.atoms)
        wanted = 0
        if isinstance(test, IsOneOf | HasAny):
            wanted = self.universes[test.question].mask(test.options)
        tight = len(questions) == 1 and _is_tight(test)
        self.atoms.append(Atom(number, test, run, questions, reach, tight, wanted))
        self._numbers[key] = number
        return number

    def atoms_under(self, nodes: Iterable[Node]) -> list[Atom]:
        """All single tests under these nodes, each once."""
        numbers = dict.fromkeys(number for node in nodes for number in atoms_of(node))
        return [self.atoms[number] for number in numbers]

    def shape_of(self, node: Node) -> Shape:
        """What this node shares with all equal ones."""
        known = self._shapes.get(node)
        if known is None:
            known = self._shapes[node] = Shape(len(self._shapes), self.reach_of(node))
        return known

    def reach_of(self, node: Node) -> int:
        """Bits of all questions that can bear on a node, those that decide what is asked included."""
        reach = 0
        for atom in atoms_of(node):
            reach |= self.atoms[atom].reach
        return reach

    def named(self, bits: int) -> tuple[str, ...]:
        """The questions of these bits in questionnaire order."""
        known = self._named.get(bits)
        if known is None:
            known = tuple(question for question in self.questions if self.bit[question] & bits)
            self._named[bits] = known
        return known

    def columns_of(self, question: str) -> Mapping[str, Universe]:
        """Universes of a table's columns; empty for other questions."""
        return self.columns.get(question, {})


def _looks_at_moments(test: Test) -> bool:
    """Whether a single test depends on the programme's window, so that it is not shared with others."""
    return isinstance(test, Compare) and (_has_moment(test.left) or _has_moment(test.right))


def _has_moment(value: Value) -> bool:
    match value:
        case Dated() | Moment() | RoundParameter():
            return True
        case Arithmetic(_, left, right):
            return _has_moment(left) or _has_moment(right)
        case Shift(base, _, _):
            return _has_moment(base)
        case MonthsBetween(start, end) | DaysBetween(start, end):
            return _has_moment(start) or _has_moment(end)
        case Aggregate():
            return value.window is not None or value.where is not None
        case _:
            return False


def _is_tight(test: Test) -> bool:
    """Whether the ends of the ranges a test compares are always reached: one fact, used once."""
    if isinstance(test, Compare):
        uses = _uses(test.left) + _uses(test.right)
        return test.relation is not Relation.EQUAL and uses == 1
    return isinstance(test, IsOneOf | HasAny)


def _uses(value: Value) -> int:
    """How often facts occur in a value; counted twice where the range may be wider than what is possible."""
    match value:
        case Constant() | Dated() | Moment() | RoundParameter():
            return 0
        case Arithmetic(operator, left, right):
            uses = _uses(left) + _uses(right)
            return uses if operator is not Operator.DIVIDED_BY else 2 * uses
        case Shift(base, _, _):
            return _uses(base)
        case MonthsBetween(start, end) | DaysBetween(start, end):
            return _uses(start) + _uses(end)
        case _:
            return 1
