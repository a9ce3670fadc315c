"""Numbers and days typed by hand, read as a person of the language means them; the door to their readers. No widget."""

from __future__ import annotations

from typing import Final

from ccsdesk.domain.answers import Span
from ccsdesk.domain.question import DAY_KINDS
from ccsdesk.text.reading_days import read_day
from ccsdesk.text.reading_numbers import read_number
from ccsdesk.text.wanted import Misread, Wanted, fold
from ccsdesk.text.words import Words

__all__ = ["LONGEST", "Misread", "Wanted", "read"]

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
