"""Stretches of days in which nothing happens to the rounds of a programme, against its moments of each day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings

from ccsdesk.domain.programme import Round, WindowRule
from ccsdesk.rules.language.core import MomentName
from ccsdesk.rules.reasoning.moments import moments_on, window_on
from ccsdesk.rules.reasoning.stretches import plain_stretch, stretches
from tests.support import times
from tests.support.offers import call, programme

SEEN = 400
FIRST = times.DAY.toordinal()


@settings(max_examples=150, deadline=None)
@given(times.offers())
def test_on_each_day_the_moments_are_those_of_the_day(
    offer: tuple[WindowRule, tuple[Round, ...]],
) -> None:
    item = programme(window=offer[0], rounds=offer[1])
    found = stretches(item, FIRST, FIRST + SEEN)
    covered = [day for stretch in found for day in range(stretch.first, stretch.last + 1)]
    assert covered == list(range(FIRST, FIRST + SEEN + 1))
    for stretch in found:
        for ordinal in range(stretch.first, stretch.last + 1):
            day = date.fromordinal(ordinal)
            now = moments_on(item, window_on(item, day), day)
            # what is only assumed is told of the day itself, never of days ahead
            assert stretch.over(ordinal, ordinal) == replace(now, assumed=frozenset())


@settings(max_examples=60, deadline=None)
@given(times.offers())
def test_on_several_days_each_moment_lies_in_between(
    offer: tuple[WindowRule, tuple[Round, ...]],
) -> None:
    for stretch in stretches(programme(window=offer[0], rounds=offer[1]), FIRST, FIRST + SEEN):
        several = stretch.over(stretch.first, stretch.last)
        for ordinal in range(stretch.first, stretch.last + 1):
            alone = stretch.over(ordinal, ordinal)
            for name in MomentName:
                may_be = several.range_of(name)
                assert may_be.low is not None
                assert may_be.high is not None
                assert may_be.low <= alone.days[name] <= may_be.high


def test_a_round_cuts_the_days_where_it_opens_and_after_it_closes() -> None:
    item = programme(rounds=[call("2024-02-01", "2024-02-29")])
    found = [date.fromordinal(one.first) for one in stretches(item, FIRST, FIRST + SEEN)]
    assert found == [times.DAY, date(2024, 2, 1), date(2024, 3, 1)]


def test_what_belongs_to_no_programme_happens_on_the_day() -> None:
    last = times.DAY + timedelta(days=SEEN)
    stretch = plain_stretch(FIRST, last.toordinal())
    assert stretch.over(FIRST, FIRST).days[MomentName.DEADLINE] == FIRST
    assert stretch.over(FIRST + 40, FIRST + 40).days[MomentName.MONTH_END] == (
        date(2024, 1, 31).toordinal()
    )
