"""A first plan out of a match: which programmes, in which order, what to do by when, and what stands against what.

It proposes, the person decides; nothing chosen is hidden, and a plan is never empty while the catalogue has advice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from ccsdesk.domain.answers import PlanWishes
from ccsdesk.domain.match import MatchResult
from ccsdesk.domain.plan import Plan, PlannedConflict, PlanStep, StepKind
from ccsdesk.domain.programme import Programme
from ccsdesk.domain.verdict import Group, ProgrammeResult, Verdict, Window
from ccsdesk.rules.catalogue.catalogue import Catalogue

MOST_CHOSEN = 6
REQUIRES = "requires"
CONFLICTS = ("excludes", "excludes-same-cost", "reduced-by")
MONTHS = 12


def propose(catalogue: Catalogue, match: MatchResult, wishes: PlanWishes) -> Plan:
    """The plan for a match, with what the person chose where they did."""
    results = {result.id: result for result in match.programmes}
    advice = _advice(catalogue, match)
    proposed = [*_best(catalogue, match), *advice][:MOST_CHOSEN]
    chosen = dict.fromkeys(proposed if wishes.chosen is None else wishes.chosen)
    ordered = _in_order(catalogue, match.day, [results[name] for name in chosen])
    names = [result.id for result in ordered]
    return Plan(
        chosen=tuple(names),
        advice=tuple(name for name in advice if name not in names),
        notes=dict(wishes.notes),
        steps=tuple(sorted(_steps(catalogue, match.day, ordered, advice), key=_time)),
        conflicts=tuple(_conflicts(catalogue, names, results)),
        by_person=wishes.chosen is not None,
    )


def _time(step: PlanStep) -> tuple[int, int, int]:
    """When a step is due: one for a month at its beginning, one without a time at the end."""
    if step.day is not None:
        return (step.day.year, step.day.month, step.day.day)
    return (*step.month, 0) if step.month is not None else (date.max.year + 1, 0, 0)


def by_fit(results: Iterable[ProgrammeResult]) -> list[ProgrammeResult]:
    """Best fit first, unknown fit last, then by id."""
    return sorted(
        results, key=lambda item: (-(item.fit if item.fit is not None else Decimal(-1)), item.id)
    )


def _best(catalogue: Catalogue, match: MatchResult) -> Iterator[str]:
    """The best-fitting to apply for now, then those that open later. Advice points come after both."""
    for group in (Group.APPLY_NOW, Group.OPENS_LATER):
        for result in by_fit(item for item in match.programmes if item.group is group):
            if not catalogue.programmes[result.id].advice:
                yield result.id


def _advice(catalogue: Catalogue, match: MatchResult) -> list[str]:
    """Advice points that may be open to this person; if none may be, all that are not closed."""
    points = [
        result
        for result in by_fit(match.programmes)
        if catalogue.programmes[result.id].advice and result.window.window is not Window.CLOSED
    ]
    fitting = [result.id for result in points if result.verdict is not Verdict.NOT_ELIGIBLE]
    return fitting or [result.id for result in points]


def _in_order(
    catalogue: Catalogue, day: date, results: list[ProgrammeResult]
) -> list[ProgrammeResult]:
    """By when they close or open, what another requires before it. Those without a day come first: start now."""
    programmes = catalogue.programmes
    ranked = sorted(results, key=lambda item: _when(item, programmes[item.id], day))
    placed: list[ProgrammeResult] = []
    chosen = {item.id: item for item in ranked}

    def place(item: ProgrammeResult, waiting: frozenset[str]) -> None:
        if item in placed or item.id in waiting:
            return
        for relation in programmes[item.id].relations:
            if relation.kind == REQUIRES and relation.programme in chosen:
                place(chosen[relation.programme], waiting | {item.id})
        placed.append(item)

    for item in ranked:
        place(item, frozenset())
    return placed


def _when(result: ProgrammeResult, programme: Programme, day: date) -> tuple[int, int, int]:
    window = result.window
    if window.window is Window.NOW and window.closes is not None:
        return (0, window.closes.year, window.closes.month)
    if window.window is Window.LATER:
        if window.opens is not None:
            return (1, window.opens.year, window.opens.month)
        month = _usual_month(result, programme, day)
        return (1, *month) if month is not None else (2, 0, 0)
    return (0, day.year, day.month)


def _usual_month(
    result: ProgrammeResult, programme: Programme, day: date
) -> tuple[int, int] | None:
    """The next time the usual month comes round; a round that has been in this month was this year's."""
    expected, index = result.window.expected, result.window.round_index
    if expected is None or expected.month is None:
        return None
    last = (
        None if index is None else programme.rounds[index].closes or programme.rounds[index].opens
    )
    had = last is not None and (last.year, last.month) >= (day.year, expected.month)
    return (day.year + (had or expected.month < day.month), expected.month)


def _steps(
    catalogue: Catalogue, day: date, results: list[ProgrammeResult], advice: list[str]
) -> Iterator[PlanStep]:
    """Steps programme by programme. What is open all the time is spread out, one programme a month.

    A programme's own steps say how to ask and apply; a general one is added where it has none, or where there is a day.
    """
    names = [result.id for result in results]
    here = (day.year, day.month)
    for name in advice[:1]:
        if name not in names:
            yield PlanStep(StepKind.ASK, name, None, here)
    turn = here
    for result in results:
        programme = catalogue.programmes[result.id]
        window = result.window
        if window.window is Window.LATER:
            yield from _when_it_opens(result, programme, day)
        elif programme.advice or window.window not in {Window.NOW, Window.ROLLING}:
            own = list(_own_steps(programme, here))
            yield from own or [PlanStep(StepKind.ASK, programme.id, None, here)]
        else:
            closes = window.closes
            month = min(turn, (closes.year, closes.month)) if closes is not None else turn
            own = list(_own_steps(programme, month))
            yield from own
            if closes is not None and _months_ahead(day, closes) <= MONTHS:
                yield PlanStep(StepKind.APPLY, programme.id, closes, None)
            elif not own:
                yield PlanStep(StepKind.APPLY, programme.id, None, month)
            turn = _later(turn, 1)


def _own_steps(programme: Programme, month: tuple[int, int] | None) -> Iterator[PlanStep]:
    for note in programme.steps:
        yield PlanStep(StepKind.DO, programme.id, None, month, text=note.text)


def _when_it_opens(result: ProgrammeResult, programme: Programme, day: date) -> Iterator[PlanStep]:
    """The call opens, on its day or about the usual month; a programme's own steps belong to that time."""
    opens = result.window.opens
    month = (opens.year, opens.month) if opens is not None else _usual_month(result, programme, day)
    yield PlanStep(
        StepKind.OPENS,
        programme.id,
        opens,
        None if opens is not None else month,
        expected=opens is None,
    )
    for note in programme.steps:
        yield PlanStep(
            StepKind.DO, programme.id, None, month, text=note.text, expected=opens is None
        )
    if opens is not None:
        yield PlanStep(StepKind.APPLY, programme.id, result.window.closes, None)


def _later(month: tuple[int, int], months: int) -> tuple[int, int]:
    """The month so many months later (earlier when negative)."""
    year, index = divmod(month[0] * 12 + month[1] - 1 + months, 12)
    return (year, index + 1)


def _months_ahead(day: date, later: date) -> int:
    return (later.year - day.year) * 12 + later.month - day.month


def _conflicts(
    catalogue: Catalogue, names: list[str], results: Mapping[str, ProgrammeResult]
) -> Iterator[PlannedConflict]:
    """What stands between chosen programmes, and what a chosen one requires that can still be had.

    A requirement a person can't apply for any more is either met already, or the programme would not fit.
    """
    seen: set[tuple[str, frozenset[str]]] = set()
    for name in names:
        for relation in catalogue.programmes[name].relations:
            pair = (relation.kind, frozenset({name, relation.programme}))
            if relation.kind in CONFLICTS and relation.programme in names and pair not in seen:
                seen.add(pair)
                yield PlannedConflict(relation.kind, name, relation.programme, relation.note)
            required = results.get(relation.programme)
            obtainable = required is not None and required.verdict is not Verdict.NOT_ELIGIBLE
            if relation.kind == REQUIRES and relation.programme not in names and obtainable:
                yield PlannedConflict(relation.kind, name, relation.programme, relation.note)
