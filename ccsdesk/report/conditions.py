"""The conditions of a programme as points of the plan, each with the mark of its state."""

from __future__ import annotations

from ccsdesk.domain.programme import Programme
from ccsdesk.domain.verdict import Reason, Truth
from ccsdesk.report.blocks import Item, Mark, Rich, muted, rich, strong
from ccsdesk.report.condition_words import Condition, conditions, state_words
from ccsdesk.report.telling import Telling

STATE_MARKS = {Truth.YES: Mark.YES, Truth.NO: Mark.NO, Truth.OPEN: Mark.OPEN}


def condition_items(telling: Telling, programme: Programme, reason: Reason) -> tuple[Item, ...]:
    """The points of the whole tree; for a programme in lots, one point a lot."""
    return tuple(_point(telling, one) for one in conditions(telling, programme, reason))


def _point(telling: Telling, condition: Condition) -> Item:
    text = rich(strong(condition.text)) if condition.is_lot else rich(condition.text)
    children = tuple(_point(telling, child) for child in condition.children)
    return Item(text, STATE_MARKS[condition.state], _note(telling, condition), children)


def _note(telling: Telling, condition: Condition) -> Rich:
    state = rich(strong(f"{state_words(telling, condition)}."))
    if condition.children:
        return state
    return (*state, *rich(muted("".join(f" {note}" for note in condition.notes))))
