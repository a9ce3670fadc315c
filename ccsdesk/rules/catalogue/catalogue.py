"""The catalogue after reading, checking and compiling: frozen values with plain dicts, ready for the reasoning to use.

Everything pickles, nothing points back to a file that must be read again, and no answer is in here but those of cases.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ccsdesk.domain.answers import AnswerSet
from ccsdesk.domain.programme import Measure, Programme, Story, SupportPlace
from ccsdesk.domain.question import Section, Texts
from ccsdesk.rules.language.core import Rule, Test
from ccsdesk.rules.language.facts import Dictionary


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of the life cycle; `next` says what usually comes after it."""

    id: str
    name: Texts
    description: Texts
    next: Texts | None = None


@dataclass(frozen=True, slots=True)
class PointLine:
    """Points by stage id that are given when the test is yes."""

    test: Test
    points: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class QuestionPoints:
    """All point lines about one question; their tests look at no other."""

    question: str
    give: tuple[PointLine, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """A condition that decides the stage by itself; the first that holds does."""

    rule: Rule
    stage: str
    text: Texts | None = None


@dataclass(frozen=True, slots=True)
class OverlayLevel:
    """One level of an overlay, with the condition that makes it so."""

    level: int
    name: Texts
    rule: Rule


@dataclass(frozen=True, slots=True)
class Overlay:
    """Something beside the stage: levels (lowest first; the highest that holds counts), or a question's answer."""

    id: str
    name: Texts
    question: str | None = None
    levels: tuple[OverlayLevel, ...] = ()


@dataclass(frozen=True, slots=True)
class StageModel:
    """Stages in order, their points and gates. `proposal` says how far the model can be trusted; it is printed."""

    proposal: Texts
    margin: int
    stages: tuple[Stage, ...]
    points: tuple[QuestionPoints, ...] = ()
    gates: tuple[Gate, ...] = ()
    overlays: Mapping[str, Overlay] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Band:
    """Words for a score lower than `below`."""

    below: int
    text: Texts


@dataclass(frozen=True, slots=True)
class CapabilityModel:
    """One capability: its scale questions, targets (0 to 100) by stage, weights (0 to 1) of the needs it raises."""

    id: str
    name: Texts
    indicators: tuple[str, ...]
    targets: Mapping[str, int]
    needs: Mapping[str, Decimal]
    weight: Decimal
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class NeedRule:
    """A condition that raises a need to a weight (0 to 1)."""

    need: str
    rule: Rule
    weight: Decimal


@dataclass(frozen=True, slots=True)
class SwotRule:
    """A strength, weakness, opportunity or threat, and the condition that makes it true."""

    id: str
    side: str
    rule: Rule
    text: Texts
    weight: Decimal


@dataclass(frozen=True, slots=True)
class Case:
    """A known case: what must come out of these answers on this day.

    `open` maps programmes to questions that must be among those missing, `not_eligible` to questions that must be among
    the reasons; an empty tuple checks the verdict alone.
    """

    name: str
    day: date
    answers: AnswerSet
    eligible: tuple[str, ...] = ()
    open: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    not_eligible: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stage: str | None = None
    file: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A whole catalogue, checked. Mappings keep the author's order; programmes and measures are sorted by id.

    `rules` holds one rule of kind ALL for each programme (for a lot-wise one: what its lots share), `lots` the full
    rule of each lot by programme id, absent where a programme has none. `asked_when` has an entry for every question.
    `made_for` says for whom the catalogue as a whole is made, `said_to_others` what it tells everybody else.
    `place_rules` and `story_rules` say for whom a support place or a story is; those without one are for everybody.
    """

    name: Texts
    version: str
    digest: str
    languages: tuple[str, ...]
    currency: str
    sections: tuple[Section, ...]
    dictionary: Dictionary
    asked_when: Mapping[str, Test | None]
    asked_when_rules: Mapping[str, Rule]
    programmes: Mapping[str, Programme]
    rules: Mapping[str, Rule]
    lots: Mapping[str, tuple[tuple[str, Rule], ...]]
    measures: Mapping[str, Measure]
    measure_rules: Mapping[str, Rule]
    support_places: Mapping[str, SupportPlace]
    stories: Mapping[str, Story]
    stages: StageModel
    capabilities: tuple[CapabilityModel, ...]
    needs_rules: tuple[NeedRule, ...]
    swot: tuple[SwotRule, ...]
    needs: Mapping[str, Texts]
    levels: Mapping[str, Texts]
    kinds: Mapping[str, Texts]
    regimes: Mapping[str, Texts] = field(default_factory=dict)
    cases: tuple[Case, ...] = ()
    licence: str | None = None
    made_for: Rule | None = None
    said_to_others: Texts | None = None
    place_rules: Mapping[str, Rule] = field(default_factory=dict)
    story_rules: Mapping[str, Rule] = field(default_factory=dict)
