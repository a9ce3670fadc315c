"""What a plan is made from: everything already decided, handed over in one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.match import MatchResult
from ccsdesk.domain.plan import Plan
from ccsdesk.domain.verdict import Reason
from ccsdesk.rules.catalogue.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Hub:
    """Who hands the plan over, and how to reach them."""

    name: str
    contact: str | None = None


@dataclass(frozen=True, slots=True)
class PlanContent:
    """One plan in one language. `reasons` holds the condition tree of every chosen programme, by id.

    `unasked` holds the questions that are not asked, each with the answered questions that decide so.
    """

    catalogue: Catalogue
    match: MatchResult
    answers: AnswerSet
    plan: Plan
    reasons: Mapping[str, Reason]
    language: str
    day: date
    hub: Hub | None = None
    unasked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
