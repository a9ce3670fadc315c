"""Diagrams made ahead: how a condition stands by them is how it stands when everything is worked out anew."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
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
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.language.core import (
    All,
    Any,
    Compare,
    Constant,
    FactValue,
    HasAny,
    IsOneOf,
    Not,
    Relation,
    Test,
)
from ccsdesk.rules.reasoning import diagram
from ccsdesk.rules.reasoning.atoms import OPEN
from ccsdesk.rules.reasoning.engine import Engine
from ccsdesk.rules.reasoning.exact import Condition
from ccsdesk.rules.reasoning.sets import ChoiceSet
from ccsdesk.rules.reasoning.view import View
from tests.support import worlds
from tests.support.oracle import Oracle

SP = IsOneOf("form", frozenset({"sp"}))
ROOMS = Compare(Relation.AT_LEAST, FactValue("rooms"), Constant(Decimal(1)))
LEARN = HasAny("goals", frozenset({"learn"}))
MORE_PEOPLE = Compare(Relation.MORE, FactValue("people"), FactValue("rooms"))
NAMES = (*worlds.NAMES, "partners")
MANY = 60
"""More values than are tried one by one, so that a test of two numbers stays one test."""


def house(asked: Mapping[str, Test], order: Sequence[str] = worlds.NAMES) -> Catalogue:
    """The small world with a table, and with numbers too large to try out."""
    world = worlds.with_partners(worlds.world(asked, order), asked.get("partners"))
    wide = {
        name: replace(world.dictionary.questions[name], maximum=Decimal(MANY))
        for name in ("people", "rooms")
    }
    questions = {**world.dictionary.questions, **wide}
    return replace(world, dictionary=replace(world.dictionary, questions=questions))


def made(catalogue: Catalogue, test: Test, *, ahead: bool) -> tuple[Engine, Condition]:
    engine = Engine(catalogue, worlds.DAY)
    condition = Condition(engine, engine.node(test, engine.plain))
    if ahead:
        deque(condition.get_ready(), maxlen=0)
    return engine, condition


leaves = st.one_of(
    worlds.conditions(),
    st.sampled_from([MORE_PEOPLE, worlds.partners(1), worlds.partners(2)]),
    st.builds(
        Compare,
        st.sampled_from(Relation),
        st.sampled_from(["people", "rooms"]).map(FactValue),
        st.integers(-1, MANY + 1).map(lambda value: Constant(Decimal(value))),
    ),
)
conditions: st.SearchStrategy[Test] = st.recursive(
    leaves,
    lambda items: st.one_of(
        st.builds(All, st.lists(items, min_size=2, max_size=4).map(tuple)),
        st.builds(Any, st.lists(items, min_size=2, max_size=3).map(tuple)),
        st.builds(Not, items),
    ),
    max_leaves=6,
)
asking = st.tuples(
    worlds.asking(),
    st.fixed_dictionaries({}, optional={"partners": worlds.conditions(("form", "goals"))}),
).map(lambda both: {**both[0], **both[1]})
numbers = st.integers(0, MANY).map(Decimal)
wide_answers: st.SearchStrategy[Answer] = st.one_of(
    numbers.map(exactly),
    numbers.map(lambda least: Amounts((Span(least, None),))),
    st.tuples(numbers, numbers).map(lambda ends: Amounts((Span(min(ends), max(ends)),))),
)
rows = st.fixed_dictionaries(
    {}, optional={"agreed": st.just(DontKnow()) | st.just(Choice(frozenset({"yes"})))}
)
answer_sets = st.builds(
    lambda small, wide: AnswerSet({**small.answers, **wide}),
    worlds.answer_sets(),
    st.fixed_dictionaries(
        {},
        optional={
            "people": wide_answers,
            "rooms": wide_answers,
            "partners": st.lists(rows, max_size=2).map(lambda given: Records(tuple(given))),
        },
    ),
)


def said(condition: Condition, engine: Engine, answers: AnswerSet) -> tuple[object, ...]:
    """Everything that a condition says about answers, and what it would say about more and about fewer."""
    view = View.of_answers(engine, answers.answers)
    known = frozenset(
        name for name, answer in answers.answers.items() if not isinstance(answer, DontKnow)
    )
    freed = [view.child(name, engine.universes[name].full) for name in sorted(known)]
    narrower = view.child("form", ChoiceSet(0b10, na=False))
    return (
        condition.settled(view),
        condition.missing(view),
        condition.because(view, known),
        [(condition.settled(other), condition.missing(other)) for other in (*freed, narrower)],
    )


@settings(max_examples=200)
@given(asking, conditions, answer_sets, worlds.orders())
def test_a_diagram_made_ahead_says_what_comes_out_when_it_is_worked_out_anew(
    asked: dict[str, Test], test: Test, answers: AnswerSet, order: Sequence[str]
) -> None:
    catalogue = house(asked, order)
    engine, ready = made(catalogue, test, ahead=True)
    fresh_engine, fresh = made(catalogue, test, ahead=False)
    assert said(ready, engine, answers) == said(fresh, fresh_engine, answers)


@settings(max_examples=60)
@given(asking, conditions, answer_sets, worlds.orders())
def test_a_diagram_made_for_one_thread_serves_another(
    asked: dict[str, Test], test: Test, answers: AnswerSet, order: Sequence[str]
) -> None:
    catalogue = house(asked, order)
    engine, ready = made(catalogue, test, ahead=True)
    other_engine = Engine(catalogue, worlds.DAY, engine.wholes)
    other = Condition(other_engine, other_engine.node(test, other_engine.plain))
    assert sum(1 for _ in other.get_ready()) == 0
    assert said(other, other_engine, answers) == said(ready, engine, answers)


table_conditions = worlds.conditions(("form", "young")).flatmap(
    lambda test: st.sampled_from(
        [
            All((test, worlds.partners(1))),
            Any((test, Not(worlds.partners(2)))),
            All((Any((SP, worlds.partners(1))), Any((test, Not(worlds.partners(1)))))),
        ]
    )
)


@settings(max_examples=40)
@given(worlds.asking(), table_conditions, answer_sets)
def test_tables_given_or_not_stand_as_every_completion_says(
    asked: dict[str, Test], test: Test, answers: AnswerSet
) -> None:
    few = {name: asked[name] for name in asked if name == "young"}
    names = ("form", "young", "partners")
    catalogue = worlds.with_partners(worlds.world(few), SP)
    given_ = {name: answers.answers[name] for name in names if name in answers.answers}
    engine, ready = made(catalogue, test, ahead=True)
    view = View.of_answers(engine, given_)
    oracle = Oracle(catalogue, names)
    assert set(ready.missing(view)) == oracle.missing(test, AnswerSet(given_))
    assert (ready.settled(view) == OPEN) == (len(oracle.verdicts(test, AnswerSet(given_))) > 1)


# -- where it is of no use -----------------------------------------------------------------------


def whole_says(test: Test, answers: Mapping[str, Answer]) -> tuple[int, tuple[str, ...]] | None:
    """How a condition stands by its diagram alone."""
    engine, condition = made(house({}), test, ahead=True)
    whole = engine.wholes[engine.shape_of(condition.node).number]
    assert whole is not None
    standing = whole.standing(engine, View.of_answers(engine, answers))
    return None if standing is None else (standing.truth, engine.named(standing.missing))


def test_numbers_that_a_test_compares_with_each_other_are_worked_out_anew_once_one_is_known() -> (
    None
):
    test = All((SP, MORE_PEOPLE))
    assert whole_says(test, {}) == (OPEN, ("form", "people", "rooms"))
    assert whole_says(test, {"form": exactly("sp")}) == (OPEN, ("people", "rooms"))
    assert whole_says(test, {"people": exactly(Decimal(3))}) is None


def test_several_selections_that_may_be_meant_are_worked_out_anew() -> None:
    test = Any((LEARN, All((SP, ROOMS))))
    one, other = frozenset({"learn"}), frozenset({"share"})
    assert whole_says(test, {"goals": Selection(frozenset({other}))}) == (OPEN, ("form", "rooms"))
    assert whole_says(test, {"goals": Selection(frozenset({one, other}))}) is None


def test_a_condition_too_large_to_keep_is_worked_out_when_it_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(diagram, "KEPT", 1)
    engine, condition = made(house({}), Any((LEARN, All((SP, ROOMS)))), ahead=True)
    assert engine.wholes[engine.shape_of(condition.node).number] is None
    view = View.of_answers(engine, {"rooms": exactly(Decimal(2))})
    assert condition.missing(view) == ("form", "goals")
    assert sum(1 for _ in condition.get_ready()) == 0


def test_what_is_kept_holds_nothing_of_any_answers() -> None:
    engine, condition = made(house({}), All((SP, ROOMS)), ahead=True)
    before = dict(engine.wholes)
    for rooms in range(3):
        condition.settled(View.of_answers(engine, {"rooms": exactly(Decimal(rooms))}))
    assert engine.wholes == before
