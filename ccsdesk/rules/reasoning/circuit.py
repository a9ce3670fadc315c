"""Conditions as small circuits over numbered single tests, shared by every programme that asks the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeAlias, TypeGuard, assert_never

from ccsdesk.rules.reasoning.atoms import NO, OPEN, YES, count_truth

Rest: TypeAlias = "int | Group"
"""What is left of a condition once decided tests are taken out: NO, YES, an open test, or a group of rests.

Two ways the answers may be with equal rests depend on the same open tests in the same way.
"""
_FIRST_TEST = YES + 1
"""Open tests are numbered from here in a rest."""


class Group(NamedTuple):
    """Rests that still count together. `word` says how; for a count, how many are needed and allowed."""

    word: tuple[str, int, int | None]
    parts: tuple[Rest, ...]


_NOT, _ALL, _ANY = ("not", 0, None), ("all", 0, None), ("any", 0, None)


class Truths(Protocol):
    """Gives the truth of a single test by its number."""

    def truth(self, atom: int) -> int:
        """0 no, 1 open, 2 yes."""
        ...


@dataclass(frozen=True, slots=True)
class Fixed:
    """Always yes or always no."""

    value: int

    def run(self, _truths: Truths) -> int:
        """The fixed truth."""
        return self.value

    def rest(self, _truths: Truths) -> Rest:
        """The fixed truth."""
        return self.value


@dataclass(frozen=True, slots=True)
class Leaf:
    """One single test."""

    atom: int

    def run(self, truths: Truths) -> int:
        """The truth of the test."""
        return truths.truth(self.atom)

    def rest(self, truths: Truths) -> Rest:
        """The test, if it is open."""
        truth = truths.truth(self.atom)
        return self.atom + _FIRST_TEST if truth == OPEN else truth


@dataclass(frozen=True, slots=True)
class Opposite:
    """Not."""

    item: Node

    def run(self, truths: Truths) -> int:
        """Yes and no change places."""
        return YES - self.item.run(truths)

    def rest(self, truths: Truths) -> Rest:
        """The opposite of what is left of the item."""
        rest = self.item.rest(truths)
        return YES - rest if is_decided(rest) else Group(_NOT, (rest,))


@dataclass(frozen=True, slots=True)
class Every:
    """All of."""

    items: tuple[Node, ...]

    def run(self, truths: Truths) -> int:
        """The least of the items."""
        result = YES
        for item in self.items:
            truth = item.run(truths)
            if truth == NO:
                return NO
            result = min(result, truth)
        return result

    def rest(self, truths: Truths) -> Rest:
        """All of the open items."""
        return _rest_of(self.items, truths, ends=NO, otherwise=YES, word=_ALL)


@dataclass(frozen=True, slots=True)
class Some:
    """Any of."""

    items: tuple[Node, ...]

    def run(self, truths: Truths) -> int:
        """The greatest of the items."""
        result = NO
        for item in self.items:
            truth = item.run(truths)
            if truth == YES:
                return YES
            result = max(result, truth)
        return result

    def rest(self, truths: Truths) -> Rest:
        """Any of the open items."""
        return _rest_of(self.items, truths, ends=YES, otherwise=NO, word=_ANY)


@dataclass(frozen=True, slots=True)
class Counted:
    """Between `low` and `high` of the items."""

    items: tuple[Node, ...]
    low: int
    high: int | None

    def run(self, truths: Truths) -> int:
        """Three-valued count."""
        return count_truth([item.run(truths) for item in self.items], self.low, self.high)

    def rest(self, truths: Truths) -> Rest:
        """How many of the open items are still needed, and at most allowed."""
        truth = self.run(truths)
        if truth != OPEN:
            return truth
        rests = [item.rest(truths) for item in self.items]
        surely = rests.count(YES)
        high = None if self.high is None else self.high - surely
        left = tuple(rest for rest in rests if not is_decided(rest))
        return Group(("count", self.low - surely, high), left)


Node: TypeAlias = Fixed | Leaf | Opposite | Every | Some | Counted


def is_decided(rest: Rest) -> TypeGuard[int]:
    """Whether nothing open is left, so that the rest is NO or YES."""
    return isinstance(rest, int) and rest < _FIRST_TEST


def _rest_of(
    items: tuple[Node, ...],
    truths: Truths,
    *,
    ends: int,
    otherwise: int,
    word: tuple[str, int, None],
) -> Rest:
    """The rest of a group that one item at `ends` decides; each open item once."""
    left: dict[Rest, None] = {}
    for item in items:
        rest = item.rest(truths)
        if rest == ends:
            return ends
        if rest != otherwise:
            left[rest] = None
    if not left:
        return otherwise
    return Group(word, tuple(left)) if len(left) > 1 else next(iter(left))


def atoms_of(node: Node) -> Iterator[int]:
    """All single tests under a node, one that stands twice twice."""
    match node:
        case Fixed():
            return
        case Leaf(atom):
            yield atom
        case Opposite(item):
            yield from atoms_of(item)
        case Every(items) | Some(items) | Counted(items, _, _):
            for item in items:
                yield from atoms_of(item)
        case _:
            assert_never(node)


def atoms_in(rest: Rest) -> Iterator[int]:
    """The open single tests in a rest; one that stands in several places comes as often."""
    if not isinstance(rest, int):
        for part in rest.parts:
            yield from atoms_in(part)
    elif rest >= _FIRST_TEST:
        yield rest - _FIRST_TEST


def renumbered(node: Node, numbers: Mapping[int, int]) -> Node:
    """A circuit with other numbers for some of its tests."""
    match node:
        case Fixed():
            return node
        case Leaf(atom):
            return Leaf(numbers.get(atom, atom))
        case Opposite(item):
            return Opposite(renumbered(item, numbers))
        case Every(items):
            return Every(tuple(renumbered(item, numbers) for item in items))
        case Some(items):
            return Some(tuple(renumbered(item, numbers) for item in items))
        case Counted(items, low, high):
            return Counted(tuple(renumbered(item, numbers) for item in items), low, high)
        case _:
            assert_never(node)
