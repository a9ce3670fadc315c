"""One condition on other days than the engine's: the same circuit and answers, with what hangs on the day made anew.

It can stand on one day, where it is exactly what an engine of that day says, or on several days at once: what is then
no or yes is so on each of them. It decides nothing about when.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from ccsdesk.domain.answers import Amounts, Answer, DontKnow, Records
from ccsdesk.domain.question import Field, Kind, Question
from ccsdesk.rules.language.core import Compare, MomentName, Test
from ccsdesk.rules.reasoning.atoms import OPEN, YES, RunTest, run_single
from ccsdesk.rules.reasoning.circuit import Node, atoms_of, renumbered
from ccsdesk.rules.reasoning.engine import Atom, Engine
from ccsdesk.rules.reasoning.flowing import at_the_day, flowing, looks_at_time
from ccsdesk.rules.reasoning.moments import Moments
from ccsdesk.rules.reasoning.sets import (
    CellSet,
    OrderedSet,
    PossibleSet,
    Universe,
    moves,
    universe,
)
from ccsdesk.rules.reasoning.stretches import Stretch, plain_stretch
from ccsdesk.rules.reasoning.tables import Tables
from ccsdesk.rules.reasoning.values import Facts
from ccsdesk.rules.reasoning.view import AnswersView, View

PLAIN: Final = 1
"""The first day of the one stretch of all that belongs to no programme."""


@dataclass(frozen=True, slots=True)
class Clockwork:
    """What of a condition hangs on the day, whatever the answers are.

    `own` and `asking` are its single tests that do, and those that decide what is asked; `moving` are the questions
    that may be more as time passes. `tables` are tests that do not look at the day, but at a table that moves.
    """

    node: Node
    own: tuple[int, ...]
    asking: tuple[int, ...]
    tables: tuple[int, ...]
    moving: tuple[str, ...]
    shared: Mapping[int, int]
    """For a test of `asking` the one of `own` that asks the same."""
    every: frozenset[int]
    """All tests of the condition itself."""
    flowing: Mapping[tuple[int, int], Test] = field(default_factory=dict)
    """Tests with their moments replaced, by number and first day of the stretch (`PLAIN` for what is asked)."""

    def through(self, engine: Engine, stretches: Iterable[Stretch]) -> Clockwork:
        """The same, made ready for these stretches."""
        tests = {
            (atom, stretch.first): flowing(engine.atoms[atom].test, stretch)
            for stretch in stretches
            for atom in self.own
        }
        plain = plain_stretch(PLAIN, PLAIN)
        more = {(atom, PLAIN): flowing(engine.atoms[atom].test, plain) for atom in self.asking}
        return replace(self, flowing={**tests, **more})

    def as_in(self, stretch: Stretch, atom: Atom) -> Test | None:
        """A test as it is in a stretch; None for one that is numbered anew there."""
        if atom.number in self.own:
            return self.flowing[atom.number, stretch.first]
        if atom.number in self.asking:
            return self.flowing[atom.number, PLAIN]
        return None if looks_at_time(atom.test) else atom.test

    @property
    def stands_still(self) -> bool:
        """Whether nothing of it can ever hang on the day."""
        return not (self.own or self.asking or self.moving)


class Clockworks:
    """Finds what of the conditions of an engine hangs on the day. It remembers the tests that it has looked into."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._timely: dict[int, bool] = {}
        self._asking: dict[str, frozenset[int]] = {}

    def of(self, node: Node, reach: int) -> Clockwork:
        """What of a condition hangs on the day."""
        engine = self._engine
        questions = engine.catalogue.dictionary.questions
        names = engine.named(reach)
        every = frozenset(atoms_of(node))
        asked = frozenset[int]().union(*(self._asked(name) for name in names))
        moving = tuple(name for name in names if _moves(questions[name]))
        own, asking = self._that_look_at_time(every), self._that_look_at_time(asked)
        numbers = {engine.atoms[atom].test: atom for atom in own}
        tests = {atom: engine.atoms[atom].test for atom in asking}
        lists = {name for name in moving if questions[name].kind is Kind.TABLE}
        return Clockwork(
            node=node,
            own=own,
            asking=asking,
            tables=tuple(
                sorted(
                    atom
                    for atom in (every | asked) - {*own, *asking}
                    if not lists.isdisjoint(engine.atoms[atom].questions)
                )
            ),
            moving=moving,
            shared={atom: numbers[test] for atom, test in tests.items() if test in numbers},
            every=every,
        )

    def _asked(self, question: str) -> frozenset[int]:
        known = self._asking.get(question)
        if known is None:
            node = self._engine.asked.get(question)
            known = frozenset() if node is None else frozenset(atoms_of(node))
            self._asking[question] = known
        return known

    def _that_look_at_time(self, atoms: Iterable[int]) -> tuple[int, ...]:
        for atom in atoms:
            if atom not in self._timely:
                self._timely[atom] = looks_at_time(self._engine.atoms[atom].test)
        return tuple(sorted(atom for atom in atoms if self._timely[atom]))


def _moves(question: Question) -> bool:
    return moves(question) or any(moves(column) for column in question.columns)


def is_open_ended(field: Field, answer: Answer | None) -> bool:
    """Whether what an answer leaves possible of a question or column hangs on the day."""
    match answer:
        case None | DontKnow():
            return moves(field) or (isinstance(field, Question) and _moves(field))
        case Amounts(spans):
            return moves(field) and any(span.low is None or span.high is None for span in spans)
        case Records(rows):
            columns = field.columns if isinstance(field, Question) else ()
            return any(
                is_open_ended(column, row.get(column.id)) for row in rows for column in columns
            )
        case _:
            return False


@dataclass(frozen=True, slots=True)
class Ahead:
    """A condition with its answers, to be looked at on any days; `loose` are the questions that move with them."""

    engine: Engine
    clockwork: Clockwork
    view: AnswersView
    loose: tuple[str, ...]
    changed: int
    """The questions (bits) under everything that hangs on the day."""

    @classmethod
    def of(cls, engine: Engine, clockwork: Clockwork, view: AnswersView) -> Ahead | None:
        """The condition for the answers of a view; None where no day can make a difference."""
        if clockwork.stands_still:
            return None
        questions = engine.catalogue.dictionary.questions
        loose = tuple(
            name for name in clockwork.moving if is_open_ended(questions[name], view.answer(name))
        )
        if not (clockwork.own or clockwork.asking or loose):
            return None
        changed = 0
        for name in loose:
            changed |= engine.bit[name]
        for atom in (*clockwork.own, *clockwork.asking):
            for name in engine.atoms[atom].questions:
                changed |= engine.bit[name]
        return cls(engine, clockwork, view, loose, changed)

    def on(self, stretch: Stretch, first: int, last: int) -> View:
        """How the answers stand on all days (ordinals) from `first` to `last`, which lie in this stretch."""
        engine = self._engine(stretch, first, last)
        raw = {
            name: engine.universes[name].possible(self.view.answer(name), engine.columns_of(name))
            for name in self.loose
        }
        return View(engine, raw, self.view, self.changed)

    def moves(self, atom: Atom) -> bool:
        """Whether a test can turn because the day does."""
        return bool(atom.reach & self.changed)

    def moving_tests(self, later: Engine) -> list[Atom]:
        """All tests of the condition that can, and those that decide what it asks, as they are in a later engine."""
        numbers = dict.fromkeys(self.clockwork.every)
        for name in later.named(later.reach_of(self.clockwork.node)):
            node = later.asked.get(name)
            if node is not None:
                numbers.update(dict.fromkeys(atoms_of(node)))
        return [atom for atom in (later.atoms[number] for number in numbers) if self.moves(atom)]

    def _engine(self, stretch: Stretch, first: int, last: int) -> Engine:
        """The engine with the tests, universes and asking of these days; it makes no new circuits."""
        later = copy.copy(self.engine)
        later.day = date.fromordinal(first)
        later.wholes, later.parts = {}, {}
        self._move_universes(later, date.fromordinal(last))
        moments, plain = stretch.over(first, last), plain_stretch(first, last).over(first, last)
        later.plain = plain
        later.atoms = list(self.engine.atoms)
        numbers = self._apart(later.atoms, is_same=moments == plain)
        several = first != last
        for atom in self.clockwork.asking:
            number = numbers.get(atom, atom)
            test = self.clockwork.flowing[atom, PLAIN] if several else self._test(atom)
            later.atoms[number] = self._made(later, self._numbered(atom, number), test, plain)
        for atom in self.clockwork.own:
            test = self.clockwork.flowing[atom, stretch.first] if several else self._test(atom)
            later.atoms[atom] = self._made(later, self.engine.atoms[atom], test, moments)
        if self.loose:
            for atom in self.clockwork.tables:
                known = self.engine.atoms[atom]
                later.atoms[atom] = self._made(later, known, known.test, plain)
        if numbers:
            later.asked = {
                name: renumbered(node, numbers) for name, node in self.engine.asked.items()
            }
        return later

    def _move_universes(self, later: Engine, last: date) -> None:
        if not self.loose:
            return
        dictionary = self.engine.catalogue.dictionary

        def moved(field: Field, known: Universe) -> Universe:
            return universe(field, None, later.day, last) if moves(field) else known

        later.universes, later.columns = dict(later.universes), dict(later.columns)
        for name in self.loose:
            question = dictionary.questions[name]
            if question.kind is Kind.TABLE:
                known = later.columns[name]
                later.columns[name] = {
                    column.id: moved(column, known[column.id]) for column in question.columns
                }
            later.universes[name] = moved(question, later.universes[name])
        later.tables = Tables(later.universes, later.columns, later.tables.most)

    def _apart(self, atoms: list[Atom], *, is_same: bool) -> Mapping[int, int]:
        """New numbers for tests that decide what is asked, where they and the condition's own agree or part now."""
        numbers: dict[int, int] = {}
        for atom in self.clockwork.asking:
            if is_same and atom in self.clockwork.shared:
                numbers[atom] = self.clockwork.shared[atom]
            elif not is_same and atom in self.clockwork.every:
                numbers[atom] = len(atoms)
                atoms.append(atoms[atom])
        return {atom: number for atom, number in numbers.items() if atom != number}

    def _test(self, atom: int) -> Test:
        return self.engine.atoms[atom].test

    def _numbered(self, atom: int, number: int) -> Atom:
        known = self.engine.atoms[atom]
        return known if number == atom else replace(known, number=number)

    def _made(self, later: Engine, known: Atom, test: Test, moments: Moments) -> Atom:
        run = run_single(test, moments, later.universes, later.tables)
        if moments.latest is not None and known.tight and isinstance(test, Compare):
            run = self._until_the_day(later, test, moments, question=known.questions[0], run=run)
        return Atom(
            known.number,
            known.test,
            run,
            known.questions,
            known.reach,
            known.tight,
            known.wanted,
        )

    def _until_the_day(
        self, later: Engine, test: Compare, moments: Moments, *, question: str, run: RunTest
    ) -> RunTest:
        """A test on several days of a question that may be any day until then: the last one goes along with them.

        What a test of one value says for the first and the last one it says for all between.
        """
        item = later.catalogue.dictionary.questions[question]
        if question not in self.loose or not moves(item) or item.minimum is None:
            return run
        possible = later.universes[question].possible(self.view.answer(question), {})
        first, last = moments.days[MomentName.TODAY], moments.range_of(MomentName.TODAY).high
        if not isinstance(possible, OrderedSet) or not possible.spans:
            return run
        spans, step = possible.spans, possible.step
        if spans[-1][1] != last or spans[-1][0] > first:
            return run
        at_the_end = run_single(at_the_day(test, question), moments, later.universes, later.tables)

        def both_ends(facts: Facts) -> int:
            given = facts.of(question)
            if not isinstance(given, OrderedSet) or given.spans != spans:
                return run(facts)
            least = OrderedSet((spans[0][:1] * 2,), step, given.na)
            low, high = run(Alone(question, least)), at_the_end(facts)
            if given.na and high == YES:
                high = OPEN
            return low if low == high else OPEN

        return both_ends


@dataclass(frozen=True, slots=True)
class Alone:
    """The facts of a test that looks at one question alone."""

    question: str
    possible: PossibleSet

    def of(self, question: str) -> PossibleSet:
        """What the question may be; KeyError for any other."""
        if question != self.question:
            raise KeyError(question)
        return self.possible

    def cell(self, column: str) -> CellSet:
        """There is no record here."""
        message = f"column {column} looked at outside a record"
        raise LookupError(message)
