"""Which question comes next: what its answers settle, held against trying them; when there is nothing left to ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from ccsdesk.domain.answers import AnswerSet, DontKnow, exactly
from ccsdesk.domain.match import NextQuestion
from ccsdesk.domain.question import Kind
from ccsdesk.domain.verdict import Truth, Verdict
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.language.core import Compare, Constant, FactValue, IsOneOf, Not, Relation, Test
from ccsdesk.rules.reasoning.match import Matcher
from tests.support import worlds
from tests.support.offers import ROUNDS, call, programme
from tests.support.oracle import Oracle

DOO = IsOneOf("form", frozenset({"doo"}))
YOUNG = IsOneOf("young", frozenset({"yes"}))


def people(least: int) -> Test:
    return Compare(Relation.AT_LEAST, FactValue("people"), Constant(Decimal(least)))


def offers(*tests: Test, world: Catalogue | None = None) -> Catalogue:
    catalogue = worlds.world({}) if world is None else world
    for number, test in enumerate(tests):
        catalogue = worlds.with_programme(catalogue, programme(id=f"p{number}"), test)
    return catalogue


def following(catalogue: Catalogue, answers: AnswerSet) -> tuple[NextQuestion, ...]:
    matcher = Matcher(catalogue, worlds.DAY)
    return matcher.next(answers, matcher.match(answers))


@settings(max_examples=100, deadline=None)
@given(
    worlds.asking(),
    st.lists(worlds.conditions(), min_size=1, max_size=3),
    worlds.answer_sets(),
    worlds.orders(),
)
def test_what_is_settled_is_what_the_answers_settle(
    asked: dict[str, Test], tests: list[Test], answers: AnswerSet, order: Sequence[str]
) -> None:
    catalogue = offers(*tests, world=worlds.world(asked, order))
    matcher = Matcher(catalogue, worlds.DAY)
    oracle = Oracle(catalogue, worlds.NAMES)
    found = {one.question: one.settles for one in following(catalogue, answers)}
    open_ones = [test for test in tests if len(oracle.verdicts(test, answers)) > 1]
    deciding = {name for test in open_ones for name in oracle.missing(test, answers)}
    never = {
        name
        for name, truth in matcher.asked(answers).items()
        if truth is Truth.YES and name not in answers.answers
    }
    assert set(found) == deciding & never
    for name, settles in found.items():
        question = catalogue.dictionary.questions[name]
        if question.kind is not Kind.SINGLE:
            continue
        options = [option.id for option in question.options]
        settled = sum(
            len(oracle.verdicts(test, answers.with_answer(name, exactly(option)))) == 1
            for test in open_ones
            for option in options
        )
        assert abs(Fraction(settles) - Fraction(settled, len(options))) <= Fraction(1, 20)


def test_the_question_that_settles_most_comes_first() -> None:
    catalogue = offers(DOO, Not(DOO), YOUNG)
    assert [(one.question, one.settles) for one in following(catalogue, AnswerSet())] == [
        ("form", Decimal("2.0")),
        ("young", Decimal("1.0")),
    ]


def test_of_two_that_settle_as_much_the_quicker_one_comes_first() -> None:
    world = worlds.world({})
    questions = dict(world.dictionary.questions)
    questions["form"] = replace(questions["form"], seconds=60)
    slow = replace(world, dictionary=replace(world.dictionary, questions=questions))
    assert [one.question for one in following(offers(DOO, YOUNG, world=slow), AnswerSet())] == [
        "young",
        "form",
    ]
    assert [one.question for one in following(offers(DOO, YOUNG), AnswerSet())] == ["form", "young"]


def test_what_fits_better_counts_more() -> None:
    world = worlds.with_programme(worlds.world({}), programme(id="a", needs=()), DOO)
    world = replace(world, needs={"space": {"en": "space"}})
    catalogue = worlds.with_programme(world, programme(id="b", needs=("space",)), YOUNG)
    matcher = Matcher(catalogue, worlds.DAY)
    match = matcher.match(AnswerSet())
    better = replace(
        match,
        programmes=tuple(
            replace(one, fit=Decimal(1 if one.id == "b" else 0)) for one in match.programmes
        ),
    )
    assert [one.question for one in matcher.next(AnswerSet(), better)] == ["young", "form"]


def test_an_answer_that_settles_nothing_alone_is_still_worth_asking() -> None:
    both = Compare(Relation.AT_LEAST, FactValue("people"), FactValue("rooms"))
    found = following(offers(both), AnswerSet())
    assert {one.question for one in found} == {"people", "rooms"}


def test_nobody_is_asked_twice_or_for_nothing() -> None:
    catalogue = offers(DOO, people(1))
    assert following(catalogue, AnswerSet({"form": exactly("doo"), "people": DontKnow()})) == ()
    settled = AnswerSet({"form": exactly("doo"), "people": exactly(Decimal(2))})
    assert following(catalogue, settled) == ()


def test_a_closed_programme_asks_nothing() -> None:
    over = programme(window=ROUNDS, rounds=(call("2020-01-01", "2020-02-01"),))
    catalogue = worlds.with_programme(worlds.world({}), over, DOO)
    match = Matcher(catalogue, worlds.DAY).match(AnswerSet())
    assert match.programmes[0].verdict is Verdict.OPEN
    assert following(catalogue, AnswerSet()) == ()
