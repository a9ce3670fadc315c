"""The steps of a plan in words: what to do, by when, where to ask; and what stands against the plan."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import assert_never

from ccsdesk.domain.plan import ConflictKind, PlannedConflict, PlanStep, StepKind
from ccsdesk.report.blocks import Item, Rich, Run, link, rich, strong
from ccsdesk.report.voice import Voice
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


def step_item(voice: Voice, step: PlanStep, *, with_place: bool) -> Item:
    """The step as a point: its time and programme in front, where to ask beneath."""
    time = step_time(voice, step)
    name = voice.programme(step.programme) if step.programme else ""
    lead = strong(": ".join(part for part in (time, name) if part))
    said = step_words(voice, step)
    return Item(
        rich(lead, f" – {said}" if lead.text else said),
        note=_where(voice, step) if with_place else (),
    )


def step_time(voice: Voice, step: PlanStep) -> str:
    """The day or month, "" where there is none; a usual time says so."""
    if step.day is not None:
        day = voice.words.day(step.day, inline=True)
        if step.own:
            return own_day_words(voice, step.day)
        if step.kind is StepKind.APPLY:
            return voice.say("By {day}", day=day)
        return voice.say("About {time}", time=day) if step.expected else voice.words.day(step.day)
    if step.month is not None:
        year, month = step.month
        if step.expected:
            return voice.say("About {time}", time=voice.words.month(month, year, inline=True))
        return voice.begun(voice.words.month(month, year))
    return ""


def own_day_words(voice: Voice, day: date) -> str:
    """A day the person set, in the same words wherever it stands."""
    return voice.say("By {day} (your own day)", day=voice.words.day(day, inline=True))


def step_when(voice: Voice, step: PlanStep) -> str:
    """When to do it, in words where there is neither a day nor a month."""
    time = step_time(voice, step)
    if time:
        return time
    waits = step.expected and step.kind is not StepKind.OPENS
    return voice.say("when the call opens") if waits else voice.say("any time")


def step_words(voice: Voice, step: PlanStep) -> str:
    """What the step asks, without the programme's name."""
    match step.kind:
        case StepKind.DO:
            return voice.pick(step.text)
        case StepKind.APPLY:
            return voice.say("Hand in your application.")
        case StepKind.OPENS:
            if step.day is None and step.month is None:
                return voice.say("Look when the call comes back.")
            if step.expected:
                return voice.say("The call usually opens now.")
            return voice.say("The call opens.")
        case StepKind.ASK:
            return voice.say("Get in touch and ask.")
        case StepKind.ASK_IF_OPEN:
            return voice.say("Ask the provider whether the call is open now.")
        case StepKind.ANSWER:
            return voice.say("Find out: {what}.", what=voice.pick(step.text))
        case _:
            assert_never(step.kind)


def conflict_words(voice: Voice, conflict: PlannedConflict) -> str:
    """What stands against the plan, in one sentence."""
    return voice.say(
        CONFLICTS[conflict.kind],
        one=voice.programme(conflict.programme),
        other="" if conflict.other is None else voice.programme(conflict.other),
        day="" if conflict.day is None else conflict.day,
    )


def _where(voice: Voice, step: PlanStep) -> Rich:
    programme = voice.catalogue.programmes.get(step.programme) if step.programme else None
    if programme is None:
        return ()
    provider = voice.pick(programme.provider)
    web = programme.contact.web
    ask: str | Run = voice.say("Where to ask: {name}", name=provider)
    return rich(ask, ", " if web else "", link(web) if web else "")
