"""What a firm could change about an answer. Never a change of what cannot be changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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


def reachable(
    universe: Universe,
    possible: PossibleSet,
    changeable: Changeable,
    *,
    columns: Mapping[str, Universe],
    most: int,
) -> Iterator[PossibleSet]:
    """All that an answer could become by a change the catalogue allows, in one set or several.

    Records are never taken away: a table becomes the old ones with 1, 2 ... up to `most` records more.
    """
    full = universe.full
    match full:
        case ChoiceSet():
            yield ChoiceSet(universe.mask(changeable.to), na=False)
        case SelectionSet():
            yield SelectionSet(None, 0, 0, full.full, na=False)
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
