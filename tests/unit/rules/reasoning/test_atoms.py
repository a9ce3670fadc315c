"""Single tests over sets of values: yes if every value agrees, no if none does, else open."""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ccsdesk.rules.language.core import (
    All,
    Always,
    Applies,
    CellIsOneOf,
    Compare,
    Constant,
    Relation,
    Test,
)
from ccsdesk.rules.reasoning.atoms import (
    NO,
    OPEN,
    YES,
    applies_truth,
    choice_truth,
    compare_truth,
    count_truth,
    run_single,
    selection_truth,
)
from ccsdesk.rules.reasoning.engine import Engine
from ccsdesk.rules.reasoning.ranges import NOTHING, Range
from ccsdesk.rules.reasoning.sets import (
    AnyText,
    ChoiceSet,
    OrderedSet,
    PossibleSet,
    SelectionSet,
    TableSet,
)
from ccsdesk.rules.reasoning.values import ordered_range, selected_range
from ccsdesk.rules.reasoning.view import View
from tests.support import worlds

FULL = 0b111
RELATIONS: dict[Relation, Callable[[int, int], bool]] = {
    Relation.LESS: operator.lt,
    Relation.AT_MOST: operator.le,
    Relation.EQUAL: operator.eq,
    Relation.AT_LEAST: operator.ge,
    Relation.MORE: operator.gt,
}

spans = st.tuples(st.integers(0, 4), st.integers(0, 4)).map(sorted)


def agreed(truths: set[bool]) -> int:
    return OPEN if len(truths) > 1 else (YES if True in truths else NO)


@given(st.sampled_from(Relation), spans, spans, st.booleans())
def test_a_comparison_is_certain_exactly_if_all_values_agree(
    relation: Relation,
    left: list[int],
    right: list[int],
    absent: bool,  # noqa: FBT001
) -> None:
    truths = {
        RELATIONS[relation](a, b)
        for a, b in product(range(left[0], left[1] + 1), range(right[0], right[1] + 1))
    }
    if absent:
        truths.add(False)
    found = compare_truth(relation, Range(left[0], left[1], absent=absent), Range(*right))
    assert found == agreed(truths)


@pytest.mark.parametrize("relation", Relation)
def test_a_comparison_without_a_value_is_no(relation: Relation) -> None:
    assert compare_truth(relation, NOTHING, Range(1, 1)) == NO
    assert compare_truth(relation, Range(1, 1), NOTHING) == NO


@pytest.mark.parametrize("relation", Relation)
def test_a_comparison_without_ends_is_open(relation: Relation) -> None:
    assert compare_truth(relation, Range(None, None), Range(1, 1)) == OPEN
    assert compare_truth(relation, Range(1, 1), Range(None, None)) == OPEN


@given(st.integers(0, FULL), st.booleans(), st.integers(0, FULL))
def test_a_choice_is_among_options_if_all_it_may_be_are(
    mask: int,
    na: bool,  # noqa: FBT001
    wanted: int,
) -> None:
    assume(mask or na)
    truths = {bool(1 << bit & wanted) for bit in range(3) if 1 << bit & mask}
    if na:
        truths.add(False)
    assert choice_truth(ChoiceSet(mask, na=na), wanted) == agreed(truths)


@given(st.integers(0, FULL), st.integers(0, FULL), st.booleans(), st.integers(1, FULL))
def test_a_free_selection_has_an_option_if_all_selections_do(
    must: int,
    never: int,
    na: bool,  # noqa: FBT001
    wanted: int,
) -> None:
    never &= ~must
    chosen = [c for c in range(FULL + 1) if c & must == must and not c & never]
    truths = {bool(c & wanted) for c in chosen} | ({False} if na else set())
    possible = SelectionSet(None, must, never, FULL, na=na)
    assert selection_truth(possible, wanted) == agreed(truths)
    counts = [c.bit_count() for c in chosen]
    assert selected_range(possible) == Range(min(counts), max(counts), absent=na)


@given(st.lists(st.integers(0, FULL), unique=True), st.booleans(), st.integers(1, FULL))
def test_listed_selections_have_an_option_if_each_does(
    listed: list[int],
    na: bool,  # noqa: FBT001
    wanted: int,
) -> None:
    assume(listed or na)
    truths = {bool(c & wanted) for c in listed} | ({False} if na else set())
    possible = SelectionSet(tuple(listed), 0, 0, FULL, na=na)
    assert selection_truth(possible, wanted) == agreed(truths)
    counts = [c.bit_count() for c in listed]
    expected = Range(min(counts), max(counts), absent=na) if counts else NOTHING
    assert selected_range(possible) == expected


VALUES: list[PossibleSet] = [
    ChoiceSet(1, na=False),
    SelectionSet((1,), 0, 0, FULL, na=False),
    SelectionSet(None, 0, 0, FULL, na=False),
    OrderedSet(((0, 1),), 1, na=False),
    TableSet(None, na=False),
    AnyText(na=False),
]


@pytest.mark.parametrize("possible", VALUES)
def test_a_question_with_values_applies(possible: PossibleSet) -> None:
    assert applies_truth(possible) == YES


NO_VALUES: list[PossibleSet] = [
    ChoiceSet(0, na=True),
    SelectionSet((), 0, 0, FULL, na=True),
    OrderedSet((), 1, na=True),
    TableSet((), na=True),
    AnyText(na=True),
]


@pytest.mark.parametrize("possible", NO_VALUES)
def test_a_question_without_values_does_not_apply(possible: PossibleSet) -> None:
    assert applies_truth(possible) == NO


OPEN_VALUES: list[PossibleSet] = [
    ChoiceSet(1, na=True),
    SelectionSet((1,), 0, 0, FULL, na=True),
    SelectionSet(None, 0, 0, FULL, na=True),
    OrderedSet(((0, 1),), 1, na=True),
    TableSet(None, na=True),
]


@pytest.mark.parametrize("possible", OPEN_VALUES)
def test_a_question_with_values_that_perhaps_does_not_apply_is_open(
    possible: PossibleSet,
) -> None:
    assert applies_truth(possible) == OPEN


@given(
    st.lists(st.sampled_from([NO, OPEN, YES]), max_size=4),
    st.integers(0, 4),
    st.none() | st.integers(0, 4),
)
def test_a_count_is_certain_exactly_if_all_outcomes_agree(
    truths: list[int], low: int, high: int | None
) -> None:
    outcomes = product(*[{NO: [0], YES: [1], OPEN: [0, 1]}[truth] for truth in truths])
    found = {low <= sum(each) and (high is None or sum(each) <= high) for each in outcomes}
    assert count_truth(truths, low, high) == agreed(found)


def test_a_test_is_run_on_a_question_of_its_kind() -> None:
    number, choice = OrderedSet(((0, 1),), 1, na=False), ChoiceSet(1, na=False)
    with pytest.raises(TypeError, match="no choice"):
        choice_truth(number, 1)
    with pytest.raises(TypeError, match="no selection"):
        selection_truth(number, 1)
    with pytest.raises(TypeError, match="no selection"):
        selected_range(choice)
    with pytest.raises(TypeError, match="no order"):
        ordered_range(choice)


def single(test: Test) -> int:
    engine = Engine(worlds.world({}), worlds.DAY)
    run = run_single(test, engine.plain, engine.universes, engine.tables)
    return run(View.of_answers(engine, {}))


def test_single_tests_of_the_rarer_kinds() -> None:
    assert single(Always(truth=True)) == YES
    assert single(Always(truth=False)) == NO
    assert single(Applies("people")) == OPEN
    assert single(Applies("form")) == YES
    five = Constant(Decimal(5))
    assert single(Compare(Relation.EQUAL, five, five)) == YES


@pytest.mark.parametrize("test", [All(()), CellIsOneOf("kind", frozenset({"a"}))])
def test_groups_and_cells_are_not_single_tests(test: Test) -> None:
    with pytest.raises(TypeError, match="not a single test"):
        single(test)
