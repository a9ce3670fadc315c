"""Whether an open verdict is known to be open, or only not known to be settled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.verdict import Verdict
from ccsdesk.rules.catalogue.answers_file import read_answers
from ccsdesk.rules.language.core import (
    Arithmetic,
    Compare,
    Constant,
    FactValue,
    Operator,
    Relation,
    Test,
)
from ccsdesk.rules.reasoning.match import Matcher
from ccsdesk.services.catalogue_care import open_catalogue
from tests.support import worlds
from tests.support.checkout import ROOT
from tests.support.offers import programme

PEOPLE, ROOMS = FactValue("people"), FactValue("rooms")
TOGETHER = Arithmetic(Operator.PLUS, PEOPLE, ROOMS)
MANY = Decimal(100_000)


def matcher_of(test: Test) -> Matcher:
    """The five questions with so many people and rooms that not every pair can be tried."""
    world = worlds.world({})
    questions = {
        name: replace(question, maximum=MANY) if name in {"people", "rooms"} else question
        for name, question in world.dictionary.questions.items()
    }
    world = replace(world, dictionary=replace(world.dictionary, questions=questions))
    return Matcher(worlds.with_programme(world, programme(), test), worlds.DAY)


def test_what_may_turn_out_either_way_is_surely_open() -> None:
    both = Compare(Relation.AT_LEAST, TOGETHER, Constant(MANY))
    found = matcher_of(both).result(AnswerSet(), programme().id)
    assert (found.verdict, found.exact) == (Verdict.OPEN, True)


def test_what_joins_too_much_to_be_found_out_says_so() -> None:
    never = Compare(Relation.LESS, TOGETHER, PEOPLE)
    found = matcher_of(never).result(AnswerSet(), programme().id)
    assert (found.verdict, found.exact) == (Verdict.OPEN, False)


@settings(max_examples=150, deadline=None)
@given(worlds.asking(), worlds.conditions(), worlds.answer_sets())
def test_in_small_worlds_everything_is_exact(
    asked: dict[str, Test], test: Test, answers: AnswerSet
) -> None:
    world = worlds.world(asked)
    matcher = Matcher(worlds.with_programme(world, programme(), test), worlds.DAY)
    assert matcher.is_exact(answers, programme().id)


@pytest.mark.parametrize("given", [0, 1, 5, 15, 99])
def test_the_shipped_catalogue_is_exact(given: int) -> None:
    catalogue = open_catalogue()
    day = date.fromisoformat(catalogue.version)
    matcher = Matcher(catalogue, day)
    for file in sorted((ROOT / "examples").glob("*.yaml"))[:3]:
        answers = read_answers(file, catalogue, day=day).answers
        part = AnswerSet(dict(list(answers.items())[:given]))
        for name in (*catalogue.programmes, *catalogue.measures):
            assert matcher.is_exact(part, name), (file.name, given, name)
