"""How the moments of a programme go on as time passes: stretches of days in which nothing happens to its rounds.

Within a stretch each moment is either a fixed day or the day itself, so that it never goes back. No answers here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ccsdesk.domain.programme import Measure, Programme, WindowKind
from ccsdesk.rules.language.core import MomentName
from ccsdesk.rules.reasoning.moments import Moments, moments_on, month_end_before, window_on
from ccsdesk.rules.reasoning.sets import Number
from ccsdesk.rules.reasoning.usual import coming_closing


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days (ordinals) from `first` to `last`; a moment that is not in `fixed` is the day itself.

    The end of the month before submission is never in there: it follows from submission.
    """

    first: int
    last: int
    fixed: Mapping[MomentName, int]
    parameters: Mapping[str, Number]

    def over(self, first: int, last: int) -> Moments:
        """The moments on all days from `first` to `last` at once; on one day if they are equal."""
        latest = None if first == last else self._on(last)
        return Moments(self._on(first), self.parameters, latest)

    def _on(self, day: int) -> dict[MomentName, int]:
        days = {name: self.fixed.get(name, day) for name in MomentName}
        days[MomentName.MONTH_END] = month_end_before(days[MomentName.SUBMISSION])
        return days


def plain_stretch(first: int, last: int) -> Stretch:
    """The stretch of conditions that belong to no programme: everything happens on the day."""
    return Stretch(first, last, {}, {})


def stretches(item: Programme | Measure, first: int, last: int) -> tuple[Stretch, ...]:
    """All stretches of these days (ordinals), in order and without a gap."""
    begin = [first, *sorted({day for day in _breaks(item, first, last) if first < day <= last})]
    end = [*(day - 1 for day in begin[1:]), last]
    return tuple(_stretch(item, one, other) for one, other in zip(begin, end, strict=True))


def _stretch(item: Programme | Measure, first: int, last: int) -> Stretch:
    at_first, at_last = _moments(item, first), _moments(item, last)
    fixed: dict[MomentName, int] = {
        name: day
        for name, day in at_first.days.items()
        if day == at_last.days[name] and name is not MomentName.MONTH_END
    }
    return Stretch(first, last, fixed, at_first.parameters)


def _moments(item: Programme | Measure, ordinal: int) -> Moments:
    day = date.fromordinal(ordinal)
    return moments_on(item, window_on(item, day), day)


def _breaks(item: Programme | Measure, first: int, last: int) -> Iterator[int]:
    """The days on which another round counts, or the window gets another end."""
    for entry in item.rounds:
        if entry.opens is not None:
            yield entry.opens.toordinal()
        if entry.closes is not None:
            yield entry.closes.toordinal() + 1
    rule = item.window
    if rule.until is not None:
        yield rule.until.toordinal() + 1
    if rule.kind is not WindowKind.ROLLING:
        return
    day = first
    while day <= last:
        closing = coming_closing(rule.closing, date.fromordinal(day))
        if closing is None:
            return
        day = closing.toordinal() + 1
        yield day
