"""What of a question leads to one end of a fork in a diagram: joining such shares, and what answers leave of them.

Equal shares are spelled the same, however a question was split. Decides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from ccsdesk.rules.reasoning.sets import (
    ChoiceSet,
    Number,
    OrderedSet,
    PossibleSet,
    SelectionSet,
    TableSet,
)


@dataclass(frozen=True, slots=True)
class SomeOf:
    """Selections with one of these numbers of a group of options; more than `most` of the group count as `most`.

    `na`: it may also be that the question does not apply.
    """

    group: int
    numbers: tuple[int, ...]
    most: int
    na: bool


Share: TypeAlias = PossibleSet | SomeOf
"""A part of what a question may be, or several joined."""


def share_of(whole: PossibleSet, part: PossibleSet, parts: int) -> Share:
    """The share that is one part of a whole split into so many parts."""
    if not isinstance(part, SelectionSet) or part.listed:
        return part
    if part.na:
        return SomeOf(0, (), parts - 1, na=True)
    before = whole.must | whole.never if isinstance(whole, SelectionSet) else 0
    chosen = part.must & ~before
    return SomeOf(chosen | part.never & ~before, (chosen.bit_count(),), parts - 1, na=False)


def joined(first: Share, second: Share) -> Share:
    """Both together: two shares of one fork, which have nothing in common."""
    match first, second:
        case ChoiceSet(), ChoiceSet():
            return ChoiceSet(first.mask | second.mask, na=first.na or second.na)
        case OrderedSet(), OrderedSet():
            spans = _touching((*first.spans, *second.spans), first.step)
            return OrderedSet(spans, first.step, na=first.na or second.na)
        case SomeOf(), SomeOf():
            numbers = tuple(sorted((*first.numbers, *second.numbers)))
            group, na = first.group | second.group, first.na or second.na
            return SomeOf(group, numbers, first.most, na=na)
        case SelectionSet(), SelectionSet():
            listed = tuple(sorted((*(first.listed or ()), *(second.listed or ()))))
            return SelectionSet(listed, 0, 0, first.full, na=first.na or second.na)
        case TableSet(), TableSet():
            return TableSet(None, na=first.na or second.na)
        case _:
            message = f"{first!r} and {second!r} cannot be joined"
            raise TypeError(message)


def _touching(
    spans: tuple[tuple[Number, Number], ...], step: Number
) -> tuple[tuple[Number, Number], ...]:
    """The spans in order, those that touch made one."""
    result: list[tuple[Number, Number]] = []
    for low, high in sorted(spans):
        if result and low == result[-1][1] + step:
            result[-1] = (result[-1][0], high)
        else:
            result.append((low, high))
    return tuple(result)


def is_plain(possible: PossibleSet) -> bool:
    """Whether `left_of` can tell what this leaves of a share; not where some selections are possible and some not."""
    if not isinstance(possible, SelectionSet):
        return True
    if possible.listed is None:
        return not possible.must and not possible.never
    return len(possible.listed) + possible.na == 1


def left_of(share: Share, possible: PossibleSet) -> Share | None:
    """What is left of a share of a question that may be anything, where it may be only this; None for nothing."""
    match share, possible:
        case ChoiceSet(), ChoiceSet():
            choice = ChoiceSet(share.mask & possible.mask, na=share.na and possible.na)
            return choice if choice.mask or choice.na else None
        case OrderedSet(), OrderedSet():
            return _ordered_left(share, possible)
        case SomeOf(), SelectionSet():
            return _selection_left(share, possible)
        case TableSet(), TableSet():
            na = share.na and possible.na
            some = share.rows is None and not (possible.na and possible.rows == ())
            return TableSet(None if some else (), na=na) if some or na else None
        case _:
            message = f"{share!r} is no share of what may be {possible!r}"
            raise TypeError(message)


def _ordered_left(share: OrderedSet, possible: OrderedSet) -> OrderedSet | None:
    na = share.na and possible.na
    spans = tuple(
        (max(low, least), min(high, most))
        for low, high in share.spans
        for least, most in possible.spans
        if low <= most and least <= high
    )
    if not spans and not na:
        return None
    return OrderedSet(_touching(spans, share.step), share.step, na=na)


def _selection_left(share: SomeOf, possible: SelectionSet) -> SomeOf | None:
    na, numbers = share.na and possible.na, share.numbers
    if possible.listed is not None:
        there = {min((one & share.group).bit_count(), share.most) for one in possible.listed}
        numbers = tuple(number for number in numbers if number in there)
    return SomeOf(share.group, numbers, share.most, na=na) if numbers or na else None
