"""What the pictures show, as data: the ribbon of stages, the radar, the timeline, a QR code. Nothing is drawn here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Ribbon:
    """Stages in order; `here` is the person's, `near` the runner-up (positions, None if there is none)."""

    names: tuple[str, ...]
    here: int | None
    near: int | None


@dataclass(frozen=True, slots=True)
class Axis:
    """One spoke: its short label, score and target from 0 to 100, None where not known."""

    label: str
    score: int | None
    target: int | None


@dataclass(frozen=True, slots=True)
class Radar:
    """Scores against targets, with the words of the key."""

    axes: tuple[Axis, ...]
    score_word: str
    target_word: str


class SpanKind(StrEnum):
    """Whether a stretch of time is announced or only usual."""

    ANNOUNCED = "announced"
    EXPECTED = "expected"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Time in months from the left edge (0 to 12, fractions are days)."""

    start: float
    end: float
    kind: SpanKind


@dataclass(frozen=True, slots=True)
class Lane:
    """One line of the timeline: when it is open, and the points at which something must be done."""

    name: str
    stretches: tuple[Stretch, ...]
    points: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Months from left to right; `years` holds (position, year) where a year begins to be named."""

    months: tuple[str, ...]
    years: tuple[tuple[int, str], ...]
    lanes: tuple[Lane, ...]
    announced_word: str
    expected_word: str
    point_word: str


@dataclass(frozen=True, slots=True)
class QrCode:
    """An address to scan."""

    address: str


Picture: TypeAlias = Ribbon | Radar | Timeline | QrCode
