"""What a firm could change about an answer. Never a change of what cannot be changed."""

from __future__ import annotations

from ccsdesk.domain.question import Changeable
from ccsdesk.rules.reasoning.sets import (
    ChoiceSet,
    OrderedSet,
    PossibleSet,
    SelectionSet,
    TableSet,
    Universe,
)


def reachable(
    universe: Universe, possible: PossibleSet, changeable: Changeable
) -> PossibleSet | None:
    """All that an answer could become by a change the catalogue allows; None if nothing can change."""
    full = universe.full
    match full:
        case ChoiceSet():
            mask = universe.mask(changeable.to)
            return ChoiceSet(mask, na=False) if mask else None
        case SelectionSet():
            return full if changeable.to else None
        case OrderedSet(spans, step, _):
            if not isinstance(possible, OrderedSet) or not possible.spans:
                return full
            low, high = spans[0][0], spans[-1][1]
            if changeable.direction == "up":
                low = possible.spans[0][0]
            elif changeable.direction == "down":
                high = possible.spans[-1][1]
            return OrderedSet(((low, high),), step, na=False)
        case TableSet():
            return TableSet(None, na=False)
        case _:
            return None
