"""Stages, capabilities, needs and SWOT: forms into models, with conditions compiled and references checked."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from ccsdesk.domain.question import Kind
from ccsdesk.rules.catalogue.build_help import Names
from ccsdesk.rules.catalogue.catalogue import (
    Band,
    CapabilityModel,
    Gate,
    NeedRule,
    Overlay,
    OverlayLevel,
    PointLine,
    QuestionPoints,
    Stage,
    StageModel,
    SwotRule,
)
from ccsdesk.rules.catalogue.compiling import compile_or_tell
from ccsdesk.rules.catalogue.conditions import read_rule
from ccsdesk.rules.catalogue.forms_models import (
    CapabilitiesForm,
    CapabilityForm,
    NeedsForm,
    OverlayForm,
    QuestionPointsForm,
    StagesForm,
    SwotsForm,
)
from ccsdesk.rules.catalogue.spot import Spot, Workshop
from ccsdesk.rules.language.core import Rule
from ccsdesk.rules.language.facts import Setting


def build_stages(form: StagesForm, spot: Spot, work: Workshop) -> StageModel:
    """The stage model."""
    stages = tuple(Stage(one.id, one.name, one.description, one.next) for one in form.stages)
    known = [stage.id for stage in stages]
    for index, stage in enumerate(form.stages):
        work.unique("stage", stage.id, spot.at("stages", index, "id"))
    points = [
        _points(one, spot.at("points", index), known, work) for index, one in enumerate(form.points)
    ]
    gates = []
    for index, gate in enumerate(form.gates):
        place = spot.at("gates", index)
        work.known("stage", gate.stage, known, place.at("stage"))
        rule = _rule(place, work)
        if rule is not None:
            gates.append(Gate(rule, gate.stage, gate.text))
    overlays = {
        name: _overlay(name, one, spot.at("overlays", name), work)
        for name, one in form.overlays.items()
    }
    _not_negative(form.margin, spot.at("margin"), work)
    return StageModel(form.proposal, form.margin, stages, tuple(points), tuple(gates), overlays)


def build_capabilities(
    form: CapabilitiesForm, spot: Spot, names: Names, work: Workshop
) -> tuple[CapabilityModel, ...]:
    """All capabilities."""
    return tuple(
        _capability(one, spot.at("capabilities", index), names, work)
        for index, one in enumerate(form.capabilities)
    )


def build_needs(form: NeedsForm, spot: Spot, names: Names, work: Workshop) -> tuple[NeedRule, ...]:
    """All lines that raise a need."""
    found = []
    for index, one in enumerate(form.needs):
        place = spot.at("needs", index)
        work.known("need", one.need, names.needs, place.at("need"))
        _share(one.weight, place.at("weight"), work)
        rule = _rule(place, work)
        if rule is not None:
            found.append(NeedRule(one.need, rule, one.weight))
    return tuple(found)


def build_swot(form: SwotsForm, spot: Spot, work: Workshop) -> tuple[SwotRule, ...]:
    """All SWOT entries."""
    found = []
    for index, one in enumerate(form.swot):
        place = spot.at("swot", index)
        work.unique("swot", one.id, place.at("id"))
        rule = _rule(place, work)
        if rule is not None:
            found.append(SwotRule(one.id, one.side, rule, one.text, one.weight))
    return tuple(found)


def build_when(entries: Iterable[tuple[str, Spot]], work: Workshop) -> dict[str, Rule]:
    """For whom something is meant, by its id; without an entry for everybody."""
    rules = (
        (name, _rule(spot, work)) for name, spot in entries if spot.maybe("when").data is not None
    )
    return {name: rule for name, rule in rules if rule is not None}


def _rule(spot: Spot, work: Workshop) -> Rule | None:
    written = read_rule(spot.at("when"), work)
    return None if written is None else compile_or_tell(written, Setting(), work)


def _points(
    form: QuestionPointsForm,
    spot: Spot,
    stages: list[str],
    work: Workshop,
) -> QuestionPoints:
    if work.known("question", form.question, work.dictionary.questions, spot.at("question")):
        work.unique("points", form.question, spot.at("question"))
    lines = []
    for index, line in enumerate(form.give):
        place = spot.at("give", index)
        for stage in line.points:
            work.known("stage", stage, stages, place.at("points", stage))
        rule = _rule(place, work)
        if rule is None:
            continue
        others = [name for name in rule.questions if name != form.question]
        if others:
            work.wrong(
                place.at("when"),
                "This line gives points for “{question}” but looks at “{other}”.",
                advice="Points of one question may only look at that question.",
                code="foreign-points",
                question=form.question,
                other=others[0],
            )
        lines.append(PointLine(rule.test, line.points))
    return QuestionPoints(form.question, tuple(lines))


def _overlay(name: str, form: OverlayForm, spot: Spot, work: Workshop) -> Overlay:
    if (form.question is None) == (not form.levels):
        work.wrong(
            spot,
            "An overlay has either a question or levels.",
            advice="Give one of the two.",
            code="bad-overlay",
        )
    if form.question is not None:
        singles = [one.id for one in work.dictionary.questions.values() if one.kind is Kind.SINGLE]
        work.known("question with one answer", form.question, singles, spot.at("question"))
    levels = []
    for index, level in enumerate(form.levels):
        place = spot.at("levels", index)
        _not_negative(level.level, place.at("level"), work)
        work.unique(f"levels of {name}", str(level.level), place.at("level"))
        rule = _rule(place, work)
        if rule is not None:
            levels.append(OverlayLevel(level.level, level.name, rule))
    levels.sort(key=lambda level: level.level)
    return Overlay(name, form.name, form.question, tuple(levels))


def _capability(form: CapabilityForm, spot: Spot, names: Names, work: Workshop) -> CapabilityModel:
    work.unique("capability", form.id, spot.at("id"))
    scales = [one.id for one in work.dictionary.questions.values() if one.kind is Kind.SCALE]
    for index, indicator in enumerate(form.indicators):
        work.known("question of kind scale", indicator, scales, spot.at("indicators", index))
    for stage, target in form.targets.items():
        place = spot.at("targets", stage)
        if work.known("stage", stage, names.stages, place) and not 0 <= target <= 100:
            work.wrong(
                place,
                "A target lies between 0 and 100.",
                advice="Choose a number in between.",
                code="bad-value",
            )
    for stage in names.stages:
        if stage not in form.targets:
            work.wrong(
                spot.at("targets"),
                "The target for the stage “{stage}” is missing.",
                advice="Add it.",
                code="missing-key",
                stage=stage,
            )
    for need, weight in form.needs.items():
        work.known("need", need, names.needs, spot.at("needs", need))
        _share(weight, spot.at("needs", need), work)
    _check_bands(form, spot.at("bands"), work)
    bands = tuple(Band(band.below, band.text) for band in form.bands)
    return CapabilityModel(
        form.id, form.name, form.indicators, form.targets, form.needs, form.weight, bands
    )


def _check_bands(form: CapabilityForm, spot: Spot, work: Workshop) -> None:
    ends = [band.below for band in form.bands]
    for index, end in enumerate(ends[1:], start=1):
        if end <= ends[index - 1]:
            work.wrong(
                spot.at(index, "below"),
                "This band does not end above the one before it.",
                advice="Sort the bands from low to high.",
                code="reversed",
            )
    if ends[-1] <= 100:
        work.wrong(
            spot.at(len(ends) - 1, "below"),
            "No band holds a score of 100.",
            advice="End the last band with below: 101.",
            code="bad-value",
        )


def _share(value: Decimal, spot: Spot, work: Workshop) -> None:
    if not 0 <= value <= 1:
        work.wrong(
            spot,
            "A weight of a need lies between 0 and 1.",
            advice="Choose a number in between.",
            code="bad-value",
        )


def _not_negative(value: int, spot: Spot, work: Workshop) -> None:
    if value < 0:
        work.wrong(
            spot, "This number cannot be negative.", advice="Write 0 or more.", code="bad-value"
        )
