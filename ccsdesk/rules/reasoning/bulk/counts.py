"""What is counted over many people: verdicts of programmes, conditions that fail, stages. Adds up, decides nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ccsdesk.rules.reasoning.bulk.bits import Bits


class Tally(NamedTuple):
    """How many people something is yes, no and open for."""

    yes: int
    no: int
    open: int

    @classmethod
    def of(cls, bits: Bits, people: int) -> Tally:
        """Counted over a batch of so many people."""
        yes, no = bits.yes.bit_count(), bits.no.bit_count()
        return cls(yes, no, people - yes - no)

    def plus(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(self.yes + other.yes, self.no + other.no, self.open + other.open)


NOBODY = Tally(0, 0, 0)


@dataclass(frozen=True, slots=True)
class ProgrammeCount:
    """How many people a programme or measure fits, does not fit and is open for.

    `failed`: for each of its ways (`Bound.ways`) and each condition that the way needs, how many people fail that
    condition. `eligible`: by stage how many people it fits; empty where that was not asked for.
    """

    verdicts: Tally
    failed: tuple[tuple[int, ...], ...]
    eligible: Mapping[str | None, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Counts:
    """Of how many people, by programme or measure, and by stage; None: nothing to tell the stage from.

    `stages` is empty where it was not asked for.
    """

    people: int
    programmes: Mapping[str, ProgrammeCount]
    stages: Mapping[str | None, int]
