"""Decision diagrams where they are hard: tables that decide what is asked, wide selections, too many states."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccsdesk.domain.answers import Answer, AnswerSet, DontKnow, Records, Selection, exactly
from ccsdesk.domain.question import Kind, Option, Question
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.language.core import (
    Aggregate,
    AggregateKind,
    All,
    Always,
    Any,
    Applies,
    Arithmetic,
    Compare,
    Constant,
    CountOf,
    CountSelected,
    FactValue,
    HasAny,
    IsOneOf,
    Not,
    Operator,
    Relation,
    Test,
)
from ccsdesk.rules.language.facts import Tree
from ccsdesk.rules.reasoning import diagram
from ccsdesk.rules.reasoning.atoms import NO, OPEN, YES
from ccsdesk.rules.reasoning.engine import Engine
from ccsdesk.rules.reasoning.exact import Condition
from ccsdesk.rules.reasoning.view import View
from tests.support import worlds
from tests.support.oracle import Oracle

ROOMS = Compare(Relation.AT_LEAST, FactValue("rooms"), Constant(Decimal(1)))
SP = IsOneOf("form", frozenset({"sp"}))
NAMES = ("form", "partners", "rooms")


def made(
    catalogue: Catalogue, test: Test, answers: Mapping[str, Answer] | None = None
) -> tuple[Condition, View]:
    engine = Engine(catalogue, worlds.DAY)
    condition = Condition(engine, engine.node(test, engine.plain))
    return condition, View.of_answers(engine, answers or {})


# -- tables --------------------------------------------------------------------------------------


def ordered(catalogue: Catalogue, order: Sequence[str]) -> Catalogue:
    questions = {name: catalogue.dictionary.questions[name] for name in order}
    return replace(catalogue, dictionary=replace(catalogue.dictionary, questions=questions))


def table_world(asked: Mapping[str, Test], order: Sequence[str] = NAMES) -> Catalogue:
    small = worlds.world({"rooms": asked.get("rooms", Any((SP, Not(SP))))}, ("form", "rooms"))
    return ordered(worlds.with_partners(small, asked.get("partners")), order)


def conditions(*least: int) -> st.SearchStrategy[Test]:
    leaves = st.one_of(
        worlds.conditions(("form", "rooms")), st.sampled_from([worlds.partners(n) for n in least])
    )
    return st.recursive(
        leaves,
        lambda items: st.one_of(
            st.builds(All, st.lists(items, min_size=2, max_size=3).map(tuple)),
            st.builds(Any, st.lists(items, min_size=2, max_size=3).map(tuple)),
            st.builds(Not, items),
        ),
        max_leaves=5,
    )


rooms_asked = st.sampled_from([worlds.partners(1), Any((worlds.partners(1), SP)), Not(SP)])
asking: st.SearchStrategy[dict[str, Test]] = st.fixed_dictionaries(
    {}, optional={"rooms": rooms_asked, "partners": worlds.conditions(("form",))}
)
table_answers: st.SearchStrategy[Answer] = st.one_of(
    st.just(DontKnow()), st.integers(0, 2).map(lambda rows: Records(({},) * rows))
)
answer_sets = st.builds(
    lambda most, rows: AnswerSet({**most, **rows}),
    worlds.answer_sets().map(
        lambda answers: {k: v for k, v in answers.answers.items() if k in NAMES}
    ),
    st.fixed_dictionaries({}, optional={"partners": table_answers}),
)


@settings(max_examples=120, deadline=None)
@given(asking, conditions(1), answer_sets, st.permutations(NAMES))
def test_a_table_that_one_test_looks_at_is_exact_even_where_it_decides_what_is_asked(
    asked: dict[str, Test], test: Test, answers: AnswerSet, order: Sequence[str]
) -> None:
    catalogue = table_world(asked, order)
    oracle = Oracle(catalogue, NAMES)
    condition, view = made(catalogue, test, answers.answers)
    truths = oracle.verdicts(test, answers)
    expected = OPEN if len(truths) > 1 else (YES if True in truths else NO)
    assert condition.settled(view) == expected
    assert set(condition.missing(view)) == oracle.missing(test, answers)


@settings(max_examples=120, deadline=None)
@given(asking, conditions(1, 2), answer_sets, st.permutations(NAMES))
def test_a_table_that_several_tests_look_at_is_sound(
    asked: dict[str, Test], test: Test, answers: AnswerSet, order: Sequence[str]
) -> None:
    catalogue = table_world(asked, order)
    oracle = Oracle(catalogue, NAMES)
    condition, view = made(catalogue, test, answers.answers)
    settled = condition.settled(view)
    if settled != OPEN:
        assert oracle.verdicts(test, answers) == {settled == YES}
    missing = set(condition.missing(view))
    assert missing >= oracle.missing(test, answers)
    assert bool(missing) == (settled == OPEN)


def test_a_table_that_perhaps_does_not_apply_is_told_apart_from_one_that_does() -> None:
    world = worlds.with_partners(worlds.world({}))
    questions = {
        name: replace(question, may_not_apply=name == "partners")
        for name, question in world.dictionary.questions.items()
    }
    catalogue = replace(world, dictionary=replace(world.dictionary, questions=questions))
    either = Any((Applies("partners"), worlds.partners(1)))
    condition, view = made(catalogue, either)
    assert condition.settled(view) == OPEN
    assert condition.missing(view) == ("partners",)
    condition, view = made(catalogue, All((worlds.partners(1), Not(Applies("partners")))))
    assert condition.settled(view) == NO


def test_a_test_that_makes_no_difference_either_way_decides_nothing() -> None:
    either = Any((worlds.partners(1), Not(worlds.partners(1))))
    condition, view = made(
        worlds.with_partners(worlds.world({})), All((either, SP, Any((SP, ROOMS))))
    )
    assert condition.missing(view) == ("form",)
    assert condition.because(view, frozenset()) == ()


def test_a_filter_on_another_fact_is_tried_value_by_value() -> None:
    if_sp = Aggregate(AggregateKind.COUNT, "partners", None, SP)
    some = Compare(Relation.AT_LEAST, if_sp, Constant(Decimal(1)))
    condition, view = made(worlds.with_partners(worlds.world({})), All((some, Not(SP))))
    assert condition.settled(view) == NO
    condition, view = made(worlds.with_partners(worlds.world({})), some)
    assert condition.missing(view) == ("form", "partners")


def test_what_is_fixed_in_an_open_condition_falls_away() -> None:
    tangle = Any((All((Always(truth=True), SP, ROOMS)), All((Not(SP), ROOMS, Always(truth=False)))))
    condition, view = made(worlds.world({}), tangle)
    assert condition.missing(view) == ("form", "rooms")


# -- wide selections -----------------------------------------------------------------------------

WIDE = 200


def wide_world() -> Catalogue:
    """A selection of many options beside the five questions."""
    world = worlds.world({})
    options = tuple(Option(f"o{number}", {"en": str(number)}) for number in range(WIDE))
    plans = Question("plans", Kind.SEVERAL, {"en": "plans"}, {"en": "plans"}, options=options)
    return replace(
        world,
        dictionary=replace(
            world.dictionary,
            questions={"plans": plans, **world.dictionary.questions},
            option_trees={**world.dictionary.option_trees, "plans": Tree.of(options)},
        ),
        asked_when={"plans": None, **world.asked_when},
    )


def plans(*numbers: int) -> Test:
    return HasAny("plans", frozenset(f"o{number}" for number in numbers))


def chosen(relation: Relation, number: int) -> Test:
    return Compare(relation, CountSelected("plans"), Constant(Decimal(number)))


def test_options_that_only_occur_together_are_one() -> None:
    many = plans(*range(60))
    condition, view = made(wide_world(), All((many, Any((SP, Not(many), plans(70))))))
    assert condition.settled(view) == OPEN
    assert condition.missing(view) == ("plans", "form")


def test_counted_options_are_exact_in_a_wide_selection() -> None:
    more = All((chosen(Relation.AT_LEAST, 3), Any((plans(0, 1), SP))))
    condition, view = made(wide_world(), more)
    assert condition.settled(view) == OPEN
    assert condition.missing(view) == ("plans", "form")
    condition, view = made(wide_world(), All((chosen(Relation.AT_MOST, 1), plans(0), plans(1))))
    assert condition.settled(view) == NO
    condition, view = made(wide_world(), Any((chosen(Relation.AT_MOST, WIDE - 1), plans(5))))
    assert condition.settled(view) == YES


def test_many_options_each_looked_at_alone_are_exact() -> None:
    each = tuple(Any((plans(number), SP)) for number in range(WIDE))
    condition, view = made(wide_world(), All((*each, Any((Not(plans(3)), ROOMS)))))
    assert condition.settled(view) == OPEN
    assert condition.missing(view) == ("plans", "form", "rooms")


def deep_down(levels: int, ask: Callable[[], int]) -> int:
    """Ask from far down the stack, as a larger condition would."""
    return deep_down(levels - 1, ask) if levels else ask()


def test_more_options_than_can_be_followed_leave_a_condition_open() -> None:
    each = tuple(Any((plans(number), SP)) for number in range(WIDE))
    condition, view = made(wide_world(), All((*each, Any((Not(plans(3)), ROOMS)))))
    levels = sys.getrecursionlimit() - len(inspect.stack(0)) - 150
    assert deep_down(levels, lambda: condition.settled(view)) == OPEN
    assert deep_down(levels, lambda: len(condition.missing(view))) == 3


def test_a_given_selection_is_not_split() -> None:
    answers = {"plans": Selection(frozenset({frozenset({"o1"}), frozenset({"o1", "o2"})}))}
    condition, view = made(wide_world(), All((plans(1), Any((plans(2), SP)))), answers)
    assert condition.missing(view) == ("plans", "form")
    condition, view = made(wide_world(), Any((plans(2), Not(plans(2)))), answers)
    assert condition.settled(view) == YES
    assert condition.because(view, frozenset({"plans"})) == ()


# -- too many states -----------------------------------------------------------------------------


def tangled() -> tuple[Condition, View]:
    """Open, with questions that stand in several parts, so that it has to be tried out."""
    people = Compare(Relation.AT_LEAST, FactValue("people"), FactValue("rooms"))
    some = CountOf((SP, people, ROOMS, HasAny("goals", frozenset({"learn"}))), 2, 3)
    return made(worlds.world({}), Any((All((some, SP)), All((Not(SP), people)))))


def test_beyond_its_bounds_a_condition_stays_open_and_hangs_on_all_its_questions(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    condition, view = tangled()
    exact = condition.missing(view)
    monkeypatch.setattr(diagram, "STATES", 1)
    condition, view = tangled()
    assert condition.settled(view) == OPEN
    assert set(condition.missing(view)) >= set(exact)
    monkeypatch.setattr(diagram, "STATES", 2)
    condition, view = tangled()
    assert condition.settled(view) == OPEN


def test_a_test_that_never_settles_does_not_split_a_question_for_ever() -> None:
    world = worlds.world({})
    people = replace(
        world.dictionary.questions["people"], maximum=Decimal(10**12), may_not_apply=False
    )
    catalogue = replace(
        world,
        dictionary=replace(
            world.dictionary, questions={**world.dictionary.questions, "people": people}
        ),
    )
    value = FactValue("people")
    nothing = Arithmetic(Operator.MINUS, value, value)
    test = Compare(Relation.AT_LEAST, nothing, Constant(Decimal(1)))
    condition, view = made(catalogue, test)
    assert condition.settled(view) == OPEN
    assert condition.missing(view) == ("people",)
    condition, view = made(catalogue, test, {"people": exactly(Decimal(3))})
    assert condition.settled(view) == NO
