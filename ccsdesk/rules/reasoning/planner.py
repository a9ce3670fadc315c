"""A first plan out of a match: which programmes, in which order, what to do by when, and what stands against what.

It proposes, the person decides: what the person chose stands as it is, in the person's order, and what the person took
away does not come back. What the app proposes is never empty while the catalogue has advice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from ccsdesk.domain.answers import PlanWishes
from ccsdesk.domain.match import MatchResult
from ccsdesk.domain.plan import ConflictKind, Plan, PlanStep, StepKind
from ccsdesk.domain.programme import Note, Programme
from ccsdesk.domain.verdict import Group, ProgrammeResult, Verdict, Window
from ccsdesk.rules.catalogue.catalogue import Catalogue
from ccsdesk.rules.reasoning.conflicts import conflicts
from ccsdesk.rules.reasoning.usual import coming_span

MOST_CHOSEN = 6
MONTHS = 12
A_MONTH_HOLDS = 2
"""How many things without a day of their own are planned for one month; one of them may be an application."""
LATE_IN_THE_MONTH = 20
"""After this day of the month nothing new is planned for it."""
MIDDLE = 15
"""Until this day of the month it is early in it."""

Month = tuple[int, int]
"""Year and month."""


def propose(catalogue: Catalogue, match: MatchResult, wishes: PlanWishes) -> Plan:
    """The plan for a match, with what the person chose where they did.

    A programme the catalogue no longer has is left out: a visit may be older than it.
    """
    results = {result.id: result for result in match.programmes}
    advice = _advice(catalogue, match)
    proposed = [*_best(catalogue, match), *advice][:MOST_CHOSEN]
    if wishes.chosen is None:
        ordered = _in_order(catalogue, match.day, [results[name] for name in proposed])
        beside = [name for name in advice if name not in proposed]
        first = beside[:1]
    else:
        ordered = [results[name] for name in dict.fromkeys(wishes.chosen) if name in results]
        beside = [name for name in advice if name not in {*wishes.chosen, *proposed}]
        first = []
    names = [result.id for result in ordered]
    dates = {name: day for name, day in wishes.dates.items() if name in results}
    steps = _Steps(catalogue, match.day, dates)
    return Plan(
        chosen=tuple(names),
        advice=tuple(beside),
        notes=dict(wishes.notes),
        steps=tuple(sorted(steps.of(ordered, first), key=_time)),
        conflicts=tuple(conflicts(catalogue, names, results, dates=dates, day=match.day)),
        by_person=wishes.chosen is not None,
        dates=dates,
        proposed=tuple(proposed),
    )


def _time(step: PlanStep) -> tuple[int, int, int]:
    """When a step is due: one for a month at its beginning, one without a time at the end.

    What the person wants done early in a month comes before what is only due some time in it.
    """
    day = step.day
    if day is not None:
        early = step.own and day.day <= MIDDLE
        return (day.year, day.month, day.day - MIDDLE - 1 if early else day.day)
    return (*step.month, 0) if step.month is not None else (date.max.year + 1, 0, 0)


def by_fit(results: Iterable[ProgrammeResult]) -> list[ProgrammeResult]:
    """Best first, then by id."""
    return sorted(results, key=lambda item: (item.rank, item.id))


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
            if relation.kind == ConflictKind.REQUIRES and relation.programme in chosen:
                place(chosen[relation.programme], waiting | {item.id})
        placed.append(item)

    for item in ranked:
        place(item, frozenset())
    return placed


def _when(result: ProgrammeResult, programme: Programme, day: date) -> tuple[int, int, int]:
    window = result.window
    if window.window is Window.NOW and window.closes is not None:
        return (0, window.closes.year, window.closes.month)
    if window.window is Window.LATER and not _in_season(result):
        if window.opens is not None:
            return (1, window.opens.year, window.opens.month)
        month = _usual_month(result, programme, day)
        return (1, *month) if month is not None else (2, 0, 0)
    return (0, day.year, day.month)


def _in_season(result: ProgrammeResult) -> bool:
    """Whether it may be open although nothing is announced: then the first step is to ask."""
    expected = result.window.expected
    return expected is not None and expected.in_season


def _usual_month(
    result: ProgrammeResult, programme: Programme, day: date
) -> tuple[int, int] | None:
    """The next time the usual month comes round; a round that has been in this month was this year's."""
    expected, index = result.window.expected, result.window.round_index
    if expected is None or expected.month is None:
        return None
    span = coming_span(expected.month, expected.closing, programme.rounds, day)
    if span is not None:
        return (span[0].year, expected.month)
    last = (
        None if index is None else programme.rounds[index].closes or programme.rounds[index].opens
    )
    had = last is not None and (last.year, last.month) >= (day.year, expected.month)
    return (day.year + (had or expected.month < day.month), expected.month)


class _Months:
    """Hands out months to what has no day of its own, so that nobody has to do everything at once."""

    def __init__(self, day: date) -> None:
        self.here: Month = (day.year, day.month)
        self._next = self.here if day.day <= LATE_IN_THE_MONTH else _later(self.here, 1)
        self._apply_from = self._next
        self._held: Counter[Month] = Counter()

    def to_ask(self, *, since: Month | None = None, until: Month | None = None) -> Month:
        """The first month with room, from `since` on; not after `until`."""
        return self._take(since or self._next, until)

    def to_apply(self, *, until: Month | None = None) -> Month:
        """The first month with room after the one of the application before; not after `until`."""
        return self._take(self._apply_from, until)

    def applied(self, month: Month) -> None:
        """The next application comes in a later month."""
        self._apply_from = max(self._apply_from, _later(month, 1))

    def _take(self, month: Month, until: Month | None) -> Month:
        while self._held[month] >= A_MONTH_HOLDS:
            month = _later(month, 1)
        if until is not None and until < month:
            # what is to do for a day that has gone by is still to do
            month = max(until, self.here)
        self._held[month] += 1
        return month


class _Steps:
    """What to do for each programme, and when.

    A programme's own steps say how to ask and apply; a general one is added where it has none, or where there is a day.
    The person's own day stands in place of the announced one.
    """

    def __init__(self, catalogue: Catalogue, day: date, dates: Mapping[str, date]) -> None:
        self._catalogue = catalogue
        self._day = day
        self._dates = dates
        self._months = _Months(day)

    def of(
        self, results: Iterable[ProgrammeResult], asked_first: Iterable[str]
    ) -> Iterator[PlanStep]:
        """The steps programme by programme; advice points asked before them without being chosen."""
        for name in asked_first:
            yield PlanStep(StepKind.ASK, name, None, self._months.to_ask())
        in_order = list(results)
        # what cannot wait takes its month before what can
        pressing = [result for result in in_order if self._is_bound(result)]
        waiting = [result for result in in_order if not self._is_bound(result)]
        found = {result.id: list(self._for(result)) for result in (*pressing, *waiting)}
        for result in in_order:
            yield from found[result.id]

    def _is_bound(self, result: ProgrammeResult) -> bool:
        return (
            _in_season(result)
            or result.id in self._dates
            or (result.window.window is Window.NOW and result.window.closes is not None)
        )

    def _for(self, result: ProgrammeResult) -> Iterator[PlanStep]:
        programme = self._catalogue.programmes[result.id]
        window, own_day = result.window, self._dates.get(result.id)
        if _in_season(result):
            yield from self._in_case_it_is_open(result, programme, own_day)
        elif window.window is Window.LATER:
            yield from _when_it_opens(result, programme, self._day, own_day)
        elif programme.advice or window.window not in {Window.NOW, Window.ROLLING}:
            yield from self._to_ask(programme, own_day)
        else:
            yield from self._to_apply(result, programme, own_day)

    def _in_case_it_is_open(
        self, result: ProgrammeResult, programme: Programme, own_day: date | None
    ) -> Iterator[PlanStep]:
        """Asked while it may be open: this month, or the next where that is not too late."""
        expected = result.window.expected
        span = None
        if expected is not None:
            span = coming_span(expected.month, expected.closing, programme.rounds, self._day)
        last = self._months.here if span is None else (span[1].year, span[1].month)
        month = self._months.to_ask(until=last)
        yield PlanStep(StepKind.ASK_IF_OPEN, programme.id, None, month)
        for note in programme.steps:
            month = self._months.to_ask(since=month, until=last)
            yield _own_step(programme, note, month)
        if own_day is not None:
            yield PlanStep(StepKind.APPLY, programme.id, own_day, None, own=True)

    def _to_ask(self, programme: Programme, own_day: date | None) -> Iterator[PlanStep]:
        """The person's day is the day of what is to do anyway, and adds nothing."""
        general = PlanStep(StepKind.ASK, programme.id, None, None)
        month: Month | None = None
        for step in [_own_step(programme, note, None) for note in programme.steps] or [general]:
            if own_day is not None:
                yield replace(step, day=own_day, own=True)
            else:
                month = self._months.to_ask(since=month)
                yield replace(step, month=month)

    def _to_apply(
        self, result: ProgrammeResult, programme: Programme, own_day: date | None
    ) -> Iterator[PlanStep]:
        last = own_day or result.window.closes
        until = None if last is None else (last.year, last.month)
        rolling = result.window.window is Window.ROLLING
        if programme.steps and last is not None and rolling and programme.window.closing:
            # what comes round every year is done with the last of its own steps
            yield from self._spread(programme, programme.steps[:-1], until, own_day)
            done = _own_step(programme, programme.steps[-1], None)
            yield replace(done, day=last, own=own_day is not None)
            return
        yield from self._spread(programme, programme.steps, until, own_day)
        if own_day is not None:
            yield PlanStep(StepKind.APPLY, programme.id, own_day, None, own=True)
        elif last is not None and _months_ahead(self._day, last) <= MONTHS:
            yield PlanStep(StepKind.APPLY, programme.id, last, None)
        elif not programme.steps:
            month = self._months.to_apply(until=until)
            self._months.applied(month)
            yield PlanStep(StepKind.APPLY, programme.id, None, month)

    def _spread(
        self,
        programme: Programme,
        notes: Iterable[Note],
        until: Month | None,
        own_day: date | None,
    ) -> Iterator[PlanStep]:
        """The programme's own steps one after the other, from the month of its application on."""
        month: Month | None = None
        for note in notes:
            if month is None and own_day is None:
                month = self._months.to_apply(until=until)
            else:
                month = self._months.to_ask(since=month, until=until)
            yield _own_step(programme, note, month)
        if month is not None and own_day is None:
            self._months.applied(month)


def _own_step(programme: Programme, note: Note, month: Month | None) -> PlanStep:
    return PlanStep(StepKind.DO, programme.id, None, month, text=note.text)


def _when_it_opens(
    result: ProgrammeResult, programme: Programme, day: date, own_day: date | None
) -> Iterator[PlanStep]:
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
    if own_day is not None:
        yield PlanStep(StepKind.APPLY, programme.id, own_day, None, own=True)
    elif opens is not None:
        yield PlanStep(StepKind.APPLY, programme.id, result.window.closes, None)


def _later(month: tuple[int, int], months: int) -> tuple[int, int]:
    """The month so many months later (earlier when negative)."""
    year, index = divmod(month[0] * 12 + month[1] - 1 + months, 12)
    return (year, index + 1)


def _months_ahead(day: date, later: date) -> int:
    return (later.year - day.year) * 12 + later.month - day.month
