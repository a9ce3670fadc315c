"""The profile in words: how sure the stage is, what stands beside it, how strong a need is. For paper and screen."""

from __future__ import annotations

from decimal import Decimal

from ccsdesk.domain.profile import Profile, StageResult
from ccsdesk.report.voice import Voice

MOST_BECAUSE = 4


def stage_sentences(voice: Voice, stage: StageResult | None) -> list[str]:
    """How sure the stage is, in one or two sentences."""
    if stage is None:
        return []
    sentences = [_how_sure(voice, stage)]
    if not stage.settled:
        sentences.append(voice.say("More answers can still change the stage."))
    return [sentence for sentence in sentences if sentence]


def _how_sure(voice: Voice, stage: StageResult) -> str:
    computed = voice.stage(stage.id)
    if stage.corrected_to is not None and stage.corrected_to != stage.id:
        return voice.say(
            "You chose this stage yourself; your answers point to “{stage}”.", stage=computed
        )
    if stage.gate is not None:
        return voice.pick(stage.gate)
    if stage.runner_up is None:
        return ""
    other = voice.stage(stage.runner_up)
    if stage.margin < voice.catalogue.stages.margin:
        return voice.say("The stage “{other}” is close, too.", other=other)
    return voice.words.count(
        "The next closest is “{other}”, {n} point behind.",
        "The next closest is “{other}”, {n} points behind.",
        stage.margin,
        other=other,
    )


def ribbon_sentence(voice: Voice, stage: StageResult | None) -> str:
    """The picture of the stages in words."""
    names = {one.id: voice.begun(voice.pick(one.name)) for one in voice.catalogue.stages.stages}
    said = voice.say("Stages in order: {names}.", names=", ".join(names.values()))
    if stage is not None and stage.effective in names:
        said += " " + voice.say("You are at: {name}.", name=names[stage.effective])
    return said


def overlay_lines(voice: Voice, profile: Profile) -> list[tuple[str, str]]:
    """What stands beside the stage: a name and the level reached, or "" and what the person said."""
    lines: list[tuple[str, str]] = []
    for overlay in voice.catalogue.stages.overlays.values():
        if overlay.levels and profile.international is not None:
            levels = {entry.level: entry.name for entry in overlay.levels}
            if profile.international in levels:
                level = voice.pick(levels[profile.international])
                lines.append((voice.begun(voice.pick(overlay.name)), level))
        elif overlay.question is not None and profile.ambition is not None:
            said = voice.begun(voice.said(overlay.question))
            if said:
                lines.append(("", said))
    return lines


def band_words(voice: Voice, capability: str, score: int | None) -> str:
    """The words of the catalogue for a score; "" where it has none."""
    models = {model.id: model for model in voice.catalogue.capabilities}
    if score is None or capability not in models:
        return ""
    bands = models[capability].bands
    return voice.pick(next((band.text for band in bands if score < band.below), None))


def need_because(voice: Voice, question_ids: tuple[str, ...]) -> str:
    """The answers behind a need by name, else that it comes from the capabilities."""
    labels = [voice.label(key) for key in question_ids]
    return voice.begun("; ".join(labels)) or voice.say("From your capabilities")


def need_strength(voice: Voice, weight: Decimal) -> str:
    """How strong a need is, in one word."""
    if weight >= Decimal("0.75"):
        return voice.say("strong")
    return voice.say("medium") if weight >= Decimal("0.4") else voice.say("weak")
