"""Capabilities, needs and SWOT out of answers, each with the answers it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from ccsdesk.domain.answers import (
    Answer,
    AnswerSet,
    Choice,
    DoesNotApply,
    DontKnow,
    Selection,
    exactly,
)
from ccsdesk.domain.profile import Profile
from ccsdesk.domain.question import Kind, Option, Question
from ccsdesk.rules.catalogue.catalogue import (
    Band,
    CapabilityModel,
    Catalogue,
    NeedRule,
    PointLine,
    QuestionPoints,
    Stage,
    StageModel,
    SwotRule,
)
from ccsdesk.rules.language.core import Always, Any, HasAny, IsOneOf, Test
from ccsdesk.rules.language.facts import Tree
from ccsdesk.rules.reasoning.match import Matcher
from ccsdesk.rules.reasoning.profile import two_decimals
from tests.support import worlds

STEPS = tuple(Option(f"s{number}", {"en": str(number)}) for number in range(5))
INDICATORS = ("one", "two", "three")
SP = IsOneOf("form", frozenset({"sp"}))
DOO = IsOneOf("form", frozenset({"doo"}))
YOUNG = IsOneOf("young", frozenset({"yes"}))
NEEDS = {name: {"en": name} for name in ("water", "tools", "seeds")}


def scale(name: str) -> Question:
    return Question(
        name,
        Kind.SCALE,
        {"en": name},
        {"en": name},
        options=STEPS,
        ordered=True,
        may_not_apply=True,
    )


def capability(
    name: str = "soil",
    *,
    target: int = 60,
    indicators: Sequence[str] = INDICATORS,
    **needs: str,
) -> CapabilityModel:
    return CapabilityModel(
        name,
        {"en": name},
        tuple(indicators),
        {"seed": target},
        {need: Decimal(weight) for need, weight in needs.items()},
        Decimal(1),
        (Band(101, {"en": "all"}),),
    )


def need(name: str, test: Test, weight: str) -> NeedRule:
    return NeedRule(name, worlds.rule(test), Decimal(weight))


def swot(name: str, test: Test, side: str = "strength", weight: int = 1) -> SwotRule:
    return SwotRule(name, side, worlds.rule(test), {"en": name}, Decimal(weight))


def world(asked: Mapping[str, Test] | None = None, **more: object) -> Catalogue:
    made = worlds.world(asked or {})
    scales = {name: scale(name) for name in INDICATORS}
    dictionary = replace(
        made.dictionary,
        questions={**made.dictionary.questions, **scales},
        option_trees={**made.dictionary.option_trees, **dict.fromkeys(scales, Tree.of(STEPS))},
    )
    stages = StageModel(
        {"en": "proposal"},
        2,
        (Stage("seed", {"en": "seed"}, {"en": "seed"}),),
        (QuestionPoints("form", (PointLine(SP, {"seed": 1}),)),),
    )
    asked_when = {**made.asked_when, **{name: (asked or {}).get(name) for name in scales}}
    world = replace(made, dictionary=dictionary, stages=stages, asked_when=asked_when, needs=NEEDS)
    return replace(world, **more)  # type: ignore[arg-type]


def profile(catalogue: Catalogue, **answers: Answer) -> Profile:
    return Matcher(catalogue, worlds.DAY).match(AnswerSet(answers)).profile


def steps(*numbers: int | None) -> dict[str, Answer]:
    return {
        name: exactly(f"s{number}")
        for name, number in zip(INDICATORS, numbers, strict=False)
        if number is not None
    }


# -- capabilities --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("numbers", "score"),
    [
        ((), None),
        ((4,), None),
        ((4, 4), 100),
        ((0, 0, 0), 0),
        ((0, 1), 13),  # 12.5, half up
        ((1, 2), 38),  # 37.5
        ((0, 0, 1), 8),  # 8.33
        ((1, 2, 4), 58),  # 58.33
        ((None, 3, 4), 88),  # 87.5
    ],
)
def test_a_score_is_the_mean_of_at_least_two_indicators_half_up(
    numbers: tuple[int | None, ...], score: int | None
) -> None:
    (found,) = profile(world(capabilities=(capability(),)), **steps(*numbers)).capabilities
    assert found.score == score


@pytest.mark.parametrize(
    "answer", [DontKnow(), DoesNotApply(), Choice(frozenset({"s3", "s4"}))], ids=str
)
def test_an_indicator_that_is_no_single_step_does_not_count(answer: Answer) -> None:
    catalogue = world(capabilities=(capability(),))
    (found,) = profile(catalogue, **steps(4, 2), three=answer).capabilities
    assert found.score == 75
    (found,) = profile(catalogue, **steps(4), three=answer).capabilities
    assert found.score is None


def test_an_indicator_that_is_not_surely_asked_does_not_count() -> None:
    catalogue = world({"two": SP}, capabilities=(capability(),))
    (found,) = profile(catalogue, **steps(4, 2, 4)).capabilities
    assert found.score == 100
    (found,) = profile(catalogue, **steps(4, 2, 4), form=exactly("sp")).capabilities
    assert found.score == 83


def test_the_target_is_that_of_the_stage() -> None:
    catalogue = world(capabilities=(capability(),))
    (found,) = profile(catalogue, **steps(4, 2)).capabilities
    assert found.target is None
    (found,) = profile(catalogue, **steps(4, 2), form=exactly("sp")).capabilities
    assert found.target == 60


# -- needs ---------------------------------------------------------------------------------------


def needs(catalogue: Catalogue, **answers: Answer) -> list[tuple[str, str, tuple[str, ...]]]:
    found = profile(catalogue, **answers).needs
    return [(item.id, str(item.weight), item.because) for item in found]


def test_a_need_is_raised_by_answers_that_force_its_line() -> None:
    rules = (need("tools", Any((SP, YOUNG)), "0.8"), need("water", DOO, "0.5"))
    catalogue = world(needs_rules=rules)
    assert needs(catalogue) == []
    assert needs(catalogue, form=exactly("sp")) == [("tools", "0.80", ("form",))]
    either = Choice(frozenset({"sp", "doo"}))
    assert needs(catalogue, form=either) == []
    assert needs(catalogue, form=either, young=exactly("yes")) == [("tools", "0.80", ("young",))]


def test_the_largest_weight_that_holds_counts_and_all_grounds_are_named() -> None:
    rules = (need("tools", SP, "0.3"), need("tools", YOUNG, "0.7"), need("water", SP, "0.9"))
    answers = {"form": exactly("sp"), "young": exactly("yes")}
    assert needs(world(needs_rules=rules), **answers) == [
        ("water", "0.90", ("form",)),
        ("tools", "0.70", ("form", "young")),
    ]


def test_equal_needs_come_in_the_order_of_the_catalogue() -> None:
    rules = (need("seeds", SP, "0.5"), need("tools", SP, "0.5"), need("water", SP, "0.5"))
    found = needs(world(needs_rules=rules), form=exactly("sp"))
    assert [name for name, _, _ in found] == ["water", "tools", "seeds"]


def test_a_weight_of_nothing_raises_no_need() -> None:
    rules = (need("tools", SP, "0"), need("water", SP, "0.004"))
    assert needs(world(needs_rules=rules), form=exactly("sp")) == []


def test_a_gap_raises_the_needs_of_its_capability() -> None:
    model = capability(target=60, water="0.5", tools="1.0")
    catalogue = world(capabilities=(model,))
    answers = {**steps(1, 2), "form": exactly("sp")}  # 38 of 60: 22/60 missing
    assert needs(catalogue, **answers) == [
        ("tools", "0.37", ("one", "two")),
        ("water", "0.18", ("one", "two")),
    ]
    assert needs(catalogue, **steps(1, 2)) == []
    assert needs(catalogue, **steps(4, 4), form=exactly("sp")) == []
    no_target = world(capabilities=(replace(model, targets={"seed": 0}),))
    assert needs(no_target, **answers) == []


def test_only_indicators_that_count_are_grounds_of_a_gap() -> None:
    catalogue = world(capabilities=(capability(tools="1.0"),))
    answers = {**steps(0, 0), "three": Choice(frozenset({"s0", "s1"})), "form": exactly("sp")}
    assert needs(catalogue, **answers) == [("tools", "1.00", ("one", "two"))]


def test_a_gap_and_a_line_about_one_need_are_put_together() -> None:
    catalogue = world(
        capabilities=(capability(tools="0.5"),), needs_rules=(need("tools", SP, "0.8"),)
    )
    found = needs(catalogue, **steps(0, 0), form=exactly("sp"))
    assert found == [("tools", "0.80", ("form", "one", "two"))]


@pytest.mark.parametrize(
    ("value", "rounded"), [("0.125", "0.13"), ("0.124", "0.12"), ("0.995", "1.00"), ("0", "0.00")]
)
def test_two_decimals_are_rounded_half_up(value: str, rounded: str) -> None:
    assert str(two_decimals(Decimal(value))) == rounded


# -- SWOT ----------------------------------------------------------------------------------------


def entries(catalogue: Catalogue, **answers: Answer) -> list[tuple[str, tuple[str, ...]]]:
    return [(item.id, item.because) for item in profile(catalogue, **answers).swot]


def test_an_entry_appears_once_its_condition_surely_holds_with_its_answers() -> None:
    catalogue = world(swot=(swot("agile", Any((SP, YOUNG))), swot("big", DOO, "weakness")))
    assert entries(catalogue) == []
    assert entries(catalogue, form=DontKnow()) == []
    assert entries(catalogue, form=exactly("sp"), young=exactly("yes")) == [("agile", ("form",))]
    assert entries(catalogue, form=exactly("doo")) == [("big", ("form",))]


def test_heavier_entries_come_first_and_equal_ones_in_the_authors_order() -> None:
    rules = (swot("a", SP, weight=1), swot("b", SP, weight=3), swot("c", SP, weight=3))
    found = entries(world(swot=rules), form=exactly("sp"))
    assert [name for name, _ in found] == ["b", "c", "a"]


def test_an_entry_that_leans_on_no_answer_is_no_finding() -> None:
    rules = (
        swot("always", Always(truth=True)),
        swot("also", Any((SP, DOO, IsOneOf("form", frozenset({"none"}))))),
    )
    assert entries(world(swot=rules), form=exactly("sp")) == []


def test_an_answer_whose_question_is_not_asked_makes_nothing_true() -> None:
    goals = HasAny("goals", frozenset({"learn"}))
    catalogue = world({"goals": DOO}, swot=(swot("eager", goals),))
    learn = Selection(frozenset({frozenset({"learn"})}))
    assert entries(catalogue, goals=learn, form=exactly("sp")) == []
    assert entries(catalogue, goals=learn, form=exactly("doo")) == [("eager", ("form", "goals"))]
