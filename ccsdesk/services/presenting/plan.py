"""What the page of the plan shows: what was chosen in order, what could be added, what is to do when. Words only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ccsdesk.domain.match import MatchResult
from ccsdesk.domain.plan import Plan, PlannedConflict, PlanStep
from ccsdesk.domain.verdict import ProgrammeResult, Shelf, Window
from ccsdesk.report.offer_words import serves, who_chose
from ccsdesk.report.season_words import shelf_words
from ccsdesk.report.steps import conflict_words, step_when, step_words
from ccsdesk.report.voice import Voice
from ccsdesk.services.presenting.rows import CLOSED, Filters, Row, RowGroup, filters_of
from ccsdesk.text.names import SHELF_NAMES

MOST_NEEDS = 3


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One thing to do, and when; `programme` is its name, "" within the card of that programme."""

    when: str
    what: str
    programme: str = ""
    own: bool = False


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """What stands against the plan. `adds`: a programme that would put it right if it were chosen."""

    sentence: str
    note: str = ""
    adds: str | None = None
    adds_name: str = ""


@dataclass(frozen=True, slots=True)
class PlanItem:
    """One chosen programme. `state` is None for an advice point, which is asked and not applied for.

    `why`: that the person added it, which of the person's needs it serves; "" if neither.
    """

    id: str
    name: str
    provider: str
    amount: str
    why: str
    when: str
    state: Shelf | None
    state_word: str
    note: str
    own_day: date | None
    own_day_words: str
    steps: tuple[PlanLine, ...]
    conflicts: tuple[ConflictLine, ...]


@dataclass(frozen=True, slots=True)
class PlanView:
    """The whole page. `offers` can be added; `conflicts` are those of all items, each once."""

    items: tuple[PlanItem, ...]
    offers: tuple[RowGroup, ...]
    filters: Filters
    advice: tuple[Row, ...]
    timeline: tuple[PlanLine, ...]
    conflicts: tuple[ConflictLine, ...]
    by_person: bool
    lead: str


def plan_view(voice: Voice, match: MatchResult, plan: Plan, groups: Sequence[RowGroup]) -> PlanView:
    """The plan as it stands; `groups` are all rows of the match."""
    results = {result.id: result for result in match.programmes}
    served = {name: _why(voice, match, plan, name) for name in plan.chosen}
    told = [(conflict, _conflict(voice, conflict)) for conflict in plan.conflicts]
    offered = offers(groups, plan)
    rows = {row.id: row for group in groups for row in group.rows}
    return PlanView(
        items=tuple(
            _item(voice, results[name], plan, told, why=served[name]) for name in plan.chosen
        ),
        offers=offered,
        filters=filters_of(voice, offered),
        advice=tuple(rows[name] for name in plan.advice if name in rows),
        timeline=tuple(_line(voice, step, named=True) for step in plan.steps),
        conflicts=tuple(line for _, line in told),
        by_person=plan.by_person,
        lead=who_chose(voice, plan)
        if plan.by_person
        else voice.say("A proposal: what fits your stage and needs best. Change it as you like."),
    )


def _why(voice: Voice, match: MatchResult, plan: Plan, name: str) -> str:
    served = serves(voice, match.profile, voice.catalogue.programmes[name], most=MOST_NEEDS)
    own = voice.say("You added this yourself.") if plan.is_added(name) else ""
    return " ".join(part for part in (own, served) if part)


def offers(groups: Sequence[RowGroup], plan: Plan) -> tuple[RowGroup, ...]:
    """The programmes that can be added: not over, not chosen yet, in the groups and order of the results."""
    found = (
        replace(
            group,
            rows=tuple(
                row for row in group.rows if not row.is_measure and row.id not in plan.chosen
            ),
        )
        for group in groups
        if group.key != CLOSED
    )
    return tuple(group for group in found if group.rows)


def _item(
    voice: Voice,
    result: ProgrammeResult,
    plan: Plan,
    told: Sequence[tuple[PlannedConflict, ConflictLine]],
    *,
    why: str,
) -> PlanItem:
    programme = voice.catalogue.programmes[result.id]
    own_day = plan.dates.get(result.id)
    state, state_word = _state(voice, result)
    return PlanItem(
        id=result.id,
        name=voice.pick(programme.name),
        provider=voice.pick(programme.provider),
        amount=voice.begun(voice.gives(programme.benefit)),
        why=why,
        when=voice.when(result),
        state=state,
        state_word=state_word,
        note=plan.notes.get(result.id, ""),
        own_day=own_day,
        own_day_words="" if own_day is None else voice.words.day(own_day),
        steps=tuple(
            _line(voice, step, named=False) for step in plan.steps if step.programme == result.id
        ),
        conflicts=tuple(
            line for conflict, line in told if result.id in {conflict.programme, conflict.other}
        ),
    )


def _state(voice: Voice, result: ProgrammeResult) -> tuple[Shelf | None, str]:
    if result.window.window is Window.CLOSED:
        return Shelf.CLOSED, voice.say(SHELF_NAMES[Shelf.CLOSED])
    if voice.catalogue.programmes[result.id].advice:
        return None, voice.say("Advice")
    return result.shelf, shelf_words(voice.words, result)


def _line(voice: Voice, step: PlanStep, *, named: bool) -> PlanLine:
    name = voice.programme(step.programme) if named and step.programme is not None else ""
    return PlanLine(voice.begun(step_when(voice, step)), step_words(voice, step), name, step.own)


def _conflict(voice: Voice, conflict: PlannedConflict) -> ConflictLine:
    missing = conflict.missing
    return ConflictLine(
        conflict_words(voice, conflict),
        voice.pick(conflict.note),
        missing,
        "" if missing is None else voice.programme(missing),
    )
