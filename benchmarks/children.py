"""Fresh programs to measure: what a start, an import or a first window costs cannot be seen from inside a warm one.

A child says on its last line what it has found, as JSON. Its processor time counts from the very start of the
interpreter, the time on the wall from just before it was started.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).resolve().parents[1]
TELL = """
def tell(**found):
    import json, sys, time
    found["wall"] = time.monotonic() - float(sys.argv[1])
    found["processor"] = time.process_time()
    print(json.dumps(found), flush=True)
"""
"""Put before a child's code: `tell(name=value)` ends its measurement."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a child said; times in seconds."""

    wall: float
    processor: float
    found: Mapping[str, float]

    @property
    def both(self) -> tuple[float, float]:
        """Wall and processor."""
        return self.wall, self.processor


def run(code: str, *arguments: str, environment: Mapping[str, str] | None = None) -> Told:
    """Run a child; it must call `tell` exactly once.

    Raises:
        RuntimeError: it failed; with what it wrote to standard error.
    """
    command = [sys.executable, "-c", TELL + code, repr(monotonic()), *arguments]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    said = json.loads(done.stdout.splitlines()[-1])
    return Told(said.pop("wall"), said.pop("processor"), said)


def in_turn(
    codes: Sequence[str], *, runs: int, environment: Mapping[str, str] | None = None
) -> list[list[Told]]:
    """Every child `runs` times, one after the other in turn, so that a noisy minute hits all alike.

    The first round only warms the disk's memory and does not count.
    """
    rounds = [[run(code, environment=environment) for code in codes] for _ in range(runs + 1)]
    return [list(column) for column in zip(*rounds[1:], strict=True)]
