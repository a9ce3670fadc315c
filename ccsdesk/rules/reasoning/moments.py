"""The window of a programme on a day, and the days its conditions refer to.

Windows never enter a verdict; the moments do, because conditions are tested on the day of submission.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ccsdesk.domain.programme import Measure, Programme, Round, Status, WindowKind
from ccsdesk.domain.verdict import Expected, Window, WindowState
from ccsdesk.rules.language.core import MomentName
from ccsdesk.rules.reasoning.ranges import Range
from ccsdesk.rules.reasoning.sets import Number, number
from ccsdesk.rules.reasoning.usual import coming_closing, is_in_season


@dataclass(frozen=True, slots=True)
class Moments:
    """The days of one programme as ordinals, and the parameters of the round that counts.

    `parameters` leaves out days of a past round: their conditions use the author's expected form instead. `latest` is
    for several days at once: each moment lies anywhere from its day in `days` to the one in there.
    """

    days: Mapping[MomentName, int]
    parameters: Mapping[str, Number]
    latest: Mapping[MomentName, int] | None = None
    assumed: frozenset[MomentName] = frozenset()
    """Moments after the deadline whose day nobody has announced, so that the last known day before stands in."""

    def range_of(self, name: MomentName) -> Range:
        """The day of a moment, or the days that it may be."""
        first = self.days[name]
        return Range(first, first if self.latest is None else self.latest[name])

    def key(self) -> tuple[object, ...]:
        """Equal for programmes whose conditions mean the same on this day."""
        return (tuple(sorted(self.days.items())), tuple(sorted(self.parameters.items())))


def _running(rounds: tuple[Round, ...], day: date) -> int | None:
    """The round that is open on the day; one that gives only its last day is open until then."""
    for index, item in enumerate(rounds):
        dated = item.opens is not None or item.closes is not None
        begun = item.opens is None or item.opens <= day
        over = item.closes is not None and item.closes < day
        if dated and begun and not over:
            return index
    return None


def _coming(rounds: tuple[Round, ...], day: date) -> int | None:
    coming = [
        (item.opens, index)
        for index, item in enumerate(rounds)
        if item.opens is not None and item.opens > day
    ]
    return min(coming)[1] if coming else None


def _latest_first(rounds: tuple[Round, ...]) -> list[int]:
    """All rounds from the last to the first; those without a day, of which it is not known, at the end."""
    return sorted(
        range(len(rounds)),
        key=lambda index: (rounds[index].closes or rounds[index].opens or date.min, index),
        reverse=True,
    )


def window_on(item: Programme | Measure, day: date) -> WindowState:
    """The window of a programme or measure on this day; `submission` is set as the contract of the rules says."""
    running, coming = _running(item.rounds, day), _coming(item.rounds, day)
    announced = _announced(item.rounds, day)
    index = announced
    if index is None and item.rounds:
        index = _latest_first(item.rounds)[0]
    window, opens, closes, expected = _window(item, day, running, coming)
    at_hand = window in {Window.NOW, Window.ROLLING}
    next_opening = None if at_hand or coming is None else item.rounds[coming].opens
    carried = bool(item.rounds) and (announced is None or _lacks(item.rounds, announced))
    return WindowState(
        window=window,
        opens=opens,
        closes=closes,
        expected=expected,
        submission=next_opening or day,
        submission_assumed=not at_hand and next_opening is None,
        round_index=index,
        assumed_round=carried and window not in {Window.CLOSED, Window.ROLLING},
    )


def _lacks(rounds: tuple[Round, ...], announced: int) -> bool:
    """Whether an announced round leaves out a parameter that another round has."""
    return any(item.parameters.keys() - rounds[announced].parameters.keys() for item in rounds)


def _window(
    item: Programme | Measure, day: date, running: int | None, coming: int | None
) -> tuple[Window, date | None, date | None, Expected | None]:
    rule = item.window
    if item.status is Status.UNKNOWN:
        return Window.UNKNOWN, None, None, None
    if item.status is Status.HISTORIC or rule.kind is WindowKind.ENDED:
        return Window.CLOSED, None, None, None
    if running is not None:
        current = item.rounds[running]
        return Window.NOW, current.opens, current.closes, None
    if rule.kind is WindowKind.ROLLING and (rule.until is None or rule.until >= day):
        ends = [end for end in (rule.until, coming_closing(rule.closing, day)) if end is not None]
        return Window.ROLLING, None, min(ends, default=None), None
    if coming is not None:
        upcoming = item.rounds[coming]
        return Window.LATER, upcoming.opens, upcoming.closes, None
    if rule.kind is WindowKind.RECURRING:
        season = is_in_season(rule, item.rounds, day)
        usual = Expected(rule.month, rule.confidence or "low", rule.closing, in_season=season)
        return Window.LATER, None, None, usual
    if rule.kind is WindowKind.UNKNOWN:
        return Window.UNKNOWN, None, None, None
    return Window.CLOSED, None, None, None


def moments_on(item: Programme | Measure, state: WindowState, day: date) -> Moments:
    """The moments of a programme with this window on this day."""
    submission = state.submission or day
    announced = _announced(item.rounds, day)
    opening = closing = None
    if announced is not None:
        opening, closing = item.rounds[announced].opens, item.rounds[announced].closes
    days = {
        MomentName.TODAY: day,
        MomentName.SUBMISSION: submission,
        MomentName.OPENING: opening or submission,
        MomentName.DEADLINE: closing or state.closes or submission,
    }
    assumed = _add_what_follows(days, None if announced is None else item.rounds[announced])
    return Moments(_ordinals(days), _parameters(item.rounds, announced), assumed=assumed)


def plain_moments(day: date) -> Moments:
    """The moments of conditions that belong to no programme: everything happens on this day."""
    return Moments(_ordinals(dict.fromkeys(MomentName, day)), {})


def _add_what_follows(days: dict[MomentName, date], item: Round | None) -> frozenset[MomentName]:
    """Add the days after the deadline; those returned are not announced and taken to be the one before."""
    told = (None, None, None) if item is None else (item.award, item.signing, item.claim)
    after = (MomentName.AWARD, MomentName.SIGNING, MomentName.CLAIM)
    latest = days[MomentName.DEADLINE]
    for name, day in zip(after, told, strict=True):
        latest = day or latest
        days[name] = latest
    return frozenset(name for name, day in zip(after, told, strict=True) if day is None)


def _ordinals(days: Mapping[MomentName, date]) -> dict[MomentName, int]:
    """The days as numbers, with the last day of the month before submission."""
    ordinals = {name: day.toordinal() for name, day in days.items()}
    ordinals[MomentName.MONTH_END] = month_end_before(ordinals[MomentName.SUBMISSION])
    return ordinals


def month_end_before(ordinal: int) -> int:
    """The last day of the month before a day; kept within the calendar."""
    first = date.fromordinal(ordinal).replace(day=1)
    return max(first.toordinal() - 1, date.min.toordinal())


def _announced(rounds: tuple[Round, ...], day: date) -> int | None:
    running = _running(rounds, day)
    return running if running is not None else _coming(rounds, day)


def _parameters(rounds: tuple[Round, ...], announced: int | None) -> dict[str, Number]:
    """Those of the announced round; what it does not give, from the last round that does, but never a day."""
    found: dict[str, Number] = {}
    for index in sorted(_latest_first(rounds), key=lambda index: index != announced):
        for name, parameter in rounds[index].parameters.items():
            value = parameter.value
            fixed = isinstance(value, Decimal) or (isinstance(value, date) and index == announced)
            if name not in found and fixed and not isinstance(value, str):
                found[name] = number(value)
    return found
