"""The condition tree as it is told: what nobody looked into is neither met nor failed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccsdesk.domain.verdict import Reason, Truth
from ccsdesk.rules.reasoning.seen import as_seen, is_unseen
from ccsdesk.services.catalogue_care import open_catalogue
from ccsdesk.services.planning import read_answers_of
from ccsdesk.services.results import Results
from tests.support.checkout import ROOT
from tests.support.command_line import DAY

YES, NO, OPEN = Truth.YES, Truth.NO, Truth.OPEN
UNASKED = {"hidden": ("wanted",), "empty": ("form",)}
WISHES = {"wanted"}


def leaf(question: str, state: Truth) -> Reason:
    return Reason("condition", state, {}, (question,))


def group(kind: str, state: Truth, *children: Reason) -> Reason:
    names = tuple(name for child in children for name in child.questions)
    return Reason(kind, state, {}, names, children=children)


def seen(*children: Reason) -> tuple[Reason, ...]:
    wish = leaf("wanted", NO)
    return as_seen(group("all", NO, wish, *children), UNASKED, WISHES).children[1:]


def test_what_only_a_wish_kept_from_being_asked_is_not_known() -> None:
    assert [one.state for one in seen(leaf("hidden", NO), leaf("hidden", YES))] == [OPEN, OPEN]


def test_what_a_fact_made_empty_stays_as_it_is() -> None:
    assert [one.state for one in seen(leaf("empty", NO), leaf("empty", YES))] == [NO, YES]


@pytest.mark.parametrize(
    ("kind", "known", "state", "told"),
    [
        ("any", NO, NO, OPEN),
        ("any", YES, YES, YES),
        ("all", NO, NO, NO),
        ("all", YES, NO, OPEN),
        ("at_least", NO, NO, OPEN),
    ],
)
def test_a_group_follows_from_its_parts(kind: str, known: Truth, state: Truth, told: Truth) -> None:
    (found,) = seen(group(kind, state, leaf("form", known), leaf("hidden", NO)))
    assert found.state is told
    assert found.children[0].state is known


def test_the_opposite_of_what_is_not_known_is_not_known() -> None:
    (found,) = seen(group("not", YES, leaf("hidden", NO)))
    assert found.state is OPEN
    assert is_unseen(found, UNASKED)


def test_only_what_was_never_asked_is_unseen() -> None:
    asked, hidden = leaf("form", OPEN), leaf("hidden", OPEN)
    assert not is_unseen(group("any", OPEN, asked, hidden), UNASKED)
    assert is_unseen(group("any", OPEN, leaf("form", NO), hidden), UNASKED)
    assert not is_unseen(leaf("hidden", NO), UNASKED)


def test_what_carries_a_verdict_that_is_met_or_open_is_told_as_it_is() -> None:
    for tree in (
        group("all", YES, leaf("hidden", YES)),
        group("all", YES, group("not", YES, leaf("hidden", NO))),
        group("any", OPEN, leaf("form", OPEN), leaf("empty", NO)),
    ):
        assert as_seen(tree, UNASKED, WISHES) is tree


@pytest.mark.parametrize("state", [YES, OPEN])
def test_an_alternative_nobody_looked_into_has_not_failed_where_another_carries(
    state: Truth,
) -> None:
    inner = group("any", state, leaf("form", state), leaf("hidden", NO))
    found = as_seen(group("all", state, inner), UNASKED, WISHES)
    assert (found.state, found.children[0].state) == (state, state)
    assert [one.state for one in leaves(found)] == [state, OPEN]


def test_the_verdict_stands_where_nothing_else_fails() -> None:
    found = as_seen(group("all", NO, leaf("hidden", NO)), UNASKED, WISHES)
    assert (found.state, found.children[0].state) == (NO, OPEN)


def any_group(parts: st.SearchStrategy[Reason]) -> st.SearchStrategy[Reason]:
    return st.builds(
        lambda kind, members: group(kind, state_of(kind, members), *members),
        st.sampled_from(["all", "any"]),
        st.lists(parts, min_size=1, max_size=4),
    )


def state_of(kind: str, members: list[Reason]) -> Truth:
    found = members[0].state
    for one in members[1:]:
        found = found & one.state if kind == "all" else found | one.state
    return found


LEAVES = st.builds(leaf, st.sampled_from(["form", "empty"]), st.sampled_from(list(Truth))) | (
    # a comparison with what is not asked is never open to the rules
    st.builds(leaf, st.just("hidden"), st.sampled_from([YES, NO]))
)


@given(any_group(st.recursive(LEAVES, any_group, max_leaves=12)))
def test_no_part_nobody_looked_into_has_failed_and_the_verdict_stands(tree: Reason) -> None:
    told = as_seen(tree, UNASKED, WISHES)
    assert told.state is tree.state
    pairs = list(zip(leaves(tree), leaves(told), strict=True))
    for before, after in pairs:
        if "hidden" in before.questions:
            assert after.state is not NO
        else:
            assert after == before
    for inner in groups(told):
        if inner.state is NO and inner is not told:
            assert NO in {one.state for one in leaves(inner)}


@pytest.mark.parametrize(
    "example", sorted(path.stem for path in (ROOT / "examples").glob("*.yaml"))
)
def test_no_shipped_programme_tells_a_condition_nobody_asked_about_as_failed(example: str) -> None:
    catalogue = open_catalogue()
    results = Results(catalogue, DAY)
    answers = read_answers_of(ROOT / "examples" / f"{example}.yaml", catalogue, DAY)
    unasked = results.unasked(answers)
    questions = catalogue.dictionary.questions
    told = [results.seen(answers, name, unasked) for name in catalogue.programmes]
    hidden = [
        leaf
        for tree in told
        for leaf in leaves(tree)
        if any(questions[name].wish for key in leaf.questions for name in unasked.get(key, ()))
    ]
    assert NO not in {leaf.state for leaf in hidden}


def leaves(reason: Reason) -> Iterator[Reason]:
    if not reason.children:
        yield reason
    for child in reason.children:
        yield from leaves(child)


def groups(reason: Reason) -> Iterator[Reason]:
    if reason.children:
        yield reason
    for child in reason.children:
        yield from groups(child)
