"""What is left of a visit, in questions and minutes: honest, so rounded up and said as a guess. Asks no rules."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

from ccsdesk.domain.draft import Mode
from ccsdesk.flow.progress import LIKELY, progress
from ccsdesk.flow.state import Flow
from ccsdesk.services.presenting.start import MINUTE
from ccsdesk.text import Words


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
    low, high = far.seconds
    return Rest(
        least=least,
        likely=least + ceil(waiting / LIKELY),
        seconds=ceil(low + (high - low) / LIKELY),
    )


def rest_of_full(flow: Flow) -> Rest:
    """What the full assessment would still ask."""
    return rest_of(replace(flow, mode=Mode.FULL))


def minutes(seconds: int, words: Words) -> str:
    """As "3 minutes", never less than one."""
    return words.count("{n} minute", "{n} minutes", max(1, ceil(seconds / MINUTE)))
