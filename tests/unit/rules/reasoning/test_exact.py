"""What the engine claims about settled, missing and because, against trying out every completion."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from ccsdesk.domain.answers import AnswerSet, DontKnow
from ccsdesk.rules.language.core import Test
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


def _made(
    asked: dict[str, Test], test: Test, order: Sequence[str]
) -> tuple[Engine, Condition, Oracle]:
    catalogue = worlds.world(asked, order)
    engine = Engine(catalogue, worlds.DAY)
    condition = Condition(engine, engine.node(test, engine.plain))
    return engine, condition, Oracle(catalogue, worlds.NAMES)


def _given(answers: AnswerSet) -> frozenset[str]:
    return frozenset(
        key for key, value in answers.answers.items() if not isinstance(value, DontKnow)
    )


@LIMITS
@given(worlds.asking(), worlds.conditions(), worlds.answer_sets(), worlds.orders())
def test_settled_means_every_completion_agrees(
    asked: dict[str, Test], test: Test, answers: AnswerSet, order: Sequence[str]
) -> None:
    engine, condition, oracle = _made(asked, test, order)
    truths = oracle.verdicts(test, answers)
    expected = OPEN if len(truths) > 1 else (YES if True in truths else NO)
    assert condition.settled(View.of_answers(engine, answers.answers)) == expected


@settings(LIMITS, max_examples=60)
@given(worlds.asking(), worlds.conditions(), worlds.answer_sets(), worlds.orders())
def test_missing_are_the_questions_that_can_change_the_truth(
    asked: dict[str, Test], test: Test, answers: AnswerSet, order: Sequence[str]
) -> None:
    engine, condition, oracle = _made(asked, test, order)
    missing = condition.missing(View.of_answers(engine, answers.answers))
    assert set(missing) == oracle.missing(test, answers)
    assert bool(missing) == (len(oracle.verdicts(test, answers)) > 1)


@LIMITS
@given(worlds.asking(), worlds.conditions(), worlds.answer_sets(), worlds.orders())
def test_because_forces_the_verdict_and_nothing_in_it_can_be_left_out(
    asked: dict[str, Test], test: Test, answers: AnswerSet, order: Sequence[str]
) -> None:
    engine, condition, oracle = _made(asked, test, order)
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
