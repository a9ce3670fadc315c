"""What a person does to a plan: choose, move, take away, note, give a day. Every change gives new wishes, nothing else.

As long as only notes and days are given the app's own proposal stands; the first choice makes the plan the person's.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ccsdesk.domain.answers import PlanWishes
from ccsdesk.domain.plan import Plan


def moved(wishes: PlanWishes, plan: Plan, programme: str, by: int) -> PlanWishes:
    """The programme so many places later (earlier when negative), at most to an end of the plan."""
    names = list(plan.chosen)
    if programme not in names:
        return wishes
    at = names.index(programme)
    names.insert(min(max(at + by, 0), len(names) - 1), names.pop(at))
    return wishes if tuple(names) == plan.chosen else replace(wishes, chosen=tuple(names))


def added(wishes: PlanWishes, plan: Plan, programme: str, at: int | None = None) -> PlanWishes:
    """With the programme, at its end or in a place."""
    if programme in plan.chosen:
        return wishes
    names = list(plan.chosen)
    names.insert(len(names) if at is None else at, programme)
    return replace(wishes, chosen=tuple(names))


def removed(wishes: PlanWishes, plan: Plan, programme: str) -> PlanWishes:
    """Without the programme; its note and day are kept for when it is put back."""
    return replace(wishes, chosen=tuple(name for name in plan.chosen if name != programme))


def proposed_again(wishes: PlanWishes) -> PlanWishes:
    """The app's proposal again, with the person's notes and days."""
    return replace(wishes, chosen=None)


def noted(wishes: PlanWishes, programme: str, note: str) -> PlanWishes:
    """With this note on the programme; one of nothing but blanks takes it away."""
    notes = {name: text for name, text in wishes.notes.items() if name != programme}
    if note.strip():
        notes[programme] = note
    return replace(wishes, notes=notes)


def dated(wishes: PlanWishes, programme: str, day: date | None) -> PlanWishes:
    """With the person's own day for the programme; None takes it away."""
    dates = {name: given for name, given in wishes.dates.items() if name != programme}
    if day is not None:
        dates[programme] = day
    return replace(wishes, dates=dates)
