"""Numbers and days typed by hand, read as a person of the language means them, and written so. No widget.

The door to the readers of numbers and of days.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from ccsdesk.domain.answers import Ordered, Span
from ccsdesk.domain.question import DAY_KINDS
from ccsdesk.text.reading_days import read_day
from ccsdesk.text.reading_numbers import read_number
from ccsdesk.text.wanted import Misread, Wanted, fold
from ccsdesk.text.words import Words

__all__ = ["LONGEST", "Misread", "Wanted", "read", "write", "write_end"]

LONGEST: Final = 60
"""More letters than this are no number and no day, whatever they say."""


def read(text: str, wanted: Wanted, words: Words) -> Span | Misread | None:
    """The values that what was typed may mean; None where nothing was typed."""
    # a pasted book is not looked through
    shown = text[: 4 * LONGEST].strip()
    if not shown:
        return None
    if len(shown) > LONGEST:
        return Misread(
            words.say("This is too long; write it in {n} characters or fewer.", n=LONGEST)
        )
    read_it = read_day if wanted.kind in DAY_KINDS else read_number
    return read_it(fold(shown), wanted, words)


def write(span: Span, wanted: Wanted, words: Words) -> str | None:
    """What a person would type for these values, so that reading it gives them again; None if nothing does."""
    return next(
        (text for text in _writings(span, words) if read(text, wanted, words) == span), None
    )


def write_end(end: Ordered, words: Words) -> str:
    """One value without its unit."""
    return words.day(end) if isinstance(end, date) else words.number(end)


def _writings(span: Span, words: Words) -> Iterator[str]:
    low = span.low
    if low is None or span.high is None:
        return
    if low == span.high:
        yield write_end(low, words)
    if isinstance(low, date):
        yield words.month(low.month, low.year)
        yield str(low.year)
