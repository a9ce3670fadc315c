"""The plan a person leaves with: what was chosen, in which order, what to do by when. Data only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ccsdesk.domain.question import Texts


class StepKind(StrEnum):
    """What a step of the plan asks of the person."""

    DO = "do"
    """Something the programme wants done first, in its own words."""
    APPLY = "apply"
    """Hand in an application; `day` is the announced last day where there is one."""
    OPENS = "opens"
    """A call opens: announced (`day`) or expected (`month`)."""
    ASK = "ask"
    """Ask at a support place or advice point."""
    ASK_IF_OPEN = "ask-if-open"
    """Ask whether a call is open that usually is at this time of the year."""
    ANSWER = "answer"
    """Find out an answer that decides."""


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One step in order.

    `day` is a fixed day to have it done by, `month` (year, month) a rough time; both may be None.
    """

    kind: StepKind
    programme: str | None
    day: date | None
    month: tuple[int, int] | None
    text: Texts | None = None
    """The catalogue's own words for DO; None where the kind alone says it."""
    expected: bool = False
    """True: the time is the usual one, not announced."""
    own: bool = False
    """True: the day is the person's own."""


class ConflictKind(StrEnum):
    """What stands against a chosen programme: another one, its own state, or the person's day for it."""

    REQUIRES = "requires"
    """It needs the other first, and the other is not chosen."""
    WRONG_ORDER = "wrong-order"
    """It needs the other first, and the person put the other after it, or gave that a later day."""
    EXCLUDES = "excludes"
    EXCLUDES_SAME_COST = "excludes-same-cost"
    REDUCED_BY = "reduced-by"
    CLOSED = "closed"
    NOT_ELIGIBLE = "not-eligible"
    TOO_EARLY = "too-early"
    """The person's day is before the announced opening."""
    TOO_LATE = "too-late"
    """The person's day is after the announced last day."""
    PASSED = "passed"
    """The person's day has gone by."""


@dataclass(frozen=True, slots=True)
class PlannedConflict:
    """`other` is None where it concerns one programme alone; `day` is the announced day that was missed."""

    kind: ConflictKind
    programme: str
    other: str | None = None
    note: Texts | None = None
    day: date | None = None

    @property
    def missing(self) -> str | None:
        """The programme that has to be chosen too, where that is what is wrong."""
        return self.other if self.kind is ConflictKind.REQUIRES else None


@dataclass(frozen=True, slots=True)
class Plan:
    """The chosen programmes in order, advice points, the person's notes and days, steps by time, conflicts shown."""

    chosen: tuple[str, ...]
    advice: tuple[str, ...]
    notes: Mapping[str, str]
    steps: tuple[PlanStep, ...]
    conflicts: tuple[PlannedConflict, ...]
    by_person: bool
    """True when the person chose; False when the app proposed."""
    dates: Mapping[str, date] = field(default_factory=dict)
    proposed: tuple[str, ...] = ()
    """What the app would choose."""

    @property
    def is_changed_proposal(self) -> bool:
        """Whether the person changed the proposal and kept some of it."""
        return self.by_person and not set(self.chosen).isdisjoint(self.proposed)

    def is_taken_out(self, programme: str) -> bool:
        """Whether the app would choose it and the person does not."""
        return self.by_person and programme in self.proposed and programme not in self.chosen

    def is_added(self, programme: str) -> bool:
        """Whether the person put it there, and not the app."""
        return self.by_person and programme in self.chosen and programme not in self.proposed
