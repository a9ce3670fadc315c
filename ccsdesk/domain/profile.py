"""The firm's profile as the rules see it: stage, overlays, capabilities, needs, SWOT. Data only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ccsdesk.domain.question import Texts


@dataclass(frozen=True, slots=True)
class StageResult:
    """Top stage with runner-up and margin in points; `settled`: no open stage question can change the top stage."""

    id: str
    runner_up: str | None
    margin: int
    settled: bool
    corrected_to: str | None
    because: tuple[str, ...]
    points: Mapping[str, int]
    gate: Texts | None = None
    """The words of the gate that decided, where it has any."""
    gated: bool = False
    """True when a gate decided, so that points and margin did not."""

    @property
    def effective(self) -> str:
        """The person's correction where there is one, else the computed stage."""
        return self.corrected_to or self.id


@dataclass(frozen=True, slots=True)
class CapabilityResult:
    """Score 0 to 100 (None below two answered indicators) against the target of the stage (None without a stage)."""

    id: str
    score: int | None
    target: int | None


@dataclass(frozen=True, slots=True)
class NeedResult:
    """A need with weight 0 to 1 (two decimals) and the answers that raise it."""

    id: str
    weight: Decimal
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SwotEntry:
    """A strength, weakness, opportunity or threat that the answers make true, with those answers."""

    id: str
    side: str
    text: Texts
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything about the firm that is not about one programme."""

    stage: StageResult | None
    international: int | None
    ambition: str | None
    capabilities: tuple[CapabilityResult, ...]
    needs: tuple[NeedResult, ...]
    swot: tuple[SwotEntry, ...]

    @property
    def strongest_needs(self) -> tuple[NeedResult, ...]:
        """The needs in the one order in which they are told: by weight, then by id."""
        return tuple(sorted(self.needs, key=lambda need: (-need.weight, need.id)))

    @property
    def has_picture(self) -> bool:
        """Whether enough capabilities are known for a picture of them."""
        return make_a_picture(one.score for one in self.capabilities)


def make_a_picture(scores: Iterable[int | None]) -> bool:
    """Whether these scores are enough for a picture: half of them known at least."""
    known = [score is not None for score in scores]
    return any(known) and 2 * sum(known) >= len(known)
