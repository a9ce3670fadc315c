"""What would make a programme fit, held against trying every change and every completion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from ccsdesk.domain.answers import (
    Amounts,
    Answer,
    AnswerSet,
    Choice,
    DontKnow,
    Records,
    Selection,
    Span,
    exactly,
)
from ccsdesk.domain.question import Changeable, Kind, Question
from ccsdesk.domain.verdict import Change, Verdict
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.language.core import (
    Aggregate,
    AggregateKind,
    All,
    Any,
    CellIsOneOf,
    Compare,
    Constant,
    FactValue,
    HasAny,
    IsOneOf,
    Moment,
    MomentName,
    MonthsBetween,
    Not,
    Relation,
    Test,
)
from ccsdesk.rules.reasoning.match import Matcher
from tests.support import worlds
from tests.support.offers import programme
from tests.support.oracle import Meant, Oracle

SP, DOO = (IsOneOf("form", frozenset({name})) for name in ("sp", "doo"))
YOUNG = IsOneOf("young", frozenset({"yes"}))


def people(relation: Relation, number: int) -> Test:
    return Compare(relation, FactValue("people"), Constant(Decimal(number)))


def ways(catalogue: Catalogue, answers: AnswerSet) -> tuple[tuple[Change, ...], ...]:
    matcher = Matcher(catalogue, worlds.DAY)
    (found,) = matcher.match(answers).programmes
    full = matcher.result(answers, found.id)
    single = [way[0].question for way in full.changes if [c.assumed for c in way].count(False) == 1]
    # the one step is found without working out a way, and names the same
    assert found.step == (single[0] if single else None)
    return full.changes


def after(answers: AnswerSet, way: Sequence[Change]) -> AnswerSet:
    for change in way:
        answers = answers.with_answer(change.question, change.to)
    return answers


def verdict(catalogue: Catalogue, answers: AnswerSet) -> Verdict:
    (found,) = Matcher(catalogue, worlds.DAY).match(answers).programmes
    return found.verdict


def offer(*tests: Test, **changes: Changeable) -> Catalogue:
    world = worlds.with_changes(worlds.with_partners(worlds.world({})), **changes)
    return worlds.with_programme(world, programme(), *tests)


# -- against every change there is ---------------------------------------------------------------

EFFORTS = st.integers(1, 3)


def _to(options: Sequence[str]) -> st.SearchStrategy[Changeable]:
    subsets = st.frozensets(st.sampled_from(options), min_size=1)
    return st.builds(
        lambda to, effort: worlds.changeable(sorted(to), effort=effort), subsets, EFFORTS
    )


def _moving() -> st.SearchStrategy[Changeable]:
    return st.builds(
        lambda way, effort: worlds.changeable(direction=way, effort=effort),
        st.sampled_from(("up", "down", "any")),
        EFFORTS,
    )


MOVES = st.fixed_dictionaries(
    {"form": _to(worlds.FORMS), "people": _moving(), "goals": _to(worlds.GOALS)},
    optional={"young": _to(("yes", "no")), "rooms": _moving()},
)
CERTAIN = st.fixed_dictionaries(
    {
        "form": st.sampled_from(worlds.FORMS).map(exactly),
        "people": st.integers(0, worlds.MOST_PEOPLE).map(lambda number: exactly(Decimal(number))),
    },
    optional={
        "young": st.sampled_from(("yes", "no")).map(exactly),
        "goals": st.frozensets(st.sampled_from(worlds.GOALS)).map(
            lambda chosen: Selection(frozenset({chosen}))
        ),
        "rooms": st.integers(0, 2).map(lambda number: exactly(Decimal(number))),
    },
).map(AnswerSet)


def could_become(question: Question, meant: Sequence[Meant]) -> list[Meant]:
    """All that the answer to a question could become."""
    change = question.changeable
    assert change is not None
    if question.kind is Kind.SEVERAL:
        chosen = [one for one in meant if isinstance(one, frozenset)]
        options = [
            frozenset(more)
            for size in range(len(change.to) + 1)
            for more in combinations(sorted(change.to), size)
        ]
        return [one | more for one in chosen or [frozenset()] for more in options]
    if question.kind is not Kind.NUMBER:
        return sorted(change.to - {one for one in meant if isinstance(one, str)})
    assert isinstance(question.minimum, Decimal)
    assert isinstance(question.maximum, Decimal)
    known = [one for one in meant if isinstance(one, Decimal)]
    low = min(known) if known and change.direction == "up" else question.minimum
    high = max(known) if known and change.direction == "down" else question.maximum
    return [Decimal(value) for value in range(int(low), int(high) + 1)]


def expected(catalogue: Catalogue, test: Test, answers: AnswerSet) -> list[tuple[str, ...]]:
    """The sets of changes that help and of which none can be left out, in the order in which they are told."""
    oracle = Oracle(catalogue, worlds.NAMES)
    questions = catalogue.dictionary.questions
    levers = [
        name
        for name, question in questions.items()
        if question.changeable is not None
        and not isinstance(answers.answers.get(name, DontKnow()), DontKnow)
        and set(oracle.domain(question, answers.answers.get(name)))
        != set(oracle.domain(question, None))
    ]
    helping: list[tuple[str, ...]] = []
    for size in range(1, len(levers) + 1):
        for names in combinations(levers, size):
            if any(set(less) <= set(names) for less in helping):
                continue
            if holds_for_some(oracle, test, answers, names):
                helping.append(names)

    def cost(names: tuple[str, ...]) -> tuple[int, int, list[int]]:
        efforts = [questions[name].changeable for name in names]
        order = list(questions)
        total = sum(one.effort for one in efforts if one is not None)
        return total, len(names), [order.index(name) for name in names]

    return sorted(helping, key=cost)[:5]


def holds_for_some(oracle: Oracle, test: Test, answers: AnswerSet, names: tuple[str, ...]) -> bool:
    class Moved(Oracle):
        def domain(self, question: Question, answer: Answer | None) -> list[Meant]:
            meant = super().domain(question, answer)
            return could_become(question, meant) if question.id in names else meant

    return True in Moved(oracle.catalogue, oracle.decided).verdicts(test, answers)


@settings(max_examples=400, deadline=None)
@given(
    worlds.asking(),
    st.lists(worlds.conditions(), min_size=1, max_size=3),
    CERTAIN | worlds.answer_sets(),
    worlds.orders(),
    MOVES,
)
def test_they_are_the_least_changes_in_order_and_together_they_help(
    asked: dict[str, Test],
    tests: list[Test],
    answers: AnswerSet,
    order: Sequence[str],
    moves: Mapping[str, Changeable],
) -> None:
    world = worlds.with_changes(worlds.world(asked, order), **moves)
    oracle = Oracle(world, worlds.NAMES)
    # most that is thrown together holds: its opposite is what has to be changed
    tests = [Not(one) if oracle.verdicts(one, answers) == {True} else one for one in tests]
    test = All(tuple(tests))
    catalogue = worlds.with_programme(world, programme(), *tests)
    found = ways(catalogue, answers)
    if verdict(catalogue, answers) is not Verdict.NOT_ELIGIBLE:
        assert found == ()
        return
    steps = [tuple(one.question for one in way if not one.assumed) for way in found]
    event(f"{len(found)} ways")
    assert steps == expected(catalogue, test, answers)
    for way in found:
        assert verdict(catalogue, after(answers, way)) is Verdict.ELIGIBLE
        for change in way:
            less = [one for one in way if one is not change]
            assert verdict(catalogue, after(answers, less)) is not Verdict.ELIGIBLE
        for change in way:
            question = catalogue.dictionary.questions[change.question]
            before = oracle.domain(question, answers.answers.get(question.id))
            could = before if change.assumed else could_become(question, before)
            assert set(oracle.domain(question, change.to)) <= set(could)


# -- what is told --------------------------------------------------------------------------------

TO_DOO = worlds.changeable(["doo"], effort=2)
MORE = worlds.changeable(direction="up", effort=4)


def test_a_number_is_told_as_the_span_that_is_enough() -> None:
    catalogue = offer(people(Relation.AT_LEAST, 2), people=MORE)
    assert ways(catalogue, AnswerSet({"people": exactly(Decimal(0))})) == (
        (Change("people", Amounts((Span(Decimal(2), None),)), assumed=False),),
    )


def test_the_cheaper_way_comes_first_and_the_dearer_one_is_not_lost() -> None:
    catalogue = offer(Any((DOO, people(Relation.AT_LEAST, 1))), form=TO_DOO, people=MORE)
    answers = AnswerSet({"form": exactly("sp"), "people": exactly(Decimal(0))})
    assert [way[0].question for way in ways(catalogue, answers)] == ["form", "people"]


def test_what_was_not_answered_is_assumed_and_no_step() -> None:
    catalogue = offer(DOO, YOUNG, form=TO_DOO)
    assert ways(catalogue, AnswerSet({"form": exactly("sp")})) == (
        (
            Change("form", Choice(frozenset({"doo"})), assumed=False),
            Change("young", Choice(frozenset({"yes"})), assumed=True),
        ),
    )


def test_two_changes_may_be_needed_together() -> None:
    catalogue = offer(DOO, people(Relation.AT_LEAST, 1), form=TO_DOO, people=MORE)
    answers = AnswerSet({"form": exactly("sp"), "people": exactly(Decimal(0))})
    ((first, second),) = ways(catalogue, answers)
    assert (first.question, second.question) == ("form", "people")


def test_there_is_no_way_past_what_cannot_be_changed() -> None:
    catalogue = offer(DOO, YOUNG, form=TO_DOO)
    answers = AnswerSet({"form": exactly("sp"), "young": exactly("no")})
    assert ways(catalogue, answers) == ()


def test_no_more_than_five_ways_are_told() -> None:
    tests = (DOO, YOUNG, people(Relation.AT_LEAST, 1), worlds.partners(1))
    rooms = Compare(Relation.AT_LEAST, FactValue("rooms"), Constant(Decimal(1)))
    goal = HasAny("goals", frozenset({"learn"}))
    catalogue = offer(
        Any((*tests, rooms, goal)),
        form=TO_DOO,
        young=worlds.changeable(["yes"]),
        people=MORE,
        rooms=MORE,
        goals=worlds.changeable(["learn"]),
        partners=MORE,
    )
    answers = AnswerSet(
        {
            "form": exactly("sp"),
            "young": exactly("no"),
            "people": exactly(Decimal(0)),
            "rooms": exactly(Decimal(0)),
            "goals": Selection(frozenset({frozenset()})),
            "partners": Records(()),
        }
    )
    found = ways(catalogue, answers)
    assert [way[0].question for way in found] == ["young", "goals", "form", "people", "rooms"]


# -- tables --------------------------------------------------------------------------------------


def agreed(least: int) -> Test:
    number = Aggregate(
        AggregateKind.COUNT, "partners", where=CellIsOneOf("agreed", frozenset({"yes"}))
    )
    return Compare(Relation.AT_LEAST, number, Constant(Decimal(least)))


def test_records_are_the_old_ones_and_new_ones_of_the_kind_that_counts() -> None:
    old = {"agreed": exactly("no")}
    catalogue = offer(agreed(1), partners=MORE)
    answers = AnswerSet({"partners": Records((old,))})
    ((change,),) = ways(catalogue, answers)
    assert change.to == Records((old, {"agreed": exactly("yes")}))
    assert verdict(catalogue, after(answers, [change])) is Verdict.ELIGIBLE


def test_a_table_without_room_for_what_is_asked_gives_no_way() -> None:
    old = {"agreed": exactly("no")}
    catalogue = offer(agreed(2), partners=MORE)
    assert ways(catalogue, AnswerSet({"partners": Records((old,))})) == ()


def test_records_that_nobody_has_asked_about_are_assumed() -> None:
    catalogue = offer(DOO, agreed(1), form=TO_DOO)
    ((form, partners),) = ways(catalogue, AnswerSet({"form": exactly("sp")}))
    assert (form.question, form.assumed) == ("form", False)
    assert partners == Change("partners", Records(({"agreed": exactly("yes")},)), assumed=True)


# -- what a change makes new ---------------------------------------------------------------------


def aged(least: int) -> Test:
    age = MonthsBetween(FactValue("since"), Moment(MomentName.SUBMISSION))
    return Compare(Relation.AT_LEAST, age, Constant(Decimal(least)))


@pytest.mark.parametrize(("test", "helps"), [(aged(12), False), (Not(aged(12)), True)])
def test_another_legal_form_is_as_young_as_the_day(test: Test, *, helps: bool) -> None:
    since = Question("since", Kind.DATE, {"en": "since"}, {"en": "since"})
    world = worlds.world({})
    questions = {**world.dictionary.questions, "since": since}
    world = replace(
        world,
        dictionary=replace(world.dictionary, questions=questions),
        asked_when={**world.asked_when, "since": None},
    )
    change = replace(TO_DOO, renews=("since",))
    catalogue = worlds.with_programme(
        worlds.with_changes(world, form=change), programme(), All((DOO, test))
    )
    answers = AnswerSet({"form": exactly("sp"), "since": exactly(worlds.DAY.replace(year=2019))})
    found = ways(catalogue, answers)
    if not helps:
        assert found == ()
        return
    ((form, day),) = found
    assert (form.question, form.assumed) == ("form", False)
    assert day == Change("since", exactly(worlds.DAY), assumed=True)


def test_what_a_change_settles_is_not_assumed_otherwise() -> None:
    settled = replace(TO_DOO, settles={"young": "no"})
    answers = AnswerSet({"form": exactly("sp")})
    assert ways(offer(DOO, YOUNG, form=settled), answers) == ()
    ((form, young),) = ways(offer(DOO, Not(YOUNG), form=settled), answers)
    assert (form.question, young) == ("form", Change("young", exactly("no"), assumed=True))
