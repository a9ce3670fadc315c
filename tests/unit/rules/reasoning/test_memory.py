"""What is remembered from earlier answers changes nothing: every result is that of rules asked for the first time."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from decimal import Decimal
from itertools import islice
from types import ModuleType

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ccsdesk.domain.answers import Answer, AnswerSet, DontKnow, exactly
from ccsdesk.domain.match import Tally
from ccsdesk.domain.verdict import Shelf
from ccsdesk.rules.language.core import Test
from ccsdesk.rules.reasoning.engine import Engine
from ccsdesk.rules.reasoning.exact import Condition
from ccsdesk.rules.reasoning.match import Matcher
from ccsdesk.rules.reasoning.view import AnswersView, View
from tests.support import worlds
from tests.support.answering import partial_answers
from tests.unit.rules.reasoning.test_shipped import CATALOGUE, DAY, MATCHER

SOME_PROGRAMMES = sorted(CATALOGUE.programmes)[::7]
SOME = settings(deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def visits(draw: st.DrawFn) -> list[AnswerSet]:
    """Answers given, changed and taken back one after the other."""
    goal = draw(partial_answers(CATALOGUE, DAY))
    other = draw(partial_answers(CATALOGUE, DAY))
    answers: dict[str, Answer] = {}
    visit = []
    for name in (*list(goal.answers)[:12], *list(other.answers)[:8]):
        change = draw(st.sampled_from(["goal", "other", "nothing", "unknown"]))
        source = {"goal": goal.answers, "other": other.answers}.get(change, {})
        answers = {**answers}
        answers.pop(name, None)
        if name in source:
            answers[name] = source[name]
        elif change == "unknown":
            answers[name] = DontKnow()
        visit.append(AnswerSet(answers))
    return visit


@settings(SOME, max_examples=6)
@given(visits())
def test_a_visit_gives_what_fresh_rules_give(visit: Sequence[AnswerSet]) -> None:
    for answers in visit:
        MATCHER.tally(answers)
    for answers in visit[-2:]:
        fresh = Matcher(CATALOGUE, DAY)
        assert MATCHER.asked(answers) == fresh.asked(answers)
        assert MATCHER.match(answers) == fresh.match(answers)
        for name in SOME_PROGRAMMES:
            assert MATCHER.explain(answers, name) == fresh.explain(answers, name)
        assert MATCHER.tally(answers) == Matcher(CATALOGUE, DAY).tally(answers)


@settings(SOME, max_examples=10)
@given(visits())
def test_the_tally_counts_as_the_groups_of_the_match_do(visit: Sequence[AnswerSet]) -> None:
    answers = visit[-1] if visit else AnswerSet()
    counts = MATCHER.match(answers).counts
    fit = counts[Shelf.APPLY_NOW] + counts[Shelf.OPENS_LATER]
    assert MATCHER.tally(answers) == Tally(fit, counts[Shelf.NOT_CLEAR])


@settings(SOME, max_examples=10)
@given(visits(), st.sampled_from(sorted(CATALOGUE.programmes)))
def test_one_result_is_that_of_the_match(visit: Sequence[AnswerSet], name: str) -> None:
    answers = visit[-1] if visit else AnswerSet()
    assert MATCHER.result(answers, name) == MATCHER.match(answers).programme(name)


@settings(SOME, max_examples=15)
@given(visits())
def test_without_an_answer_is_as_if_it_had_not_been_given(visit: Sequence[AnswerSet]) -> None:
    answers = visit[-1] if visit else AnswerSet()
    for name in list(answers.answers)[:4]:
        fewer = {key: value for key, value in answers.answers.items() if key != name}
        assert MATCHER.asked_without(answers, name, MATCHER.asked(answers)) == MATCHER.asked(
            AnswerSet(fewer)
        )


@settings(SOME, max_examples=150)
@given(
    worlds.asking(),
    st.lists(worlds.conditions(), min_size=2, max_size=3),
    st.lists(worlds.answer_sets(), min_size=2, max_size=6),
    worlds.orders(),
)
def test_conditions_asked_again_and_again_say_what_fresh_ones_say(
    asked: dict[str, Test], tests: list[Test], visit: list[AnswerSet], order: Sequence[str]
) -> None:
    catalogue = worlds.world(asked, order)
    engine = Engine(catalogue, worlds.DAY)
    conditions = [Condition(engine, engine.node(test, engine.plain)) for test in tests]
    view = View.of_answers(engine, {})
    for answers in visit:
        view = view.after(answers.answers)
        found = [_said(condition, view, answers) for condition in conditions]
        assert found == [_fresh(asked, test, answers, order) for test in tests]


def _fresh(
    asked: dict[str, Test], test: Test, answers: AnswerSet, order: Sequence[str]
) -> tuple[object, ...]:
    engine = Engine(worlds.world(asked, order), worlds.DAY)
    condition = Condition(engine, engine.node(test, engine.plain))
    return _said(condition, View.of_answers(engine, answers.answers), answers)


def _said(condition: Condition, view: AnswersView, answers: AnswerSet) -> tuple[object, ...]:
    given = frozenset(
        name for name, answer in answers.answers.items() if not isinstance(answer, DontKnow)
    )
    return condition.settled(view), condition.missing(view), condition.because(view, given)


def test_nothing_of_what_was_said_is_kept_once_it_is_forgotten() -> None:
    matcher = Matcher(CATALOGUE, DAY)
    money = Decimal(31_337)
    answers = AnswerSet({"revenue": exactly(money)})
    matcher.match(answers)
    matcher.explain(answers, SOME_PROGRAMMES[0])
    assert money in _held_by(matcher)
    matcher.forget()
    assert money not in _held_by(matcher)
    assert matcher.match(answers) == Matcher(CATALOGUE, DAY).match(answers)


def _held_by(owner: object) -> set[object]:
    """All numbers that can be reached from an object."""
    found: set[object] = set()
    seen: set[int] = set()
    waiting = [owner]
    while waiting:
        one = waiting.pop()
        if isinstance(one, int | Decimal):
            found.add(one)
        elif id(one) not in seen and not isinstance(one, type | ModuleType):
            seen.add(id(one))
            waiting.extend(gc.get_referents(one))
    return found


HALF_READY = 900
"""Steps of getting ready after which some of it is made and some is not."""


@settings(SOME, max_examples=3)
@given(visits(), st.sampled_from([HALF_READY, None]))
def test_getting_ready_changes_no_result(visit: Sequence[AnswerSet], steps: int | None) -> None:
    ready = Matcher(CATALOGUE, DAY)
    for _ in islice(ready.warm(), steps):
        pass
    beside = ready.beside()
    for answers in visit[-3:]:
        expected = MATCHER.match(answers)
        assert ready.match(answers) == expected
        assert beside.match(answers) == expected
        assert ready.asked(answers) == MATCHER.asked(answers)


def test_what_was_got_ready_outlives_forgetting_and_serves_another_thread() -> None:
    ready = Matcher(CATALOGUE, DAY)
    assert sum(1 for _ in ready.warm()) > HALF_READY
    ready.match(AnswerSet({"legal_form": exactly("sp")}))
    ready.forget()
    for matcher in (ready, ready.beside()):
        assert sum(1 for _ in matcher.warm()) == len(CATALOGUE.programmes) + len(CATALOGUE.measures)


def test_a_view_of_the_same_answers_is_the_same_view() -> None:
    engine = Engine(worlds.world({}), worlds.DAY)
    view = View.of_answers(engine, {})
    assert view.after({}) is view
    assert view.after({"nobody": DontKnow()}) is view
    later = view.after({"form": DontKnow()})
    assert later is not view
    assert later.changed == engine.bit["form"]
    assert later.after({}).raw("form") is view.raw("form")
