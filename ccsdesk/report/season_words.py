"""Saying of a recurring call that it may be open these months although nothing is announced. Decides nothing."""

from __future__ import annotations

from ccsdesk.domain.programme import UsualClosing
from ccsdesk.domain.verdict import Expected, Group, ProgrammeResult
from ccsdesk.text import Words, message
from ccsdesk.text.names import SHELF_NAMES

IN_SEASON = message("Usually open at this time of the year")


def season_words(words: Words, expected: Expected | None) -> str:
    """From when until when it is usually open and what to do about it; "" outside the season."""
    if expected is None or not expected.in_season:
        return ""
    month, closing = expected.month, expected.closing
    if month is None or closing is None:
        return ""
    opens = words.month(month, inline=True)
    if month == closing.month and closing.day is None and not closing.inferred:
        return words.say(
            "It is usually open in {month}; ask the provider whether it is open now.",
            month=opens,
        )
    closes = closing_words(words, closing)
    if closing.inferred:
        return words.say(
            "Judging by past calls it is open from {opens} to {closes}; "
            "ask the provider whether it is open now.",
            opens=opens,
            closes=closes,
        )
    return words.say(
        "It is usually open from {opens} to {closes}; ask the provider whether it is open now.",
        opens=opens,
        closes=closes,
    )


def is_in_season(result: ProgrammeResult) -> bool:
    """Whether no round is announced, but it is usually open at this time of the year."""
    expected = result.window.expected
    return result.group is Group.OPENS_LATER and expected is not None and expected.in_season


def shelf_words(words: Words, result: ProgrammeResult) -> str:
    """The name of its shelf; of what is usually open now nobody reads that it opens later."""
    return words.say(IN_SEASON if is_in_season(result) else SHELF_NAMES[result.shelf])


def closing_words(words: Words, closing: UsualClosing) -> str:
    """The day without a year, or the end of the month, as it stands within a sentence."""
    month = words.month(closing.month, inline=True)
    if closing.day is None:
        return words.say("the end of {month}", month=month)
    return words.say("{day} {month}", day=str(closing.day), month=month)
