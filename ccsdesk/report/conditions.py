"""The conditions of a programme on paper: what fails, what is open, what is met, each kind under its word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from ccsdesk.domain.programme import Programme
from ccsdesk.domain.verdict import Reason, Truth
from ccsdesk.report.blocks import Block, Item, Mark, Paragraph, Points, Rich, muted, rich, strong
from ccsdesk.report.condition_words import Condition, conditions, state_words
from ccsdesk.report.telling import Telling

STATE_MARKS = {Truth.NO: Mark.NO, Truth.OPEN: Mark.OPEN, Truth.YES: Mark.YES}
"""In the order in which they are told."""


def condition_blocks(telling: Telling, programme: Programme, reason: Reason) -> tuple[Block, ...]:
    """The whole tree; for a programme in lots first what holds for all of them, then each lot with its own."""
    found = conditions(telling, programme, reason)
    lots = [one for one in found if one.is_lot]
    shared = [one for one in found if not one.is_lot]
    if lots:
        common = [one for one in lots[0].children if all(one in lot.children for lot in lots)]
        shared += common
        lots = [_without(lot, common) for lot in lots]
    return (*_by_state(telling, shared), *chain.from_iterable(_lot(telling, lot) for lot in lots))


def _without(lot: Condition, common: list[Condition]) -> Condition:
    return replace(lot, children=tuple(one for one in lot.children if one not in common))


def _lot(telling: Telling, lot: Condition) -> Iterator[Block]:
    state = state_words(telling, lot)
    yield Paragraph(rich(strong(lot.text), f" – {state}"), mark=STATE_MARKS[lot.state])
    if all(state_words(telling, one) == state for one in lot.children):
        if lot.children:
            yield Points(tuple(_point(telling, one, within=state) for one in lot.children))
        return
    yield from _by_state(telling, lot.children)


def _by_state(telling: Telling, found: Iterable[Condition]) -> Iterator[Block]:
    by_words: dict[tuple[Truth, str], list[Condition]] = {}
    for one in found:
        by_words.setdefault((one.state, state_words(telling, one)), []).append(one)
    for state in STATE_MARKS:
        for (here, words), members in by_words.items():
            if here is state:
                yield Paragraph(rich(strong(f"{words}:")))
                yield Points(tuple(_point(telling, one, within=words) for one in members))


def _point(telling: Telling, condition: Condition, *, within: str) -> Item:
    """`within`: the word of the state that stands above already."""
    words = state_words(telling, condition)
    children = tuple(_point(telling, child, within=words) for child in condition.children)
    state = rich() if words == within else rich(strong(f"{words}."))
    return Item(
        rich(condition.text), STATE_MARKS[condition.state], (*state, *_notes(condition)), children
    )


def _notes(condition: Condition) -> Rich:
    """What an answer meets needs none beside it: all answers stand at the end of the plan."""
    is_answered = condition.state is Truth.YES and condition.questions
    if condition.children or is_answered:
        return rich(muted(condition.caution)) if condition.caution else ()
    said = " ".join((*condition.notes, condition.caution)).strip()
    return rich(muted(said)) if said else ()
