"""The first page, which stands alone: stage, three priorities, next three steps, what this is not."""

from __future__ import annotations

from ccsdesk.domain.plan import PlanStep
from ccsdesk.domain.verdict import Shelf
from ccsdesk.report.blocks import (
    Block,
    Callout,
    Count,
    Figure,
    Item,
    Labelled,
    Paragraph,
    Points,
    Role,
    Tally,
    muted,
    rich,
    strong,
)
from ccsdesk.report.pictures import Ribbon
from ccsdesk.report.priorities import Priority, gap_words, helps_words, priorities
from ccsdesk.report.profile_words import ribbon_sentence, stage_sentences
from ccsdesk.report.steps import step_item
from ccsdesk.report.telling import SHELF_MARKS, Telling
from ccsdesk.text.names import SHELF_NAMES

MOST_STEPS = 3


def fronts(telling: Telling) -> tuple[tuple[Block, ...], ...]:
    """The page in versions, richest first, for the case that names are long."""
    return tuple(
        (
            *_title(telling),
            _stage(telling, described=described),
            _priorities(telling, helps=helps),
            _next_steps(telling, short=short),
            *(() if short else (_tally(telling),)),
            *_said_to_others(telling),
            _not_this(telling),
        )
        for described, helps, short in (
            (True, 3, False),
            (True, 2, False),
            (False, 1, False),
            (False, 1, True),
        )
    )


def _title(telling: Telling) -> tuple[Block, ...]:
    content = telling.content
    day = telling.words.day(content.day)
    by = telling.say("Made on {day}", day=content.day)
    line = (
        rich(strong(content.answers.name), muted(f" · {day}"))
        if content.answers.name
        else rich(muted(by))
    )
    blocks: list[Block] = [
        Paragraph(rich(telling.say("Your support plan")), Role.TITLE),
        Paragraph(line, Role.LEAD),
    ]
    if content.hub is not None:
        contact = f" · {content.hub.contact}" if content.hub.contact else ""
        blocks.append(Paragraph(rich(muted(f"{content.hub.name}{contact}")), Role.CAPTION))
    return tuple(blocks)


# stage


def _stage(telling: Telling, *, described: bool) -> Block:
    stage = telling.match.profile.stage
    label = telling.say("Your stage")
    if stage is None:
        sentence = telling.say("Not known yet: no question about the stage has been answered.")
        return Labelled(label, (Paragraph(rich(sentence)),))
    name = telling.begun(telling.stage(stage.effective))
    blocks: list[Block] = [Paragraph(rich(name), Role.STAGE), ribbon(telling)]
    models = {model.id: model for model in telling.catalogue.stages.stages}
    if described and stage.effective in models:
        blocks.append(Paragraph(rich(telling.pick(models[stage.effective].description))))
    blocks += [Paragraph(rich(sentence)) for sentence in stage_sentences(telling, stage)]
    return Labelled(label, tuple(blocks))


def ribbon(telling: Telling) -> Figure:
    """The six stages with the person's own marked."""
    stages = telling.catalogue.stages.stages
    order = [stage.id for stage in stages]
    names = tuple(telling.begun(telling.pick(stage.name)) for stage in stages)
    stage = telling.match.profile.stage
    here = order.index(stage.effective) if stage and stage.effective in order else None
    near = (
        order.index(stage.runner_up)
        if stage and not stage.corrected_to and stage.runner_up in order
        else None
    )
    return Figure(Ribbon(names, here, near), ribbon_sentence(telling, stage))


# priorities


def _priorities(telling: Telling, *, helps: int) -> Block:
    found = priorities(telling, telling.match, telling.plan)
    label = telling.say("Your priorities")
    if not found:
        sentence = telling.say("No gap stands out from the answers given so far.")
        return Labelled(label, (Paragraph(rich(sentence)),))
    items = tuple(_priority(telling, priority, helps) for priority in found)
    return Labelled(label, (Points(items, numbered=True),))


def _priority(telling: Telling, priority: Priority, helps: int) -> Item:
    note = helps_words(telling, priority, helps)
    gap = gap_words(telling, priority)
    name = strong(telling.begun(priority.name))
    return Item(rich(name, f" – {gap}" if gap else ""), note=rich(note))


# next steps


def _next_steps(telling: Telling, *, short: bool) -> Block:
    label = telling.say("Your next steps")
    steps = _first_steps(telling)
    if not steps:
        sentence = telling.say(
            "Nothing has to be done by a fixed day. The pages that follow say what is possible."
        )
        return Labelled(label, (Paragraph(rich(sentence)),))
    items = tuple(step_item(telling, step, with_place=not short) for step in steps)
    return Labelled(label, (Points(items, numbered=True),))


def _first_steps(telling: Telling) -> list[PlanStep]:
    """The first step of each programme, in the order of the plan, so that the three are about different things."""
    first: dict[str | None, PlanStep] = {}
    for step in telling.plan.steps:
        first.setdefault(step.programme, step)
    return list(first.values())[:MOST_STEPS]


def _tally(telling: Telling) -> Block:
    counts = tuple(
        Count(str(number), telling.say(SHELF_NAMES[shelf]), SHELF_MARKS[shelf])
        for shelf, number in telling.match.counts.items()
        if shelf is not Shelf.CLOSED
    )
    return Labelled(telling.say("All programmes and measures"), (Tally(counts),))


def _said_to_others(telling: Telling) -> tuple[Block, ...]:
    said = telling.said_to_others
    if not said:
        return ()
    return (Labelled(telling.say("Good to know"), (Paragraph(rich(said)),)),)


def _not_this(telling: Telling) -> Block:
    sentence = telling.say(
        "This plan is advice, not a decision: whether you get support is for the funder alone to decide. "
        "Check the conditions and days at the source before you apply."
    )
    return Labelled(telling.say("What this is not"), (Callout(rich(sentence)),))
