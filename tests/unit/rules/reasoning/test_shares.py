"""Shares of a question: equal ones are spelled the same, and what answers leave of them is what both hold."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ccsdesk.rules.reasoning.sets import (
    AnyText,
    ChoiceSet,
    OrderedSet,
    PossibleSet,
    SelectionSet,
    TableSet,
)
from ccsdesk.rules.reasoning.shares import Share, SomeOf, is_plain, joined, left_of, share_of

FULL = 0b1111
ANY = SelectionSet(None, 0, 0, FULL, na=False)
NO_SELECTION = SelectionSet((), 0, 0, FULL, na=True)
NO_TABLE, NO_ROWS, SOME_TABLE = (
    TableSet((), na=True),
    TableSet((), na=False),
    TableSet(None, na=False),
)


def chosen(*selections: int) -> SelectionSet:
    return SelectionSet(selections, 0, 0, FULL, na=False)


def spans(*ends: tuple[int, int], na: bool = False) -> OrderedSet:
    return OrderedSet(ends, 1, na=na)


def some_of(*numbers: int, most: int = 3, na: bool = False) -> SomeOf:
    return SomeOf(0b0111, numbers, most, na)


# -- joining -------------------------------------------------------------------------------------


def test_spans_that_touch_are_one_however_they_were_split() -> None:
    one = joined(joined(spans((1, 4)), spans((9, 12))), spans((5, 8), na=True))
    other = joined(spans((5, 12)), spans((1, 4), na=True))
    assert one == other == spans((1, 12), na=True)
    assert joined(spans((1, 4)), spans((6, 8))) == spans((1, 4), (6, 8))


def test_spans_touch_by_their_own_step() -> None:
    cent = Fraction(1, 100)
    first = OrderedSet(((0, 1),), cent, na=False)
    assert joined(first, OrderedSet(((1 + cent, 2),), cent, na=False)).spans == ((0, 2),)  # type: ignore[union-attr]
    assert joined(first, OrderedSet(((2, 3),), cent, na=False)).spans == ((0, 1), (2, 3))  # type: ignore[union-attr]


def test_options_numbers_and_tables_are_joined() -> None:
    choice = joined(ChoiceSet(0b01, na=False), ChoiceSet(0b10, na=True))
    assert choice == ChoiceSet(0b11, na=True)
    assert joined(some_of(2), some_of(0)) == some_of(0, 2)
    assert joined(SomeOf(0, (), 3, na=True), some_of(1)) == some_of(1, na=True)
    assert joined(chosen(0b10), chosen(0b01)) == chosen(0b01, 0b10)
    assert joined(NO_TABLE, SOME_TABLE) == TableSet(None, na=True)


def test_what_is_of_different_kinds_cannot_be_joined_or_left() -> None:
    with pytest.raises(TypeError, match="cannot be joined"):
        joined(ChoiceSet(1, na=False), SOME_TABLE)
    with pytest.raises(TypeError, match="is no share"):
        left_of(ChoiceSet(1, na=False), AnyText(na=False))


# -- parts of a selection ------------------------------------------------------------------------


def test_a_part_of_a_selection_is_told_by_what_it_decides_anew() -> None:
    whole = SelectionSet(None, 0b1000, 0, FULL, na=False)
    part = SelectionSet(None, 0b1001, 0b0110, FULL, na=False)
    assert share_of(whole, part, 4) == some_of(1)
    assert share_of(ANY, chosen(0b1), 2) == chosen(0b1)
    assert share_of(SelectionSet(None, 0, 0, FULL, na=True), NO_SELECTION, 2) == SomeOf(
        0, (), 1, na=True
    )


# -- what answers leave --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("share", "possible", "left"),
    [
        (ChoiceSet(0b110, na=True), ChoiceSet(0b011, na=False), ChoiceSet(0b010, na=False)),
        (ChoiceSet(0b110, na=True), ChoiceSet(0, na=True), ChoiceSet(0, na=True)),
        (ChoiceSet(0b110, na=True), ChoiceSet(0b001, na=False), None),
        (spans((0, 9), (20, 29)), spans((5, 24)), spans((5, 9), (20, 24))),
        (spans((0, 9), na=True), spans((10, 24)), None),
        (spans((0, 9), na=True), spans(na=True), spans(na=True)),
        (some_of(1, 2), chosen(0b1011), some_of(2)),
        (some_of(1, 2), chosen(0b1000), None),
        (some_of(1, most=1), chosen(0b0110), some_of(1, most=1)),
        (some_of(1, na=True), ANY, some_of(1)),
        (some_of(1, na=True), NO_SELECTION, SomeOf(0b0111, (), 3, na=True)),
        (SomeOf(0, (), 1, na=True), chosen(0b1), None),
        (SOME_TABLE, NO_ROWS, SOME_TABLE),
        (SOME_TABLE, NO_TABLE, None),
        (NO_TABLE, NO_ROWS, None),
        (NO_TABLE, NO_TABLE, NO_TABLE),
    ],
)
def test_answers_leave_what_both_hold(
    share: Share, possible: PossibleSet, left: Share | None
) -> None:
    assert left_of(share, possible) == left


@pytest.mark.parametrize("possible", [ANY, chosen(0b1), NO_SELECTION, spans((0, 1), (3, 4))])
def test_one_value_any_or_a_range_leaves_what_can_be_told(possible: PossibleSet) -> None:
    assert is_plain(possible)


@pytest.mark.parametrize(
    "possible",
    [
        chosen(0b1, 0b10),
        SelectionSet((0b1,), 0, 0, FULL, na=True),
        SelectionSet(None, 0b1, 0, FULL, na=False),
        SelectionSet(None, 0, 0b1, FULL, na=False),
    ],
)
def test_some_selections_of_many_leave_what_cannot_be_told(possible: PossibleSet) -> None:
    assert not is_plain(possible)
