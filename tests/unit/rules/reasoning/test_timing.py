"""From when and until when a programme fits by time alone, against trying out the days one by one."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, given, settings

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.programme import Round, WindowRule
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.language.core import Test
from ccsdesk.rules.reasoning.atoms import OPEN
from ccsdesk.rules.reasoning.bound import bind
from ccsdesk.rules.reasoning.engine import Engine
from ccsdesk.rules.reasoning.timing import FAR, Timing
from ccsdesk.rules.reasoning.view import View
from tests.support import times
from tests.support.times import Walked, walked, within

LIMITS = settings(
    max_examples=150,
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
