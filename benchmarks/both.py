"""Two clocks at once: what a person waits, and what the processor does, which other programs disturb less.

For benchmarks that run beside others' work. Decides nothing and writes nothing; `measure.Report` does.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter, process_time

from benchmarks.measure import Times, times_of

YARDSTICK = 200_000
"""Rounds of the piece of plain Python that other machines can be compared by."""


@dataclass(frozen=True, slots=True)
class Both:
    """The same runs by the clock on the wall and by the processor's time of this program."""

    wall: Times
    processor: Times

    def lines(self, name: str) -> list[str]:
        """Two lines of a report."""
        return [
            f"{name:<34} {self.wall}",
            f"{'  processor time':<34} {self.processor}",
        ]


def both_of(runs: list[tuple[float, float]]) -> Both:
    """Runs that were measured elsewhere, as (wall, processor) in seconds."""
    return Both(times_of([wall for wall, _ in runs]), times_of([own for _, own in runs]))


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """How long one run takes by both clocks, in seconds."""
    wall, own = perf_counter(), process_time()
    work()
    return perf_counter() - wall, process_time() - own


def measured(work: Callable[[], object], *, runs: int, warm_up: int = 1) -> Both:
    """Time a piece of work; the first `warm_up` runs do not count."""
    for _ in range(warm_up):
        work()
    return both_of([timed(work) for _ in range(runs)])


def yardstick() -> int:
    """A fixed piece of plain Python."""
    total = 0
    for number in range(YARDSTICK):
        total += number % 7
    return total


def busy() -> str:
    """How busy the machine was before the run, where the system says so."""
    if not hasattr(os, "getloadavg"):
        return "load:    not known here"
    return f"load:    {os.getloadavg()[0]:.2f} programs waiting or running in the last minute"


def ratio(what: Both, than: Both) -> str:
    """How many times as long, by the medians of processor time."""
    return f"{what.processor.median / than.processor.median:.2f} times"
