"""The stage of many people against one after the other."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ccsdesk.domain.answers import AnswerSet, DontKnow, exactly
from ccsdesk.domain.verdict import Verdict
from ccsdesk.rules.catalogue.catalogue import (
    Catalogue,
    Gate,
    PointLine,
    QuestionPoints,
    Stage,
    StageModel,
)
from ccsdesk.rules.language.core import Applies, IsOneOf
from ccsdesk.rules.reasoning.bulk.bulk import Bulk
from ccsdesk.rules.reasoning.bulk.columns import Columns
from ccsdesk.rules.reasoning.bulk.index import Index
from ccsdesk.rules.reasoning.match import Matcher
from tests.support import offers, worlds
from tests.support.answering import partial_answers
from tests.unit.rules.reasoning.test_shipped import CATALOGUE, DAY, MATCHER

LIMITS = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
STAGES = ("idea", "growth", "renewal")


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    """Random points and gates, and a programme, over five questions, some of them hidden."""
    catalogue = worlds.world(draw(worlds.asking()), draw(worlds.orders()))
    given_points = st.dictionaries(st.sampled_from(STAGES), st.integers(1, 5), min_size=1)
    points = [
        QuestionPoints(
            name,
            tuple(
                PointLine(draw(worlds.conditions((name,))), draw(given_points))
                for _ in range(draw(st.integers(1, 3)))
            ),
        )
        for name in draw(st.lists(st.sampled_from(worlds.NAMES), unique=True))
    ]
    gates = [
        Gate(worlds.rule(draw(worlds.conditions())), draw(st.sampled_from(STAGES)))
        for _ in range(draw(st.integers(0, 2)))
    ]
    model = StageModel(
        {"en": "proposal"},
        2,
        tuple(Stage(name, {"en": name}, {"en": name}) for name in STAGES),
        tuple(points),
        tuple(gates),
    )
    made = worlds.with_programme(catalogue, offers.programme(), draw(worlds.conditions()))
    return replace(made, stages=model)


def stage_of(matcher: Matcher, answers: AnswerSet) -> tuple[str | None, set[str]]:
    """Where one person is, and the programmes that fit."""
    result = matcher.match(answers)
    stage = result.profile.stage
    every = (*result.programmes, *result.measures)
    fitting = {one.id for one in every if one.verdict is Verdict.ELIGIBLE}
    return None if stage is None else stage.id, fitting


def check(bulk: Bulk, matcher: Matcher, group: list[AnswerSet], size: int) -> None:
    alone = [stage_of(matcher, answers) for answers in group]
    counts = bulk.counts(Index.of(group, size), exact=True, stages=True)
    assert +Counter(counts.stages) == Counter(stage for stage, _ in alone)
    for key, programme in counts.programmes.items():
        expected = Counter(stage for stage, fitting in alone if key in fitting)
        assert +Counter(programme.eligible) == expected


@LIMITS
@given(catalogues(), st.lists(worlds.answer_sets(), min_size=1, max_size=6), st.integers(1, 7))
def test_stages_are_those_of_one_after_the_other(
    catalogue: Catalogue, group: list[AnswerSet], size: int
) -> None:
    check(Bulk(catalogue, worlds.DAY), Matcher(catalogue, worlds.DAY), group, size)


@settings(LIMITS, max_examples=10)
@given(st.lists(partial_answers(CATALOGUE, DAY), min_size=1, max_size=3))
def test_the_shipped_stages_are_those_of_one_after_the_other(group: list[AnswerSet]) -> None:
    check(BULK, MATCHER, group, 2)


BULK = Bulk(CATALOGUE, DAY)


def test_without_a_stage_model_nobody_has_a_stage() -> None:
    catalogue = worlds.with_programme(worlds.world({}), offers.programme())
    counts = Bulk(catalogue, worlds.DAY).counts(Columns.of([AnswerSet({})] * 3), stages=True)
    assert counts.stages == {None: 3}
    assert counts.programmes["one"].eligible == {None: 3}


def test_an_answer_to_a_question_that_is_not_asked_tells_no_stage() -> None:
    is_sp, has_people = IsOneOf("form", frozenset({"sp"})), Applies("people")
    points = QuestionPoints("people", (PointLine(has_people, {"growth": 1}),))
    stages = tuple(Stage(name, {"en": name}, {"en": name}) for name in STAGES)
    model = StageModel({"en": "proposal"}, 2, stages, (points,))
    catalogue = replace(worlds.world({"people": is_sp}), stages=model)
    people = exactly(Decimal(2))
    group = [
        AnswerSet({"form": exactly("doo"), "people": people}),
        AnswerSet({"form": exactly("sp"), "people": people}),
        AnswerSet({"people": people}),
        AnswerSet({"form": exactly("sp"), "people": DontKnow()}),
    ]
    counts = Bulk(catalogue, worlds.DAY).counts(Columns.of(group), stages=True)
    assert counts.stages == {None: 2, "idea": 1, "growth": 1, "renewal": 0}
    check(Bulk(catalogue, worlds.DAY), Matcher(catalogue, worlds.DAY), group, 3)
