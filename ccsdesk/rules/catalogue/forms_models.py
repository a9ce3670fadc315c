"""Forms of the files that judge a firm: stages, capabilities, needs, SWOT, and the known cases."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ccsdesk.rules.catalogue.forms import Form
from ccsdesk.rules.catalogue.scalars import Day, Ident, Line, Name, Number, Raw, Whole, Wording


class StageForm(Form):
    """A stage of the life cycle."""

    id: Ident
    name: Wording
    description: Wording
    next: Wording | None = None


class PointLineForm(Form):
    """Points by stage when the line holds."""

    when: Raw
    points: dict[Ident, Whole] = Field(min_length=1)


class QuestionPointsForm(Form):
    """All point lines about one question."""

    question: Name
    give: tuple[PointLineForm, ...] = Field(min_length=1)


class GateForm(Form):
    """A condition that decides the stage by itself."""

    when: Raw
    stage: Ident
    text: Wording | None = None


class OverlayLevelForm(Form):
    """One level of an overlay."""

    level: Whole
    name: Wording
    when: Raw


class OverlayForm(Form):
    """Levels by condition, or the answer to one question."""

    name: Wording
    question: Name | None = None
    levels: tuple[OverlayLevelForm, ...] = ()


class StagesForm(Form):
    """stages.yaml."""

    proposal: Wording
    margin: Whole
    stages: tuple[StageForm, ...] = Field(min_length=1)
    points: tuple[QuestionPointsForm, ...] = ()
    gates: tuple[GateForm, ...] = ()
    overlays: dict[Name, OverlayForm] = Field(default_factory=dict)


class BandForm(Form):
    """Words for a score lower than `below`."""

    below: Whole
    text: Wording


class CapabilityForm(Form):
    """One capability."""

    id: Ident
    name: Wording
    indicators: tuple[Name, ...] = Field(min_length=1)
    targets: dict[Ident, Whole]
    needs: dict[Ident, Number] = Field(default_factory=dict)
    weight: Number
    bands: tuple[BandForm, ...] = Field(min_length=1)


class CapabilitiesForm(Form):
    """capabilities.yaml, wrapped: the file itself is a list."""

    capabilities: tuple[CapabilityForm, ...]


class NeedForm(Form):
    """A condition that raises a need."""

    need: Ident
    when: Raw
    weight: Number


class NeedsForm(Form):
    """needs.yaml, wrapped."""

    needs: tuple[NeedForm, ...]


class SwotForm(Form):
    """A strength, weakness, opportunity or threat."""

    id: Ident
    side: Literal["strength", "weakness", "opportunity", "threat"]
    when: Raw
    text: Wording
    weight: Number


class SwotsForm(Form):
    """swot.yaml, wrapped."""

    swot: tuple[SwotForm, ...]


class ExpectForm(Form):
    """What must come out of a case; lists of ids, or maps from id to questions, read by `cases`."""

    eligible: tuple[Ident, ...] = ()
    open: Raw = None
    not_eligible: Raw = None
    stage: Ident | None = None


class CaseForm(Form):
    """A known case."""

    name: Line
    day: Day
    answers: Raw
    expect: ExpectForm


class CasesForm(Form):
    """cases/*.yaml, wrapped."""

    cases: tuple[CaseForm, ...]
