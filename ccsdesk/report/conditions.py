"""The conditions of a programme as points of the plan, each with the mark of its state."""

from __future__ import annotations

from ccsdesk.domain.programme import Programme
from ccsdesk.domain.verdict import Reason, Truth
from ccsdesk.report.blocks import Item, Mark, Rich, muted, rich, strong
from ccsdesk.report.condition_words import Condition, conditions
from ccsdesk.report.telling import Telling
from ccsdesk.text.names import TRUTH_NAMES

STATE_MARKS = {Truth.YES: Mark.YES, Truth.NO: Mark.NO, Truth.OPEN: Mark.OPEN}


def condition_items(telling: Telling, programme: Programme, reason: Reason) -> tuple[Item, ...]:
    """The points of the whole tree; for a programme in lots, one point a lot."""
    return tuple(_point(telling, one) for one in conditions(telling, programme, reason))


def _point(telling: Telling, condition: Condition) -> Item:
    text = rich(strong(condition.text)) if condition.is_lot else rich(condition.text)
    children = tuple(_point(telling, child) for child in condition.children)
    return Item(text, STATE_MARKS[condition.state], _note(telling, condition), children)


def _note(telling: Telling, condition: Condition) -> Rich:
    state = rich(strong(telling.say(TRUTH_NAMES[condition.state]) + "."))
    if condition.children:
        return state
    return (*state, *rich(muted("".join(f" {note}" for note in condition.notes))))
