"""Everything the rules say about one answer set on one day. Data only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ccsdesk.domain.profile import Profile
from ccsdesk.domain.verdict import ProgrammeResult, Shelf


@dataclass(frozen=True, slots=True)
class CatalogueStamp:
    """Which catalogue was used; `digest` is "sha256:..." over its files."""

    name: str
    version: str
    digest: str


@dataclass(frozen=True, slots=True)
class NextQuestion:
    """A question worth asking next, and how many verdicts its answer is expected to settle."""

    question: str
    settles: Decimal


@dataclass(frozen=True, slots=True)
class Tally:
    """Programmes and measures that fit (apply now, opens later), and those that are not clear; none that are closed."""

    fit: int
    possible: int


@dataclass(frozen=True, slots=True)
class MatchResult:
    """Profile and verdicts.

    Programmes and measures are sorted by id; `ignored` answers were given but are not asked.
    """

    catalogue: CatalogueStamp
    day: date
    ignored: tuple[str, ...]
    profile: Profile
    programmes: tuple[ProgrammeResult, ...]
    measures: tuple[ProgrammeResult, ...]
    next: tuple[NextQuestion, ...]
    delivered_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The programmes that deliver each measure, by measure id."""
    is_for_others: bool = False
    """Whether the catalogue as a whole is certainly made for others."""
    places_of_others: frozenset[str] = frozenset()
    """The support places that are certainly meant for others."""
    stories_of_others: frozenset[str] = frozenset()
    """The stories that certainly are about another region or field."""

    @property
    def counts(self) -> Mapping[Shelf, int]:
        """How many programmes and measures stand on each shelf: the one way of counting."""
        counted = Counter(one.shelf for one in (*self.programmes, *self.measures))
        return {shelf: counted[shelf] for shelf in Shelf}

    def programme(self, programme_id: str) -> ProgrammeResult:
        """The result of one programme; KeyError if the catalogue has none of that id."""
        for result in self.programmes:
            if result.id == programme_id:
                return result
        raise KeyError(programme_id)
