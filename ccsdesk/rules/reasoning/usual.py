"""The usual months of a recurring call around a day, and whether this year's round is recorded. No windows."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from ccsdesk.domain.programme import Round, UsualClosing, WindowRule

Span = tuple[date, date]
"""First and last day, both within."""
DAY = timedelta(days=1)


def usual_span(month: int | None, closing: UsualClosing | None, day: date) -> Span | None:
    """The usual time that holds the day, or else the next one; None where either end is not known."""
    if month is None or closing is None:
        return None
    spans = (_begun_in(year, month, closing) for year in (day.year - 1, day.year))
    found = next((span for span in spans if span is not None and span[1] >= day), None)
    return found or _begun_in(day.year + 1, month, closing)


def coming_closing(closing: UsualClosing | None, day: date) -> date | None:
    """The next time its day comes round, today included."""
    span = None if closing is None else usual_span(closing.month, closing, day)
    return None if span is None else span[1]


def coming_span(
    month: int | None, closing: UsualClosing | None, rounds: Iterable[Round], day: date
) -> Span | None:
    """The usual time that holds the day or comes next; the one after it where its round is recorded."""
    span = usual_span(month, closing, day)
    if span is None or not is_recorded(span, rounds):
        return span
    return None if span[1] == date.max else usual_span(month, closing, span[1] + DAY)


def is_in_season(rule: WindowRule, rounds: Iterable[Round], day: date) -> bool:
    """Whether the day lies within the usual time and no round of that time is recorded."""
    span = usual_span(rule.month, rule.closing, day)
    return span is not None and span[0] <= day and not is_recorded(span, rounds)


def is_recorded(span: Span, rounds: Iterable[Round]) -> bool:
    """Whether a round with days is the one of this usual time: it meets it, or began in the same calendar year.

    A time over the turn of the year belongs to no calendar year: there a round has to meet it.
    """
    start, end = span
    for item in rounds:
        first, last = item.opens or item.closes, item.closes or item.opens
        if first is None or last is None:
            continue
        if first <= end and last >= start:
            return True
        if start.year == end.year == first.year:
            return True
    return False


def _begun_in(year: int, month: int, closing: UsualClosing) -> Span | None:
    """The time that begins in this year; cut off where the calendar ends, None outside of it."""
    if not date.min.year <= year <= date.max.year:
        return None
    closes_in = year + (closing.month < month)
    if closes_in > date.max.year:
        return date(year, month, 1), date.max
    longest = monthrange(closes_in, closing.month)[1]
    last = min(closing.day or longest, longest)
    return date(year, month, 1), date(closes_in, closing.month, last)
