"""Conditions as small circuits over numbered single tests, shared by every programme that asks the same thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, TypeAlias, assert_never

from ccsdesk.rules.reasoning.atoms import NO, OPEN, YES, count_truth


class Truths(Protocol):
    """Gives the truth of a single test by its number."""

    def truth(self, atom: int) -> int:
        """0 no, 1 open, 2 yes."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """Always yes or always no."""

    value: int

    def run(self, _truths: Truths) -> int:
        """The fixed truth."""
        return self.value


@dataclass(frozen=True, slots=True)
class Leaf:
    """One single test."""

    atom: int

    def run(self, truths: Truths) -> int:
        """The truth of the test."""
        return truths.truth(self.atom)


@dataclass(frozen=True, slots=True)
class Opposite:
    """Not."""

    item: Node

    def run(self, truths: Truths) -> int:
        """Yes and no change places."""
        return YES - self.item.run(truths)


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


@dataclass(frozen=True, slots=True)
class Counted:
    """Between `low` and `high` of the items."""

    items: tuple[Node, ...]
    low: int
    high: int | None

    def run(self, truths: Truths) -> int:
        """Three-valued count."""
        return count_truth([item.run(truths) for item in self.items], self.low, self.high)


Node: TypeAlias = Fixed | Leaf | Opposite | Every | Some | Counted


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


def open_atoms(node: Node, truths: Truths) -> Iterator[int]:
    """The open single tests that the open truth of this node still hangs on; one that stands twice comes twice."""
    if node.run(truths) != OPEN:
        return
    match node:
        case Fixed():
            return
        case Leaf(atom):
            yield atom
        case Opposite(item):
            yield from open_atoms(item, truths)
        case Every(items) | Some(items) | Counted(items, _, _):
            for item in items:
                yield from open_atoms(item, truths)
        case _:
            assert_never(node)
