"""A visit that is not finished: what has to survive a crash, and for how long. Data only.

The answers in it belong to a person at a shared laptop; nothing here writes them anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.match import CatalogueStamp

IDLE = timedelta(minutes=30)
"""After this long without an answer a visit is over and its answers are deleted."""


class Mode(StrEnum):
    """How much is asked."""

    QUICK = "quick"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Draft:
    """A visit as it is kept.

    Instants are aware and in UTC; `current` is the question shown, None for the review.
    """

    id: str
    begun_at: datetime
    touched_at: datetime
    language: str
    mode: Mode
    catalogue: CatalogueStamp
    answers: AnswerSet
    current: str | None

    def is_idle(self, now: datetime) -> bool:
        """Whether nothing happened for `IDLE`.

        A touch that far in the future counts too: then the clock was set back, and the answers
        of a stranger would stay on this computer for who knows how long.
        """
        return abs(now - self.touched_at) >= IDLE

    def touched(self, now: datetime) -> Draft:
        """The same, touched at this instant."""
        return replace(self, touched_at=now)
