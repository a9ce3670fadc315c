"""The steps of a plan in words: what to do, by when, where to ask."""

from __future__ import annotations

from typing import assert_never

from ccsdesk.domain.plan import PlanStep, StepKind
from ccsdesk.report.blocks import Item, Rich, Run, link, rich, strong
from ccsdesk.report.telling import Telling


def step_item(telling: Telling, step: PlanStep, *, with_place: bool) -> Item:
    """The step as a point: its time in front, where to ask beneath."""
    time = step_time(telling, step)
    lead = strong(f"{time}: " if time else "")
    return Item(
        rich(lead, step_words(telling, step)), note=_where(telling, step) if with_place else ()
    )


def step_time(telling: Telling, step: PlanStep) -> str:
    """The day or month, "" where there is none; a usual time says so."""
    if step.day is not None:
        day = telling.words.day(step.day, inline=True)
        if step.kind is StepKind.APPLY:
            return telling.say("By {day}", day=day)
        return (
            telling.say("About {time}", time=day) if step.expected else telling.words.day(step.day)
        )
    if step.month is not None:
        year, month = step.month
        if step.expected:
            return telling.say("About {time}", time=telling.words.month(month, year, inline=True))
        return telling.words.month(month, year)
    return ""


def step_words(telling: Telling, step: PlanStep) -> str:
    """What the step asks, as one sentence."""
    name = telling.programme(step.programme) if step.programme else ""
    own = telling.pick(step.text)
    match step.kind:
        case StepKind.DO:
            return f"{own} ({name})" if own and name else own or name
        case StepKind.APPLY:
            return telling.say("Apply: {name}.", name=name)
        case StepKind.OPENS:
            if step.expected:
                return telling.say("Usually opens: {name}.", name=name)
            return telling.say("Opens: {name}.", name=name)
        case StepKind.ASK:
            return telling.say("Ask: {name}.", name=name or own)
        case StepKind.ANSWER:
            return telling.say("Find out: {what}.", what=own or name)
        case _:
            assert_never(step.kind)


def _where(telling: Telling, step: PlanStep) -> Rich:
    programme = telling.catalogue.programmes.get(step.programme) if step.programme else None
    if programme is None:
        return ()
    provider = telling.pick(programme.provider)
    web = programme.contact.web
    ask: str | Run = telling.say("Where to ask: {name}", name=provider)
    return rich(ask, ", " if web else "", link(web) if web else "")
