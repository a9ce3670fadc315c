"""Truths, verdicts, windows, groups, and the reason tree: what the rules say about one programme. Data only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum

from ccsdesk.domain.answers import Answer
from ccsdesk.domain.programme import UsualClosing
from ccsdesk.domain.question import Texts


class Truth(Enum):
    """Answer of a condition. OPEN means: values the person may mean disagree, so a question can still decide it."""

    YES = "yes"
    NO = "no"
    OPEN = "open"

    def __and__(self, other: Truth) -> Truth:
        if Truth.NO in (self, other):
            return Truth.NO
        return Truth.OPEN if Truth.OPEN in (self, other) else Truth.YES

    def __or__(self, other: Truth) -> Truth:
        if Truth.YES in (self, other):
            return Truth.YES
        return Truth.OPEN if Truth.OPEN in (self, other) else Truth.NO

    def __invert__(self) -> Truth:
        return {Truth.YES: Truth.NO, Truth.NO: Truth.YES, Truth.OPEN: Truth.OPEN}[self]


class Verdict(StrEnum):
    """What the rules alone say; the window is apart."""

    ELIGIBLE = "eligible"
    NOT_ELIGIBLE = "not_eligible"
    OPEN = "open"


class Window(StrEnum):
    """Whether one can apply on the day."""

    NOW = "now"
    LATER = "later"
    ROLLING = "rolling"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Group(StrEnum):
    """Where a programme stands on the results page."""

    APPLY_NOW = "apply_now"
    OPENS_LATER = "opens_later"
    ONE_STEP = "one_step"
    NOT_CLEAR = "not_clear"
    NOT_FOR_YOU = "not_for_you"


class Shelf(StrEnum):
    """Where a person finds a programme or measure: its group, or apart from it what is over or was not chosen."""

    APPLY_NOW = "apply_now"
    OPENS_LATER = "opens_later"
    ONE_STEP = "one_step"
    NOT_CLEAR = "not_clear"
    NOT_CHOSEN = "not_chosen"
    """Nothing but a wish or plan that was not ticked stands against it."""
    NOT_FOR_YOU = "not_for_you"
    CLOSED = "closed"
    """Nobody can apply for it any more."""


@dataclass(frozen=True, slots=True)
class Expected:
    """When a recurring call usually opens: month 1 to 12 (None: no rhythm known), and how sure that is.

    `in_season`: the day lies within the usual months, and no round of this year is recorded, so it may be open.
    """

    month: int | None
    confidence: str
    closing: UsualClosing | None = None
    in_season: bool = False


@dataclass(frozen=True, slots=True)
class WindowState:
    """The window on a day. `opens` and `closes` hold announced days only."""

    window: Window
    opens: date | None = None
    closes: date | None = None
    expected: Expected | None = None
    submission: date | None = None
    submission_assumed: bool = False
    round_index: int | None = None
    assumed_round: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """One node of the condition tree with its state, its sentence by language and the questions it looked at."""

    kind: str
    state: Truth
    text: Texts
    questions: tuple[str, ...]
    subject: str = "applicant"
    assumed: bool = False
    source: str | None = None
    children: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class LotResult:
    """Verdict of one lot of a programme."""

    id: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Change:
    """One answer as it would have to be instead of what it is.

    `assumed`: nothing to do, but what one has to rely on, of a question that was not answered or not to the full.
    """

    question: str
    to: Answer
    assumed: bool


@dataclass(frozen=True, slots=True)
class FitParts:
    """The two halves of fit, each 0 to 1 before halving; None where unknown."""

    stage: Decimal | None
    needs: Decimal | None


@dataclass(frozen=True, slots=True)
class ProgrammeResult:
    """All the rules say about one programme (or measure) for one answer set and day."""

    id: str
    verdict: Verdict
    window: WindowState
    group: Group
    fit: Decimal | None
    fit_parts: FitParts
    rules: int
    check_yourself: int
    because: tuple[str, ...]
    missing: tuple[str, ...]
    starts: date | None = None
    """The first eligible day by time alone, where it is not eligible today."""

    until: date | None = None
    """The last eligible day without a break, from today or from `starts`."""

    near: date | None = None
    """Of `starts` and `until` what lies after this day is too far off to be told to a person."""

    waits: bool = False
    """Whether waiting is a step: it is eligible from a day within twelve months on."""

    lots: tuple[LotResult, ...] = ()
    step: str | None = None
    """The question whose change alone could make it fit, the cheapest first; None if no single one could."""

    changes: tuple[tuple[Change, ...], ...] = ()
    """What a firm could change so that it fits, where it does not: ways, cheapest first, steps before assumptions.

    Left empty where it was not asked for, as it takes longer than all the rest.
    """

    exact: bool = True
    """Whether an open verdict was found to be able to turn out either way, wherever that was asked for.

    If not, too much is joined in its conditions to tell, and it may be settled already.
    """

    unchosen: bool = False
    """Nothing but what the person wishes for keeps it from fitting."""

    @property
    def near_starts(self) -> date | None:
        """The first eligible day, where it is near enough to be told."""
        return self._if_near(self.starts)

    @property
    def near_until(self) -> date | None:
        """The last eligible day, where it is near enough to be told."""
        return self._if_near(self.until)

    def _if_near(self, day: date | None) -> date | None:
        return None if day is None or self.near is None or day > self.near else day

    @property
    def shelf(self) -> Shelf:
        """Where a person finds it."""
        if self.window.window is Window.CLOSED:
            return Shelf.CLOSED
        if self.group is Group.NOT_FOR_YOU and self.unchosen:
            return Shelf.NOT_CHOSEN
        return Shelf(self.group.value)

    @property
    def rank(self) -> tuple[Decimal, Decimal, int]:
        """To sort by, best first: fit, at equal fit what is meant for the own stage, then what leaves least open."""
        fit, stage = self.fit, self.fit_parts.stage
        return (
            Decimal(1) if fit is None else -fit,
            Decimal(1) if stage is None else -stage,
            len(self.missing),
        )
