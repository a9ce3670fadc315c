"""The condition tree as a person may be told it: what was never looked into is neither met nor failed. Decides nothing.

To the rules a comparison with a question that is not asked is no. That is right where a fact makes the question empty;
where only a wish does, for a thing the person did not ask for, the answer is simply not known.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from ccsdesk.domain.verdict import Reason, Truth

OPPOSITE: Mapping[Truth, Truth] = {
    Truth.YES: Truth.NO,
    Truth.NO: Truth.YES,
    Truth.OPEN: Truth.OPEN,
}


def as_seen(
    reason: Reason, unasked: Mapping[str, tuple[str, ...]], wishes: Collection[str]
) -> Reason:
    """The tree with what was not looked into open; `unasked` as in `Results.unasked`.

    The verdict stands. Where it is not "no", only the parts that fail change: the others carry it.
    """
    unseen = {name for name, behind in unasked.items() if not set(behind).isdisjoint(wishes)}
    if not unseen:
        return reason
    if reason.state is not Truth.NO:
        return _with_failed_parts_as_seen(reason, unseen)
    return replace(_as_seen(reason, unseen), state=Truth.NO)


def is_unseen(reason: Reason, unasked: Collection[str]) -> bool:
    """Whether all that is open in it was never asked."""
    if reason.state is not Truth.OPEN:
        return False
    if reason.children:
        waiting = [child for child in reason.children if child.state is Truth.OPEN]
        return all(is_unseen(child, unasked) for child in waiting)
    return bool(reason.questions) and all(name in unasked for name in reason.questions)


def _with_failed_parts_as_seen(reason: Reason, unseen: AbstractSet[str]) -> Reason:
    """States of groups stay: another part made them so. What a "not" turns round carries the verdict itself."""
    if not reason.children or reason.kind == "not":
        return reason
    children = tuple(
        _as_seen(child, unseen)
        if child.state is Truth.NO
        else _with_failed_parts_as_seen(child, unseen)
        for child in reason.children
    )
    return reason if children == reason.children else replace(reason, children=children)


def _as_seen(reason: Reason, unseen: AbstractSet[str]) -> Reason:
    if not reason.children:
        is_known = unseen.isdisjoint(reason.questions)
        return reason if is_known else replace(reason, state=Truth.OPEN)
    children = tuple(_as_seen(child, unseen) for child in reason.children)
    if children == reason.children:
        return reason
    return replace(reason, state=_state(reason, children), children=children)


def _state(reason: Reason, children: tuple[Reason, ...]) -> Truth:
    states = [child.state for child in children]
    if reason.kind == "not":
        return OPPOSITE[states[0]]
    if reason.kind in {"all", "any"}:
        decisive = Truth.NO if reason.kind == "all" else Truth.YES
        if decisive in states:
            return decisive
        return Truth.OPEN if Truth.OPEN in states else OPPOSITE[decisive]
    # so many of them: what could still be met or fail leaves it open
    return Truth.OPEN
