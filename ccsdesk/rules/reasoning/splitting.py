"""How the values a question may have fall into parts that conditions can tell apart.

Exactness rests on this: inside a part that cannot be split any more, every test that looks at this question alone has
one truth. What is left open there hangs on something else (another question, or records of a table).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ccsdesk.rules.language.core import Applies, HasAny, IsOneOf
from ccsdesk.rules.reasoning.atoms import OPEN
from ccsdesk.rules.reasoning.engine import Atom, Engine
from ccsdesk.rules.reasoning.sets import (
    AnyText,
    CellSet,
    ChoiceSet,
    Number,
    OrderedSet,
    PossibleSet,
    SelectionSet,
    TableSet,
    is_certain,
    only_na,
)
from ccsdesk.rules.reasoning.view import View

SMALL = 12
"""Values of a question that are tried one by one when a test looks at several questions at once."""
MOST_PARTS = 1000
"""Parts of a question before giving up, so that a test that never settles does not split it for ever."""


@dataclass(frozen=True, slots=True)
class OptionClass:
    """Options of a selection (bits) that no test can tell apart, and whether some test counts them."""

    options: int
    counted: bool


def parts_of(
    engine: Engine,
    view: View,
    question: str,
    about: Sequence[Atom],
    *,
    classes: Sequence[OptionClass] | None = None,
) -> tuple[PossibleSet, ...]:
    """The parts of what a question may be that these tests about it can tell apart; one part if they cannot.

    The parts are disjoint, and every value is in one of them or stands to the tests like those in one of them. A free
    selection is split one class of options at a time; without `classes` they are those of the tests.
    """
    whole = view.raw(question)
    if not about or isinstance(whole, AnyText) or is_certain(whole):
        return (whole,)
    if isinstance(whole, TableSet):
        return _split_table(whole)
    if isinstance(whole, ChoiceSet):
        return _split_choice(whole, about)
    if isinstance(whole, SelectionSet):
        known_classes = classes if classes is not None else classes_of(engine, question, about)
        return _split_selection(whole, about, known_classes) or (whole,)
    if whole is not engine.universes[question].full:
        return _split_ordered(view, whole, question, about)
    key = (question, tuple(atom.number for atom in about))
    known = engine.parts.get(key)
    if known is None:
        known = engine.parts[key] = _split_ordered(view, whole, question, about)
    return known


def _split_table(whole: TableSet) -> tuple[PossibleSet, ...]:
    """Records cannot be told apart; only whether there is a table at all."""
    if whole.rows is None and whole.na:
        return only_na(whole), TableSet(None, na=False)
    return (whole,)


def _split_choice(possible: ChoiceSet, about: Sequence[Atom]) -> tuple[PossibleSet, ...]:
    parts = [possible.mask]
    for atom in about:
        if isinstance(atom.test, IsOneOf):
            wanted = atom.wanted
            parts = [piece for part in parts for piece in (part & wanted, part & ~wanted) if piece]
        elif not isinstance(atom.test, Applies):
            parts = [1 << bit for part in parts for bit in _bits(part)]
    result: list[PossibleSet] = [ChoiceSet(part, na=False) for part in parts]
    if possible.na:
        result.append(ChoiceSet(0, na=True))
    return tuple(result)


def _bits(mask: int) -> Iterable[int]:
    index = 0
    while mask:
        if mask & 1:
            yield index
        mask >>= 1
        index += 1


def _split_selection(
    possible: SelectionSet, about: Sequence[Atom], classes: Sequence[OptionClass]
) -> tuple[PossibleSet, ...]:
    full = possible.full
    if possible.na and possible.listed != ():
        certain = SelectionSet(possible.listed, possible.must, possible.never, full, na=False)
        return only_na(possible), certain
    if possible.listed is not None:
        return tuple(SelectionSet((item,), 0, 0, full, na=False) for item in possible.listed)
    undecided = full & ~(possible.must | possible.never)
    counting = any(_counts(atom) for atom in about)
    wanted = undecided if counting else _wanted(about) & undecided
    for group in classes:
        if group.options & wanted:
            return _chosen_of(possible, group)
    return ()


def _chosen_of(possible: SelectionSet, group: OptionClass) -> tuple[PossibleSet, ...]:
    """None, or some, of options that no test can tell apart; if they are counted, each number of them."""
    bits = [1 << index for index in _bits(group.options)]
    numbers = range(len(bits) + 1) if group.counted else range(2)
    return tuple(
        SelectionSet(
            None,
            possible.must | sum(bits[:number]),
            possible.never | sum(bits[number:]),
            possible.full,
            na=False,
        )
        for number in numbers
    )


def classes_of(engine: Engine, question: str, tests: Sequence[Atom]) -> tuple[OptionClass, ...]:
    """The classes of options of a selection that these tests look at."""
    full = engine.universes[question].full
    counted = any(_counts(atom) for atom in tests)
    classes: dict[tuple[bool, ...], int] = {}
    for index in _bits(full.full if isinstance(full, SelectionSet) else 0):
        seen = tuple(bool(atom.wanted & 1 << index) for atom in tests)
        classes[seen] = classes.get(seen, 0) | 1 << index
    return tuple(
        OptionClass(options, counted) for seen, options in classes.items() if counted or any(seen)
    )


def _counts(atom: Atom) -> bool:
    return not isinstance(atom.test, HasAny | Applies)


def _wanted(about: Sequence[Atom]) -> int:
    wanted = 0
    for atom in about:
        wanted |= atom.wanted
    return wanted


def _split_ordered(
    view: View, whole: OrderedSet, question: str, about: Sequence[Atom]
) -> tuple[PossibleSet, ...]:
    """Spans over which no test about this question alone turns; the whole if there would be too many."""
    step = whole.step
    done: list[PossibleSet] = [only_na(whole)] if whole.na else []
    todo = list(whole.spans)
    while todo:
        low, high = todo.pop()
        pieces = _pieces(view, question, about, (low, high, step))
        if not pieces:
            done.append(OrderedSet(((low, high),), step, na=False))
        todo.extend(pieces)
        if len(todo) + len(done) > MOST_PARTS:
            return (whole,)
    return tuple(done)


def _pieces(
    view: View, question: str, about: Sequence[Atom], span: tuple[Number, Number, Number]
) -> list[tuple[Number, Number]]:
    """A span cut where a test turns; nothing if none does."""
    low, high, step = span
    for atom in about:
        if len(atom.questions) == 1:
            at = _turn(_Alone(view, question, atom, step), low, high)
            if at is not None:
                return [(low, at - step), (at, high)]
    joint = any(len(atom.questions) > 1 for atom in about)
    if not joint or low >= high or (high - low) / step >= SMALL:
        return []
    values = [low + step * number for number in range(int((high - low) / step) + 1)]
    return [(value, value) for value in values]


def _on_grid(low: Number, value: Number, step: Number) -> Number:
    steps = (Fraction(value) - low) // step
    result = low + steps * step
    return int(result) if result == int(result) else result


@dataclass(frozen=True, slots=True)
class Assumed:
    """The facts of a view with one question asked and set, whatever decides whether it is asked."""

    view: View
    question: str
    possible: PossibleSet

    def of(self, question: str) -> PossibleSet:
        """The set assumed for the one question, the view's for all others."""
        return self.possible if question == self.question else self.view.of(question)

    def cell(self, column: str) -> CellSet:
        """There is no record here."""
        return self.view.cell(column)


@dataclass(frozen=True, slots=True)
class _Alone:
    """A test that looks at one ordered question alone."""

    view: View
    question: str
    atom: Atom
    step: Number

    def over(self, first: Number, last: Number) -> int:
        """Its truth for a span of values."""
        span = OrderedSet(((first, last),), self.step, na=False)
        return self.atom.run(Assumed(self.view, self.question, span))


def _turn(test: _Alone, low: Number, high: Number) -> Number | None:
    """The first value at which a test has another truth than at `low`; None if there is none.

    Such a test turns at most once between ends of different truth. Where both ends agree but the whole is open, the
    turn lies inside and the middle is tried, so that repeated splitting still comes to an end.
    """
    step = test.step
    whole = test.over(low, high)
    if whole != OPEN:
        return None
    first, last = test.over(low, low), test.over(high, high)
    if first == last:
        middle = _on_grid(low, low + Fraction(high - low) / 2, step)
        return middle + step if middle < high else None
    while high - low > step:
        middle = _on_grid(low, low + Fraction(high - low) / 2, step)
        if test.over(middle, middle) == first:
            low = middle
        else:
            high = middle
    return high
