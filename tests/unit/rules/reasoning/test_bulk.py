"""Many people at once against one after the other: the same verdicts, bit for bit, and the same counts."""

from __future__ import annotations

import tracemalloc
from array import array
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ccsdesk.domain.answers import AnswerSet, DontKnow, Records, exactly
from ccsdesk.domain.errors import GivenUpError
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.language.core import (
    All,
    Any,
    Compare,
    Constant,
    FactValue,
    IsOneOf,
    Not,
    Relation,
    Test,
)
from ccsdesk.rules.reasoning.atoms import NO, OPEN, YES
from ccsdesk.rules.reasoning.bulk import settling, single
from ccsdesk.rules.reasoning.bulk.bits import Bits
from ccsdesk.rules.reasoning.bulk.bulk import Bulk, People
from ccsdesk.rules.reasoning.bulk.columns import BATCH, NARROW, Column, Columns
from ccsdesk.rules.reasoning.bulk.counts import Tally
from ccsdesk.rules.reasoning.bulk.index import Index
from ccsdesk.rules.reasoning.exact import Condition
from ccsdesk.rules.reasoning.view import View
from tests.support import offers, worlds
from tests.support.answering import partial_answers
from tests.unit.rules.reasoning.test_shipped import CATALOGUE, DAY

LIMITS = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
STEPS = st.sampled_from(("three-valued", "exact"))
KEPT = ("index", "raw", "many answers", "wide")


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    """Some programmes, one with lots, over five questions and a table, some of them hidden."""
    asked = draw(worlds.asking())
    table_asked = draw(st.none() | worlds.conditions(("form", "people")))
    catalogue = worlds.with_partners(worlds.world(asked, draw(worlds.orders())), table_asked)
    tests = st.lists(
        worlds.conditions() | st.builds(worlds.partners, st.integers(0, 3)), min_size=1, max_size=3
    )
    for name in ("first", "second"):
        catalogue = worlds.with_programme(catalogue, offers.programme(name), *draw(tests))
    lots = {"small": draw(tests), "large": draw(tests)}
    return worlds.with_programme(catalogue, offers.programme("lots"), *draw(tests), **lots)


@st.composite
def people(draw: st.DrawFn) -> list[AnswerSet]:
    """Some people; some of them have records."""
    found = draw(st.lists(worlds.answer_sets(), min_size=1, max_size=7))
    agreed = st.sampled_from([exactly("yes"), exactly("no"), DontKnow()])
    rows = st.lists(agreed.map(lambda cell: {"agreed": cell}), max_size=2)
    records = st.none() | st.just(DontKnow()) | rows.map(lambda made: Records(tuple(made)))
    return [answers.with_answer("partners", draw(records)) for answers in found]


def kept(answer_sets: Sequence[AnswerSet], how: str, size: int) -> People:
    """The people as they may be kept: with bits of every answer made ahead, when asked for, or not at all."""
    columns = Columns.of(answer_sets)
    if how == "raw":
        return columns
    if how == "many answers":
        made = {
            name: replace(column, answers=(*column.answers, *[None] * 80))
            for name, column in columns.columns.items()
        }
        columns = Columns(columns.people, made)
    if how == "wide":
        wide = {
            name: Column(column.answers, array("I", list(column.codes)))
            for name, column in columns.columns.items()
        }
        columns = Columns(columns.people, wide)
    return Index.of(columns, size)


def truth_at(bits: Bits, person: int) -> int:
    yes, no = bits.yes >> person & 1, bits.no >> person & 1
    assert not (yes and no)
    return YES if yes else NO if no else OPEN


def truths(bulk: Bulk, group: People, *, exact: bool = False) -> dict[str, list[int]]:
    """By programme the truth of each person."""
    found: dict[str, list[int]] = {key: [] for key in bulk.bound}
    for batch in bulk.verdicts(group, exact=exact):
        assert batch.start == len(next(iter(found.values())))
        for key, bits in batch.programmes.items():
            assert (bits.yes | bits.no) >> batch.people == 0
            found[key].extend(truth_at(bits, person) for person in range(batch.people))
    return found


def one_by_one(
    bulk: Bulk, group: Sequence[AnswerSet], *, exact: bool = False
) -> dict[str, list[int]]:
    """The same, each person alone."""
    views = [View.of_answers(bulk.engine, answers.answers) for answers in group]
    conditions = {key: bound.condition for key, bound in bulk.bound.items()}
    return {
        key: [one.settled(view) if exact else one.truth(view) for view in views]
        for key, one in conditions.items()
    }


@LIMITS
@given(catalogues(), people(), st.sampled_from(KEPT), st.integers(1, 8))
def test_verdicts_are_those_of_one_after_the_other(
    catalogue: Catalogue, group: list[AnswerSet], how: str, size: int
) -> None:
    bulk = Bulk(catalogue, worlds.DAY)
    assert truths(bulk, kept(group, how, size)) == one_by_one(bulk, group)


@settings(LIMITS, max_examples=50)
@given(catalogues(), people(), st.sampled_from(KEPT), st.integers(1, 8))
def test_the_exact_step_settles_open_verdicts_and_turns_none(
    catalogue: Catalogue, group: list[AnswerSet], how: str, size: int
) -> None:
    bulk = Bulk(catalogue, worlds.DAY)
    quick, exact = (truths(bulk, kept(group, how, size), exact=one) for one in (False, True))
    assert exact == one_by_one(bulk, group, exact=True)
    for key, before in quick.items():
        for one, other in zip(before, exact[key], strict=True):
            assert one in {other, OPEN}


@pytest.mark.parametrize("exact", [False, True])
def test_little_room_to_remember_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, *, exact: bool
) -> None:
    monkeypatch.setattr(single, "MOST_KNOWN", 2)
    monkeypatch.setattr(settling, "MOST_KNOWN", 2)
    more = Compare(Relation.MORE, FactValue("people"), FactValue("rooms"))
    is_young = IsOneOf("young", frozenset({"yes"}))
    test = Any((more, All((Not(more), is_young))))
    catalogue = worlds.with_programme(worlds.world({"rooms": is_young}), offers.programme(), test)
    numbers = [None, DontKnow(), *(exactly(Decimal(value)) for value in range(3))]
    group = [
        AnswerSet({}).with_answer("people", people).with_answer("rooms", rooms)
        for people in numbers
        for rooms in numbers
    ]
    group += [one.with_answer("young", exactly("yes")) for one in group]
    bulk = Bulk(catalogue, worlds.DAY)
    assert truths(bulk, Columns.of(group), exact=exact) == one_by_one(bulk, group, exact=exact)


def test_the_exact_step_is_needed() -> None:
    either = Any(
        (
            All((IsOneOf("form", frozenset({"sp"})), IsOneOf("young", frozenset({"yes"})))),
            All((Not(IsOneOf("form", frozenset({"sp"}))), IsOneOf("young", frozenset({"yes"})))),
        )
    )
    catalogue = worlds.with_programme(worlds.world({}), offers.programme("one"), either)
    bulk = Bulk(catalogue, worlds.DAY)
    group = Columns.of([AnswerSet({"young": exactly("yes")}), AnswerSet({})])
    assert truths(bulk, group) == {"one": [OPEN, OPEN]}
    assert truths(bulk, group, exact=True) == {"one": [YES, OPEN]}


@settings(LIMITS, max_examples=25)
@given(st.lists(partial_answers(CATALOGUE, DAY), min_size=1, max_size=4), st.sampled_from(KEPT))
def test_the_shipped_catalogue_says_the_same(group: list[AnswerSet], how: str) -> None:
    assert truths(BULK, kept(group, how, 3)) == one_by_one(BULK, group)


BULK = Bulk(CATALOGUE, DAY)


@settings(LIMITS, max_examples=50)
@given(catalogues(), people(), st.sampled_from(KEPT), STEPS)
def test_counts_are_those_of_counting_one_after_the_other(
    catalogue: Catalogue, group: list[AnswerSet], how: str, step: str
) -> None:
    bulk, exact = Bulk(catalogue, worlds.DAY), step == "exact"
    counts = bulk.counts(kept(group, how, 3), exact=exact)
    views = [View.of_answers(bulk.engine, answers.answers) for answers in group]
    assert (counts.people, counts.stages) == (len(group), {})
    for key, expected in one_by_one(bulk, group, exact=exact).items():
        found = counts.programmes[key]
        tally = Tally(expected.count(YES), expected.count(NO), expected.count(OPEN))
        assert found.verdicts == tally
        assert found.failed == tuple(
            tuple(sum(part.truth(view) == NO for view in views) for part in way.parts)
            for way in bulk.bound[key].ways
        )


@settings(LIMITS, max_examples=50)
@given(catalogues(), worlds.conditions(), people(), st.sampled_from(KEPT), STEPS)
def test_what_if_is_what_the_condition_would_be(
    catalogue: Catalogue, test: Test, group: list[AnswerSet], how: str, step: str
) -> None:
    bulk, exact = Bulk(catalogue, worlds.DAY), step == "exact"
    condition = Condition(bulk.engine, bulk.engine.node(test, bulk.engine.plain))
    views = [View.of_answers(bulk.engine, answers.answers) for answers in group]
    found = [condition.settled(view) if exact else condition.truth(view) for view in views]
    tally = bulk.what_if(kept(group, how, 3), test, exact=exact)
    assert tally == Tally(found.count(YES), found.count(NO), found.count(OPEN))


def test_many_numbers_that_many_tests_tell_apart() -> None:
    catalogue = worlds.world({"people": IsOneOf("form", frozenset({"doo"}))})
    number = replace(catalogue.dictionary.questions["people"], maximum=Decimal(1000))
    made = {**catalogue.dictionary.questions, "people": number}
    catalogue = replace(catalogue, dictionary=replace(catalogue.dictionary, questions=made))
    for limit in range(0, 1000, 2):
        least = Compare(Relation.AT_LEAST, FactValue("people"), Constant(Decimal(limit)))
        catalogue = worlds.with_programme(catalogue, offers.programme(f"p{limit}"), least)
    group = [
        AnswerSet({"people": exactly(Decimal(value)), "form": form})
        for value in range(0, 1001, 3)
        for form in (exactly("doo"), exactly("sp"), DontKnow())
    ]
    columns = Columns.of(group)
    assert len(columns.column("people").answers) > NARROW
    bulk = Bulk(catalogue, worlds.DAY)
    assert truths(bulk, columns) == one_by_one(bulk, group)


def test_what_if_takes_the_round_of_a_programme() -> None:
    group = Columns.of([AnswerSet({}), AnswerSet({"legal_form": DontKnow()})])
    for key in sorted(CATALOGUE.programmes):
        tally = BULK.what_if(group, CATALOGUE.rules[key].test, programme=key)
        if not CATALOGUE.lots.get(key):
            assert tally == BULK.counts(group).programmes[key].verdicts
            break
    with pytest.raises(KeyError, match="nothing"):
        BULK.what_if(group, Not(IsOneOf("legal_form", frozenset())), programme="nothing")


def crowd(many: int, seed: int = 5) -> Columns:
    """People who answer at random, some questions not at all."""
    random = Random(seed)  # noqa: S311 - nobody has to guess it
    forms = tuple(exactly(name) for name in worlds.FORMS)
    return Columns(
        many,
        {
            "form": Column((None, *forms), random.randbytes(many).translate(bytes(range(4)) * 64)),
            "young": Column(
                (None, exactly("yes"), exactly("no")),
                random.randbytes(many).translate(bytes([0, 1, 2, 2]) * 64),
            ),
        },
    )


def small_bulk(batch: int = BATCH) -> Bulk:
    test = All((IsOneOf("form", frozenset({"doo"})), Not(IsOneOf("young", frozenset({"yes"})))))
    return Bulk(
        worlds.with_programme(worlds.world({}), offers.programme(), test), worlds.DAY, batch=batch
    )


def test_progress_only_grows_and_ends_with_everybody() -> None:
    told: list[tuple[int, int]] = []
    index = Index.of(crowd(1000), size=300)
    small_bulk().counts(index, progress=lambda done, total: told.append((done, total)))
    assert told == [(300, 1000), (600, 1000), (900, 1000), (1000, 1000)]


@pytest.mark.parametrize("exact", [False, True])
def test_no_more_batches_are_looked_at_once_it_is_cancelled(*, exact: bool) -> None:
    told: list[int] = []
    index = Index.of(crowd(1000), size=100)
    with pytest.raises(GivenUpError):
        small_bulk().counts(
            index,
            exact=exact,
            progress=lambda done, _total: told.append(done),
            cancelled=lambda: len(told) == 3,
        )
    assert told == [100, 200, 300]
    with pytest.raises(GivenUpError):
        next(small_bulk().verdicts(index, exact=exact, cancelled=lambda: True))
    with pytest.raises(GivenUpError):
        small_bulk().what_if(index, Any(()), exact=exact, cancelled=lambda: True)


def test_the_exact_step_can_be_cancelled_in_the_middle_of_a_batch() -> None:
    asked: list[None] = []

    def cancelled() -> bool:
        asked.append(None)
        return len(asked) > 2

    with pytest.raises(GivenUpError):
        small_bulk().counts(crowd(5000), exact=True, cancelled=cancelled)
    assert len(asked) == 3


def test_nobody_is_counted_where_there_is_nobody() -> None:
    counts = small_bulk().counts(Columns.of([]), stages=True)
    assert (counts.people, counts.stages) == (0, {})
    assert counts.programmes["one"].verdicts == Tally(0, 0, 0)


def test_memory_goes_by_the_size_of_a_batch_and_not_by_the_number_of_people() -> None:
    size = 1 << 12

    def peak(columns: Columns, batch: int) -> int:
        bulk = small_bulk(batch=batch)
        tracemalloc.start()
        for found in bulk.verdicts(columns):
            assert found.people == batch
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    few, many = peak(crowd(4 * size), size), peak(crowd(32 * size), size)
    assert many < 1.2 * few
    assert peak(crowd(32 * size), 8 * size) > 2 * few
