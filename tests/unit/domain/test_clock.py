"""The door of time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from ccsdesk.domain.clock import Clock, FixedClock, SystemClock

DAY = date(2026, 11, 22)


def test_the_system_clock_gives_an_aware_instant_in_utc():
    before = datetime.now(tz=UTC)  # noqa: TID251 - compared with the door itself
    instant = SystemClock().now()
    assert instant.utcoffset() == timedelta(0)
    assert before <= instant <= before + timedelta(minutes=1)


def test_the_system_clock_gives_the_local_day_of_its_instant():
    clock: Clock = SystemClock()
    days = {clock.now().astimezone().date() for _ in range(2)}
    assert clock.today() in {*days, clock.now().astimezone().date()}


def test_a_fixed_clock_stands_still():
    clock: Clock = FixedClock(DAY)
    assert clock.today() == DAY
    assert clock.now() == clock.now() == datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_a_fixed_clock_gives_its_instant_in_utc():
    ljubljana = timezone(timedelta(hours=1))
    clock = FixedClock(DAY, datetime(2026, 11, 22, 0, 30, tzinfo=ljubljana))
    assert clock.now() == datetime(2026, 11, 21, 23, 30, tzinfo=UTC)
    assert clock.now().tzinfo is UTC
    assert clock.today() == DAY


def test_a_fixed_clock_refuses_an_instant_without_a_time_zone():
    with pytest.raises(ValueError, match="time zone"):
        FixedClock(DAY, datetime(2026, 11, 22, 12))  # noqa: DTZ001 - the mistake being refused
