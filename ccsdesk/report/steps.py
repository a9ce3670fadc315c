"""The steps of a plan in words: what to do, by when, where to ask; and what stands against the plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from ccsdesk.domain.plan import ConflictKind, PlannedConflict, PlanStep, StepKind
from ccsdesk.report.blocks import Item, Rich, Run, link, rich, strong
from ccsdesk.report.telling import Telling
from ccsdesk.text import message

CONFLICTS: Mapping[ConflictKind, str] = {
    ConflictKind.REQUIRES: message("“{one}” needs “{other}” first."),
    ConflictKind.WRONG_ORDER: message(
        "“{one}” needs “{other}” first, which comes later in your plan."
    ),
    ConflictKind.EXCLUDES: message("“{one}” and “{other}” cannot both be had."),
    ConflictKind.EXCLUDES_SAME_COST: message(
        "“{one}” and “{other}” may not pay for the same cost."
    ),
    ConflictKind.REDUCED_BY: message("“{one}” gives less if you have “{other}”."),
    ConflictKind.CLOSED: message("“{one}” is closed: nobody can apply for it now."),
    ConflictKind.NOT_ELIGIBLE: message(
        "By your answers you do not meet the conditions of “{one}”."
    ),
    ConflictKind.TOO_EARLY: message("Your own day for “{one}” is before the call opens, on {day}."),
    ConflictKind.TOO_LATE: message("Your own day for “{one}” is after the last day, {day}."),
    ConflictKind.PASSED: message("Your own day for “{one}”, {day}, has gone by."),
}


def step_item(telling: Telling, step: PlanStep, *, with_place: bool) -> Item:
    """The step as a point: its time and programme in front, where to ask beneath."""
    time = step_time(telling, step)
    name = telling.programme(step.programme) if step.programme else ""
    lead = strong(": ".join(part for part in (time, name) if part))
    said = step_words(telling, step)
    return Item(
        rich(lead, f" – {said}" if lead.text else said),
        note=_where(telling, step) if with_place else (),
    )


def step_time(telling: Telling, step: PlanStep) -> str:
    """The day or month, "" where there is none; a usual time says so."""
    if step.day is not None:
        day = telling.words.day(step.day, inline=True)
        if step.own:
            return telling.say("By {day} (your own day)", day=day)
        if step.kind is StepKind.APPLY:
            return telling.say("By {day}", day=day)
        return (
            telling.say("About {time}", time=day) if step.expected else telling.words.day(step.day)
        )
    if step.month is not None:
        year, month = step.month
        if step.expected:
            return telling.say("About {time}", time=telling.words.month(month, year, inline=True))
        return telling.begun(telling.words.month(month, year))
    return ""


def step_words(telling: Telling, step: PlanStep) -> str:
    """What the step asks, without the programme's name."""
    match step.kind:
        case StepKind.DO:
            return telling.pick(step.text)
        case StepKind.APPLY:
            return telling.say("Hand in your application.")
        case StepKind.OPENS:
            if step.day is None and step.month is None:
                return telling.say("Look when the call comes back.")
            if step.expected:
                return telling.say("The call usually opens now.")
            return telling.say("The call opens.")
        case StepKind.ASK:
            return telling.say("Get in touch and ask.")
        case StepKind.ANSWER:
            return telling.say("Find out: {what}.", what=telling.pick(step.text))
        case _:
            assert_never(step.kind)


def conflict_words(telling: Telling, conflict: PlannedConflict) -> str:
    """What stands against the plan, in one sentence."""
    return telling.say(
        CONFLICTS[conflict.kind],
        one=telling.programme(conflict.programme),
        other="" if conflict.other is None else telling.programme(conflict.other),
        day="" if conflict.day is None else conflict.day,
    )


def _where(telling: Telling, step: PlanStep) -> Rich:
    programme = telling.catalogue.programmes.get(step.programme) if step.programme else None
    if programme is None:
        return ()
    provider = telling.pick(programme.provider)
    web = programme.contact.web
    ask: str | Run = telling.say("Where to ask: {name}", name=provider)
    return rich(ask, ", " if web else "", link(web) if web else "")
