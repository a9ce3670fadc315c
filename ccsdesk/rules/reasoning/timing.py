"""From when and until when a programme's conditions are met by time alone: the answers stay, the day moves.

No day is tried that cannot matter. The condition is looked at on many days at once; where all of them agree, nothing
turns there. Only on the first day of which that is not sure is the exact verdict asked for again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final, TypeAlias

from ccsdesk.rules.reasoning.ahead import Ahead, Clockwork, Clockworks
from ccsdesk.rules.reasoning.atoms import NO, OPEN, YES
from ccsdesk.rules.reasoning.bound import Bound
from ccsdesk.rules.reasoning.diagram import Diagram, TooLargeError
from ccsdesk.rules.reasoning.engine import Engine
from ccsdesk.rules.reasoning.lasting import Witness, calm_until, latest
from ccsdesk.rules.reasoning.ranges import shift_day
from ccsdesk.rules.reasoning.stretches import Stretch, stretches
from ccsdesk.rules.reasoning.view import AnswersView, View

FAR: Final = 120
"""Months ahead that are looked at."""
MOST: Final = 400
"""Exact verdicts of one condition before giving up; a firm's answers to the shipped catalogue ask for a few."""
SOON: Final = 12
"""Months within which a day is near enough to wait for."""
NEAR: Final = 24
"""Months within which a day is worth telling a person."""


Clocks: TypeAlias = "dict[str, tuple[Clockwork, tuple[Stretch, ...]]]"
"""What of each programme and measure hangs on the day, by id; the same wherever tests are numbered alike."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """The first eligible day, if not eligible today, and the last one without a break; None for none within `FAR`."""

    starts: date | None = None
    until: date | None = None


NOTHING_TURNS: Final = Outlook()


def last_day(day: date, months: int) -> date:
    """The day so many months ahead, kept within the calendar."""
    return date.fromordinal(shift_day(day.toordinal(), months=months, days=0))


class Timing:
    """What the programmes and measures of an engine come to as so many months pass. It holds no answers."""

    def __init__(self, engine: Engine, months: int = FAR, clocks: Clocks | None = None) -> None:
        self._engine = engine
        self._today = engine.day.toordinal()
        self._soon = last_day(engine.day, SOON)
        self.near = last_day(engine.day, NEAR)
        """Days after this one are too far off to be told."""
        self._far = last_day(engine.day, months).toordinal()
        self._clockworks = Clockworks(engine)
        self.clocks: Clocks = {} if clocks is None else clocks

    def get_ready(self, bound: Bound) -> None:
        """Find what of a programme or measure hangs on the day, which is the same for all answers."""
        self._clock(bound)

    def outlook(self, bound: Bound, view: AnswersView, truth: int) -> Outlook:
        """The days of a programme or measure whose condition is settled this way (no or yes) today."""
        clockwork, through = self._clock(bound)
        ahead = Ahead.of(self._engine, clockwork, view)
        if ahead is None:
            return NOTHING_TURNS
        return _Course(bound, ahead, through).outlook(truth, self._far)

    def is_soon(self, starts: date | None) -> bool:
        """Whether a first eligible day is near enough to wait for it."""
        return starts is not None and starts <= self._soon

    def _clock(self, bound: Bound) -> tuple[Clockwork, tuple[Stretch, ...]]:
        known = self.clocks.get(bound.item.id)
        if known is None:
            condition = bound.condition
            clockwork = self._clockworks.of(condition.node, condition.reach)
            last = min(self._far + 1, date.max.toordinal())
            through = () if clockwork.stands_still else stretches(bound.item, self._today, last)
            clockwork = clockwork.through(self._engine, through)
            known = self.clocks[bound.item.id] = (clockwork, through)
        return known


@dataclass(slots=True)
class _Course:
    """One programme from day to day."""

    bound: Bound
    ahead: Ahead
    stretches: tuple[Stretch, ...]
    _views: dict[int, View] = field(default_factory=dict)

    def outlook(self, truth: int, far: int) -> Outlook:
        """What comes of walking from turn to turn; days (ordinals) after `far` count no more."""
        starts: int | None = None
        day, now = self.stretches[0].first, truth
        for _ in range(MOST):
            day = self._lasts(day, now) + 1
            if day > self.stretches[-1].last:
                return Outlook(_day(starts))
            before, now = now, self._settled(day)
            if before == YES and now != YES:
                return Outlook(_day(starts), _day(day - 1))
            if now == YES and before != YES:
                if day > far:
                    return NOTHING_TURNS
                starts = day
        return Outlook(_day(starts))

    def _lasts(self, day: int, truth: int) -> int:
        """The last day of which it is sure that, since this day, it was eligible on all of them or on none."""
        stretch = self._stretch(day)
        node = self.ahead.clockwork.node

        def agree(last: int) -> bool:
            return node.run(self.ahead.on(stretch, day, last)) == truth

        # most often nothing turns at all
        if truth != OPEN and agree(stretch.last):
            return stretch.last
        view = self._view(day)
        if node.run(view) != OPEN:
            return latest(day, stretch.last, agree)
        if truth != OPEN:
            return calm_until(self.ahead, stretch, day, view)
        try:
            found = Diagram(view.engine, node, view).reaches(NO)
        except TooLargeError:
            return day
        if found is None:
            return day
        return Witness(self.ahead, stretch, view, found).lasts(day)

    def _settled(self, day: int) -> int:
        view = self._view(day)
        return self.bound.condition.on(view.engine).settled(view)

    def _view(self, day: int) -> View:
        known = self._views.get(day)
        if known is None:
            self._views.clear()
            known = self._views[day] = self.ahead.on(self._stretch(day), day, day)
        return known

    def _stretch(self, day: int) -> Stretch:
        return next(stretch for stretch in self.stretches if stretch.last >= day)


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)
