"""The stage out of points and gates, how sure it is, and the overlays beside it."""

from __future__ import annotations

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
    DoesNotApply,
    DontKnow,
    Selection,
    Span,
    exactly,
)
from ccsdesk.domain.profile import StageResult
from ccsdesk.rules.catalogue.catalogue import (
    Catalogue,
    Gate,
    Overlay,
    OverlayLevel,
    PointLine,
    QuestionPoints,
    Stage,
    StageModel,
)
from ccsdesk.rules.language.core import (
    Any,
    Compare,
    Constant,
    CountSelected,
    FactValue,
    HasAny,
    IsOneOf,
    Not,
    Relation,
    Test,
)
from ccsdesk.rules.reasoning.match import Matcher
from tests.support import worlds
from tests.support.oracle import Completion, Oracle, holds

STAGES = ("seed", "bloom", "wilt")


def form(*options: str) -> Test:
    return IsOneOf("form", frozenset(options))


def young(word: str = "yes") -> Test:
    return IsOneOf("young", frozenset({word}))


def people(number: int) -> Test:
    return Compare(Relation.AT_LEAST, FactValue("people"), Constant(Decimal(number)))


def has(*goals: str) -> Test:
    return HasAny("goals", frozenset(goals))


Given = Mapping[str, Sequence[tuple[Test, Mapping[str, int]]]]


def model(
    points: Given,
    gates: Sequence[tuple[Test, str]] = (),
    overlays: Mapping[str, Overlay] | None = None,
) -> StageModel:
    return StageModel(
        proposal={"en": "proposal"},
        margin=2,
        stages=tuple(Stage(name, {"en": name}, {"en": name}) for name in STAGES),
        points=tuple(
            QuestionPoints(question, tuple(PointLine(test, give) for test, give in lines))
            for question, lines in points.items()
        ),
        gates=tuple(
            Gate(worlds.rule(test), stage, {"en": f"gate to {stage}"}) for test, stage in gates
        ),
        overlays=overlays or {},
    )


def world(stages: StageModel, asked: Mapping[str, Test] | None = None) -> Catalogue:
    return replace(worlds.world(asked or {}), stages=stages)


def stage(
    catalogue: Catalogue, answers: Mapping[str, Answer], corrected: str | None = None
) -> StageResult | None:
    answer_set = AnswerSet(answers, stage=corrected)
    return Matcher(catalogue, worlds.DAY).match(answer_set).profile.stage


def found(
    catalogue: Catalogue, answers: Mapping[str, Answer], corrected: str | None = None
) -> StageResult:
    result = stage(catalogue, answers, corrected)
    assert result is not None
    return result


SP = {"form": exactly("sp")}
SIMPLE: Given = {
    "form": [(form("sp"), {"seed": 1, "bloom": 3}), (form("doo"), {"bloom": 1, "wilt": 2})],
    "young": [(young(), {"seed": 2})],
}


# -- when there is one ---------------------------------------------------------------------------


def test_there_is_no_stage_before_any_stage_answer() -> None:
    catalogue = world(model(SIMPLE, [(people(3), "wilt")]))
    assert stage(catalogue, {}) is None
    assert stage(catalogue, {"goals": Selection(frozenset({frozenset({"learn"})}))}) is None
    assert stage(catalogue, {"form": DontKnow()}) is None
    assert stage(catalogue, {"people": exactly(Decimal(0))}) is not None


def test_an_answer_that_is_not_used_is_no_stage_answer() -> None:
    catalogue = world(model(SIMPLE), {"young": form("doo")})
    assert stage(catalogue, {"young": exactly("yes"), "goals": DontKnow()}) is not None
    only = world(model({"young": SIMPLE["young"]}), {"young": form("doo")})
    assert stage(only, {"young": exactly("yes"), **SP}) is None


def test_a_catalogue_without_stages_has_none() -> None:
    empty = replace(model({}), stages=())
    assert stage(world(empty), SP) is None


# -- points --------------------------------------------------------------------------------------


def test_the_stage_with_most_points_is_on_top() -> None:
    result = found(world(model(SIMPLE)), SP)
    assert (result.id, result.runner_up, result.margin) == ("bloom", "seed", 2)
    assert dict(result.points) == {"seed": 1, "bloom": 3, "wilt": 0}
    assert (result.gated, result.gate) == (False, None)


def test_a_set_of_values_gives_the_points_all_of_them_share() -> None:
    either: dict[str, Answer] = {"form": Choice(frozenset({"sp", "doo"}))}
    result = found(world(model(SIMPLE)), either)
    assert dict(result.points) == {"seed": 0, "bloom": 1, "wilt": 0}


def test_a_band_that_reaches_beyond_a_line_gives_nothing() -> None:
    catalogue = world(model({"people": [(people(2), {"bloom": 2})]}))
    band: dict[str, Answer] = {"people": Amounts((Span(Decimal(1), Decimal(3)),))}
    assert found(catalogue, band).points["bloom"] == 0
    band = {"people": Amounts((Span(Decimal(2), Decimal(3)),))}
    assert found(catalogue, band).points["bloom"] == 2


def test_what_does_not_apply_gives_no_points() -> None:
    catalogue = world(model({"people": [(people(0), {"bloom": 2})]}))
    assert found(catalogue, {"people": DoesNotApply()}).points["bloom"] == 0


def test_an_answer_that_is_perhaps_not_asked_gives_no_points_yet() -> None:
    catalogue = world(model(SIMPLE), {"young": form("doo")})
    answers: dict[str, Answer] = {"young": exactly("yes")}
    assert found(catalogue, answers).points["seed"] == 0
    assert found(catalogue, {**answers, "form": exactly("doo")}).points["seed"] == 2


def test_ties_go_to_the_earlier_stage() -> None:
    even: Given = {"form": [(form("sp"), {"wilt": 2, "bloom": 2})]}
    result = found(world(model(even)), SP)
    assert (result.id, result.runner_up, result.margin) == ("bloom", "wilt", 0)
    assert found(world(model(even)), {"form": exactly("doo")}).id == "seed"


def test_without_points_for_another_stage_there_is_no_runner_up() -> None:
    alone: Given = {"form": [(form("sp"), {"wilt": 2})]}
    result = found(world(model(alone)), SP)
    assert (result.id, result.runner_up, result.margin) == ("wilt", None, 2)


def test_because_names_every_answer_that_gives_points_to_any_stage() -> None:
    answers = {**SP, "young": exactly("yes"), "rooms": exactly(Decimal(1))}
    given: Given = {**SIMPLE, "young": [(young(), {"seed": 1})]}
    result = found(world(model(given)), answers)
    assert (result.id, result.because) == ("bloom", ("form", "young"))
    answers["young"] = exactly("no")
    assert found(world(model(given)), answers).because == ("form",)


def test_selections_give_points_by_option_and_by_number() -> None:
    two = Compare(Relation.AT_LEAST, CountSelected("goals"), Constant(Decimal(2)))
    catalogue = world(model({"goals": [(has("learn"), {"seed": 1}), (two, {"bloom": 3})]}))
    chosen = Selection(frozenset({frozenset({"learn", "create"})}))
    assert dict(found(catalogue, {"goals": chosen}).points) == {"seed": 1, "bloom": 3, "wilt": 0}


# -- settled -------------------------------------------------------------------------------------


def test_a_lead_that_no_open_question_can_take_away_is_settled() -> None:
    catalogue = world(model(SIMPLE))
    assert found(catalogue, {**SP, "young": exactly("no")}).settled
    assert not found(catalogue, {"form": exactly("doo")}).settled
    assert not found(catalogue, {"young": exactly("no")}).settled


def test_a_tie_that_the_earlier_stage_wins_is_settled() -> None:
    even: Given = {"form": [(form("sp"), {"seed": 2})], "young": [(young(), {"bloom": 2})]}
    assert found(world(model(even)), SP).settled
    assert not found(world(model(even)), {"young": exactly("yes")}).settled


def test_values_that_give_both_stages_the_same_do_not_unsettle() -> None:
    both: Given = {
        "form": [(form("sp"), {"seed": 1})],
        "young": [(young(), {"seed": 3, "bloom": 3})],
    }
    assert found(world(model(both)), SP).settled


def test_points_of_a_question_that_is_perhaps_asked_can_still_count() -> None:
    points: Given = {"people": [(people(1), {"seed": 1})], "young": [(young(), {"bloom": 5})]}
    catalogue = world(model(points), {"young": form("doo")})
    answers: dict[str, Answer] = {"people": exactly(Decimal(2)), "young": exactly("yes")}
    assert not found(catalogue, answers).settled
    assert found(catalogue, {**answers, **SP}).settled


def test_open_options_of_a_selection_can_still_count() -> None:
    points: Given = {
        "form": [(form("sp"), {"seed": 1})],
        "goals": [(has("learn"), {"bloom": 1}), (has("share"), {"bloom": 1})],
    }
    assert not found(world(model(points)), SP).settled


def test_points_that_every_selection_gives_are_shared() -> None:
    points: Given = {
        "form": [(form("sp"), {"seed": 1})],
        "goals": [(has("learn"), {"bloom": 3}), (Not(has("learn")), {"bloom": 2})],
    }
    result = found(world(model(points)), {**SP, "goals": DontKnow()})
    assert (result.id, result.points["bloom"], result.settled) == ("bloom", 2, True)


def _points_of(given_points: Given, completion: Completion) -> dict[str, int]:
    total = dict.fromkeys(STAGES, 0)
    for lines in given_points.values():
        for test, give in lines:
            if holds(test, completion):
                for name, value in give.items():
                    total[name] += value
    return total


def _top(points: Mapping[str, int]) -> str:
    return max(STAGES, key=lambda name: (points[name], -STAGES.index(name)))


some_points = st.dictionaries(st.sampled_from(STAGES), st.integers(-1, 3), min_size=1, max_size=2)


def _lines(name: str) -> st.SearchStrategy[list[tuple[Test, Mapping[str, int]]]]:
    tests = worlds.conditions((name,))
    return st.lists(st.tuples(tests, some_points), min_size=1, max_size=2)


all_points = st.fixed_dictionaries(
    {}, optional={name: _lines(name) for name in worlds.NAMES}
).filter(bool)


@settings(max_examples=80, deadline=None)
@given(all_points, worlds.asking(), worlds.answer_sets())
def test_settled_is_sound_and_points_are_those_every_completion_gives(
    points: Given, asked: dict[str, Test], answers: AnswerSet
) -> None:
    catalogue = world(model(points), asked)
    result = stage(catalogue, answers.answers)
    if result is None:
        return
    oracle = Oracle(catalogue, worlds.NAMES)
    totals = [_points_of(points, each) for each in oracle.completions(answers)]
    if result.settled:
        assert {_top(total) for total in totals} == {result.id}
    elif not asked:
        assert {_top(total) for total in totals} != {result.id}
    for name in STAGES:
        assert result.points[name] <= min(total[name] for total in totals)
    if not asked:
        assert result.points == {name: min(total[name] for total in totals) for name in STAGES}
        assert result.id == _top(result.points)


# -- gates ---------------------------------------------------------------------------------------

GATES = [(form("none"), "seed"), (Any((people(3), young("no"))), "wilt")]


def test_the_first_gate_that_holds_decides() -> None:
    catalogue = world(model(SIMPLE, GATES))
    answers: dict[str, Answer] = {"form": exactly("none"), "young": exactly("no")}
    result = found(catalogue, answers)
    assert (result.id, result.gated, result.gate) == ("seed", True, {"en": "gate to seed"})
    assert (result.settled, result.because) == (True, ("form",))


def test_a_gate_behind_an_open_one_decides_but_is_not_settled() -> None:
    result = found(world(model(SIMPLE, GATES)), {"young": exactly("no")})
    assert (result.id, result.gated, result.settled) == ("wilt", True, False)
    assert result.because == ("young",)


def test_an_open_gate_to_the_same_stage_changes_nothing() -> None:
    same = [(form("none"), "wilt"), (young("no"), "wilt")]
    assert found(world(model(SIMPLE, same)), {"young": exactly("no")}).settled


def test_points_are_not_settled_while_a_gate_to_another_stage_is_open() -> None:
    catalogue = world(model(SIMPLE, GATES))
    answers: dict[str, Answer] = {**SP, "young": exactly("yes")}
    result = found(catalogue, answers)
    assert (result.id, result.gated, result.settled) == ("seed", False, False)
    assert found(catalogue, {**answers, "people": exactly(Decimal(1))}).settled


def test_a_gate_leaves_points_and_runner_up_to_be_seen() -> None:
    answers = {**SP, "young": exactly("no")}
    result = found(world(model(SIMPLE, GATES)), answers)
    assert (result.id, result.runner_up, result.margin) == ("wilt", "bloom", 0)
    assert result.points["bloom"] == 3


def test_the_persons_own_word_is_kept_beside_the_computed_stage() -> None:
    result = found(world(model(SIMPLE)), SP, "wilt")
    assert (result.id, result.corrected_to, result.effective) == ("bloom", "wilt", "wilt")
    assert found(world(model(SIMPLE)), SP).effective == "bloom"


# -- overlays ------------------------------------------------------------------------------------


def _level(level: int, test: Test) -> OverlayLevel:
    return OverlayLevel(level, {"en": str(level)}, worlds.rule(test))


OVERLAYS = {
    "international": Overlay(
        "international",
        {"en": "abroad"},
        levels=(_level(1, people(1)), _level(2, young()), _level(3, has("share"))),
    ),
    "ambition": Overlay("ambition", {"en": "ambition"}, question="form"),
}


def overlays(
    answers: Mapping[str, Answer], asked: Mapping[str, Test] | None = None
) -> tuple[int | None, str | None]:
    catalogue = world(model({}, overlays=OVERLAYS), asked)
    profile = Matcher(catalogue, worlds.DAY).match(AnswerSet(answers)).profile
    return profile.international, profile.ambition


NO_GOALS = Selection(frozenset({frozenset()}))


@pytest.mark.parametrize(
    ("answers", "level"),
    [
        ({}, None),
        ({"goals": NO_GOALS, "young": exactly("yes")}, 2),
        ({"goals": NO_GOALS, "young": exactly("no"), "people": exactly(Decimal(1))}, 1),
        ({"goals": NO_GOALS, "young": exactly("no"), "people": exactly(Decimal(0))}, 0),
        ({"goals": NO_GOALS, "people": exactly(Decimal(1))}, None),
        ({"goals": Selection(frozenset({frozenset({"share"})}))}, 3),
    ],
)
def test_the_highest_level_that_holds_counts(answers: dict[str, Answer], level: int | None) -> None:
    assert overlays(answers)[0] == level


@pytest.mark.parametrize(
    ("answers", "option"),
    [
        ({}, None),
        ({"form": DontKnow()}, None),
        ({"form": exactly("doo")}, "doo"),
        ({"form": Choice(frozenset({"sp", "doo"}))}, None),
    ],
)
def test_an_overlay_may_be_the_answer_to_one_question(
    answers: dict[str, Answer], option: str | None
) -> None:
    assert overlays(answers)[1] == option


def test_an_overlay_question_that_is_perhaps_not_asked_is_not_known() -> None:
    asked = {"form": Not(young("no"))}
    catalogue = world(model({}, overlays=OVERLAYS), asked)
    profile = Matcher(catalogue, worlds.DAY).match(AnswerSet({"form": exactly("sp")})).profile
    assert profile.ambition is None


def test_overlays_a_catalogue_does_not_have_are_not_known() -> None:
    catalogue = world(model({}))
    profile = Matcher(catalogue, worlds.DAY).match(AnswerSet(SP)).profile
    assert (profile.international, profile.ambition) == (None, None)
    levels_only = {"ambition": replace(OVERLAYS["international"], id="ambition")}
    catalogue = world(model({}, overlays=levels_only))
    assert Matcher(catalogue, worlds.DAY).match(AnswerSet(SP)).profile.ambition is None
