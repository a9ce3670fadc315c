"""What a firm could change about an answer. Never a change of what cannot be changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from ccsdesk.domain.question import Changeable
from ccsdesk.rules.reasoning.sets import (
    ChoiceSet,
    OrderedSet,
    PossibleSet,
    SelectionSet,
    TableSet,
    Universe,
    any_row,
)

UP, DOWN = "up", "down"
MOST_ADDED = 3
"""Options added to a selection together, unless all that can be added are."""


def reachable(
    universe: Universe,
    possible: PossibleSet,
    changeable: Changeable,
    *,
    columns: Mapping[str, Universe],
    most: int,
) -> Iterator[PossibleSet]:
    """All that an answer could become by a change the catalogue allows, in one set or several.

    Options are added to a selection, never taken out of it. Records are never taken away either: a table becomes the
    old ones with 1, 2 ... up to `most` records in all.
    """
    full = universe.full
    match full:
        case ChoiceSet():
            # to become what it may be already is no change
            now = possible.mask if isinstance(possible, ChoiceSet) and possible != full else 0
            mask = universe.mask(changeable.to) & ~now
            if mask:
                yield ChoiceSet(mask, na=False)
        case SelectionSet():
            yield from _with_more(full, possible, universe.mask(changeable.to))
        case OrderedSet(spans, step, _):
            low, high = spans[0][0], spans[-1][1]
            if isinstance(possible, OrderedSet) and possible.spans:
                low = possible.spans[0][0] if changeable.direction == UP else low
                high = possible.spans[-1][1] if changeable.direction == DOWN else high
            yield OrderedSet(((low, high),), step, na=False)
        case TableSet():
            rows = possible.rows if isinstance(possible, TableSet) else None
            if rows is not None and changeable.direction != DOWN:
                for more in range(1, most - len(rows) + 1):
                    yield TableSet((*rows, *[any_row(columns)] * more), na=False)
        case _:
            return


def _with_more(full: SelectionSet, possible: PossibleSet, more: int) -> Iterator[SelectionSet]:
    """Every selection that is meant now, with some of these options beside what is in it, the fewest first."""
    listed = possible.listed if isinstance(possible, SelectionSet) else None
    bits = [1 << index for index in range(more.bit_length()) if more >> index & 1]
    added = [
        sum(some)
        for size in range(len(bits) + 1)
        for some in combinations(bits, size)
        if size <= MOST_ADDED or size == len(bits)
    ]
    ways = dict.fromkeys(chosen | some for some in added for chosen in listed or (0,))
    yield SelectionSet(tuple(ways), 0, 0, full.full, na=False)
