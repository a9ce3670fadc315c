"""The window of a programme on a day, and the days its conditions refer to.

Windows never enter a verdict; the moments do, because conditions are tested on the day of submission.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from ccsdesk.domain.programme import Measure, Programme, Round, Status, WindowKind
from ccsdesk.domain.verdict import Expected, Window, WindowState
from ccsdesk.rules.language.core import MomentName
from ccsdesk.rules.reasoning.sets import Number, number


@dataclass(frozen=True, slots=True)
class Moments:
    """The days of one programme as ordinals, and the parameters of the round that counts.

    `parameters` leaves out days of a past round: their conditions use the author's expected form instead.
    """

    days: Mapping[MomentName, int]
    parameters: Mapping[str, Number]
    assumed_round: bool

    def key(self) -> tuple[object, ...]:
        """Equal for programmes whose conditions mean the same on this day."""
        return (tuple(sorted(self.days.items())), tuple(sorted(self.parameters.items())))


def _running(rounds: tuple[Round, ...], day: date) -> int | None:
    for index, item in enumerate(rounds):
        begun = item.opens is None or item.opens <= day
        if (
            begun
            and (item.opens is not None or item.closes is not None)
            and (item.closes is None or item.closes >= day)
        ):
            return index
    return None


def _coming(rounds: tuple[Round, ...], day: date) -> int | None:
    coming = [
        (item.opens, index)
        for index, item in enumerate(rounds)
        if item.opens is not None and item.opens > day
    ]
    return min(coming)[1] if coming else None


def _last(rounds: tuple[Round, ...]) -> int | None:
    if not rounds:
        return None
    return max(
        range(len(rounds)),
        key=lambda index: (rounds[index].closes or rounds[index].opens or date.min, index),
    )


def window_on(item: Programme | Measure, day: date) -> WindowState:
    """The window of a programme or measure on this day; `submission` is set as the contract of the rules says."""
    running, coming = _running(item.rounds, day), _coming(item.rounds, day)
    chosen = running if running is not None else coming
    assumed_round = chosen is None and bool(item.rounds)
    index = chosen if chosen is not None else _last(item.rounds)
    window, opens, closes, expected = _window(item, day, running, coming)
    at_hand = window in {Window.NOW, Window.ROLLING}
    submission = day if at_hand or opens is None else opens
    return WindowState(
        window=window,
        opens=opens,
        closes=closes,
        expected=expected,
        submission=submission,
        submission_assumed=not at_hand and opens is None,
        round_index=index,
        assumed_round=assumed_round and window not in {Window.CLOSED, Window.ROLLING},
    )


def _window(
    item: Programme | Measure, day: date, running: int | None, coming: int | None
) -> tuple[Window, date | None, date | None, Expected | None]:
    rule = item.window
    if item.status is Status.UNKNOWN or rule.kind is WindowKind.UNKNOWN:
        return Window.UNKNOWN, None, None, None
    if item.status is Status.HISTORIC or rule.kind is WindowKind.ENDED:
        return Window.CLOSED, None, None, None
    if running is not None:
        current = item.rounds[running]
        return Window.NOW, current.opens, current.closes, None
    if rule.kind is WindowKind.ROLLING:
        if rule.until is not None and rule.until < day:
            return Window.CLOSED, None, None, None
        return Window.ROLLING, None, rule.until, None
    if coming is not None:
        upcoming = item.rounds[coming]
        return Window.LATER, upcoming.opens, upcoming.closes, None
    if rule.kind is WindowKind.RECURRING:
        return Window.LATER, None, None, Expected(rule.month, rule.confidence or "low")
    return Window.CLOSED, None, None, None


def moments_on(item: Programme | Measure, state: WindowState, day: date) -> Moments:
    """The moments of a programme with this window on this day."""
    submission = state.submission or day
    current = None if state.round_index is None else item.rounds[state.round_index]
    announced = current if current is not None and not _is_past(current, day) else None
    opening = (
        announced.opens if announced is not None and announced.opens is not None else submission
    )
    deadline = (
        announced.closes if announced is not None and announced.closes is not None else submission
    )
    days = {
        MomentName.TODAY: day.toordinal(),
        MomentName.SUBMISSION: submission.toordinal(),
        MomentName.OPENING: opening.toordinal(),
        MomentName.DEADLINE: deadline.toordinal(),
        MomentName.MONTH_END: (submission.replace(day=1) - timedelta(days=1)).toordinal(),
    }
    parameters: dict[str, Number] = {}
    if current is not None:
        for name, parameter in current.parameters.items():
            value = parameter.value
            if isinstance(value, str) or (isinstance(value, date) and announced is None):
                continue
            if isinstance(value, Decimal | date):
                parameters[name] = number(value)
    return Moments(days, parameters, assumed_round=state.assumed_round)


def _is_past(item: Round, day: date) -> bool:
    end = item.closes or item.opens
    return end is not None and end < day
