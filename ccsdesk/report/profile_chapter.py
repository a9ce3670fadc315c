"""The profile: stage explained, capabilities as picture and table, needs, SWOT with the answers behind it."""

from __future__ import annotations

from ccsdesk.domain.profile import SwotEntry
from ccsdesk.report.blocks import (
    Beside,
    Block,
    Cell,
    Figure,
    Heading,
    Item,
    Labelled,
    Paragraph,
    Points,
    Role,
    Table,
    muted,
    rich,
    strong,
)
from ccsdesk.report.pictures import Axis, Radar
from ccsdesk.report.profile_words import (
    MOST_BECAUSE,
    band_words,
    need_because,
    need_strength,
    overlay_lines,
)
from ccsdesk.report.telling import Telling
from ccsdesk.text.names import SIDE_NAMES

RADAR_SHARE = 0.44


def profile_chapter(telling: Telling) -> tuple[Block, ...]:
    """Everything about the firm that is not about one programme."""
    return (
        Heading(telling.say("Your profile"), 1),
        *_stage(telling),
        *_overlays(telling),
        *_capabilities(telling),
        *_needs(telling),
        *_swot(telling),
    )


def _stage(telling: Telling) -> tuple[Block, ...]:
    stage = telling.match.profile.stage
    if stage is None:
        return ()
    models = {model.id: model for model in telling.catalogue.stages.stages}
    model = models.get(stage.effective)
    blocks: list[Block] = []
    if model is not None:
        blocks.append(
            Paragraph(
                rich(
                    strong(telling.begun(telling.stage(stage.effective))),
                    ": ",
                    telling.pick(model.description),
                )
            )
        )
        if model.next:
            blocks.append(Paragraph(rich(telling.pick(model.next))))
    because = telling.you_said(stage.because)
    if because:
        blocks.append(Paragraph(rich(muted(because)), Role.CAPTION))
    blocks.append(
        Paragraph(rich(muted(telling.pick(telling.catalogue.stages.proposal))), Role.CAPTION)
    )
    return (Labelled(telling.say("Stage"), tuple(blocks)),)


def _overlays(telling: Telling) -> tuple[Block, ...]:
    lines = tuple(
        Paragraph(rich(strong(name), f": {said}") if name else rich(said))
        for name, said in overlay_lines(telling, telling.match.profile)
    )
    return (Labelled(telling.say("Beside the stage"), lines),) if lines else ()


# capabilities


def _capabilities(telling: Telling) -> tuple[Block, ...]:
    results = telling.match.profile.capabilities
    if not results:
        return ()
    heading = Heading(telling.say("What you can do already"), 2)
    if not telling.match.profile.has_picture:
        too_little = telling.say(
            "Too little has been answered to draw this; the full assessment asks about it."
        )
        return (heading, Paragraph(rich(too_little)))
    names = {
        model.id: telling.begun(telling.pick(model.name))
        for model in telling.catalogue.capabilities
    }
    axes = tuple(Axis(str(n), result.score, result.target) for n, result in enumerate(results, 1))
    radar = Radar(axes, telling.say("your answers"), telling.say("target of the stage"))
    rows = tuple(
        (
            Cell(rich(strong(f"{n} "), names.get(result.id, result.id))),
            Cell(
                rich(
                    str(result.score)
                    if result.score is not None
                    else muted(telling.say("not enough answers"))
                )
            ),
            Cell(rich(str(result.target) if result.target is not None else muted("–"))),
        )
        for n, result in enumerate(results, 1)
    )
    table = Table(
        (telling.say("Capability"), telling.say("You"), telling.say("Target")),
        rows,
        (0.56, 0.25, 0.19),
        figures=frozenset({1, 2}),
    )
    words = telling.say(
        "Capabilities from 0 to 100 against the target of the stage; the table beside it has the figures."
    )
    blocks: list[Block] = [heading, Beside(Figure(radar, words), (table,), RADAR_SHARE)]
    bands = _bands(telling)
    if bands:
        blocks.append(Labelled(telling.say("In words"), bands))
    return tuple(blocks)


def _bands(telling: Telling) -> tuple[Block, ...]:
    """The words of the catalogue for the three scores furthest below their target."""
    models = {model.id: model for model in telling.catalogue.capabilities}
    short = [
        (result.target - result.score, result.score, models[result.id])
        for result in telling.match.profile.capabilities
        if result.id in models and result.score is not None and result.target is not None
    ]
    short = sorted(
        (entry for entry in short if entry[0] > 0), key=lambda entry: (-entry[0], entry[2].id)
    )[:3]
    said: list[Block] = []
    for _, score, model in short:
        band = band_words(telling, model.id, score)
        if band:
            name = telling.begun(telling.pick(model.name))
            said.append(Paragraph(rich(strong(name), ": ", band)))
    return tuple(said)


# needs and SWOT


def _needs(telling: Telling) -> tuple[Block, ...]:
    needs = telling.match.profile.strongest_needs
    if not needs:
        return ()
    rows = tuple(
        (
            Cell(rich(strong(telling.begun(telling.need(need.id))))),
            Cell(rich(need_strength(telling, need.weight))),
            Cell(rich(muted(need_because(telling, need.because)))),
        )
        for need in needs
    )
    head = (telling.say("Need"), telling.say("How strong"), telling.say("From these answers"))
    return (Heading(telling.say("What you need"), 2), Table(head, rows, (0.27, 0.15, 0.58)))


def _swot(telling: Telling) -> tuple[Block, ...]:
    profile = telling.match.profile
    if not profile.swot:
        return ()
    # that nothing points to one says something only once enough was asked
    found = {entry.side for entry in profile.swot}
    sides = {
        side: name for side, name in SIDE_NAMES.items() if profile.has_picture or side in found
    }
    heading = Heading(telling.say("Strengths, weaknesses, opportunities, threats"), 2)
    return (heading, *(_side(telling, side, name) for side, name in sides.items()))


def _side(telling: Telling, side: str, name: str) -> Block:
    items = tuple(
        _entry(telling, entry) for entry in telling.match.profile.swot if entry.side == side
    )
    if not items:
        none = telling.say("Nothing in your answers points to one.")
        return Labelled(telling.say(name), (Paragraph(rich(muted(none))),))
    return Labelled(telling.say(name), (Points(items),))


def _entry(telling: Telling, entry: SwotEntry) -> Item:
    said = telling.you_said(entry.because, most=MOST_BECAUSE)
    return Item(rich(telling.pick(entry.text)), note=rich(said))
