"""The next twelve months as a picture and as a table, and what stands in the way of what."""

from __future__ import annotations

from datetime import date

from ccsdesk.domain.plan import PlannedConflict, PlanStep, StepKind
from ccsdesk.domain.programme import Round
from ccsdesk.domain.verdict import Expected, Window, WindowState
from ccsdesk.report.blocks import (
    Block,
    Cell,
    Figure,
    Heading,
    Item,
    Mark,
    Points,
    Table,
    muted,
    rich,
    strong,
)
from ccsdesk.report.pictures import Lane, SpanKind, Stretch, Timeline
from ccsdesk.report.steps import conflict_words, step_time, step_when, step_words
from ccsdesk.report.telling import Telling, months_between
from ccsdesk.rules.reasoning.usual import coming_span

YEAR = 12
USUAL_LENGTH = 1.0
"""How long a recurring call is drawn when only its month is known."""


def timeline_chapter(telling: Telling) -> tuple[Block, ...]:
    """Nothing where the plan has neither steps nor programmes."""
    blocks: list[Block] = []
    timeline = _timeline(telling)
    if timeline is not None:
        blocks.append(timeline)
    rows = tuple(_row(telling, step) for step in telling.plan.steps)
    if rows:
        blocks.append(
            Table(
                (telling.say("When"), telling.say("What to do"), telling.say("Programme")),
                rows,
                (0.2, 0.46, 0.34),
            )
        )
    blocks += conflicts(telling)
    return (Heading(telling.say("Your next twelve months"), 1), *blocks) if blocks else ()


def _row(telling: Telling, step: PlanStep) -> tuple[Cell, ...]:
    time = step_when(telling, step)
    when = rich(strong(time) if step_time(telling, step) else muted(time))
    name = telling.programme(step.programme) if step.programme else "–"
    return (Cell(when), Cell(rich(step_words(telling, step))), Cell(rich(muted(name))))


def _timeline(telling: Telling) -> Figure | None:
    start = telling.content.day.replace(day=1)
    # the same programmes as in the table below
    named = [step.programme for step in telling.plan.steps if step.programme is not None]
    keys = dict.fromkeys((*telling.plan.chosen, *named))
    lanes = [lane for key in keys if (lane := _lane(telling, key, start)) is not None]
    if not lanes:
        return None
    numbers = [(start.month - 1 + offset) % YEAR + 1 for offset in range(YEAR)]
    turn = next((offset for offset, number in enumerate(numbers) if number == 1 and offset), None)
    years = [(0, str(start.year))] + ([(turn, str(start.year + 1))] if turn is not None else [])
    picture = Timeline(
        tuple(telling.words.short_month(number) for number in numbers),
        tuple(years),
        tuple(lanes),
        telling.say("announced"),
        telling.say("usual, not announced"),
        telling.say("something to do"),
    )
    words = telling.say(
        "When each chosen programme can be applied for; the table below has the days."
    )
    return Figure(picture, words)


def _lane(telling: Telling, programme_id: str, start: date) -> Lane | None:
    result = telling.results.get(programme_id)
    if result is None:
        return None
    programme = telling.catalogue.programmes.get(programme_id)
    rounds = () if programme is None else programme.rounds
    stretches = _stretches(result.window, rounds, start, telling.content.day)
    points = sorted(
        {
            at
            for step in telling.plan.steps
            if (at := _point(telling, step, programme_id)) is not None
        }
    )
    return Lane(
        telling.programme(programme_id), stretches, tuple(p for p in points if 0 <= p <= YEAR)
    )


def _point(telling: Telling, step: PlanStep, programme_id: str) -> float | None:
    """Where an application or a fixed day stands; a month is meant by its middle, but never before today."""
    start = telling.content.day.replace(day=1)
    if step.programme != programme_id or step.kind is StepKind.OPENS:
        return None
    if step.day is not None:
        return months_between(start, step.day)
    if step.month is None or step.kind is not StepKind.APPLY:
        return None
    year, month = step.month
    middle = months_between(start, date(year, month, 16))
    return max(middle, months_between(start, telling.content.day))


def _stretches(
    state: WindowState, rounds: tuple[Round, ...], start: date, day: date
) -> tuple[Stretch, ...]:
    today = months_between(start, day)
    close = YEAR if state.closes is None else min(YEAR, months_between(start, state.closes))
    if state.window in {Window.NOW, Window.ROLLING}:
        return (Stretch(today, max(close, today), SpanKind.ANNOUNCED),)
    if state.window is not Window.LATER:
        return ()
    if state.opens is not None:
        opens = months_between(start, state.opens)
        end = min(YEAR, opens + USUAL_LENGTH) if state.closes is None else close
        return (Stretch(opens, end, SpanKind.ANNOUNCED),) if opens < YEAR else ()
    return () if state.expected is None else _usual(state.expected, rounds, start, day)


def _usual(
    expected: Expected, rounds: tuple[Round, ...], start: date, day: date
) -> tuple[Stretch, ...]:
    """When it usually is open the next time, what is left of it from today on."""
    if expected.month is None:
        return ()
    span = coming_span(expected.month, expected.closing, rounds, day)
    if span is None:
        offset = float((expected.month - start.month) % YEAR)
        return (Stretch(offset, min(YEAR, offset + USUAL_LENGTH), SpanKind.EXPECTED),)
    opens = months_between(start, max(day, span[0]))
    closes = min(YEAR, months_between(start, span[1]))
    return (Stretch(opens, closes, SpanKind.EXPECTED),) if opens < closes else ()


# what stands in the way of what


def conflicts(telling: Telling) -> tuple[Block, ...]:
    """What stands against the chosen programmes; nothing where nothing does."""
    if not telling.plan.conflicts:
        return ()
    items = tuple(_conflict(telling, conflict) for conflict in telling.plan.conflicts)
    return (Heading(telling.say("What bears on what"), 2), Points(items))


def _conflict(telling: Telling, conflict: PlannedConflict) -> Item:
    note = telling.pick(conflict.note)
    return Item(rich(conflict_words(telling, conflict)), Mark.STEP, rich(note))
