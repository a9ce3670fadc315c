"""Ways the answers can turn out that were found once and prove for ever what a condition can come to.

An example says for some questions what they are; whatever the others are, the condition then has the truth that the
example stands for. So any answers that leave room for an example leave room for that truth, and nothing is worked out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from ccsdesk.rules.reasoning.sets import (
    ChoiceSet,
    OrderedSet,
    PossibleSet,
    SelectionSet,
    TableSet,
    Universe,
)

MOST = 24
"""Examples kept of one truth."""


class Possible(Protocol):
    """Gives what a question may be."""

    def raw(self, question: str) -> PossibleSet:
        """What the question may be, were it asked."""
        ...


class Examples:
    """The examples of one condition, by the truth they stand for; the one that helped last is tried first."""

    __slots__ = ("_kept", "_universes")

    def __init__(self, universes: Mapping[str, Universe]) -> None:
        self._universes = universes
        self._kept: dict[int, list[Mapping[str, PossibleSet]]] = {}

    def show(self, view: Possible, truth: int) -> bool:
        """Whether one of them shows that some completion of the view gives this truth."""
        kept = self._kept.get(truth)
        for place, example in enumerate(kept or ()):
            if self._has_room(view, example):
                if kept is not None and place:
                    kept.insert(0, kept.pop(place))
                return True
        return False

    def add(self, truth: int, example: Mapping[str, PossibleSet]) -> None:
        """Keep one more; the one that has not helped for longest goes."""
        kept = self._kept.setdefault(truth, [])
        kept.insert(0, example)
        del kept[MOST:]

    def forget(self) -> None:
        """Keep none."""
        self._kept.clear()

    def _has_room(self, view: Possible, example: Mapping[str, PossibleSet]) -> bool:
        for question, part in example.items():
            possible = view.raw(question)
            if possible is not self._universes[question].full and not meet(possible, part):
                return False
        return True


def meet(first: PossibleSet, second: PossibleSet) -> bool:
    """Whether some value is in both; no also where that would take long to find out."""
    if first is second or (first.na and second.na):
        return True
    if isinstance(first, ChoiceSet) and isinstance(second, ChoiceSet):
        return bool(first.mask & second.mask)
    if isinstance(first, OrderedSet) and isinstance(second, OrderedSet):
        return any(
            low <= most and least <= high
            for low, high in first.spans
            for least, most in second.spans
        )
    if isinstance(first, SelectionSet) and isinstance(second, SelectionSet):
        return _selections_meet(first, second)
    if isinstance(first, TableSet) and isinstance(second, TableSet):
        return first.rows is None and second.rows is None
    return False


def _selections_meet(first: SelectionSet, second: SelectionSet) -> bool:
    if first.listed is not None and second.listed is not None:
        return not set(first.listed).isdisjoint(second.listed)
    if first.listed is not None:
        return any(_fits(item, second) for item in first.listed)
    if second.listed is not None:
        return any(_fits(item, first) for item in second.listed)
    return not (first.must | second.must) & (first.never | second.never)


def _fits(selection: int, free: SelectionSet) -> bool:
    return selection & free.must == free.must and not selection & free.never
