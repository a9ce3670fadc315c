"""Single tests made runnable: each gives no, open or yes for the values its facts may have.

Truths are small integers here (0 no, 1 open, 2 yes), so that all-of is `min`, any-of is `max` and not is `2 - x`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias, assert_never

from ccsdesk.domain.verdict import Truth
from ccsdesk.rules.language.core import (
    All,
    Always,
    Any,
    Applies,
    CellIsOneOf,
    Compare,
    CountOf,
    HasAny,
    IsOneOf,
    Not,
    Relation,
    Test,
)
from ccsdesk.rules.reasoning.moments import Moments
from ccsdesk.rules.reasoning.ranges import Range
from ccsdesk.rules.reasoning.sets import (
    AnyText,
    ChoiceSet,
    OrderedSet,
    PossibleSet,
    SelectionSet,
    TableSet,
    Universe,
)
from ccsdesk.rules.reasoning.values import Facts, TableReader, run_value

NO: Final = 0
OPEN: Final = 1
YES: Final = 2
TRUTHS: Final = (Truth.NO, Truth.OPEN, Truth.YES)

RunTest: TypeAlias = Callable[[Facts], int]


def choice_truth(possible: PossibleSet, wanted: int) -> int:
    """Whether the chosen option is among these bits."""
    if not isinstance(possible, ChoiceSet):
        message = f"{possible!r} is no choice"
        raise TypeError(message)
    hit = possible.mask & wanted
    if not hit:
        return NO
    return YES if hit == possible.mask and not possible.na else OPEN


def selection_truth(possible: PossibleSet, wanted: int) -> int:
    """Whether the selection holds at least one of these bits."""
    if not isinstance(possible, SelectionSet):
        message = f"{possible!r} is no selection"
        raise TypeError(message)
    if possible.listed is not None:
        hits = sum(1 for item in possible.listed if item & wanted)
        if not hits:
            return NO
        return YES if hits == len(possible.listed) and not possible.na else OPEN
    if possible.must & wanted:
        return OPEN if possible.na else YES
    return OPEN if wanted & ~possible.never else NO


def applies_truth(possible: PossibleSet) -> int:
    """Whether the question applies."""
    if not possible.na:
        return YES
    match possible:
        case ChoiceSet(mask, _):
            empty = mask == 0
        case SelectionSet(listed, _, _, _, _):
            empty = listed == ()
        case OrderedSet(spans, _, _):
            empty = not spans
        case TableSet(rows, _):
            empty = rows == ()
        case AnyText():
            empty = True
        case _:
            assert_never(possible)
    return NO if empty else OPEN


def compare_truth(relation: Relation, left: Range, right: Range) -> int:
    """Whether two ranges stand in this relation; without a value on a side it is no."""
    if left.empty or right.empty:
        return NO
    sure, never = _certain(relation, left, right)
    if never:
        return NO
    return YES if sure and not (left.absent or right.absent) else OPEN


def _certain(relation: Relation, left: Range, right: Range) -> tuple[bool, bool]:
    """Whether the relation surely holds, and whether it surely does not."""
    match relation:
        case Relation.AT_LEAST:
            return _not_below(left, right), _not_below(right, left, strictly=True)
        case Relation.MORE:
            return _not_below(left, right, strictly=True), _not_below(right, left)
        case Relation.AT_MOST:
            return _not_below(right, left), _not_below(left, right, strictly=True)
        case Relation.LESS:
            return _not_below(right, left, strictly=True), _not_below(left, right)
        case Relation.EQUAL:
            fixed = left.low is not None and left.low == left.high == right.low == right.high
            below = _not_below(right, left, strictly=True)
            return fixed, below or _not_below(left, right, strictly=True)
        case _:
            assert_never(relation)


def _not_below(upper: Range, lower: Range, *, strictly: bool = False) -> bool:
    """Whether every value of `upper` is at least (strictly: more than) every value of `lower`."""
    if upper.low is None or lower.high is None:
        return False
    return upper.low > lower.high if strictly else upper.low >= lower.high


def run_single(
    test: Test, moments: Moments, universes: Mapping[str, Universe], tables: TableReader
) -> RunTest:
    """A function for a test that is not a group of others."""
    match test:
        case IsOneOf(question, options):
            wanted = universes[question].mask(options)
            return lambda facts: choice_truth(facts.of(question), wanted)
        case HasAny(question, options):
            wanted = universes[question].mask(options)
            return lambda facts: selection_truth(facts.of(question), wanted)
        case Applies(question):
            return lambda facts: applies_truth(facts.of(question))
        case Compare(relation, left, right):
            first = run_value(left, moments, tables)
            second = run_value(right, moments, tables)
            return lambda facts: compare_truth(relation, first(facts), second(facts))
        case Always(truth):
            fixed = YES if truth else NO
            return lambda _facts: fixed
        case Not() | All() | Any() | CountOf() | CellIsOneOf():
            message = f"{type(test).__name__} is not a single test"
            raise TypeError(message)
        case _:
            assert_never(test)


def count_truth(truths: list[int], low: int, high: int | None) -> int:
    """Whether the number of yes among these lies between low and high."""
    surely = truths.count(YES)
    perhaps = surely + truths.count(OPEN)
    top = len(truths) if high is None else high
    if perhaps < low or surely > top or low > top:
        return NO
    return YES if surely >= low and perhaps <= top else OPEN
