"""From when and until when a programme fits by time alone, against trying out the days one by one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from ccsdesk.domain.answers import (
    AnswerSet,
    Choice,
    exactly,
)
from ccsdesk.domain.programme import Round, UsualClosing, WindowKind, WindowRule
from ccsdesk.domain.verdict import Group
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.language.core import (
    All,
    Any,
    Arithmetic,
    Compare,
    FactValue,
    Moment,
    MomentName,
    MonthsBetween,
    Not,
    Operator,
    Relation,
    RoundParameter,
    Shift,
    Test,
)
from ccsdesk.rules.reasoning.atoms import OPEN
from ccsdesk.rules.reasoning.bound import bind
from ccsdesk.rules.reasoning.engine import Engine
from ccsdesk.rules.reasoning.match import Matcher
from ccsdesk.rules.reasoning.timing import FAR, MOST, Timing
from ccsdesk.rules.reasoning.view import View
from tests.support import times
from tests.support.offers import call
from tests.support.time_cases import (
    CASES,
    FOUNDED,
    SUBMISSION,
    TODAY,
    YOUNG,
    age,
    day_of,
    number,
    on,
    younger,
)
from tests.support.times import Walked, ten_years, walked, within

LIMITS = settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
MONTHS = 4
SEEN = 100
"""Days that are walked through one by one."""


def told(catalogue: Catalogue, answers: AnswerSet, day: date, months: int = FAR) -> Walked:
    engine = Engine(catalogue, day)
    bound = bind(engine, times.item_of(catalogue), catalogue.rules["one"])
    view = View.of_answers(engine, answers.answers)
    truth = bound.condition.settled(view)
    if truth == OPEN:
        return Walked(None, None)
    found = Timing(engine, months).outlook(bound, view, truth)
    return Walked(found.starts, found.until)


@pytest.mark.parametrize("name", CASES)
def test_each_kind_of_condition_turns_on_its_day(name: str) -> None:
    test, answers, day, starts, until = CASES[name]
    catalogue = times.world(test)
    found = told(catalogue, AnswerSet(answers), on(day))
    assert found == Walked(day_of(starts), day_of(until))
    # two years are enough to see all of these turn
    assert within(found, on(day), 800) == walked(catalogue, AnswerSet(answers), on(day), 800)


@pytest.mark.parametrize(
    "name", ["old enough", "old aid leaves the months", "either way until another day"]
)
def test_nothing_else_happens_within_ten_years(name: str) -> None:
    test, answers, day, *_ = CASES[name]
    catalogue = times.world(test)
    found = told(catalogue, AnswerSet(answers), on(day))
    assert found == walked(catalogue, AnswerSet(answers), on(day), ten_years(on(day)) + 1)


def test_ten_years_are_looked_at_and_not_a_day_more() -> None:
    day = on("2024-01-15")
    for planned, until in (("2034-01-15", "2034-01-15"), ("2034-01-16", None)):
        catalogue = times.world(Compare(Relation.AT_LEAST, FactValue("planned"), TODAY))
        answers = AnswerSet({"planned": exactly(on(planned))})
        assert told(catalogue, answers, day) == Walked(None, day_of(until))
    for planned, starts in (("2034-01-14", "2034-01-15"), ("2034-01-15", None)):
        catalogue = times.world(Compare(Relation.LESS, FactValue("planned"), TODAY))
        answers = AnswerSet({"planned": exactly(on(planned))})
        assert told(catalogue, answers, day) == Walked(day_of(starts), None)


def test_at_the_end_of_the_calendar_nothing_is_looked_at_behind_it() -> None:
    catalogue = times.world(younger(12))
    answers = AnswerSet({"founded": exactly(on("9998-12-31"))})
    assert told(catalogue, answers, on("9999-06-01")) == Walked(None, on("9999-12-30"))
    assert told(catalogue, answers, date.max) == Walked(None, None)


def test_what_can_only_be_followed_from_day_to_day_is_given_up_in_the_end() -> None:
    both = Arithmetic(
        Operator.PLUS, MonthsBetween(FOUNDED, TODAY), MonthsBetween(FactValue("born"), TODAY)
    )
    tangled = Compare(Relation.EQUAL, both, number(40))
    ends = Compare(Relation.AT_LEAST, FactValue("planned"), TODAY)
    catalogue = times.world(All((Any((tangled, Not(tangled))), ends)))
    day = on("2024-01-15")
    for ahead, is_told in ((MOST - 1, True), (MOST + 1, False)):
        last = day + timedelta(days=ahead)
        found = told(catalogue, AnswerSet({"planned": exactly(last)}), day)
        assert found == Walked(None, last if is_told else None)


# -- rounds ----------------------------------------------------------------------------------------


def test_until_the_announced_opening_submission_stays_that_day() -> None:
    catalogue = times.world(
        age(12), window=WindowRule(WindowKind.ROUNDS), rounds=[call("2024-03-01", "2024-03-31")]
    )
    answers = AnswerSet({"founded": exactly(on("2023-03-10"))})
    # on the first of March it is not old enough for an application that day; from then on the day moves again
    assert told(catalogue, answers, on("2024-01-15")) == Walked(on("2024-03-10"), None)
    early = AnswerSet({"founded": exactly(on("2023-02-20"))})
    # fits today, because submission is in March
    assert told(catalogue, early, on("2024-01-15")) == Walked(None, None)


def test_what_a_round_gives_holds_as_long_as_it_counts() -> None:
    limit = RoundParameter("limit_day", Shift(SUBMISSION, -12, 0))
    catalogue = times.world(
        Compare(Relation.AT_LEAST, FOUNDED, limit),
        window=WindowRule(WindowKind.ROUNDS),
        rounds=[call("2024-01-01", "2024-02-10", limit_day=on("2023-06-01"))],
    )
    answers = AnswerSet({"founded": exactly(on("2023-04-15"))})
    # afterwards the expected form stands in, until it has moved on, too
    assert told(catalogue, answers, on("2024-01-15")) == Walked(on("2024-02-11"), on("2024-04-15"))


def test_a_deadline_that_comes_every_year_moves_on() -> None:
    deadline = Moment(MomentName.DEADLINE)
    catalogue = times.world(
        younger(24, deadline),
        window=WindowRule(WindowKind.ROLLING, closing=UsualClosing(2, 20)),
    )
    answers = AnswerSet({"founded": exactly(on("2022-06-01"))})
    assert told(catalogue, answers, on("2024-01-15")) == Walked(None, on("2024-02-20"))


# -- asking ------------------------------------------------------------------------------------------


def test_an_answer_counts_from_the_day_its_question_is_asked() -> None:
    catalogue = times.world(YOUNG, asked_when={"young": age(12, TODAY)})
    answers = AnswerSet({"founded": exactly(on("2023-02-10")), "young": Choice(frozenset({"yes"}))})
    assert told(catalogue, answers, on("2024-01-15")) == Walked(on("2024-02-10"), None)


def test_the_same_test_may_part_from_the_one_that_decides_what_is_asked() -> None:
    later = age(12, Moment(MomentName.OPENING))
    catalogue = times.world(
        Any((later, YOUNG)),
        asked_when={"young": later},
        window=WindowRule(WindowKind.ROUNDS),
        rounds=[call("2024-01-15", None)],
    )
    answers = AnswerSet({"founded": exactly(on("2023-02-10")), "young": Choice(frozenset({"yes"}))})
    found = told(catalogue, answers, on("2024-01-15"))
    assert found == Walked(on("2024-02-10"), None)
    assert within(found, on("2024-01-15"), 60) == walked(catalogue, answers, on("2024-01-15"), 60)


# -- the whole match -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("founded", "group", "waits"),
    [
        ("2024-01-15", Group.ONE_STEP, True),
        ("2024-01-16", Group.NOT_FOR_YOU, False),
    ],
)
def test_what_time_alone_brings_within_a_year_is_one_step_away(
    founded: str, group: Group, *, waits: bool
) -> None:
    catalogue = times.world(age(12))
    answers = AnswerSet({"founded": exactly(on(founded))})
    result = Matcher(catalogue, on("2024-01-15")).result(answers, "one")
    assert (result.group, result.waits) == (group, waits)


def test_days_that_are_far_off_are_known_but_not_told() -> None:
    catalogue = times.world(younger(24))
    matcher = Matcher(catalogue, on("2024-01-15"))
    for founded, is_told in (("2024-01-15", True), ("2024-01-17", False)):
        result = matcher.result(AnswerSet({"founded": exactly(on(founded))}), "one")
        assert result.until is not None
        assert result.near_until == (result.until if is_told else None)


def test_another_answer_gives_other_days() -> None:
    matcher = Matcher(times.world(younger(24)), on("2024-01-15"))
    found = [
        matcher.result(AnswerSet({"founded": exactly(on(founded))}), "one").until
        for founded in ("2022-03-10", "2022-04-10", "2022-03-10")
    ]
    assert found == [on("2024-03-09"), on("2024-04-09"), on("2024-03-09")]


# -- anything ------------------------------------------------------------------------------------------


@LIMITS
@given(times.conditions(), times.asking(), times.answer_sets(), times.offers())
def test_both_days_are_those_that_trying_every_day_finds(
    test: Test,
    asking: dict[str, Test],
    answers: AnswerSet,
    offer: tuple[WindowRule, tuple[Round, ...]],
) -> None:
    window, rounds = offer
    catalogue = times.world(test, asked_when=asking, window=window, rounds=rounds)
    found = told(catalogue, answers, times.DAY, MONTHS)
    assert within(found, times.DAY, SEEN) == walked(catalogue, answers, times.DAY, SEEN)
