"""What the engine claims about settled, missing and because, against trying out every completion.

With the diagram of the condition made ahead, and without.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from decimal import Decimal

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from ccsdesk.domain.answers import Answer, AnswerSet, DontKnow, Selection, exactly
from ccsdesk.rules.language.core import (
    All,
    Always,
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
from ccsdesk.rules.reasoning.atoms import NO, OPEN, YES
from ccsdesk.rules.reasoning.engine import Engine
from ccsdesk.rules.reasoning.exact import Condition
from ccsdesk.rules.reasoning.view import View
from tests.support import worlds
from tests.support.oracle import Oracle

LIMITS = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


DIAGRAMS = st.sampled_from(("made ahead", "made when asked for"))


def _made(
    asked: dict[str, Test], test: Test, order: Sequence[str], diagrams: str = ""
) -> tuple[Engine, Condition, Oracle]:
    catalogue = worlds.world(asked, order)
    engine = Engine(catalogue, worlds.DAY)
    condition = Condition(engine, engine.node(test, engine.plain))
    if diagrams == "made ahead":
        deque(condition.get_ready(), maxlen=0)
    return engine, condition, Oracle(catalogue, worlds.NAMES)


def _given(answers: AnswerSet) -> frozenset[str]:
    return frozenset(
        key for key, value in answers.answers.items() if not isinstance(value, DontKnow)
    )


@LIMITS
@given(worlds.asking(), worlds.conditions(), worlds.answer_sets(), worlds.orders(), DIAGRAMS)
def test_settled_means_every_completion_agrees(
    asked: dict[str, Test], test: Test, answers: AnswerSet, order: Sequence[str], diagrams: str
) -> None:
    engine, condition, oracle = _made(asked, test, order, diagrams)
    truths = oracle.verdicts(test, answers)
    expected = OPEN if len(truths) > 1 else (YES if True in truths else NO)
    assert condition.settled(View.of_answers(engine, answers.answers)) == expected


@settings(LIMITS, max_examples=40)
@given(worlds.asking(), worlds.conditions(), worlds.answer_sets(), worlds.orders(), DIAGRAMS)
def test_missing_are_the_questions_that_can_change_the_truth(
    asked: dict[str, Test], test: Test, answers: AnswerSet, order: Sequence[str], diagrams: str
) -> None:
    engine, condition, oracle = _made(asked, test, order, diagrams)
    missing = condition.missing(View.of_answers(engine, answers.answers))
    assert set(missing) == oracle.missing(test, answers)
    assert bool(missing) == (len(oracle.verdicts(test, answers)) > 1)


@LIMITS
@given(worlds.asking(), worlds.conditions(), worlds.answer_sets(), worlds.orders(), DIAGRAMS)
def test_because_forces_the_verdict_and_nothing_in_it_can_be_left_out(
    asked: dict[str, Test], test: Test, answers: AnswerSet, order: Sequence[str], diagrams: str
) -> None:
    engine, condition, oracle = _made(asked, test, order, diagrams)
    truths = oracle.verdicts(test, answers)
    because = condition.because(View.of_answers(engine, answers.answers), _given(answers))
    if len(truths) > 1:
        assert because == ()
        return
    kept = AnswerSet({key: answers.answers[key] for key in because})
    assert oracle.verdicts(test, kept) == truths
    for dropped in because:
        fewer = AnswerSet({key: answers.answers[key] for key in because if key != dropped})
        assert oracle.verdicts(test, fewer) != truths


@LIMITS
@given(worlds.asking(), worlds.conditions(), worlds.answer_sets(), worlds.orders(), st.data())
def test_answering_more_never_flips_a_settled_verdict(
    asked: dict[str, Test],
    test: Test,
    answers: AnswerSet,
    order: Sequence[str],
    data: st.DataObject,
) -> None:
    engine, condition, _oracle = _made(asked, test, order)
    before = condition.settled(View.of_answers(engine, answers.answers))
    assume(before != OPEN)
    more = data.draw(worlds.answer_sets())
    joined = {
        **more.answers,
        **{k: v for k, v in answers.answers.items() if not isinstance(v, DontKnow)},
    }
    assert condition.settled(View.of_answers(engine, joined)) == before


@LIMITS
@given(worlds.asking(), worlds.conditions(), worlds.answer_sets(), worlds.orders())
def test_three_valued_truth_is_sound(
    asked: dict[str, Test], test: Test, answers: AnswerSet, order: Sequence[str]
) -> None:
    engine, condition, oracle = _made(asked, test, order)
    truth = condition.truth(View.of_answers(engine, answers.answers))
    if truth != OPEN:
        assert oracle.verdicts(test, answers) == {truth == YES}


def test_nothing_is_missing_from_a_condition_that_only_seems_open() -> None:
    form = [IsOneOf("form", frozenset({option})) for option in ("sp", "doo")]
    young = IsOneOf("young", frozenset({"yes"}))
    never = All((Any((form[0], young)), Any((form[0], Not(young))), form[1], _rooms()))
    engine, condition, _oracle = _made({}, never, worlds.NAMES)
    view = View.of_answers(engine, {})
    assert condition.truth(view) == OPEN
    assert condition.settled(view) == NO
    assert condition.missing(view) == ()
    assert condition.because(view, frozenset()) == ()


def test_of_several_failed_parts_the_one_with_fewest_answers_explains() -> None:
    form = IsOneOf("form", frozenset({"sp"}))
    young = IsOneOf("young", frozenset({"yes"}))
    learn = HasAny("goals", frozenset({"learn"}))
    both = All((Any((form, learn, young)), Any((form, _rooms())), Any((learn, young, _rooms()))))
    engine, condition, _oracle = _made({}, both, worlds.NAMES)
    answers: dict[str, Answer] = {
        "form": exactly("doo"),
        "young": exactly("no"),
        "goals": Selection(frozenset({frozenset()})),
        "rooms": exactly(Decimal(0)),
    }
    view = View.of_answers(engine, answers)
    assert condition.because(view, frozenset(answers)) == ("form", "rooms")


def test_what_holds_is_explained_part_by_part() -> None:
    young = IsOneOf("young", frozenset({"yes"}))
    both = All((Any((young, _rooms())), Any((_rooms(), HasAny("goals", frozenset({"learn"}))))))
    engine, condition, _oracle = _made({}, both, worlds.NAMES)
    answers: dict[str, Answer] = {"young": exactly("yes"), "rooms": exactly(Decimal(2))}
    view = View.of_answers(engine, answers)
    assert condition.because(view, frozenset(answers)) == ("rooms",)


def test_a_failure_that_needs_no_answer_is_explained_by_none() -> None:
    never = All((Always(truth=False), _rooms()))
    engine, condition, _oracle = _made({}, never, worlds.NAMES)
    answers = {"rooms": exactly(Decimal(0))}
    assert condition.because(View.of_answers(engine, answers), frozenset(answers)) == ()


def _rooms() -> Test:
    return Compare(Relation.AT_LEAST, FactValue("rooms"), Constant(Decimal(1)))
