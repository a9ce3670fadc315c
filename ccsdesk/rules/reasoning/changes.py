"""What would make a programme fit: the least a firm could change, in several ways, cheapest first.

Found by construction: sets of changeable answers are freed in the order of what they cost, and where a freed set lets
the condition hold, one way in which it holds is read off its diagram and loosened as far as it still surely holds. So
nothing is told that does not make the programme fit, and no answer is changed that could stay as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, islice, product

from ccsdesk.domain.question import DAY_KINDS, Changeable, Question
from ccsdesk.domain.verdict import Change
from ccsdesk.rules.language.core import Test
from ccsdesk.rules.reasoning.atoms import NO, YES
from ccsdesk.rules.reasoning.change import reachable
from ccsdesk.rules.reasoning.diagram import Diagram, TooLargeError
from ccsdesk.rules.reasoning.engine import Engine
from ccsdesk.rules.reasoning.exact import Condition
from ccsdesk.rules.reasoning.meant import answer_of
from ccsdesk.rules.reasoning.new_records import new_records
from ccsdesk.rules.reasoning.sets import (
    ChoiceSet,
    OrderedSet,
    PossibleSet,
    SelectionSet,
    TableSet,
    is_certain,
    only_na,
)
from ccsdesk.rules.reasoning.shares import Share, joined
from ccsdesk.rules.reasoning.splitting import parts_of
from ccsdesk.rules.reasoning.view import View

MOST_WAYS = 5
"""Ways to tell of one programme."""
MOST_TOGETHER = 4
"""Answers changed together, beside those without which nothing helps."""
MOST_TRIED = 400
"""Sets of answers to try for one programme."""
MOST_SETS = 60
"""Ways to try in which the answers of one set may come out, as one record more, two records more."""
MOST_PIECES = 40
"""Parts of one answer to loosen it by."""
FEW_RECORDS = (0, 1, 2, 3, 4, 6, 9, 14, 20)
"""Numbers of records to assume of a table that nobody has filled in."""


@dataclass(frozen=True, slots=True)
class _Lever:
    """A changeable answer, what it could become, and what is known anew once it changes."""

    question: str
    effort: int
    place: int
    sets: tuple[PossibleSet, ...]
    renewed: Mapping[str, PossibleSet]


@dataclass(slots=True)
class Changes:
    """The changes of one engine's questions; holds no answers."""

    engine: Engine
    _changeable: Mapping[str, Question] = field(init=False)

    def __post_init__(self) -> None:
        questions = self.engine.catalogue.dictionary.questions
        self._changeable = {
            name: question
            for name, question in questions.items()
            if question.changeable is not None
        }

    def of(self, condition: Condition, view: View) -> tuple[tuple[Change, ...], ...]:
        """Ways to make a failed condition hold: cheapest first, then fewest, then in questionnaire order, at most five.

        In each way the steps come first; what is only assumed of answers not given follows.
        """
        levers = self._levers(condition, view)
        needed = _needed(condition, view, levers)
        if needed is None:
            return ()
        found: list[tuple[Change, ...]] = []
        kept: list[frozenset[str]] = []
        for chosen in islice(_in_order(needed, levers), MOST_TRIED):
            names = frozenset(lever.question for lever in chosen)
            if any(less <= names for less in kept):
                continue
            if chosen and condition.settled(_freed(view, chosen)) != NO:
                way = self._way(condition, view, chosen)
                if way:
                    kept.append(names)
                    found.append(way)
                if len(found) == MOST_WAYS:
                    break
        return tuple(found)

    def step(self, condition: Condition, view: View) -> str | None:
        """The question whose change alone could make a failed condition hold, the cheapest; None if there is none.

        Quick, as no way is worked out: nothing is lost but that the condition may then only seem to be able to hold,
        where it joins several unknown numbers or records.
        """
        levers = self._levers(condition, view)
        needed = _needed(condition, view, levers)
        if needed is None or len(needed) > 1:
            return None
        for lever in sorted(needed or levers, key=lambda lever: (lever.effort, lever.place)):
            for one in lever.sets:
                after = view.children({**lever.renewed, lever.question: one})
                if condition.settled(after) != NO:
                    return lever.question
        return None

    def _levers(self, condition: Condition, view: View) -> list[_Lever]:
        """The given answers a firm can change that bear on a condition."""
        engine, found = self.engine, []
        for place, name in enumerate(engine.named(condition.reach & view.narrowed)):
            question = self._changeable.get(name)
            if question is None or question.changeable is None:
                continue
            change = question.changeable
            sets = tuple(
                reachable(
                    engine.universes[name],
                    view.raw(name),
                    change,
                    columns=engine.columns_of(name),
                    most=question.most,
                )
            )
            if sets:
                found.append(_Lever(name, change.effort, place, sets, self._renewed(change)))
        return found

    def _renewed(self, change: Changeable) -> dict[str, PossibleSet]:
        """What is known of questions that a change makes new: a day is today, others as it says, the rest is open."""
        engine, found = self.engine, {}
        for name in change.renews:
            universe = engine.universes[name]
            full = universe.full
            today = engine.day.toordinal()
            if universe.kind in DAY_KINDS and isinstance(full, OrderedSet):
                full = OrderedSet(((today, today),), full.step, na=False)
            found[name] = full
        for name, option in change.settles.items():
            universe = engine.universes[name]
            if isinstance(universe.full, ChoiceSet):
                found[name] = ChoiceSet(universe.mask((option,)), na=False)
        return found

    def _way(
        self, condition: Condition, view: View, chosen: Sequence[_Lever]
    ) -> tuple[Change, ...] | None:
        """One way in which the condition holds when these answers change."""
        renewed: dict[str, PossibleSet] = {}
        for lever in chosen:
            renewed.update(lever.renewed)
        names = [lever.question for lever in chosen]
        ways = product(*(lever.sets for lever in chosen))
        for sets in islice(ways, MOST_SETS):
            root = view.children({**renewed, **dict(zip(names, sets, strict=True))})
            if condition.settled(root) == NO:
                continue
            held = self._held(condition, view, root)
            if held is not None:
                loose = self._loosened(condition, root, held)
                return self._told(root, loose, names, renewed)
        return None

    def can_hold(self, condition: Condition, view: View) -> bool:
        """Whether a completion is known that surely makes the condition hold; no where none was found."""
        return condition.settled(view) == YES or self._held(condition, view, view) is not None

    def _held(self, condition: Condition, view: View, root: View) -> dict[str, PossibleSet] | None:
        """What questions have to be, of all that they may be in the root, so that the condition surely holds."""
        try:
            reached = Diagram(self.engine, condition.node, root).reaches(YES)
        except TooLargeError:
            return None
        if reached is None:
            return None
        held = {name: _plain(one) for name, one in reached.differs_from(root).items()}
        if condition.settled(root.children(held)) == YES:
            return held
        return self._filled(condition, view, (root, held), reached.assumed)

    # -- what a diagram cannot split --------------------------------------------------------------------------------

    def _filled(
        self,
        condition: Condition,
        view: View,
        start: tuple[View, dict[str, PossibleSet]],
        assumed: Mapping[int, int],
    ) -> dict[str, PossibleSet] | None:
        """The same with records, and with numbers that are compared with each other, until it surely holds."""
        root, held = start
        atoms = [self.engine.atoms[number] for number in assumed]
        names = dict.fromkeys(name for atom in atoms for name in atom.questions)
        choices: list[list[tuple[str, PossibleSet]]] = []
        for name in names:
            now = held.get(name, root.raw(name))
            if isinstance(now, TableSet):
                tests = [atom.test for atom in atoms if name in atom.questions]
                tables = list(self._tables(view, name, now, tests))
                choices.append([(name, table) for table in tables])
            elif isinstance(now, OrderedSet) and not is_certain(now):
                choices.append([(name, end) for end in _ends(now)])
        for cells in islice(product(*choices), MOST_TRIED):
            tried = {**held, **dict(cells)}
            if condition.settled(root.children(tried)) == YES:
                return tried
        return None

    def _tables(
        self, view: View, name: str, now: TableSet, tests: Sequence[Test]
    ) -> Iterator[TableSet]:
        """The table with records that the tests speak of: as many as are new in it, or few where nothing is known."""
        before = view.raw(name)
        old = before.rows if isinstance(before, TableSet) and before.rows is not None else ()
        most = self.engine.catalogue.dictionary.questions[name].most
        counts = FEW_RECORDS if now.rows is None else (len(now.rows) - len(old),)
        for count in (number for number in counts if len(old) + number <= most):
            for rows in new_records(self.engine.columns_of(name), tests, old, count):
                yield TableSet((*old, *rows), na=False)

    # -- loosening --------------------------------------------------------------------------------------------------

    def _loosened(
        self, condition: Condition, root: View, held: dict[str, PossibleSet]
    ) -> dict[str, PossibleSet]:
        """As little said as is needed: what need not be known is left out, later questions first; the rest widened."""
        engine = self.engine
        order = [name for name in engine.questions if name in held]
        for name in reversed(order):
            rest = {key: one for key, one in held.items() if key != name}
            if condition.settled(root.children(rest)) == YES:
                held = rest
        for name in [name for name in order if name in held]:
            whole = root.raw(name)
            if not isinstance(whole, ChoiceSet | OrderedSet):
                continue
            pieces = parts_of(engine, root, name, condition.tests_about(name))
            if len(pieces) > MOST_PIECES:
                continue
            wider: Share | None = None
            for piece in pieces:
                holds = condition.settled(root.children({**held, name: piece})) == YES
                if holds and piece != only_na(whole):
                    wider = piece if wider is None else joined(wider, piece)
            if isinstance(wider, ChoiceSet | OrderedSet):
                held = {**held, name: wider}
        return held

    def _told(
        self,
        root: View,
        held: Mapping[str, PossibleSet],
        steps: Sequence[str],
        renewed: Mapping[str, PossibleSet],
    ) -> tuple[Change, ...]:
        engine = self.engine
        assumed = [
            name
            for name in engine.questions
            if name not in steps and (name in held or name in renewed)
        ]

        def change(name: str, *, is_assumed: bool) -> Change:
            possible = held.get(name, root.raw(name))
            return Change(name, answer_of(engine, name, possible), assumed=is_assumed)

        return (
            *(change(name, is_assumed=False) for name in engine.questions if name in steps),
            *(change(name, is_assumed=True) for name in assumed),
        )


def _needed(condition: Condition, view: View, levers: Sequence[_Lever]) -> list[_Lever] | None:
    """The changes without which no other helps; None where nothing does."""
    if not levers or condition.settled(_freed(view, levers)) == NO:
        return None
    return [
        lever
        for lever in levers
        if condition.settled(_freed(view, [one for one in levers if one is not lever])) == NO
    ]


def _in_order(needed: Sequence[_Lever], levers: Sequence[_Lever]) -> Iterator[tuple[_Lever, ...]]:
    """Sets of changes that hold all those needed: cheapest first, then fewest, then in questionnaire order."""
    rest = [lever for lever in levers if lever not in needed]
    sets = [
        tuple(sorted((*needed, *more), key=lambda lever: lever.place))
        for size in range(min(len(rest), MOST_TOGETHER) + 1)
        for more in combinations(rest, size)
    ]
    sets.sort(
        key=lambda chosen: (
            sum(lever.effort for lever in chosen),
            len(chosen),
            [lever.place for lever in chosen],
        )
    )
    return iter(sets)


def _freed(view: View, levers: Sequence[_Lever]) -> View:
    """A view in which these answers may be as they are and all that they could become: never too little."""
    possible: dict[str, PossibleSet] = {}
    for lever in levers:
        possible.update(
            (name, _widest(view.raw(name), (one,))) for name, one in lever.renewed.items()
        )
    for lever in levers:
        possible[lever.question] = _widest(view.raw(lever.question), lever.sets)
    return view.children(possible)


def _widest(now: PossibleSet, sets: Sequence[PossibleSet]) -> PossibleSet:
    """One set that holds all of these."""
    every = (now, *sets)
    if isinstance(now, ChoiceSet):
        mask, na = 0, False
        for one in every:
            if isinstance(one, ChoiceSet):
                mask, na = mask | one.mask, na or one.na
        return ChoiceSet(mask, na=na)
    if isinstance(now, OrderedSet):
        spans = [span for one in every if isinstance(one, OrderedSet) for span in one.spans]
        low, high = min(span[0] for span in spans), max(span[1] for span in spans)
        return OrderedSet(((low, high),), now.step, na=now.na)
    if isinstance(now, SelectionSet):
        return SelectionSet(None, 0, 0, now.full, na=now.na)
    if isinstance(now, TableSet):
        return TableSet(None, na=now.na)
    return now


def _plain(possible: PossibleSet) -> PossibleSet:
    """Of selections that hold some options, the one that holds no other: it is told, and quickly followed."""
    if not isinstance(possible, SelectionSet) or possible.listed is not None:
        return possible
    return SelectionSet((possible.must,), 0, 0, possible.full, na=False)


def _ends(possible: OrderedSet) -> list[OrderedSet]:
    low, high = possible.spans[0][0], possible.spans[-1][1]
    values = dict.fromkeys((low, high, low + possible.step))
    return [OrderedSet(((value, value),), possible.step, na=False) for value in values]
