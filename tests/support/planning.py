"""Plans out of matches made by hand, and what they say, short enough to compare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from ccsdesk.domain.answers import PlanWishes
from ccsdesk.domain.match import CatalogueStamp, MatchResult
from ccsdesk.domain.plan import Plan
from ccsdesk.domain.profile import Profile
from ccsdesk.domain.programme import Note, Programme, UsualClosing
from ccsdesk.domain.verdict import (
    Expected,
    FitParts,
    Group,
    ProgrammeResult,
    Verdict,
    Window,
    WindowState,
)
from ccsdesk.rules.reasoning.planner import propose
from tests.support import worlds
from tests.support.offers import programme

DAY = date(2026, 11, 16)
PROFILE = Profile(None, None, None, (), (), ())
ALWAYS = WindowState(Window.ROLLING)
CLOSED = WindowState(Window.CLOSED)
UNKNOWN = WindowState(Window.UNKNOWN)


def until(day: str) -> WindowState:
    return WindowState(Window.NOW, closes=date.fromisoformat(day))


def opens(day: str, closes: str | None = None) -> WindowState:
    end = None if closes is None else date.fromisoformat(closes)
    return WindowState(Window.LATER, opens=date.fromisoformat(day), closes=end)


def usually(
    month: int | None, round_index: int | None = None, *, closes: int | None = None
) -> WindowState:
    closing = None if closes is None else UsualClosing(closes)
    expected = Expected(month, "medium", closing)
    return WindowState(Window.LATER, expected=expected, round_index=round_index)


def in_season(month: int, closes: int) -> WindowState:
    expected = Expected(month, "medium", UsualClosing(closes), in_season=True)
    return WindowState(Window.LATER, expected=expected)


GROUPS = {
    Window.NOW: Group.APPLY_NOW,
    Window.ROLLING: Group.APPLY_NOW,
    Window.LATER: Group.OPENS_LATER,
    Window.UNKNOWN: Group.NOT_CLEAR,
    Window.CLOSED: Group.NOT_FOR_YOU,
}


def result(
    name: str,
    window: WindowState = ALWAYS,
    fit: str | None = "0.50",
    verdict: Verdict = Verdict.ELIGIBLE,
) -> ProgrammeResult:
    eligible = verdict is Verdict.ELIGIBLE
    return ProgrammeResult(
        id=name,
        verdict=verdict,
        window=window,
        group=GROUPS[window.window] if eligible else Group.NOT_FOR_YOU,
        fit=None if fit is None else Decimal(fit),
        fit_parts=FitParts(None, None),
        rules=1,
        check_yourself=0,
        because=(),
        missing=(),
    )


def plan(
    *results: ProgrammeResult,
    items: Mapping[str, Programme] | None = None,
    wishes: PlanWishes | None = None,
    day: date = DAY,
) -> Plan:
    programmes = {each.id: programme(each.id) for each in results} | dict(items or {})
    catalogue = replace(worlds.world({}), programmes=programmes)
    match = MatchResult(
        CatalogueStamp("World", "2026-11-22", "sha256:0"),
        day,
        (),
        PROFILE,
        tuple(sorted(results, key=lambda each: each.id)),
        (),
        (),
    )
    return propose(catalogue, match, wishes or PlanWishes())


def steps(found: Plan) -> list[tuple[str, str | None, str]]:
    """Kind, programme and time of every step."""
    times = []
    for step in found.steps:
        time = "" if step.month is None else f"{step.month[0]}-{step.month[1]:02}"
        times.append(time if step.day is None else step.day.isoformat())
    return [
        (step.kind, step.programme, time) for step, time in zip(found.steps, times, strict=True)
    ]


def told(found: Plan) -> list[tuple[str, str, str | None]]:
    return [(one.kind, one.programme, one.other) for one in found.conflicts]


def noted(*words: str) -> tuple[Note, ...]:
    return tuple(Note({"en": word}) for word in words)
