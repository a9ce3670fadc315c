"""What is left of a visit, in questions and minutes: honest, so rounded up and said as a guess. Asks no rules."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

from ccsdesk.domain.draft import Mode
from ccsdesk.flow.progress import Progress, progress
from ccsdesk.flow.state import Flow
from ccsdesk.text import Words

MINUTE = 60
MANY = 20
"""From so many questions on, minutes are said in fives."""


@dataclass(frozen=True, slots=True)
class Rest:
    """What is still to be answered: surely `least` questions; `likely` and `seconds` are estimates."""

    least: int
    likely: int
    seconds: int


def rest_of(flow: Flow) -> Rest:
    """What is left in the visit's own mode."""
    far = progress(flow)
    least = far.asked - far.answered
    waiting = sum(not flow.has_answer(name) for name in flow.pending)
    return Rest(
        least=least,
        likely=least + ceil(waiting / far.one_in),
        seconds=far.likely_seconds,
    )


def rest_of_full(flow: Flow) -> Rest:
    """What the full assessment would still ask."""
    return rest_of(replace(flow, mode=Mode.FULL))


def minutes(seconds: int, words: Words) -> str:
    """As "3 minutes", never less than one."""
    return words.count("{n} minute", "{n} minutes", max(1, ceil(seconds / MINUTE)))


def effort(far: Progress, words: Words) -> str:
    """About how many questions and minutes a visit takes that begins now."""
    seconds = far.likely_seconds
    if far.likely > MANY:
        seconds = 5 * MINUTE * ceil(seconds / (5 * MINUTE))
    return words.say(
        "About {questions}, {minutes}.",
        questions=words.count("{n} question", "{n} questions", far.likely),
        minutes=minutes(seconds, words),
    )
