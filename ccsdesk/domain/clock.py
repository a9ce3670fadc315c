"""Where the day and the instant come from.

The one door of time: nothing else may ask the computer what day it is, so that every
verdict can be replayed and tested. Holds no rule about days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Protocol


class Clock(Protocol):
    """What the program needs to know about time."""

    def today(self) -> date:
        """Give the local calendar day; rules compare days, never instants."""
        ...

    def now(self) -> datetime:
        """Give the instant, aware and in UTC; stores keep instants, never local times."""
        ...


class SystemClock:
    """The computer's own clock."""

    def today(self) -> date:
        """Give the computer's local calendar day."""
        return date.today()

    def now(self) -> datetime:
        """Give the instant, aware and in UTC."""
        return datetime.now(tz=UTC)


@dataclass(frozen=True)
class FixedClock:
    """A clock that stands still: for `--day`, replays and tests."""

    day: date
    instant: datetime | None = None

    def __post_init__(self) -> None:
        """Refuse an instant without a time zone."""
        if self.instant is not None and self.instant.utcoffset() is None:
            message = "The instant of a FixedClock needs a time zone."
            raise ValueError(message)

    def today(self) -> date:
        """Give the day it was set to."""
        return self.day

    def now(self) -> datetime:
        """Give the instant it was set to, in UTC; noon UTC of the day when none was given."""
        if self.instant is None:
            return datetime.combine(self.day, time(12), tzinfo=UTC)
        return self.instant.astimezone(UTC)
