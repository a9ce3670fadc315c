"""Programmes, measures, support places and stories as data: what they give, when, in which steps, from which source.

The conditions themselves are not here: they are rules, and live with the catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from ccsdesk.domain.question import Texts


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was seen; `seen` as the source gives it."""

    url: str
    seen: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A line for a person: a tick-list item, a duty, a document. `no_older_than` in days, for documents."""

    text: Texts
    unverified: bool = False
    shape: tuple[str, ...] = ()
    source: int | None = None
    no_older_than: int | None = None


class Basis(StrEnum):
    """What a rate is a share of: of the costs that are paid, or of an investment that lowers the tax base."""

    COST = "cost"
    TAX_BASE = "tax-base"


@dataclass(frozen=True, slots=True)
class Benefit:
    """What it gives.

    Money is Decimal in the catalogue's currency, `rate` in percent of the `basis`, `aid` the de minimis element of
    a loan.
    """

    kind: str | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    rate: Decimal | None = None
    aid: Decimal | None = None
    text: Texts | None = None
    basis: Basis = Basis.COST


class Status(StrEnum):
    """How a programme stands by its sources."""

    OPEN_RECURRING = "open-recurring"
    HISTORIC = "historic"
    UNKNOWN = "unknown"


class WindowKind(StrEnum):
    """How a window behaves apart from announced rounds."""

    ROUNDS = "rounds"
    ROLLING = "rolling"
    RECURRING = "recurring"
    ENDED = "ended"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class UsualClosing:
    """When a recurring call usually closes, or a rolling one every year: the last of the month, or its day if known.

    `inferred`: concluded from past rounds, not said by any source. `source` counts from 1.
    """

    month: int
    day: int | None = None
    inferred: bool = False
    source: int | None = None


@dataclass(frozen=True, slots=True)
class WindowRule:
    """The window as the author wrote it. `month` None with RECURRING: it comes back, no rhythm known."""

    kind: WindowKind
    until: date | None = None
    month: int | None = None
    confidence: str | None = None
    ended: date | None = None
    note: Texts | None = None
    closing: UsualClosing | None = None


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value of a round; `expected` is the line that stands in for a day when the next round is not announced."""

    value: Decimal | date | str
    unit: str | None = None
    expected: str | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """One announced round, with its parameters by name.

    `award`, `signing` and `claim` are the days of the decision, of the contract and on which costs are claimed.
    """

    opens: date | None
    closes: date | None
    parameters: Mapping[str, Parameter]
    source: int | None = None
    award: date | None = None
    signing: date | None = None
    claim: date | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """How a programme bears on another; `kind` as in `requires`, `excludes`, `leads-to`, `replaced-by`."""

    kind: str
    programme: str
    note: Texts | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """Where to ask; `verified` False: the address is general knowledge, not one of the sources."""

    web: str | None = None
    verified: bool = True
    text: Texts | None = None


@dataclass(frozen=True, slots=True)
class Lot:
    """A variant of a programme; its conditions live with the catalogue."""

    id: str
    name: Texts
    benefit: Benefit | None = None


@dataclass(frozen=True, slots=True)
class Programme:
    """One support programme. Lists keep the author's order; `checked` is the day its facts were last looked at."""

    id: str
    name: Texts
    provider: Texts
    kind: str
    level: str
    stages: tuple[str, ...]
    international: bool
    needs: tuple[str, ...]
    advice: bool
    summary: Texts
    benefit: Benefit
    status: Status
    window: WindowRule
    rounds: tuple[Round, ...]
    check_yourself: tuple[Note, ...]
    points: tuple[Note, ...]
    duties: tuple[Note, ...]
    costs: tuple[Note, ...]
    quotas: tuple[Note, ...]
    documents: tuple[Note, ...]
    steps: tuple[Note, ...]
    lots: tuple[Lot, ...]
    relations: tuple[Relation, ...]
    contact: Contact
    sources: tuple[Source, ...]
    checked: date | None
    note: Texts | None = None

    @property
    def offered_lots(self) -> tuple[Lot, ...]:
        """Its lots where they give different things; none where only their conditions differ."""
        return self.lots if any(lot.benefit is not None for lot in self.lots) else ()


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of an action plan, and the programmes that deliver it."""

    id: str
    name: Texts
    what: Texts
    who: Texts
    stages: tuple[str, ...]
    international: bool
    needs: tuple[str, ...]
    status: Status
    window: WindowRule
    rounds: tuple[Round, ...]
    check_yourself: tuple[Note, ...]
    delivered_by: tuple[str, ...]
    sources: tuple[Source, ...]
    checked: date | None


@dataclass(frozen=True, slots=True)
class Offer:
    """What a support place does for firms at some stages."""

    stages: tuple[str, ...]
    text: Texts


@dataclass(frozen=True, slots=True)
class SupportPlace:
    """A place or team to go to."""

    id: str
    name: Texts
    place: str | None
    offers: tuple[Offer, ...]
    needs: tuple[str, ...]
    web: str | None
    status: Status
    sources: tuple[Source, ...]
    checked: date | None
    note: Texts | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """Someone did this before."""

    id: str
    name: Texts
    text: Texts
    stages: tuple[str, ...]
    needs: tuple[str, ...]
    sources: tuple[Source, ...]
