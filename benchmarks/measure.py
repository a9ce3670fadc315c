"""What every benchmark shares: timing, and a report that says on what machine, when and by which command.

A benchmark makes a `Report`, adds lines and ends with `report.write()`, which prints it and puts it
into `benchmarks/results/NAME.txt`. Figures without their spread are not reported.
"""

from __future__ import annotations

import os
import platform
import statistics
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from ccsdesk.domain.clock import SystemClock

RESULTS = Path(__file__).resolve().parent / "results"


@dataclass(frozen=True)
class Times:
    """Durations in milliseconds, sorted."""

    milliseconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.milliseconds)

    @property
    def spread(self) -> tuple[float, float]:
        """Between these lie the middle nine tenths."""
        last = len(self.milliseconds) - 1
        return self.milliseconds[round(last * 0.05)], self.milliseconds[round(last * 0.95)]

    def __str__(self) -> str:
        low, high = self.spread
        runs = len(self.milliseconds)
        return f"median {self.median:.2f} ms, 5 to 95 %: {low:.2f} to {high:.2f} ms, {runs} runs"


def times_of(durations: list[float]) -> Times:
    """Durations that were measured elsewhere, in seconds."""
    return Times(tuple(sorted(duration * 1000 for duration in durations)))


def measure(work: Callable[[], object], *, runs: int, warm_up: int = 1) -> Times:
    """Time a piece of work; the first `warm_up` runs do not count."""
    for _ in range(warm_up):
        work()
    durations = []
    for _ in range(runs):
        start = perf_counter()
        work()
        durations.append(perf_counter() - start)
    return times_of(durations)


@dataclass
class Report:
    """The text of a result: what was asked, where it ran, then the lines added."""

    name: str
    question: str
    lines: list[str] = field(default_factory=list)

    def add(self, line: str) -> None:
        """Add a line."""
        self.lines.append(line)

    def text(self) -> str:
        """Everything, with the machine, the day and the command."""
        head = [self.question, "", *machine(), f"command: {command()}", ""]
        return "\n".join([*head, *self.lines]) + "\n"

    def write(self) -> Path:
        """Print the report and keep it among the results."""
        RESULTS.mkdir(exist_ok=True)
        path = RESULTS / f"{self.name}.txt"
        path.write_text(self.text(), encoding="utf-8")
        print(self.text(), end="")
        return path


def machine() -> list[str]:
    """Lines about processor, system, Python and day."""
    return [
        f"machine: {_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}",
        f"python:  {platform.python_implementation()} {platform.python_version()}",
        f"day:     {SystemClock().today().isoformat()}",
    ]


def command() -> str:
    """The command that repeats this run, as typed in the checkout."""
    script = Path(sys.argv[0]).name.removesuffix(".py")
    return " ".join(["python", "-m", f"benchmarks.{script}", *sys.argv[1:]])


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.is_file():
        for line in info.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
